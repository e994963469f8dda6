//! Telephone numbers: international ones of Europe and its neighbours, and the national forms of the ten countries. A
//! number that could as well be a figure of statistics counts only beside a word such as "tel." or, in its own country,
//! where nothing follows that it counts.

use super::{
    Hit,
    digits::{self, Number},
    scan::{Pattern, Scan, cues},
};
use crate::catalogue::PersonalDataKind;

/// Calling codes, with the fewest and the most digits that follow.
const CODES: &[(&str, usize, usize)] = &[
    ("1", 10, 10),
    ("20", 9, 10),
    ("212", 9, 9),
    ("213", 8, 9),
    ("216", 8, 8),
    ("218", 8, 9),
    ("30", 10, 10),
    ("31", 9, 10),
    ("32", 8, 10),
    ("33", 9, 10),
    ("34", 9, 9),
    ("351", 9, 9),
    ("352", 6, 9),
    ("353", 8, 9),
    ("355", 8, 9),
    ("358", 7, 10),
    ("359", 8, 9),
    ("36", 8, 9),
    ("380", 9, 9),
    ("381", 8, 9),
    ("382", 8, 8),
    ("383", 8, 8),
    ("385", 8, 9),
    ("386", 8, 8),
    ("387", 8, 8),
    ("389", 8, 8),
    ("39", 8, 11),
    ("40", 9, 10),
    ("41", 9, 10),
    ("420", 9, 9),
    ("421", 9, 9),
    ("43", 8, 12),
    ("44", 9, 11),
    ("45", 8, 8),
    ("46", 7, 10),
    ("47", 8, 8),
    ("48", 9, 9),
    ("49", 7, 12),
    ("90", 10, 11),
    ("961", 7, 8),
    ("962", 8, 9),
    ("963", 8, 9),
    ("964", 8, 10),
    ("93", 9, 9),
];

/// Beginnings of words that announce a telephone number, in lower case.
static CUES: Pattern = Pattern::new(|| {
    cues(&[
        "tel",
        "tél",
        "tfno",
        "tlf",
        "τηλ",
        "κιν",
        "phone",
        "gsm",
        "mobil",
        "móvil",
        "mòbil",
        "handy",
        "cell",
        "whatsapp",
        "signal",
        "fax",
        "call",
        "appel",
        "llam",
        "truca",
        "chiam",
        "anruf",
        "ring",
        "ligar",
        "ligue",
        "bel ",
        "bellen",
        "contact",
        "kontakt",
        "numéro de",
        "nummer",
    ])
});

pub(super) fn find(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    digits::each(scan.words, |number| {
        let mut range = number.range();
        let before = &scan.words[..range.start];
        let plus = before.ends_with('+')
            || before.ends_with("+ ") && before.trim_end_matches(['+', ' ']).ends_with(['(', ':']);
        let announced = || scan.announced(range.start, &CUES);
        let found = (international(number, plus, announced) || (!plus && national(scan, number, announced)))
            && scan.stands_alone(&range);
        if found {
            if plus {
                range.start = before.rfind('+').unwrap_or(range.start);
            }
            hits.push(Hit { kind: PersonalDataKind::Phone, range, readable: 3 });
        }
        found
    });
}

fn international(number: &Number<'_>, plus: bool, announced: impl Fn() -> bool) -> bool {
    let digits = number.digits();
    if !plus && !digits.starts_with(&[0, 0]) {
        return false;
    }
    let digits: String = digits[if plus { 0 } else { 2 }..].iter().map(|digit| char::from(b'0' + digit)).collect();
    // "+352 123 456" may be a rise by millions.
    if number.in_thousands() && digits.len() <= 10 && !announced() {
        return false;
    }
    CODES.iter().any(|(code, fewest, most)| {
        digits.strip_prefix(code).is_some_and(|rest| (*fewest..=*most).contains(&rest.len()) && !rest.starts_with("00"))
    })
}

fn national(scan: &Scan<'_>, number: &Number<'_>, announced: impl Fn() -> bool) -> bool {
    let digits = number.digits();
    if digits[0] != 0 && !matches!(number.count, 9 | 10) {
        return false;
    }
    let announced = announced();
    if !number.whole && !announced {
        return false;
    }
    let (shape, joints) = (number.shape(), number.joints());
    if digits[0] == 0 {
        return leading_zero(&digits, &shape, &joints);
    }
    let end = number.range().end;
    let counts = || scan.counts(end) || scan.words[..number.range().start].trim_end().ends_with(['€', '$', '£']);
    let doubtful = number.in_thousands() && joints.iter().any(|joint| joint != " ");
    let own = |country| (scan.is_in(country) && !doubtful && !counts()) || announced;
    let parted = joints.windows(2).all(|pair| pair[0] == pair[1] || joints.len() <= 2);
    match (digits.len(), &*shape) {
        (9, [9] | [3, 3, 3] | [3, 6] | [3, 2, 2, 2] | [2, 3, 2, 2] | [2, 7]) if parted => {
            let first = digits[0];
            (own("ES") && (6..=9).contains(&first))
                || (own("PT") && (first == 2 || first == 9 && [1, 2, 3, 6].contains(&digits[1])))
                || (own("CZ") && shape.len() != 4 && (2..=7).contains(&first))
                || (own("IT") && first == 3 && digits[1] >= 2)
        }
        (10, [10] | [3, 7] | [3, 3, 4] | [3, 3, 2, 2] | [4, 6] | [5, 5] | [4, 3, 3] | [3, 4, 3]) => {
            (own("GR") && (digits[0] == 2 || digits.starts_with(&[6, 9])))
                || (own("IT") && digits[0] == 3 && digits[1] >= 2 && shape.first() != Some(&4))
        }
        _ => false,
    }
}

/// The forms that begin with a zero, as in Belgium, France, Germany, Italy, the Netherlands and Sweden. No figure
/// begins so; a date or a span of dates may.
fn leading_zero(digits: &[u8], shape: &[usize], joints: &[String]) -> bool {
    let calendar = shape.iter().take(2).eq(&[2, 2])
        && joints.first().is_some_and(|joint| joint == "." || joint == "/" || joint == "-")
        && (joints.iter().any(|joint| *joint != joints[0]) || shape.contains(&4) || shape.contains(&8));
    let alike = joints.windows(2).skip(1).all(|pair| pair[0] == pair[1]);
    digits[1] != 0
        && (9..=12).contains(&digits.len())
        && shape.len() <= 5
        && shape.iter().all(|length| *length >= 2)
        && (shape.len() == 1 || shape[0] <= 5)
        && alike
        && !calendar
}
