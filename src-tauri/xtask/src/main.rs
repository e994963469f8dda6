//! The tasks of the project, one word each: `cargo app`, `cargo verify`, `cargo demo`, `cargo screenshots`,
//! `cargo startup`, `cargo licences`, `cargo installers`. They install, build, run, measure and pack; what the product does is deliberately not here.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task talks to the person who started it")]

mod app;
mod deny;
mod installers;
mod licences;
mod node;
mod place;
mod printer;
mod python;
mod startup;
mod step;
mod system;
mod verify;

use std::process::ExitCode;

const USAGE: &str = "\
cargo app          set up, build and open the window (without a display: make the sample reports)
cargo verify       every check there is, cheap ones first
cargo demo         make the sample partnership and its reports; arguments go to `liaise-cli demo`
cargo screenshots  refresh assets/screenshots through the browser tests
cargo startup      measure the first screen against an empty window (`--release`, `--runs N`)
cargo licences     list anew what others made, with its licences (`--check`: say whether that is needed)
cargo installers   make the installers of this system; arguments go to `tauri build`
cargo run -p xtask -- deny   licences, sources and vulnerabilities of the crates (`--advisories`: not without the network)";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let done = match task.as_str() {
        "app" => app::app(&rest),
        "verify" => verify::verify(),
        "demo" => app::demo(&rest),
        "screenshots" => app::screenshots(),
        "startup" => startup::startup(&rest),
        "licences" => licences::licences(&rest),
        "installers" => installers::installers(&rest),
        "deny" => deny::deny(&rest),
        _ => Err(format!("There is no task `{task}`.\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
