//! Reports: which kinds there are, of which sections each is made, and building one as a [`Document`] from the records.
//! A section is a pure function in a file of `report/`. How a document looks is the printer's business; where it goes
//! is `export.rs`'s.

use std::cell::OnceCell;

use chrono::{DateTime, Utc};
use liaise_paper::document::{Block, Document};

use crate::{
    Result,
    action_point::ActionPoint,
    agenda_item::AgendaItem,
    catalogue::{Catalogue as _, PrivacyLevel, ReportKind},
    entity::{Entity, Id},
    error::Error,
    locale::{self, Locale},
    meeting::{self, Meeting},
    network::Network,
    overview, pack,
    participant::Participant,
    partnership::Agency,
    pilot_initiative::PilotInitiative,
    practice_sheet::PracticeSheet,
    reporting_period::ReportingPeriod,
    situation_analysis::SituationAnalysis,
    store::Reader,
    training_session::TrainingSession,
};

mod actions;
mod analysis;
mod around;
mod badges;
mod certificate;
mod changes;
mod evaluation;
mod factors;
pub(crate) mod frame;
mod logframe;
mod meetings;
mod partnership;
mod people;
mod person;
mod pilot;
mod plan;
mod programme;
mod progress;
mod protection;
mod questionnaire;
mod sheet;
mod signin;
mod since;
mod slides;
mod territory;
mod training;
mod words;

pub(crate) use certificate::one as certificate;
pub use slides::{SharedScreen, Slide, SlideKind, shared_screen};

/// What a section is built from.
pub struct Context<'a> {
    /// The file.
    pub data: &'a Reader<'a>,
    /// The report's language.
    pub locale: &'a Locale,
    /// Id of the record that it is about.
    pub subject: &'a str,
    /// The reporting period that it is about, where it is about one.
    pub period: Option<&'a ReportingPeriod>,
    /// Level of the sections' own headings.
    pub level: u8,
    /// For whom it is.
    pub privacy: PrivacyLevel,
    /// When it is made.
    pub now: DateTime<Utc>,
    /// The network, once a section has asked for it: counting it takes longer than all else.
    pub network: &'a OnceCell<Network>,
}

/// A part of a report. Its heading is the text `report.section.<code>`.
pub struct Section {
    /// Its code.
    pub code: &'static str,
    /// Builds its blocks; a section without blocks is left out with its heading.
    pub build: fn(&Context<'_>) -> Result<Vec<Block>>,
}

/// A kind of report, as a screen lists it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(rename = "ReportKind")]
pub struct Kind {
    /// A code of the catalogue `report_kind`.
    pub kind: &'static str,
    /// The entity that it is about; none for the whole partnership.
    pub subject: Option<&'static str>,
    /// Codes of the catalogue `privacy_level`: for whom it can be made, the usual one first.
    pub levels: Vec<&'static str>,
    /// Whether it can be about one reporting period.
    pub periodic: bool,
    /// Whether it is the coordinator's, about the whole network.
    pub network: bool,
}

/// The kinds of reports.
pub fn kinds() -> Vec<Kind> {
    let describe = |kind: &ReportKind| Kind {
        kind: kind.code(),
        subject: subject_of(*kind),
        levels: levels(*kind).iter().map(|level| level.code()).collect(),
        periodic: *kind == ReportKind::PilotProgress,
        network: *kind == ReportKind::ConsolidatedProgrammeReport,
    };
    ReportKind::ALL.iter().map(describe).collect()
}

/// The sections of a kind of report, in order.
pub fn sections(kind: ReportKind) -> &'static [Section] {
    match kind {
        ReportKind::SituationAnalysis => analysis::SECTIONS,
        ReportKind::SituationAnalysisSummary => analysis::SUMMARY,
        ReportKind::TrainingSessionReport => training::SECTIONS,
        ReportKind::PilotProgress => pilot::SECTIONS,
        ReportKind::LogframeMatrix => logframe::SECTIONS,
        ReportKind::PilotPlan => plan::SECTIONS,
        ReportKind::PracticeSheet => sheet::SECTIONS,
        ReportKind::PartnerPeriodicReport => partnership::SECTIONS,
        ReportKind::ConsolidatedProgrammeReport => programme::SECTIONS,
        ReportKind::Agenda => meetings::AGENDA,
        ReportKind::Minutes => meetings::MINUTES,
        ReportKind::ActionList | ReportKind::AgencyActionList => actions::SECTIONS,
        ReportKind::PersonalDataExtract => person::SECTIONS,
        ReportKind::DataProtectionRecord => protection::SECTIONS,
        ReportKind::SigninSheet
        | ReportKind::NameBadges
        | ReportKind::Certificate
        | ReportKind::EvaluationQuestionnaire => &[],
    }
}

