//! The local multi-agency prevention partnership whose file this is, and its member agencies. No people: those are in
//! documents of their own.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{
        AgencyLevel, AgencySector, Agreement, HostBody, InformationSharing, MeetingFrequency, MembershipRole,
        PartnerKind, PartnershipStatus,
    },
    entity,
    entity::{Country, Id, Language},
    error::{Error, Problem},
    records::problem_if,
    store::Reader,
    text::{Note, Text},
};

entity! {
    /// The partnership: one a file.
    Partnership in "partnership" {
        /// Its name.
        name: Text,
        /// Code of the partner organisation that runs it, 3 to 6 letters.
        partner_code: String,
        /// Name of the partner organisation.
        partner_name: String,
        /// Type of the partner organisation.
        partner_kind: PartnerKind,
        /// City.
        city: Option<String>,
        /// Country, ISO 3166-1 alpha-2.
        country: Country,
        /// The language in which it reports: a BCP 47 base language.
        language: Language,
        /// The body that hosts it.
        host_body: Option<HostBody>,
        /// When it was established.
        established_on: Option<NaiveDate>,
        /// How often it meets.
        meeting_frequency: Option<MeetingFrequency>,
        /// Its state.
        status: PartnershipStatus,
        /// Its legal basis.
        legal_basis: Option<Note>,
        /// Function of who chairs it.
        chair_function: Option<String>,
        /// Rules on sharing information between its members.
        information_sharing: Option<InformationSharing>,
        /// Territory code of the partner organisation in the EU's nomenclature NUTS.
        nuts_code: Option<String>,
        /// Inhabitants that the partner organisation serves.
        population: Option<u32>,
        /// Year of that number.
        population_year: Option<u32>,
        /// Function that can be written to.
        contact_function: Option<String>,
        /// Mailbox of that function.
        contact_email: Option<String>,
        /// What it is mandated to do.
        mandate: Option<Note>,
        /// Whom to ask about personal data: a function's address, printed on sign-in sheets.
        data_protection_contact: Option<String>,
        /// Whether the file is the invented sample.
        sample: bool,
    }
}

entity! {
    /// An agency: a member of the partnership, or one around it.
    Agency in "agency" of partnership checked by check_agency {
        /// The partnership.
        partnership: Id<Partnership>,
        /// Its name.
        name: Text,
        /// Its sector.
        sector: AgencySector,
        /// Level at which it works.
        level: Option<AgencyLevel>,
        /// Its role in the partnership; none for one that is no member.
        role: Option<MembershipRole>,
        /// Since when it is a member.
        since: Option<NaiveDate>,
        /// Until when it was a member.
        until: Option<NaiveDate>,
        /// Form of the agreement with it.
        agreement: Option<Agreement>,
        /// Whether it is a public body.
        public_body: bool,
        /// Its website.
        website: Option<String>,
    }
}

/// The partnership of this file.
///
/// # Errors
/// [`Error::NotFound`] in a file that has none, which only happens while it is being made.
pub fn of_file(data: &Reader<'_>) -> Result<Partnership> {
    data.all::<Partnership>()?.into_iter().next().ok_or(Error::NotFound)
}

fn check_agency(agency: &Agency, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let reversed = agency.since.zip(agency.until).is_some_and(|(since, until)| until < since);
    Ok(problem_if(reversed, "until", "end_before_start").into_iter().collect())
}
