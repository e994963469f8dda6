//! What others made and the installers bring along, with the licences under which it came: made from the crates, the
//! npm packages and the files of `assets/` that are shipped, written to `assets/licences/third-party.txt`. Which licences
//! may be among them is deliberately not decided here but in `src-tauri/deny.toml`.

mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    node, place,
    step::{cargo, output},
};

/// The systems that installers are made for.
const SYSTEMS: &[&str] =
    &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin"];
/// Crates that only carry the C sources which others compile into the program.
const SOURCES: &[&str] = &["openssl-src", "sqlcipher-src"];
/// Where crates keep what they do not compile.
const ASIDE: &[&str] = &["benches", "eml", "examples", "external", "tests", "vendor"];
const FILE: &str = "assets/licences/third-party.txt";
/// The words of no licence are shorter.
const SHORTEST: usize = 300;
const HEAD: &str = "\
What others made and Liaise brings along, each with the licences under which it may be used and their words. Where there
is a choice that includes the MIT licence, Liaise uses it under the MIT licence. Crates under the MPL-2.0 are used as
they were published; their sources are at https://crates.io. `cargo licences` makes this file.
";

/// Something that others made: a crate, an npm package, a font.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    /// An SPDX expression.
    licence: String,
}

/// Writes the file anew, or with `--check` says whether it would be another one.
///
/// # Errors
/// What could not be read, or what is under no licence whose words are known; with `--check`, that the file is not current.
pub(crate) fn licences(arguments: &[String]) -> Result<(), String> {
    node::check()?;
    node::install("ui")?;
    let wanted = written(&texts()?);
    let path = place::root().join(FILE);
    if arguments.iter().any(|argument| argument == "--check") {
        let found = read(&path)?;
        return if found == wanted {
            Ok(())
        } else {
            Err(format!("{FILE} is not current: `cargo licences` makes it."))
        };
    }
    println!("{FILE}: {} KB", wanted.len() / 1000);
    fs::write(&path, wanted).map_err(|error| format!("{FILE}: {error}"))
}

/// The words of licences, and who is under each: by the words without their line breaks.
type Texts = BTreeMap<String, (String, BTreeSet<Part>)>;

fn texts() -> Result<Texts, String> {
    let mut texts = Texts::new();
    let mut add = |part: &Part, words: &str| {
        let words = words.replace("\r\n", "\n").replace(['\u{c}', '\u{feff}'], "");
        let key = words.split_whitespace().collect::<Vec<_>>().join(" ");
        texts
            .entry(key)
            .or_insert_with(|| (words.trim_matches('\n').to_owned(), BTreeSet::new()))
            .1
            .insert(part.clone());
    };
    let folders = crate_folders()?;
    for part in crates()? {
        let found = folders.get(&(part.name.clone(), part.version.clone()));
        let (folder, holders) = found.ok_or(format!("cargo does not say where {} is", part.name))?;
        for words in words_of(&part, folder, holders)? {
            add(&part, &words);
        }
    }
    for (part, folder) in packages()? {
        let holders = serde_json::from_str::<Value>(&read(&folder.join("package.json"))?).ok().and_then(|package| {
            let author = &package["author"];
            author.as_str().or(author["name"].as_str()).map(str::to_owned)
        });
        for words in words_of(&part, &folder, &holders.unwrap_or_default())? {
            add(&part, &words);
        }
    }
    for (name, licence, file) in words::FILES {
        add(&part(name, "", licence), &read(&place::root().join(file))?);
    }
    for (name, licence, holders) in words::OTHERS {
        let part = part(name, "", licence);
        add(&part, &words::of(licence, holders).ok_or(format!("no words of {licence} are known"))?);
    }
    Ok(texts)
}

fn written(texts: &Texts) -> String {
    let mut groups: Vec<&(String, BTreeSet<Part>)> = texts.values().collect();
    groups.sort_by(|one, other| one.1.cmp(&other.1).then_with(|| one.0.cmp(&other.0)));
    let mut file = HEAD.to_owned();
    for (words, parts) in groups {
        file += &format!("\n{}\n", "═".repeat(80));
        for Part { name, version, licence } in parts {
            let version = if version.is_empty() { String::new() } else { format!(" · {version}") };
            file += &format!("{licence} · {name}{version}\n");
        }
        let words: Vec<&str> = words.lines().map(str::trim_end).collect();
        file += &format!("{}\n{}\n", "─".repeat(80), words.join("\n"));
    }
    file
}

/// The words of all the licences that lie in the folder; where there are none, the words that everybody knows.
fn words_of(part: &Part, folder: &Path, holders: &str) -> Result<Vec<String>, String> {
    let mut files = vec![];
    licence_files(folder, &mut files)?;
    let named = |file: &Path, words: &[&str]| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        words.iter().any(|word| name.contains(word))
    };
    // Of a choice, the words of the MIT licence do.
    if !part.licence.contains("AND") && files.iter().any(|file| named(file, &["MIT"])) {
        files.retain(|file| !named(file, &["APACHE", "UNLICENSE", "ZLIB", "GPL", "BSL", "BSD", "CC0"]));
    } else if part.licence.contains("OR GPL") {
        files.retain(|file| !named(file, &["GPL"]));
    }
    let mut texts = files.iter().map(|file| read(file)).collect::<Result<Vec<String>, String>>()?;
    // Some files only say the licence's name, or where it once lay.
    if !texts.iter().any(|words| words.len() >= SHORTEST) {
        let choices = part.licence.replace('/', " OR ");
        let known = choices.split(" OR ").find_map(|licence| words::of(licence.trim(), holders));
        texts.push(known.ok_or(format!(
            "{} {} brings no licence, and no words of {} are known",
            part.name, part.version, part.licence
        ))?);
    }
    Ok(texts)
}

