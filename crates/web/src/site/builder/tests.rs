//! Forms as people fill them in, through the whole router.

use axum::http::StatusCode;

use crate::site::testing::User;

/// A new resume of a text; its address.
async fn made_of(user: &User, name: &str, text: &str) -> String {
    let dropped = user.upload("/", name, text.as_bytes()).await;
    let key = dropped.location().rsplit('/').next().expect("a key").to_owned();
    let made = user.submit("/resumes", &[("from", &key)]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    made.location().to_owned()
}

#[tokio::test]
async fn a_resume_is_made_and_shown() {
    let user = User::local().await;
    for fields in [&[][..], &[("example", "mid-logistics")]] {
        let made = user.submit("/resumes", fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        let page = user.get(made.location()).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("id=\"builder\""));
    }
}
