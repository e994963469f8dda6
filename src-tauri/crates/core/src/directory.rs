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
    languages: &'static [&'static str],
) -> Partner {
    Partner { code, name, city, country, kind, languages }
}

const CITY: &str = "city";
const FORUM: &str = "association_of_cities";

/// The partners, the coordinator first, then by name.
pub static PARTNERS: &[Partner] = &[
    partner("EFUS", "European Forum for Urban Security", None, "FR", "network_coordinator", &["en", "fr"]),
    partner("AXD", "Alexandroupolis", Some("Αλεξανδρούπολη"), "GR", CITY, &["el"]),
    partner("AUG", "Augsburg", Some("Augsburg"), "DE", CITY, &["de"]),
    partner("BAG", "Bagneux", Some("Bagneux"), "FR", CITY, &["fr"]),
    partner("BOL", "Bologna", Some("Bologna"), "IT", CITY, &["it"]),
    partner("BOR", "Bordeaux", Some("Bordeaux"), "FR", CITY, &["fr"]),
    partner("BRU", "BRAVVO – Bruxelles / Brussel", Some("Bruxelles / Brussel"), "BE", CITY, &["fr", "nl"]),
    partner("CEP", "Confederation of European Probation", None, "NL", "thematic_ngo", &["en"]),
    partner("DEFUS", "Deutsch-Europäisches Forum für Urbane Sicherheit", None, "DE", FORUM, &["de"]),
    partner("DUS", "Düsseldorf", Some("Düsseldorf"), "DE", CITY, &["de"]),
    partner("ESS", "Essen", Some("Essen"), "DE", CITY, &["de"]),
    partner("FBPSU", "Forum Belge pour la Prévention et la Sécurité urbaine", None, "BE", FORUM, &["fr", "nl"]),
    partner("FISU", "Forum Italiano per la Sicurezza Urbana", None, "IT", FORUM, &["it"]),
    partner("FFSU", "Forum Français pour la Sécurité urbaine", None, "FR", FORUM, &["fr"]),
    partner("CAT", "Generalitat de Catalunya, Departament de Justícia", None, "ES", "region", &["ca", "es"]),
    partner("HOS", "L'Hospitalet de Llobregat", Some("L'Hospitalet de Llobregat"), "ES", CITY, &["ca", "es"]),
    partner("LIE", "Liège", Some("Liège"), "BE", CITY, &["fr"]),
    partner("MAL", "Malmö", Some("Malmö"), "SE", CITY, &["sv"]),
    partner("PAR", "Paris", Some("Paris"), "FR", CITY, &["fr"]),
    partner("REG", "Reggio Emilia", Some("Reggio Emilia"), "IT", CITY, &["it"]),
    partner("SAR", "Sarcelles", Some("Sarcelles"), "FR", CITY, &["fr"]),
    partner("SET", "Setúbal", Some("Setúbal"), "PT", CITY, &["pt"]),
    partner("TOU", "Toulouse", Some("Toulouse"), "FR", CITY, &["fr"]),
    partner("UFUQ", "ufuq.de – Ufuq e. V.", Some("Berlin"), "DE", "thematic_ngo", &["de"]),
];

/// The partners, the coordinator first.
pub fn partners() -> &'static [Partner] {
    PARTNERS
}
