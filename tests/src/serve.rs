//! The page in a browser: serves the built UI and the real core on the loopback address, so that browser tests need no
//! window. It deliberately fakes nothing of the product; only the desktop around it is a recorder (see `desktop`).
//!
//! `serve [--language TAG] [--now TIME] [--home DIR]` prints one line of JSON, `{"url", "home"}`, and ends when its
//! standard input is closed. Without `--home` everything it writes lies in a temporary folder that goes with it.

#![expect(clippy::print_stdout, reason = "the address is told on the standard output")]

mod desktop;

use std::{
    error::Error,
    fs,
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::post,
};
use chrono::{DateTime, Utc};
use lexopt::{Arg, ValueExt as _};
use liaise_core::{Home, Session, api};
use serde_json::{Value, json};
use tokio::{io::AsyncReadExt as _, net::TcpListener, task::spawn_blocking};

use crate::desktop::Recorder;

/// What Tauri puts a nonce in place of, in the page and in the policy.
const NONCE_TOKEN: &str = "__TAURI_STYLE_NONCE__";
const NONCE: &str = "c2VydmVk";

struct Site {
    session: Arc<Session>,
    ui: PathBuf,
    policy: String,
    now: Option<DateTime<Utc>>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (mut language, mut now, mut home) = ("en".to_owned(), None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("language") => language = parser.value()?.string()?,
            Arg::Long("now") => now = Some(parser.value()?.parse()?),
            Arg::Long("home") => home = Some(PathBuf::from(parser.value()?)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let temporary = tempfile::tempdir()?;
    let home = home.unwrap_or_else(|| temporary.path().to_path_buf());
    let documents = home.join("documents");
    fs::create_dir_all(&documents)?;
    fs::create_dir_all(home.join("keyring"))?;
    let folders = Home { data: home.join("data").join("Liaise"), documents, language, fonts: vec![] };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the tests lie in the repository")?;
    let site = Arc::new(Site {
        session: liaise_live::attach(Session::new(folders, Box::new(Recorder::new(&home)))),
        ui: root.join("ui").join("dist"),
        policy: policy(&fs::read_to_string(root.join("src-tauri").join("tauri.conf.json"))?)?,
        now,
    });
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", json!({ "url": format!("http://{}", listener.local_addr()?), "home": home }));
    let pages =
        Router::new().route("/call", post(command)).route("/open", post(hand_over)).fallback(page).with_state(site);
    let served = tokio::spawn(async move { axum::serve(listener, pages).await });
    tokio::io::stdin().read_to_end(&mut Vec::new()).await?;
    served.abort();
    Ok(())
}

/// The policy of the window, from Tauri's own configuration, with the nonce that Tauri would add.
fn policy(configuration: &str) -> Result<String, Box<dyn Error>> {
    let configuration: Value = serde_json::from_str(configuration)?;
    let policy = configuration["app"]["security"]["csp"].as_str().ok_or("tauri.conf.json has a policy")?;
    Ok(policy.replace("style-src 'self'", &format!("style-src 'self' 'nonce-{NONCE}'")))
}

/// One command. A long one keeps no other waiting.
async fn command(State(site): State<Arc<Site>>, body: Bytes) -> Response {
    let answer = spawn_blocking(move || site.call(&body)).await;
    let (status, answer) = match answer {
        Ok(Ok(result)) => (StatusCode::OK, result),
        Ok(Err(error)) => (StatusCode::UNPROCESSABLE_ENTITY, json!(error)),
        Err(panic) => (StatusCode::INTERNAL_SERVER_ERROR, json!(panic.to_string())),
    };
    (status, [(header::CONTENT_TYPE, "application/json")], answer.to_string()).into_response()
}

/// A file that the system is asked to open: its path. The page has to be told, as the shell would.
async fn hand_over(State(site): State<Arc<Site>>, path: String) -> StatusCode {
    site.session.hand_over(PathBuf::from(path));
    StatusCode::NO_CONTENT
}

/// A file of the built page.
async fn page(State(site): State<Arc<Site>>, uri: Uri) -> Response {
    let asked = uri.path().trim_start_matches('/');
    let inside = Path::new(asked).components().all(|part| matches!(part, Component::Normal(_)));
    let path = if asked.is_empty() { site.ui.join("index.html") } else { site.ui.join(asked) };
    let Some(bytes) = inside.then(|| fs::read(&path).ok()).flatten() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = [(header::CONTENT_TYPE, content_type(&path))];
    if path.extension().is_some_and(|end| end == "html") {
        let text = String::from_utf8_lossy(&bytes).replace(NONCE_TOKEN, NONCE);
        let policy = [(header::CONTENT_SECURITY_POLICY, site.policy.clone())];
        return (kind, policy, text).into_response();
    }
    (kind, bytes).into_response()
}

impl Site {
    #[expect(clippy::disallowed_methods, reason = "the server stands where the shell stands: at the edge")]
    fn call(&self, body: &[u8]) -> Result<Value, liaise_core::Error> {
        let body: Value = serde_json::from_slice(body)?;
        let name = body["name"].as_str().unwrap_or_default();
        api::call(&self.session, self.now.unwrap_or_else(Utc::now), name, body["args"].clone())
    }
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