fn licence_files(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let inside = folder.file_name().is_some_and(|name| name == "LICENSES");
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let starts = ["license", "licence", "copying", "copyright", "notice", "unlicense"];
        if path.is_dir() {
            if !ASIDE.contains(&name.as_str()) && name != "node_modules" {
                licence_files(&path, found)?;
            }
        } else if (inside || starts.iter().any(|start| name.starts_with(start)))
            && ![".rs", ".js", ".mjs", ".json", ".html"].iter().any(|end| name.ends_with(end))
        {
            found.push(path);
        }
    }
    Ok(())
}

/// The crates that are compiled into the program on any system, and those whose C sources are.
fn crates() -> Result<BTreeSet<Part>, String> {
    let mut words = vec!["tree", "--locked", "--package", "liaise", "--edges", "normal,no-proc-macro"];
    words.extend(["--prefix", "none", "--format", "{p} | {l}"]);
    SYSTEMS.iter().for_each(|system| words.extend(["--target", system]));
    let tree = output(cargo(&words))?;
    let mut parts = BTreeSet::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let line = line.trim_end_matches(" (*)");
        let (package, licence) = line.split_once(" | ").ok_or(format!("cargo tree says `{line}`"))?;
        let mut package = package.split(' ');
        let (name, version) = (package.next().unwrap_or_default(), package.next().unwrap_or_default());
        // What has a path is ours.
        if package.next().is_none() {
            parts.insert(part(name, version.trim_start_matches('v'), licence));
        }
    }
    let metadata = metadata()?;
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        if SOURCES.contains(&text("name")) {
            parts.insert(part(text("name"), text("version"), text("license")));
        }
    }
    Ok(parts)
}

/// Where cargo keeps each crate, and who made it: by name and version.
type Folders = BTreeMap<(String, String), (PathBuf, String)>;

fn crate_folders() -> Result<Folders, String> {
    let metadata = metadata()?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    Ok(packages
        .map(|package| {
            let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
            let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let names: Vec<&str> = authors.map(|author| author.split(" <").next().unwrap_or(author)).collect();
            let folder = Path::new(&text("manifest_path")).parent().unwrap_or(Path::new("")).to_path_buf();
            let holders = if names.is_empty() { format!("the authors of {}", text("name")) } else { names.join(", ") };
            ((text("name"), text("version")), (folder, holders))
        })
        .collect())
}

fn metadata() -> Result<Value, String> {
    let said = output(cargo(&["metadata", "--locked", "--quiet", "--format-version", "1"]))?;
    serde_json::from_str(&said).map_err(|error| format!("`cargo metadata`: {error}"))
}

/// The npm packages that the page is made of, and where they lie once they are installed.
fn packages() -> Result<Vec<(Part, PathBuf)>, String> {
    let ui = place::root().join("ui");
    let lock: Value = serde_json::from_str(&read(&ui.join("package-lock.json"))?)
        .map_err(|error| format!("ui/package-lock.json: {error}"))?;
    let packages = lock["packages"].as_object().ok_or("ui/package-lock.json lists no packages")?;
    Ok(packages
        .iter()
        .filter(|(path, package)| !path.is_empty() && package["dev"] != true)
        // Types are there for the compiler alone.
        .filter(|(path, _)| !path.contains("node_modules/@types/") && !path.ends_with("/csstype"))
        .map(|(path, package)| {
            let name = path.rsplit_once("node_modules/").map_or(path.as_str(), |(_, name)| name);
            let text = |key: &str| package[key].as_str().unwrap_or_default();
            (part(name, text("version"), text("license")), ui.join(path))
        })
        .collect())
}

fn part(name: &str, version: &str, licence: &str) -> Part {
    Part { name: name.to_owned(), version: version.to_owned(), licence: licence.to_owned() }
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FILE, Part, crates, packages, part, place, read, words};

    /// Every crate, package and file that is shipped.
    fn shipped() -> Result<BTreeSet<Part>, String> {
        let mut parts = crates()?;
        parts.extend(packages()?.into_iter().map(|(part, _)| part));
        parts.extend(words::FILES.iter().map(|(name, licence, _)| part(name, "", licence)));
        parts.extend(words::OTHERS.iter().map(|(name, licence, _)| part(name, "", licence)));
        Ok(parts)
    }

    #[test]
    fn everything_that_is_shipped_is_there_with_its_licence() {
        let file = read(&place::root().join(FILE)).unwrap();
        let named = |block: &str| -> Vec<_> {
            let (parts, words) = block.split_once(&"─".repeat(80)).unwrap();
            assert!(!words.trim().is_empty(), "{block}");
            let fields = parts.trim().lines().map(|line| line.split(" · ").collect::<Vec<_>>());
            fields.map(|fields| part(fields[1], fields.get(2).unwrap_or(&""), fields[0])).collect()
        };
        let named: BTreeSet<_> = file.split(&"═".repeat(80)).skip(1).flat_map(named).collect();
        let shipped = shipped().unwrap();
        let missing: Vec<_> = shipped.difference(&named).collect();
        let gone: Vec<_> = named.difference(&shipped).collect();
        assert!(missing.is_empty() && gone.is_empty(), "`cargo licences`: missing {missing:?}, gone {gone:?}");
    }

    #[test]
    fn every_licence_in_the_assets_is_among_them() {
        for entry in std::fs::read_dir(place::root().join("assets/fonts")).unwrap() {
            let name = format!("assets/fonts/{}", entry.unwrap().file_name().to_string_lossy());
            let licence = name.ends_with(".txt") || name.ends_with(".md");
            assert!(!licence || words::FILES.iter().any(|(_, _, file)| *file == name), "{name}");
        }
    }
}
