//! Forecast: what a period will bring, with its range: won so far, open deals, deals not opened yet.
//!
//! The statistics are `insight`'s and learn from all deals; a filter narrows what is reported, by
//! giving deals that are not asked for no worth. Groups always add up to the whole.

mod build;
mod changes;
mod groups;
mod newcomers;
mod period;
mod quota;
mod since;
mod steps;
mod what_if;
mod why;
mod wish;

use insight::forecast::{Ask, DealOdds, Forecast as Found, TooLittle, forecast};
use ledger::book::Book;
use ledger::deal::Deal;
use ledger::time::Day;
use serde::Serialize;

use super::filter::Filter;
use super::purse::Purse;
use super::status::By;
use super::table::{Cell, Table};
use super::words::{about, grouped, percent};
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;
use changes::Side;
use what_if::{Asked, coverage_table, tried_table, worth_table};

pub use build::BuiltBy;
pub use changes::{Change, Changes, Mover, Step};
pub use groups::GroupLine;
pub use period::{Period, PeriodName};
pub use since::Since;
pub use what_if::{CoverageLine, Tried, WorthLine};
pub use why::Reason;
pub use wish::Wish;

/// The same question has the same answer: simulated luck is drawn from this seed.
pub(super) const SEED: u64 = 20_260_101;

/// What will a period bring?
#[derive(Clone, Debug, Default)]
pub struct Forecast {
    /// The period.
    pub period: PeriodName,
    /// What to split it by, if by anything.
    pub by: Option<By>,
    /// Which deals.
    pub filter: Filter,
    /// The earlier day to compare it with, if with any.
    pub since: Option<Since>,
    /// What to try.
    pub what_if: Vec<Wish>,
}

/// Revenue won in a period, as it can be known at a moment.
#[derive(Clone, Debug, Serialize)]
pub struct ForecastAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// The period as it was named.
    pub period: PeriodName,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The currency of every amount.
    pub currency: String,
    /// What is to be expected on average.
    pub mean: f64,
    /// 1 in 10 such periods bring less.
    pub p10: f64,
    /// Half of such periods bring less.
    pub p50: f64,
    /// 1 in 10 such periods bring more.
    pub p90: f64,
    /// Won in the period already.
    pub won_so_far: f64,
    /// Expected of open deals.
    pub open: f64,
    /// Expected of deals not opened yet.
    pub new: f64,
    /// What so many in a hundred such periods stay below, from 5 to 95.
    pub distribution: Vec<Below>,
    /// How it builds up, day by day; the last one is the period itself.
    pub build: Vec<BuiltBy>,
    /// What is to be reached, where a quota is set.
    pub quota: Option<f64>,
    /// The chance that the period brings it.
    pub quota_chance: Option<f64>,
    /// The odds in the period of the average open deal.
    pub base: f64,
    /// Open deals, the largest expectation first.
    pub deals: Vec<DealLine>,
    /// What the groups are.
    pub by: Option<By>,
    /// By what was asked for; they add up to `mean`.
    pub groups: Vec<GroupLine>,
    /// What it would bring if something were otherwise.
    pub what_if: Vec<Tried>,
    /// Which milestone is worth the work.
    pub worth: Vec<WorthLine>,
    /// Open pipeline by milestone, and what the quota needs.
    pub coverage: Vec<CoverageLine>,
    /// What changed since an earlier day, where that was asked.
    #[serde(flatten)]
    pub since: Option<Changes>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// A point of the distribution.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Below {
    /// So many in a hundred such periods …
    pub percent: u8,
    /// … bring less than this.
    pub amount: f64,
}

/// What an open deal adds.
#[derive(Clone, Debug, Serialize)]
pub struct DealLine {
    /// Its id.
    pub id: String,
    /// Its customer.
    pub account: Option<String>,
    /// Its salesperson.
    pub owner: Option<String>,
    /// The furthest milestone reached.
    pub last: Option<String>,
    /// The odds that it is won in the period.
    pub p_win_in_period: f64,
    /// The odds that it is ever won.
    pub p_win: f64,
    /// What it would bring.
    pub amount: f64,
    /// What it adds on average.
    pub expected: f64,
    /// What raised and lowered its odds in the period against those of the average open deal, the
    /// weightiest first: with the answer's `base` they add up to them. Only of deals that add much.
    pub why: Vec<Reason>,
}

impl Question for Forecast {
    type Answer = ForecastAnswer;
    const WHOLE: bool = true;

    fn ask(&self, lens: &Lens) -> Result<ForecastAnswer, Refusal> {
        let period = self.period(lens)?;
        self.tell(&self.find(lens, period)?, lens, period, &Purse::new(lens)?)
    }

