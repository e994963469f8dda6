//! What the program promises when it is cut off: an acknowledged save is there, nothing is half there, the file opens. A
//! writer works through the commands that officers use; it is killed, or the power fails below it, or the disk refuses;
//! then the files that are left are looked at through the same door. Nothing of the product is replaced by a stand-in.
//!
//! `crash [kill] RUNS`, `crash powercut STATES`, `crash faults RUNS`, each with `--seed N`: what a seed does in a run it
//! does again, but for the moment of a kill. Ends with an error when a promise was broken.

#![expect(clippy::print_stdout, reason = "the figures and the acknowledgements are told on the standard output")]

mod base;
mod chance;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod faults;
mod kill;
#[cfg(target_os = "linux")]
mod powercut;
mod promise;
mod work;
mod writer;

use std::{error::Error, path::Path};

use lexopt::{Arg, ValueExt as _};

/// What goes wrong in the harness itself; a broken promise is one too.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let (mut words, mut seed) = (vec![], 1);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("seed") => seed = parser.value()?.parse()?,
            Arg::Value(word) => words.push(word.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["write", folder] => writer::write(Path::new(folder), seed),
        ["kill", runs] | [runs] if runs.parse::<u64>().is_ok() => kill::kill(runs.parse()?, seed),
        #[cfg(target_os = "linux")]
        ["powercut", states] => powercut::cut(states.parse()?, seed),
        #[cfg(target_os = "linux")]
        ["faults", runs] => faults::fail(runs.parse()?, seed),
        _ => Err("crash [kill|powercut|faults] COUNT [--seed N]".into()),
    }
}

/// Promises that were broken, each told at once.
#[derive(Default)]
struct Broken(u32);

impl Broken {
    fn tell(&mut self, what: &str) {
        println!("BROKEN {what}");
        self.0 += 1;
    }

    /// Says how it went, and fails when a promise was broken.
    fn judge(self, summary: &str) -> Outcome<()> {
        println!("{summary}; broken promises: {}", self.0);
        if self.0 == 0 { Ok(()) } else { Err(format!("{} broken promises", self.0).into()) }
    }
}
