//! Optimum-fit line breaking: of all ways to break a paragraph the one with the least unevenness, found by dynamic
//! programming over its break opportunities (after Knuth and Plass, "Breaking Paragraphs into Lines", 1981, without
//! justification). Also the order of runs in lines that mix directions.

use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{Align, Line, Role, Run, Shaper, Span, Word};

/// How a paragraph is broken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Breaking {
    /// Width of the column, in points.
    pub(crate) width: f32,
    pub(crate) align: Align,
    /// What a hyphen costs: about 90 in running text, 3000 in table cells (only where a word does not fit); `None` for
    /// headings and labels.
    pub(crate) hyphen: Option<f32>,
}

enum Item {
    Box { span: u32, range: Range<u32>, width: f32, word: Rc<Word>, level: u8 },
    Glue { span: u32, width: f32, level: u8 },
    Break { width: f32, cost: f32, hyphen: bool, forced: bool },
}

/// Width of the mark of a rating, in ems.
pub(crate) const MARK: f32 = 1.5;

/// Breaks spans into lines. An empty text gives no line.
pub(crate) fn break_lines(shaper: &Shaper, spans: &[Span], breaking: Breaking) -> Vec<Line> {
    let joined;
    let full = match spans {
        [] => return Vec::new(),
        [only] => only.text.as_str(),
        many => {
            joined = many.iter().map(|span| span.text.as_str()).collect::<String>();
            joined.as_str()
        }
    };
    let levels = levels(full);
    let base_rtl = levels.as_ref().is_some_and(|levels| levels.0);
    let mut items = items(shaper, spans, full, levels.as_ref().map(|levels| levels.1.as_slice()));
    if items.is_empty() {
        return Vec::new();
    }
    let total: f32 = items
        .iter()
        .map(|item| match item {
            Item::Box { width, .. } | Item::Glue { width, .. } => *width,
            Item::Break { forced, .. } => {
                if *forced {
                    f32::INFINITY
                } else {
                    0.0
                }
            }
        })
        .sum();
    let cuts = if total <= breaking.width {
        vec![Cut { from: 0, to: items.len(), hyphen: false }]
    } else {
        items = refine(shaper, spans, items, breaking);
        items.push(Item::Break { width: 0.0, cost: 0.0, hyphen: false, forced: true });
        best(&items, breaking.width)
    };
    let last = cuts.len().saturating_sub(1);
    cuts.into_iter()
        .enumerate()
        .map(|(nth, cut)| line(shaper, spans, &items, &cut, breaking, base_rtl, nth == last))
        .collect()
}

/// Bidirectional levels by byte, and whether the text runs from right to left; `None` for the usual left-to-right text.
fn levels(full: &str) -> Option<(bool, Vec<Level>)> {
    let bidi = |c: char| matches!(c as u32, 0x590..=0x8FF | 0x200F | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF);
    if full.is_ascii() || !full.chars().any(bidi) {
        return None;
    }
    let info = BidiInfo::new(full, None);
    let rtl = info.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
    Some((rtl, info.levels))
}

