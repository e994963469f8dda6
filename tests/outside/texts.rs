//! The texts of the ten languages: complete, with the same placeholders, with the plural forms that each language has.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use liaise_core::{
    catalogue,
    error::{Error, Problem},
    locale::{self, LANGUAGES, Locale},
    records::ENTITIES,
    report,
};

const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A language's own texts, without what English would lend it.
fn own(language: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../locales/{language}.yml"));
    let yaml: serde_norway::Value = serde_norway::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut texts = BTreeMap::new();
    flatten("", &yaml, &mut texts);
    texts.remove("_version");
    texts
}

fn flatten(prefix: &str, yaml: &serde_norway::Value, texts: &mut BTreeMap<String, String>) {
    match yaml {
        serde_norway::Value::Mapping(map) => {
            for (key, value) in map {
                let key = key.as_str().unwrap_or_else(|| panic!("{prefix}: a key that is no text: {key:?}"));
                let path = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
                flatten(&path, value, texts);
            }
        }
        serde_norway::Value::String(text) => {
            texts.insert(prefix.into(), text.clone());
        }
        serde_norway::Value::Number(number) => {
            texts.insert(prefix.into(), number.to_string());
        }
        other => panic!("{prefix}: {other:?} is no text"),
    }
}

/// Keys without plural forms, and the keys that have them.
fn keys(texts: &BTreeMap<String, String>) -> (BTreeSet<String>, BTreeMap<String, BTreeSet<String>>) {
    let plural = |key: &str| {
        let (stem, form) = key.rsplit_once('.')?;
        (FORMS.contains(&form) && texts.contains_key(&format!("{stem}.other")) && !stem.starts_with("catalogue."))
            .then(|| (stem.to_owned(), form.to_owned()))
    };
    let mut plain = BTreeSet::new();
    let mut plurals: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for key in texts.keys() {
        match plural(key) {
            Some((stem, form)) if !stem.starts_with("entity.") => {
                plurals.entry(stem).or_default().insert(form);
            }
            _ => {
                plain.insert(key.clone());
            }
        }
    }
    (plain, plurals)
}

