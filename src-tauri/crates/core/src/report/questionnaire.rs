//! The printed questionnaire of a session's evaluation: a sheet for each wave, to be filled in by hand without a name.

use liaise_paper::document::{Block, Column, Design, Document, Row, Table};

use super::{Context, frame};
use crate::{
    Result,
    catalogue::{Answer, Catalogue as _, ReportKind, TrainingModule, Wave},
    entity::Id,
    evaluation::{EvaluationResponse, EvaluationWave, Question, asked},
    partnership,
    training_session::TrainingSession,
};

/// What stands where one is to tick.
const BOX: &str = "○";
/// What the fields of questions about a module's topic begin with.
const KNOWLEDGE: &str = "knowledge_";

/// The sheets of the waves that were made, else of those right before and after the session.
pub(super) fn document(context: &Context<'_>) -> Result<Document> {
    let session: TrainingSession = context.data.get(&Id::new(context.subject))?;
    let mut waves: Vec<Wave> =
        context.data.below::<EvaluationWave>(context.subject)?.iter().map(|wave| wave.wave).collect();
    if waves.is_empty() {
        waves = vec![Wave::Pre, Wave::Post];
    }
    waves.sort_unstable();
    let sheets: Result<Vec<Document>> = waves.into_iter().map(|wave| sheet(context, &session, wave)).collect();
    let mut sheets = sheets?.into_iter();
    let mut first = sheets.next().expect("there is at least one wave");
    first.parts = sheets.collect();
    Ok(first)
}

fn sheet(context: &Context<'_>, session: &TrainingSession, wave: Wave) -> Result<Document> {
    let locale = context.locale;
    let owner = partnership::of_file(context.data)?;
    let kind = locale.of(ReportKind::EvaluationQuestionnaire);
    let title = context.plain(&session.title);
    let mut document = frame::bare(context, &owner, &title, &kind)?.design(Design::Sheet);
    document.front.subtitle = format!("{kind} – {}", locale.of(wave));
    document.push(Block::paragraph(context.text("report.questionnaire.intro")));
    let questions = asked(session, wave);
    let of = |kind: &str| -> Vec<&Question> { questions.iter().filter(|question| question.kind == kind).collect() };
    let label = |question: &Question| context.field::<EvaluationResponse>(&question.field);

    let mut scores = Table::new(context.text("report.questionnaire.scores"))
        .column(Column::text(context.text("report.questionnaire.statement")).header());
    for score in 1..=5 {
        scores = scores.column(Column::mark(locale.number(score.into())).min(30.0));
    }
    let boxes = || std::iter::repeat_n(BOX.to_owned(), 5);
    let (topics, statements): (Vec<&Question>, Vec<&Question>) =
        of("score").into_iter().partition(|question| question.field.starts_with(KNOWLEDGE));
    for question in statements {
        scores.add(std::iter::once(label(question)).chain(boxes()));
    }
    if !topics.is_empty() {
        scores = scores.group(context.text("report.questionnaire.knowledge"));
    }
    for question in topics {
        let topic = locale.label(TrainingModule::NAME, &question.field[KNOWLEDGE.len()..]);
        scores.add(std::iter::once(topic).chain(boxes()));
    }
    document.push(scores);
    document.push(Block::small(context.text("report.questionnaire.scale")));

    let answers = of("answer");
    if !answers.is_empty() {
        let mut table = Table::new(context.text("report.questionnaire.answers"))
            .column(Column::text(context.text("report.questionnaire.statement")).header());
        for answer in Answer::ALL {
            table = table.column(Column::mark(locale.of(*answer)).min(60.0));
        }
        for question in answers {
            let boxes = std::iter::repeat_n(BOX.to_owned(), Answer::ALL.len());
            table.add(std::iter::once(label(question)).chain(boxes));
        }
        document.push(table);
    }
    let words = of("words");
    if !words.is_empty() {
        let mut table = Table::new(context.text("report.questionnaire.words"))
            .column(Column::text(context.text("report.questionnaire.statement")).header().min(120.0))
            .column(Column::blank(context.text("report.questionnaire.answer"), 300.0));
        for question in words {
            table.rows.push(Row::new([label(question)]).height(42.0));
        }
        document.push(table);
    }
    document.push(Block::small(context.text("report.questionnaire.thanks")));
    Ok(document)
}
