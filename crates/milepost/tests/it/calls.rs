//! Planning and logging calls as people do it: by page, by program and on the command line.

use std::path::Path;
use std::process::Command;

use ledger::time::{Day, Moment};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::tell::{Company, tell};
use crate::visit::Server;

/// Today, as the server sees it.
pub(crate) fn today() -> Day {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    Moment(i64::try_from(since.as_millis()).unwrap()).day()
}

/// Won deals that show how it is done, one deal without a plan, one with a call of yesterday, one with
/// an overdue commitment.
pub(crate) fn company() -> Company {
    let ago = |days: i32| today().plus(-days);
    let mut story =
        format!("{} process Sale: Need agreed > Decision-maker met > Trial held\n", ago(200));
    for i in 0..12 {
        story += &format!(
            "{} W{i} opened by ana {i}000 EUR account Won{i}\n\
             {} W{i} reached Need agreed\n\
             {} W{i} commits to Decision-maker met due {}\n\
             {} W{i} kept\n\
             {} W{i} won\n",
            ago(100),
            ago(90),
            ago(80),
            ago(71),
            ago(71),
            ago(60),
        );
    }
    let (open, yesterday) = (ago(9), ago(1));
    story += &format!(
        "{open} D1 opened by ana 1200 EUR account Acme\n\
         {open} D1 reached Need agreed\n\
         {open} D2 opened by bob 900 EUR account Borg\n\
         {open} D2 plans Bring the person who decides due {yesterday}\n\
         {open} D3 opened by bob 800 EUR account Cobra\n\
         {open} D3 commits to Trial held due {yesterday}\n"
    );
    tell(&story)
}

pub(crate) fn json_of(server: &Server, path: &str) -> Value {
    serde_json::from_str(&server.get(path).body).unwrap()
}

/// The deal in `next`.
pub(crate) fn next_of(server: &Server, id: &str) -> Value {
    let next = json_of(server, "/next.json");
    let deals = next["deals"].as_array().unwrap();
    deals.iter().find(|deal| deal["id"] == id).unwrap().clone()
}

