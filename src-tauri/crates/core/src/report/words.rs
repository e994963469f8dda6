//! Turning records into words on paper: labels, and officers' text in the report's language or, marked, in its
//! original. No section of its own.

use chrono::NaiveDate;
use liaise_paper::document::{Block, Inline, Inlines, Rating, Tone};

use super::Context;
use crate::{
    catalogue::{Catalogue, Rag},
    entity::Entity,
    indicator::Indicator,
    measure,
    partnership::Partnership,
    text::{Note, Text},
};

impl Context<'_> {
    /// A text of the report's language.
    pub(super) fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A label and what it stands for.
    pub(super) fn pair(&self, label: &str, value: &str) -> String {
        self.locale.fill("format.pair", &[("label", label), ("value", value)])
    }

    /// The label of a field of `E`.
    pub(super) fn field<E: Entity>(&self, name: &str) -> String {
        self.text(&format!("entity.{}.{name}", E::NAME))
    }

    /// A label and the label of a code.
    pub(super) fn code_fact<E: Entity, C: Catalogue>(&self, name: &str, value: C) -> (String, Inlines) {
        (self.field::<E>(name), self.locale.of(value).into())
    }

    /// Labels of a set of codes, in the catalogue's order.
    pub(super) fn codes<'c, C: Catalogue>(&self, values: impl IntoIterator<Item = &'c C>) -> String {
        self.locale.list(values.into_iter().map(|value| self.locale.of(*value)))
    }

    /// An officer's words on one line; in another language than the report's they say so.
    pub(super) fn words(&self, text: &Text) -> Inlines {
        match text.in_language(self.locale.tag()) {
            None => Inlines::default(),
            Some((language, words)) if language == self.locale.tag() => words.into(),
            Some((language, words)) => {
                Inlines::from(Inline::language(language, words)).and(format!("\u{a0}[{}]", self.language(language)))
            }
        }
    }

    /// The same, as plain words for places that take no marks.
    pub(super) fn plain(&self, text: &Text) -> String {
        self.words(text).plain()
    }

    /// An officer's paragraphs; in another language than the report's under a line that says so.
    pub(super) fn paragraphs(&self, note: &Note) -> Vec<Block> {
        let Some((language, words)) = note.in_language(self.locale.tag()) else {
            return vec![];
        };
        let blocks: Vec<Block> =
            words.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(Block::paragraph).collect();
        if language == self.locale.tag() {
            return blocks;
        }
        let mark = self.locale.fill("report.original_language", &[("language", &self.language(language))]);
        vec![Block::in_language(language, mark, blocks)]
    }

    /// A narrative under a heading one level below the section's; nothing when it is empty.
    pub(super) fn narrative<E: Entity>(&self, field: &str, note: Option<&Note>) -> Vec<Block> {
        let mut blocks = note.map(|note| self.paragraphs(note)).unwrap_or_default();
        if !blocks.is_empty() {
            blocks.insert(0, Block::heading(self.level + 1, self.field::<E>(field)));
        }
        blocks
    }

    /// A date for a table.
    pub(super) fn short(&self, date: Option<NaiveDate>) -> String {
        date.map_or_else(|| self.dash(), |date| self.locale.short_date(date))
    }

    /// A period for a table.
    pub(super) fn short_period(&self, from: NaiveDate, to: NaiveDate) -> String {
        let (from, to) = (self.locale.short_date(from), self.locale.short_date(to));
        self.locale.fill("format.period", &[("from", &from), ("to", &to)])
    }

    /// A value of an indicator, or a dash where there is none.
    pub(super) fn figure(&self, indicator: &Indicator, value: Option<f64>) -> String {
        value.map_or_else(|| self.dash(), |value| measure::shown(self.locale, indicator, value))
    }

    /// A share in percent, or a dash where there is none.
    pub(super) fn share(&self, share: Option<f64>) -> String {
        share.map_or_else(|| self.dash(), |share| self.locale.percent(share))
    }

    /// An officer's words where there may be none.
    pub(super) fn maybe(&self, text: Option<&Text>) -> Inlines {
        text.map(|text| self.words(text)).unwrap_or_default()
    }

    /// What stands where nothing is known.
    pub(super) fn dash(&self) -> String {
        "–".into()
    }

    /// What stands in place of a number that is too small to be shown.
    pub(super) fn few(&self) -> String {
        self.locale.fill("report.few", &[("limit", &self.locale.number(crate::territory::SMALLEST_SHOWN))])
    }

    /// The name of a language.
    pub(super) fn language(&self, tag: &str) -> String {
        let key = format!("language.{tag}");
        let name = self.text(&key);
        if name == key { tag.into() } else { name }
    }

    /// The name of a country of ISO 3166-1.
    pub(super) fn country(&self, code: &str) -> String {
        let key = format!("country.{}", code.to_lowercase());
        let name = self.text(&key);
        if name == key { code.into() } else { name }
    }

    /// Where a partnership is: its city and its country, as far as they are known.
    pub(super) fn place(&self, partnership: &Partnership) -> String {
        let parts = partnership.city.iter().cloned().chain([self.country(&partnership.country)]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// The names of languages that are given as tags, separated by commas.
    pub(super) fn languages(&self, tags: &str) -> String {
        let tags = tags.split([',', ' ']).filter(|tag| !tag.is_empty());
        self.locale.list(tags.map(|tag| self.language(tag)))
    }

    /// A status light: letter, shape, colour and label.
    pub(super) fn light(&self, rag: Rag) -> Rating {
        let tone = match rag {
            Rag::Green => Tone::Good,
            Rag::Amber => Tone::Watch,
            Rag::Red => Tone::Bad,
            Rag::GreyNotAssessed => Tone::None,
        };
        Rating::new(tone, self.text(&format!("report.rag_letter.{}", rag.code())), self.locale.of(rag))
    }

    /// A paragraph that says that nothing is recorded yet.
    pub(super) fn nothing_recorded(&self) -> Vec<Block> {
        vec![Block::small(self.text("report.nothing_recorded"))]
    }
}
