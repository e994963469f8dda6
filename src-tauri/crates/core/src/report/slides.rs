//! The shared screen: what a meeting sees on the wall, slide by slide, built from the same sections as the papers for the
//! public, so that no personal value can come in. How large the letters are is the window's business; how much stands on
//! a slide is decided here.

use std::{cell::OnceCell, collections::BTreeSet};

use chrono::{DateTime, Utc};
use liaise_paper::document::{Block, Cell, Column, Document, Figure, Inlines};

use super::{Context, actions, analysis, factors, frame, known_language, meetings, pilot, plan};
use crate::{
    Result,
    action_point::{self, ActionPoint},
    agenda_item::{self, AgendaItem},
    catalogue::{PrivacyLevel, Sensitivity},
    counting,
    entity::Id,
    meeting::Meeting,
    overview,
    partnership::{self, Partnership},
    pilot_initiative::PilotInitiative,
    situation_analysis::{Priority, SituationAnalysis, ranked},
    store::Reader,
    training_session::TrainingSession,
};

/// Rows of a table on one slide.
const ROWS: usize = 6;
/// Bars of a time line on one slide.
const BARS: usize = 5;

/// The slides of a meeting, or of the partnership when no meeting is named.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct SharedScreen {
    /// What is shown: the title of the meeting, or the name of the partnership.
    pub title: String,
    /// Its sensitivity marking, in words.
    pub sensitivity: Option<String>,
    /// The slides, in order.
    pub slides: Vec<Slide>,
}

/// One slide.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Slide {
    /// Tells it from the others, and stays the same while records change.
    pub key: String,
    /// What kind of slide it is.
    pub kind: SlideKind,
    /// Its heading.
    pub title: String,
    /// Its content: HTML without scripts and styles.
    pub html: String,
    /// Id of the agenda item that it belongs to.
    pub item: Option<String>,
    /// Minutes that the item is given.
    pub minutes: Option<u32>,
}

/// What a slide shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SlideKind {
    /// What it is about, when and where.
    Opening,
    /// Rows of words.
    Table,
    /// An agenda item with what is noted on it.
    Item,
    /// A chart.
    Chart,
    /// A few figures.
    Figures,
}

/// Builds the slides, in a language.
///
/// # Errors
/// [`crate::Error::NotFound`] for a meeting that is none.
pub fn shared_screen(
    data: &Reader<'_>,
    meeting: Option<&str>,
    language: &str,
    now: DateTime<Utc>,
) -> Result<SharedScreen> {
    let locale = known_language(data, language)?;
    let context = Context {
        data,
        locale: &locale,
        subject: meeting.unwrap_or_default(),
        period: None,
        level: 2,
        privacy: PrivacyLevel::Public,
        now,
        network: &OnceCell::new(),
    };
    let owner = partnership::of_file(data)?;
    let mut show = Show { context: &context, owner, slides: vec![], item: None, shown: BTreeSet::new(), marking: None };
    let title = match meeting {
        Some(meeting) => show.meeting(&data.get(&Id::<Meeting>::new(meeting))?)?,
        None => show.partnership()?,
    };
    Ok(SharedScreen { title, sensitivity: show.marking.map(|marking| locale.of(marking)), slides: show.slides })
}

struct Show<'a> {
    context: &'a Context<'a>,
    owner: Partnership,
    slides: Vec<Slide>,
    /// The item under which slides are added, and its minutes.
    item: Option<(String, Option<u32>)>,
    /// Ids of the records that have their slides already: each is shown once.
    shown: BTreeSet<String>,
    /// The most careful marking of what is shown.
    marking: Option<Sensitivity>,
}

