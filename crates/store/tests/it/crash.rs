//! A process that is killed while it writes loses nothing that it said was saved.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the test starts itself again as the program that is killed"
)]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use store::{DocumentId, Store};

use crate::databases::{Database, NOW, draft, file, person, resume};

/// The address that the child writes to.
const ADDRESS: &str = "VITAE_TEST_CRASH";
/// Documents written to at once, so that requests share transactions.
const WRITERS: usize = 8;
/// How often the child is killed.
const KILLS: u32 = 50;

fn text(document: DocumentId, number: i64) -> String {
    format!("revision {number} of {document}\n").repeat(40)
}

/// No test by itself: the program that [`nothing_acknowledged_is_lost`] kills.
#[tokio::test]
#[ignore = "writes until it is killed; started by the test below"]
async fn child() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    let store = Store::open(&address).await.expect("opens after a crash");
    let ada = store.user_by_handle("ada").await.expect("is there").id;
    let page = store
        .documents(ada, store::Kind::Resume, store::Shelf::Current, None, WRITERS)
        .await
        .expect("lists");
    let writing = page.items.into_iter().map(|document| {
        let store = store.clone();
        tokio::spawn(async move {
            for head in document.head.. {
                let draft = draft(&text(document.id, head + 1));
                store.save_revision(ada, document.id, head, draft, NOW).await.expect("saves");
                let mut out = std::io::stdout().lock();
                writeln!(out, "saved {} {}", document.id, head + 1).expect("the parent listens");
                out.flush().expect("the parent listens");
            }
        })
    });
    for one in writing.collect::<Vec<_>>() {
        one.await.expect("writes until it is killed");
    }
}

fn start(database: &Database) -> Child {
    Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "crash::child", "--ignored", "--nocapture"])
        .env(ADDRESS, &database.address)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts itself")
}

/// What a line acknowledges; other lines are the test harness's. Its own text may stand in front.
fn acknowledged(line: &str) -> Option<(DocumentId, i64)> {
    let (_, saved) = line.split_once("saved ")?;
    let (document, number) = saved.split_once(' ')?;
    Some((document.parse().ok()?, number.parse().ok()?))
}

#[tokio::test]
async fn nothing_acknowledged_is_lost() {
    let database = file();
    let store = database.open().await;
    let ada = person(&store, "ada").await;
    for _ in 0..WRITERS {
        resume(&store, ada, "first", NOW).await;
    }
    store.close().await;

    let mut random = 0x9e37_79b9_u32;
    let mut all = 0;
    for _ in 0..KILLS {
        // Numerical Recipes' generator: the same moments in every run.
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let wanted = 1 + (random >> 16) % 60;
        let mut child = start(&database);
        let mut lines = BufReader::new(child.stdout.take().expect("is piped")).lines();
        let mut saved = Vec::new();
        while saved.len() < wanted as usize {
            let line = lines.next().expect("the child writes until it is killed").expect("is text");
            saved.extend(acknowledged(&line));
        }
        child.kill().expect("is killed");
        // What was printed before the kill was acknowledged as well; the last line may be cut off.
        saved.extend(lines.map_while(Result::ok).filter_map(|line| acknowledged(&line)));
        child.wait().expect("has ended");

        let store = database.open().await;
        for (document, number) in &saved {
            let revision = store.revision(ada, *document, *number).await.expect("was acknowledged");
            assert_eq!(revision.source, text(*document, *number));
        }
        assert_eq!(store.check().await, Ok(vec![]));
        all += saved.len();
        store.close().await;
    }
    println!("{all} acknowledged revisions, {KILLS} kills");
}
