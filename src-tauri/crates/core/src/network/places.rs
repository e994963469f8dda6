//! The partners on the map of Europe: where each is, how far marks have to go apart, and how each stands. The same places
//! are drawn in the window and on paper.

use std::collections::BTreeSet;

use liaise_paper::europe::{self, HEIGHT, WIDTH};

use super::{NetworkPartner, NetworkRow, radar};
use crate::{
    Result,
    catalogue::{PartnerState, ReportState},
    directory,
};

/// The outlines of the map.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Europe {
    /// Width of the window, in its own units.
    pub width: f64,
    /// Height of the window.
    pub height: f64,
    /// The land, each piece as the points of a polygon.
    pub lands: Vec<String>,
}

/// A partner on the map.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct MapPlace {
    /// Id of its directory entry.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its city.
    pub city: Option<String>,
    /// Its country.
    pub country: String,
    /// How it stands: a code of the catalogue `partner_state`.
    #[ts(as = "String")]
    pub state: PartnerState,
    /// Where it is in the window of the map.
    pub place: (f64, f64),
    /// Where its mark is shown, so that no mark covers another.
    pub shown: (f64, f64),
    /// Whether only its country is known.
    pub by_country: bool,
}

/// How far apart marks of the window are, in its units.
const APART: f64 = 135.0;

/// The map without anybody on it.
pub fn europe() -> Result<Europe> {
    let points =
        |land: &europe::Land| land.outline.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
    Ok(Europe { width: WIDTH, height: HEIGHT, lands: europe::lands().iter().map(points).collect() })
}

/// The partners that can be placed, by name: those of countries that the map does not have cannot.
pub(super) fn places(directory: &[NetworkPartner], rows: &[NetworkRow], expected: &[radar::Expected]) -> Vec<MapPlace> {
    let overdue: BTreeSet<&str> =
        expected.iter().filter(|row| row.state == ReportState::Missing).map(|row| row.partner.as_str()).collect();
    let mut found: Vec<MapPlace> = directory
        .iter()
        .zip(rows)
        .filter_map(|(partner, row)| {
            let (place, by_country) = whereabouts(partner)?;
            let state = match row.partnerships.is_empty() {
                _ if overdue.contains(&*row.id) => PartnerState::Overdue,
                true => PartnerState::Silent,
                false => PartnerState::Reported,
            };
            Some(MapPlace {
                id: row.id.clone(),
                name: partner.name.clone(),
                city: partner.city.clone(),
                country: partner.country.0.clone(),
                state,
                place,
                shown: place,
                by_country,
            })
        })
        .collect();
    let shown = europe::spread(&found.iter().map(|one| one.place).collect::<Vec<_>>(), APART);
    for (one, shown) in found.iter_mut().zip(shown) {
        one.shown = shown;
    }
    found
}

/// Where a partner is: as it was typed, as the directory of the project knows it, or in the middle of its country.
fn whereabouts(partner: &NetworkPartner) -> Option<((f64, f64), bool)> {
    let known =
        || directory::partners().iter().find(|one| one.code == partner.code && *one.country == *partner.country);
    let degrees = partner.latitude.zip(partner.longitude).or_else(|| known()?.place);
    match degrees {
        Some((north, east)) => Some((europe::place(north, east), false)),
        None => europe::middle(&partner.country).map(|place| (place, true)),
    }
}
