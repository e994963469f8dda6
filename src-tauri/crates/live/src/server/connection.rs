//! One laptop's connection: what it asks for is compared with what is kept, what it brings is kept, and what others bring
//! meanwhile is passed on.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use axum::{
    body::Bytes,
    extract::ws::{CloseFrame, Message as Frame, WebSocket},
};
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    task::block_in_place,
    time::{Instant, timeout, timeout_at},
};

use super::{Rights, Shared, StoreError};
use crate::{
    conversation::{Conversation, Fault, Replica as _},
    wire::{self, Message},
};

/// A laptop that says nothing for so long is asked whether it is still there, and after twice as long let go.
const SILENCE: Duration = Duration::from_secs(45);
/// A laptop that takes nothing for so long is let go.
const PATIENCE: Duration = Duration::from_secs(60);
/// A laptop compares no more documents than so many over one connection.
const MOST: usize = 20_000;

/// Why a connection ends.
enum End {
    /// The laptop hung up, or is gone.
    Gone,
    /// The reason it is told.
    Told(u16, String),
}

/// See the module.
pub(super) struct Connection {
    shared: Arc<Shared>,
    socket: WebSocket,
    rights: Rights,
    number: u64,
    news: Receiver<(u64, String)>,
    /// What the laptop calls itself. It means nothing but where to send answers.
    there: Option<String>,
    conversations: BTreeMap<String, Conversation>,
    heard: Instant,
}

impl Connection {
    pub(super) fn new(shared: Arc<Shared>, socket: WebSocket, rights: Rights, number: u64) -> Self {
        let news = shared.news.subscribe();
        let conversations = BTreeMap::new();
        Self { shared, socket, rights, number, news, there: None, conversations, heard: Instant::now() }
    }

    /// Serves the laptop until one of the two hangs up.
    pub(super) async fn run(mut self) {
        let mut ending = self.shared.ending.subscribe();
        let end = loop {
            let step = tokio::select! {
                step = self.step() => step,
                _ = ending.wait_for(|ending| *ending) => Err(End::Told(wire::GOING_AWAY, "the server ends".into())),
            };
            if let Err(end) = step {
                break end;
            }
        };
        if let End::Told(code, reason) = end {
            let frame = CloseFrame { code, reason: reason.into() };
            let _ = timeout(PATIENCE, self.socket.send(Frame::Close(Some(frame)))).await;
        }
    }

    async fn step(&mut self) -> Result<(), End> {
        tokio::select! {
            frame = timeout_at(self.heard + SILENCE, self.socket.recv()) => match frame {
                Ok(Some(Ok(frame))) => {
                    self.heard = Instant::now();
                    self.take(frame).await
                }
                Ok(_) => Err(End::Gone),
                Err(_) => self.ask_whether_there().await,
            },
            news = self.news.recv() => match news {
                Ok((by, _)) if by == self.number => Ok(()),
                Ok((_, document)) => self.pass_on(&document).await,
                // Too much at once: everything that is compared here is compared anew.
                Err(RecvError::Lagged(_)) => {
                    for document in self.conversations.keys().cloned().collect::<Vec<_>>() {
                        self.pass_on(&document).await?;
                    }
                    Ok(())
                }
                Err(RecvError::Closed) => Err(End::Gone),
            },
        }
    }

    async fn take(&mut self, frame: Frame) -> Result<(), End> {
        let bytes = match frame {
            Frame::Binary(bytes) => bytes,
            Frame::Close(_) => return Err(End::Gone),
            Frame::Ping(_) | Frame::Pong(_) => return Ok(()),
            Frame::Text(_) => return Err(malformed("text")),
        };
        let message = Message::decode(&bytes).ok_or_else(|| malformed("no message"))?;
        match message.kind.as_str() {
            "join" => self.greet(message).await,
            "sync" | "request" if self.there.is_none() => Err(malformed("no greeting")),
            "sync" | "request" => self.hear(&message).await,
            // What is not about documents is for others than us.
            _ => Ok(()),
        }
    }

    async fn greet(&mut self, message: Message) -> Result<(), End> {
        let there = message.sender_id.ok_or_else(|| malformed("no sender"))?;
        if !message.supported_protocol_versions.unwrap_or_default().iter().any(|version| version == wire::VERSION) {
            return Err(malformed("another version of the protocol"));
        }
        let answer = Message::peer(&self.shared.name, &there);
        self.there = Some(there);
        self.send(&answer).await
    }

