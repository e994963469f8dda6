//! Names with a title or a form of address, and initials beside a street. A name alone is let pass: it looks like that
//! of a place or an institution. So is a title inside such a name ("rue du Dr Roux", "Dr.-Weber-Platz"), before a
//! function ("Mr Mayor") and before a noun ("eine Frau Hilfe").

use std::ops::Range;

use super::{
    Hit,
    scan::{List, Pattern, Scan, list, regex},
};
use crate::catalogue::PersonalDataKind;

/// Titles and forms of address that mean nothing else in any of the languages.
const TITLES: &str = concat!(
    r"Mrs\.?|Mr\.?|Ms\.?|Mx\.?|",
    r"[Mm]adame|[Mm]onsieur|[Mm]ademoiselle|Mmes?|Mlles?|MM\.|",
    r"Herrn?|Frau|Hrn?\.|Frl\.|",
    r"[Ss]eñor(?:ita|a)?|Srta\.?|Sres\.|Sr(?:\.ª|ª|a)?\.?|[Dd]oña|Dña\.?|D\.ª|[Ss]enyor[ae]?|[Ss]enhor[a]?|Exmo\.?|Exma\.?|",
    r"[Ss]ignor(?:ina|a|e)?|[Ss]ig\.(?:ra|na)?|[Ss]igg\.|[Dd]ott\.(?:ssa)?|[Dd]ottor(?:essa)?|[Aa]vv\.|",
    r"[Dd]hr\.?|[Mm]evr\.?|[Mm]evrouw|[Mm]eneer|[Mm]w\.|[Dd]e heer|",
    r"[Ff]ru|[Ff]röken|",
    r"κ\.κ\.|κ\.|[Κκ]α\.?|[Κκ]ος\.?|[Κκ]ύριος?|[Κκ]υρίου|[Κκ]ύριε|[Κκ]υρίας?|[Δδ]εσποινίδα|[Δδ]εσποινίς|[Δδ]ρ\.?|[Κκ]αθ\.|",
    r"[Pp]aní|[Ss]lečna|JUDr\.|MUDr\.|PhDr\.|Mgr\.|",
    r"Dr(?:\.ª|ª|\.ssa|a)?\.?|Prof\.?(?:ssa)?\.?|Dipl\.-Ing\.|med\.|phil\.|jur\.",
);

/// Forms of address that mean something else elsewhere, each with the language in which it is one. They count before two
/// capitalised words, or before one where the last column says so.
const DOUBTFUL: &[(&str, &str, bool)] = &[
    ("M.", "fr", true),
    ("Me", "fr", false),
    ("Maître", "fr", true),
    ("Miss", "en", true),
    ("Fr.", "de", true),
    ("D.", "es", false),
    ("don", "es", false),
    ("Don", "es", false),
    ("don", "it", false),
    ("Don", "it", false),
    ("Ing.", "it", true),
    ("ing.", "it", true),
    ("Dona", "pt", false),
    ("dona", "pt", false),
    ("D.", "pt", false),
    ("En", "ca", false),
    ("herr", "sv", true),
    ("hr", "sv", true),
    ("panem", "cs", true),
    ("pana", "cs", true),
    ("pan", "cs", true),
    ("Ing.", "cs", true),
    ("Κ.", "el", false),
    ("mw", "nl", true),
];

/// A name: perhaps particles, then words that begin with a capital, or initials.
const NAME: &str = r"(?:(?:van|de|der|den|von|zu|da|di|del|della|dos|das|do|du|des|al|el|bin|ben|ibn|ter|ten|’t|'t|af|d[’']|de la|van de[rn]?|von der) ?){0,2}\p{Lu}(?:\.|[\p{L}’'\-]*)(?:[ \u{a0}](?:(?:van|de|der|den|von|zu|da|di|del|della|dos|das|do|du|al|el|bin|ben|ibn|ter|ten|de la|van de[rn]?|von der) )?\p{Lu}(?:\.|[\p{L}’'\-]+)){0,3}";

static SURE: Pattern = Pattern::new(|| regex(&format!(r"(?:(?:{TITLES})[ \u{{a0}}\u{{202f}}]?){{1,4}}{NAME}")));

static UNSURE: Pattern = Pattern::new(|| regex(&format!(r"(?:{})[ \u{{a0}}\u{{202f}}]{NAME}", doubtful())));

/// The titles at the beginning of a passage. A second look is much quicker than to note them in the first.
static BEGINNING: Pattern =
    Pattern::new(|| regex(&format!(r"^(?:(?:{TITLES}|{})[ \u{{a0}}\u{{202f}}]?){{1,4}}", doubtful())));

