//! Whatever comes in, damaged or meant to do harm, is refused or taken for what it is: the program never stops, never
//! hangs, and the partnership's file is the same, byte by byte. Few cases while one works, ten thousand in the gate.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use liaise_core::api;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::{
    exchange::{
        forge::{Frame, keys},
        laptops, plan, send, take, verify,
    },
    office::{Office, analysis, cases, training},
};

/// Nothing takes longer. A machine that is busy with other things is asked again.
const LONGEST: Duration = Duration::from_secs(1);

/// A runner for so many cases while one works, and for so many in the gate.
fn runner(everyday: u32, gate: u32) -> TestRunner {
    let in_the_gate = cases(1).cases > 1;
    TestRunner::new(Config::with_cases(if in_the_gate { gate } else { everyday }))
}

/// Calls, and sees to it that the answer does not keep one waiting.
fn prompt(office: &Office, name: &str, args: &Value) -> Result<Value, liaise_core::Error> {
    for _ in 0..2 {
        let began = Instant::now();
        let answer = office.call(name, args.clone());
        if began.elapsed() < LONGEST {
            return answer;
        }
    }
    let began = Instant::now();
    let answer = office.call(name, args.clone());
    assert!(began.elapsed() < LONGEST, "{name} took {:?}: {args}", began.elapsed());
    answer
}

/// The partnership's file with its log, in one number.
fn digest(office: &Office) -> Vec<u8> {
    let path = office.path();
    let log = PathBuf::from(format!("{}-wal", path.display()));
    let mut hash = Sha256::new();
    for path in [path, log] {
        hash.update(std::fs::read(path).unwrap_or_default());
    }
    hash.finalize().to_vec()
}

