//! Erasing a person's data for good: the record with its whole history, the files attached to it, and, where the officer
//! says so, the words of other records in which the name stands or once stood. It is planned first, and cannot be taken
//! back. What is left is a tombstone without a name, signed by the laptop that erased, which colleagues take in with the
//! next file (`store/erase.rs`).

use std::collections::BTreeMap;

use automerge::ScalarValue;
use chrono::{DateTime, Utc};
use ed25519_dalek::{SIGNATURE_LENGTH, Signature, Signer as _};
use serde::{Deserialize, Serialize};

use crate::{
    Result, attachment,
    attendance::{Attendance, Enrolment},
    catalogue::{AttachmentKind, Catalogue as _, ErasureReason},
    certificate::Certificate,
    entity::{Entity as _, EntityInfo},
    error::{Error, Problem},
    exchange::{self, identity::Laptop, key::PublicKey},
    participant::Participant,
    records::{self, Record},
    session::Session,
    store::{Leaf, Reader, Tombstone, Way, Writer, sha256},
};

mod copies;
mod log;
mod mention;

pub use copies::Cleaned;
pub(crate) use copies::{clean as clean_copies, holding, tend};
pub use log::{Deletion, deletions, export_deletions};
pub(crate) use mention::name_of;
pub use mention::{Mention, MentionPlace};

/// What erasing a record would do.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ErasurePlan {
    /// The record's kind.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
    /// The words by which an officer knows it.
    pub name: String,
    /// Whether what can be counted may stay, without a name.
    pub can_anonymise: bool,
    /// Files attached to it, which go too.
    pub attachments: u32,
    /// What refers to it and stays, as counts without a name: by kind of record.
    pub references: BTreeMap<String, u32>,
    /// Scanned lists and photos of the sessions the person took part in: only an officer can see who is on them.
    pub scans: u32,
    /// Dossiers of other records in whose words the name stands or stood.
    pub mentions: Vec<Mention>,
    /// Copies of the file that hold the record; they are made anew without it.
    pub copies: u32,
    /// What the other computers are called that erase it when they take in the next file.
    pub computers: Vec<String>,
    /// Names this plan.
    pub digest: String,
}

/// What is to be erased, and how.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ErasureRequest {
    /// The record's kind.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// Why: a code of the catalogue `erasure_reason`.
    pub reason: String,
    /// Whether what can be counted stays without a name.
    pub anonymise: bool,
    /// The dossiers of the plan's mentions from which the name is taken; another person's record among them is erased.
    pub clear: Vec<String>,
    /// The plan's digest.
    pub digest: String,
}

/// What was erased.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Erased {
    /// How many documents are gone.
    pub documents: u32,
    /// What became of the copies.
    pub copies: Cleaned,
}

/// What erasing a record would do.
///
/// # Errors
/// [`Error::BadArguments`] for a kind of record that is no person's and no file; [`Error::NotFound`].
pub fn plan_erasure(session: &Session, _: DateTime<Utc>, entity: String, id: String) -> Result<ErasurePlan> {
    let (language, own) = (session.language(), session.laptop()?.public.to_string());
    let (mut plan, document) = session.read(|data| planned(data, &entity, &id, language, &own))?;
    plan.copies = copies::with_document(session, &document)?;
    Ok(plan)
}

