//! The laptops of the partnership that exchange their work. A laptop is no person: it has a name that its officer gave
//! it, such as "Town hall, prevention". Removing one stops sealing for it and believing it; what it has it keeps.

use chrono::NaiveDate;
use serde_json::json;

use super::key::PublicKey;
use crate::{
    Result, entity,
    entity::{Id, LaptopKey},
    error::{Error, Problem},
    partnership::{self, Partnership},
    records::{self, Record, derived_id},
    store::{Reader, Writer, laptop_and_user},
};

entity! {
    /// A laptop of the partnership.
    Member in "member" of partnership identified by member_id {
        /// The partnership.
        partnership: Id<Partnership>,
        /// What the laptop is called.
        label: String,
        /// Its public key, `LIAISE-1…`.
        key: LaptopKey,
        /// Since when it is one of those that exchange.
        joined_on: NaiveDate,
        /// Until when it was.
        removed_on: Option<NaiveDate>,
    }
}

/// Two laptops that add a third one add the same.
fn member_id(values: &Record) -> String {
    derived_id(values, &["key"])
}

/// The laptops that exchange now, with their keys.
pub(crate) fn present(data: &Reader<'_>) -> Result<Vec<(Member, PublicKey)>> {
    let members = data.all::<Member>()?.into_iter().filter(|member| member.removed_on.is_none());
    // A key that is none was refused by the check; one that came in by another way seals nothing.
    Ok(members.filter_map(|member| member.key.parse().ok().map(|key| (member, key))).collect())
}

/// Who it is that the history names so: the user of this file, the laptop if it is or was a member, or both.
pub(crate) fn label_of(data: &Reader<'_>, author: &str) -> Result<Option<String>> {
    let (installation, user) = laptop_and_user(author);
    let of =
        |member: &Member| member.key.parse::<PublicKey>().is_ok_and(|key| key.installation.to_string() == installation);
    let laptop = data.all::<Member>()?.into_iter().find(of).map(|member| member.label);
    let known: Vec<String> = data.user_name(user)?.into_iter().chain(laptop).collect();
    Ok((!known.is_empty()).then(|| known.join(", ")))
}

/// Adds a laptop by the key that its officer sent, or takes a removed one back.
///
/// # Errors
/// [`Error::Invalid`] for a key that is none or is there already.
pub fn add(data: &Writer<'_>, label: String, key: String) -> Result<Record> {
    let invalid = |code| Err(Error::Invalid(vec![Problem::new("key", code)]));
    let Ok(key) = key.parse::<PublicKey>() else { return invalid("not_a_key") };
    let values = json!({
        "partnership": partnership::of_file(data)?.id,
        "label": label.trim(),
        "key": key.to_string(),
        "joined_on": data.now().date_naive(),
        "removed_on": null,
    });
    let serde_json::Value::Object(values) = values else { return Err(Error::NotFound) };
    let known = data.all::<Member>()?.into_iter().find(|member| *member.key == key.to_string());
    match known {
        Some(member) if member.removed_on.is_none() => invalid("duplicate_member"),
        Some(member) => records::change(data, "member".into(), member.id.to_string(), values),
        None => records::create(data, "member".into(), values),
    }
}

/// Removes a laptop: from here on nothing is sealed for it, and nothing of it is taken in.
///
/// # Errors
/// [`Error::NotFound`]
pub fn remove(data: &Writer<'_>, member: String) -> Result<Record> {
    let today = data.now().date_naive().to_string();
    let values = Record::from_iter([("removed_on".to_owned(), today.into())]);
    records::change(data, "member".into(), member, values)
}
