//! What changed since an earlier day adds up to the cent, and is told of the right deals.

use milepost::answers::filter::Filter;
use milepost::answers::forecast::{Change, Changes, Forecast, Since};

use super::company;

fn cents(amount: f64) -> i64 {
    let cents = (amount * 100.0).round();
    assert!((amount * 100.0 - cents).abs() < 1e-3, "{amount} is no number of cents");
    cents as i64
}

fn changes(deals: u32, day: &str, period: &str, since: &str, filter: Filter) -> Changes {
    let (period, since) = (period.parse().unwrap(), Some(since.parse().unwrap()));
    let question = Forecast { period, since, filter, ..Forecast::default() };
    company(deals).ask(day, &question).unwrap().since.unwrap()
}

#[test]
fn steps_add_up_to_the_cent_at_many_dates() {
    let ana = Filter { owner: Some("ana".into()), ..Filter::default() };
    let web = Filter { source: Some("web".into()), ..Filter::default() };
    for deals in [120, 150, 190] {
        for day in ["2026-03-31", "2026-05-20", "2026-06-30", "2026-07-10"] {
            for (period, since) in [("this-quarter", "7d"), ("next-quarter", "28d"), ("28d", "1d")]
            {
                for filter in [Filter::default(), ana.clone(), web.clone()] {
                    let told = changes(deals, day, period, since, filter);
                    let steps: i64 = told.steps.iter().map(|step| cents(step.amount)).sum();
                    let all = cents(told.after) - cents(told.before);
                    assert_eq!(steps, all, "{deals} {day} {period} {since}");
                }
            }
        }
    }
}

/// Each deal is in one step; what rounding leaves over is less than a cent a step.
#[test]
fn single_deals_explain_what_is_not_new_business() {
    let told = changes(150, "2026-04-10", "this-quarter", "14d", Filter::default());
    let named = |what| told.movers.iter().filter(|mover| mover.what == what).count();
    let of = |what| told.steps.iter().find(|step| step.what == what).map_or(0, |step| step.deals);
    for what in [Change::New, Change::Won, Change::Lost] {
        assert!(named(what) <= of(what), "{what:?}");
    }
    assert!(of(Change::New) > 0 && of(Change::Won) + of(Change::Lost) > 0, "{:?}", told.steps);
    let lost = told.movers.iter().filter(|mover| mover.what == Change::Lost);
    assert!(lost.clone().all(|mover| mover.before > 0.0 && mover.after == 0.0));
    let amounts = |what| told.steps.iter().find(|step| step.what == what).map_or(0.0, |s| s.amount);
    assert!(amounts(Change::New) >= 0.0 && amounts(Change::Lost) <= 0.0);
}

#[test]
fn the_earlier_forecast_is_the_one_made_then() {
    let day = "2026-07-10";
    let told = changes(150, day, "2026-Q3", "2026-07-03", Filter::default());
    let question = Forecast { period: "2026-Q3".parse().unwrap(), ..Forecast::default() };
    let then = company(150).ask("2026-07-03", &question).unwrap().mean;
    let now = company(150).ask(day, &question).unwrap().mean;
    assert!((told.before - then).abs() <= 0.005 + 1e-9 && (told.after - now).abs() <= 0.005 + 1e-9);
}

#[test]
fn a_day_that_is_not_earlier_is_refused() {
    let since = |text: &str| Forecast { since: Some(text.parse().unwrap()), ..Forecast::default() };
    let refused = company(150).ask("2026-07-10", &since("2026-07-10")).unwrap_err().to_string();
    assert_eq!(
        refused,
        "2026-07-10 is not before 2026-07-10; compare with an earlier day: --since 7d"
    );
    for wrong in ["", "0d", "-7d", "week", "2026-02-30"] {
        let why = wrong.parse::<Since>().unwrap_err().to_string();
        assert!(why.contains("write 7d"), "{why}");
    }
}
