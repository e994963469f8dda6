//! Runs of digits in groups, as numbers of telephones and identity papers are written: `06 12 34 56 78`, `850730-0332`.
//! A scanner rather than a pattern: it has to try every beginning and end of a run, once each.

use std::ops::Range;

/// The fewest and the most digits that such a number has.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;
/// The most groups in which it is written.
const GROUPS: usize = 8;

/// One way to read a piece of a run as a number.
pub(super) struct Number<'a> {
    words: &'a str,
    groups: &'a [Range<usize>],
    /// How many digits it has.
    pub(super) count: usize,
    /// Whether it is its whole run, or is parted from the rest by a slash.
    pub(super) whole: bool,
}

impl Number<'_> {
    /// Where it stands, in bytes.
    pub(super) fn range(&self) -> Range<usize> {
        self.groups[0].start..self.groups[self.groups.len() - 1].end
    }

    /// Its digits, as values.
    pub(super) fn digits(&self) -> Vec<u8> {
        self.groups.iter().flat_map(|group| self.words[group.clone()].bytes().map(|byte| byte - b'0')).collect()
    }

    /// The lengths of its groups.
    pub(super) fn shape(&self) -> Vec<usize> {
        self.groups.iter().map(Range::len).collect()
    }

    /// What stands between its groups; every kind of space as a space.
    pub(super) fn joints(&self) -> Vec<String> {
        self.groups
            .windows(2)
            .map(|pair| self.words[pair[0].end..pair[1].start].replace(['\u{a0}', '\u{202f}'], " "))
            .collect()
    }

    /// Whether it is written as figures are in statistics: in threes, always with the same mark.
    pub(super) fn in_thousands(&self) -> bool {
        let shape = self.shape();
        let joints = self.joints();
        shape.len() > 1
            && shape[0] <= 3
            && shape[1..].iter().all(|length| *length == 3)
            && joints.iter().all(|joint| *joint == joints[0])
    }

    /// The digits from `from` to before `to` as a number.
    pub(super) fn value(&self, from: usize, to: usize) -> u64 {
        self.digits()[from..to].iter().fold(0, |value, digit| value * 10 + u64::from(*digit))
    }
}

/// Calls `accept` with every way to read the runs of `words` as a number, longest first, until it says yes; then goes
/// on behind what was accepted.
pub(super) fn each(words: &str, mut accept: impl FnMut(&Number<'_>) -> bool) {
    let mut groups: Vec<Range<usize>> = vec![];
    let mut run = |groups: &mut Vec<Range<usize>>| {
        self::run(words, groups, &mut accept);
        groups.clear();
    };
    let bytes = words.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |length| at + length);
        if groups.last().is_some_and(|last| !joint(&words[last.end..at])) {
            run(&mut groups);
        }
        groups.push(at..end);
        at = end;
    }
    run(&mut groups);
}

/// Whether two groups of one number may be parted so.
fn joint(between: &str) -> bool {
    let mark = |it: char| matches!(it, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '–' | '/' | '(' | ')');
    let count = between.chars().take(3).count();
    // Two marks only around a bracket: a point and a space end a sentence.
    count <= 2 && between.chars().all(mark) && (count == 1 || between.contains(['(', ')']))
}

fn run(words: &str, groups: &[Range<usize>], accept: &mut impl FnMut(&Number<'_>) -> bool) {
    let slash = |before: usize| words[groups[before - 1].end..groups[before].start].contains('/');
    let mut first = 0;
    while first < groups.len() {
        let mut next = first + 1;
        let reach = groups.len().min(first + GROUPS);
        for end in (first + 1..=reach).rev() {
            let count: usize = groups[first..end].iter().map(Range::len).sum();
            if !DIGITS.contains(&count) {
                continue;
            }
            let number = Number {
                words,
                groups: &groups[first..end],
                count,
                whole: (first == 0 || slash(first)) && (end == groups.len() || slash(end)),
            };
            if accept(&number) {
                next = end;
                break;
            }
        }
        first = next;
    }
}
