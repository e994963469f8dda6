//! The window: Tauri's part of the product, named here and in `native.rs` alone. It hands the core its folders, the desktop
//! around it and one command, and knows deliberately nothing of what the product is about.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod asleep;
mod keyring;
mod native;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use liaise_core::{Home, Session, api};
use serde_json::{Value, json};
use tauri::{AppHandle, DragDropEvent, Manager, State, Webview, WindowEvent};

use native::{Native, drawn_by_processor};

/// The label of the window, as tauri.conf.json and the capability name it.
const MAIN: &str = "main";
/// Whoever asks to close twice within this time is not asking the page again.
const INSISTENCE: Duration = Duration::from_secs(5);

fn main() {
    let asked = Mutex::new(None::<Instant>);
    tauri::Builder::default()
        // Must be the first plugin: a second start brings this window to the front instead.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            if let Some(window) = app.get_webview_window(MAIN) {
                // A window that cannot be raised is still there; nothing better can be done.
                let _ = window.unminimize();
                let _ = window.set_focus();
                named_file(arguments, Path::new(&folder)).into_iter().for_each(|file| hand_over(app, file));
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call])
        .on_window_event(move |window, event| {
            let Some(view) = window.app_handle().get_webview_window(window.label()) else { return };
            if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
                dispatch(view.as_ref(), &format!("new CustomEvent('liaise:drop', {{ detail: {} }})", json!(paths)));
            }
            if let WindowEvent::CloseRequested { api, .. } = event
                && window.label() == MAIN
                && let Ok(mut asked) = asked.lock()
                && asked.replace(Instant::now()).is_none_or(|before| before.elapsed() > INSISTENCE)
            {
                api.prevent_close();
                dispatch(view.as_ref(), "new Event('liaise:close')");
            }
        })
        .setup(|app| {
            let woken = app.handle().clone();
            asleep::watch(move || {
                woken
                    .webview_windows()
                    .values()
                    .for_each(|window| dispatch(window.as_ref(), "new Event('liaise:woken')"));
            });
            Ok(start(app.handle())?)
        })
        .build(tauri::generate_context!())
        .expect("the system can open a window")
        .run(|_app, _event| {
            // macOS names the files that it wants opened here, at the start as well as later.
            #[cfg(target_os = "macos")]
            if let tauri::RunEvent::Opened { urls } = _event {
                urls.iter().filter_map(|url| url.to_file_path().ok()).for_each(|file| hand_over(_app, file));
            }
        });
}

/// The one command of the page: any command of the core, on a thread of its own, so that a long one never blocks.
#[tauri::command]
async fn call(session: State<'_, Arc<Session>>, name: String, args: Value) -> Result<Value, Value> {
    let session = Arc::clone(&session);
    let done = tauri::async_runtime::spawn_blocking(move || run(&session, &name, args)).await;
    done.unwrap_or_else(|fault| Err(json!({ "code": "unexpected", "detail": fault.to_string(), "problems": [] })))
}

// The edge of the program: the clock is read here and handed inwards.
#[expect(clippy::disallowed_methods, reason = "the shell is where the clock is read")]
fn run(session: &Session, name: &str, args: Value) -> Result<Value, Value> {
    api::call(session, chrono::Utc::now(), name, args).map_err(|error| json!(error))
}

fn start(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(MAIN).map_or(Ok(()), |window| drawn_by_processor(&window))?;
    let home = Home {
        data: app.path().data_dir()?.join("Liaise"),
        documents: app.path().document_dir().or_else(|_| app.path().home_dir())?,
        language: sys_locale::get_locale().unwrap_or_else(|| "en".to_owned()),
        fonts: liaise_core::system_fonts(),
    };
    let session = liaise_live::attach(Session::new(home, Box::new(Native::around(app))));
    let arguments = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned());
    // What is refused here the page tries again and shows why; a colleague's file it takes in.
    named_file(arguments, &std::env::current_dir()?)
        .filter(|file| run(&session, "open_file", json!({ "path": file })).is_err())
        .into_iter()
        .for_each(|file| session.hand_over(file));
    app.manage(session);
    Ok(())
}

fn named_file(arguments: impl IntoIterator<Item = String>, folder: &Path) -> Option<PathBuf> {
    arguments.into_iter().nth(1).filter(|argument| !argument.starts_with('-')).map(|file| folder.join(file))
}

/// The page asks for the file when it hears of it, or when it begins to listen.
fn hand_over(app: &AppHandle, file: PathBuf) {
    // macOS may name a file before all is set up.
    if app.try_state::<Arc<Session>>().is_some() || start(app).is_ok() {
        app.state::<Arc<Session>>().hand_over(file);
    }
    app.get_webview_window(MAIN).iter().for_each(|window| dispatch(window.as_ref(), "new Event('liaise:open')"));
}

fn dispatch(view: &Webview, event: &str) {
    // A page that is gone hears nothing; the second request to close closes the window without it.
    let _ = view.eval(format!("window.dispatchEvent({event})"));
}
