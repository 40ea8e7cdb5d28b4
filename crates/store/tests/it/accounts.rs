//! People, sessions and tokens.

use store::{Expired, NewSession, NewToken, NewUser, StoreError};

use crate::databases::{NOW, everywhere, person, resume};

const MINUTE: i64 = 60_000;

/// How long somebody may stay away.
const IDLE: i64 = 10 * MINUTE;

fn session(token: u8, expires_ms: i64) -> NewSession {
    let browser = "Firefox on Linux".to_owned();
    NewSession { token_hash: [token; 32], expires_ms, until_ms: NOW + 2 * IDLE, browser }
}

fn new(handle: &str) -> NewUser {
    NewUser { handle: handle.to_owned(), name: String::new(), password_hash: None, admin: false }
}

#[tokio::test]
async fn handles_are_one_person_in_every_spelling() {
    everywhere(async |store| {
        let ada = store.create_user(new(" Ada@Example.com "), NOW).await.expect("is new");
        assert_eq!(ada.handle, "Ada@Example.com");
        let check = async |handle: &str, expected: Result<(), StoreError>| {
            assert_eq!(store.create_user(new(handle), NOW).await.map(drop), expected, "{handle:?}");
        };
        check("ada@example.com", Err(StoreError::Duplicate("handle"))).await;
        check("ＡＤＡ@example.com", Err(StoreError::Duplicate("handle"))).await;
        check("ada@example.org", Ok(())).await;
        check("José", Ok(())).await;
        check("JOSE\u{301}", Err(StoreError::Duplicate("handle"))).await;
        check("straße", Ok(())).await;
        check("local", Ok(())).await;
        let empty = "a handle has 1 to 254 characters: choose another one";
        check("  ", Err(StoreError::Invalid(empty.into()))).await;
        check(&"x".repeat(255), Err(StoreError::Invalid(empty.into()))).await;
        check(&"x".repeat(254), Ok(())).await;
        let space = "a handle has no space in it: leave it out";
        check("a b", Err(StoreError::Invalid(space.into()))).await;
        check("a\nb", Err(StoreError::Invalid(space.into()))).await;

        let found = store.user_by_handle("ADA@EXAMPLE.COM").await.expect("is there");
        assert_eq!(found.id, ada.id);
        assert_eq!(store.user_by_handle("").await, Err(StoreError::NotFound));
        assert_eq!(store.user_by_handle("bob").await, Err(StoreError::NotFound));
    })
    .await;
}

#[tokio::test]
async fn an_account_changes_and_goes() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        store.rename_user(ada, "Ada L.").await.expect("renames");
        store.set_password_hash(ada, Some("$argon2id$…")).await.expect("sets a password");
        store.set_admin(ada, true).await.expect("makes an admin");
        let user = store.user(ada).await.expect("is there");
        assert_eq!((user.name.as_str(), user.admin, user.created_ms), ("Ada L.", true, NOW));
        assert_eq!(user.password_hash.as_deref(), Some("$argon2id$…"));
        assert!(!format!("{user:?}").contains("argon2id"), "hashes stay out of logs");
        store.set_password_hash(ada, None).await.expect("removes the password");
        assert_eq!(store.user(ada).await.expect("is there").password_hash, None);

        let bob = person(&store, "Bob").await;
        let everybody = store.users().await.expect("lists");
        assert_eq!(everybody.iter().map(|user| user.id).collect::<Vec<_>>(), [ada, bob]);

        resume(&store, ada, "one", NOW).await;
        store.create_session(ada, session(1, NOW + MINUTE), NOW).await.expect("signs in");
        store.create_api_token(ada, [5; 32], "script", NOW).await.expect("is kept");
        assert_eq!(store.delete_user(ada).await, Err(StoreError::LastAdmin));
        store.set_admin(bob, true).await.expect("makes an admin");
        store.delete_user(ada).await.expect("goes");
        assert_eq!(store.session([1; 32], IDLE, NOW).await, Err(StoreError::NotFound));
        assert_eq!(store.user_of_api_token([5; 32], NOW).await, Err(StoreError::NotFound));
        let missing = Err(StoreError::NotFound);
        assert_eq!(store.user(ada).await.map(drop), missing);
        assert_eq!(store.delete_user(ada).await, missing);
        assert_eq!(store.rename_user(ada, "x").await, missing);
        assert_eq!(store.set_admin(ada, true).await, missing);
        assert_eq!(store.set_password_hash(ada, None).await, missing);
        let left = String::from_utf8(store.export(Vec::new()).await.expect("exports"));
        assert!(!left.expect("is text").contains(&ada.to_string()), "nothing of a person stays");
    })
    .await;
}

#[tokio::test]
async fn one_person_lives_on_a_machine_without_accounts() {
    everywhere(async |store| {
        let (one, two) = tokio::join!(store.local_user(NOW), store.local_user(NOW + 1));
        let (one, two) = (one.expect("is made"), two.expect("is there"));
        assert_eq!(one.id, two.id);
        assert_eq!(store.local_user(NOW + 2).await.expect("is there"), one);
        assert_eq!(store.user_by_handle("local").await, Err(StoreError::NotFound));
    })
    .await;
}

