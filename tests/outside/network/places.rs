//! The partners on the map: each where it is, none on another's mark.

use liaise_core::directory;
use liaise_paper::europe;
use serde_json::{Value, json};

use super::{accept, coordinator, partner, plan, report};
use crate::office::{Office, change, words};

fn map(office: &Office) -> Vec<Value> {
    office.ok("network", json!({ "today": "2016-09-01" }))["map"].as_array().unwrap().clone()
}

fn point(place: &Value) -> (f64, f64) {
    (place[0].as_f64().unwrap(), place[1].as_f64().unwrap())
}

#[test]
fn every_partner_of_the_directory_lies_in_its_country_and_no_mark_covers_another() {
    for partner in directory::partners() {
        let place = match partner.place {
            Some((north, east)) => europe::place(north, east),
            None => europe::middle(partner.country).unwrap(),
        };
        // Setúbal and Malmö lie where the thinned coast passes; a few kilometres inland is the same country.
        let near = [(0.0, 0.0), (15.0, 0.0), (-15.0, 0.0), (0.0, 15.0), (0.0, -15.0)];
        let found = near.map(|(dx, dy)| europe::country_at((place.0 + dx, place.1 + dy)));
        assert!(found.contains(&Some(partner.country)), "{} at {place:?}: {found:?}", partner.code);
    }
    let office = coordinator(&[]);
    office.ok("fill_directory", json!({}));
    let map = map(&office);
    assert_eq!(map.len(), directory::partners().len());
    for (at, one) in map.iter().enumerate() {
        let (x, y) = point(&one["shown"]);
        assert!((0.0..=europe::WIDTH).contains(&x) && (0.0..=europe::HEIGHT).contains(&y));
        for other in &map[..at] {
            let (ox, oy) = point(&other["shown"]);
            assert!((x - ox).hypot(y - oy) > 115.0, "{} and {}", one["name"], other["name"]);
        }
    }
}

#[test]
fn a_mark_says_who_reported_who_is_late_and_who_is_silent() {
    let office = coordinator(&["AAA", "BBB", "CCC"]);
    let partnership = office.list("partnership")[0]["id"].clone();
    let states = |office: &Office| -> Vec<String> {
        map(office).iter().map(|place| place["state"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(states(&office), ["silent", "silent", "silent"]);
    let sender = partner("AAA", "fr");
    let planned = plan(&office, &[&report(&sender)]);
    accept(&office, &planned);
    let values = json!({
        "partnership": partnership, "title": words("Q1"), "period_from": "2016-01-01", "period_to": "2016-03-31",
        "kind": "quarterly", "due": "2016-07-30",
    });
    office.create("reporting_period", values);
    assert_eq!(states(&office), ["reported", "overdue", "overdue"]);
}

#[test]
fn a_typed_place_is_used_and_half_of_one_is_refused() {
    let office = coordinator(&["AAA"]);
    assert_eq!(map(&office)[0]["by_country"], true, "in the middle of its country");
    let id = office.list("network_partner")[0]["id"].as_str().unwrap().to_owned();
    change(&office, "network_partner", &id, json!({ "latitude": 50.63, "longitude": 5.57 }));
    let place = map(&office)[0].clone();
    assert_eq!(place["by_country"], false);
    assert_eq!(europe::country_at(point(&place["place"])), Some("BE"));
    let half = json!({ "entity": "network_partner", "id": id, "values": { "longitude": null } });
    assert_eq!(office.refused("change_record", half)["code"], "invalid");
    let beyond = json!({ "entity": "network_partner", "id": id, "values": { "latitude": 91 } });
    assert_eq!(office.refused("change_record", beyond)["code"], "invalid");
    let args = json!({ "kind": "consolidated_programme_report", "language": "sv" });
    let html = office.ok("preview_report", args.clone())["html"].as_str().unwrap().to_owned();
    let title = office.ok("texts", json!({ "language": "sv" }))["report.section.network_map"].clone();
    assert!(html.contains(title.as_str().unwrap()));
    assert_eq!(office.ok("export_report", args)["warnings"], json!([]));
}