/// For whom a kind of report can be made, the usual one first. What hangs at a door or is handed out names people and
/// is for those who are there; the coordinator gets functions and counts, the public counts (domain reference, 1.6 R4).
pub fn levels(kind: ReportKind) -> &'static [PrivacyLevel] {
    match kind {
        ReportKind::TrainingSessionReport => &[PrivacyLevel::Coordinator, PrivacyLevel::Internal, PrivacyLevel::Public],
        ReportKind::SigninSheet
        | ReportKind::NameBadges
        | ReportKind::Certificate
        | ReportKind::PersonalDataExtract
        | ReportKind::DataProtectionRecord => &[PrivacyLevel::Internal],
        ReportKind::EvaluationQuestionnaire => &[PrivacyLevel::Public],
        ReportKind::Agenda | ReportKind::Minutes | ReportKind::ActionList | ReportKind::AgencyActionList => {
            &[PrivacyLevel::Internal, PrivacyLevel::Coordinator]
        }
        _ => &[PrivacyLevel::Coordinator],
    }
}

/// The level that has this code, if a kind of report can be made for it; the usual one without a code.
///
/// # Errors
/// [`Error::BadArguments`]
pub fn level(kind: ReportKind, code: Option<&str>) -> Result<PrivacyLevel> {
    let levels = levels(kind);
    let found = code.map_or(levels.first(), |code| levels.iter().find(|level| level.code() == code));
    found.copied().ok_or_else(|| Error::BadArguments(format!("not for {}", code.unwrap_or_default())))
}

/// The kind of report that has this code.
///
/// # Errors
/// [`Error::BadArguments`] for a code that is none.
pub fn kind(code: &str) -> Result<ReportKind> {
    ReportKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.code() == code)
        .ok_or_else(|| Error::BadArguments(format!("no such report: {code}")))
}

/// Builds a report. Without a subject it is about the most recent record of its kind, without a reporting period about
/// all of its time.
///
/// # Errors
/// [`Error::NothingToReport`] when there is no such record, [`Error::NotFound`] for an id that is none.
pub fn build(
    data: &Reader<'_>,
    kind: ReportKind,
    subject: Option<&str>,
    period: Option<&str>,
    language: &str,
    privacy: PrivacyLevel,
    now: DateTime<Utc>,
) -> Result<(Document, Option<String>)> {
    let locale = known_language(data, language)?;
    let subject = self::subject(data, kind, subject)?;
    let id = subject.clone().unwrap_or_default();
    let period = match period {
        Some(period) => Some(data.get(&Id::<ReportingPeriod>::new(period))?),
        None => None,
    };
    let context = Context {
        data,
        locale: &locale,
        subject: &id,
        period: period.as_ref(),
        level: 1,
        privacy,
        now,
        network: &OnceCell::new(),
    };
    let paper = match kind {
        ReportKind::SigninSheet => Some(signin::document(&context)?),
        ReportKind::NameBadges => Some(badges::document(&context)?),
        ReportKind::Certificate => Some(certificate::document(&context)?),
        ReportKind::EvaluationQuestionnaire => Some(questionnaire::document(&context)?),
        _ => None,
    };
    if let Some(paper) = paper {
        return Ok((paper, subject));
    }
    let mut document = frame::document(&context, kind)?;
    match kind {
        // Its sections are many: their subheadings would fill another page.
        ReportKind::SituationAnalysis => document.push(Block::Contents { depth: 1 }),
        ReportKind::PartnerPeriodicReport | ReportKind::ConsolidatedProgrammeReport => {
            document.push(Block::contents());
        }
        _ => {}
    }
    match kind {
        ReportKind::PracticeSheet => document.blocks.extend(sheet::blocks(&context)?),
        // Wide throughout, so that no page is turned for a heading alone.
        ReportKind::LogframeMatrix | ReportKind::PilotPlan => {
            document.push(Block::Landscape(blocks(&context, sections(kind))?));
        }
        _ => document.blocks.extend(blocks(&context, sections(kind))?),
    }
    if kind == ReportKind::PersonalDataExtract {
        document.attachments.push(person::carried(&context)?);
    }
    Ok((document, subject))
}

