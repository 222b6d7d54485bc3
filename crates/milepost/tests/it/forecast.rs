//! The forecast of a small company: it adds up, narrows, refuses, and reads its period rightly.

mod changes;
mod kept;
mod quota;
mod what_if;

use std::io::Write;

use expect_test::expect;
use milepost::answers::filter::Filter;
use milepost::answers::forecast::{Forecast, ForecastAnswer};
use milepost::answers::status::By;
use milepost::people::Person;
use serde_json::Value;

use crate::tell::{Company, tell};
use crate::visit::Server;

const TODAY: &str = "2026-07-10";

/// A deal a few days, of three salespeople and two sources: some won, some lost, some open.
fn company(deals: u32) -> Company {
    let mut story = String::from("2025-01-01 process Sale: Need > Trial > Terms\n");
    let first: ledger::time::Day = "2025-07-01".parse().unwrap();
    for i in 0..deals {
        let day = |later: u32| first.plus((i * 300 / deals + later).cast_signed());
        let owner = ["ana", "bob", "cem"][i as usize % 3];
        let source = ["web", "fair"][i as usize % 2];
        let amount = 1000 + 137 * (i % 11);
        let mut say = |later, what: &str| story.push_str(&format!("{} D{i} {what}\n", day(later)));
        say(0, &format!("opened by {owner} {amount} EUR source {source}"));
        say(3 + i % 5, "reached Need");
        say(12 + i % 9, "reached Trial");
        match i % 5 {
            0 | 1 => say(30 + i % 40, "won"),
            2 => say(25 + i % 50, "lost"),
            3 => say(20 + i % 9, "reached Terms"),
            _ => {}
        }
    }
    let mut company = tell(&story);
    for (id, team) in [("ana", "North"), ("bob", "South"), ("cem", "South")] {
        let person =
            Person { name: id.to_uppercase(), team: Some(team.into()), ..Person::default() };
        company.people.persons.insert(id.into(), person);
    }
    company
}

fn ask(period: &str, by: Option<By>, filter: Filter) -> ForecastAnswer {
    let period = period.parse().unwrap();
    let question = Forecast { period, by, filter, ..Forecast::default() };
    company(150).ask(TODAY, &question).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * (1.0 + b.abs())
}

#[test]
fn its_parts_add_up() {
    let all = ask("this-quarter", None, Filter::default());
    assert_eq!(
        (all.from.to_string(), all.to.to_string()),
        ("2026-07-01".into(), "2026-09-30".into())
    );
    assert!(near(all.won_so_far + all.open + all.new, all.mean));
    assert!(near(all.deals.iter().map(|d| d.expected).sum(), all.open));
    assert!(all.open > 0.0 && all.p10 <= all.p50 && all.p50 <= all.p90);
    assert!(all.deals.iter().all(|d| d.p_win_in_period <= d.p_win && d.p_win <= 1.0));
    assert!(all.deals.is_sorted_by(|a, b| a.expected >= b.expected));
}

#[test]
fn groups_add_up_to_the_whole() {
    for by in [By::Owner, By::Team, By::Source, By::Milestone] {
        for period in ["this-quarter", "next-quarter", "28d"] {
            let all = ask(period, Some(by), Filter::default());
            let sum = |part: fn(&milepost::answers::forecast::GroupLine) -> f64| {
                all.groups.iter().map(part).sum::<f64>()
            };
            assert!(near(sum(|g| g.won_so_far), all.won_so_far), "{by:?} {period}");
            assert!(near(sum(|g| g.open), all.open), "{by:?} {period}");
            assert!(near(sum(|g| g.new), all.new), "{by:?} {period}");
            assert!(near(sum(|g| g.mean), all.mean), "{by:?} {period}");
        }
    }
}

#[test]
fn new_business_stands_at_no_milestone() {
    let all = ask("next-quarter", Some(By::Milestone), Filter::default());
    let names: Vec<_> = all.groups.iter().map(|g| g.name.as_str()).collect();
    assert_eq!(names, ["Trial", "Terms", "(new business)"]);
    assert!(all.groups.iter().take(2).all(|g| near(g.new, 0.0)));
}

#[test]
fn a_filter_narrows_what_is_reported_and_not_what_is_learned() {
    let all = ask("this-quarter", Some(By::Owner), Filter::default());
    let ana = Filter { owner: Some("ana".into()), ..Filter::default() };
    let hers = ask("this-quarter", Some(By::Owner), ana);
    assert!(hers.deals.len() < all.deals.len() && !hers.deals.is_empty());
    for deal in &hers.deals {
        let same = all.deals.iter().find(|d| d.id == deal.id).unwrap();
        assert!(near(same.p_win, deal.p_win) && near(same.expected, deal.expected));
    }
    assert!(near(hers.deals.iter().map(|d| d.expected).sum(), hers.open));
    assert!(hers.mean < all.mean && hers.p90 < all.p90);
    let names: Vec<_> = hers.groups.iter().map(|g| g.name.as_str()).collect();
    assert_eq!(names, ["ANA"]);
    assert!(near(hers.groups[0].mean, hers.mean));
}

