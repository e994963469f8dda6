//! One connection to a server: the way there, the handshake, and messages as they come and go. It ends with a reason that
//! the officer can act on.

use std::{future::Future, time::Duration};

use futures_util::{SinkExt as _, StreamExt as _};
use liaise_core::{Error, exchange::live::Server};
use tokio::{
    net::TcpStream,
    time::{Instant, timeout, timeout_at},
};
use tokio_tungstenite::{
    Connector, MaybeTlsStream, WebSocketStream, connect_async_tls_with_config,
    tungstenite::{
        self, Bytes, client::IntoClientRequest as _, http::header::AUTHORIZATION, protocol::WebSocketConfig,
    },
};

use crate::{
    talk::{Source, Talk},
    tls,
    wire::{self, Message},
};

/// A server that does not answer for so long is not there.
const PATIENCE: Duration = Duration::from_secs(20);
/// After so long without a word the server is asked whether it is still there.
const SILENCE: Duration = Duration::from_secs(20);

/// See the module.
pub(super) struct Connection<S> {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub(super) talk: Talk<S>,
    heard: Instant,
}

impl<S: Source> Connection<S> {
    /// Calls the server and greets it.
    ///
    /// # Errors
    /// [`Error::LiveUnreachable`], [`Error::LiveCertificate`], [`Error::LiveKeyRefused`], [`Error::NotALiveServer`].
    pub(super) async fn open(server: &Server, source: S) -> Result<Self, Error> {
        let mut socket = within(call(server)).await?;
        let here = wire::fresh_peer("liaise");
        socket.send(encoded(&Message::join(&here))).await.map_err(unreachable)?;
        let there = within(greeting(&mut socket)).await?;
        let talk = Talk::begin(source, here, there)?;
        let mut connection = Self { socket, talk, heard: Instant::now() };
        connection.flush().await?;
        Ok(connection)
    }

    /// Waits for the next message and deals with it, or until `stirred`.
    ///
    /// # Errors
    /// As [`Connection::open`], and [`Error::LiveServerFull`]; what the talk refuses.
    pub(super) async fn step(&mut self, stirred: impl Future<Output = ()>) -> Result<(), Error> {
        tokio::select! {
            frame = timeout_at(self.heard + SILENCE, self.socket.next()) => match frame {
                Ok(frame) => {
                    self.heard = Instant::now();
                    if let Some(message) = read(frame)? {
                        self.talk.receive(&message)?;
                    }
                }
                Err(_) => self.ask_whether_there().await?,
            },
            () = stirred => {}
        }
        self.flush().await
    }

    /// Sends what there is to say.
    ///
    /// # Errors
    /// [`Error::LiveUnreachable`]
    pub(super) async fn flush(&mut self) -> Result<(), Error> {
        for message in std::mem::take(&mut self.talk.out) {
            within(async { self.socket.send(encoded(&message)).await.map_err(unreachable) }).await?;
        }
        Ok(())
    }

    /// Hangs up. Whether the other end hears it does not matter any more.
    pub(super) async fn close(&mut self) {
        let _ = timeout(Duration::from_secs(1), self.socket.close(None)).await;
    }

    async fn ask_whether_there(&mut self) -> Result<(), Error> {
        let ping = tungstenite::Message::Ping(Bytes::new());
        within(async { self.socket.send(ping).await.map_err(unreachable) }).await?;
        let answer = within(async { Ok(self.socket.next().await) }).await?;
        self.heard = Instant::now();
        match read(answer)? {
            Some(message) => self.talk.receive(&message),
            None => Ok(()),
        }
    }
}

async fn call(server: &Server) -> Result<WebSocketStream<MaybeTlsStream<TcpStream>>, Error> {
    let mut request = server.address.as_str().into_client_request().map_err(unreachable)?;
    let token: String = server.key.token.iter().map(|byte| format!("{byte:02x}")).collect();
    let bearer = format!("Bearer {token}").parse().map_err(|_| Error::LiveKeyRefused)?;
    request.headers_mut().insert(AUTHORIZATION, bearer);
    let limits =
        WebSocketConfig::default().max_message_size(Some(wire::MAX_BYTES)).max_frame_size(Some(wire::MAX_BYTES));
    let connector = Connector::Rustls(tls::client(server.key.certificate)?);
    let called = connect_async_tls_with_config(request, Some(limits), true, Some(connector)).await;
    called.map(|(socket, _)| socket).map_err(refused)
}

async fn greeting(socket: &mut WebSocketStream<MaybeTlsStream<TcpStream>>) -> Result<String, Error> {
    loop {
        if let Some(message) = read(socket.next().await)? {
            return match (message.kind.as_str(), message.sender_id) {
                ("peer", Some(sender)) if message.selected_protocol_version.as_deref() == Some(wire::VERSION) => {
                    Ok(sender)
                }
                _ => Err(Error::NotALiveServer("no greeting".into())),
            };
        }
    }
}

/// What came, if it is a message: an answer to a ping is none.
fn read(frame: Option<Result<tungstenite::Message, tungstenite::Error>>) -> Result<Option<Message>, Error> {
    match frame {
        None => Err(Error::LiveUnreachable("the connection was closed".into())),
        Some(Err(error)) => Err(unreachable(error)),
        Some(Ok(tungstenite::Message::Binary(bytes))) => {
            Message::decode(&bytes).map(Some).ok_or_else(|| Error::NotALiveServer("no message".into()))
        }
        Some(Ok(tungstenite::Message::Close(frame))) => Err(match frame {
            Some(frame) if u16::from(frame.code) == wire::NOT_STORED => Error::LiveServerFull,
            Some(frame) => Error::LiveUnreachable(frame.reason.to_string()),
            None => Error::LiveUnreachable("the server hung up".into()),
        }),
        Some(Ok(_)) => Ok(None),
    }
}

async fn within<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let done = timeout(PATIENCE, work).await;
    done.unwrap_or_else(|_| Err(Error::LiveUnreachable("no answer in time".into())))
}

fn encoded(message: &Message) -> tungstenite::Message {
    tungstenite::Message::Binary(message.encode().into())
}

fn unreachable(error: tungstenite::Error) -> Error {
    Error::LiveUnreachable(error.to_string())
}

fn refused(error: tungstenite::Error) -> Error {
    match error {
        tungstenite::Error::Http(answer) if matches!(answer.status().as_u16(), 401 | 403) => Error::LiveKeyRefused,
        tungstenite::Error::Http(answer) => Error::NotALiveServer(answer.status().to_string()),
        tungstenite::Error::Io(error) if of_tls(&error) => Error::LiveCertificate(error.to_string()),
        tungstenite::Error::Tls(error) => Error::LiveCertificate(error.to_string()),
        tungstenite::Error::Protocol(error) => Error::NotALiveServer(error.to_string()),
        error => unreachable(error),
    }
}

fn of_tls(error: &std::io::Error) -> bool {
    error.get_ref().is_some_and(|error| error.is::<rustls::Error>())
}
