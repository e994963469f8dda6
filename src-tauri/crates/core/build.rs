//! Packs the texts of `locales/` into one file for the binary, and rebuilds when a text, a migration or the sample
//! changes. The expansion of `rust_i18n::i18n!` would be code for every text, which takes minutes to compile.

use std::{env, fs, path::Path};

fn main() {
    let locales = "../../../locales";
    for folder in [locales, "../../../assets/sample", "migrations"] {
        println!("cargo:rerun-if-changed={folder}");
    }
    let texts = rust_i18n_support::load_locales(locales, |_| false);
    let packed = serde_json::to_vec(&texts).expect("texts are strings");
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("texts.json"), packed).expect("the build folder can be written");
}
