//! The list of deals: every number of a page that leads there is the number of its deals or their sum, pages of
//! it are the whole, and what is changed of many at once can be taken back at once.

use serde_json::Value;

use crate::audit::sample;
use crate::browser::story;
use crate::tell::tell;
use crate::visit::Server;

/// Every number of a page that says from which deals it is: where it leads, and what it says.
fn numbers(page: &str) -> Vec<(String, String)> {
    let links = page.split("<a class=\"from\" href=\"").skip(1);
    let link = |link: &str| {
        let (to, rest) = link.split_once('"').unwrap();
        let said = &rest[rest.find('>').unwrap() + 1..rest.find("</a>").unwrap()];
        (to.replace("&amp;", "&"), said.to_owned())
    };
    links.map(link).collect()
}

#[test]
fn every_number_is_from_the_deals_that_it_leads_to() {
    let server = Server::of(&sample());
    let forecast = server.json("/forecast.json?period=this-quarter");
    let owner = forecast["deals"][0]["owner"].as_str().unwrap().replace(' ', "%20");
    let (mut counts, mut sums) = (0, 0);
    for page in [
        "/forecast?period=this-quarter",
        "/forecast?period=this-quarter&by=owner&as_of=2026-09-01",
        "/accuracy?horizon=28d",
        "/process",
        &format!("/coach?owner={owner}"),
    ] {
        for (to, said) in numbers(&server.page(page)) {
            let list = server.json(&to.replacen("/deals?", "/deals.json?", 1));
            let number: f64 = said.split(' ').next().unwrap().replace(',', "").parse().unwrap();
            let of_money = page.starts_with("/forecast") || page.starts_with("/accuracy");
            if to.contains("state=open") {
                // What open deals will bring is less than they are worth.
                assert!(number > 0.0 && number < list["value"].as_f64().unwrap(), "{page}: {to}");
            } else if of_money {
                let value = list["value"].as_f64().unwrap();
                assert!((value - number).abs() <= 0.5, "{page}: {said} is not {value} of {to}");
                sums += 1;
            } else {
                assert_eq!(list["found"].to_string(), number.to_string(), "{page}: {said}, {to}");
                counts += 1;
            }
        }
    }
    assert!(counts >= 10 && sums >= 20, "{counts} counts, {sums} sums");
}

#[test]
fn pages_are_the_whole_list_in_its_order() {
    let server = Server::of(&sample());
    for sort in ["moved", "amount", "opened", "closed", "name", "milestone"] {
        let at = format!("/deals.json?state=all&sort={sort}&source=Partner");
        let all = server.json(&at);
        let pages = server.json(&format!("{at}&page=1"))["pages"].as_u64().unwrap();
        assert!(pages > 1, "{sort}");
        let ids = |list: &Value| -> Vec<String> {
            let deals = list["deals"].as_array().unwrap().iter();
            deals.map(|deal| deal["id"].as_str().unwrap().to_owned()).collect()
        };
        let page = |page: u64| ids(&server.json(&format!("{at}&page={page}")));
        let together: Vec<String> = (1..=pages).flat_map(page).collect();
        assert_eq!(together, ids(&all), "{sort}");
        assert_eq!(together.len() as u64, all["found"].as_u64().unwrap());
    }
}

#[test]
fn what_is_done_to_many_is_taken_back_at_once() {
    let server = Server::of(&tell(&story()));
    let owned = |name: &str| server.json(&format!("/deals.json?owner={name}"))["found"].clone();
    let (before, bobs) = (owned("ana"), owned("bob"));
    let reply = server.post("/deals?owner=ana", "do=owner&owner=bob&all=yes", "");
    assert_eq!(reply.status, 303, "{}", reply.body);
    assert_eq!(owned("ana"), 0);
    assert_eq!(owned("bob").as_u64().unwrap(), before.as_u64().unwrap() + bobs.as_u64().unwrap());
    let to = reply.head.split("location: ").nth(1).unwrap().lines().next().unwrap();
    let page = server.page(to);
    assert!(page.contains(&format!("Recorded for <b>{before} deals</b>")), "{page}");
    let at = page.split("name=\"at\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let reply = server.post("/deals", &format!("do=back&at={at}"), "");
    assert_eq!(reply.status, 303, "{}", reply.body);
    assert_eq!((owned("ana"), owned("bob")), (before, bobs));
}

#[test]
fn what_cannot_be_done_to_one_is_told_and_the_others_stand() {
    let server = Server::of(&tell(&story()));
    let reply = server.post("/deals.json", "do=lose&reason=budget&deal=D1&deal=D0&deal=nope", "");
    let done: Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(done["changed"], serde_json::json!(["D1"]));
    let refused: Vec<&str> =
        done["refused"].as_array().unwrap().iter().map(|r| r["deal"].as_str().unwrap()).collect();
    assert_eq!(refused, ["D0", "nope"]);
    assert_eq!(server.json("/deals/D1.json")["state"], "lost");
    // What has moved since stays as it is.
    server.post("/act/D1", "do=reopen", "");
    let back =
        server.post("/deals.json", &format!("do=back&at={}", done["at"].as_str().unwrap()), "");
    let back: Value = serde_json::from_str(&back.body).unwrap();
    assert_eq!(back["changed"], serde_json::json!([]));
    let because = back["refused"][0]["because"].as_str().unwrap();
    assert!(because.contains("written to meanwhile"), "{because}");
}

#[test]
fn what_cannot_be_asked_is_said() {
    let server = Server::of(&tell(&story()));
    for (asked, said) in [
        ("state=gone", "state cannot be 'gone'; write open, won, lost, closed, all"),
        ("page=0", "'0' is no page; pages are counted from 1"),
        ("opened_from=May", "'May' is no day; write it as 2026-11-23"),
        ("reached=Tasting", "the process has no milestone 'Tasting'; ask for Need agreed"),
    ] {
        let reply = server.get(&format!("/deals.json?{asked}"));
        assert!(reply.body.contains(said), "{}", reply.body);
    }
    let nothing = server.post("/deals", "do=lose", "");
    assert!(nothing.body.contains("ick the deals to change first"), "{}", nothing.body);
}

#[test]
fn a_card_moves_along_the_board() {
    let server = Server::of(&tell(&story()));
    let board = server.page("/pipeline?show=board&owner=bob");
    let card = board.split("action=\"/act/D1?").nth(1).unwrap();
    let field = |name: &str| {
        let rest = card.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let (milestone, revision) = (field("milestone"), field("revision"));
    assert_eq!(milestone, "Decision-maker met");
    let form = format!("do=reach&milestone={}&revision={revision}", milestone.replace(' ', "+"));
    assert_eq!(server.post("/act/D1", &form, "").status, 303);
    assert_eq!(server.json("/deals.json?q=D1&owner=bob")["deals"][0]["milestone"], milestone);
}
