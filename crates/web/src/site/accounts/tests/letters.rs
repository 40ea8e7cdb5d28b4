//! Letters, over SMTP to a server in the test.

use axum::http::StatusCode;
use store::Store;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::site::accounts::Mail;
use crate::site::testing::{PASSWORD, User, log};

/// A server for mail that takes every letter (RFC 5321): its address, and what it was given, each
/// with the line `RCPT` in front.
async fn server() -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("smtp://{}", listener.local_addr().expect("an address"));
    let (letters, taken) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            let letters = letters.clone();
            tokio::spawn(async move {
                let (read, mut write) = connection.into_split();
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"220 mail.example.org ESMTP\r\n").await?;
                let mut letter = String::new();
                while let Some(line) = lines.next_line().await? {
                    let command = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
                    let answer: &[u8] = match command.as_str() {
                        "EHLO" => b"250-mail.example.org\r\n250 8BITMIME\r\n",
                        "RCPT" => {
                            letter = line + "\n";
                            b"250 OK\r\n"
                        }
                        "DATA" => {
                            write.write_all(b"354 go on\r\n").await?;
                            while let Some(line) =
                                lines.next_line().await?.filter(|line| line != ".")
                            {
                                letter += &(line + "\n");
                            }
                            let _ = letters.send(std::mem::take(&mut letter));
                            b"250 taken\r\n"
                        }
                        "QUIT" => b"221 bye\r\n",
                        _ => b"250 OK\r\n",
                    };
                    write.write_all(answer).await?;
                }
                std::io::Result::Ok(())
            });
        }
    });
    (address, taken)
}

/// A visitor of a site that sends letters.
async fn visitor(address: &str) -> User {
    let mail = Mail::new(address, "vitae <vitae@example.org>").expect("a server");
    let store = Store::open("sqlite::memory:").await.expect("memory is there");
    User::visitor_of(store, Some(mail))
}

/// A letter as it is read: lines that were cut for the way are whole again.
fn readable(letter: &str) -> String {
    letter.replace("=\n", "").replace("=3D", "=")
}

/// The path of the link in a letter.
fn path(letter: &str) -> String {
    let letter = readable(letter);
    let (_, rest) = letter.split_once("https://hire.example.org/").expect("a link");
    format!("/{}", rest.lines().next().unwrap_or_default())
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_mail() {
    let (address, mut letters) = server().await;
    let visitor = visitor(&address).await;
    let ada = visitor.joined("Ada@example.org", true).await;
    visitor.joined("bob", false).await;
    assert!(visitor.get("/sign-in").await.text().contains("href=\"/forgot\""));
    let ask = async |handle: &str| visitor.submit("/forgot", &[("handle", handle)]).await;
    let nobody = ask("eve@example.org").await;
    let no_address = ask("bob").await;
    let somebody = ask("ada@EXAMPLE.org").await;
    assert_eq!(somebody.status, StatusCode::OK);
    assert_eq!((nobody.status, nobody.text()), (somebody.status, somebody.text()));
    assert_eq!((no_address.status, no_address.text()), (somebody.status, somebody.text()));
    let letter = letters.recv().await.expect("a letter");
    assert!(letter.starts_with("RCPT TO:<Ada@example.org>"), "{letter}");
    for part in
        ["From: vitae <vitae@example.org>", "Subject: A new password", "Date: Sun, 01 Nov 2026"]
    {
        assert!(letter.contains(part), "{letter}");
    }
    let path = path(&letter);
    let form = visitor.get(&path).await;
    assert!(form.text().contains("Ada@example.org"));
    let short = visitor.submit(&path, &[("password", "short")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let taken = visitor.submit(&path, &[("password", "another horse battery")]).await;
    assert_eq!(taken.location(), "/sign-in");
    assert_eq!(ada.get("/account").await.status, StatusCode::SEE_OTHER, "is signed out");
    assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "works once");
    assert_eq!(ada.sign_in("ada@example.org", PASSWORD).await.status, StatusCode::UNAUTHORIZED);
    let right = ada.sign_in("ada@example.org", "another horse battery").await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    assert!(letters.try_recv().is_err(), "one letter");
    let said = log().join("\n");
    assert!(!said.contains(path.trim_start_matches("/reset/")), "{said}");
}

#[tokio::test]
async fn an_invitation_is_mailed_to_an_address_and_shown() {
    let (address, mut letters) = server().await;
    let ada = visitor(&address).await.joined("ada", true).await;
    let page = ada.submit("/people/invite", &[("handle", "grace@example.org")]).await;
    assert!(page.text().contains("A letter with the link was sent."), "{}", page.text());
    let letter = letters.recv().await.expect("a letter");
    assert!(letter.starts_with("RCPT TO:<grace@example.org>"), "{letter}");
    assert!(page.text().contains(&path(&letter)));
    let by_hand = ada.submit("/people/invite", &[("handle", "grace")]).await;
    assert!(by_hand.text().contains("Hand this link over"), "{}", by_hand.text());
    // Nobody's mailbox is filled.
    for _ in 0..2 {
        ada.submit("/people/invite", &[("handle", "grace@example.org")]).await;
        letters.recv().await.expect("a letter");
    }
    let fourth = ada.submit("/people/invite", &[("handle", "grace@example.org")]).await;
    assert!(fourth.text().contains("No letter was sent"), "{}", fourth.text());
}

#[tokio::test]
async fn without_a_server_there_is_another_way() {
    // Nobody listens there any more.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("smtp://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let ada = visitor(&address).await.joined("ada", true).await;
    let page = ada.submit("/people/invite", &[("handle", "grace@example.org")]).await;
    assert!(page.text().contains("The letter could not be sent."), "{}", page.text());
    assert!(page.text().contains("https://hire.example.org/join/"));
    assert!(log().join("\n").contains("was not sent"));

    let none = User::visitor().await;
    assert_eq!(none.get("/forgot").await.status, StatusCode::NOT_FOUND);
    assert!(none.get("/sign-in").await.text().contains("An admin can give you a link"));
}

#[test]
fn what_cannot_be_read_is_said_without_its_secrets() {
    for (url, from) in [
        ("mail.example.org", "vitae@example.org"),
        ("http://secret@mail.example.org", "vitae@example.org"),
        ("smtps://ada:secret@mail.example.org", "nobody"),
    ] {
        let why = Mail::new(url, from).expect_err("is refused");
        assert!(!why.contains("secret"), "{why}");
    }
    let mail = Mail::new("smtps://ada:secret@mail.example.org", "vitae@example.org");
    assert!(!format!("{:?}", mail.expect("a server")).contains("secret"));
}
