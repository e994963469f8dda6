//! People who take part in training: lists imported from everywhere, names of all of Europe, duplicates, places.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::office::{Office, training};

/// A list of people as one copies it out of a spreadsheet: names from all of Europe.
pub(crate) const LIST: &str = "Nachname\tVorname\tOrganisation\tStadt\tLand\tE-Mail\n\
    Weißenböck\tJörg\tPolizei\tEssen\tDeutschland\tj@essen.example\n\
    Yıldızoğlu\tDerya\tJugendamt\tEssen\tDE\t\n\
    Szőlősi\tÁgota\tIskola\tBudapest\tHongrie\t\n\
    Ionașcu-Vermeire\tIlinca\tCPAS\tLiège\tBelgium\t\n\
    Ŀlorenç i Coŀlell\tGal·la\tAjuntament\tBarcelona\tEspanya\t\n\
    Άννινος\tΆρης\tΔήμος\tΑθήνα\tGR\t\n\
    Жданик\tБожена\tМерія\tЛьвів\tUA\t\n\
    Ødemarken\tSølvi\tKommune\tOslo\tNO\t\n\
    Ħarrubi\tĠwann\tKunsill\tVallettà\tMT\t\n\
    van der Ploeghe\tJoost\tGemeente\tNijveldam\tNL\t\n\
    Suryantika\t\tConseil\tLiege\tBE\t\n";

fn table(office: &Office, text: &str) -> Vec<Vec<String>> {
    let opened = office.ok("paste_table", json!({ "text": text }));
    serde_json::from_value(opened["sheets"][0]["rows"].clone()).unwrap()
}

/// The list as an import into a session, its columns as the program guesses them.
pub(crate) fn import(office: &Office, session: Option<&str>, text: &str) -> Value {
    let rows = table(office, text);
    let columns = office.ok("suggest_columns", json!({ "entity": "participant", "first_row": rows[0] }));
    assert_eq!(columns["header"], true);
    json!({ "session": session, "rows": rows[1..], "columns": columns["fields"], "defaults": {} })
}

pub(crate) fn apply(office: &Office, import: &Value, choices: Value) -> Value {
    let plan = office.ok("plan_participants", json!({ "import": import }));
    office.ok(
        "import_participants",
        json!({ "import": import, "choices": choices, "digest": plan["digest"], "source": "paste" }),
    )
}

fn verdicts(office: &Office, import: &Value) -> Vec<String> {
    let plan = office.ok("plan_participants", json!({ "import": import }));
    plan["rows"].as_array().unwrap().iter().map(|row| row["verdict"].as_str().unwrap().to_owned()).collect()
}

/// A session of two days with four half-days.
pub(crate) fn session(office: &Office, values: Value) -> String {
    let mut all = training();
    all.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
    let session = office.create("training_session", all);
    assert_eq!(office.ok("fill_half_days", json!({ "session": session })), 4);
    session
}

pub(crate) fn grid(office: &Office, session: &str, language: &str) -> Value {
    office.ok("attendance_grid", json!({ "session": session, "language": language }))
}

#[test]
fn a_pasted_list_is_read_with_its_headings_whatever_language_they_are_in() {
    let office = Office::with_file();
    let rows = table(&office, LIST);
    let guessed = |row: &[String]| {
        office.ok("suggest_columns", json!({ "entity": "participant", "first_row": row }))["fields"].clone()
    };
    let expected = json!(["family_name", "given_name", "organisation", "city", "country", "work_email"]);
    assert_eq!(guessed(&rows[0]), expected);
    let headings = |line: &str| -> Vec<String> { line.split('|').map(str::to_owned).collect() };
    for line in [
        "NOM|prénom|Structure|Ville|Pays|Courriel",
        "Επώνυμο|Όνομα|Φορέας|Πόλη|Χώρα|E-mail",
        "Efternamn|Förnamn|Arbetsgivare|Ort|Land|E-post",
        "Cognoms|Nom|Entitat|Municipi|País|Correu electrònic",
        "Surname|First name|Employer|Town|Country|E-Mail",
    ] {
        assert_eq!(guessed(&headings(line)), expected, "{line}");
    }
    let none = office.ok("suggest_columns", json!({ "entity": "participant", "first_row": ["x", "", "y"] }));
    assert_eq!(none, json!({ "header": false, "fields": [null, null, null] }));
}

#[test]
fn importing_a_list_twice_changes_nothing_the_second_time() {
    let office = Office::with_file();
    let session = session(&office, json!({}));
    let list = import(&office, Some(&session), LIST);
    assert!(verdicts(&office, &list).iter().all(|verdict| verdict == "new"));
    let done = apply(&office, &list, json!([]));
    assert_eq!(done, json!({ "made": 11, "enrolled": 11, "waitlisted": 0, "skipped": 0 }));
    let person = office.list("participant").swap_remove(3);
    assert_eq!((&person["country"], &person["city"]), (&json!("BE"), &json!("Liège")));
    let before = office.everything();
    assert!(verdicts(&office, &list).iter().all(|verdict| verdict == "enrolled"));
    let again = apply(&office, &list, json!([]));
    assert_eq!(again, json!({ "made": 0, "enrolled": 0, "waitlisted": 0, "skipped": 11 }));
    assert_eq!(office.everything(), before);
    // One step to take back: the whole import.
    office.ok("undo", json!({}));
    assert_eq!(office.list("participant"), [] as [Value; 0]);
}

