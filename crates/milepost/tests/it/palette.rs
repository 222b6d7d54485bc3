//! Finding, with the script and without it.

use serde_json::Value;

use crate::browser::{Browser, browser_or_skip, story};
use crate::tell::tell;
use crate::visit::Server;

fn found(server: &Server, text: &str) -> Vec<(String, String)> {
    let answer: Value =
        serde_json::from_str(&server.get(&format!("/find.json?q={text}")).body).unwrap();
    let text = |found: &Value, key: &str| found[key].as_str().unwrap().to_owned();
    let all = answer["found"].as_array().unwrap().iter();
    all.map(|found| (text(found, "kind"), text(found, "name"))).collect()
}

#[test]
fn what_begins_so_comes_first_and_what_is_open_before_what_is_over() {
    let server = Server::of(&tell(
        "2025-01-01 process Sale: Need agreed\n\
         2025-02-01 NORD-1 opened by ana account Feld\n\
         2025-02-02 NORD-1 lost because too dear\n\
         2025-02-01 NORD-2 opened by ana account Nordwind\n\
         2025-02-01 X9 opened by nora account Haus-Nord\n",
    ));
    let kinds = |text: &str| found(&server, text);
    let pair = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
    let deals = [pair("deal", "NORD-2"), pair("deal", "NORD-1"), pair("deal", "X9")];
    let accounts = [pair("account", "Nordwind"), pair("account", "Haus-Nord")];
    assert_eq!(kinds("nord"), [&deals[..], &accounts[..]].concat());
    assert_eq!(kinds("nora"), [pair("person", "nora")]);
    assert_eq!(kinds("%20"), []);
    let page = server.get("/find?q=NORD-2").body;
    assert!(page.contains("href=\"/deals/NORD-2\""), "{page}");
    // What was not known yet is not found.
    assert!(server.get("/find.json?q=nord&as_of=2025-01-15").body.contains("\"found\": []"));
}

#[test]
fn the_palette_and_the_keys_lead_where_they_say() {
    let Some(name) = browser_or_skip("the_palette_and_the_keys") else { return };
    let server = Server::of(&tell(&story()));
    let mut browser = Browser::open(name);
    let next = format!("http://{}/next", server.address);
    let faults = browser.visit(&next, 1280);
    assert!(faults.is_empty(), "{faults:?}");
    let waits = |browser: &mut Browser, what: &str| {
        let script = format!(
            "new Promise(done => {{ const look = () => ({what}) ? done(true) : setTimeout(look, 20); look(); }})"
        );
        assert_eq!(browser.awaited(&script), true, "{what}");
    };

    // A deal by a part of its number.
    browser.key("k", true);
    waits(&mut browser, "document.querySelector('dialog.palette[open] [aria-selected=true]')");
    browser.type_text("d13");
    waits(&mut browser, "document.querySelector('#finds b')?.textContent === 'D13'");
    browser.key("Enter", false);
    assert_eq!(browser.arrive(), "/deals/D13");

    // A page by its name, with the moment kept.
    browser.visit(&format!("{next}?as_of=2025-11-01"), 390);
    browser.press("nav a.seek");
    waits(&mut browser, "document.querySelector('dialog.palette[open]')");
    browser.type_text("pipe");
    waits(&mut browser, "document.querySelector('#finds b')?.textContent === 'Pipeline'");
    browser.key("Enter", false);
    assert!(browser.arrive().starts_with("/pipeline?as_of=2025-11-01"));

    server.post("/views", "name=Our+Monday&to=/pipeline%3Fby=owner", "");
    // What can be done: by its name, and to a deal by a word and a part of the deal.
    for (text, name, to) in [
        ("open a", "Open a deal", "/deal/open"),
        ("record", "Record a lead", "/marketing/lead"),
        ("plan d13", "Plan a call", "/plan/D13"),
        ("lose d13", "Lose the deal", "/act/D13"),
        ("monday", "Our Monday", "/pipeline?by=owner"),
    ] {
        browser.visit(&next, 1280);
        browser.key("k", true);
        waits(&mut browser, "document.querySelector('dialog.palette[open] [aria-selected=true]')");
        browser.type_text(text);
        waits(
            &mut browser,
            &format!("document.querySelector('#finds b')?.textContent === '{name}'"),
        );
        browser.key("Enter", false);
        assert_eq!(browser.arrive(), to);
    }
    // And to the deal of the page.
    browser.visit(&format!("http://{}/deals/D13", server.address), 1280);
    browser.key("k", true);
    waits(&mut browser, "document.querySelector('dialog.palette[open] [aria-selected=true]')");
    browser.type_text("log");
    waits(&mut browser, "document.querySelector('#finds b')?.textContent === 'Log a call'");
    browser.key("Enter", false);
    assert_eq!(browser.arrive(), "/log/D13");

    // Keys; none of them while somebody types.
    browser.visit(&next, 1280);
    browser.key("g", false);
    browser.key("p", false);
    assert_eq!(browser.arrive(), "/pipeline");
    browser.visit(&next, 1280);
    browser.key("j", false);
    browser.key("j", false);
    let second = browser.value("document.querySelectorAll('main table a.id')[1].pathname");
    assert_eq!(browser.value("document.activeElement.pathname"), second);
    browser.key("?", false);
    waits(&mut browser, "document.querySelector('dialog[open] dl.keys')");
    browser.visit(&format!("http://{}/find", server.address), 1280);
    browser.press("input[name='q']");
    browser.key("/", false);
    assert_eq!(browser.value("document.querySelector('dialog[open]')"), Value::Null);
}
