//! The files that a PDF carries, read out of it again: of this printer's papers and of any other maker's. What comes from
//! outside is taken with limits; nothing of a page is looked at.

use std::{
    collections::BTreeSet,
    io::Read as _,
    panic::{AssertUnwindSafe, catch_unwind},
};

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

/// A file that a PDF carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why no file can be read out of a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExtractError {
    /// It is no PDF, or a damaged one.
    #[error("the PDF cannot be read")]
    Unreadable,
    /// A carried file is larger than is taken.
    #[error("a file in the PDF is too large")]
    TooLarge,
}

/// The files of one name that a PDF carries, and how many others there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// What the files of that name hold.
    pub files: Vec<Vec<u8>>,
    /// How many files of other names, or of none, the PDF carries; they are not unpacked.
    pub others: usize,
}

/// Most files that are looked at, and deepest nesting of their list.
const MOST: usize = 64;
const DEEPEST: usize = 8;

/// The files that a PDF carries, each of at most `largest` bytes when unpacked.
///
/// # Errors
/// [`ExtractError`]
pub fn carried(bytes: &[u8], largest: usize) -> Result<Vec<Carried>, ExtractError> {
    reading(bytes, |pdf, specs| {
        let files = specs.into_iter().filter_map(|spec| {
            let content = content(pdf, spec, largest).transpose()?;
            Some(content.map(|bytes| Carried { name: name(pdf, spec), bytes }))
        });
        files.collect()
    })
}

/// The files of one name that a PDF carries, all of them together of at most `largest` bytes when unpacked.
///
/// # Errors
/// [`ExtractError`]
pub fn named(bytes: &[u8], wanted: &str, largest: usize) -> Result<Named, ExtractError> {
    reading(bytes, |pdf, specs| {
        let mut found = Named::default();
        let mut room = largest;
        for spec in specs {
            if name(pdf, spec) != wanted {
                found.others += 1;
            } else if let Some(file) = content(pdf, spec, room)? {
                room -= file.len();
                found.files.push(file);
            }
        }
        Ok(found)
    })
}

fn reading<T>(
    bytes: &[u8],
    look: impl FnOnce(&Pdf, Vec<&Dictionary>) -> Result<T, ExtractError>,
) -> Result<T, ExtractError> {
    if !bytes.starts_with(b"%PDF-") {
        return Err(ExtractError::Unreadable);
    }
    // The reader is another's work, and the file may be anybody's.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::load_mem(bytes).map_err(|_| ExtractError::Unreadable)?;
        let specs = specs(&pdf)?;
        look(&pdf, specs)
    }));
    read.unwrap_or(Err(ExtractError::Unreadable))
}

/// What the PDF says of its files, each once: in the tree of their names, and where they are said to belong to the whole.
fn specs(pdf: &Pdf) -> Result<Vec<&Dictionary>, ExtractError> {
    let catalog = pdf.catalog().map_err(|_| ExtractError::Unreadable)?;
    let mut specs = vec![];
    if let Some(names) = dictionary(pdf, catalog, b"Names").and_then(|names| dictionary(pdf, names, b"EmbeddedFiles")) {
        collect(pdf, names, 0, &mut BTreeSet::new(), &mut specs);
    }
    if let Some(Object::Array(associated)) = entry(pdf, catalog, b"AF") {
        specs.extend(associated.iter().take(MOST).filter_map(|file| resolve(pdf, file).as_dict().ok()));
    }
    let mut seen = BTreeSet::new();
    specs.retain(|spec| seen.insert(std::ptr::from_ref::<Dictionary>(spec)));
    specs.truncate(MOST);
    Ok(specs)
}

/// The file specifications of a name tree. One that leads back to itself is walked once.
fn collect<'p>(
    pdf: &'p Pdf,
    node: &'p Dictionary,
    depth: usize,
    seen: &mut BTreeSet<ObjectId>,
    specs: &mut Vec<&'p Dictionary>,
) {
    if let Some(Object::Array(pairs)) = entry(pdf, node, b"Names") {
        let found = pairs.chunks(2).filter_map(|pair| resolve(pdf, pair.get(1)?).as_dict().ok());
        specs.extend(found.take(MOST.saturating_sub(specs.len())));
    }
    let Some(Object::Array(kids)) = entry(pdf, node, b"Kids") else { return };
    for kid in kids.iter().take(MOST) {
        let new = kid.as_reference().map_or(true, |id| seen.insert(id));
        if let (true, true, Ok(kid)) = (new, depth < DEEPEST, resolve(pdf, kid).as_dict()) {
            collect(pdf, kid, depth + 1, seen, specs);
        }
    }
}

fn name(pdf: &Pdf, spec: &Dictionary) -> String {
    let name = [b"UF".as_slice(), b"F"].into_iter().find_map(|key| entry(pdf, spec, key));
    name.and_then(|name| lopdf::decode_text_string(name).ok()).unwrap_or_default()
}

/// What a file holds; nothing where there is no file or it is packed in a way that nobody uses for this.
fn content(pdf: &Pdf, spec: &Dictionary, largest: usize) -> Result<Option<Vec<u8>>, ExtractError> {
    let Some(stream) = dictionary(pdf, spec, b"EF")
        .and_then(|files| entry(pdf, files, b"F"))
        .and_then(|stream| stream.as_stream().ok())
    else {
        return Ok(None);
    };
    let filter = match entry(pdf, &stream.dict, b"Filter") {
        Some(Object::Array(filters)) if filters.len() > 1 => return Ok(None),
        Some(Object::Array(filters)) => filters.first().map(|one| resolve(pdf, one)),
        other => other,
    };
    let bytes = match filter.and_then(|filter| filter.as_name().ok()) {
        None if stream.content.len() > largest => return Err(ExtractError::TooLarge),
        None => stream.content.clone(),
        Some(b"FlateDecode") => {
            let mut bytes = vec![];
            // One byte more than allowed tells a file that is too large from one that just fits.
            let packed = flate2::read::ZlibDecoder::new(stream.content.as_slice());
            packed.take(largest as u64 + 1).read_to_end(&mut bytes).map_err(|_| ExtractError::Unreadable)?;
            if bytes.len() > largest {
                return Err(ExtractError::TooLarge);
            }
            bytes
        }
        Some(_) => return Ok(None),
    };
    Ok(Some(bytes))
}

fn resolve<'p>(pdf: &'p Pdf, object: &'p Object) -> &'p Object {
    let mut object = object;
    for _ in 0..16 {
        let Object::Reference(id) = object else { return object };
        let Ok(next) = pdf.get_object(*id) else { return &Object::Null };
        object = next;
    }
    &Object::Null
}

fn entry<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary, key: &[u8]) -> Option<&'p Object> {
    dictionary.get(key).ok().map(|object| resolve(pdf, object))
}

fn dictionary<'p>(pdf: &'p Pdf, from: &'p Dictionary, key: &[u8]) -> Option<&'p Dictionary> {
    entry(pdf, from, key).and_then(|object| object.as_dict().ok())
}
