//! Evaluation of a pilot initiative: how it is to be evaluated, what peers of another city say and what its owner
//! answers, and what was learnt.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{EvaluationKind, EvaluationStage, LessonKind, ReviewMode, ReviewResponse, Urgency},
    entity,
    entity::{Id, Score},
    error::Problem,
    money::Money,
    pilot_initiative::PilotInitiative,
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// A plan for evaluating a pilot initiative.
    EvaluationPlan in "evaluation_plan" of pilot_initiative {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// What is to be found out.
        title: Text,
        /// Its type.
        kind: EvaluationKind,
        /// How far it is.
        stage: EvaluationStage,
        /// The questions.
        questions: Option<Note>,
        /// The methods.
        methods: Option<Note>,
        /// Who evaluates: a function or an organisation.
        evaluator: Option<Text>,
        /// When the starting point is measured.
        baseline_on: Option<NaiveDate>,
        /// When results are there.
        results_on: Option<NaiveDate>,
        /// What it costs.
        budget: Option<Money>,
        /// What its results are used for.
        use_of_results: Option<Note>,
    }
}

entity! {
    /// A review by another partner.
    PeerReview in "peer_review" of pilot_initiative {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// The partner that reviews: its name.
        reviewer: String,
        /// When it was made.
        reviewed_on: NaiveDate,
        /// How it was made.
        mode: ReviewMode,
        /// Whether it does what the territory needs, 1 to 5.
        relevance: Option<Score>,
        /// Whether its parts fit one another and what others do, 1 to 5.
        coherence: Option<Score>,
        /// Whether it reaches what it is for, 1 to 5.
        effectiveness: Option<Score>,
        /// Whether what it costs is well used, 1 to 5.
        efficiency: Option<Score>,
        /// Whether it respects rights and ethics, 1 to 5.
        rights_ethics: Option<Score>,
        /// Whether it lasts, 1 to 5.
        sustainability: Option<Score>,
        /// Whether other cities can use it, 1 to 5.
        transferability: Option<Score>,
        /// What is good about it.
        strengths: Option<Note>,
    }
}

entity! {
    /// A recommendation of a review, and the owner's answer.
    ReviewRecommendation in "review_recommendation" of peer_review checked by check_recommendation {
        /// The review.
        peer_review: Id<PeerReview>,
        /// What is recommended.
        title: Text,
        /// How pressing it is.
        urgency: Urgency,
        /// What the owner answers.
        response: Option<ReviewResponse>,
        /// Why, and what will be done.
        response_text: Option<Note>,
        /// By when.
        due: Option<NaiveDate>,
    }
}

entity! {
    /// Something that was learnt.
    Lesson in "lesson" of pilot_initiative {
        /// The pilot initiative.
        pilot_initiative: Id<PilotInitiative>,
        /// The lesson in one sentence.
        title: Text,
        /// What it is about.
        kind: LessonKind,
        /// What it rests on, and what others can do with it.
        description: Option<Note>,
    }
}

/// An answer that is not a plain yes says why.
fn check_recommendation(recommendation: &ReviewRecommendation, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let unexplained = matches!(recommendation.response, Some(ReviewResponse::Partly | ReviewResponse::Rejected))
        && recommendation.response_text.is_none();
    Ok(problem_if(unexplained, "response_text", "response_missing").into_iter().collect())
}
