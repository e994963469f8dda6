//! Entities: what a file stores and the screens edit. One list of fields an entity gives the struct, the columns, the
//! form and the types of the window; it is no object-relational mapper: questions are asked in SQL by the modules that
//! own them.

use std::{
    collections::BTreeSet,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    ops::Deref,
};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::{
    Result,
    catalogue::Catalogue,
    error::Problem,
    store::Reader,
    text::{Note, Text},
};

/// A record type. Implemented by [`entity!`](crate::entity!) only.
pub trait Entity: Serialize + DeserializeOwned + Sized + 'static {
    /// Its name: the table, the key of its labels, the name in every command.
    const NAME: &'static str;
    /// The field that links to the record in whose dossier it lies; none for the root of a dossier.
    const PARENT: Option<&'static str>;
    /// Whether its id follows from its values.
    const IDENTIFIED: bool;
    /// Its fields, in the order of the table's columns.
    const FIELDS: &'static [Field];

    /// Its id.
    fn id(&self) -> &Id<Self>;

    /// The id of a new record with these values: usually a new one, but one that follows from the values where two
    /// people who make the same thing must make one record.
    fn new_id(values: &Map<String, Value>, now: DateTime<Utc>) -> String;

    /// What the officer must correct before the record can be saved, beyond what the kinds of its fields ask for.
    fn check(&self, data: &Reader<'_>) -> Result<Vec<Problem>>;
}

/// One entity without its type, for what treats all alike.
pub struct EntityInfo {
    /// [`Entity::NAME`]
    pub name: &'static str,
    /// [`Entity::PARENT`]
    pub parent: Option<&'static str>,
    /// [`Entity::FIELDS`]
    pub fields: &'static [Field],
    /// [`Entity::new_id`]
    pub new_id: fn(&Map<String, Value>, DateTime<Utc>) -> String,
    /// Whether the id follows from the record's values.
    pub identified: bool,
    /// [`Entity::check`] of the record that the JSON object holds.
    pub check: fn(&Reader<'_>, Value) -> Result<Vec<Problem>>,
}

impl EntityInfo {
    /// The description of `E`.
    pub const fn of<E: Entity>() -> Self {
        Self {
            name: E::NAME,
            parent: E::PARENT,
            fields: E::FIELDS,
            new_id: E::new_id,
            identified: E::IDENTIFIED,
            check: |data, record| serde_json::from_value::<E>(record)?.check(data),
        }
    }

    /// The field `name`, if there is one.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether records of this kind hold personal data, and so have a document of their own.
    pub fn personal(&self) -> bool {
        self.fields.iter().any(|field| field.personal)
    }
}

/// What a form, a table and a check need to know of one field. Its label is the text `entity.<entity>.<name>`.
#[derive(Debug, Clone, Copy, Serialize, ts_rs::TS)]
pub struct Field {
    /// Its name: the column and the JSON key.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether a record needs it.
    pub required: bool,
    /// The catalogue of a `code` or `codes` field.
    pub catalogue: Option<&'static str>,
    /// The entity that a `link` or `links` field leads to.
    pub target: Option<&'static str>,
    /// Whether it is personal data: left out of the shared screen, public reports and exchange.
    pub personal: bool,
    /// Whether a line is what the field asks for.
    #[serde(skip)]
    #[ts(skip)]
    pub fits: Option<fn(&str) -> bool>,
    /// The smallest number allowed.
    pub min: Option<u32>,
    /// The largest number, or the largest count of characters (of each language in a text).
    pub max: Option<u32>,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One line in no particular language: a name, a code, a place.
    Line,
    /// One line of words, in one or more languages: `{source, words}`.
    Text,
    /// Paragraphs of words, in one or more languages: `{source, words}`.
    Note,
    /// A calendar date, ISO 8601.
    Date,
    /// A whole number from `min` to `max`.
    Integer,
    /// A number.
    Decimal,
    /// Yes or no.
    Flag,
    /// One code of a catalogue.
    Code,
    /// A set of codes of a catalogue.
    Codes,
    /// The id of a record.
    Link,
    /// A set of ids of records.
    Links,
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
    const FITS: Option<fn(&str) -> bool> = None;
    /// See [`Field::min`].
    const MIN: Option<u32> = None;
    /// See [`Field::max`].
    const MAX: Option<u32> = None;
}

impl Field {
    /// The description of a field of type `C`.
    pub const fn of<C: Column>(name: &'static str) -> Self {
        Self {
            name,
            kind: C::KIND,
            required: C::REQUIRED,
            catalogue: C::CATALOGUE,
            target: C::TARGET,
            personal: C::PERSONAL,
            fits: C::FITS,
            min: C::MIN,
            max: C::MAX,
        }
    }

