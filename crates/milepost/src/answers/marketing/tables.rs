//! The marketing answer in words and tables.

use super::credit::Way;
use super::lines::{MilestoneReached, SourceLine};
use super::naming::{By, NOT_KNOWN};
use super::{MarketingAnswer, Tally, Work};
use crate::answers::Answer;
use crate::answers::table::{Cell, Table};
use crate::answers::words::{about, grouped, lacking, percent};
use crate::texts::t;

/// Milestones are tabulated for so many sources at most; the whole stands in JSON.
const TABULATED: usize = 6;

impl Work<'_> {
    pub(super) fn notes(&self, tallies: &[Tally], sources: &[SourceLine]) -> Vec<String> {
        let mut notes = self.lens.notes();
        notes.extend(self.naming.notes.iter().cloned());
        let unknown = sources.iter().find(|line| line.name == NOT_KNOWN).map_or(0, |l| l.leads);
        if unknown > 0 {
            let name = lacking(NOT_KNOWN);
            notes.push(t!("answers-marketing-unknown", n = unknown, name = name));
        }
        let bare: usize = tallies.iter().map(|tally| tally.without_lead).sum();
        if bare > 0 {
            notes.push(t!("answers-marketing-bare", n = bare));
        }
        let spends = self.lens.book.spends();
        let foreign = spends.iter().filter(|s| self.purse.convert(s.amount).is_none()).count();
        if foreign > 0 {
            let currency = self.purse.currency;
            notes.push(t!("answers-marketing-foreign", n = foreign, currency = currency));
        }
        notes
    }
}

impl Answer for MarketingAnswer {
    fn sentence(&self) -> String {
        let what = self.by.key();
        let all = t!(
            "answers-marketing-all",
            leads = self.leads,
            what = what,
            n = self.sources.len(),
            won = self.won,
            revenue = grouped(self.revenue),
            currency = self.currency,
        );
        let mut sure: Vec<&SourceLine> =
            self.sources.iter().filter(|line| !line.unsure && line.name != NOT_KNOWN).collect();
        sure.sort_by(|a, b| b.win_rate.total_cmp(&a.win_rate));
        let rates =
            |line: &SourceLine| [line.win_rate, line.win_rate_low, line.win_rate_high].map(percent);
        let told = match sure.as_slice() {
            [] if self.sources.iter().all(|line| line.name == NOT_KNOWN) => {
                t!("answers-marketing-none-named", what = what)
            }
            [] => t!("answers-marketing-unsure", what = what),
            [only] => {
                let [rate, low, high] = rates(only);
                t!(
                    "answers-marketing-only",
                    name = only.name,
                    rate = rate,
                    days = self.within_days,
                    low = low,
                    high = high,
                )
            }
            [best, .., worst] => {
                let [rate, low, high] = rates(best);
                t!(
                    "answers-marketing-best",
                    name = best.name,
                    rate = rate,
                    days = self.within_days,
                    low = low,
                    high = high,
                    worst = worst.name,
                    least = percent(worst.win_rate),
                )
            }
        };
        format!("{all} {told}")
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let sources = Table {
            title: t!("answers-marketing-table").into(),
            columns: SourceLine::COLUMNS.to_vec(),
            rows: self.sources.iter().map(SourceLine::cells).collect(),
        };
        vec![
            sources,
            self.milestones(),
            self.young(),
            self.ranking(),
            self.trend(),
            self.next_unit_table(),
            self.credit(),
            ways(&self.ways),
        ]
    }
}

impl MarketingAnswer {
    fn milestones(&self) -> Table {
        let lines = self.sources.iter().take(TABULATED);
        let rows = lines.flat_map(|line| line.milestones.iter().map(|m| m.cells(&line.name)));
        Table {
            title: t!("answers-marketing-table-milestones", days = self.within_days),
            columns: vec![
                "name",
                "milestone",
                "reached",
                "rate",
                "low",
                "high",
                "median_days",
                "cost",
                "cost_low",
                "cost_high",
            ],
            rows: rows.collect(),
        }
    }

    fn young(&self) -> Table {
        let rows = self.sources.iter().filter(|line| line.young.leads > 0);
        Table {
            title: t!("answers-marketing-table-early").into(),
            columns: vec!["name", "leads", "won", "sales", "expected", "low", "high", "each"],
            rows: rows.map(|line| line.young.cells(&line.name)).collect(),
        }
    }

