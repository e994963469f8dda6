//! The evaluation of a training report: how many answered in each wave, what they answered on average, and how that
//! changed from before to after. No mean rests on fewer than five answers.

use liaise_paper::{
    chart::{Arrangement, Bars, Series},
    document::{Block, Cell, Column, Figure, Table},
};

use super::Context;
use crate::{
    Result,
    catalogue::{Catalogue as _, PrivacyLevel, Wave},
    evaluation::{EvaluationResponse, Results, WaveResult, mean, results},
};

/// The evaluation of the session; nothing when nobody was asked.
pub(super) fn evaluation(context: &Context<'_>) -> Result<Vec<Block>> {
    let results = results(context.data, context.subject.into(), context.locale.tag().into())?;
    if results.waves.iter().all(|wave| wave.responses == 0) {
        return Ok(vec![]);
    }
    let mut blocks = vec![waves(context, &results)];
    let fields = fields(&results);
    let learning: Vec<&str> = fields.iter().copied().filter(|field| compared(&results, field)).collect();
    if !learning.is_empty() {
        blocks.push(learning_chart(context, &results, &learning));
    }
    blocks.push(means(context, &results, &fields));
    let few = context.locale.number(results.fewest.into());
    blocks.push(Block::small(context.locale.fill("report.evaluation.rule", &[("few", &few)])));
    if context.privacy != PrivacyLevel::Public {
        blocks.extend(words(context, &results));
    }
    Ok(blocks)
}

/// How many were asked and answered.
fn waves(context: &Context<'_>, results: &Results) -> Block {
    let locale = context.locale;
    let text = |key: &str| context.text(&format!("report.evaluation.{key}"));
    let share = |share: Option<f64>| share.map_or_else(|| context.dash(), |share| locale.percent(share));
    let mut table = Table::new(text("waves"))
        .column(Column::text(text("wave")).header())
        .column(Column::number(text("handed_out")))
        .column(Column::number(text("responses")))
        .column(Column::number(text("returned")))
        .column(Column::number(text("attrition")));
    for wave in &results.waves {
        table.add([
            Cell::from(locale.label(Wave::NAME, wave.wave)),
            wave.handed_out.map_or_else(|| context.dash(), |count| locale.number(count.into())).into(),
            locale.number(wave.responses.into()).into(),
            share(wave.returned).into(),
            share(wave.attrition).into(),
        ]);
    }
    table.into()
}

/// Every question that was asked in any wave, in the order of the questionnaires.
fn fields(results: &Results) -> Vec<&str> {
    let mut fields: Vec<&str> = vec![];
    for item in results.waves.iter().flat_map(|wave| &wave.items) {
        if !fields.contains(&&*item.field) {
            fields.push(&item.field);
        }
    }
    fields
}

/// Whether a question has a mean before the session and one after it.
fn compared(results: &Results, field: &str) -> bool {
    mean(results, Wave::Pre, field).is_some() && mean(results, Wave::Post, field).is_some()
}

fn learning_chart(context: &Context<'_>, results: &Results, fields: &[&str]) -> Block {
    let label = |field: &&str| context.field::<EvaluationResponse>(field);
    let series = results
        .waves
        .iter()
        .filter(|wave| fields.iter().any(|field| wave_mean(wave, field).is_some()))
        .map(|wave| Series {
            name: context.locale.label(Wave::NAME, wave.wave),
            values: fields.iter().map(|field| wave_mean(wave, field).map(rounded)).collect(),
        })
        .collect();
    let categories = fields.iter().map(label).collect();
    let chart = Bars { categories, series, arrangement: Arrangement::Horizontal, unit: String::new() };
    let text = |key: &str| context.text(&format!("report.evaluation.{key}"));
    Figure::chart(chart, text("learning_alt"), text("learning_chart")).into()
}

fn means(context: &Context<'_>, results: &Results, fields: &[&str]) -> Block {
    let locale = context.locale;
    let mut table = Table::new(context.text("report.evaluation.means"))
        .column(Column::text(context.text("report.questionnaire.statement")).header().min(170.0));
    for wave in &results.waves {
        table = table.column(Column::number(locale.label(Wave::NAME, wave.wave)));
    }
    for field in fields {
        let cell = |wave: &WaveResult| {
            let Some(item) = wave.items.iter().find(|item| item.field == **field) else {
                return Cell::from(context.dash());
            };
            let count = locale.number(item.answers.into());
            let few = locale.number(results.fewest.into());
            match item.mean {
                // A question of yes and no has a share, one on a scale a mean.
                Some(share) if is_answer(field) => Cell::from(
                    locale.fill("report.evaluation.cell", &[("mean", &locale.percent(share)), ("count", &count)]),
                ),
                Some(mean) => {
                    let mean = locale.number(rounded(mean));
                    Cell::from(locale.fill("report.evaluation.cell", &[("mean", &mean), ("count", &count)]))
                }
                None if item.answers == 0 => Cell::from(context.dash()),
                None => Cell::from(format!("n < {few}")),
            }
        };
        let label = Cell::from(context.field::<EvaluationResponse>(field));
        table.add(std::iter::once(label).chain(results.waves.iter().map(cell)));
    }
    table.into()
}

fn words(context: &Context<'_>, results: &Results) -> Vec<Block> {
    let mut blocks = vec![];
    for wave in &results.waves {
        for words in &wave.words {
            let question = context.field::<EvaluationResponse>(&words.field);
            let when = context.locale.label(Wave::NAME, wave.wave);
            blocks.push(Block::heading(context.level + 1, format!("{question} ({when})")));
            blocks.push(Block::bullets(words.answers.iter().cloned()));
        }
    }
    blocks
}

fn is_answer(field: &str) -> bool {
    ["used_in_work", "shared_with_colleagues", "contacted_partner_agency"].contains(&field)
}

fn wave_mean(wave: &WaveResult, field: &str) -> Option<f64> {
    wave.items.iter().find(|item| item.field == field)?.mean
}

fn rounded(mean: f64) -> f64 {
    (mean * 10.0).round() / 10.0
}
