//! The built window under WebKit's own driver, with a home folder of its own. On Linux no other driver is needed.
//!
//! Never set `WEBKIT_DISABLE_DMABUF_RENDERER` or `WEBKIT_DISABLE_COMPOSITING_MODE` here: with either the driver's
//! screenshot command never answers.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, Locator, elements::Element};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};

use crate::desktop;

/// How long a screen may take to show what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Keys as WebDriver names them.
pub(crate) const ALT: char = '\u{E00A}';
pub(crate) const ESCAPE: char = '\u{E00C}';
pub(crate) const F9: char = '\u{E039}';
pub(crate) const PAGE_DOWN: char = '\u{E00F}';
pub(crate) const RIGHT: char = '\u{E014}';

/// One window at a time: they all have the same title, and the display has one keyboard focus.
static ALONE: Mutex<()> = Mutex::const_new(());

/// A window that is open.
pub(crate) struct Window {
    pub(crate) page: Client,
    pub(crate) home: TempDir,
    driver: Child,
    _alone: MutexGuard<'static, ()>,
}

impl Window {
    /// Starts the driver and, through it, the window; `arguments` are the window's.
    pub(crate) async fn open(arguments: &[&str]) -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), arguments).await
    }

    /// The same with a home folder that an earlier window has left.
    pub(crate) async fn open_in(home: TempDir, arguments: &[&str]) -> Self {
        Self::open_with(home, arguments, &[]).await
    }

    /// The same with more in the window's environment.
    pub(crate) async fn open_with(home: TempDir, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let alone = ALONE.lock().await;
        clear_display().await;
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true").stdin(Stdio::null());
        // The window inherits these: everything it writes lies below the home.
        for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
            let folder = home.path().join(folder);
            fs::create_dir_all(&folder).unwrap();
            command.env(name, folder);
        }
        let documents = home.path().join("documents");
        fs::create_dir_all(&documents).unwrap();
        let folders = format!("XDG_DOCUMENTS_DIR=\"{}\"\n", documents.display());
        fs::write(home.path().join("config/user-dirs.dirs"), folders).unwrap();
        command.env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LANGUAGE");
        command.envs(environment.iter().copied());

        let driver = command.spawn().expect("WebKitWebDriver is installed (package webkit2gtk-driver)");
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                break;
            }
            tick.tick().await;
        }
        // No `browserName`: the driver would look for a browser of that name.
        let options = json!({ "webkitgtk:browserOptions": { "binary": program(), "args": arguments } });
        let page = ClientBuilder::new(HttpConnector::new())
            .capabilities(serde_json::from_value(options).unwrap())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("the window opens");
        Self { page, home, driver, _alone: alone }
    }

    /// Waits for the element.
    pub(crate) async fn find(&self, selector: &str) -> Element {
        let found = self.page.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// Clicks the element as soon as it can be clicked.
    pub(crate) async fn click(&self, selector: &str) {
        self.click_on(Locator::Css(selector)).await;
    }

    /// Clicks the button, link or tab with these words.
    pub(crate) async fn press(&self, words: &str) {
        let kinds = "self::button or self::a or @role='tab'";
        self.click_on(Locator::XPath(&format!("//*[({kinds}) and normalize-space()='{words}']"))).await;
    }

    /// A list that is still opening refuses a click; so does an element that is drawn anew in this moment.
    async fn click_on(&self, target: Locator<'_>) {
        let mut tick = tokio::time::interval(Duration::from_millis(50));
        let mut refusal = None;
        for _ in 0..400 {
            tick.tick().await;
            match self.page.find(target).await {
                Ok(element) => match element.click().await {
                    Ok(()) => return,
                    Err(error) => refusal = Some(error),
                },
                Err(error) => refusal = Some(error),
            }
        }
        panic!("{target:?} cannot be clicked: {refusal:?}");
    }

    /// Types into the field of this name.
    pub(crate) async fn write(&self, field: &str, words: &str) {
        let selector = format!("[data-field='{field}'] input, [data-field='{field}'] textarea");
        self.click(&selector).await;
        let element = self.find(&selector).await;
        element.send_keys(words).await.unwrap_or_else(|error| panic!("{field}: {error}"));
    }

    /// Types a day into the field of this name: `parts` in the language's order.
    pub(crate) async fn date(&self, field: &str, parts: [&str; 3]) {
        let selector = format!("[data-field='{field}'] [role='spinbutton']");
        self.find(&selector).await;
        let segments = self.page.find_all(Locator::Css(&selector)).await.unwrap();
        for (segment, part) in segments.iter().zip(parts) {
            segment.click().await.unwrap();
            segment.send_keys(part).await.unwrap_or_else(|error| panic!("{field}: {error}"));
        }
    }

    /// Chooses the words from the list of the field of this name.
    pub(crate) async fn choose(&self, field: &str, words: &str) {
        self.click(&format!("[data-field='{field}'] button")).await;
        // The button itself may say the same words already.
        self.click_on(Locator::XPath(&format!("//*[@role='option' and normalize-space()='{words}']"))).await;
    }

    /// Presses the main button of the dialog and waits for the dialog to go.
    pub(crate) async fn finish_dialog(&self) {
        self.click("[role='dialog'] footer [data-kind='primary']").await;
        self.until("return document.querySelector('[role=dialog]') === null").await;
    }

    /// Presses keys together, wherever the focus is.
    pub(crate) async fn keys(&self, keys: &[char]) {
        let keys: String = keys.iter().collect();
        self.page.active_element().await.unwrap().send_keys(&keys).await.unwrap();
    }

    /// Everything that the page holds: its title, its nodes with their attributes, and what is in its fields.
    pub(crate) async fn shown(&self) -> String {
        let script = "const values = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
            return [document.title, document.documentElement.outerHTML, ...values].join(' ');";
        self.page.execute(script, vec![]).await.unwrap().as_str().unwrap().to_owned()
    }

    /// The text of a key in English.
    pub(crate) async fn text(&self, key: &str) -> String {
        let texts = self.call("texts", json!({ "language": "en" })).await.unwrap();
        texts[key].as_str().unwrap_or_else(|| panic!("there is no text {key}")).to_owned()
    }

    /// A command of the core, as the page would call it; the error's JSON if it is refused.
    pub(crate) async fn call(&self, name: &str, args: Value) -> Result<Value, Value> {
        let script = "const [name, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', { name, args })
                .then((value) => done({ value }), (error) => done({ error }));";
        let answer = self.page.execute_async(script, vec![json!(name), args]).await.unwrap();
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// What a command beside `call` answers: the shell must refuse it.
    pub(crate) async fn invoke(&self, command: &str) -> String {
        let script = "const [command, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, {}).then(() => done('allowed'), (error) => done(String(error)));";
        self.page.execute_async(script, vec![json!(command)]).await.unwrap().as_str().unwrap().to_owned()
    }

    /// The accessibility rules that the page breaks, found by axe in this very webview.
    pub(crate) async fn violations(&self) -> Vec<String> {
        let axe = root().join("tests/ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(axe).expect("the packages of tests/ui are installed");
        self.page.execute(&axe, vec![]).await.unwrap();
        let script = "const done = arguments[0];
            axe.run(document).then((result) => done(result.violations.map((v) => v.id + ': ' + v.nodes[0].html)),
                (error) => done([String(error)]));";
        let found = self.page.execute_async(script, vec![]).await.unwrap();
        serde_json::from_value(found).unwrap()
    }

    /// Waits until the script returns true.
    pub(crate) async fn until(&self, script: &str) {
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        for _ in 0..1000 {
            if self.page.execute(script, vec![]).await.unwrap() == Value::Bool(true) {
                return;
            }
            tick.tick().await;
        }
        panic!("never true: {script}");
    }

    /// Asks the window to close, as the button in its title bar does.
    pub(crate) fn ask_to_close(&self) {
        desktop::ask_to_close("Liaise").expect("the window is on the display");
    }

    /// Waits until the window is gone.
    pub(crate) async fn gone(&self) {
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        for _ in 0..1000 {
            if !desktop::is_open("Liaise").expect("there is a display") {
                return;
            }
            tick.tick().await;
        }
        panic!("the window is still open");
    }

    /// Lets the program not run for so long, as on a computer that sleeps.
    pub(crate) async fn sleep(&self, long: Duration) {
        let signal = |name: &str| {
            let parent = self.driver.id().to_string();
            let sent =
                Command::new("pkill").args([name, "--parent", &parent]).status().expect("pkill (package procps)");
            assert!(sent.success(), "the window is a child of its driver");
        };
        signal("-STOP");
        let mut tick = tokio::time::interval(long);
        tick.tick().await;
        tick.tick().await;
        signal("-CONT");
    }

    /// Ends the window and gives its home back.
    pub(crate) async fn close(mut self) -> TempDir {
        // A window that has closed itself has no session any more.
        let _ = self.page.clone().close().await;
        self.end();
        std::mem::replace(&mut self.home, tempfile::tempdir().unwrap())
    }

    fn end(&mut self) {
        // SIGTERM: a driver that is killed leaves its window behind.
        let _ = Command::new("kill").arg(self.driver.id().to_string()).status();
        let _ = self.driver.wait();
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if matches!(self.driver.try_wait(), Ok(None)) {
            self.end();
        }
    }
}

/// Asks what an earlier test may have left to close, until nothing is left.
async fn clear_display() {
    let mut tick = tokio::time::interval(Duration::from_millis(50));
    for _ in 0..400 {
        if !desktop::is_open("Liaise").expect("there is a display") {
            return;
        }
        // It may be gone before it is asked.
        let _ = desktop::ask_to_close("Liaise");
        tick.tick().await;
    }
    panic!("a window of an earlier test does not close");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The window's program, which `cargo build -p liaise` puts beside this test's own folder.
fn program() -> PathBuf {
    let program = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("liaise");
    assert!(program.exists(), "first `cargo build -p liaise`");
    program
}
