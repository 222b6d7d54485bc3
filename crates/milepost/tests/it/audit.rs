//! Every page, light and dark, wide and on a phone: can it be read with weak eyes, by a screen reader and
//! by keyboard, and does anything jump while it loads?
//!
//! Our own rules are in `audit.js`. Where `MILEPOST_AXE` names the file `axe.min.js`, axe-core is asked as
//! well; CI fetches it.

use std::fs;
use std::io::Write;

use insight::demo;
use milepost::clock;
use milepost::people::{People, Person};
use milepost::settings::Settings;
use serde_json::{Value, json};

use crate::bring::uploaded;
use crate::browser::{Browser, browser_or_skip};
use crate::safety::house;
use crate::tell::{Company, tell};
use crate::visit::Server;

const RULES: &str = include_str!("audit.js");

/// Half of what browsers call a good layout (0.1). A long table moves by up to 0.006 where its text comes in
/// pieces, as on a busy machine.
const TO_BE_SEEN: f64 = 0.05;

/// How far things on the page jumped while it loaded.
const JUMPS: &str = "new Promise(done => { let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(jump => sum += jump.value))
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 50); })";

/// What axe-core finds, a sentence each.
const ASK_AXE: &str = "axe.run(document, { resultTypes: ['violations'] }).then(found =>
    found.violations.map(rule => rule.id + ': ' + rule.help + ': ' + rule.nodes[0].html))";

/// Every page of the sample company, what is asked of some of them, and forms.
pub(crate) const PAGES: &[&str] = &[
    "/next",
    "/digest",
    "/accounts",
    "/accounts?q=a",
    "/calendar",
    "/find?q=a",
    "/deal/open",
    "/act/{deal}",
    "/account",
    "/people",
    "/settings",
    "/audit",
    "/pipeline",
    "/pipeline?by=owner",
    "/pipeline?show=board",
    "/deals",
    "/deals?state=all&sort=amount&page=2",
    "/deals/{deal}",
    "/plan/{deal}",
    "/log/{deal}",
    "/forecast",
    "/forecast?by=team",
    "/accuracy",
    "/marketing",
    "/marketing/lead",
    "/process",
    "/process/edit",
    "/discover",
    "/coach",
    "/coach?owner={owner}",
    "/playbook",
    "/learn",
    "/learn?q0=1",
    "/learn/progress",
    "/import",
    "/quota",
    "/views?to=/next",
    "/check",
    "/nowhere",
];

/// The sample company, up to today.
pub(crate) fn sample() -> Company {
    let settings = Settings::default();
    let company = demo::company(settings.day_of(clock::now()), 1);
    let person = |p: demo::Person| {
        (p.id, Person { name: p.name, mail: Some(p.mail), team: Some(p.team), ..Person::default() })
    };
    let persons = company.people.into_iter().map(person).collect();
    let people = People { persons, ..People::default() };
    Company { events: company.events, people, settings }
}

/// Reads pages: what our rules and axe-core find, and how far things jump.
struct Reader {
    browser: Browser,
    axe: Option<String>,
    faults: Vec<String>,
}

impl Reader {
    fn open(name: &str) -> Reader {
        let axe = std::env::var_os("MILEPOST_AXE").map(|path| fs::read_to_string(path).unwrap());
        if axe.is_none() {
            let _ = writeln!(
                std::io::stderr(),
                "skipped: axe-core; it needs: npm pack axe-core, and MILEPOST_AXE=.../axe.min.js"
            );
        }
        Reader { browser: Browser::open(name), axe, faults: Vec::new() }
    }

    fn visit(&mut self, server: &Server, page: &str, theme: &str, width: u32) {
        self.browser.emulate("", theme);
        let found = self.browser.visit(&format!("http://{}{page}", server.address), width);
        let found = found.iter().filter(|fault| !is_missing_page(fault));
        self.faults.extend(found.map(|fault| format!("{page} {theme} {width}: {fault}")));
        let jumped = self.browser.awaited(JUMPS).as_f64().filter(|sum| *sum > TO_BE_SEEN);
        self.faults.extend(jumped.map(|sum| format!("{page} {theme} {width}: jumps by {sum}")));
        self.read(&format!("{page} {theme} {width}"));
    }

