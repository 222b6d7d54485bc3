use ledger::book::Book;
use ledger::deal::{Deal, State};
use ledger::event::Fact;
use ledger::money::Money;
use ledger::time::Moment;

use super::curves::courses;
use super::early::{Odds, Reading};
use super::leads::{DEAL, Groups, Leads};
use super::made::{Source, company, leads, read};
use super::rehearsal::Stage;
use crate::attribution::hazard::ratios;
use crate::forecast::Ask;
use crate::tests_support::{day, lost, on, stage, won, worth};

const AMOUNT: &dyn Fn(u32) -> Option<f64> = &|_| Some(1_000.0);

/// Amounts that differ as sales do: log-normal with sigma 0.7, by the deal's number.
const MIXED: &dyn Fn(u32) -> Option<f64> = &|deal| {
    let mut dice = crate::demo::dice::Dice::new(u64::from(deal), 77);
    Some(1_000.0 * (0.7 * dice.normal()).exp())
};

fn sources(seed: u64) -> Vec<Source> {
    use rand::{RngExt, SeedableRng};
    let mut rng = rand_xoshiro::Xoshiro256PlusPlus::seed_from_u64(seed);
    let one = |_| Source {
        daily: 0.5 + 2.5 * rng.random::<f64>(),
        converts: 0.15 + 0.4 * rng.random::<f64>(),
        quality: 0.85 + 0.35 * rng.random::<f64>(),
    };
    (0..6).map(one).collect()
}

fn touch(lead: &str, source: Option<&str>) -> Fact {
    Fact::TouchRecorded {
        lead: lead.into(),
        source: source.map(str::to_owned),
        medium: None,
        campaign: None,
        page: None,
    }
}

#[test]
fn touches_are_put_together_and_joined_to_deals() {
    let mut alone = on(0, "", touch("L1", None));
    alone.deal = None;
    let mut again = on(3, "", touch("L1", Some("S1")));
    again.deal = None;
    let mut same = on(1, "", touch("D2", Some("S0")));
    same.deal = None;
    let events = [
        alone,
        again.clone(),
        again,
        on(9, "D1", touch("L1", Some("S0"))),
        same,
        on(5, "D1", Fact::DealOpened),
        on(6, "D1", stage("Trial")),
        on(7, "D1", stage("Need")),
        on(12, "D1", lost()),
        worth(on(4, "D2", won()), 10),
        on(2, "D3", Fact::DealOpened),
    ];
    let (book, leads) = leads(&events, 2, 20);
    let [first, bears, bare] = leads.leads.as_slice() else { panic!("{:?}", leads.leads) };
    // The first touch says nothing: the first known one names the source.
    assert_eq!((first.group, first.first, first.brought), (1, day(0), true));
    assert_eq!(leads.met_of(first).len(), 3);
    let steps = |cut| leads.steps_of(first, cut).map(|s| (s.at, s.place)).collect::<Vec<_>>();
    // Deal, then the furthest milestone only, then the loss.
    assert_eq!(steps(day(20)), [(day(5), DEAL), (day(6), 3), (day(12), leads.lost())]);
    // That the lead became the deal was known on day 9; what came before was not known before.
    assert_eq!(steps(day(9)), []);
    assert_eq!(steps(day(10)), [(day(5), DEAL), (day(6), 3)]);
    // A deal that bears the lead's id is its own; one without a lead is a lead of no known source.
    assert_eq!(book.text(book.deals()[bears.deal.unwrap() as usize].id), "D2");
    assert!(bare.bare && bare.group == 2 && bare.first == day(2));
}

/// The share of made leads that are won is found, though many are young: within the interval as often
/// as it says.
#[test]
fn win_rates_hold_the_made_truth_under_censoring() {
    let (mut held, mut all, mut bias) = (0, 0, 0.0);
    for seed in 0..60 {
        let sources = sources(seed);
        let events = company(&sources, 600, seed);
        let (_, leads) = leads(&events, sources.len(), 600);
        let courses = courses(&leads, sources.len() + 1, 590);
        for (source, course) in sources.iter().zip(&courses) {
            let share = &course.places[4].share;
            let truth = source.truth();
            held += u32::from(share.quantile(0.1) <= truth && truth <= share.quantile(0.9));
            all += 1;
            bias += share.mean() - truth;
        }
    }
    let part = f64::from(held) / f64::from(all);
    assert!((0.74..=0.87).contains(&part), "{part} of {all} held");
    assert!((bias / f64::from(all)).abs() < 0.004, "{}", bias / f64::from(all));
}

#[test]
fn a_young_lead_is_no_failure() {
    let source = [Source { daily: 4.0, converts: 0.5, quality: 1.2 }];
    let events = company(&source, 200, 5);
    let (_, leads) = leads(&events, 1, 200);
    let course = &courses(&leads, 2, 190)[0];
    let won = course.places[4].reached as f64 / course.leads as f64;
    let rate = course.places[4].share.mean();
    assert!(rate > 1.15 * won, "won so far {won}, rate {rate}, truth {}", source[0].truth());
}

