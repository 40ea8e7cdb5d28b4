//! A ranking of a thousand applications: made from the shipped examples, read from cold, read again.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::{machine, put, vitae};
use crate::repository::{root, target};

/// Applications, the one that cannot be read included.
const APPLICATIONS: usize = 1000;

/// Runs of each command: each reads a thousand files.
const RUNS: usize = 3;

/// What the applications are written as, one after the other.
const EXTENSIONS: [&str; 3] = ["pdf", "docx", "txt"];

/// Where the examples are.
const EXAMPLES: &str = "roles/backend-engineer/examples";
/// What is asked for.
const JOB: &str = "roles/backend-engineer/jobs/backend-senior.yaml";

/// How its section of `docs/benchmarks.md` begins.
pub(super) const HEADING: &str = "## A ranking of 1,000 applications";

/// Names, so that no two applications are the same text.
const FIRST: [&str; 20] = [
    "Ada", "Bela", "Cato", "Dora", "Emil", "Fina", "Gero", "Hana", "Ivo", "Jule", "Kira", "Leon",
    "Mara", "Nils", "Oona", "Piet", "Runa", "Sven", "Tove", "Ulla",
];
const LAST: [&str; 50] = [
    "Ahorn", "Amsel", "Biber", "Birke", "Buche", "Dachs", "Distel", "Dohle", "Drossel", "Elster",
    "Erle", "Esche", "Falk", "Farn", "Fichte", "Forelle", "Fuchs", "Ginster", "Hasel", "Hecht",
    "Iltis", "Kiebitz", "Kiefer", "Klee", "Kranich", "Lerche", "Linde", "Luchs", "Marder", "Meise",
    "Mohn", "Natter", "Nelke", "Otter", "Pappel", "Pirol", "Rabe", "Reiher", "Salbei", "Schilf",
    "Specht", "Sperber", "Storch", "Tanne", "Taube", "Ulme", "Wacholder", "Weide", "Wiesel",
    "Zander",
];

/// Measures only this, and puts it into the place that it has in `docs/benchmarks.md`.
pub(crate) fn run() -> Result<()> {
    super::build()?;
    put(HEADING, &section()?)
}

/// Makes the applications and measures all ways to rank them.
pub(super) fn section() -> Result<String> {
    let folder = target().join("bench/ranking");
    applications(&folder)?;
    let rank = "rank job.yaml many --as-of 2026-11-22 --format json --force -o";
    let cold = |folder: &Path| match fs::remove_dir_all(folder.join("kept")) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    let as_it_is = |_: &Path| Ok(());
    let rows = [
        measure(&folder, &format!("{rank} cold.json --cache kept"), cold)?,
        measure(&folder, &format!("{rank} again.json --cache kept"), as_it_is)?,
        measure(&folder, &format!("{rank} plain.json --no-cache"), as_it_is)?,
        measure(&folder, &format!("{rank} here.json --no-cache --no-sandbox"), as_it_is)?,
        measure(&folder, "rank --verify plain.json", as_it_is)?,
    ];
    let record = |name: &str| fs::read(folder.join(name)).with_context(|| name.to_owned());
    let plain = record("plain.json")?;
    for other in ["cold.json", "again.json", "here.json"] {
        ensure!(record(other)? == plain, "{other} is another ranking than plain.json");
    }
    let said =
        ["what is kept is made", "from what was kept", "nothing kept", "in this process", ""];
    let mut text = format!(
        "Written by `cargo xtask bench ranking`: the shipped examples under {} names as PDF, \
         Word and text by turns,\nand a broken PDF, against `{JOB}`; each command\n{RUNS} times as a \
         new process of the release build, in seconds from start to exit, with the time of\nall \
         processors for the median run, and the most memory one process held (resident, MB). The four\n\
         records are the same, byte for byte.\n\nMeasured on {}.\n\n\
         | command | | min | median | max | processors | memory |\n|---|---|---:|---:|---:|---:|---:|\n",
        APPLICATIONS - 1,
        machine()?
    );
    for (row, said) in rows.iter().zip(said) {
        let _ = writeln!(text, "{}", row.shown(said));
    }
    Ok(text)
}

