//! Requests that are sent twice.

use store::{Answer, Begun, StoreError};

use crate::databases::{NOW, everywhere, person};

const DAY: i64 = 24 * 60 * 60 * 1000;

#[tokio::test]
async fn the_second_request_gets_the_answer_of_the_first() {
    everywhere(async |store| {
        let (ada, bob) = (person(&store, "ada").await, person(&store, "bob").await);
        let begin = async |user, hash, now_ms| {
            store.begin_request(user, "k", [hash; 32], now_ms).await.expect("begins")
        };
        assert_eq!(begin(ada, 1, NOW).await, Begun::New);
        assert_eq!(begin(ada, 1, NOW).await, Begun::UnderWay);
        assert_eq!(begin(ada, 2, NOW).await, Begun::Mismatch);
        assert_eq!(begin(bob, 1, NOW).await, Begun::New);

        let answer = Answer {
            status: 201,
            headers: vec![("ETag".to_owned(), "\"1\"".to_owned())],
            body: b"{}".to_vec(),
        };
        store.finish_request(ada, "k", answer.clone()).await.expect("finishes");
        assert_eq!(begin(ada, 1, NOW + DAY - 1).await, Begun::Replay(answer.clone()));
        assert_eq!(begin(ada, 2, NOW).await, Begun::Mismatch);
        assert_eq!(store.finish_request(ada, "k", answer).await, Err(StoreError::NotFound));
        store.forget_request(ada, "k").await.expect("an answer is not forgotten");
        assert_eq!(begin(ada, 2, NOW).await, Begun::Mismatch);
        assert_eq!(begin(ada, 2, NOW + DAY).await, Begun::New);
    })
    .await;
}

#[tokio::test]
async fn a_request_that_failed_or_was_lost_may_come_again() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let begin = async |now_ms| store.begin_request(ada, "k", [1; 32], now_ms).await;
        assert_eq!(begin(NOW).await, Ok(Begun::New));
        store.forget_request(ada, "k").await.expect("forgets");
        assert_eq!(begin(NOW).await, Ok(Begun::New));
        assert_eq!(begin(NOW + 59_999).await, Ok(Begun::UnderWay));
        assert_eq!(begin(NOW + 60_000).await, Ok(Begun::New));
        for key in [String::new(), "x".repeat(256)] {
            let refused = store.begin_request(ada, &key, [1; 32], NOW).await;
            assert!(matches!(refused, Err(StoreError::Invalid(_))), "{refused:?}");
        }
    })
    .await;
}
