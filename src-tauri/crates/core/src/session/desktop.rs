//! What only a desktop can do: the shell, the command line and the tests each have their own.

use std::{
    io,
    path::{Path, PathBuf},
};

/// Words that are nobody else's business: what they took in memory is overwritten when they are done with.
pub type Secret = zeroize::Zeroizing<String>;

/// What only a desktop can do.
pub trait Desktop: Send + Sync {
    /// Opens a file with the system's program for it.
    fn open(&self, path: &Path) -> io::Result<()>;
    /// Shows a file in its folder.
    fn reveal(&self, path: &Path) -> io::Result<()>;
    /// Asks for a path with the system's dialog; nothing when it was closed.
    fn ask(&self, ask: &Ask) -> Option<PathBuf>;
    /// Fills the screen with the window. Where there is another screen it fills that one, and `beside` opens in a window of
    /// its own on the first; whether it did. Where there is no window there is nothing to fill.
    fn fill_screen(&self, beside: Option<&Beside>) -> bool {
        let _ = beside;
        false
    }
    /// Lets the window be as and where it was before, and closes the one beside it.
    fn leave_screen(&self) {}
    /// Whether whoever is logged in to this computer has a keyring that answers. Nobody is asked anything for it.
    fn has_keyring(&self) -> bool {
        false
    }
    /// Puts a secret into that keyring, in place of an earlier one of the same name.
    fn keep_secret(&self, name: &str, secret: Secret) -> io::Result<()> {
        let _ = (name, secret);
        Err(io::ErrorKind::Unsupported.into())
    }
    /// Gives a secret of the keyring back; nothing when it has none of this name.
    fn kept_secret(&self, name: &str) -> io::Result<Option<Secret>> {
        let _ = name;
        Err(io::ErrorKind::Unsupported.into())
    }
    /// Lets the keyring forget a secret; one that is not there is forgotten already.
    fn forget_secret(&self, name: &str) -> io::Result<()> {
        let _ = name;
        Err(io::ErrorKind::Unsupported.into())
    }
    /// Closes the window now.
    fn close(&self);
}

/// What is shown in a window of its own.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Beside {
    /// Its address in the page.
    pub address: String,
    /// The window's title.
    pub title: String,
}

/// What a file dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A file that exists.
    Open {
        /// The dialog's title.
        title: String,
        /// File name extensions without the dot.
        extensions: Vec<String>,
    },
    /// A file to write.
    Save {
        /// The dialog's title.
        title: String,
        /// The suggested file name.
        file_name: String,
        /// The folder where it starts.
        folder: PathBuf,
        /// File name extensions without the dot.
        extensions: Vec<String>,
    },
    /// A folder that exists.
    Folder {
        /// The dialog's title.
        title: String,
    },
}
