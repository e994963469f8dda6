//! What a table's columns mean: which row is the header, what its words say, and what the officer said last time about a
//! table with the same header. Words of all languages are known, whatever the window speaks.

use std::{collections::BTreeSet, sync::LazyLock};

use sha2::{Digest as _, Sha256};

use super::{SeriesRole, figures, words_of};
use crate::{
    locale::{LANGUAGES, Locale, fold},
    table_file::{Cell, HEAD_ROWS, Sheet},
};

/// What stands for a header that is a period: next year's table has one column more.
const PERIOD: &str = "#";

/// The roles that a header can name, each with the label of our own field.
const NAMED: &[(SeriesRole, &str)] = &[
    (SeriesRole::Indicator, "entity.territory_indicator.one"),
    (SeriesRole::Territory, "entity.territory_value.territory"),
    (SeriesRole::PeriodFrom, "entity.territory_value.period_from"),
    (SeriesRole::PeriodTo, "entity.territory_value.period_to"),
    (SeriesRole::Period, "ui.period.period"),
    (SeriesRole::Value, "entity.territory_value.value"),
    (SeriesRole::Numerator, "entity.territory_value.numerator"),
    (SeriesRole::Denominator, "entity.territory_value.denominator"),
    (SeriesRole::Note, "entity.territory_value.note"),
];

/// The words that name a role, in all languages: those of `import.word.<role>` and the label of our own field.
static WORDS: LazyLock<Vec<(SeriesRole, BTreeSet<String>)>> = LazyLock::new(|| {
    let locales: Vec<Locale> = LANGUAGES.iter().map(|(tag, _)| Locale::new(tag)).collect();
    let all = |(role, label): &(SeriesRole, &str)| {
        let of = |locale: &Locale| {
            let mut words = locale.text(&format!("import.word.{}", role.code()));
            words = words + "|" + &locale.text(label);
            words.split('|').map(fold).collect::<Vec<_>>()
        };
        (*role, locales.iter().flat_map(of).collect())
    };
    NAMED.iter().map(all).collect()
});

/// The row, counted from 0, whose words look most like a header.
pub(super) fn row(sheet: &Sheet) -> usize {
    let score = |row: &Vec<Cell>| {
        let words = row.iter().filter(|cell| named(cell).is_some()).count();
        let text = row
            .iter()
            .any(|cell| matches!(cell, Cell::Text(text) if figures::period(&Cell::Text(text.clone())).is_none()));
        let periods = row.iter().filter(|cell| figures::period(cell).is_some()).count();
        words * 3 + if periods > 1 && text { periods } else { 0 }
    };
    let mut best = (0, None);
    for (at, row) in sheet.rows.iter().take(HEAD_ROWS).enumerate() {
        let score = score(row);
        if score > best.0 {
            best = (score, Some(at));
        }
    }
    let filled = |row: &Vec<Cell>| row.iter().filter(|cell| **cell != Cell::Empty).count() > 1;
    best.1.or_else(|| sheet.rows.iter().take(HEAD_ROWS).position(filled)).unwrap_or_default()
}

/// What each column seems to mean. A role is given once; the columns of a wide table are all values.
pub(super) fn roles(header: &[Cell], width: usize) -> Vec<SeriesRole> {
    let mut given = BTreeSet::new();
    let mut roles: Vec<SeriesRole> = (0..width)
        .map(|column| match header.get(column) {
            Some(cell) if figures::period(cell).is_some() => SeriesRole::ValueOfPeriod,
            Some(cell) => named(cell).filter(|role| given.insert(*role)).unwrap_or(SeriesRole::Ignore),
            None => SeriesRole::Ignore,
        })
        .collect();
    // A first day alone says which period it is; with a last day beside it, "year" says nothing more.
    if given.contains(&SeriesRole::PeriodFrom) && given.contains(&SeriesRole::PeriodTo) {
        roles.iter_mut().filter(|role| **role == SeriesRole::Period).for_each(|role| *role = SeriesRole::Ignore);
    }
    if given.contains(&SeriesRole::Value) {
        roles.iter_mut().filter(|role| **role == SeriesRole::ValueOfPeriod).for_each(|role| *role = SeriesRole::Ignore);
    }
    roles
}

/// The header's words as this laptop remembers them: as hashes, for settings hold nothing of a file's content.
pub(super) fn keys(header: &[Cell], width: usize) -> Vec<String> {
    let key = |column: usize| match header.get(column) {
        Some(cell) if figures::period(cell).is_some() => PERIOD.to_owned(),
        cell => hash(&fold(&cell.map_or_else(String::new, words_of))),
    };
    (0..width).map(key).collect()
}

/// What tells tables of one kind from others: their headers, with any number of periods in a row.
pub(super) fn signature(keys: &[String]) -> String {
    let mut keys = keys.to_vec();
    keys.dedup_by(|a, b| *a == *b && *a == PERIOD);
    hash(&keys.join(" "))
}

/// The roles that were given to columns of the same headers.
pub(super) fn recalled(keys: &[String], remembered: &[(String, SeriesRole)]) -> Vec<SeriesRole> {
    let mut left = remembered.to_vec();
    keys.iter()
        .map(|key| match left.iter().position(|(other, _)| other == key) {
            Some(at) if key == PERIOD => left[at].1,
            Some(at) => left.remove(at).1,
            None => SeriesRole::Ignore,
        })
        .collect()
}

/// What a table without a column for the indicator is about: the words alone in a row above the header, else the sheet's
/// name, else the file's.
pub(super) fn subject(sheet: &Sheet, header: usize, file_name: &str) -> String {
    let alone = |row: &&Vec<Cell>| row.iter().filter(|cell| **cell != Cell::Empty).count() == 1;
    let title = sheet
        .rows
        .iter()
        .take(header)
        .find(alone)
        .and_then(|row| row.iter().map(words_of).find(|words| !words.is_empty()));
    let named =
        Some(sheet.name.clone()).filter(|name| !name.is_empty() && !name.ends_with(|c: char| c.is_ascii_digit()));
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    title.or(named).unwrap_or_else(|| stem.into())
}

/// The role that a header names, with or without a remark in brackets behind it.
fn named(cell: &Cell) -> Option<SeriesRole> {
    let Cell::Text(text) = cell else { return None };
    let whole = fold(text);
    let short = fold(text.split(['(', '[', ':']).next().unwrap_or_default());
    WORDS.iter().find(|(_, words)| words.contains(&whole) || words.contains(&short)).map(|(role, _)| *role)
}

fn hash(text: &str) -> String {
    crate::hex::encode(&Sha256::digest(text)[..8])
}
