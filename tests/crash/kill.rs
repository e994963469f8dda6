//! The program is killed at some moment, as by the system or by an impatient officer. What was handed to the system stays.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead as _, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use crate::{Broken, Outcome, base, chance::Chance, promise::Promise};

/// A moment comes at most so many microseconds (as a power of two) after the line of the writer that it follows.
const LATEST: usize = 19;
/// And after at most so many lines.
const LINES: usize = 28;

/// What is there before, in the clear and encrypted.
pub(crate) struct Bases(Vec<PathBuf>);

impl Bases {
    /// Makes both.
    pub(crate) fn make(folder: &Path) -> Outcome<Self> {
        let made: Outcome<Vec<PathBuf>> = [("clear", false), ("encrypted", true)]
            .map(|(name, to)| base::make(&folder.join(name), to))
            .into_iter()
            .collect();
        Ok(Self(made?))
    }

    /// A copy of one of them in `folder`, and what holds for it: every other seed has the encrypted one.
    pub(crate) fn lay_out(&self, seed: u64, folder: &Path, reasons: &'static [&'static str]) -> Outcome<Promise> {
        let which = (seed % 2) as usize;
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        base::copy(&self.0[which], folder)?;
        Promise::of_base(folder, which == 1, reasons)
    }
}

/// The writer as a program of its own.
pub(crate) fn writer(folder: &Path, seed: u64) -> Outcome<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.arg("write").arg(folder).args(["--seed", &seed.to_string()]).stdin(Stdio::null()).stdout(Stdio::piped());
    Ok(command)
}

/// Kills a writer so many times; the seed of the first run.
pub(crate) fn kill(runs: u64, first: u64) -> Outcome<()> {
    let (place, started) = (tempfile::tempdir()?, Instant::now());
    let bases = Bases::make(place.path())?;
    let (mut broken, mut acknowledged, mut cut) = (Broken::default(), 0, BTreeMap::<String, u32>::new());
    for seed in first..first + runs {
        let folder = place.path().join("run");
        let mut promise = bases.lay_out(seed, &folder, &[])?;
        promise.hear(&cut_off(&folder, seed)?)?;
        acknowledged += promise.acknowledged;
        *cut.entry(promise.cut_off().to_owned()).or_default() += 1;
        if let Err(error) = promise.check_words(&folder).and_then(|()| promise.check(&folder)) {
            broken.tell(&format!("--seed {seed}, during `{}`: {error}", promise.cut_off()));
        }
    }
    let between = cut.remove("").unwrap_or_default();
    let within: Vec<String> = cut.iter().map(|(command, count)| format!("{command} {count}")).collect();
    let seconds = started.elapsed().as_secs();
    println!("killed within {}; between two commands {between}", within.join(", "));
    broken.judge(&format!("{runs} runs from seed {first} in {seconds} s, {acknowledged} acknowledged commands"))
}

/// Lets a writer work and kills it; what it said.
fn cut_off(folder: &Path, seed: u64) -> Outcome<String> {
    let mut chance = Chance::new(seed ^ u64::MAX);
    let (lines, moment) = (chance.below(LINES), Duration::from_micros(chance.spread(LATEST)));
    let scratch = folder.join("Scratch");
    fs::create_dir_all(&scratch)?;
    let mut child = writer(folder, seed)?.env("TMPDIR", scratch).spawn()?;
    let mut output = BufReader::new(child.stdout.take().ok_or("the writer has an output")?);
    let (said, heard) = mpsc::channel();
    let reader = thread::spawn(move || {
        let mut line = vec![];
        while output.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            if said.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
            line.clear();
        }
        drop(output.read_to_end(&mut vec![]));
    });
    let mut text = wait(&heard, lines, moment);
    child.kill()?;
    child.wait()?;
    text.extend(heard.iter());
    reader.join().map_err(|_| "the writer could not be heard")?;
    Ok(text)
}

/// Listens to so many lines, and then until a moment has passed.
fn wait(heard: &Receiver<String>, lines: usize, moment: Duration) -> String {
    let mut text: String = heard.iter().take(lines).collect();
    let until = Instant::now() + moment;
    while let Ok(line) = heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
        text += &line;
    }
    text
}
