//! The real window, driven as an officer would: Tauri, WebKitGTK, the real page and the real core. It needs a display
//! (`xvfb-run` will do) and a built `liaise`; `cargo verify` sees to both. What a plain browser can show is tested
//! there, in `tests/ui`, and not again here.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod desktop;
mod driver;
mod keyring;

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use driver::{ALT, ESCAPE, F9, PAGE_DOWN, RIGHT, Window};
use keyring::Keyring;
use serde_json::{Value, json};

#[tokio::test]
async fn the_first_screen_is_there_and_accessible() {
    let window = Window::open(&[]).await;
    window.find("h1").await;
    assert!(window.page.title().await.unwrap().contains("Liaise"));
    assert_eq!(window.violations().await, Vec::<String>::new());
    window.close().await;
}

#[tokio::test]
async fn the_page_may_call_the_core_and_nothing_else() {
    let window = Window::open(&[]).await;
    window.find("h1").await;
    assert!(
        window.call("languages", json!({})).await.unwrap().as_array().is_some_and(|languages| languages.len() >= 10)
    );
    let refused = window.call("no_such_command", json!({})).await.unwrap_err();
    assert_eq!(refused["code"], "unknown_command");
    for command in ["plugin:opener|open_path", "plugin:dialog|open", "plugin:window|set_title", "plugin:event|listen"] {
        let answer = window.invoke(command).await;
        assert!(answer.contains("not allowed") || answer.contains("not found"), "{command}: {answer}");
    }
    window.close().await;
}

#[tokio::test]
async fn a_page_that_does_not_answer_cannot_keep_the_window_open() {
    let window = Window::open(&[]).await;
    window.find("h1").await;
    let deaf = "window.asked = 0;
        window.addEventListener('liaise:close', (event) => {
            window.asked += 1;
            event.stopImmediatePropagation();
        }, true);";
    window.page.execute(deaf, vec![]).await.unwrap();
    window.ask_to_close();
    window.until("return window.asked === 1").await;
    window.ask_to_close();
    window.gone().await;
    window.close().await;
}

#[tokio::test]
async fn an_officer_logs_the_three_things_and_exports_a_report() {
    let window = Window::open(&[]).await;

    // First start.
    window.press(&window.text("ui.start.new_button").await).await;
    window.write("partner", "European Forum").await;
    window.click("[role='option']").await;
    window.write("name", "Prevention council of Examplewick").await;
    window.press(&window.text("ui.start.create").await).await;

    // One of each.
    window.press(&window.text("ui.nav.situation_analysis").await).await;
    window.click(".parts-head button").await;
    window.write("title", "Situation in the harbour district").await;
    window.write("territory", "Harbour district").await;
    window.date("period_from", ["01", "01", "2026"]).await;
    window.date("period_to", ["30", "06", "2026"]).await;
    window.finish_dialog().await;
    window.write("summary", "Tensions on the quay have grown since January.").await;

    window.press(&window.text("ui.nav.training_session").await).await;
    window.click(".parts-head button").await;
    window.write("title", "Recognising early signs").await;
    window.date("starts", ["11", "05", "2026"]).await;
    window.date("ends", ["12", "05", "2026"]).await;
    window.choose("delivery", &window.text("catalogue.delivery.in_person").await).await;
    window.finish_dialog().await;

    window.press(&window.text("ui.nav.pilot_initiative").await).await;
    window.click(".parts-head button").await;
    window.write("title", "Boat workshop").await;
    window.choose("theme", &window.text("catalogue.theme.youth_participation").await).await;
    window.choose("prevention_level", &window.text("catalogue.prevention_level.primary_universal").await).await;
    window.date("starts", ["01", "06", "2026"]).await;
    window.date("ends", ["31", "05", "2027"]).await;
    window.finish_dialog().await;

    // The report is on the disk and says what was typed.
    window.press(&window.text("ui.nav.reports").await).await;
    window.press(&window.text("ui.report.export").await).await;
    window.find(".notice .path, .path").await;
    let logged = window.call("list_records", json!({ "entity": "transmission" })).await.unwrap();
    let words = read_below(window.home.path(), logged[0]["file_name"].as_str().unwrap());
    assert!(words.contains("Situation in the harbour district"), "{words}");
    assert!(words.contains("Tensions on the quay have grown since January."), "{words}");
    assert_eq!(window.violations().await, Vec::<String>::new());

    // So does the combined one, of all three.
    let combined = json!({ "kind": "partner_periodic_report", "language": "en" });
    let exported = window.call("export_report", combined).await.unwrap();
    let name = Path::new(exported["path"].as_str().unwrap()).file_name().unwrap().to_owned();
    let words = read_below(window.home.path(), name.to_str().unwrap());
    for typed in ["Situation in the harbour district", "Recognising early signs", "Boat workshop"] {
        assert!(words.contains(typed), "{typed}: {words}");
    }

    // What is typed in the last moment is there when the window comes again with the file as its argument.
    let file = window.call("file", json!({})).await.unwrap()["path"].as_str().unwrap().to_owned();
    window.press(&window.text("ui.nav.pilot_initiative").await).await;
    window.press("Boat workshop").await;
    window.write("title", " on the quay").await;
    window.ask_to_close();
    window.gone().await;
    let window = Window::open_in(window.close().await, &[&file]).await;
    window.find("nav").await;
    let pilots = window.call("list_records", json!({ "entity": "pilot_initiative" })).await.unwrap();
    assert_eq!(pilots[0]["title"]["words"]["en"], "Boat workshop on the quay");
    window.close().await;
}