/// What is done to bytes on the way.
#[derive(Debug, Clone)]
enum Harm {
    Set(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    Repeat(prop::sample::Index, prop::sample::Index),
}

fn harm() -> impl Strategy<Value = Vec<Harm>> {
    let at = any::<prop::sample::Index>;
    let one = prop_oneof![
        8 => (at(), any::<u8>()).prop_map(|(at, byte)| Harm::Set(at, byte)),
        1 => at().prop_map(Harm::Cut),
        1 => (at(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        1 => (at(), at()).prop_map(|(from, to)| Harm::Repeat(from, to)),
    ];
    prop::collection::vec(one, 1..5)
}

fn harmed(bytes: &[u8], harms: &[Harm]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for harm in harms {
        if bytes.is_empty() {
            break;
        }
        match harm {
            Harm::Set(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Harm::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Harm::Insert(at, more) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, more.iter().copied());
            }
            Harm::Repeat(from, to) => {
                let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
                let part = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.extend(part);
            }
        }
    }
    bytes
}

/// A file of a colleague with changes, an erasure and an attached file in it.
fn bundle() -> (Office, Office, PathBuf) {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    let gone = first.create("participant", json!({ "family_name": "Gone" }));
    take(&second, &send(&first));
    let session = first.create("training_session", training());
    let sheet = first.folder.path().join("sheet.pdf");
    std::fs::write(&sheet, b"%PDF-1.7 a sheet").unwrap();
    first.ok("attach_file", json!({ "subject": session, "kind": "signed_sheet", "path": sheet }));
    let args = json!({ "entity": "participant", "id": gone });
    let digest = first.ok("plan_erasure", args)["digest"].clone();
    let request = json!({ "entity": "participant", "id": gone, "reason": "person_request", "anonymise": false, "clear": [],
        "digest": digest });
    first.ok("erase", json!({ "request": request }));
    let bundle = send(&first);
    let there = plan(&second, &bundle);
    assert_eq!((&there["erases"], &there["files"]), (&json!({ "participant": 1 }), &json!(1)));
    (first, second, bundle)
}

#[test]
fn a_file_of_a_colleague_that_is_damaged_on_the_way_changes_nothing() {
    let (_first, second, bundle) = bundle();
    let whole = std::fs::read(&bundle).unwrap();
    let path = second.folder.path().join("harmed.liaise-bundle");
    let before = digest(&second);
    runner(60, 3_000)
        .run(&harm(), |harms| {
            std::fs::write(&path, harmed(&whole, &harms)).unwrap();
            let _ = prompt(&second, "open_bundle", &json!({ "path": path }));
            let _ = prompt(&second, "compare_bundle", &json!({ "path": path }));
            prop_assert_eq!(digest(&second), before.clone());
            Ok(())
        })
        .unwrap();
    verify(&second);
}

#[test]
fn a_file_that_a_colleague_made_with_ill_intent_changes_nothing_before_it_is_agreed_to() {
    let (first, second, bundle) = bundle();
    let (signer, to) = (keys(&first), [keys(&second).opening.to_public()]);
    let frame = Frame::read(&bundle, &keys(&second));
    let signed = frame.signed();
    let before = digest(&second);
    runner(60, 3_000)
        .run(&harm(), |harms| {
            let path = frame.write_signed(&second, &signer, &to, &harmed(&signed, &harms));
            let _ = prompt(&second, "compare_bundle", &json!({ "path": path }));
            prop_assert_eq!(digest(&second), before.clone());
            Ok(())
        })
        .unwrap();
    verify(&second);
}

#[test]
fn a_key_that_is_not_as_it_was_sent_is_none() {
    let (first, second) = (Office::with_file(), Office::speaking("en"));
    let key = second.ok("exchange", json!({}))["key"].as_str().unwrap().to_owned();
    let before = digest(&first);
    runner(100, 2_000)
        .run(&harm(), |harms| {
            let other = String::from_utf8_lossy(&harmed(key.as_bytes(), &harms)).into_owned();
            let plain = |text: &str| text.split_whitespace().collect::<String>().to_uppercase();
            prop_assume!(plain(&other) != plain(&key));
            let args = json!({ "label": "X", "key": other });
            prop_assert!(prompt(&first, "add_member", &args).is_err(), "{args}");
            prop_assert_eq!(digest(&first), before.clone());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_copy_that_is_damaged_does_not_take_the_place_of_the_file() {
    let [first, second] = <[Office; 2]>::try_from(laptops(2)).ok().unwrap();
    first.create("situation_analysis", analysis());
    let copy = PathBuf::from(take(&second, &send(&first))["backup"].as_str().unwrap());
    let whole = std::fs::read(&copy).unwrap();
    let (before, after) = (second.everything(), {
        let path = second.path();
        second.ok("restore_backup", json!({ "path": copy }));
        let restored = second.everything();
        assert_eq!(second.path(), path);
        restored
    });
    let back = second.ok("backups", json!({}));
    let back = back.as_array().unwrap().iter().find(|one| one["path"] != json!(copy)).unwrap()["path"].clone();
    second.ok("restore_backup", json!({ "path": back }));
    assert_eq!(second.everything(), before);
    runner(6, 250)
        .run(&harm(), |harms| {
            std::fs::write(&copy, harmed(&whole, &harms)).unwrap();
            // What a copy of a whole file costs is not asked here.
            let went = second.call("restore_backup", json!({ "path": copy })).is_ok();
            let expected = if went { &after } else { &before };
            prop_assert_eq!(&second.everything(), expected, "{}", went);
            if went {
                second.ok("restore_backup", json!({ "path": back }));
            }
            for copy in std::fs::read_dir(copy.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()) {
                if json!(copy) != back {
                    std::fs::remove_file(copy).unwrap();
                }
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_file_to_attach_is_what_its_bytes_say_or_is_refused() {
    let office = Office::with_file();
    let session = office.create("training_session", training());
    let path = office.folder.path().join("file.pdf");
    let before = digest(&office);
    let start = prop::sample::select(vec![&b"%PDF-"[..], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04", b""]);
    runner(60, 1_000)
        .run(&(start, prop::collection::vec(any::<u8>(), 0..200), harm()), |(start, rest, harms)| {
            let bytes = harmed(&[start, &rest].concat(), &harms);
            std::fs::write(&path, &bytes).unwrap();
            let known = [&b"%PDF-"[..], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"].iter().any(|it| bytes.starts_with(it));
            prop_assume!(!known);
            let args = json!({ "subject": session, "kind": "document", "path": path });
            prop_assert_eq!(prompt(&office, "attach_file", &args).unwrap_err().code(), "unknown_attachment");
            prop_assert_eq!(digest(&office), before.clone());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_table_that_is_damaged_is_refused_or_read() {
    let office = Office::with_sample();
    let book = office.folder.path().join("values.xlsx");
    office.ok("export_values", json!({ "language": "en", "path": book }));
    let lines = "Name;First name;Organisation\nPetit;Anne;Town hall\n\"de Vries\";Jan;School\n";
    let tables: Vec<(&str, Vec<u8>)> = vec![("xlsx", std::fs::read(&book).unwrap()), ("csv", lines.into())];
    let before = digest(&office);
    runner(30, 1_000)
        .run(&(prop::sample::select(tables), harm()), |((extension, whole), harms)| {
            let path = office.folder.path().join(format!("harmed.{extension}"));
            std::fs::write(&path, harmed(&whole, &harms)).unwrap();
            for name in ["open_table", "open_series"] {
                let _ = prompt(&office, name, &json!({ "path": path }));
            }
            prop_assert_eq!(digest(&office), before.clone());
            Ok(())
        })
        .unwrap();
}

/// The arguments of every command, as the window's types name them.
fn commands() -> Vec<(String, Vec<(String, String)>)> {
    // Closing, opening and locking are the business of other tests.
    const APART: [&str; 13] = [
        "close_file",
        "close_window",
        "create_sample",
        "create_file",
        "open_file",
        "undo",
        "redo",
        "protect_file",
        "lock_file",
        "unlock_file",
        "recover_file",
        "unlock_with_keyring",
        "leave_locked",
    ];
    let bindings = api::typescript::bindings();
    let lines = bindings.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": { args: "));
    let known = |name: &str| api::COMMANDS.iter().any(|(known, ..)| *known == name) && !APART.contains(&name);
    let arguments = |types: &str| -> Vec<(String, String)> {
        let inside =
            types.strip_prefix("{ ").and_then(|types| types.split_once(" };")).map_or("", |(inside, _)| inside);
        let pairs = inside.split("; ").filter_map(|pair| pair.split_once(": "));
        pairs
            .map(|(name, kind)| (name.trim_end_matches('?').to_owned(), kind.trim_end_matches(" }").to_owned()))
            .collect()
    };
    let found: Vec<_> =
        lines.filter(|(name, _)| known(name)).map(|(name, types)| (name.to_owned(), arguments(types))).collect();
    assert_eq!(found.len(), api::COMMANDS.len() - APART.len(), "a command's arguments cannot be read");
    found
}

/// Values of the right kind that mean nothing good, and of any other kind.
fn ill(kind: &str) -> BoxedStrategy<Value> {
    let words = prop_oneof![
        Just(String::new()),
        Just("\u{0}\u{202e}".to_owned()),
        Just("' OR 1=1; DROP TABLE change; --".to_owned()),
        Just("../../../../etc/passwd".to_owned()),
        Just("participant".to_owned()),
        Just("situation_analysis".to_owned()),
        Just("training_session_report".to_owned()),
        Just("en".to_owned()),
        Just("2016-02-30".to_owned()),
        Just("9999999999999-01-01".to_owned()),
        any::<String>(),
        "[a-z]{1,12}".prop_map(|word| word.repeat(2_000)),
    ];
    let fits: BoxedStrategy<Value> = match kind {
        "string" | "string | null" => words.prop_map(Value::from).boxed(),
        "Array<string>" => prop::collection::vec(words, 0..4).prop_map(Value::from).boxed(),
        "number" | "number | null" => {
            prop_oneof![any::<i64>().prop_map(Value::from), any::<f64>().prop_map(Value::from)].boxed()
        }
        "boolean" | "boolean | null" => any::<bool>().prop_map(Value::from).boxed(),
        _ => prop::collection::btree_map("[a-z_]{1,10}", words.prop_map(Value::from), 0..4)
            .prop_map(|map| map.into_iter().collect::<Map<_, _>>().into())
            .boxed(),
    };
    prop_oneof![6 => fits, 1 => Just(Value::Null), 1 => Just(json!([])), 1 => Just(json!({ "x": [1, { "y": null }] }))]
        .boxed()
}

#[test]
fn every_argument_of_every_command_may_be_ill() {
    let office = Office::with_file();
    office.create("situation_analysis", analysis());
    // A file that is named is one that is there, and none of the program's; nothing is ever written over it.
    let there = office.folder.path().join("there.txt");
    std::fs::write(&there, "Dear colleague").unwrap();
    let call = prop::sample::select(commands()).prop_flat_map(|(name, arguments)| {
        let values: Vec<BoxedStrategy<Value>> = arguments.iter().map(|(_, kind)| ill(kind)).collect();
        (Just(name), Just(arguments), values, prop::option::weighted(0.1, any::<prop::sample::Index>()))
    });
    let before = office.everything();
    let start = digest(&office);
    runner(300, 10_000)
        .run(&call, |(name, arguments, values, missing)| {
            let mut args: Map<String, Value> =
                arguments.iter().map(|(argument, _)| argument.clone()).zip(values).collect();
            for (argument, value) in &mut args {
                if ["path", "paths"].contains(&argument.as_str()) {
                    *value = if argument == "path" { json!(there) } else { json!([there]) };
                }
            }
            if let Some(missing) = missing.filter(|_| !args.is_empty()) {
                let name = args.keys().nth(missing.index(args.len())).unwrap().clone();
                args.remove(&name);
            }
            let args = Value::from(args);
            // What writes a file beside the partnership's is not to write over another one.
            let answer =
                if writes_files(&name) { office.call(&name, args.clone()) } else { prompt(&office, &name, &args) };
            prop_assert!(Path::new(&there).exists());
            if answer.is_err() {
                let unchanged = digest(&office) == start || office.everything() == before;
                prop_assert!(unchanged, "{} {}", name, args);
            } else {
                while office.ok("undoable", json!({}))["undo"] == true && office.everything() != before {
                    office.ok("undo", json!({}));
                }
                prop_assert_eq!(office.everything(), before.clone(), "{} {}", name, args);
            }
            Ok(())
        })
        .unwrap();
    verify(&office);
}

/// Whether a command makes a paper or a table, which may take longer.
fn writes_files(name: &str) -> bool {
    ["export_", "preview_", "shared_screen", "section_charts", "write_bundle", "prepare_"]
        .iter()
        .any(|start| name.starts_with(start))
}
