//! The consolidated report on the whole programme, in the coordinator's file: what the network has reached by which rule,
//! partner by partner, what is late. It rests on what the partners sent and says so.

use std::collections::BTreeMap;

use liaise_paper::{
    chart::{Bullet, Bullets, Place, Places},
    document::{Block, Cell, Column, Figure, Table},
};

use super::{Context, Section, around};
use crate::{
    Result,
    catalogue::{Catalogue as _, PartnerState, ReportState},
    network::{self, Network, NetworkRow},
    text::Text,
};

pub(super) const SECTIONS: &[Section] = &[
    Section { code: "foreword", build: around::foreword },
    Section { code: "network_targets", build: targets },
    Section { code: "network_map", build: map },
    Section { code: "network_partners", build: partners },
    Section { code: "network_trainings", build: trainings },
    Section { code: "network_pilots", build: pilots },
    Section { code: "common_indicators", build: common },
    Section { code: "late_reports", build: late },
    Section { code: "network_sources", build: sources },
    Section { code: "closing_words", build: around::closing_words },
];

fn read<'a>(context: &Context<'a>) -> Result<&'a Network> {
    if let Some(network) = context.network.get() {
        return Ok(network);
    }
    let network = network::overview(context.data, context.now.date_naive())?;
    Ok(context.network.get_or_init(|| network))
}

fn number(context: &Context<'_>, number: u32) -> String {
    context.locale.number(number.into())
}

fn targets(context: &Context<'_>) -> Result<Vec<Block>> {
    let board = &read(context)?.board;
    let label = |code: &str| context.text(&format!("target.{code}"));
    let bullet = |target: &network::BoardTarget| Bullet {
        label: label(target.code),
        baseline: None,
        actual: Some(target.reached.into()),
        target: Some(target.project.into()),
        unit: String::new(),
    };
    // Two charts, so that neither needs a page of its own.
    let figures = board.chunks(board.len().div_ceil(2)).map(|targets| {
        let bullets = Bullets { rows: targets.iter().map(bullet).collect() };
        let caption = context.text("report.caption.network_targets");
        Block::from(Figure::chart(bullets, context.text("report.alt.network_targets"), caption))
    });
    let mut blocks: Vec<Block> = figures.collect();
    let mut table = Table::new(context.text("report.caption.targets"))
        .column(Column::text(context.text("report.target")).header().min(110.0))
        .column(Column::number(context.text("report.so_far")))
        .column(Column::number(context.text("report.project_target")))
        .column(Column::text(context.text("report.counting_rule")));
    for target in board {
        let mut reached = number(context, target.reached);
        if let Some(doubles) = target.doubles.filter(|doubles| *doubles > 0) {
            reached +=
                &format!(" ({})", context.locale.fill("report.up_to_doubles", &[("count", &number(context, doubles))]));
        }
        table.add([
            Cell::from(label(target.code)),
            reached.into(),
            number(context, target.project).into(),
            context.text(&format!("target_rule.{}", target.code)).into(),
        ]);
    }
    blocks.extend([table.into(), Block::small(context.text("report.doubles_note"))]);
    Ok(blocks)
}

/// The partners on the map, by the order of the alphabet; the table of the next section says the same and more.
fn map(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut places = read(context)?.map.clone();
    if places.is_empty() {
        return Ok(vec![]);
    }
    context.locale.sort_by_key(&mut places, |place| place.name.clone());
    let by_country = places.iter().any(|place| place.by_country);
    let points = places.into_iter().map(|place| Place {
        words: match &place.city {
            Some(city) => context.locale.list(vec![city.clone(), context.country(&place.country)]),
            None => context.country(&place.country),
        },
        label: place.name,
        place: place.place,
        state: PartnerState::ALL.iter().position(|state| *state == place.state).unwrap_or_default(),
    });
    let chart = Places {
        states: PartnerState::ALL.iter().map(|state| context.locale.of(*state)).collect(),
        whereabouts: context.text("report.whereabouts"),
        state: context.text("ui.network.state"),
        points: points.collect(),
    };
    let caption = context.text("report.caption.network_map");
    let mut blocks = vec![Block::from(Figure::chart(chart, context.text("report.alt.network_map"), caption))];
    if by_country {
        blocks.push(Block::small(context.text("report.by_country_note")));
    }
    Ok(blocks)
}

fn sent(network: &Network) -> impl Iterator<Item = &NetworkRow> {
    network.partners.iter().filter(|partner| !partner.partnerships.is_empty())
}

fn partners(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut partners: Vec<&NetworkRow> = read(context)?.partners.iter().collect();
    context.locale.sort_by_key(&mut partners, |partner| partner.name.clone());
    if partners.is_empty() {
        return Ok(context.nothing_recorded());
    }
    let label = |name: &str| context.text(&format!("entity.network_partner.{name}"));
    let mut table = Table::new(context.text("report.caption.network_partners"))
        .column(Column::text(label("name")).header().min(120.0))
        .column(Column::text(label("country")))
        .column(Column::number(context.text("entity.situation_analysis.many")))
        .column(Column::number(context.text("entity.training_session.many")))
        .column(Column::number(context.text("report.persons")))
        .column(Column::number(context.text("entity.pilot_initiative.many")))
        .column(Column::number(context.text("entity.seminar.many")))
        .column(Column::code(context.text("ui.network.received")))
        .wide();
    for partner in partners {
        let day = partner.received_at.as_deref().and_then(|moment| moment.get(..10)?.parse().ok());
        let none = partner.partnerships.is_empty();
        let count = |count: u32| if none { context.dash() } else { number(context, count) };
        table.add([
            Cell::from(partner.name.as_str()),
            context.country(&partner.country).into(),
            count(partner.analyses).into(),
            count(partner.trainings).into(),
            count(partner.persons).into(),
            count(partner.pilots).into(),
            number(context, partner.seminars).into(),
            context.short(day).into(),
        ]);
    }
    Ok(vec![table.into()])
}