#[tokio::test]
async fn a_meeting_is_run_and_the_shared_screen_names_nobody() {
    let window = Window::open(&[]).await;
    window.press(&window.text("ui.start.sample_button").await).await;
    window.find("nav").await;
    let planted = plant_names(&window).await;
    assert!(planted.len() > 50, "{}", planted.len());

    // Planned and begun.
    window.press(&window.text("ui.nav.meeting").await).await;
    window.click(".parts-head button").await;
    window.write("title", "Meeting in the real window").await;
    window.date("date", ["14", "11", "2026"]).await;
    window.finish_dialog().await;
    window.press(&window.text("ui.meeting.agenda").await).await;
    window.press(&window.text("ui.meeting.standing").await).await;
    window.until("return document.querySelectorAll('.agenda > li').length === 3").await;
    window.press(&window.text("ui.meeting.live").await).await;
    window.press(&window.text("ui.live.start_meeting").await).await;
    window.keys(&[ALT, PAGE_DOWN]).await;
    window.find(".live-item h2").await;
    window.keys(&[ALT, 'd']).await;
    window.write("text", "The council meets every month.").await;
    window.finish_dialog().await;
    window.find(".live-captured").await;

    // A screen with names, then the shared one.
    window.press(&window.text("ui.nav.participant").await).await;
    window.find("tbody tr").await;
    assert!(!leaks(&window, &planted).await.is_empty(), "the list names people");
    window.keys(&[F9]).await;
    window.find(".wall h1").await;
    assert_eq!(window.page.title().await.unwrap(), window.text("ui.shared.title").await);
    let slides = window.call("showing", json!({})).await.unwrap()["shown"]["meeting"].clone();
    let slides = window.call("shared_screen", json!({ "meeting": slides, "language": "en" })).await.unwrap();
    let slides = slides["slides"].as_array().unwrap();
    assert!(slides.len() > 10);
    let mut decided = false;
    for slide in slides {
        let title = json!(slide["title"]);
        window.until(&format!("return document.querySelector('.wall h1').textContent === {title}")).await;
        assert_eq!(leaks(&window, &planted).await, Vec::<String>::new(), "{title}");
        decided |= window.shown().await.contains("The council meets every month.");
        window.keys(&[RIGHT]).await;
    }
    assert!(decided, "what was decided is on the wall");
    window.keys(&[ESCAPE]).await;
    window.find("[role='alertdialog']").await;
    window.click("[role='alertdialog'] footer [data-kind='danger']").await;
    window.find("nav").await;

    let minutes =
        json!({ "kind": "minutes", "language": "en", "privacy": "coordinator", "subject": meeting_of(&window).await });
    let exported = window.call("export_report", minutes).await.unwrap();
    let name = Path::new(exported["path"].as_str().unwrap()).file_name().unwrap().to_owned();
    let words = read_below(window.home.path(), name.to_str().unwrap());
    assert!(words.contains("The council meets every month."), "{words}");
    window.close().await;
}