#[test]
fn the_same_person_is_found_without_accents_case_order_or_by_address() {
    let office = Office::with_file();
    let session = session(&office, json!({}));
    apply(&office, &import(&office, None, LIST), json!([]));
    let list = import(
        &office,
        Some(&session),
        "Family name;Given name;Organisation;Work e-mail\n\
         JORG;weissenbock;POLIZEI;\n\
         Weißenböck;J.;Stadt;J@Essen.example\n\
         Ionascu Vermeire;Ilinca;Elsewhere;\n\
         Nobody;New;;\n\
         Nobody;NEW;;\n\
         ;Nameless;;\n",
    );
    let plan = office.ok("plan_participants", json!({ "import": list }));
    let verdict = |row: usize| plan["rows"][row]["verdict"].as_str().unwrap().to_owned();
    let found: Vec<String> = (0..6).map(verdict).collect();
    assert_eq!(found, ["known", "known", "similar", "new", "repeated", "invalid"]);
    assert_eq!(plan["rows"][2]["person_organisation"], "CPAS");
    assert_eq!(plan["rows"][5]["problems"][0]["code"], "required");
    let done = apply(&office, &list, json!([{ "row": 2, "take": "same" }, { "row": 3, "take": "skip" }]));
    assert_eq!(done, json!({ "made": 0, "enrolled": 2, "waitlisted": 0, "skipped": 3 }));
}

#[test]
fn what_is_applied_is_what_was_seen() {
    let office = Office::with_file();
    let list = import(&office, None, LIST);
    let plan = office.ok("plan_participants", json!({ "import": list }));
    office.create("participant", json!({ "family_name": "Szolosi", "given_name": "Agota", "sector": "other" }));
    let args = json!({ "import": list, "choices": [], "digest": plan["digest"], "source": "paste" });
    assert_eq!(office.refused("import_participants", args)["code"], "changed_since");
    assert_eq!(office.list("participant").len(), 1);
}

#[test]
fn a_column_of_whole_names_is_split_as_europe_writes_them() {
    let office = Office::with_file();
    let rows = json!([
        ["Dupont, Marie-Ève"],
        ["Joost van der Ploeghe"],
        ["MÜLLER-ŤAŽKÝ Ana"],
        ["María de la O García"],
        ["Suryantika"]
    ]);
    let import =
        json!({ "session": null, "rows": rows, "columns": ["full_name"], "defaults": { "sector": "probation" } });
    apply(&office, &import, json!([]));
    let names: Vec<(String, Value)> = office
        .list("participant")
        .iter()
        .map(|p| (p["family_name"].as_str().unwrap().to_owned(), p["given_name"].clone()))
        .collect();
    let expected = [
        ("Dupont", json!("Marie-Ève")),
        ("van der Ploeghe", json!("Joost")),
        ("MÜLLER-ŤAŽKÝ", json!("Ana")),
        ("García", json!("María de la O")),
        ("Suryantika", Value::Null),
    ];
    assert_eq!(names, expected.map(|(family, given)| (family.to_owned(), given)));
    assert_eq!(office.list("participant")[0]["sector"], "probation");
}

#[test]
fn spreadsheets_and_text_files_of_every_encoding_are_read_and_other_files_refused() {
    let office = Office::with_file();
    let folder = office.folder.path();
    let write = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let open = |path: &PathBuf| office.ok("open_table", json!({ "path": path }))["sheets"][0]["rows"].clone();
    let expected = json!([["Name", "City"], ["Öst", "Liège"]]);
    assert_eq!(open(&write("utf8.csv", "\u{feff}Name;City\nÖst;Liège\n".as_bytes())), expected);
    assert_eq!(open(&write("latin.csv", b"Name,City\r\n\xd6st,Li\xe8ge\r\n")), expected);
    let wide: Vec<u8> = "\u{feff}Name\tCity\nÖst\tLiège\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(open(&write("wide.txt", &wide)), expected);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["Name", "City"], ["Öst", "Liège"]].iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(open(&write("book.xlsx", &bytes)), expected);

    let refused = |path: PathBuf| office.refused("open_table", json!({ "path": path }))["code"].clone();
    assert_eq!(refused(write("cut.xlsx", &bytes[..bytes.len() / 2])), "damaged_table");
    assert_eq!(refused(write("empty.csv", b"")), "empty_table");
    assert_eq!(refused(write("program.csv", b"MZ\0\0\x01")), "not_a_table");
    assert_eq!(refused(write("long.csv", "a;b\n".repeat(5_001).as_bytes())), "file_too_large");
    assert_eq!(refused(write("big.csv", &vec![b'a'; 20 * 1024 * 1024 + 1])), "file_too_large");
    assert_eq!(refused(folder.join("none.csv")), "missing_file");
}

