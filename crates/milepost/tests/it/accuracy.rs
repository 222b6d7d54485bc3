//! The forecast's record: the keys that scripts read, the odds of single deals, refusals, the page.

use ledger::book::Book;
use milepost::answers::accuracy::{Accuracy, DayCount};
use milepost::answers::forecast::Forecast;
use milepost::answers::{AsOf, Lens, Question};
use milepost::live::Live;

use crate::tell::{Company, tell};
use crate::visit::Server;

const TODAY: &str = "2026-07-10";

/// A deal every other day for a year: some won, some lost, some open.
fn company() -> Company {
    let mut story = String::from("2025-01-01 process Sale: Need > Trial\n");
    let first: ledger::time::Day = "2025-07-01".parse().unwrap();
    for i in 0..180_u32 {
        let mut say = |later: u32, what: &str| {
            story.push_str(&format!("{} D{i} {what}\n", first.plus((2 * i + later).cast_signed())));
        };
        say(0, &format!("opened by ana {} EUR source web", 1000 + 137 * (i % 11)));
        say(3 + i % 5, "reached Need");
        match i % 4 {
            0 | 1 => say(12 + i % 30, "won"),
            2 => say(9 + i % 40, "lost"),
            _ => say(20 + i % 9, "reached Trial"),
        }
    }
    tell(&story)
}

fn question() -> Accuracy {
    let (from, to) = (Some("2026-01-05".parse().unwrap()), None);
    Accuracy { horizon: DayCount(28), every: DayCount(14), from, to }
}

#[test]
fn scripts_find_their_keys() {
    let json = company().json(TODAY, &question());
    assert_eq!(
        (&json["horizon_days"], &json["points"][0]["as_of"]),
        (&28.into(), &"2026-01-05".into())
    );
    for key in ["forecast", "p10", "p50", "p90", "actual", "run_rate", "weighted"] {
        assert!(json["points"][0][key].is_f64(), "{key}");
    }
    for method in ["ours", "run_rate", "weighted", "mean"] {
        for key in ["wape", "bias", "within_10"] {
            assert!(json["methods"][method][key].is_f64(), "{method} {key}");
        }
    }
    assert!(json["methods"]["ours"]["coverage_80"].is_f64() && json["methods"]["commit"].is_null());
    for key in ["auc", "brier", "log_loss"] {
        assert!(json["odds"][key].is_f64(), "{key}");
    }
    let group = &json["odds"]["reliability"][0];
    assert!(group["p"].is_f64() && group["n"].is_u64() && group["won"].is_f64());
}

/// What the record says was forecast is what was forecast: on that day, from a ledger that ended there.
#[test]
fn the_record_is_what_was_forecast_on_the_day() {
    let company = company();
    let found = company.ask(TODAY, &question()).unwrap();
    for point in found.points.iter().step_by(4) {
        let (day, period) = (point.as_of.to_string(), "28d".parse().unwrap());
        let then = company.ask(&day, &Forecast { period, ..Forecast::default() }).unwrap();
        let same = [(then.mean, point.forecast), (then.p10, point.p10), (then.p90, point.p90)];
        assert!(same.iter().all(|(a, b)| a.to_bits() == b.to_bits()), "{day}: {same:?}");
        let odds = found.deals.iter().filter(|odd| odd.as_of == point.as_of);
        assert_eq!(odds.count(), then.deals.len());
        for deal in then.deals.iter().filter(|deal| !deal.why.is_empty()) {
            let told: f64 = deal.why.iter().map(|reason| reason.points).sum();
            assert!((then.base + told - deal.p_win_in_period).abs() < 1e-9, "{}", deal.id);
        }
    }
}

#[test]
fn what_cannot_be_measured_is_refused() {
    let later = Accuracy { from: Some("2026-07-01".parse().unwrap()), ..question() };
    let told = company().shown(TODAY, &later);
    assert!(told.starts_with("refused: no horizon of 28d that starts on 2026-07-01"), "{told}");
    let told = tell("2026-01-01 D1 opened 10 EUR").shown(TODAY, &Accuracy::default());
    assert!(told.starts_with("refused: no past date has 30 closed deals"), "{told}");
}

#[test]
fn the_page_draws_the_record() {
    let server = Server::of(&company());
    let query = "horizon=28d&every=14d&from=2026-01-05";
    let page = server.page(&format!("/accuracy?as_of={TODAY}&{query}"));
    for words in ["Beside simple methods", "Odds of single deals", "Run rate: the last such period"]
    {
        assert!(page.contains(words), "{words}");
    }
    let json = server.get(&format!("/accuracy.json?as_of={TODAY}&{query}"));
    let same = company().drawn(TODAY, &question(), milepost::draw::Format::Json);
    assert_eq!((json.status, json.body), (200, same));
    assert!(
        server
            .get(&format!("/accuracy.csv?as_of={TODAY}&{query}"))
            .body
            .starts_with("as_of,forecast")
    );
    assert_eq!(server.get("/accuracy.json?horizon=soon").status, 400);
}

/// Forecasts that were given are facts of their own: once a day, beside what is said now.
#[test]
fn forecasts_given_are_recorded_once_a_day_and_shown() {
    let company = crate::audit::sample();
    let folder = tempfile::tempdir().unwrap();
    let live = Live::open(&folder.path().join("m.db")).unwrap();
    live.append(&company.events, &company.people).unwrap();
    let settings = live.settings();
    let first = AsOf::now(milepost::clock::now(), settings);
    assert_eq!(live.give_forecasts(first).unwrap(), 4);
    // Later on the same day, though midnight may have passed meanwhile.
    let as_of = AsOf { day: first.day, ..AsOf::now(milepost::clock::now(), settings) };
    assert_eq!(live.give_forecasts(as_of).unwrap(), 0, "one a day");
    let (book, people) = (live.book(as_of.moment).unwrap(), live.people().unwrap());
    let lens = Lens::new(as_of, &book, None, &people, settings).unwrap();
    let answer = Accuracy::default().ask(&lens).unwrap();
    assert_eq!(answer.given.len(), 4);
    let period = "90d".parse().unwrap();
    let said = Forecast { period, ..Forecast::default() }.ask(&lens).unwrap();
    let given = answer.given.iter().find(|line| (line.from, line.to) == (said.from, said.to));
    let given = given.expect("the next 90 days");
    // Some milliseconds have passed between the two.
    let off = (given.mean / said.mean - 1.0).abs();
    assert!(off < 1e-3, "what was given is what is said, for nothing is new: {off}");
    assert!(given.actual.is_none() && given.method.starts_with("milepost "));
    // As of a day before, nothing was given; that it was given is no fact of a deal.
    let before = AsOf::start_of(as_of.day, settings);
    let earlier = live.book(before.moment).unwrap();
    assert!(earlier.given().is_empty());
    assert_eq!(book.latest_known(), Book::of(as_of.moment, &company.events).latest_known());
}
