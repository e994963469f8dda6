//! Passages as officers write them, in ten languages: what is found in each, and what is not.

use std::collections::BTreeMap;

use liaise_core::{
    catalogue::Catalogue as _,
    guard::find,
    locale::{LANGUAGES, texts},
};
use proptest::prelude::*;

use crate::office::cases;

/// What is found, as `kind: passage`.
pub(super) fn found(words: &str, country: Option<&str>, language: Option<&str>) -> Vec<String> {
    let units: Vec<u16> = words.encode_utf16().collect();
    find(words, country, language)
        .iter()
        .map(|finding| {
            let passage = String::from_utf16(&units[finding.start as usize..finding.end as usize]).unwrap();
            format!("{}: {passage}", finding.kind.code())
        })
        .collect()
}

/// In each line country, language, and words in which what stands in brackets is found as what the line says.
#[track_caller]
fn check(kind: &str, lines: &[(&str, &str, &str)]) {
    for (country, language, marked) in lines {
        let words = marked.replace(['⟦', '⟧'], "");
        let expected: Vec<String> = marked
            .split('⟦')
            .skip(1)
            .map(|part| format!("{kind}: {}", part.split('⟧').next().unwrap_or_default()))
            .collect();
        let country = (!country.is_empty()).then_some(*country);
        let language = (!language.is_empty()).then_some(*language);
        assert_eq!(found(&words, country, language), expected, "{words}");
    }
}

#[test]
fn a_title_or_form_of_address_and_a_name_are_a_person() {
    check(
        "named_person",
        &[
            ("BE", "en", "We spoke to ⟦Mr Smith⟧ and ⟦Mrs. O’Connor⟧ yesterday."),
            ("SE", "en", "⟦Dr. Anna Lind⟧ and ⟦Prof. J. Berg⟧ took part."),
            ("FR", "fr", "Rencontre avec ⟦Mme Dupont⟧ et ⟦M.\u{a0}Jean Martin⟧."),
            ("FR", "fr", "⟦Madame de La Tour⟧ a signalé ⟦M. B.⟧ au service."),
            ("FR", "fr", "⟦M. DUPONT⟧ est venu."),
            ("DE", "de", "Gespräch mit ⟦Frau Müller⟧ und ⟦Herrn Dr. Weber⟧."),
            ("DE", "de", "⟦Frau Professorin Schmidt-Kraft⟧ berichtet."),
            ("ES", "es", "Habló la ⟦Sra. García⟧ con el ⟦Sr. López Ruiz⟧ y ⟦D.ª Ana Pérez⟧."),
            ("ES", "es", "Firmó ⟦D. José García⟧."),
            ("IT", "it", "La ⟦sig.ra Rossi⟧, il ⟦signor Bianchi⟧ e la ⟦dott.ssa Verdi⟧."),
            ("NL", "nl", "Gesprek met ⟦dhr. de Vries⟧, ⟦mevr. Van den Berg⟧ en ⟦de heer Jansen⟧."),
            ("PT", "pt", "A ⟦Sra. Dr.ª Maria Silva⟧ e o ⟦senhor Costa⟧."),
            ("GR", "el", "Ο ⟦κ. Παπαδόπουλος⟧, η ⟦κα Νικολάου⟧ και ο ⟦Δρ. Γεωργίου⟧."),
            ("GR", "el", "Μίλησε η ⟦κυρία Ελένη Παπαδάκη⟧."),
            ("SE", "sv", "Samtal med ⟦fru Andersson⟧ och ⟦herr Lindqvist⟧."),
            ("ES", "ca", "Va parlar la ⟦senyora Puig⟧ amb el ⟦Sr. Vila⟧."),
            ("CZ", "cs", "Mluvili jsme s ⟦paní Novákovou⟧ a ⟦panem Dvořákem⟧."),
            ("BE", "fr", "Le signalement de ⟦M.D.⟧, rue Haute, a été classé."),
            ("DE", "de", "⟦A. B.⟧ aus der Bahnhofstraße ist bekannt."),
        ],
    );
}

