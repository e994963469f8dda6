//! The words the printer itself has to set, handed in by the caller. The printer knows no language's words.

/// The printer's words in one language, and how that language writes numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Heading above the contents: "Contents".
    pub contents: String,
    /// Foot of a page, with `{page}` and `{pages}`: "Page {page} of {pages}".
    pub page: String,
    /// Head of a table that goes on, with `{caption}`: "{caption} (continued)".
    pub continued: String,
    /// Before a footnote for reader programs, with `{number}`: "Footnote {number}".
    pub footnote: String,
    /// Caption of a chart's data as a table, with `{caption}`: "Data: {caption}".
    pub chart_data: String,
    /// First column of a chart's data table: "Item".
    pub chart_item: String,
    /// Name of a value without a series of its own: "Value".
    pub chart_value: String,
    /// Name of the starting value: "Baseline".
    pub chart_baseline: String,
    /// Name of the value reached: "Actual".
    pub chart_actual: String,
    /// Name of the value aimed at: "Target".
    pub chart_target: String,
    /// First day of a bar in a timeline: "Start".
    pub chart_start: String,
    /// Last day of a bar in a timeline: "End".
    pub chart_end: String,
    /// How numbers in charts are written.
    pub numbers: Numbers,
}

/// How a language writes numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Between units and tenths.
    pub decimal: String,
    /// Between groups of three digits.
    pub group: String,
    /// How many digits a number has at least before it is grouped (5 in Spanish and Portuguese, else 4).
    pub group_from: usize,
}

impl Wording {
    /// The page line with its numbers.
    pub fn page_of(&self, page: usize, pages: usize) -> String {
        self.page.replace("{pages}", &pages.to_string()).replace("{page}", &page.to_string())
    }
}

impl Numbers {
    /// A number with so many decimals at most, trailing zeros left out.
    pub fn write(&self, value: f64, decimals: usize) -> String {
        let rounded = format!("{value:.decimals$}");
        let rounded =
            if rounded.contains('.') { rounded.trim_end_matches('0').trim_end_matches('.') } else { &rounded };
        let negative = rounded.starts_with('-') && rounded.chars().any(|c| c.is_ascii_digit() && c != '0');
        let (whole, fraction) =
            rounded.trim_start_matches('-').split_once('.').unwrap_or((rounded.trim_start_matches('-'), ""));
        let mut out = String::from(if negative { "\u{2212}" } else { "" });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && whole.len() >= self.group_from.max(4) && (whole.len() - at).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
    }
}
