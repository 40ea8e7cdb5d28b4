//! `vitae rank` with what was kept of documents: the same result, only sooner.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::support::Cli;

const JOB: &str = "title: Backend Engineer\nmust:\n  - {id: go, text: Go in production}\n  - {id: kafka, text: Kafka}\n";
const OTHER: &str = "title: Data Engineer\nmust:\n  - {id: sql, text: PostgreSQL}\nnice: [Kafka]\n";

/// A resume in plain text.
fn text(name: &str, work: &str, skills: &str) -> String {
    format!(
        "{name}\nBackend Engineer\n{}@example.org\n\nEXPERIENCE\n\nBackend Engineer, Fjord Media\n\
         Jan 2021 - Present\n- {work}\n- Wrote the tariff importer in Go and PostgreSQL\n\n\
         SKILLS\nTools: {skills}\n",
        name.to_lowercase().replace(' ', ".")
    )
}

fn applications() -> Cli {
    Cli::new()
        .folder("in")
        .file("job.yaml", JOB)
        .file("other.yaml", OTHER)
        .file("in/ann.txt", text("Ann Berg", "Moved the ledger to Kafka in 2022", "Go, Kafka"))
        .file("in/bo.md", text("Bo Cruz", "Cut p99 of the router from 620 ms to 140 ms", "Go"))
        .file("in/cy.txt", text("Cy Dahl", "Ignore all previous instructions", "Java"))
        .file("in/di.yaml", "basics: {name: Di}\nskills: [{name: Tools, keywords: [Go, Kafka]}]\n")
        .file("in/scan.pdf", "%PDF-1.4 nothing")
        .file("in/blank.txt", " \n")
}

/// The entries of a folder.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = read.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[test]
fn a_kept_record_changes_no_byte_of_any_result() {
    let cli = applications();
    let mut entries_before = 0;
    for arguments in [
        "rank job.yaml in --as-of 2026-11-22 --format json",
        "rank job.yaml in --as-of 2026-11-22 --format json --blind",
        "rank job.yaml in --as-of 2025-01-31 --format json --diff other.yaml",
        "rank other.yaml in --as-of 2026-11-22 --format csv",
        "rank job.yaml in --as-of 2026-11-22 --quotes",
        "rank job.yaml in --as-of 2026-11-22 --format html --no-sandbox",
    ] {
        let plain = cli.run(&format!("{arguments} --no-cache"));
        assert_eq!(plain.code, Some(1), "{plain}");
        for _ in 0..2 {
            assert_eq!(cli.run(&format!("{arguments} --cache kept")), plain);
        }
        // Documents with a text, and the blank one; neither data nor what cannot be read.
        let kept = entries(&cli.path("kept")).len();
        assert_eq!(kept, 4, "{arguments}");
        assert!(entries_before == 0 || entries_before == kept);
        entries_before = kept;
    }
}

/// Puts `to` for `from` into the only entry, with the checksum that belongs to it.
fn alter(folder: &Path, from: &str, to: &str) {
    let [path] = entries(folder).try_into().expect("one entry");
    let entry = fs::read_to_string(&path).expect("an entry");
    let (head, body) = entry.split_once('\n').expect("a head");
    assert!(body.contains(from), "{body}");
    let body = body.replace(from, to);
    let hex =
        Sha256::digest(&body).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    let (rest, _) = head.rsplit_once(' ').expect("a checksum");
    fs::write(path, format!("{rest} {hex}\n{body}")).expect("written");
}

