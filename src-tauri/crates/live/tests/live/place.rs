//! The place where the server is: its folder, and a runtime of its own.

use std::path::Path;

use liaise_live::server::{
    Server,
    setup::{Rights, Setup, Way},
};
use tempfile::TempDir;
use tokio::runtime::Runtime;

pub(crate) struct Place {
    pub(crate) folder: TempDir,
    runtime: Runtime,
    server: Option<Server>,
    /// The line for the first computer.
    pub(crate) line: String,
}

impl Place {
    /// A running server that encrypts by a certificate of its own.
    pub(crate) fn new() -> Self {
        Self::with(Way::Named, 64)
    }

    /// A running server that is on this computer alone, for clients without our certificate.
    pub(crate) fn open() -> Self {
        Self::with(Way::Proxy, 64)
    }

    /// A running server whose history may take so many megabytes.
    pub(crate) fn with(way: Way, megabytes: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let scheme = if way == Way::Proxy { "ws" } else { "wss" };
        let address = format!("{scheme}://127.0.0.1:1");
        Setup::make(folder.path(), &address, Some("127.0.0.1:0"), way).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let mut place = Self { folder, runtime, server: None, line: String::new() };
        place.change(|setup| setup.max_megabytes = megabytes);
        place.start();
        let at = place.server.as_ref().unwrap().address;
        place.change(|setup| {
            setup.listen = at.to_string();
            setup.address = format!("{scheme}://{at}");
        });
        place.line = place.add("first", Rights::Write);
        place
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn change(&self, change: impl FnOnce(&mut Setup)) {
        let mut setup = Setup::read(self.path()).unwrap();
        change(&mut setup);
        setup.write(self.path()).unwrap();
    }

    /// The line for another computer.
    pub(crate) fn add(&self, name: &str, rights: Rights) -> String {
        let mut setup = Setup::read(self.path()).unwrap();
        let key = setup.add_key(name, rights).unwrap();
        setup.write(self.path()).unwrap();
        format!("{} {key}", setup.address)
    }

    pub(crate) fn start(&mut self) {
        self.server = Some(self.runtime.block_on(Server::start(self.folder.path())).unwrap());
    }

    pub(crate) fn stop(&mut self) {
        self.runtime.block_on(self.server.take().unwrap().stop());
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.server.is_some() {
            self.stop();
        }
    }
}