#[tokio::test]
async fn sessions_note_visits_once_a_minute_and_end() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        for token in [1, 2, 3] {
            store.create_session(ada, session(token, NOW + IDLE), NOW).await.expect("signs in");
        }
        let seen = async |now_ms| {
            let found = store.session([1; 32], IDLE, now_ms).await;
            found.map(|(session, user)| (user.id, session.seen_ms, session.expires_ms))
        };
        let missing = Err(StoreError::NotFound);
        assert_eq!(seen(NOW + MINUTE - 1).await, Ok((ada, NOW, NOW + IDLE)));
        assert_eq!(seen(NOW + MINUTE).await, Ok((ada, NOW + MINUTE, NOW + IDLE)));
        // The visit is noted, and the end moves with it, as far as the limit.
        let later = NOW + MINUTE + IDLE;
        assert_eq!(seen(later - 1).await, Ok((ada, later - 1, later)));
        assert_eq!(seen(later).await, Ok((ada, later - 1, NOW + 2 * IDLE)));
        assert_eq!(seen(NOW + 2 * IDLE - 1).await.map(|found| found.0), Ok(ada));
        assert_eq!(seen(NOW + 2 * IDLE).await, missing);
        assert_eq!(store.session([9; 32], IDLE, NOW).await.map(drop), Err(StoreError::NotFound));

        store.delete_session([3; 32]).await.expect("signs out");
        store.delete_session([3; 32]).await.expect("is signed out already");
        assert_eq!(store.sessions(ada, NOW).await.expect("lists").len(), 2);
        let bob = person(&store, "bob").await;
        store.end_session(bob, [2; 32]).await.expect("ends nothing of hers");
        let left = store.sessions(ada, NOW).await.expect("lists");
        assert_eq!(left.iter().map(|one| one.token_hash[0]).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(left[0].browser, "Firefox on Linux");
        assert_eq!(store.delete_sessions(ada, Some([1; 32])).await, Ok(1));
        assert_eq!(store.sessions(ada, NOW).await.expect("lists").len(), 1);
        assert_eq!(store.delete_sessions(ada, None).await, Ok(1));
    })
    .await;
}

#[tokio::test]
async fn tokens_are_good_once_for_one_purpose() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let token = |hash, user| NewToken {
            token_hash: [hash; 32],
            purpose: "reset",
            user,
            detail: "to ada".to_owned(),
            expires_ms: NOW + MINUTE,
        };
        store.create_token(token(1, Some(ada)), NOW).await.expect("is kept");
        store.create_token(token(2, None), NOW).await.expect("is kept");
        let missing = Err(StoreError::NotFound);
        assert_eq!(store.use_token([1; 32], "invite", NOW).await, missing);
        assert_eq!(store.use_token([1; 32], "reset", NOW + MINUTE).await, missing);
        assert_eq!(store.token([1; 32], "reset", NOW).await.expect("is good").user, Some(ada));
        let (one, two) = tokio::join!(
            store.use_token([1; 32], "reset", NOW),
            store.use_token([1; 32], "reset", NOW)
        );
        assert_ne!(one.is_ok(), two.is_ok(), "of two at once one succeeds");
        assert_eq!(store.token([1; 32], "reset", NOW).await, missing);
        assert_eq!(store.use_token([2; 32], "reset", NOW).await.expect("is good").detail, "to ada");
    })
    .await;
}

#[tokio::test]
async fn somebody_joins_with_a_token_or_not_at_all() {
    everywhere(async |store| {
        let local = store.local_user(NOW).await.expect("the person of this machine").id;
        let kept = resume(&store, local, "one", NOW).await.id;
        assert!(!store.has_accounts().await.expect("counts"));
        let token = |hash, purpose| NewToken {
            token_hash: [hash; 32],
            purpose,
            user: None,
            detail: String::new(),
            expires_ms: NOW + MINUTE,
        };
        store.create_token(token(1, "set-up"), NOW).await.expect("is kept");
        for hash in [2, 3] {
            store.create_token(token(hash, "invitation"), NOW).await.expect("is kept");
        }
        let join = async |hash, purpose, handle: &str, takes_over| {
            let (new, at) = (new(handle), session(hash + 10, NOW + IDLE));
            store.join([hash; 32], purpose, new, takes_over, at, NOW).await.map(|user| user.id)
        };
        let missing = Err(StoreError::NotFound);
        assert_eq!(join(1, "invitation", "eve", false).await, missing);
        // The first takes over what was kept on this machine.
        assert_eq!(join(1, "set-up", "ada", true).await, Ok(local));
        assert_eq!(join(1, "set-up", "eve", true).await, missing);
        assert_eq!(store.document(local, kept).await.expect("stays").document.id, kept);
        assert!(store.has_accounts().await.expect("counts"));
        assert_eq!(store.session([11; 32], IDLE, NOW).await.expect("is signed in").1.id, local);

        // A handle that is taken leaves the token good.
        let taken = Err(StoreError::Duplicate("handle"));
        assert_eq!(join(2, "invitation", "ADA", false).await, taken);
        let waiting = store.tokens("invitation", NOW).await.expect("lists");
        assert_eq!(waiting.iter().map(|one| one.token_hash[0]).collect::<Vec<_>>(), [2, 3]);
        assert!(join(2, "invitation", "bob", false).await.is_ok());
        store.delete_tokens("invitation", Some([3; 32])).await.expect("is taken back");
        assert_eq!(join(3, "invitation", "carl", false).await, missing);
        assert_eq!(store.users().await.expect("lists").len(), 2);
        let again = store.local_user(NOW).await.expect("another one").id;
        assert_ne!(again, local);
        assert_eq!(
            store.users().await.expect("lists").len(),
            2,
            "who has no account is not listed"
        );
    })
    .await;
}

