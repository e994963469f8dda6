//! Files as somebody would make them who knows the form and has a laptop's keys, or keys of their own: written from the
//! description of the form alone, so that the program's own writer is not needed to say what is right.

use std::{io::Write as _, path::PathBuf};

use age::x25519::{Identity, Recipient};
use automerge::{AutoCommit, ROOT, ScalarValue, transaction::Transactable as _};
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};

use crate::office::Office;

/// The keys of a laptop, as they lie on its disk.
pub(crate) struct Keys {
    pub(crate) signing: SigningKey,
    pub(crate) opening: Identity,
    /// The public text.
    pub(crate) text: String,
}

pub(crate) fn keys(office: &Office) -> Keys {
    let text = office.ok("exchange", json!({}))["key"].as_str().unwrap().to_owned();
    let stored = std::fs::read(office.folder.path().join("Liaise").join("laptop.key")).unwrap();
    let stored: Value = serde_json::from_slice(&stored).unwrap();
    let seed = stored["signing"].as_str().unwrap();
    let seed: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&seed[2 * at..2 * at + 2], 16).unwrap()).collect();
    Keys {
        signing: SigningKey::from_bytes(&seed.try_into().unwrap()),
        opening: stored["opening"].as_str().unwrap().parse().unwrap(),
        text,
    }
}

/// The parts of a bundle.
#[derive(Clone)]
pub(crate) struct Frame {
    pub(crate) format: u16,
    pub(crate) read_by: String,
    pub(crate) header: Value,
    pub(crate) changes: Vec<([u8; 16], Vec<u8>)>,
    /// Tombstones of what was erased, from the second form on.
    pub(crate) tombstones: Vec<Value>,
    /// Bytes of attached files, from the second form on.
    pub(crate) contents: Vec<Vec<u8>>,
}

impl Frame {
    /// Opens a file of format 1 or 2 with a laptop's keys.
    pub(crate) fn read(path: &std::path::Path, keys: &Keys) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let packed = age::decrypt(&keys.opening, &bytes).unwrap();
        let frame = zstd::decode_all(&*packed).unwrap();
        let mut rest = &frame[..];
        let mut take = |length: usize| {
            let (taken, after) = rest.split_at(length);
            rest = after;
            taken
        };
        assert_eq!(take(8), b"LIAISEBU");
        let format = u16::from_le_bytes(take(2).try_into().unwrap());
        let length = take(1)[0].into();
        let read_by = String::from_utf8(take(length).to_vec()).unwrap();
        take(64);
        let length = u32::from_le_bytes(take(4).try_into().unwrap()) as usize;
        let header = serde_json::from_slice(take(length)).unwrap();
        let (mut changes, mut tombstones, mut contents) = (vec![], vec![], vec![]);
        while !rest.is_empty() {
            let kind = if format == 1 { 1 } else { rest[0] };
            rest = &rest[usize::from(format > 1)..];
            let head = if kind == 1 { 16 } else { 0 };
            let length = u32::from_le_bytes(rest[head..head + 4].try_into().unwrap()) as usize;
            let bytes = rest[head + 4..head + 4 + length].to_vec();
            match kind {
                1 => changes.push((rest[..16].try_into().unwrap(), bytes)),
                2 => tombstones.push(serde_json::from_slice(&bytes).unwrap()),
                3 => contents.push(bytes),
                _ => panic!("a part {kind}"),
            }
            rest = &rest[head + 4 + length..];
        }
        Self { format, read_by, header, changes, tombstones, contents }
    }

    /// What is signed, before the signature is put in.
    pub(crate) fn signed(&self) -> Vec<u8> {
        let header = self.header.to_string();
        let mut signed = (header.len() as u32).to_le_bytes().to_vec();
        signed.extend(header.as_bytes());
        let mut part = |kind: u8, document: &[u8], bytes: &[u8]| {
            if self.format > 1 {
                signed.push(kind);
            }
            signed.extend(document);
            signed.extend((bytes.len() as u32).to_le_bytes());
            signed.extend(bytes);
        };
        self.tombstones.iter().for_each(|tombstone| part(2, &[], tombstone.to_string().as_bytes()));
        self.changes.iter().for_each(|(document, change)| part(1, document, change));
        self.contents.iter().for_each(|content| part(3, &[], content));
        signed
    }

    /// Signs, packs and seals.
    pub(crate) fn write(&self, office: &Office, signer: &Keys, recipients: &[Recipient]) -> PathBuf {
        self.write_signed(office, signer, recipients, &self.signed())
    }

    pub(crate) fn write_signed(
        &self,
        office: &Office,
        signer: &Keys,
        recipients: &[Recipient],
        signed: &[u8],
    ) -> PathBuf {
        let mut head = b"LIAISEBU".to_vec();
        head.extend(self.format.to_le_bytes());
        head.push(self.read_by.len() as u8);
        head.extend(self.read_by.as_bytes());
        let signature = signer.signing.sign(&[&*head, signed].concat());
        head.extend(signature.to_bytes());
        head.extend(signed);
        sealed(office, &zstd::encode_all(&*head, 3).unwrap(), recipients)
    }
}

/// Seals what is packed already, whatever it is.
pub(crate) fn sealed(office: &Office, packed: &[u8], recipients: &[Recipient]) -> PathBuf {
    let recipients = recipients.iter().map(|recipient| recipient as &dyn age::Recipient);
    let mut sealed = vec![];
    let mut writer = age::Encryptor::with_recipients(recipients).unwrap().wrap_output(&mut sealed).unwrap();
    writer.write_all(packed).unwrap();
    writer.finish().unwrap();
    let path = office.folder.path().join("forged.liaise-bundle");
    std::fs::write(&path, sealed).unwrap();
    path
}

/// The one change of a new document.
pub(crate) fn document(leaves: &[(String, ScalarValue)]) -> ([u8; 16], Vec<u8>) {
    let mut document = AutoCommit::new();
    for (key, value) in leaves {
        document.put(ROOT, key, value.clone()).unwrap();
    }
    document.commit();
    let change = document.get_changes(&[]).remove(0);
    (*uuid::Uuid::new_v4().as_bytes(), change.raw_bytes().to_vec())
}

/// A change that builds on another one and sets one leaf.
pub(crate) fn after(change: &[u8], key: &str, value: ScalarValue) -> Vec<u8> {
    let mut document = AutoCommit::new();
    document.load_incremental(change).unwrap();
    let heads = document.get_heads();
    document.put(ROOT, key, value).unwrap();
    document.commit();
    document.get_changes(&heads).remove(0).raw_bytes().to_vec()
}

/// A record as its document has it, with its root.
pub(crate) fn record(id: &str, entity: &str, fields: &[(&str, ScalarValue)]) -> Vec<(String, ScalarValue)> {
    let mut leaves = vec![
        ("~root".to_owned(), id.into()),
        ("~owner".to_owned(), "LIE".into()),
        (format!("{id}/~entity"), entity.into()),
        (format!("{id}/~created"), "2016-06-01T00:00:00.000Z x".into()),
    ];
    leaves.extend(fields.iter().map(|(field, value)| (format!("{id}/{field}"), value.clone())));
    leaves
}