    /// Reads what is open.
    fn read(&mut self, told: &str) {
        let mut read = list(&self.browser.value(RULES));
        if let Some(axe) = &self.axe {
            self.browser.value(axe);
            read.extend(list(&self.browser.awaited(ASK_AXE)));
        }
        self.faults.extend(read.iter().map(|fault| format!("{told}: {fault}")));
    }

    fn close(self) {
        assert!(self.faults.is_empty(), "{}:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}

const LOOKS: [(&str, u32); 3] = [("light", 1280), ("dark", 1280), ("light", 390)];

#[test]
fn every_page_can_be_read_by_everyone() {
    let Some(name) = browser_or_skip("every_page_can_be_read_by_everyone") else { return };
    let company = sample();
    let (server, pages) = (Server::of(&company), pages(&company));
    let mut reader = Reader::open(name);
    for page in &pages {
        for (theme, width) in LOOKS {
            reader.visit(&server, page, theme, width);
        }
    }
    reader.close();
}

/// Those that stand before there is anything, or anybody, and the dialogs.
#[test]
fn the_first_pages_and_the_dialogs_can_be_read_by_everyone() {
    let Some(name) = browser_or_skip("the_first_pages_and_the_dialogs") else { return };
    let locked = house("");
    let mut reader = Reader::open(name);
    for (theme, width) in LOOKS {
        let empty = Server::of(&tell(""));
        for page in ["/next", "/forecast", "/welcome", "/import"] {
            reader.visit(&empty, page, theme, width);
        }
        reader.visit(&locked.server, "/login", theme, width);
        let preview = uploaded(&empty);
        reader.visit(&empty, &preview, theme, width);
        reader.browser.press("button[value='import']");
        reader.browser.arrive();
        let done = format!("what came of an import, {theme} {width}");
        let lead = reader.browser.value("document.querySelector('.lead').innerText");
        assert!(lead.as_str().is_some_and(|lead| lead.contains("added")), "{done}: {lead}");
        reader.read(&done);
        for key in ["/", "?"] {
            reader.visit(&empty, "/next", theme, width);
            reader.browser.key(key, false);
            let opened = "new Promise(done => { const look = () =>
                document.querySelector('dialog[open]') ? done(true) : setTimeout(look, 20); look(); })";
            assert_eq!(reader.browser.awaited(opened), true);
            reader.read(&format!("the dialog of {key}, {theme} {width}"));
        }
    }
    reader.close();
}

fn list(found: &Value) -> Vec<Value> {
    found.as_array().expect("a list of sentences").clone()
}

/// The browser notes in its log that a page is missing; that is what was asked for.
fn is_missing_page(fault: &Value) -> bool {
    fault["params"]["entry"]["text"].as_str().is_some_and(|text| text.contains("404"))
}

/// The addresses, with a deal and a salesperson of the sample company.
pub(crate) fn pages(company: &Company) -> Vec<String> {
    let deal = company.events.iter().rev().find_map(|event| event.deal.as_deref()).unwrap();
    let owner = company.people.persons.values().next().map_or("ana", |person| &person.name);
    let owner = owner.replace(' ', "%20");
    let fill = |page: &&str| page.replace("{deal}", deal).replace("{owner}", &owner);
    PAGES.iter().map(fill).collect()
}

#[test]
fn the_rules_find_what_is_wrong() {
    let Some(name) = browser_or_skip("the_rules_find_what_is_wrong") else { return };
    let mut browser = Browser::open(name);
    let page = "data:text/html,<h1>A</h1><h3>B</h3><main><p style='color:rgb(200 200 200)'>pale</p>\
                <input><button></button><table><th></th></table><svg></svg><i id=a></i><b id=a></b>\
                <button style='width:20px;height:20px;padding:0'>x</button></main>";
    browser.visit(page, 1280);
    let faults = browser.value(RULES).to_string();
    for fault in [
        "names no language",
        "no title",
        "level 3 after one of level 1",
        "text of contrast 1.6",
        "a field without a name",
        "something to press without a name",
        "an empty head",
        "neither named nor hidden",
        "the id a stands twice",
        "too small to press",
    ] {
        assert!(faults.contains(fault), "{fault} is not among {faults}");
    }
    let fine = "data:text/html,<html lang=en><title>t</title><main><h1>A</h1><label>n <input style='height:30px'></label></main>";
    browser.visit(fine, 1280);
    assert_eq!(browser.value(RULES), json!([]));
}
