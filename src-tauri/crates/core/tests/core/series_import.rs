//! Series of indicators from tables, as officers get them: made by LibreOffice in three languages (tests/fixtures), and
//! made here where they have to be wrong in one way or another.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::office::{Office, problems, words};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/tables").join(name)
}

/// An officer with a table.
pub(crate) struct Import<'a> {
    pub(crate) office: &'a Office,
    pub(crate) path: PathBuf,
    pub(crate) mapping: Value,
    pub(crate) choices: Value,
}

impl<'a> Import<'a> {
    /// Opens a table; the sheet and what its columns hold are as the program takes them.
    #[track_caller]
    pub(crate) fn open(office: &'a Office, path: PathBuf, sheet: usize) -> Self {
        let opened = office.ok("open_series", json!({ "path": path }));
        Self { office, path, mapping: opened["sheets"][sheet]["mapping"].clone(), choices: no_choices() }
    }

    fn fixture(office: &'a Office, name: &str, sheet: usize) -> Self {
        Self::open(office, fixture(name), sheet)
    }

    /// A table that is typed in here.
    fn typed(office: &'a Office, table: &str) -> Self {
        let path = office.folder.path().join("table.csv");
        std::fs::write(&path, table).unwrap();
        Self::open(office, path, 0)
    }

    fn reading(mut self, language: &str) -> Self {
        self.mapping["language"] = language.into();
        self
    }

    /// Agrees to everything that is missing.
    #[track_caller]
    fn agreeing(mut self, unit: &str) -> Self {
        let plan = self.plan();
        for missing in plan["missing_indicators"].as_array().unwrap() {
            let create = json!({ "create": { "unit": unit, "direction": "lower_better" } });
            self.choices["indicators"][missing["name"].as_str().unwrap()] = create;
        }
        for missing in plan["missing_territories"].as_array().unwrap() {
            self.choices["territories"][missing["name"].as_str().unwrap()] =
                json!({ "create": { "kind": "district" } });
        }
        self
    }

    fn leaving_out_bad(mut self) -> Self {
        self.choices["leave_out_bad"] = true.into();
        self
    }

    #[track_caller]
    pub(crate) fn plan(&self) -> Value {
        let args = json!({ "path": self.path, "mapping": self.mapping, "choices": self.choices });
        self.office.ok("compare_series", args)
    }

    fn args(&self, plan: &Value) -> Value {
        json!({ "path": self.path, "mapping": self.mapping, "choices": self.choices, "digest": plan["digest"] })
    }

    #[track_caller]
    fn import(&self) -> Value {
        self.office.ok("import_series", self.args(&self.plan()))
    }

    #[track_caller]
    fn refused(&self) -> Value {
        self.office.refused("import_series", self.args(&self.plan()))
    }
}

fn no_choices() -> Value {
    json!({ "indicators": {}, "territories": {}, "leave_out_bad": false })
}

/// How many values a plan has of each kind that there is.
fn counts(plan: &Value) -> Vec<(&str, u64)> {
    ["new", "changed", "same", "empty", "bad", "waiting", "left_out"]
        .into_iter()
        .filter_map(|name| plan[name].as_u64().filter(|count| *count > 0).map(|count| (name, count)))
        .collect()
}

/// Bad values as `cell word: code`.
fn bad(plan: &Value) -> Vec<String> {
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let rows = plan["bad_rows"].as_array().unwrap();
    rows.iter().map(|row| format!("{} {}: {}", text(row, "cell"), text(row, "word"), text(row, "code"))).collect()
}

