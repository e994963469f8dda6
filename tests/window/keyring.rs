//! A session bus of its own with the keyring of GNOME on it, unlocked: the Secret Service as officers on Linux have it.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;

const DAEMON: &str = "/usr/bin/gnome-keyring-daemon";

/// See the module. Both programs and what they wrote go with it.
pub(crate) struct Keyring {
    /// The address of the bus.
    pub(crate) bus: String,
    programs: [Child; 2],
    _home: TempDir,
}

impl Keyring {
    /// Starts both and waits until the keyring can be asked.
    pub(crate) async fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is installed (package dbus)");
        let mut address = String::new();
        BufReader::new(bus.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        // A copy: marked to have the right to lock memory, the program itself does not start where nobody has it.
        let program = home.path().join("keyring");
        std::fs::copy(DAEMON, &program).expect("gnome-keyring-daemon is installed (package gnome-keyring)");
        let mut daemon = Command::new(program)
            .args(["--foreground", "--components=secrets", "--unlock"])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .env("XDG_DATA_HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // What it reads here until the end unlocks the keyring of whoever logs in.
        daemon.stdin.take().unwrap().write_all(b"the password of the login").unwrap();
        let keyring = Self { bus: address, programs: [daemon, bus], _home: home };
        let mut tick = tokio::time::interval(Duration::from_millis(50));
        for _ in 0..400 {
            let asked = ["--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner"];
            if keyring.ask(&asked, "string:org.freedesktop.secrets").contains("boolean true") {
                return keyring;
            }
            tick.tick().await;
        }
        panic!("the keyring does not come");
    }

    /// How many secrets of ours it has.
    pub(crate) fn secrets(&self) -> usize {
        let asked = [
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.SearchItems",
        ];
        self.ask(&asked, "dict:string:string:service,Liaise").matches("object path").count()
    }

    /// Lets the keyring answer nobody until `wake`.
    pub(crate) fn freeze(&self) {
        self.signal("-STOP");
    }

    /// Lets it answer again.
    pub(crate) fn wake(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, signal: &str) {
        assert!(Command::new("kill").args([signal, &self.programs[0].id().to_string()]).status().unwrap().success());
    }

    fn ask(&self, method: &[&str], argument: &str) -> String {
        let mut command = Command::new("dbus-send");
        command.args(["--session", "--print-reply"]).args(method).arg(argument);
        let output = command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        for program in &mut self.programs {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}
