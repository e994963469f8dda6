//! Catalogues: the closed lists of codes that records choose from.
//!
//! A code is immutable snake_case and never renamed; its label is the text `catalogue.<catalogue>.<code>`.
//! The lists follow the data dictionary of the field (domain reference, section 4).

use std::{fmt, marker::PhantomData};

use serde::de::Visitor;

/// A closed list of codes.
pub trait Catalogue: Sized + Copy + 'static {
    /// The catalogue's own name, the middle part of its labels' keys.
    const NAME: &'static str;
    /// Every code, in the order in which officers read them.
    const CODES: &'static [&'static str];
    /// Every value, in the same order.
    const ALL: &'static [Self];

    /// The value's code.
    fn code(self) -> &'static str;
}

/// Declares the catalogues of one part: an enum each, and `LISTS` as the list of them.
macro_rules! catalogues {
    ($($(#[$meta:meta])* $name:ident = $table:literal { $($value:ident = $code:literal,)* })*) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $name {
                $(#[doc = concat!("`", $code, "`")] $value,)*
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.code())
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(crate::catalogue::Code(std::marker::PhantomData))
                }
            }

            impl Catalogue for $name {
                const NAME: &'static str = $table;
                const CODES: &'static [&'static str] = &[$($code,)*];
                const ALL: &'static [Self] = &[$(Self::$value,)*];

                fn code(self) -> &'static str {
                    match self { $(Self::$value => $code,)* }
                }
            }

            impl crate::entity::Column for $name {
                const KIND: crate::entity::Kind = crate::entity::Kind::Code;
                const CATALOGUE: Option<&'static str> = Some($table);
            }
        )*

        /// The catalogues of this part with their codes.
        pub(super) const LISTS: &[crate::catalogue::Codes] = &[$(($table, &[$($code,)*]),)*];
    };
}

/// Reads a code of a catalogue.
struct Code<C>(PhantomData<C>);

impl<C: Catalogue> Visitor<'_> for Code<C> {
    type Value = C;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "a code of {}", C::NAME)
    }

    fn visit_str<E: serde::de::Error>(self, code: &str) -> Result<C, E> {
        let place = C::CODES.iter().position(|known| *known == code);
        place.map(|place| C::ALL[place]).ok_or_else(|| E::unknown_variant(code, C::CODES))
    }
}

/// A catalogue's name and its codes.
pub type Codes = (&'static str, &'static [&'static str]);

/// The catalogues' codes by name.
pub type Catalogues = std::collections::BTreeMap<&'static str, &'static [&'static str]>;

/// Every catalogue with its codes.
pub fn all() -> impl Iterator<Item = &'static Codes> {
    lists::PARTS.into_iter().flatten()
}

/// The codes of the catalogue `name`; none for an unknown name.
pub fn codes(name: &str) -> &'static [&'static str] {
    all().find(|(catalogue, _)| *catalogue == name).map_or(&[], |(_, codes)| codes)
}

mod lists;

pub use lists::*;