/// Rank agreement of two lists: the share of pairs in the same order.
fn agree(a: &[f64], b: &[f64]) -> f64 {
    let (mut same, mut all) = (0.0, 0.0);
    for i in 0..a.len() {
        for j in i + 1..a.len() {
            same += f64::from(u8::from((a[i] - a[j]) * (b[i] - b[j]) > 0.0));
            all += 1.0;
        }
    }
    same / all
}

/// The sample company a year ago, as if the sources of the last eight weeks had been new: ranked by the early
/// reading of some 40 leads each, by what these same leads have brought in the year since, and by the wins of the
/// whole year before. What is true of them stands in `demo::truth`: this is the order of what a lead is worth.
#[test]
fn eight_weeks_of_milestones_rank_as_well_as_what_the_same_leads_bring_in_a_year() {
    const TRUTH: [&str; 5] = ["Referral", "Partner", "Trade fair", "Web", "Outbound"];
    let truth = [5.0, 4.0, 3.0, 2.0, 1.0];
    let seeds = 30;
    let (mut early, mut same, mut late) = (0.0, 0.0, 0.0);
    for seed in 0..seeds {
        let today = day(1_000).day();
        let company = crate::demo::company(today, seed);
        let ranked = |days: i64, then: Moment| {
            let since = today.start().plus_days(-365 - days);
            let book = ledger::book::Book::of(then, &company.events);
            let place = |touch: &ledger::company::Touch| {
                let name = book.text_of(touch.source)?;
                let place = TRUTH.iter().position(|known| *known == name)?;
                let new = (since..since.plus_days(days)).contains(&touch.at);
                u32::try_from(if new { place } else { place + 5 }).ok()
            };
            let groups = Groups { of_touch: &place, of_deal: &|_| None, unknown: 10 };
            let process = book.process(None).unwrap().clone();
            let leads = Leads::read(&book, &process, &groups, then);
            let amount = |deal: u32| {
                let deal = &book.deals()[deal as usize];
                deal.known.amount.map(ledger::money::Money::major)
            };
            let odds = Odds::learn(&leads, then, (365, 11), usize::MAX, &amount);
            let read = odds.read(&leads, leads.leads.iter(), 11, &amount);
            let each = |what: fn(&Reading) -> f64| -> Vec<f64> {
                read[..5].iter().map(|r| what(r) / r.leads.max(1) as f64).collect()
            };
            let stage = Stage { leads: &leads, length: 365, groups: 11, amount: &amount };
            (each(Reading::value), each(|r| r.sure), stage.wins(then)[..5].to_vec())
        };
        let then = today.start().plus_days(-365);
        early += agree(&ranked(56, then).0, &truth);
        same += agree(&ranked(56, today.start()).1, &truth);
        late += agree(&ranked(365, then).2, &truth);
    }
    let [early, same, late] = [early, same, late].map(|sum| sum / seeds as f64);
    // Of 1,200 pairs (120 seeds) 90 in 100 the right way round after eight weeks, 91 a year later, and 97 by
    // all wins of a year: the leads are too few to tell more, now or later.
    assert!(early > 0.87, "eight weeks: {early}");
    assert!(early > same - 0.03, "eight weeks: {early}, the same leads a year later: {same}");
    assert!(late > 0.94, "a year of wins: {late}");
}

/// What past months' leads brought lies in the ranges that were given of them.
#[test]
fn early_ranges_hold_what_came() {
    let (mut held, mut all, mut sure, mut sure_right) = (0, 0, 0, 0);
    for seed in 0..12 {
        let sources = sources(seed);
        let events = company(&sources, 800, 50 + seed);
        let (_, leads) = leads(&events, 6, 800);
        let stage = Stage { leads: &leads, length: 180, groups: 7, amount: MIXED };
        for rehearsed in stage.rehearse() {
            held += rehearsed.held;
            all += rehearsed.ranges;
            sure += rehearsed.sure;
            sure_right += rehearsed.sure_right;
        }
    }
    let part = held as f64 / all as f64;
    assert!((0.75..=0.85).contains(&part), "{part} of {all} ranges held");
    let right = sure_right as f64 / sure as f64;
    assert!(right > 0.8, "{right} of {sure} sure pairs were right");
}

/// What becomes known later changes no earlier reading.
#[test]
fn nothing_is_learned_from_the_future() {
    let sources = sources(3);
    let events = company(&sources, 500, 3);
    let (_, all) = leads(&events, 6, 500);
    let cut = day(300);
    let (_, then) = leads(&events, 6, 300);
    let odds = |leads| Odds::learn(leads, cut, (180, 7), usize::MAX, AMOUNT);
    let young = |leads: &Leads, odds: &Odds| {
        let some: Vec<_> =
            leads.leads.iter().filter(|l| l.first >= day(250) && l.first < cut).copied().collect();
        odds.read(leads, some.iter(), 7, AMOUNT)
    };
    let (now, before) = (young(&all, &odds(&all)), young(&then, &odds(&then)));
    for (now, before) in now.iter().zip(&before) {
        assert_eq!(now.leads, before.leads);
        assert!((now.value() - before.value()).abs() < 1e-9);
    }
}

