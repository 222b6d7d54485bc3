//! How well the end of a deal is told from the first so many of its events: the protocol of the literature on
//! predicting outcomes (Teinemaa et al. 2019), for the columns that the forecast goes by.
//!
//! Deals are put in the order of their beginning; the first 80 in 100 are learned from, as far as they had ended when
//! the first of the others began. Each prefix of a deal is a case: the first event, the first two, and so on. For each
//! length the area under the curve is measured on the other deals; the mean over lengths is weighed by how many deals
//! are that long. Whole lives contain the outcome itself and what follows from it; the stricter figure ends each prefix
//! before the outcome.

use ledger::book::Book;
use ledger::deal::{Deal, Entry};
use ledger::money::Money;
use ledger::path::{Path, Reader};
use ledger::process::Process;
use ledger::time::Moment;
use serde::Serialize;

use super::design::{Bits, Design, Sparse};
use super::facts::Facts;
use super::hazard::{Columns, Fitted, Sample, chance, fit, log_odds};
use crate::stats::quantile::median;
use crate::stats::score::judge_odds;

/// The part of the deals that is learned from.
const LEARNED: f64 = 0.8;
/// Prefixes are so long at most.
const LONGEST: usize = 40;

/// How well one outcome is told.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// The raw name of the event that is the outcome.
    pub outcome: String,
    /// The area under the curve, of prefixes of whole lives.
    pub auc: Option<f64>,
    /// The same of prefixes that end before any outcome.
    pub auc_before: Option<f64>,
    /// Deals that were learned from.
    pub learned: usize,
    /// Deals that were judged.
    pub judged: usize,
}

/// A deal that had one of the outcomes.
struct Case {
    begun: Moment,
    ended: Moment,
    outcome: usize,
    /// What was known after each event, and whether that was before the outcome.
    prefixes: Vec<(Moment, Facts, bool)>,
}

/// Tells each of some outcomes, named by their raw events; a deal has the one that comes first.
#[must_use]
pub fn outcomes(book: &Book, process: &Process, names: &[String]) -> Vec<Told> {
    let (reader, bits) = (Reader::new(process, book), Bits::new(book));
    let case = |deal: &Deal| Case::read(deal, book, &reader, &bits, names);
    let mut cases: Vec<Case> = book.deals().iter().filter_map(case).collect();
    cases.sort_by_key(|case| case.begun);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share")]
    let split = (cases.len() as f64 * LEARNED) as usize;
    let Some(first) = cases.get(split).map(|case| case.begun) else { return Vec::new() };
    let judged = cases.split_off(split);
    cases.retain(|case| case.ended < first);
    let tell = |(outcome, name): (usize, &String)| {
        let score = |strict: bool| {
            Teller::learn(&cases, outcome, strict, book, process, &bits)?.judge(&judged)
        };
        Told {
            outcome: name.clone(),
            auc: score(false),
            auc_before: score(true),
            learned: cases.len(),
            judged: judged.len(),
        }
    };
    names.iter().enumerate().map(tell).collect()
}

impl Case {
    fn read(
        deal: &Deal,
        book: &Book,
        reader: &Reader,
        bits: &Bits,
        names: &[String],
    ) -> Option<Case> {
        let raw = |entry: &Entry| entry.name.map(|name| book.raw(name));
        let which = |entry: &Entry| names.iter().position(|name| Some(name.as_str()) == raw(entry));
        let mut outcome = None;
        let begun = deal.entries.first()?.at;
        let (mut facts, mut path) = (Facts::none(begun), Path::default());
        let mut prefixes = Vec::new();
        reader.read_known(deal, Moment::MAX, &mut path, |path, state, entry| {
            outcome = outcome.or(which(entry).map(|outcome| (outcome, entry.at)));
            facts.learn(path, state, entry, (book, deal, Moment::MAX), bits);
            if prefixes.len() < LONGEST {
                prefixes.push((entry.at, facts, outcome.is_none()));
            }
        });
        let (outcome, ended) = outcome?;
        Some(Case { begun, ended, outcome, prefixes })
    }

    fn prefixes(&self, strict: bool) -> impl Iterator<Item = (usize, &(Moment, Facts, bool))> {
        self.prefixes.iter().enumerate().filter(move |(_, prefix)| prefix.2 || !strict)
    }
}

/// In whatever currency it is: a bank's offers have one.
fn worth(facts: &Facts) -> Option<f64> {
    facts.amount.map(Money::major)
}

/// What was learned of one outcome.
struct Teller {
    design: Design,
    fitted: Fitted,
    outcome: usize,
    strict: bool,
}