pub(crate) fn kinds(server: &Server, id: &str) -> Vec<String> {
    let deal = json_of(server, &format!("/deals/{id}.json"));
    let story = deal["story"].as_array().unwrap();
    story.iter().map(|line| line["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_call_is_proposed_planned_and_logged_and_shows_at_once() {
    let server = Server::of(&company());
    let form = server.page("/plan/D1");
    assert!(form.contains("Agree to Decision-maker met and name the day"), "{form}");
    assert!(
        form.contains("won deals agreed to it 9 days ahead (the middle of 12 dates)"),
        "{form}"
    );
    let proposal = json_of(&server, "/plan/D1.json");
    let (on, by) = (proposal["on"].as_str().unwrap(), proposal["by"].as_str().unwrap());
    assert_eq!(proposal["from"], "milestone");
    let sent = format!(
        "back=next&objective=Bring+your+boss+to+a+meeting&by={by}&on={on}&fallback=&milestone=Decision-maker+met"
    );
    let done = server.post("/plan/D1?owner=ana", &sent, "");
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(done.head.contains("location: /next?owner=ana&recorded=d1"), "{}", done.head);
    assert!(server.page("/next?recorded=D1").contains("Recorded for <a"));
    assert_eq!(next_of(&server, "D1")["call"]["objective"], "Bring your boss to a meeting");
    assert!(server.page("/next").contains("Call planned for"));
    let sheet = json_of(&server, "/log/D1.json");
    assert_eq!(sheet["call"]["objective"], "Bring your boss to a meeting");
    assert_eq!((&sheet["call"]["by"], &sheet["call"]["fallback"]), (&json!(by), &Value::Null));
    let page = server.page("/log/D1");
    assert!(page.contains("Agreed, by") && page.contains("Done already"), "{page}");
    assert!(!page.contains("Fallback gained"), "{page}");

    let done = server.post("/log/D1", "back=deal&ending=gained", "");
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(done.head.contains("location: /deals/d1"), "{}", done.head);
    let deal = next_of(&server, "D1");
    assert_eq!(deal["commitment"]["milestone"], "Decision-maker met");
    assert_eq!(deal["commitment"]["due"], by);
    assert!(server.page("/deals/D1").contains("Call held: an advance (Decision-maker met)"));
}

#[test]
fn what_is_refused_says_why_and_loses_nothing() {
    let server = Server::of(&company());
    let sent = "objective=present+the+product+%3Cb%3E&by=&on=2030-01-02&fallback=a+%26+b";
    let refused = server.post("/plan/D1", sent, "");
    assert_eq!(refused.status, 422);
    for kept in ["present the product &lt;b&gt;", "value=\"2030-01-02\"", "a &amp; b"] {
        assert!(refused.body.contains(kept), "{kept}: {}", refused.body);
    }
    assert!(
        refused.body.contains("That is what you do; what should the customer agree to do next?")
    );
    assert!(refused.body.contains("For example: Agree to Decision-maker met"), "{}", refused.body);
    let wrong = server.post("/plan/D1", "objective=Sign+it&on=soon", "");
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("is no day; write it as"), "{}", wrong.body);
    let late = server.post("/plan/D1", "objective=Sign+it&on=2030-01-02&by=2030-01-01", "");
    assert_eq!(late.status, 422);
    let past = server.post("/plan/D1", "objective=Sign+it&on=2020-01-02", "");
    assert!(past.body.contains("has passed; log a call that was held instead"), "{}", past.body);
    assert_eq!(server.post("/log/D1", "ending=perhaps&note=keep+me", "").status, 422);
    let nothing = server.post("/log/D1", "ending=gained&note=keep+me", "");
    assert_eq!(nothing.status, 422);
    assert!(nothing.body.contains(">keep me<"), "{}", nothing.body);
    assert_eq!(server.post("/log/D2", "ending=continuation&due=2030-01-01", "").status, 422);
    assert_eq!(server.post("/plan/nobody", "objective=Sign+it", "").status, 404);
    assert_eq!(server.post("/log/W1", "ending=order", "").status, 422, "it is won");
    let anyway = format!("{sent}&anyway=on");
    assert_eq!(server.post("/plan/D1", &anyway, "").status, 303);
    assert_eq!(json_of(&server, "/log/D1.json")["planned"].as_array().unwrap().len(), 1);
}

#[test]
fn what_won_deals_agreed_to_is_proposed_where_the_process_is_silent() {
    let server = Server::of(&company());
    let objective = "objective=Bring+the+plant+manager+to+the+line&by=&fallback=Name+a+day";
    for deal in ["D1", "D3"] {
        let plan = format!("{objective}&milestone=Decision-maker+met");
        assert_eq!(server.post(&format!("/plan/{deal}"), &plan, "").status, 303);
        assert_eq!(server.post(&format!("/log/{deal}"), "ending=gained", "").status, 303);
        assert_eq!(server.post(&format!("/log/{deal}"), "ending=order", "").status, 303);
    }
    assert_eq!(server.post("/log/D2", "ending=gained:Need+agreed&unplanned=on", "").status, 303);
    let proposal = json_of(&server, "/plan/D2.json");
    assert_eq!(proposal["from"], "won-deals");
    assert_eq!(proposal["objective"], "Bring the plant manager to the line");
    assert_eq!(proposal["fallback"], "Name a day");
    let calls = &json_of(&server, "/deals/D1.json")["calls"];
    assert_eq!((&calls["held"], &calls["with_objective"]), (&json!(2), &json!(1)));
}

#[test]
fn other_sites_cannot_write() {
    let server = Server::of(&company());
    for header in ["Origin: http://evil.example\r\n", "Sec-Fetch-Site: cross-site\r\n"] {
        for (path, form) in [
            ("/plan/D1", "objective=Sign+it"),
            ("/log/D1.json", "ending=no-sale"),
            ("/agreed/D3", "end=kept"),
        ] {
            assert_eq!(server.post(path, form, header).status, 403, "{path}");
        }
    }
    assert_eq!(kinds(&server, "D1"), ["opened", "reached"]);
}

#[test]
fn yesterdays_call_is_asked_for_until_it_is_logged() {
    let server = Server::of(&company());
    let page = server.page("/next");
    assert!(page.contains("Yesterday's calls without an outcome"), "{page}");
    assert_eq!(json_of(&server, "/next.json")["unlogged"][0]["deal"], "D2");
    assert!(
        !server.page(&format!("/next?as_of={}", today())).contains("ending"),
        "the past is not written"
    );
    assert_eq!(server.post("/log/D2", "ending=continuation&back=next", "").status, 303);
    let page = server.page("/next");
    assert!(!page.contains("without an outcome"), "{page}");
    assert_eq!(json_of(&server, "/next.json")["unlogged"], json!([]));
}

/// A hidden field of a form.
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let start = page.find(&format!("name=\"{name}\" value=\"")).expect("the field");
    let value = &page[start + name.len() + 15..];
    value[..value.find('"').unwrap()].to_owned()
}

