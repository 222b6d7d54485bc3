//! Coaching, the playbook and the course, on the sample company whose truth is known.

use insight::demo;
use milepost::answers::coach::Coach;
use milepost::answers::learn::Learn;
use milepost::answers::playbook::Playbook;
use milepost::draw::Format;
use milepost::people::{People, Person};
use milepost::settings::Settings;
use serde_json::{Value, json};

use crate::tell::{Company, tell};
use crate::visit::Server;

const TODAY: &str = "2026-11-23";

/// The sample company.
fn sample() -> (Company, demo::truth::Truth) {
    let made = demo::company(TODAY.parse().unwrap(), 1);
    let person = |p: &demo::Person| {
        let person = Person {
            name: p.name.clone(),
            mail: None,
            team: Some(p.team.clone()),
            ..Person::default()
        };
        (p.id.clone(), person)
    };
    let persons = made.people.iter().map(person).collect();
    let people = People { persons, ..People::default() };
    (Company { events: made.events, people, settings: Settings::default() }, made.truth)
}

fn json(company: &Company, question: &impl milepost::answers::Question) -> Value {
    serde_json::from_str(&company.drawn(TODAY, question, Format::Json)).unwrap()
}

#[test]
fn the_milestone_that_each_salesperson_is_weak_at_is_named() {
    let (company, truth) = sample();
    let answer = json(&company, &Coach::default());
    let sellers = answer["sellers"].as_array().unwrap();
    assert_eq!(sellers.len(), truth.sellers.len());
    let mut real = 0;
    for seller in &truth.sellers.to_vec() {
        let found = sellers.iter().find(|s| s["owner"] == seller.name).unwrap();
        assert_eq!(found["milestone"], truth.milestones[seller.weak].name, "{}", seller.name);
        real += usize::from(found["real"] == true);
    }
    assert!(real >= 6, "{real} are called more than luck");
}

#[test]
fn a_talk_with_one_person_has_deals_calls_and_words() {
    let (company, truth) = sample();
    let owner = truth.sellers[1].name.to_owned();
    let answer = json(&company, &Coach { owner: Some(owner.clone()) });
    let sellers = answer["sellers"].as_array().unwrap();
    assert_eq!(sellers.len(), 1);
    let one = &sellers[0];
    assert_eq!(one["owner"], owner);
    for key in ["deals", "calls", "wordings", "steps"] {
        assert!(!one[key].as_array().unwrap().is_empty(), "{key}");
    }
    assert!(one["because"].as_str().unwrap().contains("team's pace"));
    let table = company.drawn(TODAY, &Coach { owner: Some("Nobody".into()) }, Format::Table);
    assert!(table.contains("nobody called 'Nobody' has deals"), "{table}");
}

#[test]
fn few_deals_are_few_deals() {
    let company = tell(
        "
        2025-12-01 process Sale: Need agreed > Terms agreed
        2026-01-05 D1 opened by ana 1200 EUR
        2026-01-09 D1 won
        2026-01-06 D2 opened by bob 900 EUR
        2026-01-20 D2 lost
    ",
    );
    let answer = json(&company, &Coach::default());
    for seller in answer["sellers"].as_array().unwrap() {
        assert_eq!((&seller["real"], &seller["milestone"]), (&Value::Bool(false), &Value::Null));
        assert!(seller["because"].as_str().unwrap().contains("too few to tell"));
    }
}

#[test]
fn a_playbook_without_names_names_nobody() {
    let (company, truth) = sample();
    let named = company.drawn(TODAY, &Playbook { anonymous: false }, Format::Json);
    let hidden = company.drawn(TODAY, &Playbook { anonymous: true }, Format::Json);
    let is_named = |text: &str| truth.sellers.iter().any(|seller| text.contains(seller.name));
    assert!(is_named(&named) && !is_named(&hidden) && !hidden.contains("\"D-0"));
    let hidden: Value = serde_json::from_str(&hidden).unwrap();
    assert_eq!(hidden["milestones"].as_array().unwrap().len(), truth.milestones.len());
    assert_eq!(hidden["stories"].as_array().unwrap().len(), 2);
}

