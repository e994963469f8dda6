//! Taking back: what each write of this session changed, and how to put it back. The history keeps both the change and
//! its reversal; nothing is ever removed from it here.

use automerge::{AutoCommit, ScalarValue};
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
    /// Whether it is words, which change letter by letter.
    pub typed: Typed,
}

/// Whether a leaf is typed or chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Words: what is typed in one go is one step.
    Yes,
    /// A choice: each is a step of its own.
    No,
}

/// The writes of this session.
#[derive(Default)]
pub(super) struct Stack {
    done: Vec<Step>,
    undone: Vec<Step>,
    last: u32,
    end: End,
}

/// What happened before the first step that can be taken back.
#[derive(Default, Clone, Copy)]
enum End {
    /// Nothing.
    #[default]
    Start,
    /// Changes of others came in.
    TakenIn,
    /// Something was erased.
    Erased,
}

/// One write.
struct Step {
    number: u32,
    edits: Vec<Edit>,
    at: DateTime<Utc>,
}

impl Stack {
    pub(super) fn push(&mut self, edits: Vec<Edit>, now: DateTime<Utc>) {
        if edits.is_empty() {
            return;
        }
        self.undone.clear();
        self.last += 1;
        if let Some(last) = self.done.last_mut()
            && now - last.at < TYPING
            && last.edits.len() == edits.len()
            && last.edits.iter().zip(&edits).all(|(a, b)| continues(a, b))
        {
            for (last, edit) in last.edits.iter_mut().zip(edits) {
                last.after = edit.after;
            }
            (last.at, last.number) = (now, self.last);
            if last.edits.iter().all(|edit| edit.before == edit.after) {
                self.done.pop();
            }
            return;
        }
        self.done.push(Step { number: self.last, edits, at: now });
        if self.done.len() > DEPTH {
            self.done.remove(0);
        }
    }

    /// Changes of others came in: what was done before builds on something else now, and is left as it is.
    pub(super) fn taken_in(&mut self) {
        self.begin_after(End::TakenIn);
    }

    /// Something was erased: what was done before may hold it.
    pub(super) fn erased(&mut self) {
        self.begin_after(End::Erased);
    }

    fn begin_after(&mut self, end: End) {
        self.done.clear();
        self.undone.clear();
        self.end = end;
    }

    /// Why nothing can be taken back.
    pub(super) fn end(&self) -> Error {
        match self.end {
            End::Start => Error::NothingToUndo,
            End::TakenIn => Error::TakenIn,
            End::Erased => Error::ErasedSince,
        }
    }

    /// Number of the write that would be taken back next.
    pub(super) fn number(&self) -> Option<u32> {
        self.done.last().map(|step| step.number)
    }

    pub(super) fn last_done(&self) -> Option<Vec<Edit>> {
        self.done.last().map(|step| step.edits.clone())
    }

    pub(super) fn last_undone(&self) -> Option<Vec<Edit>> {
        self.undone.last().map(|step| step.edits.clone())
    }

    pub(super) fn undone(&mut self) {
        self.undone.extend(self.done.pop());
    }

    pub(super) fn redone(&mut self) {
        // The epoch: what was done again never joins with what is typed next.
        self.done.extend(self.undone.pop().map(|step| Step { at: DateTime::UNIX_EPOCH, ..step }));
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

    /// Sets each leaf to its `after`, if it still holds its `before` and nothing else.
    pub(super) fn repeat(&self, edits: &[Edit]) -> Result<()> {
        for edit in edits {
            if !self.with_dossier(&edit.document, |dossier| untouched(dossier, edit, self.author))? {
                return Err(Error::ChangedSince);
            }
        }
        for edit in edits {
            let record = dossier::record_of(&edit.key);
            if creation(edit) {
                // A record that was made cannot be unmade, only deleted; made again, it is there again.
                let deleted = if edit.after == ScalarValue::Null { true.into() } else { ScalarValue::Null };
                self.set(&edit.document, dossier::key(record, dossier::DELETED, ""), deleted, Typed::No)?;
            } else if !permanent(edit) {
                self.set(&edit.document, edit.key.clone(), edit.after.clone(), edit.typed)?;
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

/// Whether nobody else has changed since what an edit is about: its leaf, or the record that it made.
fn untouched(dossier: &AutoCommit, edit: &Edit, author: &str) -> Result<bool> {
    if creation(edit) {
        let updated = dossier::key(dossier::record_of(&edit.key), dossier::UPDATED, "");
        let by_author = |stamp: &ScalarValue| stamp.as_str().is_some_and(|stamp| stamp.ends_with(author));
        return Ok(dossier::values_of(dossier, &updated)?.iter().all(by_author));
    }
    let values = dossier::values_of(dossier, &edit.key)?;
    let holds = values.iter().all(|value| *value == edit.before) && (!values.is_empty() || edit.before.is_null());
    Ok(holds || permanent(edit))
}

/// Whether `next` goes on typing where `last` left off.
fn continues(last: &Edit, next: &Edit) -> bool {
    let same = last.key == next.key && last.document == next.document;
    same && last.after == next.before && next.typed == Typed::Yes
}

/// Whether the leaf is set once, when a record or its dossier is made, and never put back.
fn permanent(edit: &Edit) -> bool {
    creation(edit) || edit.key.starts_with('~') || edit.key.ends_with(dossier::CREATED)
}

/// Whether the leaf says what kind of record it is, which is set once, when the record is made.
fn creation(edit: &Edit) -> bool {
    edit.key.ends_with(dossier::ENTITY)
}
