//! The practice sheet on paper: one to two pages that another city can use, each part under its heading. What the sheet
//! leaves empty is left out.

use liaise_paper::document::Block;

use super::{Context, Section};
use crate::{
    Result,
    error::Error,
    practice_sheet::{PracticeSheet, of_pilot},
};

/// The sheet is one piece without headings of sections.
pub(super) const SECTIONS: &[Section] = &[];

/// The parts of the sheet of the pilot initiative that the report is about.
///
/// # Errors
/// [`Error::NothingToReport`] for a pilot initiative without a sheet.
pub(super) fn blocks(context: &Context<'_>) -> Result<Vec<Block>> {
    let sheet = of_pilot(context.data, context.subject)?.ok_or(Error::NothingToReport)?;
    let mut blocks = vec![];
    if let Some(summary) = &sheet.summary {
        blocks.extend(context.paragraphs(summary));
    }
    for (field, note) in sheet.parts() {
        let Some(note) = note.filter(|note| !note.is_empty()) else { continue };
        blocks.push(Block::heading(context.level, context.field::<PracticeSheet>(field)));
        blocks.extend(context.paragraphs(note));
        if let ("evaluation", Some(strength)) = (field, sheet.evidence_strength) {
            let label = context.field::<PracticeSheet>("evidence_strength");
            blocks.push(Block::paragraph(context.pair(&label, &context.locale.of(strength))));
        }
    }
    Ok(blocks)
}
