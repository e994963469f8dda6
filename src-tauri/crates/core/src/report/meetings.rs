//! Meetings on paper: the agenda before, the minutes after, and the action points across meetings. The confidential part
//! is on papers that stay inside only, and there in a section of its own.

use liaise_paper::document::{Block, CallOut, CallOutKind, Cell, Column, Fact, Inline, Inlines, SignatureLine, Table};

use super::{
    Context, Section,
    actions::{action_table, owner, table},
};
use crate::{
    Result,
    action_point::{self, ActionPoint},
    agenda_item::{self, AgendaItem},
    catalogue::{AgendaItemKind, Catalogue as _, DecisionBasis, MeetingPresence, PrivacyLevel},
    decision::{self, Decision},
    entity::Id,
    meeting::{self, Meeting, MeetingAttendance},
    partnership::Agency,
};

pub(super) const AGENDA: &[Section] = &[
    Section { code: "agenda", build: agenda },
    Section { code: "confidential_items", build: confidential_agenda },
    Section { code: "actions_to_review", build: to_review },
];

pub(super) const MINUTES: &[Section] = &[
    Section { code: "meeting_attendance", build: attendance },
    Section { code: "proceedings", build: proceedings },
    Section { code: "decisions", build: decisions },
    Section { code: "action_points", build: actions },
    Section { code: "confidential_part", build: confidential_part },
    Section { code: "approval", build: approval },
];

