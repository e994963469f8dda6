//! The real window, driven as an officer would: Tauri, WebKitGTK, the real page and the real core. It needs a display
//! (`xvfb-run` will do) and a built `liaise`; `cargo verify` sees to both. What a plain browser can show is tested
//! there, in `tests/ui`, and not again here.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod desktop;
mod driver;

use std::{path::Path, process::Command};

use driver::Window;
use serde_json::json;

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
