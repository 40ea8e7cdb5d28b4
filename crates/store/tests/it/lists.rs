//! Lists, a page at a time.

use store::{Cursor, Kind, NewDocument, NewReport, Shelf, StoreError};

use crate::databases::{NOW, draft, everywhere, person, resume};

#[tokio::test]
async fn pages_hold_every_entry_once_the_last_saved_first() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let mut made = Vec::new();
        for number in 0..7 {
            // Some of them at the same moment.
            made.push(resume(&store, ada, &number.to_string(), NOW + number / 2).await.id);
        }
        let job = NewDocument {
            kind: Kind::Job,
            title: "Engineer".to_owned(),
            company: "Quayline".to_owned(),
            draft: draft("title: Engineer\n"),
        };
        let job = store.create_document(ada, job, NOW).await.expect("saves a job");
        store.save_revision(ada, made[0], 1, draft("new"), NOW + 99).await.expect("saves");

        let (mut after, mut seen, mut pages) = (None, Vec::new(), 0);
        loop {
            let list = store.documents(ada, Kind::Resume, Shelf::Current, after, 3).await;
            let page = list.expect("lists");
            seen.extend(page.items.iter().map(|one| (one.updated_ms, one.id)));
            pages += 1;
            let Some(next) = page.next else { break };
            // A cursor survives an address.
            after = Some(next.to_string().parse::<Cursor>().expect("reads its own text"));
        }
        assert_eq!(pages, 3);
        assert!(seen.is_sorted_by(|one, two| one > two), "{seen:?}");
        assert_eq!(seen[0].1, made[0]);
        let mut ids: Vec<_> = seen.into_iter().map(|(_, id)| id).collect();
        ids.sort_unstable();
        made.sort_unstable();
        assert_eq!(ids, made);

        let jobs = store.documents(ada, Kind::Job, Shelf::Current, None, 3).await.expect("lists");
        assert_eq!((jobs.items, jobs.next), (vec![job], None));
    })
    .await;
}

#[tokio::test]
async fn reports_are_listed_alone_or_of_a_document() {
    everywhere(async |store| {
        let ada = person(&store, "ada").await;
        let made = resume(&store, ada, "one", NOW).await;
        let report = |document, revision| NewReport {
            document,
            revision,
            kind: "check".to_owned(),
            title: "A".to_owned(),
            json: "{\"grade\":81}".to_owned(),
        };
        let about =
            store.save_report(ada, report(Some(made.id), Some(1)), NOW).await.expect("saves");
        let alone = store.save_report(ada, report(None, None), NOW + 1).await.expect("saves");
        let missing = store.save_report(ada, report(Some(made.id), Some(2)), NOW).await;
        assert_eq!(missing, Err(StoreError::NotFound));
        assert!(store.save_report(ada, report(None, Some(1)), NOW).await.is_err());
        let all = store.reports(ada, None, None, 10).await.expect("lists").items;
        assert_eq!(all, [alone.clone(), about.clone()]);
        let of_one = store.reports(ada, Some(made.id), None, 10).await.expect("lists").items;
        assert_eq!(of_one, all[1..]);
        assert_eq!(store.report(ada, about.id).await.expect("reads").json, "{\"grade\":81}");
        store.delete_report(ada, alone.id).await.expect("goes");
        assert_eq!(store.delete_report(ada, alone.id).await, Err(StoreError::NotFound));
    })
    .await;
}

#[test]
fn ids_and_cursors_have_one_spelling() {
    let check = |text: &str, good: bool| {
        assert_eq!(text.parse::<store::DocumentId>().is_ok(), good, "{text}");
    };
    check("019b76da-a800-7000-8000-000000000000", true);
    check("019B76DA-A800-7000-8000-000000000000", false);
    check("019b76daa80070008000000000000000", false);
    check("{019b76da-a800-7000-8000-000000000000}", false);
    check("", false);
    check("../../etc/passwd", false);
    for text in ["", "~", "1", "1~", "x~019b76da-a800-7000-8000-000000000000"] {
        assert!(text.parse::<Cursor>().is_err(), "{text}");
    }
}