/// The charts of one section of a report, as a document of their own without a cover.
///
/// # Errors
/// [`Error::BadArguments`] for a section that the report does not have, and as [`build`].
pub fn charts(
    data: &Reader<'_>,
    kind: ReportKind,
    section: &str,
    subject: &str,
    language: &str,
    now: DateTime<Utc>,
) -> Result<Document> {
    let locale = known_language(data, language)?;
    let section = sections(kind)
        .iter()
        .find(|one| one.code == section)
        .ok_or_else(|| Error::BadArguments(format!("no such section: {section}")))?;
    let context = Context {
        data,
        locale: &locale,
        subject,
        period: None,
        level: 1,
        privacy: PrivacyLevel::Internal,
        now,
        network: &OnceCell::new(),
    };
    let mut document = frame::document(&context, kind)?;
    document.blocks =
        (section.build)(&context)?.into_iter().filter(|block| matches!(block, Block::Figure(_))).collect();
    Ok(document)
}

/// A language that there is, with the wording that the common catalogue gives.
fn known_language(data: &Reader<'_>, language: &str) -> Result<Locale> {
    if !locale::LANGUAGES.iter().any(|(tag, _)| *tag == language) {
        return Err(Error::BadArguments(format!("no such language: {language}")));
    }
    Ok(Locale::new(language).worded(pack::wording(data, language.into())?))
}

/// The record that a report is about: the one that is asked for, else the most recent of its kind; none for a report on
/// the whole partnership.
///
/// # Errors
/// [`Error::NothingToReport`] when there is no such record.
pub fn subject(data: &Reader<'_>, kind: ReportKind, asked: Option<&str>) -> Result<Option<String>> {
    match (subject_of(kind), asked) {
        (None, _) => Ok(None),
        (Some(_), Some(id)) => Ok(Some(id.to_owned())),
        (Some(_), None) => most_recent(data, kind)?.ok_or(Error::NothingToReport).map(Some),
    }
}

/// The blocks of sections, each under its heading; sections without blocks are left out.
fn blocks(context: &Context<'_>, sections: &[Section]) -> Result<Vec<Block>> {
    let mut blocks = vec![];
    for section in sections {
        let built = (section.build)(context)?;
        if !built.is_empty() {
            blocks.push(Block::heading(context.level, context.text(&format!("report.section.{}", section.code))));
            blocks.extend(built);
        }
    }
    Ok(blocks)
}

