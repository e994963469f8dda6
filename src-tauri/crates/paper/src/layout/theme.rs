//! Sizes and colours of the page designs. One accent; everything else is ink and two greys, each dark enough to read.

use crate::document::{Design, Tone};
use crate::text::Color;

pub(crate) const ACCENT: Color = [13, 71, 125];
pub(crate) const TINT: Color = [234, 241, 248];
pub(crate) const INK: Color = [28, 36, 46];
pub(crate) const SOFT: Color = [78, 90, 103];
pub(crate) const RULE: Color = [190, 200, 210];
pub(crate) const ZEBRA: Color = [245, 247, 250];
pub(crate) const WHITE: Color = [255, 255, 255];
pub(crate) const LINK: Color = [0, 82, 160];
pub(crate) const AMBER: Color = [242, 177, 52];

/// Sizes of a page in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Geometry {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

/// Size and leading of running text and tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme {
    pub(crate) page: Geometry,
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) table: f32,
    pub(crate) table_leading: f32,
    /// Space above and below the text of a cell.
    pub(crate) cell: f32,
}

const A4: (f32, f32) = (595.28, 841.89);

impl Theme {
    pub(crate) fn of(design: Design) -> Self {
        let upright = Geometry { width: A4.0, height: A4.1, left: 62.0, right: 62.0, top: 78.0, bottom: 72.0 };
        let report = Theme { page: upright, size: 10.5, leading: 15.0, table: 9.5, table_leading: 12.5, cell: 4.0 };
        match design {
            Design::Report => report,
            Design::Minutes => Theme { page: Geometry { top: 64.0, ..upright }, ..report },
            Design::Sheet => Theme {
                page: Geometry { left: 54.0, right: 54.0, top: 56.0, bottom: 56.0, ..upright },
                size: 9.2,
                leading: 12.4,
                ..report
            },
            Design::Badges => Theme {
                page: Geometry { left: 42.5, right: 42.5, top: 31.0, bottom: 31.0, ..upright },
                size: 10.0,
                leading: 13.0,
                ..report
            },
            Design::SignInSheet => Theme {
                page: Geometry { width: A4.1, height: A4.0, left: 48.0, right: 48.0, top: 56.0, bottom: 54.0 },
                table: 9.5,
                table_leading: 12.0,
                ..report
            },
            Design::Certificate => Theme {
                page: Geometry { width: A4.1, height: A4.0, left: 110.0, right: 110.0, top: 64.0, bottom: 62.0 },
                size: 12.0,
                leading: 16.5,
                ..report
            },
        }
    }

    /// Size, leading, space above and below of a heading.
    pub(crate) fn heading(&self, level: u8) -> (f32, f32, f32, f32) {
        let scale = self.size / 10.5;
        let (size, leading, before, after) = match level {
            // A sheet has short parts, each under a heading.
            0 | 1 if scale < 0.9 => (12.6, 15.6, 6.5, 1.5),
            0 | 1 => (20.0, 25.0, 22.0, 9.0),
            2 => (14.5, 19.0, 16.0, 6.0),
            3 => (12.0, 16.0, 12.0, 4.0),
            _ => (10.5, 15.0, 9.0, 2.0),
        };
        (size * scale, leading * scale, before, after)
    }
}

impl Geometry {
    /// The same sheet turned by a quarter.
    pub(crate) fn turned(self) -> Self {
        Geometry {
            width: self.height,
            height: self.width,
            left: self.left.min(54.0),
            right: self.right.min(54.0),
            top: self.top.min(70.0),
            bottom: self.bottom.min(60.0),
        }
    }

    pub(crate) fn column(&self) -> f32 {
        self.width - self.left - self.right
    }
}

/// Bar and ground of a call-out.
pub(crate) fn call_out(tone: Tone) -> (Color, Color) {
    match tone {
        Tone::Good => ([27, 110, 60], [235, 245, 238]),
        Tone::Watch | Tone::Bad => ([176, 112, 0], [253, 245, 229]),
        Tone::None => (ACCENT, TINT),
    }
}
