//! The sections on the territory: its profile, its districts and what is measured in them, counted incidents and
//! perceptions. Small numbers are printed as "fewer than 5".

use std::collections::BTreeSet;

use chrono::NaiveDate;
use liaise_paper::{
    chart::{Arrangement, Bars, Lines, Series},
    document::{Block, Cell, Column, Figure, Inlines, Table},
};

use super::{Context, analysis};
use crate::{
    Result,
    catalogue::{Catalogue as _, IncidentKind, IndicatorUnit},
    entity::Id,
    finding::{Evidenced as _, IncidentCount, Perception},
    partnership,
    situation_analysis::SituationAnalysis,
    territory::{SMALLEST_SHOWN, Territory, TerritoryIndicator, TerritoryValue, series},
};

/// Lines in one chart; more cannot be told apart.
const LINES: usize = 5;

pub(super) fn profile(context: &Context<'_>) -> Result<Vec<Block>> {
    let analysis = analysis::subject(context)?;
    let mut blocks = analysis.profile.as_ref().map(|profile| context.paragraphs(profile)).unwrap_or_default();
    let covered = covered(context, &analysis)?;
    if !covered.is_empty() {
        blocks.push(territories(context, &covered).into());
    }
    for indicator in context.data.all::<TerritoryIndicator>()? {
        blocks.extend(self::indicator(context, &indicator, &covered)?);
    }
    if blocks.is_empty() { Ok(context.nothing_recorded()) } else { Ok(blocks) }
}

/// The territories that the analysis names, or all; the largest units first, then by name.
fn covered(context: &Context<'_>, analysis: &SituationAnalysis) -> Result<Vec<Territory>> {
    let mut all = context.data.below::<Territory>(&partnership::of_file(context.data)?.id)?;
    if !analysis.territories.is_empty() {
        all.retain(|territory| analysis.territories.contains(&territory.id));
    }
    context.locale.sort_by_key(&mut all, |territory| context.plain(&territory.name));
    all.sort_by_key(|territory| territory.within.is_some());
    Ok(all)
}

fn territories(context: &Context<'_>, covered: &[Territory]) -> Table {
    let label = |name| context.field::<Territory>(name);
    let mut table = Table::new(context.text("report.caption.territories"))
        .column(Column::text(label("name")).header())
        .column(Column::text(label("kind")))
        .column(Column::number(label("population")))
        .column(Column::code(label("population_year")))
        .column(Column::number(label("area_km2")))
        .column(Column::text(label("note")));
    let number = |number: Option<f64>| number.map_or_else(|| context.dash(), |number| context.locale.number(number));
    for territory in covered {
        table.add([
            Cell::from(context.words(&territory.name)),
            context.locale.of(territory.kind).into(),
            number(territory.population.map(f64::from)).into(),
            territory.population_year.map_or_else(|| context.dash(), |year| year.to_string()).into(),
            number(territory.area_km2).into(),
            territory.note.as_ref().map(|note| context.words(note)).unwrap_or_default().into(),
        ]);
    }
    table
}

