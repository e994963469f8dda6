//! The form of a file that laptops exchange: `age( zstd( frame ) )`, with
//!
//! ```text
//! frame  = "LIAISEBU" | format u16 | version of the program that reads it, length u8 and ASCII | signature 64 | signed
//! signed = length u32 | header as JSON | part*
//! part   = 1u8 | document 16 | length u32 | change
//!        | 2u8 | length u32 | tombstone of an erased document as JSON
//!        | 3u8 | length u32 | bytes of an attached file
//! ```
//!
//! Numbers are little-endian. The signature is of everything but itself. There is no archive, no file name and no path in
//! it. In format 1, which is read for ever, every part is a change and has no leading 1. What is in a bundle is judged
//! elsewhere.

use std::io::{Read as _, Write as _};

use age::{DecryptError, Decryptor, Encryptor, Recipient};
use chrono::DateTime;
use ed25519_dalek::{SIGNATURE_LENGTH, Signature, Signer as _};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{identity::Laptop, key::PublicKey};
use crate::{
    Result, attachment, erasure,
    error::Error,
    pack,
    store::{Brought, Incoming, Tombstone, sha256},
};

/// The extension of such files.
pub(crate) const EXTENSION: &str = "liaise-bundle";
/// A file is at most as large, packed and unpacked.
pub(crate) const MAX_BYTES: u64 = 256 << 20;
/// The attached files in it are at most as large in all.
pub(crate) const MAX_CONTENTS: u64 = 128 << 20;
/// A change is at most as large.
const MAX_CHANGE: usize = 16 << 20;
/// A header is at most as large.
const MAX_HEADER: usize = 1 << 20;

const MAGIC: &[u8; 8] = b"LIAISEBU";
const FORMAT: u16 = 2;
/// The form that held changes alone.
const FIRST_FORMAT: u16 = 1;
/// A tombstone is at most as large: it names the changes of a document.
const MAX_TOMBSTONE: usize = 4 << 20;
const CHANGE: u8 = 1;
const TOMBSTONE: u8 = 2;
const CONTENT: u8 = 3;
/// The version of the program that reads this format.
const READ_BY: &str = "0.1.0";
/// How a file of age begins.
const AGE: &[u8] = b"age-encryption.org/";

/// What a bundle says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// When it was made, RFC 3339.
    pub(crate) made_at: String,
    /// Version of the program that made it.
    pub(crate) program: String,
    /// Public key of the laptop that made and signed it.
    pub(crate) signer: String,
    /// What that laptop is called.
    pub(crate) device: String,
    /// Public keys of those that it is sealed for. Signed, so that nobody can seal it for others and pass it on as meant
    /// for them.
    pub(crate) recipients: Vec<String>,
    /// Id of the partnership's record.
    pub(crate) partnership: String,
    /// The partnership's name.
    pub(crate) name: String,
    /// Code of the partner whose partnership it is.
    pub(crate) partner_code: String,
    /// Whether it holds the whole history as it was then.
    pub(crate) whole: bool,
}

/// A bundle that was opened: its signature is that of the key it names. Whose key that is, is not known here.
#[derive(Clone)]
pub(crate) struct Bundle {
    pub(crate) header: Header,
    pub(crate) signer: PublicKey,
    pub(crate) brought: Brought,
    /// SHA-256 of the file.
    pub(crate) sha256: String,
}

/// Packs, signs and seals for `recipients`.
pub(crate) fn seal(header: &Header, brought: &Brought, laptop: &Laptop, recipients: &[PublicKey]) -> Result<Vec<u8>> {
    let frame = frame(header, brought, laptop)?;
    if frame.len() as u64 > MAX_BYTES {
        return Err(Error::FileTooLarge);
    }
    let packed = zstd::encode_all(&*frame, 9)?;
    encrypt(&packed, recipients)
}

fn encrypt(packed: &[u8], recipients: &[PublicKey]) -> Result<Vec<u8>> {
    let unwritable = |error: &dyn std::fmt::Display| Error::Storage(error.to_string());
    let opens = recipients.iter().map(|key| &key.opens as &dyn Recipient);
    let encryptor = Encryptor::with_recipients(opens).map_err(|error| unwritable(&error))?;
    let mut sealed = vec![];
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(packed)?;
    writer.finish()?;
    Ok(sealed)
}

fn frame(header: &Header, brought: &Brought, laptop: &Laptop) -> Result<Vec<u8>> {
    let mut head = [&MAGIC[..], &FORMAT.to_le_bytes(), &[READ_BY.len() as u8], READ_BY.as_bytes()].concat();
    let header = serde_json::to_vec(header).map_err(|error| Error::Storage(error.to_string()))?;
    let mut signed = vec![];
    signed.extend((header.len() as u32).to_le_bytes());
    signed.extend(header);
    let mut part = |kind: u8, document: &[u8], bytes: &[u8]| {
        signed.push(kind);
        signed.extend(document);
        signed.extend((bytes.len() as u32).to_le_bytes());
        signed.extend(bytes);
    };
    for tombstone in &brought.tombstones {
        let tombstone = serde_json::to_vec(tombstone).map_err(|error| Error::Storage(error.to_string()))?;
        part(TOMBSTONE, &[], &tombstone);
    }
    for change in &brought.changes {
        let document = Uuid::parse_str(&change.document).map_err(|error| Error::DamagedFile(error.to_string()))?;
        part(CHANGE, document.as_bytes(), &change.bytes);
    }
    for content in &brought.contents {
        part(CONTENT, &[], content);
    }
    let signature = laptop.signing.sign(&[&*head, &*signed].concat());
    head.extend(signature.to_bytes());
    head.extend(signed);
    Ok(head)
}

