//! How soon the first screen is there, beside an empty window of the same toolkit in the same run. The windows are
//! started in turn on a display without a screen (Xvfb, which keeps its picture in a file); a window is ready at the
//! last change of that picture before it stands still. It compares, it deliberately judges no absolute time.
//!
//! The yardstick is the empty window as Tauri makes it. Beside it stands one that is drawn by the processor, as the
//! product's is, so that one sees what the product's own page costs. Data and settings are those of a first start;
//! caches stay from start to start, since a laptop fills them once: without them the empty window would have to
//! compile the graphics driver's programs each time, which would flatter us.

use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    app, place,
    step::{cargo, run},
    system, verify,
};

/// As large as the window, so that the picture is the window and nothing else.
const SCREEN: &str = "1200x800x24";
/// The longest that the first screen may take, by agreement, as a multiple of the empty window's time.
const LIMIT: f64 = 1.3;
const POLL: Duration = Duration::from_millis(5);
const STILL: Duration = Duration::from_millis(1500);
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds both windows, starts them in turn and prints the medians and their ratio.
///
/// # Errors
/// When something could not be built or started, or the ratio is above the limit.
pub(crate) fn startup(arguments: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("The start is measured on Linux, where a display without a screen can be watched.".to_owned());
    }
    let release = arguments.iter().any(|argument| argument == "--release");
    let runs = arguments.iter().skip_while(|argument| *argument != "--runs").nth(1);
    let runs: usize = runs.map_or(Ok(9), |runs| runs.parse().map_err(|_| format!("`{runs}` is no number of runs")))?;
    system::install(&[system::BUILD, system::TEST].concat())?;
    app::build_ui()?;
    // Without `--release` the gate has compiled most of it already.
    let what: &[&str] = if release { &["--locked", "--release", "--package", "liaise"] } else { verify::ALL };
    run(cargo(&[&["build"], what, &["--bins", "--example", "empty"]].concat()))?;
    let folder = if release { "release" } else { "debug" };
    let (empty, liaise) = (place::built(folder, "examples/empty")?, place::built(folder, "liaise")?);
    let windows: [(&Path, &[&str]); 3] = [(&empty, &[]), (&empty, &["--plain"]), (&liaise, &[])];

    println!("{runs} starts each, in turn, {folder} build; milliseconds until the picture stands still");
    let display = Display::start()?;
    // The first start of each reads its libraries from the disk; it does not count.
    for (window, arguments) in windows {
        display.time(window, arguments)?;
    }
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for round in 1..=runs {
        for ((window, arguments), times) in windows.iter().zip(&mut times) {
            times.push(display.time(window, arguments)?);
        }
        let [empty, plain, liaise] = times.each_ref().map(|times| times[round - 1]);
        println!("{round:>3}  empty {empty:>6.0}  drawn by the processor {plain:>6.0}  liaise {liaise:>6.0}");
    }
    let [empty, plain, liaise] = times.map(median);
    println!("median: empty {empty:.0} ms, liaise {liaise:.0} ms, ratio {:.2} (limit {LIMIT})", liaise / empty);
    println!("an empty window drawn by the processor: {plain:.0} ms, ratio {:.2} (for comparison)", liaise / plain);
    if liaise > empty * LIMIT {
        return Err("The first screen takes longer than agreed.".to_owned());
    }
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// A display without a screen; its picture lies in a file.
struct Display {
    server: Child,
    name: String,
    folder: PathBuf,
}

impl Display {
    fn start() -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("liaise-startup-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let chosen = folder.join("display");
        let file = File::create(&chosen).map_err(|error| error.to_string())?;
        // `-displayfd 1`: the server chooses a free number and writes it to its output.
        let server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", SCREEN, "-fbdir"])
            .arg(&folder)
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb could not be started: {error}"))?;
        let mut display = Self { server, name: String::new(), folder };
        let began = Instant::now();
        while display.name.is_empty() {
            if began.elapsed() > PATIENCE {
                return Err("Xvfb opened no display.".to_owned());
            }
            thread::sleep(POLL);
            let number = fs::read_to_string(&chosen).unwrap_or_default();
            if number.ends_with('\n') {
                display.name = format!(":{}", number.trim());
            }
        }
        Ok(display)
    }

