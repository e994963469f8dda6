//! The system packages the project needs on Debian and its relatives. Elsewhere it names what is missing and installs
//! nothing.

use std::path::Path;

use crate::step::{answer, is_there, program, run};

/// What building the window needs.
pub(crate) const BUILD: &[&str] =
    &["build-essential", "ca-certificates", "curl", "file", "libwebkit2gtk-4.1-dev", "perl", "pkg-config", "xdg-utils"];

/// What the tests need besides: browsers, a display without a screen, a keyring, readers of PDF files.
pub(crate) const TEST: &[&str] = &[
    "chromium",
    "dbus",
    "fonts-noto-core",
    "gnome-keyring",
    "poppler-utils",
    "procps",
    "python3",
    "python3-venv",
    "qpdf",
    "webkit2gtk-driver",
    "xauth",
    "xvfb",
];

/// Makes sure that the packages are installed, and says what it does.
///
/// # Errors
/// When the installation failed, or on a Linux that is no Debian, the names of the packages to install by hand when the
/// most telling of them is missing.
pub(crate) fn install(packages: &[&str]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !Path::new("/etc/debian_version").exists() || !is_there("apt-get") {
        return elsewhere(packages);
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        println!("System packages: all {} are installed.", packages.len());
        return Ok(());
    }
    println!("Installing system packages with apt-get: {}", missing.join(" "));
    let root = answer(program("id", &["-u"])).as_deref() == Some("0");
    if !root && !is_there("sudo") {
        return Err(format!("I am not root and there is no sudo. As root: apt-get install {}", missing.join(" ")));
    }
    apt(root, &["update", "--quiet"])?;
    apt(root, &[&["install", "--quiet", "--yes", "--no-install-recommends"], missing.as_slice()].concat())
}

fn apt(root: bool, arguments: &[&str]) -> Result<(), String> {
    // `env` rather than the command's own environment: sudo would drop it.
    let words = [&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    let (first, rest) = if root { (words[0], &words[1..]) } else { ("sudo", words.as_slice()) };
    run(program(first, rest))
}

fn is_installed(package: &str) -> bool {
    answer(program("dpkg-query", &["--show", "--showformat=${db:Status-Status}", package])).as_deref()
        == Some("installed")
}

fn elsewhere(packages: &[&str]) -> Result<(), String> {
    println!("This is not Debian or a relative of it; I install no system packages here.");
    println!("Needed, by their Debian names: {}", packages.join(" "));
    if is_there("pkg-config") && answer(program("pkg-config", &["--modversion", "webkit2gtk-4.1"])).is_some() {
        return Ok(());
    }
    Err("WebKitGTK 4.1 with its development files is missing: install it and start again.".to_owned())
}
