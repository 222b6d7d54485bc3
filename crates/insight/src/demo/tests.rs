//! Laws of the sample company, over several seeds and days.

use std::collections::{BTreeMap, BTreeSet};

use ledger::book::Book;
use ledger::codec::{decode, encode};
use ledger::deal::{Deal, State, What};
use ledger::event::{Event, Fact};
use ledger::path::{Path, Reader};
use ledger::time::Day;

use super::truth::{Sort, Truth};
use super::{Company, company};

const TODAYS: [(u64, &str); 5] =
    [(1, "2026-11-23"), (2, "2026-02-28"), (3, "2024-02-29"), (4, "2025-08-20"), (5, "2026-01-01")];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A company and its book for each of several seeds and days.
fn companies() -> impl Iterator<Item = (Day, Company, Book)> {
    TODAYS.iter().map(|(seed, text)| {
        let today = day(text);
        let company = company(today, *seed);
        let book = Book::of(today.start(), &company.events);
        (today, company, book)
    })
}

fn one() -> (Day, Company, Book) {
    companies().next().unwrap()
}

fn paths(book: &Book) -> Vec<(&Deal, Path)> {
    let reader = Reader::new(book.process(None).unwrap(), book);
    book.deals().iter().map(|deal| (deal, reader.read(deal))).collect()
}

fn share<T>(of: &[T], which: impl Fn(&T) -> bool) -> f64 {
    of.iter().filter(|one| which(one)).count() as f64 / of.len() as f64
}

fn bytes(events: &[Event]) -> Vec<u8> {
    let mut out = Vec::new();
    for event in events {
        encode(event, &mut out);
    }
    out
}

#[test]
fn the_same_day_and_seed_give_the_same_bytes_and_others_do_not() {
    let today = day("2026-11-23");
    let first = bytes(&company(today, 7).events);
    assert!(first == bytes(&company(today, 7).events));
    assert!(first != bytes(&company(today, 8).events));
    assert!(first != bytes(&company(today.plus(1), 7).events));
}

#[test]
fn the_company_ends_today_and_began_three_years_before() {
    for (today, company, _) in companies() {
        let date = today.civil();
        let known = |event: Option<&Event>| event.map(|e| e.known_at.day()).unwrap();
        let begin = known(company.events.first());
        let began = begin.civil();
        assert_eq!((began.year() + 3, began.month()), (date.year(), date.month()), "{today}");
        assert_eq!(began.day(), if date.month() == 2 { 28 } else { date.day() }, "{today}");
        assert!(known(company.events.last()) >= today.plus(-3), "{today}");
    }
}

#[test]
fn facts_are_known_when_or_after_they_happened_and_before_today() {
    for (today, company, book) in companies() {
        let mut ids = BTreeSet::new();
        for event in &company.events {
            assert!(event.happened_at <= event.known_at && event.known_at < today.start());
            assert_eq!((event.recorded_at, event.system.as_str()), (event.known_at, "demo"));
            assert!(ids.insert(event.id), "{} twice", event.id);
            assert_eq!(event.id.0 >> 80, u128::from(event.known_at.0.unsigned_abs()));
        }
        assert!(company.events.is_sorted_by_key(|event| event.known_at));
        assert_eq!(book.events(), company.events.len() as u64);
    }
}

#[test]
fn every_event_survives_storage_and_json() {
    let (_, company, _) = one();
    let mut stored = Vec::new();
    for event in &company.events {
        stored.clear();
        encode(event, &mut stored);
        let mut again = Vec::new();
        encode(&decode(&stored).unwrap(), &mut again);
        assert_eq!(stored, again);
        let json = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&json).unwrap(), event);
    }
}

#[test]
fn the_company_has_the_size_that_it_should() {
    for (today, company, book) in companies() {
        let deals: Vec<&Deal> = book.deals().iter().collect();
        let events = company.events.len();
        assert!((60_000..=100_000).contains(&events), "{today}: {events} events");
        assert!((2_500..=3_500).contains(&deals.len()), "{today}: {} deals", deals.len());
        let open = book.open_deals().count();
        assert!((145..=260).contains(&open), "{today}: {open} open");
        let closed: Vec<&Deal> = deals.iter().copied().filter(|deal| !deal.is_open()).collect();
        let won = share(&closed, |deal| deal.state == State::Won);
        assert!((0.22..=0.28).contains(&won), "{today}: {won:.3} won");
        let days = |deal: &&Deal| {
            let closed = deal.closed_at.filter(|_| deal.state == State::Won);
            closed.map(|at| at.days_since(deal.opened_at))
        };
        let mut cycles: Vec<f64> = closed.iter().filter_map(days).collect();
        cycles.sort_by(f64::total_cmp);
        let median = cycles[cycles.len() / 2];
        assert!((50.0..=72.0).contains(&median), "{today}: {median:.1} days");
        let reopened = share(&deals, |deal| deal.reopened > 0);
        assert!((0.012..=0.028).contains(&reopened), "{today}: {reopened:.4} reopened");
        let facts: Vec<&Event> = company.events.iter().filter(|e| e.deal.is_some()).collect();
        let late = share(&facts, |event| event.known_at > event.happened_at);
        assert!((0.02..=0.04).contains(&late), "{today}: {late:.4} back-dated");
    }
}

