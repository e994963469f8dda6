//! Indicator values as a spreadsheet: one row an indicator, period and group, with the ids of all three, so that rows of
//! several cities can be put below one another. For machines and people; how it looks on paper is `report/`'s business.

use chrono::{DateTime, Utc};

use crate::{
    Result,
    catalogue::{Catalogue as _, Disaggregation, Finality},
    entity::Id,
    error::Error,
    indicator_value::IndicatorValue,
    locale::Locale,
    logframe::LogframeRow,
    measure::{self, Measured, PeriodResult},
    overview,
    partnership::{self, Partnership},
    pilot_initiative::PilotInitiative,
    session::Session,
    spreadsheet::{self, Cell, Saved, Sheet},
    store::Reader,
    text::Text,
};

/// The columns: a code that never changes, and the key of the words at its head.
pub const COLUMNS: &[(&str, &str)] = &[
    ("partner_code", "entity.partnership.partner_code"),
    ("pilot_id", "workbook.pilot_id"),
    ("pilot_code", "workbook.pilot_code"),
    ("pilot_title", "entity.pilot_initiative.one"),
    ("row_code", "workbook.row_code"),
    ("row_title", "entity.logframe_row.one"),
    ("indicator_id", "workbook.indicator_id"),
    ("indicator_code", "workbook.indicator_code"),
    ("indicator_title", "entity.indicator.one"),
    ("common_indicator", "entity.indicator.common_indicator"),
    ("fund_code", "entity.indicator.fund_code"),
    ("kind", "entity.indicator.kind"),
    ("unit", "entity.indicator.unit"),
    ("aggregation", "entity.indicator.aggregation"),
    ("entry", "entity.indicator.entry"),
    ("direction", "entity.indicator.direction"),
    ("baseline", "entity.indicator.baseline"),
    ("target", "entity.indicator.target"),
    ("target_date", "entity.indicator.target_date"),
    ("period_id", "workbook.period_id"),
    ("period_title", "entity.reporting_period.one"),
    ("period_from", "entity.indicator_value.period_from"),
    ("period_to", "entity.indicator_value.period_to"),
    ("group_kind", "report.group_kind"),
    ("group_code", "workbook.group_code"),
    ("value", "report.in_period"),
    ("numerator", "entity.indicator_value.numerator"),
    ("denominator", "entity.indicator_value.denominator"),
    ("cumulative", "report.so_far"),
    ("progress", "report.progress"),
    ("status", "entity.indicator_value.finality"),
    ("evidence", "entity.indicator_value.evidence"),
    ("comment", "entity.indicator_value.comment"),
];

/// Saves the values of one pilot initiative's indicators, or of all, as a spreadsheet whose heads are in a language.
/// Without a path it goes to the reports folder under a name of its own.
///
/// # Errors
/// [`Error::NothingToReport`] when there is no indicator; [`Error::BadArguments`] for a path that is no `.xlsx`.
pub fn export_values(
    session: &Session,
    now: DateTime<Utc>,
    language: String,
    pilot: Option<String>,
    path: Option<String>,
) -> Result<Saved> {
    let locale = Locale::new(&language);
    let (owner, rows, title) = session.read(|data| {
        let owner = partnership::of_file(data)?;
        let pilots = match &pilot {
            Some(id) => vec![data.get(&Id::<PilotInitiative>::new(id.as_str()))?],
            None => overview::pilots(data)?,
        };
        let title = pilots.first().filter(|_| pilot.is_some()).map(|pilot| pilot.title.clone());
        let mut rows = vec![];
        for pilot in &pilots {
            rows.extend(of_pilot(data, &locale, &owner, pilot)?);
        }
        Ok((owner, rows, title))
    })?;
    if rows.is_empty() {
        return Err(Error::NothingToReport);
    }
    let (day, kind) = (now.date_naive(), locale.text("entity.indicator_value.many"));
    let title = title.map(|title| words(&locale, &title)).unwrap_or_default();
    let name = format!("{} {day} {kind} ({}) {title}", owner.partner_code, locale.tag());
    let count = rows.len() as u32;
    let path = spreadsheet::save(session, now, &name, path, &sheets(&locale, rows))?;
    Ok(Saved { path, rows: count })
}

fn words(locale: &Locale, text: &Text) -> String {
    text.words_in(locale.tag()).to_owned()
}

fn of_pilot(
    data: &Reader<'_>,
    locale: &Locale,
    owner: &Partnership,
    pilot: &PilotInitiative,
) -> Result<Vec<Vec<Cell>>> {
    let mut rows = vec![];
    for measured in measure::measured(data, &pilot.id, None)? {
        let row = data.follow(&measured.indicator.logframe_row)?.pop();
        let head = head(locale, owner, pilot, row.as_ref(), &measured);
        let last = measured.periods.iter().rposition(|result| !result.values.is_empty());
        // A period in between without a value is there as well, empty, so that a gap is seen.
        for result in measured.periods.iter().take(last.map_or(0, |last| last + 1)) {
            rows.extend(of_period(data, locale, &head, &measured, result)?);
        }
        if last.is_none() {
            rows.push(filled(head));
        }
    }
    Ok(rows)
}

