//! Running other programs and saying so: one heading before, seconds after, and a reason when it failed.

use std::{
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use crate::place;

/// A program with its arguments, to be run in the repository's root unless told otherwise.
pub(crate) fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(place::root());
    command
}

/// Cargo itself, the one that runs this task.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program(env!("CARGO"), arguments)
}

/// npm in one of the repository's folders.
pub(crate) fn npm(folder: &str, arguments: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    command.current_dir(place::root().join(folder)).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}

/// Runs the program with its output on the screen.
///
/// # Errors
/// A sentence that names the program, when it is missing or ends with anything but success.
pub(crate) fn run(mut command: Command) -> Result<(), String> {
    let shown = shown(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` failed ({status}).")),
        Err(error) => Err(format!("`{shown}` could not be started: {error}.")),
    }
}

/// Runs the program quietly and returns what it wrote, or nothing if it is missing or failed.
pub(crate) fn answer(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs the program and returns what it wrote; what it complains of is on the screen.
///
/// # Errors
/// A sentence that names the program, when it is missing or ends with anything but success.
pub(crate) fn output(mut command: Command) -> Result<String, String> {
    let shown = shown(&command);
    match command.stdin(Stdio::null()).stderr(Stdio::inherit()).output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => Err(format!("`{shown}` failed ({}).", output.status)),
        Err(error) => Err(format!("`{shown}` could not be started: {error}.")),
    }
}

/// Is the program on the search path?
pub(crate) fn is_there(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|paths| {
        std::env::split_paths(&paths).any(|folder: std::path::PathBuf| is_program(&folder.join(name)))
    })
}

fn is_program(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file()
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

/// A list of steps that runs in order, stops at the first failure and counts.
pub(crate) struct Steps {
    passed: usize,
    began: Instant,
}

impl Steps {
    pub(crate) fn new() -> Self {
        Self { passed: 0, began: Instant::now() }
    }

    /// Runs one step under its heading.
    ///
    /// # Errors
    /// What the step said, followed by the closing line.
    pub(crate) fn run(&mut self, name: &str, step: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
        println!("==> {name}");
        let began = Instant::now();
        match step() {
            Ok(()) => {
                self.passed += 1;
                println!("    {name}: passed in {:.1} s\n", began.elapsed().as_secs_f64());
                Ok(())
            }
            Err(why) => {
                println!("    {name}: FAILED after {:.1} s", began.elapsed().as_secs_f64());
                Err(format!("{why}\n{} passed, 1 failed", self.passed))
            }
        }
    }

    /// The closing line.
    pub(crate) fn close(&self) {
        println!("All of it took {:.0} s.", self.began.elapsed().as_secs_f64());
        println!("{} passed, 0 failed", self.passed);
    }
}
