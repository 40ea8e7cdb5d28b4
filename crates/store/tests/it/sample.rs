//! A person with something in every table.

use store::{Answer, FileLimits, NewFile, NewReport, NewSession, NewToken, Store, UserId};

use crate::databases::{draft, person, resume};

/// Makes a person of that handle who has everything that can be kept.
pub(crate) async fn fill(store: &Store, handle: &str, now_ms: i64) -> UserId {
    let user = person(store, handle).await;
    let seed = handle.as_bytes()[0];
    let made =
        resume(store, user, &format!("a resume of {handle}\n\u{1F980} \u{7f}\n"), now_ms).await;
    let second = draft("basics:\r\n  name: \"Zoë\\t\"\r\n");
    store.save_revision(user, made.id, 1, second, now_ms + 1).await.expect("saves");
    store.restore_revision(user, made.id, 1, now_ms + 2).await.expect("restores");
    let binned = resume(store, user, "", now_ms).await;
    store.bin_document(user, binned.id, now_ms).await.expect("goes into the bin");
    store.set_password_hash(user, Some("$argon2id$")).await.expect("sets a password");
    let session = NewSession {
        token_hash: [seed; 32],
        expires_ms: now_ms + 9,
        until_ms: now_ms + 9,
        browser: "Firefox".to_owned(),
    };
    store.create_session(user, session, now_ms).await.expect("signs in");
    store.create_api_token(user, [seed; 32], "Script", now_ms).await.expect("is kept");
    let token = NewToken {
        token_hash: [seed; 32],
        purpose: "invite",
        user: Some(user),
        detail: "x@example.com".to_owned(),
        expires_ms: now_ms + 9,
    };
    store.create_token(token, now_ms).await.expect("is kept");
    let report = NewReport {
        document: Some(made.id),
        revision: Some(2),
        kind: "check".to_owned(),
        title: "\"Before\"".to_owned(),
        json: "{\"grade\": 1}".to_owned(),
    };
    store.save_report(user, report, now_ms).await.expect("is kept");
    let file = NewFile {
        document: Some(made.id),
        name: "cv.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: (0..=255).collect(),
    };
    let limits = FileLimits { file: 1000, total: 1000 };
    for _ in 0..2 {
        store.add_file(user, file.clone(), limits, now_ms).await.expect("is kept");
    }
    store.begin_request(user, "one", [seed; 32], now_ms).await.expect("begins");
    let answer = Answer { status: 201, headers: vec![], body: vec![0, 1] };
    store.finish_request(user, "one", answer).await.expect("finishes");
    store.begin_request(user, "two", [seed; 32], now_ms).await.expect("begins");
    user
}