/// What stands at the head of a meeting's papers.
pub(super) fn facts(context: &Context<'_>, meeting: &Meeting) -> Vec<Fact> {
    let label = |name: &str| context.field::<Meeting>(name);
    let times: Vec<&str> = [&meeting.starts_at, &meeting.ends_at].into_iter().flatten().map(|time| &**time).collect();
    let when = [context.locale.date(meeting.date), times.join("–")];
    let languages = meeting.languages.as_deref().unwrap_or_default();
    let mut facts = vec![
        Fact::new(label("kind"), context.locale.of(meeting.kind)),
        Fact::new(label("number"), meeting.number.map(|number| number.to_string()).unwrap_or_default()),
        Fact::new(label("date"), when.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")),
        Fact::new(label("venue"), meeting.venue.clone().unwrap_or_default()),
        Fact::new(label("chair_function"), meeting.chair_function.clone().unwrap_or_default()),
        Fact::new(label("minute_taker_function"), meeting.minute_taker_function.clone().unwrap_or_default()),
        Fact::new(label("languages"), context.languages(languages)),
    ];
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn inside(context: &Context<'_>) -> bool {
    context.privacy == PrivacyLevel::Internal
}

fn the_meeting(context: &Context<'_>) -> Result<Meeting> {
    context.data.get(&Id::new(context.subject))
}

fn agenda(context: &Context<'_>) -> Result<Vec<Block>> {
    let rows = agenda_item::agenda(context.data, context.subject.into())?;
    let hidden = rows.items.iter().any(|row| row.confidential);
    let mut blocks = agenda_table(context, &rows, false)?;
    if blocks.is_empty() {
        blocks = context.nothing_recorded();
    }
    if hidden && !inside(context) {
        blocks.push(Block::small(context.text("report.confidential_left_out")));
    }
    Ok(blocks)
}

fn confidential_agenda(context: &Context<'_>) -> Result<Vec<Block>> {
    if !inside(context) {
        return Ok(vec![]);
    }
    agenda_table(context, &agenda_item::agenda(context.data, context.subject.into())?, true)
}

fn agenda_table(context: &Context<'_>, agenda: &agenda_item::Agenda, confidential: bool) -> Result<Vec<Block>> {
    let label = |name| context.field::<AgendaItem>(name);
    let caption = if confidential { "report.caption.confidential_items" } else { "report.caption.agenda" };
    let mut table = Table::new(context.text(caption))
        .column(Column::number(context.text("report.number")))
        .column(Column::code(context.text("report.at_time")))
        .column(Column::text(label("title")).header().min(170.0))
        .column(Column::text(label("kind")))
        .column(Column::text(context.text("report.presented_by")).min(90.0))
        .column(Column::number(label("minutes")));
    let mut any = false;
    for row in agenda.items.iter().filter(|row| row.confidential == confidential) {
        any = true;
        let item = context.data.get(&Id::<AgendaItem>::new(row.id.as_str()))?;
        let mut title = context.words(&row.title);
        if let Some(about) = about(context, &item)? {
            title = title.and(" – ").and(Inline::emphasis(about));
        }
        if row.carried_from {
            title = title.and(format!(" ({})", context.text("report.carried_over")));
        }
        table.add([
            Cell::from(context.locale.number(row.number.into())),
            row.starts_at.clone().unwrap_or_else(|| context.dash()).into(),
            title.into(),
            context.locale.of(row.kind).into(),
            presenter(context, &item)?.into(),
            row.minutes.map_or_else(|| context.dash(), |minutes| context.locale.number(minutes.into())).into(),
        ]);
    }
    if !any {
        return Ok(vec![]);
    }
    let mut blocks = vec![table.into()];
    if let Some(available) = agenda.available.filter(|available| !confidential && agenda.minutes > *available) {
        let over = context.locale.count("report.agenda_over", (agenda.minutes - available).into(), &[]);
        blocks.push(CallOut::new(CallOutKind::Warning, context.text("report.agenda_over_title"), over).into());
    }
    Ok(blocks)
}

/// Who presents an item: function and agency, no person.
fn presenter(context: &Context<'_>, item: &AgendaItem) -> Result<Inlines> {
    let agency = context.data.follow(&item.presenter_agency)?.pop();
    who(context, agency.as_ref(), item.presenter_function.as_deref())
}

/// An agency and a function in it, no person.
pub(super) fn who(context: &Context<'_>, agency: Option<&Agency>, function: Option<&str>) -> Result<Inlines> {
    Ok(match (agency, function) {
        (Some(agency), Some(function)) => context.words(&agency.name).and(format!(" ({function})")),
        (Some(agency), None) => context.words(&agency.name),
        (None, Some(function)) => function.into(),
        (None, None) => context.dash().into(),
    })
}

/// The record that an item is about.
fn about(context: &Context<'_>, item: &AgendaItem) -> Result<Option<String>> {
    let data = context.data;
    let titles = [
        data.follow(&item.situation_analysis)?.pop().map(|analysis| analysis.title),
        data.follow(&item.training_session)?.pop().map(|session| session.title),
        data.follow(&item.pilot_initiative)?.pop().map(|pilot| pilot.title),
        data.follow(&item.indicator)?.pop().map(|indicator| indicator.title),
        data.follow(&item.risk)?.pop().map(|risk| risk.title),
    ];
    Ok(titles.into_iter().flatten().next().map(|title| context.plain(&title)))
}

/// The action points that earlier meetings agreed on and that are still to be done.
fn to_review(context: &Context<'_>) -> Result<Vec<Block>> {
    let meeting = the_meeting(context)?;
    let earlier = action_point::to_review(context.data, &meeting)?;
    action_table(context, "report.caption.actions_to_review", &earlier, meeting.date)
}

fn attendance(context: &Context<'_>) -> Result<Vec<Block>> {
    let meeting = the_meeting(context)?;
    let found = context.data.below::<MeetingAttendance>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name| context.field::<MeetingAttendance>(name);
    let named = inside(context) && found.iter().any(|one| one.name.is_some());
    let mut rows = vec![];
    for one in &found {
        let agency = match (&one.agency, &one.organisation) {
            (Some(id), _) => context.words(&context.data.get(id)?.name),
            (None, organisation) => organisation.clone().unwrap_or_default().into(),
        };
        rows.push((one, agency));
    }
    context.locale.sort_by_key(&mut rows, |(_, agency)| agency.plain());
    let mut table = Table::new(context.text("report.caption.meeting_attendance"))
        .column(Column::text(label("agency")).header().min(140.0))
        .column(Column::text(label("function")));
    if named {
        table = table.column(Column::text(label("name")));
    }
    table = table.column(Column::text(label("status")));
    for status in MeetingPresence::ALL {
        let mut own = rows.iter().filter(|(one, _)| one.status == *status).peekable();
        if own.peek().is_none() {
            continue;
        }
        for (one, agency) in own {
            let function = one.function.clone().unwrap_or_else(|| context.dash());
            let name = named.then(|| one.name.as_ref().map_or_else(|| context.dash(), |name| name.0.clone()));
            let cells = [Cell::from(agency.clone()), function.into()].into_iter().chain(name.map(Cell::from));
            table.add(cells.chain([context.locale.of(one.status).into()]));
        }
    }
    let present = meeting::agencies_present(context.data, context.subject)?;
    let mut blocks =
        vec![Block::paragraph(context.locale.count("report.agencies_present", present.into(), &[])), table.into()];
    if let (Some(needed), Some(met)) = (meeting.quorum_needed, meeting::quorum_met(context.data, &meeting)?) {
        let key = if met { "report.quorum_met" } else { "report.quorum_missed" };
        blocks.insert(1, Block::paragraph(context.locale.count(key, needed.into(), &[])));
    }
    Ok(blocks)
}

fn proceedings(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut blocks = items(context, false)?;
    let hidden = agenda_item::of_meeting(context.data, context.subject)?.iter().any(|item| item.confidential);
    if blocks.is_empty() {
        blocks = context.nothing_recorded();
    }
    if hidden && !inside(context) {
        blocks.push(Block::small(context.text("report.confidential_left_out")));
    }
    Ok(blocks)
}

fn confidential_part(context: &Context<'_>) -> Result<Vec<Block>> {
    if inside(context) { items(context, true) } else { Ok(vec![]) }
}

/// The items with what was said, decided and agreed on each, under their numbers on the agenda.
fn items(context: &Context<'_>, confidential: bool) -> Result<Vec<Block>> {
    let rows = agenda_item::agenda(context.data, context.subject.into())?;
    let mut blocks = vec![];
    for row in rows.items.iter().filter(|row| row.confidential == confidential) {
        let item = context.data.get(&Id::<AgendaItem>::new(row.id.as_str()))?;
        let title = Inlines::from(format!("{}. ", context.locale.number(row.number.into())));
        let title = context.words(&row.title).0.into_iter().fold(title, Inlines::and);
        blocks.push(Block::heading(context.level + 1, title));
        let facts = item_facts(context, &item)?;
        let line = facts.into_iter().map(|(label, value)| context.pair(&label, &value.plain()));
        blocks.push(Block::small(line.collect::<Vec<_>>().join(" · ")));
        match &item.notes {
            Some(notes) => blocks.extend(context.paragraphs(notes)),
            None if row.carried_on => blocks.push(Block::small(context.text("report.carried_on"))),
            None if !row.dealt_with && item.kind != AgendaItemKind::AnyOtherBusiness => {
                blocks.push(Block::small(context.text("report.not_dealt_with")));
            }
            None => {}
        }
        blocks.extend(outcomes(context, &item)?);
    }
    Ok(blocks)
}

/// An item on the shared screen: what it is, what is noted, decided and agreed on it.
pub(super) fn item_blocks(context: &Context<'_>, item: &AgendaItem) -> Result<Vec<Block>> {
    let mut blocks = vec![Block::facts(item_facts(context, item)?)];
    blocks.extend(item.notes.iter().flat_map(|notes| context.paragraphs(notes)));
    blocks.extend(outcomes(context, item)?);
    Ok(blocks)
}

fn item_facts(context: &Context<'_>, item: &AgendaItem) -> Result<Vec<(String, Inlines)>> {
    let mut facts = vec![(context.field::<AgendaItem>("kind"), Inlines::from(context.locale.of(item.kind)))];
    if item.presenter_agency.is_some() || item.presenter_function.is_some() {
        facts.push((context.text("report.presented_by"), presenter(context, item)?));
    }
    if let Some(about) = about(context, item)? {
        facts.push((context.text("report.about"), about.into()));
    }
    Ok(facts)
}

/// The decisions and action points on an item.
fn outcomes(context: &Context<'_>, item: &AgendaItem) -> Result<Vec<Block>> {
    let mut blocks = vec![];
    for decision in agenda_item::decisions(context.data, &item.id)? {
        blocks.extend(decision_blocks(context, &decision));
    }
    for action in agenda_item::actions(context.data, &item.id)? {
        blocks.push(action_line(context, &action)?);
    }
    Ok(blocks)
}

fn decision_blocks(context: &Context<'_>, decision: &Decision) -> Vec<Block> {
    let number = decision.number.clone().unwrap_or_default();
    let name = format!("{} {number}", context.text("entity.decision.one"));
    let mut words = vec![context.locale.of(decision.result), basis(context, decision)];
    words.retain(|part| !part.is_empty());
    let head = context.pair(name.trim_end(), &words.join(" · "));
    let mut blocks = vec![CallOut::new(CallOutKind::Note, head, context.words(&decision.text)).into()];
    if let Some(dissent) = &decision.dissent {
        let label = context.field::<Decision>("dissent");
        blocks.push(Block::paragraph(Inlines::from(Inline::strong(label))));
        blocks.extend(context.paragraphs(dissent));
    }
    blocks
}

/// How a decision was reached, with the votes.
fn basis(context: &Context<'_>, decision: &Decision) -> String {
    let locale = context.locale;
    let number = |votes: Option<u32>| locale.number(votes.unwrap_or(0).into());
    match decision.basis {
        DecisionBasis::Consensus => locale.of(decision.basis),
        DecisionBasis::Vote => locale.fill(
            "report.votes",
            &[
                ("for", &number(decision.votes_for)),
                ("against", &number(decision.votes_against)),
                ("abstentions", &number(decision.abstentions)),
            ],
        ),
    }
}

fn action_line(context: &Context<'_>, action: &ActionPoint) -> Result<Block> {
    let number = action.number.clone().unwrap_or_default();
    let name = format!("{} {number}", context.text("entity.action_point.one"));
    let mut line = Inlines::from(Inline::strong(context.pair(name.trim_end(), "")));
    line.0.extend(context.words(&action.text).0);
    line = line.and(" – ");
    line.0.extend(owner(context, action)?.0);
    if let Some(due) = action.due {
        line = line.and(format!(", {}", context.locale.fill("report.until", &[("date", &context.locale.date(due))])));
    }
    Ok(Block::bullets([line]))
}

/// Whether what hangs on an item may be on this paper.
pub(super) fn is_shown(context: &Context<'_>, item: Option<&Id<AgendaItem>>) -> Result<bool> {
    Ok(inside(context) || !agenda_item::is_confidential(context.data, item)?)
}

fn decisions(context: &Context<'_>) -> Result<Vec<Block>> {
    let rows = decision_rows(context, context.subject)?;
    Ok(table(context.text("report.caption.decisions"), decision_columns(context), rows))
}

/// The columns of a table of decisions; the last one says how each was reached.
pub(super) fn decision_columns(context: &Context<'_>) -> Vec<Column> {
    let label = |name| context.field::<Decision>(name);
    vec![
        Column::code(label("number")),
        Column::text(label("text")).header().min(200.0),
        Column::text(label("result")),
        Column::text(label("basis")),
    ]
}

/// Its rows: the decisions of a meeting that may be on this paper.
pub(super) fn decision_rows(context: &Context<'_>, meeting: &str) -> Result<Vec<Vec<Cell>>> {
    let mut rows = vec![];
    for decision in decision::of_meeting(context.data, meeting)? {
        if is_shown(context, decision.agenda_item.as_ref())? {
            rows.push(vec![
                Cell::from(decision.number.clone().unwrap_or_default()),
                context.words(&decision.text).into(),
                context.locale.of(decision.result).into(),
                basis(context, &decision).into(),
            ]);
        }
    }
    Ok(rows)
}

fn actions(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = action_point::of_meeting(context.data, context.subject)?;
    action_table(context, "report.caption.action_points", &found, context.now.date_naive())
}

/// When the next meeting is, and room for those who approve the minutes to sign.
fn approval(context: &Context<'_>) -> Result<Vec<Block>> {
    let meeting = the_meeting(context)?;
    let mut blocks = vec![];
    if let Some(next) = meeting.next_meeting_on {
        let date = context.locale.date(next);
        blocks.push(Block::paragraph(context.locale.fill("report.next_meeting", &[("date", &date)])));
    }
    let state = match meeting.approved_on {
        Some(day) => context.locale.fill("report.minutes_approved", &[("date", &context.locale.date(day))]),
        None => context.text("report.minutes_not_approved"),
    };
    blocks.push(Block::paragraph(state));
    blocks.push(Block::Signatures(
        [("chair_function", &meeting.chair_function), ("minute_taker_function", &meeting.minute_taker_function)]
            .into_iter()
            .map(|(field, who)| SignatureLine::new(context.field::<Meeting>(field), who.clone().unwrap_or_default()))
            .collect(),
    ));
    Ok(blocks)
}
