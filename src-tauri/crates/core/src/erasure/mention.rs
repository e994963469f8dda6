//! Where else a person's name stands: in the words of other records, as they are or once were. A name is found as the
//! words it is made of, in either order, accents and case aside. A family name alone may well be another person's, or a
//! word: the officer decides.

use std::{collections::BTreeMap, ops::Range};

use automerge::ScalarValue;
use serde::Serialize;
use serde_json::Value;

use crate::{
    Result,
    entity::EntityInfo,
    locale::fold,
    records::{self, Record},
    store::{Leaf, Reader, Wording},
};

/// What stands where a name was.
const GAP: &str = "[…]";
/// A family name alone is looked for from so many letters on: shorter ones are parts of speech in some language.
const FEWEST_LETTERS: usize = 4;

/// A dossier in whose words a name stands or stood.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Mention {
    /// Id of its document.
    pub document: String,
    /// The kind of record it is about.
    pub entity: String,
    /// The words by which an officer knows that record; none if it is deleted.
    pub name: String,
    /// Id of that record where it is a person's own: it is erased, not cleared.
    pub record: Option<String>,
    /// Whether the whole name stands there, or an address; else the family name alone.
    pub sure: bool,
    /// The places.
    pub places: Vec<MentionPlace>,
}

/// A place where a name stands or stood.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct MentionPlace {
    /// The record's kind.
    pub entity: String,
    /// The field.
    pub field: String,
    /// The words around the name.
    pub excerpt: String,
    /// Whether it stands there now; else it did before it was changed or deleted.
    pub now: bool,
}

/// The words by which a person is named.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The whole name, in each order; addresses.
    whole: Vec<Vec<String>>,
    /// The family name, or the only one.
    family: Vec<String>,
}

impl Names {
    /// The names of a record of a person; of a file, none.
    pub(super) fn of(info: &EntityInfo, record: &Record) -> Self {
        let line = |field: &str| record.get(field).and_then(Value::as_str).map(folded).unwrap_or_default();
        let (family, given, mut only) = (line("family_name"), line("given_name"), line("name"));
        let mut names = Self::default();
        if !given.is_empty() && !family.is_empty() {
            names.whole.push([&given[..], &family[..]].concat());
            names.whole.push([&family[..], &given[..]].concat());
        }
        for address in ["work_email", "work_phone"].map(line).into_iter().filter(|address| !address.is_empty()) {
            names.whole.push(address);
        }
        if only.len() > 1 {
            names.whole.push(std::mem::take(&mut only));
        }
        names.family = if info.field("family_name").is_some() { family } else { only };
        if names.family.iter().map(|word| word.chars().count()).sum::<usize>() < FEWEST_LETTERS {
            names.family.clear();
        }
        names
    }