    /// Starts the window with new folders for data and settings, waits for its picture to stand still and ends it again; the
    /// milliseconds from the start to the last change.
    fn time(&self, window: &Path, arguments: &[&str]) -> Result<f64, String> {
        let home = self.folder.join("home");
        for folder in ["data", "config"] {
            let _ = fs::remove_dir_all(home.join(folder));
        }
        let cache = home.join("cache");
        // What does not exist is not used as a cache.
        fs::create_dir_all(&cache).map_err(|error| format!("{}: {error}", cache.display()))?;
        let mut picture = Picture::open(&self.folder.join("Xvfb_screen0"))?;
        let began = Instant::now();
        let mut command = Command::new(window);
        command.args(arguments);
        for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
            command.env(name, home.join(folder));
        }
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut window = command.spawn().map_err(|error| format!("{}: {error}", window.display()))?;
        let last = watch(&mut picture, began);
        let _ = window.kill();
        let _ = window.wait();
        picture.wait_until_empty()?;
        last
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn watch(picture: &mut Picture, began: Instant) -> Result<f64, String> {
    let mut last = None::<Instant>;
    loop {
        if picture.has_changed()? {
            last = Some(Instant::now());
        }
        match last {
            // A window that is still of one colour has not shown its page, however long it stands still.
            Some(last) if last.elapsed() > STILL && !picture.is_blank() => {
                return Ok((last - began).as_secs_f64() * 1000.0);
            }
            _ if began.elapsed() > PATIENCE => return Err("No window came.".to_owned()),
            _ => thread::sleep(POLL),
        }
    }
}

/// Every eighth row of the display's picture, and what it showed when last looked at.
struct Picture {
    file: File,
    start: u64,
    rows: Vec<u8>,
}

impl Picture {
    const ROW: usize = 1200 * 4;
    const ROWS: usize = 800;
    const STEP: usize = 8;

    fn open(path: &Path) -> Result<Self, String> {
        let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let size = file.metadata().map_err(|error| error.to_string())?.len();
        // The pixels are the end of the file; before them are a header and a colour map.
        let start = size.checked_sub((Self::ROW * Self::ROWS) as u64).ok_or("Xvfb's picture is too small")?;
        let mut picture = Self { file, start, rows: Vec::new() };
        picture.has_changed()?;
        Ok(picture)
    }

    /// Did more than a caret change since the last look?
    fn has_changed(&mut self) -> Result<bool, String> {
        let rows = self.read().map_err(|error| error.to_string())?;
        let changed = rows.iter().zip(&self.rows).filter(|(now, before)| now != before).count();
        self.rows = rows;
        Ok(changed > 200)
    }

    /// Is it of one colour?
    fn is_blank(&self) -> bool {
        self.rows.chunks_exact(4).all(|pixel| pixel[..3] == self.rows[..3])
    }

    fn wait_until_empty(&mut self) -> Result<(), String> {
        let began = Instant::now();
        loop {
            self.has_changed()?;
            if self.is_blank() {
                return Ok(());
            }
            if began.elapsed() > PATIENCE {
                return Err("The window did not go away.".to_owned());
            }
            thread::sleep(POLL);
        }
    }

    fn read(&mut self) -> std::io::Result<Vec<u8>> {
        let mut rows = vec![0; Self::ROW * Self::ROWS / Self::STEP];
        for (number, row) in rows.chunks_exact_mut(Self::ROW).enumerate() {
            self.file.seek(SeekFrom::Start(self.start + (number * Self::STEP * Self::ROW) as u64))?;
            self.file.read_exact(row)?;
        }
        Ok(rows)
    }
}
