//! The routes, and serving them until the process is asked to end.

use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::middleware::from_fn;
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures_util::future::{self, Either};
use tokio::sync::watch;
use tokio::time::sleep;

use super::Live;
use super::events::events;
use super::page::page;
use super::shown::Shown;
use crate::assets::asset;
use crate::end::asked_to_end;
use crate::guard::{PICTURE_POLICY, guard};

/// How long open connections may take to end.
const GOODBYE: Duration = Duration::from_millis(500);

#[derive(Clone)]
struct App {
    name: Arc<str>,
    shown: watch::Receiver<Option<Arc<Shown>>>,
}

pub(super) fn serve(live: &Live, listener: TcpListener) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let mut over = live.shown.subscribe();
        let over = async move {
            let _ = over.wait_for(Option::is_none).await;
        };
        let server = axum::serve(listener, router(live)).with_graceful_shutdown(over);
        let end = async {
            asked_to_end().await;
            live.shown.send_replace(None);
            sleep(GOODBYE).await;
        };
        match future::select(pin!(server.into_future()), pin!(end)).await {
            Either::Left((served, _)) => served,
            Either::Right(_) => Ok(()),
        }
    })
}

/// All that can be asked for.
fn router(live: &Live) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/events", get(listen))
        .route("/pages/{name}", get(picture))
        .route("/assets/{name}", get(asset))
        .layer(from_fn(guard))
        .with_state(App { name: live.name.as_str().into(), shown: live.shown.subscribe() })
}

async fn home(State(app): State<App>) -> Response {
    match app.now() {
        Some(shown) => Html(page(&app.name, &shown).into_string()).into_response(),
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn listen(State(app): State<App>) -> impl IntoResponse {
    Sse::new(events(app.shown)).keep_alive(KeepAlive::default())
}

async fn picture(State(app): State<App>, Path(name): Path<String>) -> Response {
    let shown = app.now();
    let id = name.strip_suffix(".svg");
    let picture = shown.as_ref().zip(id).and_then(|(shown, id)| shown.picture(id));
    let headers = [(CONTENT_TYPE, "image/svg+xml"), (CONTENT_SECURITY_POLICY, PICTURE_POLICY)];
    match picture {
        Some(picture) => (headers, picture.svg.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl App {
    fn now(&self) -> Option<Arc<Shown>> {
        self.shown.borrow().clone()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, Response};
    use tokio::runtime::Runtime;
    use tower::ServiceExt;

    use super::super::{Picture, Rendered};
    use super::*;

    fn live() -> Live {
        let live = Live::new("resume.yaml");
        let picture = Picture { svg: "<svg>one</svg>".to_owned(), width: 595.0, height: 842.0 };
        live.publish(Rendered { pages: vec![picture], ..Rendered::default() });
        live
    }

    fn runtime() -> Runtime {
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
    }

    async fn ask(live: &Live, method: &str, path: &str, host: Option<&str>) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(host) = host {
            request = request.header("Host", host);
        }
        let request = request.body(Body::empty()).expect("a request");
        router(live).oneshot(request).await.expect("routes do not fail")
    }

    async fn text(response: Response<Body>) -> String {
        let bytes = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    }

    #[track_caller]
    fn check(method: &str, path: &str, host: Option<&str>, status: u16, media_type: &str) {
        let live = live();
        let id = live.shown.borrow().as_ref().expect("not over").pages[0].id.clone();
        let path = path.replace("ID", &id);
        let response = runtime().block_on(ask(&live, method, &path, host));
        let header = |name: &str| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        assert_eq!(
            (response.status().as_u16(), header("content-type").as_str()),
            (status, media_type)
        );
        assert!(header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert_eq!(header("access-control-allow-origin"), "", "{path}");
    }

    #[test]
    fn routes_answer_this_machine_only() {
        const HERE: Option<&str> = Some("127.0.0.1:4000");
        const PLAIN: &str = "text/plain; charset=utf-8";
        check("GET", "/", HERE, 200, "text/html; charset=utf-8");
        check("GET", "/events", HERE, 200, "text/event-stream");
        check("GET", "/pages/ID.svg", HERE, 200, "image/svg+xml");
        check("GET", "/assets/vitae.css", HERE, 200, "text/css; charset=utf-8");
        check("GET", "/assets/watch.js", HERE, 200, "text/javascript; charset=utf-8");
        check("GET", "/assets/icon.svg", HERE, 200, "image/svg+xml");

        check("GET", "/pages/ID", HERE, 404, "");
        check("GET", "/pages/0000000000000000.svg", HERE, 404, "");
        check("GET", "/assets/..%2f..%2fCargo.toml", HERE, 404, "");
        check("GET", "/resume.yaml", HERE, 404, "");
        check("POST", "/", HERE, 405, "");

        for host in
            [None, Some("example.org"), Some("example.org:4000"), Some("localhost.example.org")]
        {
            for path in ["/", "/events", "/pages/ID.svg", "/assets/vitae.css", "/nothing"] {
                check("GET", path, host, 421, PLAIN);
            }
        }
    }

    #[test]
    fn events_begin_with_the_state_and_end_with_a_goodbye() {
        runtime().block_on(async {
            let live = live();
            let response = ask(&live, "GET", "/events", Some("localhost")).await;
            let end = async {
                // The reader comes first and finds the state as it is.
                tokio::task::yield_now().await;
                live.shown.send_replace(None);
                live.publish(Rendered::default());
            };
            let (events, ()) = future::join(text(response), end).await;
            let begin = "event: state\nid: 1\ndata: {\"revision\":1,\"pages\":[{\"id\":\"";
            assert!(events.starts_with(begin), "{events}");
            assert!(events.ends_with("\n\nevent: end\ndata: over\n\n"), "{events}");
        });
    }

    #[test]
    fn states_that_nobody_was_free_for_are_left_out() {
        runtime().block_on(async {
            let live = live();
            let response = ask(&live, "GET", "/events", Some("localhost")).await;
            for svg in ["two", "three"] {
                let pages = vec![Picture { svg: svg.to_owned(), ..Picture::default() }];
                live.publish(Rendered { pages, ..Rendered::default() });
            }
            let end = async {
                tokio::task::yield_now().await;
                live.shown.send_replace(None);
            };
            let (events, ()) = future::join(text(response), end).await;
            assert_eq!(events.matches("event: state").count(), 1, "{events}");
            assert!(events.contains("\"revision\":3"), "{events}");
        });
    }
}
