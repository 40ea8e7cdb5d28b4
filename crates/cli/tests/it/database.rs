//! The database of the web app: copying it, taking everything out, and putting it in again.

use std::fs;

use store::{Draft, Format, Kind, NewDocument, Store};

use crate::support::Cli;

/// A folder whose `work.db` holds a resume with two revisions.
fn with_database() -> Cli {
    let cli = Cli::new();
    let address = format!("sqlite:{}", cli.path("work.db").display());
    let draft = |source: &str| Draft {
        source: source.to_owned(),
        format: Format::Yaml,
        note: String::new(),
    };
    store::block_on(async {
        let store = Store::open(&address).await?;
        let me = store.local_user(0).await?.id;
        let new = NewDocument {
            kind: Kind::Resume,
            title: "Main".to_owned(),
            company: String::new(),
            draft: draft("basics: {}\n"),
        };
        let resume = store.create_document(me, new, 1).await?.id;
        store.save_revision(me, resume, 1, draft("work: []\n"), 2).await?;
        store.close().await;
        Ok(())
    })
    .expect("a store");
    cli
}

#[test]
fn a_copy_is_a_database() {
    let cli = with_database();
    let run = cli.run("backup copy.db --data work.db");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), "wrote copy.db\n"), "{run}");
    let again = cli.run("backup copy.db --data work.db");
    assert_eq!(again.code, Some(2), "{again}");
    assert_eq!(cli.run("backup copy.db --data work.db --force").code, Some(0));
    let (of_copy, of_work) =
        (cli.run("export - --data copy.db"), cli.run("export - --data work.db"));
    assert_eq!(of_copy.stdout, of_work.stdout);
    assert!(of_copy.stdout.contains("work: []"), "{of_copy}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(cli.path("copy.db")).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn everything_leaves_and_comes_back() {
    let cli = with_database();
    let run = cli.run("export all.jsonl --data work.db");
    assert_eq!(run.code, Some(0), "{run}");
    let run = cli.run("import all.jsonl --data new.db");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.starts_with("imported "), "{run}");
    assert_eq!(cli.run("export again.jsonl --data new.db").code, Some(0));
    let read = |name: &str| fs::read_to_string(cli.path(name)).expect("a file");
    assert_eq!(read("all.jsonl"), read("again.jsonl"));

    let again = cli.run("import all.jsonl --data new.db");
    assert_eq!(again.code, Some(2), "{again}");
    fs::write(cli.path("broken.jsonl"), read("all.jsonl").replacen("work: []", "work: [1]", 1))
        .expect("the folder can be written");
    let broken = cli.run("import broken.jsonl --data other.db");
    assert_eq!(broken.code, Some(2), "{broken}");
}

#[test]
fn what_is_not_there_is_said() {
    let cli = Cli::new().file("notes.txt", "not a database, and long enough to be looked at");
    for (arguments, expected) in [
        ("backup copy.db --data none.db", "there is no database `none.db`"),
        ("export all.jsonl --data none.db", "there is no database `none.db`"),
        ("export all.jsonl --data notes.txt", "is not a database"),
        ("import none.jsonl --data new.db", "`none.jsonl` cannot be read"),
    ] {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{run}");
        assert!(run.stderr.contains(expected), "{run}");
    }
}