/// The text as boxes (words), glue (spaces) and breaks. Words are shaped whole.
fn items(shaper: &Shaper, spans: &[Span], full: &str, levels: Option<&[Level]>) -> Vec<Item> {
    let mut breaks = linebreaks(full).map(|(at, kind)| (at, kind == BreakOpportunity::Mandatory)).peekable();
    let mut items = Vec::with_capacity(full.len() / 4 + 4);
    let mut start = 0;
    for (index, span) in spans.iter().enumerate() {
        let text = span.text.as_str();
        let style = span.style;
        let level_at = |at: usize| levels.map_or(0, |levels| levels[start + at].number());
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let blank = rest.len() - rest.trim_start_matches([' ', '\n']).len();
            if blank > 0 {
                if rest[..blank].contains('\n') {
                    items.push(Item::Break { width: 0.0, cost: 0.0, hyphen: false, forced: true });
                } else {
                    let width = shaper.word(style.face, span.language, " ", false).width(style.size);
                    items.push(Item::Glue { span: index as u32, width, level: level_at(at) });
                }
                at += blank;
                continue;
            }
            while breaks.peek().is_some_and(|&(position, _)| position <= start + at) {
                breaks.next();
            }
            let mut end = breaks.peek().map_or(text.len(), |&(position, _)| (position - start).min(text.len()));
            if let Some(space) = text[at..end].find([' ', '\n']) {
                end = at + space;
            }
            let level = level_at(at);
            if levels.is_some()
                && let Some((change, _)) = text[at..end].char_indices().find(|&(i, _)| level_at(at + i) != level)
            {
                end = at + change;
            }
            let word = shaper.word(style.face, span.language, &text[at..end], level % 2 == 1);
            let width = if matches!(span.role, Role::Mark(_)) { MARK * style.size } else { word.width(style.size) };
            items.push(Item::Box { span: index as u32, range: at as u32..end as u32, width, word, level });
            if breaks.peek().is_some_and(|&(position, _)| position == start + end && position < full.len())
                && !full[start + end..].starts_with([' ', '\n'])
            {
                items.push(Item::Break { width: 0.0, cost: 10.0, hyphen: false, forced: false });
            }
            at = end;
        }
        start += text.len();
    }
    items
}

/// Adds the breaks inside words: hyphens where the language has them, and anywhere in what is wider than the column.
fn refine(shaper: &Shaper, spans: &[Span], items: Vec<Item>, breaking: Breaking) -> Vec<Item> {
    let mut out = Vec::with_capacity(items.len() * 2);
    for item in items {
        let Item::Box { span, range, width, word, level } = &item else {
            out.push(item);
            continue;
        };
        let mut points: Vec<(usize, bool)> = match breaking.hyphen {
            Some(_) if level % 2 == 0 => {
                let language = spans[*span as usize].language;
                shaper.hyphens(language, &word.text).into_iter().map(|at| (at, true)).collect()
            }
            _ => Vec::new(),
        };
        if points.is_empty() && *width <= breaking.width {
            out.push(item);
            continue;
        }
        let style = spans[*span as usize].style;
        let offsets = offsets(word, style.size);
        let before = |at: usize| match offsets.partition_point(|&(start, _)| start < at) {
            0 => 0.0,
            n => offsets[n - 1].1,
        };
        let mut edges: Vec<f32> = std::iter::once(0.0).chain(points.iter().map(|&(at, _)| before(at))).collect();
        edges.push(*width);
        if edges.windows(2).any(|pair| pair[1] - pair[0] > breaking.width * 0.98) {
            let anywhere = offsets.iter().skip(1).map(|&(start, _)| start).filter(|&at| at > 0 && at < word.text.len());
            let more: Vec<(usize, bool)> =
                anywhere.filter(|at| !points.iter().any(|(known, _)| known == at)).map(|at| (at, false)).collect();
            points.extend(more);
            points.sort_unstable();
            points.dedup_by_key(|point| point.0);
        }
        let dash = shaper.word(style.face, spans[*span as usize].language, "-", false).width(style.size);
        let (mut from, mut reached) = (0, 0.0);
        for (at, hyphen) in points {
            let edge = before(at);
            out.push(Item::Box {
                span: *span,
                range: range.start + from as u32..range.start + at as u32,
                width: edge - reached,
                word: word.clone(),
                level: *level,
            });
            let (width, cost) = if hyphen { (dash, breaking.hyphen.unwrap_or(0.0)) } else { (0.0, 5000.0) };
            out.push(Item::Break { width, cost, hyphen, forced: false });
            (from, reached) = (at, edge);
        }
        out.push(Item::Box {
            span: *span,
            range: range.start + from as u32..range.end,
            width: width - reached,
            word: word.clone(),
            level: *level,
        });
    }
    out
}

