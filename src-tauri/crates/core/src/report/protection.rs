//! The record of processing of personal data that a controller keeps: purposes, categories with counts from the file,
//! recipients, retention, measures, what was erased. No name is in it.

use std::collections::BTreeMap;

use liaise_paper::document::{Block, Cell, Column, Inlines, Table};

use super::{Context, Section};
use crate::{
    Result,
    catalogue::{Catalogue as _, RetentionClass},
    entity::EntityInfo,
    erasure, exchange, partnership,
    records::ENTITIES,
    retention,
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "controller", build: controller },
    Section { code: "purposes", build: purposes },
    Section { code: "personal_categories", build: categories },
    Section { code: "recipients", build: recipients },
    Section { code: "retention", build: kept },
    Section { code: "measures", build: measures },
    Section { code: "erasures", build: erasures },
];

fn label(context: &Context<'_>, key: &str) -> String {
    context.text(&format!("report.protection.{key}"))
}

fn controller(context: &Context<'_>) -> Result<Vec<Block>> {
    let owner = partnership::of_file(context.data)?;
    let contact = owner.data_protection_contact.clone().unwrap_or_else(|| label(context, "no_contact"));
    Ok(vec![Block::facts([
        (label(context, "controller"), Inlines::from(owner.partner_name.clone())),
        (context.text("report.cover.partnership"), context.plain(&owner.name).into()),
        (context.text("report.cover.place"), context.place(&owner).into()),
        (label(context, "contact"), super::person::linked(&contact)),
        (label(context, "as_of"), context.locale.date(context.now.date_naive()).into()),
    ])])
}

fn purposes(context: &Context<'_>) -> Result<Vec<Block>> {
    let purposes = ["purpose_training", "purpose_meetings", "purpose_contacts", "purpose_proof"];
    Ok(vec![Block::bullets(purposes.map(|key| label(context, key))), Block::paragraph(label(context, "no_cases"))])
}

/// Every kind of record with personal fields: what it holds, and of how many.
fn categories(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut table = Table::new(context.text("report.section.personal_categories"))
        .column(Column::text(context.text("erasure.column.kind")).header().min(110.0))
        .column(Column::text(label(context, "fields")).min(180.0))
        .column(Column::number(context.text("ui.retention.present")));
    for info in ENTITIES.iter().filter(|info| info.personal()) {
        let records = context.data.objects(info, None)?.len();
        let fields = info.fields.iter().filter(|field| field.personal || counted(info, field.name));
        let fields = fields.map(|field| context.text(&format!("entity.{}.{}", info.name, field.name)));
        table.add([
            Cell::from(context.text(&format!("entity.{}.many", info.name))),
            context.locale.list(fields).into(),
            context.locale.number(records as f64).into(),
        ]);
    }
    Ok(vec![table.into()])
}

/// Whether a field says something of the person besides the name.
fn counted(info: &EntityInfo, field: &str) -> bool {
    info.parent != Some(field)
        && ["organisation", "sector", "city", "country", "language", "gender", "photo_consent", "role"].contains(&field)
}

fn recipients(context: &Context<'_>) -> Result<Vec<Block>> {
    let computers = exchange::other_computers(context.data, "")?;
    let inside = match computers.len() {
        0 => label(context, "this_computer"),
        _ => context.pair(&label(context, "computers"), &context.locale.list(computers)),
    };
    Ok(vec![Block::bullets([inside, label(context, "to_coordinator"), label(context, "to_public")])])
}

fn kept(context: &Context<'_>) -> Result<Vec<Block>> {
    let today = context.now.date_naive().to_string();
    let plan = retention::retention(context.data, today, context.locale.tag().into())?;
    let mut table = Table::new(context.text("entity.retention_rule.many"))
        .column(Column::text(context.text("entity.retention_rule.class")).header().min(130.0))
        .column(Column::text(context.text("entity.retention_rule.keep_until")))
        .column(Column::text(context.text("entity.retention_rule.action")))
        .column(Column::number(context.text("ui.retention.present")))
        .column(Column::number(context.text("ui.retention.due")));
    for class in plan.classes {
        let until = class.keep_until.as_deref().and_then(|day| day.parse().ok());
        let until = until.map_or_else(|| context.text("ui.retention.own_date"), |day| context.short(Some(day)));
        table.add([
            Cell::from(context.locale.label(RetentionClass::NAME, class.class)),
            until.into(),
            context.locale.label("retention_action", class.action).into(),
            context.locale.number(class.present.into()).into(),
            context.locale.number(class.due.len() as f64).into(),
        ]);
    }
    Ok(vec![table.into(), Block::paragraph(context.text("ui.retention.rules_help"))])
}

fn measures(context: &Context<'_>) -> Result<Vec<Block>> {
    let place = if context.data.in_step()?.is_some() { "live" } else { "local" };
    let lock = if context.data.is_encrypted()? { "encrypted" } else { "clear" };
    let measures = [place, lock, "sealed", "screen", "levels", "guard", "history", "erasable"];
    Ok(vec![Block::bullets(measures.map(|key| label(context, &format!("measure_{key}"))))])
}

/// What was erased, by year and kind.
fn erasures(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut counts: BTreeMap<(String, String, String), u32> = BTreeMap::new();
    for deletion in erasure::deletions(context.data)? {
        let year = deletion.at.get(..4).unwrap_or_default().to_owned();
        let kind = context.text(&format!("entity.{}.many", deletion.entity));
        let way = context.text(&format!("erasure.way.{}", deletion.way.code()));
        *counts.entry((year, kind, way)).or_default() += deletion.count;
    }
    if counts.is_empty() {
        return Ok(vec![Block::paragraph(context.text("ui.retention.log_empty"))]);
    }
    let mut table = Table::new(context.text("erasure.log"))
        .column(Column::text(label(context, "year")).header())
        .column(Column::text(context.text("erasure.column.kind")))
        .column(Column::text(context.text("erasure.column.way")))
        .column(Column::number(context.text("erasure.column.count")));
    for ((year, kind, way), count) in counts {
        table.add([Cell::from(year), kind.into(), way.into(), context.locale.number(count.into()).into()]);
    }
    Ok(vec![table.into()])
}
