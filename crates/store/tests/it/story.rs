//! One person's way through everything that is kept, on every database.

use store::{FileLimits, Kind, NewFile, NewReport, Shelf, StoreError};

use crate::databases::{NOW, draft, everywhere, person, resume};

#[tokio::test]
async fn a_resume_is_written_saved_from_two_tabs_and_brought_back() {
    everywhere(async |store| {
        let ada = person(&store, "ada@example.com").await;
        let made = resume(&store, ada, "basics: {name: Ada}\n", NOW).await;
        assert_eq!(made.head, 1);

        // Two tabs start from the first revision; the second one to save has to merge.
        let tab = store.save_revision(ada, made.id, 1, draft("two\n"), NOW + 1).await;
        assert_eq!(tab.expect("the first tab saves").number, 2);
        let other = store.save_revision(ada, made.id, 1, draft("other\n"), NOW + 2).await;
        assert_eq!(other, Err(StoreError::Conflict { head: 2 }));
        let merged = store.save_revision(ada, made.id, 2, draft("both\n"), NOW + 3).await;
        assert_eq!(merged.expect("a merge saves").number, 3);

        // The same text again, from any base, is no revision.
        for base in [1, 3] {
            let again = store.save_revision(ada, made.id, base, draft("both\n"), NOW + 4).await;
            assert_eq!(again.expect("nothing to save").number, 3);
        }

        let back = store.restore_revision(ada, made.id, 1, NOW + 5).await.expect("goes back");
        assert_eq!((back.number, back.restored_from), (4, Some(1)));
        let opened = store.document(ada, made.id).await.expect("opens");
        assert_eq!(opened.document.head, 4);
        assert_eq!(opened.document.updated_ms, NOW + 5);
        assert_eq!(opened.revision.source, "basics: {name: Ada}\n");
        let numbers = store.revisions(ada, made.id, None, 10).await.expect("lists");
        assert_eq!(numbers.iter().map(|one| one.number).collect::<Vec<_>>(), [4, 3, 2, 1]);
        let numbers = store.revisions(ada, made.id, Some(3), 1).await.expect("lists");
        assert_eq!(numbers.iter().map(|one| one.number).collect::<Vec<_>>(), [2]);
        assert_eq!(store.revision(ada, made.id, 3).await.expect("reads").source, "both\n");
    })
    .await;
}

#[tokio::test]
async fn of_many_tabs_at_once_one_saves_and_the_others_hear_of_it() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let made = resume(&store, ada, "first", NOW).await;
        for base in 1..4 {
            let tabs = (0..8).map(|tab| {
                let (store, text) = (store.clone(), draft(&format!("{base} {tab}")));
                tokio::spawn(async move {
                    store
                        .save_revision(ada, made.id, base, text, NOW)
                        .await
                        .map(|saved| saved.number)
                })
            });
            let mut ends = Vec::new();
            for tab in tabs.collect::<Vec<_>>() {
                ends.push(tab.await.expect("ends"));
            }
            ends.sort_by_key(Result::is_err);
            assert_eq!(ends[0], Ok(base + 1));
            assert!(
                ends[1..].iter().all(|end| *end == Err(StoreError::Conflict { head: base + 1 }))
            );
        }
        assert_eq!(store.check().await, Ok(vec![]));
    })
    .await;
}

#[tokio::test]
async fn the_bin_keeps_everything_until_it_is_erased() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let made = resume(&store, ada, "one", NOW).await;
        let list = async |shelf| {
            let page = store.documents(ada, Kind::Resume, shelf, None, 10).await.expect("lists");
            page.items.len()
        };
        let limits = FileLimits { file: 100, total: 100 };
        let scan = NewFile {
            document: Some(made.id),
            name: "cv.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            bytes: b"%PDF-".to_vec(),
        };
        let scan = store.add_file(ada, scan, limits, NOW).await.expect("keeps a file");
        let report = NewReport {
            document: Some(made.id),
            revision: Some(1),
            kind: "check".to_owned(),
            title: "First".to_owned(),
            json: "{}".to_owned(),
        };
        let report = store.save_report(ada, report, NOW).await.expect("keeps a report");

        assert_eq!(store.erase_document(ada, made.id).await, Err(StoreError::NotFound));
        store.bin_document(ada, made.id, NOW).await.expect("goes into the bin");
        assert_eq!((list(Shelf::Current).await, list(Shelf::Bin).await), (0, 1));
        let save = store.save_revision(ada, made.id, 1, draft("two"), NOW).await;
        assert_eq!(save, Err(StoreError::InBin));
        let rename = store.rename_document(ada, made.id, "Other", "").await;
        assert_eq!(rename, Err(StoreError::InBin));
        assert_eq!(store.bin_document(ada, made.id, NOW).await, Err(StoreError::InBin));
        assert_eq!(store.document(ada, made.id).await.expect("opens").revision.source, "one");

        store.unbin_document(ada, made.id).await.expect("comes back");
        assert_eq!((list(Shelf::Current).await, list(Shelf::Bin).await), (1, 0));
        store.bin_document(ada, made.id, NOW).await.expect("goes into the bin");
        store.erase_document(ada, made.id).await.expect("is erased");
        assert_eq!((list(Shelf::Current).await, list(Shelf::Bin).await), (0, 0));
        assert_eq!(store.document(ada, made.id).await, Err(StoreError::NotFound));
        assert_eq!(store.report(ada, report.id).await, Err(StoreError::NotFound));
        assert_eq!(store.file(ada, scan.id).await, Err(StoreError::NotFound));
    })
    .await;
}
