//! The index: the one document that every laptop knows by its id. It says whose documents a server keeps, which ones
//! there are, and which were erased and must never come back. A flat map that only grows, so that laptops that write it at
//! once agree. It is kept by the server alone; a laptop writes down anew what is missing.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{ActorId, Automerge, AutomergeError, ROOT, ReadDoc as _, Value, transaction::Transactable as _};
use liaise_core::{
    exchange::live::About,
    store::{Tombstone, Way},
};

/// The id of the index.
pub(crate) const ID: &str = "4c696169-7365-4000-8000-000000000001";

const DOCUMENT: &str = "document/";
const ERASED: &str = "erased/";

/// What an index says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Index {
    /// Whose documents these are: more than one where two partnerships met at an empty server.
    pub(crate) partnerships: BTreeSet<String>,
    pub(crate) name: String,
    pub(crate) partner_code: String,
    pub(crate) documents: BTreeSet<String>,
    /// What was erased, with the tombstones that say by whose word; without one, what follows from another.
    pub(crate) erased: BTreeMap<String, String>,
}

impl Index {
    /// Reads an index.
    pub(crate) fn read(document: &Automerge) -> Self {
        let words = |key: &str| -> BTreeSet<String> {
            let all = document.get_all(ROOT, key).unwrap_or_default().into_iter();
            all.filter_map(|(value, _)| match value {
                Value::Scalar(scalar) => scalar.as_str().map(str::to_owned),
                Value::Object(_) => None,
            })
            .collect()
        };
        let mut index = Self {
            partnerships: words("partnership"),
            name: words("name").pop_first().unwrap_or_default(),
            partner_code: words("partner_code").pop_first().unwrap_or_default(),
            ..Self::default()
        };
        for key in document.keys(ROOT) {
            if let Some(id) = key.strip_prefix(DOCUMENT) {
                index.documents.insert(id.into());
            } else if let Some(id) = key.strip_prefix(ERASED) {
                // Where two were written at once, the one that leaves nothing counts.
                let strongest = words(&key).into_iter().max_by_key(|text| whole(text)).unwrap_or_default();
                index.erased.insert(id.into(), strongest);
            }
        }
        index
    }

    /// Writes down what is missing; whether anything was.
    ///
    /// # Errors
    /// When the engine refuses.
    pub(crate) fn complete(
        &self,
        document: &mut Automerge,
        about: &About,
        documents: &BTreeSet<String>,
        erased: &BTreeMap<String, String>,
    ) -> Result<bool, AutomergeError> {
        let fresh: Vec<&String> =
            documents.difference(&self.documents).filter(|id| !erased.contains_key(*id)).collect();
        let gone: Vec<(&String, &String)> = erased
            .iter()
            .filter(|(id, text)| self.erased.get(*id).is_none_or(|known| whole(text) && !whole(known)))
            .collect();
        if fresh.is_empty() && gone.is_empty() && !self.partnerships.is_empty() {
            return Ok(false);
        }
        document.set_actor(ActorId::random());
        let mut tx = document.transaction();
        if self.partnerships.is_empty() {
            tx.put(ROOT, "partnership", about.partnership.as_str())?;
            tx.put(ROOT, "name", about.name.as_str())?;
            tx.put(ROOT, "partner_code", about.partner_code.as_str())?;
        }
        for id in fresh {
            tx.put(ROOT, format!("{DOCUMENT}{id}"), true)?;
        }
        for (id, text) in gone {
            tx.put(ROOT, format!("{ERASED}{id}"), text.as_str())?;
        }
        tx.commit();
        Ok(true)
    }
}

/// Whether a tombstone leaves nothing of its document.
fn whole(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|tombstone: Tombstone| tombstone.way == Way::Erased)
}
