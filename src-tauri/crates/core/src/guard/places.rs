//! Where personal data stand in what a report prints. Which records that are, and which of their fields are free text,
//! follows from the list of entities, so that a new field or entity is looked at without being named here.

use std::collections::{BTreeSet, HashSet};

use serde_json::Value;

use super::{Finding, find};
use crate::{
    Result,
    entity::{Entity as _, EntityInfo, Field, Kind},
    partnership::{self, Partnership},
    records::{self, ENTITIES, Record},
    report,
    store::Reader,
};

/// Personal data in the words of one field of one record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(rename = "GuardPlace")]
pub struct Place {
    /// The record's entity.
    pub entity: &'static str,
    /// The record's id.
    pub record: String,
    /// The entity of the record whose page it is on: itself, or the root of its dossier.
    pub page_entity: &'static str,
    /// The id of that record.
    pub page: String,
    /// The record on that page that leads to it: itself, or the part in which it lies; none for the page's own record.
    pub part: Option<Part>,
    /// The field.
    pub field: &'static str,
    /// The language of the words, where the field has one.
    pub language: Option<String>,
    /// What was found there.
    pub findings: Vec<Finding>,
}

/// A part of a dossier, directly below its root.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[ts(rename = "GuardPart")]
pub struct Part {
    /// Its entity.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
}

/// What in some words looks like personal data, by the forms of the partnership's country and of their language.
pub fn in_words(data: &Reader<'_>, words: String, language: Option<String>) -> Result<Vec<Finding>> {
    let country = partnership::of_file(data)?.country;
    Ok(find(&words, Some(&country), language.as_deref()))
}

/// What looks like personal data in the records that a report prints: those of its subject's dossier, and the names of
/// the records to which they refer; for a report on the whole partnership, in every record. Fields for personal data are
/// not looked at: they are where such data belong.
///
/// # Errors
/// As [`report::subject`].
pub fn in_report(data: &Reader<'_>, kind: String, subject: Option<String>) -> Result<Vec<Place>> {
    let kind = report::kind(&kind)?;
    let owner = partnership::of_file(data)?;
    let mut look = Look { data, country: &owner.country, looked: HashSet::new(), places: vec![] };
    let about = report::subject_of(kind).zip(report::subject(data, kind, subject.as_deref())?);
    let beside = report::beside(kind);
    if about.is_none() && beside.is_empty() {
        for info in ENTITIES.iter().filter(|info| info.parent.is_none()) {
            for record in data.objects(info, None)? {
                let root = Root { entity: info.name, id: id_of(&record) };
                look.dossier(info, record, &root, None, &mut BTreeSet::new())?;
            }
        }
        return Ok(look.places);
    }
    let mut linked = BTreeSet::from([(Partnership::NAME, owner.id.to_string())]);
    if let Some((name, id)) = &about {
        let info = records::entity(name)?;
        let root = Root { entity: info.name, id: id.clone() };
        look.dossier(info, data.object(info, id)?, &root, None, &mut linked)?;
    }
    for (name, field) in beside {
        let subject = about.as_ref().map(|(_, id)| id.as_str());
        look.beside(records::entity(name)?, field.zip(subject), &mut linked)?;
    }
    for (name, id) in linked {
        look.name_of(records::entity(name)?, &id)?;
    }
    Ok(look.places)
}

/// Whether the field holds free words that are no personal data by its own account.
fn is_free_text(field: &Field) -> bool {
    matches!(field.kind, Kind::Line | Kind::Text | Kind::Note) && !field.personal && field.fits.is_none()
}

/// The record at the top of a dossier.
struct Root {
    entity: &'static str,
    id: String,
}

struct Look<'a> {
    data: &'a Reader<'a>,
    country: &'a str,
    /// Ids of the records that were looked at as a whole.
    looked: HashSet<String>,
    places: Vec<Place>,
}

