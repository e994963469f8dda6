//! Benchmark of the guard: `cargo bench -p liaise-core --bench guard`. Prints one line a text of 20,000 characters: the
//! findings in it, and milliseconds (median and best). The aim is under 20 ms.

#![allow(clippy::print_stdout)]

use std::time::Instant;

use liaise_core::{
    guard::find,
    locale::{LANGUAGES, texts},
};

const CHARACTERS: usize = 20_000;
const RUNS: usize = 30;

fn main() {
    for (language, _) in LANGUAGES {
        let sample: Vec<String> =
            texts(language).into_iter().filter(|(key, _)| key.starts_with("sample.")).map(|(_, text)| text).collect();
        measure(&format!("sample texts in {language}"), &sample.join("\n"), Some(language));
    }
    let personal =
        "Mme Anna Peeters, née le 3 mai 2001, 12 rue Haute, 0471 23 45 67, a.peeters@exemple.be, 85.07.30-033.28. ";
    for (name, text) in [
        ("personal data throughout", personal),
        ("figures throughout", "1 302 effets, 118 000 habitants, 2014-2016, 24 % "),
        ("titles without names", "M. A. Dr. κ. Mme "),
        ("digits and spaces", "1 "),
        ("digits alone", "1"),
        ("capitals alone", "Ab "),
        ("beginnings of addresses", "12 rue de la "),
    ] {
        measure(name, text, None);
    }
}

/// Repeats the text to the length, and measures; the patterns are compiled before.
fn measure(name: &str, text: &str, language: Option<&str>) {
    let words: String = text.chars().cycle().take(CHARACTERS).collect();
    let findings = find(&words, None, language).len();
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(find(&words, None, language));
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{name:<26} {findings:>5} findings  median {:>6.2} ms  best {:>6.2} ms", times[RUNS / 2], times[0]);
}
