//! The map of Europe: outlines of countries and where a place lies among them. Made by the step that
//! `assets/map/README.md` tells, whose projection this file repeats. No names are here, and no colours.

use std::sync::OnceLock;

/// Width of the window in kilometres.
pub const WIDTH: f64 = 3350.0;
/// Height of the window in kilometres.
pub const HEIGHT: f64 = 2950.0;

/// Middle of the projection in degrees north and east, and the earth's radius in kilometres.
const MIDDLE: (f64, f64) = (48.5, 9.5);
const RADIUS: f64 = 6371.0;
/// Kilometres from the left and from the upper edge to the middle.
const ORIGIN: (f64, f64) = (1700.0, 1450.0);

/// A piece of land: its country's ISO 3166-1 code and its outline, in kilometres from the left and from the upper edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Land {
    /// The code.
    pub country: &'static str,
    /// The outline, whose last point joins the first.
    pub outline: Vec<(f64, f64)>,
}

/// All land of the window.
pub fn lands() -> &'static [Land] {
    static LANDS: OnceLock<Vec<Land>> = OnceLock::new();
    LANDS.get_or_init(|| include_str!("../../../../assets/map/europe.txt").lines().filter_map(land).collect())
}

fn land(line: &'static str) -> Option<Land> {
    let mut words = line.split(' ');
    let country = words.next()?;
    let numbers: Vec<f64> = words.filter_map(|word| word.parse().ok()).collect();
    Some(Land { country, outline: numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect() })
}

/// Where a place of so many degrees north and east lies in the window; one outside of it lies at its edge.
pub fn place(north: f64, east: f64) -> (f64, f64) {
    let (middle, high, turn) = (MIDDLE.0.to_radians(), north.to_radians(), (east - MIDDLE.1).to_radians());
    let cosine = middle.sin() * high.sin() + middle.cos() * high.cos() * turn.cos();
    let stretch = RADIUS * (2.0 / (1.0 + cosine.max(-0.9))).sqrt();
    let x = ORIGIN.0 + stretch * high.cos() * turn.sin();
    let y = ORIGIN.1 - stretch * (middle.cos() * high.sin() - middle.sin() * high.cos() * turn.cos());
    (x.clamp(0.0, WIDTH), y.clamp(0.0, HEIGHT))
}

/// The middle of a country's largest piece of land, if the map has the country.
pub fn middle(country: &str) -> Option<(f64, f64)> {
    let own = lands().iter().filter(|land| land.country == country);
    let largest = own.max_by(|a, b| area(&a.outline).abs().total_cmp(&area(&b.outline).abs()))?;
    let sixth = 6.0 * area(&largest.outline);
    let sum = edges(&largest.outline).fold((0.0, 0.0), |sum, ((ax, ay), (bx, by))| {
        let cross = ax * by - bx * ay;
        (sum.0 + (ax + bx) * cross, sum.1 + (ay + by) * cross)
    });
    Some((sum.0 / sixth, sum.1 / sixth))
}

/// Places moved so far apart that marks of this breadth do not cover one another, each as near to where it was as that
/// allows. The same places give the same answer.
pub fn spread(places: &[(f64, f64)], apart: f64) -> Vec<(f64, f64)> {
    let mut moved = places.to_vec();
    let mut order: Vec<usize> = (0..moved.len()).collect();
    for _ in 0..1_000 {
        let mut still = true;
        // From left to right, so that only neighbours are looked at.
        order.sort_by(|a, b| moved[*a].0.total_cmp(&moved[*b].0).then(a.cmp(b)));
        for (at, &one) in order.iter().enumerate() {
            for &other in &order[at + 1..] {
                let (dx, dy) = (moved[one].0 - moved[other].0, moved[one].1 - moved[other].1);
                if dx <= -2.0 * apart {
                    break;
                }
                let distance = dx.hypot(dy);
                if distance >= apart {
                    continue;
                }
                still = false;
                // Marks on one spot go apart in a direction that follows from their number.
                let turn = one as f64 * 2.399_963;
                let (ux, uy) = if distance < 1e-6 { (turn.cos(), turn.sin()) } else { (dx / distance, dy / distance) };
                // A little further than needed, so that a crowd comes to rest.
                let push = (apart - distance) * 0.55 + 0.5;
                moved[one] = (moved[one].0 + ux * push, moved[one].1 + uy * push);
                moved[other] = (moved[other].0 - ux * push, moved[other].1 - uy * push);
            }
        }
        if still {
            break;
        }
    }
    let edge = apart / 2.0;
    moved.into_iter().map(|(x, y)| (x.clamp(edge, WIDTH - edge), y.clamp(edge, HEIGHT - edge))).collect()
}

fn edges(outline: &[(f64, f64)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    outline.iter().copied().zip(outline.iter().copied().cycle().skip(1))
}

fn area(outline: &[(f64, f64)]) -> f64 {
    edges(outline).map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum::<f64>() / 2.0
}

/// The country in which a point of the window lies; none at sea.
pub fn country_at((x, y): (f64, f64)) -> Option<&'static str> {
    let inside = |outline: &[(f64, f64)]| {
        let crossings = edges(outline)
            .filter(|((ax, ay), (bx, by))| (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax);
        crossings.count() % 2 == 1
    };
    lands().iter().find(|land| inside(&land.outline)).map(|land| land.country)
}
