//! Money: euros in whole cents. Arithmetic on integers only, so that a sum never drifts. How an amount reads in a
//! language is `locale.rs`'s business.

use std::{iter::Sum, ops::Add, ops::Sub};

use serde::{Deserialize, Serialize};

/// The share of eligible costs that the European Union pays, in percent (project fiche: 618 611.85 of 687 346.50
/// euros).
pub const EU_SHARE: i64 = 90;

/// An amount of euros, in cents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// The largest amount that a field takes: a thousand million euros.
    pub const MAX: Self = Self(100_000_000_000);

    /// An amount of so many cents.
    pub const fn of_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The European Union's part of it, to the nearest cent, half a cent upwards.
    pub fn eu_part(self) -> Self {
        Self((self.0 * EU_SHARE * 2 + 100).div_euclid(200))
    }

    /// What remains for the partner: with [`Money::eu_part`] it always adds up to the whole.
    pub fn own_part(self) -> Self {
        self - self.eu_part()
    }

    /// This amount as a share of another, 1.0 for the same; nothing where the other is zero.
    pub fn share_of(self, whole: Self) -> Option<f64> {
        (whole.0 != 0).then(|| self.0 as f64 / whole.0 as f64)
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}
