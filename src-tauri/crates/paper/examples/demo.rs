//! Prints the demo documents into a folder: `cargo run -p liaise-paper --example demo -- FOLDER [FONTS]`. With a folder
//! of fonts, the document of many scripts is set with them as fallback.

#![allow(clippy::print_stdout, clippy::disallowed_methods)]

#[path = "../tests/demo.rs"]
mod demo;

use std::time::Instant;

use liaise_paper::{Fonts, html, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("a folder is needed")?);
    std::fs::create_dir_all(&folder)?;
    for language in ["de", "el", "fr"] {
        for (name, make) in demo::ALL {
            let document = make(language);
            let start = Instant::now();
            let rendered = render(&document, &Fonts::bundled(), &mut |_| {})?;
            let taken = start.elapsed();
            println!(
                "{name}-{language}: {} pages, {} bytes, {taken:.1?}, {:?}",
                rendered.pages,
                rendered.bytes.len(),
                rendered.warnings
            );
            for finding in liaise_paper::check::findings(&rendered.bytes) {
                println!("    {finding}");
            }
            std::fs::write(folder.join(format!("{name}-{language}.pdf")), rendered.bytes)?;
            std::fs::write(folder.join(format!("{name}-{language}.html")), html(&document))?;
        }
    }
    let fonts = match std::env::args().nth(2) {
        Some(more) => Fonts::with_folders(&[more.into()])?,
        None => Fonts::bundled(),
    };
    let rendered = render(&demo::stress::stress(60), &fonts, &mut |_| {})?;
    println!("stress: {} pages, {} bytes, {:?}", rendered.pages, rendered.bytes.len(), rendered.warnings);
    for finding in liaise_paper::check::findings(&rendered.bytes) {
        println!("    {finding}");
    }
    std::fs::write(folder.join("stress.pdf"), rendered.bytes)?;
    Ok(())
}