    fn earlier(&self, lens: &Lens) -> Result<Option<AsOf>, Refusal> {
        let day = self.since.map(|since| since.day(lens.as_of.day)).transpose()?;
        Ok(day.map(|day| AsOf::start_of(day, lens.settings)))
    }

    fn key(&self) -> Option<String> {
        Some(format!("{self:?}"))
    }

    fn compare(&self, lens: &Lens, then: &Lens) -> Result<ForecastAnswer, Refusal> {
        let period = self.period(lens)?;
        let (purse, past) = (Purse::new(lens)?, Purse::new(then)?.currency);
        // Without an amount there was no currency to speak of.
        let told = then.book.deals().iter().any(|deal| deal.known.amount.is_some());
        if told && past != purse.currency {
            let (day, now) = (then.as_of.day, purse.currency);
            return Err(Refusal(t!(
                "answers-forecast-currencies",
                past = past,
                day = day,
                now = now
            )));
        }
        let (before, after) = (self.find(then, period)?, self.find(lens, period)?);
        let side = |found, at| Side::new(found, at, &lens.process);
        let changes = changes::between(&side(&before, then), &side(&after, lens));
        let mut answer = self.tell(&after, lens, period, &purse)?;
        answer.since = Some(changes);
        Ok(answer)
    }
}

impl Forecast {
    fn period(&self, lens: &Lens) -> Result<Period, Refusal> {
        let period = self.period.days(lens.as_of.day, &lens.settings.fiscal);
        if period.to < lens.as_of.day { Err(over(period, lens.as_of)) } else { Ok(period) }
    }

    /// The forecast, with the deals that are asked for.
    fn find(&self, lens: &Lens, period: Period) -> Result<Found, Refusal> {
        let purse = Purse::new(lens)?;
        let found = self.with(lens, period, &purse, |ask| forecast(lens.book, &lens.process, ask));
        let mut found = found.map_err(|little| too_little(&little, lens.as_of))?;
        found.deals.retain(|odds| self.filter.takes(&lens.book.deals()[odds.deal], lens));
        found.deals.sort_by(|a, b| b.expected.total_cmp(&a.expected).then(a.deal.cmp(&b.deal)));
        Ok(found)
    }

    /// What is asked of the statistics: deals that are not asked for have no worth.
    fn with<T>(
        &self,
        lens: &Lens,
        period: Period,
        purse: &Purse,
        work: impl FnOnce(&Ask) -> T,
    ) -> T {
        let amount = |deal: &Deal| {
            if self.filter.takes(deal, lens) { purse.amount(deal) } else { Some(0.0) }
        };
        let zone = &lens.settings.zone;
        let (from, to) = (period.from.start_in(zone), period.to.plus(1).start_in(zone));
        work(&Ask { as_of: lens.as_of.moment, from, to, amount: &amount, seed: SEED })
    }

    fn tell(
        &self,
        found: &Found,
        lens: &Lens,
        period: Period,
        purse: &Purse,
    ) -> Result<ForecastAnswer, Refusal> {
        let quota = quota::quota(period, &self.filter, purse, lens);
        let asked = Asked { question: self, found, lens, period, quota };
        let tried = self.what_if.iter().map(|wish| asked.try_wish(wish));
        let split = |by| self.with(lens, period, purse, |ask| groups::split(found, by, ask, lens));
        Ok(ForecastAnswer {
            as_of: lens.as_of,
            period: self.period,
            from: period.from,
            to: period.to,
            currency: purse.currency.to_string(),
            mean: found.mean,
            p10: found.p10,
            p50: found.p50,
            p90: found.p90,
            won_so_far: found.won_so_far,
            open: found.open,
            new: found.new,
            distribution: distribution(found),
            build: asked.build(),
            quota,
            quota_chance: quota.map(|quota| found.periods.chance_of(quota)),
            base: found.base,
            deals: lines(&found.deals, lens),
            by: self.by,
            groups: self.by.map_or(Vec::new(), split),
            what_if: tried.collect::<Result<_, _>>()?,
            worth: asked.worth(),
            coverage: asked.coverage(),
            since: None,
            notes: self.notes(lens),
        })
    }

    fn notes(&self, lens: &Lens) -> Vec<String> {
        let mut notes = lens.notes();
        notes.extend(self.filter.notes(lens));
        notes.extend(self.newcomers(lens));
        let open = lens.book.open_deals().filter(|deal| self.filter.takes(deal, lens));
        let unknown = open.filter(|deal| deal.known.amount.is_none()).count();
        if unknown > 0 {
            notes.push(t!("answers-forecast-no-amount", n = unknown));
        }
        notes
    }
}

