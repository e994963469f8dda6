//! A copy of the whole file beside it, checked by opening it. It is a partnership file like any other.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _};

use super::Store;
use crate::{Result, error::Error, exchange, protection::keys::KeyFile, session::sync_folder};

/// Copies a file of an earlier version as it is, before the tables are brought to the newest form. The copy's name says when
/// the file was changed last.
pub(super) fn before_migration(conn: &Connection, path: &Path, encrypted: bool) -> Result<()> {
    // A copy is one already, and copies of copies would lie where nobody looks.
    if exchange::is_copy(path) {
        return Ok(());
    }
    let changed: DateTime<Utc> = std::fs::metadata(path)?.modified()?.into();
    let target = exchange::copy_path(path, changed)?;
    let name = target.to_str().ok_or_else(|| Error::FileAccess(format!("{} is no text", target.display())))?;
    conn.execute("VACUUM INTO ?1", [name])?;
    if let Some(keys) = KeyFile::read(path)?.filter(|_| encrypted) {
        keys.write(&target)?;
    }
    Ok(())
}

impl Store {
    /// When something was saved last, RFC 3339; nothing in a new file.
    pub(crate) fn saved_last(&self) -> Result<Option<String>> {
        let sql = "SELECT at FROM change ORDER BY seq DESC LIMIT 1";
        Ok(self.conn.query_row(sql, [], |row| row.get(0)).optional()?)
    }

    /// Copies the file, and the key file beside it, to `path`, where there is none yet, and opens the copy once to see that it is whole.
    ///
    /// # Errors
    /// [`Error::FileExists`]; [`Error::DamagedFile`] when the copy is not what was copied; as the system says. Half a copy
    /// is taken away again.
    pub fn copy_to(&mut self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(Error::FileExists);
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = Path::new(&part);
        let copied = self.copy_checked(part).and_then(|()| {
            std::fs::File::options().write(true).open(part)?.sync_all()?;
            if let Some(keys) = KeyFile::read(self.path())?.filter(|_| self.is_encrypted()) {
                keys.write(path)?;
            }
            std::fs::rename(part, path)?;
            Ok(sync_folder(path)?)
        });
        if copied.is_err() {
            let _ = std::fs::remove_file(part);
        }
        copied
    }

    fn copy_checked(&self, part: &Path) -> Result<()> {
        if part.exists() {
            std::fs::remove_file(part)?;
        }
        let name = part.to_str().ok_or_else(|| Error::FileAccess(format!("{} is no text", part.display())))?;
        self.conn.execute("VACUUM INTO ?1", [name])?;
        if Self::open(part, "", self.key())?.extent()? != self.extent()? {
            return Err(Error::DamagedFile("the copy is not whole".into()));
        }
        Ok(())
    }

    /// How much history the file has: a copy that has as much is whole.
    pub(super) fn extent(&self) -> Result<(i64, i64)> {
        let sql = "SELECT count(*), coalesce(max(seq), 0) FROM change";
        Ok(self.conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }
}