impl Show<'_> {
    fn add(&mut self, key: String, kind: SlideKind, title: impl Into<String>, blocks: Vec<Block>) -> Result<()> {
        let title = title.into();
        let mut document: Document = frame::plain(self.context, &self.owner, &title, "");
        document.blocks = blocks;
        let html = liaise_paper::html_slide(&document);
        let (item, minutes) = self.item.clone().map_or((None, None), |(item, minutes)| (Some(item), minutes));
        self.slides.push(Slide { key, kind, title, html, item, minutes });
        Ok(())
    }

    /// Rows on as many slides as they need.
    fn rows(&mut self, key: &str, title: &str, columns: &[Column], rows: Vec<Vec<Cell>>) -> Result<()> {
        let parts = rows.len().div_ceil(ROWS);
        for (part, rows) in rows.chunks(ROWS).enumerate() {
            let table = actions::table(title.to_owned(), columns.to_vec(), rows.to_vec());
            let title = self.numbered(title, part, parts);
            self.add(format!("{key}/{part}"), SlideKind::Table, title, table)?;
        }
        Ok(())
    }

    fn numbered(&self, title: &str, part: usize, parts: usize) -> String {
        if parts < 2 {
            return title.to_owned();
        }
        let number = |count: usize| self.context.locale.number(count as f64);
        format!("{title} ({}/{})", number(part + 1), number(parts))
    }

    fn charts(&mut self, key: &str, title: &str, blocks: Vec<Block>) -> Result<()> {
        let figures: Vec<Figure> = blocks
            .into_iter()
            .filter_map(|block| match block {
                Block::Figure(figure) => Some(figure),
                _ => None,
            })
            .collect();
        let parts = figures.len();
        for (part, figure) in figures.into_iter().enumerate() {
            let title = self.numbered(title, part, parts);
            self.add(format!("{key}/{part}"), SlideKind::Chart, title, vec![figure.into()])?;
        }
        Ok(())
    }

    fn partnership(&mut self) -> Result<String> {
        let title = self.context.plain(&self.owner.name);
        let date = self.context.locale.date(self.context.now.date_naive());
        self.add(
            "opening".into(),
            SlideKind::Opening,
            title.clone(),
            vec![Block::paragraph(self.context.place(&self.owner)), Block::paragraph(date)],
        )?;
        self.standing()?;
        Ok(title)
    }

    fn meeting(&mut self, meeting: &Meeting) -> Result<String> {
        self.marking = Some(meeting.sensitivity);
        let title = self.context.plain(&meeting.title);
        let facts = meetings::facts(self.context, meeting);
        self.add("opening".into(), SlideKind::Opening, title.clone(), vec![Block::Facts(facts)])?;
        self.agenda(meeting)?;
        self.previous_actions(meeting)?;
        for (at, item) in agenda_item::of_meeting(self.context.data, &meeting.id)?.iter().enumerate() {
            if !item.confidential {
                self.item(at + 1, item)?;
            }
        }
        self.standing()?;
        self.decisions(meeting)?;
        self.actions(meeting)?;
        Ok(title)
    }

    fn agenda(&mut self, meeting: &Meeting) -> Result<()> {
        let context = self.context;
        let rows = agenda_item::agenda(context.data, meeting.id.to_string())?;
        let cells = rows.items.into_iter().map(|row| {
            let title = if row.confidential {
                Inlines::from(context.text("shared.confidential_item"))
            } else {
                context.words(&row.title)
            };
            let minutes = row
                .minutes
                .map_or_else(|| context.dash(), |minutes| context.locale.count("shared.minutes", minutes.into(), &[]));
            vec![
                Cell::from(context.locale.number(row.number.into())),
                row.starts_at.unwrap_or_else(|| context.dash()).into(),
                title.into(),
                minutes.into(),
            ]
        });
        let columns = [
            Column::number(context.text("report.number")),
            Column::code(context.text("report.at_time")),
            Column::text(context.field::<AgendaItem>("title")).header(),
            Column::text(context.field::<AgendaItem>("minutes")),
        ];
        self.rows("agenda", &context.text("report.section.agenda"), &columns, cells.collect())
    }

    fn previous_actions(&mut self, meeting: &Meeting) -> Result<()> {
        let earlier = action_point::to_review(self.context.data, meeting)?;
        self.action_rows("previous_actions", "report.section.actions_to_review", &earlier)
    }

    fn action_rows(&mut self, key: &str, title: &str, actions: &[ActionPoint]) -> Result<()> {
        let context = self.context;
        let rows = actions::action_rows(context, actions, context.now.date_naive())?;
        self.rows(key, &context.text(title), &actions::action_columns(context), rows)
    }

    fn item(&mut self, number: usize, item: &AgendaItem) -> Result<()> {
        let context = self.context;
        self.item = Some((item.id.to_string(), item.minutes));
        let blocks = meetings::item_blocks(context, item)?;
        let number = context.locale.number(number as f64);
        let title = format!("{number}. {}", context.plain(&item.title));
        self.add(format!("item/{}", item.id), SlideKind::Item, title, blocks)?;
        for analysis in context.data.follow(&item.situation_analysis)? {
            self.analysis(&analysis.id)?;
        }
        for session in context.data.follow(&item.training_session)? {
            self.training(Some(&session.id))?;
        }
        for pilot in context.data.follow(&item.pilot_initiative)? {
            self.pilot(&pilot.id)?;
        }
        self.item = None;
        Ok(())
    }

    /// Where the partnership stands, without what the agenda has shown already; and without its latest analysis, when
    /// the agenda has shown one.
    fn standing(&mut self) -> Result<()> {
        let data = self.context.data;
        let analyses = overview::newest_first(data)?;
        let shown = analyses.iter().any(|analysis| self.shown.contains(&*analysis.id));
        if let Some(latest) = analyses.first().filter(|_| !shown) {
            self.analysis(&latest.id)?;
        }
        self.training(None)?;
        for pilot in overview::pilots(data)? {
            self.pilot(&pilot.id)?;
        }
        Ok(())
    }

    /// Whether the record has no slides yet; from now on it has.
    fn is_new(&mut self, id: &str) -> bool {
        self.shown.insert(id.to_owned())
    }

    fn analysis(&mut self, id: &Id<SituationAnalysis>) -> Result<()> {
        if !self.is_new(id) {
            return Ok(());
        }
        let context = self.context;
        let found = context.data.get(id)?;
        self.marking = self.marking.max(Some(found.sensitivity));
        let title = context.plain(&found.title);
        let own = Context { subject: id, ..*context };
        let priorities = ranked(context.data.below::<Priority>(id)?);
        let rows = priorities.iter().enumerate().map(|(at, priority)| {
            vec![
                Cell::from(context.locale.number(at as f64 + 1.0)),
                context.words(&priority.title).into(),
                context.locale.of(priority.status).into(),
            ]
        });
        let label = |name| context.field::<Priority>(name);
        let columns = [
            Column::number(context.text("report.number")),
            Column::text(label("title")).header(),
            Column::text(label("status")),
        ];
        let named = |section: &str| format!("{title} – {}", context.text(&format!("report.section.{section}")));
        self.rows(&format!("{id}/priorities"), &named("priorities"), &columns, rows.collect())?;
        self.charts(&format!("{id}/priority_matrix"), &named("priorities"), analysis::priorities(&own)?)?;
        self.charts(&format!("{id}/manifestations"), &named("manifestations"), analysis::levels_chart(&own)?)?;
        self.charts(&format!("{id}/factors"), &named("factors"), factors::strongest(&own)?)
    }

    fn training(&mut self, session: Option<&Id<TrainingSession>>) -> Result<()> {
        let key = session.map_or_else(|| "training".to_owned(), ToString::to_string);
        if !self.is_new(&key) {
            return Ok(());
        }
        let context = self.context;
        let figures = counting::figures(context.data, session.map(ToString::to_string))?;
        let title = match session {
            Some(id) => context.plain(&context.data.get(id)?.title),
            None => context.text("report.section.persons_trained"),
        };
        let mut facts = vec![];
        for (code, count) in
            [("persons", figures.persons), ("participations", figures.participations), ("half_days", figures.half_days)]
        {
            facts.push((context.text(&format!("counting.{code}")), context.locale.number(count.into())));
        }
        if session.is_none() {
            for target in overview::targets(context.data)?.into_iter().filter(|target| target.code.starts_with("train"))
            {
                let (reached, project) =
                    (context.locale.number(target.reached.into()), context.locale.number(target.project.into()));
                let value = context.locale.fill("shared.of_project", &[("reached", &reached), ("project", &project)]);
                facts.push((context.text(&format!("target.{}", target.code)), value));
            }
        }
        self.add(format!("{key}/figures"), SlideKind::Figures, title, vec![Block::facts(facts)])
    }

    fn pilot(&mut self, id: &Id<PilotInitiative>) -> Result<()> {
        if !self.is_new(id) {
            return Ok(());
        }
        let context = self.context;
        let found = context.data.get(id)?;
        let title = context.plain(&found.title);
        let own = Context { subject: id, ..*context };
        let status = pilot::status(&own)?;
        if status.iter().any(|block| matches!(block, Block::Table(_))) {
            let name = format!("{title} – {}", context.text("report.section.status"));
            self.add(format!("{id}/status"), SlideKind::Table, name, status)?;
        }
        let name = format!("{title} – {}", context.text("report.section.timeline"));
        self.charts(&format!("{id}/timeline"), &name, plan::timelines(&own, BARS)?)
    }

    fn decisions(&mut self, meeting: &Meeting) -> Result<()> {
        let context = self.context;
        let columns = meetings::decision_columns(context);
        let rows = meetings::decision_rows(context, &meeting.id)?;
        self.rows("decisions", &context.text("report.section.decisions"), &columns, rows)
    }

    fn actions(&mut self, meeting: &Meeting) -> Result<()> {
        let found = action_point::of_meeting(self.context.data, &meeting.id)?;
        self.action_rows("actions", "report.section.action_points", &found)
    }
}
