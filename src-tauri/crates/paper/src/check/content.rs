//! What stands on a page: stretches of text with their places and colours, grounds, marked content. And whether it can
//! be seen: inside the page, over no other text, in a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3).

use lopdf::content::Content;
use lopdf::{Document as Pdf, Object, ObjectId};

use super::{entry, number, widths};

/// A rectangle: left, bottom, right, top.
pub(super) type Bounds = [f32; 4];

/// A stretch of text drawn by one operator.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) bounds: Bounds,
    pub(super) mcid: Option<i64>,
    size: f32,
    /// Written from right to left; its marks reach over its neighbours.
    backwards: bool,
    color: [f32; 3],
    ground: [f32; 3],
    marked: bool,
}

/// What was found on a page.
#[derive(Debug, Default)]
pub(super) struct PageContent {
    pub(super) bounds: Bounds,
    pub(super) texts: Vec<Text>,
    /// Marked content in the order in which it is drawn.
    pub(super) mcids: Vec<i64>,
    /// Thin filled rectangles by the marked content they are in: underlines among them.
    pub(super) rules: Vec<(Option<i64>, Bounds)>,
}

#[derive(Clone)]
struct State {
    fill: [f32; 3],
    font: String,
    size: f32,
    rise: f32,
}

/// Reads a page's content.
pub(super) fn read(pdf: &Pdf, id: ObjectId, page: usize, found: &mut Vec<String>) -> PageContent {
    let mut out = PageContent::default();
    let Ok(dictionary) = pdf.get_dictionary(id) else { return out };
    if let Some(Ok(bounds)) = entry(pdf, dictionary, "MediaBox").map(Object::as_array)
        && let [left, bottom, right, top] = bounds.as_slice()
    {
        out.bounds = [left, bottom, right, top].map(number);
    }
    let widths = widths(pdf, dictionary);
    let content = Content::decode(&pdf.get_page_content(id));
    let Ok(content) = content else {
        found.push(format!("page {page}: the content cannot be read"));
        return out;
    };
    let mut state = State { fill: [0.0; 3], font: String::new(), size: 0.0, rise: 0.0 };
    let mut saved = Vec::new();
    let mut marks: Vec<Option<i64>> = Vec::new();
    let mut grounds: Vec<(Bounds, [f32; 3])> = Vec::new();
    let mut path: Vec<(f32, f32)> = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    let mut open: Option<Text> = None;
    let mut backward = false;
    for operation in &content.operations {
        let values: Vec<f32> = operation.operands.iter().map(number).collect();
        let mcid = marks.iter().rev().find_map(|mark| *mark);
        match (operation.operator.as_str(), values.as_slice()) {
            ("q", _) => saved.push(state.clone()),
            ("Q", _) => state = saved.pop().unwrap_or(state),
            ("rg", [r, g, b]) => state.fill = [*r, *g, *b],
            ("BMC", _) => {
                backward = super::name_of(operation.operands.first()) == "ReversedChars";
                marks.push(None);
            }
            ("BDC", _) => {
                let mcid = operation.operands.get(1).and_then(|properties| properties.as_dict().ok());
                let mcid = mcid.and_then(|properties| properties.get(b"MCID").ok()).and_then(|mcid| mcid.as_i64().ok());
                if let Some(mcid) = mcid {
                    if marks.iter().any(Option::is_some) {
                        found.push(format!("page {page}: marked content {mcid} lies inside other marked content"));
                    }
                    out.mcids.push(mcid);
                }
                marks.push(mcid);
            }
            ("EMC", _) if marks.is_empty() => found.push(format!("page {page}: a mark ends that never began")),
            ("EMC", _) => {
                marks.pop();
            }
            ("BT", _) => {
                (x, y) = (0.0, 0.0);
                open = None;
            }
            ("ET", _) => {
                backward = false;
                out.texts.extend(open.take());
            }
            ("Tf", [_, size]) => {
                state.font = super::name_of(operation.operands.first());
                state.size = *size;
            }
            ("Td", [dx, dy]) => (x, y) = (x + dx, y + dy),
            ("Ts", [rise]) => state.rise = *rise,
            ("TJ" | "Tj", _) => {
                let (moved, from, to) = advance(&operation.operands, widths.get(&state.font), state.size, page, found);
                let (low, high) = (y + state.rise - state.size * 0.2, y + state.rise + state.size * 0.72);
                let bounds = [x + from, low, x + to, high];
                x += moved;
                // All that one text object draws is one text: marks may lie over their letters.
                match &mut open {
                    Some(text) => {
                        let before = text.bounds;
                        text.bounds = [
                            before[0].min(bounds[0]),
                            before[1].min(bounds[1]),
                            before[2].max(bounds[2]),
                            before[3].max(bounds[3]),
                        ];
                    }
                    None => {
                        let middle = ((bounds[0] + bounds[2]) / 2.0, y + state.rise + state.size * 0.25);
                        let inside = |ground: &Bounds| {
                            (ground[0]..=ground[2]).contains(&middle.0) && (ground[1]..=ground[3]).contains(&middle.1)
                        };
                        let ground =
                            grounds.iter().rev().find(|(bounds, _)| inside(bounds)).map_or([1.0; 3], |ground| ground.1);
                        let backwards = backward;
                        let (size, color, marked) = (state.size, state.fill, !marks.is_empty());
                        open = Some(Text { bounds, mcid, size, backwards, color, ground, marked });
                    }
                }
            }
            ("m", [px, py]) => path = vec![(*px, *py)],
            ("l", [px, py]) => path.push((*px, *py)),
            ("c", [_, _, _, _, px, py]) => path.push((*px, *py)),
            ("re", [px, py, width, height]) => path = vec![(*px, *py), (px + width, py + height)],
            ("f" | "F" | "f*" | "B" | "B*" | "b" | "b*", _) => {
                if let Some(bounds) = hull(&path) {
                    if bounds[3] - bounds[1] <= 1.5 {
                        out.rules.push((mcid, bounds));
                    }
                    grounds.push((bounds, state.fill));
                }
                path.clear();
            }
            ("S" | "s" | "n", _) => path.clear(),
            _ => {}
        }
    }
    if !marks.is_empty() {
        found.push(format!("page {page}: a mark does not end"));
    }
    out
}

