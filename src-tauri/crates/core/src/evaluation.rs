//! Evaluation of a session by its participants (Kirkpatrick): waves before, after, and three and six months later, and
//! their anonymous answers. Nothing here names who answered; means are `evaluation/results.rs`.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{Answer, Catalogue as _, TrainingModule, Wave},
    entity,
    entity::{Entity as _, Field, Id, Score},
    error::Problem,
    records::problem_if,
    store::Reader,
    text::Note,
    training_session::TrainingSession,
};

mod import;
mod results;

pub use import::{ResponseImport, ResponsePlan, ResponseRow, apply, plan};
pub(crate) use results::mean;
pub use results::{ItemResult, Results, WaveResult, Words, results};

entity! {
    /// A time at which the participants of a session are asked.
    EvaluationWave in "evaluation_wave" of training_session checked by check_wave {
        /// The session.
        training_session: Id<TrainingSession>,
        /// Before, after, or later.
        wave: Wave,
        /// When they are to be asked.
        due_on: Option<NaiveDate>,
        /// How many questionnaires were handed out.
        handed_out: Option<u32>,
        /// What to bear in mind when reading the answers.
        note: Option<Note>,
    }
}

entity! {
    /// What one person answered, without a name.
    EvaluationResponse in "evaluation_response" of evaluation_wave checked by check_response {
        /// The wave.
        evaluation_wave: Id<EvaluationWave>,
        /// Reaction: how useful it was.
        usefulness: Option<Score>,
        /// Reaction: how much it has to do with their work.
        relevance_to_role: Option<Score>,
        /// Reaction: the trainers.
        trainer_quality: Option<Score>,
        /// Reaction: the materials.
        materials: Option<Score>,
        /// Reaction: the organisation.
        organisation: Option<Score>,
        /// Learning: own knowledge of module 1.
        knowledge_tm1: Option<Score>,
        /// Of module 2.
        knowledge_tm2: Option<Score>,
        /// Of module 3.
        knowledge_tm3: Option<Score>,
        /// Of module 4.
        knowledge_tm4: Option<Score>,
        /// Of module 5.
        knowledge_tm5: Option<Score>,
        /// Of module 6.
        knowledge_tm6: Option<Score>,
        /// Of module 7.
        knowledge_tm7: Option<Score>,
        /// Of module 8.
        knowledge_tm8: Option<Score>,
        /// Of module 9.
        knowledge_tm9: Option<Score>,
        /// Of module 10.
        knowledge_tm10: Option<Score>,
        /// Of module 11.
        knowledge_tm11: Option<Score>,
        /// Of module 12.
        knowledge_tm12: Option<Score>,
        /// Of module 13.
        knowledge_tm13: Option<Score>,
        /// Learning: can recognise signs.
        can_recognise: Option<Score>,
        /// Learning: knows whom to contact.
        know_whom_to_contact: Option<Score>,
        /// Learning: dares to act.
        confidence_to_act: Option<Score>,
        /// Behaviour: used it at work.
        used_in_work: Option<Answer>,
        /// Behaviour: shared it with colleagues.
        shared_with_colleagues: Option<Answer>,
        /// Behaviour: contacted an agency of the partnership.
        contacted_partner_agency: Option<Answer>,
        /// What was most useful.
        most_useful: Option<Note>,
        /// What was missing.
        missing: Option<Note>,
        /// What an imported row is recognised by, so that it comes in once.
        fingerprint: Option<String>,
    }
}

/// What a session's participants are asked in a wave, in the order of the questionnaire.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Question {
    /// The field of a response.
    pub field: String,
    /// `score` (1 to 5), `answer` (yes, no, not yet) or `words`.
    pub kind: &'static str,
}

const REACTION: &[&str] = &["usefulness", "relevance_to_role", "trainer_quality", "materials", "organisation"];
const LEARNING: &[&str] = &["can_recognise", "know_whom_to_contact", "confidence_to_act"];
const BEHAVIOUR: &[&str] = &["used_in_work", "shared_with_colleagues", "contacted_partner_agency"];
const WORDS: &[&str] = &["most_useful", "missing"];

/// The questions of a wave of a session: learning in every wave, so that before and after compare; reaction right after;
/// behaviour later on.
///
/// # Errors
/// [`crate::Error::NotFound`]
pub fn questions(data: &Reader<'_>, wave: String) -> Result<Vec<Question>> {
    let found = data.get(&Id::<EvaluationWave>::new(wave))?;
    let session = data.get(&found.training_session)?;
    Ok(asked(&session, found.wave))
}

/// The same, for a wave that is not made yet.
pub(crate) fn asked(session: &TrainingSession, wave: Wave) -> Vec<Question> {
    let of = |fields: &[&str], kind| -> Vec<Question> {
        fields.iter().map(|field| Question { field: (*field).to_owned(), kind }).collect()
    };
    let module = |module: &TrainingModule| Question { field: format!("knowledge_{}", module.code()), kind: "score" };
    let mut questions = vec![];
    if wave == Wave::Post {
        questions.extend(of(REACTION, "score"));
    }
    questions.extend(of(LEARNING, "score"));
    questions.extend(session.modules.iter().map(module));
    if matches!(wave, Wave::FollowUp3m | Wave::FollowUp6m) {
        questions.extend(of(BEHAVIOUR, "answer"));
    }
    if wave != Wave::Pre {
        questions.extend(of(WORDS, "words"));
    }
    questions
}

/// Whether a field of a response is an answer, and not what it belongs to or is recognised by.
pub(crate) fn is_answer(field: &Field) -> bool {
    EvaluationResponse::PARENT != Some(field.name) && field.name != "fingerprint"
}

fn check_wave(wave: &EvaluationWave, data: &Reader<'_>) -> Result<Vec<Problem>> {
    let twice = data
        .below::<EvaluationWave>(&wave.training_session)?
        .iter()
        .any(|other| other.id != wave.id && other.wave == wave.wave);
    Ok(problem_if(twice, "wave", "duplicate_wave").into_iter().collect())
}

fn check_response(response: &EvaluationResponse, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let values = serde_json::to_value(response)?;
    let answered =
        EvaluationResponse::FIELDS.iter().filter(|field| is_answer(field)).any(|field| !values[field.name].is_null());
    Ok(problem_if(!answered, "usefulness", "nothing_answered").into_iter().collect())
}