/// The entity that a kind of report is about; none for the whole partnership.
pub fn subject_of(kind: ReportKind) -> Option<&'static str> {
    match kind {
        ReportKind::SituationAnalysis | ReportKind::SituationAnalysisSummary => Some(SituationAnalysis::NAME),
        ReportKind::TrainingSessionReport
        | ReportKind::SigninSheet
        | ReportKind::NameBadges
        | ReportKind::Certificate
        | ReportKind::EvaluationQuestionnaire => Some(TrainingSession::NAME),
        ReportKind::PilotProgress | ReportKind::LogframeMatrix | ReportKind::PilotPlan | ReportKind::PracticeSheet => {
            Some(PilotInitiative::NAME)
        }
        ReportKind::Agenda | ReportKind::Minutes => Some(Meeting::NAME),
        ReportKind::AgencyActionList => Some(Agency::NAME),
        ReportKind::PersonalDataExtract => Some(Participant::NAME),
        ReportKind::PartnerPeriodicReport
        | ReportKind::ActionList
        | ReportKind::ConsolidatedProgrammeReport
        | ReportKind::DataProtectionRecord => None,
    }
}

/// Records outside of the subject's own dossier that a kind of report prints: those of an entity that link to the subject
/// by a field, or all of them where no field is named.
pub fn beside(kind: ReportKind) -> &'static [(&'static str, Option<&'static str>)] {
    match kind {
        // An agenda has the action points of earlier meetings, to be reviewed.
        ReportKind::Agenda => &[(AgendaItem::NAME, Some("meeting")), (ActionPoint::NAME, None)],
        ReportKind::Minutes => &[(AgendaItem::NAME, Some("meeting"))],
        ReportKind::ActionList => &[(ActionPoint::NAME, None)],
        ReportKind::AgencyActionList => &[(ActionPoint::NAME, Some("owner_agency"))],
        _ => &[],
    }
}

/// The analysis of the latest period; the session that was held last, the pilot initiative that was launched last, or
/// failing that the one that is planned.
fn most_recent(data: &Reader<'_>, kind: ReportKind) -> Result<Option<String>> {
    Ok(match kind {
        ReportKind::SituationAnalysis | ReportKind::SituationAnalysisSummary => {
            overview::newest_first(data)?.first().map(|analysis| analysis.id.to_string())
        }
        ReportKind::TrainingSessionReport
        | ReportKind::SigninSheet
        | ReportKind::NameBadges
        | ReportKind::Certificate
        | ReportKind::EvaluationQuestionnaire => {
            let sessions = overview::sessions(data)?;
            let held = sessions.iter().rfind(|session| session.status.took_place());
            held.or(sessions.last()).map(|session| session.id.to_string())
        }
        ReportKind::PracticeSheet => {
            let sheets = data.all::<PracticeSheet>()?;
            sheets.last().map(|sheet| sheet.pilot_initiative.to_string())
        }
        ReportKind::PilotProgress | ReportKind::LogframeMatrix | ReportKind::PilotPlan => {
            let pilots = overview::pilots(data)?;
            let launched = pilots.iter().rfind(|pilot| pilot.stage.launched());
            launched.or(pilots.last()).map(|pilot| pilot.id.to_string())
        }
        ReportKind::Agenda => {
            let meetings = meeting::meetings(data)?;
            let coming = meetings.iter().find(|meeting| !meeting.status.is_over());
            coming.or(meetings.last()).map(|meeting| meeting.id.to_string())
        }
        ReportKind::Minutes => {
            let meetings = meeting::meetings(data)?;
            let held = meetings.iter().rfind(|meeting| meeting.status.is_over());
            held.or(meetings.first()).map(|meeting| meeting.id.to_string())
        }
        ReportKind::AgencyActionList => {
            let actions = data.all::<ActionPoint>()?;
            actions.iter().rev().find_map(|action| action.owner_agency.clone()).map(|id| id.to_string())
        }
        ReportKind::PersonalDataExtract => person::first(data)?,
        ReportKind::PartnerPeriodicReport
        | ReportKind::ActionList
        | ReportKind::ConsolidatedProgrammeReport
        | ReportKind::DataProtectionRecord => None,
    })
}
