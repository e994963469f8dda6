//! The program at work, to be cut off: does what a seed says, and acknowledges on the standard output what has returned.

use std::{
    io::{self, Write as _},
    path::Path,
};

use liaise_core::Error;
use serde_json::{Value, json};

use crate::{
    Outcome,
    base::{BUNDLES, Computer, PARTS, PASSPHRASE, analysis, part, take_in, words},
    chance::Chance,
    work::{Effect, Facts, Line, PEOPLE, facts},
};

/// So many commands.
const COMMANDS: usize = 14;
/// A disk that refuses refuses fewer calls, as a power of two.
pub(crate) const REFUSED: usize = 6;
/// After so many attempts, of one call at least, it does not refuse any more.
const PATIENCE: usize = 1 << REFUSED;

struct Writer {
    computer: Computer,
    chance: Chance,
    number: usize,
    bundle: usize,
    encrypted: bool,
}

/// Works in a folder that `base::make` made.
pub(crate) fn write(folder: &Path, seed: u64) -> Outcome<()> {
    let computer = Computer::at(folder, 100)?;
    // The disk may refuse from the beginning.
    let encrypted = (0..PATIENCE).find_map(|_| computer.open().ok()).ok_or("the file does not open any more")?;
    let mut writer = Writer { computer, chance: Chance::new(seed), number: 0, bundle: 1, encrypted };
    writer.name_copies()?;
    // Every other seed is about what happens to the file as a whole.
    let whole = if seed % 4 < 2 { 2 } else { 8 };
    for _ in 0..COMMANDS {
        if writer.chance.once_in(whole) {
            writer.whole_file()?
        } else {
            writer.save()?
        };
    }
    writer.end()
}

impl Writer {
    /// A record made, changed or deleted, a list or a colleague's file taken in, a person erased, a file written.
    fn save(&mut self) -> Outcome<()> {
        let (kind, at) = (self.chance.below(13), self.chance.below(1 << 16));
        match kind {
            0..4 => self.create(),
            4..6 => self.change(at),
            6 => self.delete(at),
            7 => self.import(),
            8 => self.take_in(),
            9 => self.send(),
            10 => self.erase(at),
            _ => self.report(at),
        }
    }

    /// Protection, keys, going back to a copy.
    fn whole_file(&mut self) -> Outcome<()> {
        let at = self.chance.below(1 << 16);
        match (self.chance.below(5), self.encrypted) {
            (0 | 1, _) => self.restore(at),
            (2, true) => self.unprotect(),
            (3, true) => {
                let effect = self.effect("renew_recovery");
                self.run(effect, |computer| computer.call("renew_recovery", json!({})))
            }
            (_, true) => self.remove_user(),
            (_, false) => self.protect(),
        }
    }

    fn create(&mut self) -> Outcome<()> {
        self.number += 1;
        let (title, territory) = (format!("own {}", self.number), format!("place {}", self.number));
        let mut effect = self.effect("create_record");
        effect.set.insert(format!("analysis {title}"), territory.clone());
        let args = json!({ "entity": "situation_analysis", "values": analysis(&title, &territory) });
        self.run(effect, |computer| computer.call("create_record", args))
    }

    fn change(&mut self, at: usize) -> Outcome<()> {
        let Some((id, title)) = self.some_analysis(at)? else { return self.create() };
        self.number += 1;
        let territory = format!("place {}", self.number);
        let mut effect = self.effect("change_record");
        effect.set.insert(format!("analysis {title}"), territory.clone());
        let values = json!({ "territory": words(&territory) });
        let args = json!({ "entity": "situation_analysis", "id": id, "values": values });
        self.run(effect, |computer| computer.call("change_record", args))
    }

    fn delete(&mut self, at: usize) -> Outcome<()> {
        let Some((id, title)) = self.some_analysis(at)? else { return self.create() };
        let mut effect = self.effect("delete_record");
        effect.gone.push(format!("analysis {title}"));
        let args = json!({ "entity": "situation_analysis", "id": id });
        self.run(effect, |computer| computer.call("delete_record", args))
    }