fn doubtful() -> String {
    let titles: Vec<String> = DOUBTFUL.iter().map(|(title, ..)| regex::escape(title)).collect();
    titles.join("|")
}

/// A street: its kind before or behind a capital, or a word that ends as streets do.
static STREET: Pattern = Pattern::new(|| {
    regex(concat!(
        r"(?:^|[ ,(])(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Ii]mpasse|[Cc]haussée|[Vv]iale?|[Cc]alle|[Cc]arrer|[Aa]vinguda|",
        r"[Aa]venida|[Rr]ua|[Tt]ravessa|[Οο]δ(?:ός|ού|ό)) (?:\p{Ll}+[ ’']){0,3}\p{Lu}|\p{Lu}\p{L}* (?:[Ss]treet|[Rr]oad)|",
        r"\p{Lu}[\p{L}\-]*(?:straße|strasse|str\.|gasse|straat|laan|gatan|vägen)",
    ))
});

/// Two initials, as persons are named in files: "M. D.", "A.B.".
static INITIALS: Pattern = Pattern::new(|| regex(r"\p{Lu}\.[ \-]?\p{Lu}\."));

/// Two capitals with points that are no initials.
static ABBREVIATIONS: List = List::new(|| {
    list(
        "\
    U.S. U.K. E.U. U.E. N.B. P.S. A.D. B.V. N.V. S.A. S.L. D.F. R.D. C.P. O.M. Π.Δ. Υ.Α. Ο.Π. Χ.Α.",
    )
});

/// Functions: what follows a form of address when one speaks of an office, in lower case.
static FUNCTIONS: List = List::new(|| {
    list(
        "\
    mayor president chair chairman chairwoman chairperson minister speaker secretary councillor commissioner \
    ambassador justice maire préfet préfète présidente président ministre députée député procureur procureure \
    bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin ministerin präsident präsidentin dezernent \
    dezernentin stadtrat stadträtin landrat landrätin direktor direktorin abgeordnete abgeordneter vorsitzende \
    vorsitzender kollege kollegin staatssekretär staatssekretärin professor professorin doktor alcalde alcaldesa \
    alcaldessa presidente presidenta director directora ministro ministra concejal concejala consejero consejera \
    delegado delegada regidor regidora conseller consellera síndic sindaco sindaca prefetto questore assessore \
    assessora vereador vereadora diretor diretora secretário secretária governador governadora professora δήμαρχος \
    δήμαρχε δήμαρχο δημάρχου αντιδήμαρχος αντιδήμαρχο αντιδήμαρχε υπουργός υπουργέ υπουργό υπουργού πρόεδρος πρόεδρε \
    πρόεδρο προέδρου περιφερειάρχης περιφερειάρχη εισαγγελέας εισαγγελέα διευθυντής διευθυντή διευθύντρια βουλευτής \
    βουλευτή burgemeester wethouder voorzitter schepen ordförande borgmästare borgmästaren starosto primátore \
    primátorko",
    )
});

/// Places and institutions named after people, in lower case: the word before the name.
static PLACES: List = List::new(|| {
    list(
        "\
    rue avenue av. boulevard bd place square quai allée impasse pont école lycée collège hôpital clinique stade \
    gymnase centre maison fondation institut salle résidence parc crèche straße strasse platz schule grundschule \
    klinik stiftung haus park street road school hospital college foundation via viale piazza corso largo scuola \
    istituto ospedale liceo fondazione oratorio calle plaza avenida paseo colegio instituto fundación centro rua \
    praça travessa escola fundação οδός οδού οδό πλατεία πλατείας λεωφόρος λεωφόρου σχολείο νοσοκομείο ίδρυμα straat \
    laan plein stichting gatan skola carrer plaça passeig avinguda fundació nuestra nossa nostra notre notre-dame \
    teatro théâtre estádio metro station",
    )
});

/// What may stand between such a word and the name.
static BETWEEN: List = List::new(|| {
    list(
        "\
    du de la le les des del della dello do da dos das di van von der den the of el els",
    )
});

/// The word after the name that makes it a place or an institution, by its ending, in lower case.
const PLACE_ENDINGS: &str = "\
    straße strasse str. platz weg allee schule haus klinik stiftung preis straat laan plein gatan vägen skolan \
    street road school hospital foundation prize award park centre center institute stadium day";

/// German articles and the like: after them "Frau" and "Herr" are nouns.
static ARTICLES: List = List::new(|| {
    list(
        "\
    eine einer einen einem ein die der das dem den jede jeder keine keiner diese dieser jene als pro welche manche \
    junge jungen alte ältere andere mann ihre seine zur muslimische deutsche",
    )
});

