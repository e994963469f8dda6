//! Languages: texts, plurals, dates, numbers and sorting as CLDR has them, for one language at a time, passed as an
//! argument. A new language is a new file in `locales/` and a line in [`LANGUAGES`].

use std::{
    borrow::Cow,
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use chrono::{Datelike as _, NaiveDate};
use icu_calendar::{Date, Gregorian};
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules};
use rust_i18n::{Backend as _, SimpleBackend};

use crate::money::Money;

/// The texts of all languages, as `build.rs` packed them.
static TEXTS: LazyLock<SimpleBackend> = LazyLock::new(|| {
    let packed = include_str!(concat!(env!("OUT_DIR"), "/texts.json"));
    let texts: BTreeMap<String, HashMap<Cow<'static, str>, Cow<'static, str>>> =
        serde_json::from_str(packed).expect("the build wrote it");
    let mut backend = SimpleBackend::new();
    for (language, texts) in texts {
        backend.add_translations(language.into(), texts);
    }
    backend
});

/// The languages of interface and reports, by their own names, in the order of those names.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("ca", "Català"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("nl", "Nederlands"),
    ("pt", "Português"),
    ("sv", "Svenska"),
    ("el", "Ελληνικά"),
];

/// A language that the interface and the reports speak.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Language {
    /// BCP 47 base language.
    pub tag: &'static str,
    /// Its own name.
    pub name: &'static str,
}

/// Every language of interface and reports.
pub fn languages() -> Vec<Language> {
    LANGUAGES.iter().map(|(tag, name)| Language { tag, name }).collect()
}

/// The language of ours that fits a BCP 47 tag best: its base language, else English.
pub fn matching(tag: &str) -> &'static str {
    let base = tag.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
    LANGUAGES.iter().map(|(tag, _)| *tag).find(|tag| *tag == base).unwrap_or("en")
}

