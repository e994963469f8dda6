//! What the installers are made from, read off the tree: what the window may do, which files open with it, and that the
//! words which the system shows are those of `locales/`.

use std::{collections::BTreeSet, fs, path::Path};

use liaise_core::locale;
use serde_json::{Value, json};

fn shell(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("src-tauri").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn configuration() -> Value {
    serde_json::from_str(&shell("tauri.conf.json")).unwrap()
}

#[test]
fn the_window_may_call_the_core_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("src-tauri/capabilities");
    let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["default.json"]);
    let capability: Value = serde_json::from_str(&shell("capabilities/default.json")).unwrap();
    assert_eq!(capability["permissions"], json!(["allow-call"]));
    assert_eq!(capability["windows"], json!(["main", "beside"]));
    let known: BTreeSet<&str> = ["$schema", "identifier", "description", "windows", "permissions"].into();
    let strange: Vec<_> = capability.as_object().unwrap().keys().filter(|key| !known.contains(key.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?}: no remote page, no other platform's exceptions");
    assert!(shell("build.rs").contains(".commands(&[\"call\"])"));
    let main = shell("src/main.rs");
    assert!(main.contains("generate_handler![call]"));
    assert_eq!(main.matches("::command]").count(), 1);
}

#[test]
fn the_pages_policy_lets_nothing_in_from_outside() {
    let configuration = configuration();
    let app = &configuration["app"];
    assert_eq!(app["withGlobalTauri"], Value::Null);
    let security = app["security"].as_object().unwrap();
    assert_eq!(security.keys().collect::<Vec<_>>(), ["csp"], "no exception beside the policy");
    let policy = security["csp"].as_str().unwrap();
    let rules: Vec<(&str, Vec<&str>)> = policy
        .split(';')
        .map(|rule| {
            let mut words = rule.split_whitespace();
            (words.next().unwrap(), words.collect())
        })
        .collect();
    for needed in ["default-src", "object-src", "base-uri", "form-action"] {
        assert!(rules.iter().any(|(name, _)| *name == needed), "{needed}");
    }
    // The way to the core has an address of its own on Windows, which leads nowhere else.
    let inside = ["'self'", "'none'", "data:", "ipc:", "http://ipc.localhost"];
    for (name, sources) in &rules {
        for source in sources {
            assert!(inside.contains(source), "{name} lets in {source}");
            assert!(*source != "data:" || *name == "img-src", "{name} lets in {source}");
        }
    }
    assert!(!rules.iter().any(|(name, _)| name.starts_with("script-src")), "scripts are ours alone, by default-src");
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("ui/index.html")).unwrap();
    for address in ["http:", "https:", "//"] {
        assert!(!page.contains(&format!("\"{address}")), "the page loads {address}");
    }
    for window in app["windows"].as_array().unwrap() {
        assert_eq!(window["url"], Value::Null, "the window shows the page that it brings along");
    }
}

#[test]
fn the_products_files_open_with_it() {
    let configuration = configuration();
    let bundle = &configuration["bundle"];
    let entry = shell("linux/liaise.desktop");
    let types = shell("linux/liaise.xml");
    let kinds = bundle["fileAssociations"].as_array().unwrap();
    let extensions: Vec<&str> = kinds.iter().map(|kind| kind["ext"][0].as_str().unwrap()).collect();
    assert_eq!(extensions, ["liaise", "liaise-bundle"]);
    let mime = entry.lines().find_map(|line| line.strip_prefix("MimeType=")).unwrap();
    for kind in kinds {
        let (extension, name) = (kind["ext"][0].as_str().unwrap(), kind["mimeType"].as_str().unwrap());
        assert!(mime.split(';').any(|one| one == name), "{name}");
        assert!(types.contains(&format!("<mime-type type=\"{name}\">")), "{name}");
        assert!(types.contains(&format!("<glob pattern=\"*.{extension}\"/>")), "{extension}");
    }
    assert!(entry.contains("Exec=liaise %f\n"), "the file that was chosen is handed over");
    for system in ["deb", "rpm"] {
        let package = &bundle["linux"][system];
        assert_eq!(package["desktopTemplate"], "linux/liaise.desktop");
        assert_eq!(package["files"]["/usr/share/mime/packages/liaise.xml"], "linux/liaise.xml");
        assert_eq!(package["files"]["/usr/share/doc/liaise/copyright"], "linux/copyright");
    }
}

