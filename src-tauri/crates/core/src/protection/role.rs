//! Roles of those who unlock a file, and what each may do. Every command declares the least role that it needs, and the
//! records that only a coordinator changes are named here; both are refused in the core, whatever the window shows.
//!
//! Deliberately no promise about the file itself: whoever has it and a passphrase can read all of it with other tools.

use crate::{Result, catalogue::UserRole, error::Error};

/// The least that a command needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grant {
    /// Nobody needs to have unlocked anything.
    Anyone,
    /// What the shared screen of a meeting needs; it names no person.
    Screen,
    /// To read everything that is recorded.
    Reader,
    /// To record and to export.
    Contributor,
    /// To say who takes part, to erase, to go back, to pass on to the network.
    Coordinator,
}

impl Grant {
    /// What a role may do at most.
    pub fn of(role: UserRole) -> Self {
        match role {
            UserRole::MeetingScreen => Self::Screen,
            UserRole::Reader => Self::Reader,
            UserRole::Contributor => Self::Contributor,
            UserRole::Coordinator => Self::Coordinator,
        }
    }

    /// Refuses what goes beyond.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]
    pub(crate) fn allow(self, needed: Self) -> Result<()> {
        if needed <= self { Ok(()) } else { Err(Error::NotAllowed) }
    }

    /// What changing a record of this kind needs.
    pub(crate) fn to_write(entity: &str) -> Self {
        if KEPT_BY_COORDINATOR.contains(&entity) { Self::Coordinator } else { Self::Contributor }
    }
}

/// Who the partnership is and with whom it shares: no contributor changes that.
const KEPT_BY_COORDINATOR: &[&str] = &["partnership", "agency", "member", "partner", "partner_role"];
