//! Name badges for the people of a session and its trainers.

use liaise_paper::document::{Badge, Block, Design, Document};

use super::{Context, frame, signin};
use crate::{
    Result,
    catalogue::ReportKind,
    error::Error,
    partnership,
    training_session::{Trainer, TrainingSession},
};

/// The badges of a session.
///
/// # Errors
/// [`Error::NothingToReport`] when nobody is expected.
pub(super) fn document(context: &Context<'_>) -> Result<Document> {
    let session: TrainingSession = context.data.get(&crate::entity::Id::new(context.subject))?;
    let owner = partnership::of_file(context.data)?;
    let kind = context.locale.of(ReportKind::NameBadges);
    let title = context.plain(&session.title);
    let mut document = frame::bare(context, &owner, &title, &kind)?.design(Design::Badges);
    let when = context.short_period(session.starts, session.ends);
    let mut foot = format!("{title}\n{when}");
    if let Some(mark) = &document.front.sample {
        foot = format!("{title}\n{when}  ·  {mark}");
    }
    let mut badges = vec![];
    for person in signin::expected(context)? {
        let place: Vec<String> =
            person.city.iter().cloned().chain(person.country.as_deref().map(|c| context.country(c))).collect();
        badges.push(Badge {
            name: person.full_name(),
            lines: vec![
                person.function.as_ref().map(|function| function.0.clone()).unwrap_or_default(),
                person.organisation.clone().unwrap_or_default(),
                place.join(", "),
            ],
            foot: foot.clone(),
        });
    }
    for trainer in context.data.below::<Trainer>(context.subject)? {
        let lines = vec![context.locale.of(trainer.role), trainer.organisation.unwrap_or_default()];
        badges.push(Badge { name: trainer.name.0, lines, foot: foot.clone() });
    }
    if badges.is_empty() {
        return Err(Error::NothingToReport);
    }
    document.push(Block::Badges(badges));
    Ok(document)
}