    /// Where the name stands in some words, and whether the whole of it does.
    fn within(&self, words: &str) -> Vec<(Range<usize>, bool)> {
        let split = split(words);
        let mut found: Vec<(Range<usize>, bool)> = vec![];
        let family = std::iter::once(&self.family).filter(|family| !family.is_empty()).map(|family| (family, false));
        let mut at = 0;
        while at < split.len() {
            let name = self.whole.iter().map(|name| (name, true)).chain(family.clone()).find(|(name, _)| {
                split.get(at..at + name.len()).is_some_and(|part| part.iter().map(|(word, _)| word).eq(name.iter()))
            });
            match name {
                Some((name, whole)) => {
                    found.push((split[at].1.start..split[at + name.len() - 1].1.end, whole));
                    at += name.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

fn folded(words: &str) -> Vec<String> {
    split(words).into_iter().map(|(word, _)| word).collect()
}

/// The words of a text in small plain letters, with where they stand.
fn split(words: &str) -> Vec<(String, Range<usize>)> {
    let part = |character: char| {
        character.is_alphanumeric() || matches!(character, '\'' | '’' | '·' | '\u{ad}' | '\u{300}'..='\u{36f}')
    };
    let mut found = vec![];
    let mut start = None;
    for (at, character) in words.char_indices().chain([(words.len(), ' ')]) {
        match (start, part(character)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((fold(&words[from..at]), from..at));
                start = None;
            }
            _ => {}
        }
    }
    found.retain(|(word, _)| !word.is_empty());
    found
}

/// The dossiers but `document` in whose words a name stands or stood, the surest first.
pub(super) fn find(data: &Reader<'_>, document: &str, names: &Names, language: &str) -> Result<Vec<Mention>> {
    let mut by_document: BTreeMap<String, Vec<Wording>> = BTreeMap::new();
    for wording in data.wordings(document, |words| !names.within(words).is_empty())? {
        by_document.entry(wording.document.clone()).or_default().push(wording);
    }
    let mut mentions = vec![];
    for (document, wordings) in by_document {
        let root = data.root_of(&document)?;
        let entity = data.kind_of(&root)?;
        let info = records::entity(&entity).ok();
        let record = info.and_then(|info| data.object(info, &root).ok());
        let name = info.zip(record.as_ref()).map(|(info, record)| name_of(info, record, language)).unwrap_or_default();
        // Both names of a namesake stand in fields of their own.
        let whole = |words: &str| names.within(words).iter().any(|(_, whole)| *whole);
        let sure = whole(&name) || wordings.iter().any(|wording| whole(&wording.words));
        let places = wordings.into_iter().map(|wording| place(data, wording, names)).collect::<Result<_>>()?;
        let own = info.is_some_and(EntityInfo::personal).then_some(root);
        mentions.push(Mention { document, entity, name, record: own, sure, places });
    }
    mentions
        .sort_by(|a, b| (!a.sure, &a.entity, &a.name, &a.document).cmp(&(!b.sure, &b.entity, &b.name, &b.document)));
    Ok(mentions)
}

fn place(data: &Reader<'_>, wording: Wording, names: &Names) -> Result<MentionPlace> {
    let range = names.within(&wording.words).into_iter().next().map(|(range, _)| range).unwrap_or_default();
    let field = wording.leaf.split('/').next().unwrap_or_default().to_owned();
    let excerpt = around(&wording.words, range);
    Ok(MentionPlace { entity: data.kind_of(&wording.record)?, field, excerpt, now: wording.now })
}

/// A passage with some words before and after it.
fn around(words: &str, range: Range<usize>) -> String {
    const BESIDE: usize = 40;
    let back = |(at, _): (usize, char)| at;
    let start = words[..range.start].char_indices().rev().map(back).take(BESIDE).last().unwrap_or(range.start);
    let end = words[range.end..].char_indices().map(back).nth(BESIDE).map_or(words.len(), |at| range.end + at);
    let passage = words[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}{passage}{}", if start > 0 { "…" } else { "" }, if end < words.len() { "…" } else { "" })
}

/// The leaves of a dossier without the name.
pub(super) fn without(leaves: Vec<Leaf>, names: &Names) -> Vec<Leaf> {
    let cleared = |(key, value): Leaf| match value {
        ScalarValue::Str(words) if !key.contains("/~") && !key.starts_with('~') => {
            let mut cleared = words.to_string();
            for (range, _) in names.within(&words).into_iter().rev() {
                cleared.replace_range(range, GAP);
            }
            (key, cleared.into())
        }
        other => (key, other),
    };
    leaves.into_iter().map(cleared).collect()
}

/// The words by which an officer knows a record: of a person the names, of an attached file its own.
pub(crate) fn name_of(info: &EntityInfo, record: &Record, language: &str) -> String {
    let line = |field: &str| record.get(field).and_then(Value::as_str).filter(|words| !words.is_empty());
    if let (Some(family), Some(given)) = (line("family_name"), line("given_name")) {
        return format!("{given} {family}");
    }
    let own = info.fields.iter().filter(|field| field.personal).find_map(|field| line(field.name));
    own.map_or_else(|| super::words(info, record, language), str::to_owned)
}