impl Look<'_> {
    /// Looks at a record and at all below it, once; collects to what else they refer.
    fn dossier(
        &mut self,
        info: &'static EntityInfo,
        record: Record,
        root: &Root,
        part: Option<&Part>,
        linked: &mut BTreeSet<(&'static str, String)>,
    ) -> Result<()> {
        let id = id_of(&record);
        if !self.looked.insert(id.clone()) {
            return Ok(());
        }
        for field in info.fields.iter().filter(|field| is_free_text(field)) {
            self.field(info, field, &record, root, part);
        }
        for field in info.fields.iter().filter(|field| Some(field.name) != info.parent) {
            let Some(target) = field.target else { continue };
            match &record[field.name] {
                Value::String(id) => drop(linked.insert((target, id.clone()))),
                Value::Array(ids) => linked.extend(ids.iter().filter_map(|id| Some((target, id.as_str()?.to_owned())))),
                _ => {}
            }
        }
        for below in ENTITIES.iter().filter(|below| lies_below(below, info)) {
            for record in self.data.objects(below, Some(&id))? {
                let own = Part { entity: below.name, id: id_of(&record) };
                self.dossier(below, record, root, Some(part.unwrap_or(&own)), linked)?;
            }
        }
        Ok(())
    }

    /// Looks at the records of an entity that link to another one by a field, or at all of them.
    fn beside(
        &mut self,
        info: &'static EntityInfo,
        linking: Option<(&str, &str)>,
        linked: &mut BTreeSet<(&'static str, String)>,
    ) -> Result<()> {
        for record in self.data.objects(info, None)? {
            if linking.is_none_or(|(field, id)| record[field].as_str() == Some(id)) {
                let (root, part) = self.page_of(info, &record)?;
                self.dossier(info, record, &root, part.as_ref(), linked)?;
            }
        }
        Ok(())
    }

    /// Looks at the words by which a record is known, unless it was looked at already.
    fn name_of(&mut self, info: &'static EntityInfo, id: &str) -> Result<()> {
        let known = |field: &&Field| matches!(field.kind, Kind::Line | Kind::Text | Kind::Code);
        let Some(field) = info.fields.iter().find(known).filter(|field| is_free_text(field)) else {
            return Ok(());
        };
        if self.looked.contains(id) {
            return Ok(());
        }
        let record = self.data.object(info, id)?;
        let (root, part) = self.page_of(info, &record)?;
        self.field(info, field, &record, &root, part.as_ref());
        Ok(())
    }

    /// The root of a record's dossier, and the part below it on the way.
    fn page_of(&self, info: &'static EntityInfo, record: &Record) -> Result<(Root, Option<Part>)> {
        let Some((parent, above)) = parent_of(info).and_then(|(field, above)| Some((record[field].as_str()?, above)))
        else {
            return Ok((Root { entity: info.name, id: id_of(record) }, None));
        };
        let (root, part) = self.page_of(above, &self.data.object(above, parent)?)?;
        Ok((root, part.or_else(|| Some(Part { entity: info.name, id: id_of(record) }))))
    }

    fn field(&mut self, info: &EntityInfo, field: &Field, record: &Record, root: &Root, part: Option<&Part>) {
        let words: Vec<(Option<&str>, &str)> = match &record[field.name] {
            Value::String(line) => vec![(None, line)],
            Value::Object(text) => {
                let words = text.get("words").and_then(Value::as_object);
                words.into_iter().flatten().filter_map(|(tag, it)| Some((Some(tag.as_str()), it.as_str()?))).collect()
            }
            _ => vec![],
        };
        for (language, words) in words {
            let findings = find(words, Some(self.country), language);
            if !findings.is_empty() {
                self.places.push(Place {
                    entity: info.name,
                    record: id_of(record),
                    page_entity: root.entity,
                    page: root.id.clone(),
                    part: part.cloned(),
                    field: field.name,
                    language: language.map(str::to_owned),
                    findings,
                });
            }
        }
    }
}

/// The field that links to the parent, and the parent's entity.
fn parent_of(info: &EntityInfo) -> Option<(&'static str, &'static EntityInfo)> {
    let name = info.parent?;
    let target = info.field(name)?.target?;
    Some((name, ENTITIES.iter().find(|above| above.name == target)?))
}

fn lies_below(below: &EntityInfo, above: &EntityInfo) -> bool {
    parent_of(below).is_some_and(|(_, parent)| parent.name == above.name)
}

fn id_of(record: &Record) -> String {
    record["id"].as_str().unwrap_or_default().to_owned()
}
