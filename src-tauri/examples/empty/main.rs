//! An empty Tauri window: the yardstick that `cargo startup` measures the product's own first screen against. With
//! `--plain` it is drawn by the processor, as the product's is. It is deliberately not part of the product.

fn main() {
    tauri::Builder::default()
        .setup(|app| {
            #[cfg(target_os = "linux")]
            if std::env::args().any(|argument| argument == "--plain") {
                use tauri::Manager;
                use webkit2gtk::{HardwareAccelerationPolicy::Never, SettingsExt, WebViewExt};
                let window = app.get_webview_window("main").ok_or("the window is called main")?;
                window.with_webview(|view| {
                    view.inner().settings().into_iter().for_each(|it| it.set_hardware_acceleration_policy(Never));
                })?;
            }
            Ok(())
        })
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
        .expect("the system can open a window");
}
