//! What was acknowledged, and whether the files that are left keep it.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::json;

use crate::{
    Outcome,
    base::{Computer, PARTS, analysis, part},
    work::{Effect, Erased, Facts, Line, facts, without},
};

/// A file that a report carries is at most as large.
const LARGEST: usize = 1 << 24;
/// Why a writer may be refused whose disk is sound: a copy that was encrypted for somebody else.
const SOUND: &[&str] = &["locked_copy"];
/// What stands in every file that a writer works with.
const WORDS: &[&str] = &["colleague 0 part", "Colleague", "situation_analysis"];
/// Commands that may be done when something behind them is refused: the file is in its place, the person is gone.
const PERHAPS_DONE: &[&str] = &["restore_backup", "erase"];

#[derive(Debug, Clone, PartialEq)]
struct State {
    facts: Facts,
    encrypted: bool,
}

impl State {
    fn without(&self, erased: &Erased) -> Self {
        Self { facts: without(&self.facts, erased), encrypted: self.encrypted }
    }
}

/// A command that has begun and has not returned, and what will be when it has.
#[derive(Clone)]
struct Begun {
    command: String,
    after: State,
    erased: Erased,
}

/// See the module.
#[derive(Clone)]
pub(crate) struct Promise {
    /// What is there, with whoever was erased.
    now: State,
    erased: Erased,
    begun: Option<Begun>,
    copies: BTreeMap<String, State>,
    written: Vec<String>,
    /// What was refused for no good reason.
    refused: Vec<String>,
    /// Commands that returned.
    pub(crate) acknowledged: u64,
    /// Whether the writer came to its end.
    pub(crate) ended: bool,
    /// Reasons for which a disk makes the program refuse.
    reasons: &'static [&'static str],
    /// Whether the file and its copies have been encrypted all the time.
    sealed: bool,
}

