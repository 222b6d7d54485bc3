//! Calls and commitments taken back, by page, by program and on the command line: every place that shows them shows
//! what is true then, and an earlier moment knows nothing of it.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::calls::{company, hidden, json_of, kinds, next_of, run, today};
use crate::doing::{follow, story, undo, value};
use crate::visit::{Reply, Server, balanced};

/// Sends a form of the deal's page and gives the page that says what was recorded.
fn write(server: &Server, to: &str, form: &str) -> String {
    follow(server, &server.post(to, &format!("{form}&back=deal"), ""))
}

/// Where calls and commitments are seen, as far as their past is left out.
fn seen(server: &Server, id: &str) -> Vec<Value> {
    let deal = story(server, id);
    let reached: Vec<bool> =
        deal["path"].as_array().unwrap().iter().map(|step| step["reached"].is_string()).collect();
    let next = json_of(server, "/next.json");
    let unlogged = next["unlogged"].clone();
    let listed = next["deals"].as_array().unwrap().iter().find(|deal| deal["id"] == id);
    let listed = listed.map_or(Value::Null, |deal| json!([deal["call"], deal["commitment"]]));
    let dates = json_of(server, "/calendar.json")["dates"].clone();
    let feed = server.get("/calendar.ics").body;
    let uids: Vec<&str> = feed.lines().filter(|line| line.starts_with("UID")).collect();
    let waits = json_of(server, &format!("/plan/{id}.json"))["planned"].clone();
    let coach = json_of(server, "/coach.json")["commitments"].clone();
    let (state, calls) = (deal["state"].clone(), deal["calls"].clone());
    let agreed = deal["commitment"].clone();
    vec![state, calls, agreed, json!(reached), unlogged, listed, dates, json!(uids), waits, coach]
}

#[test]
fn a_planned_call_is_cancelled_everywhere_and_stands_again() {
    let server = Server::of(&company());
    let before = seen(&server, "D1");
    let page = write(&server, "/plan/D1", "objective=Sign+it&on=2030-01-02&by=&fallback=");
    assert!(page.contains("Recorded: Call planned for"), "{page}");
    let planned = seen(&server, "D1");
    assert_ne!(planned, before);
    let page = undo(&server, &page, "D1");
    assert!(page.contains("Recorded: Taken back: the planned call: Sign it."), "{page}");
    assert_eq!(seen(&server, "D1"), before);
    let kinds = kinds(&server, "D1");
    assert!(kinds.ends_with(&["call-planned".into(), "taken-back".into()]), "{kinds:?}");
    let page = undo(&server, &page, "D1");
    assert!(page.contains("Counts again: the planned call: Sign it"), "{page}");
    assert_eq!(seen(&server, "D1"), planned);
    let page = undo(&server, &page, "D1");
    assert!(page.contains("Taken back: the planned call"), "{page}");
    assert_eq!(seen(&server, "D1"), before);
}

#[test]
fn a_logged_call_is_taken_back_with_all_that_it_brought() {
    // D2 has a call planned for yesterday, D3 an overdue commitment to the trial, D1 neither.
    let cases = [
        ("D1", "ending=gained:Trial+held&unplanned=on&due=2030-02-01"),
        ("D1", "ending=order"),
        ("D2", "ending=gained&gained=Need+agreed&gained=Trial+held"),
        ("D2", "ending=continuation&note=by+mistake"),
        ("D2", "ending=no-sale"),
        ("D3", "ending=gained&gained=Trial+held"),
        ("D3", "ending=continuation&next=Trial+held&due=2030-02-01"),
    ];
    for (id, form) in cases {
        let server = Server::of(&company());
        let open = seen(&server, id);
        let page = write(&server, &format!("/log/{id}"), form);
        let logged = seen_or_closed(&server, id);
        let told = story(&server, id)["story"].as_array().unwrap().len();
        let page = undo(&server, &page, id);
        assert!(page.contains("the call that was logged"), "{form}: {page}");
        assert_eq!(seen(&server, id), open, "{form}");
        let after = story(&server, id)["story"].as_array().unwrap().len();
        assert!(after > told, "both stand in the story");
        let page = undo(&server, &page, id);
        assert_eq!(seen_or_closed(&server, id), logged, "{form}");
        undo(&server, &page, id);
        assert_eq!(seen(&server, id), open, "{form}");
    }
}

/// The same of a deal that may be over, for which nothing is proposed.
fn seen_or_closed(server: &Server, id: &str) -> Vec<Value> {
    if story(server, id)["state"] == "open" {
        return seen(server, id);
    }
    let deal = story(server, id);
    vec![
        deal["state"].clone(),
        deal["calls"].clone(),
        json_of(server, "/next.json")["unlogged"].clone(),
    ]
}

#[test]
fn what_became_of_a_commitment_is_taken_back() {
    let ends = ["end=kept", "end=broken&reason=ill", "end=moved&due=2030-01-01"];
    for (form, word) in ends.into_iter().zip(["was kept", "was broken", "the new date"]) {
        let server = Server::of(&company());
        let before = seen(&server, "D3");
        let page = write(&server, "/agreed/D3", form);
        let ended = seen(&server, "D3");
        assert_ne!(ended, before);
        let page = undo(&server, &page, "D3");
        assert!(page.contains(word), "{page}");
        assert_eq!(seen(&server, "D3"), before);
        undo(&server, &page, "D3");
        assert_eq!(seen(&server, "D3"), ended);
    }
}