/// Where glyphs start in a word, and the width of all glyphs up to and with that start.
fn offsets(word: &Word, size: f32) -> Vec<(usize, f32)> {
    let glyphs = word.pieces.iter().flat_map(|piece| &piece.glyphs);
    let mut starts: Vec<(usize, f32)> = glyphs.map(|glyph| (glyph.text.start as usize, glyph.advance)).collect();
    starts.sort_by_key(|start| start.0);
    let mut out: Vec<(usize, f32)> = Vec::with_capacity(starts.len());
    let mut reached = 0.0;
    for (start, advance) in starts {
        reached += advance * size / 1000.0;
        match out.last_mut() {
            Some(last) if last.0 == start => last.1 = reached,
            _ => out.push((start, reached)),
        }
    }
    out
}

struct Cut {
    from: usize,
    to: usize,
    hyphen: bool,
}

#[derive(Clone, Copy)]
struct Node {
    /// First item of the next line.
    at: usize,
    cost: f32,
    previous: usize,
    hyphen: bool,
    lines: u32,
}

/// The cheapest way through the breaks.
fn best(items: &[Item], width: f32) -> Vec<Cut> {
    let mut nodes = vec![Node { at: 0, cost: 0.0, previous: usize::MAX, hyphen: false, lines: 0 }];
    let mut active = vec![0];
    let mut reached = Vec::with_capacity(items.len() + 1);
    reached.push(0f64);
    for item in items {
        let last = reached[reached.len() - 1];
        reached.push(match item {
            Item::Box { width, .. } | Item::Glue { width, .. } => last + f64::from(*width),
            Item::Break { .. } => last,
        });
    }
    for (index, item) in items.iter().enumerate() {
        let (extra, cost, hyphen, forced) = match item {
            Item::Glue { .. } if index > 0 && matches!(items[index - 1], Item::Box { .. }) => (0.0, 0.0, false, false),
            Item::Break { width, cost, hyphen, forced } => (*width, *cost, *hyphen, *forced),
            _ => continue,
        };
        let mut found: Option<Node> = None;
        let mut alive = Vec::with_capacity(active.len());
        for &candidate in &active {
            let node: Node = nodes[candidate];
            let natural = (reached[index] - reached[node.at]) as f32 + extra;
            let slack = width - natural;
            if slack + extra < -0.05 {
                continue;
            }
            alive.push(candidate);
            if slack < -0.05 {
                continue;
            }
            let uneven = if forced { 0.0 } else { 3600.0 * (slack / width).powi(2) };
            let mut cost = (1.0 + uneven + cost).powi(2);
            if hyphen && node.hyphen {
                cost += 4000.0;
            }
            if forced && node.lines > 0 && natural < width * 0.12 {
                cost += 3000.0;
            }
            if found.is_none_or(|best| node.cost + cost < best.cost) {
                found = Some(Node {
                    at: index + 1,
                    cost: node.cost + cost,
                    previous: candidate,
                    hyphen,
                    lines: node.lines + 1,
                });
            }
        }
        if alive.is_empty() {
            // Nothing fits: the least bad is to break here, after the last place reached.
            let previous = active[active.len() - 1];
            let node = nodes[previous];
            found = Some(Node { at: index + 1, cost: node.cost + 1e9, previous, hyphen, lines: node.lines + 1 });
        }
        active = alive;
        if let Some(node) = found {
            nodes.push(node);
            if forced {
                active.clear();
            }
            active.push(nodes.len() - 1);
        }
    }
    let mut cuts = Vec::new();
    let mut node = nodes[nodes.len() - 1];
    while node.previous != usize::MAX {
        let before = nodes[node.previous];
        cuts.push(Cut { from: before.at, to: node.at, hyphen: node.hyphen });
        node = before;
    }
    cuts.reverse();
    cuts
}

