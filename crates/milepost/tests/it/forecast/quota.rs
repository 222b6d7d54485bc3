//! Quotas: whose, of which days, and the chance of them.

use ledger::event::Fact;
use ledger::money::{Currency, Money};
use milepost::answers::filter::Filter;
use milepost::answers::forecast::{Forecast, ForecastAnswer};

use super::{TODAY, company, near};
use crate::tell::Company;

/// Sets quotas at the start: whose, from, to, how much.
fn with(quotas: &[(Option<&str>, &str, &str, i64)]) -> Company {
    let mut company = company(150);
    for (owner, from, to, euros) in quotas {
        let mut event = company.events[0].clone();
        event.deal = None;
        let amount = Money { minor: euros * 100, currency: Currency::EUR };
        let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
        event.fact = Fact::QuotaSet { owner: owner.map(str::to_owned), from, to, amount };
        event.id = ledger::id::EventId::v7(event.known_at, 9_000 + company.events.len() as u128);
        company.events.push(event);
    }
    company
}

fn ask(company: &Company, owner: Option<&str>) -> ForecastAnswer {
    let filter = Filter { owner: owner.map(str::to_owned), ..Filter::default() };
    let period = "2026-Q3".parse().unwrap();
    company.ask(TODAY, &Forecast { period, filter, ..Forecast::default() }).unwrap()
}

#[test]
fn months_make_a_quarter_and_owners_the_whole() {
    let months = [
        (Some("ana"), "2026-07-01", "2026-07-31", 10),
        (Some("ana"), "2026-08-01", "2026-08-31", 20),
        (Some("ana"), "2026-09-01", "2026-09-30", 30),
        (Some("bob"), "2026-07-01", "2026-09-30", 5),
        (Some("cem"), "2026-07-01", "2026-08-31", 7),
    ];
    let company = with(&months);
    assert_eq!(ask(&company, Some("ANA")).quota, Some(60.0));
    assert_eq!(ask(&company, Some("cem")).quota, None, "September has none");
    assert_eq!(ask(&company, None).quota, Some(65.0));
    let whole = (None, "2026-07-01", "2026-09-30", 80);
    assert_eq!(ask(&with(&[months[0], months[3], whole]), None).quota, Some(80.0));
}

#[test]
fn the_chance_falls_as_the_quota_rises_and_meets_the_distribution() {
    let chance = |euros| {
        let told = ask(&with(&[(None, "2026-07-01", "2026-09-30", euros)]), None);
        (told.quota_chance.unwrap(), told)
    };
    let (sure, told) = chance(1);
    assert!(near(sure, 1.0));
    assert_eq!(told.distribution.len(), 19);
    assert!(told.distribution.is_sorted_by(|a, b| a.amount <= b.amount));
    assert!(near(told.distribution[1].amount, told.p10));
    assert!(near(told.distribution[9].amount, told.p50));
    let (tenth, _) = chance(told.p10.round() as i64);
    let (half, _) = chance(told.p50.round() as i64);
    assert!((tenth - 0.9).abs() < 0.02 && (half - 0.5).abs() < 0.02, "{tenth} {half}");
    assert!(near(chance(100_000_000).0, 0.0));
    assert_eq!(ask(&company(150), None).quota_chance, None);
}

#[test]
fn a_quota_is_set_by_page_and_the_forecast_is_held_against_it() {
    let server = crate::visit::Server::of(&crate::audit::sample());
    let quota = |server: &crate::visit::Server, of: &str| -> serde_json::Value {
        let body = server.get(&format!("/forecast.json?period=next-quarter{of}")).body;
        serde_json::from_str::<serde_json::Value>(&body).unwrap()["quota"].clone()
    };
    assert!(server.page("/quota").contains("Set the quota"));
    let form = "amount=1%2C234%2C000&currency=eur&period=next-quarter&owner=";
    assert_eq!(server.post("/quota", form, "").status, 303);
    assert_eq!(quota(&server, ""), 1_234_000.0);
    assert!(server.page("/quota").contains("1,234,000 EUR"));
    let hers = format!("{}p-ana-lind", form.replace("1%2C234%2C000", "99000"));
    assert_eq!(server.post("/quota", &hers, "").status, 303);
    assert_eq!(quota(&server, "&owner=Ana%20Lind"), 99_000.0);
    assert_eq!(quota(&server, ""), 1_234_000.0);
    for (wrong, why) in [
        (form.replace("1%2C234%2C000", "much"), "'much' is no amount of money"),
        (form.replace("eur", "euros"), "'euros' is no currency"),
        (form.replace("next-quarter", "someday"), "someday"),
    ] {
        let refused = server.post("/quota", &wrong, "");
        assert!(refused.status == 422 && refused.body.contains(why), "{why}: {}", refused.body);
    }
}
