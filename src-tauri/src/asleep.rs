//! Whether the computer has slept. Every system tells it in a way of its own, if at all; the clock tells it everywhere:
//! it goes on while no program runs.

use std::{
    thread,
    time::{Duration, SystemTime},
};

/// How often the clock is looked at.
const LOOK: Duration = Duration::from_secs(2);
/// A program that has not run for so long was not only kept waiting by others.
const SLEPT: Duration = Duration::from_secs(15);

/// Calls `woken` each time that the computer has slept, on a thread of its own that ends with the program. A clock that
/// is set forward counts as well.
#[expect(clippy::disallowed_methods, reason = "the shell is where the clock is read")]
pub(crate) fn watch(woken: impl Fn() + Send + 'static) {
    thread::spawn(move || {
        let mut seen = SystemTime::now();
        loop {
            thread::park_timeout(LOOK);
            let now = SystemTime::now();
            if now.duration_since(seen).is_ok_and(|passed| passed > SLEPT) {
                woken();
            }
            seen = now;
        }
    });
}
