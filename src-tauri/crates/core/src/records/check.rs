//! What the kinds of fields ask for: the checks that all records share. Tidies as it checks: lines are trimmed, empty
//! words left out.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::{
    Result, catalogue,
    entity::{EntityInfo, Field, Kind},
    error::Problem,
    locale,
    money::Money,
    store::Reader,
};

/// The earliest and the latest year that a date may have.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Checks and tidies the values of one record.
pub(super) fn values(data: &Reader<'_>, info: &EntityInfo, record: &mut Map<String, Value>) -> Result<Vec<Problem>> {
    let mut problems = vec![];
    for name in record.keys() {
        if info.field(name).is_none() {
            problems.push(Problem::new(name, "unknown_field"));
        }
    }
    for field in info.fields {
        let value = record.entry(field.name).or_insert(Value::Null);
        if let Some(problem) = check(data, field, value)? {
            problems.push(problem);
        } else if field.required && empty(value) {
            problems.push(Problem::new(field.name, "required"));
        }
    }
    Ok(problems)
}

fn empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// Why the value does not fit the field, if so.
fn check(data: &Reader<'_>, field: &Field, value: &mut Value) -> Result<Option<Problem>> {
    let problem = |code| Problem::new(field.name, code);
    if value.is_null() {
        if matches!(field.kind, Kind::Codes | Kind::Links) {
            *value = Value::Array(vec![]);
        }
        return Ok(None);
    }
    Ok(match (field.kind, &mut *value) {
        (Kind::Line, Value::String(line)) => {
            let tidy = line.trim().to_owned();
            let unfit = field.fits.filter(|fits| !tidy.is_empty() && !(fits.test)(&tidy));
            let found = words(field, &tidy).or_else(|| unfit.map(|fits| problem(fits.problem)));
            *value = if tidy.is_empty() { Value::Null } else { tidy.into() };
            found
        }
        (Kind::Text | Kind::Note, Value::Object(text)) => {
            let found = self::text(field, text);
            if found.is_none() && text["words"].as_object().is_none_or(Map::is_empty) {
                *value = Value::Null;
            }
            found
        }
        (Kind::Date, Value::String(date)) if date.is_empty() => {
            *value = Value::Null;
            None
        }
        (Kind::Date, Value::String(date)) => {
            let parsed = date.trim().parse::<NaiveDate>().ok();
            match parsed.filter(|date| YEARS.contains(&chrono::Datelike::year(date))) {
                Some(date) => {
                    *value = date.to_string().into();
                    None
                }
                None => Some(problem("not_a_date")),
            }
        }
        (Kind::Integer, Value::Number(number)) => {
            let (min, max) = (field.min.unwrap_or(0), field.max.unwrap_or(u32::MAX));
            let fits = number.as_u64().is_some_and(|number| (u64::from(min)..=u64::from(max)).contains(&number));
            (!fits).then(|| problem("out_of_range").with("min", min).with("max", max))
        }
        (Kind::Decimal, Value::Number(number)) => {
            let fits = number.as_f64().is_some_and(|number| number.abs() <= 1e12);
            (!fits)
                .then(|| problem("out_of_range").with("min", -1_000_000_000_000_i64).with("max", 1_000_000_000_000_i64))
        }
        (Kind::Money, Value::Number(number)) => {
            let fits = number.as_i64().is_some_and(|cents| (0..=Money::MAX.cents()).contains(&cents));
            (!fits).then(|| problem("out_of_range").with("min", 0).with("max", Money::MAX.cents() / 100))
        }
        (Kind::Flag, Value::Bool(_)) => None,
        (Kind::Code, Value::String(code)) => (!known(field, code)).then(|| problem("unknown_code")),
        (Kind::Codes, Value::Array(codes)) => {
            sort(codes);
            (!codes.iter().all(|code| code.as_str().is_some_and(|code| known(field, code))))
                .then(|| problem("unknown_code"))
        }
        (Kind::Link, Value::String(id)) => (!exists(data, field, id)?).then(|| problem("unknown_record")),
        (Kind::Links, Value::Array(ids)) => {
            sort(ids);
            let mut unknown = false;
            for id in ids {
                unknown |= match id.as_str() {
                    Some(id) => !exists(data, field, id)?,
                    None => true,
                };
            }
            unknown.then(|| problem("unknown_record"))
        }
        _ => Some(problem("wrong_type")),
    })
}

/// Checks a text's languages and words, and leaves empty words out.
fn text(field: &Field, text: &mut Map<String, Value>) -> Option<Problem> {
    let problem = |code| Some(Problem::new(field.name, code));
    let Some(Value::Object(words)) = text.get_mut("words") else {
        return problem("wrong_type");
    };
    for (language, value) in words.iter_mut() {
        let Value::String(line) = value else {
            return problem("wrong_type");
        };
        if !locale::is_content_language(language) {
            return problem("unknown_language");
        }
        // Tidy ends, but keep what separates paragraphs.
        let tidy = line.replace("\r\n", "\n").trim().to_owned();
        if let Some(problem) = self::words(field, &tidy) {
            return Some(problem);
        }
        *value = tidy.into();
    }
    words.retain(|_, words| words.as_str().is_some_and(|words| !words.is_empty()));
    let first = words.keys().next().cloned().unwrap_or_default();
    let known = text.get("source").and_then(Value::as_str).is_some_and(|source| text["words"].get(source).is_some());
    if !known {
        text.insert("source".into(), first.into());
    }
    text.retain(|name, _| name == "source" || name == "words");
    None
}

fn words(field: &Field, words: &str) -> Option<Problem> {
    let max = field.max.unwrap_or(u32::MAX);
    let allowed = |character: char| field.kind == Kind::Note && matches!(character, '\n' | '\t');
    if words.chars().any(|character| character.is_control() && !allowed(character)) {
        return Some(Problem::new(field.name, "control_characters"));
    }
    let length = words.chars().count();
    (length > max as usize).then(|| Problem::new(field.name, "too_long").with("max", max).with("length", length))
}

fn known(field: &Field, code: &str) -> bool {
    field.catalogue.is_some_and(|name| catalogue::codes(name).contains(&code))
}

fn exists(data: &Reader<'_>, field: &Field, id: &str) -> Result<bool> {
    field.target.map_or(Ok(false), |target| data.exists(target, id))
}

/// Sets have one order, so that equal sets are equal values.
fn sort(values: &mut Vec<Value>) {
    values.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
    values.dedup();
}
