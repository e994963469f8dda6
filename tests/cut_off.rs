//! What the program promises when it is cut off, on a few seeds; `cargo run -p liaise-tests --bin crash -- 1000` tries it
//! on many. See `crash/main.rs`.

use std::process::Command;

/// Tries so many cuts of one kind, and as many times more as the gate asks for.
#[expect(clippy::disallowed_methods, reason = "whoever runs the tests is the edge here")]
fn check(kind: &str, few: u32) {
    let times: u32 = std::env::var("LIAISE_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let mut crash = Command::new(env!("CARGO_BIN_EXE_crash"));
    let done = crash.args([kind, &(few * times).to_string()]).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success() && said.contains("broken promises: 0"), "{said}");
}

#[test]
fn a_program_that_is_killed_keeps_what_it_acknowledged() {
    check("kill", 12);
}

#[cfg(target_os = "linux")]
#[test]
fn a_power_cut_leaves_what_was_acknowledged_and_nothing_half_done() {
    check("powercut", 20);
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_refuses_is_named_and_nothing_that_was_acknowledged_is_lost() {
    check("faults", 8);
}