    async fn hear(&mut self, message: &Message) -> Result<(), End> {
        let (document, data) = message.document().zip(message.data.as_ref()).ok_or_else(|| malformed("no document"))?;
        let shared = Arc::clone(&self.shared);
        let rights = self.rights;
        let heard = block_in_place(|| {
            let mut store = shared.store();
            if store.erased(&document).map_err(not_kept)? {
                return Ok(None);
            }
            if self.conversations.len() >= MOST {
                return Err(malformed("too many documents"));
            }
            let conversation = self.conversations.entry(document.clone()).or_insert_with(|| match rights {
                Rights::Write => Conversation::new(),
                Rights::Read => Conversation::with_reader(),
            });
            let fresh = guarded(|| conversation.receive(&mut *store, &document, data))?;
            let answer = guarded(|| conversation.next(&mut *store, &document))?;
            let unknown = conversation.empty();
            conversation.rest();
            Ok(Some((fresh, answer, unknown)))
        })?;
        match heard {
            None => self.refuse(&document).await,
            // Somebody may bring it yet: the conversation goes on then.
            Some((_, _, true)) => self.refuse(&document).await,
            Some((fresh, answer, false)) => {
                if fresh {
                    // Nobody listens when this is the only laptop.
                    let _ = self.shared.news.send((self.number, document.clone()));
                }
                self.say(&document, answer).await
            }
        }
    }

    async fn pass_on(&mut self, document: &str) -> Result<(), End> {
        let Some(conversation) = self.conversations.get_mut(document) else { return Ok(()) };
        let shared = Arc::clone(&self.shared);
        let answer = block_in_place(|| {
            let mut store = shared.store();
            guarded(|| conversation.changed(|| store.load(document)))?;
            let answer = guarded(|| conversation.next(&mut *store, document))?;
            conversation.rest();
            Ok(answer)
        })?;
        self.say(document, answer).await
    }

    async fn say(&mut self, document: &str, data: Option<Vec<u8>>) -> Result<(), End> {
        let (Some(data), Some(there)) = (data, &self.there) else { return Ok(()) };
        let message = Message::sync(&self.shared.name, there, document, data);
        self.send(&message).await
    }

    async fn refuse(&mut self, document: &str) -> Result<(), End> {
        let Some(there) = &self.there else { return Ok(()) };
        let message = Message::unavailable(&self.shared.name, there, document);
        self.send(&message).await
    }

    async fn send(&mut self, message: &Message) -> Result<(), End> {
        let sent = timeout(PATIENCE, self.socket.send(Frame::Binary(message.encode().into()))).await;
        sent.map_err(|_| End::Gone)?.map_err(|_| End::Gone)
    }

    async fn ask_whether_there(&mut self) -> Result<(), End> {
        let asked = timeout(PATIENCE, self.socket.send(Frame::Ping(Bytes::new()))).await;
        asked.map_err(|_| End::Gone)?.map_err(|_| End::Gone)?;
        match timeout(SILENCE, self.socket.recv()).await {
            Ok(Some(Ok(frame))) => {
                self.heard = Instant::now();
                self.take(frame).await
            }
            _ => Err(End::Gone),
        }
    }
}

/// Reading back may panic like everything that the engine does with a hostile change.
fn guarded<T>(body: impl FnOnce() -> Result<T, Fault<StoreError>>) -> Result<T, End> {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(Fault::Message(why))) => Err(malformed(&why)),
        Ok(Err(Fault::Replica(error))) => Err(not_kept(error)),
        Err(_) => Err(malformed("the merging engine gave up")),
    }
}

fn malformed(why: &str) -> End {
    End::Told(wire::MALFORMED, short(why))
}

fn not_kept(error: StoreError) -> End {
    match error {
        StoreError::Spoilt => malformed(&error.to_string()),
        StoreError::Database(error) => End::Told(wire::NOT_STORED, short(&error.to_string())),
    }
}

/// A reason for hanging up has at most 123 bytes.
fn short(why: &str) -> String {
    why.chars().take(40).collect()
}
