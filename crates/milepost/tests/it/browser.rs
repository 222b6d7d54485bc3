//! The pages in a real browser (Chromium without a window), wide and as narrow as a phone: nothing
//! is wider than the window, nothing complains, and the policy lets the style sheet in.
//!
//! It is told what to do in the DevTools protocol, over pipes: JSON messages that end with a zero.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::audit::{pages, sample};
use crate::calls;
use crate::safety::{PASSWORD, house, shown_now};
use crate::tell::tell;
use crate::visit::Server;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// A browser with one tab.
pub(crate) struct Browser {
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
    pub(crate) fn open(name: &str) -> Browser {
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
        browser.emulate("", "light");
        browser
    }

    pub(crate) fn call(&mut self, method: &str, params: &Value) -> Value {
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
    pub(crate) fn visit(&mut self, address: &str, width: u32) -> Vec<Value> {
        let phone = width < 500;
        let window =
            json!({ "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": phone });
        self.call("Emulation.setDeviceMetricsOverride", &window);
        self.heard.clear();
        self.call("Page.navigate", &json!({ "url": address }));
        self.hear_of("Page.loadEventFired");
        let faults = ["Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"];
        let is_fault = |m: &&Value| faults.iter().any(|fault| m["method"] == *fault);
        self.heard.iter().filter(is_fault).cloned().collect()
    }

    /// Presses what a selector finds, which must be high enough for a thumb.
    fn tap(&mut self, selector: &str) {
        let high = self.press(selector);
        assert!(high >= 43.0, "{selector} is too low for a thumb: {high}");
    }

    /// Presses what a selector finds where a finger would, in the middle of what is seen there. Says how high
    /// it is.
    pub(crate) fn press(&mut self, selector: &str) -> f64 {
        let script = format!(
            "(() => {{ const e = document.querySelector({selector:?}); if (!e) return 'none';
             e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();
             const [x, y] = [r.x + r.width / 2, r.y + r.height / 2];
             const seen = document.elementFromPoint(x, y);
             return e.contains(seen) ? {{x, y, w: r.width, h: r.height}} : 'hidden'; }})()"
        );
        let at = self.value(&script);
        assert!(at["x"].is_number(), "{selector} cannot be pressed: {at}");
        self.heard.clear();
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": at["x"], "y": at["y"], "button": "left", "clickCount": 1
            });
            self.call("Input.dispatchMouseEvent", &event);
        }
        at["h"].as_f64().unwrap()
    }

    /// Waits until something has happened since the last press.
    pub(crate) fn hear_of(&mut self, what: &str) -> Value {
        loop {
            if let Some(message) = self.heard.iter().find(|message| message["method"] == what) {
                return message.clone();
            }
            let message = self.hear();
            self.heard.push(message);
        }
    }

    /// Waits for the page that the last press leads to.
    pub(crate) fn arrive(&mut self) -> String {
        self.hear_of("Page.loadEventFired");
        self.value("location.pathname + location.search").as_str().unwrap().to_owned()
    }

    /// Types into what has the focus, as a keyboard does.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", &json!({ "text": text }));
    }

    /// Presses a key, with the control key held or not.
    pub(crate) fn key(&mut self, key: &str, control: bool) {
        self.heard.clear();
        let mut event =
            json!({ "type": "keyDown", "key": key, "modifiers": u8::from(control) * 2 });
        if key == "Enter" {
            event["text"] = "\r".into();
        }
        self.call("Input.dispatchKeyEvent", &event);
        event["type"] = "keyUp".into();
        self.call("Input.dispatchKeyEvent", &event);
    }

    pub(crate) fn value(&mut self, script: &str) -> Value {
        let params = json!({ "expression": script, "returnByValue": true });
        self.call("Runtime.evaluate", &params)["result"]["value"].clone()
    }

    /// The value that a promise comes to.
    pub(crate) fn awaited(&mut self, script: &str) -> Value {
        let params = json!({ "expression": script, "returnByValue": true, "awaitPromise": true });
        self.call("Runtime.evaluate", &params)["result"]["value"].clone()
    }

    /// Shows pages as on paper (`print`) or a screen (empty), in a theme (`light`, `dark`).
    pub(crate) fn emulate(&mut self, medium: &str, theme: &str) {
        // A machine presses sooner than a page has faded in.
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" }
        ]);
        self.call("Emulation.setEmulatedMedia", &json!({ "media": medium, "features": features }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Enough deals for every part of every page.
pub(crate) fn story() -> String {
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

/// The browser's name; none where there is none, which CI does not allow.
pub(crate) fn browser_or_skip(test: &str) -> Option<&'static str> {
    let name = installed();
    if name.is_none() {
        assert!(std::env::var_os("CI").is_none(), "no browser: apt-get install -y chromium");
        let needs = "it needs: apt-get install -y chromium";
        let _ = writeln!(std::io::stderr(), "skipped: {test}; {needs}");
    }
    name
}

#[test]
fn pages_fit_a_phone_and_nothing_complains() {
    let Some(name) = browser_or_skip("pages_fit_a_phone_and_nothing_complains") else { return };
    let server = Server::of(&tell(&story()));
    let mut browser = Browser::open(name);
    let pages = [
        "/next",
        "/pipeline?by=owner",
        "/forecast?by=owner",
        "/deals/D1",
        "/plan/D1",
        "/log/D1",
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

/// Counted on a phone-sized screen: a press is one interaction, typing into what was pressed another.
#[test]
fn a_call_is_planned_in_four_interactions_and_logged_in_two() {
    let test = "a_call_is_planned_in_four_interactions_and_logged_in_two";
    let Some(name) = browser_or_skip(test) else { return };
    let server = Server::of(&calls::company());
    let mut browser = Browser::open(name);
    let next = format!("http://{}/next", server.address);
    let deal = |server: &Server| server.get("/deals/D1.json").body;
    let recorded = |browser: &mut Browser, id: &str| {
        let at = browser.arrive();
        assert!(at.starts_with(&format!("/next?recorded={id}&seen=")), "{at}");
    };

    // As proposed: two presses.
    browser.visit(&next, 390);
    browser.tap("a[href='/plan/D1']");
    assert_eq!(browser.arrive(), "/plan/D1");
    browser.tap("form#plan button");
    recorded(&mut browser, "D1");
    assert!(deal(&server).contains("Agree to Decision-maker met and name the day, by"));

    // Logged as gained: two presses.
    browser.tap("a[href='/log/D1']");
    assert_eq!(browser.arrive(), "/log/D1");
    browser.tap("button[value='gained']");
    recorded(&mut browser, "D1");
    assert!(deal(&server).contains("Call held: an advance (Decision-maker met)"));
    assert!(deal(&server).contains("Commitment: the customer agreed to Decision-maker met by"));

    // In one's own words: four interactions.
    browser.tap("a[href='/plan/D1']");
    assert_eq!(browser.arrive(), "/plan/D1");
    browser.tap("textarea[name='objective']");
    browser.value("document.activeElement.select()");
    browser.type_text("Bring the plant manager on Tuesday");
    browser.tap("form#plan button");
    recorded(&mut browser, "D1");
    assert!(deal(&server).contains("Bring the plant manager on Tuesday"));

    // Yesterday's call is asked for at the top: one press. What is overdue: one press.
    browser.tap(".unlogged button[value='continuation']");
    recorded(&mut browser, "D2");
    browser.tap("form[action='/agreed/D3'] button[value='kept']");
    recorded(&mut browser, "D3");
    assert!(!server.get("/next").body.contains("name=\"end\""));
}

/// Somebody types into a field.
fn fill(browser: &mut Browser, name: &str, text: &str) {
    browser.tap(&format!("input[name='{name}']"));
    browser.type_text(text);
}

#[test]
fn the_first_start_makes_the_owner_who_then_needs_a_second_factor() {
    let Some(name) = browser_or_skip("the_first_start") else { return };
    let server = Server::of(&tell(&story()));
    let mut browser = Browser::open(name);
    browser.visit(&format!("http://{}/next", server.address), 390);
    browser.tap("a[href='/welcome']");
    assert_eq!(browser.arrive(), "/welcome");
    for (field, text) in [("name", "Olga"), ("mail", "o@example.com")] {
        fill(&mut browser, field, text);
    }
    fill(&mut browser, "new", PASSWORD);
    fill(&mut browser, "again", PASSWORD);
    browser.tap("button.primary");
    assert_eq!(browser.arrive(), "/account");
    let second = "form:has(button[value='second'])";
    browser.tap(&format!("{second} input"));
    browser.type_text(PASSWORD);
    browser.tap("button[value='second']");
    assert_eq!(browser.arrive(), "/account");
    let text = |browser: &mut Browser, of: &str| {
        let script = format!("document.querySelector({of:?}).textContent");
        browser.value(&script).as_str().unwrap().to_owned()
    };
    let key = text(&mut browser, ".note code");
    fill(&mut browser, "code", &shown_now(&key));
    browser.tap("button[value='confirm']");
    assert_eq!(browser.arrive(), "/account");
    assert!(text(&mut browser, ".lead").contains("second factor is on"));
    browser.tap("button[value='leave']");
    assert_eq!(browser.arrive(), "/login");
    fill(&mut browser, "mail", "o@example.com");
    fill(&mut browser, "password", PASSWORD);
    browser.tap("button.primary");
    assert_eq!(browser.arrive(), "/login");
    assert!(text(&mut browser, ".lead").contains("second factor"));
}

#[test]
fn each_role_is_shown_what_it_may_do() {
    let Some(name) = browser_or_skip("each_role_is_shown") else { return };
    let house = house("");
    let mut browser = Browser::open(name);
    for (person, tabs, keeps, plans) in [
        ("vi", 8, false, false),
        ("ana", 14, false, true),
        ("bob", 14, false, true),
        ("cy", 14, true, true),
    ] {
        house.live.set_password(person, &milepost::people::secret::Secret::new(PASSWORD)).unwrap();
        browser.visit(&format!("http://{}/deals/ANADEAL", house.server.address), 390);
        fill(&mut browser, "mail", &format!("{person}@example.com"));
        fill(&mut browser, "password", PASSWORD);
        browser.tap("button.primary");
        assert_eq!(browser.arrive(), "/deals/ANADEAL", "{person}");
        let mut count = |of: &str| {
            let script = format!("document.querySelectorAll({of:?}).length");
            browser.value(&script).as_u64().unwrap()
        };
        assert_eq!(count("header nav a:not(.mark):not(.seek)"), tabs, "{person}");
        assert_eq!(count("footer.who a[href='/people']") > 0, keeps, "{person}");
        assert_eq!(count("main form[method='post']") > 0, plans, "{person}");
        browser.visit(&format!("http://{}/account", house.server.address), 390);
        browser.tap("button[value='leave']");
        assert_eq!(browser.arrive(), "/login");
    }
}

/// Every point of a drawing says its values where the pointer is, and to who has no pointer.
#[test]
fn drawings_tell_their_values_by_keyboard_and_pointer() {
    let Some(name) = browser_or_skip("drawings_tell_their_values") else { return };
    let server = Server::of(&sample());
    let mut browser = Browser::open(name);
    for (page, drawing, says) in [
        ("/forecast", ".fan .desk svg", "8 times in 10 between"),
        ("/accuracy", "svg.record", " said, "),
        ("/accuracy", "svg.reliability", " won"),
        ("/marketing", "svg.curve", "Day "),
    ] {
        browser.visit(&format!("http://{}{page}", server.address), 1280);
        let tip = |browser: &mut Browser| {
            let text = browser.value("document.querySelector('.tip')?.textContent");
            text.as_str().unwrap_or_default().to_owned()
        };
        browser
            .value(&format!("document.querySelector('{drawing}').focus({{ focusVisible: true }})"));
        browser.key("End", false);
        let last = tip(&mut browser);
        assert!(last.contains(says), "{page} {drawing}: {last}");
        browser.key("ArrowLeft", false);
        assert_ne!(tip(&mut browser), last, "{page} {drawing}");
        browser.value("document.activeElement.blur()");
        assert_eq!(tip(&mut browser), "", "{page} {drawing}");
        browser.value(&format!(
            "(() => {{ const all = [...document.querySelectorAll('{drawing} *')];
             const move = new PointerEvent('pointermove', {{ bubbles: true }});
             all.forEach(one => one.dispatchEvent(move)); }})()"
        ));
        assert!(tip(&mut browser).contains(says), "{page} {drawing}");
    }
}

/// A sheet of A4 between its margins: what is wider would be cut off.
#[test]
fn every_page_fits_the_paper() {
    const PAPER: u32 = 673;
    const WIDE: &str = "[...document.querySelectorAll('main *')].filter(e => e.checkVisibility() &&
        e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.spoken'))
        .slice(0, 2).map(e => e.outerHTML.slice(0, 120))";
    let Some(name) = browser_or_skip("every_page_fits_the_paper") else { return };
    let company = sample();
    let server = Server::of(&company);
    let mut browser = Browser::open(name);
    browser.emulate("print", "light");
    let mut cut = Vec::new();
    for page in pages(&company) {
        browser.visit(&format!("http://{}{page}", server.address), PAPER);
        let wide = browser.value(WIDE);
        if wide.as_array().is_none_or(|wide| !wide.is_empty()) {
            cut.push(format!("{page}: {wide}"));
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}
