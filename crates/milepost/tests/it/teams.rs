//! Teams on their days: who moves takes nothing of the past along, and a team is asked for with all that is part of it.

use milepost::people::Person;
use serde_json::Value;

use crate::tell::tell;
use crate::visit::Server;

/// Two deals of Ana, who moved, and one of Bob, who did not.
fn server() -> Server {
    let mut company = tell(
        "2026-01-05 process Sale: Need agreed
         2026-01-10 D1 opened by ana 100 EUR
         2026-01-11 D2 opened by ana 50 EUR
         2026-01-12 D3 opened by bob 10 EUR",
    );
    for (id, team) in [("ana", "North"), ("bob", "South")] {
        let person = Person { name: id.into(), team: Some(team.into()), ..Person::default() };
        company.people.persons.insert(id.into(), person);
    }
    Server::of(&company)
}

fn values(server: &Server, asked: &str) -> Vec<(String, f64)> {
    let answer: Value =
        serde_json::from_str(&server.get(&format!("/pipeline.json?by=team&{asked}")).body).unwrap();
    let groups = answer["groups"].as_array().unwrap().iter();
    let pair = |g: &Value| (g["name"].as_str().unwrap().to_owned(), g["value"].as_f64().unwrap());
    groups.map(pair).collect()
}

fn said(all: &[(&str, f64)]) -> Vec<(String, f64)> {
    all.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect()
}

#[test]
fn who_moves_takes_nothing_of_the_past_along() {
    let server = server();
    let before = said(&[("North", 150.0), ("South", 10.0)]);
    assert_eq!(values(&server, "as_of=2026-02-01"), before);
    let moved = server.post("/people", "do=team&id=ana&team=South&since=2026-03-01", "");
    assert_eq!(moved.status, 200, "{}", moved.body);
    assert_eq!(values(&server, ""), said(&[("South", 160.0)]));
    assert_eq!(values(&server, "as_of=2026-02-01"), before);
    assert_eq!(values(&server, "as_of=2026-02-01&team=north"), said(&[("North", 150.0)]));
    assert!(server.page("/people").contains("North until 2026-03-01"));
}

#[test]
fn a_team_is_asked_for_with_all_that_is_part_of_it() {
    let server = server();
    for form in ["team=North&under=Europe&since=2026-02-01", "team=South&under=North"] {
        let done = server.post("/people", &format!("do=under&{form}"), "");
        assert_eq!(done.status, 200, "{}", done.body);
    }
    let all = said(&[("North", 150.0), ("South", 10.0)]);
    assert_eq!(values(&server, "team=europe"), all);
    assert_eq!(values(&server, "as_of=2026-02-01&team=North"), all);
    assert_eq!(values(&server, "as_of=2026-01-20&team=Europe"), said(&[]));
    let ring = server.post("/people", "do=under&team=Europe&under=South", "");
    assert!(ring.body.contains("South is part of Europe already"), "{}", ring.body);
    let nobody = server.post("/people", "do=under&team=West&under=Europe", "");
    assert!(
        nobody.body.contains("here is no team &#39;West&#39;")
            || nobody.body.contains("here is no team 'West'"),
        "{}",
        nobody.body
    );
    assert!(server.page("/next").contains("<option value=\"Europe\">"), "it can be picked");
}
