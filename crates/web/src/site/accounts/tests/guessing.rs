//! Guessing gets slow, and tells nothing.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;

use crate::site::testing::{Answer, PASSWORD, User, log, pass, request};

const WRONG: &str = "incorrect horse battery";

/// Tries to sign in from an address.
async fn attempt(user: &User, from: &str, handle: &str, password: &str) -> Answer {
    let form = format!("handle={handle}&password={}", password.replace(' ', "+"));
    let request = request("POST", "/sign-in")
        .header("x-forwarded-for", from)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    user.send(request.body(Body::from(form)).expect("a request")).await
}

#[tokio::test]
async fn the_answer_does_not_tell_who_has_an_account() {
    let visitor = User::visitor().await;
    visitor.joined("ada", true).await;
    let known = visitor.sign_in("ada", WRONG).await;
    let unknown = visitor.sign_in("eve", WRONG).await;
    assert_eq!(known.status, StatusCode::UNAUTHORIZED);
    assert_eq!(unknown.status, known.status);
    assert_eq!(unknown.text().replace("eve", "ada"), known.text());
    assert!(known.text().contains("The name or the password is wrong."));
    assert!(!known.text().contains(WRONG));
    log();
    visitor.sign_in("e\nve\u{1b}[31m", WRONG).await;
    let said = log();
    assert!(said[0].contains(r#"not signed in: "e\nve\u{1b}[31m" from 0.0.0.0"#), "{said:?}");
}

#[tokio::test]
async fn each_mistake_takes_longer_and_others_are_not_kept_waiting() {
    let visitor = User::visitor().await;
    visitor.joined("ada", true).await;
    for _ in 0..4 {
        let answer = attempt(&visitor, "192.0.2.1", "ada", WRONG).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    for wait in ["1", "2", "4", "8"] {
        let answer = attempt(&visitor, "192.0.2.1", "ada", WRONG).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{wait}");
        // Not even the right one, until the wait is over.
        let answer = attempt(&visitor, "192.0.2.1", "ada", PASSWORD).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.headers["retry-after"], wait);
        // The person, elsewhere, comes in.
        let elsewhere = attempt(&visitor, "198.51.100.7", "ada", PASSWORD).await;
        assert_eq!(elsewhere.status, StatusCode::SEE_OTHER);
        pass(wait.parse::<i64>().expect("a number") * 1000);
    }
    let right = attempt(&visitor, "192.0.2.1", "ada", PASSWORD).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn another_spelling_is_no_other_name() {
    let visitor = User::visitor().await;
    visitor.joined("ada", true).await;
    for handle in ["ada", "ADA", "+ada", "ada+", "%EF%BD%81da"] {
        let answer = attempt(&visitor, "192.0.2.1", handle, WRONG).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{handle}");
    }
    let answer = attempt(&visitor, "192.0.2.1", "Ada+", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn one_address_tries_few_names_and_one_name_is_tried_from_few_addresses() {
    let visitor = User::visitor().await;
    let mut tried = 0;
    while attempt(&visitor, "192.0.2.9", &format!("name{tried}"), WRONG).await.status
        == StatusCode::UNAUTHORIZED
    {
        tried += 1;
        assert!(tried < 100, "nothing stops it");
    }
    assert_eq!(tried, 20);
    let mut tried = 0;
    while attempt(&visitor, &format!("203.0.113.{tried}"), "ada", WRONG).await.status
        == StatusCode::UNAUTHORIZED
    {
        tried += 1;
        assert!(tried < 100, "nothing stops it");
    }
    assert_eq!(tried, 50);
}

#[tokio::test]
async fn links_cannot_be_tried_one_after_the_other() {
    let visitor = User::visitor().await;
    let mut tried = 0;
    while visitor.get(&format!("/reset/{tried:064}")).await.status == StatusCode::NOT_FOUND {
        tried += 1;
        assert!(tried < 100, "nothing stops it");
    }
    assert_eq!(tried, 20);
}