fn trainings(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut table = Table::new(context.text("report.caption.network_trainings"))
        .column(Column::text(context.text("entity.network_partner.one")).header().min(100.0))
        .column(Column::text(context.text("entity.training_session.title")).min(150.0))
        .column(Column::code(context.text("entity.training_session.starts")))
        .column(Column::text(context.text("entity.training_session.status")))
        .column(Column::number(context.text("report.persons")));
    let mut any = false;
    for package in network::latest(context.data)? {
        for training in &package.figures.trainings {
            any = true;
            let persons = match training.persons {
                Some(persons) => number(context, persons),
                None => context.few(),
            };
            table.add([
                Cell::from(package.partner.name.as_str()),
                context.words(&training.title).into(),
                context.short(Some(training.starts)).into(),
                context.locale.label("session_status", &training.status).into(),
                persons.into(),
            ]);
        }
    }
    Ok(if any { vec![table.into()] } else { context.nothing_recorded() })
}

fn pilots(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut table = Table::new(context.text("report.caption.network_pilots"))
        .column(Column::text(context.text("entity.network_partner.one")).header().min(100.0))
        .column(Column::text(context.text("entity.pilot_initiative.title")).min(150.0))
        .column(Column::text(context.text("entity.pilot_initiative.stage")))
        .column(Column::text(context.text("entity.status_report.rag_overall")))
        .column(Column::number(context.text("entity.status_report.many")));
    let mut any = false;
    for package in network::latest(context.data)? {
        for pilot in &package.figures.pilots {
            any = true;
            let light = pilot.rag.as_ref().and_then(|code| {
                crate::catalogue::Rag::ALL.iter().find(|rag| rag.code() == code).map(|rag| context.light(*rag))
            });
            table.add([
                Cell::from(package.partner.name.as_str()),
                context.words(&pilot.title).into(),
                context.locale.label("pilot_stage", &pilot.stage).into(),
                light.map_or_else(|| Cell::from(context.dash()), Cell::from),
                number(context, pilot.reported.len() as u32).into(),
            ]);
        }
    }
    Ok(if any { vec![table.into()] } else { context.nothing_recorded() })
}

fn common(context: &Context<'_>) -> Result<Vec<Block>> {
    let rows = &read(context)?.common;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let mut table = Table::new(context.text("report.caption.common_indicators"))
        .column(Column::text(context.text("entity.indicator.one")).header())
        .column(Column::number(context.text("ui.network.measuring")))
        .column(Column::number(context.text("report.so_far")))
        .column(Column::number(context.text("report.target")));
    for row in rows {
        let shown = |value: f64| {
            let number = context.locale.number((value * 10.0).round() / 10.0);
            if row.share { number + &context.locale.percent_sign() } else { number }
        };
        table.add([
            Cell::from(network::common_title(context.locale, row)),
            number(context, row.partners).into(),
            row.actual.map_or_else(|| context.dash(), shown).into(),
            shown(row.target).into(),
        ]);
    }
    Ok(vec![table.into(), Block::small(context.text("report.common_note"))])
}

fn late(context: &Context<'_>) -> Result<Vec<Block>> {
    let network = read(context)?;
    let mut periods: BTreeMap<(chrono::NaiveDate, String), (Text, Vec<String>)> = BTreeMap::new();
    for row in network.expected.iter().filter(|row| row.state == ReportState::Missing) {
        let key = (row.due, row.period.clone());
        periods.entry(key).or_insert_with(|| (row.period_title.clone(), vec![])).1.push(row.partner_name.clone());
    }
    if periods.is_empty() {
        return Ok(vec![]);
    }
    let mut table = Table::new(context.text("report.caption.late_reports"))
        .column(Column::text(context.text("entity.reporting_period.one")).header())
        .column(Column::code(context.text("entity.reporting_period.due")))
        .column(Column::text(context.text("entity.network_partner.many")).min(220.0));
    for ((due, _), (title, partners)) in periods {
        let names = context.locale.list(partners);
        table.add([Cell::from(context.words(&title)), context.short(Some(due)).into(), names.into()]);
    }
    Ok(vec![table.into()])
}

fn sources(context: &Context<'_>) -> Result<Vec<Block>> {
    let network = read(context)?;
    let count = sent(network).count() as u64;
    let mut blocks = vec![Block::paragraph(context.locale.count("report.network_sources", count, &[]))];
    if network.sample {
        blocks.push(Block::paragraph(context.text("report.network_sample")));
    }
    Ok(blocks)
}