#[test]
fn every_deal_is_told_in_a_sensible_order() {
    let (_, company, book) = one();
    let people: BTreeSet<&str> = company.people.iter().map(|p| p.id.as_str()).collect();
    for deal in book.deals() {
        let id = book.text(deal.id);
        assert_eq!(deal.entries[0].what, What::Opened, "{id}");
        let mut state = State::Open;
        for (i, entry) in deal.entries.iter().enumerate() {
            let before = state;
            match entry.what {
                What::Opened => assert_eq!(i, 0, "{id}"),
                What::Won => state = State::Won,
                What::Lost => state = State::Lost,
                What::Reopened => state = State::Open,
                What::Activity => continue,
                _ => assert_eq!(state, State::Open, "{id}: {entry:?}"),
            }
            let ends = matches!(entry.what, What::Won | What::Lost);
            assert!(!ends || before == State::Open, "{id} ends twice");
            assert!(entry.what != What::Reopened || before != State::Open, "{id} reopened open");
        }
        assert!(people.contains(book.text_of(deal.known.owner).unwrap()), "{id}");
        assert!(deal.known.amount.unwrap().minor > 0, "{id}");
        assert!(deal.known.expected_close.is_some() && deal.known.source.is_some(), "{id}");
        let live = deal.commitments.iter().filter(|c| c.is_open()).count();
        assert!(live <= usize::from(deal.is_open()), "{id}: {live} live commitments");
    }
}

#[test]
fn every_raw_name_is_accounted_for_and_twins_come_together() {
    let (_, company, book) = one();
    let truth = company.truth;
    let steps = truth.milestones.iter().flat_map(|m| [Some(m.name), m.twin]).flatten();
    let known: BTreeSet<&str> = steps
        .chain(truth.acts.iter().map(|act| act.name))
        .chain(["Order received", "Deal lost"])
        .collect();
    let found: BTreeSet<&str> = book.raw_names().iter().collect();
    assert_eq!(found, known);
    for deal in book.deals() {
        let times = |name: &str| -> Vec<_> {
            let named = deal.entries.iter().filter(|e| e.name.is_some_and(|n| book.raw(n) == name));
            named.map(|e| (e.at, e.known)).collect()
        };
        for step in truth.milestones {
            let Some(twin) = step.twin else { continue };
            assert_eq!(times(step.name), times(twin), "{}", book.text(deal.id));
        }
    }
}

#[test]
fn only_long_lived_deals_collect_late_acts_and_only_sales_have_a_sequel() {
    let (_, company, book) = one();
    let named = |sort| company.truth.named(sort).collect::<BTreeSet<&str>>();
    let (late, sequel) = (named(Sort::Late), named(Sort::AfterWin));
    let mut seen = 0;
    for deal in book.deals() {
        for entry in deal.entries.iter().filter(|e| e.what == What::Activity) {
            let name = book.raw(entry.name.unwrap());
            assert!(!late.contains(name) || entry.at.days_since(deal.opened_at) > 70.0);
            let after =
                deal.closed_at.is_some_and(|end| deal.state == State::Won && entry.at > end);
            assert_eq!(sequel.contains(name), after, "{name} of {}", book.text(deal.id));
            seen += 1;
        }
    }
    assert!(seen > 20_000);
}

#[test]
fn nearly_every_sale_passes_each_milestone_and_each_raises_the_odds() {
    for (today, company, book) in companies() {
        let paths = paths(&book);
        let won: Vec<&Path> =
            paths.iter().filter(|(deal, _)| deal.state == State::Won).map(|(_, p)| p).collect();
        let mut odds = share(&paths, |(deal, _)| deal.state == State::Won);
        for (place, step) in company.truth.milestones.iter().enumerate() {
            let support = share(&won, |path| path.reached[place].is_some());
            assert!(support >= 0.9, "{today}: {} {support:.3}", step.name);
            let here: Vec<_> =
                paths.iter().filter(|(d, p)| !d.is_open() && p.current >= Some(place)).collect();
            let better = share(&here, |(deal, _)| deal.state == State::Won);
            assert!(better > odds, "{today}: {} {better:.3}", step.name);
            odds = better;
        }
        let skipped = share(&won, |path| path.reached.contains(&None));
        let expected = 1.0 - (1.0 - company.truth.skip).powi(6);
        assert!((skipped - expected).abs() < 0.04, "{today}: {skipped:.3}, not {expected:.3}");
    }
}

