//! The desktop around the page in browser tests: it opens nothing, and writes down in `desktop.jsonl` what it was asked
//! to. File dialogs are answered from `answers.txt`, one path a line, the first line first; without a line the officer
//! has cancelled. Its keyring is the folder `keyring`, one file a secret.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::Mutex,
};

use liaise_core::{Ask, Beside, Desktop, Secret};
use serde_json::{Value, json};

/// Records in the folder it was made with.
pub(crate) struct Recorder {
    answers: Mutex<PathBuf>,
    record: PathBuf,
    keyring: PathBuf,
}

impl Recorder {
    pub(crate) fn new(folder: &Path) -> Self {
        Self {
            answers: Mutex::new(folder.join("answers.txt")),
            record: folder.join("desktop.jsonl"),
            keyring: folder.join("keyring"),
        }
    }

    fn record(&self, what: &Value) -> io::Result<()> {
        let mut file = OpenOptions::new().create(true).append(true).open(&self.record)?;
        file.write_all(format!("{what}\n").as_bytes())
    }

    fn next_answer(&self) -> Option<PathBuf> {
        let path = self.answers.lock().ok()?;
        let lines = fs::read_to_string(&*path).ok()?;
        let (first, rest) = lines.split_once('\n').unwrap_or((&lines, ""));
        fs::write(&*path, rest).ok()?;
        (!first.is_empty()).then(|| PathBuf::from(first))
    }
}

impl Desktop for Recorder {
    fn open(&self, path: &Path) -> io::Result<()> {
        self.record(&json!({ "open": path }))
    }

    fn reveal(&self, path: &Path) -> io::Result<()> {
        self.record(&json!({ "reveal": path }))
    }

    fn ask(&self, ask: &Ask) -> Option<PathBuf> {
        let asked = match ask {
            Ask::Open { title, extensions } => json!({ "ask": "open", "title": title, "extensions": extensions }),
            Ask::Folder { title } => json!({ "ask": "folder", "title": title }),
            Ask::Save { title, file_name, folder, extensions } => json!({
                "ask": "save", "title": title, "file_name": file_name, "folder": folder, "extensions": extensions,
            }),
        };
        self.record(&asked).ok()?;
        self.next_answer()
    }

    fn fill_screen(&self, beside: Option<&Beside>) -> bool {
        // As with the window's closing, the test that reads the record will say what is missing.
        let _ = self.record(&json!({ "fill_screen": beside }));
        false
    }

    fn leave_screen(&self) {
        let _ = self.record(&json!({ "leave_screen": true }));
    }

    fn has_keyring(&self) -> bool {
        self.keyring.is_dir()
    }

    fn keep_secret(&self, name: &str, secret: Secret) -> io::Result<()> {
        fs::write(self.keyring.join(name), &*secret)
    }

    fn kept_secret(&self, name: &str) -> io::Result<Option<Secret>> {
        fs::read_dir(&self.keyring)?;
        Ok(fs::read_to_string(self.keyring.join(name)).ok().map(Secret::new))
    }

    fn forget_secret(&self, name: &str) -> io::Result<()> {
        fs::read_dir(&self.keyring)?;
        // What was not there is forgotten as well.
        let _ = fs::remove_file(self.keyring.join(name));
        Ok(())
    }

    fn close(&self) {
        // Nobody is there to be told that the record could not be written; the test that reads it will say so.
        let _ = self.record(&json!({ "close": true }));
    }
}
