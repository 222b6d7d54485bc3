//! A browser reduced to what can be measured: one connection that is kept, compressed pages, no drawing.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

use crate::people::secret::Secret;

pub(super) struct Client {
    stream: BufReader<TcpStream>,
    head: String,
}

impl Client {
    pub(super) fn new(address: SocketAddr, session: &Secret) -> io::Result<Client> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        let session = session.reveal();
        let head =
            format!("Host: {address}\r\nCookie: milepost={session}\r\nAccept-Encoding: gzip");
        Ok(Client { stream: BufReader::new(stream), head })
    }

    /// Whether a page came.
    pub(super) fn get(&mut self, path: &str) -> bool {
        self.send(&format!("GET {path} HTTP/1.1\r\n{}\r\n\r\n", self.head))
    }

    /// Whether a write was acknowledged.
    pub(super) fn post(&mut self, path: &str, json: &str) -> bool {
        let kind = "Content-Type: application/json";
        let (head, length) = (&self.head, json.len());
        self.send(&format!(
            "POST {path} HTTP/1.1\r\n{head}\r\n{kind}\r\nContent-Length: {length}\r\n\r\n{json}"
        ))
    }

    fn send(&mut self, request: &str) -> bool {
        let sent = self.stream.get_mut().write_all(request.as_bytes());
        sent.and_then(|()| self.receive()).is_ok_and(|status| status == 200)
    }

    /// The status of an answer that came whole.
    fn receive(&mut self) -> io::Result<u16> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|text| text.parse().ok());
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line()?.to_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(said) = line.strip_prefix("content-length:") {
                length = said.trim().parse().map_err(io::Error::other)?;
            }
            chunked |= line.starts_with("transfer-encoding:") && line.contains("chunked");
        }
        if chunked {
            self.chunks()?;
        } else {
            self.skip(length)?;
        }
        status.ok_or_else(|| io::Error::other("no status"))
    }

    fn chunks(&mut self) -> io::Result<()> {
        loop {
            let size = u64::from_str_radix(&self.line()?, 16).map_err(io::Error::other)?;
            self.skip(size)?;
            self.line()?;
            if size == 0 {
                return Ok(());
            }
        }
    }

    fn skip(&mut self, bytes: u64) -> io::Result<()> {
        let read = io::copy(&mut (&mut self.stream).take(bytes), &mut io::sink())?;
        if read == bytes { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }
}
