//! Marketing: which sources bring sales, told from the milestones that their leads reach.
//!
//! Leads that have had no time yet are censored, not failures; sources with few leads lean on the whole
//! and are called unsure. The numbers are `insight`'s; here names are tidied, money is made one
//! currency, and sentences are written.

mod budget;
mod credit;
mod lines;
mod naming;
mod tables;
mod young;

use insight::marketing::curves::{courses, usual_length};
use insight::marketing::leads::{Groups, Leads};
use insight::marketing::rehearsal::Stage;
use insight::marketing::trend::trends;
use insight::marketing::worth::sales;
use ledger::deal::State;
use serde::Serialize;

use super::forecast::{Forecast, ForecastAnswer};
use super::purse::Purse;
use super::status;
use super::{AsOf, Lens, Question, Refusal};
use crate::texts::{speaking_here, t, tongue};
use credit::{Sales, credits, ways};
use lines::{Parts, Tally};
use naming::Naming;

pub use budget::NextUnit;
pub use credit::{Credits, Way};
pub use lines::{MilestoneReached, Point, SourceLine, TrendLine};
pub use naming::{By, NOT_KNOWN};
pub use young::{RankingLine, Young};

/// Which sources bring sales?
#[derive(Clone, Copy, Debug, Default)]
pub struct Marketing {
    /// What leads are grouped by.
    pub by: By,
    /// For how many days leads are followed; by default for as long as nearly all sales take.
    pub within: Option<usize>,
}

/// What came of the leads of each source.
#[derive(Clone, Debug, Serialize)]
pub struct MarketingAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The currency of every amount.
    pub currency: String,
    /// The process that deals are read under.
    pub process: String,
    /// What leads are grouped by.
    pub by: By,
    /// Rates are of leads that came so far within this many days of their first touch.
    pub within_days: usize,
    /// All leads.
    pub leads: usize,
    /// Deals that they brought.
    pub deals: usize,
    /// Deals won of them.
    pub won: usize,
    /// What those are worth.
    pub revenue: f64,
    /// What was spent; absent where nothing is recorded.
    pub spend: Option<f64>,
    /// By what was asked for, the most leads first.
    pub sources: Vec<SourceLine>,
    /// What each way of crediting can say and cannot.
    pub ways: [Way; 8],
    /// What one more unit spent on each source brings, or the test that would tell.
    pub next_unit: Vec<NextUnit>,
    /// How early the ranking of sources was right in past months.
    pub ranking: Vec<RankingLine>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

impl Question for Marketing {
    type Answer = MarketingAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<MarketingAnswer, Refusal> {
        let purse = Purse::new(lens)?;
        let naming = Naming::read(self.by, lens);
        let of_touch = |touch: &_| naming.of_touch(touch);
        let of_deal = |deal: &_| naming.of_deal(deal);
        let groups = Groups { of_touch: &of_touch, of_deal: &of_deal, unknown: naming.unknown };
        let leads = Leads::read(lens.book, &lens.process, &groups, lens.as_of.moment);
        if leads.leads.is_empty() {
            return Err(Refusal(t!("answers-marketing-empty", day = lens.as_of.day)));
        }
        let length = self.within.unwrap_or_else(|| usual_length(&leads));
        let amounts = won_amounts(lens, &purse);
        let purse = &purse;
        let work = Work { lens, purse, naming: &naming, leads: &leads, length, amounts };
        // The forecast reads all history too: it is made meanwhile.
        let tongue = tongue();
        Ok(std::thread::scope(|scope| {
            let next = move || next_quarter(self.by, lens);
            let projected = scope.spawn(move || speaking_here(tongue, next));
            let mut answer = work.answer(self.by);
            if let Ok(Some(projected)) = projected.join() {
                work.project(&mut answer, &projected);
            }
            answer
        }))
    }
}

