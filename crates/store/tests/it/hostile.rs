//! Exports that were damaged, cut off or made up: an error that says where, and nothing imported.

use std::io::Cursor;

use proptest::prelude::*;
use store::{Store, StoreError};

use crate::databases::{NOW, all, draft, everywhere, memory, person, resume};
use crate::sample::fill;

/// Imports `bytes` into an empty store; the message.
async fn refused(store: &Store, bytes: Vec<u8>) -> String {
    let result = store.import(Cursor::new(bytes)).await;
    assert_eq!(store.users().await.expect("lists"), [], "nothing is imported");
    result.expect_err("is refused").to_string()
}

#[tokio::test]
async fn what_is_wrong_is_said_with_its_line() {
    let from = memory().open().await;
    fill(&from, "ada", NOW).await;
    let good = from.export(Vec::new()).await.expect("exports");
    let good = String::from_utf8(good).expect("is text");
    let lines: Vec<&str> = good.lines().collect();
    let document = lines.iter().position(|line| line.contains("\"documents\"")).expect("is there");
    for database in all().await {
        let store = database.open().await;
        let check = async |bytes: Vec<u8>, expected: &str| {
            let message = refused(&store, bytes).await;
            assert!(message.contains(expected), "{message:?} has no {expected:?}");
        };
        let replaced = |from: &str, to: &str| good.replacen(from, to, 1).into_bytes();
        check(vec![], "line 1 of the export: it ends before its last line").await;
        check(b"\xff\xfe\n".to_vec(), "line 1 of the export: this is not JSON").await;
        check(b"[]\n".to_vec(), "line 1 of the export: this is not an object").await;
        check(b"{}\n".to_vec(), "line 1 of the export: this is not an export of vitae").await;
        check(vec![b'['; 1000], "line 1 of the export: this is not JSON").await;
        check(replaced("\"schema\":1", "\"schema\":99"), "schema 99").await;
        check(replaced("\"schema\":1", "\"schema\":\"1\""), "`schema` is not a version").await;
        check(
            replaced("\"users\"", "\"sqlite_master\""),
            "line 2 of the export: this is not a row",
        )
        .await;
        check(
            replaced("\"handle\"", "\"handle) --\""),
            "line 2 of the export: `handle` is missing",
        )
        .await;
        check(replaced("\"admin\":0", "\"admin\":0,\"x\":1"), "`x` is no column").await;
        check(replaced("\"admin\":0", "\"admin\":0.5"), "`admin` is not a whole number").await;
        check(replaced("\"admin\":0", "\"admin\":null"), "`admin` is not a whole number").await;
        check(replaced("\"kind\":\"resume\"", "\"kind\":\"x\""), "`kind` is not a kind").await;
        check(replaced("\"format\":\"yaml\"", "\"format\":\"x\""), "`format` is not a format")
            .await;
        check(replaced("a resume of ada", "a resume of eve"), "the rows of `revisions` are not")
            .await;
        let cut = lines[..lines.len() - 1].join("\n").into_bytes();
        check(cut, "it was cut off").await;
        check(good.as_bytes()[..good.len() / 2].to_vec(), "line ").await;
        check(format!("{good}{{}}\n").into_bytes(), "there is more behind the end").await;
        let mut swapped = lines.clone();
        swapped.swap(1, document);
        check(swapped.join("\n").into_bytes(), "come too late").await;
        let mut doubled = lines.clone();
        doubled.insert(1, lines[1]);
        check(with_sum(&doubled.join("\n"), "users"), "line 3 of the export: there is such a row")
            .await;
        let mut without = lines.clone();
        without.remove(1);
        check(with_sum(&without.join("\n"), "users"), "belongs to a row that is not in the export")
            .await;
        store.import(Cursor::new(good.clone().into_bytes())).await.expect("the good one is taken");
    }
}

/// An export whose sums were made right again, but whose content contradicts itself.
#[tokio::test]
async fn an_export_that_contradicts_itself_is_refused() {
    let from = memory().open().await;
    let ada = person(&from, "ada").await;
    resume(&from, ada, "text", NOW).await;
    let good = String::from_utf8(from.export(Vec::new()).await.expect("exports")).expect("is text");
    for (from, to, table, expected) in [
        (
            "\"source\":\"text\"",
            "\"source\":\"other\"",
            "revisions",
            "is not the text that was saved",
        ),
        ("\"number\":1", "\"number\":2", "revisions", "has 1 revisions"),
        ("\"head\":1", "\"head\":2", "documents", "is at revision 2"),
        ("\"source\":\"text\"", "\"source\":\"te\\u0000xt\"", "revisions", "NUL"),
    ] {
        let changed = good.replace(from, to);
        assert_ne!(changed, good);
        let bytes = with_sum(&changed, table);
        for database in all().await {
            let message = refused(&database.open().await, bytes.clone()).await;
            assert!(message.contains(expected), "{message:?} has no {expected:?}");
        }
    }
}

/// The export with the right sum of a table.
fn with_sum(export: &str, table: &str) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    let (mut rows, mut lines) = (0, Vec::new());
    for line in export.lines() {
        if line.starts_with(&format!("{{\"table\":\"{table}\"")) {
            hash.update(line);
            hash.update("\n");
            rows += 1;
        }
        lines.push(line.to_owned());
    }
    let last = lines.last_mut().expect("has lines");
    let mut end: serde_json::Value = serde_json::from_str(last).expect("is JSON");
    let hex = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    end["end"][table] = serde_json::json!({ "rows": rows, "sha256": hex });
    *last = end.to_string();
    lines.join("\n").into_bytes()
}

#[tokio::test]
async fn texts_that_no_database_takes_are_refused_by_all() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let made = resume(&store, ada, "one", NOW).await;
        let nul = store.save_revision(ada, made.id, 1, draft("a\0b"), NOW).await;
        assert!(matches!(nul, Err(StoreError::Invalid(_))), "{nul:?}");
        let long = store.save_revision(ada, made.id, 1, draft(&"x".repeat(9 << 20)), NOW).await;
        assert!(matches!(long, Err(StoreError::TooLarge { .. })), "{long:?}");
        let odd = "'; DROP TABLE users; -- \u{202e}\u{feff}\r\n$1 ?1";
        store.save_revision(ada, made.id, 1, draft(odd), NOW).await.expect("is a text like others");
        assert_eq!(store.document(ada, made.id).await.expect("opens").revision.source, odd);
        assert_eq!(store.document(ada, made.id).await.expect("opens").document.head, 2);
    })
    .await;
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    /// Any byte changed anywhere is noticed, or was of no meaning.
    #[test]
    fn changed_bytes_are_noticed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime for the test").block_on(async {
            let (from, to) = (memory().open().await, memory().open().await);
            let ada = person(&from, "ada").await;
            resume(&from, ada, "text", NOW).await;
            let mut bytes = from.export(Vec::new()).await.expect("exports");
            let good = bytes.clone();
            let index = at.index(bytes.len());
            bytes[index] = byte;
            if to.import(Cursor::new(bytes)).await.is_ok() {
                assert_eq!(to.export(Vec::new()).await.expect("exports"), good);
            } else {
                assert_eq!(to.users().await.expect("lists"), []);
            }
        });
    }
}