#[test]
fn offices_institutions_and_places_are_no_persons() {
    check(
        "named_person",
        &[
            (
                "",
                "",
                "Mr Mayor, Madame la Maire, M. le Préfet, Herr Oberbürgermeister, Sr. Alcalde, signor Sindaco, κ. Δήμαρχε.",
            ),
            ("FR", "fr", "Le collège du Dr Roux, rue du Dr Calmette et la place Madame de Staël."),
            ("DE", "de", "Am Dr.-Weber-Platz und in der Dr. Weber Straße; die Professor Huber Stiftung."),
            ("DE", "de", "Wenn eine Frau Hilfe sucht; Mann und Frau Zugang haben; jede Frau Beratung findet."),
            ("IT", "it", "L'oratorio Don Bosco e piazza Dott. Rossi."),
            ("ES", "es", "Nuestra Señora del Carmen, calle Doña Urraca, el Centro Don Orione."),
            ("BE", "nl", "Het Dr. Kuyperplein en de Sint-Jansschool."),
            ("FR", "fr", "500 M. Euros et 12 M. Francs; S.M. Albert."),
            ("FR", "en", "The Dr Martin Luther King School and Prof. Berg Park."),
            (
                "",
                "",
                "Bordeaux, Les Bassins, Haute-Rive, Universität Augsburg, Harbour University, Consejo de la Juventud.",
            ),
        ],
    );
}

#[test]
fn a_date_beside_birth_or_one_too_old_for_an_event_is_a_date_of_birth() {
    check(
        "birth_date",
        &[
            ("BE", "en", "He was ⟦born on 12 March 1998⟧. Date of ⟦birth: 12/03/1998⟧."),
            ("FR", "fr", "Elle est ⟦née le 3 mai 2001⟧ à Lyon, lui ⟦né en Algérie le 03.05.99⟧."),
            ("DE", "de", "⟦geboren am 1. März 1999⟧, ⟦geb. 01.03.1999⟧, (⟦* 1.3.1999⟧)"),
            ("ES", "es", "⟦nacida el 5 de junio de 2002⟧, fecha de ⟦nacimiento: 05/06/2002⟧"),
            ("IT", "it", "⟦nato il 7 luglio 2000⟧, ⟦nata a Bologna il 7/7/2000⟧"),
            ("NL", "nl", "⟦geboren op 8 augustus 1997⟧, ⟦geboortedatum 08-08-1997⟧"),
            ("PT", "pt", "⟦nasceu a 9 de setembro de 1996⟧, data de ⟦nascimento: 09/09/1996⟧"),
            ("GR", "el", "⟦γεννήθηκε στις 10 Οκτωβρίου 1995⟧, ημ. ⟦γέννησης: 10/10/1995⟧"),
            ("SE", "sv", "⟦född den 11 november 1994⟧, ⟦födelsedatum 1994-11-11⟧"),
            ("ES", "ca", "⟦nascuda el 12 de desembre de 1993⟧, data de ⟦naixement: 12/12/1993⟧"),
            ("CZ", "cs", "⟦narozen 13. 1. 1992⟧"),
            ("BE", "fr", "Le jeune (⟦14/07/1999⟧) fréquente le centre; fiche du ⟦1999-07-14⟧."),
        ],
    );
}

#[test]
fn dates_of_laws_events_and_periods_are_none_of_birth() {
    check(
        "birth_date",
        &[
            ("BE", "fr", "Loi du 29.07.1991, arrêté royal du 12/05/2003, en vigueur depuis le 01.09.2005."),
            ("", "", "Born in 1998, geboren 1998, né en 1998; those born between 1995 and 2000."),
            ("", "", "Period 01.02.2005–28.02.2005, 1.1.2000, 31.12.2009, 12/03/2016, 2016-05-12 and May 2016."),
            ("", "", "Between 2014-2016 and 2009/10; L132-5, Art. 12.3.1, 12.03."),
            ("DE", "de", "Erlass vom 12.03.1998; gegründet am 12.05.1999."),
        ],
    );
}