/// An indicator: its course over time as lines, the newest values of the districts as a table.
fn indicator(context: &Context<'_>, indicator: &TerritoryIndicator, covered: &[Territory]) -> Result<Vec<Block>> {
    let values = series(context.data, &indicator.id)?;
    if values.is_empty() {
        return Ok(vec![]);
    }
    let periods: BTreeSet<(NaiveDate, NaiveDate)> =
        values.iter().map(|value| (value.period_from, value.period_to)).collect();
    let name_of = |territory: Option<&Id<Territory>>| match territory {
        None => Some(context.text("report.whole_territory")),
        Some(id) => {
            covered.iter().find(|territory| territory.id == *id).map(|territory| context.plain(&territory.name))
        }
    };
    let mut places: Vec<Option<Id<Territory>>> = values.iter().map(|value| value.territory.clone()).collect();
    places.dedup();
    places.retain(|place| name_of(place.as_ref()).is_some());
    let at = |place: &Option<Id<Territory>>, period: &(NaiveDate, NaiveDate)| {
        values.iter().find(|value| value.territory == *place && (value.period_from, value.period_to) == *period)
    };
    let shown = |value: &TerritoryValue| {
        value
            .amount(indicator.unit)
            .filter(|_| !value.small(indicator.unit))
            .map(|amount| (amount * 100.0).round() / 100.0)
    };
    let mut blocks = vec![Block::heading(context.level + 1, context.words(&indicator.title))];
    if periods.len() > 1 && places.len() <= LINES {
        let lines = Lines {
            periods: periods.iter().map(|(from, to)| period(context, *from, *to)).collect(),
            series: places
                .iter()
                .map(|place| Series {
                    name: name_of(place.as_ref()).unwrap_or_default(),
                    values: periods.iter().map(|period| at(place, period).and_then(shown)).collect(),
                })
                .collect(),
            targets: vec![],
            unit: unit(context, indicator.unit),
        };
        let caption = context.locale.fill("report.caption.trend", &[("indicator", &context.plain(&indicator.title))]);
        blocks.push(Figure::chart(lines, context.text("report.alt.trend"), caption).beside_its_table().into());
    }
    let caption = context.locale.fill("report.caption.series", &[("indicator", &context.plain(&indicator.title))]);
    // The newest periods that fit beside one another.
    let newest: Vec<_> = periods.iter().rev().take(4).rev().copied().collect();
    let mut table = Table::new(caption).column(Column::text(context.field::<TerritoryValue>("territory")).header());
    for (from, to) in &newest {
        table = table.column(Column::number(period(context, *from, *to)));
    }
    let mut small = false;
    for place in &places {
        let cells = newest.iter().map(|period| match at(place, period) {
            None => context.dash(),
            Some(value) if value.small(indicator.unit) => {
                small = true;
                context.few()
            }
            Some(value) => amount(context, indicator.unit, value),
        });
        let cells: Vec<String> = cells.collect();
        table.add(std::iter::once(name_of(place.as_ref()).unwrap_or_default()).chain(cells));
    }
    blocks.push(table.into());
    let mut notes =
        vec![context.pair(&context.field::<TerritoryIndicator>("unit"), &context.locale.of(indicator.unit)) + "."];
    if let Some(source) = &indicator.source {
        notes.push(context.pair(&context.field::<TerritoryIndicator>("source"), source) + ".");
    }
    if small {
        notes.push(context.text("report.small_numbers"));
    }
    blocks.push(Block::small(notes.join(" ")));
    blocks.extend(indicator.note.iter().flat_map(|note| context.paragraphs(note)));
    Ok(blocks)
}

/// The value, with numerator and denominator where it was computed from them.
fn amount(context: &Context<'_>, unit: IndicatorUnit, value: &TerritoryValue) -> String {
    let amount = value.amount(unit).map_or_else(|| context.dash(), |amount| context.locale.number(amount));
    match (value.numerator, value.denominator) {
        (Some(numerator), Some(denominator)) => {
            format!(
                "{amount} ({}\u{a0}/\u{a0}{})",
                context.locale.number(numerator),
                context.locale.number(denominator)
            )
        }
        _ => amount,
    }
}

fn unit(context: &Context<'_>, unit: IndicatorUnit) -> String {
    match unit {
        IndicatorUnit::Percent => context.locale.percent_sign(),
        IndicatorUnit::Eur => "\u{a0}€".into(),
        _ => String::new(),
    }
}

/// A whole calendar year by its number, any other period by its dates.
fn period(context: &Context<'_>, from: NaiveDate, to: NaiveDate) -> String {
    use chrono::Datelike as _;
    let year = from.year();
    let whole = (from.month(), from.day()) == (1, 1) && (to.year(), to.month(), to.day()) == (year, 12, 31);
    if whole { year.to_string() } else { context.short_period(from, to) }
}

pub(super) fn incidents(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = context.data.below::<IncidentCount>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    found.sort_by_key(|count| (count.kind, count.period_from, count.ground));
    let names = context.data.all::<Territory>()?;
    let label = |name| context.field::<IncidentCount>(name);
    let mut table = Table::new(context.text("report.caption.incidents"))
        .column(Column::text(label("kind")).header())
        .column(Column::text(label("ground")))
        .column(Column::text(label("territory")))
        .column(Column::text(context.text("report.cover.period")))
        .column(Column::number(label("incidents")))
        .column(Column::text(label("note")).min(110.0));
    for count in &found {
        let place = count.territory.as_ref().and_then(|id| names.iter().find(|territory| territory.id == *id));
        let number = if count.small() { context.few() } else { context.locale.number(count.incidents.into()) };
        let mut note = count.note.as_ref().map(|note| context.words(note)).unwrap_or_default();
        if count.unproven() {
            note = note.and(format!(" ({})", context.text("report.no_local_evidence.short")));
        }
        table.add([
            Cell::from(context.locale.of(count.kind)),
            count.ground.map_or_else(|| context.dash(), |ground| context.locale.of(ground)).into(),
            place
                .map_or_else(|| context.text("report.whole_territory").into(), |place| context.words(&place.name))
                .into(),
            period(context, count.period_from, count.period_to).into(),
            number.into(),
            note.into(),
        ]);
    }
    let mut blocks = vec![];
    blocks.extend(incident_chart(context, &found).map(Block::from));
    blocks.push(table.into());
    blocks.push(Block::small(context.text("report.incidents_note")));
    if found.iter().any(IncidentCount::small) {
        blocks.push(Block::small(context.text("report.small_numbers")));
    }
    Ok(blocks)
}