    /// What a new record has in this field when nothing is given: the first code, no, or nothing.
    pub fn default(&self) -> Value {
        match self.kind {
            Kind::Code if self.required => {
                self.catalogue.map_or(Value::Null, |name| crate::catalogue::codes(name)[0].into())
            }
            Kind::Flag => false.into(),
            Kind::Codes | Kind::Links => Value::Array(vec![]),
            _ => Value::Null,
        }
    }
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
    const FITS: Option<fn(&str) -> bool> = C::FITS;
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
    ($(#[doc = $doc:literal])+ $name:ident if $fits:expr) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl Column for $name {
            const KIND: Kind = Kind::Line;
            const FITS: Option<fn(&str) -> bool> = Some($fits);
            const MAX: Option<u32> = Some(3);
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
    Country if |code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

line! {
    /// A language in which people write and read: a BCP 47 base language.
    Language if crate::locale::is_content_language
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
    const FITS: Option<fn(&str) -> bool> = C::FITS;
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

/// Declares an entity: its struct, its fields and, with `checked by`, its own rules.
///
/// `Name in "table" of parent_field identified by function checked by function { field: Type, … }`; without `of` the
/// record is the root of a dossier, that is of an own document of the change history.
#[macro_export]
macro_rules! entity {
    (
        $(#[$meta:meta])*
        $name:ident in $table:literal $(of $parent:ident)? $(identified by $new_id:ident)? $(checked by $check:ident)? {
            $($(#[$field_meta:meta])* $field:ident: $ty:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            /// The record's id.
            pub id: $crate::entity::Id<$name>,
            $($(#[$field_meta])* pub $field: $ty,)*
        }

        impl $crate::entity::Entity for $name {
            const NAME: &'static str = $table;
            const PARENT: Option<&'static str> = $crate::entity!(@parent $($parent)?);
            const IDENTIFIED: bool = $crate::entity!(@identified $($new_id)?);
            const FIELDS: &'static [$crate::entity::Field] =
                &[$($crate::entity::Field::of::<$ty>(stringify!($field)),)*];

            fn id(&self) -> &$crate::entity::Id<Self> {
                &self.id
            }

            #[allow(unused_variables, reason = "most ids follow from nothing")]
            fn new_id(
                values: &serde_json::Map<String, serde_json::Value>,
                now: chrono::DateTime<chrono::Utc>,
            ) -> String {
                $crate::entity!(@new_id values now $($new_id)?)
            }

            #[allow(unused_variables, reason = "an entity without rules of its own looks at nothing")]
            fn check(&self, data: &$crate::store::Reader<'_>) -> $crate::Result<Vec<$crate::error::Problem>> {
                $crate::entity!(@check self data $($check)?)
            }
        }
    };
    (@parent $parent:ident) => { Some(stringify!($parent)) };
    (@parent) => { None };
    (@identified $new_id:ident) => { true };
    (@identified) => { false };
    (@new_id $values:ident $now:ident $new_id:ident) => { $new_id($values) };
    (@new_id $values:ident $now:ident) => { $crate::store::new_id($now) };
    (@check $self:ident $data:ident $check:ident) => { $check($self, $data) };
    (@check $self:ident $data:ident) => { Ok(vec![]) };
}
