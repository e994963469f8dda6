//! What keeps the open file in step with a server, as the session knows it: there is one only where somebody attached
//! it, and it is told when there may be something to do. The core itself has no network.

use super::{Session, lock};
use crate::{Result, error::Error, exchange::live::Live, store::Store};

impl Session {
    /// Attaches what has a network. Only the first one counts.
    pub fn attach(&self, live: Box<dyn Live>) {
        let _ = self.live.set(live);
    }

    /// What has a network.
    ///
    /// # Errors
    /// [`Error::NoNetwork`]
    pub(crate) fn live(&self) -> Result<&dyn Live> {
        self.live.get().map(|live| &**live).ok_or(Error::NoNetwork)
    }

    /// Says that the open file changed, or that another one is open.
    pub(super) fn stir(&self) {
        if let Some(live) = self.live.get() {
            live.wake();
        }
    }

    /// Works on the open file without saying so: for what comes from the server itself.
    ///
    /// # Errors
    /// [`Error::NoFile`]
    pub(crate) fn quietly<T>(&self, body: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        body(lock(&self.store).as_mut().ok_or(Error::NoFile)?)
    }
}
