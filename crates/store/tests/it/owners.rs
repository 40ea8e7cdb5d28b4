//! Nobody reaches what is another's: every method, with an id that is right and a person who is not.

use store::{FileLimits, Kind, NewFile, NewReport, Shelf, StoreError};

use crate::databases::{NOW, draft, everywhere, person, resume};
use crate::sample::fill;

/// The result says that there is nothing.
#[track_caller]
fn refused<T: std::fmt::Debug>(what: &str, result: Result<T, StoreError>) {
    assert_eq!(result.map(|_| ()), Err(StoreError::NotFound), "{what}");
}

#[tokio::test]
async fn nobody_reaches_what_belongs_to_another() {
    everywhere(async |store| {
        let (ada, eve) = (person(&store, "ada").await, person(&store, "eve").await);
        let made = resume(&store, ada, "private", NOW).await;
        let binned = resume(&store, ada, "old", NOW).await;
        store.bin_document(ada, binned.id, NOW).await.expect("goes into the bin");
        let limits = FileLimits { file: 10, total: 10 };
        let file = |document| NewFile {
            document,
            name: "cv".to_owned(),
            media_type: "text/plain".to_owned(),
            bytes: vec![1],
        };
        let kept = store.add_file(ada, file(None), limits, NOW).await.expect("is kept");
        let report = |document| NewReport {
            document,
            revision: None,
            kind: "check".to_owned(),
            title: "R".to_owned(),
            json: "{}".to_owned(),
        };
        let noted = store.save_report(ada, report(Some(made.id)), NOW).await.expect("is kept");
        store.begin_request(ada, "k", [1; 32], NOW).await.expect("begins");
        let before = store.export(Vec::new()).await.expect("exports");

        refused("document", store.document(eve, made.id).await);
        refused("save", store.save_revision(eve, made.id, 1, draft("mine"), NOW).await);
        refused("save the same", store.save_revision(eve, made.id, 1, draft("private"), NOW).await);
        refused("restore", store.restore_revision(eve, made.id, 1, NOW).await);
        refused("revision", store.revision(eve, made.id, 1).await);
        assert_eq!(store.revisions(eve, made.id, None, 10).await, Ok(vec![]));
        refused("rename", store.rename_document(eve, made.id, "x", "x").await);
        refused("bin", store.bin_document(eve, made.id, NOW).await);
        refused("unbin", store.unbin_document(eve, binned.id).await);
        refused("erase", store.erase_document(eve, binned.id).await);
        for shelf in [Shelf::Current, Shelf::Bin] {
            let list = store.documents(eve, Kind::Resume, shelf, None, 10).await.expect("lists");
            assert_eq!(list.items, []);
        }
        refused("file", store.file(eve, kept.id).await);
        refused("delete file", store.delete_file(eve, kept.id).await);
        refused("add a file", store.add_file(eve, file(Some(made.id)), limits, NOW).await);
        assert_eq!(store.files(eve, None, None, 10).await.expect("lists").items, []);
        assert_eq!(store.files(eve, Some(made.id), None, 10).await.expect("lists").items, []);
        refused("report", store.report(eve, noted.id).await);
        refused("delete report", store.delete_report(eve, noted.id).await);
        refused("save a report", store.save_report(eve, report(Some(made.id)), NOW).await);
        assert_eq!(store.reports(eve, None, None, 10).await.expect("lists").items, []);
        assert_eq!(store.reports(eve, Some(made.id), None, 10).await.expect("lists").items, []);
        assert_eq!(store.delete_sessions(eve, None).await, Ok(0));
        store.forget_request(eve, "k").await.expect("has none");

        assert_eq!(store.export(Vec::new()).await.expect("exports"), before, "nothing changed");
    })
    .await;
}

#[tokio::test]
async fn a_persons_export_has_nothing_of_another() {
    everywhere(async |store| {
        let ada = fill(&store, "ada", NOW).await;
        let eve = fill(&store, "eve", NOW + 1).await;
        let own = store.export_user(ada, Vec::new()).await.expect("exports");
        let own = String::from_utf8(own).expect("is text");
        assert!(own.contains(&ada.to_string()));
        assert!(!own.contains(&eve.to_string()));
        let text = own.lines().filter(|line| line.contains("resume of ada")).count();
        assert!(text > 0 && !own.contains("resume of eve"));
        store.delete_user(eve).await.expect("goes");
        refused("an export of nobody", store.export_user(eve, Vec::new()).await);
        assert_eq!(store.export_user(ada, Vec::new()).await.expect("exports"), own.into_bytes());
        assert_eq!(store.check().await, Ok(vec![]));
    })
    .await;
}