#[tokio::test]
async fn a_new_password_ends_sessions_and_other_tokens() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        for hash in [1, 2] {
            let token = NewToken {
                token_hash: [hash; 32],
                purpose: "reset",
                user: Some(ada),
                detail: String::new(),
                expires_ms: NOW + MINUTE,
            };
            store.create_token(token, NOW).await.expect("is kept");
        }
        store.create_session(ada, session(1, NOW + IDLE), NOW).await.expect("signs in");
        let reset = async |hash| store.reset_password([hash; 32], "reset", "$new$", NOW).await;
        assert_eq!(reset(1).await, Ok(ada));
        let user = store.user(ada).await.expect("is there");
        assert_eq!(user.password_hash.as_deref(), Some("$new$"));
        assert_eq!(store.sessions(ada, NOW).await.expect("lists"), []);
        assert_eq!(reset(1).await, Err(StoreError::NotFound));
        assert_eq!(reset(2).await, Err(StoreError::NotFound));
    })
    .await;
}

#[tokio::test]
async fn an_admin_is_left() {
    everywhere(async |store| {
        let (ada, bob) = (person(&store, "ada").await, person(&store, "bob").await);
        store.local_user(NOW).await.expect("counts for nothing");
        store.set_admin(ada, true).await.expect("makes an admin");
        assert_eq!(store.set_admin(ada, false).await, Err(StoreError::LastAdmin));
        assert_eq!(store.delete_user(ada).await, Err(StoreError::LastAdmin));
        store.set_admin(bob, false).await.expect("is none anyway");
        store.set_admin(bob, true).await.expect("makes an admin");
        let (one, two) = tokio::join!(store.set_admin(ada, false), store.set_admin(bob, false));
        assert_ne!(one.is_ok(), two.is_ok(), "of two at once one stays");
        store.set_admin(ada, true).await.expect("makes an admin");
        store.delete_user(bob).await.expect("goes");
        // Whoever is alone may go: nobody is left without an admin.
        store.delete_user(ada).await.expect("goes");
    })
    .await;
}

#[tokio::test]
async fn tokens_of_the_api_are_a_persons_own() {
    everywhere(async |store| {
        let (ada, bob) = (person(&store, "ada").await, person(&store, "bob").await);
        store.create_api_token(ada, [1; 32], "script", NOW).await.expect("is kept");
        let used = async |now_ms| {
            let user = store.user_of_api_token([1; 32], now_ms).await.map(|user| user.id);
            (user, store.api_tokens(ada).await.expect("lists")[0].used_ms)
        };
        assert_eq!(used(NOW).await, (Ok(ada), Some(NOW)));
        assert_eq!(used(NOW + MINUTE - 1).await, (Ok(ada), Some(NOW)));
        assert_eq!(used(NOW + MINUTE).await, (Ok(ada), Some(NOW + MINUTE)));
        assert_eq!(store.user_of_api_token([2; 32], NOW).await, Err(StoreError::NotFound));
        assert_eq!(store.api_tokens(bob).await.expect("lists"), []);
        store.delete_api_token(bob, [1; 32]).await.expect("revokes nothing of hers");
        assert_eq!(store.api_tokens(ada).await.expect("lists").len(), 1);
        store.delete_api_token(ada, [1; 32]).await.expect("is revoked");
        assert_eq!(store.user_of_api_token([1; 32], NOW).await, Err(StoreError::NotFound));
        for number in 0..50 {
            store.create_api_token(ada, [number; 32], "", NOW).await.expect("is kept");
        }
        assert!(store.create_api_token(ada, [99; 32], "", NOW).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn what_has_had_its_time_goes() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        store.create_session(ada, session(1, NOW + 1), NOW).await.expect("signs in");
        store.create_session(ada, session(2, NOW + MINUTE), NOW).await.expect("signs in");
        store.begin_request(ada, "key", [0; 32], NOW).await.expect("begins");
        let counts = async |now_ms| {
            let Expired { sessions, tokens, answers } =
                store.delete_expired(now_ms).await.expect("deletes");
            (sessions, tokens, answers)
        };
        assert_eq!(counts(NOW).await, (0, 0, 0));
        assert_eq!(counts(NOW + 1).await, (1, 0, 0));
        assert_eq!(counts(NOW + 24 * 60 * MINUTE).await, (1, 0, 1));
    })
    .await;
}
