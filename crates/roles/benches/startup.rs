//! What a process pays for the role pack: `cargo bench -p roles`.
//!
//! A pack is read once a process, so this program starts itself again for every measurement.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "starts itself, takes the time and prints it"
)]

use std::process::Command;
use std::time::Instant;
use std::{env, hint};

use roles::RolePack;

/// Processes that are started; the median is printed.
const PROCESSES: usize = 41;

const TEXT: &str = "Moved order events from RabbitMQ to Kafka with Go services on Kubernetes";

fn main() {
    if env::var_os("ROLES_STARTUP").is_some() {
        let start = Instant::now();
        let pack = RolePack::backend_engineer();
        let loaded = start.elapsed();
        hint::black_box(pack.vocabulary.mentions(hint::black_box(TEXT)));
        print!("{} {}", loaded.as_nanos(), start.elapsed().as_nanos());
        return;
    }
    let program = env::current_exe().expect("a program has a path");
    let mut times: Vec<[u64; 2]> = (0..PROCESSES)
        .map(|_| {
            let child = Command::new(&program).env("ROLES_STARTUP", "1").output();
            let text = String::from_utf8(child.expect("it starts").stdout).expect("figures");
            let mut parts = text.split(' ').map(|part| part.parse().expect("a figure"));
            [parts.next().unwrap_or(0), parts.next().unwrap_or(0)]
        })
        .collect();
    for (at, what) in ["the pack is there", "the first line is searched"].iter().enumerate() {
        times.sort_by_key(|pair| pair[at]);
        println!("until {what}: {:.3} ms (median)", times[PROCESSES / 2][at] as f64 / 1e6);
    }
}
