//! Words into glyphs: face by face, script by script, with a cache by language and style. Widths are in 1/1000 em of
//! the run's size. Hyphenation points come from here too, because they belong to a language.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;

use harfrust::{
    Buffer, Direction, Feature, GlyphId, Language, Script, ShapeOptions, ShapePlan, ShaperFont, Tag, shape,
};

use crate::font::Fonts;

/// One glyph with the text it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the pen moves, and how far it would by the font's own width.
    pub(crate) advance: f32,
    pub(crate) natural: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    /// Bytes of the word's text.
    pub(crate) text: Range<u32>,
}

/// Glyphs of one face.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) face: u16,
    pub(crate) glyphs: Vec<Glyph>,
}

/// A shaped word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: Box<str>,
    pub(crate) pieces: Vec<Piece>,
    units: f32,
}

impl Word {
    /// Its width in points at a size.
    pub(crate) fn width(&self, size: f32) -> f32 {
        self.units * size / 1000.0
    }
}

struct Tongue {
    tag: String,
    shaping: Option<Language>,
    patterns: Option<hypher::Lang>,
}

type Cache = HashMap<Box<str>, Rc<Word>>;
type Plans = HashMap<(u16, u8, Option<Script>, bool), Rc<ShapePlan>>;

/// Shapes words of one document. Not shared between threads; the faces are.
pub(crate) struct Shaper {
    fonts: Fonts,
    tongues: RefCell<Vec<Rc<Tongue>>>,
    plans: RefCell<Plans>,
    caches: RefCell<HashMap<(u8, u8, bool), Cache>>,
    buffer: Cell<Option<Buffer>>,
    missing: RefCell<BTreeMap<char, String>>,
}

