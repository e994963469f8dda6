//! Certificates of attendance: a page for each person, in the person's own language whatever language the others have.

use std::cell::OnceCell;

use chrono::{DateTime, Utc};
use liaise_paper::document::{Block, Design, Document, Inline, Inlines, ParagraphStyle, SignatureLine};

use super::{Context, frame};
use crate::{
    Result,
    catalogue::{PrivacyLevel, ReportKind},
    certificate::{Certificate, printable},
    error::Error,
    locale::Locale,
    partnership,
    store::Reader,
    training_session::Trainer,
};

/// The most names below a certificate: what fits on its page.
const SIGNATURES: usize = 3;

/// All certificates of a session that count, by number.
///
/// # Errors
/// [`Error::NothingToReport`] when there is none.
pub(super) fn document(context: &Context<'_>) -> Result<Document> {
    let pages: Result<Vec<Document>> =
        printable(context.data, context.subject)?.iter().map(|one_of| one(context.data, one_of, context.now)).collect();
    let mut pages = pages?.into_iter();
    let mut first = pages.next().ok_or(Error::NothingToReport)?;
    first.parts = pages.collect();
    Ok(first)
}

/// One certificate.
pub(crate) fn one(data: &Reader<'_>, certificate: &Certificate, now: DateTime<Utc>) -> Result<Document> {
    let locale = Locale::new(&certificate.language);
    let session = data.get(&certificate.training_session)?;
    let (id, privacy) = (session.id.to_string(), PrivacyLevel::Internal);
    let network = &OnceCell::new();
    let context = Context { data, locale: &locale, subject: &id, period: None, level: 1, privacy, now, network };
    let owner = partnership::of_file(data)?;
    let person = data.get(&certificate.participant)?;
    let kind = locale.of(ReportKind::Certificate);
    let mut document = frame::bare(&context, &owner, &kind, &kind)?.design(Design::Certificate);
    document.seed = format!("{} {} {}", owner.id, certificate.id, certificate.language.0);
    document.front.subtitle.clear();

    let centred = |text: Inlines| Block::styled(ParagraphStyle::Centred, text);
    let text = |key: &str, values: &[(&str, &str)]| locale.fill(&format!("report.certificate.{key}"), values);
    document.push(centred(text("certifies", &[]).into()));
    document.push(Block::styled(ParagraphStyle::Display, person.full_name()));
    if let Some(organisation) = &person.organisation {
        document.push(centred(organisation.as_str().into()));
    }
    document.push(centred(text("attended", &[]).into()));
    document.push(centred(Inline::Strong(context.words(&session.title).0).into()));
    let place: Vec<String> =
        session.city.iter().cloned().chain(session.country.as_deref().map(|c| context.country(c))).collect();
    let when = locale.period(session.starts, session.ends);
    document.push(centred(
        [&*when, &*place.join(", ")]
            .map(str::to_owned)
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("  ·  ")
            .into(),
    ));
    if !session.modules.is_empty() {
        let modules = context.codes(&session.modules);
        document.push(centred(text("modules", &[("modules", &modules)]).into()));
    }
    let (attended, held) = (locale.number(certificate.attended.into()), locale.number(certificate.held.into()));
    let hours = locale.number(certificate.hours);
    document.push(centred(text("hours", &[("attended", &attended), ("held", &held), ("hours", &hours)]).into()));
    let issued = locale.date(certificate.issued_on);
    document.push(centred(text("number", &[("number", &certificate.number), ("date", &issued)]).into()));

    let mut lines = vec![SignatureLine::new(owner.partner_name.clone(), text("organiser", &[]))];
    for trainer in data.below::<Trainer>(&session.id)?.into_iter().take(SIGNATURES - 1) {
        lines.push(SignatureLine::new(trainer.name.0, locale.of(trainer.role)));
    }
    document.push(Block::Signatures(lines));
    Ok(document)
}