#[test]
fn the_course_is_about_deals_that_are_over_and_its_answers_are_the_process() {
    let (company, truth) = sample();
    let drawn = company.drawn(TODAY, &Learn::default(), Format::Json);
    assert!(!drawn.contains("D-0"), "no deal is named");
    let answer: Value = serde_json::from_str(&drawn).unwrap();
    let questions = answer["questions"].as_array().unwrap();
    assert!(questions.len() >= 6);
    for question in questions {
        let right = usize::try_from(question["right"].as_u64().unwrap()).unwrap();
        let options = question["options"].as_array().unwrap();
        assert!(right < options.len() && options.len() >= 3, "{question}");
    }
    let own = json(&company, &Learn { owner: Some(truth.sellers[1].name.into()) });
    let lessons = own["lessons"].as_array().unwrap();
    let weak = truth.milestones[truth.sellers[1].weak].name;
    let titles: Vec<&str> = lessons.iter().map(|l| l["title"].as_str().unwrap()).collect();
    for start in ["For you: ", "How others ask for ", "Deals you lost on the way to "] {
        assert!(titles.contains(&format!("{start}{weak}").as_str()), "{titles:?}");
    }
    assert!(own["questions"].as_array().unwrap().len() > questions.len());
}

#[test]
fn progress_is_kept_by_person_and_by_team() {
    let server = Server::of(&sample().0);
    let questions = serde_json::from_str::<Value>(&server.get("/learn.json").body).unwrap();
    let questions = questions["questions"].as_array().unwrap();
    let all: Vec<String> =
        questions.iter().enumerate().map(|(i, q)| format!("q{i}={}", q["right"])).collect();
    let persons = || {
        let progress = server.get("/learn/progress.json").body;
        serde_json::from_str::<Value>(&progress).unwrap()
    };
    let untaken = persons();
    assert!(untaken["persons"].as_array().unwrap().iter().all(|p| p["times"] == 0), "{untaken}");
    let form = server.page("/learn");
    let somebody = "<option value=\"p-ana-lind\">";
    assert!(form.contains(somebody), "nobody is logged in, so the page asks who it is");
    for (answers, share) in [("q0=9".to_owned(), 0.0), (all.join("&"), 1.0), ("q0=9".into(), 1.0)] {
        let sent = server.post("/learn", &format!("person=p-ana-lind&{answers}"), "");
        assert_eq!(sent.status, 303, "{}", sent.body);
        let told = persons();
        let ana = told["persons"].as_array().unwrap().iter().find(|p| p["name"] == "Ana Lind");
        assert_eq!(ana.unwrap()["best"].as_f64(), Some(share));
        let north = told["teams"].as_array().unwrap().iter().find(|t| t["team"] == "North");
        assert_eq!((&north.unwrap()["taken"], &north.unwrap()["people"]), (&json!(1), &json!(4)));
    }
    assert_eq!(server.post("/learn", "person=nobody&q0=1", "").status, 422);
    let page = server.page("/learn/progress");
    assert!(page.contains("1 of 8 persons have taken the course"), "{page}");
}

#[test]
fn answers_are_looked_at_on_the_page() {
    let server = Server::of(&sample().0);
    let asked = server.page("/learn");
    assert!(!asked.contains("— right"), "nothing is given away");
    let answered = server.page("/learn?q0=0&q1=1");
    assert!(answered.contains(" right.") && answered.contains("— right"));
}

#[test]
fn the_playbook_leads_to_its_earlier_versions() {
    let story = "2026-01-01 process Sale: Need agreed > Trial held\n\
        2026-01-02 D1 opened by ana 1000 EUR account Acme\n\
        2026-03-01 process Sale: Need agreed > Trial held > Terms agreed\n";
    let server = Server::of(&crate::tell::tell(story));
    let page = server.page("/playbook");
    assert!(
        page.contains("Terms agreed") && page.contains("version 1, until 2026-03-01"),
        "{page}"
    );
    let older = server.page("/playbook?as_of=2026-03-01");
    assert!(!older.contains("Terms agreed") && older.contains("Trial held"), "{older}");
}
