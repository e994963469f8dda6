//! Numbers, days and periods as a table has them: as such in a workbook, in words in a CSV file. Words are read by the
//! rules of one language; what can mean two things is refused, not guessed.

use chrono::{Datelike as _, Months, NaiveDate};

use crate::{locale::Locale, table_file::Cell};

/// Years that a period may lie in, as for every date.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// How a language writes numbers.
pub(super) struct Figures {
    decimal: char,
    group: char,
}

/// First and last day.
pub(super) type Period = (NaiveDate, NaiveDate);

impl Figures {
    /// The rules of the language.
    pub(super) fn of(locale: &Locale) -> Self {
        let (decimal, group) = locale.separators();
        let first = |text: String, default| text.chars().next().unwrap_or(default);
        Self { decimal: first(decimal, '.'), group: first(group, ' ') }
    }

    /// A number; nothing if the cell holds none. A percent sign behind it says nothing new.
    pub(super) fn number(&self, cell: &Cell) -> Option<f64> {
        match cell {
            Cell::Number(number) => Some(*number),
            Cell::Text(text) => self.of_words(text),
            _ => None,
        }
        .filter(|number| number.abs() <= 1e12)
    }

    fn of_words(&self, text: &str) -> Option<f64> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = digits.split_once(self.decimal).map_or((digits, None), |(whole, part)| (whole, Some(part)));
        if part.is_some_and(|part| part.is_empty() || !all_digits(part)) {
            return None;
        }
        let whole = self.ungrouped(whole)?;
        let number: f64 = format!("{whole}.{}", part.unwrap_or("0")).parse().ok()?;
        Some(if negative { -number } else { number })
    }

    /// Digits without what separates thousands: the language's separator, a space of any width or an apostrophe, of one
    /// kind in a number and before every three digits.
    fn ungrouped(&self, whole: &str) -> Option<String> {
        let separator = whole.chars().find(|c| !c.is_ascii_digit());
        let Some(separator) = separator else {
            return (!whole.is_empty()).then(|| whole.to_owned());
        };
        let known = separator == self.group || separator.is_whitespace() || matches!(separator, '\'' | '’');
        let groups: Vec<&str> = whole.split(separator).collect();
        let sound = known
            && groups.iter().all(|group| all_digits(group))
            && (1..=3).contains(&groups[0].len())
            && groups[1..].iter().all(|group| group.len() == 3);
        sound.then(|| groups.concat())
    }
}

/// A day: as such, as `2016-03-31`, or day, month and year as all of our languages order them.
pub(super) fn day(cell: &Cell) -> Option<NaiveDate> {
    let found = match cell {
        Cell::Date(date) => Some(*date),
        Cell::Text(text) => day_of_words(text),
        _ => None,
    };
    found.filter(|date| YEARS.contains(&date.year()))
}

fn day_of_words(text: &str) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches('.');
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [a, b, c] = parts[..] else { return None };
    let number = |part: &str| if all_digits(part) { part.parse::<u32>().ok() } else { None };
    match (a.len(), c.len()) {
        (4, _) => NaiveDate::from_ymd_opt(number(a)? as i32, number(b)?, number(c)?),
        (1..=2, 4) => NaiveDate::from_ymd_opt(number(c)? as i32, number(b)?, number(a)?),
        _ => None,
    }
}

/// A period: a year, a half-year, a quarter or a month (`2016`, `S1 2016`, `2016-T3`, `2016-05`, `05/2016`), a day, or
/// two days with a dash between.
pub(super) fn period(cell: &Cell) -> Option<Period> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 => year(*number as i32),
        Cell::Text(text) => period_of_words(text.trim()),
        Cell::Date(_) => day(cell).map(|day| (day, day)),
        _ => None,
    }
}

fn period_of_words(text: &str) -> Option<Period> {
    let of = |words: &str| day(&Cell::Text(words.into()));
    if let Some(day) = of(text) {
        return Some((day, day));
    }
    for dash in ["–", " - ", "—"] {
        if let Some((from, to)) = text.split_once(dash) {
            return Some((of(from)?, of(to)?)).filter(|(from, to)| from <= to);
        }
    }
    if text.len() == 4 && all_digits(text) {
        return year(text.parse().ok()?);
    }
    // A year and one more part, in either order.
    let parts: Vec<&str> = text.split([' ', '-', '/', '.', '_']).filter(|part| !part.is_empty()).collect();
    let (year, part) = match parts[..] {
        [year, part] | [part, year] if year.len() == 4 && all_digits(year) => (year, part),
        _ => return None,
    };
    let year = year.parse().ok()?;
    if all_digits(part) && part.len() <= 2 {
        return months(year, part.parse().ok()?, 1);
    }
    let mut letters = part.chars();
    let (mark, number) = (letters.next()?, letters.as_str());
    let number: u32 = if number.len() == 1 { number.parse().ok()? } else { return None };
    match mark.to_uppercase().next()? {
        // Quarter, trimestre, kwartaal/kvartal, τρίμηνο.
        'Q' | 'T' | 'K' | 'Τ' if (1..=4).contains(&number) => months(year, number * 3 - 2, 3),
        // Semestre, half-year, Halbjahr, εξάμηνο.
        'S' | 'H' | 'Ε' if (1..=2).contains(&number) => months(year, number * 6 - 5, 6),
        _ => None,
    }
}

fn year(year: i32) -> Option<Period> {
    months(year, 1, 12)
}

fn months(year: i32, first: u32, count: u32) -> Option<Period> {
    let from = NaiveDate::from_ymd_opt(year, first, 1).filter(|_| YEARS.contains(&year))?;
    Some((from, from.checked_add_months(Months::new(count))?.pred_opt()?))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
