//! Benchmark of the printer: `cargo bench -p liaise-paper`. Prints one line a case: pages, bytes, milliseconds (median
//! and best), and for the large documents the peak of memory, each measured in a process of its own.
//!
//! `-- --report LANGUAGE RUNS` prints only the medians as JSON, for `compare.py`.

#![allow(clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/demo.rs"]
#[allow(dead_code)]
mod demo;

use std::process::Command;
use std::time::Instant;

use demo::stress;
use liaise_paper::document::{Block, Document};
use liaise_paper::{Fonts, render};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--report", language, runs] => {
            let (pages, bytes, median, best) = measure(&demo::report(language), runs.parse().unwrap_or(20));
            let cpu = cpu_milliseconds();
            println!(
                "{{\"pages\":{pages},\"bytes\":{bytes},\"median\":{median:.3},\"best\":{best:.3},\"cpu\":{cpu:.3}}}"
            );
        }
        ["--large", rows] => {
            let document = stress::stress(rows.parse().unwrap_or(5000));
            let (pages, bytes, median, _) = measure(&document, 1);
            println!(
                "{pages:>5} pages {bytes:>9} bytes {median:>9.1} ms  {:>6.1} ms a page  peak {} MiB",
                median / pages as f64,
                peak()
            );
        }
        _ => all(),
    }
}

fn all() {
    for language in ["de", "el", "fr"] {
        let (pages, bytes, median, best) = measure(&demo::report(language), 40);
        println!("report in {language}: {pages} pages {bytes} bytes, median {median:.1} ms, best {best:.1} ms");
    }
    let (pages, bytes, median, best) = measure(&shorter("de"), 40);
    println!("ten pages in de: {pages} pages {bytes} bytes, median {median:.1} ms, best {best:.1} ms");
    let own = std::env::current_exe().expect("a running program has a path");
    for rows in ["60", "1000", "5300", "30800"] {
        let output = Command::new(&own).args(["--large", rows]).output().expect("the same program starts again");
        print!("{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// The report without its last charts: ten pages.
fn shorter(language: &str) -> Document {
    let mut document = demo::report(language);
    while !matches!(document.blocks.pop(), None | Some(Block::Figure(_))) {}
    document.blocks.truncate(document.blocks.len().saturating_sub(5));
    document
}

/// Pages, bytes, median and best time in milliseconds. Faces are loaded, nothing else is kept from run to run.
fn measure(document: &Document, runs: usize) -> (usize, usize, f64, f64) {
    let fonts = Fonts::bundled();
    let mut times = Vec::with_capacity(runs);
    let mut made = (0, 0);
    for _ in 0..runs.max(1) {
        let start = Instant::now();
        let rendered = render(document, &fonts, &mut |_| {}).expect("the document is complete");
        times.push(start.elapsed().as_secs_f64() * 1e3);
        made = (rendered.pages, rendered.bytes.len());
    }
    times.sort_by(f64::total_cmp);
    (made.0, made.1, times[times.len() / 2], times[0])
}

/// Peak of resident memory, in MiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|value| value.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Processor time of this process so far, in milliseconds; 0 where the system does not tell.
fn cpu_milliseconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> =
        stat.rsplit(')').next().unwrap_or("").split_whitespace().filter_map(|field| field.parse().ok()).collect();
    fields.get(10).copied().unwrap_or(0.0) * 10.0 + fields.get(11).copied().unwrap_or(0.0) * 10.0
}
