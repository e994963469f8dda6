//! Lines of text and simple shapes onto the current page.

use std::collections::HashMap;

use super::{Kid, Link, NodeId, Op, Paper, Part, PathPoint, Stroke};
use crate::document::{Target, Tone};
use crate::text::{Align, Breaking, Color, Line, Role, Run, Span, Style, break_lines};

/// Where a line of text goes and to whom it belongs.
pub(crate) struct Place<'p> {
    pub(crate) x: f32,
    /// The baseline.
    pub(crate) y: f32,
    /// The element of the text; `None` draws into the current mark.
    pub(crate) node: Option<NodeId>,
    /// The element's language; words in another one get an element of their own.
    pub(crate) language: u8,
    /// Targets by the spans' link numbers, and the elements made for them so far.
    pub(crate) links: Option<&'p mut Links>,
}

/// Links of one paragraph.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub(crate) targets: Vec<(Target, String)>,
    made: HashMap<u32, NodeId>,
}

/// Colours of the rating marks: shape and letter.
pub(crate) fn tone_colors(tone: Tone) -> (Color, Color) {
    match tone {
        Tone::Good => ([27, 110, 60], [255, 255, 255]),
        Tone::Watch => ([242, 177, 52], [28, 36, 46]),
        Tone::Bad => ([166, 28, 28], [255, 255, 255]),
        Tone::None => ([255, 255, 255], [28, 36, 46]),
    }
}

/// A glyph on its way to the page.
struct Drawn<'w> {
    face: u16,
    id: u16,
    text: &'w str,
    /// Left edge from the start of its group, in 1/1000 em.
    at: f32,
    /// How far the font itself moves the pen.
    natural: f32,
    dy: f32,
}

fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

