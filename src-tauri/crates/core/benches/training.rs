//! Benchmark of training: `cargo bench -p liaise-core`. Fills a file with 200 sessions of 30 people and four half-days
//! each, all marked, and prints how long it takes to open an attendance grid, to mark all of it, to count, and to make
//! 30 certificates, each as median and slowest of several runs. Everything goes through `api::call`, as in the window.

#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::unwrap_used)]

#[allow(dead_code, reason = "nothing lies beside the file here")]
#[path = "shared/office.rs"]
mod office;

use std::time::Instant;

use office::{Office, measure};
use serde_json::{Value, json};

const SESSIONS: usize = 200;
const PEOPLE: usize = 30;

/// What this benchmark does in an office.
trait Training {
    fn session(&self, number: usize) -> String;
    fn mark(&self, session: &str, status: &str);
    fn grid(&self, session: &str) -> Value;
}

impl Training for Office {
    /// A session that took place, with 30 people of its own, all there all the time.
    fn session(&self, number: usize) -> String {
        let title = json!({ "source": "en", "words": { "en": format!("Session {number}") } });
        let values = json!({ "title": title, "starts": "2016-05-02", "ends": "2016-05-03", "status": "delivered", "languages": "de" });
        let session = self.ok("create_record", json!({ "entity": "training_session", "values": values }))["id"].clone();
        self.ok("fill_half_days", json!({ "session": session }));
        let rows: Vec<[String; 4]> = (0..PEOPLE)
            .map(|person| {
                let city = ["Liège", "Malmö", "Αθήνα"][person % 3].to_owned();
                [format!("Öst-Ångström {number} {person}"), "Zoë".into(), format!("Agency {}", person % 7), city]
            })
            .collect();
        let columns = ["family_name", "given_name", "organisation", "city"];
        let import = json!({ "session": session, "rows": rows, "columns": columns, "defaults": { "country": "BE" } });
        let plan = self.ok("plan_participants", json!({ "import": import }));
        let args = json!({ "import": import, "choices": [], "digest": plan["digest"], "source": "csv" });
        self.ok("import_participants", args);
        let session = session.as_str().unwrap().to_owned();
        self.mark(&session, "present");
        session
    }

    fn mark(&self, session: &str, status: &str) {
        let grid = self.grid(session);
        let mut marks = vec![];
        for row in grid["rows"].as_array().unwrap() {
            for day in grid["half_days"].as_array().unwrap() {
                marks.push(json!({ "enrolment": row["enrolment"], "half_day": day["id"], "status": status }));
            }
        }
        self.ok("mark_attendance", json!({ "session": session, "marks": marks }));
    }

    fn grid(&self, session: &str) -> Value {
        self.ok("attendance_grid", json!({ "session": session, "language": "de" }))
    }
}

fn main() {
    let office = Office::new();
    let began = Instant::now();
    let sessions: Vec<String> = (0..SESSIONS).map(|number| office.session(number)).collect();
    println!("{SESSIONS} sessions of {PEOPLE} people imported and marked: {:.1} s", began.elapsed().as_secs_f64());
    let path = office.ok("file", json!({}))["path"].clone();
    office.ok("close_file", json!({}));
    measure("open the file", 3, || {
        office.ok("close_file", json!({}));
        office.ok("open_file", json!({ "path": path }));
    });

    let mut turn = sessions.iter().cycle();
    measure("attendance grid of a session", 50, || drop(office.grid(turn.next().unwrap())));
    measure("mark all 120 cells", 10, || office.mark(turn.next().unwrap(), "partial"));
    measure("figures of all sessions", 5, || drop(office.ok("training_figures", json!({}))));
    let mut turn = sessions.iter();
    measure("issue 30 certificates", 5, || {
        office.ok("issue_certificates", json!({ "session": turn.next().unwrap() }));
    });
    let args = json!({ "kind": "certificate", "language": "de", "subject": sessions[0] });
    measure("30 certificates as one PDF", 10, || drop(office.ok("export_report", args.clone())));
    measure("30 certificates as 30 PDFs", 3, || {
        office.ok("export_certificates", json!({ "session": sessions[0], "certificates": [] }));
    });
}
