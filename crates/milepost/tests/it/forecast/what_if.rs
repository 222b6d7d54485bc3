//! What if: directions, refusals, and that nothing changes where nothing is otherwise.

use milepost::answers::forecast::{Forecast, ForecastAnswer, Wish};
use serde_json::Value;

use crate::audit::sample;
use crate::tell::Company;
use crate::visit::Server;

fn asked(company: &Company, wishes: &[&str]) -> ForecastAnswer {
    let what_if = wishes.iter().map(|text| text.parse::<Wish>().unwrap()).collect();
    let period = "28d".parse().unwrap();
    let today = crate::calls::today().to_string();
    company.ask(&today, &Forecast { period, what_if, ..Forecast::default() }).unwrap()
}

#[test]
fn each_wish_moves_the_forecast_the_right_way() {
    let company = sample();
    let plain = asked(&company, &[]);
    let first = &plain.worth[0].milestone;
    let deal = &plain.deals[0];
    let wishes = [
        format!("better {first} 0%"),
        format!("better {first} 10%"),
        format!("better {first} 20%"),
        format!("faster {first} 0d"),
        format!("faster {first} 10d"),
        "more Web 50%".to_owned(),
        "more Web -50%".to_owned(),
        format!("lose {}", deal.id),
        format!("win {}", deal.id),
    ];
    let answer = asked(&company, &wishes.iter().map(String::as_str).collect::<Vec<_>>());
    let change: Vec<f64> = answer.what_if.iter().map(|tried| tried.change).collect();
    assert!(change[0].abs() < 1e-6 && change[3].abs() < 1e-6, "{change:?}");
    assert!(change[1] > 0.0 && (change[2] / change[1] - 2.0).abs() < 0.05, "{change:?}");
    assert!(change[4] > 0.0, "{change:?}");
    assert!(change[5] > 0.0 && (change[5] + change[6]).abs() < 1e-6, "{change:?}");
    assert!((change[7] + deal.expected).abs() < 1e-6, "what it adds is gone: {change:?}");
    assert!((change[8] - change[7] - deal.expected / deal.p_win_in_period).abs() < 1e-6);
    for tried in &answer.what_if {
        assert!((tried.mean - tried.change - plain.mean).abs() < 1e-6);
        assert!(tried.p10 < tried.mean && tried.mean < tried.p90);
    }
    assert!((answer.what_if[0].p10 - plain.p10).abs() < 1e-6, "the same luck");
}

#[test]
fn coverage_adds_up_to_the_open_deals() {
    let answer = asked(&sample(), &[]);
    let expected: f64 = answer.coverage.iter().map(|line| line.expected).sum();
    let value: f64 = answer.coverage.iter().map(|line| line.value).sum();
    assert!((expected - answer.open).abs() < 1e-6);
    assert!((value - answer.deals.iter().map(|deal| deal.amount).sum::<f64>()).abs() < 1e-6);
}

#[test]
fn the_page_tries_a_wish_and_says_what_is_wrong_with_one() {
    let server = Server::of(&sample());
    let page = server.page("/forecast?period=28d&what_if=more+Web+20%25");
    assert!(page.contains("more Web 20%") && page.contains("8 times in 10"), "{page}");
    let wrong = server.get("/forecast.json?what_if=sell+all");
    assert_eq!(wrong.status, 400, "{}", wrong.body);
    assert!(wrong.body.contains("write: better MILESTONE"), "{}", wrong.body);
    let unknown = server.get("/forecast.json?what_if=better+Lunch+10%25");
    assert_eq!(unknown.status, 422, "{}", unknown.body);
    assert!(
        unknown.body.contains("there is no milestone 'Lunch'; there are: "),
        "{}",
        unknown.body
    );
    let told: Value = serde_json::from_str(&server.get("/forecast.json").body).unwrap();
    assert!(told["worth"].as_array().unwrap().len() > 2 && told["coverage"].is_array());
}
