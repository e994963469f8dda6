//! The installers of the system on which this runs: Debian and RPM packages, an NSIS installer, or a disk image. Those of
//! all three systems are made by `.github/workflows/installers.yml`, with this same task.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    node, place,
    step::{is_there, output, program, run},
    system,
};

/// The ends of names that installers have.
const ENDS: &[&str] = &["deb", "rpm", "AppImage", "exe", "dmg"];
/// What a package for Linux puts into the system besides the program.
const BROUGHT: &[&str] = &[
    "usr/bin/liaise",
    "usr/lib/Liaise/licences/third-party.txt",
    "usr/share/applications/Liaise.desktop",
    "usr/share/doc/liaise/copyright",
    "usr/share/mime/packages/liaise.xml",
];

/// Builds the product as it is shipped and packs it. Arguments go to `tauri build`; without any, Linux makes the packages
/// that need no network.
///
/// # Errors
/// What failed, in a sentence: also when the bundler says that all is well and made nothing.
pub(crate) fn installers(arguments: &[String]) -> Result<(), String> {
    system::install(system::BUILD)?;
    node::check()?;
    node::install("ui")?;
    // The folder's own clock tells what was made now.
    let stamp = place::target()?.join("installers.txt");
    fs::write(&stamp, "").map_err(|error| format!("{}: {error}", stamp.display()))?;
    let began = changed(&stamp);
    let mut build = program("node", &["ui/node_modules/@tauri-apps/cli/tauri.js", "build", "--ci"]);
    build.args(arguments);
    if arguments.is_empty() && cfg!(target_os = "linux") {
        build.args(["--bundles", "deb,rpm"]);
    }
    run(build)?;
    let made: Vec<PathBuf> = bundles(&place::target()?).into_iter().filter(|file| changed(file) >= began).collect();
    if made.is_empty() {
        return Err("The bundler made no installer and did not say why.".to_owned());
    }
    for file in made {
        check(&file)?;
        let bytes = file.metadata().map_or(0, |about| about.len());
        println!("{} ({:.1} MB)", file.display(), bytes as f64 / 1e6);
    }
    Ok(())
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|about| about.modified()).ok()
}

/// The installers that lie below the target folder: those of this system, and of targets that were named.
fn bundles(target: &Path) -> Vec<PathBuf> {
    let inside = |folder: &PathBuf| -> Vec<PathBuf> {
        fs::read_dir(folder).map_or_else(|_| vec![], |entries| entries.flatten().map(|entry| entry.path()).collect())
    };
    let mut folders = vec![target.to_path_buf()];
    folders.extend(inside(&target.to_path_buf()));
    let kinds = folders.iter().flat_map(|folder| inside(&folder.join("release/bundle")));
    let mut files: Vec<PathBuf> = kinds.flat_map(|kind| inside(&kind)).collect();
    files.retain(|file| file.extension().is_some_and(|end| ENDS.iter().any(|known| end == *known)));
    files.sort();
    files
}

/// Does a package bring all that it should? Only Debian's own kind can be looked into everywhere that it is made.
fn check(file: &Path) -> Result<(), String> {
    if file.extension().is_none_or(|end| end != "deb") || !is_there("dpkg-deb") {
        return Ok(());
    }
    let mut list = program("dpkg-deb", &["--contents"]);
    list.arg(file);
    let content = output(list)?;
    let names: Vec<&str> = content.lines().filter_map(|line| line.rsplit(' ').next()).collect();
    let missing: Vec<&&str> = BROUGHT.iter().filter(|path| !names.iter().any(|name| name == *path)).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("{} lacks {missing:?}", file.display())) }
}
