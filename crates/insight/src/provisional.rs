//! The process as the data has it, until somebody publishes one: the stages of the source system in
//! their usual order, or, where there are none, the activities that most sales have.
//!
//! This is a first reading, not a finding: which of these are milestones is for discovery to say.

use ledger::book::Book;
use ledger::deal::{Deal, Entry, State, What};
use ledger::process::{Milestone, Process};
use ledger::time::Moment;

use crate::stats::borda::borda;

/// A stage counts if at least this share of deals met it.
const STAGE_SHARE: f64 = 0.01;
/// An activity counts if at least this share of won deals met it before the win.
const ACTIVITY_SHARE: f64 = 0.5;
/// Names that are compared with one another, at most.
const MOST: usize = 30;
/// Activities this close together, in milliseconds, were entered in one go.
const TOGETHER: u64 = 60_000;
/// Names that come together in this share of the deals that have either are one milestone.
const ALWAYS: f64 = 0.95;

/// The process of the book's own stages or activities; `None` if it names none.
#[must_use]
pub fn provisional(book: &Book) -> Option<Process> {
    provisional_before(Moment::MAX, book)
}

/// The same from what was known before `cut`: a forecast of a past day must not know the stages and
/// activities of later ones.
#[must_use]
pub fn provisional_before(cut: Moment, book: &Book) -> Option<Process> {
    let entries = book.deals().iter().flat_map(|deal| &deal.entries);
    let stages = entries.filter(|entry| entry.known < cut).any(|entry| is_stage(entry.what));
    let met = Meetings { cut, stages, names: book.raw_names().len() };
    let chosen = met.choose(book);
    let pairs = met.compare(book, &chosen);
    let mut groups = if stages { pairs.alone() } else { pairs.together() };
    groups.sort_by(|a, b| pairs.rank(b[0]).total_cmp(&pairs.rank(a[0])));
    let name = |i: &usize| chosen.iter().position(|place| place == &Some(*i)).unwrap_or(0);
    let names: Vec<&str> = book.raw_names().iter().collect();
    let milestone = |group: &Vec<usize>| Milestone {
        events: group[1..].iter().map(|i| names[name(i)].to_owned()).collect(),
        ..Milestone::named(names[name(&group[0])])
    };
    let milestones: Vec<_> = groups.iter().map(milestone).collect();
    let process = Process {
        name: "Provisional".into(),
        version: 0,
        provisional: true,
        milestones,
        ..Process::default()
    };
    (!process.milestones.is_empty()).then_some(process)
}

fn is_stage(what: What) -> bool {
    matches!(what, What::StageSet | What::Reached)
}

/// When deals meet names for the first time, while they are open.
struct Meetings {
    cut: Moment,
    stages: bool,
    names: usize,
}

impl Meetings {
    /// Hands over each name that a deal meets while it is open, at its first meeting, in order.
    fn first(&self, deal: &Deal, seen: &mut [bool], mut each: impl FnMut(usize, Moment)) {
        let mut state = State::Open;
        for entry in self.known(deal) {
            state = state.after(entry.what);
            let counts =
                if self.stages { is_stage(entry.what) } else { entry.what == What::Activity };
            let Some(name) = entry.name.filter(|_| counts && state == State::Open) else {
                continue;
            };
            if !std::mem::replace(&mut seen[name.index()], true) {
                each(name.index(), entry.at);
            }
        }
        for name in deal.entries.iter().filter_map(|entry| entry.name) {
            seen[name.index()] = false;
        }
    }

    fn known<'d>(&self, deal: &'d Deal) -> impl Iterator<Item = &'d Entry> {
        deal.entries.iter().filter(|entry| entry.known < self.cut)
    }

    fn is_won(&self, deal: &Deal) -> bool {
        self.known(deal).fold(State::Open, |state, entry| state.after(entry.what)) == State::Won
    }

    /// By name: its number among those that count, if it does.
    fn choose(&self, book: &Book) -> Vec<Option<usize>> {
        let (mut counts, mut seen) = (vec![0_usize; self.names], vec![false; self.names]);
        let any_won = book.deals().iter().any(|deal| self.is_won(deal));
        let counted = |deal: &&Deal| self.stages || !any_won || self.is_won(deal);
        let mut deals = 0;
        for deal in book.deals().iter().filter(counted) {
            deals += 1;
            self.first(deal, &mut seen, |name, _| counts[name] += 1);
        }
        let share = if self.stages { STAGE_SHARE } else { ACTIVITY_SHARE };
        let mut often: Vec<usize> = (0..self.names)
            .filter(|name| counts[*name] > 0 && counts[*name] as f64 >= share * f64::from(deals))
            .collect();
        often.sort_by_key(|name| std::cmp::Reverse(counts[*name]));
        often.truncate(MOST);
        let mut places = vec![None; self.names];
        for (i, name) in often.into_iter().enumerate() {
            places[name] = Some(i);
        }
        places
    }

    fn compare(&self, book: &Book, chosen: &[Option<usize>]) -> Pairs {
        let n = chosen.iter().flatten().count();
        let mut pairs =
            Pairs { n, before: vec![0.0; n * n], near: vec![0; n * n], met: vec![0; n] };
        let mut seen = vec![false; self.names];
        let mut meetings: Vec<(usize, Moment)> = Vec::new();
        for deal in book.deals() {
            meetings.clear();
            self.first(deal, &mut seen, |name, at| {
                meetings.extend(chosen[name].map(|place| (place, at)));
            });
            pairs.add(&meetings, self.stages);
        }
        pairs
    }
}

