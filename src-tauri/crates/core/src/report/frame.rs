//! What frames every report: title, cover, funding statement, running lines, and the printer's own words in the
//! report's language. No content.

use liaise_paper::document::{Design, Document, Fact, Front, Funding, Numbers, Wording};

use super::Context;
use crate::{
    Result,
    catalogue::{ReportKind, Sensitivity},
    entity::Id,
    locale::Locale,
    meeting::Meeting,
    pack,
    partnership::{self, Agency, Partnership},
    pilot_initiative::PilotInitiative,
    practice_sheet::{PracticeSheet, of_pilot},
    situation_analysis::SituationAnalysis,
    training_session::TrainingSession,
};

/// A report without content: its cover and frame.
pub(super) fn document(context: &Context<'_>, kind: ReportKind) -> Result<Document> {
    let locale = context.locale;
    let partnership = partnership::of_file(context.data)?;
    let subject = subject(context, kind)?;
    let kind_label = locale.of(kind);
    let title = subject.title.unwrap_or_else(|| context.plain(&partnership.name));
    let mut document = bare(context, &partnership, &title, &kind_label)?;

    let label = |key: &str| context.text(&format!("report.cover.{key}"));
    let mut facts = vec![
        Fact::new(label("partnership"), context.words(&partnership.name)),
        Fact::new(label("partner"), partnership.partner_name.as_str()),
    ];
    let place = context.place(&partnership);
    if !place.is_empty() {
        facts.push(Fact::new(label("place"), place));
    }
    if let Some(period) = subject.period {
        facts.push(Fact::new(label("period"), period));
    }
    if kind == ReportKind::PracticeSheet {
        facts.extend(sheet_facts(context)?);
    } else if matches!(kind, ReportKind::Agenda | ReportKind::Minutes) {
        let meeting = context.data.get(&Id::<Meeting>::new(context.subject))?;
        facts = vec![Fact::new(label("partnership"), context.words(&partnership.name))];
        facts.extend(super::meetings::facts(context, &meeting));
        document.design = Design::Minutes;
    } else {
        facts.push(Fact::new(label("made_on"), locale.date(context.now.date_naive())));
    }
    if matches!(kind, ReportKind::PracticeSheet | ReportKind::SituationAnalysisSummary) {
        document.design = Design::Sheet;
    }
    if matches!(kind, ReportKind::ActionList | ReportKind::AgencyActionList) {
        document.design = Design::Minutes;
    }
    document.front.facts = facts;
    // Where one can choose for whom a report is, the paper says it.
    let level = (super::levels(kind).len() > 1).then(|| locale.of(context.privacy));
    let marks: Vec<String> =
        subject.sensitivity.map(|sensitivity| locale.of(sensitivity)).into_iter().chain(level).collect();
    document.front.sensitivity = (!marks.is_empty()).then(|| marks.join(" · "));
    Ok(document)
}

/// A paper of this partnership with a title and what kind of paper it is, and nothing else but what must be on every
/// paper: publisher, logos, funding statement, mark of the sample.
pub(crate) fn bare(context: &Context<'_>, partnership: &Partnership, title: &str, kind: &str) -> Result<Document> {
    let mut document = plain(context, partnership, title, kind);
    document.front.logos = pack::logos(context.data, context.locale)?;
    Ok(document)
}

/// The same without logos: for what is not shown with its head.
pub(super) fn plain(context: &Context<'_>, partnership: &Partnership, title: &str, kind: &str) -> Document {
    let locale = context.locale;
    let seed = format!("{} {} {} {}", partnership.id, context.subject, locale.tag(), context.now.to_rfc3339());
    let mut document = Document::new(title, locale.tag(), context.now, seed, wording(locale));
    document.author = partnership.partner_name.clone();
    document.subject = locale.fill("report.subject", &[("kind", kind), ("partner", &partnership.partner_name)]);
    document.running_head = partnership.partner_name.clone();
    document.running_foot = kind.to_owned();
    document.front = Front {
        subtitle: kind.to_owned(),
        sample: partnership.sample.then(|| context.text("report.sample_mark")),
        funding: Some(Funding {
            emblem: Some(context.text("report.emblem_alt")),
            statement: context.text("report.funding_statement"),
            disclaimer: context.text("report.disclaimer"),
        }),
        ..Front::default()
    };
    document
}

