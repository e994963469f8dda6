//! The server: keeps the documents of one partnership and passes on what one laptop writes to the others. It stores first
//! and answers then; when it cannot store, it says so and hangs up. It reads no field of a document but the index.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Router,
    extract::{
        State,
        ws::{WebSocket, WebSocketUpgrade},
    },
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
    routing::any,
};
use axum_server::tls_rustls::RustlsConfig;
use rustls::{ServerConfig, crypto::ring, pki_types::pem::PemObject as _};
use tokio::sync::{RwLock, broadcast, watch};

use crate::wire;

mod connection;
pub mod setup;
mod store;

use setup::{Rights, Setup};
use store::{Store, StoreError};

/// How many news wait for a slow laptop before it compares everything anew.
const NEWS: usize = 1024;

/// Why a server cannot be set up or run.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// A file or the network.
    #[error("{0}: {1}")]
    Io(String, io::Error),
    /// The history.
    #[error("the history: {0}")]
    Store(#[from] StoreError),
    /// The set-up.
    #[error("{0}")]
    Setup(String),
}

/// A running server.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    shared: Arc<Shared>,
    handle: axum_server::Handle<SocketAddr>,
    served: tokio::task::JoinHandle<io::Result<()>>,
}

struct Shared {
    folder: PathBuf,
    name: String,
    store: Mutex<Store>,
    /// Documents that changed, with the number of the connection that changed them.
    news: broadcast::Sender<(u64, String)>,
    connections: Mutex<u64>,
    /// Whether the server ends.
    ending: watch::Sender<bool>,
    /// Every connection holds this, to read; the end waits until it can be written.
    open: Arc<RwLock<()>>,
}

impl Shared {
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Server {
    /// Starts the server whose data lie in `folder`, as [`Setup`] says.
    ///
    /// # Errors
    /// When the set-up or the history cannot be read, or the address is taken.
    pub async fn start(folder: &Path) -> Result<Self, ServerError> {
        let setup = Setup::read(folder)?;
        let store = Store::open(&folder.join("history.sqlite"), setup.max_megabytes)?;
        let listener =
            TcpListener::bind(&setup.listen).map_err(|error| ServerError::Io(setup.listen.clone(), error))?;
        let taken = |error| ServerError::Io(setup.listen.clone(), error);
        listener.set_nonblocking(true).map_err(taken)?;
        let address = listener.local_addr().map_err(taken)?;
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            name: wire::fresh_peer("liaise-server"),
            store: Mutex::new(store),
            news: broadcast::channel(NEWS).0,
            connections: Mutex::new(0),
            ending: watch::Sender::new(false),
            open: Arc::default(),
        });
        let app = Router::new().fallback(any(accept)).with_state(Arc::clone(&shared)).into_make_service();
        let handle = axum_server::Handle::new();
        let served = match setup.tls {
            Some(tls) => {
                let tls = RustlsConfig::from_config(Arc::new(tls_config(folder, &tls)?));
                let server = axum_server::from_tcp_rustls(listener, tls).map_err(taken)?.handle(handle.clone());
                tokio::spawn(server.serve(app))
            }
            None => {
                let server = axum_server::from_tcp(listener).map_err(taken)?.handle(handle.clone());
                tokio::spawn(server.serve(app))
            }
        };
        Ok(Self { address, shared, handle, served })
    }

    /// Waits until the server ends.
    ///
    /// # Errors
    /// Why it ended.
    pub async fn run(self) -> Result<(), ServerError> {
        let ended = self.served.await.unwrap_or_else(|error| Err(io::Error::other(error)));
        ended.map_err(|error| ServerError::Io(self.address.to_string(), error))
    }

    /// Ends the server and its connections; its history is closed then.
    pub async fn stop(self) {
        self.handle.shutdown();
        self.shared.ending.send_replace(true);
        // Whether it ended well does not matter to whoever ends it.
        let _ = self.served.await;
        let _ = self.shared.open.write().await;
    }
}

/// Who comes with a key is let in; the key says who it is, whatever it says of itself.
async fn accept(State(shared): State<Arc<Shared>>, headers: HeaderMap, upgrade: Upgrade) -> Response {
    // Read anew each time: a key that is taken back does not open any more.
    let rights = match Setup::read(&shared.folder) {
        Ok(setup) => setup.rights_of(&headers),
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    let Some(rights) = rights else { return StatusCode::UNAUTHORIZED.into_response() };
    match upgrade {
        Ok(upgrade) => upgrade
            .max_message_size(wire::MAX_BYTES)
            .max_frame_size(wire::MAX_BYTES)
            .on_upgrade(move |socket| serve(shared, socket, rights)),
        Err(refusal) => refusal.into_response(),
    }
}

type Upgrade = Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>;

async fn serve(shared: Arc<Shared>, socket: WebSocket, rights: Rights) {
    let _open = Arc::clone(&shared.open).read_owned().await;
    let number = {
        let mut connections = shared.connections.lock().unwrap_or_else(PoisonError::into_inner);
        *connections += 1;
        *connections
    };
    connection::Connection::new(shared, socket, rights, number).run().await;
}

fn tls_config(folder: &Path, tls: &setup::Tls) -> Result<ServerConfig, ServerError> {
    let unreadable = |path: &Path, error: &dyn std::fmt::Display| {
        ServerError::Setup(format!("{} cannot be read: {error}", path.display()))
    };
    let (chain, key) = (folder.join(&tls.certificate), folder.join(&tls.key));
    let certificates = rustls::pki_types::CertificateDer::pem_file_iter(&chain)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| unreadable(&chain, &error))?;
    let key = rustls::pki_types::PrivateKeyDer::from_pem_file(&key).map_err(|error| unreadable(&key, &error))?;
    ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(certificates, key))
        .map_err(|error| ServerError::Setup(error.to_string()))
}
