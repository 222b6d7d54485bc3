//! What is done to a deal by page: it shows at once, its opposite takes it back, and of two people who
//! write the same deal the second loses nothing.

use serde_json::Value;

use crate::calls::company;
use crate::tell::Company;
use crate::visit::{Reply, Server, balanced};

pub(crate) fn story(server: &Server, id: &str) -> Value {
    serde_json::from_str(&server.get(&format!("/deals/{id}.json")).body).unwrap()
}

/// The value of a hidden or shown input, first of its name.
pub(crate) fn value<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name}: {page}"));
    let rest = &page[at..];
    let tag = &rest[..rest.find('>').unwrap()];
    let at = tag.find("value=\"").unwrap() + 7;
    &tag[at..at + tag[at..].find('"').unwrap()]
}

/// The form that changes a deal as a page gives it, with some fields written over.
fn change(page: &str, over: &[(&str, &str)]) -> String {
    let names = ["name", "account", "owner", "source", "amount", "close", "currency"];
    let mut form = format!("do=change&revision={}", value(page, "revision"));
    for name in names {
        let was = value(page, &format!("was_{name}"));
        let said = over.iter().find(|(key, _)| *key == name).map_or(value(page, name), |o| o.1);
        form += &format!("&{name}={said}&was_{name}={was}");
    }
    form
}

/// Where a write leads to: the deal's page, well-formed.
pub(crate) fn follow(server: &Server, reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.body);
    let at = reply.head.find("location: ").unwrap() + 10;
    // The head was put in small letters; ids of deals are capitals here.
    let to = reply.head[at..].lines().next().unwrap().replace("/deals/d", "/deals/D");
    server.page(&to)
}

/// Takes back what a page says was recorded.
pub(crate) fn undo(server: &Server, page: &str, id: &str) -> String {
    assert!(page.contains(">Undo</button>"), "{page}");
    let form = format!("do=back&revision={}", value(page, "revision"));
    follow(server, &server.post(&format!("/act/{id}"), &form, ""))
}

