//! Taking back: what each write of this session changed, and how to put it back. The history keeps both the change and
//! its reversal; nothing is ever removed from it here.

use automerge::ScalarValue;
use chrono::{DateTime, TimeDelta, Utc};

use super::{Writer, dossier};
use crate::{Result, error::Error};

/// How many writes can be taken back.
const DEPTH: usize = 200;

/// Saves of the same fields within this time are one step for the officer, who was typing.
const TYPING: TimeDelta = TimeDelta::seconds(5);

/// One leaf that a write changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The document's id.
    pub document: String,
    /// The leaf's key in it.
    pub key: String,
    /// What it held; nothing counts as `Null`.
    pub before: ScalarValue,
    /// What it holds since.
    pub after: ScalarValue,
}

/// The writes of this session.
#[derive(Default)]
pub(super) struct Stack {
    done: Vec<(Vec<Edit>, DateTime<Utc>)>,
    undone: Vec<Vec<Edit>>,
}

impl Stack {
    pub(super) fn push(&mut self, edits: Vec<Edit>, now: DateTime<Utc>) {
        if edits.is_empty() {
            return;
        }
        self.undone.clear();
        if let Some((last, at)) = self.done.last_mut()
            && now - *at < TYPING
            && last.len() == edits.len()
            && last.iter().zip(&edits).all(|(a, b)| a.key == b.key && a.document == b.document && a.after == b.before)
        {
            for (last, edit) in last.iter_mut().zip(edits) {
                last.after = edit.after;
            }
            *at = now;
            return;
        }
        self.done.push((edits, now));
        if self.done.len() > DEPTH {
            self.done.remove(0);
        }
    }

    pub(super) fn last_done(&self) -> Option<Vec<Edit>> {
        self.done.last().map(|(edits, _)| edits.clone())
    }

    pub(super) fn last_undone(&self) -> Option<Vec<Edit>> {
        self.undone.last().cloned()
    }

    pub(super) fn undone(&mut self) {
        self.undone.extend(self.done.pop().map(|(edits, _)| edits));
    }

    pub(super) fn redone(&mut self) {
        // The epoch: what was done again never joins with what is typed next.
        self.done.extend(self.undone.pop().map(|edits| (edits, DateTime::UNIX_EPOCH)));
    }
}

impl Writer<'_> {
    /// Puts back what was there before `edits`.
    pub(super) fn revert(&self, edits: &[Edit]) -> Result<()> {
        let reversed: Vec<Edit> = edits
            .iter()
            .rev()
            .map(|edit| Edit { before: edit.after.clone(), after: edit.before.clone(), ..edit.clone() })
            .collect();
        self.repeat(&reversed)
    }

    /// Sets each leaf to its `after`, if it still holds its `before`.
    pub(super) fn repeat(&self, edits: &[Edit]) -> Result<()> {
        for edit in edits {
            let now = self
                .with_dossier(&edit.document, |dossier| Ok(dossier::get(dossier, &edit.key)))?
                .unwrap_or(ScalarValue::Null);
            if now != edit.before && !permanent(edit) {
                return Err(Error::ChangedSince);
            }
        }
        for edit in edits {
            let record = dossier::record_of(&edit.key);
            if creation(edit) {
                // A record that was made cannot be unmade, only deleted; made again, it is there again.
                let deleted = edit.after == ScalarValue::Null;
                self.set(&edit.document, dossier::key(record, dossier::DELETED, ""), deleted.into())?;
            } else if !permanent(edit) {
                self.set(&edit.document, edit.key.clone(), edit.after.clone())?;
            }
        }
        for edit in edits {
            let record = dossier::record_of(&edit.key);
            if !record.starts_with('~') {
                self.project(&edit.document, record)?;
            }
        }
        Ok(())
    }
}

/// Whether the leaf is set once, when a record or its dossier is made, and never put back.
fn permanent(edit: &Edit) -> bool {
    creation(edit) || edit.key.starts_with('~') || edit.key.ends_with(dossier::CREATED)
}

/// Whether the leaf says what kind of record it is, which is set once, when the record is made.
fn creation(edit: &Edit) -> bool {
    edit.key.ends_with(dossier::ENTITY)
}
