//! temp
fn main() {
    let pack = roles::RolePack::backend_engineer();
    let line = "Cut p99 of the seat map from 480 ms to 92 ms by batching writes on PostgreSQL; migrated 14 regional depots, and trained 3 teams. ";
    for (name, text) in [
        ("line", line.to_owned()),
        ("mix", line.repeat(1_000_000 / line.len())),
        ("quit", String::new()),
        ("digits", "1 ".repeat(500_000)),
        ("from", "from ".repeat(200_000)),
        ("paren", "( ".repeat(500_000)),
        ("by", "by ".repeat(300_000)),
        ("word", "aaaaaaaa ".repeat(110_000)),
        ("one", "a".repeat(1_000_000)),
        ("arrow", "5 ms -> ".repeat(120_000)),
        ("nospace", "5,".repeat(500_000)),
        ("group", "1 000 ".repeat(160_000)),
        ("group2", "1 000".repeat(200_000)),
        ("hyphen", "12-".repeat(300_000)),
        ("phone", "+1 ".repeat(300_000)),
        ("phone2", format!("+{}", "11 - ".repeat(200_000))),
        ("under", "under ".repeat(170_000)),
        ("40under", "40 ms under ".repeat(80_000)),
        ("terms", "Redis, Kafka, ".repeat(70_000)),
        ("mod", "scalable, ".repeat(100_000)),
        ("hundred", "two hundred ".repeat(80_000)),
        ("hundreds", "hundred ".repeat(120_000)),
        ("p99", "p99 ".repeat(250_000)),
        ("halved", "halved ".repeat(140_000)),
        ("combining", "a\u{301}".repeat(300_000)),
    ] {
        if name == "quit" && std::env::args().count() > 1 { return; }
        let start = std::time::Instant::now();
        let skills = pack.vocabulary.mentions(&text);
        let m = start.elapsed();
        let w = roles::words(&text);
        let w_ = start.elapsed() - m;
        let start = std::time::Instant::now();
        let facts = facts::Facts::read(&text, pack);
        println!("{name:10} {:>10?} (mentions {m:?} words {w_:?}) {} {} {} {}", start.elapsed(), facts.claims.len(), facts.quantities.len(), skills.len(), w.len());
    }
}
