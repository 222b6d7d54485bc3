//! Several processes: each deal is read under the one that it follows, questions of one process see its deals alone,
//! and what is counted of all is the sum of what is counted of each.

use ledger::event::Values;
use serde_json::{Value, json};

use crate::tell::{Company, tell};
use crate::visit::Server;

/// New business and renewals, some open, some over; deals of an even number are renewals.
fn company(deals: usize) -> Company {
    let mut story = String::from(
        "2025-01-01 process New business: Need agreed > Trial held > Signed\n\
         2025-01-02 process Renewal: Use reviewed > Signed\n",
    );
    for i in 0..deals {
        let day = format!("2025-{:02}-{:02}", 1 + i % 9, 1 + i % 28);
        let steps: &[&str] =
            if i % 2 == 0 { &["Use reviewed", "Signed"] } else { &["Need agreed", "Trial held"] };
        story.push_str(&format!("{day} D{i} opened by ana {}00 EUR\n", 1 + i));
        for step in &steps[..1 + i % 3 / 2] {
            story.push_str(&format!("{day}T10:00 D{i} reached {step}\n"));
        }
        if i % 5 < 3 {
            let end = if i % 5 == 0 { "lost because too dear" } else { "won" };
            story.push_str(&format!("2025-11-{:02} D{i} {end}\n", 1 + i % 28));
        }
    }
    let mut company = tell(&story);
    for event in &mut company.events {
        let id = event.deal.as_ref().and_then(|id| id[1..].parse::<usize>().ok());
        if id.is_some_and(|id| id % 2 == 0) && event.fact.kind() == "DealOpened" {
            event.values = Values { pipeline: Some("renewal".into()), ..event.values.clone() };
        }
    }
    company
}

#[test]
fn each_deal_is_read_under_its_own_process() {
    let server = Server::of(&company(40));
    let status = server.json("/pipeline.json");
    let names: Vec<&str> = status["milestones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Need agreed", "Trial held", "Signed", "Use reviewed", "Renewal: Signed"]);
    // Each open deal stands where its own process has it.
    let (mut new, mut again) = (0, 0);
    for deal in server.json("/deals.json")["deals"].as_array().unwrap() {
        let number: usize = deal["id"].as_str().unwrap()[1..].parse().unwrap();
        let (at, next): (&[&str], &[&str]) = if number.is_multiple_of(2) {
            again += 1;
            (&["Use reviewed", "Renewal: Signed"], &["Renewal: Signed"])
        } else {
            new += 1;
            (&["Need agreed", "Trial held"], &["Trial held", "Signed"])
        };
        assert!(at.contains(&deal["milestone"].as_str().unwrap()), "{deal}");
        assert!(deal["next"].as_str().is_none_or(|name| next.contains(&name)), "{deal}");
    }
    assert!(new > 3 && again > 3);
}

#[test]
fn the_whole_is_the_sum_of_its_processes() {
    let server = Server::of(&company(300));
    for page in ["/pipeline.json?", "/deals.json?state=all&"] {
        let count = |asked: &str| {
            let answer = server.json(&format!("{page}{asked}"));
            let deals =
                if page.starts_with("/deals") { &answer["found"] } else { &answer["deals"] };
            (deals.as_u64().unwrap(), answer["value"].as_f64().unwrap())
        };
        let (all, new, again) =
            (count(""), count("process=New%20business"), count("process=Renewal"));
        assert!(new.0 > 0 && again.0 > 0);
        assert_eq!((all.0, all.1), (new.0 + again.0, new.1 + again.1), "{page}");
    }
    let forecast = |asked: &str| server.json(&format!("/forecast.json?as_of=2025-11-20&{asked}"));
    let deals = |answer: &Value| answer["deals"].as_array().unwrap().len();
    let whole = forecast("");
    let parts = [forecast("process=Renewal"), forecast("process=New%20business")];
    assert_eq!(deals(&whole), parts.iter().map(deals).sum::<usize>());
    assert!(whole["mean"].as_f64().unwrap() > 0.0);
    server.json("/accuracy.json?horizon=7d&every=7d");
}

#[test]
fn a_deal_goes_its_own_way() {
    let server = Server::of(&company(40));
    // D18 is an open renewal that has had its use reviewed.
    let deal = server.json("/deals/D18.json");
    assert_eq!(deal["next"], json!("Signed"), "{deal}");
    let reached = server.post("/act/D18.json", "do=reach&milestone=Renewal%3A+Signed", "");
    assert_eq!(reached.status, 200, "{}", reached.body);
    assert_eq!(server.json("/deals/D18.json")["next"], json!(null));
    let wrong = server.post("/act/D18.json", "do=reach&milestone=Trial+held", "");
    assert_eq!(wrong.status, 422, "no step of a renewal: {}", wrong.body);
}

#[test]
fn what_is_asked_of_one_process_sees_its_deals_alone() {
    let server = Server::of(&company(120));
    let process = |asked: &str| server.json(&format!("/process.json?{asked}"));
    let (main, renewal) = (process(""), process("process=renewal"));
    assert_eq!((&main["name"], &renewal["name"]), (&json!("New business"), &json!("Renewal")));
    assert_eq!((&main["deals"], &renewal["deals"]), (&json!(60), &json!(60)));
    let page = server.page("/process");
    assert!(page.contains("<option value=\"Renewal\">Renewal</option>"), "{page}");
    let unknown = server.get("/process.json?process=Service");
    assert!(unknown.body.contains("there is no process 'Service'"), "{}", unknown.body);
}