impl Promise {
    /// What holds for what `base::make` made in `folder`; `reasons` are codes with which a disk may refuse.
    pub(crate) fn of_base(folder: &Path, encrypted: bool, reasons: &'static [&'static str]) -> Outcome<Self> {
        let taken_in = (0..PARTS).map(|number| (format!("analysis {}", part(0, number)), "Colleague".to_owned()));
        let mut copies = BTreeMap::new();
        for entry in fs::read_dir(folder.join("Liaise").join("backups"))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".liaise") {
                copies.insert(name, State { facts: Facts::new(), encrypted });
            }
        }
        let now = State { facts: taken_in.collect(), encrypted };
        let (written, refused) = (vec![], vec![]);
        Ok(Self {
            now,
            erased: Erased::new(),
            begun: None,
            copies,
            written,
            refused,
            acknowledged: 0,
            ended: false,
            reasons,
            sealed: encrypted,
        })
    }

    /// Takes in what a writer said; half a line at the end says nothing.
    pub(crate) fn hear(&mut self, said: &str) -> Outcome<()> {
        for line in said.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
            match serde_json::from_str(line)? {
                Line::Begin(effect) => {
                    self.sealed &= effect.encrypted.is_none();
                    let mut erased = self.erased.clone();
                    effect.erased.iter().for_each(|list| *erased.entry(list.clone()).or_default() += 1);
                    self.begun = Some(Begun { after: self.after(&effect)?, command: effect.command, erased });
                }
                Line::Done { copy, written } => {
                    let begun = self.begun.take().ok_or("what returns has begun")?;
                    if let Some(copy) = copy {
                        self.copies.insert(copy, self.now.clone());
                    }
                    if begun.command == "protect_file" {
                        self.copies.values_mut().for_each(|copy| copy.encrypted = true);
                    }
                    (self.now, self.erased) = (begun.after, begun.erased);
                    self.written.extend(written);
                    self.acknowledged += 1;
                }
                Line::Refused { code, detail, facts, encrypted } => {
                    let begun = self.begun.take().ok_or("what is refused has begun")?;
                    if !SOUND.contains(&&*code) && !self.reasons.contains(&&*code) {
                        self.refused.push(format!("{} was refused: {code}: {detail}", begun.command));
                    }
                    let done = without(&begun.after.facts, &begun.erased) == facts;
                    if done && PERHAPS_DONE.contains(&&*begun.command) {
                        (self.now, self.erased) = (begun.after, begun.erased);
                    }
                    self.now.encrypted = encrypted;
                }
                Line::Copies(names) => {
                    for name in names {
                        self.copies.entry(name).or_insert_with(|| self.now.clone());
                    }
                }
                Line::End => self.ended = true,
            }
        }
        Ok(())
    }

    fn after(&self, effect: &Effect) -> Outcome<State> {
        if let Some(copy) = &effect.restore {
            return Ok(self.copies.get(copy).ok_or_else(|| format!("no copy {copy}"))?.clone());
        }
        let mut after = self.now.clone();
        after.facts.extend(effect.set.clone());
        effect.gone.iter().for_each(|gone| drop(after.facts.remove(gone)));
        after.encrypted = effect.encrypted.unwrap_or(after.encrypted);
        Ok(after)
    }

    /// The command that has begun and not returned.
    pub(crate) fn cut_off(&self) -> &str {
        self.begun.as_ref().map_or("", |begun| &begun.command)
    }

    /// Looks for words of the file in what a program leaves that was killed while it worked with an encrypted one: in its
    /// data folder and in the system's folder for passing files. Reports are made to be read.
    ///
    /// # Errors
    /// A file that holds one.
    pub(crate) fn check_words(&self, folder: &Path) -> Outcome<()> {
        let mut folders = vec![folder.join("Liaise"), folder.join("Scratch")];
        while let Some(next) = folders.pop().filter(|_| self.sealed) {
            for entry in fs::read_dir(next)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let bytes = fs::read(&path)?;
                let holds = |word: &&&str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
                if let Some(word) = WORDS.iter().find(holds) {
                    return Err(format!("{} holds “{word}” in the clear", path.display()).into());
                }
            }
        }
        Ok(())
    }

    /// Opens what is left in a folder and compares it with what was promised; the first promise that is broken.
    ///
    /// # Errors
    /// A promise that is broken.
    pub(crate) fn check(&self, folder: &Path) -> Outcome<()> {
        if let Some(refused) = self.refused.first() {
            return Err(refused.clone().into());
        }
        // A copy that cannot be made anew without whoever was erased is kept for thirty days.
        let computer = Computer::at(folder, 120)?;
        let opened = computer.open().map_err(|error| format!("the file does not open: {error}"))?;
        computer.session.verify().map_err(|error| format!("the file is not sound: {error}"))?;
        let found = State { facts: facts(&computer)?, encrypted: opened };
        let now = self.now.without(&self.erased);
        let begun = self.begun.as_ref().filter(|begun| begun.after.without(&begun.erased) == found);
        if found != now && begun.is_none() {
            return Err(format!("{}\nthe file holds {found:?}", self.promised()).into());
        }
        self.check_documents(&computer, folder)?;
        self.check_copies(&computer, &found, begun.map_or(&self.erased, |begun| &begun.erased))?;
        let args = json!({ "entity": "situation_analysis", "values": analysis("afterwards", "End") });
        computer.call("create_record", args).map_err(|error| format!("no work goes on: {error}"))?;
        computer.call("close_file", json!({}))?;
        Ok(())
    }

    fn promised(&self) -> String {
        match &self.begun {
            Some(Begun { command, after, erased }) => {
                format!("promised {:?}\nor, by {command}, {:?}", self.now.without(&self.erased), after.without(erased))
            }
            None => format!("promised {:?}", self.now.without(&self.erased)),
        }
    }

    /// A report or a colleague's file under its name is whole, and every acknowledged one is there.
    fn check_documents(&self, computer: &Computer, folder: &Path) -> Outcome<()> {
        let documents = folder.join("Documents");
        if let Some(missing) = self.written.iter().find(|name| !documents.join(name).exists()) {
            return Err(format!("{missing} was acknowledged and is not there").into());
        }
        for entry in fs::read_dir(&documents)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            match path.extension().and_then(|end| end.to_str()) {
                Some("pdf") => {
                    liaise_paper::extract::carried(&fs::read(&path)?, LARGEST).map_err(|error| half(&name, &error))?;
                }
                Some("liaise-bundle") => {
                    computer.call("open_bundle", json!({ "path": path })).map_err(|error| half(&name, &error))?;
                }
                Some("part") => {}
                _ => return Err(format!("what is {name}?").into()),
            }
        }
        // The log knows the hash of every report that was exported: one that lies there is that report.
        for exported in computer.list("transmission")? {
            let name = exported["file_name"].as_str().unwrap_or_default();
            let whole = computer.call("find_export", json!({ "transmission": exported["id"] }))?;
            if documents.join(name).exists() && whole.is_null() {
                return Err(format!("{name} is not what was exported").into());
            }
        }
        Ok(())
    }

    /// The latest copy leads back to what it was made of, but for people who were erased since.
    fn check_copies(&self, computer: &Computer, found: &State, erased: &Erased) -> Outcome<()> {
        let copies = computer.copies()?;
        if let Some(missing) = self.copies.keys().find(|known| !copies.iter().any(|(name, _)| name == *known)) {
            return Err(format!("the copy {missing} is gone").into());
        }
        let Some((name, path)) = copies.first() else { return Ok(()) };
        match computer.call("restore_backup", json!({ "path": path })) {
            Err(liaise_core::Error::LockedCopy) => return Ok(()),
            restored => restored.map_err(|error| format!("the copy {name} does not open: {error}"))?,
        };
        let facts = facts(computer)?;
        // A copy of which nobody has been told was made of what was there when the cut came, or of what there is now.
        let known = self.copies.get(name).map(|copy| without(&copy.facts, erased));
        let now = without(&self.now.facts, erased);
        let sound = known.as_ref().map_or(facts == found.facts || facts == now, |known| *known == facts);
        if sound { Ok(()) } else { Err(format!("the copy {name} holds {facts:?}, not {known:?}").into()) }
    }
}

fn half(name: &str, error: &dyn std::fmt::Display) -> String {
    format!("{name} is not whole: {error}")
}
