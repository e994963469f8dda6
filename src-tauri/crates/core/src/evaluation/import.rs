//! Answers from a table, such as the export of an online form: a row is a response. Compared, shown, then applied in one
//! step; a row that came in before is recognised and left out.

use std::collections::{BTreeMap, BTreeSet};

use super::{EvaluationResponse, EvaluationWave, is_answer};
use crate::{
    Result,
    entity::{Entity as _, EntityInfo, Id},
    error::{Error, Problem},
    import::{Reading, digest},
    records::{self, Record},
    store::{Reader, Writer, sha256},
};

/// A table of answers to import.
#[derive(Debug, Clone, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ResponseImport {
    /// Id of the wave.
    pub wave: String,
    /// The rows, without the one that names the columns.
    pub rows: Vec<Vec<String>>,
    /// What each column holds: a field of a response, or nothing.
    pub columns: Vec<Option<String>>,
    /// The language in which words were written: a BCP 47 base language.
    pub language: String,
}

/// What importing the table would do.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct ResponsePlan {
    /// Row by row; empty rows are left out.
    pub rows: Vec<ResponseRow>,
    /// What names this plan, see [`apply`].
    pub digest: String,
}

/// What importing a row would do.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct ResponseRow {
    /// Its number in the table, from 0.
    pub row: u32,
    /// `new`; `known`: came in before; `invalid`: nothing in it is an answer.
    pub verdict: &'static str,
    /// How many of its cells are answers.
    pub answers: u32,
    /// What of it is left out, and why.
    pub problems: Vec<Problem>,
    #[serde(skip)]
    #[ts(skip)]
    values: Record,
}

/// Compares a table with the responses that are there.
pub fn plan(data: &Reader<'_>, import: ResponseImport) -> Result<ResponsePlan> {
    let info = EntityInfo::of::<EvaluationResponse>();
    data.get(&Id::<EvaluationWave>::new(&*import.wave))?;
    let known: BTreeSet<String> =
        data.below::<EvaluationResponse>(&import.wave)?.into_iter().filter_map(|r| r.fingerprint).collect();
    let mut reading = Reading::default();
    let (mut rows, mut met): (_, BTreeMap<String, u32>) = (vec![], BTreeMap::new());
    for (number, cells) in import.rows.iter().enumerate() {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let (mut values, mut problems) = (Record::new(), vec![]);
        for (cell, column) in cells.iter().zip(&import.columns) {
            let field = column.as_deref().and_then(|column| info.field(column)).filter(|field| is_answer(field));
            let Some(field) = field.filter(|_| !cell.trim().is_empty()) else { continue };
            let out = |value: &serde_json::Value| {
                let (min, max) = (field.min.unwrap_or(0), field.max.unwrap_or(u32::MAX));
                value.as_u64().is_some_and(|number| !(u64::from(min)..=u64::from(max)).contains(&number))
            };
            match reading.value(field, cell, &import.language) {
                Ok(value) if out(&value) => problems.push(
                    Problem::new(field.name, "out_of_range")
                        .with("min", field.min.unwrap_or(0))
                        .with("max", field.max.unwrap_or(0)),
                ),
                Ok(value) => drop(values.insert(field.name.into(), value)),
                Err(problem) => problems.push(problem),
            }
        }
        // Two people may answer alike: the second row of its kind is another one than the first.
        let time = met.entry(cells.join("\t")).and_modify(|times| *times += 1).or_insert(1);
        let fingerprint = sha256(format!("{time}\n{}", cells.join("\t")).as_bytes());
        let verdict = match values.is_empty() {
            true => "invalid",
            false if known.contains(&fingerprint) => "known",
            false => "new",
        };
        let answers = values.len() as u32;
        values.insert("evaluation_wave".into(), import.wave.clone().into());
        values.insert("fingerprint".into(), fingerprint.into());
        rows.push(ResponseRow { row: number as u32, verdict, answers, problems, values });
    }
    Ok(ResponsePlan { digest: digest(&rows), rows })
}

/// Applies a plan that the officer saw; how many responses came in.
///
/// # Errors
/// [`Error::ChangedSince`] when comparing now gives another plan than the one that `digest` names;
/// [`Error::NothingToImport`] when no row is an answer.
pub fn apply(data: &Writer<'_>, import: ResponseImport, digest: String) -> Result<u32> {
    let plan = plan(data, import)?;
    if plan.digest != digest {
        return Err(Error::ChangedSince);
    }
    if plan.rows.iter().all(|row| row.verdict == "invalid") {
        return Err(Error::NothingToImport);
    }
    let mut made = 0;
    for row in plan.rows.into_iter().filter(|row| row.verdict == "new") {
        records::create(data, EvaluationResponse::NAME.into(), row.values)?;
        made += 1;
    }
    Ok(made)
}
