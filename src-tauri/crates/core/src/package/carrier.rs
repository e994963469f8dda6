//! What carries packages: PDF reports, e-mails and archives, in one another. Everything that is unpacked on the way shares
//! one budget, so that no nesting of small files becomes a large one; a damaged part is named and keeps no other out.
//! Nothing is written anywhere, so where a part would lie plays no role.

use std::{io::Read as _, path::Path};

use liaise_paper::extract::{self, ExtractError};
use mail_parser::MimeHeaders as _;

use super::{LARGEST, NAME};
use crate::{Result, error::Error};

/// Deepest nesting of archives and e-mails in one another.
const NESTING: usize = 3;
/// Most parts that are unpacked from one file.
const MOST_PARTS: usize = 500;
/// Most bytes that are unpacked from one file, all parts together; and the largest file that is looked into.
const MOST_BYTES: u64 = 256 << 20;
/// What joins the names of a file and of the part in it.
const IN: &str = " › ";

/// Something that may be a package, and where it was found.
pub struct Part {
    /// The name of the file, and of the parts in one another that lead to it.
    pub name: String,
    /// Its bytes, or why they cannot be had.
    pub bytes: Result<Vec<u8>>,
}

/// What may be a package in a file: the file itself, or what a PDF, an e-mail or an archive carries.
///
/// # Errors
/// [`Error::NotAPackage`] when there is nothing; [`Error::FileTooLarge`], [`Error::FileAccess`], [`Error::MissingFile`]
pub fn parts(path: &Path) -> Result<Vec<Part>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = crate::session::read_file(path, MOST_BYTES)?;
    let mut unpacking = Unpacking { parts: MOST_PARTS, bytes: MOST_BYTES, found: vec![] };
    unpacking.look(name, bytes, 0);
    if unpacking.found.is_empty() { Err(Error::NotAPackage) } else { Ok(unpacking.found) }
}

struct Unpacking {
    /// Parts that may still be unpacked.
    parts: usize,
    /// Bytes that they may still have.
    bytes: u64,
    found: Vec<Part>,
}

impl Unpacking {
    fn look(&mut self, name: String, bytes: Vec<u8>, depth: usize) {
        if bytes.starts_with(b"%PDF-") {
            self.pdf(name, &bytes);
        } else if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{') {
            self.found.push(Part { name, bytes: Ok(bytes) });
        } else if depth > NESTING {
            self.refuse(name, Error::FileTooLarge);
        } else if bytes.starts_with(b"PK\x03\x04") {
            self.archive(&name, &bytes, depth);
        } else {
            self.mail(&name, &bytes, depth);
        }
    }

    fn refuse(&mut self, name: String, error: Error) {
        self.found.push(Part { name, bytes: Err(error) });
    }

    /// Room for one more part; its largest size.
    fn room(&mut self) -> Option<u64> {
        self.parts = self.parts.checked_sub(1)?;
        Some(self.bytes.min(LARGEST as u64)).filter(|room| *room > 0)
    }

    fn pdf(&mut self, name: String, bytes: &[u8]) {
        let Some(room) = self.room() else { return self.refuse(name, Error::FileTooLarge) };
        match extract::named(bytes, NAME, room as usize) {
            Ok(mut found) => {
                self.bytes -= found.files.iter().map(|file| file.len() as u64).sum::<u64>();
                match (found.files.len(), found.others) {
                    // A paper of anybody's, such as the other attachments of an e-mail.
                    (0, 0) => {}
                    (1, 0) => self.found.push(Part { name, bytes: Ok(found.files.remove(0)) }),
                    // This program attaches one file and no other: somebody else had a hand in it.
                    _ => self.refuse(name, Error::StrangeAttachments),
                }
            }
            Err(ExtractError::TooLarge) => self.refuse(name, Error::FileTooLarge),
            Err(ExtractError::Unreadable) => self.refuse(name, Error::NotAPackage),
        }
    }

    fn archive(&mut self, name: &str, bytes: &[u8], depth: usize) {
        let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
            return self.refuse(name.into(), Error::NotAPackage);
        };
        for at in 0..archive.len() {
            let Ok(file) = archive.by_index(at) else {
                self.refuse(name.into(), Error::NotAPackage);
                continue;
            };
            let inside = file.name().map(|name| name.into_owned()).unwrap_or_default();
            let end = inside.to_ascii_lowercase();
            if file.is_dir() || ![".pdf", ".json", ".eml", ".zip"].iter().any(|known| end.ends_with(known)) {
                continue;
            }
            let name = within(name, &inside);
            let Some(room) = self.room() else { return self.refuse(name, Error::FileTooLarge) };
            let mut content = vec![];
            // One byte more than there is room for tells what is too large, whatever the archive claims.
            if file.take(room + 1).read_to_end(&mut content).is_err() {
                self.refuse(name, Error::NotAPackage);
            } else if content.len() as u64 > room {
                // What was unpacked of it is spent.
                self.bytes -= room;
                self.refuse(name, Error::FileTooLarge);
            } else {
                self.bytes -= content.len() as u64;
                self.look(name, content, depth + 1);
            }
        }
    }

    /// What is attached to an e-mail; nothing when it is none.
    fn mail(&mut self, name: &str, bytes: &[u8], depth: usize) {
        let Some(message) = mail_parser::MessageParser::default().parse(bytes) else { return };
        for part in message.attachments() {
            let name = within(name, part.attachment_name().unwrap_or_default());
            let content = part.contents();
            if self.room().is_none_or(|room| content.len() as u64 > room) {
                return self.refuse(name, Error::FileTooLarge);
            }
            self.bytes -= content.len() as u64;
            self.look(name, content.to_vec(), depth + 1);
        }
    }
}

/// The name of a part in what carries it: without folders, and short enough to be shown.
fn within(outer: &str, inner: &str) -> String {
    let last = inner.rsplit(['/', '\\']).next().unwrap_or_default();
    let last: String = last.chars().filter(|letter| !letter.is_control()).take(120).collect();
    if last.is_empty() { outer.to_owned() } else { format!("{outer}{IN}{last}") }
}