/// The plural forms that whole numbers take in a language.
fn forms(language: &str) -> BTreeSet<String> {
    let locale = Locale::new(language);
    (0..=200).chain([1_000, 1_000_000]).map(|number| locale.plural(number).to_owned()).collect()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split("%{").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_language_has_every_text_and_no_other() {
    let (plain, plurals) = keys(&own("en"));
    for (language, _) in LANGUAGES {
        let (own_plain, own_plurals) = keys(&own(language));
        let missing: Vec<_> = plain.difference(&own_plain).collect();
        let extra: Vec<_> = own_plain.difference(&plain).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:#?}, not in English {extra:#?}");
        let stems = |plurals: &BTreeMap<String, BTreeSet<String>>| plurals.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(stems(&own_plurals), stems(&plurals), "{language}");
    }
}

#[test]
fn every_plural_has_the_forms_of_its_language() {
    for (language, _) in LANGUAGES {
        let forms = forms(language);
        for (stem, own) in keys(&own(language)).1 {
            assert!(forms.is_subset(&own), "{language}: {stem} has {own:?}, needs {forms:?}");
            assert!(own.iter().all(|form| forms.contains(form)), "{language}: {stem} has {own:?}, knows {forms:?}");
        }
    }
}

#[test]
fn every_text_has_the_placeholders_of_the_english_one() {
    let english = own("en");
    for (language, _) in LANGUAGES {
        for (key, text) in own(language) {
            let stem = key.rsplit_once('.').map_or("", |(stem, _)| stem);
            let Some(model) = english.get(&key).or_else(|| english.get(&format!("{stem}.other"))) else {
                continue;
            };
            let (mine, theirs) = (placeholders(&text), placeholders(model));
            // "One day late" may say the number in a word.
            let spelled = key.ends_with(".one") && theirs.difference(&mine).all(|name| *name == "count");
            assert!(mine == theirs || spelled && mine.is_subset(&theirs), "{language}: {key}: {text}");
            assert!(
                !text.trim().is_empty() && text.trim() == text
                    || key == "format.list_separator"
                    || text.ends_with('\n'),
                "{language}: {key}"
            );
        }
    }
}

/// Words that are spelt alike in both languages are few and short; a sentence is not among them.
#[test]
fn no_english_sentence_is_left_over() {
    let english = own("en");
    for (language, _) in LANGUAGES.iter().filter(|(language, _)| *language != "en") {
        let same: Vec<String> = own(language)
            .into_iter()
            .filter(|(key, text)| english.get(key) == Some(text) && sentence(text))
            .map(|(key, _)| key)
            .collect();
        assert!(same.is_empty(), "{language}: {same:#?}");
    }
}

/// Whether there is more than a word or two besides the placeholders.
fn sentence(text: &str) -> bool {
    let words = text.split("%{").map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect::<String>();
    words.trim().len() > 14 && words.trim().contains(' ')
}

#[test]
fn everything_that_the_core_names_has_a_text() {
    let english = own("en");
    let mut wanted: Vec<String> = vec![];
    for info in ENTITIES {
        wanted.push(format!("entity.{}.one", info.name));
        wanted.push(format!("entity.{}.many", info.name));
        wanted.extend(info.fields.iter().map(|field| format!("entity.{}.{}", info.name, field.name)));
    }
    for (catalogue, codes) in catalogue::all() {
        wanted.extend(codes.iter().map(|code| format!("catalogue.{catalogue}.{code}")));
    }
    for part in liaise_core::catalogue::codes("analysis_part") {
        let guidance = ["advice", "obstacles", "levers", "example"];
        wanted.extend(guidance.iter().map(|kind| format!("guidance.{part}.{kind}")));
    }
    wanted.extend(Error::CODES.iter().map(|code| format!("error.{code}")));
    wanted.extend(Problem::CODES.iter().map(|code| format!("problem.{code}")));
    for kind in report::kinds() {
        let sections = report::sections(report::kind(kind.kind).unwrap());
        wanted.extend(sections.iter().map(|section| format!("report.section.{}", section.code)));
    }
    let missing: Vec<_> = wanted.iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn help_and_labels_belong_to_fields_that_exist() {
    for key in own("en").keys() {
        let mut parts = key.split('.');
        let (area, entity, field) =
            (parts.next().unwrap(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let known = match area {
            "entity" | "help" => ENTITIES
                .iter()
                .any(|info| info.name == entity && (info.field(field).is_some() || ["one", "many"].contains(&field))),
            "catalogue" => liaise_core::catalogue::codes(entity).contains(&field),
            "error" => Error::CODES.contains(&entity),
            "problem" => Problem::CODES.contains(&entity),
            _ => true,
        };
        assert!(known, "{key} names nothing");
    }
}

/// Every key that the window's sources name has a text.
#[test]
fn every_key_in_the_windows_sources_has_a_text() {
    let english = own("en");
    let mut missing = BTreeSet::new();
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src"), &mut |source| {
        for (call, plural) in [("t(\"", false), ("count(\"", true)] {
            for (at, _) in source.match_indices(call) {
                let before = source[..at].chars().next_back().unwrap_or(' ');
                if before.is_alphanumeric() || before == '_' || before == '.' {
                    continue;
                }
                let key = source[at + call.len()..].split('"').next().unwrap_or_default();
                if !key.contains('.') {
                    continue;
                }
                let wanted = if plural { format!("{key}.other") } else { key.to_owned() };
                if !english.contains_key(&wanted) {
                    missing.insert(wanted);
                }
            }
        }
    });
    assert!(missing.is_empty(), "{missing:#?}");
}

fn visit(folder: &Path, look: &mut dyn FnMut(&str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, look);
        } else if path.extension().is_some_and(|extension| extension == "tsx" || extension == "ts") {
            look(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn catalan_doubles_its_l_with_a_raised_dot() {
    let wrong: Vec<String> = own("ca")
        .into_iter()
        .filter(|(_, text)| ["l.l", "l•l", "l-l", "ŀl"].iter().any(|pair| text.contains(pair)))
        .map(|(key, _)| key)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(own("ca").values().any(|text| text.contains("l·l")));
}

#[test]
fn greek_is_written_in_greek_letters() {
    let latin_in_words = |text: &str| {
        text.split(|c: char| !c.is_alphabetic()).any(|word| {
            let greek =
                word.chars().any(|c| ('\u{370}'..='\u{3ff}').contains(&c) || ('\u{1f00}'..='\u{1fff}').contains(&c));
            greek && word.chars().any(|c| c.is_ascii_alphabetic())
        })
    };
    let mixed: Vec<String> =
        own("el").into_iter().filter(|(_, text)| latin_in_words(text)).map(|(key, _)| key).collect();
    assert!(mixed.is_empty(), "Latin letters inside Greek words: {mixed:#?}");
}

#[test]
fn dates_numbers_and_shares_are_those_of_the_language() {
    let date = "2016-03-01".parse().unwrap();
    let shown: Vec<String> = ["en", "fr", "de", "el", "ca", "pt", "sv"]
        .into_iter()
        .map(|language| {
            let locale = Locale::new(language);
            format!("{} | {} | {}", locale.date(date), locale.number(12345.5), locale.percent(0.9))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "1 March 2016 | 12,345.5 | 90%",
            "1er mars 2016 | 12\u{202f}345,5 | 90\u{202f}%",
            "1. März 2016 | 12.345,5 | 90\u{a0}%",
            "1 Μαρτίου 2016 | 12.345,5 | 90%",
            "1 de març del 2016 | 12.345,5 | 90\u{a0}%",
            "1 de março de 2016 | 12.345,5 | 90%",
            "1 mars 2016 | 12\u{a0}345,5 | 90\u{a0}%",
        ]
    );
}

#[test]
fn the_fallback_of_a_language_is_english_and_then_the_key() {
    assert_eq!(locale::matching("pt-BR"), "pt");
    assert_eq!(Locale::new("fr").text("no.such.key"), "no.such.key");
}
