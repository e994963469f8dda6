//! Free text that looks like a person's data: names with a title, dates of birth, telephone numbers, e-mail addresses,
//! identity numbers, accounts and addresses, in the forms of the ten countries. It only ever says what it saw; it
//! blocks nothing, stores nothing and asks nobody. One file a group of patterns in `guard/`.
//!
//! A guard that warns of every number is soon ignored, so a passage counts only when its form says so by itself (a
//! check digit, a title, a street with its number), when a word beside it does, or when it has the form of the
//! partnership's own country. Deliberately left out: names without a title or form of address, which look like those of
//! places and institutions, and number plates, which look like the codes of files, rooms and roads.

use std::ops::Range;

use sha2::{Digest as _, Sha256};

use crate::catalogue::PersonalDataKind;

mod account;
mod address;
mod birth_date;
mod digits;
mod email;
mod identity;
mod name;
mod phone;
mod places;
mod scan;

pub use places::{Part, Place, in_report, in_words};
use scan::Scan;

/// A passage that looks like a person's data.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Finding {
    /// What it looks like: a code of the catalogue `personal_data_kind`.
    #[ts(type = "string")]
    pub kind: PersonalDataKind,
    /// Where it begins, in UTF-16 code units, by which the window counts.
    pub start: u32,
    /// Where it ends, in the same units.
    pub end: u32,
    /// The passage, masked but for what one needs to find it again: title, street, the first of the letters or digits.
    pub excerpt: String,
    /// Stands for the passage itself, so that the window can remember one that the officer has judged to be harmless.
    pub fingerprint: String,
}

/// A passage as a pattern finds it.
struct Hit {
    kind: PersonalDataKind,
    /// In bytes.
    range: Range<usize>,
    /// How many of its first bytes the officer may read.
    readable: usize,
}

/// What in `words` looks like a person's data, in the order of the text and without overlaps.
///
/// `country` (ISO 3166-1 alpha-2) and `language` (BCP 47 base language of the words) decide which national forms count
/// that another country would read as something else; without them, those of all ten do.
pub fn find(words: &str, country: Option<&str>, language: Option<&str>) -> Vec<Finding> {
    let scan = Scan::new(words, country, language);
    let mut hits = vec![];
    account::find(&scan, &mut hits);
    email::find(&scan, &mut hits);
    identity::find(&scan, &mut hits);
    phone::find(&scan, &mut hits);
    birth_date::find(&scan, &mut hits);
    address::find(&scan, &mut hits);
    name::find(&scan, &mut hits);
    let mut at = Units { words, byte: 0, unit: 0 };
    apart(hits)
        .into_iter()
        .map(|hit| {
            let passage = &words[hit.range.clone()];
            Finding {
                kind: hit.kind,
                start: at.of(hit.range.start),
                end: at.of(hit.range.end),
                excerpt: masked(passage, hit.readable),
                fingerprint: crate::hex::encode(&Sha256::digest(passage)[..8]),
            }
        })
        .collect()
}

/// The hits without overlaps, in the order of the text: of two that overlap the one that was found by the surer pattern
/// stays, that is the one that was found first.
fn apart(hits: Vec<Hit>) -> Vec<Hit> {
    let mut ranked: Vec<(usize, Hit)> = hits.into_iter().enumerate().collect();
    ranked.sort_by_key(|(rank, hit)| (hit.range.start, *rank));
    let mut kept: Vec<(usize, Hit)> = Vec::with_capacity(ranked.len());
    for (rank, hit) in ranked {
        match kept.last_mut() {
            Some((other, last)) if last.range.end > hit.range.start => {
                if rank < *other {
                    (*other, *last) = (rank, hit);
                }
            }
            _ => kept.push((rank, hit)),
        }
    }
    kept.into_iter().map(|(_, hit)| hit).collect()
}

/// The passage with dots for letters and digits, but for its first `readable` bytes and the first letter of each word.
fn masked(passage: &str, readable: usize) -> String {
    let mut inside = false;
    passage
        .char_indices()
        .map(|(at, character)| {
            let first = !inside && character.is_alphabetic();
            inside = character.is_alphanumeric();
            if !inside || first || at < readable { character } else { '•' }
        })
        .collect()
}

/// Counts UTF-16 code units up to rising byte positions, so that a long text is walked once.
struct Units<'a> {
    words: &'a str,
    byte: usize,
    unit: usize,
}

impl Units<'_> {
    fn of(&mut self, byte: usize) -> u32 {
        self.unit += self.words[self.byte..byte].encode_utf16().count();
        self.byte = byte;
        u32::try_from(self.unit).unwrap_or(u32::MAX)
    }
}
