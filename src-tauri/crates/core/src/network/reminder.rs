//! A reminder to a partner whose report is missing: an e-mail draft in the partner's language, handed to the system's mail
//! program. The program sends nothing.

use chrono::{DateTime, Utc};
use mail_builder::{MessageBuilder, headers::raw::Raw};

use super::board;
use crate::{
    Result,
    entity::Id,
    error::{Error, Problem},
    export::Draft,
    locale::{self, Locale},
    partnership,
    reporting_period::ReportingPeriod,
    session::{Session, write_file},
};

/// Makes the draft and opens it.
///
/// # Errors
/// [`Error::Invalid`] when the directory has no mailbox for the partner; [`Error::Desktop`] when no program takes the
/// draft, which is then saved in the reports folder all the same.
pub fn prepare_reminder(session: &Session, now: DateTime<Utc>, partner: String, period: String) -> Result<Draft> {
    let (partner, period, owner) = session.read(|data| {
        let period = data.get(&Id::<ReportingPeriod>::new(&*period))?;
        Ok((board::partner(data, &partner)?, period, partnership::of_file(data)?))
    })?;
    let Some(address) = partner.contact_email.clone() else {
        return Err(Error::Invalid(vec![Problem::new("contact_email", "required")]));
    };
    let locale = Locale::new(locale::matching(&partner.language));
    let title = period.title.words_in(locale.tag());
    let span = locale.period(period.period_from, period.period_to);
    let due = locale.date(period.due.unwrap_or(period.period_to));
    let values = [
        ("partner", partner.name.as_str()),
        ("period", title),
        ("span", span.as_str()),
        ("due", due.as_str()),
        ("sender", owner.partner_name.as_str()),
    ];
    let message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .message_id(format!("{}.{}@liaise.invalid", partner.id, period.id))
        .date(now.timestamp())
        .to((partner.name.as_str(), address.as_str()))
        .subject(locale.fill("reminder.subject", &values))
        .text_body(locale.fill("reminder.body", &values))
        .write_to_vec()
        .expect("writing to memory does not fail");
    let name = format!("{} {} {title}", partner.code, now.date_naive());
    let path = session.document_path(None, &name, "eml")?;
    write_file(&path, &message)?;
    session.desktop().open(&path).map_err(|error| Error::Desktop(error.to_string()))?;
    Ok(Draft { path: path.display().to_string(), state: "prepared".into() })
}
