//! What a laptop says to a server over one connection, and what it makes of the answers: first the index, then, if the
//! server keeps this partnership, every document. It does no input or output but through its [`Source`].

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use automerge::{Automerge, Change};
use liaise_core::{Error, exchange::live::About, store::Incoming};

use crate::{
    conversation::{Conversation, Fault, Replica},
    index::{self, Index},
    wire::Message,
};

/// So many documents are compared with the server's at a time.
const AT_ONCE: usize = 64;

/// The laptop's side.
pub(crate) trait Source: Replica<Error = Error> {
    /// What tells the partnership from others; nothing for a laptop that does not have its file yet.
    fn about(&mut self) -> Result<Option<About>, Error>;
    /// The documents that are here.
    fn documents(&mut self) -> Result<BTreeSet<String>, Error>;
    /// The documents that were erased here, with their tombstones as JSON.
    fn erased(&mut self) -> Result<BTreeMap<String, String>, Error>;
    /// Takes in what was erased elsewhere.
    fn bury(&mut self, erased: &BTreeMap<String, String>) -> Result<(), Error>;
    /// The changes that came to be here by another way since this was asked last.
    fn news(&mut self) -> Result<Vec<Incoming>, Error>;
}

/// See the module.
pub(crate) struct Talk<S> {
    pub(crate) source: S,
    here: String,
    there: String,
    index: Conversation,
    /// Whether the server knows the index as it is here, and it is this partnership's.
    agreed: bool,
    conversations: BTreeMap<String, Conversation>,
    queue: VecDeque<String>,
    unsettled: BTreeSet<String>,
    erased: BTreeSet<String>,
    /// How many documents were erased here when that was last looked at.
    buried: usize,
    set_aside: BTreeMap<String, String>,
    pub(crate) out: Vec<Message>,
}

/// The index is in memory alone.
struct Nowhere;

impl Replica for Nowhere {
    type Error = Error;

    fn load(&mut self, _: &str) -> Result<Vec<u8>, Error> {
        Ok(vec![])
    }

    fn keep(&mut self, _: &str, _: &[Change], _: &Automerge) -> Result<(), Error> {
        Ok(())
    }
}

impl<S: Source> Talk<S> {
    /// Begins: asks for the index.
    ///
    /// # Errors
    /// What reading the file refuses.
    pub(crate) fn begin(source: S, here: String, there: String) -> Result<Self, Error> {
        let mut talk = Self {
            source,
            here,
            there,
            index: Conversation::about(Automerge::new()),
            agreed: false,
            conversations: BTreeMap::new(),
            queue: VecDeque::new(),
            unsettled: BTreeSet::new(),
            erased: BTreeSet::new(),
            buried: 0,
            set_aside: BTreeMap::new(),
            out: vec![],
        };
        // What is here already is compared document by document; from here on only what is new.
        talk.source.news()?;
        talk.tell_index()?;
        Ok(talk)
    }

    /// Whether both ends have the same, but for what was set aside.
    pub(crate) fn in_step(&self) -> bool {
        self.agreed && self.index.settled() && self.queue.is_empty() && self.unsettled.is_empty()
    }

    /// What the server says of the partnership, once it has an index.
    ///
    /// # Errors
    /// [`Error::LiveEmpty`]
    pub(crate) fn about(&mut self) -> Result<About, Error> {
        let index = self.index.held().map(|document| Index::read(document)).unwrap_or_default();
        let partnership = index.partnerships.into_iter().next().ok_or(Error::LiveEmpty)?;
        Ok(About { partnership, name: index.name, partner_code: index.partner_code })
    }

    /// Whether the server takes nothing from this laptop.
    pub(crate) fn read_only(&self) -> bool {
        self.index.peer_only_reads()
    }

    /// Why some of what the server has is not taken in.
    pub(crate) fn quarantine(&self) -> Option<Error> {
        let (document, why) = self.set_aside.first_key_value()?;
        Some(Error::LiveQuarantine(format!("{document}: {why}")))
    }

    /// Takes a message of the server.
    ///
    /// # Errors
    /// [`Error::LiveOtherPartnership`], [`Error::LiveEmpty`], [`Error::NotALiveServer`]; what reading or writing the file
    /// refuses. The connection ends then.
    pub(crate) fn receive(&mut self, message: &Message) -> Result<(), Error> {
        let Some(document) = message.document() else { return Ok(()) };
        match (&*message.kind, &message.data) {
            ("sync" | "request", Some(data)) if document == index::ID => {
                self.index.receive(&mut Nowhere, index::ID, data).map_err(strange)?;
                self.agree()?;
                self.tell_index()?;
            }
            ("sync" | "request", Some(data)) => self.hear(&document, data)?,
            ("doc-unavailable", _) if document == index::ID => self.agree_on_nothing()?,
            ("doc-unavailable", _) => {
                // Erased there, as the index says or will; or it is still on its way to the server.
                self.unsettled.remove(&document);
            }
            _ => {}
        }
        self.advance()
    }

