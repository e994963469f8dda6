//! A meeting while it is run: items that begin, what it reviews, whether it may decide.

use serde_json::{Value, json};

use crate::{
    meetings::{agency, item, meeting},
    office::{Office, change, words},
};

#[test]
fn an_item_begins_in_a_meeting_and_is_only_looked_up_in_one_that_is_over() {
    let office = Office::with_file();
    let held = meeting(&office, json!({}));
    let first = item(&office, &held, "First", json!({}));
    let begin = |item: &str, time: &str| office.ok("begin_item", json!({ "item": item, "time": time }));
    let began =
        |item: &str| office.ok("get_record", json!({ "entity": "agenda_item", "id": item }))["began_at"].clone();
    begin(&first, "09:31");
    assert_eq!(office.list("meeting")[0]["status"], "in_progress");
    begin(&first, "09:50");
    assert_eq!(began(&first), "09:31", "gone back to, it keeps the time");
    let late = json!({ "item": item(&office, &held, "Second", json!({})), "time": "late" });
    assert_eq!(office.refused("begin_item", late)["problems"][0]["code"], "not_a_time");
    assert_eq!(office.ok("agenda", json!({ "meeting": held }))["over"], false);
    for over in [json!({ "status": "closed" }), json!({ "status": "minutes_approved", "approved_on": "2016-07-01" })] {
        let third = item(&office, &held, "Looked up", json!({}));
        change(&office, "meeting", &held, over.clone());
        let step = office.ok("undoable", json!({}))["step"].clone();
        begin(&third, "10:00");
        assert_eq!(began(&third), json!(null));
        assert_eq!(office.list("meeting")[0]["status"], over["status"]);
        assert_eq!(office.ok("undoable", json!({}))["step"], step, "there is nothing to take back");
        assert_eq!(office.ok("agenda", json!({ "meeting": held }))["over"], true);
    }
    let waiting = office.create("agenda_item", json!({ "title": words("Waiting"), "kind": "discussion" }));
    assert_eq!(office.refused("begin_item", json!({ "item": waiting, "time": "10:00" }))["code"], "bad_arguments");
}

#[test]
fn a_meeting_reviews_what_earlier_days_agreed_on_and_knows_its_quorum() {
    let office = Office::with_file();
    let earlier = meeting(&office, json!({ "date": "2016-05-10" }));
    let held = meeting(&office, json!({ "quorum_needed": 1 }));
    let action = |meeting: &str, text: &str, status: &str| {
        let values = json!({ "meeting": meeting, "text": words(text), "status": status, "done_on": "2016-07-01" });
        office.create("action_point", values);
    };
    action(&earlier, "Open", "open");
    action(&earlier, "Done", "done");
    action(&held, "Agreed here", "open");
    let review = office.ok("actions_to_review", json!({ "meeting": held }));
    let texts: Vec<&Value> = review.as_array().unwrap().iter().map(|row| &row["text"]["words"]["en"]).collect();
    assert_eq!(texts, ["Open"]);
    assert_eq!(review[0]["live"], true);
    let quorum = |office: &Office| office.ok("quorum", json!({ "meeting": held }));
    assert_eq!(quorum(&office), json!({ "present": 0, "needed": 1, "met": false }));
    let args = json!({ "meeting": held, "agency": agency(&office, "Youth service"), "status": "present" });
    office.ok("mark_agency", args);
    assert_eq!(quorum(&office), json!({ "present": 1, "needed": 1, "met": true }));
}