    fn import(&mut self) -> Outcome<()> {
        self.number += 1;
        let list = format!("list {}", self.number);
        let rows: Vec<Value> = (0..PEOPLE).map(|row| json!(["Name", format!("Family {list} {row}"), list])).collect();
        let import = json!({
            "session": null, "rows": rows, "columns": ["given_name", "family_name", "organisation"],
            "defaults": { "sector": "other" },
        });
        let mut effect = self.effect("import_participants");
        effect.set.insert(format!("people {list}"), PEOPLE.to_string());
        self.run(effect, |computer| {
            let digest = computer.call("plan_participants", json!({ "import": import }))?["digest"].clone();
            let args = json!({ "import": import, "choices": [], "digest": digest, "source": "paste" });
            computer.call("import_participants", args)
        })
    }

    fn erase(&mut self, at: usize) -> Outcome<()> {
        let people = self.computer.list("participant")?;
        let Some(person) = people.get(at % people.len().max(1)) else { return self.import() };
        let mut effect = self.effect("erase");
        effect.erased = Some(format!("people {}", person["organisation"].as_str().unwrap_or_default()));
        let person = json!({ "entity": "participant", "id": person["id"] });
        self.run(effect, |computer| {
            let mut request = person.clone();
            request["digest"] = computer.call("plan_erasure", person)?["digest"].clone();
            request["reason"] = "person_request".into();
            request["anonymise"] = false.into();
            request["clear"] = json!([]);
            computer.call("erase", json!({ "request": request }))
        })
    }

    fn take_in(&mut self) -> Outcome<()> {
        if self.bundle >= BUNDLES {
            return self.create();
        }
        let bundle = self.bundle;
        self.bundle += 1;
        let mut effect = self.effect("accept_bundle");
        effect.set.extend((0..PARTS).map(|number| (format!("analysis {}", part(bundle, number)), "Colleague".into())));
        self.run(effect, |computer| take_in(computer, &computer.bundle(bundle)))
    }

    fn send(&mut self) -> Outcome<()> {
        self.number += 1;
        let path = self.computer.bundle(100 + self.number);
        let effect = self.effect("write_bundle");
        self.run(effect, |computer| computer.call("write_bundle", json!({ "path": path, "whole": true })))
    }

    fn report(&mut self, at: usize) -> Outcome<()> {
        let Some((id, _)) = self.some_analysis(at)? else { return self.create() };
        let effect = self.effect("export_report");
        let args = json!({
            "kind": "situation_analysis_summary", "language": "en", "subject": id, "period": null, "path": null,
            "privacy": null,
        });
        self.run(effect, |computer| computer.call("export_report", args))
    }

    fn protect(&mut self) -> Outcome<()> {
        let mut effect = self.effect("protect_file");
        effect.encrypted = Some(true);
        let args = json!({ "name": "Ada", "passphrase": PASSPHRASE });
        self.run(effect, |computer| computer.call("protect_file", args))
    }

    fn unprotect(&mut self) -> Outcome<()> {
        let mut effect = self.effect("unprotect_file");
        effect.encrypted = Some(false);
        self.run(effect, |computer| computer.call("unprotect_file", json!({ "passphrase": PASSPHRASE })))
    }

    /// Removes a user, or enters one when there is nobody to remove.
    fn remove_user(&mut self) -> Outcome<()> {
        let protection = self.computer.call("protection", json!({}))?;
        let users = protection["users"].as_array().cloned().unwrap_or_default();
        match users.iter().find(|user| user["id"] != protection["user"]) {
            Some(other) => {
                let effect = self.effect("remove_user");
                let args = json!({ "user": other["id"] });
                self.run(effect, |computer| computer.call("remove_user", args))
            }
            None => {
                let effect = self.effect("add_user");
                let values = json!({ "name": "Eve", "role": "reader", "agency": null });
                let args = json!({ "values": values, "passphrase": "nine loud hammers" });
                self.run(effect, |computer| computer.call("add_user", args))
            }
        }
    }