/// How names stand to one another over all deals.
struct Pairs {
    n: usize,
    /// In how many deals the row comes before the column; ties count half.
    before: Vec<f64>,
    /// In how many deals both come in one go.
    near: Vec<usize>,
    met: Vec<usize>,
}

impl Pairs {
    /// `told`: facts of one moment are in the order in which they happened.
    fn add(&mut self, meetings: &[(usize, Moment)], told: bool) {
        for (i, (first, at)) in meetings.iter().enumerate() {
            self.met[*first] += 1;
            for (second, later) in &meetings[i + 1..] {
                let (to, fro) = (first * self.n + second, second * self.n + first);
                let tie = at == later && !told;
                self.before[to] += if tie { 0.5 } else { 1.0 };
                self.before[fro] += if tie { 0.5 } else { 0.0 };
                if at.0.abs_diff(later.0) <= TOGETHER {
                    self.near[to] += 1;
                    self.near[fro] += 1;
                }
            }
        }
    }

    /// The mean share of deals in which it comes before another (a Borda count).
    fn rank(&self, i: usize) -> f64 {
        borda(&self.before, self.n, i)
    }

    fn alone(&self) -> Vec<Vec<usize>> {
        (0..self.n).map(|i| vec![i]).collect()
    }

    /// Names that nearly always come in one go belong together, the most frequent one first.
    fn together(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for i in 0..self.n {
            let joins = |j: usize| {
                let both = self.near[i * self.n + j] as f64;
                both >= ALWAYS * self.met[i].max(self.met[j]) as f64
            };
            match groups.iter_mut().find(|group| joins(group[0])) {
                Some(group) => group.push(i),
                None => groups.push(vec![i]),
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use ledger::book::Book;
    use ledger::event::Event;
    use ledger::time::Moment;

    use super::provisional;
    use crate::tests_support::{act, lost, on, stage, won};

    fn read(events: &[Event]) -> Vec<String> {
        let process = provisional(&Book::of(Moment::MAX, events));
        let milestones = process.map(|process| process.milestones).unwrap_or_default();
        milestones.iter().map(|m| m.recognised().collect::<Vec<_>>().join("+")).collect()
    }

    #[test]
    fn stages_serve_in_their_usual_order() {
        let events = [
            on(1, "A", stage("Qualified")),
            on(1, "A", stage("Proposal")),
            on(2, "A", act("Mail")),
            on(3, "A", won()),
            on(1, "B", stage("Qualified")),
            on(2, "B", stage("Trial")),
            on(5, "B", stage("Proposal")),
            on(6, "B", stage("Trial")),
        ];
        assert_eq!(read(&events), ["Qualified", "Trial", "Proposal"]);
    }

    #[test]
    fn without_stages_the_activities_of_most_sales_serve() {
        let mut events = Vec::new();
        for (deal, at) in [("A", 0), ("B", 10), ("C", 20)] {
            events.push(on(at, deal, act("Asked")));
            events.push(on(at, deal, act("Asked too")));
            events.push(on(at + 2, deal, act("Tried")));
            events.push(on(at + 3, deal, won()));
            events.push(on(at + 4, deal, act("Billed")));
        }
        events.push(on(1, "A", act("Rare")));
        events.push(on(5, "D", act("Refused")));
        events.push(on(6, "D", lost()));
        assert_eq!(read(&events), ["Asked+Asked too", "Tried"]);
    }

    #[test]
    fn no_events_no_process() {
        assert_eq!(read(&[on(1, "A", won())]), Vec::<String>::new());
    }
}