impl Shaper {
    pub(crate) fn new(fonts: &Fonts) -> Self {
        Shaper {
            fonts: fonts.clone(),
            tongues: RefCell::default(),
            plans: RefCell::default(),
            caches: RefCell::default(),
            buffer: Cell::new(None),
            missing: RefCell::default(),
        }
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The number of a language in this document.
    pub(crate) fn language(&self, tag: &str) -> u8 {
        let mut tongues = self.tongues.borrow_mut();
        if let Some(at) = tongues.iter().position(|tongue| tongue.tag == tag) {
            return at as u8;
        }
        let patterns = match tag.as_bytes() {
            [a, b] | [a, b, b'-', ..] => hypher::Lang::from_iso([a.to_ascii_lowercase(), b.to_ascii_lowercase()]),
            _ => None,
        };
        tongues.push(Rc::new(Tongue { tag: tag.to_owned(), shaping: Language::new(tag), patterns }));
        (tongues.len() - 1).min(usize::from(u8::MAX)) as u8
    }

    /// The tag of a language number.
    pub(crate) fn tag(&self, language: u8) -> String {
        self.tongues.borrow()[usize::from(language)].tag.clone()
    }

    /// Characters no font has, with the words they stood in.
    pub(crate) fn take_missing(&self) -> BTreeMap<char, String> {
        self.missing.take()
    }

    /// A word or a space in one style and language.
    pub(crate) fn word(&self, style: u8, language: u8, text: &str, right_to_left: bool) -> Rc<Word> {
        let key = (style, language, right_to_left);
        if let Some(word) = self.caches.borrow().get(&key).and_then(|cache| cache.get(text)) {
            return word.clone();
        }
        let word = Rc::new(self.shape_word(style, language, text, right_to_left));
        self.caches.borrow_mut().entry(key).or_default().insert(text.into(), word.clone());
        word
    }

    /// Width in points of a text without breaks.
    pub(crate) fn width(&self, style: u8, language: u8, size: f32, text: &str) -> f32 {
        text.split_inclusive(' ')
            .map(|part| match part.strip_suffix(' ') {
                Some("") => self.word(style, language, " ", false).width(size),
                Some(word) => {
                    self.word(style, language, word, false).width(size)
                        + self.word(style, language, " ", false).width(size)
                }
                None => self.word(style, language, part, false).width(size),
            })
            .sum()
    }

    /// Byte offsets where a word may be hyphenated: stretches of six letters and more, two kept left and three right at
    /// least, none in words with inner capitals. A Catalan `l·l` is no such place: it would lose its dot.
    pub(crate) fn hyphens(&self, language: u8, word: &str) -> Vec<usize> {
        let tongue = self.tongues.borrow()[usize::from(language)].clone();
        let Some(patterns) = tongue.patterns else { return Vec::new() };
        let mut out = Vec::new();
        if word.len() < 6 || word.contains("://") || word.contains('@') {
            return out;
        }
        let (left, right) = patterns.bounds();
        let mut start = 0;
        for stretch in word.split(|c: char| !c.is_alphabetic()) {
            let from = start;
            start += stretch.len();
            start += word[start..].chars().next().map_or(0, char::len_utf8);
            if stretch.chars().count() < 6 || stretch.chars().skip(1).any(char::is_uppercase) {
                continue;
            }
            let mut at = from;
            let syllables: Vec<&str> =
                hypher::hyphenate_bounded(stretch, patterns, left.max(2), right.max(3)).collect();
            for syllable in &syllables[..syllables.len().saturating_sub(1)] {
                at += syllable.len();
                out.push(at);
            }
        }
        out
    }

    fn shape_word(&self, style: u8, language: u8, text: &str, right_to_left: bool) -> Word {
        let mut pieces: Vec<Piece> = Vec::with_capacity(1);
        for (range, face) in self.stretches(style, text) {
            let (offset, part) = (range.start, &text[range.clone()]);
            pieces.push(match face {
                Some(face) => Piece { face, glyphs: self.glyphs(face, language, part, offset, right_to_left) },
                None => {
                    let context: String = text.chars().take(24).collect();
                    for character in part.chars().filter(|&c| !ignorable(c)) {
                        self.missing.borrow_mut().entry(character).or_insert_with(|| context.clone());
                    }
                    let mut glyphs = self.glyphs(0, language, "\u{25A1}", 0, false);
                    glyphs.truncate(1);
                    for glyph in &mut glyphs {
                        glyph.text = range.start as u32..range.end as u32;
                    }
                    Piece { face: 0, glyphs }
                }
            });
        }
        if right_to_left {
            pieces.reverse();
        }
        let units = pieces.iter().flat_map(|piece| &piece.glyphs).map(|glyph| glyph.advance).sum();
        Word { text: text.into(), pieces, units }
    }

    /// Stretches of a word that one face can set; `None` where none can. Marks and joiners stay with what they follow.
    fn stretches(&self, style: u8, text: &str) -> Vec<(Range<usize>, Option<u16>)> {
        let mut out: Vec<(Range<usize>, Option<u16>)> = Vec::with_capacity(1);
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            if let Some(last) = out.last_mut() {
                let has = |face: &u16| self.fonts.faces()[usize::from(*face)].has(character);
                if ignorable(character) || last.1.as_ref().is_some_and(|face| *face == u16::from(style) && has(face)) {
                    last.0.end = end;
                    continue;
                }
                let combining =
                    matches!(character as u32, 0x300..=0x36F | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F);
                if combining && last.1.as_ref().is_some_and(has) {
                    last.0.end = end;
                    continue;
                }
            }
            let face = if ignorable(character) {
                Some(u16::from(style))
            } else {
                self.fonts.face_for(usize::from(style), character).map(|face| face as u16)
            };
            match out.last_mut() {
                Some(last) if face.is_some() && last.1 == face => last.0.end = end,
                _ => out.push((at..end, face)),
            }
        }
        out
    }

    fn glyphs(&self, face: u16, language: u8, text: &str, offset: usize, right_to_left: bool) -> Vec<Glyph> {
        let font = &self.fonts.faces()[usize::from(face)];
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.clear();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let direction = if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        let tongue = self.tongues.borrow()[usize::from(language)].clone();
        buffer.set_language(tongue.shaping.clone());
        let script = buffer.script();
        // Optional Arabic ligatures are left out: programs that put lines back together from the places of glyphs turn the
        // letters of a ligature round. The mandatory ones (lam-alef) stay.
        let plain = [Feature::new(Tag::new(b"liga"), 0, ..)];
        let features: &[Feature] = if right_to_left { &plain } else { &[] };
        let plan = self
            .plans
            .borrow_mut()
            .entry((face, language, script, right_to_left))
            .or_insert_with(|| {
                Rc::new(ShapePlan::new(&font.font, direction, script, tongue.shaping.as_ref(), features))
            })
            .clone();
        let shaping = ShaperFont::new(&font.font);
        let shaped = shape(&shaping, &mut buffer, ShapeOptions::new().plan(Some(&plan)).features(features));
        let mut glyphs = Vec::with_capacity(text.len());
        if shaped.is_ok() {
            collect(&shaping, &buffer, 1000.0 / font.upm, (text, offset), right_to_left, &mut glyphs);
        }
        self.buffer.set(Some(buffer));
        glyphs
    }
}

