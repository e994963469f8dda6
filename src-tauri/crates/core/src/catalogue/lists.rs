//! The lists themselves, by the part of the chain that they serve; one entry a catalogue. Nothing but codes.

use super::Codes;

mod analysis;
mod partnership;
mod pilot;
mod report;
mod training;

pub use self::{analysis::*, partnership::*, pilot::*, report::*, training::*};

/// Every catalogue with its codes, part by part.
pub(super) const PARTS: [&[Codes]; 5] =
    [partnership::LISTS, analysis::LISTS, training::LISTS, pilot::LISTS, report::LISTS];
