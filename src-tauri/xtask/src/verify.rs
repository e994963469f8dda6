//! Every check there is, cheap ones first, each with its seconds; the first that fails ends it.

use std::{fs, process::Command};

use crate::{
    app, deny, licences, node, place, printer, python,
    step::{Steps, cargo, npm, program, run},
    system,
};

/// What every cargo command of the gate has in common: the same packages with the same features, so that nothing is
/// compiled twice.
pub(crate) const ALL: &[&str] =
    &["--locked", "--quiet", "--workspace", "--features", "liaise-tests/window,liaise-paper/gate,liaise-live/gate"];

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
        node::install("tests/ui")?;
        node::install("tests/live")
    })?;
    steps.run("what others made: licences, sources, vulnerabilities", || {
        deny::deny(&[])?;
        licences::licences(&["--check".to_owned()])
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
        run(cargo(&[&["clippy"], ALL, &["--all-targets", "--", "--deny", "warnings"]].concat()))
    })?;
    steps.run("rust: build", || run(cargo(&[&["build"], ALL].concat())))?;
    if cfg!(target_os = "linux") {
        steps.run("rust: tests, and the real window under Xvfb", || {
            let mut command =
                program("xvfb-run", &["--auto-servernum", "--server-args", "-screen 0 1280x900x24 -noreset"]);
            command.args([env!("CARGO"), "test"]).args(ALL).env("OUTLOUD", python::tool("outloud")?);
            run(thoroughly(command))
        })?;
    } else {
        println!("The real window is tested on Linux, where it needs no screen.");
        steps.run("rust: tests", || run(thoroughly(cargo(&["test", "--locked", "--quiet"]))))?;
    }
    steps.run("browser tests with axe", || app::playwright(&["--project=tests"]))?;
    steps.run("every report in every language, read by others", printer::gate)?;
    steps.close();
    Ok(())
}

/// Properties of the core are tried on four times as many cases as while one works.
fn thoroughly(mut command: Command) -> Command {
    command.env("LIAISE_CASES", "4");
    command
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
