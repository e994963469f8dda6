//! The desktop around the window, as the core asks for it: other programs, dialogs, screens, the keyring.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Mutex,
};

use liaise_core::{Ask, Beside, Desktop, Secret};
use tauri::{AppHandle, Manager, Monitor, PhysicalPosition, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_dialog::DialogExt;

use crate::{MAIN, keyring};

/// The label of the window beside it while a screen is shared.
const BESIDE: &str = "beside";

/// The system around the window, as the core asks for it; and where the window was before it went to another screen.
pub(crate) struct Native(AppHandle, Mutex<Option<PhysicalPosition<i32>>>);

impl Native {
    pub(crate) fn around(app: &AppHandle) -> Self {
        Self(app.clone(), Mutex::default())
    }
}

impl Desktop for Native {
    fn open(&self, path: &Path) -> io::Result<()> {
        tauri_plugin_opener::open_path(path, None::<&str>).map_err(io::Error::other)
    }

    fn reveal(&self, path: &Path) -> io::Result<()> {
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(io::Error::other)
    }

    fn ask(&self, ask: &Ask) -> Option<PathBuf> {
        let (title, extensions) = match ask {
            Ask::Open { title, extensions } | Ask::Save { title, extensions, .. } => (title, &extensions[..]),
            Ask::Folder { title } => (title, &[][..]),
        };
        let extensions: Vec<&str> = extensions.iter().map(String::as_str).collect();
        let mut dialog = self.0.dialog().file().set_title(title);
        if !extensions.is_empty() {
            dialog = dialog.add_filter(extensions.join(", "), &extensions);
        }
        if let Some(window) = self.0.get_webview_window(MAIN) {
            dialog = dialog.set_parent(&window);
        }
        let chosen = match ask {
            Ask::Open { .. } => dialog.blocking_pick_file(),
            Ask::Folder { .. } => dialog.blocking_pick_folder(),
            Ask::Save { file_name, folder, .. } => {
                dialog.set_directory(folder).set_file_name(file_name).blocking_save_file()
            }
        };
        chosen.and_then(|path| path.into_path().ok())
    }

    // What a window manager refuses here leaves windows that can be moved and sized by hand: nothing better can be done.
    fn fill_screen(&self, beside: Option<&Beside>) -> bool {
        let Some(window) = self.0.get_webview_window(MAIN) else { return false };
        let opened = beside.zip(other_monitor(&window)).is_some_and(|(beside, monitor)| {
            let page = WebviewUrl::App(format!("index.html#/{}", beside.address).into());
            let made = WebviewWindowBuilder::new(&self.0, BESIDE, page).title(&beside.title).build();
            let before = window.outer_position().ok();
            let _ = self.1.lock().map(|mut place| *place = place.or(before));
            made.and_then(|made| drawn_by_processor(&made)).is_ok() && window.set_position(*monitor.position()).is_ok()
        });
        let _ = window.set_fullscreen(true);
        opened
    }

    fn leave_screen(&self) {
        let windows = (self.0.get_webview_window(MAIN), self.0.get_webview_window(BESIDE));
        let before = self.1.lock().ok().and_then(|mut place| place.take());
        let _ = windows.0.map(|window| {
            window.set_fullscreen(false).and_then(|()| before.map_or(Ok(()), |place| window.set_position(place)))
        });
        let _ = windows.1.map(|window| window.destroy());
    }

    fn has_keyring(&self) -> bool {
        keyring::is_there()
    }

    fn keep_secret(&self, name: &str, secret: Secret) -> io::Result<()> {
        keyring::keep(name, secret)
    }

    fn kept_secret(&self, name: &str) -> io::Result<Option<Secret>> {
        keyring::give(name)
    }

    fn forget_secret(&self, name: &str) -> io::Result<()> {
        keyring::forget(name)
    }

    fn close(&self) {
        // Only a window that is closing already refuses.
        let windows = [BESIDE, MAIN].iter().filter_map(|label| self.0.get_webview_window(label));
        windows.for_each(|window| drop(window.destroy()));
    }
}

/// A screen on which the window is not.
fn other_monitor(window: &WebviewWindow) -> Option<Monitor> {
    let here = window.current_monitor().ok()??;
    window.available_monitors().ok()?.into_iter().find(|monitor| monitor.position() != here.position())
}

/// The processor draws pages of text well. Graphics drivers wake slowly, and some leave WebKit's window blank.
#[cfg_attr(not(target_os = "linux"), expect(unused_variables, reason = "elsewhere the system's own engine draws"))]
pub(crate) fn drawn_by_processor(window: &WebviewWindow) -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    window.with_webview(|view| {
        use webkit2gtk::{HardwareAccelerationPolicy::Never, SettingsExt, WebViewExt};
        view.inner().settings().into_iter().for_each(|settings| settings.set_hardware_acceleration_policy(Never));
    })?;
    Ok(())
}
