//! Faces and which of them has a character: Source Sans 3 in four styles, faces for scripts it lacks, and on
//! request the faces of the machine's font folders. Shaping itself is in `text.rs`.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use harfrust::{Font, ShaperFont};

use crate::PaperError;

/// The faces a document is set in. Cheap to clone and shared between threads.
#[derive(Clone)]
pub struct Fonts(Arc<Vec<Face>>);

/// One face.
pub(crate) struct Face {
    pub(crate) font: Font,
    pub(crate) bytes: Source,
    pub(crate) index: u32,
    /// Units of the em square.
    pub(crate) upm: f32,
    /// PostScript name.
    pub(crate) name: String,
    /// Weight class, 400 or 700.
    pub(crate) weight: u16,
}

/// Where the bytes of a face are.
pub(crate) enum Source {
    Bundled(&'static [u8]),
    Read(Vec<u8>),
}

impl Source {
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Source::Bundled(bytes) => bytes,
            Source::Read(bytes) => bytes,
        }
    }
}

/// The upright face; the other styles follow in the order bold, italic, bold italic.
pub(crate) const STYLES: usize = 4;

macro_rules! bundled {
    ($($name:literal, $weight:literal);* $(;)?) => {
        [$(($name, $weight, include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf")).as_slice())),*]
    };
}

/// The sRGB profile every PDF names as its output intent.
pub(crate) const SRGB: &[u8] = include_bytes!("../../../../assets/fonts/sRGB-v2-magic.icc");

impl Fonts {
    /// The bundled faces: Source Sans 3, IBM Plex Sans Arabic, and Noto Sans for Hebrew, Georgian and Armenian.
    pub fn bundled() -> Self {
        static BUNDLED: OnceLock<Fonts> = OnceLock::new();
        BUNDLED
            .get_or_init(|| {
                let faces = bundled! {
                    "SourceSans3-Regular", 400;
                    "SourceSans3-Bold", 700;
                    "SourceSans3-It", 400;
                    "SourceSans3-BoldIt", 700;
                    "IBMPlexSansArabic-Regular", 400;
                    "NotoSansHebrew-Regular", 400;
                    "NotoSansGeorgian-Regular", 400;
                    "NotoSansArmenian-Regular", 400;
                }
                .map(|(name, weight, bytes)| {
                    Face::new(name.to_owned(), weight, Source::Bundled(bytes), 0).expect("bundled faces are sound")
                });
                Fonts(Arc::new(faces.into()))
            })
            .clone()
    }

    /// The bundled faces, and those Noto, DejaVu and CJK faces of the given folders (searched to the third level) that
    /// may stand in for scripts the bundled ones lack. Folders that are missing are passed over.
    ///
    /// # Errors
    /// [`PaperError::Font`] if a face found there cannot be read.
    pub fn with_folders(folders: &[PathBuf]) -> Result<Self, PaperError> {
        let mut files = Vec::new();
        for folder in folders {
            gather(folder, 3, &mut files);
        }
        files.sort_by_key(|file| (rank(file), file.clone()));
        files.truncate(8);
        let mut faces: Vec<Face> = Vec::new();
        for file in files {
            let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let bytes = std::fs::read(&file)
                .map_err(|error| PaperError::Font { name: name.clone(), reason: error.to_string() })?;
            if let Ok(face) = Face::new(name, 400, Source::Read(bytes), 0) {
                faces.push(face);
            }
        }
        Ok(Fonts::bundled().and(faces))
    }

    /// The faces in order: four styles, then fallbacks.
    pub(crate) fn faces(&self) -> &[Face] {
        &self.0
    }

    /// The face that has a character: the style's own, else the first fallback.
    pub(crate) fn face_for(&self, style: usize, character: char) -> Option<usize> {
        std::iter::once(style).chain(STYLES..self.0.len()).find(|&index| self.0[index].has(character))
    }

    fn and(self, more: Vec<Face>) -> Self {
        let mut faces: Vec<Face> = Vec::with_capacity(self.0.len() + more.len());
        for face in self.0.iter() {
            let bytes = match &face.bytes {
                Source::Bundled(bytes) => Source::Bundled(bytes),
                Source::Read(bytes) => Source::Read(bytes.clone()),
            };
            if let Ok(copy) = Face::new(face.name.clone(), face.weight, bytes, face.index) {
                faces.push(copy);
            }
        }
        faces.extend(more);
        Fonts(Arc::new(faces))
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.0.iter().map(|face| &face.name)).finish()
    }
}

impl Face {
    fn new(name: String, weight: u16, bytes: Source, index: u32) -> Result<Self, PaperError> {
        let font = Font::new(bytes.bytes().to_vec(), index)
            .ok_or_else(|| PaperError::Font { name: name.clone(), reason: "not a font".to_owned() })?;
        let upm = font.units_per_em() as f32;
        Ok(Face { font, bytes, index, upm, name, weight })
    }

    /// Whether the face has a character. Spaces of special widths are made from the plain space by the shaper.
    pub(crate) fn has(&self, character: char) -> bool {
        if matches!(character, '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{A0}') {
            return true;
        }
        ShaperFont::new(&self.font).nominal_glyph(character as u32).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            if depth > 1 {
                gather(&path, depth - 1, files);
            }
        } else if rank(&path) < usize::MAX {
            files.push(path);
        }
    }
}

/// Which files may serve as fallback, best first: regular faces of families known for wide coverage.
fn rank(file: &Path) -> usize {
    let name = file.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if !(name.ends_with(".ttf") || name.ends_with(".otf") || name.ends_with(".ttc")) {
        return usize::MAX;
    }
    let known = [
        "notosanscjk-regular",
        "notosanssc-regular",
        "notosansjp-regular",
        "notosanskr-regular",
        "wqy-zenhei",
        "droidsansfallback",
        "msyh.",
        "yugothr",
        "malgun.",
        "simsun",
        "hiragino sans gb",
        "pingfang",
        "arial unicode",
        "notosansdevanagari-regular",
        "notosansbengali-regular",
        "notosansthai-regular",
        "notosansethiopic-regular",
        "notosanstamil-regular",
        "nirmala.",
        "leelawui.",
        "notosanssymbols-regular",
        "notosanssymbols2-regular",
        "dejavusans.",
        "segoeui.",
        "seguisym",
    ];
    known.iter().position(|start| name.starts_with(start)).unwrap_or(usize::MAX)
}
