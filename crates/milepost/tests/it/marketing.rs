//! What is said of marketing: of a small company, of a made one, and of real data where it is present.

use expect_test::expect;
use insight::attribution::markov::{self, Worth};
use insight::attribution::rules::{Rule, credit};
use insight::attribution::{Journeys, Outcome, shapley};
use insight::marketing::curves::days;
use insight::marketing::leads::{Groups, Leads};
use insight::stats::shrink::{Share, shrink};
use milepost::answers::marketing::{By, Marketing, MarketingAnswer, NOT_KNOWN};
use milepost::answers::{AsOf, Lens, Question};
use milepost::draw::Format;
use milepost::import::Options;
use milepost::live::Live;

use crate::real::{data, files, imported};
use crate::tell::{Company, tell};
use crate::visit::Server;

const DAY: &str = "2026-06-01";

/// Three sources, one of them spelled in two ways, one of them not told.
fn company() -> Company {
    let mut story = String::from("2025-12-01 process Sale: Need agreed > Trial held\n");
    for i in 0..40 {
        let day = format!("2026-01-{:02}", 1 + i % 28);
        let source = ["web", "Web ", "fair", "Select"][i % 4];
        story += &format!("{day} L{i} met from {source} medium online campaign c{}\n", i % 2);
        if i % 4 < 3 && i % 3 != 0 {
            story += &format!("2026-02-{:02} L{i} met from {source} became D{i}\n", 1 + i % 28);
            story += &format!("2026-02-{:02} D{i} opened by ana {}00 EUR\n", 1 + i % 28, 10 + i);
            story += &format!("2026-03-{:02} D{i} reached Need agreed\n", 1 + i % 28);
            let end = if i % 4 == 2 { "won" } else { "lost" };
            story += &format!("2026-04-{:02} D{i} {end}\n", 1 + i % 28);
        }
    }
    story += "2026-05-01 D99 opened by bob 500 EUR source fair\n";
    story += "2026-01-01 fair spent 900 EUR campaign c0 until 2026-01-31\n";
    tell(&story)
}