#[test]
fn the_systems_words_are_those_of_the_locales() {
    let entry = shell("linux/liaise.desktop");
    let types = shell("linux/liaise.xml");
    for language in locale::languages() {
        let texts = locale::texts(language.tag);
        let (key, tag) = match language.tag {
            "en" => (String::new(), String::new()),
            tag => (format!("[{tag}]"), format!(" xml:lang=\"{tag}\"")),
        };
        let line = format!("\nComment{key}={}\n", texts["app.summary"]);
        assert!(entry.contains(&line), "liaise.desktop lacks{line}");
        for name in ["app.partnership_file", "app.exchange_file"] {
            let line = format!("<comment{tag}>{}</comment>", texts[name]);
            assert!(types.contains(&line), "liaise.xml lacks {line}");
        }
    }
}

#[test]
fn no_administrator_and_no_network_is_needed_on_windows() {
    let configuration = configuration();
    let windows = &configuration["bundle"]["windows"];
    assert_eq!(windows["nsis"]["installMode"], "currentUser");
    assert_eq!(windows["webviewInstallMode"]["type"], "embedBootstrapper");
    let offline: Value = serde_json::from_str(&shell("tauri.offline.conf.json")).unwrap();
    assert_eq!(offline["bundle"], json!({ "windows": { "webviewInstallMode": { "type": "offlineInstaller" } } }));
}

#[test]
fn the_installer_speaks_the_languages_of_the_product() {
    let configuration = configuration();
    let nsis = &configuration["bundle"]["windows"]["nsis"];
    assert_eq!(nsis["languages"].as_array().unwrap().len(), locale::languages().len());
    let names = |language: &str| -> Vec<String> {
        let lines = shell(&format!("windows/{language}.nsh"));
        let start = format!("${{LANG_{}}} \"", language.to_uppercase());
        let words = lines.lines().filter(|line| !line.starts_with(';')).map(|line| {
            let (name, words) = line.strip_prefix("LangString ").and_then(|line| line.split_once(' ')).unwrap();
            assert!(words.starts_with(&start) && words.len() > start.len() + 2 && words.ends_with('"'), "{line}");
            name.to_owned()
        });
        words.collect()
    };
    assert_eq!(names("Greek"), names("Catalan"));
    for language in ["Greek", "Catalan"] {
        assert_eq!(nsis["customLanguageFiles"][language], format!("windows/{language}.nsh"));
    }
}

#[test]
fn the_licences_of_others_are_installed_too() {
    let resources = &configuration()["bundle"]["resources"];
    assert_eq!(resources, &json!({ "../assets/licences/third-party.txt": "licences/third-party.txt" }));
    assert!(shell("linux/copyright").contains("/usr/lib/Liaise/licences/third-party.txt"));
    let about = liaise_core::about::about();
    assert_eq!(about.version, env!("CARGO_PKG_VERSION"));
    assert!(about.works.len() > 300, "{}", about.works.len());
    for work in &about.works {
        assert!(!work.texts.is_empty() && !work.licence.is_empty(), "{work:?}");
        let longest = work.texts.iter().map(|number| liaise_core::about::licence(*number).unwrap().len()).max();
        assert!(longest >= Some(300), "{work:?}");
    }
    assert!(liaise_core::about::licence(u32::MAX).is_err());
    // Copyleft is named in the README, and nothing of it has come in unnoticed.
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("README.md")).unwrap();
    let strict = |licence: &str| {
        licence
            .replace('/', " OR ")
            .split(" OR ")
            .all(|choice| ["GPL", "MPL", "EUPL", "CDDL"].iter().any(|word| choice.contains(word)))
    };
    for work in about.works.iter().filter(|work| strict(work.licence)) {
        assert!(
            readme.contains(&format!("`{}`", work.name)),
            "the README does not name {} ({})",
            work.name,
            work.licence
        );
    }
}