fn planned(data: &Reader<'_>, entity: &str, id: &str, language: &str, own: &str) -> Result<(ErasurePlan, String)> {
    let info = personal(entity)?;
    let record = data.object(info, id)?;
    let document = data.document_for(id)?;
    let mut references = BTreeMap::new();
    let mut scans = 0;
    if info.name == Participant::NAME {
        let count = |sql: &str| data.number(sql, &[&id]).map(|count| count as u32);
        let marks = "SELECT total(1) FROM attendance a JOIN enrolment e ON e.id = a.enrolment WHERE e.participant = ?1";
        for (entity, sql) in [
            (Enrolment::NAME, "SELECT total(1) FROM enrolment WHERE participant = ?1"),
            (Attendance::NAME, marks),
            (Certificate::NAME, "SELECT total(1) FROM certificate WHERE participant = ?1"),
        ] {
            references.insert(entity.to_owned(), count(sql)?);
        }
        references.retain(|_, count| *count > 0);
        let sheets = [AttachmentKind::SignedSheet, AttachmentKind::Photo].map(|kind| kind.code());
        let sql = format!(
            "SELECT total(1) FROM attachment WHERE kind IN ('{}') AND subject IN
             (SELECT training_session FROM enrolment WHERE participant = ?1)",
            sheets.join("', '")
        );
        scans = count(&sql)?;
    }
    let names = mention::Names::of(info, &record);
    let mentions = mention::find(data, &document, &names, language)?;
    let others = exchange::other_computers(data, own)?;
    let mut plan = ErasurePlan {
        entity: info.name,
        id: id.into(),
        name: mention::name_of(info, &record, language),
        can_anonymise: info.name == Participant::NAME && record["anonymised_on"].is_null(),
        attachments: attachment::of(data, id)?.len() as u32,
        references,
        scans,
        mentions,
        copies: 0,
        computers: others,
        digest: String::new(),
    };
    let shown =
        serde_json::to_vec(&(&plan, &record["updated_at"])).map_err(|error| Error::Storage(error.to_string()))?;
    plan.digest = sha256(&shown);
    Ok((plan, document))
}

/// Erases a record as its plan says. It cannot be taken back, and neither can what was done before.
///
/// # Errors
/// [`Error::PlanOutdated`] if the data changed since; [`Error::Invalid`] for a reason that is none; as [`plan_erasure`].
pub fn erase(session: &Session, now: DateTime<Utc>, request: ErasureRequest) -> Result<Erased> {
    if !ErasureReason::CODES.contains(&&*request.reason) {
        return Err(Error::Invalid(vec![Problem::new("reason", "unknown_code")]));
    }
    let laptop = session.laptop()?;
    let (language, own) = (session.language(), laptop.public.to_string());
    let sign = |tombstone: &mut Tombstone| signed(&laptop, tombstone);
    let documents = session.store(|store| {
        store.erase(now, |data| {
            let (plan, _) = planned(data, &request.entity, &request.id, language, &own)?;
            if plan.digest != request.digest {
                return Err(Error::PlanOutdated);
            }
            if request.anonymise && !plan.can_anonymise {
                return Err(Error::BadArguments(format!("{} is not anonymised", plan.entity)));
            }
            if !request.clear.iter().all(|document| plan.mentions.iter().any(|one| one.document == *document)) {
                return Err(Error::NotFound);
            }
            let info = personal(&request.entity)?;
            let names = mention::Names::of(info, &data.object(info, &request.id)?);
            let mut gone = 0;
            for mention in plan.mentions.iter().filter(|one| request.clear.contains(&one.document)) {
                match &mention.record {
                    Some(record) => gone += erase_record(data, record, &request.reason, Way::Erased, &sign)?,
                    None => {
                        let keep = |leaves: Vec<Leaf>| mention::without(leaves, &names);
                        data.erase(&mention.document, &request.reason, Way::Cleared, &sign, &keep)?;
                        gone += 1;
                    }
                }
            }
            let way = if request.anonymise { Way::Anonymised } else { Way::Erased };
            Ok(gone + erase_record(data, &request.id, &request.reason, way, &sign)?)
        })
    })?;
    Ok(Erased { documents, copies: copies::clean(session, now)? })
}

/// Erases a record of a document of its own, with what is attached to it; how many documents are gone.
pub(crate) fn erase_record(
    data: &Writer<'_>,
    id: &str,
    reason: &str,
    way: Way,
    sign: &dyn Fn(&mut Tombstone),
) -> Result<u32> {
    let mut gone = 1;
    for attachment in attachment::of(data, id)? {
        gone += erase_record(data, &attachment.id, reason, Way::Erased, sign)?;
    }
    let today = data.now().date_naive().to_string();
    if way == Way::Erased {
        records::unlink_all(data, personal(&data.kind_of(id)?)?, id)?;
    }
    let keep = |leaves: Vec<Leaf>| anonymous(leaves, id, &today);
    data.erase(&data.document_for(id)?, reason, way, sign, &keep)?;
    Ok(gone)
}

