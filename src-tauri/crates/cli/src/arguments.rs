//! The command line, understood once at the edge: what comes out is an order that can be carried out.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
liaise-cli demo --out DIR [--lang xx]...
    Make the sample partnership and all its reports in DIR, in these languages
    (without --lang: the sample partner's language and English).
liaise-cli export --file F --report KIND --lang xx --out P.pdf [--subject ID]
    Export one report; without --subject about the most recent record it can be about.
liaise-cli call [--file F] NAME ['JSON']
    Any command of the core; its result as JSON.
liaise-cli network --out DIR [--partners N]
    Make N sample partners (29 unless told otherwise), their reports, and the coordinator's
    file into which all of them are taken.
liaise-cli sync --file F --server LINE.txt
    Bring F in step with the server whose line, address and key, is in LINE.txt.
liaise-cli reports
    The report kinds, one a line.
liaise-cli commands
    The commands for `call`, one a line.

An encrypted file is unlocked with the first line of --passphrase-file P; such a file is as
secret as the passphrase in it.

A refusal is printed as {\"code\", \"detail\", \"problems\"} with exit code 1.";

/// One thing to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Order {
    Help,
    Commands,
    Reports,
    Demo { out: PathBuf, languages: Vec<String> },
    Network { out: PathBuf, partners: usize },
    Export { file: Opened, report: String, language: String, out: PathBuf, subject: Option<String> },
    Sync { file: Opened, server: PathBuf },
    Call { file: Option<Opened>, name: String, arguments: Option<String> },
}

/// A partnership's file to work on.
#[derive(Debug, PartialEq)]
pub(crate) struct Opened {
    pub(crate) path: PathBuf,
    /// The file whose first line is the passphrase of an encrypted one.
    pub(crate) passphrase: Option<PathBuf>,
}

/// What was typed after the word that names the order.
#[derive(Default)]
struct Given {
    file: Option<PathBuf>,
    passphrase: Option<PathBuf>,
    out: Option<PathBuf>,
    server: Option<PathBuf>,
    report: Option<String>,
    subject: Option<String>,
    languages: Vec<String>,
    partners: Option<usize>,
    words: Vec<String>,
}

/// Understands the command line.
///
/// # Errors
/// A sentence that says what is missing or unknown.
pub(crate) fn parse(mut parser: Parser) -> Result<Order, lexopt::Error> {
    let mut given = Given::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("file") => given.file = Some(parser.value()?.into()),
            Arg::Long("passphrase-file") => given.passphrase = Some(parser.value()?.into()),
            Arg::Long("out") => given.out = Some(parser.value()?.into()),
            Arg::Long("server") => given.server = Some(parser.value()?.into()),
            Arg::Long("report") => given.report = Some(parser.value()?.string()?),
            Arg::Long("subject") => given.subject = Some(parser.value()?.string()?),
            Arg::Long("partners") => given.partners = Some(parser.value()?.parse()?),
            Arg::Long("lang") => given.languages.push(parser.value()?.string()?),
            Arg::Long("help") | Arg::Short('h') => return Ok(Order::Help),
            Arg::Value(word) => given.words.push(word.string()?),
            _ => return Err(argument.unexpected()),
        }
    }
    given.order()
}

impl Given {
    fn order(self) -> Result<Order, lexopt::Error> {
        let passphrase = self.passphrase;
        let file = self.file.map(|path| Opened { path, passphrase });
        let mut words = self.words.into_iter();
        let word = words.next().ok_or("A command is missing.")?;
        let order = match word.as_str() {
            "commands" => Order::Commands,
            "reports" => Order::Reports,
            "demo" => Order::Demo { out: self.out.ok_or("`demo` needs --out DIR.")?, languages: self.languages },
            "network" => Order::Network {
                out: self.out.ok_or("`network` needs --out DIR.")?,
                partners: self.partners.unwrap_or(29),
            },
            "export" => Order::Export {
                file: file.ok_or("`export` needs --file F.")?,
                report: self.report.ok_or("`export` needs --report KIND.")?,
                language: self.languages.into_iter().next_back().ok_or("`export` needs --lang xx.")?,
                out: self.out.ok_or("`export` needs --out P.pdf.")?,
                subject: self.subject,
            },
            "sync" => Order::Sync {
                file: file.ok_or("`sync` needs --file F.")?,
                server: self.server.ok_or("`sync` needs --server LINE.txt.")?,
            },
            "call" => Order::Call {
                file,
                name: words.next().ok_or("`call` needs the name of a command.")?,
                arguments: words.next(),
            },
            _ => return Err(format!("There is no command `{word}`.").into()),
        };
        match words.next() {
            Some(word) => Err(format!("`{word}` is one word too many.").into()),
            None => Ok(order),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &[&str]) -> Result<Order, String> {
        parse(Parser::from_args(line)).map_err(|error| error.to_string())
    }

    #[test]
    fn every_order_is_understood() {
        assert_eq!(check(&["commands"]), Ok(Order::Commands));
        assert_eq!(check(&["reports"]), Ok(Order::Reports));
        assert_eq!(check(&["network", "--out", "d"]), Ok(Order::Network { out: "d".into(), partners: 29 }));
        assert_eq!(
            check(&["sync", "--file", "a.liaise", "--server", "line.txt"]),
            Ok(Order::Sync { file: Opened { path: "a.liaise".into(), passphrase: None }, server: "line.txt".into() })
        );
        assert_eq!(
            check(&["demo", "--out", "d", "--lang", "el", "--lang=fr"]),
            Ok(Order::Demo { out: "d".into(), languages: vec!["el".into(), "fr".into()] })
        );
        assert_eq!(
            check(&["call", "--file", "a.liaise", "list_records", r#"{"entity":"participant"}"#]),
            Ok(Order::Call {
                file: Some(Opened { path: "a.liaise".into(), passphrase: None }),
                name: "list_records".into(),
                arguments: Some(r#"{"entity":"participant"}"#.into()),
            })
        );
        let line = ["export", "--file", "a.liaise", "--report", "pilot_progress", "--lang", "ca", "--out", "p.pdf"];
        assert!(matches!(check(&line), Ok(Order::Export { subject: None, .. })));
    }

    #[test]
    fn a_wrong_line_is_told_apart() {
        for (line, reason) in [
            (vec![], "A command is missing."),
            (vec!["exprot"], "There is no command `exprot`."),
            (vec!["demo"], "`demo` needs --out DIR."),
            (vec!["export", "--file", "a"], "`export` needs --report KIND."),
            (vec!["call"], "`call` needs the name of a command."),
            (vec!["call", "a", "{}", "b"], "`b` is one word too many."),
            (vec!["reports", "--loud"], "invalid option '--loud'"),
        ] {
            assert_eq!(check(&line), Err(reason.to_owned()));
        }
    }
}
