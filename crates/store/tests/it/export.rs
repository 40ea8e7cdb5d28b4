//! Import of our own export is the identity, on one database and across them.

use proptest::prelude::*;
use store::{Kind, Shelf, Store, StoreError};

use crate::databases::{Database, NOW, all, draft, file, memory, person, postgres, resume};
use crate::sample::fill;

async fn exported(store: &Store) -> Vec<u8> {
    store.export(Vec::new()).await.expect("exports")
}

#[tokio::test]
async fn every_database_takes_what_every_other_wrote() {
    let first = memory().open().await;
    fill(&first, "ada", NOW).await;
    fill(&first, "bob", NOW + 5).await;
    first.local_user(NOW).await.expect("is made");
    let mut bytes = exported(&first).await;
    let mut before = None;
    // From SQLite to SQLite, to PostgreSQL where there is one, and back.
    for database in all().await.into_iter().chain([file()]) {
        let store = database.open().await;
        store.import(std::io::Cursor::new(bytes.clone())).await.expect("imports");
        assert_eq!(exported(&store).await, bytes, "{}", database.name);
        assert_eq!(store.check().await, Ok(vec![]), "{}", database.name);
        bytes = exported(&store).await;
        before = Some(bytes.clone());
        store.close().await;
    }
    assert_eq!(before, Some(exported(&first).await));
}

#[tokio::test]
async fn what_was_imported_can_be_worked_with() {
    for database in all().await {
        let (from, to) = (memory().open().await, database.open().await);
        let ada = fill(&from, "ada", NOW).await;
        to.import(std::io::Cursor::new(exported(&from).await)).await.expect("imports");
        let list = to.documents(ada, Kind::Resume, Shelf::Current, None, 10).await.expect("lists");
        let id = list.items[0].id;
        assert_eq!(to.document(ada, id).await, from.document(ada, id).await);
        to.save_revision(ada, id, 3, draft("more"), NOW + 9).await.expect("saves");
        assert_eq!(to.user_by_handle("ADA").await.expect("is there").id, ada);
        let again = to.import(std::io::Cursor::new(exported(&from).await)).await;
        assert!(
            matches!(again, Err(StoreError::Invalid(_))),
            "only into an empty store: {again:?}"
        );
    }
}

#[tokio::test]
async fn a_person_moves_to_a_store_of_their_own() {
    for database in all().await {
        let (from, to) = (memory().open().await, database.open().await);
        let ada = fill(&from, "ada", NOW).await;
        fill(&from, "bob", NOW).await;
        let own = from.export_user(ada, Vec::new()).await.expect("exports");
        to.import(std::io::Cursor::new(own.clone())).await.expect("imports");
        assert_eq!(to.users().await.expect("lists").len(), 1);
        assert_eq!(to.export_user(ada, Vec::new()).await.expect("exports"), own);
        assert_eq!(to.check().await, Ok(vec![]));
    }
}

/// A step of somebody's work.
#[derive(Clone, Debug)]
enum Step {
    Create(String),
    Save(usize, String),
    Restore(usize, i64),
    Bin(usize),
    Erase(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let text = || any::<String>().prop_map(|text| text.replace('\0', ""));
    prop_oneof![
        text().prop_map(Step::Create),
        (0..4_usize, text()).prop_map(|(at, text)| Step::Save(at, text)),
        (0..4_usize, 1..4_i64).prop_map(|(at, number)| Step::Restore(at, number)),
        (0..4_usize).prop_map(Step::Bin),
        (0..4_usize).prop_map(Step::Erase),
    ]
}

/// Does the steps that are possible, each by one of two people.
async fn work(store: &Store, steps: &[Step]) {
    let people = [person(store, "ada").await, person(store, "bob").await];
    let mut made = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let user = people[index % 2];
        let now = NOW + i64::try_from(index).expect("few steps");
        let at = |at: usize| made.get(at).copied();
        // Steps that are not possible, e.g. on another's document, change nothing.
        match step {
            Step::Create(text) => made.push(resume(store, user, text, now).await.id),
            Step::Save(index, text) => {
                if let Some(id) = at(*index)
                    && let Ok(opened) = store.document(user, id).await
                {
                    let base = opened.document.head;
                    drop(store.save_revision(user, id, base, draft(text), now).await);
                }
            }
            Step::Restore(index, number) => {
                if let Some(id) = at(*index) {
                    drop(store.restore_revision(user, id, *number, now).await);
                }
            }
            Step::Bin(index) => {
                if let Some(id) = at(*index) {
                    drop(store.bin_document(user, id, now).await);
                }
            }
            Step::Erase(index) => {
                if let Some(id) = at(*index) {
                    drop(store.erase_document(user, id).await);
                }
            }
        }
    }
}

/// Does the steps, and moves what came of them into an empty store.
fn identity(steps: &[Step], to: impl AsyncFnOnce() -> Option<Database>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime for the test").block_on(async {
        let from = memory().open().await;
        work(&from, steps).await;
        assert_eq!(from.check().await, Ok(vec![]));
        let bytes = exported(&from).await;
        if let Some(database) = to().await {
            let to = database.open().await;
            to.import(std::io::Cursor::new(bytes.clone())).await.expect("imports");
            assert_eq!(exported(&to).await, bytes, "{}", database.name);
        }
    });
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn import_after_export_is_the_identity(steps in prop::collection::vec(step(), 0..16)) {
        identity(&steps, async || Some(memory()));
    }
}

proptest! {
    #![proptest_config(config(6))]

    #[test]
    fn so_it_is_into_a_server(steps in prop::collection::vec(step(), 0..16)) {
        identity(&steps, postgres);
    }
}