/// The fields of a participant that stay when the name goes (domain reference, 1.6 R6).
const COUNTED: &[&str] = &["sector", "city", "country", "gender"];

/// The leaves of a participant without a name: what can be counted, and a number in the name's place.
fn anonymous(leaves: Vec<Leaf>, id: &str, today: &str) -> Vec<Leaf> {
    let field = |key: &str| key.strip_prefix(id).and_then(|rest| rest.strip_prefix('/')).map(str::to_owned);
    let mut kept: Vec<Leaf> = leaves
        .into_iter()
        .filter(|(key, _)| field(key).is_none_or(|field| field.starts_with('~') || COUNTED.contains(&&*field)))
        .collect();
    kept.push((format!("{id}/family_name"), ScalarValue::from(pseudonym(id))));
    kept.push((format!("{id}/anonymised_on"), ScalarValue::from(today)));
    kept
}

/// What stands in the place of an anonymised person's name.
pub(crate) fn pseudonym(id: &str) -> String {
    format!("#{}", sha256(id.as_bytes())[..6].to_uppercase())
}

/// A kind of record that lies in a document of its own.
pub(crate) fn personal(entity: &str) -> Result<&'static EntityInfo> {
    let info = records::entity(entity)?;
    if info.personal() { Ok(info) } else { Err(Error::BadArguments(format!("{entity} is no person's"))) }
}

/// Where the name of a person stands in the words of other records.
pub(crate) fn mentions_of(data: &Reader<'_>, info: &EntityInfo, id: &str, language: &str) -> Result<Vec<Mention>> {
    let names = mention::Names::of(info, &data.object(info, id)?);
    mention::find(data, &data.document_for(id)?, &names, language)
}

/// Signs a tombstone as this laptop.
pub(crate) fn signed(laptop: &Laptop, tombstone: &mut Tombstone) {
    tombstone.signer = laptop.public.to_string();
    let signature = laptop.signing.sign(&tombstone.signed()).to_bytes();
    tombstone.signature = crate::hex::encode(&signature);
}

/// Whether a tombstone's signature is that of the key it names.
pub(crate) fn is_signed(tombstone: &Tombstone) -> bool {
    let text = &tombstone.signature;
    if text.len() != 2 * SIGNATURE_LENGTH || !text.is_ascii() {
        return false;
    }
    let byte = |at: usize| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok();
    let bytes: Option<Vec<u8>> = (0..SIGNATURE_LENGTH).map(byte).collect();
    let Some(Ok(bytes)) = bytes.map(<[u8; SIGNATURE_LENGTH]>::try_from) else { return false };
    let Ok(key) = tombstone.signer.parse::<PublicKey>() else { return false };
    key.signs.verify_strict(&tombstone.signed(), &Signature::from_bytes(&bytes)).is_ok()
}

/// Whether each erasure was signed by a laptop that is or was a member, or that made the file; what a file of a colleague
/// adds to the members counts.
pub(crate) fn by_members(data: &Reader<'_>, tombstones: &[Tombstone], maker: &str) -> Result<bool> {
    let members = exchange::keys_ever(data)?;
    Ok(tombstones.iter().all(|tombstone| tombstone.signer == maker || members.contains(&tombstone.signer)))
}

/// The name under which a record is shown that is not there any more.
pub(crate) fn gone(language: &str) -> String {
    crate::locale::Locale::new(language).text("ui.erase.gone")
}

/// A record's words, for whoever shows it before it goes.
pub(crate) fn words(info: &EntityInfo, record: &Record, language: &str) -> String {
    records::label(info, record, language)
}