/// Touches of one channel double the rate of the next step, those of the other change nothing.
#[test]
fn the_hazard_finds_which_touch_speeds_up() {
    use rand::{RngExt, SeedableRng};
    let mut rng = rand_xoshiro::Xoshiro256PlusPlus::seed_from_u64(11);
    let mut events = Vec::new();
    for lead in 0..3_000_i64 {
        let name = format!("L{lead}");
        let first = lead % 200;
        let mut boosted_until = i64::MIN;
        let mut met = |at: i64, source: &str| {
            let mut event = on(at, "", touch(&name, Some(source)));
            event.deal = None;
            events.push(event);
        };
        met(first, "S2");
        let mut opened = None;
        for at in first + 1..first + 200 {
            if rng.random::<f64>() < 0.02 {
                met(at, "S0");
                boosted_until = at + 14;
            }
            if rng.random::<f64>() < 0.02 {
                met(at, "S1");
            }
            let rate = if at < boosted_until { 0.02 } else { 0.01 };
            if rng.random::<f64>() < rate {
                opened = Some(at);
                break;
            }
        }
        if let Some(at) = opened {
            let deal = format!("D{lead}");
            events.push(on(at, &deal, touch(&name, Some("S2"))));
            events.push(on(at, &deal, Fact::DealOpened));
        }
    }
    let (_, leads) = leads(&events, 3, 500);
    let found = ratios(&leads, 4, 200);
    assert!((1.7..=2.3).contains(&found[0].ratio), "{:?}", found[0]);
    assert!((0.88..=1.12).contains(&found[1].ratio), "{:?}", found[1]);
}

#[test]
fn a_company_without_leads_is_no_trouble() {
    let book = ledger::book::Book::of::<String, _>(Moment::MAX, &[]);
    let none = read(&book, 0, day(0));
    assert!(none.leads.is_empty());
    assert_eq!(courses(&none, 1, 90)[0].leads, 0);
    assert!(Stage { leads: &none, length: 90, groups: 1, amount: AMOUNT }.rehearse().is_empty());
}

/// What the deals of young leads come to: the early reading's odds against the forecast's own for the same
/// deals and days, and both against what came. See `docs/decisions/0008-early-reading-by-landmarks.md`.
#[test]
fn early_odds_are_as_good_as_the_forecasts() {
    const SOURCES: [&str; 5] = ["Referral", "Partner", "Trade fair", "Web", "Outbound"];
    let value = |deal: &Deal| deal.known.amount.map(Money::major);
    let (mut early, mut forecast, mut came) = ((0.0, 0.0), (0.0, 0.0), (0.0, 0.0));
    for seed in 0..6 {
        let today = day(1_000).day();
        let company = crate::demo::company(today, seed);
        let (then, now) = (today.start().plus_days(-330), today.start());
        let (book, later) = (Book::of(then, &company.events), Book::of(now, &company.events));
        let place = |touch: &ledger::company::Touch| {
            let place = SOURCES.iter().position(|known| book.text_of(touch.source) == Some(known));
            place.and_then(|place| u32::try_from(place).ok())
        };
        let groups = Groups { of_touch: &place, of_deal: &|_| None, unknown: 5 };
        let process = book.process(None).unwrap().clone();
        let leads = Leads::read(&book, &process, &groups, then);
        let amount = |deal: u32| value(&book.deals()[deal as usize]);
        let odds = Odds::learn(&leads, then, (365, 6), usize::MAX, &amount);
        let ask = Ask { as_of: then, from: then, to: now, amount: &value, seed: 1 };
        let told = crate::forecast::forecast(&book, &process, &ask).unwrap();
        for lead in leads.leads.iter().filter(|lead| lead.first >= then.plus_days(-56)) {
            let asked = |odds: &&crate::forecast::DealOdds| {
                Some(odds.deal) == lead.deal.map(|d| d as usize)
            };
            let Some(other) = told.deals.iter().find(asked) else { continue };
            let id = book.text(book.deals()[other.deal].id);
            let won = f64::from(u8::from(later.deal(id).unwrap().state == State::Won));
            for (sum, odds) in
                [(&mut early, odds.of(&leads, lead)), (&mut forecast, other.p_win_in_period)]
            {
                *sum = (sum.0 + odds, sum.1 + (odds - won).powi(2));
            }
            came = (came.0 + won, came.1 + 1.0);
        }
    }
    // Over ten companies, 1,087 deals of which 454 were won: Brier .190 and .188, sales told 464 and 450.
    let brier = |sum: (f64, f64)| sum.1 / came.1;
    assert!((brier(early) - brier(forecast)).abs() < 0.01, "{early:?} {forecast:?} {came:?}");
    for told in [early.0, forecast.0] {
        assert!((told / came.0 - 1.0).abs() < 0.12, "{told} told, {} came", came.0);
    }
}
