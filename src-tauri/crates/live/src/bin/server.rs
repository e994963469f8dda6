//! `liaise-server`: sets up and runs the server of one partnership. What there is to know stands in [`USAGE`].

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of the command line answers by printing")]

use std::{path::PathBuf, process::ExitCode};

use lexopt::{Arg, ValueExt as _};
use liaise_live::server::{
    Server, ServerError,
    setup::{Rights, Setup, Way},
};

const USAGE: &str = "\
liaise-server init --data DIR --address HOST:PORT
    Set up a server in DIR and print the line, address and key, for the first computer.
    --listen IP:PORT   listen there instead of on every address with the same port
    --cert F --key F   a certificate of an authority and its private key, PEM files; without
                       them one is made that only the keys of this server name
    --proxy            leave encryption to a proxy; listens on 127.0.0.1:8080
liaise-server run --data DIR
    Run it.
liaise-server add --data DIR --name NAME [--read-only]
    Print the line for another computer.
liaise-server remove --data DIR --name NAME
    Take a key back.
liaise-server keys --data DIR
    The names of the keys, one a line.";

/// The name of the first key.
const FIRST: &str = "first";

#[derive(Default)]
struct Given {
    data: Option<PathBuf>,
    address: Option<String>,
    listen: Option<String>,
    certificate: Option<String>,
    key: Option<String>,
    name: Option<String>,
    proxy: bool,
    read_only: bool,
    words: Vec<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let given = match parse() {
        Ok(given) => given,
        Err(why) => return misunderstood(&why.to_string()),
    };
    let Some(data) = given.data.clone() else { return misunderstood("`--data DIR` is missing.") };
    let done = match given.words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["init"] => match given.address.clone() {
            Some(address) => init(&data, &address, given),
            None => return misunderstood("`init` needs --address HOST:PORT."),
        },
        ["run"] => run(&data).await,
        ["keys"] => keys(&data),
        ["add"] | ["remove"] => match given.name.clone() {
            Some(name) if given.words[0] == "add" => add(&data, &name, given.read_only),
            Some(name) => remove(&data, &name),
            None => return misunderstood("`--name NAME` is missing."),
        },
        _ => return misunderstood("There is no such command."),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn misunderstood(why: &str) -> ExitCode {
    eprintln!("{why}\n\n{USAGE}");
    ExitCode::from(2)
}

fn parse() -> Result<Given, lexopt::Error> {
    let mut given = Given::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("data") => given.data = Some(parser.value()?.into()),
            Arg::Long("address") => given.address = Some(parser.value()?.string()?),
            Arg::Long("listen") => given.listen = Some(parser.value()?.string()?),
            Arg::Long("cert") => given.certificate = Some(parser.value()?.string()?),
            Arg::Long("key") => given.key = Some(parser.value()?.string()?),
            Arg::Long("name") => given.name = Some(parser.value()?.string()?),
            Arg::Long("proxy") => given.proxy = true,
            Arg::Long("read-only") => given.read_only = true,
            Arg::Value(word) => given.words.push(word.string()?),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(given)
}

fn init(data: &std::path::Path, address: &str, given: Given) -> Result<(), ServerError> {
    let way = match (given.certificate, given.key, given.proxy) {
        (None, None, true) => Way::Proxy,
        (None, None, false) => Way::Named,
        (Some(certificate), Some(key), false) => Way::Files(certificate, key),
        _ => return Err(ServerError::Setup("--cert and --key go together, and not with --proxy".into())),
    };
    Setup::make(data, address, given.listen.as_deref(), way)?;
    add(data, FIRST, false)
}

fn add(data: &std::path::Path, name: &str, read_only: bool) -> Result<(), ServerError> {
    let mut setup = Setup::read(data)?;
    let key = setup.add_key(name, if read_only { Rights::Read } else { Rights::Write })?;
    setup.write(data)?;
    println!("{} {key}", setup.address);
    Ok(())
}

fn remove(data: &std::path::Path, name: &str) -> Result<(), ServerError> {
    let mut setup = Setup::read(data)?;
    setup.remove_key(name)?;
    setup.write(data)
}

fn keys(data: &std::path::Path) -> Result<(), ServerError> {
    Setup::read(data)?.keys.iter().for_each(|key| println!("{}", key.name));
    Ok(())
}

async fn run(data: &std::path::Path) -> Result<(), ServerError> {
    let server = Server::start(data).await?;
    println!("listening on {}", server.address);
    server.run().await
}