/// Opens a file that was sealed for this laptop, and checks its signature.
///
/// # Errors
/// [`Error::NotABundle`], [`Error::SealedForOthers`], [`Error::NewerBundle`], [`Error::DamagedBundle`].
pub(crate) fn open(bytes: &[u8], laptop: &Laptop) -> Result<Bundle> {
    if !bytes.starts_with(AGE) {
        return Err(Error::NotABundle);
    }
    let decryptor = Decryptor::new_buffered(bytes).map_err(damaged)?;
    let identities = std::iter::once(&laptop.opening as &dyn age::Identity);
    let reader = decryptor.decrypt(identities).map_err(|error| match error {
        DecryptError::NoMatchingKeys => Error::SealedForOthers,
        other => damaged(other),
    })?;
    let mut unpacker = zstd::Decoder::new(reader).map_err(damaged)?;
    // As much as the packer ever asks for; more would be memory that a stranger makes us take.
    unpacker.window_log_max(27).map_err(damaged)?;
    let mut frame = vec![];
    unpacker.take(MAX_BYTES + 1).read_to_end(&mut frame).map_err(damaged)?;
    if frame.len() as u64 > MAX_BYTES {
        return Err(Error::FileTooLarge);
    }
    let (header, signer, brought) = unframe(&frame)?;
    let this = laptop.public.to_string();
    if !header.recipients.contains(&this) {
        return Err(Error::SealedForOthers);
    }
    Ok(Bundle { header, signer, brought, sha256: sha256(bytes) })
}

fn unframe(frame: &[u8]) -> Result<(Header, PublicKey, Brought)> {
    let mut rest = Rest(frame);
    if rest.take(MAGIC.len())? != MAGIC {
        return Err(Error::NotABundle);
    }
    let format = u16::from_le_bytes(rest.array()?);
    let [length] = rest.array()?;
    let read_by = rest.take(length.into())?;
    if ![FIRST_FORMAT, FORMAT].contains(&format) {
        let version: String = String::from_utf8_lossy(read_by).chars().filter(|c| !c.is_control()).take(20).collect();
        return Err(if format > FORMAT { Error::NewerBundle(version) } else { damaged("no such format") });
    }
    let head = &frame[..frame.len() - rest.0.len()];
    let signature = Signature::from_bytes(&rest.array::<SIGNATURE_LENGTH>()?);
    let signed = rest.0;
    let length = rest.length(MAX_HEADER)?;
    let header: Header = serde_json::from_slice(rest.take(length)?).map_err(damaged)?;
    let signer: PublicKey = header.signer.parse().map_err(|()| damaged("the signer's key is none"))?;
    signer.signs.verify_strict(&[head, signed].concat(), &signature).map_err(damaged)?;
    let mut brought = Brought::default();
    while !rest.0.is_empty() {
        let [part] = if format == FIRST_FORMAT { [CHANGE] } else { rest.array()? };
        match part {
            CHANGE => {
                let document = Uuid::from_bytes(rest.array()?).to_string();
                let length = rest.length(MAX_CHANGE)?;
                brought.changes.push(Incoming { document, bytes: rest.take(length)?.to_vec() });
            }
            TOMBSTONE => {
                let length = rest.length(MAX_TOMBSTONE)?;
                brought.tombstones.push(tombstone(rest.take(length)?)?);
            }
            CONTENT => {
                let length = rest.length(attachment::LARGEST as usize)?;
                let content = rest.take(length)?.to_vec();
                if attachment::media_type(&content).is_none() && !pack::is_logo(&content) {
                    return Err(damaged("an attached file of no known kind"));
                }
                brought.contents.push(content);
            }
            _ => return Err(damaged("no such part")),
        }
    }
    Ok((header, signer, brought))
}

/// A tombstone whose signature is that of the key it names.
fn tombstone(bytes: &[u8]) -> Result<Tombstone> {
    let tombstone: Tombstone = serde_json::from_slice(bytes).map_err(damaged)?;
    let plain = |text: &str, most: usize| text.len() <= most && text.chars().all(|c| c.is_ascii_graphic());
    let hash = |text: &String| text.len() == 16 && text.chars().all(|c| c.is_ascii_hexdigit());
    if !Uuid::parse_str(&tombstone.document).is_ok_and(|id| id.to_string() == tombstone.document)
        || !plain(&tombstone.entity, 60)
        || !plain(&tombstone.reason, 60)
        || DateTime::parse_from_rfc3339(&tombstone.at).is_err()
        || !tombstone.seen.iter().all(hash)
    {
        return Err(damaged("no tombstone"));
    }
    if erasure::is_signed(&tombstone) { Ok(tombstone) } else { Err(damaged("an erasure that is not as it was signed")) }
}

/// What has not been read yet. Nothing is ever set aside for a length that the bytes do not bear out.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(|| damaged("cut off"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        Ok(self.take(N)?.try_into().expect("as many as were taken"))
    }

    fn length(&mut self, most: usize) -> Result<usize> {
        let length = u32::from_le_bytes(self.array()?) as usize;
        if length > most { Err(damaged("a length over its limit")) } else { Ok(length) }
    }
}

fn damaged(why: impl ToString) -> Error {
    Error::DamagedBundle(why.to_string())
}