/// All values as `indicator | territory | from – to: value, numerator/denominator`, sorted.
fn values(office: &Office) -> Vec<String> {
    let named = |entity: &str, field: &str, id: &Value| {
        let found = office.list(entity).into_iter().find(|record| record["id"] == *id);
        found.map_or("–".to_owned(), |record| {
            let source = record[field]["source"].as_str().unwrap().to_owned();
            record[field]["words"][source].as_str().unwrap().to_owned()
        })
    };
    let mut lines: Vec<String> = office
        .list("territory_value")
        .iter()
        .map(|value| {
            let indicator = named("territory_indicator", "title", &value["territory_indicator"]);
            let territory = named("territory", "name", &value["territory"]);
            let (from, to) = (value["period_from"].as_str().unwrap(), value["period_to"].as_str().unwrap());
            let (numerator, denominator) = (&value["numerator"], &value["denominator"]);
            let counted = if numerator.is_null() { String::new() } else { format!(", {numerator}/{denominator}") };
            format!("{indicator} | {territory} | {from} – {to}: {}{counted}", value["value"])
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn a_french_table_of_windows_is_read_with_its_accents_commas_and_days() {
    let office = Office::speaking("fr");
    office.ok("create_file", json!({ "file": { "partner": "LIE", "name": "P", "language": "fr", "agencies": [] } }));
    let opened = office.ok("open_series", json!({ "path": fixture("fr-windows-1252.csv") }));
    assert_eq!(opened["encoding"], "windows-1252");
    let mapping = &opened["sheets"][0]["mapping"];
    assert_eq!(mapping["header_row"], 3);
    let roles = "territory indicator period_from period_to numerator denominator value note";
    assert_eq!(mapping["columns"], json!(roles.split(' ').collect::<Vec<_>>()));

    let import = Import::fixture(&office, "fr-windows-1252.csv", 0);
    let plan = import.plan();
    assert_eq!(counts(&plan), [("waiting", 9)]);
    assert_eq!(plan["missing_indicators"], json!([{ "name": "Faits de haine pour 10 000 habitants", "values": 9 }]));
    let districts = json!([{ "name": "Les Coteaux", "values": 3 }, { "name": "Gare – Vieux-Port", "values": 3 }]);
    assert_eq!(plan["missing_territories"], districts);
    let refused = import.refused();
    assert_eq!(problems(&refused), ["choices: required"]);
    assert!(values(&office).is_empty() && office.list("territory").is_empty());

    let import = import.agreeing("per_10000");
    assert_eq!(counts(&import.plan()), [("new", 9)]);
    assert_eq!(import.import(), json!({ "new": 9, "changed": 0, "indicators": 1, "territories": 2 }));
    let stored = values(&office);
    assert_eq!(stored.len(), 9);
    assert!(stored.contains(
        &"Faits de haine pour 10 000 habitants | Les Coteaux | 2014-01-01 – 2014-12-31: 3.32212117436984, 4.0/12040.5"
            .to_owned()
    ));
    let note = office.list("territory_value").into_iter().find(|value| !value["note"].is_null()).unwrap();
    assert_eq!(note["note"], json!({ "source": "fr", "words": { "fr": "Œuvre de la police ; chiffre provisoire" } }));
}

#[test]
fn the_same_table_a_second_time_changes_nothing() {
    let office = Office::with_file();
    let import = Import::fixture(&office, "fr-windows-1252.csv", 0).reading("fr").agreeing("per_10000");
    import.import();
    let before = office.everything();
    let again = Import::fixture(&office, "fr-windows-1252.csv", 0);
    assert_eq!(counts(&again.plan()), [("same", 9)]);
    let nothing = json!({ "new": 0, "changed": 0, "indicators": 0, "territories": 0 });
    assert_eq!(again.import(), nothing);
    assert_eq!(office.everything(), before);
}

#[test]
fn an_import_is_taken_back_in_one_step() {
    let office = Office::with_file();
    let before = office.everything();
    Import::fixture(&office, "fr.xlsx", 0).agreeing("per_10000").import();
    assert_eq!(office.list("territory_value").len(), 9);
    office.ok("undo", json!({}));
    assert_eq!(office.everything(), before);
}

#[test]
fn a_german_workbook_with_a_column_a_year_gives_the_percentages_as_they_are_shown() {
    let office = Office::speaking("de");
    office.ok("create_file", json!({ "file": { "partner": "AUG", "name": "P", "language": "de", "agencies": [] } }));
    let import = Import::fixture(&office, "de.xlsx", 0);
    assert_eq!(import.mapping["indicator"], "Jugendarbeitslosigkeit in Prozent (erfundene Zahlen)");
    assert_eq!(import.mapping["header_row"], 3);
    let import = import.agreeing("percent");
    assert_eq!(counts(&import.plan()), [("new", 8)]);
    import.import();
    let stored = values(&office);
    for line in [
        "Nordstadt | 2014-01-01 – 2014-12-31: 12.5",
        "Nordstadt | 2016-01-01 – 2016-12-31: 7.0",
        "Südhöhe | 2015-01-01 – 2015-12-31: 7.95",
    ] {
        assert!(stored.iter().any(|value| value.ends_with(line)), "{line} in {stored:#?}");
    }
}

#[test]
fn an_error_of_the_spreadsheet_is_listed_and_nothing_is_imported_until_it_is_left_out() {
    for file in ["de.xlsx", "de-utf-8.csv"] {
        let office = Office::with_file();
        let import = Import::fixture(&office, file, usize::from(file == "de.xlsx")).reading("de").agreeing("eur");
        let plan = import.plan();
        assert_eq!(counts(&plan), [("new", 2), ("bad", 1)]);
        assert_eq!(bad(&plan), ["D4 #DIV/0!: error_cell"]);
        let before = office.everything();
        assert_eq!(import.refused()["code"], "bad_rows");
        assert_eq!(office.everything(), before);
        let import = import.leaving_out_bad();
        import.import();
        assert_eq!(
            values(&office),
            [
                "Sozialausgaben in Euro | Nordstadt | 2015-01-01 – 2015-12-31: 1234567.5",
                "Sozialausgaben in Euro | Südhöhe | 2015-01-01 – 2015-12-31: 987654.25",
            ]
        );
    }
}

#[test]
fn a_greek_table_is_the_same_from_a_workbook_and_from_a_text_of_windows() {
    let office = Office::with_file();
    Import::fixture(&office, "el.ods", 0).reading("el").agreeing("count").import();
    let stored = values(&office);
    assert_eq!(
        stored,
        [
            "Σχολική διαρροή | Άνω Πόλη | 2015-09-01 – 2016-06-30: 8.2",
            "Σχολική διαρροή | Κέντρο | 2015-09-01 – 2016-06-30: 12.75",
            "Σχολική διαρροή | Λιμάνι | 2015-09-01 – 2016-06-30: 1234.5",
        ]
    );
    let opened = office.ok("open_series", json!({ "path": fixture("el-windows-1253.csv") }));
    assert_eq!(opened["encoding"], "windows-1253");
    assert_eq!(counts(&Import::fixture(&office, "el-windows-1253.csv", 0).reading("el").plan()), [("same", 3)]);
}

#[test]
fn hidden_rows_formulas_and_merged_cells_are_read_and_said() {
    let office = Office::with_file();
    let opened = office.ok("open_series", json!({ "path": fixture("fr.xlsx") }));
    assert_eq!(opened["remarks"], json!({ "formulas": 9, "hidden_rows": 1, "hidden_sheets": 1, "merged_cells": 1 }));
    assert_eq!(opened["sheets"][1]["name"], "Remarques");
    Import::fixture(&office, "fr.xlsx", 0).agreeing("per_10000").import();
    let hidden = "Faits de haine pour 10 000 habitants | Les Coteaux | 2015-01-01 – 2015-12-31: ";
    assert!(values(&office).iter().any(|value| value.starts_with(hidden)));
}

#[test]
fn numbers_and_days_are_read_by_the_chosen_language() {
    let office = Office::with_file();
    let table = "indicator;from;to;value\n\
                 A;1.2.2016;29.2.2016;1.234.567,5\n\
                 B;2016-01-01;2016-01-31;-3\n\
                 C;01/01/2016;31/12/2016;12,5 %\n\
                 D;01/01/2016;31/12/2016;1.5\n\
                 E;30.2.2016;31.12.2016;1\n\
                 F;1.1.16;31.12.2016;1\n\
                 G;31.12.2016;1.1.2016;1\n";
    let german = Import::typed(&office, table).reading("de").agreeing("count");
    let plan = german.plan();
    assert_eq!(counts(&plan), [("new", 3), ("bad", 4)]);
    assert_eq!(
        bad(&plan),
        ["D5 1.5: not_a_number", "B6 30.2.2016: not_a_date", "B7 1.1.16: not_a_date", "C8 1.1.2016: end_before_start"]
    );
    german.leaving_out_bad().import();
    assert_eq!(
        values(&office),
        [
            "A | – | 2016-02-01 – 2016-02-29: 1234567.5",
            "B | – | 2016-01-01 – 2016-01-31: -3.0",
            "C | – | 2016-01-01 – 2016-12-31: 12.5",
        ]
    );
    let english = Import::typed(&office, table).reading("en").plan();
    assert_eq!(bad(&english)[0], "D2 1.234.567,5: not_a_number");
    assert!(bad(&english).iter().all(|line| !line.starts_with("D5")), "1.5 is a number in English");
}

#[test]
fn periods_are_years_quarters_and_months_in_the_ways_of_our_languages() {
    let office = Office::with_file();
    let table = "indicator,period,value\n\
                 A,2016,1\nB,T3 2016,1\nC,2016-Q4,1\nD,2/2016,1\nE,S2 2016,1\nF,Τ1 2016,1\nG,2016/17,1\nH,,1\n,2016,1\n";
    let import = Import::typed(&office, table).agreeing("count");
    assert_eq!(bad(&import.plan()), ["B8 2016/17: not_a_period", "B9 : no_period", "A10 : no_indicator"]);
    import.leaving_out_bad().import();
    let periods: Vec<String> =
        values(&office).iter().map(|value| value.split(" | – | ").nth(1).unwrap().to_owned()).collect();
    assert_eq!(
        periods,
        [
            "2016-01-01 – 2016-12-31: 1.0",
            "2016-07-01 – 2016-09-30: 1.0",
            "2016-10-01 – 2016-12-31: 1.0",
            "2016-02-01 – 2016-02-29: 1.0",
            "2016-07-01 – 2016-12-31: 1.0",
            "2016-01-01 – 2016-03-31: 1.0",
        ]
    );
}

#[test]
fn a_value_that_the_table_has_otherwise_is_shown_old_and_new_and_an_empty_cell_takes_nothing_away() {
    let office = Office::with_file();
    let first = "indicator;period;value;numerator;denominator;note\nA;2015;4,0;2;50;first\nA;2016;5,0;;;\n";
    Import::typed(&office, first).reading("de").agreeing("percent").import();
    let second = "indicator;period;value;numerator;denominator;note\nA;2015;4,5;;;\nA;2016;;;;\nA;2017;;3;;\n";
    let import = Import::typed(&office, second).reading("de");
    let plan = import.plan();
    assert_eq!(counts(&plan), [("changed", 1), ("empty", 1), ("bad", 1)]);
    assert_eq!(bad(&plan), ["E4 : both_needed"]);
    assert_eq!(plan["changes"][0]["fields"], json!([{ "field": "value", "before": 4.0, "after": 4.5 }]));
    import.leaving_out_bad().import();
    assert_eq!(
        values(&office),
        ["A | – | 2015-01-01 – 2015-12-31: 4.5, 2.0/50.0", "A | – | 2016-01-01 – 2016-12-31: 5.0"]
    );
    let notes: Vec<Value> = office.list("territory_value").iter().map(|value| value["note"].clone()).collect();
    assert!(notes.contains(&json!({ "source": "de", "words": { "de": "first" } })));
}

#[test]
fn a_plan_holds_only_for_the_file_the_data_and_the_choices_it_was_made_for() {
    let office = Office::with_file();
    let import = Import::typed(&office, "indicator;period;value\nA;2015;4\n").agreeing("count");
    let plan = import.plan();
    let before = office.everything();
    std::fs::write(&import.path, "indicator;period;value\nA;2015;400\n").unwrap();
    assert_eq!(office.refused("import_series", import.args(&plan))["code"], "plan_outdated");
    let mut other = import.args(&import.plan());
    other["choices"]["indicators"]["A"]["create"]["unit"] = "days".into();
    assert_eq!(office.refused("import_series", other)["code"], "plan_outdated");
    assert_eq!(office.everything(), before);
    import.import();

    std::fs::write(&import.path, "indicator;period;value\nA;2015;5\n").unwrap();
    let plan = import.plan();
    let value = office.list("territory_value")[0].clone();
    let change = json!({ "entity": "territory_value", "id": value["id"], "values": { "value": 7 } });
    office.ok("change_record", change);
    assert_eq!(office.refused("import_series", import.args(&plan))["code"], "plan_outdated");
    assert_eq!(office.list("territory_value")[0]["value"], 7.0);
}

#[test]
fn a_name_that_is_spelt_otherwise_can_be_one_that_is_known_or_left_out() {
    let office = Office::with_file();
    let partnership = office.ok("file", json!({}))["partnership"].clone();
    let district = office
        .create("territory", json!({ "partnership": partnership, "name": words("Saint-Roch"), "kind": "district" }));
    let table =
        "indicator;territory;period;value\nA;SAINT-ROCH;2015;1\nA;St Roch;2016;2\nA;Elsewhere;2016;3\nA;Town;2016;4\n";
    let mut import = Import::typed(&office, table).agreeing("count");
    import.choices["territories"] =
        json!({ "St Roch": { "use": district }, "Elsewhere": "leave_out", "Town": "whole" });
    assert_eq!(counts(&import.plan()), [("new", 3), ("left_out", 1)]);
    import.import();
    assert_eq!(
        values(&office),
        [
            "A | Saint-Roch | 2015-01-01 – 2015-12-31: 1.0",
            "A | Saint-Roch | 2016-01-01 – 2016-12-31: 2.0",
            "A | – | 2016-01-01 – 2016-12-31: 4.0",
        ]
    );
    assert_eq!(office.list("territory").len(), 1);
}

#[test]
fn next_years_table_maps_itself_even_with_one_more_column() {
    let office = Office::with_file();
    let table = |years: &str, row: &str| format!("Zone X;Remark Y;{years}\nNorth;n;{row}\n");
    let mut first = Import::typed(&office, &table("2014;2015", "1;2"));
    assert_eq!(first.mapping["columns"], json!(["ignore", "ignore", "value_of_period", "value_of_period"]));
    first.mapping["columns"][0] = "territory".into();
    first.mapping["columns"][1] = "note".into();
    first.mapping["language"] = "sv".into();
    first.agreeing("count").import();
    let indicator = office.list("territory_indicator")[0]["id"].clone();
    // Known by now, the indicator is remembered as the one of such tables.
    Import::typed(&office, &table("2014;2015", "1;2")).plan();

    let opened = Import::typed(&office, &table("2014;2015;2016", "1;2;3"));
    let columns = json!(["territory", "note", "value_of_period", "value_of_period", "value_of_period"]);
    assert_eq!(opened.mapping["columns"], columns);
    assert_eq!(opened.mapping["language"], "sv");
    assert_eq!(opened.mapping["indicator"], indicator);
    assert_eq!(counts(&opened.plan()), [("new", 1), ("same", 2)]);

    let settings = std::fs::read_to_string(office.folder.path().join("Liaise/settings.json")).unwrap();
    assert!(!settings.contains("Zone X") && !settings.contains("Remark Y"), "no words of a file are kept: {settings}");
}

#[test]
fn a_mapping_is_told_of_all_that_it_lacks_at_once() {
    let office = Office::with_file();
    let mut import = Import::typed(&office, "a;b;c\n1;2;3\n");
    import.mapping["columns"] = json!(["territory", "territory", "ignore"]);
    import.mapping["indicator"] = "".into();
    let args = json!({ "path": import.path, "mapping": import.mapping, "choices": import.choices });
    assert_eq!(
        problems(&office.refused("compare_series", args)),
        ["territory: column_twice", "value: required", "period: required", "indicator: required"]
    );
    import.mapping["columns"] = json!(["value", "value_of_period", "period"]);
    let args = json!({ "path": import.path, "mapping": import.mapping, "choices": import.choices });
    assert_eq!(
        problems(&office.refused("compare_series", args)),
        ["value_of_period: header_without_period", "value_of_period: wide_and_long", "indicator: required"]
    );
}

#[test]
fn two_rows_that_contradict_each_other_are_both_named() {
    let office = Office::with_file();
    let import = Import::typed(&office, "indicator;period;value\nA;2015;4\nA;2015;4\nA;2015;5\n").agreeing("count");
    let plan = import.plan();
    assert_eq!(counts(&plan), [("new", 1), ("same", 1), ("bad", 1)]);
    assert_eq!(plan["bad_rows"][0]["cell"], "C4");
    assert_eq!(plan["bad_rows"][0]["params"], json!({ "cell": "C2" }));
}