/// Bars by kind and period for the whole territory; none where a small number would show, or could be worked out.
fn incident_chart(context: &Context<'_>, found: &[IncidentCount]) -> Option<Figure> {
    let whole: Vec<&IncidentCount> = found.iter().filter(|count| count.territory.is_none()).collect();
    let periods: BTreeSet<_> = whole.iter().map(|count| (count.period_from, count.period_to)).collect();
    let kinds: Vec<IncidentKind> =
        IncidentKind::ALL.iter().copied().filter(|kind| whole.iter().any(|count| count.kind == *kind)).collect();
    let sum = |kind: IncidentKind, period: &(NaiveDate, NaiveDate)| {
        let mut of = whole.iter().filter(|count| count.kind == kind && (count.period_from, count.period_to) == *period);
        let first = of.next()?;
        let sum = of.fold(first.incidents, |sum, count| sum + count.incidents);
        Some(f64::from(sum)).filter(|sum| *sum == 0.0 || *sum >= SMALLEST_SHOWN)
    };
    let hides = whole.iter().any(|count| count.small());
    if kinds.is_empty() || hides || periods.len() > 6 {
        return None;
    }
    let bars = Bars {
        categories: kinds.iter().map(|kind| context.locale.of(*kind)).collect(),
        series: periods
            .iter()
            .map(|span| Series {
                name: period(context, span.0, span.1),
                values: kinds.iter().map(|kind| sum(*kind, span)).collect(),
            })
            .collect(),
        arrangement: Arrangement::Horizontal,
        unit: String::new(),
    };
    let figure =
        Figure::chart(bars, context.text("report.alt.incidents"), context.text("report.caption.incident_chart"));
    Some(figure.beside_its_table())
}

pub(super) fn perceptions(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut found = context.data.below::<Perception>(context.subject)?;
    if found.is_empty() {
        return Ok(context.nothing_recorded());
    }
    found.sort_by_key(|perception| perception.asked);
    let label = |name| context.field::<Perception>(name);
    let mut table = Table::new(context.text("report.caption.perceptions"))
        .column(Column::text(label("statement")).header().min(150.0))
        .column(Column::number(context.text("report.agreement")))
        .column(Column::text(label("trend")))
        .column(Column::text(context.text("entity.evidence_source.one")).min(110.0));
    let register = analysis::Register::of(context)?;
    let mut group = None;
    for perception in &found {
        if group != Some(perception.asked) {
            table = table.group(context.locale.of(perception.asked));
            group = Some(perception.asked);
        }
        let basis = if perception.unproven() {
            context.text("report.no_local_evidence.short")
        } else {
            register.numbers(perception.evidence.iter())
        };
        table.add([
            Cell::from(context.words(&perception.statement)),
            agreement(context, perception).into(),
            context.locale.of(perception.trend).into(),
            basis.into(),
        ]);
    }
    let mut blocks = vec![table.into(), Block::small(context.text("report.perceptions_note"))];
    let described: Vec<(Inlines, Inlines)> = found
        .iter()
        .filter_map(|one| Some((context.words(&one.statement), context.words(one.description.as_ref()?))))
        .collect();
    if !described.is_empty() {
        blocks.push(Block::facts(described));
    }
    Ok(blocks)
}

fn agreement(context: &Context<'_>, perception: &Perception) -> String {
    match (perception.share(), perception.agreeing, perception.respondents) {
        (Some(share), Some(agreeing), Some(respondents)) => format!(
            "{} ({}\u{a0}/\u{a0}{})",
            context.locale.percent(share),
            context.locale.number(agreeing.into()),
            context.locale.number(respondents.into())
        ),
        (None, _, Some(respondents)) if f64::from(respondents) < SMALLEST_SHOWN => context.few(),
        _ => context.dash(),
    }
}
