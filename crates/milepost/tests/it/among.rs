//! Open deals by where they stand: every number of the pipeline leads to the deals behind it.

use crate::browser::story;
use crate::tell::tell;
use crate::visit::Server;

#[test]
fn every_number_of_the_pipeline_is_the_length_of_its_list() {
    let server = Server::of(&tell(&story()));
    let status = server.json("/pipeline.json?by=owner");
    let names: Vec<&str> = status["milestones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["name"].as_str().unwrap())
        .collect();
    let before = names[0].starts_with('(');
    let mut seen = 0;
    for group in status["groups"].as_array().unwrap() {
        let owner = group["name"].as_str().unwrap();
        let cells = group["by_milestone"].as_array().unwrap();
        for (deals, name) in cells.iter().skip(usize::from(!before)).zip(&names) {
            let at = if name.starts_with('(') { "none" } else { name }.replace(' ', "%20");
            let next = server.json(&format!("/next.json?owner={owner}&at={at}"));
            assert_eq!(next["open"], *deals, "{owner} at {name}");
            seen += deals.as_u64().unwrap();
        }
        let stalled = server.json(&format!("/next.json?owner={owner}&stalled=yes"));
        assert_eq!(stalled["open"], group["stalled"]);
        assert_eq!(
            stalled["deals"].as_array().unwrap().len(),
            group["stalled"].as_u64().unwrap() as usize
        );
    }
    assert_eq!(seen, status["deals"].as_u64().unwrap());
    let page = server.get("/pipeline?by=owner").body;
    assert!(page.contains("href=\"/next?owner=ana&amp;at=Need%20agreed\""), "{page}");
}

#[test]
fn amounts_bound_the_list_and_the_sums() {
    let server = Server::of(&tell(&story()));
    let all = server.json("/next.json");
    let amounts: Vec<f64> = all["deals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|deal| deal["amount"].as_f64().unwrap())
        .collect();
    let inside = amounts.iter().filter(|a| (1000.0..=3000.0).contains(*a)).count();
    assert!(inside > 0 && inside < amounts.len());
    assert_eq!(server.json("/next.json?min_amount=1000&max_amount=3000")["open"], inside);
    assert_eq!(server.json("/pipeline.json?min_amount=1000&max_amount=3000")["deals"], inside);
}

#[test]
fn what_cannot_be_is_said() {
    let server = Server::of(&tell(&story()));
    for (asked, said) in [
        (
            "at=Tasting",
            "the process has no milestone 'Tasting'; ask for Need agreed, Decision-maker met",
        ),
        ("min_amount=many", "'many' is no amount; write it as 1200.50"),
        ("min_amount=5&max_amount=4", "no deal is worth at least 5 and at most 4"),
    ] {
        let answer = server.get(&format!("/next.json?{asked}"));
        assert!(answer.body.contains(said), "{}", answer.body);
    }
}
