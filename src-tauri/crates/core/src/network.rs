//! The network of partners, as its coordinator keeps it: who is in it and in which role, what they sent, and the
//! coordinator's own layer over that (reviews, seminars), which no package ever touches. Taking packages in is in
//! `network/intake.rs`, what is counted over all of them in `network/board.rs`, who is late in `network/radar.rs`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::{
    Result,
    catalogue::{PartnerKind, PartnerRole, ReviewStatus},
    directory, entity,
    entity::{Country, Entity as _, Id, Language, Links},
    error::Problem,
    partnership::{self, Partnership},
    records::{self, derived_id, problem_if},
    reporting_period::ReportingPeriod,
    store::{Reader, Received, Writer},
    text::{Note, Text},
};

mod board;
mod intake;
mod places;
mod radar;
mod receipt;
mod reminder;
mod sheet;

pub use board::{BoardTarget, CommonRow, Counted, Network, NetworkRow, Since, network, overview};
pub use intake::{Accepted, PackagePlan, PackageRow, Trust, accept, open, set_aside};
pub use places::{Europe, MapPlace, europe};
pub use radar::{Expected, radar};
pub use receipt::{Receipt, receipts, take_receipt};
pub use reminder::prepare_reminder;
pub(crate) use sheet::common_title;
pub use sheet::export_network;

entity! {
    /// A partner of the network.
    NetworkPartner in "network_partner" of partnership identified by partner_id checked by check_partner {
        /// The coordinator's own partnership.
        partnership: Id<Partnership>,
        /// Its code, 3 to 6 letters.
        code: String,
        /// Its name.
        name: String,
        /// Its kind.
        kind: PartnerKind,
        /// Its country, ISO 3166-1 alpha-2.
        country: Country,
        /// Its city.
        city: Option<String>,
        /// The language in which it reports: a BCP 47 base language.
        language: Language,
        /// Its role.
        role: PartnerRole,
        /// Since when it has this role.
        role_from: Option<NaiveDate>,
        /// Until when it had it.
        role_to: Option<NaiveDate>,
        /// The mailbox of its function.
        contact_email: Option<String>,
        /// Whether it holds trainings (work package 2).
        trains: bool,
        /// Whether it carries out a pilot initiative (work package 3).
        pilots: bool,
        /// Where it is on the map, degrees north.
        latitude: Option<f64>,
        /// Where it is on the map, degrees east.
        longitude: Option<f64>,
    }
}

entity! {
    /// The coordinator's view of what a partner reported.
    PartnerReview in "partner_review" of network_partner {
        /// The partner.
        network_partner: Id<NetworkPartner>,
        /// The period that was reported on.
        reporting_period: Option<Id<ReportingPeriod>>,
        /// How far it is.
        status: ReviewStatus,
        /// When it was reviewed.
        reviewed_on: Option<NaiveDate>,
        /// What the partner is to know.
        comment: Option<Note>,
    }
}

entity! {
    /// A seminar of the network.
    Seminar in "seminar" of partnership checked by check_seminar {
        /// The coordinator's own partnership.
        partnership: Id<Partnership>,
        /// Its number.
        number: Option<u32>,
        /// Its title.
        title: Text,
        /// Where it is held.
        city: Option<String>,
        /// In which country, ISO 3166-1 alpha-2.
        country: Option<Country>,
        /// First day.
        starts: NaiveDate,
        /// Last day.
        ends: NaiveDate,
        /// The partners that take part.
        partners: Links<NetworkPartner>,
    }
}

/// The partners of the network, by name.
pub fn partners(data: &Reader<'_>) -> Result<Vec<NetworkPartner>> {
    data.select("SELECT * FROM {table} ORDER BY name, id", &[])
}

/// The packages that count: the latest of each partnership, of partners that are in the directory.
pub fn latest(data: &Reader<'_>) -> Result<Vec<Received>> {
    let packages = data.received()?;
    Ok(board::counted(&partners(data)?, &packages).into_iter().cloned().collect())
}

/// Whether this file is the coordinator's.
pub fn is_coordinator(data: &Reader<'_>) -> Result<bool> {
    Ok(partnership::of_file(data)?.partner_kind == PartnerKind::NetworkCoordinator)
}

/// Enters the partners of the project's public fiche that are not in the directory yet; how many were added.
pub fn fill_directory(data: &Writer<'_>) -> Result<u32> {
    let owner = partnership::of_file(data)?;
    let known: BTreeSet<String> = partners(data)?.into_iter().map(|partner| partner.code).collect();
    let mut added = 0;
    for partner in directory::partners().iter().filter(|partner| !known.contains(partner.code)) {
        let coordinator = partner.kind == "network_coordinator";
        let values = json!({
            "partnership": owner.id,
            "code": partner.code,
            "name": partner.name,
            "kind": partner.kind,
            "country": partner.country,
            "city": partner.city,
            "language": partner.languages[0],
            "role": if coordinator { PartnerRole::Coordinator } else { PartnerRole::Beneficiary },
            "trains": !coordinator,
            "pilots": !coordinator,
            "latitude": partner.place.map(|(north, _)| north),
            "longitude": partner.place.map(|(_, east)| east),
        });
        records::create(data, NetworkPartner::NAME.into(), serde_json::from_value(values)?)?;
        added += 1;
    }
    Ok(added)
}

impl NetworkPartner {
    /// Whether it has its role on a day.
    pub fn is_in_role(&self, day: NaiveDate) -> bool {
        self.role_from.is_none_or(|from| from <= day) && self.role_to.is_none_or(|to| to >= day)
    }
}

fn partner_id(values: &Map<String, Value>) -> String {
    derived_id(values, &["partnership", "code"])
}

fn check_partner(partner: &NetworkPartner, _: &Reader<'_>) -> Result<Vec<Problem>> {
    let reversed = partner.role_from.zip(partner.role_to).is_some_and(|(from, to)| to < from);
    let beyond = |degrees: Option<f64>, most: f64| degrees.is_some_and(|degrees| degrees.abs() > most);
    let range =
        |field, most: u32| Problem::new(field, "out_of_range").with("min", format!("-{most}")).with("max", most);
    let half = partner.latitude.is_some() != partner.longitude.is_some();
    let missing = if partner.latitude.is_some() { "longitude" } else { "latitude" };
    Ok([
        problem_if(reversed, "role_to", "end_before_start"),
        beyond(partner.latitude, 90.0).then(|| range("latitude", 90)),
        beyond(partner.longitude, 180.0).then(|| range("longitude", 180)),
        problem_if(half, missing, "both_needed"),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn check_seminar(seminar: &Seminar, _: &Reader<'_>) -> Result<Vec<Problem>> {
    Ok(problem_if(seminar.ends < seminar.starts, "ends", "end_before_start").into_iter().collect())
}
