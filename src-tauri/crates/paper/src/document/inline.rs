//! Running text: words with emphasis, links, other languages, footnotes and rating marks. Not the shaping of it.

/// Running text, made from a string or a list of pieces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inlines(pub Vec<Inline>);

/// One piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words. A line feed breaks the line; other control characters are left out.
    Text(String),
    /// Important words (bold).
    Strong(Vec<Inline>),
    /// Stressed words (italic).
    Emphasis(Vec<Inline>),
    /// Words that lead somewhere.
    Link {
        /// Where to.
        target: Target,
        /// The words.
        content: Vec<Inline>,
    },
    /// Words in another language than those around them.
    Language {
        /// BCP 47 tag.
        language: String,
        /// The words.
        content: Vec<Inline>,
    },
    /// A note at the foot of the page; the number is set by the printer.
    Footnote(Vec<Inline>),
    /// A rating mark: shape, letter, colour and label.
    Rating(Rating),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address, such as `https://…` or `mailto:…`.
    Uri(String),
    /// The anchor of a heading in the same document.
    Anchor(String),
}

/// A rating that is never told by colour alone: each tone has its own shape, the letter stands in it, the label beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Decides shape and colour: good = circle, watch = diamond, bad = square, none = hollow circle.
    pub tone: Tone,
    /// One letter in the reader's language.
    pub letter: String,
    /// The words beside the mark.
    pub label: String,
}

/// The tone of a rating, of a call-out or of a cell of a heat table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// As planned (green).
    Good,
    /// To be watched (amber).
    Watch,
    /// Not as planned (red).
    Bad,
    /// Not rated (grey).
    None,
}

impl Rating {
    /// A rating mark.
    pub fn new(tone: Tone, letter: impl Into<String>, label: impl Into<String>) -> Self {
        Rating { tone, letter: letter.into(), label: label.into() }
    }
}

impl Inline {
    /// Plain words.
    pub fn text(words: impl Into<String>) -> Self {
        Inline::Text(words.into())
    }

    /// Important words.
    pub fn strong(words: impl Into<Inlines>) -> Self {
        Inline::Strong(words.into().0)
    }

    /// Stressed words.
    pub fn emphasis(words: impl Into<Inlines>) -> Self {
        Inline::Emphasis(words.into().0)
    }

    /// A link to an address.
    pub fn link(uri: impl Into<String>, words: impl Into<Inlines>) -> Self {
        Inline::Link { target: Target::Uri(uri.into()), content: words.into().0 }
    }

    /// A link to a heading of the same document.
    pub fn reference(anchor: impl Into<String>, words: impl Into<Inlines>) -> Self {
        Inline::Link { target: Target::Anchor(anchor.into()), content: words.into().0 }
    }

    /// Words in another language.
    pub fn language(language: impl Into<String>, words: impl Into<Inlines>) -> Self {
        Inline::Language { language: language.into(), content: words.into().0 }
    }

    /// A footnote.
    pub fn footnote(words: impl Into<Inlines>) -> Self {
        Inline::Footnote(words.into().0)
    }
}

impl Inlines {
    /// The words without marks, footnotes left out.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        plain(&self.0, &mut out);
        out
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Inline::Text(words) if words.is_empty()))
    }

    /// The same text with one more piece.
    pub fn and(mut self, piece: impl Into<Inline>) -> Self {
        self.0.push(piece.into());
        self
    }
}

fn plain(pieces: &[Inline], out: &mut String) {
    for piece in pieces {
        match piece {
            Inline::Text(words) => out.push_str(words),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Link { content, .. }
            | Inline::Language { content, .. } => plain(content, out),
            Inline::Rating(rating) => out.push_str(&rating.label),
            Inline::Footnote(_) => {}
        }
    }
}

impl From<&str> for Inline {
    fn from(words: &str) -> Self {
        Inline::Text(words.to_owned())
    }
}

impl From<String> for Inline {
    fn from(words: String) -> Self {
        Inline::Text(words)
    }
}

impl From<Rating> for Inline {
    fn from(rating: Rating) -> Self {
        Inline::Rating(rating)
    }
}

impl From<&str> for Inlines {
    fn from(words: &str) -> Self {
        Inlines(vec![Inline::from(words)])
    }
}

impl From<String> for Inlines {
    fn from(words: String) -> Self {
        Inlines(vec![Inline::Text(words)])
    }
}

impl From<&String> for Inlines {
    fn from(words: &String) -> Self {
        Inlines(vec![Inline::Text(words.clone())])
    }
}

impl From<Inline> for Inlines {
    fn from(piece: Inline) -> Self {
        Inlines(vec![piece])
    }
}

impl From<Rating> for Inlines {
    fn from(rating: Rating) -> Self {
        Inlines(vec![Inline::Rating(rating)])
    }
}

impl From<Vec<Inline>> for Inlines {
    fn from(pieces: Vec<Inline>) -> Self {
        Inlines(pieces)
    }
}

impl<const N: usize> From<[Inline; N]> for Inlines {
    fn from(pieces: [Inline; N]) -> Self {
        Inlines(pieces.into())
    }
}