/// The cells that say which indicator it is.
fn head(
    locale: &Locale,
    owner: &Partnership,
    pilot: &PilotInitiative,
    row: Option<&LogframeRow>,
    measured: &Measured,
) -> Vec<Cell> {
    let indicator = &measured.indicator;
    let target = (!indicator.is_narrative()).then_some(indicator.target);
    vec![
        Cell::Words(owner.partner_code.clone()),
        Cell::Words(pilot.id.to_string()),
        pilot.code.clone().into(),
        Some(words(locale, &pilot.title)).into(),
        row.and_then(|row| row.code.clone()).into(),
        row.map(|row| words(locale, &row.title)).into(),
        Cell::Words(indicator.id.to_string()),
        indicator.code.clone().into(),
        Some(words(locale, &indicator.title)).into(),
        indicator.common_indicator.map(|common| common.code().to_owned()).into(),
        indicator.fund_code.clone().into(),
        Cell::Words(locale.of(indicator.kind)),
        indicator.unit.as_ref().map(|unit| words(locale, unit)).into(),
        Cell::Words(locale.of(indicator.aggregation)),
        Cell::Words(locale.of(indicator.entry)),
        Cell::Words(locale.of(indicator.direction)),
        indicator.baseline.into(),
        target.into(),
        indicator.target_date.into(),
    ]
}

fn of_period(
    data: &Reader<'_>,
    locale: &Locale,
    head: &[Cell],
    measured: &Measured,
    result: &PeriodResult,
) -> Result<Vec<Vec<Cell>>> {
    let own = |value: &&IndicatorValue| result.values.contains(&value.id.to_string());
    let counting: Vec<&IndicatorValue> = measure::counting(&measured.values).into_iter().filter(own).collect();
    // What is only a draft yet is shown as such, beside results that do not count it.
    let drafts = measured.values.iter().rev().filter(own).take(1);
    let shown: Vec<&IndicatorValue> = if counting.is_empty() { drafts.collect() } else { counting };
    let narrative = measured.indicator.is_narrative();
    let sole = (shown.len() == 1).then(|| shown[0]);
    let value = result.value.or(sole.map(|value| value.value)).filter(|_| !narrative);
    let mut base = head.to_vec();
    base.extend([
        result.period.clone().into(),
        result.title.as_ref().map(|title| words(locale, title)).into(),
        Cell::Day(result.from),
        Cell::Day(result.to),
    ]);
    let status: Cell = shown.first().map(|value| locale.of(value.finality)).into();
    let is_final = shown.first().is_some_and(|value| value.finality == Finality::Final);
    let joined = |part: &dyn Fn(&IndicatorValue) -> Option<String>| -> Cell {
        let parts: Vec<String> = shown.iter().filter_map(|value| part(value)).collect();
        Some(parts.join("\n")).into()
    };
    let mut total = base.clone();
    total.extend([
        Cell::Nothing,
        Cell::Nothing,
        value.into(),
        sole.and_then(|value| value.numerator).into(),
        sole.and_then(|value| value.denominator).into(),
        result.cumulative.into(),
        result.progress.map_or(Cell::Nothing, Cell::Share),
        status.clone(),
        joined(&|value| value.evidence.clone()),
        joined(&|value| value.comment.as_ref().map(|comment| words(locale, comment))),
    ]);
    let mut rows = vec![total];
    for ((dimension, code), value) in measure::by_group(data, &measured.indicator, &shown)? {
        let name = match dimension {
            Disaggregation::Gender | Disaggregation::AgeBand => locale.label(dimension.code(), &code),
            Disaggregation::Sector => locale.label("agency_sector", &code),
            Disaggregation::District | Disaggregation::Language => code,
        };
        let mut row = base.clone();
        row.extend([Cell::Words(locale.of(dimension)), Cell::Words(name), Cell::Number(value)]);
        row.extend([Cell::Nothing, Cell::Nothing, Cell::Nothing, Cell::Nothing]);
        row.push(if is_final {
            Cell::Words(locale.of(Finality::Final))
        } else {
            Cell::Words(locale.of(Finality::Draft))
        });
        rows.push(filled(row));
    }
    Ok(rows)
}

fn filled(mut row: Vec<Cell>) -> Vec<Cell> {
    row.resize(COLUMNS.len(), Cell::Nothing);
    row
}

/// The values, and what the columns are called by programs.
fn sheets(locale: &Locale, rows: Vec<Vec<Cell>>) -> [Sheet; 2] {
    let code = |(code, label): &(&str, &str)| vec![Cell::Words(locale.text(label)), Cell::from(*code)];
    [
        Sheet {
            name: locale.text("entity.indicator_value.many"),
            columns: COLUMNS.iter().map(|(code, label)| (locale.text(label), width(code))).collect(),
            rows,
        },
        Sheet {
            name: locale.text("workbook.columns"),
            columns: vec![(locale.text("workbook.column"), 34.0), (locale.text("workbook.code"), 24.0)],
            rows: COLUMNS.iter().map(code).collect(),
        },
    ]
}

/// Characters across.
fn width(code: &str) -> f64 {
    match code {
        "pilot_title" | "row_title" | "indicator_title" | "comment" => 40.0,
        code if code.ends_with("_id") => 14.0,
        "aggregation" | "entry" | "direction" | "kind" | "period_title" | "evidence" | "group_kind" | "group_code" => {
            20.0
        }
        _ => 13.0,
    }
}