/// The days of the lines of a deal's story.
fn days(server: &Server, id: &str) -> Vec<String> {
    let deal = json_of(server, &format!("/deals/{id}.json"));
    let story = deal["story"].as_array().unwrap();
    story.iter().map(|line| line["day"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_logged_late_happened_on_its_day_and_is_known_from_now() {
    let server = Server::of(&company());
    let ago = |days: i32| today().plus(-days).to_string();
    assert_eq!(server.post("/log/D2", "ending=continuation", "").status, 303);
    assert_eq!(days(&server, "D2").last(), Some(&ago(1)), "the day it was planned for");
    let on = format!("do=reach&milestone=Decision-maker+met&on={}", ago(3));
    assert_eq!(server.post("/act/D1", &on, "").status, 303);
    assert_eq!(days(&server, "D1").last(), Some(&ago(3)));
    let then = json_of(&server, &format!("/deals/D1.json?as_of={}", ago(1)));
    assert_eq!(then["story"].as_array().unwrap().len(), 2, "nobody knew of it yesterday");
    for (on, why) in
        [(ago(-1), " has not come yet"), (ago(10), " is before that; choose a later day")]
    {
        let refused = server.post("/log/D1", &format!("ending=continuation&on={on}"), "");
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(why), "{}", refused.body);
    }
}

#[test]
fn a_form_that_is_sent_twice_is_recorded_once() {
    let server = Server::of(&company());
    let call = hidden(&server.page("/plan/D1"), "call");
    let plan = format!("call={call}&objective=Sign+it&on=2030-01-02");
    let call = hidden(&server.page("/log/D3"), "call");
    let log = format!("call={call}&ending=continuation");
    for _ in 0..2 {
        assert_eq!(server.post("/plan/D1", &plan, "").status, 303);
        assert_eq!(server.post("/log/D3", &log, "").status, 303);
    }
    assert_eq!(json_of(&server, "/log/D1.json")["planned"].as_array().unwrap().len(), 1);
    assert_eq!(json_of(&server, "/deals/D3.json")["calls"]["held"], 1);
    let otherwise = server.post("/log/D3", &format!("call={call}&ending=order"), "");
    assert_eq!(otherwise.status, 422, "that is another thing to say: {}", otherwise.body);
}

#[test]
fn a_commitment_is_kept_broken_or_moved_in_one_tap() {
    for (sent, kind) in [
        ("end=kept", "commitment-kept"),
        ("end=broken&reason=no+time", "commitment-broken"),
        ("end=moved&due=2030-01-01", "commitment-renegotiated"),
    ] {
        let server = Server::of(&company());
        let id = next_of(&server, "D3")["commitment"]["id"].as_str().unwrap().to_owned();
        let page = server.page("/next");
        assert!(page.contains("value=\"kept\"") && page.contains("New date: "), "{page}");
        let done = server.post("/agreed/D3", &format!("{sent}&commitment={id}"), "");
        assert_eq!(done.status, 303, "{}", done.body);
        let kinds = kinds(&server, "D3");
        assert!(
            kinds.iter().any(|k| k.contains(kind.split('-').next_back().unwrap())),
            "{kinds:?}"
        );
        assert_ne!(next_of(&server, "D3")["urgency"], "overdue");
    }
    let server = Server::of(&company());
    assert_eq!(server.post("/agreed/D3", "end=moved", "").status, 422);
    assert_eq!(server.post("/agreed/D1", "end=kept", "").status, 422, "nothing is agreed");
}

#[test]
fn programs_write_and_read_json() {
    let server = Server::of(&company());
    let kind = "Accept: application/json\r\n";
    let planned = server.post("/plan/D1.json", "objective=Sign+the+order&on=2030-01-02", kind);
    assert_eq!(planned.status, 200, "{}", planned.body);
    let planned: Value = serde_json::from_str(&planned.body).unwrap();
    assert_eq!(planned["recorded"], json!(["CallPlanned"]));
    let body = json!({
        "call": planned["call"], "ending": "gained", "due": "2030-02-01", "note": "good",
        "gained": ["Decision-maker met", "Trial held"],
    });
    let logged = server.post_json("/log/D1.json", &body.to_string());
    assert_eq!(logged.status, 200, "{}", logged.body);
    let logged: Value = serde_json::from_str(&logged.body).unwrap();
    assert_eq!(logged["recorded"], json!(["CallHeld", "MilestoneReached", "CommitmentMade"]));
    assert_eq!(logged["had_objective"], true);
    let bare = server.post_json("/log/D1.json", "{\"ending\":\"continuation\"}");
    let bare: Value = serde_json::from_str(&bare.body).unwrap();
    assert_eq!(bare["had_objective"], false, "counted as a call without an objective");
    let wrong = server.post_json("/log/D1.json", "[1]");
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("send one JSON object"), "{}", wrong.body);
    let refused = server.post_json("/plan/D1.json", "{\"objective\":\"follow up\"}");
    assert_eq!(refused.status, 422);
    assert!(serde_json::from_str::<Value>(&refused.body).unwrap()["error"].is_string());
}

pub(crate) fn run(db: &Path, arguments: &[&str]) -> Result<String, String> {
    let program = env!("CARGO_BIN_EXE_milepost");
    let ran = Command::new(program).arg("--db").arg(db).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    if ran.status.success() { Ok(text(ran.stdout)) } else { Err(text(ran.stderr)) }
}

#[test]
fn the_command_line_writes_the_same() {
    let folder = TempDir::new().unwrap();
    let db = folder.path().join("milepost.db");
    let company = company();
    milepost::live::Live::open(&db).unwrap().append(&company.events, &company.people).unwrap();
    let planned = run(&db, &["call", "plan", "D1"]).unwrap();
    assert!(planned.contains("Agree to Decision-maker met and name the day, by 20"), "{planned}");
    let refused = run(&db, &["call", "plan", "D1", "--objective", "follow up"]).unwrap_err();
    assert!(refused.contains("add --anyway"), "{refused}");
    let fallback = run(&db, &["call", "held", "D1", "--fallback", "--due", "2030-01-01"]).unwrap();
    assert_eq!(fallback, "Recorded for D1: Call held, Commitment made.\n");
    let story = run(&db, &["deal", "D1"]).unwrap();
    assert!(story.contains("an advance (the fallback: Name who has to agree"), "{story}");
    let kept = run(&db, &["commitment", "kept", "D1"]).unwrap();
    assert_eq!(kept, "Recorded for D1: Commitment kept.\n");
    let both = ["call", "held", "D1", "--gained", "Decision-maker met", "Trial held"];
    assert_eq!(
        run(&db, &both).unwrap(),
        "Recorded for D1: Call held, Milestone reached, Milestone reached.\n"
    );
    let old = [
        "call",
        "held",
        "D2",
        "--outcome",
        "continuation",
        "--next",
        "Need agreed",
        "--due",
        "2030-01-01",
    ];
    let told = format!("held on {}: Call held, Commitment made.\n", today().plus(-1));
    assert_eq!(run(&db, &old).unwrap(), format!("Recorded for D2, {told}"));
    let order = run(&db, &["call", "held", "D1", "--order", "--format", "json"]).unwrap();
    let order: Value = serde_json::from_str(&order).unwrap();
    assert_eq!(order["recorded"], json!(["CallHeld", "DealWon"]));
    assert!(run(&db, &["call", "held", "D2", "--order", "--no-sale"]).is_err());
}
