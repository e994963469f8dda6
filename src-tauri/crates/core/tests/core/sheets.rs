//! What leaves a pilot initiative for others: the practice sheet on its pages, and the spreadsheet of its values.

use std::{collections::BTreeMap, path::Path};

use calamine::{Data, DataType as _, Reader as _, Xlsx, open_workbook};
use serde_json::{Value, json};

use crate::{
    office::{Office, change, words},
    pilots::pilot_id,
};

#[test]
fn a_sheet_is_drawn_up_from_the_record_once_and_then_is_the_officers() {
    let office = Office::with_sample();
    let pilot = office.list("pilot_initiative")[1]["id"].as_str().unwrap().to_owned();
    let sheet = office.ok("draft_practice_sheet", json!({ "pilot": pilot }));
    let said = |field: &str, language: &str| sheet[field]["words"][language].as_str().unwrap().to_owned();
    assert_eq!(said("objectives", "en"), "Families who are worried find advice early");
    assert!(said("results", "de").contains("67") && said("results", "de").contains("80"), "{}", said("results", "de"));
    assert!(said("resources", "fr").contains("25\u{202f}225,50\u{a0}€"), "{}", said("resources", "fr"));
    assert!(said("partners", "el").contains("Συντονίζει"), "{}", said("partners", "el"));
    let id = sheet["id"].as_str().unwrap();
    change(&office, "practice_sheet", id, json!({ "results": words("In my own words") }));
    let again = office.ok("draft_practice_sheet", json!({ "pilot": pilot }));
    assert_eq!((&again["id"], &again["results"]["words"]["en"]), (&sheet["id"], &json!("In my own words")));
}

/// The rows of a spreadsheet, by the heads of its columns, as another program reads them.
fn rows(path: &Path) -> Vec<BTreeMap<String, Data>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let codes: Vec<String> =
        book.worksheet_range_at(1).unwrap().unwrap().rows().skip(1).map(|row| row[1].to_string()).collect();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().skip(1).map(|row| codes.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

#[test]
fn the_spreadsheet_read_by_another_program_equals_the_data() {
    let office = Office::with_sample();
    let saved = office.ok("export_values", json!({ "language": "el", "pilot": null }));
    let path = Path::new(saved["path"].as_str().unwrap());
    let rows = rows(path);
    assert_eq!(rows.len(), saved["rows"].as_u64().unwrap() as usize);
    let number = |data: &Data| match data {
        Data::Empty => Value::Null,
        other => json!(other.get_float().unwrap()),
    };
    let mut seen = 0;
    for pilot in office.list("pilot_initiative") {
        for result in office.ok("indicator_progress", json!({ "pilot": pilot["id"] })).as_array().unwrap() {
            for period in result["periods"].as_array().unwrap() {
                let row = rows
                    .iter()
                    .find(|row| {
                        row["indicator_id"] == result["indicator"].as_str().unwrap()
                            && row["period_id"] == period["period"].as_str().unwrap()
                            && row["group_code"] == Data::Empty
                    })
                    .unwrap();
                assert_eq!(row["pilot_id"].to_string(), pilot["id"].as_str().unwrap());
                for (column, field) in [("value", "value"), ("cumulative", "cumulative"), ("progress", "progress")] {
                    assert_eq!(number(&row[column]), period[field], "{column} of {row:?}");
                }
                let Data::DateTime(from) = &row["period_from"] else { panic!("{row:?}") };
                // Spreadsheets count days from the end of 1899.
                let day =
                    chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + chrono::Days::new(from.as_f64() as u64);
                assert_eq!(json!(day), period["from"]);
                seen += 1;
            }
        }
    }
    let groups: Vec<_> = rows.iter().filter(|row| row["group_code"] != Data::Empty).collect();
    assert_eq!(groups.len() + seen, rows.len());
    // Each group of a period is the sum of what was entered for it.
    let girls: f64 =
        groups.iter().filter(|row| row["group_code"] == "Γυναίκα").map(|row| row["value"].get_float().unwrap()).sum();
    let entered: f64 = office
        .list("group_value")
        .iter()
        .filter(|part| part["gender"] == "f")
        .map(|part| part["value"].as_f64().unwrap())
        .sum();
    assert_eq!(girls, entered);
    let args = json!({ "language": "en", "pilot": pilot_id(&office), "path": office.folder.path().join("values.csv") });
    assert_eq!(office.refused("export_values", args)["code"], "bad_arguments");
}

#[test]
fn a_spreadsheet_about_nothing_is_refused() {
    let office = Office::with_file();
    assert_eq!(
        office.refused("export_values", json!({ "language": "en", "pilot": null }))["code"],
        "nothing_to_report"
    );
}
