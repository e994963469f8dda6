//! What the file holds about one person, for that person: every field, attendance, certificates, attached files, where
//! the name is mentioned, what was changed when, and what the person can ask for. It carries the same as data.

use liaise_paper::document::{Attachment as Carried, Block, Cell, Column, Inline, Inlines, Table};
use serde_json::{Value, json};

use super::{Context, Section};
use crate::{
    Result,
    attachment::{self, Attachment},
    attendance::{self, Enrolment},
    catalogue::RetentionClass,
    certificate::Certificate,
    entity::{Entity as _, EntityInfo, Field, Id, Kind},
    erasure, exchange, history,
    participant::Participant,
    partnership, records, retention,
    store::Reader,
    training_session::TrainingSession,
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "person_data", build: data },
    Section { code: "person_attendance", build: attendance },
    Section { code: "person_certificates", build: certificates },
    Section { code: "person_files", build: files },
    Section { code: "person_mentions", build: mentions },
    Section { code: "person_history", build: changes },
    Section { code: "person_rights", build: rights },
];

fn info(context: &Context<'_>) -> Result<&'static EntityInfo> {
    erasure::personal(&context.data.kind_of(context.subject)?)
}

fn data(context: &Context<'_>) -> Result<Vec<Block>> {
    let info = info(context)?;
    let record = context.data.object(info, context.subject)?;
    let mut facts = vec![];
    for field in info.fields {
        let value = value(context, field, &record[field.name])?;
        facts.push((context.text(&format!("entity.{}.{}", info.name, field.name)), linked(&value)));
    }
    let day = |name: &str| record.get(name).and_then(Value::as_str).and_then(|at| at.get(..10)?.parse().ok());
    let kind = context.text(&format!("entity.{}.one", info.name));
    let entered = context.short(day("created_at"));
    facts.insert(0, (context.text("report.person.kind"), kind.into()));
    facts.push((context.text("report.person.entered"), entered.into()));
    Ok(vec![Block::facts(facts)])
}

/// Words as they are, or as a link if they are an e-mail address.
pub(super) fn linked(words: &str) -> Inlines {
    let address = words.contains('@') && !words.contains(char::is_whitespace);
    if address { Inline::link(format!("mailto:{words}"), words).into() } else { words.into() }
}

/// A field's value in words.
fn value(context: &Context<'_>, field: &Field, value: &Value) -> Result<String> {
    let locale = context.locale;
    Ok(match (field.kind, value) {
        (Kind::Code, Value::String(code)) => locale.label(field.catalogue.unwrap_or_default(), code),
        (Kind::Date, Value::String(day)) => context.short(day.parse().ok()),
        (Kind::Flag, Value::Bool(flag)) => context.text(if *flag { "ui.word.yes" } else { "ui.word.no" }),
        (Kind::Link, Value::String(id)) => name_of(context, field.target.unwrap_or_default(), id)?,
        (_, Value::String(tag)) if field.name == "language" => context.language(tag),
        (_, Value::String(code)) if field.name == "country" => context.country(code),
        (_, Value::String(words)) => words.clone(),
        (_, Value::Number(number)) => locale.number(number.as_f64().unwrap_or_default()),
        (_, Value::Object(text)) => {
            let words = |tag: &str| text.get("words").and_then(|words| words.get(tag)).and_then(Value::as_str);
            let source = text.get("source").and_then(Value::as_str).unwrap_or_default();
            words(locale.tag()).or_else(|| words(source)).unwrap_or_default().to_owned()
        }
        _ => context.dash(),
    })
}

fn name_of(context: &Context<'_>, entity: &str, id: &str) -> Result<String> {
    let info = records::entity(entity)?;
    let found = context.data.object(info, id).ok();
    Ok(found.map_or_else(|| context.dash(), |record| erasure::name_of(info, &record, context.locale.tag())))
}

fn enrolments(context: &Context<'_>) -> Result<Vec<Enrolment>> {
    context.data.select("SELECT * FROM {table} WHERE participant = ?1 ORDER BY id", &[&context.subject])
}

fn attendance(context: &Context<'_>) -> Result<Vec<Block>> {
    let locale = context.locale;
    let mut table = Table::new(context.text("report.section.person_attendance"))
        .column(Column::text(context.text("entity.training_session.one")).header().min(120.0))
        .column(Column::text(context.text("report.cover.period")))
        .column(Column::text(context.field::<Enrolment>("status")))
        .column(Column::text(context.text("entity.attendance.many")).min(120.0))
        .column(Column::number(context.field::<Certificate>("hours")));
    let found = enrolments(context)?;
    for enrolment in &found {
        let session: TrainingSession = context.data.get(&enrolment.training_session)?;
        let grid = attendance::grid(context.data, session.id.to_string(), locale.tag().into())?;
        let Some(row) = grid.rows.iter().find(|row| row.enrolment == *enrolment.id) else { continue };
        let mark = |day: &attendance::GridHalfDay| {
            let date = context.short(day.date.parse().ok());
            let when = format!("{date} {}", locale.label("day_part", &day.part));
            context.pair(&when, &locale.label("attendance_status", &row.marks[&day.id]))
        };
        table.add([
            Cell::from(context.words(&session.title)),
            context.short_period(session.starts, session.ends).into(),
            locale.of(enrolment.status).into(),
            locale.list(grid.half_days.iter().map(mark)).into(),
            locale.number(row.hours).into(),
        ]);
    }
    Ok(if found.is_empty() { vec![] } else { vec![table.into()] })
}

fn certificates(context: &Context<'_>) -> Result<Vec<Block>> {
    let sql = "SELECT * FROM {table} WHERE participant = ?1 ORDER BY number";
    let found: Vec<Certificate> = context.data.select(sql, &[&context.subject])?;
    let label = |name| context.field::<Certificate>(name);
    let mut table = Table::new(context.text("entity.certificate.many"))
        .column(Column::code(label("number")).header())
        .column(Column::text(label("issued_on")))
        .column(Column::text(label("training_session")))
        .column(Column::number(label("hours")))
        .column(Column::text(label("revoked_on")));
    for certificate in &found {
        let session: TrainingSession = context.data.get(&certificate.training_session)?;
        table.add([
            Cell::from(certificate.number.as_str()),
            context.short(Some(certificate.issued_on)).into(),
            context.words(&session.title).into(),
            context.locale.number(certificate.hours).into(),
            context.short(certificate.revoked_on).into(),
        ]);
    }
    Ok(if found.is_empty() { vec![] } else { vec![table.into()] })
}

fn files(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = attachment::of(context.data, context.subject)?;
    let mut of_sessions: Vec<Attachment> = vec![];
    for enrolment in enrolments(context)? {
        // The scanned lists of the sessions: the person may be on them.
        of_sessions.extend(attachment::of(context.data, &enrolment.training_session)?);
    }
    found.extend(of_sessions);
    let label = |name| context.field::<Attachment>(name);
    let mut table = Table::new(context.text("entity.attachment.many"))
        .column(Column::text(label("file_name")).header())
        .column(Column::text(label("kind")))
        .column(Column::text(label("caption")));
    for file in &found {
        let caption = context.maybe(file.caption.as_ref());
        table.add([Cell::from(file.file_name.0.as_str()), context.locale.of(file.kind).into(), caption.into()]);
    }
    if found.is_empty() {
        return Ok(vec![]);
    }
    Ok(vec![table.into(), Block::small(context.text("report.person.files_note"))])
}

fn mentions(context: &Context<'_>) -> Result<Vec<Block>> {
    let found = erasure::mentions_of(context.data, info(context)?, context.subject, context.locale.tag())?;
    let mut table = Table::new(context.text("report.section.person_mentions"))
        .column(Column::text(context.text("report.person.record")).header().min(110.0))
        .column(Column::text(context.text("report.person.field")))
        .column(Column::text(context.text("report.person.words")).min(160.0));
    for mention in &found {
        let kind = context.text(&format!("entity.{}.one", mention.entity));
        let record = if mention.name.is_empty() { kind } else { context.pair(&kind, &mention.name) };
        for place in &mention.places {
            let mut field = context.text(&format!("entity.{}.{}", place.entity, place.field));
            if !place.now {
                field = format!("{field} ({})", context.text("ui.erase.earlier"));
            }
            table.add([Cell::from(record.as_str()), field.into(), place.excerpt.as_str().into()]);
        }
    }
    if found.is_empty() {
        return Ok(vec![Block::paragraph(context.text("report.person.no_mentions"))]);
    }
    Ok(vec![Block::paragraph(context.text("report.person.mentions_note")), table.into()])
}

fn changes(context: &Context<'_>) -> Result<Vec<Block>> {
    let info = info(context)?;
    let mut table = Table::new(context.text("ui.history.title"))
        .column(Column::text(context.text("erasure.column.at")).header())
        .column(Column::text(context.text("erasure.column.by")))
        .column(Column::text(context.text("report.person.changed")).min(180.0));
    for change in history::record_history(context.data, info.name.into(), context.subject.into())? {
        let fields = change.fields.iter().map(|one| context.text(&format!("entity.{}.{}", info.name, one.field)));
        let fields = context.locale.list(fields);
        let what = if fields.is_empty() { context.text("ui.history.made") } else { fields };
        let unnamed = if change.own { "ui.history.this_computer" } else { "ui.exchange.unknown_laptop" };
        let by = change.by.unwrap_or_else(|| context.text(unnamed));
        let day = change.at.get(..10).and_then(|day| day.parse().ok());
        table.add([Cell::from(context.short(day)), by.into(), what.into()]);
    }
    Ok(vec![table.into()])
}

fn rights(context: &Context<'_>) -> Result<Vec<Block>> {
    let owner = partnership::of_file(context.data)?;
    let info = info(context)?;
    let record = context.data.object(info, context.subject)?;
    let own = record.get("retention_until").and_then(Value::as_str).and_then(|day| day.parse().ok());
    let class = if info.name == Participant::NAME { RetentionClass::AttendanceLists } else { RetentionClass::Contacts };
    let (until, action) = retention::rule(context.data, class)?;
    let label = |key: &str| context.text(&format!("report.protection.{key}"));
    let contact = owner.data_protection_contact.clone().unwrap_or_else(|| owner.partner_name.clone());
    Ok(vec![
        Block::facts([
            (label("controller"), Inlines::from(owner.partner_name.clone())),
            (label("contact"), linked(&contact)),
            (label("purpose"), label("purpose_training").into()),
            (label("recipient"), recipients(context.data, context)?.into()),
            (context.text("entity.retention_rule.keep_until"), context.short(Some(own.unwrap_or(until))).into()),
            (context.text("entity.retention_rule.action"), context.locale.of(action).into()),
        ]),
        Block::paragraph(label("rights")),
    ])
}

/// The computers of the partnership that have the data.
fn recipients(data: &Reader<'_>, context: &Context<'_>) -> Result<String> {
    let computers = exchange::other_computers(data, "")?;
    Ok(if computers.is_empty() {
        context.text("report.protection.this_computer")
    } else {
        context.locale.list(computers)
    })
}

/// The same as data, to be carried by the paper: who asked can take it elsewhere.
pub(super) fn carried(context: &Context<'_>) -> Result<Carried> {
    let info = info(context)?;
    let (data, id) = (context.data, context.subject);
    let rows = |sql: &str, entity: &str| -> Result<Vec<Value>> {
        let info = records::entity(entity)?;
        let ids = data.ids(sql, id)?;
        ids.iter().map(|id| Ok(Value::Object(data.object(info, id)?))).collect()
    };
    let marks = "SELECT a.id FROM attendance a JOIN enrolment e ON e.id = a.enrolment WHERE e.participant = ?1";
    let mentions = erasure::mentions_of(data, info, id, context.locale.tag())?;
    let all = json!({
        "entity": info.name,
        "record": data.object(info, id)?,
        "history": history::record_history(data, info.name.into(), id.into())?,
        "enrolments": rows("SELECT id FROM enrolment WHERE participant = ?1", "enrolment")?,
        "attendance": rows(marks, "attendance")?,
        "certificates": rows("SELECT id FROM certificate WHERE participant = ?1", "certificate")?,
        "attachments": rows("SELECT id FROM attachment WHERE subject = ?1", "attachment")?,
        "mentions": mentions,
    });
    Ok(Carried {
        name: "personal-data.json".into(),
        media_type: "application/json".into(),
        description: context.text("report.person.carried"),
        bytes: serde_json::to_vec_pretty(&all)?,
    })
}

/// The person entered first, of whom there is a name.
pub(super) fn first(data: &Reader<'_>) -> Result<Option<String>> {
    let people: Vec<Participant> = data.all()?;
    let named = people.into_iter().find(|person| person.anonymised_on.is_none());
    Ok(named.map(|person: Participant| Id::to_string(&person.id)))
}
