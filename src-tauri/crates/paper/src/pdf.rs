//! Finished pages into printpdf's operations, and out of them a PDF document that `tag.rs` completes. The only file
//! that names printpdf.
//!
//! printpdf makes the page content, the font dictionaries, widths and ToUnicode maps. Two things it is helped with:
//! faces are cut down to the glyphs in use before it gets them (it would embed them whole), and after a glyph's first
//! use its text is no longer repeated, which keeps the operations small.

use std::collections::BTreeMap;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::{
    Codepoint, Color as Ink, DictItem, ExternalStream, ExternalXObject, FontId, Line, LineDashPattern, LinePoint, Mm,
    Op as Print, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextItem, WindingOrder, XObject, XObjectId, XObjectTransform,
};

use crate::font::{Face, Fonts};
use crate::image::{Content, Image};
use crate::page::{Op, Page, Part, PathPoint, Stroke, Used};
use crate::text::Color;
use crate::{PaperError, Progress, Stage};

/// The pages as a PDF document without structure and metadata. Takes the drawing operations out of the pages.
pub(crate) fn assemble(
    title: &str,
    pages: &mut [Page],
    fonts: &Fonts,
    used: &[Used],
    images: &[Image],
    progress: &mut dyn FnMut(Progress),
) -> Result<lopdf::Document, PaperError> {
    let mut pdf = PdfDocument::new(title);
    for (index, (face, used)) in fonts.faces().iter().zip(used).enumerate() {
        if used.glyphs.len() > 1 {
            pdf.resources.fonts.map.insert(font_id(index), PdfFont::new(cut_down(face, used)?));
        }
    }
    for (index, image) in images.iter().enumerate() {
        pdf.resources.xobjects.map.insert(image_id(index), XObject::External(picture(image)));
    }
    let total = pages.len();
    let mut seen: Vec<Vec<bool>> = used.iter().map(|used| vec![false; used.glyphs.len()]).collect();
    for (done, page) in pages.iter_mut().enumerate() {
        if done % 16 == 0 {
            progress(Progress { stage: Stage::Pages, done, total });
        }
        let ops =
            Writer { used, seen: &mut seen, ops: Vec::with_capacity(page.ops.len() * 4), state: State::default() }
                .page(std::mem::take(&mut page.ops));
        pdf.pages.push(PdfPage::new(Mm::from(Pt(page.width)), Mm::from(Pt(page.height)), ops));
    }
    progress(Progress { stage: Stage::Pages, done: total, total });
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { secure: false, subset_fonts: false, optimize: false, image_optimization: None };
    let document = pdf.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        None => Ok(document),
        Some(warning) => Err(PaperError::Pdf(format!("{warning:?}"))),
    }
}

fn font_id(index: usize) -> FontId {
    FontId(format!("T{index}"))
}

fn image_id(index: usize) -> XObjectId {
    XObjectId(format!("X{index}"))
}

/// A face with only the glyphs in use, renumbered in the order of first use.
fn cut_down(face: &Face, used: &Used) -> Result<ParsedFont, PaperError> {
    let refuse = |reason: String| PaperError::Font { name: face.name.clone(), reason };
    let data = ReadScope::new(face.bytes.bytes()).read::<FontData<'_>>().map_err(|error| refuse(error.to_string()))?;
    let tables = data.table_provider(face.index as usize).map_err(|error| refuse(error.to_string()))?;
    let ids: Vec<u16> = used.glyphs.iter().map(|glyph| glyph.0).collect();
    let bytes =
        subset(&tables, &ids, &SubsetProfile::Pdf, CmapTarget::Unicode).map_err(|error| refuse(error.to_string()))?;
    let mut parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
        .ok_or_else(|| refuse("the subset cannot be read".to_owned()))?;
    // The tag before the name tells one subset of a face from another.
    let hash = ids.iter().fold(0u32, |hash, id| hash.wrapping_mul(31).wrapping_add(u32::from(*id)));
    let tag: String = (0..6).map(|nth| char::from(b'A' + ((hash >> (nth * 5)) % 26) as u8)).collect();
    parsed.font_name = Some(format!("{tag}+{}", face.name));
    parsed.pdf_font_metrics.us_weight_class = face.weight;
    Ok(parsed)
}

