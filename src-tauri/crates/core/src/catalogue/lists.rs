//! The lists themselves, by the part of the chain that they serve; one entry a catalogue. Nothing but codes.

use super::Codes;

mod analysis;
mod meeting;
mod network;
mod partnership;
mod pilot;
mod report;
mod training;

pub use self::{analysis::*, meeting::*, network::*, partnership::*, pilot::*, report::*, training::*};

/// Every catalogue with its codes, part by part.
pub(super) const PARTS: [&[Codes]; 7] =
    [partnership::LISTS, analysis::LISTS, training::LISTS, pilot::LISTS, meeting::LISTS, network::LISTS, report::LISTS];
