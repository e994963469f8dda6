//! The local multi-agency prevention partnership whose file this is, and its member agencies. No people: those are in
//! documents of their own.

use chrono::NaiveDate;

use crate::{
    Result,
    catalogue::{
        AgencyLevel, AgencySector, Agreement, HostBody, MeetingFrequency, MembershipRole, PartnerKind,
        PartnershipStatus,
    },
    entity,
    entity::{Country, Id, Language},
    error::Error,
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
        /// What it is mandated to do.
        mandate: Option<Note>,
        /// Whether the file is the invented sample.
        sample: bool,
    }
}

entity! {
    /// An agency that is a member of the partnership.
    Agency in "agency" of partnership {
        /// The partnership.
        partnership: Id<Partnership>,
        /// Its name.
        name: Text,
        /// Its sector.
        sector: AgencySector,
        /// Level at which it works.
        level: Option<AgencyLevel>,
        /// Its role in the partnership.
        role: MembershipRole,
        /// Since when it is a member.
        since: Option<NaiveDate>,
        /// Form of the agreement with it.
        agreement: Option<Agreement>,
    }
}

/// The partnership of this file.
///
/// # Errors
/// [`Error::NotFound`] in a file that has none, which only happens while it is being made.
pub fn of_file(data: &Reader<'_>) -> Result<Partnership> {
    data.all::<Partnership>()?.into_iter().next().ok_or(Error::NotFound)
}
