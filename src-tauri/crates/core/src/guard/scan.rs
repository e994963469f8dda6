//! A text under examination: what stands around a passage, and which countries and languages count. No pattern of its
//! own.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use regex::{Regex, RegexBuilder};

/// See the module.
pub(super) struct Scan<'a> {
    /// The text.
    pub(super) words: &'a str,
    country: Option<&'a str>,
    language: Option<&'a str>,
}

/// The languages in which offices of a country write.
const SPOKEN: &[(&str, &[&str])] = &[
    ("BE", &["fr", "nl", "de"]),
    ("CZ", &["cs"]),
    ("DE", &["de"]),
    ("ES", &["es", "ca"]),
    ("FR", &["fr"]),
    ("GR", &["el"]),
    ("IT", &["it"]),
    ("NL", &["nl"]),
    ("PT", &["pt"]),
    ("SE", &["sv"]),
];

impl<'a> Scan<'a> {
    /// See [`super::find`].
    pub(super) fn new(words: &'a str, country: Option<&'a str>, language: Option<&'a str>) -> Self {
        Self { words, country, language }
    }

    /// Whether a national form of `country` counts.
    pub(super) fn is_in(&self, country: &str) -> bool {
        self.country.is_none_or(|own| own == country)
    }

    /// Whether words of `language` count: those of the text's own language and of the country's.
    pub(super) fn speaks(&self, language: &str) -> bool {
        let national =
            SPOKEN.iter().any(|(country, spoken)| self.country == Some(country) && spoken.contains(&language));
        self.language == Some(language) || national || (self.language.is_none() && self.country.is_none())
    }

    /// Up to `count` characters before a byte position, without crossing a line.
    pub(super) fn before(&self, at: usize, count: usize) -> &'a str {
        let text = &self.words[..at];
        let from = text.char_indices().rev().take(count).take_while(|(_, it)| *it != '\n').last();
        &text[from.map_or(at, |(from, _)| from)..]
    }

    /// Up to `count` characters after a byte position, without crossing a line.
    pub(super) fn after(&self, at: usize, count: usize) -> &'a str {
        let text = &self.words[at..];
        let to = text.char_indices().take(count).take_while(|(_, it)| *it != '\n').last();
        &text[..to.map_or(0, |(to, it)| to + it.len_utf8())]
    }

    /// Whether one of these words begins in the 30 characters before.
    pub(super) fn announced(&self, at: usize, cues: &Pattern) -> bool {
        cues.get().is_match(self.before(at, 30))
    }

    /// Whether the passage is no piece of a longer word, code or decimal number.
    pub(super) fn stands_alone(&self, range: &Range<usize>) -> bool {
        let mut before = self.words[..range.start].chars().rev();
        let joined = match before.next() {
            Some(last) if last.is_alphanumeric() || last == '_' => true,
            Some('.' | ',') => before.next().is_some_and(|last| last.is_ascii_digit()),
            _ => false,
        };
        let mut after = self.words[range.end..].chars();
        let continued = match after.next() {
            Some(next) if next.is_alphanumeric() || next == '_' => true,
            Some(',' | '.') => after.next().is_some_and(|next| next.is_ascii_digit()),
            _ => false,
        };
        !joined && !continued
    }

    /// Whether the number is followed by what it counts: a unit, a currency, a noun.
    pub(super) fn counts(&self, end: usize) -> bool {
        let next = self.after(end, 4).trim_start_matches([' ', '\u{a0}', '\u{202f}']).chars().next();
        next.is_some_and(|next| next.is_alphabetic() || matches!(next, '%' | '‰' | '€' | '$' | '£'))
    }
}

/// A list of words, read when it is first needed, and then kept.
pub(super) struct List(LazyLock<HashSet<&'static str>>);

impl List {
    /// The list that `make` reads.
    pub(super) const fn new(make: fn() -> HashSet<&'static str>) -> Self {
        Self(LazyLock::new(make))
    }

    /// Whether the word is on it.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// The words between the spaces.
pub(super) fn list(words: &'static str) -> HashSet<&'static str> {
    words.split(' ').collect()
}

/// A pattern that is compiled when it is first needed, and then kept.
pub(super) struct Pattern(LazyLock<Regex>);

impl Pattern {
    /// The pattern that `make` writes.
    pub(super) const fn new(make: fn() -> Regex) -> Self {
        Self(LazyLock::new(make))
    }

    /// The pattern, ready.
    pub(super) fn get(&self) -> &Regex {
        &self.0
    }
}

/// A pattern for the beginnings of words, in either case.
pub(super) fn cues(words: &[&str]) -> Regex {
    let words: Vec<String> = words.iter().map(|word| regex::escape(word)).collect();
    regex(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{})", words.join("|")))
}

/// Compiles a pattern of this program's own. With room to remember what it has seen: letters of all scripts make many
/// states, and a pattern that forgets them in the middle of a text is slow from there on.
pub(super) fn regex(pattern: &str) -> Regex {
    RegexBuilder::new(pattern).dfa_size_limit(16 << 20).build().expect("a test compiles every pattern")
}
