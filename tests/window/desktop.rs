//! What a window manager would do, since a display without a screen has none: find a window by its title and ask it to
//! close. The driver knows only the page, not the window around it.

use std::error::Error;

use x11rb::{
    connection::Connection as _,
    protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, MapState, Window},
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

/// Sends the window of this title the request that the close button of a title bar sends.
pub(crate) fn ask_to_close(title: &str) -> Result<(), Box<dyn Error>> {
    let (display, screen) = x11rb::connect(None)?;
    let root = display.setup().roots[screen].root;
    let window = find(&display, root, title)?.ok_or("no such window")?;
    let atom =
        |name: &str| -> Result<u32, Box<dyn Error>> { Ok(display.intern_atom(false, name.as_bytes())?.reply()?.atom) };
    let data = [atom("WM_DELETE_WINDOW")?, x11rb::CURRENT_TIME, 0, 0, 0];
    let message = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS")?, data);
    display.send_event(false, window, EventMask::NO_EVENT, message)?;
    Ok(display.sync()?)
}

/// Is a window of this title on the display?
pub(crate) fn is_open(title: &str) -> Result<bool, Box<dyn Error>> {
    let (display, screen) = x11rb::connect(None)?;
    let root = display.setup().roots[screen].root;
    Ok(find(&display, root, title)?.is_some())
}

fn find(display: &RustConnection, root: Window, title: &str) -> Result<Option<Window>, Box<dyn Error>> {
    for window in display.query_tree(root)?.reply()?.children {
        // A window may go away while it is looked at.
        let Ok(attributes) = display.get_window_attributes(window)?.reply() else {
            continue;
        };
        let Ok(name) = display.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64)?.reply() else {
            continue;
        };
        if attributes.map_state == MapState::VIEWABLE && name.value == title.as_bytes() {
            return Ok(Some(window));
        }
    }
    Ok(None)
}