/// By place in the book: what a deal is worth if it is won. A sale without an amount is worth nothing.
fn won_amounts(lens: &Lens, purse: &Purse) -> Vec<Option<f64>> {
    let deals = lens.book.deals().iter();
    let worth = |deal: &ledger::deal::Deal| purse.amount(deal).unwrap_or(0.0);
    deals.map(|deal| (deal.state == State::Won).then(|| worth(deal))).collect()
}

/// What every part of the answer is made from.
struct Work<'a> {
    lens: &'a Lens<'a>,
    purse: &'a Purse<'a>,
    naming: &'a Naming,
    leads: &'a Leads,
    length: usize,
    amounts: Vec<Option<f64>>,
}

impl Work<'_> {
    fn answer(&self, by: By) -> MarketingAnswer {
        let groups = self.naming.names.len();
        let tallies = self.tallies();
        let total = self.purse.sum(tallies.iter().map(|tally| tally.revenue));
        let sources = self.lines(&tallies, total);
        let amount = |deal: u32| self.amounts[deal as usize].filter(|amount| *amount > 0.0);
        let stage = Stage { leads: self.leads, length: self.length, groups, amount: &amount };
        let spent: Vec<f64> = tallies.iter().filter_map(|tally| tally.spend).collect();
        MarketingAnswer {
            as_of: self.lens.as_of,
            currency: self.purse.currency.to_string(),
            process: self.lens.process.name.clone(),
            by,
            within_days: self.length,
            leads: self.leads.leads.len(),
            deals: tallies.iter().map(|tally| tally.deals).sum(),
            won: tallies.iter().map(|tally| tally.won).sum(),
            revenue: total,
            spend: (!spent.is_empty()).then(|| self.purse.sum(spent.into_iter())),
            notes: self.notes(&tallies, &sources),
            next_unit: self.next_unit(&sources),
            sources,
            ways: ways(),
            ranking: young::rehearse(&stage),
        }
    }

    fn lines(&self, tallies: &[Tally], total: f64) -> Vec<SourceLine> {
        let (leads, groups, length) = (self.leads, tallies.len(), self.length);
        let courses = courses(leads, groups, length);
        let amount = |deal: u32| self.amounts[deal as usize].filter(|amount| *amount > 0.0);
        let stage = Stage { leads, length, groups, amount: &amount };
        let sold = Sales {
            leads,
            groups,
            length,
            amounts: &self.amounts,
            currency: self.purse.currency,
            total,
        };
        let (credits, ratios) = credits(&sold);
        let (trends, young) = (trends(leads, groups), young::read(&stage));
        let (sales, steps) = (sales(&self.sold(groups)), self.steps());
        let line = |g: usize| {
            SourceLine::new(&Parts {
                name: &self.naming.names[g],
                steps: &steps,
                course: &courses[g],
                tally: tallies[g],
                sale: sales[g],
                credits: credits[g],
                speeds_up: ratios[g].ratio,
                trend: trends[g],
                young: young[g],
            })
        };
        let mut lines: Vec<_> = (0..groups)
            .filter(|g| {
                let spends = tallies[*g].spend.is_some();
                courses[*g].leads > 0 || spends || credits[*g] != Credits::default()
            })
            .map(line)
            .collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.leads));
        lines
    }

    /// What one more unit brings, for each source on which something was spent.
    fn next_unit(&self, sources: &[SourceLine]) -> Vec<NextUnit> {
        let names = &self.naming.names;
        let of_spend = |spend: &_| self.naming.of_spend(spend).unwrap_or(self.naming.unknown);
        let months = budget::months(self.lens, self.purse, self.leads, names.len(), |spend| {
            of_spend(spend) as usize
        });
        let currency = self.purse.currency.to_string();
        let spent = sources.iter().filter(|line| line.spend.is_some());
        let unit = |line: &SourceLine| {
            let place = names.iter().position(|name| *name == line.name)?;
            Some(budget::next_unit(line, &months[place], &currency))
        };
        spent.filter_map(unit).collect()
    }

    /// What leads can reach, in order.
    fn steps(&self) -> Vec<String> {
        let milestones = self.lens.process.milestones.iter().map(|m| m.name.clone());
        std::iter::once("Deal opened".into()).chain(milestones).chain(["Won".into()]).collect()
    }

    /// The amounts of the sales that each group brought.
    fn sold(&self, groups: usize) -> Vec<Vec<f64>> {
        let mut sold = vec![Vec::new(); groups];
        for lead in self.leads.brought() {
            let amount = lead.deal.and_then(|deal| self.amounts[deal as usize]);
            sold[lead.group as usize].extend(amount.filter(|amount| *amount > 0.0));
        }
        sold
    }

    fn tallies(&self) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.naming.names.len()];
        for lead in &self.leads.leads {
            let tally = &mut tallies[lead.group as usize];
            tally.without_lead += usize::from(lead.bare);
            let Some(deal) = lead.deal.filter(|_| lead.brought) else { continue };
            let amount = self.amounts[deal as usize];
            tally.deals += 1;
            tally.won += usize::from(amount.is_some());
            tally.revenue += amount.unwrap_or(0.0);
        }
        self.spend(&mut tallies);
        for tally in &mut tallies {
            tally.revenue = self.purse.sum(std::iter::once(tally.revenue));
        }
        tallies
    }

    /// Money spent until now on each group, and how many leads came while it was.
    fn spend(&self, tallies: &mut [Tally]) {
        let settings = self.lens.settings;
        let mut spans = vec![(i32::MAX, i32::MIN); tallies.len()];
        for spend in self.lens.book.spends().iter().filter(|s| s.from <= self.lens.as_of.day) {
            let Some(amount) = self.purse.convert(spend.amount) else { continue };
            let group = self.naming.of_spend(spend).unwrap_or(self.naming.unknown) as usize;
            // Of a period that is not over yet, the part that is.
            let days = f64::from(spend.to.0 - spend.from.0 + 1);
            let past = f64::from(spend.to.0.min(self.lens.as_of.day.0) - spend.from.0 + 1);
            *tallies[group].spend.get_or_insert(0.0) += amount * (past / days).clamp(0.0, 1.0);
            let span = &mut spans[group];
            *span = (span.0.min(spend.from.0), span.1.max(spend.to.0));
        }
        for tally in tallies.iter_mut() {
            tally.spend = tally.spend.map(|sum| self.purse.sum(std::iter::once(sum)));
        }
        for lead in &self.leads.leads {
            let (from, to) = spans[lead.group as usize];
            if from > to {
                continue;
            }
            let day = settings.day_of(lead.first).0;
            tallies[lead.group as usize].paid_leads +=
                f64::from(u8::from((from..=to).contains(&day)));
        }
    }

    /// Each source's share of the revenue that the forecast projects, by the source that is written on
    /// the deal.
    fn project(&self, answer: &mut MarketingAnswer, told: &ForecastAnswer) {
        for line in &mut answer.sources {
            line.next_quarter_share = Some(0.0);
        }
        for group in &told.groups {
            let name = &self.naming.names[self.naming.named(&group.name, self.lens) as usize];
            let line = answer.sources.iter_mut().find(|line| line.name == *name);
            if let Some(share) = line.and_then(|line| line.next_quarter_share.as_mut()) {
                *share += group.mean / told.mean;
            }
        }
    }
}

/// What next quarter will bring, by source; absent where it cannot be told.
fn next_quarter(by: By, lens: &Lens) -> Option<ForecastAnswer> {
    let period = "next-quarter".parse().ok()?;
    let asked = Forecast { period, by: Some(status::By::Source), ..Forecast::default() };
    let told = (by == By::Source).then(|| asked.ask(lens))?;
    told.ok().filter(|answer| answer.mean > 0.0)
}
