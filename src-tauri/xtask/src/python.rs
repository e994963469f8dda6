//! Tools of the checks that come from PyPI, pinned, in a folder of their own. Nothing of them is shipped.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    place,
    step::{program, run},
};

/// What is installed.
const TOOLS: &[&str] = &["src-tauri/crates/paper/tests/requirements.txt", "src-tauri/xtask/requirements.txt"];

/// A tool, installed with the others the first time.
///
/// # Errors
/// What could not be installed.
pub(crate) fn tool(name: &str) -> Result<PathBuf, String> {
    let folder = place::target()?.join("venv");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let tool = programs.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let read = |file: &&str| fs::read_to_string(place::root().join(file)).map_err(|error| format!("{file}: {error}"));
    let wanted = TOOLS.iter().map(read).collect::<Result<String, String>>()?;
    let stamp = folder.join("tools.txt");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(tool);
    }
    println!("Installing the tools of {} into {}", TOOLS.join(" and "), folder.display());
    let system = if Path::new("/usr/bin/python3").exists() { "/usr/bin/python3" } else { "python3" };
    let mut make = program(system, &["-m", "venv"]);
    make.arg(&folder);
    run(make)?;
    let python = programs.join("python").display().to_string();
    let mut install = program(&python, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    for file in TOOLS {
        install.args(["-r", file]);
    }
    run(install)?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(tool)
}
