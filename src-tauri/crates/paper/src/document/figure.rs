//! Pictures: charts and images with their text alternatives. Decoding and size limits live in `image.rs`.

use super::Inlines;
use crate::chart::Chart;

pub use crate::image::{Bounds, Image, ImageError};

/// A picture with its text alternative and caption.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is shown.
    pub picture: Picture,
    /// What it says, for readers who cannot see it. A chart's values are added by the printer.
    pub alt: String,
    /// The words below it.
    pub caption: Inlines,
    /// Where a chart's values can be read.
    pub values: Values,
}

/// Where the values of a chart can be read by those who cannot see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// In the text alternative; where that would be mostly numbers, in a table below the chart.
    Alternative,
    /// In a table below the chart.
    Table,
    /// In a table of the document's own beside the chart.
    Beside,
}

/// What a figure shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// A chart, drawn from its values.
    Chart(Chart),
    /// An image, at most so many points (1/72 inch) wide.
    Image(Image, f32),
}

/// A logo with its text alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// The image.
    pub image: Image,
    /// Whose logo it is.
    pub alt: String,
    /// The language of these words, where it is not the document's.
    pub language: Option<String>,
}

impl Figure {
    /// A chart with its values in the text alternative.
    pub fn chart(chart: impl Into<Chart>, alt: impl Into<String>, caption: impl Into<Inlines>) -> Self {
        Figure {
            picture: Picture::Chart(chart.into()),
            alt: alt.into(),
            caption: caption.into(),
            values: Values::Alternative,
        }
    }

    /// An image, at most so many points wide.
    pub fn image(image: Image, width: f32, alt: impl Into<String>, caption: impl Into<Inlines>) -> Self {
        let picture = Picture::Image(image, width);
        Figure { picture, alt: alt.into(), caption: caption.into(), values: Values::Alternative }
    }

    /// The chart followed by its values as a table.
    pub fn with_data_table(mut self) -> Self {
        self.values = Values::Table;
        self
    }

    /// The chart alone: the document itself has a table of its values beside it.
    pub fn beside_its_table(mut self) -> Self {
        self.values = Values::Beside;
        self
    }
}
