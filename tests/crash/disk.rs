//! What stands between a writer and its disk: the shim of `tests/powercut`, made with the system's C compiler.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{Outcome, kill};

/// See the module.
pub(crate) struct Shim(PathBuf);

impl Shim {
    /// Makes it in a folder.
    pub(crate) fn make(folder: &Path) -> Outcome<Self> {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("powercut").join("shim.c");
        let made = folder.join("shim.so");
        let compiler = ["-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o"];
        let done = Command::new("cc").args(compiler).arg(&made).arg(source).args(["-ldl", "-lpthread"]).status()?;
        if done.success() { Ok(Self(made)) } else { Err("the shim could not be made".into()) }
    }

    /// Lets a writer work to its end with the shim below it; what it said.
    pub(crate) fn work(&self, folder: &Path, seed: u64, settings: &[(&str, String)]) -> Outcome<String> {
        let mut writer = kill::writer(folder, seed)?;
        writer.env("LD_PRELOAD", &self.0).env("POWERCUT_FOLDER", folder).stderr(Stdio::piped());
        writer.envs(settings.iter().map(|(name, value)| (name, value)));
        let done = writer.output()?;
        let mut said = String::from_utf8(done.stdout)?;
        if !done.status.success() {
            // Without an end of its line, this is no line of the writer.
            said += String::from_utf8_lossy(&done.stderr).trim_end();
        }
        Ok(said)
    }
}

/// A folder by the one name that the system gives it, which the shim sees.
pub(crate) fn resolved(folder: &Path) -> Outcome<PathBuf> {
    Ok(fs::canonicalize(folder)?)
}
