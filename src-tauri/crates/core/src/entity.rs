//! Entities: what a file stores and the screens edit. One list of fields an entity gives the struct, the columns, the
//! form and the types of the window; it is no object-relational mapper: questions are asked in SQL by the modules that
//! own them.

use chrono::{DateTime, Utc};
use serde::{
    Deserializer, Serialize,
    de::{DeserializeOwned, Error as _, Visitor},
};
use serde_json::{Map, Value};

use crate::{Result, error::Problem, store::Reader};

mod column;

pub use column::{
    ClockTime, Column, ContentHash, Country, Fits, Id, Language, LaptopKey, Links, PackCode, Percent, Personal, Score,
    Weight,
};

/// A record type. Implemented by [`entity!`](crate::entity!) only.
pub trait Entity: Serialize + Sized + 'static {
    /// Its name: the table, the key of its labels, the name in every command.
    const NAME: &'static str;
    /// The field that links to the record in whose dossier it lies; none for the root of a dossier.
    const PARENT: Option<&'static str>;
    /// Whether its id follows from its values.
    const IDENTIFIED: bool;
    /// Its fields, in the order of the table's columns.
    const FIELDS: &'static [Field];

    /// The record of a JSON object; what the object has beyond the fields is left aside.
    ///
    /// # Errors
    /// Which field is missing or does not fit.
    fn read(record: Map<String, Value>) -> serde_json::Result<Self>;

    /// Its id.
    fn id(&self) -> &Id<Self>;

    /// The id of a new record with these values: usually a new one, but one that follows from the values where two
    /// people who make the same thing must make one record.
    fn new_id(values: &Map<String, Value>, now: DateTime<Utc>) -> String;

    /// Fills in what follows from other values of the record, before it is checked. What may be missing is missing
    /// still; `values` has every field.
    fn complete(values: &mut Map<String, Value>, data: &Reader<'_>) -> Result<()>;

    /// Refuses that the record is deleted.
    ///
    /// # Errors
    /// What says why it has to stay, and what can be done instead.
    fn may_go(&self, data: &Reader<'_>) -> Result<()>;

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
    /// [`Entity::complete`]
    pub complete: fn(&mut Map<String, Value>, &Reader<'_>) -> Result<()>,
    /// [`Entity::may_go`] of the record that the JSON object holds.
    pub may_go: fn(&Reader<'_>, Map<String, Value>) -> Result<()>,
    /// Whether a row is such a record at all, as every reader of it will take it; else what is wrong with it.
    pub fits: fn(Map<String, Value>) -> serde_json::Result<()>,
    /// [`Entity::check`] of the record that the JSON object holds.
    pub check: fn(&Reader<'_>, Map<String, Value>) -> Result<Vec<Problem>>,
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
            complete: E::complete,
            may_go: |data, record| E::read(record)?.may_go(data),
            fits: |record| E::read(record).map(|_| ()),
            check: |data, record| E::read(record)?.check(data),
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

/// Takes a value out of an object. What may be missing is nothing where it is.
///
/// Derived readers of whole structs are much code: there are as many as entities and commands.
///
/// # Errors
/// Which one is missing or does not fit.
pub fn take<T: DeserializeOwned>(object: &mut Map<String, Value>, name: &'static str) -> serde_json::Result<T> {
    match object.remove(name) {
        Some(value) => T::deserialize(value).map_err(|error| serde_json::Error::custom(format!("{name}: {error}"))),
        None => T::deserialize(Missing(name)),
    }
}

/// Where nothing is: an option is none, and all else is refused.
struct Missing(&'static str);

impl<'de> Deserializer<'de> for Missing {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> serde_json::Result<V::Value> {
        Err(Self::Error::missing_field(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> serde_json::Result<V::Value> {
        visitor.visit_none()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
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
    pub fits: Option<Fits>,
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
    /// An amount of euros, in whole cents.
    Money,
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

/// Declares an entity: its struct, its fields and, with `checked by`, its own rules.
///
/// `Name in "table" of parent_field identified by function completed by function kept by function checked by function
/// { field: Type, … }`; without `of` the record is the root of a dossier, that is of an own document of the change
/// history.
#[macro_export]
macro_rules! entity {
    (
        $(#[$meta:meta])*
        $name:ident in $table:literal $(of $parent:ident)? $(identified by $new_id:ident)?
        $(completed by $complete:ident)? $(kept by $kept:ident)? $(checked by $check:ident)? {
            $($(#[$field_meta:meta])* $field:ident: $ty:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
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

            fn read(mut record: serde_json::Map<String, serde_json::Value>) -> serde_json::Result<Self> {
                Ok(Self {
                    id: $crate::entity::take(&mut record, "id")?,
                    $($field: $crate::entity::take(&mut record, stringify!($field))?,)*
                })
            }

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

            #[allow(unused_variables, reason = "most records have nothing that follows from the rest")]
            fn complete(
                values: &mut serde_json::Map<String, serde_json::Value>,
                data: &$crate::store::Reader<'_>,
            ) -> $crate::Result<()> {
                $crate::entity!(@complete values data $($complete)?)
            }

            #[allow(unused_variables, reason = "most records can go")]
            fn may_go(&self, data: &$crate::store::Reader<'_>) -> $crate::Result<()> {
                $crate::entity!(@kept self data $($kept)?)
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
    (@complete $values:ident $data:ident $complete:ident) => { $complete($values, $data) };
    (@complete $values:ident $data:ident) => { Ok(()) };
    (@kept $self:ident $data:ident $kept:ident) => { $kept($self, $data) };
    (@kept $self:ident $data:ident) => { Ok(()) };
    (@check $self:ident $data:ident $check:ident) => { $check($self, $data) };
    (@check $self:ident $data:ident) => { Ok(vec![]) };
}
