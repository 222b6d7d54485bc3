//! One line a source: what its leads came to, what they cost and bring, and how sure that is.

use insight::marketing::curves::{Course, Reach};
use insight::marketing::trend::Trend;
use insight::marketing::worth::{Ranged, Sale, cost, gain};
use serde::Serialize;

use super::credit::Credits;
use super::young::Young;
use crate::answers::table::Cell;

/// Fewer sales than this, and a line is called unsure.
const FEW: usize = 5;
/// Points of a curve, at most.
const POINTS: usize = 27;

/// What is known of a source, medium or campaign.
#[derive(Clone, Debug, Serialize)]
pub struct SourceLine {
    /// Its name.
    pub name: String,
    /// Its leads; a deal that came without a lead counts as one.
    pub leads: usize,
    /// How many of those are deals that came without a lead.
    pub without_lead: usize,
    /// Deals that its leads brought.
    pub deals: usize,
    /// Deals won of them.
    pub won: usize,
    /// What those are worth.
    pub revenue: f64,
    /// What was spent on it; absent where nothing is recorded.
    pub spend: Option<f64>,
    /// The share of its leads that are won within the days of the answer, censoring respected, leaning
    /// on the whole where leads are few.
    pub win_rate: f64,
    /// 1 time in 10 it is lower.
    pub win_rate_low: f64,
    /// 1 time in 10 it is higher.
    pub win_rate_high: f64,
    /// The 95 % interval.
    pub win_rate_95: [f64; 2],
    /// The share as it was seen (Aalen-Johansen), leaning on nothing.
    pub win_rate_seen: f64,
    /// Too little is known to rank it.
    pub unsure: bool,
    /// Days from the first touch to the sale, half of the sales.
    pub median_days: Option<usize>,
    /// The part of the revenue credited to it by removal (Markov).
    pub credit: f64,
    /// The same by every rule.
    pub credits: Credits,
    /// How much faster the next milestone came in the two weeks after a touch of it.
    pub speeds_up: f64,
    /// Spend for each sale that its leads come to.
    pub cost_per_sale: Option<f64>,
    /// 1 time in 10 it is less …
    pub cost_per_sale_low: Option<f64>,
    /// … or more.
    pub cost_per_sale_high: Option<f64>,
    /// What each unit spent brings in revenue.
    pub return_on_spend: Option<f64>,
    /// 1 time in 10 it is less …
    pub return_low: Option<f64>,
    /// … or more.
    pub return_high: Option<f64>,
    /// The latest 13 weeks against those before.
    pub trend: TrendLine,
    /// Its share of the revenue projected for next quarter, where there is a forecast.
    pub next_quarter_share: Option<f64>,
    /// The leads of the last 28 days.
    pub young: Young,
    /// What its leads reached, in the order of the process: the deal, the milestones, the sale.
    pub milestones: Vec<MilestoneReached>,
}

/// How the leads of a source reached a milestone.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneReached {
    /// The milestone.
    pub name: String,
    /// Leads that reached it or a later one.
    pub reached: usize,
    /// The share that reach it within the days of the answer, leaning on the whole.
    pub rate: f64,
    /// 1 time in 10 it is lower …
    pub low: f64,
    /// … or higher.
    pub high: f64,
    /// Days from the first touch, for half of those that reach it.
    pub median_days: Option<usize>,
    /// What it costs to have one reach it.
    pub cost: Option<f64>,
    /// 1 time in 10 it is less …
    pub cost_low: Option<f64>,
    /// … or more.
    pub cost_high: Option<f64>,
    /// The share that had reached it by a day, as seen.
    pub curve: Vec<Point>,
}

/// A point of a curve.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Point {
    /// Days since the first touch.
    pub day: usize,
    /// The share that had reached it.
    pub share: f64,
    /// 1 time in 10 it is lower …
    pub low: f64,
    /// … or higher.
    pub high: f64,
}

/// The leads of the latest 13 weeks that are four weeks old, against the 13 weeks before.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct TrendLine {
    /// Leads.
    pub leads: usize,
    /// Leads before.
    pub leads_before: usize,
    /// How many became deals within four weeks.
    pub reached: usize,
    /// How many before.
    pub reached_before: usize,
    /// The share that did over the share before.
    pub ratio: Option<f64>,
    /// 1 time in 10 it is lower …
    pub low: Option<f64>,
    /// … or higher.
    pub high: Option<f64>,
}

/// What a line is made of.
pub(super) struct Parts<'a> {
    pub(super) name: &'a str,
    pub(super) steps: &'a [String],
    pub(super) course: &'a Course,
    pub(super) tally: Tally,
    pub(super) sale: Sale,
    pub(super) credits: Credits,
    pub(super) speeds_up: f64,
    pub(super) trend: Trend,
    pub(super) young: Young,
}

/// What can be counted of a source.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) without_lead: usize,
    pub(super) deals: usize,
    pub(super) won: usize,
    pub(super) revenue: f64,
    pub(super) spend: Option<f64>,
    /// Leads that came while money was spent on it.
    pub(super) paid_leads: f64,
}

