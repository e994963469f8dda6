//! The one test binary of what lies across the borders of the crates. What a crate promises alone is tested in it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cut_off;
mod installing;
mod reports;
mod tidy;
