//! The emblem of the European Union, drawn after its construction: a blue field two to three, twelve gold stars on a
//! circle a third of the height in radius, each star in a circle of an eighteenth, one point up
//! (Interinstitutional style guide, annex A1).

use std::f32::consts::{FRAC_PI_2, PI};

use super::super::Flow;

const BLUE: [u8; 3] = [0, 51, 153];
const GOLD: [u8; 3] = [255, 204, 0];

impl Flow<'_> {
    /// The emblem with its lower left corner at a point.
    pub(super) fn emblem(&mut self, alt: &str, x: f32, y: f32, width: f32) {
        let height = width * 2.0 / 3.0;
        let node = self.paper.node(self.parent(), "Figure");
        self.figure_at(node, alt, [x, y, x + width, y + height]);
        self.paper.rect(x, y, width, height, BLUE);
        for nth in 0..12 {
            let angle = FRAC_PI_2 - nth as f32 * PI / 6.0;
            let (cx, cy) =
                (x + width / 2.0 + height / 3.0 * angle.cos(), y + height / 2.0 + height / 3.0 * angle.sin());
            let points: Vec<(f32, f32)> = (0..10)
                .map(|corner| {
                    let radius = height / 18.0 * if corner % 2 == 0 { 1.0 } else { 0.382 };
                    let turn = FRAC_PI_2 + corner as f32 * PI / 5.0;
                    (cx + radius * turn.cos(), cy + radius * turn.sin())
                })
                .collect();
            self.paper.polygon(&points, Some(GOLD), None);
        }
        self.paper.close();
    }
}
