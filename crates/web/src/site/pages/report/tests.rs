//! The report page through the whole router.

use axum::http::StatusCode;

use crate::site::testing::User;

/// A resume with something wrong in every group.
const PAGE: &str = "\
basics:
  name: Ada Lindqvist
  email: ada@lindqvist.example
work:
  - name: Harbor
    position: Backend Engineer
    startDate: 2021-03
    highlights:
      - Responsible for various backend tasks
      - Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs
      - Improved throughput by 300% and reduced errors by 140%
skills:
  - name: Languages
    keywords: [Go, Rust]
";

/// The address of the report of a file.
async fn dropped(user: &User, name: &str, bytes: &[u8]) -> String {
    let answer = user.upload("/", name, bytes).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}");
    answer.location().to_owned()
}

#[tokio::test]
async fn every_part_is_there() {
    let user = User::local().await;
    let address = dropped(&user, "cv.yaml", PAGE.as_bytes()).await;
    let report = user.get(&address).await;
    assert_eq!(report.status, StatusCode::OK);
    let html = report.text();
    for part in [
        "<h1 id=\"report\">cv.yaml</h1>",
        "Next best improvements",
        "Lines to write anew",
        "The first eight seconds",
        "Findings at their place",
        "Engineering content",
        "Integrity",
        "Readiness",
        "Bullet by bullet",
        "Role 1, bullet 1",
        "What a machine reads",
        "Where the points come from",
        "name=\"from\"",
        "/match?resume=",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    // Every way within the page leads somewhere.
    for target in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(html.contains(&format!("id=\"{target}\"")), "{target}");
    }
    let ids: Vec<&str> =
        html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len());
    assert!(!html.contains(" style="), "the policy forbids inline styles");
}

#[tokio::test]
async fn pages_are_pictures_with_boxes() {
    let user = User::local().await;
    let address = dropped(&user, "cv.yaml", PAGE.as_bytes()).await;
    let picture = format!("{address}/pages/1.svg");
    // Also before the report was looked at.
    for _ in 0..2 {
        let answer = user.get(&picture).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers["content-type"], "image/svg+xml");
        let html = user.get(&address).await;
        assert!(html.text().contains(&picture) && html.text().contains("id=\"box-1\""));
    }
    for missing in ["0.svg", "9.svg", "1.png", "1.gif", "1", "x.svg", "-1.svg"] {
        let answer = user.get(&format!("{address}/pages/{missing}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{missing}");
    }
}

#[tokio::test]
async fn another_stage_is_another_bar() {
    let user = User::local().await;
    let address = dropped(&user, "cv.yaml", PAGE.as_bytes()).await;
    let staff = user.get(&format!("{address}?stage=staff")).await;
    assert!(staff.text().contains("<option value=\"staff\" selected>"), "{}", staff.text());
    assert!(staff.text().contains("download/report.json?stage=staff"));
    assert_eq!(user.get(&format!("{address}?stage=")).await.status, StatusCode::OK);
    assert_eq!(user.get(&format!("{address}?stage=chief")).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_report_is_a_file_in_three_forms() {
    let user = User::local().await;
    let address = dropped(&user, "Ada's cv.yaml", PAGE.as_bytes()).await;
    let get = async |name: &str| user.get(&format!("{address}/download/{name}")).await;
    let json = get("report.json").await;
    assert_eq!(
        json.headers["content-disposition"],
        "attachment; filename=\"Ada-s-cv-report.json\""
    );
    let report = resume::Report::read(json.text()).expect("a report");
    assert_eq!(report.bullets.len(), 3);
    assert!(get("report.md").await.text().starts_with("# Ada's cv.yaml: "));
    let html = get("report.html").await;
    assert!(html.text().contains("Content-Security-Policy") && !html.text().contains("href=\"/"));
    assert_eq!(get("report.exe").await.status, StatusCode::NOT_FOUND);
    let staff = get("report.json?stage=staff").await;
    assert_eq!(
        resume::Report::read(staff.text()).map(|report| report.stage),
        Some(resume::Stage::Staff)
    );
}

#[tokio::test]
async fn reports_are_kept_shown_and_deleted() {
    let user = User::local().await;
    assert!(user.get("/reports/saved").await.text().contains("There are none"));
    let address = dropped(&user, "cv.yaml", PAGE.as_bytes()).await;
    let saved = user.submit(&format!("{address}/save"), &[("stage", "senior")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let kept = saved.location();
    let shown = user.get(kept).await;
    assert!(shown.text().contains("as <b>senior</b>") && !shown.text().contains("href=\"#line-"));
    assert!(user.get("/reports/saved").await.text().contains(kept));
    let json = user.get(&format!("{kept}/download/report.json")).await;
    assert!(resume::Report::read(json.text()).is_some());
    // The report stays when the file goes.
    assert_eq!(user.submit(&format!("{address}/forget"), &[]).await.location(), "/");
    assert_eq!(user.get(&address).await.status, StatusCode::NOT_FOUND);
    let gone = user.submit(&format!("{address}/save"), &[]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert_eq!(user.get(kept).await.status, StatusCode::OK);
    assert_eq!(user.submit(&format!("{kept}/delete"), &[]).await.location(), "/reports/saved");
    assert_eq!(user.get(kept).await.status, StatusCode::NOT_FOUND);
    assert_eq!(user.get("/reports/saved/none").await.status, StatusCode::NOT_FOUND);
    assert_eq!(user.get("/reports/saved?after=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn examples_need_no_file() {
    let user = User::local().await;
    let home = user.get("/").await;
    let names: Vec<&str> = home.text().split("name=\"example\" value=\"").skip(1).collect();
    assert_eq!(names.len(), 3);
    for name in names.iter().filter_map(|rest| rest.split('"').next()) {
        let form = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"example\"\r\n\r\n{name}\r\n--edge--\r\n"
        );
        let answer = user.post("/", "multipart/form-data; boundary=edge", form).await;
        let report = user.get(answer.location()).await;
        assert!(report.text().contains("Ready to send"), "{name}: {}", report.text());
    }
    let form =
        "--edge\r\nContent-Disposition: form-data; name=\"example\"\r\n\r\nnone\r\n--edge--\r\n";
    let answer = user.post("/", "multipart/form-data; boundary=edge", form).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_no_resume_is_said_so_and_every_text_is_escaped() {
    let user = User::local().await;
    let address = dropped(&user, "empty.yaml", b"basics: {}\n").await;
    assert!(user.get(&address).await.text().contains("does not look like a resume"));
    let evil = "<script>alert(1)</script>\\\"'<img src=x onerror=y>";
    let page = PAGE.replace("Harbor", &format!("\"{evil}\"")).replace("various", evil);
    let address = dropped(&user, &format!("{evil}.yaml"), page.as_bytes()).await;
    for path in [address.clone(), format!("{address}/download/report.html")] {
        let html = user.get(&path).await;
        assert!(!html.text().contains("<script>alert") && !html.text().contains("<img src=x"));
    }
}

#[tokio::test]
async fn long_files_stay_short_pages() {
    let user = User::local().await;
    let bullets = "      - Responsible for various backend tasks\n".repeat(3000);
    let page = PAGE.replace("      - Responsible for various backend tasks\n", &bullets);
    let address = dropped(&user, "long.yaml", page.as_bytes()).await;
    let report = user.get(&address).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.bytes.len() < 2 << 20, "{}", report.bytes.len());
}
