//! Identity numbers: every valid one of each country is found, and no figure of statistics is taken for one. The
//! numbers are made by the rules of the states, written here a second time so that the two check each other.

use liaise_core::{catalogue::PersonalDataKind, guard::find};
use proptest::prelude::*;

use super::passages::found;
use crate::office::cases;

fn luhn(head: &str) -> u32 {
    let sum: u32 = head
        .chars()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let digit = digit.to_digit(10).unwrap();
            if at % 2 == 0 { if digit > 4 { digit * 2 - 9 } else { digit * 2 } } else { digit }
        })
        .sum();
    (10 - sum % 10) % 10
}

fn weighted(head: &str, weights: &[u32]) -> u32 {
    head.chars().zip(weights).map(|(digit, weight)| digit.to_digit(36).unwrap() * weight).sum()
}

fn belgian(number: &str) -> bool {
    let (Some(head), Some(key)) = (number.get(..9), number.get(9..11)) else { return false };
    let (Ok(head), Ok(key)) = (head.parse::<u64>(), key.parse::<u64>()) else { return false };
    number.len() == 11 && [head, head + 2_000_000_000].iter().any(|head| 97 - head % 97 == key)
}

/// The country, and a valid number in one of its ways of writing.
fn number() -> impl Strategy<Value = (&'static str, String)> {
    let date = (0_u32..100, 1_u32..=12, 1_u32..=28);
    (0_usize..12, date, 0_u32..1_000_000, 0_u32..1000, any::<bool>()).prop_filter_map(
        "a number that exists",
        |(country, (year, month, day), long, short, spaced)| {
            Some(match country {
                0 => {
                    let head =
                        format!("{}{year:02}{month:02}{:02}{:03}{short:03}", 1 + long % 2, 1 + long % 95, long % 1000);
                    let key = 97 - head.parse::<u64>().unwrap() % 97;
                    let (a, rest) = head.split_at(1);
                    let grouped = format!(
                        "{a} {} {} {} {} {} {key:02}",
                        &rest[..2],
                        &rest[2..4],
                        &rest[4..6],
                        &rest[6..9],
                        &rest[9..]
                    );
                    ("FR", if spaced { grouped } else { format!("{head}{key:02}") })
                }
                1 => {
                    let head = format!("{year:02}{month:02}{day:02}{short:03}");
                    let century = if long % 2 == 0 { 0 } else { 2_000_000_000 };
                    let key = 97 - (head.parse::<u64>().unwrap() + century) % 97;
                    let plain = format!("{head}{key:02}");
                    ("BE", if spaced { format!("{year:02}.{month:02}.{day:02}-{short:03}.{key:02}") } else { plain })
                }
                2 => {
                    let head = 10_000_000 + u64::from(long) * 89;
                    let letter = char::from(b"TRWAGMYFPDXBNJZSQVHLCKE"[(head % 23) as usize]);
                    ("ES", if spaced { format!("{head}-{letter}") } else { format!("{head}{letter}") })
                }
                3 => {
                    let head = u64::from(long) + 1_000_000;
                    let first = (long % 3) as usize;
                    let letter =
                        char::from(b"TRWAGMYFPDXBNJZSQVHLCKE"[((head + first as u64 * 10_000_000) % 23) as usize]);
                    ("ES", format!("{}{head:07}{letter}", ["X", "Y", "Z"][first]))
                }
                4 => {
                    let head = format!("{:08}", 10_000_000 + u64::from(long) * 89);
                    let key = weighted(&head, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
                    if key == 10 {
                        return None;
                    }
                    (
                        "NL",
                        if spaced {
                            format!("{}.{}.{}{key}", &head[..4], &head[4..6], &head[6..])
                        } else {
                            format!("{head}{key}")
                        },
                    )
                }
                5 => {
                    let head = format!("{}{:07}", 1 + long % 3, u64::from(long) * 9 + u64::from(short));
                    let key = 11 - weighted(&head, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
                    ("PT", format!("{head}{}", if key > 9 { 0 } else { key }))
                }
                6 => {
                    let head = format!("{year:02}{month:02}{day:02}{short:03}");
                    let key = luhn(&head);
                    let (date, rest) = head.split_at(6);
                    (
                        "SE",
                        match long % 3 {
                            0 => format!("{date}-{rest}{key}"),
                            1 => format!("19{date}-{rest}{key}"),
                            _ => format!("19{head}{key}"),
                        },
                    )
                }
                7 => {
                    // One of ten digits twice, in an order that the number chooses.
                    let mut digits: Vec<u32> = (1..=9).chain([1 + long % 9]).collect();
                    digits.rotate_left(short as usize % 10);
                    digits.swap(0, day as usize % 10);
                    let product = digits.iter().fold(10, |product, digit| {
                        let sum = (digit + product) % 10;
                        (if sum == 0 { 10 } else { sum }) * 2 % 11
                    });
                    let head: String = digits.iter().map(ToString::to_string).collect();
                    let key = (11 - product) % 10;
                    (
                        "DE",
                        if spaced {
                            format!("{head}{key}")
                        } else {
                            format!("Steuer-ID {} {} {} {}{key}", &head[..2], &head[2..5], &head[5..8], &head[8..])
                        },
                    )
                }
                8 => {
                    let letters = b"CFGHJKLMNPRTVWXYZ";
                    let letter = |at: u32| char::from(letters[(at % 17) as usize]);
                    let head = format!("{}{:02}{}{:05}", letter(long), short % 100, letter(short), long % 100_000);
                    ("DE", format!("{head}{}", weighted(&head, &[7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10))
                }
                9 => {
                    let head = format!("{day:02}{month:02}{year:02}{:04}", long % 10_000);
                    ("GR", format!("{head}{}", luhn(&head)))
                }
                10 => {
                    let head = u64::from(year) * 10_000_000
                        + u64::from(month + 50 * (long % 2)) * 100_000
                        + u64::from(day) * 1000
                        + u64::from(short);
                    let key = head % 11;
                    let key = if key == 10 { 0 } else { key };
                    let number = format!("{head:09}{key}");
                    ("CZ", if spaced { format!("{}/{}", &number[..6], &number[6..]) } else { number })
                }
                _ => {
                    let alphabet = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
                    let head = format!(
                        "{:08}{}{}{}",
                        10_000_000 + long * 9,
                        day % 10,
                        char::from(alphabet[10 + (short % 26) as usize]),
                        char::from(alphabet[(long % 36) as usize])
                    );
                    let sum: u32 = head
                        .chars()
                        .enumerate()
                        .map(|(at, it)| {
                            let value = it.to_digit(36).unwrap();
                            if at % 2 == 0 { if value > 4 { value * 2 - 9 } else { value * 2 } } else { value }
                        })
                        .sum();
                    ("PT", format!("{head}{}", (10 - sum % 10) % 10))
                }
            })
        },
    )
}

/// Figures as statistics, money, years, shares and references have them.
fn figure() -> impl Strategy<Value = String> {
    let grouped = |mark: &'static str| {
        (1_u64..999_999_999).prop_map(move |value| {
            let digits = value.to_string();
            let first = digits.len() % 3;
            let groups: Vec<&str> = [&digits[..first]]
                .into_iter()
                .filter(|group| !group.is_empty())
                .chain((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]))
                .collect();
            groups.join(mark)
        })
    };
    prop_oneof![
        grouped(" "),
        grouped("\u{a0}"),
        grouped("."),
        grouped(","),
        grouped("’"),
        (0_u32..99_999_999).prop_map(|value| value.to_string()),
        (0_u32..9_999_999, 0_u32..100).prop_map(|(value, cents)| format!("{value},{cents:02} EUR")),
        (1990_u32..2030, 1_u32..5).prop_map(|(year, years)| format!("{year}-{}", year + years)),
        (1990_u32..2030, 1_u32..5).prop_map(|(year, years)| format!("{year}/{:02}", (year + years) % 100)),
        (0_u32..100, 0_u32..10).prop_map(|(share, tenth)| format!("{share},{tenth} %")),
        (1_u32..999, 1_u32..99).prop_map(|(article, paragraph)| format!("L{article}-{paragraph}")),
        (1_u32..1000, 1_u32..1000).prop_map(|(from, to)| format!("{from}–{to}")),
    ]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn every_valid_number_of_each_country_is_found((country, number) in number()) {
        for words in [number.clone(), format!("Dossier {number}, clos"), format!("({number})")] {
            let ids = find(&words, Some(country), None).into_iter().filter(|it| it.kind == PersonalDataKind::IdNumber).count();
            prop_assert_eq!(ids, 1, "{} {}", country, words);
        }
    }

    #[test]
    fn a_number_with_a_wrong_last_character_is_none((country, number) in number()) {
        let last = number.chars().last().unwrap();
        let other = match last {
            '9' => '0',
            'Z' => 'A',
            _ => char::from(last as u8 + 1),
        };
        let wrong = format!("{}{other}", &number[..number.len() - 1]);
        // By chance it may be a valid number of Belgium, which counts in every country, or, announced, another one.
        prop_assume!(!belgian(&wrong) && !wrong.starts_with("Steuer"));
        let found = find(&wrong, Some(country), None).into_iter().any(|it| it.kind == PersonalDataKind::IdNumber);
        prop_assert!(!found, "{} {}", country, wrong);
    }

    #[test]
    fn no_figure_of_statistics_is_an_identity_number(figures in prop::collection::vec(figure(), 1..6), country in prop::option::of(prop::sample::select(&["BE", "CZ", "DE", "ES", "FR", "GR", "IT", "NL", "PT", "SE"][..]))) {
        let words = figures.join(" habitants, ");
        let found = find(&words, country, None);
        prop_assert!(found.iter().all(|it| !matches!(it.kind, PersonalDataKind::IdNumber | PersonalDataKind::Iban)), "{} {:?}", words, found);
    }
}

#[test]
fn published_examples_of_numbers_are_found() {
    for (country, number) in [
        ("FR", "2 55 08 14 168 025 38"),
        ("FR", "1 85 05 2A 006 084 35"),
        ("BE", "85.07.30-033.28"),
        ("ES", "12345678Z"),
        ("ES", "12.345.678-Z"),
        ("ES", "X1234567L"),
        ("IT", "RSSMRA85T10A562S"),
        ("IT", "RSS MRA 85T10 A562S"),
        ("NL", "111222333"),
        ("PT", "00000000 0 ZZ4"),
        ("SE", "811218-9876"),
        ("SE", "19811218-9876"),
        ("DE", "86095742719"),
        ("DE", "T220001293"),
        ("GR", "ΑΒ 123456"),
        ("GR", "ΑΔΤ Χ123456"),
        ("CZ", "736028/5163"),
        ("CZ", "530101/123"),
    ] {
        let expected = number.trim_start_matches("ΑΔΤ ");
        assert_eq!(found(number, Some(country), None), [format!("id_number: {expected}")], "{country}");
    }
    for iban in [
        "BE68 5390 0754 7034",
        "DE89370400440532013000",
        "FR14 2004 1010 0505 0001 3M02 606",
        "GR16 0110 1250 0000 0001 2300 695",
        "NL91ABNA0417164300",
    ] {
        assert_eq!(found(&format!("Compte {iban} au nom"), None, None), [format!("iban: {iban}")]);
    }
    assert_eq!(found("BE68 5390 0754 7035 and DE89370400440532013001", None, None), [""; 0]);
}

#[test]
fn a_number_that_only_fits_by_chance_needs_a_word_or_its_country() {
    // A Dutch number in a French text is a figure, unless something says what it is.
    assert_eq!(found("111222333", Some("FR"), Some("fr")), [""; 0]);
    assert_eq!(found("BSN 111222333", Some("FR"), Some("fr")), ["id_number: 111222333"]);
    assert_eq!(found("111 222 333 visiteurs", Some("NL"), Some("nl")), [""; 0]);
    assert_eq!(found("L01X00T47", Some("DE"), Some("de")), [""; 0]);
    assert_eq!(found("Personalausweis L01X00T47", Some("DE"), Some("de")), ["id_number: L01X00T47"]);
}
