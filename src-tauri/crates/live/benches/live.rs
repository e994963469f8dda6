//! Live exchange over the loopback address, in one run: what it takes to bring a computer's file to a new server, a new
//! computer's from it, to compare again what is in step, and how long a change takes to a colleague.
//!
//! `cargo bench -p liaise-live`

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement prints what it found")]

#[expect(dead_code, reason = "the tests do more with a computer")]
#[path = "../tests/live/computer.rs"]
mod computer;
#[expect(dead_code, reason = "the tests do more with a server")]
#[path = "../tests/live/place.rs"]
mod place;

use std::time::Instant;

use serde_json::json;

use crate::{computer::Computer, place::Place};

fn main() {
    let sample = Computer::new();
    sample.ok("create_sample", json!({}));
    measure("the sample", sample);
    for people in [250, 1000] {
        let computer = Computer::with_file("Partnership");
        for number in 0..people {
            let values = json!({ "family_name": format!("Person {number}"), "sector": "prison" });
            computer.ok("create_record", json!({ "entity": "participant", "values": values }));
        }
        measure(&format!("{people} people"), computer);
    }
}

fn measure(what: &str, computer: Computer) {
    let place = Place::new();
    let up = timed(|| drop(computer.connect(&place.line)));
    let other = Computer::new();
    let down = timed(|| drop(other.connect(&place.line)));
    let path = computer.path();
    computer.ok("close_file", json!({}));
    computer.ok("open_file", json!({ "path": path }));
    let again = timed(|| computer.sync_to_step());
    let before = other.ok("list_records", json!({ "entity": "participant" })).as_array().unwrap().len();
    let values = json!({ "family_name": "Late", "sector": "prison" });
    let change = timed(|| {
        computer.ok("create_record", json!({ "entity": "participant", "values": values }));
        other.wait(|other| {
            other.ok("list_records", json!({ "entity": "participant" })).as_array().unwrap().len() > before
        });
    });
    println!("{what}: up {up} ms, down {down} ms, again {again} ms, one new person to a colleague {change} ms");
    computer.verify();
    other.verify();
}

fn timed(body: impl FnOnce()) -> u128 {
    let start = Instant::now();
    body();
    start.elapsed().as_millis()
}