    /// Looks for what is new here.
    ///
    /// # Errors
    /// As [`Talk::receive`].
    pub(crate) fn look(&mut self) -> Result<(), Error> {
        let mut news: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for change in self.source.news()? {
            news.entry(change.document).or_default().extend(change.bytes);
        }
        if self.agreed && (!news.is_empty() || self.source.erased()?.len() != self.buried) {
            self.agree()?;
            self.tell_index()?;
        }
        for (document, changes) in news {
            let Some(conversation) = self.conversations.get_mut(&document) else { continue };
            match conversation.changed(|| Ok(changes)) {
                Ok(()) => self.tell(&document)?,
                Err(fault) => self.fail(&document, fault)?,
            }
        }
        self.advance()
    }

    /// There is no index: the server is new, or lost what it had.
    fn agree_on_nothing(&mut self) -> Result<(), Error> {
        if self.source.about()?.is_none() {
            return Err(Error::LiveEmpty);
        }
        self.agree()?;
        self.tell_index()
    }

    /// Reads the index, and completes it with what is here, if it is this partnership's.
    fn agree(&mut self) -> Result<(), Error> {
        let settled = self.index.settled();
        let document = self.index.held().ok_or_else(|| Error::NotALiveServer("no index".into()))?;
        let index = Index::read(document);
        let about = self.source.about()?;
        let ours = about.as_ref().map(|about| &about.partnership);
        if index.partnerships.len() > 1 || index.partnerships.iter().any(|one| ours.is_some_and(|ours| ours != one)) {
            return Err(Error::LiveOtherPartnership(index.name));
        }
        self.source.bury(&index.erased)?;
        let (here, erased) = (self.source.documents()?, self.source.erased()?);
        if let Some(about) = &about {
            let write = |document: &mut Automerge| index.complete(document, about, &here, &erased);
            write(document).map_err(|error| Error::NotALiveServer(error.to_string()))?;
        } else if index.partnerships.is_empty() && settled {
            return Err(Error::LiveEmpty);
        }
        self.agreed |= settled && !index.partnerships.is_empty();
        self.buried = erased.len();
        self.erased = erased.into_keys().chain(index.erased.into_keys()).collect();
        self.conversations.retain(|document, _| !self.erased.contains(document));
        self.unsettled.retain(|document| !self.erased.contains(document));
        if self.agreed {
            for document in here.union(&index.documents).filter(|id| !self.erased.contains(*id)) {
                let known = self.conversations.contains_key(document) || self.set_aside.contains_key(document);
                if !known && !self.queue.contains(document) {
                    self.queue.push_back(document.clone());
                }
            }
        }
        Ok(())
    }

    fn tell_index(&mut self) -> Result<(), Error> {
        if let Some(data) = self.index.next(&mut Nowhere, index::ID).map_err(strange)? {
            let nothing = self.index.empty();
            self.say(index::ID, data, nothing);
        }
        Ok(())
    }

    fn hear(&mut self, document: &str, data: &[u8]) -> Result<(), Error> {
        // What was not asked for, or is erased by now, is not listened to.
        let Some(conversation) = self.conversations.get_mut(document) else { return Ok(()) };
        match conversation.receive(&mut self.source, document, data) {
            Ok(_) => self.tell(document),
            Err(fault) => self.fail(document, fault),
        }
    }

    fn tell(&mut self, document: &str) -> Result<(), Error> {
        let Some(conversation) = self.conversations.get_mut(document) else { return Ok(()) };
        let message = match conversation.next(&mut self.source, document) {
            Ok(message) => message,
            Err(fault) => return self.fail(document, fault),
        };
        let (nothing, settled) = (conversation.empty(), conversation.settled());
        if settled {
            conversation.rest();
            self.unsettled.remove(document);
        } else {
            self.unsettled.insert(document.into());
        }
        if let Some(data) = message {
            self.say(document, data, nothing);
        }
        Ok(())
    }

    /// What one has nothing of, one requests.
    fn say(&mut self, document: &str, data: Vec<u8>, nothing: bool) {
        let message = if nothing { Message::request } else { Message::sync };
        self.out.push(message(&self.here, &self.there, document, data));
    }

    /// What is damaged or not of this program stays out, and keeps nothing else out. That the file cannot be read or
    /// written ends the connection.
    fn fail(&mut self, document: &str, fault: Fault<Error>) -> Result<(), Error> {
        match fault {
            Fault::Message(why) | Fault::Replica(Error::DamagedBundle(why)) => self.put_aside(document.into(), why),
            Fault::Replica(error) => return Err(error),
        }
        Ok(())
    }

    fn put_aside(&mut self, document: String, why: String) {
        self.conversations.remove(&document);
        self.unsettled.remove(&document);
        self.set_aside.insert(document, why);
    }

    /// Opens the next conversations.
    fn advance(&mut self) -> Result<(), Error> {
        while self.unsettled.len() < AT_ONCE
            && let Some(document) = self.queue.pop_front()
        {
            self.conversations.insert(document.clone(), Conversation::new());
            self.tell(&document)?;
        }
        Ok(())
    }
}

fn strange(fault: Fault<Error>) -> Error {
    match fault {
        Fault::Message(why) => Error::NotALiveServer(why),
        Fault::Replica(error) => error,
    }
}