/// Steps to milestone `place` per day spent just before it, by whoever `counts`.
fn rate(
    paths: &[(&Deal, Path)],
    (book, place): (&Book, usize),
    counts: impl Fn(&str) -> bool,
) -> f64 {
    let (mut steps, mut days) = (0.0, 0.0);
    for (deal, path) in paths.iter().filter(|(d, _)| counts(book.text_of(d.known.owner).unwrap())) {
        let (mut from, mut since) = (None, deal.opened_at);
        let end = deal.closed_at.unwrap_or(book.cut());
        let moves = path.moves.iter().map(|m| (m.to, m.at)).chain([(None, end)]);
        for (to, at) in moves {
            if from.map_or(0, |place: usize| place + 1) == place {
                days += at.days_since(since);
                steps += f64::from(u8::from(to == Some(place)));
            }
            (from, since) = (to, at);
        }
    }
    steps / days
}

#[test]
fn a_weak_milestone_shows_as_a_lower_rate_of_its_owner() {
    let mut all = Vec::new();
    for (today, company, book) in companies() {
        let paths = paths(&book);
        for seller in company.truth.sellers {
            let own = rate(&paths, (&book, seller.weak), |owner| owner == seller.id);
            let others = rate(&paths, (&book, seller.weak), |owner| owner != seller.id);
            let ratio = own / others;
            assert!(ratio < 0.95, "{today}: {} {ratio:.2}", seller.name);
            all.push(ratio.ln());
        }
    }
    let mean = (all.iter().sum::<f64>() / all.len() as f64).exp();
    assert!((0.38..0.6).contains(&mean), "{mean:.3}");
}

#[test]
fn better_sources_win_more() {
    for (today, company, book) in companies() {
        let won = |name: &str| {
            let from =
                |deal: &&Deal| !deal.is_open() && book.text_of(deal.known.source) == Some(name);
            let deals: Vec<&Deal> = book.deals().iter().filter(from).collect();
            share(&deals, |deal| deal.state == State::Won)
        };
        let by = |best: fn(&f64, &f64) -> std::cmp::Ordering| {
            company.truth.sources.iter().max_by(|a, b| best(&a.quality, &b.quality)).unwrap().name
        };
        let (best, worst) = (by(f64::total_cmp), by(|a, b| b.total_cmp(a)));
        assert!(won(best) > 1.5 * won(worst), "{today}: {best} {:.2}", won(best));
    }
}

#[test]
fn leads_become_deals_as_often_as_their_source_says() {
    let (_, company, book) = one();
    let mut sources = BTreeMap::new();
    for touch in book.touches() {
        // The first meeting is where the lead came from; the last may say which deal it became.
        let (_, deal) = sources.entry(touch.lead).or_insert((touch.source, None));
        *deal = touch.deal.or(*deal);
    }
    for source in company.truth.sources {
        let name = book.sym(source.name);
        let leads: Vec<_> = sources.values().filter(|(from, _)| *from == name).collect();
        let became = share(&leads, |(_, deal)| deal.is_some());
        assert!((became - source.converts).abs() < 0.05, "{}: {became:.3}", source.name);
    }
    let deals: BTreeSet<_> = sources.values().filter_map(|(_, deal)| *deal).collect();
    assert_eq!(deals.len(), book.deals().len());
}

#[test]
fn quotas_and_spend_are_there_for_every_period() {
    for (today, company, book) in companies() {
        let begin = company.events[0].known_at.day();
        for at in (begin.0..today.0).map(Day) {
            let holds = |from: Day, to: Day| from <= at && at <= to;
            let quotas = book.quotas().iter().filter(|q| holds(q.from, q.to)).count();
            let hired = company.truth.sellers.iter().filter(|s| s.hired.is_none()).count();
            assert!(quotas == hired || quotas == company.people.len(), "{at}: {quotas} quotas");
            // A month's spend is known once the month is over.
            let spends = book.spends().iter().filter(|s| holds(s.from, s.to)).count();
            let campaigns: usize = company.truth.sources.iter().map(|s| s.campaigns.len()).sum();
            assert!(spends == campaigns || (spends == 0 && at.0 > today.0 - 35), "{at}: {spends}");
        }
    }
}

#[test]
fn plans_lie_ahead_and_mistakes_were_taken_back() {
    let (today, company, book) = one();
    let ahead = |deal: &&Deal| {
        let plans = deal.calls.iter().filter(|call| call.held.is_none());
        plans.filter_map(|call| call.plan.as_ref()).any(|plan| plan.at >= today.start())
    };
    assert!(book.open_deals().filter(ahead).count() > 15);
    let live = |deal: &&Deal| deal.live_commitment().is_some_and(|c| c.due >= today);
    assert!(book.open_deals().filter(live).count() > 5);
    let undone = |event: &&Event| matches!(event.fact, Fact::MilestoneUndone { .. });
    assert!((5..80).contains(&company.events.iter().filter(undone).count()));
}

#[test]
fn the_true_hazard_peaks_at_its_age_and_the_process_can_be_published() {
    let truth = Truth::known();
    for reached in 0..=truth.milestones.len() {
        let peak = truth.milestones[..reached].last().map_or(truth.opening_peak, |step| step.peak);
        let at = |age: f64| truth.hazards(reached, age).advance;
        assert!(at(peak) > at(peak - 1.0) && at(peak) > at(peak + 1.0), "after {reached}");
    }
    assert_eq!(super::process::process(&truth).validate(), Ok(()));
}
