//! What a team would use instead: the methods that a forecast has to beat. None learns; all can be
//! worked out in a spreadsheet.

use ledger::book::Book;
use ledger::deal::Deal;
use ledger::path::{Path, Reader};
use ledger::process::Process;
use ledger::time::{DAY_MS, Day, Moment};

use crate::forecast::Ask;
use crate::history::{History, Run};
use crate::stats::quantile::median;

/// New business is what this many past periods, a week apart, got on average.
const RECENT: usize = 26;

/// What simple methods say of the days that start with a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Simple {
    /// The last period of the same length again.
    pub run_rate: f64,
    /// Open deals dated in the period, weighted by the win rate of their stage, and new business.
    pub weighted: f64,
    /// The mean of all past periods of the same length; absent before the first has passed.
    pub mean: Option<f64>,
    /// Open deals committed to and dated in the period; absent where nobody ever commits.
    pub commit: Option<f64>,
}

/// Every win of a history.
pub(super) struct Wins(Vec<Win>);

struct Win {
    deal: usize,
    opened: Moment,
    at: Moment,
    value: f64,
}

impl Wins {
    /// A win is worth what was known of its amount then, else the median win.
    pub(super) fn of(
        history: &History,
        book: &Book,
        amount: &dyn Fn(&Deal) -> Option<f64>,
    ) -> Wins {
        let worth = |run: &Run| worth(run, book, amount);
        let won = || history.runs.iter().filter(|run| run.end.is_some_and(|end| end.1));
        let usual = median(&mut won().filter_map(worth).collect::<Vec<_>>()).unwrap_or(0.0);
        let win = |run: &Run| {
            let value = worth(run).unwrap_or(usual);
            Some(Win { deal: run.deal, opened: run.from, at: run.end?.0, value })
        };
        Wins(won().filter_map(win).collect())
    }

    /// What was won from a moment on and before another: a deal that was opened again and won once more counts once.
    pub(super) fn between(&self, from: Moment, to: Moment) -> f64 {
        let inside = |win: &Win| (from..to).contains(&win.at);
        let again = |i: usize, win: &Win| {
            let later = self.0[i + 1..].iter().take_while(|later| later.deal == win.deal);
            later.into_iter().any(inside)
        };
        let wins = self.0.iter().enumerate().filter(|(i, win)| inside(win) && !again(*i, win));
        wins.map(|(_, win)| win.value).sum()
    }

    /// Whether a deal was.
    pub(super) fn has(&self, deal: usize, from: Moment, to: Moment) -> bool {
        let at = self.0.partition_point(|win| win.deal < deal);
        let own = self.0[at..].iter().take_while(|win| win.deal == deal);
        own.into_iter().any(|win| (from..to).contains(&win.at))
    }

    /// The same of deals opened from then on.
    fn new_between(&self, from: Moment, to: Moment) -> f64 {
        let new = self.0.iter().filter(|win| win.opened >= from);
        new.filter(|win| (from..to).contains(&win.at)).map(|win| win.value).sum()
    }
}

/// What a run is worth: its amount as known then, in the reporting currency.
fn worth(run: &Run, book: &Book, amount: &dyn Fn(&Deal) -> Option<f64>) -> Option<f64> {
    let deal = &book.deals()[run.deal];
    let (then, now) = (run.amount?, deal.known.amount?);
    let rate = if now.minor == 0 { 1.0 } else { amount(deal)? / now.major() };
    Some(then.major() * rate)
}

impl Simple {
    /// Applies them all at a date, with the history known then.
    pub(super) fn say(then: &History, book: &Book, process: &Process, ask: &Ask) -> Simple {
        let wins = Wins::of(then, book, ask.amount);
        let length = ask.to.0 - ask.from.0;
        let date = ask.as_of;
        let first = then.runs.iter().map(|run| run.from).min().unwrap_or(date);
        let starts = (0..).map(|week| Moment(date.0 - length - week * 7 * DAY_MS));
        let starts: Vec<Moment> = starts.take_while(|start| *start >= first).collect();
        let end = |start: &Moment| Moment(start.0 + length);
        let whole = starts.iter().map(|start| wins.between(*start, end(start)));
        let new = starts.iter().take(RECENT).map(|start| wins.new_between(*start, end(start)));
        let open = Open::read(then, book, process, ask);
        Simple {
            run_rate: wins.between(Moment(date.0 - length), date),
            mean: mean(whole),
            weighted: open.weighted + mean(new).unwrap_or(0.0),
            commit: open.commit,
        }
    }
}

fn mean(numbers: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let n = numbers.len();
    (n > 0).then(|| numbers.sum::<f64>() / n as f64)
}

/// What open deals bring by their stage and their date.
struct Open {
    weighted: f64,
    commit: Option<f64>,
}

impl Open {
    fn read(then: &History, book: &Book, process: &Process, ask: &Ask) -> Open {
        let rates = win_rates(then, process.milestones.len() + 1);
        let reader = Reader::new(process, book);
        let (mut path, mut open) = (Path::default(), Open { weighted: 0.0, commit: None });
        let mut parts = Vec::new();
        let commits = |category: Option<&str>| category.is_some_and(is_commit);
        for (run, spell) in then.standing() {
            let deal = &book.deals()[run.deal];
            let (mut close, mut category) = (None, None);
            reader.read_known(deal, ask.as_of, &mut path, |_, _, entry| {
                if let Some(values) = book.values(entry) {
                    close = values.expected_close.or(close);
                    category = values.category.or(category);
                }
            });
            let worth = worth(run, book, ask.amount).unwrap_or(0.0);
            let dated = close.is_none_or(|close: Day| close.start() < ask.to);
            if dated {
                parts.push(rates[spell.place] * worth);
            }
            if commits(book.text_of(category)) {
                let inside = if dated && close.is_some() { worth } else { 0.0 };
                *open.commit.get_or_insert(0.0) += inside;
            }
        }
        // In an order that does not depend on that of the deals.
        parts.sort_by(f64::total_cmp);
        open.weighted = parts.iter().sum();
        open
    }
}

fn is_commit(category: &str) -> bool {
    matches!(category.trim().to_lowercase().as_str(), "commit" | "forecast" | "committed")
}

/// Of the closed deals that were at a place, the share that was won.
fn win_rates(then: &History, places: usize) -> Vec<f64> {
    let (mut met, mut won) = (vec![0.0; places], vec![0.0; places]);
    let mut last: Vec<Option<usize>> = vec![None; places];
    for spell in &then.spells {
        let Some((_, is_won)) = then.runs[spell.run].end else { continue };
        if last[spell.place].replace(spell.run) != Some(spell.run) {
            met[spell.place] += 1.0;
            won[spell.place] += f64::from(u8::from(is_won));
        }
    }
    met.iter().zip(won).map(|(met, won): (&f64, f64)| won / met.max(1.0)).collect()
}
