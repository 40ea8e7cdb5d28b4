//! Files: kept once, within limits, gone with the last that names them.

use store::{FileLimits, NewFile, StoreError};

use crate::databases::{NOW, everywhere, person};

const LIMITS: FileLimits = FileLimits { file: 10, total: 15 };

fn file(name: &str, bytes: &[u8]) -> NewFile {
    NewFile {
        document: None,
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        bytes: bytes.to_vec(),
    }
}

#[tokio::test]
async fn the_same_bytes_are_kept_once() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let add = async |name: &str, bytes: &[u8]| {
            store.add_file(ada, file(name, bytes), LIMITS, NOW).await
        };
        let one = add("one", b"0123456789").await.expect("is kept");
        let two = add("two", b"0123456789").await.expect("needs no space");
        assert_eq!((one.sha256, one.size), (two.sha256, 10));
        let large = |what, bytes, limit| Err(StoreError::TooLarge { what, bytes, limit });
        assert_eq!(add("large", b"0123456789a").await, large("the file", 11, 10));
        assert_eq!(add("more", b"abcdef").await, large("all your files together", 16, 15));
        let empty = add("empty", b"").await.expect("is kept");
        assert_eq!(store.file(ada, empty.id).await.expect("is there").bytes, b"");

        store.delete_file(ada, one.id).await.expect("goes");
        assert_eq!(store.file(ada, one.id).await, Err(StoreError::NotFound));
        assert_eq!(store.file(ada, two.id).await.expect("is there").bytes, b"0123456789");
        store.delete_file(ada, two.id).await.expect("goes");
        assert_eq!(store.delete_file(ada, two.id).await, Err(StoreError::NotFound));
        add("more", b"abcdef").await.expect("has space again");
        assert_eq!(store.check().await, Ok(vec![]));
    })
    .await;
}

#[tokio::test]
async fn many_at_once_stay_within_the_limit() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let adding = (0..8_u8).map(|byte| {
            let store = store.clone();
            tokio::spawn(
                async move { store.add_file(ada, file("f", &[byte; 4]), LIMITS, NOW).await },
            )
        });
        let mut kept = 0;
        for one in adding.collect::<Vec<_>>() {
            kept += usize::from(one.await.expect("ends").is_ok());
        }
        assert_eq!(kept, 3, "15 bytes hold three files of 4");
    })
    .await;
}
