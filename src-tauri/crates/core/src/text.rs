//! Free text that an officer wrote, in one or more languages. Not the program's own texts: those live in `locales/`.

use std::{collections::BTreeMap, ops::Deref};

use serde::{Deserialize, Serialize};

/// Words in one or more languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Text {
    /// The language in which it was written first: a BCP 47 base language.
    pub source: String,
    /// The words by language; never an empty string.
    pub words: BTreeMap<String, String>,
}

/// A [`Text`] of several paragraphs, a blank line between them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Note(pub Text);

impl Text {
    /// A text in one language.
    pub fn new(language: &str, words: impl Into<String>) -> Self {
        Self { source: language.into(), words: BTreeMap::from([(language.into(), words.into())]) }
    }

    /// The words to print in `language`: that language's, else the source's, else any; with the language they are in.
    /// Nothing only when the text has no words at all.
    pub fn in_language(&self, language: &str) -> Option<(&str, &str)> {
        [language, &self.source]
            .into_iter()
            .find_map(|wanted| self.words.get_key_value(wanted))
            .or_else(|| self.words.first_key_value())
            .map(|(language, words)| (language.as_str(), words.as_str()))
    }

    /// The words of [`Text::in_language`] alone; empty when the text has none.
    pub fn words_in(&self, language: &str) -> &str {
        self.in_language(language).map_or("", |(_, words)| words)
    }

    /// Whether there are no words in any language.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Deref for Note {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}
