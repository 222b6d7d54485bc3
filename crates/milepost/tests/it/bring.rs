//! Import by page and by program: what a browser and `curl` would send.

use serde_json::Value;

use milepost::clock;
use milepost::store::{SqliteStore, Store};

use crate::tell::tell;
use crate::visit::{Reply, Server};

/// Sends files as a form does.
fn send(server: &Server, path: &str, files: &[(&str, &str)]) -> Reply {
    let mut body = String::new();
    for (name, text) in files {
        body += &format!(
            "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n{text}\r\n"
        );
    }
    body += "--edge--\r\n";
    server.send_as(path, "multipart/form-data; boundary=edge", &body)
}

/// Where a reply leads.
fn leads_to(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.body);
    let head = reply
        .head
        .lines()
        .find_map(|line| line.to_lowercase().strip_prefix("location: ").map(str::to_owned));
    head.expect("a place to go")
}

fn open_deals(server: &Server) -> u64 {
    let status: Value = serde_json::from_str(&server.get("/pipeline.json").body).unwrap();
    status["deals"].as_u64().unwrap()
}

const EVENTS: &str =
    "deal,event,at,amount,currency\nD1,Call,2026-01-02,100,EUR\nD2,Call,2026-01-03,x,EUR\n";
const OTHER: &str =
    "deal,event,at,amount,currency\nD2,Visit,2026-01-05,70,EUR\nD9,Call,2026-01-01,900,EUR\n";
const ODD: &str =
    "Nr,Kunde,Wert,Phase,Seit\n1,Acme,100,Angebot,2026-01-02\n2,Brix,200,Gewonnen,2026-02-03\n";

/// Where the page of some uploaded files is.
pub(crate) fn uploaded(server: &Server) -> String {
    leads_to(&send(server, "/import", &[("deals.csv", EVENTS)]))
}

#[test]
fn a_file_is_looked_at_and_then_imported() {
    let server = Server::of(&tell(""));
    assert!(server.page("/next").contains("href=\"/import\""), "an empty ledger leads there");
    assert!(server.page("/import").contains("type=\"file\""));
    let place = leads_to(&send(&server, "/import", &[("../deals.csv", EVENTS)]));
    let preview = server.page(&place);
    assert!(preview.contains("2 facts would be added"), "{preview}");
    assert!(preview.contains("deals.csv") && preview.contains("csv one row an event"));
    assert!(preview.contains("deals.csv:3: ") && !preview.contains("milepost-import"), "{preview}");
    assert!(!preview.contains("--"), "no flags on a page: {preview}");
    assert_eq!(open_deals(&server), 0, "nothing is written by looking");
    let upload = place.split_once("upload=").unwrap().1;
    let done = server.post("/import", &format!("upload={upload}&do=import"), "");
    assert!(done.body.contains("2 facts were added"), "{}", done.body);
    assert_eq!(open_deals(&server), 2);
    // Of today such an old record knows nothing: it is asked as of its end.
    assert!(done.body.contains("href=\"/forecast?as_of=2026-01-04\""), "{}", done.body);
    assert!(server.page("/pipeline?as_of=2026-01-04").contains("What was known before"));
    assert_eq!(server.get(&place).status, 404, "the files are gone");
    let again = leads_to(&send(&server, "/import", &[("deals.csv", EVENTS)]));
    assert!(server.page(&again).contains("No facts would be added; 2 facts known already"));
}

#[test]
fn columns_are_named_by_hand_where_they_are_not_known() {
    let server = Server::of(&tell(""));
    let place = leads_to(&send(&server, "/import", &[("odd.csv", ODD)]));
    let preview = server.page(&place);
    assert!(
        preview.contains("Odd.csv is not recognised; say below what its columns mean"),
        "{preview}"
    );
    assert!(!preview.contains("value=\"import\""), "it cannot be imported yet");
    let upload = place.split_once("upload=").unwrap().1;
    let columns = "shape0=deals&c0_0=deal&c0_1=account_name&c0_2=amount&c0_3=stage&c0_4=created";
    let said = server.post("/import", &format!("upload={upload}&do=columns&{columns}"), "");
    assert_eq!(leads_to(&said), place);
    let preview = server.page(&place);
    assert!(
        preview.contains("would be added") && preview.contains("value=\"import\""),
        "{preview}"
    );
    let more = format!("upload={upload}&do=read&currency=EUR&won=Gewonnen");
    assert_eq!(server.post("/import", &more, "").status, 303);
    let done = server.post("/import", &format!("upload={upload}&do=import"), "");
    assert!(done.body.contains("were added"), "{}", done.body);
    assert_eq!(open_deals(&server), 1);
    let deal: Value = serde_json::from_str(&server.get("/deals/1.json").body).unwrap();
    assert!(deal.to_string().contains("Acme") && deal.to_string().contains("100"), "{deal}");
    let wrong = leads_to(&send(&server, "/import", &[("odd.csv", ODD)]));
    let upload = wrong.split_once("upload=").unwrap().1;
    let refused = server.post("/import", &format!("upload={upload}&do=read&currency=XX"), "");
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("is no currency"), "{}", refused.body);
}