/// Faults of one page.
pub(super) fn judge(page: &PageContent, number: usize, found: &mut Vec<String>) {
    let [left, bottom, right, top] = page.bounds;
    for text in &page.texts {
        let [x1, y1, x2, y2] = text.bounds;
        if x1 < left - 0.5 || y1 < bottom - 0.5 || x2 > right + 0.5 || y2 > top + 0.5 {
            found.push(format!("page {number}: text outside the page at {x1:.0}, {y1:.0}"));
        }
        if !text.marked {
            found.push(format!("page {number}: text without a mark at {x1:.0}, {y1:.0}"));
        }
        let contrast = contrast(text.color, text.ground);
        if contrast < 4.5 {
            found.push(format!("page {number}: contrast {contrast:.1} at {x1:.0}, {y1:.0}"));
        }
    }
    let mut boxes: Vec<&Text> = page.texts.iter().filter(|text| text.bounds[2] - text.bounds[0] > 0.5).collect();
    boxes.sort_by(|a, b| a.bounds[1].total_cmp(&b.bounds[1]));
    for (nth, first) in boxes.iter().enumerate() {
        for second in boxes[nth + 1..].iter().take_while(|second| second.bounds[1] < first.bounds[3]) {
            if overlap(first, second) {
                let ([x, y, ..], [left, bottom, ..]) = (second.bounds, first.bounds);
                found.push(format!("page {number}: text at {x:.0}, {y:.0} over text at {left:.0}, {bottom:.0}"));
            }
        }
    }
}

/// Whether the bodies of two texts (from the baseline to the height of small letters) cover each other.
fn overlap(first: &Text, second: &Text) -> bool {
    let body = |text: &Text| {
        let [x1, y1, x2, _] = text.bounds;
        let base = y1 + text.size * 0.2;
        [x1 + 0.4, base, x2 - 0.4, base + text.size * 0.48]
    };
    let (a, b) = (body(first), body(second));
    let wide = a[2].min(b[2]) - a[0].max(b[0]);
    let high = a[3].min(b[3]) - a[1].max(b[1]);
    let least = if first.backwards || second.backwards { first.size * 0.5 } else { 0.8 };
    wide > least && high > 0.8
}

/// How far the pen moves, and the left and right edge of what it draws from where it was; in points.
fn advance(
    operands: &[Object],
    widths: Option<&std::collections::BTreeMap<u16, f32>>,
    size: f32,
    page: usize,
    found: &mut Vec<String>,
) -> (f32, f32, f32) {
    let (mut pen, mut left, mut right) = (0.0, f32::MAX, f32::MIN);
    let items: &[Object] = match operands.first() {
        Some(Object::Array(items)) => items,
        Some(_) => operands,
        None => &[],
    };
    for item in items {
        match item {
            Object::String(bytes, _) => {
                for code in bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])) {
                    if code == 0 {
                        found.push(format!("page {page}: a character without a glyph"));
                    }
                    left = left.min(pen);
                    pen += widths.and_then(|widths| widths.get(&code)).copied().unwrap_or(500.0);
                    right = right.max(pen);
                }
            }
            kern => pen -= number(kern),
        }
    }
    let scale = size / 1000.0;
    if right < left { (pen * scale, 0.0, 0.0) } else { (pen * scale, left * scale, right * scale) }
}

fn hull(path: &[(f32, f32)]) -> Option<Bounds> {
    let first = path.first()?;
    Some(path.iter().fold([first.0, first.1, first.0, first.1], |hull, point| {
        [hull[0].min(point.0), hull[1].min(point.1), hull[2].max(point.0), hull[3].max(point.1)]
    }))
}

/// Contrast of two colours (WCAG 2.2, "contrast ratio").
fn contrast(first: [f32; 3], second: [f32; 3]) -> f32 {
    let light = |color: [f32; 3]| {
        let [r, g, b] =
            color.map(|value| if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (light(first), light(second));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
