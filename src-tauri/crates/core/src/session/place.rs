//! Where a partnership's file must not lie: in a folder that a program synchronises, or on another machine. Such places
//! copy a database while it is being written, or pretend to lock it, and damage it sooner or later. Nothing is refused
//! here; the window says so and offers exchange instead.

use std::path::Path;

/// Folders of programs that synchronise: a word in the folder's name, and the code of the program.
const SYNCED: &[(&str, &str)] = &[
    ("onedrive", "onedrive"),
    ("sharepoint", "onedrive"),
    ("dropbox", "dropbox"),
    ("nextcloud", "nextcloud"),
    ("owncloud", "nextcloud"),
    ("google drive", "google_drive"),
    ("googledrive", "google_drive"),
    ("my drive", "google_drive"),
    ("icloud", "icloud"),
    ("mobile documents", "icloud"),
];

/// Kinds of file systems that lie on another machine, as Linux names them.
const REMOTE: &[&str] =
    &["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone"];

/// What a path has to do with other machines: the code of a program that synchronises it, `network` for a share, or
/// nothing. `mounts` is what Linux says of its file systems in `/proc/mounts`, empty elsewhere.
pub fn shared_place(path: &Path, mounts: &str) -> Option<&'static str> {
    let text = path.to_string_lossy().replace('\\', "/");
    let lower = text.to_lowercase();
    let synced = |folder: &str| {
        SYNCED.iter().find(|(word, _)| folder == *word || folder.starts_with(word) && !ends_in_letter(folder, word))
    };
    // The last part is the file itself, which may be called what it likes.
    let folders: Vec<&str> = lower.split('/').collect();
    if let Some((_, code)) = folders[..folders.len() - 1].iter().find_map(|folder| synced(folder)) {
        return Some(code);
    }
    let share = lower.starts_with("//") || lower.contains("/gvfs/") || lower.starts_with("/volumes/");
    (share || mounted(&text, mounts).is_some_and(|kind| REMOTE.contains(&kind))).then_some("network")
}

/// Whether the word goes on, and so is another one: "Dropboxes" is nobody's program.
fn ends_in_letter(folder: &str, word: &str) -> bool {
    folder[word.len()..].chars().next().is_some_and(char::is_alphanumeric)
}

/// The kind of the file system on which a path lies: the one mounted at its longest beginning.
fn mounted<'a>(path: &str, mounts: &'a str) -> Option<&'a str> {
    let mut best: (usize, Option<&str>) = (0, None);
    for line in mounts.lines() {
        let mut words = line.split(' ');
        let (Some(_), Some(point), Some(kind)) = (words.next(), words.next(), words.next()) else { continue };
        // A blank in a folder's name is written so.
        let point = point.replace("\\040", " ");
        let below = path.strip_prefix(point.trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/'));
        if below && point.len() >= best.0 {
            best = (point.len(), Some(kind));
        }
    }
    best.1
}
