//! The e-mail draft: an `.eml` file that mail programs open for sending (`X-Unsent: 1`), with the report attached.

use mail_builder::{MessageBuilder, headers::raw::Raw};

use crate::{
    directory::{COORDINATOR_ADDRESS, COORDINATOR_NAME},
    locale::Locale,
    partnership::Partnership,
    transmission::Transmission,
};

/// The draft's bytes. Its texts are in the report's language.
pub(super) fn draft(locale: &Locale, owner: &Partnership, report: &Transmission, pdf: &[u8]) -> Vec<u8> {
    let kind = locale.of(report.report_kind);
    let date = locale.date(report.exported_on);
    let values = [
        ("kind", kind.as_str()),
        ("partner", owner.partner_name.as_str()),
        ("date", date.as_str()),
        ("file", report.file_name.as_str()),
    ];
    let message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        // Fixed by what is attached, so that the same report makes the same draft.
        .message_id(format!("{}@liaise.invalid", report.sha256))
        .date(report.exported_on.and_time(chrono::NaiveTime::MIN).and_utc().timestamp())
        .to((COORDINATOR_NAME, COORDINATOR_ADDRESS))
        .subject(locale.fill("mail.subject", &values))
        .text_body(locale.fill("mail.body", &values))
        .attachment("application/pdf", report.file_name.as_str(), pdf);
    message.write_to_vec().expect("writing to memory does not fail")
}