/// What a practice sheet says at its head, so that one finds it among others.
fn sheet_facts(context: &Context<'_>) -> Result<Vec<Fact>> {
    let (data, locale) = (context.data, context.locale);
    let pilot = data.get(&Id::<PilotInitiative>::new(context.subject))?;
    let Some(sheet) = of_pilot(data, context.subject)? else { return Ok(vec![]) };
    let of_pilot = |field, value: String| Fact::new(context.field::<PilotInitiative>(field), value);
    let of_sheet = |field, value: String| Fact::new(context.field::<PracticeSheet>(field), value);
    let mut facts = vec![
        of_pilot("theme", locale.of(pilot.theme)),
        of_pilot("prevention_level", locale.of(pilot.prevention_level)),
        of_pilot("target_groups", context.codes(&pilot.target_groups)),
        of_pilot("forms", context.codes(&pilot.forms)),
        of_pilot("stage", locale.of(pilot.stage)),
        of_sheet("status", locale.of(sheet.status)),
        of_sheet("contact", sheet.contact.unwrap_or_default()),
    ];
    if let Some(languages) = sheet.languages {
        facts.push(of_sheet("languages", context.languages(&languages)));
    }
    facts.retain(|fact| !fact.value.is_empty());
    Ok(facts)
}

#[derive(Default)]
struct Subject {
    title: Option<String>,
    period: Option<String>,
    sensitivity: Option<Sensitivity>,
}

fn subject(context: &Context<'_>, kind: ReportKind) -> Result<Subject> {
    let locale = context.locale;
    Ok(match kind {
        ReportKind::SituationAnalysis | ReportKind::SituationAnalysisSummary => {
            let analysis = context.data.get(&Id::<SituationAnalysis>::new(context.subject))?;
            Subject {
                title: Some(context.plain(&analysis.title)),
                period: Some(locale.period(analysis.period_from, analysis.period_to)),
                sensitivity: Some(analysis.sensitivity),
            }
        }
        ReportKind::TrainingSessionReport
        | ReportKind::SigninSheet
        | ReportKind::NameBadges
        | ReportKind::Certificate
        | ReportKind::EvaluationQuestionnaire => {
            let session = context.data.get(&Id::<TrainingSession>::new(context.subject))?;
            Subject {
                title: Some(context.plain(&session.title)),
                period: Some(locale.period(session.starts, session.ends)),
                sensitivity: None,
            }
        }
        ReportKind::PilotProgress | ReportKind::LogframeMatrix | ReportKind::PilotPlan | ReportKind::PracticeSheet => {
            let pilot = context.data.get(&Id::<PilotInitiative>::new(context.subject))?;
            let period = context.period.map_or(locale.period(pilot.starts, pilot.ends), |period| {
                format!("{} ({})", context.plain(&period.title), locale.period(period.period_from, period.period_to))
            });
            let sheet = match kind {
                ReportKind::PracticeSheet => of_pilot(context.data, context.subject)?,
                _ => None,
            };
            let title = sheet.as_ref().map_or(&pilot.title, |sheet| &sheet.title);
            Subject { title: Some(context.plain(title)), period: Some(period), sensitivity: None }
        }
        ReportKind::Agenda | ReportKind::Minutes => {
            let meeting = context.data.get(&Id::<Meeting>::new(context.subject))?;
            let title = Some(context.plain(&meeting.title));
            Subject { title, period: None, sensitivity: Some(meeting.sensitivity) }
        }
        ReportKind::AgencyActionList => {
            let agency = context.data.get(&Id::<Agency>::new(context.subject))?;
            Subject { title: Some(context.plain(&agency.name)), ..Subject::default() }
        }
        ReportKind::PartnerPeriodicReport
        | ReportKind::ActionList
        | ReportKind::ConsolidatedProgrammeReport
        // A person's name is in no title: the names of files come from there.
        | ReportKind::PersonalDataExtract
        | ReportKind::DataProtectionRecord => Subject::default(),
    })
}

/// The printer's own words.
fn wording(locale: &Locale) -> Wording {
    let text = |key: &str| locale.text(&format!("paper.{key}")).replace("%{", "{");
    let (decimal, group) = locale.separators();
    Wording {
        contents: text("contents"),
        page: text("page"),
        continued: text("continued"),
        footnote: text("footnote"),
        chart_data: text("chart_data"),
        chart_item: text("chart_item"),
        chart_value: text("chart_value"),
        chart_baseline: text("chart_baseline"),
        chart_actual: text("chart_actual"),
        chart_target: text("chart_target"),
        chart_start: text("chart_start"),
        chart_end: text("chart_end"),
        numbers: Numbers { decimal, group, group_from: if ["es", "pt"].contains(&locale.tag()) { 5 } else { 4 } },
    }
}