impl SourceLine {
    pub(super) fn new(parts: &Parts) -> SourceLine {
        let (course, tally) = (parts.course, parts.tally);
        let spent = tally.spend.unwrap_or(0.0);
        let milestones = course.places.iter().zip(parts.steps);
        let milestones: Vec<_> = milestones
            .map(|(reach, name)| milestone(name, reach, spent, tally.paid_leads))
            .collect();
        let sale = course.places.last();
        let share = sale.map(|sale| &sale.share);
        let at = |q: f64| share.map_or(0.0, |share| share.quantile(q));
        let (low, high) = (at(0.1), at(0.9));
        let each = share.and_then(|share| cost(spent, tally.paid_leads, share));
        let back = share.and_then(|share| gain(spent, tally.paid_leads, share, &parts.sale));
        SourceLine {
            name: parts.name.to_owned(),
            leads: course.leads,
            without_lead: tally.without_lead,
            deals: tally.deals,
            won: tally.won,
            revenue: tally.revenue,
            spend: tally.spend,
            win_rate: share.map_or(0.0, insight::stats::shrink::Share::mean),
            win_rate_low: low,
            win_rate_high: high,
            win_rate_95: [at(0.025), at(0.975)],
            win_rate_seen: sale.and_then(|s| s.days.last()).map_or(0.0, |day| day.share),
            unsure: tally.won < FEW || high > 2.0 * low,
            median_days: sale.and_then(|sale| sale.median),
            credit: parts.credits.markov,
            credits: parts.credits,
            speeds_up: parts.speeds_up,
            cost_per_sale: each.map(|r| r.middle),
            cost_per_sale_low: each.map(|r| r.low),
            cost_per_sale_high: each.map(|r| r.high),
            return_on_spend: back.map(|r| r.middle),
            return_low: back.map(|r| r.low),
            return_high: back.map(|r| r.high),
            trend: TrendLine::new(parts.trend),
            next_quarter_share: None,
            young: parts.young,
            milestones,
        }
    }

    pub(super) fn cells(&self) -> Vec<Cell> {
        let share = |share: Option<f64>| share.map_or(Cell::Empty, Cell::Share);
        vec![
            Cell::Text(self.name.clone()),
            Cell::Count(self.leads),
            Cell::Count(self.deals),
            Cell::Count(self.won),
            Cell::Share(self.win_rate),
            Cell::Share(self.win_rate_low),
            Cell::Share(self.win_rate_high),
            self.median_days.map_or(Cell::Empty, Cell::Count),
            Cell::Money(self.revenue),
            Cell::money(self.spend),
            Cell::money(self.cost_per_sale),
            share(self.return_on_spend),
            share(self.return_low),
            share(self.return_high),
            Cell::Money(self.credit),
            share(self.next_quarter_share),
            Cell::Flag(self.unsure),
        ]
    }

    /// The names of [`SourceLine::cells`].
    pub(super) const COLUMNS: [&'static str; 17] = [
        "name",
        "leads",
        "deals",
        "won",
        "win_rate",
        "win_rate_low",
        "win_rate_high",
        "median_days",
        "revenue",
        "spend",
        "cost_per_sale",
        "return_on_spend",
        "return_low",
        "return_high",
        "credit",
        "next_quarter_share",
        "unsure",
    ];
}

impl TrendLine {
    fn new(trend: Trend) -> TrendLine {
        let ratio: Option<Ranged> = trend.ratio();
        TrendLine {
            leads: trend.leads,
            leads_before: trend.leads_before,
            reached: trend.reached,
            reached_before: trend.reached_before,
            ratio: ratio.map(|r| r.middle),
            low: ratio.map(|r| r.low),
            high: ratio.map(|r| r.high),
        }
    }
}

fn milestone(name: &str, reach: &Reach, spent: f64, leads: f64) -> MilestoneReached {
    let each = cost(spent, leads, &reach.share);
    MilestoneReached {
        name: name.to_owned(),
        reached: reach.reached,
        rate: reach.share.mean(),
        low: reach.share.quantile(0.1),
        high: reach.share.quantile(0.9),
        median_days: reach.median,
        cost: each.map(|r| r.middle),
        cost_low: each.map(|r| r.low),
        cost_high: each.map(|r| r.high),
        curve: curve(reach),
    }
}

/// Points of a curve, evenly apart, with Jeffreys' intervals for as many leads as it is known from.
fn curve(reach: &Reach) -> Vec<Point> {
    let last = reach.days.len().saturating_sub(1);
    let step = last.div_ceil(POINTS - 1).max(1);
    let days = (0..last).step_by(step).chain([last]);
    let point = |day: usize| {
        let known = reach.days[day];
        let own = insight::stats::shrink::shrink(&[(known.share * known.n, known.n)]);
        let at = |q: f64| own[0].quantile(q);
        let none = known.n <= 0.0;
        let (low, high) = if none { (0.0, 1.0) } else { (at(0.1), at(0.9)) };
        Point { day, share: known.share, low: low.min(known.share), high: high.max(known.share) }
    };
    days.map(point).collect()
}
