//! Dates of birth: any full date beside a word such as "born", and dates in figures that are too old to be those of an
//! event of the project. Dates of laws, foundations and periods are let pass, and so is a year alone: "born in 1998"
//! describes a generation. Without a clock, what is too old is fixed: see [`YEARS`].

use super::{
    Hit,
    scan::{Pattern, Scan, cues, regex},
};
use crate::catalogue::PersonalDataKind;

/// Years of which a date in figures is taken for a date of birth by itself.
const YEARS: std::ops::RangeInclusive<u32> = 1920..=2010;

/// Dates in figures, and dates with the month in letters.
const DATE: &str = r"(?:[0-3]?[0-9][./\-][01]?[0-9][./\-](?:(?:19|20)[0-9]{2}|[0-9]{2})|(?:19|20)[0-9]{2}[./\-][01]?[0-9][./\-][0-3]?[0-9]|(?:1er|[0-3]?[0-9])\.?º? (?:d[e’'] ?)?(?:\p{L}{3,12}\.? (?:de |del )?)(?:19|20)[0-9]{2}|\p{Lu}\p{Ll}{2,9}\.? [0-3]?[0-9],? (?:19|20)[0-9]{2}|[0-3]?[0-9]\. ?[01]?[0-9]\. ?(?:19|20)[0-9]{2})";

/// Words that announce a date of birth, and the signs for it.
const BORN: &str = r"(?:(?:[Bb]orn|[Bb]irth(?:day)?|BIRTH)|DOB|D\.O\.B\.|[Dd]ob|[Nn]ée?s?|NÉE?|[Nn]aissance|[Gg]eb(?:oren(?:e[rn]?)?|urtsdatum|urtstag|oortedatum|\.)|[Nn]acid[oa]s?|[Nn]aci[óo]|[Nn]acimiento|[Nn]at[oa]|[Nn]ascita|[Nn]ascid[oa]|[Nn]asceu|[Nn]ascimento|[Nn]ascuda?t?|néixer|[Nn]aixement|[Γγ]εννήθηκε|[Γγ]εννηθε[ίι]ς|[Γγ]εννηθείσα|[Γγ]εννημέν(?:ος|η)|[Γγ]έννησης|[Γγ]εν\.|[Ff]ödd|[Ff]ödelsedatum|[Nn]arozena?|[Nn]arození|[Nn]ar\.|°|\*)";

/// A date of birth with what announces it.
static ANNOUNCED: Pattern = Pattern::new(|| {
    regex(&format!(r"{BORN}(?:[ \u{{a0}}:,(]{{0,3}}(?:\p{{L}}{{1,12}}[ \u{{a0}}:,]{{1,2}}){{0,4}}){DATE}"))
});

/// A date in figures.
static FIGURES: Pattern = Pattern::new(|| {
    regex(r"(?-u)[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")
});

/// Beginnings of words that say what else is dated, in lower case: laws, foundations, periods.
static OTHERWISE: Pattern = Pattern::new(|| {
    cues(&[
        "loi",
        "décret",
        "arrêté",
        "circulaire",
        "ordonnance",
        "depuis",
        "créé",
        "fondé",
        "law",
        "act",
        "decree",
        "since",
        "founded",
        "directive",
        "circular",
        "regulation",
        "resolution",
        "gesetz",
        "erlass",
        "verordnung",
        "richtlinie",
        "bgbl",
        "seit",
        "gegründet",
        "fassung",
        "vom",
        "stand",
        "ley",
        "decreto",
        "orden",
        "desde",
        "fundad",
        "directiva",
        "legge",
        "d.lgs",
        "dal ",
        "fondat",
        "direttiva",
        "wet",
        "besluit",
        "sinds",
        "opgericht",
        "stb",
        "richtlijn",
        "lei",
        "decreto-lei",
        "portaria",
        "νόμος",
        "νόμου",
        "ν.",
        "φεκ",
        "π.δ",
        "υ.α",
        "από",
        "lag",
        "förordning",
        "sedan",
        "grundad",
        "llei",
        "decret",
        "des de",
        "zákon",
        "version",
        "versió",
        "versión",
        "versione",
        "versie",
        "versão",
        "od ",
    ])
});

pub(super) fn find(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    let kind = PersonalDataKind::BirthDate;
    if !scan.words.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    for found in ANNOUNCED.get().find_iter(scan.words) {
        if scan.stands_alone(&found.range()) {
            // The word that announces it.
            let readable = found.as_str().find(|it: char| it.is_whitespace() || it.is_ascii_digit()).unwrap_or(0);
            hits.push(Hit { kind, range: found.range(), readable });
        }
    }
    for found in FIGURES.get().find_iter(scan.words) {
        let mut parts: Vec<u32> = found.as_str().split(['.', '/', '-']).filter_map(|part| part.parse().ok()).collect();
        if parts.first().is_some_and(|first| *first > 31) {
            parts.reverse();
        }
        let [day, month, year] = parts[..] else { continue };
        // The first of January and the last of December begin and end periods.
        let plausible = (1..=31).contains(&day)
            && (1..=12).contains(&month)
            && YEARS.contains(&year)
            && !matches!((day, month), (1, 1) | (31, 12));
        if plausible && scan.stands_alone(&found.range()) && !otherwise(scan, found.start(), found.end()) {
            hits.push(Hit { kind, range: found.range(), readable: 0 });
        }
    }
}

/// Whether the text says that the date is one of something else, or of a period.
fn otherwise(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let (before, after) = (scan.before(start, 3).trim_end(), scan.after(end, 3).trim_start());
    let dash = ['-', '–', '—', '/'];
    before.ends_with(dash) || after.starts_with(dash) || scan.announced(start, &OTHERWISE)
}
