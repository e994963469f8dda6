//! What participants answered, in numbers: by wave, how many answered and the mean of each question. Never from fewer
//! than five answers, so that nobody can be recognised.

use serde_json::Value;

use super::{EvaluationResponse, EvaluationWave, Question, asked};
use crate::{
    Result,
    catalogue::{Answer, Catalogue as _, Wave},
    counting::{self, FEWEST},
    entity::Id,
    locale::Locale,
    store::Reader,
    training_session::TrainingSession,
};

/// The results of a session's evaluation.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
#[ts(rename = "EvaluationResults")]
pub struct Results {
    /// The fewest answers from which a mean is shown.
    pub fewest: u32,
    /// Persons trained in the session: whom the waves after it are about.
    pub trained: u32,
    /// The waves that were made, earliest first.
    pub waves: Vec<WaveResult>,
}

/// The answers of a wave.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct WaveResult {
    /// Id of the wave.
    pub id: String,
    /// A code of the catalogue `wave`.
    pub wave: &'static str,
    /// Questionnaires handed out, if that was noted.
    pub handed_out: Option<u32>,
    /// Questionnaires that came back.
    pub responses: u32,
    /// The share of those handed out that came back.
    pub returned: Option<f64>,
    /// The share of the answers of the wave before that were lost since; never below 0, and none before the first answer.
    pub attrition: Option<f64>,
    /// Question by question.
    pub items: Vec<ItemResult>,
    /// What was written, question by question and in no order that tells who wrote it; nothing from fewer than five
    /// responses.
    pub words: Vec<Words>,
}

/// The answers to a question of a wave.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct ItemResult {
    /// The field of a response.
    pub field: String,
    /// How many answered.
    pub answers: u32,
    /// The mean from 1 to 5, or for a question of yes and no the share of yes; nothing from fewer than five answers.
    pub mean: Option<f64>,
}

/// What was written to a question.
#[derive(Debug, PartialEq, serde::Serialize, ts_rs::TS)]
#[ts(rename = "WrittenAnswers")]
pub struct Words {
    /// The field of a response.
    pub field: String,
    /// The answers.
    pub answers: Vec<String>,
}

/// The results of a session's evaluation; written answers are sorted in `language`'s order.
pub fn results(data: &Reader<'_>, session: String, language: String) -> Result<Results> {
    let found = data.get(&Id::<TrainingSession>::new(&*session))?;
    let locale = Locale::new(&language);
    let mut waves = data.below::<EvaluationWave>(&session)?;
    waves.sort_by_key(|wave| wave.wave);
    let mut results = vec![];
    let mut before: Option<u32> = None;
    for wave in waves {
        let responses = data.below::<EvaluationResponse>(&wave.id)?;
        let responses: Vec<Value> = responses.iter().map(serde_json::to_value).collect::<Result<_, _>>()?;
        let count = responses.len() as u32;
        let share = |of: u32| (of > 0).then(|| f64::from(count) / f64::from(of));
        let questions = asked(&found, wave.wave);
        results.push(WaveResult {
            id: wave.id.to_string(),
            wave: wave.wave.code(),
            handed_out: wave.handed_out,
            responses: count,
            returned: wave.handed_out.and_then(share),
            attrition: before.filter(|_| count > 0).and_then(share).map(|kept| (1.0 - kept).max(0.0)),
            items: questions.iter().filter(|q| q.kind != "words").map(|q| item(q, &responses)).collect(),
            words: written(&questions, &responses, &locale),
        });
        before = Some(count);
    }
    let trained = counting::figures(data, Some(session.clone()))?.persons;
    Ok(Results { fewest: FEWEST, trained, waves: results })
}

/// The mean of one question in one wave, if there is one to show.
pub(crate) fn mean(results: &Results, wave: Wave, field: &str) -> Option<f64> {
    let wave = results.waves.iter().find(|result| result.wave == wave.code())?;
    wave.items.iter().find(|item| item.field == field)?.mean
}

fn item(question: &Question, responses: &[Value]) -> ItemResult {
    let answers: Vec<f64> = responses
        .iter()
        .filter_map(|response| match &response[&question.field] {
            Value::Number(score) => score.as_f64(),
            Value::String(answer) => Some(if answer == Answer::Yes.code() { 1.0 } else { 0.0 }),
            _ => None,
        })
        .collect();
    let count = answers.len() as u32;
    let mean = (count >= FEWEST).then(|| answers.iter().fold(0.0, |sum, answer| sum + answer) / f64::from(count));
    ItemResult { field: question.field.clone(), answers: count, mean }
}

fn written(questions: &[Question], responses: &[Value], locale: &Locale) -> Vec<Words> {
    if (responses.len() as u32) < FEWEST {
        return vec![];
    }
    let of = |question: &Question| {
        let words = |response: &Value| {
            let text: crate::text::Text = serde_json::from_value(response[&question.field].clone()).ok()?;
            text.in_language(locale.tag()).map(|(_, words)| words.to_owned())
        };
        let mut answers: Vec<String> = responses.iter().filter_map(words).collect();
        locale.sort_by_key(&mut answers, Clone::clone);
        Words { field: question.field.clone(), answers }
    };
    questions.iter().filter(|q| q.kind == "words").map(of).filter(|words| !words.answers.is_empty()).collect()
}