#[test]
fn programs_import_at_once() {
    let server = Server::of(&tell(""));
    let done = send(&server, "/import.json", &[("deals.csv", EVENTS)]);
    assert_eq!(done.status, 200, "{}", done.body);
    let done: Value = serde_json::from_str(&done.body).unwrap();
    assert_eq!((&done["added"], &done["files"][0]["file"]), (&2.into(), &"deals.csv".into()));
    assert_eq!(done["counts"].as_object().unwrap().len(), 1, "the amount that is none: {done}");
    let unknown = send(&server, "/import.json", &[("odd.csv", ODD)]);
    assert_eq!(unknown.status, 422);
    assert!(unknown.body.contains("not recognised"), "{}", unknown.body);
    assert_eq!(send(&server, "/import.json", &[]).status, 422);
    assert_eq!(server.post("/import", "upload=../../etc&do=import", "").status, 404);
    assert_eq!(open_deals(&server), 2);
}

/// What a ledger says now and said before, but for the count of its events.
fn all_said(server: &Server) -> String {
    let pages = ["/pipeline.json", "/deals.json?state=all", "/process.json", "/check.json"];
    let days = ["", "as_of=2026-01-03", "as_of=2026-06-01"];
    let ask = |page: &str, day: &str| {
        let sign = if page.contains('?') { '&' } else { '?' };
        let body = server.get(&format!("{page}{sign}{day}")).body;
        body.lines().filter(|line| !line.contains("as_of")).collect::<String>()
    };
    pages.iter().flat_map(|page| days.iter().map(|day| ask(page, day))).collect()
}

#[test]
fn an_import_is_undone_as_if_it_had_not_been() {
    let server = Server::of(&tell(""));
    send(&server, "/import.json", &[("first.csv", EVENTS)]);
    let before = all_said(&server);
    let place = leads_to(&send(&server, "/import", &[("wrong.csv", OTHER)]));
    let upload = place.split_once("upload=").unwrap().1;
    server.post("/import", &format!("upload={upload}&do=import"), "");
    assert!(all_said(&server) != before, "nothing has changed");
    assert_eq!(open_deals(&server), 3);

    let page = server.page("/import");
    let (first, wrong) = (page.find("first.csv").unwrap(), page.find("wrong.csv").unwrap());
    assert!(wrong < first, "the latest comes first");
    let at = page.split("name=\"at\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    server.post("/act/D9", "do=change&name=Pumps", "");
    let undone = server.post("/import", &format!("do=undo&at={at}"), "");
    assert!(undone.body.contains("2 facts of 2 deals count no more"), "{}", undone.body);
    assert!(undone.body.contains("Of 1 deal something was recorded here since"), "{}", undone.body);
    // What was recorded here of D9 stays, and nothing else.
    assert_eq!(open_deals(&server), 3);
    server.post("/act/D9", "do=lose", "");
    let left: Value = serde_json::from_str(&server.get("/deals/D9.json").body).unwrap();
    assert_eq!(left["story"].as_array().unwrap().len(), 2, "{left}");
    let page = server.page("/import");
    assert!(page.contains("undone ") && page.matches("Undo this import").count() == 1, "{page}");
    let again = server.post("/import.json", &format!("do=undo&at={at}"), "");
    assert!(again.body.contains("has been undone before"), "{}", again.body);
    let never = server.post("/import.json", "do=undo&at=2020-01-01T00:00:00Z", "");
    assert!(never.body.contains("nothing was imported at"), "{}", never.body);

    let done = send(&server, "/import.json", &[("wrong.csv", OTHER)]);
    assert!(done.body.contains("\"added\":2"), "it can be imported again: {}", done.body);
}

#[test]
fn after_an_undone_import_every_day_says_what_it_said_before() {
    let server = Server::of(&tell(""));
    send(&server, "/import.json", &[("first.csv", EVENTS)]);
    let before = all_said(&server);
    send(&server, "/import.json", &[("wrong.csv", OTHER)]);
    let page = server.page("/import");
    let at = page.split("name=\"at\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(server.post("/import", &format!("do=undo&at={at}"), "").status, 200);
    assert!(all_said(&server) == before, "an answer is another");
    // And so does a program that opens the ledger afterwards.
    let anew = Server::at(&server._folder.path().join("milepost.db"));
    assert!(all_said(&anew) == before, "an answer is another");
}

#[test]
fn an_import_that_takes_long_says_how_far_it_is() {
    let server = Server::of(&tell(""));
    let place = leads_to(&send(&server, "/import", &[("deals.csv", EVENTS)]));
    let upload = place.split_once("upload=").unwrap().1;
    // While somebody else writes, it waits.
    let mut other = SqliteStore::open_existing(&server._folder.path().join("milepost.db")).unwrap();
    let lock = other.begin(clock::now()).unwrap();
    let started = server.post("/import", &format!("upload={upload}&do=import"), "");
    assert_eq!(leads_to(&started), place);
    let page = server.get(&place);
    assert!(page.head.to_lowercase().contains("refresh: 1"), "{}", page.head);
    assert!(page.body.contains("<progress"), "{}", page.body);
    drop(lock);
    let over = (0..200).find_map(|_| {
        let page = server.get(&place);
        let over = !page.head.to_lowercase().contains("refresh");
        std::thread::sleep(std::time::Duration::from_millis(50));
        over.then_some(page)
    });
    let over = over.expect("it ends");
    assert!(over.body.contains("2 facts were added"), "{}", over.body);
    assert_eq!(open_deals(&server), 2);
}
