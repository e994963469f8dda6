//! What a list of commands becomes: the dispatcher, which lets nobody beyond their grant; the list of what there is; and
//! the window's types.

use serde_json::{Map, Value};

use crate::{Result, error::Error};

/// The arguments by name.
pub(super) fn arguments(args: Value) -> Result<Map<String, Value>> {
    match args {
        Value::Object(args) => Ok(args),
        _ => Err(Error::BadArguments("the arguments are an object".into())),
    }
}

/// Refuses what no argument is called.
pub(super) fn nothing_left(args: &Map<String, Value>) -> Result<()> {
    match args.keys().next() {
        None => Ok(()),
        Some(name) => Err(Error::BadArguments(format!("there is no argument {name}"))),
    }
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $access:ident $grant:ident $name:ident($($arg:ident: $ty:ty),* $(,)?) -> $output:ty = $body:expr;)*) => {
        /// Runs the command `name` with its arguments, a JSON object, at the time `now`.
        ///
        /// # Errors
        /// [`Error::UnknownCommand`], [`Error::NotAllowed`], [`Error::BadArguments`], and what the command itself refuses.
        pub fn call(session: &Session, now: DateTime<Utc>, name: &str, args: Value) -> Result<Value> {
            match name {
                $(stringify!($name) => {
                    session.grant().allow(commands!(@grant $grant))?;
                    #[allow(unused_mut, reason = "some commands have no arguments")]
                    let mut args = dispatch::arguments(args)?;
                    $(let $arg: $ty = entity::take(&mut args, stringify!($arg))?;)*
                    dispatch::nothing_left(&args)?;
                    let output: Result<$output> = commands!(@run $access session now $body, $($arg),*);
                    serde_json::to_value(output?).map_err(|error| Error::Storage(error.to_string()))
                })*
                _ => Err(Error::UnknownCommand(name.into())),
            }
        }

        /// The commands: name, access (`desk`, `read`, `write`), the least role, and what each does.
        pub const COMMANDS: &[(&str, &str, Grant, &str)] =
            &[$((stringify!($name), stringify!($access), commands!(@grant $grant), concat!($($doc),+)),)*];

        /// The commands as a TypeScript interface: `{ args, result }` by name.
        fn typescript() -> String {
            use ts_rs::{Config, TS};
            let config = Config::default();
            let mut text = String::from("export interface Commands {\n");
            $(
                text += &format!("  /**{} */\n", concat!($($doc),+));
                let args: Vec<String> =
                    vec![$(typescript::argument(stringify!($arg), &<$ty as TS>::name(&config))),*];
                let args = if args.is_empty() { "Record<string, never>".into() } else { format!("{{ {} }}", args.join("; ")) };
                text += &format!("  {}: {{ args: {args}; result: {} }};\n", stringify!($name), <$output as TS>::name(&config));
            )*
            text + "}\n"
        }
    };
    (@grant anyone) => { Grant::Anyone };
    (@grant screen) => { Grant::Screen };
    (@grant reader) => { Grant::Reader };
    (@grant contributor) => { Grant::Contributor };
    (@grant coordinator) => { Grant::Coordinator };
    (@run desk $session:ident $now:ident $body:expr, $($arg:ident),*) => { $body($session, $now, $($arg),*) };
    (@run read $session:ident $now:ident $body:expr, $($arg:ident),*) => { $session.read(|data| $body(data, $($arg),*)) };
    (@run write $session:ident $now:ident $body:expr, $($arg:ident),*) => {
        $session.write($now, |data| $body(data, $($arg),*))
    };
}
