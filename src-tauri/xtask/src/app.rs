//! Running the product: its window, or without a display its main job on paper; and the pictures in the README.

use std::{process::Command, time::Instant};

use crate::{
    node, place,
    step::{cargo, npm, run},
    system,
};

/// The languages of the reports that a machine without a display makes.
const LANGUAGES: &[&str] = &["el", "fr", "de", "ca", "en"];

/// Sets up, builds and opens the window; arguments (a file to open) are handed to it.
///
/// # Errors
/// What failed, in a sentence.
pub(crate) fn app(arguments: &[String]) -> Result<(), String> {
    let began = Instant::now();
    system::install(system::BUILD)?;
    build_ui()?;
    println!("Building the window (the first time takes several minutes) …");
    run(cargo(&["build", "--locked", "--package", "liaise", "--package", "liaise-cli"]))?;
    println!("Ready after {:.0} s.", began.elapsed().as_secs_f64());
    if has_display() {
        println!("Opening the window.");
        let mut window = Command::new(place::built("debug", "liaise")?);
        window.args(arguments);
        return run(window);
    }
    println!("\nThere is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.");
    println!("Doing the main job without it: the sample partnership and its reports.\n");
    let mut demo = Command::new(place::built("debug", "liaise-cli")?);
    demo.arg("demo").arg("--out").arg(place::target()?.join("demo"));
    for language in LANGUAGES {
        demo.args(["--lang", language]);
    }
    run(demo)
}

/// Makes the sample partnership and its reports in `target/demo`, unless the arguments say where.
///
/// # Errors
/// What failed, in a sentence.
pub(crate) fn demo(arguments: &[String]) -> Result<(), String> {
    let mut command = cargo(&["run", "--quiet", "--locked", "--package", "liaise-cli", "--", "demo"]);
    if !arguments.iter().any(|argument| argument.starts_with("--out")) {
        command.arg("--out").arg(place::target()?.join("demo"));
    }
    command.args(arguments);
    run(command)
}

/// Refreshes `assets/screenshots/*.png` from the real core and the built UI.
///
/// # Errors
/// What failed, in a sentence.
pub(crate) fn screenshots() -> Result<(), String> {
    system::install(&[system::BUILD, system::TEST].concat())?;
    build_ui()?;
    run(cargo(&["build", "--locked", "--package", "liaise-tests", "--bin", "serve"]))?;
    node::install("tests/ui")?;
    playwright(&["--project=screenshots"])
}

/// Checks Node, installs the UI's packages and builds it into `ui/dist`.
///
/// # Errors
/// What failed, in a sentence.
pub(crate) fn build_ui() -> Result<(), String> {
    node::check()?;
    node::install("ui")?;
    run(npm("ui", &["run", "--silent", "build"]))
}

/// Runs the browser tests; the server they start must be built.
///
/// # Errors
/// What failed, in a sentence.
pub(crate) fn playwright(arguments: &[&str]) -> Result<(), String> {
    let mut command = npm("tests/ui", &["exec", "--", "playwright", "test"]);
    command.args(arguments).env("LIAISE_SERVE", place::built("debug", "serve")?);
    run(command)
}

fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
