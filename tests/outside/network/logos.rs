//! Logos and the coordinator's wording of factors in the common catalogue: chosen, signed, looked at, accepted, printed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use ed25519_dalek::Signer as _;
use liaise_paper::check::findings;
use serde_json::{Value, json};

use super::{
    coordinator,
    pack::{entry, export, open, refusal, take},
    partner,
};
use crate::{
    exchange::{forge::keys, laptops, send, take as take_bundle},
    office::{Office, analysis, change, words},
};

pub(super) const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 48"><rect width="48" height="48" rx="8" fill="#0d477d"/><path d="M60 8h52v10H60zM60 30h36v10H60z" fill="#8a1c3c"/></svg>"##;

fn text(words: &[(&str, &str)]) -> Value {
    let source = words[0].0;
    let words: serde_json::Map<String, Value> =
        words.iter().map(|(language, words)| ((*language).to_owned(), json!(words))).collect();
    json!({ "source": source, "words": words })
}

fn file(office: &Office, name: &str, bytes: &[u8]) -> PathBuf {
    let path = office.folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// A coordinator with a logo and a wording.
pub(super) fn issuing(codes: &[&str]) -> Office {
    let office = coordinator(codes);
    let alt = text(&[("fr", "Logo du réseau"), ("el", "Λογότυπο του δικτύου")]);
    let logo = entry(&office, json!({ "kind": "logo", "code": "network", "title": alt }));
    let drawing = file(&office, "logo.svg", DRAWING.as_bytes());
    office.ok("choose_logo", json!({ "entry": logo, "path": drawing }));
    let wording = json!({
        "kind": "factor", "code": "rf_i01", "title": text(&[("fr", "Sentiment d’être méprisé")]),
        "words": text(&[("fr", "Ce que disent les habitants eux-mêmes.")]),
    });
    entry(&office, wording);
    office
}

fn preview(office: &Office, kind: &str, language: &str) -> String {
    let preview = office.ok("preview_report", json!({ "kind": kind, "language": language }));
    preview["html"].as_str().unwrap().to_owned()
}

/// The figures of a PDF: text alternative, and language where it is not the document's.
fn figures(bytes: &[u8]) -> Vec<(String, Option<String>)> {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let words = |value: &lopdf::Object| {
        let bytes = value.as_str().unwrap();
        match bytes.strip_prefix(&[0xFE, 0xFF]) {
            Some(wide) => {
                let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                String::from_utf16(&units).unwrap()
            }
            None => String::from_utf8(bytes.to_vec()).unwrap(),
        }
    };
    let figure = |object: &lopdf::Object| {
        let dictionary = object.as_dict().ok()?;
        let is = dictionary.get(b"S").ok()?.as_name().ok()? == b"Figure";
        let alt = dictionary.get(b"Alt").ok().filter(|_| is)?;
        Some((words(alt), dictionary.get(b"Lang").ok().map(words)))
    };
    pdf.objects.values().filter_map(figure).collect()
}

#[test]
fn a_logo_stands_on_every_paper_as_a_figure_with_its_words() {
    let office = issuing(&["AAA"]);
    let path = export(&office, "two.liaise-catalogue");
    let receiver = partner("AAA", "fr");
    assert!(!preview(&receiver, "minutes", "fr").contains("paper-logo"));
    let planned = open(&receiver, &path);
    let row = planned["rows"].as_array().unwrap().iter().find(|row| row["kind"] == "logo").unwrap().clone();
    assert!(row["image"].as_str().unwrap().starts_with("data:image/svg+xml;base64,"), "one sees it before one accepts");
    assert_eq!(row["title"]["words"]["fr"], "Logo du réseau");
    assert_eq!(take(&receiver, &path), 2);
    for at in [&office, &receiver] {
        for (language, alt, other) in
            [("fr", "Logo du réseau", None), ("el", "Λογότυπο του δικτύου", None), ("de", "Logo du réseau", Some("fr"))]
        {
            let args = json!({ "kind": "partner_periodic_report", "language": language });
            let made = at.ok("export_report", args);
            assert_eq!(made["warnings"], json!([]));
            let bytes = fs::read(made["path"].as_str().unwrap()).unwrap();
            assert_eq!(findings(&bytes), Vec::<String>::new());
            let logo = (alt.to_owned(), other.map(str::to_owned));
            assert!(figures(&bytes).contains(&logo), "{language}: {:?}", figures(&bytes));
        }
    }
    for kind in ["situation_analysis", "minutes", "pilot_plan", "signin_sheet", "certificate", "practice_sheet"] {
        let html = preview(&receiver, kind, "de");
        assert!(html.contains("class=\"paper-logo\" alt=\"Logo du réseau\" lang=\"fr\""), "{kind}");
        let made = receiver.ok("export_report", json!({ "kind": kind, "language": "el" }));
        assert_eq!(findings(&fs::read(made["path"].as_str().unwrap()).unwrap()), Vec::<String>::new(), "{kind}");
    }
    // What is taken out of use is on no paper any more, here and there.
    let logo = office.list("pack_entry").into_iter().find(|entry| entry["kind"] == "logo").unwrap();
    change(&office, "pack_entry", logo["id"].as_str().unwrap(), json!({ "deprecated": true }));
    take(&receiver, &export(&office, "three.liaise-catalogue"));
    for at in [&office, &receiver] {
        assert!(!preview(at, "partner_periodic_report", "fr").contains("paper-logo"));
    }
}

#[test]
fn the_coordinators_wording_takes_the_place_of_a_label_and_of_no_code() {
    let office = issuing(&["AAA"]);
    let path = export(&office, "two.liaise-catalogue");
    let receiver = Office::with_file();
    let analysis = receiver.create("situation_analysis", analysis());
    let rating = json!({
        "situation_analysis": analysis, "factor": "rf_i01", "presence": "high", "trend": "rising", "confidence": "high",
        "no_local_evidence": true,
    });
    receiver.create("factor_rating", rating);
    let own = "Sentiment d’injustice et ressentiment";
    assert!(preview(&receiver, "situation_analysis", "fr").contains(own));
    take(&receiver, &path);
    for kind in ["situation_analysis", "situation_analysis_summary"] {
        let html = preview(&receiver, kind, "fr");
        assert!(html.contains("Sentiment d’être méprisé") && !html.contains(own), "{kind}");
    }
    assert!(preview(&receiver, "situation_analysis", "fr").contains("Ce que disent les habitants eux-mêmes."));
    // In a language that the wording lacks the program's own label stands; the explanation is marked as French.
    let html = preview(&receiver, "situation_analysis", "el");
    assert!(html.contains("Αίσθημα αδικίας και δυσαρέσκειας") && !html.contains("Sentiment d’être méprisé"));
    assert!(html.contains("<span lang=\"fr\">Ce que disent les habitants eux-mêmes.</span>"));
    let wording = receiver.ok("wording", json!({ "language": "fr" }));
    assert_eq!(wording, json!({ "catalogue.factor.rf_i01": "Sentiment d’être méprisé" }));
    assert_eq!(receiver.ok("wording", json!({ "language": "el" })), json!({}));
    let shared = receiver.ok("shared_screen", json!({ "meeting": null, "language": "fr" })).to_string();
    assert!(!shared.contains(own));
    assert_eq!(receiver.list("factor_rating")[0]["factor"], "rf_i01");
    // Only a factor that there is can be worded, and a wording says something.
    let partnership = office.list("partnership")[0]["id"].clone();
    let problems = |code: &str, title: Value| {
        let values = json!({ "partnership": partnership, "kind": "factor", "code": code, "title": title });
        office.problems("pack_entry", values)
    };
    assert_eq!(problems("rf_i99", words("Anything")), ["code: unknown_code"]);
    assert_eq!(problems("rf_i02", Value::Null), ["title: required"]);
}

/// Pictures that are refused, and by which code.
fn unfit() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>");
    let mut copies = String::from("<defs><g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>");
    for level in 1..=5 {
        let copy = format!("<use href=\"#a{}\"/>", level - 1).repeat(10);
        copies += &format!("<g id=\"a{level}\">{copy}</g>");
    }
    // 60,000 pixels wide and high, says its first part.
    let mut wide = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xEA\x60\0\0\xEA\x60\x08\x06\0\0\0".to_vec();
    wide.extend([0x97, 0x0D, 0x2A, 0x3F]);
    vec![
        ("notes.png", b"Notes of a meeting".to_vec(), "image_unknown"),
        ("animation.gif", b"GIF89a".to_vec(), "image_unknown"),
        ("cut.png", fs::read(ICON).unwrap()[..200].to_vec(), "image_damaged"),
        ("cut.jpg", vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "image_damaged"),
        ("wide.png", wide, "image_damaged"),
        ("heavy.svg", svg(&" ".repeat(600_000)).into_bytes(), "image_too_large"),
        ("copies.svg", svg(&format!("{copies}</defs><use href=\"#a5\"/>")).into_bytes(), "image_too_large"),
        (
            "deep.svg",
            svg(&format!("{}{}", "<g>".repeat(20_000), "</g>".repeat(20_000))).into_bytes(),
            "image_too_large",
        ),
        ("script.svg", svg("<script>fetch('https://example.org')</script>").into_bytes(), "image_unsafe"),
        ("reaching.svg", svg("<image href=\"file:///etc/passwd\"/>").into_bytes(), "image_unsafe"),
        ("entities.svg", format!("<!DOCTYPE s [<!ENTITY a \"b\">]>{}", svg("&a;")).into_bytes(), "image_unsafe"),
        ("words.svg", svg("<text>City</text>").into_bytes(), "image_words"),
    ]
}