    fn ranking(&self) -> Table {
        Table {
            title: t!("answers-marketing-table-ranking").into(),
            columns: vec![
                "weeks",
                "pairs",
                "right",
                "sure",
                "sure_right",
                "last_years_wins_right",
                "ranges_held",
            ],
            rows: self.ranking.iter().map(super::RankingLine::cells).collect(),
        }
    }

    fn trend(&self) -> Table {
        let share = |share: Option<f64>| share.map_or(Cell::Empty, Cell::Share);
        let row = |line: &SourceLine| {
            let trend = line.trend;
            vec![
                Cell::Text(line.name.clone()),
                Cell::Count(trend.leads),
                Cell::Count(trend.leads_before),
                Cell::Count(trend.reached),
                Cell::Count(trend.reached_before),
                share(trend.ratio),
                share(trend.low),
                share(trend.high),
            ]
        };
        Table {
            title: t!("answers-marketing-table-trend").into(),
            columns: vec![
                "name",
                "leads",
                "leads_before",
                "deals",
                "deals_before",
                "ratio",
                "low",
                "high",
            ],
            rows: self.sources.iter().filter(|l| l.trend.ratio.is_some()).map(row).collect(),
        }
    }

    fn next_unit_table(&self) -> Table {
        Table {
            title: t!("answers-marketing-table-unit", currency = self.currency),
            columns: vec!["name", "brings", "low", "high", "says"],
            rows: self.next_unit.iter().map(super::NextUnit::cells).collect(),
        }
    }

    fn credit(&self) -> Table {
        let row = |line: &SourceLine| {
            let c = line.credits;
            let all = [
                c.first,
                c.last,
                c.linear,
                c.time_decay,
                c.u_shaped,
                c.markov,
                c.shapley,
                c.hazard,
            ];
            let name = Cell::Text(line.name.clone());
            std::iter::once(name).chain(all.map(Cell::Money)).collect()
        };
        Table {
            title: t!("answers-marketing-table-credit").into(),
            columns: vec![
                "name",
                "first",
                "last",
                "linear",
                "time_decay",
                "u_shaped",
                "markov",
                "shapley",
                "hazard",
            ],
            rows: if self.revenue > 0.0 { self.sources.iter().map(row).collect() } else { vec![] },
        }
    }

    /// What a unit of the early reading says, for the source whose young leads are worth most.
    #[must_use]
    pub fn early_sentence(&self) -> Option<String> {
        let ranked = self.sources.iter().filter(|line| line.young.leads >= 5 && !line.unsure);
        let best = ranked.max_by(|a, b| a.young.each.total_cmp(&b.young.each))?;
        Some(t!(
            "answers-marketing-early",
            name = best.name,
            each = about(best.young.each),
            currency = self.currency,
        ))
    }
}

impl MilestoneReached {
    fn cells(&self, source: &str) -> Vec<Cell> {
        vec![
            Cell::Text(source.to_owned()),
            Cell::Text(self.name.clone()),
            Cell::Count(self.reached),
            Cell::Share(self.rate),
            Cell::Share(self.low),
            Cell::Share(self.high),
            self.median_days.map_or(Cell::Empty, Cell::Count),
            Cell::money(self.cost),
            Cell::money(self.cost_low),
            Cell::money(self.cost_high),
        ]
    }
}

fn ways(ways: &[Way]) -> Table {
    let row = |way: &Way| {
        vec![
            Cell::Text(way.name.into()),
            Cell::Text(way.says.into()),
            Cell::Text(way.cannot.into()),
        ]
    };
    Table {
        title: t!("answers-marketing-table-ways").into(),
        columns: vec!["way", "says", "cannot_say"],
        rows: ways.iter().map(row).collect(),
    }
}

impl By {
    /// The word for one of them in a text.
    fn key(self) -> &'static str {
        match self {
            By::Source => "source",
            By::Medium => "medium",
            By::Campaign => "campaign",
            By::Landing => "landing",
        }
    }

    /// What one of them is called.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            By::Source => "source",
            By::Medium => "medium",
            By::Campaign => "campaign",
            By::Landing => "landing page",
        }
    }
}