/// Whether an officer's words may be in this language: any base language tag of two or three letters.
pub fn is_content_language(tag: &str) -> bool {
    (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Every text in `language`, English where it lacks one.
pub fn texts(language: &str) -> BTreeMap<String, String> {
    ["en", matching(language)]
        .into_iter()
        .filter_map(|language| TEXTS.messages_for_locale(language))
        .flatten()
        .map(|(key, text)| (key.into_owned(), text.into_owned()))
        .collect()
}

/// What a text is in every language that has one, English first.
pub fn in_every_language(key: &str) -> Vec<String> {
    let others = LANGUAGES.iter().map(|(tag, _)| *tag).filter(|tag| *tag != "en");
    std::iter::once("en").chain(others).filter_map(|tag| TEXTS.translate(tag, key)).map(Cow::into_owned).collect()
}

/// The last parts of all keys below `prefix`, such as the codes of the countries that have a name.
pub fn keys_below(prefix: &str) -> Vec<String> {
    let texts = TEXTS.messages_for_locale("en").unwrap_or_default();
    let mut keys: Vec<String> =
        texts.iter().filter_map(|(key, _)| key.strip_prefix(prefix).map(str::to_owned)).collect();
    keys.sort();
    keys
}

/// Whether two names are made of the same words, in any order and regardless of accents and case.
pub fn same_words(a: &str, b: &str) -> bool {
    word_key(a) == word_key(b)
}

/// What names have in common that are made of the same words, in any order and regardless of accents and case.
pub fn word_key(text: &str) -> String {
    let folded = fold(text);
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// The words of a text in small plain letters, one space between: `Weißenböck-Ødegård` is `weissenbock odegard`.
/// Letters of other scripts lose their accents only. Signs that tell one figure from another stay: `< 18` is not `> 18`.
pub fn fold(text: &str) -> String {
    let plain: String = DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(text)
        .chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c) && !matches!(c, '\'' | '’' | '·' | '\u{ad}'))
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect();
    let mut folded = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            '<' | '>' | '≤' | '≥' | '+' | '%' | '‰' | '€' => folded.push(c),
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// One language of interface or report.
pub struct Locale {
    tag: &'static str,
    /// Words that take the place of the program's own, by key.
    own: BTreeMap<String, String>,
    plurals: PluralRules,
    numbers: DecimalFormatter,
    long: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    medium: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    collator: CollatorBorrowed<'static>,
}

impl Locale {
    /// The language that fits the tag, see [`matching`].
    pub fn new(tag: &str) -> Self {
        let tag = matching(tag);
        // Dates of the European kind: day, month, year.
        let regional = if tag == "en" { "en-GB" } else { tag };
        let locale: icu_locale_core::Locale = regional.parse().expect("our own tags are well-formed");
        let built_in = "the data of every language are built in";
        Self {
            tag,
            own: BTreeMap::new(),
            plurals: PluralRules::try_new((&locale).into(), PluralRuleType::Cardinal.into()).expect(built_in),
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(built_in),
            long: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(built_in),
            medium: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).expect(built_in),
            collator: Collator::try_new((&locale).into(), CollatorOptions::default()).expect(built_in),
        }
    }

    /// The same language with other words for some keys: the coordinator's wording, see [`crate::pack::wording`].
    pub(crate) fn worded(self, own: BTreeMap<String, String>) -> Self {
        Self { own, ..self }
    }

    /// Its tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The text of a key. A key without text is its own text, which the tests forbid for every key in use.
    pub fn text(&self, key: &str) -> String {
        if let Some(words) = self.own.get(key) {
            return words.clone();
        }
        let own = TEXTS.translate(self.tag, key).or_else(|| TEXTS.translate("en", key));
        own.unwrap_or(Cow::Borrowed(key)).into_owned()
    }

    /// The text of a key with its placeholders `%{name}` filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.text(key), |text, (name, value)| text.replace(&format!("%{{{name}}}"), value))
    }

    /// The text of a key in the plural form for `count`, with `%{count}` and the other placeholders filled.
    pub fn count(&self, key: &str, count: u64, values: &[(&str, &str)]) -> String {
        let form = self.plural(count);
        let number = self.number(count as f64);
        let mut all = vec![("count", number.as_str())];
        all.extend_from_slice(values);
        self.fill(&format!("{key}.{form}"), &all)
    }

    /// The name of the plural form for a whole number.
    pub fn plural(&self, count: u64) -> &'static str {
        match self.plurals.category_for(PluralOperands::from(count)) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// The label of a catalogue's code.
    pub fn label(&self, catalogue: &str, code: &str) -> String {
        self.text(&format!("catalogue.{catalogue}.{code}"))
    }

    /// The label of a value of a catalogue.
    pub fn of<C: crate::catalogue::Catalogue>(&self, value: C) -> String {
        self.label(C::NAME, value.code())
    }

    /// A date in words: "3 March 2026".
    pub fn date(&self, date: NaiveDate) -> String {
        self.ordinal(date, self.long.format(&gregorian(date)).to_string())
    }

    /// A date for narrow places: "3 Mar 2026".
    pub fn short_date(&self, date: NaiveDate) -> String {
        self.ordinal(date, self.medium.format(&gregorian(date)).to_string())
    }

    /// French writes the first of a month as an ordinal, which CLDR leaves to the writer.
    fn ordinal(&self, date: NaiveDate, text: String) -> String {
        match text.strip_prefix("1 ") {
            Some(rest) if self.tag == "fr" && date.day() == 1 => format!("1er {rest}"),
            _ => text,
        }
    }

    /// A period: both dates, or one where they are the same.
    pub fn period(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            return self.date(from);
        }
        self.fill("format.period", &[("from", &self.date(from)), ("to", &self.date(to))])
    }

    /// A number, with at most two decimals.
    pub fn number(&self, number: f64) -> String {
        let rounded = (number * 100.0).round() / 100.0;
        let decimal: Decimal = format!("{rounded}").parse().unwrap_or_default();
        self.numbers.format(&decimal).to_string()
    }

    /// An amount of euros, always with its cents: "€1,234.50".
    pub fn money(&self, amount: Money) -> String {
        let (sign, cents) = (if amount.cents() < 0 { "-" } else { "" }, amount.cents().unsigned_abs());
        let decimal: Decimal = format!("{sign}{}.{:02}", cents / 100, cents % 100).parse().unwrap_or_default();
        self.fill("format.money", &[("number", &self.numbers.format(&decimal).to_string())])
    }

    /// A share of 1 as whole percent.
    pub fn percent(&self, share: f64) -> String {
        self.fill("format.percent", &[("number", &self.number((share * 100.0).round()))])
    }

    /// The percent sign as it follows a number, with the space that belongs before it.
    pub fn percent_sign(&self) -> String {
        self.fill("format.percent", &[("number", "")])
    }

    /// A list of things: "a, b, c".
    pub fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        items.into_iter().collect::<Vec<_>>().join(&self.text("format.list_separator"))
    }

    /// Sorts by the words that `key` gives, in this language's order.
    pub fn sort_by_key<T>(&self, items: &mut [T], key: impl Fn(&T) -> String) {
        items.sort_by_cached_key(|item| Sortable { words: key(item), collator: &self.collator });
    }

    /// The decimal separator and the separator of thousands.
    pub fn separators(&self) -> (String, String) {
        let sample: Decimal = "1234567.5".parse().expect("a number");
        let text = self.numbers.format(&sample).to_string();
        let parts: Vec<&str> = text.split(|c: char| c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        (parts.last().copied().unwrap_or(".").into(), parts.first().copied().unwrap_or(" ").into())
    }
}

struct Sortable<'a> {
    words: String,
    collator: &'a CollatorBorrowed<'static>,
}

impl Ord for Sortable<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.collator.compare(&self.words, &other.words)
    }
}

impl PartialOrd for Sortable<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Sortable<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Sortable<'_> {}

fn gregorian(date: NaiveDate) -> Date<Gregorian> {
    Date::try_new_gregorian(date.year(), date.month() as u8, date.day() as u8).expect("a valid date stays valid")
}