fn distribution(found: &Found) -> Vec<Below> {
    let below =
        |percent| Below { percent, amount: found.periods.quantile(f64::from(percent) / 100.0) };
    (5..=95).step_by(5).map(below).collect()
}

fn over(period: Period, as_of: AsOf) -> Refusal {
    Refusal(t!(
        "answers-forecast-over",
        to = period.to,
        day = as_of.day,
        iso = period.from.to_string(),
    ))
}

fn too_little(little: &TooLittle, as_of: AsOf) -> Refusal {
    Refusal(t!(
        "answers-forecast-too-little",
        closed = little.closed,
        day = as_of.day,
        needed = little.needed,
        missing = little.needed.saturating_sub(little.closed),
    ))
}

fn lines(odds: &[DealOdds], lens: &Lens) -> Vec<DealLine> {
    let reader = lens.reader();
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let line = |odds: &DealOdds| {
        let deal = deal_of(odds, lens.book);
        let last = reader.read(deal).current;
        DealLine {
            id: lens.book.text(deal.id).to_owned(),
            account: owned(lens.account(deal)),
            owner: owned(lens.owner(deal)),
            last: last.map(|place| lens.process.milestones[place].name.clone()),
            p_win_in_period: odds.p_win_in_period,
            p_win: odds.p_win,
            amount: odds.amount,
            expected: odds.expected,
            why: why::reasons(odds, lens),
        }
    };
    odds.iter().map(line).collect()
}

fn deal_of_index(book: &Book, deal: usize) -> &Deal {
    &book.deals()[deal]
}

fn deal_of<'b>(odds: &DealOdds, book: &'b Book) -> &'b Deal {
    &book.deals()[odds.deal]
}

impl Answer for ForecastAnswer {
    fn sentence(&self) -> String {
        let ForecastAnswer { from, to, currency, .. } = self;
        let [mean, low, high] = [self.mean, self.p10, self.p90].map(about);
        let (won, [open, new]) = (grouped(self.won_so_far), [self.open, self.new].map(about));
        let all = t!(
            "answers-forecast-all",
            from = from,
            to = to,
            mean = mean,
            currency = currency,
            low = low,
            high = high,
            won = won,
            open = open,
            n = self.deals.len(),
            new = new,
        );
        let quota = self.quota.zip(self.quota_chance).map(|(quota, chance)| {
            t!("answers-forecast-quota", quota = grouped(quota), chance = percent(chance))
        });
        let since = self.since.as_ref().map(Changes::sentence);
        [Some(all), quota, since].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let deals = Table {
            title: t!("status-open").into(),
            columns: vec![
                "id",
                "account",
                "owner",
                "last",
                "amount",
                "p_win_in_period",
                "p_win",
                "expected",
            ],
            rows: self.deals.iter().map(DealLine::cells).collect(),
        };
        let groups = Table {
            title: t!("answers-forecast-groups").into(),
            columns: vec!["name", "won_so_far", "open", "new", "mean", "p10", "p90"],
            rows: self.groups.iter().map(GroupLine::cells).collect(),
        };
        let mut tables: Vec<Table> = tried_table(&self.what_if).into_iter().collect();
        tables.extend(self.since.iter().flat_map(Changes::tables));
        tables.extend(self.by.map(|_| groups));
        tables.push(deals);
        tables.push(build_table(&self.build));
        tables.push(worth_table(&self.worth));
        tables.push(coverage_table(&self.coverage));
        tables
    }
}

fn build_table(build: &[BuiltBy]) -> Table {
    let last = build.len().saturating_sub(1);
    let weeks = build.iter().enumerate().filter(|(nth, _)| nth % 7 == 6 || *nth == last);
    let row = |(_, by): (usize, &BuiltBy)| {
        let won = by.won.map_or(Cell::Empty, Cell::Money);
        vec![Cell::Day(by.day), won, Cell::Money(by.mean), Cell::Money(by.p10), Cell::Money(by.p90)]
    };
    Table {
        title: t!("answers-forecast-by-week").into(),
        columns: vec!["by", "won", "mean", "p10", "p90"],
        rows: weeks.map(row).collect(),
    }
}

impl DealLine {
    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Deal(self.id.clone()),
            Cell::text(self.account.as_deref()),
            Cell::text(self.owner.as_deref()),
            Cell::text(self.last.as_deref()),
            Cell::Money(self.amount),
            Cell::Share(self.p_win_in_period),
            Cell::Share(self.p_win),
            Cell::Money(self.expected),
        ]
    }
}
