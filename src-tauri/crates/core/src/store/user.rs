//! Who may unlock this copy of the file: a table of this copy alone, because its passphrases are. No record, no history,
//! and no way to another computer.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{OptionalExtension as _, Row, params};

use super::{Reader, Store};
use crate::{
    Result,
    catalogue::{Catalogue as _, UserRole},
    error::Error,
};

/// Somebody who may unlock the file.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct User {
    /// Its id.
    pub id: String,
    /// What the person is called.
    pub name: String,
    /// What they may do, a code of the catalogue `user_role`.
    #[ts(type = "string")]
    pub role: UserRole,
    /// Id of the agency for which they work.
    pub agency: Option<String>,
}

/// The laptop and the user in what the history calls an author: `<laptop>`, or `<laptop>/<user>` of an encrypted file.
pub(crate) fn laptop_and_user(author: &str) -> (&str, &str) {
    author.split_once('/').unwrap_or((author, ""))
}

impl Reader<'_> {
    /// Whether the file is encrypted: then, and only then, somebody may unlock it.
    pub(crate) fn is_encrypted(&self) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM user")?.exists([])?)
    }

    /// What a user is called; none for one who is not known here, or not any more.
    pub(crate) fn user_name(&self, id: &str) -> Result<Option<String>> {
        let mut statement = self.conn.prepare_cached("SELECT name FROM user WHERE id = ?1")?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?)
    }
}

impl Store {
    /// Who may unlock the file, by name.
    pub(crate) fn users(&self) -> Result<Vec<User>> {
        let mut statement = self.conn.prepare("SELECT id, name, role, agency FROM user ORDER BY name, id")?;
        let users = statement.query_map([], user)?;
        Ok(users.collect::<rusqlite::Result<_>>()?)
    }

    /// One of them.
    pub(crate) fn user(&self, id: &str) -> Result<Option<User>> {
        let sql = "SELECT id, name, role, agency FROM user WHERE id = ?1";
        Ok(self.conn.query_row(sql, [id], user).optional()?)
    }

    /// Enters or changes one.
    ///
    /// # Errors
    /// [`Error::LastCoordinator`] when there would be none left; [`Error::NotAllowed`] for who is none.
    pub(crate) fn set_user(&mut self, user: &User, now: DateTime<Utc>) -> Result<()> {
        self.set_users(std::slice::from_ref(user), now)
    }

    /// Enters or changes several.
    ///
    /// # Errors
    /// As [`Store::set_user`].
    pub(crate) fn set_users(&mut self, users: &[User], now: DateTime<Utc>) -> Result<()> {
        self.change_users(|tx| {
            let sql = "INSERT INTO user (id, name, role, agency, added_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) \
                       DO UPDATE SET name = excluded.name, role = excluded.role, agency = excluded.agency";
            let at = now.to_rfc3339_opts(SecondsFormat::Secs, true);
            for user in users {
                tx.execute(sql, params![user.id, user.name, user.role.code(), user.agency, at])?;
            }
            Ok(())
        })
    }

    /// Takes one out.
    ///
    /// # Errors
    /// As [`Store::set_user`]; [`Error::NotFound`].
    pub(crate) fn remove_user(&mut self, id: &str) -> Result<()> {
        self.user(id)?.ok_or(Error::NotFound)?;
        self.change_users(|tx| tx.execute("DELETE FROM user WHERE id = ?1", [id]).map(|_| ()))
    }

    /// Takes all out, when nobody unlocks the file any more.
    pub(crate) fn remove_users(&mut self) -> Result<()> {
        self.conn.execute("DELETE FROM user", [])?;
        Ok(())
    }

    /// Notes that somebody chose to work without a passphrase.
    pub(crate) fn go_unprotected(&mut self, now: DateTime<Utc>) -> Result<()> {
        let at = now.to_rfc3339_opts(SecondsFormat::Secs, true);
        self.conn.execute("UPDATE file SET unprotected_at = ?1", [at])?;
        Ok(())
    }

    /// Whether somebody chose that.
    pub(crate) fn is_unprotected_by_choice(&self) -> Result<bool> {
        Ok(self.conn.query_row("SELECT unprotected_at IS NOT NULL FROM file", [], |row| row.get(0))?)
    }

    fn change_users(&mut self, change: impl FnOnce(&rusqlite::Transaction<'_>) -> rusqlite::Result<()>) -> Result<()> {
        self.grant.allow(crate::protection::Grant::Coordinator)?;
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        change(&tx)?;
        let coordinator = UserRole::Coordinator.code();
        let left: bool =
            tx.query_row("SELECT EXISTS (SELECT 1 FROM user WHERE role = ?1)", [coordinator], |row| row.get(0))?;
        if !left {
            return Err(Error::LastCoordinator);
        }
        Ok(tx.commit()?)
    }
}

fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    let code: String = row.get(2)?;
    // A role of a newer version may do nothing but show the shared screen here.
    let role = UserRole::ALL.iter().copied().find(|role| role.code() == code).unwrap_or(UserRole::MeetingScreen);
    Ok(User { id: row.get(0)?, name: row.get(1)?, role, agency: row.get(3)? })
}
