//! Addresses: a street with a number, in the ways of the ten languages. A street, a square or a school alone is a
//! place, a number before or after it may be a year or what is counted there.

use super::{
    Hit,
    scan::{List, Pattern, Scan, list, regex},
};
use crate::catalogue::PersonalDataKind;

/// A name of a street after its kind: articles and prepositions, then words that begin with a capital.
const NAME: &str = r"(?:(?:de|du|des|d[’']|de la|de l[’']|de las|de los|del|de les|della|delle|dei|degli|dello|dell[’']|da|do|dos|das|la|le|les|el|els|los|las|van|van de|van den|van der|der|den|l[’']|της|του|των) ?){0,2}(?:\p{Lu}[\p{L}’'.\-]*)(?: (?:(?:de|du|des|del|della|da|do|dos|das|la|le|les|i|y|e|et|van|der|den|και) )?(?:[dl][’'])?\p{Lu}[\p{L}’'.\-]*){0,4}";

/// A number of a house behind the street.
const BEHIND: &str =
    r"(?:,? (?:n[.°ºo]{0,2} ?|nº ?|núm\. ?|αρ\. ?|nr\.? ?|č\. ?)?|, ?)[0-9]{1,4}(?: ?(?:bis|ter)|[a-zα-ω]| ?[A-ZΑ-Ω])?";

/// A way of writing addresses: the languages that have it, and its pattern.
type Way = (&'static [&'static str], Pattern);

static WAYS: [Way; 10] = [
    // 12 rue de la Paix, 3 bis avenue Foch
    (
        &["fr"],
        Pattern::new(|| {
            regex(&format!(
                r"[0-9]{{1,4}}(?: ?(?:bis|ter|quater)| ?[a-dA-D])?,? (?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d\.?|[Ii]mpasse|[Aa]llées?|[Cc]hemin|[Pp]lace|[Qq]uai|[Rr]oute|[Cc]haussée|[Ss]quare|[Rr]uelle) {NAME}"
            ))
        }),
    ),
    // rue de la Paix 12, avenue Louise, 54
    (
        &["fr"],
        Pattern::new(|| {
            regex(&format!(
                r"(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d\.?|[Ii]mpasse|[Aa]llée|[Cc]hemin|[Pp]lace|[Qq]uai|[Rr]oute|[Cc]haussée|[Ss]quare) {NAME}{BEHIND}"
            ))
        }),
    ),
    // 12 High Street
    (
        &["en"],
        Pattern::new(|| {
            regex(
                r"[0-9]{1,4}[a-dA-D]?,? (?:\p{Lu}[\p{L}’']+ ){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Crescent|Terrace)",
            )
        }),
    ),
    // Hauptstraße 12, Augsburger Straße 3
    (
        &["de"],
        Pattern::new(|| {
            regex(
                r"(?:(?:\p{Lu}[\p{L}\-]* )?(?:\p{Lu}[\p{L}\-]*(?:straße|strasse|str\.|gasse|weg|allee|platz|ring|damm|ufer|chaussee)|\p{Lu}[\p{L}\-.]+ (?:Straße|Strasse|Str\.|Allee|Platz|Weg|Ring|Damm|Chaussee))) (?:Nr\. ?)?[0-9]{1,4}(?: ?[a-z])?",
            )
        }),
    ),
    // via Garibaldi 12
    (
        &["it"],
        Pattern::new(|| {
            regex(&format!(
                r"(?:[Vv]ia|[Vv]iale|[Vv]\.le|[Pp]iazza|[Pp]\.zza|[Pp]iazzale|[Cc]orso|[Vv]icolo|[Ll]argo|[Ss]trada) {NAME}{BEHIND}"
            ))
        }),
    ),
    // calle Mayor, 3; carrer d'Aragó 12
    (
        &["es", "ca"],
        Pattern::new(|| {
            regex(&format!(
                r"(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\.?|[Aa]v\.|[Pp]laza|[Pp]za\.?|[Pp]aseo|[Pp]º|[Cc]amino|[Cc]arretera|[Rr]onda|[Tt]ravesía|[Cc]arrer|[Aa]vinguda|[Pp]laça|[Pp]l\.|[Pp]asseig|[Pp]g\.|[Rr]ambla|[Tt]ravessera|[Cc]amí) ?{NAME}{BEHIND}"
            ))
        }),
    ),
    // Kerkstraat 12
    (
        &["nl"],
        Pattern::new(|| {
            regex(
                r"(?:(?:\p{Lu}[\p{L}’'.\-]* ){0,2}\p{Lu}[\p{L}’'\-]*(?:straat|str\.|laan|weg|plein|kade|kaai|gracht|singel|dreef)) (?:nr\.? ?)?[0-9]{1,4}(?: ?[a-zA-Z])?",
            )
        }),
    ),
    // Rua Augusta, n.º 12
    (
        &["pt"],
        Pattern::new(|| {
            regex(&format!(
                r"(?:[Rr]ua|R\.|[Aa]venida|[Aa]v\.|[Pp]raça|[Tt]ravessa|[Ll]argo|[Ee]strada|[Aa]lameda|[Bb]eco) {NAME}{BEHIND}"
            ))
        }),
    ),
    // οδός Ερμού 12
    (
        &["el"],
        Pattern::new(|| {
            regex(&format!(r"(?:[Οο]δ(?:ός|ού|ό)|[Λλ]εωφόρο[ςυ]?|[Λλ]εωφ\.|[Ππ]λατεία[ςν]?|[Ππ]λ\.) {NAME}{BEHIND}"))
        }),
    ),
    // Storgatan 5
    (
        &["sv"],
        Pattern::new(|| {
            regex(r"(?:\p{Lu}[\p{L}\-]*(?:gatan|vägen|gränd|stigen|allén|torget|backen)) [0-9]{1,4}(?: ?[A-Za-z])?")
        }),
    ),
];

