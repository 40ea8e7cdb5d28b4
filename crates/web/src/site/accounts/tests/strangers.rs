//! Nobody gets in anywhere without an account.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE, WWW_AUTHENTICATE};

use crate::site::accounts::access::{Access, TABLE, row};
use crate::site::router::router;
use crate::site::testing::{User, pass};

/// The path of every route, as the router has it.
fn routes(user: &User) -> Vec<String> {
    // The router tells its paths to who debugs it: `RouteId(7): "/jobs/{id}"`.
    let debug = format!("{:?}", router(user.site.clone()));
    // What answers where nothing is stands behind.
    let routes = debug.split("fallback_router").next().unwrap_or_default();
    let quoted = routes.split("RouteId(").filter_map(|part| part.split_once("): \""));
    let paths = quoted.filter_map(|(_, rest)| rest.split('"').next());
    let mut paths: Vec<String> =
        paths.filter(|path| path.starts_with('/')).map(str::to_owned).collect();
    paths.retain(|path| !path.contains("__private__"));
    paths.sort();
    paths.dedup();
    paths
}

#[tokio::test]
async fn each_route_says_whom_it_is_open_to() {
    let user = User::visitor().await;
    let routes = routes(&user);
    assert!(routes.len() > 90, "the router tells its paths otherwise: {routes:?}");
    for route in &routes {
        assert!(row(route).is_some(), "{route} has no row in the table of `access`");
    }
    for (pattern, access) in TABLE {
        let used = routes.iter().any(|route| row(route).is_some_and(|(found, _)| found == pattern));
        assert!(used, "no route has the row {pattern}");
        let below = pattern.ends_with("**");
        assert!(!below || *access == Access::Person, "{pattern} opens what nobody thought about");
    }
}

#[tokio::test]
async fn nobody_gets_in_without_an_account() {
    let user = User::visitor().await;
    let id = "0192f0c1-2e4a-7d5b-8a6c-3f1e2d4c5b6a";
    for route in routes(&user) {
        let path = route.replace("{id}", id).replace(['{', '}'], "");
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] {
            pass(60_000);
            let answer = user.ask(method, &path).await;
            let what = format!("{method} {path}: {}", answer.status);
            assert!(!answer.status.is_server_error(), "{what}");
            assert!(!answer.headers.contains_key(SET_COOKIE) || path == "/sign-out", "{what}");
            if Access::of(Some(&route)) != Access::Person {
                continue;
            }
            if path.starts_with("/api/v1") {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{what}");
                assert_eq!(answer.headers[CONTENT_TYPE], "application/problem+json", "{what}");
                assert_eq!(answer.headers[WWW_AUTHENTICATE], "Bearer", "{what}");
            } else if matches!(method, "GET" | "HEAD") {
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{what}");
                let to = answer.headers[LOCATION].to_str().expect("an address");
                assert!(to.starts_with("/sign-in?next=%2F"), "{what} {to}");
            } else {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{what}");
            }
        }
    }
}

#[tokio::test]
async fn a_site_of_one_person_has_no_accounts() {
    let user = User::local().await;
    for path in ["/sign-in", "/forgot", "/account", "/people", "/set-up/x", "/account/export"] {
        assert_eq!(user.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(user.sign_in("a", "b").await.status, StatusCode::NOT_FOUND);
    assert!(!user.get("/").await.text().contains("Sign in"));
}

#[tokio::test]
async fn a_visitor_reads_and_checks_a_file() {
    let user = User::visitor().await;
    for path in ["/", "/examples", "/bullets", "/guide", "/rules", "/formats", "/privacy", "/api"] {
        let page = user.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text().contains("href=\"/sign-in\""), "{path}");
        assert!(!page.text().contains("leaves this machine"), "{path}");
    }
    for path in ["/api/v1/openapi.json", "/api/v1/rules", "/api/v1/templates"] {
        assert_eq!(user.get(path).await.status, StatusCode::OK, "{path}");
    }
    let resume = &roles::library().resumes[0];
    let dropped = user.upload("/", "cv.yaml", resume.yaml.as_bytes()).await;
    let report = dropped.location().to_owned();
    assert_eq!(user.get(&report).await.status, StatusCode::OK);
    // Whoever has the key may read it; keeping it needs a person.
    assert_eq!(user.another().get(&report).await.status, StatusCode::OK);
    let saved = user.submit(&format!("{report}/save"), &[]).await;
    assert_eq!(saved.status, StatusCode::UNAUTHORIZED);
    let checked = user.post("/api/v1/check", "application/yaml", resume.yaml.clone()).await;
    assert_eq!(checked.status, StatusCode::UNAUTHORIZED);
    // A visitor gets so much and no more.
    let mut last = user.get(&report).await;
    for _ in 0..60 {
        if last.status != StatusCode::OK {
            break;
        }
        last = user.submit("/", &[]).await;
        if last.status == StatusCode::BAD_REQUEST {
            last.status = StatusCode::OK;
        }
    }
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(last.headers["retry-after"], "2");
}