fn state(server: &Server, id: &str) -> String {
    story(server, id)["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_deal_goes_from_its_opening_to_the_sale() {
    let server = Server::of(&company());
    let form =
        "id=D7&name=Pumps&account=Nova&owner=ana&amount=1200.50&currency=EUR&close=2027-01-31";
    let page = follow(&server, &server.post("/deal/open", form, ""));
    assert!(page.contains("Recorded: Opened") && page.contains("Nova"), "{page}");
    assert_eq!(server.post("/deal/open", form, "").status, 422);
    for milestone in ["Need+agreed", "Decision-maker+met", "Trial+held"] {
        let seen = value(&server.page("/act/D7"), "revision").to_owned();
        let form = format!("do=reach&milestone={milestone}&evidence=minutes&revision={seen}");
        follow(&server, &server.post("/act/D7", &form, ""));
    }
    let page = server.page("/deals/D7");
    let form = format!("do=win&revision={}", value(&page, "revision"));
    follow(&server, &server.post("/act/D7", &form, ""));
    let told = story(&server, "D7");
    assert_eq!((&told["state"], &told["amount"]), (&"won".into(), &1200.5.into()));
    let steps = told["path"].as_array().unwrap();
    assert!(steps.iter().all(|step| step["reached"].is_string()), "{told}");
    assert!(told["story"].to_string().contains("minutes"), "{told}");
}

#[test]
fn each_write_is_taken_back_by_its_opposite() {
    let server = Server::of(&company());
    let write = |form: &str| {
        let seen = value(&server.page("/act/D1"), "revision").to_owned();
        follow(&server, &server.post("/act/D1", &format!("{form}&revision={seen}"), ""))
    };
    for (form, ended) in [("do=win", "won"), ("do=lose&reason=too+dear", "lost")] {
        let page = write(form);
        assert_eq!(state(&server, "D1"), ended);
        let page = undo(&server, &page, "D1");
        assert_eq!(state(&server, "D1"), "open");
        let page = undo(&server, &page, "D1");
        assert_eq!(state(&server, "D1"), ended);
        undo(&server, &page, "D1");
    }
    assert_eq!(story(&server, "D1")["last"], "Need agreed");
    let page = write("do=reach&milestone=Decision-maker+met");
    assert_eq!(story(&server, "D1")["last"], "Decision-maker met");
    undo(&server, &page, "D1");
    assert_eq!(story(&server, "D1")["last"], "Need agreed");
    let page = write("do=undo&milestone=Need+agreed&reason=a+slip");
    assert_eq!(story(&server, "D1")["last"], Value::Null);
    undo(&server, &page, "D1");
    assert_eq!(story(&server, "D1")["last"], "Need agreed");

    let form = change(&server.page("/act/D1"), &[("amount", "5000"), ("account", "Acme+Ltd")]);
    let page = follow(&server, &server.post("/act/D1", &form, ""));
    assert_eq!(story(&server, "D1")["amount"], 5000.0);
    undo(&server, &page, "D1");
    let back = story(&server, "D1");
    assert_eq!((&back["amount"], &back["account"]), (&1200.0.into(), &"Acme".into()));
}

#[test]
fn of_two_who_write_at_once_the_second_sees_what_is_new_and_loses_nothing() {
    let server = Server::of(&company());
    let (first, second) = (server.page("/act/D1"), server.page("/act/D1"));
    let form = change(&first, &[("amount", "5000"), ("owner", "bob")]);
    follow(&server, &server.post("/act/D1", &form, ""));

    let late = change(&second, &[("owner", "carla"), ("close", "2027-03-01")]);
    let reply = server.post("/act/D1", &late, "");
    assert_eq!(reply.status, 409);
    balanced(&reply.body).unwrap();
    assert!(reply.body.contains("Recorded meanwhile"), "{}", reply.body);
    assert!(reply.body.contains("(now bob)"), "{}", reply.body);
    assert_eq!(value(&reply.body, "owner"), "carla");
    assert_eq!(value(&reply.body, "close"), "2027-03-01");
    assert_eq!(value(&reply.body, "amount"), "5000.00");
    assert_eq!(story(&server, "D1")["owner"], "bob");

    let again = change(&reply.body, &[]);
    follow(&server, &server.post("/act/D1", &again, ""));
    let both = story(&server, "D1");
    assert_eq!((&both["owner"], &both["amount"]), (&"carla".into(), &5000.0.into()));
    assert_eq!(both["expected_close"], "2027-03-01");

    // Neither may the second undo what the first has not seen.
    let stale = server.post("/act/D1", "do=back&revision=3", "");
    assert_eq!(stale.status, 409);
}

#[test]
fn what_cannot_be_done_says_why_and_keeps_what_was_typed() {
    let server = Server::of(&company());
    let page = server.page("/act/D1");
    let refused = |form: &str, sentence: &str| {
        let reply = server.post("/act/D1", form, "");
        assert_eq!(reply.status, 422, "{form}: {}", reply.body);
        assert!(reply.body.contains(sentence), "{form}: {}", reply.body);
        reply.body
    };
    let kept = refused(&change(&page, &[("amount", "1,200"), ("source", "fair")]), "no amount");
    assert_eq!((value(&kept, "amount"), value(&kept, "source")), ("1,200", "fair"));
    refused(&change(&page, &[("account", "")]), "cannot be left blank");
    refused(&change(&page, &[]), "Nothing would change");
    refused("do=reach&milestone=Lunch", "is no milestone");
    refused("do=reopen", "is open");
    refused("do=dance", "Say what to do");
    assert_eq!(server.post("/act/D99", "do=win", "").status, 404);
    assert_eq!(server.get("/act/D99").status, 404);
    let past = server.page("/deals/D1?as_of=today");
    assert!(!past.contains("action=\"/act/"), "{past}");
    let program = server.post_json("/act/D1.json", r#"{"do":"win"}"#);
    assert_eq!(program.status, 200, "{}", program.body);
    let moved = server.post_json("/act/D1.json", r#"{"do":"reopen","revision":1}"#);
    assert_eq!(moved.status, 409, "{}", moved.body);
}

#[test]
fn what_is_typed_is_never_markup() {
    let server = Server::of(&Company::default());
    let page = follow(&server, &server.post("/deal/open", "id=D8&name=%3Cb%3Ehi", ""));
    assert!(page.contains("&lt;b&gt;hi") && !page.contains("<b>hi"), "{page}");
}
