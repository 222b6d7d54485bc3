//! The pages in a real browser (Chromium without a window), wide and as narrow as a phone: nothing
//! is wider than the window, nothing complains, and the policy lets the style sheet in.
//!
//! It is told what to do in the DevTools protocol, over pipes: JSON messages that end with a zero.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::tell::tell;
use crate::visit::Server;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// A browser with one tab.
struct Browser {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    tab: Option<String>,
    sent: u64,
    heard: Vec<Value>,
    _folder: TempDir,
}

fn installed() -> Option<&'static str> {
    let path = std::env::var_os("PATH")?;
    let has = |name: &&&str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    NAMES.iter().find(has).copied()
}

impl Browser {
    fn open(name: &str) -> Browser {
        let folder = TempDir::new().unwrap();
        let flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
                     --disable-background-networking --disable-component-update --disable-sync \
                     --remote-debugging-pipe";
        // The browser reads messages from handle 3 and writes them to handle 4.
        let line = format!("exec {name} {flags} \"--user-data-dir=$0\" about:blank 3<&0 4>&1 >&2");
        let mut child = Command::new("sh")
            .args(["-c", &line])
            .arg(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (to, from) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (from, heard) = (BufReader::new(from), Vec::new());
        let mut browser = Browser { child, to, from, tab: None, sent: 0, heard, _folder: folder };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }));
        let target = json!({ "targetId": target["targetId"], "flatten": true });
        let tab = browser.call("Target.attachToTarget", &target);
        browser.tab = Some(tab["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        browser
    }

    fn call(&mut self, method: &str, params: &Value) -> Value {
        self.sent += 1;
        let mut message = json!({ "id": self.sent, "method": method, "params": params });
        if let Some(tab) = &self.tab {
            message["sessionId"] = tab.as_str().into();
        }
        write!(self.to, "{message}\0").unwrap();
        loop {
            let message = self.hear();
            if message["id"] == self.sent {
                assert!(message.get("error").is_none(), "{method}: {message}");
                return message["result"].clone();
            }
            self.heard.push(message);
        }
    }

    fn hear(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).unwrap();
        assert_eq!(bytes.pop(), Some(0), "the browser has gone");
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Opens an address in a window of a width and gives back what went wrong.
    fn visit(&mut self, address: &str, width: u32) -> Vec<Value> {
        let phone = width < 500;
        let window =
            json!({ "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": phone });
        self.call("Emulation.setDeviceMetricsOverride", &window);
        self.heard.clear();
        self.call("Page.navigate", &json!({ "url": address }));
        while !self.heard.iter().any(|message| message["method"] == "Page.loadEventFired") {
            let message = self.hear();
            self.heard.push(message);
        }
        let faults = ["Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"];
        let is_fault = |m: &&Value| faults.iter().any(|fault| m["method"] == *fault);
        self.heard.iter().filter(is_fault).cloned().collect()
    }

    fn value(&mut self, script: &str) -> Value {
        let params = json!({ "expression": script, "returnByValue": true });
        self.call("Runtime.evaluate", &params)["result"]["value"].clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Enough deals for every part of every page.
fn story() -> String {
    let mut story =
        String::from("2025-01-01 process Sale: Need agreed > Decision-maker met > Trial held\n");
    for i in 0..60 {
        let day = format!("2025-{:02}-{:02}", 1 + i % 9, 1 + i % 28);
        let owner = ["ana", "bob", "cem"][i % 3];
        story.push_str(&format!(
            "{day} D{i} opened by {owner} {i}00 EUR account {} source fair close 2025-10-01\n\
             {day}T10:00 D{i} reached Need agreed because it was said\n\
             {day}T11:00 D{i} commits to Trial held due 2025-12-{:02}\n",
            "Acme".repeat(1 + i % 7),
            1 + i % 28,
        ));
        if i % 2 == 0 {
            let end = if i % 4 == 0 { "won" } else { "lost because too dear" };
            story.push_str(&format!("2025-11-{:02} D{i} {end}\n", 1 + i % 28));
        }
    }
    story
}

#[test]
fn pages_fit_a_phone_and_nothing_complains() {
    let Some(name) = installed() else {
        assert!(std::env::var_os("CI").is_none(), "no browser: apt-get install -y chromium");
        let _ = writeln!(
            std::io::stderr(),
            "skipped: pages_fit_a_phone_and_nothing_complains; it needs: apt-get install -y chromium"
        );
        return;
    };
    let server = Server::of(&tell(&story()));
    let mut browser = Browser::open(name);
    let pages = [
        "/next",
        "/pipeline?by=owner",
        "/forecast?by=owner",
        "/deals/D1",
        "/process",
        "/process/edit",
        "/discover",
        "/coach",
        "/playbook",
        "/learn?q0=1",
        "/marketing",
        "/check",
    ];
    for path in pages {
        for width in [390, 1280] {
            let address = format!("http://{}{path}", server.address);
            let faults = browser.visit(&address, width);
            assert!(faults.is_empty(), "{path} at {width}: {faults:?}");
            let wide = browser.value("document.documentElement.scrollWidth");
            assert!(wide.as_u64().unwrap() <= u64::from(width), "{path} is {wide} wide at {width}");
            let font = browser.value("getComputedStyle(document.body).fontVariantNumeric");
            assert_eq!(font, "tabular-nums", "{path}: the style sheet is not let in");
            let lead = browser.value("document.querySelector('.lead').innerText");
            assert!(lead.as_str().unwrap().len() > 20, "{path}: {lead}");
        }
    }
}