#[tokio::test]
async fn the_systems_keyring_opens_the_file_and_one_that_does_not_answer_keeps_nobody_waiting() {
    let keyring = Keyring::start().await;
    let bus = [("DBUS_SESSION_BUS_ADDRESS", &*keyring.bus)];
    let window = Window::open_with(tempfile::tempdir().unwrap(), &[], &bus).await;
    window.find("h1").await;
    let file = json!({ "partner": "LIE", "name": "Partnership", "language": "en", "agencies": [] });
    let path = window.call("create_file", json!({ "file": file })).await.unwrap()["path"].clone();
    let passphrase = "four words and more";
    window.call("protect_file", json!({ "name": "Ada", "passphrase": passphrase })).await.unwrap();
    assert_eq!(standing(&window).await, json!([true, false]));
    window.call("remember_key", json!({})).await.unwrap();
    assert_eq!(standing(&window).await, json!([true, true]));
    assert_eq!(keyring.secrets(), 1);

    let window = Window::open_with(window.close().await, &[path.as_str().unwrap()], &bus).await;
    window.press(&window.text("ui.protection.use_keyring").await).await;
    window.find("nav").await;
    window.call("forget_key", json!({})).await.unwrap();
    assert_eq!(keyring.secrets(), 0);
    assert_eq!(window.call("lock_file", json!({})).await.unwrap()["keyring"], false);
    let unlock = json!({ "path": path, "passphrase": passphrase });
    window.call("unlock_file", unlock).await.unwrap();

    keyring.freeze();
    let asked = Instant::now();
    assert_eq!(standing(&window).await, json!([false, false]));
    assert!(asked.elapsed() < Duration::from_secs(15), "{:?}", asked.elapsed());
    keyring.wake();
    assert_eq!(standing(&window).await, json!([true, false]));
    window.close().await;
}

#[tokio::test]
async fn a_computer_that_has_slept_asks_for_the_passphrase_and_has_lost_nothing_that_was_typed() {
    let window = Window::open(&[]).await;
    window.find("h1").await;
    let file = json!({ "partner": "LIE", "name": "Partnership", "language": "en", "agencies": [] });
    let path = window.call("create_file", json!({ "file": file })).await.unwrap()["path"].clone();
    let passphrase = "four words and more";
    window.call("protect_file", json!({ "name": "Ada", "passphrase": passphrase })).await.unwrap();

    let window = Window::open_in(window.close().await, &[path.as_str().unwrap()]).await;
    window.write("passphrase", passphrase).await;
    window.press(&window.text("ui.protection.unlock").await).await;
    window.press(&window.text("ui.nav.partnership").await).await;
    window.write("city", "Examplewick").await;
    window.sleep(Duration::from_secs(20)).await;
    window.find("[data-field='passphrase']").await;
    assert!(window.call("list_records", json!({ "entity": "partnership" })).await.is_err());

    window.call("unlock_file", json!({ "path": path, "passphrase": passphrase })).await.unwrap();
    let partnership = window.call("list_records", json!({ "entity": "partnership" })).await.unwrap();
    assert!(partnership[0]["city"].as_str().unwrap().ends_with("Examplewick"), "{partnership}");
    window.close().await;
}

/// Whether there is a keyring, and whether it opens the open file.
async fn standing(window: &Window) -> Value {
    let protection = window.call("protection", json!({})).await.unwrap();
    json!([protection["keyring"], protection["remembered"]])
}

async fn meeting_of(window: &Window) -> String {
    let meetings = window.call("list_records", json!({ "entity": "meeting" })).await.unwrap();
    meetings.as_array().unwrap().last().unwrap()["id"].as_str().unwrap().into()
}

/// Puts a word of its own into every field for personal data of every record; the words.
async fn plant_names(window: &Window) -> Vec<String> {
    let forms = window.call("entities", json!({})).await.unwrap();
    let mut planted = vec![];
    for (entity, form) in forms.as_object().unwrap() {
        let fields: Vec<&str> = form["fields"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|field| field["personal"] == true && field["kind"] == "line")
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        if fields.is_empty() {
            continue;
        }
        for record in window.call("list_records", json!({ "entity": entity })).await.unwrap().as_array().unwrap() {
            let mut values = serde_json::Map::new();
            for field in &fields {
                let word = format!("zqx{}vk", planted.len());
                let value = if field.contains("email") { format!("{word}@example.org") } else { word.clone() };
                values.insert((*field).to_owned(), value.into());
                planted.push(word);
            }
            let change = json!({ "entity": entity, "id": record["id"], "values": values });
            window.call("change_record", change).await.unwrap();
        }
    }
    planted
}

/// The words of these that the page shows anywhere.
async fn leaks(window: &Window, planted: &[String]) -> Vec<String> {
    let shown = window.shown().await;
    planted.iter().filter(|word| shown.contains(*word)).cloned().collect()
}

/// The words of the PDF of this name, wherever it lies below the folder.
fn read_below(folder: &Path, name: &str) -> String {
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if entry.file_name().to_string_lossy() == name {
                let output = Command::new("pdftotext").arg(entry.path()).arg("-").output().unwrap();
                return String::from_utf8(output.stdout).unwrap().replace('\n', " ");
            }
        }
    }
    panic!("{name} is not below {}", folder.display());
}
