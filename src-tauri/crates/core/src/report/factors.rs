//! The section on risk and protective factors, rated for the territory, with the caution that belongs beside the
//! catalogue (domain reference, 4.4). Deliberately no sum, mean or score of factors.

use liaise_paper::{
    chart::{Heat, HeatCell, HeatRow, Shade},
    document::{Block, CallOut, CallOutKind, Cell, Column, Figure, Inlines, Table},
};

use super::{Context, analysis};
use crate::{
    Result,
    catalogue::{Catalogue, Presence},
    finding::FactorRating,
    pack,
};

pub(super) fn build(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut ratings = context.data.below::<FactorRating>(context.subject)?;
    ratings.retain(|rating| rating.presence != Presence::NotAssessed);
    if ratings.is_empty() {
        return Ok(context.nothing_recorded());
    }
    ratings.sort_by_key(|rating| (std::cmp::Reverse(rating.presence), rating.factor));
    let caution =
        CallOut::new(CallOutKind::Note, context.text("report.caution.title"), context.text("report.caution.text"));
    let mut blocks = vec![caution.into()];
    let (protective, risk): (Vec<_>, Vec<_>) = ratings.into_iter().partition(|rating| rating.factor.protects());
    for (kind, ratings) in [("risk_factors", risk), ("protective_factors", protective)] {
        if ratings.is_empty() {
            continue;
        }
        blocks.push(Block::heading(context.level + 1, context.text(&format!("report.{kind}"))));
        blocks.push(profile(context, kind, &ratings).into());
        blocks.push(table(context, kind, &ratings)?.into());
        blocks.extend(explanations(context, &ratings)?);
    }
    Ok(blocks)
}

/// What the coordinator says of the factors that are rated.
fn explanations(context: &Context<'_>, ratings: &[FactorRating]) -> Result<Vec<Block>> {
    let known = pack::explanations(context.data)?;
    let said: Vec<(String, Inlines)> = ratings
        .iter()
        .filter_map(|rating| Some((context.locale.of(rating.factor), context.words(known.get(rating.factor.code())?))))
        .collect();
    Ok(if said.is_empty() {
        vec![]
    } else {
        vec![Block::heading(context.level + 2, context.text("report.factor_explanations")), Block::facts(said)]
    })
}

/// The risk and protective factors that are rated highest, for the summary.
pub(super) fn strongest(context: &Context<'_>) -> Result<Vec<Block>> {
    let mut ratings = context.data.below::<FactorRating>(context.subject)?;
    ratings.retain(|rating| rating.presence >= Presence::High);
    ratings.sort_by_key(|rating| (std::cmp::Reverse(rating.presence), rating.factor));
    let (protective, risk): (Vec<_>, Vec<_>) = ratings.into_iter().partition(|rating| rating.factor.protects());
    let line = |kind: &str, ratings: &[FactorRating]| {
        let names = ratings.iter().take(STRONGEST).map(|rating| context.locale.of(rating.factor));
        let names = names.collect::<Vec<_>>().join("; ");
        (context.text(&format!("report.{kind}")), if names.is_empty() { context.dash() } else { names })
    };
    Ok(vec![
        Block::facts([line("risk_factors", &risk), line("protective_factors", &protective)]),
        Block::small(context.text("report.caution.text")),
    ])
}

/// Factors of a kind in the summary.
const STRONGEST: usize = 5;

fn profile(context: &Context<'_>, kind: &str, ratings: &[FactorRating]) -> Figure {
    // "Not assessed" is no step of the scale.
    let scale = &Presence::ALL[1..];
    let cell = |presence: Presence| HeatCell {
        shade: Shade::Strength((presence as u32 - 1) as f64 / (scale.len() - 1) as f64),
        mark: (presence as u32 - 1).to_string(),
        label: context.locale.of(presence),
    };
    let rows = ratings
        .iter()
        .map(|rating| HeatRow {
            name: context.locale.of(rating.factor),
            cells: scale.iter().map(|presence| (*presence == rating.presence).then(|| cell(*presence))).collect(),
        })
        .collect();
    let heat =
        Heat { columns: scale.iter().map(|presence| context.locale.of(*presence)).collect(), rows, legend: vec![] };
    Figure::chart(
        heat,
        context.text(&format!("report.alt.{kind}")),
        context.text(&format!("report.caption.{kind}_profile")),
    )
}

fn table(context: &Context<'_>, kind: &str, ratings: &[FactorRating]) -> Result<Table> {
    let label = |name| context.field::<FactorRating>(name);
    let mut table = Table::new(context.text(&format!("report.caption.{kind}")))
        .column(Column::text(label("factor")).header())
        .column(Column::text(label("presence")))
        .column(Column::text(label("trend")))
        .column(Column::text(label("confidence")))
        .column(Column::text(label("comment")).min(215.0));
    let register = analysis::Register::of(context)?;
    for rating in ratings {
        let mut comment = rating.comment.as_ref().map(|comment| context.words(comment)).unwrap_or_default();
        if !rating.districts.is_empty() {
            let districts = context.data.follow(rating.districts.iter())?;
            let names: Vec<String> = districts.iter().map(|district| context.plain(&district.name)).collect();
            comment = comment
                .and(format!(" {}", context.locale.fill("report.in_districts", &[("districts", &names.join(", "))])));
        }
        if rating.evidence.is_empty() {
            comment = comment.and(format!(" ({})", context.text("report.no_local_evidence.short")));
        } else {
            let sources = register.numbers(rating.evidence.iter());
            comment = comment.and(format!(" ({})", context.locale.fill("report.evidence", &[("sources", &sources)])));
        }
        table.add([
            Cell::from(context.locale.of(rating.factor)),
            context.locale.of(rating.presence).into(),
            context.locale.of(rating.trend).into(),
            context.locale.of(rating.confidence).into(),
            comment.into(),
        ]);
    }
    Ok(table)
}
