//! Node: is it new enough, and are the packages of a folder as its lock file says?

use std::{path::Path, time::SystemTime};

use crate::{
    place,
    step::{answer, npm, program, run},
};

/// Checks the version that the UI's tools ask for.
///
/// # Errors
/// A sentence that says what to install.
pub(crate) fn check() -> Result<(), String> {
    let wanted = "Node 20.19 or newer (22.12 or newer of the 22 line) is needed: https://nodejs.org";
    let said = answer(program("node", &["--version"])).ok_or(format!("There is no Node here. {wanted}"))?;
    if is_new_enough(&said) {
        println!("Node {said} is new enough.");
        Ok(())
    } else {
        Err(format!("Node {said} is too old (Debian 12's own package is). {wanted}"))
    }
}

/// Runs `npm ci` in the folder when its lock file is newer than what is installed.
///
/// # Errors
/// When npm failed.
pub(crate) fn install(folder: &str) -> Result<(), String> {
    let base = place::root().join(folder);
    let (lock, done) = (base.join("package-lock.json"), base.join("node_modules/.package-lock.json"));
    if changed(&done) >= changed(&lock) {
        println!("{folder}: packages are as the lock file says.");
        return Ok(());
    }
    println!("{folder}: npm ci");
    run(npm(folder, &["ci", "--no-fund", "--no-audit"]))
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|about| about.modified()).ok()
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    match (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) {
        (20, minor) => minor >= 19,
        (22, minor) => minor >= 12,
        (major, _) => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn the_uis_tools_refuse_an_old_node() {
        for old in ["v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0", "nonsense"] {
            assert!(!is_new_enough(old), "{old}");
        }
        for new in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.0.0"] {
            assert!(is_new_enough(new), "{new}");
        }
    }
}
