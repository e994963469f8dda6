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
    io::Read as _,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
};

use chrono::{DateTime, Utc};
use lexopt::{Arg, ValueExt as _};
use liaise_core::{Home, Session, api};
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::desktop::Recorder;

/// What Tauri puts a nonce in place of, in the page and in the policy.
const NONCE_TOKEN: &str = "__TAURI_STYLE_NONCE__";
const NONCE: &str = "c2VydmVk";
/// Enough that asking for progress never waits behind a long command.
const THREADS: usize = 6;

struct Site {
    session: Session,
    ui: PathBuf,
    policy: String,
    now: Option<DateTime<Utc>>,
}

fn main() -> Result<(), Box<dyn Error>> {
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
    let folders = Home { data: home.join("data").join("Liaise"), documents, language };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the tests lie in the repository")?;
    let site = Arc::new(Site {
        session: Session::new(folders, Box::new(Recorder::new(&home))),
        ui: root.join("ui").join("dist"),
        policy: policy(&fs::read_to_string(root.join("src-tauri").join("tauri.conf.json"))?)?,
        now,
    });
    let server = Arc::new(Server::http("127.0.0.1:0").map_err(|error| error as Box<dyn Error>)?);
    println!("{}", json!({ "url": format!("http://{}", server.server_addr()), "home": home }));
    for _ in 0..THREADS {
        let (server, site) = (Arc::clone(&server), Arc::clone(&site));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                // A browser that has gone away needs no answer.
                let _ = site.answer(request);
            }
        });
    }
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

/// The policy of the window, from Tauri's own configuration, with the nonce that Tauri would add.
fn policy(configuration: &str) -> Result<String, Box<dyn Error>> {
    let configuration: Value = serde_json::from_str(configuration)?;
    let policy = configuration["app"]["security"]["csp"].as_str().ok_or("tauri.conf.json has a policy")?;
    Ok(policy.replace("style-src 'self'", &format!("style-src 'self' 'nonce-{NONCE}'")))
}

impl Site {
    fn answer(&self, mut request: Request) -> Result<(), Box<dyn Error>> {
        if *request.method() == Method::Post && request.url() == "/call" {
            let mut body = String::new();
            request.as_reader().read_to_string(&mut body)?;
            let (status, answer) = match self.call(&body) {
                Ok(result) => (200, result),
                Err(error) => (422, json!(error)),
            };
            let response = Response::from_string(answer.to_string()).with_status_code(status);
            return Ok(request.respond(response.with_header(header("Content-Type", "application/json")?))?);
        }
        let asked = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/').to_owned();
        let inside = Path::new(&asked).components().all(|part| matches!(part, Component::Normal(_)));
        let path = if asked.is_empty() { self.ui.join("index.html") } else { self.ui.join(&asked) };
        let Some(bytes) = inside.then(|| fs::read(&path).ok()).flatten() else {
            return Ok(request.respond(Response::from_string("not found").with_status_code(404))?);
        };
        let page = path.extension().is_some_and(|end| end == "html");
        let bytes = if page { String::from_utf8(bytes)?.replace(NONCE_TOKEN, NONCE).into_bytes() } else { bytes };
        let mut response = Response::from_data(bytes).with_header(header("Content-Type", content_type(&path))?);
        if page {
            response.add_header(header("Content-Security-Policy", &self.policy)?);
        }
        Ok(request.respond(response)?)
    }

    #[expect(clippy::disallowed_methods, reason = "the server stands where the shell stands: at the edge")]
    fn call(&self, body: &str) -> Result<Value, liaise_core::Error> {
        let body: Value = serde_json::from_str(body)?;
        let name = body["name"].as_str().unwrap_or_default();
        api::call(&self.session, self.now.unwrap_or_else(Utc::now), name, body["args"].clone())
    }
}

fn header(name: &str, value: &str) -> Result<Header, Box<dyn Error>> {
    Header::from_bytes(name, value).map_err(|()| format!("not a header: {name}").into())
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
