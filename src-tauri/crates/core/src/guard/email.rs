//! E-mail addresses. Those of functions (`info@`, `contact@`, `kontakt@` …) belong to no person and are let pass.

use super::{
    Hit,
    scan::{List, Pattern, Scan, list, regex},
};
use crate::catalogue::PersonalDataKind;

static ADDRESS: Pattern = Pattern::new(|| {
    regex(
        r"[\p{L}\p{N}._%+'\-]{1,64} ?(?:@|\((?:at|AT)\)|\[(?:at|AT)\]) ?[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*\.\p{L}{2,24}",
    )
});

/// First words of function mailboxes in the ten languages.
static FUNCTIONS: List = List::new(|| {
    list(
        "\
    accueil admin administration ajuntament atencio ayuntamiento bureau buergerbuero cabinet camara comune \
    comunicacion comunicacio communication contact contacto contacte contatti coordination coordinator dataskydd datenschutz dpo forum \
    gdpr gemeente geral gmina help helpdesk info infos kommun kommunen kontakt kontakta mail mairie municipality news \
    newsletter noreply office post poststelle presse press prensa premsa prevencao prevencio prevencion prevention \
    preventie praevention prevenzione privacy prolipsi prostasia protecao proteccio proteccion protection protezione protocollo reception redaktion registrator secretaria \
    secretariat secretariaat segreteria sekretariat service stadt stad stadsbestuur support team urp ville webmaster",
    )
});

pub(super) fn find(scan: &Scan<'_>, hits: &mut Vec<Hit>) {
    if !scan.words.contains(['@', '(', '[']) {
        return;
    }
    for found in ADDRESS.get().find_iter(scan.words) {
        let address = found.as_str();
        let first = address.split(|it: char| !it.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        if !FUNCTIONS.has(&first) {
            hits.push(Hit { kind: PersonalDataKind::Email, range: found.range(), readable: 0 });
        }
    }
}