impl Paper<'_> {
    /// Draws one finished line. Text is written in the order of reading, also where it runs from right to left: then
    /// each word is drawn by itself, marked as written backwards (ISO 32000-1, 14.8.2.3.3), so that readers who
    /// follow the file hear it in order.
    pub(crate) fn line(&mut self, line: &Line, spans: &[Span], mut place: Place<'_>) {
        let logical: Vec<Run>;
        let runs = if line.runs.iter().any(|run| run.level > 0) {
            let mut sorted = line.runs.clone();
            sorted.sort_by_key(|run| run.order);
            logical = sorted;
            &logical
        } else {
            &line.runs
        };
        let mut from = 0;
        while from < runs.len() {
            let first = &runs[from];
            let together = |at: usize| {
                let (before, next) = (&runs[at - 1], &runs[at]);
                next.span == first.span && next.level == first.level && next.level % 2 == 0 && next.x >= before.x
            };
            let end = (from + 1..runs.len()).find(|&at| !together(at)).unwrap_or(runs.len());
            let last = end == runs.len();
            let space = last && line.space_after && !line.hyphenated;
            self.group(&runs[from..end], &spans[first.span as usize], &mut place, space);
            from = end;
        }
    }

    /// Words without structure of their own, in one line at most `width` wide; what does not fit is left out.
    pub(crate) fn label(&mut self, text: &str, style: Style, language: u8, at: (f32, f32), width: f32, align: Align) {
        let (x, y) = at;
        let spans = [Span::words(text, style, language)];
        let breaking = Breaking { width: width.max(1.0), align, hyphen: None };
        if let Some(line) = break_lines(self.shaper, &spans, breaking).first() {
            self.line(line, &spans, Place { x, y, node: None, language, links: None });
        }
    }

    fn group(&mut self, runs: &[Run], span: &Span, place: &mut Place<'_>, space: bool) {
        let style = span.style;
        let (x, y) = (place.x + runs[0].x, place.y);
        let mut node = place.node;
        if let (Some(parent), Some(link), Some(links)) = (place.node, span.link, place.links.as_deref_mut()) {
            node = Some(match links.made.get(&link) {
                Some(&made) => made,
                None => {
                    let made = self.node(parent, "Link");
                    links.made.insert(link, made);
                    made
                }
            });
        }
        if let (Some(parent), Role::Note(_)) = (place.node, span.role) {
            node = Some(self.node(parent, "Reference"));
        }
        if let Some(inner) = node
            && span.language != place.language
            && !span.text.trim().is_empty()
        {
            let tag = self.shaper.tag(span.language);
            let other = if node == place.node { self.node(inner, "Span") } else { inner };
            self.more(other).language = Some(tag);
            node = Some(other);
        }
        if let Some(node) = node {
            self.mark(node);
        }
        let width = runs[runs.len() - 1].x - runs[0].x + runs[runs.len() - 1].word.width(style.size);
        if let Role::Mark(tone) = span.role {
            self.tone_shape(tone, x + width / 2.0, y + style.size * 0.33, style.size * 0.62);
        }
        self.glyphs(runs, span, x, y + style.rise, space);
        if style.underline {
            let thickness = (style.size * 0.05).max(0.4);
            self.rect(x, y - style.size * 0.13, width, thickness, style.color);
        }
        if let (Some(node), Some(link), Some(links)) = (node, span.link, place.links.as_deref_mut())
            && let Some((target, words)) = links.targets.get(link as usize)
        {
            let contents = match target {
                Target::Uri(uri) if uri != words => format!("{words} ({uri})"),
                _ => words.clone(),
            };
            let bounds = [x, y - style.size * 0.25, x + width, y + style.size * 0.85];
            self.link(node, bounds, target.clone(), contents);
        }
    }

    /// A clickable rectangle that belongs to an element.
    pub(crate) fn link(&mut self, node: NodeId, bounds: [f32; 4], target: Target, contents: String) {
        let page = self.current;
        let links = &mut self.pages[page].links;
        let index = links.len() as u32;
        links.push(Link { bounds: bounds.map(round), target, contents, node });
        self.nodes[node as usize].kids.push(Kid::Link { page: page as u32, index });
    }

    /// One text operation for each stretch of glyphs in one face.
    fn glyphs(&mut self, runs: &[Run], span: &Span, x: f32, y: f32, space: bool) {
        let style = span.style;
        let blank = self.shaper.word(style.face, span.language, " ", false);
        let mut drawn: Vec<Drawn<'_>> =
            Vec::with_capacity(runs.iter().map(|run| run.word.text.len()).sum::<usize>() + 1);
        let mut right = 0.0;
        for run in runs {
            let left = right;
            for piece in &run.word.pieces {
                for glyph in &piece.glyphs {
                    let words = &run.word.text[glyph.text.start as usize..glyph.text.end as usize];
                    let text = if run.hyphen { "\u{AD}" } else { words };
                    let at = right + glyph.dx;
                    drawn.push(Drawn {
                        face: piece.face,
                        id: glyph.id,
                        text,
                        at,
                        natural: glyph.natural,
                        dy: glyph.dy,
                    });
                    right += glyph.advance;
                }
            }
            let backwards = run.level % 2 == 1;
            if backwards {
                let word = std::mem::take(&mut drawn);
                let mut pieces: Vec<&[Drawn<'_>]> = word.chunk_by(|before, next| before.face == next.face).collect();
                pieces.reverse();
                for piece in pieces {
                    self.push_text(piece, style, (x, y), backwards);
                }
            }
            if space && std::ptr::eq(run, &runs[runs.len() - 1]) {
                let (face, glyph) = (blank.pieces[0].face, &blank.pieces[0].glyphs[0]);
                let at = if backwards { left - glyph.advance } else { right };
                drawn.push(Drawn { face, id: glyph.id, text: " ", at, natural: glyph.natural, dy: 0.0 });
            }
        }
        for piece in drawn.chunk_by(|before, next| before.face == next.face) {
            self.push_text(piece, style, (x, y), false);
        }
    }

    fn push_text(&mut self, drawn: &[Drawn<'_>], style: Style, at: (f32, f32), backwards: bool) {
        let scale = style.size / 1000.0;
        let parts = self.parts(drawn, scale);
        let (x, y, size) = (round(at.0 + drawn[0].at * scale), round(at.1), round(style.size));
        self.page().ops.push(Op::Text { face: drawn[0].face, size, x, y, color: style.color, parts, backwards });
    }

    /// Codes and kerns of glyphs of one face. The pen stands at the first glyph. A glyph that stands for something else
    /// than its font says, and a letter made of several glyphs, get their text as replacement.
    fn parts(&mut self, drawn: &[Drawn<'_>], scale: f32) -> Vec<Part> {
        let mut parts = vec![Part::default()];
        let mut pen = drawn[0].at;
        for (nth, glyph) in drawn.iter().enumerate() {
            let rest = glyph.text.is_empty();
            let several = drawn.get(nth + 1).is_some_and(|next| next.text.is_empty());
            let text = if rest { "\u{200B}" } else { glyph.text };
            let (code, same) = self.used[usize::from(glyph.face)].code(glyph.id, text);
            let rise = round(glyph.dy * scale);
            let last = parts.last_mut().expect("there is always one");
            let kern = ((pen - glyph.at) * 10.0).round() / 10.0;
            if kern != 0.0 {
                last.kerns.push((last.codes.len() as u32, kern));
                pen -= kern;
            }
            let covered = last.actual.is_some() || last.continues;
            if rest && nth > 0 {
                if !covered || rise != last.rise {
                    parts.push(Part { rise, continues: true, ..Part::default() });
                }
            } else if !same || several || rise != 0.0 || covered || last.rise != 0.0 {
                let actual = (!same || several).then(|| text.to_owned());
                parts.push(Part { actual, rise, ..Part::default() });
            }
            parts.last_mut().expect("there is always one").codes.push(code);
            pen += glyph.natural;
        }
        parts.retain(|part| !part.codes.is_empty() || !part.kerns.is_empty());
        parts
    }

    // ---- shapes ----

    pub(crate) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, color: Color) {
        let (x, y, width, height) = (round(x), round(y), round(width), round(height));
        self.page().ops.push(Op::Rect { x, y, width, height, color });
    }

    pub(crate) fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, color: Color) {
        let points = [from, to].map(|(x, y)| PathPoint { x: round(x), y: round(y), control: false }).to_vec();
        self.page().ops.push(Op::Path {
            points,
            closed: false,
            fill: None,
            stroke: Some(Stroke { color, width, dash: 0.0 }),
        });
    }

    pub(crate) fn polygon(&mut self, points: &[(f32, f32)], fill: Option<Color>, stroke: Option<Stroke>) {
        let points = points.iter().map(|&(x, y)| PathPoint { x: round(x), y: round(y), control: false }).collect();
        self.page().ops.push(Op::Path { points, closed: true, fill, stroke });
    }

    pub(crate) fn polyline(&mut self, points: &[(f32, f32)], stroke: Stroke) {
        let points = points.iter().map(|&(x, y)| PathPoint { x: round(x), y: round(y), control: false }).collect();
        self.page().ops.push(Op::Path { points, closed: false, fill: None, stroke: Some(stroke) });
    }

    pub(crate) fn circle(&mut self, x: f32, y: f32, radius: f32, fill: Option<Color>, stroke: Option<Stroke>) {
        let k = 0.5523 * radius;
        let r = radius;
        let offsets = [
            (r, 0.0, false),
            (r, k, true),
            (k, r, true),
            (0.0, r, false),
            (-k, r, true),
            (-r, k, true),
            (-r, 0.0, false),
            (-r, -k, true),
            (-k, -r, true),
            (0.0, -r, false),
            (k, -r, true),
            (r, -k, true),
            (r, 0.0, false),
        ];
        let points = offsets
            .iter()
            .map(|&(dx, dy, control)| PathPoint { x: round(x + dx), y: round(y + dy), control })
            .collect();
        self.page().ops.push(Op::Path { points, closed: true, fill, stroke });
    }

    /// The shape of a rating mark around a centre.
    pub(crate) fn tone_shape(&mut self, tone: Tone, x: f32, y: f32, radius: f32) {
        let (color, ink) = tone_colors(tone);
        let r = radius;
        match tone {
            Tone::Good => self.circle(x, y, r, Some(color), None),
            Tone::Watch => {
                let r = r * 1.2;
                self.polygon(&[(x - r, y), (x, y + r), (x + r, y), (x, y - r)], Some(color), None);
            }
            Tone::Bad => {
                let r = r * 0.9;
                self.rect(x - r, y - r, 2.0 * r, 2.0 * r, color);
            }
            Tone::None => self.circle(x, y, r, Some(color), Some(Stroke { color: ink, width: 0.8, dash: 0.0 })),
        }
    }
}
