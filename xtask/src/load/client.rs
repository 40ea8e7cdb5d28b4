//! One connection to the server, kept open: as little HTTP/1.1 as a load needs.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// An answer that takes longer is an error.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection.
pub(super) struct Client {
    stream: TcpStream,
    address: SocketAddr,
    /// What was received and not yet taken.
    received: Vec<u8>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    /// Value of `Location`, empty when there is none.
    pub(super) location: String,
    /// Bytes of the body.
    pub(super) length: usize,
}

impl Client {
    pub(super) fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, address, received: Vec::new() })
    }

    /// Sends a request and waits for the whole answer. `headers` are whole lines.
    pub(super) fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &[u8],
    ) -> Result<Answer> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}Content-Length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        self.stream.write_all(&[head.as_bytes(), body].concat())?;
        let end = loop {
            if let Some(at) = self.received.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            self.receive()?;
        };
        let head = String::from_utf8_lossy(&self.received[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.with_context(|| format!("no status in {head:?}"))?;
        let value = |name: &str| {
            let lines = head.lines().filter_map(|line| line.split_once(':'));
            let mut values = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name));
            values.next().map(|(_, value)| value.trim().to_owned())
        };
        let length: usize = value("content-length").unwrap_or_default().parse().unwrap_or(0);
        while self.received.len() < end + length {
            self.receive()?;
        }
        self.received.drain(..end + length);
        Ok(Answer { status, location: value("location").unwrap_or_default(), length })
    }

    fn receive(&mut self) -> Result<()> {
        let mut chunk = vec![0; 1 << 16];
        let count = self.stream.read(&mut chunk)?;
        if count == 0 {
            bail!("the server closed the connection");
        }
        self.received.extend_from_slice(&chunk[..count]);
        Ok(())
    }
}
