//! The directory of partners that can be named: those of the project's own public fiche. Others type theirs in. It
//! holds organisations and public function addresses, no person.

/// A partner organisation of the project.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Partner {
    /// Code, 3 to 6 letters.
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// City, where it is one.
    pub city: Option<&'static str>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// A code of the catalogue `partner_kind`.
    pub kind: &'static str,
    /// Where it is or has its seat, degrees north and east; nothing where only the country is known.
    pub place: Option<(f64, f64)>,
    /// Its working languages: BCP 47 base languages, the first one is the default.
    pub languages: &'static [&'static str],
}

/// The coordinator's function address, to which reports are addressed.
pub const COORDINATOR_ADDRESS: &str = "contact@efus.eu";
/// The coordinator's name.
pub const COORDINATOR_NAME: &str = "European Forum for Urban Security (Efus)";

const fn partner(
    code: &'static str,
    name: &'static str,
    city: Option<&'static str>,
    country: &'static str,
    kind: &'static str,
    place: Option<(f64, f64)>,
    languages: &'static [&'static str],
) -> Partner {
    Partner { code, name, city, country, kind, place, languages }
}

const CITY: &str = "city";
const FORUM: &str = "association_of_cities";

/// The partners, the coordinator first, then by name.
pub static PARTNERS: &[Partner] = &[
    partner(
        "EFUS",
        "European Forum for Urban Security",
        None,
        "FR",
        "network_coordinator",
        Some((48.86, 2.35)),
        &["en", "fr"],
    ),
    partner("AXD", "Alexandroupolis", Some("Αλεξανδρούπολη"), "GR", CITY, Some((40.85, 25.87)), &["el"]),
    partner("AUG", "Augsburg", Some("Augsburg"), "DE", CITY, Some((48.37, 10.90)), &["de"]),
    partner("BAG", "Bagneux", Some("Bagneux"), "FR", CITY, Some((48.80, 2.31)), &["fr"]),
    partner("BOL", "Bologna", Some("Bologna"), "IT", CITY, Some((44.49, 11.34)), &["it"]),
    partner("BOR", "Bordeaux", Some("Bordeaux"), "FR", CITY, Some((44.84, -0.58)), &["fr"]),
    partner(
        "BRU",
        "BRAVVO – Bruxelles / Brussel",
        Some("Bruxelles / Brussel"),
        "BE",
        CITY,
        Some((50.85, 4.35)),
        &["fr", "nl"],
    ),
    partner("CEP", "Confederation of European Probation", None, "NL", "thematic_ngo", None, &["en"]),
    partner("DEFUS", "Deutsch-Europäisches Forum für Urbane Sicherheit", None, "DE", FORUM, None, &["de"]),
    partner("DUS", "Düsseldorf", Some("Düsseldorf"), "DE", CITY, Some((51.23, 6.78)), &["de"]),
    partner("ESS", "Essen", Some("Essen"), "DE", CITY, Some((51.46, 7.01)), &["de"]),
    partner("FBPSU", "Forum Belge pour la Prévention et la Sécurité urbaine", None, "BE", FORUM, None, &["fr", "nl"]),
    partner("FISU", "Forum Italiano per la Sicurezza Urbana", None, "IT", FORUM, None, &["it"]),
    partner("FFSU", "Forum Français pour la Sécurité urbaine", None, "FR", FORUM, None, &["fr"]),
    partner(
        "CAT",
        "Generalitat de Catalunya, Departament de Justícia",
        None,
        "ES",
        "region",
        Some((41.39, 2.17)),
        &["ca", "es"],
    ),
    partner(
        "HOS",
        "L'Hospitalet de Llobregat",
        Some("L'Hospitalet de Llobregat"),
        "ES",
        CITY,
        Some((41.36, 2.10)),
        &["ca", "es"],
    ),
    partner("LIE", "Liège", Some("Liège"), "BE", CITY, Some((50.63, 5.57)), &["fr"]),
    partner("MAL", "Malmö", Some("Malmö"), "SE", CITY, Some((55.61, 13.00)), &["sv"]),
    partner("PAR", "Paris", Some("Paris"), "FR", CITY, Some((48.86, 2.35)), &["fr"]),
    partner("REG", "Reggio Emilia", Some("Reggio Emilia"), "IT", CITY, Some((44.70, 10.63)), &["it"]),
    partner("SAR", "Sarcelles", Some("Sarcelles"), "FR", CITY, Some((48.99, 2.38)), &["fr"]),
    partner("SET", "Setúbal", Some("Setúbal"), "PT", CITY, Some((38.52, -8.89)), &["pt"]),
    partner("TOU", "Toulouse", Some("Toulouse"), "FR", CITY, Some((43.60, 1.44)), &["fr"]),
    partner("UFUQ", "ufuq.de – Ufuq e. V.", Some("Berlin"), "DE", "thematic_ngo", Some((52.52, 13.41)), &["de"]),
];

/// The partners, the coordinator first.
pub fn partners() -> &'static [Partner] {
    PARTNERS
}
