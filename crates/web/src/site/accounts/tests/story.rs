//! A site from its first start to its first forgotten password, on every database.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "the test looks for a server in the environment and says when there is none"
)]

use std::process::Command;

use axum::http::StatusCode;
use store::Store;

use crate::site::accounts::link::invite_the_first;
use crate::site::testing::{PASSWORD, User, log, pass};

/// The last password of Bob.
const THIRD: &str = "a third horse battery";

const SEE_OTHER: StatusCode = StatusCode::SEE_OTHER;

/// A schema of its own on the server of the tests, when there is one.
fn postgres() -> Option<String> {
    let Ok(server) = std::env::var("VITAE_TEST_POSTGRES") else {
        eprintln!("not on PostgreSQL: VITAE_TEST_POSTGRES is not set; `cargo xtask test` sets it");
        return None;
    };
    let schema = format!("web{}", std::process::id());
    let made = Command::new("psql")
        .args(["--quiet", "--no-psqlrc", &server, "--command"])
        .arg(format!("CREATE SCHEMA {schema}"))
        .status();
    assert!(made.is_ok_and(|made| made.success()), "psql makes a schema");
    let sign = if server.contains('?') { '&' } else { '?' };
    Some(format!("{server}{sign}options[search_path]={schema}"))
}

#[tokio::test]
async fn on_sqlite() {
    story(Store::open("sqlite::memory:").await.expect("memory is there")).await;
}

#[tokio::test]
async fn on_postgresql() {
    if let Some(address) = postgres() {
        story(Store::open(&address).await.expect("a server")).await;
    }
}

/// The path of the link that a page or a log shows last.
#[track_caller]
fn path(text: &str) -> String {
    let (_, rest) = text.rsplit_once("https://hire.example.org/").expect("a link");
    let path = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '/' && c != '-').next();
    format!("/{}", path.unwrap_or_default())
}

async fn story(store: Store) {
    // What somebody kept before there were accounts.
    let local = store.local_user(0).await.expect("the person of this machine").id;
    let visitor = User::visitor_of(store.clone(), None);
    let accounts = visitor.site.accounts.as_ref().expect("accounts");
    let start = async || {
        invite_the_first(&visitor.site, accounts).await.expect("starts");
        log().join("\n")
    };
    let old = path(&start().await);
    let first = path(&start().await);
    assert!(first.starts_with("/set-up/"));
    assert_eq!(visitor.get(&old).await.status, StatusCode::NOT_FOUND, "one link at a time");
    pass(59 * 60 * 1000);
    assert_eq!(visitor.get(&first).await.status, StatusCode::OK);

    // Set-up.
    let ada = visitor.another();
    let form = |handle, password| [("handle", handle), ("name", "Ada"), ("password", password)];
    let weak = ada.submit(&first, &form("ada@example.org", "ada@example.org")).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.text().contains("what you sign in with"), "{}", weak.text());
    let spaced = ada.submit(&first, &form("ada l", PASSWORD)).await;
    assert_eq!(spaced.status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = ada.submit(&first, &form("ada@example.org", PASSWORD)).await;
    assert_eq!((made.status, made.location()), (SEE_OTHER, "/resumes"));
    assert_eq!(store.user_by_handle("ada@example.org").await.expect("is there").id, local);
    let again = visitor.submit(&first, &form("eve", PASSWORD)).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "it works once");
    assert!(!start().await.contains("/set-up/"), "somebody has an account");

    let (bob, resume) = joining(&ada).await;
    passwords(&ada, &bob, &resume).await;
    admins(&ada, &bob).await;
}

