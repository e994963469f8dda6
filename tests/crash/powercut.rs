//! The power fails. What was not synced is there or not, or some sectors of it; names change in the order in which they
//! were changed, up to some moment. A writer's calls are recorded once, and the disk is made as it may be found after a
//! cut at many of them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use crate::{
    Broken, Outcome,
    chance::Chance,
    disk::{Shim, resolved},
    kill::Bases,
};

/// A disk writes as much whole or not at all.
const SECTOR: usize = 512;
/// Cuts that are tried in one recording.
const CUTS: u64 = 20;

/// Tries at least so many cuts; the seed of the first recording.
pub(crate) fn cut(states: u64, first: u64) -> Outcome<()> {
    let (place, started) = (tempfile::tempdir()?, Instant::now());
    let root = resolved(place.path())?;
    let (bases, shim) = (Bases::make(&root)?, Shim::make(&root)?);
    let (mut broken, mut tried, mut calls, mut seed) = (Broken::default(), 0, 0, first);
    while tried < states {
        let (folder, log) = (root.join("run"), root.join("log"));
        let promise = bases.lay_out(seed, &folder, &[])?;
        let mut disk = Disk::holding(&folder)?;
        let said = shim.work(&folder, seed, &[("POWERCUT_LOG", log.display().to_string())])?;
        let ops = read(&fs::read(&log)?)?;
        fs::remove_file(&log)?;
        let mut whole = promise.clone();
        whole.hear(&said)?;
        if !whole.ended {
            return Err(format!("--seed {seed}: the writer gave up: {said}").into());
        }
        calls += ops.len();
        let mut chance = Chance::new(seed ^ u64::MAX);
        disk.strict = chance.once_in(2);
        let moments = moments(&ops, CUTS, &mut chance);
        let (mut said, mut cut) = (String::new(), root.join("cut"));
        for (number, op) in ops.iter().enumerate() {
            for _ in 0..moments.get(&number).copied().unwrap_or_default() {
                tried += 1;
                disk.leave(&folder, &mut cut, &mut chance)?;
                let mut promise = promise.clone();
                promise.hear(&said)?;
                if let Err(error) = promise.check(&cut) {
                    let during = promise.cut_off();
                    broken.tell(&format!("--seed {seed}, cut at call {number}, during `{during}`: {error}"));
                }
            }
            match op {
                Op::Said(text) => said += text,
                op => disk.run(op)?,
            }
        }
        seed += 1;
    }
    let (recordings, seconds) = (seed - first, started.elapsed().as_secs());
    broken.judge(&format!("{tried} cuts in {recordings} recordings of {calls} calls from seed {first} in {seconds} s"))
}

/// How often to cut before which call: half of the cuts anywhere, half where more than bytes changes.
fn moments(ops: &[Op], count: u64, chance: &mut Chance) -> BTreeMap<usize, u32> {
    let steps: Vec<usize> = (0..ops.len()).filter(|at| !matches!(ops[*at], Op::Write(..))).collect();
    let mut moments = BTreeMap::new();
    for number in 0..count {
        let step = chance.of(&steps).map_or(0, |step| step + chance.below(2)).min(ops.len().saturating_sub(1));
        let at = if number % 2 == 0 { chance.below(ops.len()) } else { step };
        *moments.entry(at).or_default() += 1;
    }
    moments
}

/// A call that was recorded.
enum Op {
    Write(PathBuf, usize, Vec<u8>),
    Cut(PathBuf, usize),
    Sync(PathBuf),
    New(PathBuf),
    Gone(PathBuf),
    Renamed(PathBuf, PathBuf),
    Linked(PathBuf, PathBuf),
    Said(String),
}

/// Reads a log in the form that `shim.c` names.
fn read(mut log: &[u8]) -> Outcome<Vec<Op>> {
    let mut ops = vec![];
    while !log.is_empty() {
        let what = *take(&mut log, 1)?.first().ok_or("a letter")?;
        let path_length = u16::from_le_bytes(take(&mut log, 2)?.try_into()?);
        let offset = usize::try_from(u64::from_le_bytes(take(&mut log, 8)?.try_into()?))?;
        let length = usize::try_from(u64::from_le_bytes(take(&mut log, 8)?.try_into()?))?;
        let path = PathBuf::from(std::str::from_utf8(take(&mut log, path_length.into())?)?);
        let bytes = take(&mut log, length)?;
        let text = || std::str::from_utf8(bytes);
        ops.push(match what {
            b'W' => Op::Write(path, offset, bytes.to_vec()),
            b'T' => Op::Cut(path, offset),
            b'S' => Op::Sync(path),
            b'C' => Op::New(path),
            b'U' => Op::Gone(path),
            b'R' => Op::Renamed(path, text()?.into()),
            b'L' => Op::Linked(path, text()?.into()),
            b'A' => Op::Said(text()?.into()),
            _ => return Err("a letter that nobody writes".into()),
        });
    }
    Ok(ops)
}

fn take<'a>(log: &mut &'a [u8], length: usize) -> Outcome<&'a [u8]> {
    let (head, rest) = log.split_at_checked(length).ok_or("the log is cut off")?;
    *log = rest;
    Ok(head)
}