const ICON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/icons/32x32.png");

#[test]
fn a_picture_that_cannot_be_printed_is_refused_when_it_is_chosen() {
    let office = coordinator(&[]);
    let logo = entry(&office, json!({ "kind": "logo", "code": "city", "title": words("Logo of the city") }));
    let before = office.everything();
    for (name, bytes, code) in unfit() {
        let path = file(&office, name, &bytes);
        assert_eq!(office.refused("choose_logo", json!({ "entry": logo, "path": path }))["code"], code, "{name}");
    }
    assert_eq!(office.everything(), before);
    // Without a picture no catalogue goes out, and no picture is made up of what is not here.
    let path = office.data_folder().join("x.liaise-catalogue");
    let refused = office.refused("export_pack", json!({ "path": path }));
    assert_eq!((&refused["code"], &refused["detail"]), (&json!("logo_missing"), &json!("city")));
    let made_up = json!({ "entity": "pack_entry", "id": logo, "values": { "image": "0".repeat(64) } });
    assert_eq!(office.refused("change_record", made_up)["problems"][0]["field"], "image");
    office.ok("choose_logo", json!({ "entry": logo, "path": ICON }));
    assert!(office.ok("logo_picture", json!({ "entry": logo })).as_str().unwrap().starts_with("data:image/png;"));
    export(&office, "x.liaise-catalogue");
    // Four stand side by side; a partner chooses none.
    for code in ["two", "three", "four"] {
        entry(&office, json!({ "kind": "logo", "code": code, "title": words("Logo") }));
    }
    let partnership = office.list("partnership")[0]["id"].clone();
    let fifth = json!({ "partnership": partnership, "kind": "logo", "code": "five", "title": words("Logo") });
    assert_eq!(office.problems("pack_entry", fifth), ["kind: too_many_logos"]);
    let receiver = partner("AAA", "fr");
    let args = json!({ "entry": logo, "path": ICON });
    assert_eq!(receiver.refused("choose_logo", args)["code"], "not_coordinator");
}

