//! The practice sheet: what another city needs to know to do the same, on one to two pages. It is drawn up from the
//! record of the pilot initiative and then polished; what the officer writes stays theirs.

use serde_json::{Map, Value, json};

use crate::{
    Result,
    catalogue::{EvidenceStrength, LessonKind, LogframeLevel, SheetStatus},
    entity,
    entity::{Entity as _, Id},
    error::Problem,
    locale::{LANGUAGES, Locale},
    logframe, measure,
    money::Money,
    pilot_initiative::{PilotInitiative, partners},
    plan::Activity,
    records::{self, Record, problem_if},
    review::{EvaluationPlan, Lesson, PeerReview},
    store::{Reader, Writer},
    text::{Note, Text},
};

/// Characters that the summary may have in each language.
pub const SUMMARY: usize = 600;
/// Characters that each other part may have in each language: all of them at their longest fit on two pages.
pub const PART: usize = 340;

entity! {
    /// A practice sheet: one a pilot initiative.
    PracticeSheet in "practice_sheet" of pilot_initiative identified by sheet_id checked by check {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// Its title.
        title: Text,
        /// Its state.
        status: SheetStatus,
        /// What it is, in short.
        summary: Option<Note>,
        /// The need that it answers.
        context: Option<Note>,
        /// What it was to achieve.
        objectives: Option<Note>,
        /// How it works.
        approach: Option<Note>,
        /// What was done.
        activities: Option<Note>,
        /// Who did what.
        partners: Option<Note>,
        /// What it takes: staff, money, funding.
        resources: Option<Note>,
        /// What came of it.
        results: Option<Note>,
        /// How that is known.
        evaluation: Option<Note>,
        /// How strong the evidence is.
        evidence_strength: Option<EvidenceStrength>,
        /// What stood in the way.
        obstacles: Option<Note>,
        /// What helped, and what was learnt.
        lessons: Option<Note>,
        /// What another city needs for it.
        transferability: Option<Note>,
        /// How rights and data are protected.
        safeguards: Option<Note>,
        /// Whom to ask: the mailbox of a function.
        contact: Option<String>,
        /// In which languages there are materials.
        languages: Option<String>,
        /// What goes with it: titles or addresses.
        annexes: Option<Note>,
    }
}

impl PracticeSheet {
    /// Its parts in the order of the page, by the names of their fields; the summary is not among them.
    pub fn parts(&self) -> [(&'static str, Option<&Note>); 13] {
        [
            ("context", self.context.as_ref()),
            ("objectives", self.objectives.as_ref()),
            ("approach", self.approach.as_ref()),
            ("activities", self.activities.as_ref()),
            ("partners", self.partners.as_ref()),
            ("resources", self.resources.as_ref()),
            ("results", self.results.as_ref()),
            ("evaluation", self.evaluation.as_ref()),
            ("obstacles", self.obstacles.as_ref()),
            ("lessons", self.lessons.as_ref()),
            ("transferability", self.transferability.as_ref()),
            ("safeguards", self.safeguards.as_ref()),
            ("annexes", self.annexes.as_ref()),
        ]
    }
}

/// The practice sheet of a pilot initiative, if it has one.
pub fn of_pilot(data: &Reader<'_>, pilot: &str) -> Result<Option<PracticeSheet>> {
    Ok(data.below::<PracticeSheet>(pilot)?.into_iter().next())
}

/// Draws up the practice sheet of a pilot initiative from its record, in every language in which its title is written.
/// One that is there already stays as it is.
///
/// # Errors
/// [`crate::Error::NotFound`]
pub fn draft_practice_sheet(data: &Writer<'_>, pilot: String) -> Result<Record> {
    if let Some(sheet) = of_pilot(data, &pilot)? {
        return records::get(data, PracticeSheet::NAME.into(), sheet.id.to_string());
    }
    let pilot = data.get(&Id::<PilotInitiative>::new(pilot))?;
    let draft = Drafting { data, pilot: &pilot };
    let note = |note: &Option<Note>, most: usize| note.as_ref().map_or(Value::Null, |note| shortened(note, most));
    let values = json!({
        "pilot_initiative": pilot.id,
        "title": pilot.title,
        "status": SheetStatus::Draft,
        "summary": note(&pilot.summary, SUMMARY),
        "context": note(&pilot.need, PART),
        "approach": note(&pilot.approach, PART),
        "safeguards": note(&pilot.safeguards, PART),
        "objectives": draft.objectives()?,
        "activities": draft.titles(draft.data.below::<Activity>(&pilot.id)?.iter().map(|activity| &activity.title)),
        "partners": draft.partners()?,
        "resources": draft.resources()?,
        "results": draft.results()?,
        "evaluation": draft.titles(data.below::<EvaluationPlan>(&pilot.id)?.iter().map(|plan| &plan.title)),
        "obstacles": draft.lessons(&[LessonKind::Obstacle])?,
        "lessons": draft.lessons(&[LessonKind::Worked, LessonKind::Change])?,
    });
    records::create(data, PracticeSheet::NAME.into(), serde_json::from_value(values)?)
}

/// What a draft is made from.
struct Drafting<'a> {
    data: &'a Reader<'a>,
    pilot: &'a PilotInitiative,
}

