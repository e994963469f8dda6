//! Tells Tauri which commands the page may call: one, `call`. No other permission is generated or granted.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("tauri.conf.json and capabilities/ are part of this folder");
}