fn picture(image: &Image) -> ExternalXObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(image.width()))),
        ("Height".to_owned(), DictItem::Int(i64::from(image.height()))),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    let (content, space, compress) = match image.content() {
        Content::Pixels(pixels) => (pixels.to_vec(), "DeviceRGB", true),
        Content::Jpeg(file, components) => {
            dict.insert("Filter".to_owned(), name("DCTDecode"));
            (file.to_vec(), if *components == 1 { "DeviceGray" } else { "DeviceRGB" }, false)
        }
    };
    dict.insert("ColorSpace".to_owned(), name(space));
    ExternalXObject { stream: ExternalStream { dict, content, compress }, width: None, height: None, dpi: None }
}

/// What the page's graphics state is, so that nothing is said twice.
#[derive(Default)]
struct State {
    fill: Option<Color>,
    stroke: Option<Stroke>,
    font: Option<(u16, f32)>,
    rise: f32,
}

struct Writer<'w> {
    used: &'w [Used],
    /// Glyphs whose text printpdf has got already, by face.
    seen: &'w mut [Vec<bool>],
    ops: Vec<Print>,
    state: State,
}

impl Writer<'_> {
    fn page(mut self, ops: Vec<Op>) -> Vec<Print> {
        for op in ops {
            match op {
                Op::Begin { tag, mcid } => {
                    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(i64::from(mcid)))]);
                    self.begin(tag, map);
                }
                Op::Artifact { kind, subtype } => {
                    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
                    let mut map = BTreeMap::from([("Type".to_owned(), name(kind))]);
                    if let Some(subtype) = subtype {
                        map.insert("Subtype".to_owned(), name(subtype));
                    }
                    self.begin("Artifact", map);
                }
                Op::End => self.ops.push(Print::EndMarkedContent),
                Op::Rect { x, y, width, height, color } => {
                    self.fill(color);
                    let rectangle = Rect {
                        x: Pt(x),
                        y: Pt(y),
                        width: Pt(width),
                        height: Pt(height),
                        mode: Some(PaintMode::Fill),
                        winding_order: None,
                    };
                    self.ops.push(Print::DrawRectangle { rectangle });
                }
                Op::Path { points, closed, fill, stroke } => self.path(&points, closed, fill, stroke),
                Op::Text { face, size, x, y, color, parts, backwards } => {
                    self.text(face, size, (x, y), color);
                    self.parts(face, parts, backwards);
                }
                Op::Image { index, x, y, width, height } => {
                    let transform = XObjectTransform {
                        translate_x: Some(Pt(x)),
                        translate_y: Some(Pt(y)),
                        scale_x: Some(width),
                        scale_y: Some(height),
                        no_auto_scale: true,
                        ..XObjectTransform::default()
                    };
                    self.ops.push(Print::UseXobject { id: image_id(index), transform });
                }
            }
        }
        self.ops
    }

    fn begin(&mut self, tag: &str, map: BTreeMap<String, DictItem>) {
        self.ops
            .push(Print::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } });
    }

    fn fill(&mut self, color: Color) {
        if self.state.fill != Some(color) {
            self.state.fill = Some(color);
            self.ops.push(Print::SetFillColor { col: ink(color) });
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        let before = self.state.stroke.replace(stroke);
        if before.is_none_or(|before| before.color != stroke.color) {
            self.ops.push(Print::SetOutlineColor { col: ink(stroke.color) });
        }
        if before.is_none_or(|before| before.width != stroke.width) {
            self.ops.push(Print::SetOutlineThickness { pt: Pt(stroke.width) });
        }
        if before.map_or(0.0, |before| before.dash) != stroke.dash {
            let dash =
                if stroke.dash > 0.0 { LineDashPattern::new(0.0, &[stroke.dash]) } else { LineDashPattern::solid() };
            self.ops.push(Print::SetLineDashPattern { dash });
        }
    }

    fn path(&mut self, points: &[PathPoint], closed: bool, fill: Option<Color>, stroke: Option<Stroke>) {
        if let Some(color) = fill {
            self.fill(color);
        }
        if let Some(stroke) = stroke {
            self.stroke(stroke);
        }
        let points =
            points.iter().map(|point| LinePoint { p: Point { x: Pt(point.x), y: Pt(point.y) }, bezier: point.control });
        match (fill.is_some(), stroke.is_some()) {
            (false, false) => {}
            (false, true) => {
                self.ops.push(Print::DrawLine { line: Line { points: points.collect(), is_closed: closed } })
            }
            (true, outlined) => {
                let polygon = Polygon {
                    rings: vec![PolygonRing { points: points.collect() }],
                    mode: if outlined { PaintMode::FillStroke } else { PaintMode::Fill },
                    winding_order: WindingOrder::NonZero,
                };
                self.ops.push(Print::DrawPolygon { polygon });
            }
        }
    }

    fn text(&mut self, face: u16, size: f32, at: (f32, f32), color: Color) {
        self.fill(color);
        self.ops.push(Print::StartTextSection);
        if self.state.font != Some((face, size)) {
            self.state.font = Some((face, size));
            self.ops.push(Print::SetFont { font: PdfFontHandle::External(font_id(usize::from(face))), size: Pt(size) });
        }
        self.ops.push(Print::SetTextCursor { pos: Point { x: Pt(at.0), y: Pt(at.1) } });
    }

    fn replace(&mut self, text: &str) {
        let mut bytes = vec![0xFE, 0xFF];
        bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        self.begin("Span", BTreeMap::from([("ActualText".to_owned(), DictItem::Bytes(bytes))]));
    }

    fn parts(&mut self, face: u16, parts: Vec<Part>, backwards: bool) {
        if backwards {
            self.ops.push(Print::BeginMarkedContent { tag: "ReversedChars".to_owned() });
        }
        let mut open = false;
        for part in parts {
            if open && !part.continues {
                self.ops.push(Print::EndMarkedContent);
                open = false;
            }
            if part.rise != self.state.rise {
                self.state.rise = part.rise;
                self.ops.push(Print::SetLineOffset { multiplier: part.rise });
            }
            if let Some(text) = &part.actual {
                self.replace(text);
                open = true;
            }
            self.show(usize::from(face), &part);
        }
        if open {
            self.ops.push(Print::EndMarkedContent);
        }
        if backwards {
            self.ops.push(Print::EndMarkedContent);
        }
        if self.state.rise != 0.0 {
            self.state.rise = 0.0;
            self.ops.push(Print::SetLineOffset { multiplier: 0.0 });
        }
        self.ops.push(Print::EndTextSection);
    }

    /// Glyphs with kerns between them. A glyph's first use tells printpdf its text; later uses are plain codes.
    fn show(&mut self, face: usize, part: &Part) {
        let fresh = part.codes.iter().any(|&code| !self.seen[face][usize::from(code)]);
        let mut kerns = part.kerns.iter().peekable();
        if fresh {
            let mut items = Vec::with_capacity(2);
            if let Some((_, kern)) = kerns.next_if(|kern| kern.0 == 0) {
                items.push(TextItem::Offset(*kern));
            }
            let mut points = Vec::with_capacity(part.codes.len());
            for (at, &code) in part.codes.iter().enumerate() {
                self.seen[face][usize::from(code)] = true;
                let offset = kerns.next_if(|kern| kern.0 as usize == at + 1).map_or(0.0, |kern| kern.1);
                let text = self.used[face].glyphs[usize::from(code)].1.clone();
                points.push(Codepoint { gid: code, offset, cid: Some(text) });
            }
            items.push(TextItem::GlyphIds(points));
            self.ops.push(Print::ShowText { items });
            return;
        }
        let mut array = Vec::with_capacity(part.kerns.len() * 2 + 1);
        let mut from = 0;
        for &(at, kern) in kerns {
            push_codes(&mut array, &part.codes[from..at as usize]);
            array.push(DictItem::Real(kern));
            from = at as usize;
        }
        push_codes(&mut array, &part.codes[from..]);
        self.ops.push(Print::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(array)] });
    }
}

fn push_codes(array: &mut Vec<DictItem>, codes: &[u16]) {
    if !codes.is_empty() {
        array.push(DictItem::Bytes(codes.iter().flat_map(|code| code.to_be_bytes()).collect()));
    }
}

fn ink(color: Color) -> Ink {
    let [r, g, b] = color.map(|value| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0);
    Ink::Rgb(Rgb::new(r, g, b, None))
}