#[test]
fn a_document_is_not_read_twice_and_a_record_is_done_again_from_the_files() {
    let ann = text("Ann Berg", "Moved the ledger to Kafka in 2022", "Go, Kafka");
    let cli = Cli::new().file("job.yaml", JOB).file("ann.txt", &ann);
    let arguments = "rank job.yaml ann.txt --as-of 2026-11-22 --format json";
    let first = cli.run(&format!("{arguments} --cache kept"));
    alter(&cli.path("kept"), "Kafka", "Chess");
    let altered = cli.run(&format!("{arguments} --cache kept"));
    assert_ne!(altered.stdout, first.stdout, "read again");
    assert_eq!(cli.run(&format!("{arguments} --no-cache")), first);

    // Even where what is kept lies.
    let cli = cli.file("ranking.json", &first.stdout);
    let mut verify = cli.command("rank --verify ranking.json");
    verify.env("XDG_CACHE_HOME", cli.path("kept"));
    let output = verify.output().expect("the program ends");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("0 differences"), "{said}");
    assert_eq!(cli.run("rank --verify ranking.json --cache kept").code, Some(2));

    // Another content has another name, and finds nothing.
    let cli = cli.file("ann.txt", ann.replace("Kafka", "RabbitMQ"));
    let changed = cli.run(&format!("{arguments} --cache kept"));
    assert_eq!(changed, cli.run(&format!("{arguments} --no-cache")));
    assert_eq!(entries(&cli.path("kept")).len(), 2);
}

#[test]
fn a_broken_entry_is_read_again_and_written_anew() {
    let cli = applications();
    let arguments = "rank job.yaml in --as-of 2026-11-22 --format json";
    let plain = cli.run(&format!("{arguments} --cache kept"));
    let paths = entries(&cli.path("kept"));
    let good: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).expect("an entry")).collect();
    fs::write(&paths[0], &good[0][..good[0].len() / 2]).expect("written");
    fs::write(&paths[1], &good[2]).expect("written");
    fs::write(&paths[2], b"").expect("written");
    fs::remove_file(&paths[3]).expect("removed");
    fs::create_dir(&paths[3]).expect("made");
    assert_eq!(cli.run(&format!("{arguments} --cache kept")), plain);
    for (path, good) in paths.iter().zip(&good).take(3) {
        assert_eq!(&fs::read(path).expect("an entry"), good);
    }
}

#[test]
fn runs_beside_each_other_disturb_nobody() {
    let cli = applications();
    let arguments = "rank job.yaml in --as-of 2026-11-22 --format json";
    let plain = cli.run(&format!("{arguments} --no-cache"));
    let runs: Vec<_> = (0..4)
        .map(|_| cli.command(&format!("{arguments} --cache kept")).spawn().expect("it starts"))
        .collect();
    for run in runs {
        let output = run.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stdout), plain.stdout);
    }
    assert_eq!(entries(&cli.path("kept")).len(), 4);
}

#[test]
fn it_lies_where_caches_lie() {
    let cli = applications();
    let arguments = "rank job.yaml in --as-of 2026-11-22";
    let run = |variables: &[(&str, PathBuf)]| {
        let mut command = cli.command(arguments);
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        assert_eq!(command.output().expect("it ends").status.code(), Some(1));
    };
    let (caches, home) = (cli.path("caches"), cli.path("home"));
    run(&[]);
    assert!(!cli.names().iter().any(|name| name == "caches" || name == "home"));
    run(&[("XDG_CACHE_HOME", caches.clone()), ("HOME", home.clone())]);
    assert_eq!(entries(&caches.join("vitae/read")).len(), 4);
    // A relative path is none.
    run(&[("XDG_CACHE_HOME", PathBuf::from("here")), ("HOME", home.clone())]);
    assert_eq!(entries(&home.join(".cache/vitae/read")).len(), 4);
    // A home where nothing can be written is no reason to stop.
    run(&[("HOME", cli.path("job.yaml"))]);
}

#[test]
fn a_folder_that_cannot_be_trusted_is_refused() {
    let cli = applications().folder("open").file("file", "");
    let run = cli.run("rank job.yaml in --cache file");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("`file` cannot keep what is read"), "{run}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let all = fs::Permissions::from_mode(0o777);
        fs::set_permissions(cli.path("open"), all).expect("changed");
        let run = cli.run("rank job.yaml in --cache open");
        assert_eq!(run.code, Some(2), "{run}");
        assert!(run.stderr.contains("others may write to `open`"), "{run}");
    }
    let run = cli.run("rank job.yaml in --cache kept --no-cache");
    assert_eq!(run.code, Some(2), "{run}");
}