/// Beginnings of German and Dutch words in `-platz` and `-weg` that are no streets.
const NO_STREETS: &str = "\
    arbeits ausbildungs studien kita krippen betreuungs therapie praktikums heim schul sitz steh schlaf wohn aus um \
    rück hin bildungs lebens rechts dienst berufs om uit voor fahr rettungs meldungs tabellen";

/// What one reaches people "via", in English as in Dutch.
const CHANNELS: &str = "\
    whatsapp facebook instagram telegram tiktok youtube twitter skype zoom teams internet web";

/// Words that may follow an address without a comma: in, at, with, and.
static GOES_ON: List = List::new(|| {
    list(
        "\
    à au avec et où chez in at with and where bei mit und wo wohnt a con e ed dove en y donde met te waar com em \
    onde i och med där amb on και στην στη στο όπου με bis ter bus boîte bte piso dcha izq",
    )
});

pub(super) fn find(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    if !scan.words.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    for (languages, way) in &WAYS {
        if !languages.iter().any(|language| scan.speaks(language)) {
            continue;
        }
        for found in way.get().find_iter(scan.words) {
            let passage = without_next(scan, found.end(), found.as_str());
            let range = found.start()..found.start() + passage.len();
            let first = passage.starts_with(|it: char| it.is_ascii_digit());
            let counted = !first && counts_something(scan, range.end, languages.contains(&"de"));
            if !is_year(passage, first) && !counted && scan.stands_alone(&range) && is_street(passage) {
                // The kind of street, with the number where that comes first; not its name.
                let kind = if first && !languages.contains(&"en") { 2 } else { 1 };
                let spaces = passage.match_indices([' ', '/']).map(|(at, _)| at);
                let readable = spaces.take(kind).last().unwrap_or(0);
                hits.push(Hit { kind: PersonalDataKind::Address, range, readable });
            }
        }
    }
}

/// Whether the number is a year.
fn is_year(passage: &str, first: bool) -> bool {
    let digits = |it: &char| it.is_ascii_digit();
    let number: String = if first {
        passage.chars().take_while(digits).collect()
    } else {
        let backwards: String = passage.chars().rev().skip_while(|it| !digits(it)).take_while(digits).collect();
        backwards.chars().rev().collect()
    };
    number.parse().is_ok_and(|number| (1800..=2100).contains(&number))
}

/// The passage without the full stop of its sentence and without the first letter of the word behind it: "12 c|on".
fn without_next<'a>(scan: &Scan<'_>, end: usize, passage: &'a str) -> &'a str {
    let mut letters = passage.chars().rev();
    let letter = letters.next().is_some_and(char::is_alphabetic) && letters.next() == Some(' ');
    if letter && scan.words[end..].starts_with(char::is_alphabetic) {
        return passage.rsplit_once(' ').map_or(passage, |(address, _)| address);
    }
    passage.trim_end_matches(['.', '-', '’', '\''])
}

/// Whether what follows the number is what it counts.
fn counts_something(scan: &Scan<'_>, end: usize, nouns_are_capital: bool) -> bool {
    let after = scan.after(end, 24);
    let Some(rest) = after.strip_prefix([' ', '\u{a0}', '\u{202f}']) else {
        return after.starts_with(['%', '-', '–', '/']);
    };
    let word: String = rest.chars().take_while(|it| it.is_alphabetic()).collect();
    let Some(first) = word.chars().next() else {
        return rest.starts_with(['%', '€', '–']);
    };
    (first.is_lowercase() && !GOES_ON.has(&word)) || (first.is_uppercase() && nouns_are_capital)
}

fn is_street(passage: &str) -> bool {
    let lower = passage.to_lowercase();
    let mut words = lower.split([' ', ',']);
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let none = |word: &str| {
        ["platz", "weg", "ring"].iter().any(|end| word.ends_with(end))
            && NO_STREETS.split(' ').any(|no| word.starts_with(no))
    };
    let channel = first == "via" && CHANNELS.split(' ').any(|channel| second.starts_with(channel));
    !none(first) && !none(second) && !channel
}