/// Glyphs of a shaped buffer with the text each stands for; the first glyph of a cluster carries the cluster's text,
/// unless there are as many glyphs as characters (a base with its marks): then each carries its own.
fn collect(
    font: &ShaperFont<'_, '_>,
    buffer: &Buffer,
    scale: f32,
    (text, offset): (&str, usize),
    right_to_left: bool,
    out: &mut Vec<Glyph>,
) {
    let (infos, positions) = (buffer.glyph_infos(), buffer.glyph_positions());
    let mut starts: Vec<u32> = infos.iter().map(|info| info.cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut at = 0;
    while at < infos.len() {
        let cluster = infos[at].cluster;
        let end = (at..infos.len()).find(|&next| infos[next].cluster != cluster).unwrap_or(infos.len());
        let next = starts.partition_point(|&start| start <= cluster);
        let range = cluster as usize..starts.get(next).map_or(text.len(), |&start| start as usize);
        let characters: Vec<(usize, char)> = text[range.clone()].char_indices().collect();
        for (nth, index) in (at..end).enumerate() {
            let stands_for = if characters.len() == end - at && characters.len() > 1 {
                // From right to left the marks stand before their letter.
                let own = if right_to_left { characters[characters.len() - 1 - nth] } else { characters[nth] };
                range.start + own.0..range.start + own.0 + own.1.len_utf8()
            } else if nth == 0 {
                range.clone()
            } else {
                range.end..range.end
            };
            let position = &positions[index];
            out.push(Glyph {
                id: infos[index].glyph_id as u16,
                advance: position.x_advance as f32 * scale,
                natural: font.glyph_h_advance(GlyphId::new(infos[index].glyph_id)) as f32 * scale,
                dx: position.x_offset as f32 * scale,
                dy: position.y_offset as f32 * scale,
                text: (offset + stands_for.start) as u32..(offset + stands_for.end) as u32,
            });
        }
        at = end;
    }
}

/// Joiners, direction marks and variation selectors: they ask for a form and are nothing by themselves.
fn ignorable(character: char) -> bool {
    matches!(character as u32, 0xAD | 0x200B..=0x200F | 0x2060..=0x2064 | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF | 0x1F3FB..=0x1F3FF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ten_languages_of_the_reports_are_hyphenated() {
        let shaper = Shaper::new(&Fonts::bundled());
        for (tag, word) in [
            ("en", "cooperation"),
            ("fr", "développement"),
            ("de", "Zusammenarbeit"),
            ("es", "cooperación"),
            ("it", "collaborazione"),
            ("nl", "samenwerking"),
            ("pt-PT", "desenvolvimento"),
            ("el", "συνεργασία"),
            ("sv", "samarbetspartner"),
            ("ca", "desenvolupament"),
        ] {
            let language = shaper.language(tag);
            assert!(!shaper.hyphens(language, word).is_empty(), "{tag}");
        }
    }

    #[test]
    fn a_catalan_double_l_keeps_its_dot() {
        let shaper = Shaper::new(&Fonts::bundled());
        let language = shaper.language("ca");
        let word = "col·laboracions";
        assert!(shaper.hyphens(language, word).iter().all(|&at| at > "col·l".len()));
    }

    #[test]
    fn a_name_in_another_script_is_set_in_a_face_that_has_it() {
        let shaper = Shaper::new(&Fonts::bundled());
        let language = shaper.language("de");
        for name in ["ნინო", "Նարեկ", "שרה", "محمد", "Παπαδοπούλου", "Ивановна", "Łucja"]
        {
            let word = shaper.word(0, language, name, false);
            assert!(word.pieces.iter().flat_map(|piece| &piece.glyphs).all(|glyph| glyph.id != 0), "{name}");
        }
        assert!(shaper.take_missing().is_empty());
    }
}
