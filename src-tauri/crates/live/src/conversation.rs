//! One end of keeping one document in step with one peer. Nothing is answered before what came is kept; what the engine
//! gives up on, or what cannot be kept, ends this conversation and spoils nothing else. The document is held in memory
//! only while the two ends differ.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{
    Automerge, Change, ChangeHash, ReadDoc as _,
    sync::{Message, State, SyncDoc as _},
};

/// Where documents are kept.
pub(crate) trait Replica {
    /// Why something is not kept.
    type Error;

    /// The changes of a document, one behind the other; nothing of one that is not there.
    fn load(&mut self, document: &str) -> Result<Vec<u8>, Self::Error>;

    /// Keeps changes, all or none. When this returns they survive a power cut. `after` is the document with them.
    fn keep(&mut self, document: &str, changes: &[Change], after: &Automerge) -> Result<(), Self::Error>;
}

/// Why a conversation ended.
#[derive(Debug)]
pub(crate) enum Fault<E> {
    /// What came is no message, or the engine gave up on it.
    Message(String),
    /// What came could not be kept, or what is kept could not be read.
    Replica(E),
}

impl<E> From<E> for Fault<E> {
    fn from(error: E) -> Self {
        Self::Replica(error)
    }
}

/// See the module.
pub(crate) struct Conversation {
    state: State,
    held: Option<Automerge>,
    settled: bool,
}

impl Conversation {
    /// A conversation with a peer whose changes are wanted.
    pub(crate) fn new() -> Self {
        Self { state: State::new(), held: None, settled: false }
    }

    #[cfg(feature = "server")]
    /// A conversation with a peer that may only read.
    pub(crate) fn with_reader() -> Self {
        Self { state: State::new_read_only(), held: None, settled: false }
    }

    /// A conversation about a document that is in memory alone.
    pub(crate) fn about(document: Automerge) -> Self {
        Self { held: Some(document), ..Self::new() }
    }

    /// Whether both ends have the same, as far as the last message said; of a peer that takes nothing, whether all that it
    /// has is here.
    pub(crate) fn settled(&self) -> bool {
        self.settled
    }

    /// Whether the peer said that it takes nothing.
    pub(crate) fn peer_only_reads(&self) -> bool {
        self.state.peer_read_only
    }

    /// Whether there is nothing of the document at either end.
    pub(crate) fn empty(&self) -> bool {
        let nothing = |heads: &Vec<ChangeHash>| heads.is_empty();
        self.held.as_ref().is_none_or(|document| document.get_heads().is_empty())
            && self.state.their_heads.as_ref().is_none_or(nothing)
    }

    /// Takes a message of the peer; whether it brought changes, which are kept now.
    pub(crate) fn receive<R: Replica>(
        &mut self,
        replica: &mut R,
        document: &str,
        data: &[u8],
    ) -> Result<bool, Fault<R::Error>> {
        let message = Message::decode(data).map_err(|error| Fault::Message(error.to_string()))?;
        let mut held = self.take(replica, document)?;
        let before = held.get_heads();
        let state = &mut self.state;
        let received = guarded(|| {
            held.receive_sync_message(state, message).map_err(|error| error.to_string())?;
            let fresh = held.get_changes(&before);
            Ok((held, fresh))
        });
        let (held, fresh) = received.map_err(Fault::Message)?;
        if !fresh.is_empty() {
            replica.keep(document, &fresh, &held)?;
        }
        self.weigh(held);
        Ok(!fresh.is_empty())
    }

    /// The next message to the peer; nothing while there is nothing to say.
    pub(crate) fn next<R: Replica>(
        &mut self,
        replica: &mut R,
        document: &str,
    ) -> Result<Option<Vec<u8>>, Fault<R::Error>> {
        let held = self.take(replica, document)?;
        let state = &mut self.state;
        let (held, message) = guarded(|| {
            let message = held.generate_sync_message(state);
            Ok((held, message.map(Message::encode)))
        })
        .map_err(Fault::Message)?;
        self.weigh(held);
        Ok(message)
    }

    /// Learns that the document changed by another way, by these changes and perhaps others that it knows: the next
    /// message tells of it.
    pub(crate) fn changed<E>(&mut self, changes: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<(), Fault<E>> {
        self.settled = false;
        let Some(mut held) = self.held.take() else { return Ok(()) };
        let changes = changes()?;
        let learn = || {
            held.load_incremental(&changes).map_err(|error| error.to_string())?;
            Ok(held)
        };
        self.held = Some(guarded(learn).map_err(Fault::Message)?);
        Ok(())
    }

    /// The document, where it is held.
    pub(crate) fn held(&mut self) -> Option<&mut Automerge> {
        self.settled = false;
        self.held.as_mut()
    }

    /// Holds the document no longer, if both ends have the same.
    pub(crate) fn rest(&mut self) {
        if self.settled {
            self.held = None;
        }
    }

    fn take<R: Replica>(&mut self, replica: &mut R, document: &str) -> Result<Automerge, Fault<R::Error>> {
        if let Some(held) = self.held.take() {
            return Ok(held);
        }
        let bytes = replica.load(document)?;
        let load = || {
            let mut held = Automerge::new();
            held.load_incremental(&bytes).map_err(|error| error.to_string())?;
            Ok(held)
        };
        guarded(load).map_err(Fault::Message)
    }

    fn weigh(&mut self, held: Automerge) {
        let heads = held.get_heads();
        self.settled = self.state.their_heads.as_ref().is_some_and(|theirs| {
            *theirs == heads
                || self.state.peer_read_only && theirs.iter().all(|head| held.get_change_by_hash(head).is_some())
        });
        self.held = Some(held);
    }
}

/// The engine may panic on a hostile change: that is a refusal like any other.
fn guarded<T>(body: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|_| Err("the merging engine gave up".into()))
}
