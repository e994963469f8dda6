//! The shared screen while a meeting looks at it: which slide is shown, so that a second window with the presenter's
//! notes can lead the first. What the slides are is built in `report/slides.rs`; nothing here is stored.

use chrono::{DateTime, NaiveDate, Utc};

pub use crate::report::{SharedScreen, Slide, SlideKind};
use crate::{
    Result,
    catalogue::MeetingStatus,
    error::Error,
    locale::Locale,
    meeting::Meeting,
    report,
    session::{Beside, Session},
    store::Reader,
};

/// What the shared screen shows now.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Shown {
    /// Id of the meeting; none for the partnership as a whole.
    pub meeting: Option<String>,
    /// Key of the slide.
    pub slide: String,
    /// Whether the screen is blank.
    pub blank: bool,
}

/// What there is to look at now, and whether something was written since.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Showing {
    /// What is shown; none while no screen is shared.
    pub shown: Option<Shown>,
    /// The number of the latest write: a new one after each.
    pub step: Option<u32>,
}

/// The slides of a meeting, or of the partnership when no meeting is named.
pub fn shared_screen(
    session: &Session,
    now: DateTime<Utc>,
    meeting: Option<String>,
    language: String,
) -> Result<SharedScreen> {
    session.read(|data| report::shared_screen(data, meeting.as_deref(), &language, now))
}

/// Notes what is shown, for the other window.
pub fn show(session: &Session, _: DateTime<Utc>, shown: Shown) -> Result<()> {
    session.set_shown(Some(shown));
    Ok(())
}

/// What is shown.
pub fn showing(session: &Session, now: DateTime<Utc>) -> Result<Showing> {
    let step = crate::session::undoable(session, now)?.step;
    Ok(Showing { shown: session.shown(), step })
}

/// Id of the meeting that is meant when none is named: the one that is held now, else one of the day.
///
/// # Errors
/// [`Error::BadArguments`] for a day that is none.
pub fn meeting_to_show(data: &Reader<'_>, today: String) -> Result<Option<String>> {
    let today: NaiveDate = today.parse().map_err(|_| Error::BadArguments("today is a date".into()))?;
    let meetings = data.all::<Meeting>()?;
    let held = meetings.iter().find(|meeting| meeting.status == MeetingStatus::InProgress);
    let meant = held.or_else(|| meetings.iter().find(|meeting| meeting.date == today));
    Ok(meant.map(|meeting| meeting.id.to_string()))
}

/// Begins to share: the window fills the screen. With two screens it fills the other one, and a second window opens for
/// the presenter's notes; whether there is one.
pub fn share_screen(session: &Session, _: DateTime<Utc>, shown: Shown) -> Result<bool> {
    let title = Locale::new(session.language()).text("ui.shared.notes_window");
    let notes = shown.meeting.as_ref().map(|meeting| Beside { address: format!("notes/{meeting}"), title });
    session.set_shown(Some(shown));
    Ok(session.desktop().fill_screen(notes.as_ref()))
}

/// Ends sharing: the window is as it was before.
pub fn end_sharing(session: &Session, _: DateTime<Utc>) -> Result<()> {
    session.set_shown(None);
    session.desktop().leave_screen();
    Ok(())
}
