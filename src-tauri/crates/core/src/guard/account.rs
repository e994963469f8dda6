//! Account numbers: IBANs of which length and check digits fit (ISO 13616).

use super::{
    Hit,
    scan::{Pattern, Scan, regex},
};
use crate::catalogue::PersonalDataKind;

static IBAN: Pattern = Pattern::new(|| regex(r"(?i-u)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?"));

/// Lengths by country.
const LENGTHS: &[(&str, usize)] = &[
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IT", 27),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("TR", 26),
];

pub(super) fn find(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    for found in IBAN.get().find_iter(scan.words) {
        let start = found.start();
        // The last group may be a word that follows: the country says how long the number is.
        let Some(length) = LENGTHS.iter().find(|(country, _)| found.as_str()[..2].eq_ignore_ascii_case(country)) else {
            continue;
        };
        let mut characters = found.as_str().char_indices().filter(|(_, it)| *it != ' ');
        let Some((last, _)) = characters.nth(length.1 - 1) else {
            continue;
        };
        let range = start..start + last + 1;
        if scan.stands_alone(&range) && valid(&scan.words[range.clone()]) {
            hits.push(Hit { kind: PersonalDataKind::Iban, range, readable: 4 });
        }
    }
}

/// Whether the number, its first four characters moved to the end and letters read as 10 to 35, leaves 1 by 97.
fn valid(iban: &str) -> bool {
    let compact: Vec<u8> = iban.bytes().filter(|byte| *byte != b' ').map(|byte| byte.to_ascii_uppercase()).collect();
    let moved = compact[4..].iter().chain(&compact[..4]);
    let rest = moved.fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    rest == 1
}
