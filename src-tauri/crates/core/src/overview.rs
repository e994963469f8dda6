//! The overview: the thread from priority to training to pilot initiative, both ways, and how far the partnership is on
//! its way to the project's targets. Counts only; no personal value.

use crate::{
    Result,
    catalogue::{Catalogue as _, PilotStage},
    counting, pack,
    pilot_initiative::PilotInitiative,
    situation_analysis::{Priority, SituationAnalysis, ranked},
    status_report::{StatusReport, current},
    store::Reader,
    text::Text,
    training_session::TrainingSession,
};

/// What the overview shows.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Overview {
    /// The priorities, those of the newest analysis first, each analysis's by rank.
    pub priorities: Vec<Knot>,
    /// The training sessions, by date.
    pub trainings: Vec<Knot>,
    /// The pilot initiatives, by start.
    pub pilots: Vec<Knot>,
    /// Progress against targets.
    pub targets: Vec<Target>,
}

/// A record in the thread, with the records that it leads to and comes from.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Knot {
    /// Its id.
    pub id: String,
    /// Id of the record whose page shows it: its own, or its analysis's.
    pub page: String,
    /// Its title, in all languages that it has.
    pub title: Text,
    /// The code of its state, of the catalogue of its kind.
    pub status: String,
    /// ISO date by which it is ordered, if it has one.
    pub date: Option<String>,
    /// The overall light of the current status report, for a pilot initiative that has one.
    pub rag: Option<String>,
    /// Ids of linked priorities.
    pub priorities: Vec<String>,
    /// Ids of linked training sessions.
    pub trainings: Vec<String>,
    /// Ids of linked pilot initiatives.
    pub pilots: Vec<String>,
}

/// A target of the project and what the partnership adds to it.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Target {
    /// Its code; its label and counting rule are the texts `target.<code>` and `target_rule.<code>`.
    pub code: &'static str,
    /// What this partnership has reached.
    pub reached: u32,
    /// What the project is to reach as a whole.
    pub project: u32,
}

/// The overview of the file.
pub fn overview(data: &Reader<'_>) -> Result<Overview> {
    let sessions = sessions(data)?;
    let pilots = pilots(data)?;
    let mut priorities = vec![];
    for analysis in newest_first(data)? {
        priorities.extend(ranked(data.below::<Priority>(&analysis.id)?));
    }
    let mut overview = Overview { priorities: vec![], trainings: vec![], pilots: vec![], targets: targets(data)? };
    for priority in &priorities {
        overview.priorities.push(Knot {
            id: priority.id.to_string(),
            page: priority.situation_analysis.to_string(),
            title: priority.title.clone(),
            status: priority.status.code().into(),
            date: None,
            rag: None,
            priorities: vec![],
            trainings: sessions
                .iter()
                .filter(|s| s.priorities.contains(&priority.id))
                .map(|s| s.id.to_string())
                .collect(),
            pilots: pilots.iter().filter(|p| p.priorities.contains(&priority.id)).map(|p| p.id.to_string()).collect(),
        });
    }
    for session in &sessions {
        overview.trainings.push(Knot {
            id: session.id.to_string(),
            page: session.id.to_string(),
            title: session.title.clone(),
            status: session.status.code().into(),
            date: Some(session.starts.to_string()),
            rag: None,
            priorities: session.priorities.iter().map(ToString::to_string).collect(),
            trainings: vec![],
            pilots: pilots
                .iter()
                .filter(|p| p.training_sessions.contains(&session.id))
                .map(|p| p.id.to_string())
                .collect(),
        });
    }
    for pilot in &pilots {
        let reports = data.below::<StatusReport>(&pilot.id)?;
        overview.pilots.push(Knot {
            id: pilot.id.to_string(),
            page: pilot.id.to_string(),
            title: pilot.title.clone(),
            status: pilot.stage.code().into(),
            date: Some(pilot.starts.to_string()),
            rag: current(&reports).map(|report| report.rag_overall.code().into()),
            priorities: pilot.priorities.iter().map(ToString::to_string).collect(),
            trainings: pilot.training_sessions.iter().map(ToString::to_string).collect(),
            pilots: vec![],
        });
    }
    Ok(overview)
}

/// The analyses, the one with the latest period first.
pub fn newest_first(data: &Reader<'_>) -> Result<Vec<SituationAnalysis>> {
    let mut analyses = data.all::<SituationAnalysis>()?;
    analyses.sort_by(|a, b| (b.period_to, &b.id).cmp(&(a.period_to, &a.id)));
    Ok(analyses)
}

/// The sessions, by date; templates are none.
pub fn sessions(data: &Reader<'_>) -> Result<Vec<TrainingSession>> {
    let mut sessions = data.all::<TrainingSession>()?;
    sessions.retain(|session| !session.template);
    sessions.sort_by(|a, b| (a.starts, &a.id).cmp(&(b.starts, &b.id)));
    Ok(sessions)
}

/// The pilot initiatives, by start.
pub fn pilots(data: &Reader<'_>) -> Result<Vec<PilotInitiative>> {
    let mut pilots = data.all::<PilotInitiative>()?;
    pilots.sort_by(|a, b| (a.starts, &a.id).cmp(&(b.starts, &b.id)));
    Ok(pilots)
}

/// What the partnership adds to the project's targets, by the counting rules of the domain reference (4.12); the
/// project's figures are those of its fiche, or of the common catalogue.
pub fn targets(data: &Reader<'_>) -> Result<Vec<Target>> {
    let held: Vec<TrainingSession> =
        sessions(data)?.into_iter().filter(|session| session.status.took_place()).collect();
    let figures = counting::figures(data, None)?;
    let pilots = data.all::<PilotInitiative>()?;
    let launched = pilots.iter().filter(|pilot| pilot.stage.launched()).count();
    let reviewed =
        pilots.iter().filter(|pilot| matches!(pilot.stage, PilotStage::Reviewed | PilotStage::Published)).count();
    let asked = pack::targets(data)?;
    let target = |code, reached: usize, project| Target {
        code,
        reached: reached as u32,
        project: asked.get(code).copied().unwrap_or(project),
    };
    Ok(vec![
        target("trainings", held.len(), 18),
        target("trained", figures.persons as usize, 200),
        target("trained_cities", figures.different("city"), 20),
        target("trained_countries", figures.different("country"), 10),
        // The rule counts partners, and this file is one partner's.
        target("pilots", launched.min(1), 17),
        target("reviewed_pilots", reviewed.min(1), 17),
    ])
}