#[test]
fn the_list_of_the_day_offers_it_too_and_only_to_who_saw_the_last_fact() {
    let server = Server::of(&company());
    let before = seen(&server, "D1");
    let to = |reply: &Reply| {
        let at = reply.head.find("location: ").unwrap() + 10;
        reply.head[at..].lines().next().unwrap().replace("=d1", "=D1")
    };
    let planned = to(&server.post("/plan/D1", "objective=Sign+it&on=2030-01-02", ""));
    let page = server.page(&planned);
    let button = page.split("Recorded for").nth(1).unwrap();
    assert!(button.contains(">Undo</button>"), "{page}");
    let stale = format!("do=back&revision={}", value(button, "revision"));
    server.post("/log/D1", "ending=continuation&unplanned=on", "");
    let page = server.page(&planned);
    assert!(!page.contains(">Undo</button>"), "somebody has written since: {page}");
    let refused = server.post("/act/D1", &stale, "");
    assert_eq!(refused.status, 409);
    balanced(&refused.body).unwrap();
    for _ in 0..2 {
        let last = json!({ "do": "back", "revision": story(&server, "D1")["story"].as_array().unwrap().len() });
        assert_eq!(server.post_json("/act/D1.json", &last.to_string()).status, 200);
    }
    assert_ne!(seen(&server, "D1"), before, "the opposite of the opposite: both calls stand");
}

#[test]
fn an_earlier_moment_knows_nothing_of_it() {
    let ago = |days: i32| today().plus(-days);
    let told = format!(
        "{} process Sale: Need agreed > Trial held\n\
         {} D1 opened by ana 1200 EUR\n\
         {} D1 plans Sign the terms due {}\n\
         {} D1 commits to Trial held due {}\n\
         {} D1 unsays {}\n\
         {} D1 unsays {}\n",
        ago(40),
        ago(30),
        ago(20),
        ago(-9),
        ago(19),
        ago(-9),
        ago(10),
        ago(20),
        ago(5),
        ago(19),
    );
    let server = Server::of(&crate::tell::tell(&told));
    let at = |day: i32| {
        let deal = json_of(&server, &format!("/deals/D1.json?as_of={}", ago(day)));
        (deal["calls"]["planned"].as_array().unwrap().len(), deal["commitment"].is_object())
    };
    let as_of = [(25, (0, false)), (15, (1, true)), (9, (0, true)), (1, (0, false))];
    for (day, expected) in as_of {
        assert_eq!(at(day), expected, "{day} days ago");
    }
}

#[test]
fn it_is_said_in_german_and_in_the_audit() {
    let server = Server::of(&company());
    let page = write(&server, "/agreed/D3", "end=kept");
    undo(&server, &page, "D3");
    let german = "Accept-Language: de\r\n";
    let get = |path: &str| {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{german}Connection: close\r\n\r\n");
        crate::visit::send(server.address, &request).body
    };
    let story = get("/deals/D3");
    let said = "Zurückgenommen: dass die Zusage von Trial held eingehalten wurde";
    assert!(story.contains(said), "{story}");
    let audit = get("/audit?kind=taken-back");
    assert!(audit.contains("Kundengespräch oder Zusage zurückgenommen"), "{audit}");
    let audit = server.page("/audit?kind=taken-back");
    assert!(audit.contains("Call or commitment taken back"), "{audit}");
}

#[test]
fn a_form_is_sent_again_after_it_was_taken_back() {
    let server = Server::of(&company());
    let call = hidden(&server.page("/plan/D1"), "call");
    let plan = format!("call={call}&objective=Sign+it&on=2030-01-02");
    for _ in 0..2 {
        let page = write(&server, "/plan/D1", &plan);
        assert_eq!(next_of(&server, "D1")["call"]["objective"], "Sign it");
        undo(&server, &page, "D1");
        assert_eq!(next_of(&server, "D1")["call"], Value::Null);
    }
}

#[test]
fn the_command_line_takes_back_too() {
    let folder = TempDir::new().unwrap();
    let db = folder.path().join("milepost.db");
    let company = company();
    milepost::live::Live::open(&db).unwrap().append(&company.events, &company.people).unwrap();
    let back = || run(&db, &["deal", "back", "D1", "--by", "ana"]);
    assert!(back().unwrap_err().contains("has no opposite"));
    run(&db, &["call", "plan", "D1"]).unwrap();
    assert_eq!(back().unwrap(), "Recorded for D1: Call or commitment taken back.\n");
    assert_eq!(back().unwrap(), "Recorded for D1: Call or commitment taken back.\n");
    let gained = ["call", "held", "D1", "--gained", "Trial held", "--due", "2030-01-01"];
    assert_eq!(run(&db, &gained).unwrap(), "Recorded for D1: Call held, Commitment made.\n");
    assert_eq!(back().unwrap(), "Recorded for D1: Call or commitment taken back.\n");
    run(&db, &["call", "held", "D1", "--order"]).unwrap();
    assert_eq!(back().unwrap(), "Recorded for D1: Deal reopened, Call or commitment taken back.\n");
    let told: Value =
        serde_json::from_str(&run(&db, &["deal", "D1", "--format", "json"]).unwrap()).unwrap();
    assert_eq!((&told["state"], &told["calls"]["held"]), (&json!("open"), &json!(0)));
    assert_eq!(told["story"].as_array().unwrap().last().unwrap()["who"], "ana");
    let csv = run(&db, &["deal", "D1", "--format", "csv"]).unwrap();
    assert!(csv.contains("taken-back"), "{csv}");
    assert!(run(&db, &["deal", "back", "D99"]).unwrap_err().contains("no deal"));
}