#[test]
fn sources_are_tidied_and_nothing_is_dropped() {
    let answer = company().ask(DAY, &Marketing::default()).unwrap();
    let told: Vec<_> = answer.sources.iter().map(|l| (l.name.as_str(), l.leads)).collect();
    assert_eq!(told, [("Web", 20), ("fair", 11), (NOT_KNOWN, 10)]);
    expect![[r#"
        Read as one: 'web' as 'Web'. Set other rules under [sources] in milepost.toml.
        These names say nothing and stand with the blank ones under (not known): 'Select' (10).
        10 leads of no known name are kept as (not known).
        1 deal came without a lead: each counts as a lead of its own from its opening on, so its rate is that of deals, not of leads."#]]
    .assert_eq(&answer.notes.join("\n"));
}

#[test]
fn what_came_of_leads_for_spreadsheets() {
    let csv = company().drawn(DAY, &Marketing::default(), Format::Csv);
    let columns = |line: &str| line.split(',').take(4).collect::<Vec<_>>().join(",");
    let shown: Vec<String> = csv.lines().map(columns).collect();
    expect![[r#"
        name,leads,deals,won
        Web,20,13,0
        fair,11,8,7
        (not known),10,0,0"#]]
    .assert_eq(&shown.join("\n"));
}

#[test]
fn every_way_of_crediting_adds_up_to_the_revenue() {
    for by in [By::Source, By::Medium, By::Campaign] {
        let answer = company().ask(DAY, &Marketing { by, within: None }).unwrap();
        assert!(answer.revenue > 0.0);
        let cents = |amount: f64| (amount * 100.0).round();
        let sum = |of: fn(&milepost::answers::marketing::Credits) -> f64| {
            answer.sources.iter().map(|line| cents(of(&line.credits))).sum::<f64>()
        };
        let sums = [
            sum(|c| c.first),
            sum(|c| c.last),
            sum(|c| c.linear),
            sum(|c| c.time_decay),
            sum(|c| c.u_shaped),
            sum(|c| c.markov),
            sum(|c| c.shapley),
            sum(|c| c.hazard),
        ];
        for sum in sums {
            assert!((sum - cents(answer.revenue)).abs() < 0.5, "{by:?}: {sums:?}");
        }
        let leads: usize = answer.sources.iter().map(|line| line.leads).sum();
        assert_eq!((leads, answer.leads), (41, 41), "{by:?}");
    }
}

#[test]
fn spend_stands_against_the_leads_that_came_meanwhile() {
    let answer = company().ask(DAY, &Marketing::default()).unwrap();
    let fair = &answer.sources[1];
    assert_eq!((fair.name.as_str(), fair.spend, answer.spend), ("fair", Some(900.0), Some(900.0)));
    // Ten leads came in January; the deal without a lead came in May.
    let cost = 900.0 / (10.0 * fair.win_rate);
    assert!((fair.cost_per_sale.unwrap() / cost - 1.0).abs() < 0.1, "{fair:?}");
    assert!(fair.cost_per_sale_low < fair.cost_per_sale && fair.return_low < fair.return_high);
    assert_eq!(answer.sources[0].cost_per_sale, None);
    // Of a period that is half over, half is spent.
    let half = company().ask("2026-01-16", &Marketing::default()).unwrap();
    let spent = half.sources.iter().find_map(|line| line.spend).unwrap();
    assert!((spent - 900.0 * 16.0 / 31.0).abs() < 0.01, "{spent}");
}

#[test]
fn what_was_not_known_then_is_not_told() {
    let answer = company().ask("2026-02-01", &Marketing::default()).unwrap();
    assert_eq!((answer.leads, answer.deals, answer.won, answer.revenue), (40, 0, 0, 0.0));
    let nothing = company().ask("2025-12-01", &Marketing::default()).unwrap_err();
    assert!(nothing.to_string().contains("milepost import"), "{nothing}");
}

#[test]
fn the_page_is_the_answer_drawn() {
    let company = company();
    let server = Server::of(&company);
    for by in ["source", "campaign"] {
        let asked =
            Marketing { by: if by == "source" { By::Source } else { By::Campaign }, within: None };
        let query = format!("as_of={DAY}&by={by}");
        for (ending, format) in [("json", Format::Json), ("csv", Format::Csv)] {
            let reply = server.get(&format!("/marketing.{ending}?{query}"));
            assert_eq!(reply.body, company.drawn(DAY, &asked, format));
        }
        let page = server.page(&format!("/marketing?{query}"));
        assert!(page.contains("Need agreed") && page.contains("class=\"curve\""), "{page}");
    }
    let wrong = server.get("/marketing?by=owner");
    assert_eq!(wrong.status, 400);
    assert!(wrong.body.contains("write source, medium, campaign or landing"));
}

fn asked(live: &Live, day: &str, question: &Marketing) -> MarketingAnswer {
    let as_of = AsOf::start_of(day.parse().unwrap(), live.settings());
    let (book, people) = (live.book(as_of.moment).unwrap(), live.people().unwrap());
    let lens = Lens::new(as_of, &book, None, &people, live.settings()).unwrap();
    question.ask(&lens).unwrap()
}

#[test]
fn the_funnel_of_a_marketplace() {
    let Some(folder) = data("olist_funnel") else { return };
    let options = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    let (_kept, live, _) = imported(&files(&folder, ".csv"), &options);
    let answer = asked(&live, "2026-01-02", &Marketing { by: By::Source, within: Some(90) });
    assert_eq!((answer.leads, answer.won, answer.sources.len()), (8_000, 842, 10));
    let line = |name: &str| answer.sources.iter().find(|line| line.name == name).unwrap();
    // 1,099 said to be unknown and 60 blank.
    assert_eq!((line(NOT_KNOWN).leads, line("organic_search").leads), (1_159, 2_296));
    assert_eq!((line("organic_search").won, line("social").won), (271, 75));
    let check = {
        let as_of = AsOf::start_of("2026-01-02".parse().unwrap(), live.settings());
        let (book, people) = (live.book(as_of.moment).unwrap(), live.people().unwrap());
        let lens = Lens::new(as_of, &book, None, &people, live.settings()).unwrap();
        milepost::answers::check::Check.ask(&lens).unwrap()
    };
    let found = |code: &str| check.checks.iter().find(|c| c.code == code).map(|c| c.deals);
    // The one negative duration, the 50,000,000, and the leads of no known source.
    assert_eq!((found("P312"), found("P313"), found("P314")), (Some(1), Some(1), Some(1_159)));
}

/// Seen as of the last lead, with most of the latest censored, the rates are those that came.
#[test]
fn the_funnel_seen_early_is_the_funnel_seen_late() {
    let Some(folder) = data("olist_funnel") else { return };
    let options = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    let (_kept, live, _) = imported(&files(&folder, ".csv"), &options);
    let question = Marketing { by: By::Source, within: Some(90) };
    let (early, late) =
        (asked(&live, "2018-06-01", &question), asked(&live, "2026-01-02", &question));
    assert!(early.won < 700 && late.won == 842, "{}", early.won);
    for line in late.sources.iter().filter(|line| line.leads > 400) {
        let then = early.sources.iter().find(|then| then.name == line.name).unwrap();
        let near = (then.win_rate / line.win_rate).ln().abs();
        assert!(near < 0.25, "{}: {} then, {} now", line.name, then.win_rate, line.win_rate);
    }
}

/// Months split in two: what the later half's leads came to, against what the earlier half told.
#[test]
fn ranges_of_the_funnel_hold_in_the_other_half_of_the_month() {
    let Some(folder) = data("olist_funnel") else { return };
    let options = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    let (_kept, live, _) = imported(&files(&folder, ".csv"), &options);
    let now = "2026-01-02T00:00:00Z".parse().unwrap();
    let book = live.book(now).unwrap();
    let of_touch = |touch: &ledger::company::Touch| {
        touch.source.and_then(|source| u32::try_from(source.index()).ok())
    };
    let groups = Groups { of_touch: &of_touch, of_deal: &|_| None, unknown: u32::MAX };
    let leads = Leads::read(&book, &ledger::process::Process::default(), &groups, now);
    let mut halves = std::collections::BTreeMap::<_, [(f64, f64); 2]>::new();
    for lead in &leads.leads {
        let date = lead.first.day().civil();
        let mut steps = leads.steps_of(lead, now);
        let won = steps.any(|s| s.place == leads.won() && days(lead.first, s.at) < 90);
        let half = halves.entry((lead.group, date.year(), date.month())).or_default();
        let half = &mut half[usize::from(date.day() > 15)];
        *half = (half.0 + f64::from(u8::from(won)), half.1 + 1.0);
    }
    let both: Vec<_> = halves.into_values().filter(|h| h[0].1 > 0.0 && h[1].1 > 0.0).collect();
    let shares = shrink(&both.iter().map(|half| half[0]).collect::<Vec<_>>());
    let held: f64 = shares.iter().zip(&both).map(|(share, half)| inside(share, half[1])).sum();
    let part = held / both.len() as f64;
    assert!(both.len() > 80);
    assert!((0.75..=0.85).contains(&part), "{part} of {}", both.len());
}

/// How much of what was seen lies inside the middle 80 % of what was told; whole numbers straddle its
/// ends (the non-randomized transform of Czado, Gneiting and Held 2009).
fn inside(share: &Share, (won, of): (f64, f64)) -> f64 {
    let chance = |k: f64| -> f64 {
        let at = |i: u32| {
            let p = share.quantile((f64::from(i) + 0.5) / 60.0);
            if k < 0.0 { 0.0 } else { 1.0 - insight::stats::beta::cdf(k + 1.0, of - k, p) }
        };
        (0..60).map(at).sum::<f64>() / 60.0
    };
    let upper = if won >= of { 1.0 } else { chance(won) };
    let lower = chance(won - 1.0);
    ((upper.min(0.9) - lower.max(0.1)).max(0.0) / (upper - lower)).min(1.0)
}

/// The path data of the package `ChannelAttribution`, against the package (2.2.5): its heuristics as
/// they are; its Markov model, which draws walks at random, as its own transition matrix solved exactly
/// (30 million drawn walks differ by less than one in a hundred).
#[test]
fn credits_are_those_of_the_reference_package() {
    let Some(folder) = data("attribution") else { return };
    let mut journeys = Journeys::default();
    let mut names: Vec<String> = Vec::new();
    let (mut sales, mut value) = (0.0, 0.0);
    let mut reader = csv::Reader::from_path(folder.join("PathData.csv")).unwrap();
    for row in reader.records().map(Result::unwrap) {
        let number = |i: usize| row[i].parse::<f64>().unwrap();
        let outcome = Outcome { won: number(1), lost: number(3), value: number(2) };
        let met: Vec<(u32, f32)> = row[0]
            .split('>')
            .map(|name| {
                let name = name.trim();
                let place = names.iter().position(|n| n == name).unwrap_or_else(|| {
                    names.push(name.to_owned());
                    names.len() - 1
                });
                (u32::try_from(place).unwrap(), 0.0)
            })
            .collect();
        journeys.add(met, outcome);
        (sales, value) = (sales + outcome.won, value + outcome.value);
    }
    let near = |found: &[f64], expected: &[f64; 12], total: f64| {
        for ((found, expected), name) in found.iter().zip(expected).zip(&names) {
            assert!((found - expected).abs() < 1e-6, "{name}: {found} is not {expected}");
        }
        assert!((found.iter().sum::<f64>() - total).abs() < 1e-6);
    };
    near(&markov::credit(&journeys, 12, Worth::Sale, sales), &MARKOV_SALES, sales);
    near(&markov::credit(&journeys, 12, Worth::Value, value), &MARKOV_VALUE, value);
    near(&credit(&journeys, 12, Rule::First), &FIRST, value);
    near(&credit(&journeys, 12, Rule::Last), &LAST, value);
    near(&credit(&journeys, 12, Rule::Linear), &LINEAR, value);
    // Shapley's value of these coalitions: each set's sales belong to its channels alike.
    let mut alike = vec![0.0; 12];
    for journey in journeys.iter() {
        let mut set = journey.channels.to_vec();
        set.sort_unstable();
        set.dedup();
        for channel in &set {
            alike[*channel as usize] += journey.outcome.value / set.len() as f64;
        }
    }
    near(&shapley::credit(&journeys, 12, 1), &alike.try_into().unwrap(), value);
}

// In the order in which the data name them: eta, iota, alpha, beta, theta, lambda, kappa, zeta,
// epsilon, gamma, delta, mi.
const MARKOV_SALES: [f64; 12] = [
    3_340.847_401_501,
    3_884.614_701_875,
    5_344.947_682_085,
    2_527.352_166_520,
    1_971.912_879_887,
    1_282.847_223_394,
    274.363_255_955,
    381.062_552_758,
    599.570_650_463,
    171.145_442_694,
    4.613_618_311,
    1.722_424_556,
];
const MARKOV_VALUE: [f64; 12] = [
    12_991.736_666_695,
    14_978.437_288_396,
    18_799.170_626_192,
    9_687.809_216_091,
    7_511.048_475_436,
    5_142.720_297_013,
    1_136.092_538_147,
    1_468.703_014_840,
    2_348.653_825_192,
    719.236_746_346,
    13.918_384_004,
    5.444_508_859,
];
const FIRST: [f64; 12] = [
    11_909.476_213_032,
    19_597.261_276_975,
    19_121.272_355_799,
    12_235.591_744_355,
    6_652.349_347_447,
    3_735.602_164_916,
    305.743_250_000,
    103.004_000_000,
    412.301_242_857,
    718.977_991_830,
    6.119_000_000,
    5.273_000_000,
];
const LAST: [f64; 12] = [
    16_754.203_800_106,
    13_487.974_271_358,
    28_414.214_274_364,
    3_850.020_987_258,
    2_799.091_987_582,
    5_249.949_985_428,
    1_069.384_250_000,
    453.260_750_000,
    2_202.612_289_286,
    506.013_991_830,
    10.972_000_000,
    5.273_000_000,
];
const LINEAR: [f64; 12] = [
    13_783.497_050_920,
    15_988.988_995_024,
    24_524.709_568_834,
    8_954.266_716_608,
    4_295.743_619_487,
    4_430.316_169_428,
    599.747_786_255,
    539.528_763_053,
    1_106.270_065_267,
    569.417_357_891,
    4.404_050_000,
    6.081_444_444,
];

/// Spend that was tried at different heights, and leads that follow it by half.
#[test]
fn the_next_unit_is_told_where_spend_was_tried_and_a_test_is_named_elsewhere() {
    let mut story = String::new();
    let begin: ledger::time::Day = "2024-01-01".parse().unwrap();
    let mut lead = 0;
    for month in 0..30_i32 {
        let (from, to) = (begin.plus(28 * month), begin.plus(28 * month + 27));
        let high = month % 2 == 0;
        let spend = if high { 4_000 } else { 1_000 };
        story += &format!("{from} web spent {spend} EUR until {to}\n");
        story += &format!("{from} fair spent 1000 EUR until {to}\n");
        // Four times the spend, twice the leads: the elasticity is a half.
        for i in 0..if high { 80 } else { 40 } {
            lead += 1;
            let day = from.plus(i % 28);
            let source = if i % 10 == 9 { "fair" } else { "web" };
            story += &format!("{day} L{lead} met from {source}\n");
            if i % 8 == 0 {
                story += &format!("{day} L{lead} met from {source} became D{lead}\n");
                story += &format!("{day} D{lead} opened 1000 EUR\n{day} D{lead} won\n");
            }
        }
    }
    let today = begin.plus(28 * 30).to_string();
    let answer = tell(&story).ask(&today, &Marketing::default()).unwrap();
    let unit = |name: &str| answer.next_unit.iter().find(|unit| unit.name == name).unwrap();
    let web = unit("web");
    // One more euro brings half of what a euro brings on average.
    let line = answer.sources.iter().find(|line| line.name == "web").unwrap();
    let expected = 0.5 * line.return_on_spend.unwrap();
    assert!((web.brings.unwrap() / expected - 1.0).abs() < 0.1, "{web:?}, {expected}");
    assert!(web.low.unwrap() < web.brings.unwrap() && web.high.unwrap() > web.brings.unwrap());
    let fair = unit("fair");
    assert!(fair.brings.is_none() && fair.says.contains("A test would tell"), "{fair:?}");
}

#[test]
fn leads_are_grouped_by_the_page_they_landed_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("leads.csv");
    let rows = "lead id,first contact date,landing page,source\n\
                L1,2026-01-02,/trial,web\nL2,2026-01-03,/trial,web\n\
                L3,2026-01-04,/Price,fair\nL4,2026-01-05,,web\n";
    std::fs::write(&file, rows).unwrap();
    let options = Options::at("2026-01-10T00:00:00Z".parse().unwrap());
    let (_kept, live, _) = imported(&[file], &options);
    let answer = asked(&live, "2026-02-01", &Marketing { by: By::Landing, within: Some(90) });
    let found: Vec<_> =
        answer.sources.iter().map(|line| (line.name.as_str(), line.leads)).collect();
    assert_eq!(found, [("/trial", 2), ("/Price", 1), ("(not known)", 1)]);
}

#[test]
fn a_company_with_leads_and_no_deals_has_a_marketing_page() {
    let story = "2026-01-02 L1 met from web\n2026-01-03 L2 met from fair\n";
    let server = Server::of(&tell(story));
    let page = server.page("/marketing");
    assert!(page.contains("2 leads from 2 sources"), "{page}");
    assert!(server.page("/next").contains("This ledger holds no deals yet"));
}