#[test]
fn too_little_history_and_a_period_that_is_over_are_refused() {
    let forecast =
        |period: &str| Forecast { period: period.parse().unwrap(), ..Forecast::default() };
    expect![[r#"
        refused: 12 closed deals by 2026-07-10, and a forecast needs at least 30: 18 more must be won or lost, or import older ones
    "#]].assert_eq(&company(20).shown(TODAY, &forecast("next-quarter")));
    expect![[r#"
        refused: the period ended on 2026-06-30, before 2026-07-10: what it brought is known. To see what would have been forecast, ask as of a day before its end: --as-of 2026-04-01
    "#]].assert_eq(&company(150).shown(TODAY, &forecast("2026-Q2")));
    let today = company(150).ask(TODAY, &forecast("2026-07-10..2026-07-10")).unwrap();
    assert_eq!(today.from, today.to);
}

#[test]
fn scripts_find_their_keys() {
    let question = Forecast { by: Some(By::Team), ..Forecast::default() };
    let json = company(150).json(TODAY, &question);
    for key in ["mean", "p10", "p50", "p90", "won_so_far", "open", "new"] {
        assert!(json[key].is_f64(), "{key}");
    }
    let text = |key: &str| json[key].as_str().unwrap().to_owned();
    let days = ["as_of", "from", "to", "currency"].map(text);
    assert_eq!(days, [TODAY, "2026-10-01", "2026-12-31", "EUR"].map(String::from));
    let first = &json["deals"][0];
    assert!(first["id"].is_string());
    for key in ["p_win_in_period", "p_win", "amount", "expected"] {
        assert!(first[key].is_f64(), "{key}");
    }
    assert!(json["groups"][0]["won_so_far"].is_f64());
}

/// On one core and on all of them: threads take turns otherwise, the answer is the same to the last byte.
#[test]
fn the_answer_does_not_depend_on_how_many_cores_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("x.db");
    let live = milepost::live::Live::open(&db).unwrap();
    live.append(&company(150).events, &milepost::people::People::default()).unwrap();
    let asked = |on: &[&str], command: &str| {
        let program = env!("CARGO_BIN_EXE_milepost");
        let line: Vec<&str> = on.iter().copied().chain([program, command]).collect();
        let ran = std::process::Command::new(line[0])
            .args(&line[1..])
            .args(["--as-of", TODAY, "--format", "json", "--db"])
            .arg(&db)
            .output();
        ran.ok().filter(|ran| ran.status.success()).map(|ran| ran.stdout)
    };
    for command in ["forecast", "accuracy"] {
        let all = asked(&[], command).unwrap();
        assert!(!all.is_empty());
        match asked(&["taskset", "-c", "0"], command) {
            Some(one) => assert!(one == all, "{command} differs on one core"),
            None => {
                let needs = "skipped: one core; it needs: apt-get install -y util-linux";
                let _ = writeln!(std::io::stderr(), "{needs}");
            }
        }
        assert!(asked(&[], command).unwrap() == all, "{command} differs when asked again");
    }
}

/// The odds of a deal and their reasons stand on its page, and say when a fact is newer than they are.
#[test]
fn a_deal_page_tells_its_odds_and_why() {
    let company = crate::audit::sample();
    let server = Server::of(&company);
    let forecast: Value = serde_json::from_str(&server.get("/forecast.json").body).unwrap();
    let lines = forecast["deals"].as_array().unwrap();
    let line = lines.iter().find(|line| !line["why"].as_array().unwrap().is_empty()).unwrap();
    let page = format!("/deals/{}", line["id"].as_str().unwrap());
    let html = server.page(&page);
    let share = line["p_win_in_period"].as_f64().unwrap();
    assert!(html.contains(&format!("<b>{:.0}\u{a0}%</b> from ", share * 100.0)), "{html}");
    let why = line["why"][0]["what"].as_str().unwrap();
    assert!(html.contains(&format!("<td>{why}</td>")), "{why}: {html}");
    let points: f64 =
        line["why"].as_array().unwrap().iter().map(|r| r["points"].as_f64().unwrap()).sum();
    assert!((forecast["base"].as_f64().unwrap() + points - share).abs() < 1e-6);

    server.post(&page.replace("deals", "act"), "do=change&name=Other", "");
    assert!(server.page(&page).contains("These odds are of "), "a fact is newer");
    // Of a deal that is over there is nothing to tell.
    let won: Value = serde_json::from_str(&server.get("/deals.json?state=won").body).unwrap();
    let won = format!("/deals/{}", won["deals"][0]["id"].as_str().unwrap());
    assert!(!server.page(&won).contains("id=\"odds\""));
}
