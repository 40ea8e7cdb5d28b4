//! A copy while others write.

use store::{Store, StoreError};

use crate::databases::{NOW, draft, file, memory, person, postgres, resume};
use crate::sample::fill;

#[tokio::test]
async fn a_backup_is_a_database_of_one_moment() {
    for database in [memory(), file()] {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("it's a backup.db");
        let target = target.to_str().expect("is text");
        let store = database.open().await;
        let ada = fill(&store, "ada", NOW).await;
        let made = resume(&store, ada, "0", NOW).await;
        let saving = tokio::spawn({
            let store = store.clone();
            async move {
                for number in 1..50 {
                    let text = draft(&number.to_string());
                    store.save_revision(ada, made.id, number, text, NOW).await.expect("saves");
                }
            }
        });
        store.backup(target).await.expect("copies");
        saving.await.expect("everything is saved meanwhile");

        let copy = Store::open(&format!("sqlite:{target}")).await.expect("opens the copy");
        assert_eq!(copy.check().await, Ok(vec![]));
        let opened = copy.document(ada, made.id).await.expect("is there");
        assert_eq!(opened.revision.source, (opened.document.head - 1).to_string());
        let again = store.backup(target).await.expect_err("does not write over a file");
        assert!(again.to_string().contains("cannot be written"), "{again}");
        copy.close().await;
    }
}

#[tokio::test]
async fn a_server_says_how_it_is_backed_up() {
    if let Some(database) = postgres().await {
        let store = database.open().await;
        person(&store, "ada").await;
        let refused = store.backup("x.db").await;
        assert!(matches!(refused, Err(StoreError::Unsupported(_))), "{refused:?}");
    }
}
