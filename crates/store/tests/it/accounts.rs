//! People, passkeys, sessions and tokens.

use store::{Expired, NewCredential, NewToken, NewUser, StoreError};

use crate::databases::{NOW, everywhere, person, resume};

const MINUTE: i64 = 60_000;

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
        store.create_session(ada, [1; 32], NOW + MINUTE, NOW).await.expect("signs in");
        store.delete_user(ada).await.expect("goes");
        assert_eq!(store.session([1; 32], NOW).await, Err(StoreError::NotFound));
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
async fn passkeys_belong_to_one_person() {
    everywhere(async |store| {
        let (ada, bob) = (person(&store, "ada").await, person(&store, "bob").await);
        let key = |name: &str| NewCredential {
            credential: vec![7; 20],
            passkey: b"key".to_vec(),
            name: name.to_owned(),
            counter: 1,
        };
        store.add_credential(ada, key("Laptop"), NOW).await.expect("is new");
        let taken = store.add_credential(bob, key("Mine"), NOW).await;
        assert_eq!(taken, Err(StoreError::Duplicate("passkey")));
        store.use_credential(ada, &[7; 20], b"key 2", 5, NOW + 1).await.expect("is used");
        let found = store.credential(&[7; 20]).await.expect("is there");
        assert_eq!((found.user, found.counter, found.used_ms), (ada, 5, Some(NOW + 1)));
        assert_eq!(found.passkey, b"key 2");
        assert_eq!(store.credentials(ada).await.expect("lists"), [found]);
        assert_eq!(store.credentials(bob).await.expect("lists"), []);
        store.remove_credential(ada, &[7; 20]).await.expect("goes");
        assert_eq!(store.credential(&[7; 20]).await, Err(StoreError::NotFound));
    })
    .await;
}

#[tokio::test]
async fn sessions_note_visits_once_a_minute_and_end() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let end = NOW + 10 * MINUTE;
        for token in [1, 2, 3] {
            store.create_session(ada, [token; 32], end, NOW).await.expect("signs in");
        }
        let seen = async |now_ms| {
            store.session([1; 32], now_ms).await.map(|session| (session.user, session.seen_ms))
        };
        assert_eq!(seen(NOW + MINUTE - 1).await, Ok((ada, NOW)));
        assert_eq!(seen(NOW + MINUTE).await, Ok((ada, NOW + MINUTE)));
        assert_eq!(seen(NOW + MINUTE + 1).await, Ok((ada, NOW + MINUTE)));
        assert_eq!(seen(end).await, Err(StoreError::NotFound));
        assert_eq!(store.session([9; 32], NOW).await, Err(StoreError::NotFound));

        store.delete_session([3; 32]).await.expect("signs out");
        store.delete_session([3; 32]).await.expect("is signed out already");
        assert_eq!(store.sessions(ada, NOW).await.expect("lists").len(), 2);
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
async fn what_has_had_its_time_goes() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        store.create_session(ada, [1; 32], NOW + 1, NOW).await.expect("signs in");
        store.create_session(ada, [2; 32], NOW + MINUTE, NOW).await.expect("signs in");
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