/// Writes the job and `many`, the folder of applications.
fn applications(folder: &Path) -> Result<()> {
    let (people, many) = (folder.join("people"), folder.join("many"));
    for folder in [&people, &many] {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::copy(root().join(JOB), folder.join("job.yaml")).context(JOB)?;
    let mut examples: Vec<PathBuf> = fs::read_dir(root().join(EXAMPLES))
        .context(EXAMPLES)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    examples.sort();
    let examples: Vec<String> =
        examples.iter().map(fs::read_to_string).collect::<std::io::Result<_>>()?;
    println!("writing {APPLICATIONS} applications to {}", many.display());
    let next = AtomicUsize::new(0);
    let write_some = || -> Result<()> {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at + 1 >= APPLICATIONS {
                return Ok(());
            }
            let name = format!("{} {}", FIRST[at % FIRST.len()], LAST[at / FIRST.len()]);
            let source = format!("people/{at:03}.yaml");
            fs::write(folder.join(&source), renamed(&examples[at % examples.len()], &name)?)?;
            let extension = EXTENSIONS[at % EXTENSIONS.len()];
            let arguments = format!("build {source} -o many/{at:03}.{extension}");
            let built = vitae(folder, &arguments).stderr(Stdio::null()).status()?;
            ensure!(built.success(), "`vitae {arguments}` failed: {built}");
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(write_some)).collect();
        workers.into_iter().try_for_each(|worker| match worker.join() {
            Ok(result) => result,
            Err(_) => anyhow::bail!("a worker panicked"),
        })
    })?;
    let whole = fs::read(many.join("000.pdf"))?;
    fs::write(many.join("broken.pdf"), &whole[..whole.len().min(3000)])?;
    Ok(())
}

/// An example under another name.
fn renamed(example: &str, name: &str) -> Result<String> {
    const KEY: &str = "\n  name: ";
    let at = example.find(KEY).context("an example has a name")? + KEY.len();
    let end = example[at..].find('\n').map_or(example.len(), |end| at + end);
    Ok(format!("{}{name}{}", &example[..at], &example[end..]))
}

/// What the runs of a command took.
struct Row {
    command: String,
    /// Wall-clock and time of all processors, the shortest first.
    times: Vec<(Duration, Option<f64>)>,
    /// In kB.
    memory: Option<u64>,
}

/// Runs a command; `before` each run, which is not measured, something may be put away.
fn measure(
    folder: &Path,
    arguments: &str,
    before: impl Fn(&Path) -> std::io::Result<()>,
) -> Result<Row> {
    let report = folder.join("used.txt");
    let program = target().join("release/vitae");
    let has_time = Path::new("/usr/bin/time").exists();
    let (mut times, mut memory) = (Vec::new(), None);
    for _ in 0..RUNS {
        before(folder).context("what was kept stays")?;
        let mut command = if has_time {
            let mut command = Command::new("/usr/bin/time");
            command.args(["-q", "-f", "%U %S %M", "-o"]).arg(&report).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        command.args(arguments.split(' ')).current_dir(folder);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let status = command.status().context("vitae did not start")?;
        let wall = start.elapsed();
        // 1 says that a file could not be read: the broken one.
        let expected = i32::from(!arguments.contains("--verify"));
        ensure!(status.code() == Some(expected), "`vitae {arguments}` failed: {status}");
        let used =
            if has_time { fs::read_to_string(&report).unwrap_or_default() } else { String::new() };
        let mut numbers = used.split_whitespace().map(str::parse::<f64>);
        let mut number = || numbers.next().and_then(std::result::Result::ok);
        let (user, system, most) = (number(), number(), number());
        times.push((wall, user.zip(system).map(|(user, system)| user + system)));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kilobytes")]
        let most = most.map(|most| most as u64);
        memory = memory.max(most);
    }
    times.sort_by_key(|(wall, _)| *wall);
    Ok(Row { command: arguments.to_owned(), times, memory })
}

impl Row {
    fn shown(&self, said: &str) -> String {
        let at = |index: usize| self.times.get(index).copied().unwrap_or_default();
        let (min, median, max) = (at(0), at(self.times.len() / 2), at(self.times.len() - 1));
        let seconds = |time: Duration| format!("{:.2}", time.as_secs_f64());
        let used = median.1.map_or_else(|| "?".to_owned(), |used| format!("{used:.2}"));
        let memory = self.memory.map_or_else(|| "?".to_owned(), |kb| (kb / 1000).to_string());
        // What is the same in all of them hides what is not.
        let command = self.command.replace(" --as-of 2026-11-22 --format json --force", "");
        format!(
            "| `vitae {command}` | {said} | {} | {} | {} | {used} | {memory} |",
            seconds(min.0),
            seconds(median.0),
            seconds(max.0)
        )
    }
}