impl Drafting<'_> {
    /// The logframe's outcomes; where it has none, its impact.
    fn objectives(&self) -> Result<Value> {
        let tree = logframe::tree(self.data, &self.pilot.id)?;
        let open = |level| {
            tree.iter().map(|placed| &placed.row).filter(move |row| row.level == level && row.closed_on.is_none())
        };
        let outcomes = self.titles(open(LogframeLevel::Outcome).map(|row| &row.title));
        Ok(if outcomes.is_null() { self.titles(open(LogframeLevel::Impact).map(|row| &row.title)) } else { outcomes })
    }

    fn lessons(&self, kinds: &[LessonKind]) -> Result<Value> {
        let lessons = self.data.below::<Lesson>(&self.pilot.id)?;
        Ok(self.titles(lessons.iter().filter(|lesson| kinds.contains(&lesson.kind)).map(|lesson| &lesson.title)))
    }

    fn partners(&self) -> Result<Value> {
        let partners = partners(self.data, &self.pilot.id)?;
        Ok(self.composed(|locale, tag| {
            let named = partners
                .iter()
                .map(|(partner, agency)| Some(format!("{} ({})", words(&agency.name, tag)?, locale.of(partner.role))));
            Some(locale.list(named.collect::<Option<Vec<_>>>()?))
        }))
    }

    fn resources(&self) -> Result<Value> {
        let total = crate::budget::budget(self.data, self.pilot.id.to_string())?.total.planned;
        if total == Money::default() {
            return Ok(Value::Null);
        }
        Ok(self.composed(|locale, _| {
            let (eu, own) = (locale.money(total.eu_part()), locale.money(total.own_part()));
            Some(locale.fill("sheet.budget", &[("total", &locale.money(total)), ("eu", &eu), ("own", &own)]))
        }))
    }

    /// The indicators that are looked at first, or all where none is marked, with what they have reached.
    fn results(&self) -> Result<Value> {
        let measured = measure::measured(self.data, &self.pilot.id, None)?;
        let first = measured.iter().any(|one| one.indicator.kpi);
        Ok(self.composed(|locale, tag| {
            let reached = measured.iter().filter(|one| one.indicator.kpi || !first).filter_map(|one| {
                let actual = measure::shown(locale, &one.indicator, one.actual?);
                let target = measure::shown(locale, &one.indicator, one.indicator.target);
                let title = words(&one.indicator.title, tag)?;
                Some(locale.fill("sheet.result", &[("indicator", title), ("actual", &actual), ("target", &target)]))
            });
            Some(reached.collect::<Vec<_>>().join("\n\n"))
        }))
    }

    fn titles<'t>(&self, titles: impl Iterator<Item = &'t Text>) -> Value {
        let titles: Vec<&Text> = titles.collect();
        self.composed(|_, tag| {
            let lines: Option<Vec<&str>> = titles.iter().map(|title| words(title, tag)).collect();
            Some(lines?.join("\n\n"))
        })
    }

    /// Words made anew in each of our languages that the pilot's title speaks; a language in which a part has no words
    /// of its own is left out, but for the original.
    fn composed(&self, make: impl Fn(&Locale, &str) -> Option<String>) -> Value {
        let title = &self.pilot.title;
        let made = |tag: &str| make(&Locale::new(tag), tag).filter(|words| !words.is_empty());
        let words: Map<String, Value> = LANGUAGES
            .iter()
            .map(|(tag, _)| *tag)
            .filter(|tag| title.words.contains_key(*tag))
            .filter_map(|tag| Some((tag.to_owned(), cut(&made(tag)?, PART).into())))
            .collect();
        if words.is_empty() { Value::Null } else { json!({ "source": title.source, "words": words }) }
    }
}

/// A text's words in exactly this language.
fn words<'t>(text: &'t Text, tag: &str) -> Option<&'t str> {
    text.words.get(tag).map(String::as_str)
}

fn shortened(note: &Note, most: usize) -> Value {
    let words: Map<String, Value> =
        note.words.iter().map(|(tag, words)| (tag.clone(), cut(words, most).into())).collect();
    json!({ "source": note.source, "words": words })
}

/// The words, or as many of them as fit, with an ellipsis that says that there were more.
fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let start: String = words.chars().take(most - 2).collect();
    let end = start.rfind(char::is_whitespace).unwrap_or(start.len());
    format!("{} …", start[..end].trim_end_matches([' ', '\n', ',', ';']))
}

/// One sheet a pilot initiative, whoever draws it up first.
fn sheet_id(values: &Map<String, Value>) -> String {
    crate::records::derived_id(values, &["pilot_initiative"])
}

fn check(sheet: &PracticeSheet, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let before =
        if data.exists(PracticeSheet::NAME, &sheet.id)? { data.get(&sheet.id)?.status } else { SheetStatus::Draft };
    let unreviewed =
        sheet.status >= SheetStatus::PeerReviewed && data.below::<PeerReview>(&sheet.pilot_initiative)?.is_empty();
    // One step at a time: what Efus validates was reviewed, what is published was validated.
    let leaps = sheet.status as u8 > before as u8 + 1;
    let long = [("summary", sheet.summary.as_ref(), SUMMARY)]
        .into_iter()
        .chain(sheet.parts().map(|(field, note)| (field, note, PART)))
        .filter_map(|(field, note, most)| {
            let longest = note?.words.values().map(|words| words.chars().count()).max()?;
            (longest > most).then(|| Problem::new(field, "too_long").with("max", most).with("length", longest))
        });
    let order =
        [problem_if(leaps, "status", "status_order"), problem_if(unreviewed && !leaps, "status", "stage_needs_review")];
    Ok(order.into_iter().flatten().chain(long).collect())
}
