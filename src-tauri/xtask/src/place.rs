//! Where things are: the repository, its folders and what cargo builds. Reads no environment beyond what cargo sets.

use std::path::{Path, PathBuf};

/// The folder that holds the workspace's Cargo.toml.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("xtask lies two folders below the root")
        .to_path_buf()
}

/// Cargo's target folder, wherever this machine has put it: the one this very program was built into.
pub(crate) fn target() -> Result<PathBuf, String> {
    let program = std::env::current_exe().map_err(|error| format!("cannot find my own file: {error}"))?;
    let folder = program.ancestors().nth(2).ok_or("I am not in a target folder")?;
    Ok(folder.to_path_buf())
}

/// A program that cargo built, for example `debug/liaise-cli`.
pub(crate) fn built(profile: &str, name: &str) -> Result<PathBuf, String> {
    Ok(target()?.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
