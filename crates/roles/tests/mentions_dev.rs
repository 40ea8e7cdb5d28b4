//! dev
use roles::Vocabulary;
use std::time::Instant;
#[test]
fn dev() {
    let text = std::fs::read_to_string("/work/main/roles/backend-engineer/skills.toml").unwrap();
    let mut best = f64::MAX; let mut bestp=f64::MAX;
    for _ in 0..20 { let t = Instant::now(); let v = Vocabulary::from_toml(&text).unwrap(); best = best.min(t.elapsed().as_secs_f64()*1e3); drop(v);
      let t = Instant::now(); let x: toml::Table = toml::from_str(&text).unwrap(); bestp=bestp.min(t.elapsed().as_secs_f64()*1e3); drop(x);}
    eprintln!("build {best:.3} ms, toml::Table parse {bestp:.3} ms, {} bytes", text.len());
    let v = Vocabulary::from_toml(&text).unwrap();
    let page = "Cut p99 of the settlement API from 1.2 s to 180 ms by partitioning the PostgreSQL events table and moving hot reads to Redis. Built in Go on Kubernetes with gRPC. ".repeat(30);
    let t = Instant::now(); let n = v.mentions(&page).len(); eprintln!("page {} bytes {} mentions {:.3} ms", page.len(), n, t.elapsed().as_secs_f64()*1e3);
    for l in std::fs::read_to_string("/tmp/voc/in.txt").unwrap_or_default().lines() {
        let m: Vec<_> = v.mentions(l).iter().map(|f| format!("{}@{}", v.skill(f.skill).id, &l[f.range.clone()])).collect();
        eprintln!("{l:?} {m:?}");
    }
}
