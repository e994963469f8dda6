//! The window: Tauri's part of the product, and the only file that names it. It hands the core its folders, the
//! native dialogs and one command, and knows deliberately nothing of what the product is about.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use liaise_core::{Ask, Desktop, Home, Session, api};
use serde_json::{Value, json};
use tauri::{AppHandle, Manager, State, Webview, WindowEvent, webview::PageLoadEvent};
use tauri_plugin_dialog::DialogExt;

/// The label of the one window, as tauri.conf.json and the capability name it.
const MAIN: &str = "main";
/// Whoever asks to close twice within this time is not asking the page again.
const INSISTENCE: Duration = Duration::from_secs(5);

/// A file named at the start that could not be opened: the page is told once it listens, and shows why.
struct Refused(Mutex<Option<PathBuf>>);

fn main() {
    let asked = Mutex::new(None::<Instant>);
    tauri::Builder::default()
        // Must be the first plugin: a second start brings this window to the front instead.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            if let Some(window) = app.get_webview_window(MAIN) {
                // A window that cannot be raised is still there; nothing better can be done.
                let _ = window.unminimize();
                let _ = window.set_focus();
                if let Some(file) = named_file(arguments) {
                    announce_file(window.as_ref(), &Path::new(&folder).join(file));
                }
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call])
        .on_page_load(|view, load| {
            if load.event() == PageLoadEvent::Finished
                && let Some(file) = view.state::<Refused>().0.lock().ok().and_then(|mut file| file.take())
            {
                announce_file(view, &file);
            }
        })
        .on_window_event(move |window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event
                && let Some(view) = window.app_handle().get_webview_window(MAIN)
                && let Ok(mut asked) = asked.lock()
                && asked.replace(Instant::now()).is_none_or(|before| before.elapsed() > INSISTENCE)
            {
                api.prevent_close();
                dispatch(view.as_ref(), "new Event('liaise:close')");
            }
        })
        .setup(|app| Ok(start(app.handle())?))
        .run(tauri::generate_context!())
        .expect("the system can open a window");
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
    #[cfg(target_os = "linux")]
    if let Some(window) = app.get_webview_window(MAIN) {
        use webkit2gtk::{HardwareAccelerationPolicy::Never, SettingsExt, WebViewExt};
        // The processor draws pages of text well. Graphics drivers wake slowly, and some leave WebKit's window blank.
        window.with_webview(|view| {
            view.inner().settings().into_iter().for_each(|settings| settings.set_hardware_acceleration_policy(Never));
        })?;
    }
    let home = Home {
        data: app.path().data_dir()?.join("Liaise"),
        documents: app.path().document_dir().or_else(|_| app.path().home_dir())?,
        language: sys_locale::get_locale().unwrap_or_else(|| "en".to_owned()),
        fonts: liaise_core::system_fonts(),
    };
    let session = Session::new(home, Box::new(Native(app.clone())));
    let file = named_file(std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()))
        .map(|file| std::path::absolute(&file).unwrap_or(file));
    let refused = file.filter(|file| run(&session, "open_file", json!({ "path": file })).is_err());
    app.manage(Refused(Mutex::new(refused)));
    app.manage(Arc::new(session));
    Ok(())
}

fn named_file(arguments: impl IntoIterator<Item = String>) -> Option<PathBuf> {
    arguments.into_iter().nth(1).filter(|argument| !argument.starts_with('-')).map(PathBuf::from)
}

fn announce_file(view: &Webview, file: &Path) {
    dispatch(view, &format!("new CustomEvent('liaise:open', {{ detail: {} }})", json!(file)));
}

fn dispatch(view: &Webview, event: &str) {
    // A page that is gone hears nothing; the second request to close closes the window without it.
    let _ = view.eval(format!("window.dispatchEvent({event})"));
}

/// The system around the window, as the core asks for it.
struct Native(AppHandle);

impl Desktop for Native {
    fn open(&self, path: &Path) -> io::Result<()> {
        tauri_plugin_opener::open_path(path, None::<&str>).map_err(io::Error::other)
    }

    fn reveal(&self, path: &Path) -> io::Result<()> {
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(io::Error::other)
    }

    fn ask(&self, ask: &Ask) -> Option<PathBuf> {
        let (Ask::Open { title, extensions } | Ask::Save { title, extensions, .. }) = ask;
        let extensions: Vec<&str> = extensions.iter().map(String::as_str).collect();
        let mut dialog = self.0.dialog().file().set_title(title).add_filter(extensions.join(", "), &extensions);
        if let Some(window) = self.0.get_webview_window(MAIN) {
            dialog = dialog.set_parent(&window);
        }
        let chosen = match ask {
            Ask::Open { .. } => dialog.blocking_pick_file(),
            Ask::Save { file_name, folder, .. } => {
                dialog.set_directory(folder).set_file_name(file_name).blocking_save_file()
            }
        };
        chosen.and_then(|path| path.into_path().ok())
    }

    fn close(&self) {
        if let Some(window) = self.0.get_webview_window(MAIN) {
            // Only a window that is closing already refuses.
            let _ = window.destroy();
        }
    }
}