    fn restore(&mut self, at: usize) -> Outcome<()> {
        let copies = self.computer.copies()?;
        let Some((name, path)) = copies.get(at % copies.len().max(1)).cloned() else { return self.create() };
        let mut effect = self.effect("restore_backup");
        effect.restore = Some(name);
        self.run(effect, |computer| computer.call("restore_backup", json!({ "path": path })))?;
        self.encrypted = self.reopened()?;
        Ok(())
    }

    fn some_analysis(&self, at: usize) -> Outcome<Option<(Value, String)>> {
        let all = self.computer.list("situation_analysis")?;
        let one = all.get(at % all.len().max(1));
        Ok(one.map(|one| (one["id"].clone(), one["title"]["words"]["en"].as_str().unwrap_or_default().to_owned())))
    }

    fn effect(&self, command: &str) -> Effect {
        Effect { command: command.into(), ..Effect::default() }
    }

    /// Says what begins, does it, acknowledges it, or says what there is when it was refused.
    fn run(&mut self, effect: Effect, body: impl FnOnce(&Computer) -> Result<Value, Error>) -> Outcome<()> {
        let before = self.computer.copies()?;
        let becomes = effect.encrypted;
        say(&Line::Begin(effect))?;
        match body(&self.computer) {
            Ok(output) => {
                let after = self.computer.copies()?;
                let copy = after.into_iter().find(|copy| !before.contains(copy)).map(|(name, _)| name);
                let written = output["path"].as_str().and_then(|path| Path::new(path).file_name());
                let written = written.map(|name| name.to_string_lossy().into_owned());
                let written = written.filter(|name| !name.ends_with(".liaise"));
                self.encrypted = becomes.unwrap_or(self.encrypted);
                say(&Line::Done { copy, written })
            }
            Err(error) => {
                self.encrypted = self.reopened()?;
                let (code, detail) = (error.code().into(), error.to_string());
                say(&Line::Refused { code, detail, facts: self.facts()?, encrypted: self.encrypted })?;
                self.name_copies()
            }
        }
    }

    /// What the file holds, as soon as the disk lets itself be read.
    fn facts(&self) -> Outcome<Facts> {
        Ok((0..PATIENCE).find_map(|_| facts(&self.computer).ok()).ok_or("the file cannot be read any more")?)
    }

    /// Says which copies there are, if the disk lets itself be read.
    fn name_copies(&self) -> Outcome<()> {
        match self.computer.copies() {
            Ok(copies) => say(&Line::Copies(copies.into_iter().map(|(name, _)| name).collect())),
            Err(_) => Ok(()),
        }
    }

    /// Whether the file is encrypted. What a refused command closed is opened again as soon as the disk lets it.
    fn reopened(&self) -> Outcome<bool> {
        for _ in 0..PATIENCE {
            match self.computer.call("file", json!({})) {
                Ok(Value::Object(file)) => return Ok(file["encrypted"] == json!(true)),
                Ok(_) => drop(self.computer.open()),
                Err(_) => {}
            }
        }
        Ok(self.computer.open()?)
    }

    /// The last save, in the same session, whatever the disk refused before; then closes the file.
    fn end(mut self) -> Outcome<()> {
        for _ in 0..PATIENCE {
            self.number += 1;
            let mut effect = self.effect("create_record");
            let title = format!("last {}", self.number);
            effect.set.insert(format!("analysis {title}"), "End".into());
            let args = json!({ "entity": "situation_analysis", "values": analysis(&title, "End") });
            let mut saved = false;
            self.run(effect, |computer| {
                let output = computer.call("create_record", args)?;
                saved = true;
                Ok(output)
            })?;
            if saved {
                self.computer.call("close_file", json!({}))?;
                return say(&Line::End);
            }
        }
        Err("no save goes through any more".into())
    }
}

fn say(line: &Line) -> Outcome<()> {
    let mut text = serde_json::to_string(line)?;
    text.push('\n');
    // In one piece: half a line is no acknowledgement.
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}
