//! The same documents in step over a server, live: the client that the window and the command line attach to a session,
//! and the server. The only crate with network code, and that runs only where somebody has set up a server.
//!
//! Both speak the protocol of automerge-repo (version 1: CBOR messages over a WebSocket) with the engine's own
//! `automerge::sync`, so that every automerge-repo can be the other end. samod, the Rust library for it, is deliberately
//! not used: its storage cannot refuse, and it answers while it still stores, so that a full disk is acknowledged; here
//! an answer is made after what it answers was stored. It also tires with the square of the number of documents.
//!
//! The server merges, so it reads what it keeps: nothing here encrypts contents, TLS only guards the way.

mod client;
mod conversation;
mod index;
#[cfg(feature = "server")]
pub mod server;
mod talk;
mod tls;
mod wire;

pub use client::{attach, attach_at};