/// A disk: what it surely holds, and what it may hold.
struct Disk {
    files: Vec<File>,
    /// What a program sees.
    names: BTreeMap<PathBuf, usize>,
    /// What is sure.
    kept: BTreeMap<PathBuf, usize>,
    /// What was changed since: names, with their file or none.
    changed: Vec<Vec<(PathBuf, Option<usize>)>>,
    /// Whether only syncing a folder makes its names sure; otherwise syncing any file does, as where names are changed in a
    /// journal.
    strict: bool,
}

#[derive(Default)]
struct File {
    sure: Vec<u8>,
    /// Writes and cuts to a length since it was synced.
    open: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write(at, written) => put(bytes, *at, written),
            Self::Cut(length) => bytes.resize(*length, 0),
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    if bytes.len() < at + written.len() {
        bytes.resize(at + written.len(), 0);
    }
    bytes[at..at + written.len()].copy_from_slice(written);
}

impl Disk {
    /// One that surely holds all files of a folder.
    fn holding(folder: &Path) -> Outcome<Self> {
        let mut disk =
            Self { files: vec![], names: BTreeMap::new(), kept: BTreeMap::new(), changed: vec![], strict: false };
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    disk.files.push(File { sure: fs::read(&path)?, open: vec![] });
                    disk.names.insert(path, disk.files.len() - 1);
                }
            }
        }
        disk.kept = disk.names.clone();
        Ok(disk)
    }

    fn run(&mut self, op: &Op) -> Outcome<()> {
        match op {
            Op::Write(path, at, bytes) => self.file(path)?.open.push(Change::Write(*at, bytes.clone())),
            Op::Cut(path, length) => self.file(path)?.open.push(Change::Cut(*length)),
            Op::Sync(path) => self.sync(path),
            Op::New(path) => {
                self.files.push(File::default());
                let new = self.files.len() - 1;
                self.change(vec![(path.clone(), Some(new))]);
            }
            Op::Gone(path) => self.change(vec![(path.clone(), None)]),
            Op::Renamed(from, to) => {
                let file = self.number(from)?;
                self.change(vec![(from.clone(), None), (to.clone(), Some(file))]);
            }
            Op::Linked(from, to) => {
                let file = self.number(from)?;
                self.change(vec![(to.clone(), Some(file))]);
            }
            Op::Said(_) => {}
        }
        Ok(())
    }

    fn number(&self, path: &Path) -> Outcome<usize> {
        Ok(*self.names.get(path).ok_or_else(|| format!("nobody made {}", path.display()))?)
    }

    fn file(&mut self, path: &Path) -> Outcome<&mut File> {
        let number = self.number(path)?;
        Ok(&mut self.files[number])
    }

    fn change(&mut self, names: Vec<(PathBuf, Option<usize>)>) {
        name(&mut self.names, &names);
        self.changed.push(names);
    }

    fn sync(&mut self, path: &Path) {
        let file = self.names.get(path).copied();
        if let Some(number) = file {
            let File { sure, open } = &mut self.files[number];
            open.drain(..).for_each(|change| change.apply(sure));
        }
        // What has no number is a folder.
        if file.is_none() || !self.strict {
            self.changed.drain(..).for_each(|names| name(&mut self.kept, &names));
        }
    }

    /// Makes in `cut` what may be found after a cut now of what lay in `folder`.
    fn leave(&self, folder: &Path, cut: &mut Path, chance: &mut Chance) -> Outcome<()> {
        if cut.exists() {
            fs::remove_dir_all(&*cut)?;
        }
        for inside in ["Documents", "Liaise/backups"] {
            fs::create_dir_all(cut.join(inside))?;
        }
        let mut names = self.kept.clone();
        let changed = chance.below(self.changed.len() + 1);
        self.changed[..changed].iter().for_each(|change| name(&mut names, change));
        // One file under two names is found as one.
        let mut made = BTreeMap::<usize, PathBuf>::new();
        for (path, number) in names {
            let target = cut.join(path.strip_prefix(folder)?);
            match made.get(&number) {
                Some(first) => fs::hard_link(first, &target)?,
                None => {
                    fs::write(&target, self.files[number].found(chance))?;
                    made.insert(number, target);
                }
            }
        }
        Ok(())
    }
}

fn name(names: &mut BTreeMap<PathBuf, usize>, changes: &[(PathBuf, Option<usize>)]) {
    for (path, file) in changes {
        match file {
            Some(file) => drop(names.insert(path.clone(), *file)),
            None => drop(names.remove(path)),
        }
    }
}

impl File {
    /// What may be found of it: what is sure, with the first of the later writes, or with any of them, whole or torn.
    fn found(&self, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = self.sure.clone();
        if chance.once_in(2) {
            let first = chance.below(self.open.len() + 1);
            self.open[..first].iter().for_each(|change| change.apply(&mut bytes));
            return bytes;
        }
        for change in &self.open {
            match change {
                _ if chance.once_in(2) => {}
                Change::Write(at, written) if chance.once_in(3) => {
                    for (number, sector) in written.chunks(SECTOR).enumerate() {
                        if chance.once_in(2) {
                            put(&mut bytes, at + number * SECTOR, sector);
                        }
                    }
                }
                change => change.apply(&mut bytes),
            }
        }
        bytes
    }
}