/// One line: boxes of a word that stayed whole keep its glyphs, parts are shaped anew so that kerning is right.
fn line(
    shaper: &Shaper,
    spans: &[Span],
    items: &[Item],
    cut: &Cut,
    breaking: Breaking,
    base_rtl: bool,
    last: bool,
) -> Line {
    let mut range = cut.from..cut.to;
    while range.start < range.end && !matches!(items[range.start], Item::Box { .. }) {
        range.start += 1;
    }
    while range.end > range.start && !matches!(items[range.end - 1], Item::Box { .. }) {
        range.end -= 1;
    }
    let mut out = Line { hyphenated: cut.hyphen, ..Line::default() };
    let ended = &items[range.end.max(cut.from)..cut.to];
    out.space_after =
        !last && ended.iter().any(|item| matches!(item, Item::Glue { .. } | Item::Break { forced: true, .. }));
    let mut at = range.start;
    while at < range.end {
        match &items[at] {
            Item::Glue { span, level, .. } => {
                let style = spans[*span as usize].style;
                let word = shaper.word(style.face, spans[*span as usize].language, " ", false);
                out.runs.push(Run {
                    word,
                    span: *span,
                    x: 0.0,
                    hyphen: false,
                    level: *level,
                    order: out.runs.len() as u32,
                });
                at += 1;
            }
            Item::Box { span, range: bytes, word, level, .. } => {
                let mut end = bytes.end;
                at += 1;
                while let Some(Item::Box { word: next, range: more, span: other, .. }) = items[..range.end].get(at + 1)
                    && matches!(items[at], Item::Break { .. })
                    && Rc::ptr_eq(next, word)
                    && other == span
                    && more.start == end
                {
                    end = more.end;
                    at += 2;
                }
                let whole = (end - bytes.start) as usize == word.text.len();
                let owner = &spans[*span as usize];
                let word = if whole {
                    word.clone()
                } else {
                    let part = &owner.text[bytes.start as usize..end as usize];
                    shaper.word(owner.style.face, owner.language, part, level % 2 == 1)
                };
                if let Role::Note(note) = owner.role {
                    out.notes.push(note);
                }
                out.runs.push(Run {
                    word,
                    span: *span,
                    x: 0.0,
                    hyphen: false,
                    level: *level,
                    order: out.runs.len() as u32,
                });
            }
            Item::Break { .. } => at += 1,
        }
    }
    if let Some(last) = out.runs.last() {
        out.last_span = last.span;
        if cut.hyphen {
            let owner = &spans[last.span as usize];
            let word = shaper.word(owner.style.face, owner.language, "-", false);
            let run = Run { word, span: last.span, x: 0.0, hyphen: true, level: last.level, order: u32::MAX };
            out.runs.push(run);
        }
    }
    reorder(&mut out.runs);
    place(&mut out.runs, spans, breaking, base_rtl);
    out
}

/// Runs from left to right as they are seen (rule L2 of UAX #9).
fn reorder(runs: &mut [Run]) {
    let highest = runs.iter().map(|run| run.level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut at = 0;
        while at < runs.len() {
            if runs[at].level >= level {
                let end = (at..runs.len()).find(|&next| runs[next].level < level).unwrap_or(runs.len());
                runs[at..end].reverse();
                at = end;
            } else {
                at += 1;
            }
        }
    }
}

fn place(runs: &mut [Run], spans: &[Span], breaking: Breaking, base_rtl: bool) {
    let mut x = 0.0;
    for run in runs.iter_mut() {
        let owner = &spans[run.span as usize];
        let natural = run.word.width(owner.style.size);
        let width = if matches!(owner.role, Role::Mark(_)) { MARK * owner.style.size } else { natural };
        run.x = x + (width - natural) / 2.0;
        x += width;
    }
    let slack = breaking.width - x;
    let shift = match (breaking.align, base_rtl) {
        (Align::Left, false) | (Align::Right, true) => 0.0,
        (Align::Right, false) | (Align::Left, true) => slack,
        (Align::Center, _) => slack / 2.0,
    };
    for run in runs {
        run.x += shift;
    }
}
