//! What the printer promises, tested on finished files.

mod demo;
mod faults;
mod reader;

mod conformance;
mod content;
mod limits;
