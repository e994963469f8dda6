//! Numbers by which states know persons, in the forms of the ten countries. Where a number has check digits they must
//! fit; where that alone would still take one figure in ten for a number, it must also have the form of the
//! partnership's own country or stand beside a word that announces it. How each is checked: `identity/check.rs`.

use std::ops::Range;

use super::{
    Hit,
    digits::{self, Number},
    scan::{Pattern, Scan, cues, regex},
};
use crate::catalogue::PersonalDataKind;

pub(super) mod check;

/// Beginnings of words that announce the number of a person, in lower case.
static CUES: Pattern = Pattern::new(|| {
    cues(&[
        "nir",
        "sécu",
        "insee",
        "registre national",
        "registernummer",
        "rijksregister",
        "niss",
        "insz",
        "bsn",
        "burgerservice",
        "sofi",
        "dni",
        "nie",
        "nif",
        "contribuinte",
        "cidadão",
        "cartão",
        "personnummer",
        "personnr",
        "samordnings",
        "steuer-id",
        "steueridentifikation",
        "idnr",
        "identifikationsnummer",
        "personalausweis",
        "ausweis",
        "perso-nr",
        "αμκα",
        "amka",
        "αφμ",
        "α.φ.μ",
        "αδτ",
        "α.δ.τ",
        "ταυτ",
        "rodné",
        "rodne",
        "r. č",
        "r.č",
        "codice fiscale",
        "c.f.",
        "identity",
        "identité",
        "identidad",
        "identitat",
        "identità",
        "identiteit",
        "identidade",
        "passport",
        "passeport",
        "pasaporte",
        "passaporto",
        "paspoort",
        "id-n",
        "id n",
    ])
});

/// Numbers with letters: a pattern, and what makes a passage of that form a number of the country.
type Lettered = (Pattern, fn(&Scan<'_>, &Range<usize>, &str) -> bool);

static LETTERED: [Lettered; 6] = [
    // Spain: documento nacional de identidad, número de identidad de extranjero.
    (
        Pattern::new(|| {
            regex(
                r"(?-u)[0-9]{8}[ -]?[A-Za-z]|[0-9]{2}\.[0-9]{3}\.[0-9]{3}[ -]?[A-Za-z]|[XYZxyz][ -]?[0-9]{7}[ -]?[A-Za-z]",
            )
        }),
        |_, _, compact| check::spanish_letter(compact),
    ),
    // Italy: codice fiscale, letters in place of digits where two persons had the same.
    (
        Pattern::new(|| {
            regex(
                r"(?i-u)[A-Z]{3} ?[A-Z]{3} ?[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2} ?[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
            )
        }),
        |_, _, compact| check::codice_fiscale(compact),
    ),
    // Portugal: cartão de cidadão.
    (Pattern::new(|| regex(r"(?i-u)[0-9]{8}[ -]?[0-9][ -]?[A-Z][A-Z0-9][0-9]")), |_, _, compact| {
        check::cartao_de_cidadao(compact)
    }),
    // Germany: identity card with its check digit; without it, nine characters announced as such.
    (Pattern::new(|| regex(r"(?-u)[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}[0-9]?")), |scan, range, compact| {
        let announced = scan.announced(range.start, &CUES);
        let numbered = compact.bytes().filter(u8::is_ascii_digit).count() >= 2;
        numbered && (announced || (compact.len() == 10 && scan.is_in("DE") && check::personalausweis(compact)))
    }),
    // Greece: identity card, two letters and six digits, without a check digit.
    (
        Pattern::new(|| regex(r"[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧABEZHIKMNOPTYX]{1,2}[ -]?[0-9]{6}")),
        |scan, range, compact| {
            let paper = ["ΥΑ", "ΑΠ", "ΚΑ", "ΤΚ", "ΦΕ"].iter().any(|abbreviation| compact.starts_with(abbreviation));
            let letters = compact.chars().filter(|it| it.is_alphabetic()).collect::<Vec<_>>();
            let own = letters.len() == 2 && scan.is_in("GR") && !letters.iter().any(char::is_ascii) && !paper;
            !scan.after(range.end, 1).starts_with('/') && (own || scan.announced(range.start, &CUES))
        },
    ),
    // France: numéro d'inscription au répertoire of persons born in Corsica.
    (
        Pattern::new(|| regex(r"(?i-u)[12] ?[0-9]{2} ?[0-9]{2} ?2[AB] ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}")),
        |_, _, compact| check::corsican(compact),
    ),
];

pub(super) fn find(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    let kind = PersonalDataKind::IdNumber;
    for (pattern, fits) in &LETTERED {
        for found in pattern.get().find_iter(scan.words) {
            let compact: String = found.as_str().chars().filter(|it| it.is_alphanumeric()).collect();
            let range = found.range();
            if scan.stands_alone(&range) && fits(scan, &range, &compact.to_uppercase()) {
                hits.push(Hit { kind, range, readable: 3 });
            }
        }
    }
    digits::each(scan.words, |number| {
        let range = number.range();
        let found = numeric(scan, number) && scan.stands_alone(&range);
        if found {
            hits.push(Hit { kind, range, readable: 3 });
        }
        found
    });
}

/// Whether a number of digits alone is one of a person.
fn numeric(scan: &Scan<'_>, number: &Number<'_>) -> bool {
    if !matches!(number.count, 9..=12 | 15) {
        return false;
    }
    let announced = scan.announced(number.range().start, &CUES);
    if !number.whole && !announced {
        return false;
    }
    let own = |country| announced || scan.is_in(country);
    let (shape, joints) = (number.shape(), number.joints());
    let joint = joints.first().map_or("", String::as_str);
    match (number.count, &*shape) {
        (15, [15] | [13, 2] | [1, 2, 2, 2, 3, 3, 2] | [1, 2, 2, 2, 6, 2] | [1, 2, 2, 2, 3, 5]) => check::nir(number),
        (12, [12]) => own("SE") && check::personnummer(&number.digits()[2..]),
        (12, [8, 4]) => joint == "-" && check::personnummer(&number.digits()[2..]),
        (11, [2, 2, 2, 3, 2]) => check::national_register(number),
        (11, [11] | [6, 3, 2] | [6, 5]) => {
            check::national_register(number)
                || (own("GR") && check::amka(number))
                || (own("DE") && shape.len() == 1 && check::steuer_id(&number.digits()))
        }
        (11, [2, 3, 3, 3]) => announced && check::steuer_id(&number.digits()),
        (10, [6, 4]) => match joint {
            "-" | "+" => check::personnummer(&number.digits()),
            "/" => check::rodne_cislo(number),
            _ => false,
        },
        (10, [10]) => (own("SE") && check::personnummer(&number.digits())) || (own("CZ") && check::rodne_cislo(number)),
        (9, [6, 3]) => joint == "/" && check::rodne_cislo(number),
        (9, [4, 2, 3]) => joint == "." && check::bsn(&number.digits()),
        (9, [9]) => {
            (own("NL") && check::bsn(&number.digits()))
                || (own("PT") && check::nif(&number.digits()))
                || (announced && check::afm(&number.digits()))
        }
        (9, [3, 3, 3]) => announced && (check::nif(&number.digits()) || check::bsn(&number.digits())),
        _ => false,
    }
}