#[test]
fn telephone_numbers_are_found_in_their_national_and_international_forms() {
    check(
        "phone",
        &[
            ("FR", "fr", "Appeler le ⟦06 12 34 56 78⟧ ou ⟦+33 6 12 34 56 78⟧ ou ⟦0033612345678⟧ ou ⟦01.42.34.56.78⟧."),
            ("BE", "fr", "⟦0471 12 34 56⟧, ⟦0471/12.34.56⟧, ⟦04 123 45 67⟧, ⟦+32 (0)4 123 45 67⟧, ⟦+32471123456⟧"),
            ("DE", "de", "⟦030 1234567⟧, ⟦0821/324 1234⟧, ⟦0171-2345678⟧, ⟦+49 821 324-1234⟧"),
            ("ES", "es", "⟦612 345 678⟧, ⟦93 412 34 56⟧, ⟦612345678⟧, ⟦+34 612 345 678⟧"),
            ("IT", "it", "⟦347 123 4567⟧, ⟦051 2194000⟧, ⟦+39 347 1234567⟧"),
            ("NL", "nl", "⟦06-12345678⟧, ⟦020 123 45 67⟧, ⟦+31 6 12345678⟧"),
            ("PT", "pt", "⟦912 345 678⟧, ⟦+351 912 345 678⟧, ⟦912345678⟧"),
            ("GR", "el", "⟦694 123 4567⟧, ⟦6941234567⟧, ⟦210 1234567⟧, ⟦+30 25510 64100⟧"),
            ("SE", "sv", "⟦070-123 45 67⟧, ⟦040-34 10 00⟧, ⟦+46 70 123 45 67⟧"),
            ("CZ", "cs", "⟦602 123 456⟧, ⟦+420 602 123 456⟧"),
            ("FR", "es", "tel. ⟦612 345 678⟧ llamadas"),
        ],
    );
}

#[test]
fn statistics_years_and_references_are_no_numbers_of_persons() {
    let words = "1 302 effect sizes in 127 studies, 2014-2016, 2014–2015, 118.000 Einwohner, 687 346.50 EUR, \
        612 345 678 habitantes, 1,302,123 people, L132-5, CSI L. 132-5, HOME/2014/ISFP/AG/RADX, 2014 2015 2016 2017, \
        12.05.2016-31.08.2016, 01/02-05/06/2016, 08:30-10:00, 24%, ISO 9001:2015, 17/18/20/29, Art. 6(1)(e), \
        Regulation (EU) 2016/679, 513/2014, S33, T-07, 3,5 h, +12 %, +33 000 000, 10 000–12 000, ΦΕΚ 123456/2016, \
        12345678 Personas, 100 200 300 Euro, 2016/0123, 10.1016/j.avb.2016.03.002";
    for (language, _) in LANGUAGES {
        for country in ["BE", "CZ", "DE", "ES", "FR", "GR", "IT", "NL", "PT", "SE"] {
            assert_eq!(found(words, Some(country), Some(language)), [""; 0], "{country} {language}");
        }
    }
    assert_eq!(found(words, None, None), [""; 0]);
}

#[test]
fn mail_addresses_are_those_of_persons_unless_a_function_reads_them() {
    check(
        "email",
        &[
            (
                "",
                "",
                "Schreiben an ⟦anna.muster@beispiel.de⟧, ⟦j.o'neill+x@mail.example.org⟧ oder ⟦anna (at) beispiel.de⟧.",
            ),
            ("", "", "contact@efus.eu, info@ville.example, prevention-securite@mairie.example, @handle, a@b"),
        ],
    );
}

#[test]
fn a_street_with_its_number_is_an_address() {
    check(
        "address",
        &[
            ("FR", "fr", "Il habite ⟦12 rue de la Paix⟧, puis ⟦3 bis, avenue du Général Leclerc⟧."),
            ("BE", "fr", "Domicile : ⟦rue Haute, 54⟧; ⟦avenue Louise 12⟧ à Bruxelles"),
            ("BE", "en", "At ⟦12 High Street⟧ and ⟦5b Old Station Road⟧."),
            ("DE", "de", "wohnhaft ⟦Hauptstraße 12⟧, ⟦Augsburger Str. 3a⟧, ⟦Am Kirchweg 5⟧"),
            ("IT", "it", "abita in ⟦via Giuseppe Garibaldi 12⟧ con la madre; ⟦viale Europa, 3⟧"),
            ("ES", "es", "vive en la ⟦calle Mayor, 12⟧, ⟦C/ de la Sal 3⟧ y ⟦avda. Constitución n.º 5⟧"),
            ("ES", "ca", "viu al ⟦carrer d’Aragó, 12⟧ i al ⟦passeig de Gràcia 5⟧"),
            ("NL", "nl", "woont in de ⟦Kerkstraat 12⟧ en ⟦Lange Nieuwstraat 5b⟧"),
            ("PT", "pt", "mora na ⟦Rua Augusta, n.º 12⟧ e na ⟦Avenida Luísa Todi 3⟧"),
            ("GR", "el", "μένει στην ⟦οδό Ερμού 12⟧ και ⟦λεωφόρος Δημοκρατίας 306⟧"),
            ("SE", "sv", "bor på ⟦Storgatan 5⟧ och ⟦Amiralsgatan 12 B⟧"),
        ],
    );
}

