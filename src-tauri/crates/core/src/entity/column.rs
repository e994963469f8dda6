//! The types that fields can have, and what each means for form, check and table.

use std::{
    collections::BTreeSet,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    ops::Deref,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Entity, Kind};
use crate::{
    catalogue::Catalogue,
    money::Money,
    text::{Note, Text},
};

/// What a line has to look like.
#[derive(Debug, Clone, Copy)]
pub struct Fits {
    /// Whether a line does.
    pub test: fn(&str) -> bool,
    /// The problem of one that does not.
    pub problem: &'static str,
}

/// A type that a field can have.
pub trait Column {
    /// What the field holds.
    const KIND: Kind;
    /// Whether a record needs it.
    const REQUIRED: bool = true;
    /// See [`Field::catalogue`].
    const CATALOGUE: Option<&'static str> = None;
    /// See [`Field::target`].
    const TARGET: Option<&'static str> = None;
    /// See [`Field::personal`].
    const PERSONAL: bool = false;
    /// See [`Field::fits`].
    const FITS: Option<Fits> = None;
    /// See [`Field::min`].
    const MIN: Option<u32> = None;
    /// See [`Field::max`].
    const MAX: Option<u32> = None;
}

impl Column for String {
    const KIND: Kind = Kind::Line;
    const MAX: Option<u32> = Some(200);
}

impl Column for Text {
    const KIND: Kind = Kind::Text;
    const MAX: Option<u32> = Some(300);
}

impl Column for Note {
    const KIND: Kind = Kind::Note;
    const MAX: Option<u32> = Some(20_000);
}

impl Column for NaiveDate {
    const KIND: Kind = Kind::Date;
}

impl Column for u32 {
    const KIND: Kind = Kind::Integer;
    const MIN: Option<u32> = Some(0);
    const MAX: Option<u32> = Some(100_000_000);
}

impl Column for f64 {
    const KIND: Kind = Kind::Decimal;
}

impl Column for Money {
    const KIND: Kind = Kind::Money;
}

impl Column for bool {
    const KIND: Kind = Kind::Flag;
    const REQUIRED: bool = false;
}

impl<C: Column> Column for Option<C> {
    const KIND: Kind = C::KIND;
    const REQUIRED: bool = false;
    const CATALOGUE: Option<&'static str> = C::CATALOGUE;
    const TARGET: Option<&'static str> = C::TARGET;
    const PERSONAL: bool = C::PERSONAL;
    const FITS: Option<Fits> = C::FITS;
    const MIN: Option<u32> = C::MIN;
    const MAX: Option<u32> = C::MAX;
}

impl<C: Catalogue> Column for BTreeSet<C> {
    const KIND: Kind = Kind::Codes;
    const REQUIRED: bool = false;
    const CATALOGUE: Option<&'static str> = Some(C::NAME);
}

/// A line that has to be of a certain form; [`Field::fits`] says of which.
macro_rules! line {
    ($(#[doc = $doc:literal])+ $name:ident of $max:literal if $fits:expr, else $problem:literal) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl Column for $name {
            const KIND: Kind = Kind::Line;
            const FITS: Option<Fits> = Some(Fits { test: $fits, problem: $problem });
            const MAX: Option<u32> = Some($max);
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }
    };
}

line! {
    /// A country: ISO 3166-1 alpha-2.
    Country of 2 if |code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()), else "unknown_code"
}

line! {
    /// A language in which people write and read: a BCP 47 base language.
    Language of 3 if crate::locale::is_content_language, else "unknown_code"
}

line! {
    /// A time of the day on the clock of the place: `09:30`.
    ClockTime of 5 if |time| time.len() == 5 && chrono::NaiveTime::parse_from_str(time, "%H:%M").is_ok(), else "not_a_time"
}

line! {
    /// The public key of a laptop, `LIAISE-1…`, in its one form.
    LaptopKey of 200 if crate::exchange::is_key, else "not_a_key"
}

line! {
    /// A code that the coordinator gives an entry of the common catalogue.
    PackCode of 40 if crate::pack::is_code, else "not_a_code"
}

line! {
    /// The SHA-256 of bytes that lie beside the history, hexadecimal.
    ContentHash of 64 if |text| crate::hex::decode::<32>(text).is_some(), else "wrong_type"
}

/// A rating from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Score(pub u32);

impl Column for Score {
    const KIND: Kind = Kind::Integer;
    const MIN: Option<u32> = Some(1);
    const MAX: Option<u32> = Some(5);
}

/// A weight from 1 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weight(pub u32);

impl Column for Weight {
    const KIND: Kind = Kind::Integer;
    const MIN: Option<u32> = Some(1);
    const MAX: Option<u32> = Some(3);
}

/// A share in whole percent, from 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(pub u32);

impl Column for Percent {
    const KIND: Kind = Kind::Integer;
    const MIN: Option<u32> = Some(1);
    const MAX: Option<u32> = Some(100);
}

/// Personal data. What is inside leaves it only by naming it (`.0`), so a view without personal data cannot show it by
/// accident: the records of such a view are read without these fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T>(pub T);

impl<C: Column> Column for Personal<C> {
    const KIND: Kind = C::KIND;
    const REQUIRED: bool = C::REQUIRED;
    const CATALOGUE: Option<&'static str> = C::CATALOGUE;
    const TARGET: Option<&'static str> = C::TARGET;
    const PERSONAL: bool = true;
    const FITS: Option<Fits> = C::FITS;
    const MIN: Option<u32> = C::MIN;
    const MAX: Option<u32> = C::MAX;
}

/// The id of a record of type `E`: a UUIDv7 in text form.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Id<E>(String, #[serde(skip)] PhantomData<fn() -> E>);

impl<E> Id<E> {
    /// The id that `text` holds. Whether such a record exists is for the store to say.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into(), PhantomData)
    }
}

impl<E: Entity> Column for Id<E> {
    const KIND: Kind = Kind::Link;
    const TARGET: Option<&'static str> = Some(E::NAME);
}

/// A set of ids of records of type `E`.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Links<E>(pub BTreeSet<Id<E>>);

impl<E: Entity> Column for Links<E> {
    const KIND: Kind = Kind::Links;
    const REQUIRED: bool = false;
    const TARGET: Option<&'static str> = Some(E::NAME);
}

impl<E> Deref for Links<E> {
    type Target = BTreeSet<Id<E>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<E> Deref for Id<E> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<E> fmt::Display for Id<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E> fmt::Debug for Id<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E> Clone for Id<E> {
    fn clone(&self) -> Self {
        Self::new(self.0.clone())
    }
}

impl<E> PartialEq for Id<E> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<E> Eq for Id<E> {}

impl<E> PartialOrd for Id<E> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<E> Ord for Id<E> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<E> Hash for Id<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<E> Clone for Links<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<E> fmt::Debug for Links<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(&self.0).finish()
    }
}

impl<E> PartialEq for Links<E> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