#[test]
fn two_entries_of_one_person_become_one_and_two_again() {
    let office = Office::with_file();
    let (first, second) = (session(&office, json!({})), session(&office, json!({})));
    let person = |organisation: &str, function: Value| {
        let values = json!({ "family_name": "Öst", "given_name": "Zoë", "organisation": organisation, "function": function, "sector": "other" });
        office.create("participant", values)
    };
    let (keep, other) = (person("Town", Value::Null), person("City", json!("Teacher")));
    let twice = office.ok("namesakes", json!({}));
    assert_eq!(twice, json!([{ "people": [keep, other] }]));
    office.ok("enrol", json!({ "session": first, "participants": [keep, other] }));
    office.ok("enrol", json!({ "session": second, "participants": [other] }));
    let open = grid(&office, &first, "en");
    let row =
        |who: &str| open["rows"].as_array().unwrap().iter().find(|row| row["participant"] == who).unwrap().clone();
    let mark = |who: &str, day: usize, status: &str| {
        let mark =
            json!({ "enrolment": row(who)["enrolment"], "half_day": open["half_days"][day]["id"], "status": status });
        office.ok("mark_attendance", json!({ "session": first, "marks": [mark] }));
    };
    mark(&keep, 0, "absent");
    mark(&other, 0, "present");
    mark(&other, 1, "present");
    let before = office.everything();

    office.ok("merge_participants", json!({ "keep": keep, "other": other }));
    let people = office.list("participant");
    assert_eq!(
        (people.len(), &people[0]["organisation"], &people[0]["function"]),
        (1, &json!("Town"), &json!("Teacher"))
    );
    let merged = grid(&office, &first, "en");
    let marks: Vec<&Value> = open["half_days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| &merged["rows"][0]["marks"][day["id"].as_str().unwrap()])
        .collect();
    assert_eq!(marks, ["absent", "present", "unmarked", "unmarked"]);
    assert_eq!(grid(&office, &second, "en")["rows"][0]["participant"], json!(keep));
    assert_eq!(office.ok("namesakes", json!({})), json!([]));
    office.ok("undo", json!({}));
    assert_eq!(office.everything(), before);
    assert_eq!(office.refused("merge_participants", json!({ "keep": keep, "other": keep }))["code"], "bad_arguments");
}

#[test]
fn a_full_session_has_a_waiting_list_and_who_just_comes_has_a_seat() {
    let office = Office::with_file();
    let session = session(&office, json!({ "capacity": 2 }));
    let people: Vec<String> = ["A", "B", "C", "D"]
        .map(|name| office.create("participant", json!({ "family_name": name, "sector": "other" })))
        .into();
    let enrolled = office.ok("enrol", json!({ "session": session, "participants": people[..3] }));
    assert_eq!(enrolled, json!({ "registered": 2, "waitlisted": 1 }));
    let seats = || grid(&office, &session, "en")["seats"].clone();
    let waiting = seats()["waiting"][0].clone();
    assert_eq!((&seats()["taken"], &seats()["capacity"]), (&json!(2), &json!(2)));
    office.ok("enrol_walk_in", json!({ "session": session, "participant": people[3] }));
    assert_eq!(seats()["taken"], 3);
    assert_eq!(grid(&office, &session, "en")["enrolled"], 3);
    office.ok("give_place", json!({ "enrolment": waiting }));
    assert_eq!((&seats()["taken"], &seats()["waiting"]), (&json!(4), &json!([])));
    assert_eq!(office.refused("give_place", json!({ "enrolment": waiting }))["code"], "invalid");
}

#[test]
fn names_sort_as_each_language_does() {
    let office = Office::with_file();
    let session = session(&office, json!({}));
    let people: Vec<String> = ["Ödegård", "Zoe", "Olsen", "Åberg", "Aberg", "Ψαρράς", "Άννινος", "Жук", "Ŀluís", "Luz"]
        .map(|name| {
            office.create(
                "participant",
                json!({ "family_name": name, "organisation": name.len().to_string(), "sector": "other" }),
            )
        })
        .into();
    office.ok("enrol", json!({ "session": session, "participants": people }));
    let order = |language: &str| -> Vec<String> {
        let grid = grid(&office, &session, language);
        grid["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(order("de"), ["Aberg", "Åberg", "Ŀluís", "Luz", "Ödegård", "Olsen", "Zoe", "Άννινος", "Ψαρράς", "Жук"]);
    assert_eq!(order("sv"), ["Aberg", "Ŀluís", "Luz", "Olsen", "Zoe", "Åberg", "Ödegård", "Άννινος", "Ψαρράς", "Жук"]);
    assert_eq!(order("el")[..2], ["Άννινος", "Ψαρράς"]);
}