impl Teller {
    fn learn(
        cases: &[Case],
        outcome: usize,
        strict: bool,
        book: &Book,
        process: &Process,
        bits: &Bits,
    ) -> Option<Teller> {
        let rows: Vec<(Moment, &Facts)> =
            cases.iter().flat_map(|case| case.prefixes(strict)).map(|(_, p)| (p.0, &p.1)).collect();
        let mut amounts: Vec<f64> = rows.iter().filter_map(|(_, facts)| worth(facts)).collect();
        let usual = median(&mut amounts).unwrap_or(0.0);
        let design = Design::learn(&rows, process.milestones.len() + 1, book, bits, usual, &worth);
        let (mut columns, mut shared) = (Columns::default(), Sparse::new());
        let level = u32::try_from(design.columns()).unwrap_or(0);
        for case in cases {
            for (_, (at, facts, _)) in case.prefixes(strict) {
                design.row(facts, *at, worth(facts), &mut shared);
                columns.begin(&shared);
                columns.part(&[(level, 1.0)]);
            }
        }
        let mut sample = Sample::of(&columns);
        for case in cases {
            let came = case.outcome == outcome;
            case.prefixes(strict).for_each(|_| sample.next(1, came, 1.0, 1.0));
        }
        let (n, yes) = sample.counts();
        let mut penalties = design.penalties();
        // One deal has many prefixes: together they are one fact.
        let again = n as f32 / cases.len().max(1) as f32;
        penalties.iter_mut().for_each(|penalty| *penalty *= again);
        penalties.push(0.02);
        let mut guess = vec![0.0; penalties.len()];
        guess[design.columns()] = (yes as f64 / (n - yes).max(1) as f64).max(1e-6).ln();
        let fitted = (yes > 0).then(|| fit(&sample, &penalties, Fitted::guess(guess)))?;
        Some(Teller { design, fitted, outcome, strict })
    }

    /// The area under the curve, on average over lengths.
    fn judge(&self, cases: &[Case]) -> Option<f64> {
        let mut by_length = vec![Vec::new(); LONGEST];
        let mut shared = Sparse::new();
        let level = [(u32::try_from(self.design.columns()).unwrap_or(0), 1.0)];
        for case in cases {
            for (length, (at, facts, _)) in case.prefixes(self.strict) {
                self.design.row(facts, *at, worth(facts), &mut shared);
                let odds = chance(log_odds(&shared, &level, &self.fitted.weights));
                by_length[length].push((odds, case.outcome == self.outcome));
            }
        }
        let (mut sum, mut n) = (0.0, 0.0);
        for told in &by_length {
            if let Some(auc) = judge_odds(told).and_then(|score| score.auc) {
                sum += auc * told.len() as f64;
                n += told.len() as f64;
            }
        }
        (n > 0.0).then(|| sum / n)
    }
}

#[cfg(test)]
mod tests {
    use ledger::book::Book;
    use ledger::time::Moment;

    use super::outcomes;
    use crate::demo::dice::Dice;
    use crate::provisional::provisional_before;
    use crate::tests_support::{act, on};

    /// Every deal is met, then goes well or not, and ends well in nine of ten that went well, in one of ten of the
    /// others. One event tells nothing, two order nine in ten pairs rightly, three are the outcome itself.
    #[test]
    fn what_can_be_told_is_told() {
        let mut dice = Dice::new(5, 1);
        let mut events = Vec::new();
        for deal in 0..3000 {
            let well = dice.chance(0.5);
            let yes = dice.chance(if well { 0.9 } else { 0.1 });
            let names =
                ["Met", if well { "Well" } else { "Badly" }, if yes { "Yes" } else { "No" }];
            for (day, name) in (deal / 10..).step_by(3).zip(names) {
                events.push(on(day, &format!("D{deal:04}"), act(name)));
            }
        }
        let book = Book::of(Moment::MAX, &events);
        let process = provisional_before(Moment::MAX, &book).unwrap_or_default();
        let names = ["Yes", "No"].map(str::to_owned);
        for told in outcomes(&book, &process, &names) {
            let (whole, before) = (told.auc.unwrap(), told.auc_before.unwrap());
            assert!((before - (0.5 + 0.9) / 2.0).abs() < 0.03, "{told:?}");
            assert!((whole - (0.5 + 0.9 + 1.0) / 3.0).abs() < 0.03, "{told:?}");
            assert!((2300..2400).contains(&told.learned) && told.judged == 600, "{told:?}");
        }
    }
}
