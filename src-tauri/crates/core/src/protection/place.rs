//! Putting a file that was written anew in the place of the former one, which is overwritten; and taking away what was left
//! when that was cut off.

use std::path::{Path, PathBuf};

use crate::{Result, session::sync_folder};

/// Where a file is written anew before it takes the place of the former one.
pub(crate) fn anew(path: &Path) -> PathBuf {
    beside(path, ".part")
}

/// Where a former file waits to be overwritten.
fn wiped(path: &Path) -> PathBuf {
    beside(path, ".old")
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Puts the file that was written anew in the place of the former one, and overwrites that, as far as the disk lets
/// itself be overwritten.
pub(crate) fn put_in_place(path: &Path) -> Result<()> {
    let old = wiped(path);
    // A second name keeps hold of the former bytes; a disk that has no such names frees them unseen.
    let held = std::fs::hard_link(path, &old);
    std::fs::rename(anew(path), path)?;
    sync_folder(path)?;
    for log in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(path, log));
    }
    if held.is_ok() {
        // The new file is in its place and counts. What cannot be overwritten now is when the file is opened next.
        let _ = wipe(&old);
    }
    Ok(())
}

/// Takes away what was left when putting a file in place was cut off. Before the former file had lost its name, what
/// waits to be overwritten is the file itself under a second one: only one of another kind is overwritten.
pub(super) fn sweep(path: &Path, plain: bool) -> Result<()> {
    for end in [".part", ".part-journal", ".part-wal"] {
        let _ = std::fs::remove_file(beside(path, end));
    }
    let old = wiped(path);
    match crate::store::is_plain(&old) {
        Ok(former) if former != plain => {
            // Not before it is sure that the name leads to the other one.
            sync_folder(path)?;
            // That it cannot be overwritten keeps no file from opening; it is tried again the next time.
            let _ = wipe(&old);
            Ok(())
        }
        Ok(_) => Ok(std::fs::remove_file(&old)?),
        Err(_) => Ok(()),
    }
}

/// Overwrites a file and removes it, if it is there.
fn wipe(path: &Path) -> Result<()> {
    use std::io::Write as _;
    let Ok(mut file) = std::fs::File::options().write(true).open(path) else { return Ok(()) };
    let zeros = vec![0; 1 << 16];
    let mut left = file.metadata()?.len();
    while left > 0 {
        let part = left.min(zeros.len() as u64);
        file.write_all(&zeros[..part as usize])?;
        left -= part;
    }
    file.sync_all()?;
    drop(file);
    Ok(std::fs::remove_file(path)?)
}
