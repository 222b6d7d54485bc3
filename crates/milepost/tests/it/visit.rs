//! A server over a company whose story was told, and a visitor that asks it for pages.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use milepost::live::Live;
use milepost::web;
use tempfile::TempDir;

use crate::tell::Company;

/// A server that runs until the tests end.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) _folder: TempDir,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Server {
    /// Serves a company.
    pub(crate) fn of(company: &Company) -> Server {
        let folder = TempDir::new().unwrap();
        let live = Live::open(&folder.path().join("milepost.db")).unwrap();
        live.append(&company.events, &company.people).unwrap();
        Server::over(live, folder)
    }

    /// Serves a ledger that is there.
    pub(crate) fn at(db: &Path) -> Server {
        Server::over(Live::open(db).unwrap(), TempDir::new().unwrap())
    }

    fn over(live: Live, folder: TempDir) -> Server {
        let (send, receive) = mpsc::channel();
        thread::spawn(move || {
            let tell = move |address| Ok(send.send(address)?);
            web::serve(live, "127.0.0.1:0".parse().unwrap(), tell).unwrap();
        });
        Server { address: receive.recv().unwrap(), _folder: folder }
    }

    /// Asks for an address.
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.get_as(path, &self.address.to_string())
    }

    /// Asks for an address of a host by another name.
    pub(crate) fn get_as(&self, path: &str, host: &str) -> Reply {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    /// What comes back for an address of a host, to the byte: its head, in small letters, and its body.
    pub(crate) fn bytes_as(&self, path: &str, host: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        (head, bytes[end + 4..].to_vec())
    }

    /// Sends a form; `headers` stand beside the usual ones, each with its line's end.
    pub(crate) fn post(&self, path: &str, form: &str, headers: &str) -> Reply {
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}Content-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.address,
            form.len()
        ))
    }

    /// Sends a body of a kind.
    pub(crate) fn send_as(&self, path: &str, kind: &str, body: &str) -> Reply {
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: {kind}\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        ))
    }

    /// Sends JSON, as a program does.
    pub(crate) fn post_json(&self, path: &str, body: &str) -> Reply {
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: \
             application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        ))
    }

    fn send(&self, request: &str) -> Reply {
        send(self.address, request)
    }

    /// An answer that must be there, as JSON.
    pub(crate) fn json(&self, path: &str) -> serde_json::Value {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        serde_json::from_str(&reply.body).unwrap()
    }

    /// A page that must be there and be well-formed.
    pub(crate) fn page(&self, path: &str) -> String {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        assert!(reply.head.contains("content-type: text/html"), "{path}: {}", reply.head);
        if let Err(fault) = balanced(&reply.body) {
            panic!("{path}: {fault}");
        }
        reply.body
    }
}

/// Sends a request as it stands.
pub(crate) fn send(to: SocketAddr, request: &str) -> Reply {
    let mut stream = TcpStream::connect(to).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// Whether every tag that is opened is closed, in order, and every attribute's value is quoted.
pub(crate) fn balanced(html: &str) -> Result<(), String> {
    const VOID: &[&str] = &["!DOCTYPE", "meta", "link", "input"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').ok_or("a tag has no end")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        let name = tag.split(' ').next().unwrap();
        if let Some(closed) = name.strip_prefix('/') {
            let last = open.pop();
            if last != Some(closed) {
                return Err(format!("</{closed}> closes {last:?}"));
            }
            continue;
        }
        let unquoted: String = tag.split('"').step_by(2).collect();
        let quotes = tag.matches('"').count();
        if !quotes.is_multiple_of(2) || unquoted.contains(" style=") || unquoted.contains(" on") {
            return Err(format!("<{tag}> is not as it should be"));
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}
