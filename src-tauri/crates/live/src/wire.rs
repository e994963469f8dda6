//! The messages of automerge-repo's protocol, version 1: CBOR maps, of which only what is needed here is read. Documents
//! go by the base58 of their UUID; JavaScript takes none but those of version 4.

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use uuid::Uuid;

/// The version of the protocol.
pub(crate) const VERSION: &str = "1";
/// A message is at most as large.
pub(crate) const MAX_BYTES: usize = 64 << 20;
#[cfg(feature = "server")]
/// The server closes with this code when it is ended.
pub(crate) const GOING_AWAY: u16 = 1001;
#[cfg(feature = "server")]
/// The server closes with this code when what came is no message of the protocol, or spoils a document.
pub(crate) const MALFORMED: u16 = 4400;
/// The server closes with this code when it could not store what came.
pub(crate) const NOT_STORED: u16 = 4507;

/// One message. Which fields there are follows from its kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sender_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) target_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) document_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) data: Option<ByteBuf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) supported_protocol_versions: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) selected_protocol_version: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) peer_metadata: Option<Metadata>,
}

/// What a peer says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata {
    /// Whether it keeps nothing beyond the connection.
    #[serde(default)]
    pub(crate) is_ephemeral: bool,
}

impl Message {
    /// The first word of a client.
    pub(crate) fn join(sender: &str) -> Self {
        Self {
            kind: "join".into(),
            sender_id: Some(sender.into()),
            supported_protocol_versions: Some(vec![VERSION.into()]),
            peer_metadata: Some(Metadata { is_ephemeral: true }),
            ..Self::default()
        }
    }

    #[cfg(feature = "server")]
    /// The server's answer to it.
    pub(crate) fn peer(sender: &str, target: &str) -> Self {
        Self {
            kind: "peer".into(),
            selected_protocol_version: Some(VERSION.into()),
            peer_metadata: Some(Metadata { is_ephemeral: false }),
            ..Self::between(sender, target)
        }
    }

    /// A step in keeping one document in step.
    pub(crate) fn sync(sender: &str, target: &str, document: &str, data: Vec<u8>) -> Self {
        let document_id = encode_id(document);
        Self { kind: "sync".into(), document_id, data: Some(ByteBuf::from(data)), ..Self::between(sender, target) }
    }

    /// The first step about a document that the sender has nothing of.
    pub(crate) fn request(sender: &str, target: &str, document: &str, data: Vec<u8>) -> Self {
        Self { kind: "request".into(), ..Self::sync(sender, target, document, data) }
    }

    #[cfg(feature = "server")]
    /// The answer about a document that is not there.
    pub(crate) fn unavailable(sender: &str, target: &str, document: &str) -> Self {
        Self { kind: "doc-unavailable".into(), document_id: encode_id(document), ..Self::between(sender, target) }
    }

    fn between(sender: &str, target: &str) -> Self {
        Self { sender_id: Some(sender.into()), target_id: Some(target.into()), ..Self::default() }
    }

    /// Reads a message; nothing from bytes that are none.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        ciborium::from_reader(bytes).ok()
    }

    /// Its bytes.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![];
        ciborium::into_writer(self, &mut bytes).expect("a message has a form, and memory takes it");
        bytes
    }

    /// The UUID of the document that it is about.
    pub(crate) fn document(&self) -> Option<String> {
        let bytes = bs58::decode(self.document_id.as_ref()?).with_check(None).into_vec().ok()?;
        Some(Uuid::from_slice(&bytes).ok()?.to_string())
    }
}

fn encode_id(document: &str) -> Option<String> {
    Some(bs58::encode(Uuid::parse_str(document).ok()?.as_bytes()).with_check().into_string())
}

/// A name for one end of one connection: never the same twice, because a server takes a peer that comes back under its
/// name for one that still knows where it was.
pub(crate) fn fresh_peer(what: &str) -> String {
    format!("{what}-{}", Uuid::new_v4())
}
