//! The same protocol as the makers of automerge-repo wrote it: their client at our server, and our client at theirs.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use liaise_core::exchange::live::ServerKey;
use liaise_live::server::setup::Rights;
use serde_json::{Value, json};

use crate::{computer::Computer, place::Place};

/// A program of Node's; it ends with the test.
struct Node {
    child: Child,
    output: BufReader<std::process::ChildStdout>,
}

impl Node {
    fn start(program: &str, arguments: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/live");
        let mut command = Command::new("node");
        command.arg(program).args(arguments).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, output }
    }

    fn line(&mut self) -> Value {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

/// The address as a client of automerge-repo takes it: with the key as password.
fn url(line: &str) -> String {
    let (address, key) = line.split_once(' ').unwrap();
    let key: ServerKey = key.parse().unwrap();
    let token: String = key.token.iter().map(|byte| format!("{byte:02x}")).collect();
    address.replace("ws://", &format!("ws://key:{token}@"))
}

/// The id of the document that a record lies in.
fn document_of(path: &Path, record: &str) -> String {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.query_row("SELECT document FROM record WHERE id = ?1", [record], |row| row.get(0)).unwrap()
}

/// A computer in step with a server, one of its agencies, and the document that it lies in.
fn computer(place: &Place) -> (Computer, String, String) {
    let computer = Computer::with_file("Partnership");
    let agency = computer.add_agency("Mairie");
    computer.connect(&place.line);
    let path = computer.path();
    computer.ok("close_file", json!({}));
    let document = document_of(&path, &agency);
    computer.ok("open_file", json!({ "path": path }));
    (computer, agency, document)
}

#[test]
fn their_client_reads_what_a_computer_wrote_and_the_computer_what_it_wrote() {
    let place = Place::open();
    let (computer, agency, document) = computer(&place);
    let key = format!("{agency}/name/fr");
    let mut node = Node::start("client.mjs", &[&url(&place.line), &document, &key, "Nommée en JavaScript"]);
    let content = node.line();
    assert_eq!(content[&key], "Mairie");
    assert_eq!(content[format!("{agency}/~entity")], "agency");
    computer.wait(|computer| computer.agencies() == ["Nommée en JavaScript"]);
    drop(node);
    // Its index says which documents there are.
    let mut node = Node::start("client.mjs", &[&url(&place.line), "4c696169-7365-4000-8000-000000000001"]);
    assert_eq!(node.line()[format!("document/{document}")], true);
    computer.verify();
}

#[test]
fn their_client_with_a_key_for_reading_changes_nothing() {
    let place = Place::open();
    let (computer, agency, document) = computer(&place);
    let key = format!("{agency}/name/fr");
    let reader = place.add("reader", Rights::Read);
    let mut node = Node::start("client.mjs", &[&url(&reader), &document, &key, "Par un lecteur"]);
    assert_eq!(node.line()[&key], "Mairie");
    // What a writer changes later arrives; the reader's change before it did not.
    let mut writer = Node::start("client.mjs", &[&url(&place.line), &document, &key, "Par un auteur"]);
    assert_eq!(writer.line()[&key], "Mairie");
    computer.wait(|computer| computer.agencies() == ["Par un auteur"]);
    assert_eq!(computer.ok("conflicts", json!({})), json!([]));
}

#[test]
fn what_spoils_a_document_stays_out_and_keeps_nothing_else_out() {
    let place = Place::open();
    let (computer, agency, document) = computer(&place);
    let key = format!("{agency}/~entity");
    let mut node = Node::start("client.mjs", &[&url(&place.line), &document, &key, "participant"]);
    assert_eq!(node.line()[&key], "agency");
    computer.wait(|computer| computer.ok("live_state", json!({}))["problem"] == "live_quarantine");
    assert_eq!(computer.agencies(), ["Mairie"]);
    // A person is a document of their own, and still goes out.
    let values = json!({ "family_name": "Nouvelle", "sector": "prison" });
    computer.ok("create_record", json!({ "entity": "participant", "values": values }));
    let state = computer.sync();
    assert_eq!((&state["phase"], &state["problem"]), (&json!("in_step"), &json!("live_quarantine")), "{state}");
    computer.verify();
}

#[test]
fn two_computers_keep_in_step_over_their_server() {
    let mut node = Node::start("server.mjs", &[]);
    let line = format!("ws://127.0.0.1:{} {}", node.line(), ServerKey { token: [7; 32], certificate: None });
    let one = Computer::with_file("Partnership");
    one.add_agency("Mairie");
    one.connect(&line);
    let other = Computer::new();
    other.connect(&line);
    assert_eq!(other.agencies(), ["Mairie"]);
    other.add_agency("Police");
    one.wait(|one| one.agencies() == ["Mairie", "Police"]);
    // Again, after the connection was there before.
    let path = one.path();
    one.ok("close_file", json!({}));
    other.add_agency("École");
    other.sync_to_step();
    one.ok("open_file", json!({ "path": path }));
    one.sync_to_step();
    assert_eq!(one.agencies(), ["Mairie", "Police", "École"]);
    one.verify();
    other.verify();
}
