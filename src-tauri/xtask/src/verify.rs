//! Every check there is, cheap ones first, each with its seconds; the first that fails ends it.

use std::fs;

use crate::{
    app, node, place, printer,
    step::{Steps, cargo, npm, program, run},
    system,
};

/// Installs what the checks need and runs them all.
///
/// # Errors
/// What the first failing check said, and the closing line.
pub(crate) fn verify() -> Result<(), String> {
    let mut steps = Steps::new();
    steps.run("rust: format", || run(cargo(&["fmt", "--all", "--check"])))?;
    steps.run("system packages", || system::install(&[system::BUILD, system::TEST].concat()))?;
    steps.run("ui: packages", || {
        node::check()?;
        node::install("ui")?;
        node::install("tests/ui")
    })?;
    steps.run("ui: Biome and types", || {
        run(npm("ui", &["run", "--silent", "check"]))?;
        run(npm("tests/ui", &["run", "--silent", "check"]))
    })?;
    if has_unit_tests()? {
        steps.run("ui: unit tests", || run(npm("ui", &["test", "--silent"])))?;
    }
    steps.run("ui: build", || run(npm("ui", &["run", "--silent", "build"])))?;
    steps.run("rust: clippy", || {
        run(cargo(&["clippy", "--locked", "--all-targets", "--quiet", "--", "--deny", "warnings"]))
    })?;
    steps.run("rust: tests", || run(cargo(&["test", "--locked", "--quiet"])))?;
    steps.run("paper: every report in every language", printer::gate)?;
    steps.run("window and its test: clippy", || {
        let packages = ["--package", "liaise", "--package", "liaise-tests", "--features", "liaise-tests/window"];
        let words = [&["clippy", "--locked", "--quiet", "--all-targets"], &packages[..], &["--", "--deny", "warnings"]];
        run(cargo(&words.concat()))
    })?;
    steps.run("browser tests with axe", || {
        run(cargo(&["build", "--locked", "--quiet", "--package", "liaise-tests", "--bin", "serve"]))?;
        app::playwright(&["--project=tests"])
    })?;
    if cfg!(target_os = "linux") {
        steps.run("window: build", || run(cargo(&["build", "--locked", "--quiet", "--package", "liaise"])))?;
        steps.run("window: the real one, under Xvfb", real_window)?;
    } else {
        println!("The real window is tested on Linux, where it can run without a screen.");
    }
    steps.close();
    Ok(())
}

fn real_window() -> Result<(), String> {
    let words =
        ["test", "--locked", "--quiet", "--package", "liaise-tests", "--features", "window", "--test", "window"];
    let mut command = program("xvfb-run", &["--auto-servernum", "--server-args", "-screen 0 1280x900x24"]);
    command.arg(env!("CARGO")).args(words).args(["--", "--test-threads=1"]);
    run(command)
}

fn has_unit_tests() -> Result<bool, String> {
    let mut folders = vec![place::root().join("ui/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".test.ts") || name.ends_with(".test.tsx") {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