pub(super) fn find(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    for (pattern, sure) in [(&SURE, true), (&UNSURE, false)] {
        for found in pattern.get().find_iter(scan.words) {
            let titles = BEGINNING.get().find(found.as_str()).map_or("", |titles| titles.as_str());
            // Not the "Prof" of "Professor": a title ends with a space or a point.
            let titles = titles.trim_end_matches(|it: char| !it.is_whitespace() && it != '.').len();
            let (title, name) = found.as_str().split_at(titles);
            if titles > 0 && !name.is_empty() && (sure || counts_here(scan, title.trim(), name)) {
                let middle = found.start() + titles;
                titled(scan, found.start()..middle, middle..found.end(), hits);
            }
        }
    }
    initials(scan, hits);
}

/// Whether a doubtful form of address is one in this text.
fn counts_here(scan: &Scan<'_>, title: &str, name: &str) -> bool {
    let words = name.split(['\u{a0}', ' ']).filter(|word| word.starts_with(char::is_uppercase)).count();
    DOUBTFUL.iter().any(|(doubtful, language, one)| *doubtful == title && scan.speaks(language) && (*one || words > 1))
}

fn titled(scan: &Scan<'_>, title: Range<usize>, name: Range<usize>, hits: &mut Vec<Hit>) {
    let (before, words) = (&scan.words[..title.start], &scan.words[name.clone()]);
    let inside = before.ends_with(|it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | '@'));
    let glued = !scan.words[..name.start].ends_with([' ', '\u{a0}', '\u{202f}', '.']);
    let counted = before.trim_end().ends_with(|it: char| it.is_ascii_digit()) && title.len() <= 3;
    if inside || glued || counted || named_place(scan, title.start) || place_follows(scan, name.clone()) {
        return;
    }
    let noun = ["Frau", "Herr", "Herrn"].contains(&scan.words[title.clone()].trim());
    let last = scan.before(title.start, 30).trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let mann_und = noun && scan.before(title.start, 9).to_lowercase().starts_with("mann und");
    if noun && (ARTICLES.has(&last) || mann_und) {
        return;
    }
    let office = |word: &&str| FUNCTIONS.has(&word.to_lowercase());
    let mut rest = words.split(['\u{a0}', ' ']).skip_while(office).filter(|word| word.starts_with(char::is_uppercase));
    let Some(first) = rest.next() else { return };
    // All in capitals: an acronym, unless names are written so ("M. DUPONT").
    if first.chars().filter(|it| it.is_alphabetic()).count() <= 3
        && first.chars().all(char::is_uppercase)
        && first.len() > 1
    {
        return;
    }
    let readable = title.len();
    hits.push(Hit { kind: PersonalDataKind::NamedPerson, range: title.start..name.end, readable });
}

/// Whether the words before make a place or an institution of the name.
fn named_place(scan: &Scan<'_>, start: usize) -> bool {
    let before = scan.before(start, 40).to_lowercase();
    if !before.ends_with([' ', '\u{a0}', '’', '\'']) {
        return false;
    }
    let mut words = before.split_whitespace().rev().skip_while(|word| BETWEEN.has(word));
    words.next().is_some_and(|word| {
        PLACES.has(word.trim_start_matches(['l', 'd', '’', '\'', '«', '“', '"', '('])) || PLACES.has(word)
    })
}

/// Whether the name's last word, or the one behind it, makes a place or an institution of it.
fn place_follows(scan: &Scan<'_>, name: Range<usize>) -> bool {
    let last = scan.words[name.clone()].rsplit([' ', '-']).next().unwrap_or_default().to_lowercase();
    let after = scan.after(name.end, 24).to_lowercase();
    let next = after.strip_prefix([' ', '-']).unwrap_or_default();
    let next: String = next.chars().take_while(|it| it.is_alphabetic() || *it == '.').collect();
    PLACE_ENDINGS.split(' ').any(|ending| last.ends_with(ending) || next == ending)
}

/// Initials with a street in the same sentence: "A.B., rue Haute".
fn initials(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    for found in INITIALS.get().find_iter(scan.words) {
        let inside = scan.words[..found.start()].ends_with(|it: char| it.is_alphanumeric() || it == '.');
        let more = scan.words[found.end()..].starts_with(|it: char| it.is_alphanumeric());
        if inside || more || ABBREVIATIONS.has(found.as_str()) {
            continue;
        }
        let near = [scan.before(found.start(), 60), scan.after(found.end(), 60)];
        let sentence = [
            near[0].rsplit(['.', '!', '?']).next().unwrap_or_default(),
            near[1].split(['!', '?', ';']).next().unwrap_or_default(),
        ];
        if sentence.iter().any(|part| STREET.get().is_match(part)) {
            hits.push(Hit { kind: PersonalDataKind::NamedPerson, range: found.range(), readable: 0 });
        }
    }
}
