//! Liaise without a window, for scripts and for machines without a display. Everything goes through the core's one
//! door, `api::call`; nothing that the window cannot do is deliberately possible here.
//!
//! What is asked for comes on the standard output. A command that the core refuses gives `{code, detail, problems}`
//! there and the exit code 1; a command line that cannot be understood gives its reason on the error output and 2.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of the command line answers by printing")]

mod arguments;
mod demo;
mod desk;
mod network;

use std::{path::Path, process::ExitCode};

use liaise_core::{Error, api};
use serde_json::{Map, Value, json};

use crate::{
    arguments::{Order, USAGE},
    desk::Desk,
};

fn main() -> ExitCode {
    let order = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(order) => order,
        Err(why) => {
            eprintln!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(order) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{}", json!(error));
            ExitCode::FAILURE
        }
    }
}

fn run(order: Order) -> Result<(), Error> {
    match order {
        Order::Help => println!("{USAGE}"),
        Order::Commands => api::COMMANDS.iter().for_each(|(name, ..)| println!("{name}")),
        Order::Reports => {
            for kind in Desk::new(Path::new("."))?.reports()? {
                println!("{kind}");
            }
        }
        Order::Demo { out, languages } => demo::make(&out, &languages)?,
        Order::Network { out, partners } => network::make(&out, partners)?,
        Order::Export { file, report, language, out, subject } => {
            let desk = Desk::new(Path::new("."))?;
            desk.unlock(&file)?;
            println!("{}", desk.export(&report, &language, &out, subject.as_deref())?);
        }
        Order::Sync { file, server } => {
            let desk = Desk::new(Path::new("."))?;
            desk.unlock(&file)?;
            println!("{}", desk.sync(&server)?);
        }
        Order::Call { file, name, arguments } => {
            let desk = Desk::new(Path::new("."))?;
            if let Some(file) = file {
                desk.unlock(&file)?;
            }
            let arguments =
                arguments.map_or_else(|| Ok(Value::Object(Map::new())), |text| serde_json::from_str(&text))?;
            println!("{}", desk.call(&name, arguments)?);
        }
    }
    Ok(())
}
