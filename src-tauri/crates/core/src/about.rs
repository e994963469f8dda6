//! The program about itself: its version, and what others made and it brings along, with the words of their licences. They
//! are in the program, so that they can be read wherever it runs; `cargo licences` lists them.

use std::sync::LazyLock;

use crate::{Result, error::Error};

const THIRD_PARTY: &str = include_str!("../../../../assets/licences/third-party.txt");

/// The program.
#[derive(Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct About {
    /// Its version.
    pub version: &'static str,
    /// What others made, by name.
    pub works: Vec<Work>,
}

/// Something that others made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, ts_rs::TS)]
pub struct Work {
    /// Its name.
    pub name: &'static str,
    /// Its version, where it has one.
    pub version: Option<&'static str>,
    /// The licences under which it may be used, an SPDX expression.
    pub licence: &'static str,
    /// The numbers of the texts that came with it, see [`licence`].
    pub texts: Vec<u32>,
}

/// What the program says of itself.
pub fn about() -> About {
    let mut works: Vec<Work> = vec![];
    for (number, (names, _)) in BLOCKS.iter().enumerate() {
        for line in names.lines() {
            let mut fields = line.split(" · ");
            let (licence, name) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            works.push(Work { name, version: fields.next(), licence, texts: vec![number as u32] });
        }
    }
    works.sort_by_key(|work| (work.name.to_lowercase(), work.version, work.texts[0]));
    works.dedup_by(|work, before| {
        let same = (work.name, work.version) == (before.name, before.version);
        if same {
            before.texts.append(&mut work.texts);
        }
        same
    });
    About { version: env!("CARGO_PKG_VERSION"), works }
}

/// The words of a licence, as they were published, in the language in which they were.
///
/// # Errors
/// [`Error::NotFound`]
pub fn licence(number: u32) -> Result<&'static str> {
    BLOCKS.get(number as usize).map(|(_, words)| *words).ok_or(Error::NotFound)
}

/// Who is under some words, a line each, and the words.
static BLOCKS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let blocks = THIRD_PARTY.split('═').filter(|block| !block.is_empty()).skip(1);
    blocks
        .filter_map(|block| block.split_once('─'))
        .map(|(names, words)| (names.trim(), words.trim_matches(['─', '\n'])))
        .collect()
});
