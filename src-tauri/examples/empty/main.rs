//! An empty Tauri window: the yardstick that `cargo startup` measures the product's own first screen against. It is
//! deliberately not part of the product.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
        .expect("the system can open a window");
}