/// A catalogue with other content, signed by the coordinator's own key: what somebody could send who has it.
fn forged(office: &Office, path: &Path, change: impl Fn(&mut Value)) -> PathBuf {
    let mut pack: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    change(&mut pack["content"]);
    let content = pack["content"].to_string();
    let value = keys(office).signing.sign(content.as_bytes()).to_bytes();
    let value: String = value.iter().map(|byte| format!("{byte:02x}")).collect();
    pack["signature"]["value"] = json!(value);
    let forged = path.with_file_name("forged.liaise-catalogue");
    // The signature is of the bytes as they stand.
    fs::write(&forged, format!("{{\"content\":{content},\"signature\":{}}}", pack["signature"])).unwrap();
    forged
}

#[test]
fn a_catalogue_with_a_picture_that_cannot_be_printed_is_refused_whoever_signed_it() {
    let office = issuing(&["AAA"]);
    let path = export(&office, "two.liaise-catalogue");
    let receiver = partner("AAA", "fr");
    let before = receiver.everything();
    let with = |image: Value| {
        forged(&office, &path, |content| {
            for entry in content["entries"].as_array_mut().unwrap() {
                if entry["kind"] == "logo" {
                    entry["image"] = image.clone();
                }
            }
        })
    };
    for (name, bytes, _) in unfit() {
        let media = if name.ends_with("svg") { "svg+xml" } else { "png" };
        let image = json!(format!("data:image/{media};base64,{}", BASE64_STANDARD.encode(&bytes)));
        let refused = receiver.refused("open_pack", json!({ "path": with(image) }));
        assert_eq!((&refused["code"], &refused["detail"]), (&json!("pack_logo"), &json!("network")), "{name}");
    }
    let sound = BASE64_STANDARD.encode(DRAWING.as_bytes());
    for image in [
        "https://example.org/logo.svg".to_owned(),
        format!("data:text/html;base64,{sound}"),
        format!("data:image/png;base64,{sound}"),
        format!("data:image/svg+xml;base64,{}\n", sound),
        format!("data:image/svg+xml;base64,{}!", &sound[1..]),
    ] {
        assert_eq!(refusal(&receiver, &with(json!(image))), "pack_logo", "{image}");
    }
    assert_eq!(refusal(&receiver, &with(Value::Null)), "tampered_pack", "a logo has a picture");
    let elsewhere = forged(&office, &path, |content| {
        let image = content["entries"].as_array().unwrap().iter().find_map(|entry| entry.get("image")).unwrap().clone();
        for entry in content["entries"].as_array_mut().unwrap() {
            entry["image"] = image.clone();
        }
    });
    assert_eq!(refusal(&receiver, &elsewhere), "tampered_pack", "nothing else has one");
    let earlier = forged(&office, &path, |content| content["format_version"] = json!(1));
    assert_eq!(refusal(&receiver, &earlier), "tampered_pack", "the first form has neither logos nor wordings");
    assert_eq!(receiver.everything(), before);
    assert_eq!(take(&receiver, &forged(&office, &path, |_| {})), 2, "the forger's hand is steady");
}