#[test]
fn a_street_or_square_alone_is_a_place() {
    check(
        "address",
        &[
            (
                "FR",
                "fr",
                "rue de la Paix, place Saint-Lambert, 12 rues, 3 places de stage, rue du 8 Mai 1945, en 2015 avenue Foch.",
            ),
            ("FR", "fr", "Place Saint-Lambert 200 personnes se sont rassemblées; avenue de la République 2016."),
            (
                "DE",
                "de",
                "Am Bahnhofsplatz 12 Vorfälle; Straße des 17. Juni; Ausbildungsplatz 3; Ausweg 2; Hauptstraße 2016.",
            ),
            ("NL", "nl", "via Facebook 12 keer; Kerkstraat 2016"),
            ("IT", "en", "reached via WhatsApp 12 parents; piazza Maggiore 300 partecipanti"),
            ("ES", "es", "La plaza Mayor 300 asistentes; calle 13; el paseo."),
            ("BE", "en", "The High Street and 12 streets; 3 Main points."),
        ],
    );
}

#[test]
fn none_of_the_samples_texts_looks_like_a_persons_data() {
    for (language, _) in LANGUAGES {
        let sample: BTreeMap<String, String> =
            texts(language).into_iter().filter(|(key, _)| key.starts_with("sample.")).collect();
        assert!(sample.len() > 100, "{language}");
        for (key, words) in &sample {
            for country in [None, Some("BE"), Some("DE"), Some("GR"), Some("IT"), Some("ES"), Some("SE"), Some("PT")] {
                assert_eq!(found(words, country, Some(language)), [""; 0], "{language} {key} {country:?}");
            }
            assert_eq!(found(words, None, None), [""; 0], "{language} {key}");
        }
    }
}

/// Pieces that patterns begin with, to build texts that keep them busy.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(
            &[
                "Mme ", "κ. ", "Dr. ", "12 ", "rue ", "née le ", "06 ", "@", "+33", "BE68", "A.", "Straße ", "\u{301}",
                "😀", "\n", "M. ", "1", "X1234567", "é"
            ][..]
        )
        .prop_map(str::to_owned),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn findings_lie_inside_the_text_in_order_and_apart(pieces in prop::collection::vec(piece(), 0..60)) {
        let words = pieces.concat();
        let length = words.encode_utf16().count();
        let mut end = 0;
        for finding in find(&words, None, None) {
            prop_assert!(end <= finding.start as usize && finding.start < finding.end);
            end = finding.end as usize;
            let units: Vec<u16> = words.encode_utf16().collect();
            let passage = String::from_utf16(&units[finding.start as usize..end]).unwrap();
            prop_assert_eq!(passage.chars().count(), finding.excerpt.chars().count());
        }
        prop_assert!(end <= length);
    }
}

#[test]
fn a_hundred_thousand_characters_of_anything_are_read_to_the_end() {
    let pieces = [
        "Mme ",
        "M. A. ",
        "κ.κ. ",
        "1 ",
        "12",
        "06 12 34 56 78 ",
        "a@",
        "a.",
        "rue de la ",
        "12 rue Ab ",
        "né le ",
        "A.B., ",
        "(",
        "BE68 5390 ",
        "X1234567",
        "Straße 1 ",
        "van den ",
        "\u{a0}",
        "É",
        "Dr. Dr. ",
    ];
    let mut words: String =
        pieces.iter().map(|piece| piece.chars().cycle().take(100_000 / pieces.len()).collect::<String>()).collect();
    assert_eq!(words.chars().count(), 100_000);
    words += ". Mrs Smith";
    assert_eq!(found(&words, None, None).last().unwrap(), "named_person: Mrs Smith");
}
