//! How long saving a revision takes: at a steady rate, and as fast as it goes.
//!
//! `cargo bench -p store` measures SQLite in a file, with every write on the disk, and PostgreSQL
//! when `VITAE_TEST_POSTGRES` has the address of an empty database. The revisions are a page of
//! YAML (4 KB). Latency counts from the moment a request was due, so that waiting is not hidden.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and the environment, and prints"
)]

use std::time::{Duration, Instant};

use store::{DocumentId, Draft, Format, Kind, NewDocument, Store, UserId};

/// Saves a second at the steady rate.
const RATE: u32 = 200;
/// Seconds of each measurement.
const SECONDS: u32 = 10;
/// Documents that are written to.
const DOCUMENTS: usize = 64;

fn draft(number: i64) -> Draft {
    let source = format!("basics:\n  name: Ada Quill\n  label: revision {number}\n").repeat(80);
    Draft { source, format: Format::Yaml, note: String::new() }
}

async fn documents(store: &Store, user: UserId) -> Vec<DocumentId> {
    let mut made = Vec::new();
    for number in 0..DOCUMENTS {
        let (title, company) = (number.to_string(), String::new());
        let new = NewDocument { kind: Kind::Resume, title, company, draft: draft(1) };
        made.push(store.create_document(user, new, 0).await.expect("a document").id);
    }
    made
}

/// Prints the share of requests that were done within some times.
fn print(name: &str, mut times: Vec<Duration>, wall: Duration) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 1000].as_secs_f64() * 1e3;
    let rate = times.len() as f64 / wall.as_secs_f64();
    println!(
        "{name:<34} {rate:>7.0}/s   p50 {:>6.2} ms   p95 {:>6.2} ms   p99 {:>6.2} ms   max {:>6.2} ms",
        at(500),
        at(950),
        at(990),
        at(1000)
    );
}

/// [`RATE`] requests a second, whether the ones before are done or not.
async fn steady(name: &str, store: &Store, user: UserId) {
    let made = documents(store, user).await;
    let start = Instant::now();
    let mut running = Vec::new();
    for number in 0..i64::from(RATE * SECONDS) {
        let due =
            start + Duration::from_micros(number.unsigned_abs() * 1_000_000 / u64::from(RATE));
        tokio::time::sleep_until(due.into()).await;
        let (store, count) = (store.clone(), i64::try_from(DOCUMENTS).expect("is small"));
        let document = made[usize::try_from(number % count).expect("is small")];
        let base = number / count + 1;
        running.push(tokio::spawn(async move {
            store.save_revision(user, document, base, draft(base + 1), 0).await.expect("saves");
            due.elapsed()
        }));
    }
    let mut times = Vec::new();
    for one in running {
        times.push(one.await.expect("ends"));
    }
    print(&format!("{name}, {RATE} a second"), times, start.elapsed());
}

/// One request behind the other on every document.
async fn full(name: &str, store: &Store, user: UserId) {
    let made = documents(store, user).await;
    let start = Instant::now();
    let end = start + Duration::from_secs(u64::from(SECONDS));
    let running = made.into_iter().map(|document| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut times = Vec::new();
            for base in 1.. {
                let begin = Instant::now();
                if begin > end {
                    break;
                }
                store.save_revision(user, document, base, draft(base + 1), 0).await.expect("saves");
                times.push(begin.elapsed());
            }
            times
        })
    });
    let mut times = Vec::new();
    for one in running.collect::<Vec<_>>() {
        times.extend(one.await.expect("ends"));
    }
    print(&format!("{name}, {DOCUMENTS} at once"), times, start.elapsed());
}

/// Opens one document after the other, by key.
async fn read(name: &str, store: &Store, user: UserId) {
    let made = documents(store, user).await;
    let start = Instant::now();
    let mut times = Vec::new();
    for index in 0..5000 {
        let begin = Instant::now();
        store.document(user, made[index % DOCUMENTS]).await.expect("opens");
        times.push(begin.elapsed());
    }
    print(&format!("{name}, reading alone"), times, start.elapsed());
}

async fn measure(name: &str, address: &str) {
    let store = Store::open(address).await.expect("a database");
    let user = store.local_user(0).await.expect("a person").id;
    steady(name, &store, user).await;
    full(name, &store, user).await;
    read(name, &store, user).await;
    store.close().await;
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    measure("SQLite", &format!("sqlite:{}", folder.path().join("vitae.db").display())).await;
    match std::env::var("VITAE_TEST_POSTGRES") {
        Ok(address) => measure("PostgreSQL", &address).await,
        Err(_) => println!("not on PostgreSQL: VITAE_TEST_POSTGRES is not set"),
    }
}