#[test]
fn a_logo_travels_to_colleagues_and_comes_once_more_where_only_its_record_came() {
    let office = issuing(&["LIE"]);
    let path = export(&office, "two.liaise-catalogue");
    let colleagues = laptops(2);
    take(&colleagues[0], &path);
    let printed = |office: &Office| preview(office, "partner_periodic_report", "fr").contains("paper-logo");
    take_bundle(&colleagues[1], &send(&colleagues[0]));
    assert!(printed(&colleagues[0]) && printed(&colleagues[1]));
    // It does not travel again with whatever else is written.
    let partnership = colleagues[0].list("partnership")[0]["id"].as_str().unwrap().to_owned();
    change(&colleagues[0], "partnership", &partnership, json!({ "city": "Namur" }));
    let made = colleagues[0].ok("write_bundle", json!({ "path": office.folder.path().join("next.liaise-bundle") }));
    assert_eq!(made["files"], 0, "{made}");
    // Over a server only records come: the same file brings the picture.
    let file = colleagues[1].path();
    colleagues[1].ok("close_file", json!({}));
    let conn = rusqlite::Connection::open(&file).unwrap();
    assert_eq!(conn.execute("DELETE FROM content", []).unwrap(), 1);
    drop(conn);
    colleagues[1].ok("open_file", json!({ "path": file }));
    assert!(!printed(&colleagues[1]));
    let planned = open(&colleagues[1], &path);
    let changes: Vec<&Value> = planned["rows"].as_array().unwrap().iter().map(|row| &row["change"]).collect();
    assert_eq!(changes, ["same", "changed"]);
    assert_eq!(take(&colleagues[1], &path), 1);
    assert!(printed(&colleagues[1]));
    assert_eq!(refusal(&colleagues[1], &path), "same_pack");
}