/// Bob joins, and keeps a resume: he, and where it is.
async fn joining(ada: &User) -> (User, String) {
    let (store, visitor) = (&ada.site.store, ada.another());
    // Invitation.
    let invited = ada.submit("/people/invite", &[("handle", "bob")]).await;
    let link = path(invited.text().split("readonly").next().expect("a field"));
    let taken = ada.submit("/people/invite", &[("handle", "ADA@example.org")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    let withdrawn = ada.submit("/people/invite", &[("handle", "carl")]).await;
    let withdrawn = path(withdrawn.text().split("readonly").next().expect("a field"));
    let people = ada.get("/people").await.text().to_owned();
    assert!(people.contains("Take back the invitation of carl"));
    let waiting = store.tokens("invitation", 0).await.expect("lists");
    let carl = waiting.iter().find(|one| one.detail.contains("carl")).expect("is invited");
    let name = super::super::token::name_of(&carl.token_hash);
    ada.submit("/people/withdraw", &[("invitation", &name)]).await;
    assert_eq!(visitor.get(&withdrawn).await.status, StatusCode::NOT_FOUND);

    // Joining; whoever has the link cannot choose another name with it.
    let bob = visitor.another();
    assert!(bob.get(&link).await.text().contains("value=\"bob\""));
    let joined = bob.submit(&link, &[("handle", "root"), ("password", PASSWORD)]).await;
    assert_eq!(joined.status, SEE_OTHER);
    assert!(store.user_by_handle("root").await.is_err());
    assert!(!store.user_by_handle("bob").await.expect("is there").admin);
    assert_eq!(
        visitor.submit(&link, &[("password", PASSWORD)]).await.status,
        StatusCode::NOT_FOUND
    );

    // A resume that nobody else sees.
    let resume = bob.submit("/resumes", &[]).await.location().to_owned();
    assert_eq!(bob.get(&resume).await.status, StatusCode::OK);
    assert_eq!(ada.get(&resume).await.status, StatusCode::NOT_FOUND, "not even an admin");
    assert_eq!(visitor.get(&resume).await.status, SEE_OTHER);

    (bob, resume)
}

/// A password is changed, forgotten, and chosen anew.
async fn passwords(ada: &User, bob: &User, resume: &str) {
    let (store, visitor) = (&ada.site.store, ada.another());
    // A changed password signs out everywhere else.
    let phone = visitor.another();
    assert_eq!(phone.sign_in("bob", PASSWORD).await.status, SEE_OTHER);
    let change = async |current: &str, password: &str| {
        let fields = [("current", current), ("password", password)];
        bob.submit("/account/password", &fields).await.status
    };
    let second = "another horse battery";
    assert_eq!(change("wrong horse battery", second).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(change(PASSWORD, "bob").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(phone.get("/account").await.status, StatusCode::OK);
    assert_eq!(change(PASSWORD, second).await, SEE_OTHER);
    assert_eq!(phone.get("/account").await.status, SEE_OTHER);
    assert_eq!(bob.get("/account").await.status, StatusCode::OK);

    // A forgotten one: a link of an admin.
    let id = store.user_by_handle("bob").await.expect("is there").id;
    let page = ada.submit(&format!("/people/{id}/reset"), &[]).await;
    let reset = path(page.text().split("readonly").next().expect("a field"));
    let third = THIRD;
    assert_eq!(visitor.submit(&reset, &[("password", third)]).await.location(), "/sign-in");
    assert_eq!(bob.get("/account").await.status, SEE_OTHER);
    assert_eq!(bob.sign_in("bob", second).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(bob.sign_in("bob", third).await.status, SEE_OTHER);
    assert_eq!(bob.get(resume).await.status, StatusCode::OK);

    // Out everywhere else.
    assert_eq!(phone.sign_in("bob", third).await.status, SEE_OTHER);
    assert!(bob.get("/account").await.text().contains("Sign out everywhere else"));
    assert_eq!(bob.submit("/account/sessions", &[]).await.status, SEE_OTHER);
    assert_eq!(phone.get("/account").await.status, SEE_OTHER);
    assert_eq!(bob.get("/account").await.status, StatusCode::OK);
    assert_eq!(bob.submit("/account/name", &[("name", " Bob \n B. ")]).await.status, SEE_OTHER);
    assert!(ada.get("/people").await.text().contains("Bob B."));
}

/// There is always an admin, until nobody is left.
async fn admins(ada: &User, bob: &User) {
    let store = &ada.site.store;
    let id = store.user_by_handle("bob").await.expect("is there").id;
    let me = store.user_by_handle("ada@example.org").await.expect("is there").id;
    let step_down = [("admin", "no")];
    let refused = ada.submit(&format!("/people/{me}/admin"), &step_down).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("last admin"), "{}", refused.text());
    let erase = [("current", PASSWORD)];
    assert_eq!(ada.submit("/account/erase", &erase).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        ada.submit(&format!("/people/{id}/admin"), &[("admin", "yes")]).await.status,
        SEE_OTHER
    );
    assert_eq!(ada.submit(&format!("/people/{me}/admin"), &step_down).await.status, SEE_OTHER);
    assert_eq!(ada.get("/people").await.status, StatusCode::FORBIDDEN);

    // And an end.
    assert_eq!(bob.get(&format!("/people/{me}/remove")).await.status, StatusCode::OK);
    assert_eq!(bob.submit(&format!("/people/{me}/remove"), &[]).await.status, SEE_OTHER);
    assert_eq!(ada.get("/account").await.status, SEE_OTHER);
    let wrong = bob.submit("/account/erase", &[("current", PASSWORD)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    log();
    assert_eq!(bob.submit("/account/erase", &[("current", THIRD)]).await.location(), "/");
    assert!(log().join("\n").contains("/set-up/"), "somebody may begin anew");
    assert!(!store.has_accounts().await.expect("counts"));
}
