//! What discovery reads: each deal's life, from its opening to its end, with the first time of each act.
//!
//! **An act is whatever a log names**: a stage that was set, a milestone, an activity, a call held, a
//! touch of marketing. Only what came while the deal was open counts as a step of its life; how often
//! an act came with or after the end is kept apart, for that is how an outcome is told from a step.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::deal::{Deal, Entry, State, What};
use ledger::names::Sym;
use ledger::time::{DAY_MS, Moment};

/// Acts this close together, in days, were entered in one go: a minute.
pub(super) const TOGETHER: f64 = 1.0 / 1440.0;

/// All lives, and what is known of each act.
pub(super) struct Lives {
    /// What each act is.
    pub(super) acts: Vec<Act>,
    pub(super) lives: Vec<Life>,
    /// Sales without a single step on record; they are left out.
    pub(super) silent: usize,
    steps: Vec<Step>,
}

/// One name of the log, over all deals.
#[derive(Clone, Debug, Default)]
pub(super) struct Act {
    /// The raw name.
    pub(super) name: String,
    /// A stage of the source system.
    pub(super) stage: bool,
    /// Ours to do by its nature: calls and marketing.
    pub(super) ours: bool,
    /// It is the raw name of a win or a loss.
    pub(super) end: bool,
    /// Deals that met it, at any time.
    pub(super) deals: u32,
    /// Closed deals that met it first with their end or after it.
    pub(super) with_end: u32,
    /// Closed deals that met it.
    pub(super) closed: u32,
    /// How often it came, repetitions among them: in all deals, and in won ones.
    pub(super) times: (u32, u32),
    /// Won deals that met it.
    pub(super) won: u32,
}

/// One deal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Life {
    /// When it was opened.
    pub(super) opened: Moment,
    first: usize,
    last: usize,
    /// Its age, in days, at its end or when we looked last.
    pub(super) end: f64,
    /// How it ended; open deals are censored.
    pub(super) won: Option<bool>,
    /// By how much it counts among closed deals, for those like it that are still open.
    pub(super) weight: f64,
}

/// The first time of an act in a life.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    /// The act.
    pub(super) act: usize,
    /// The deal's age in days.
    pub(super) at: f64,
}

impl Act {
    fn came(&mut self, state: State) {
        self.times.0 += 1;
        self.times.1 += u32::from(state == State::Won);
    }

    /// How often it comes in a sale that has it, on average.
    pub(super) fn repeats(&self) -> f64 {
        f64::from(self.times.1) / f64::from(self.won.max(1))
    }
}

impl Lives {
    /// The lives of all deals of `book`, looked at until `until`.
    pub(super) fn of(book: &Book, until: Moment) -> Lives {
        let mut lives =
            Lives { acts: names(book), lives: Vec::new(), silent: 0, steps: Vec::new() };
        let touches = touches(book, &mut lives.acts);
        let call = lives.acts.len();
        lives.acts.push(Act { name: "Call held".into(), ours: true, ..Act::default() });
        let mut seen = vec![None; lives.acts.len()];
        for deal in book.deals() {
            let extra = touches.get(book.text(deal.id)).map_or(&[][..], Vec::as_slice);
            let taken_back = book.taken_back(&deal.entries);
            lives.read((deal, &taken_back), until, (call, extra), &mut seen);
        }
        lives.weigh();
        lives
    }

    pub(super) fn steps(&self, life: &Life) -> &[Step] {
        &self.steps[life.first..life.last]
    }

    /// The same lives with acts put together: each group is one act, named after its first, that
    /// happens when the first of it happens. Acts in no group are left out.
    pub(super) fn together(&self, groups: &[Vec<usize>]) -> Lives {
        let mut number = vec![None; self.acts.len()];
        for (i, group) in groups.iter().enumerate() {
            group.iter().for_each(|act| number[*act] = Some(i));
        }
        let mut new = Lives {
            acts: groups.iter().map(|group| self.seldomest(group)).collect(),
            lives: Vec::with_capacity(self.lives.len()),
            silent: self.silent,
            steps: Vec::with_capacity(self.steps.len()),
        };
        for life in &self.lives {
            let first = new.steps.len();
            for step in self.steps(life) {
                let Some(act) = number[step.act] else { continue };
                if !new.steps[first..].iter().any(|known| known.act == act) {
                    new.steps.push(Step { act, at: step.at });
                }
            }
            new.lives.push(Life { first, last: new.steps.len(), ..*life });
        }
        new
    }

    /// The first act of a group, with the repetitions of the one that is repeated least: what a system
    /// writes down again and again beside a step does not make the step a routine.
    fn seldomest(&self, group: &[usize]) -> Act {
        let acts = group.iter().map(|act| &self.acts[*act]);
        let least = acts.min_by(|a, b| a.repeats().total_cmp(&b.repeats()));
        let (times, won) = least.map_or(((0, 0), 0), |act| (act.times, act.won));
        Act { times, won, ..self.acts[group[0]].clone() }
    }

    /// Deals that were won.
    pub(super) fn won(&self) -> impl Iterator<Item = &Life> {
        self.lives.iter().filter(|life| life.won == Some(true))
    }

    /// By act: how many sales have it.
    pub(super) fn support(&self) -> Vec<usize> {
        let mut support = vec![0; self.acts.len()];
        for step in self.won().flat_map(|life| self.steps(life)) {
            support[step.act] += 1;
        }
        support
    }

    fn read(
        &mut self,
        (deal, taken_back): (&Deal, &[Moment]),
        until: Moment,
        (call, touches): (usize, &[(usize, Moment)]),
        seen: &mut [Option<f64>],
    ) {
        let end = deal.closed_at.unwrap_or(until);
        let age = |at: Moment| days(at, deal.opened_at);
        let mut state = State::Open;
        let mut met: Vec<usize> = Vec::new();
        for entry in &deal.entries {
            state = state.after(entry.what);
            if entry.what == What::Undone {
                // A tick taken back by mistake never happened.
                if let Some(name) = entry.name {
                    seen[name.index()] = None;
                }
                continue;
            }
            let act = match entry.what {
                What::Activity | What::Reached | What::StageSet => entry.name.map(Sym::index),
                // Neither did a call that was logged by mistake.
                What::CallHeld if !taken_back.contains(&entry.known) => Some(call),
                _ => None,
            };
            let Some(act) = act else { continue };
            self.acts[act].came(deal.state);
            let between = state != State::Open && entry.at < end;
            if !between && !met.contains(&act) {
                met.push(act);
            }
            if !between && seen[act].is_none() {
                seen[act] = Some(age(entry.at));
            }
        }
        for (act, at) in touches.iter().filter(|(_, at)| *at >= deal.opened_at) {
            self.acts[*act].came(deal.state);
            if !met.contains(act) {
                met.push(*act);
            }
            seen[*act].get_or_insert(age(*at));
        }
        let first = self.steps.len();
        let (end, closed) = (age(end), !deal.is_open());
        for act in met {
            let Some(at) = seen[act].take() else { continue };
            self.count(act, at, end, closed);
            self.acts[act].won += u32::from(deal.state == State::Won);
            if at <= end {
                self.steps.push(Step { act, at });
            }
        }
        self.steps[first..].sort_by(|a, b| a.at.total_cmp(&b.at));
        let won = closed.then_some(deal.state == State::Won);
        let last = self.steps.len();
        if won == Some(true) && first == last {
            self.silent += 1;
            return;
        }
        self.lives.push(Life { opened: deal.opened_at, first, last, end, won, weight: 0.0 });
    }

    fn count(&mut self, act: usize, at: f64, end: f64, closed: bool) {
        let act = &mut self.acts[act];
        act.deals += 1;
        if closed {
            act.closed += 1;
            act.with_end += u32::from(at >= end - TOGETHER);
        }
    }

    /// Inverse probability of censoring: a deal that took `t` days counts for those that were looked
    /// at for a shorter time and may take as long (Robins and Rotnitzky 1992), ten at most.
    fn weigh(&mut self) {
        const MOST: f64 = 10.0;
        let mut order: Vec<usize> = (0..self.lives.len()).collect();
        order.sort_by(|a, b| self.lives[*a].end.total_cmp(&self.lives[*b].end));
        let mut at_risk = order.len() as f64;
        let mut uncensored = 1.0;
        for i in order {
            let life = &mut self.lives[i];
            match life.won {
                Some(_) => life.weight = (1.0_f64 / uncensored).min(MOST),
                None => uncensored *= 1.0 - 1.0 / at_risk.max(1.0),
            }
            at_risk -= 1.0;
        }
    }
}

/// The raw names of the book.
fn names(book: &Book) -> Vec<Act> {
    let act = |name: &str| Act { name: name.to_owned(), ..Act::default() };
    let mut acts: Vec<Act> = book.raw_names().iter().map(act).collect();
    for entry in book.deals().iter().flat_map(|deal| &deal.entries) {
        let Some(name) = entry.name else { continue };
        acts[name.index()].stage |= is_stage(entry);
        if matches!(entry.what, What::Won | What::Lost) {
            acts[name.index()].end = true;
            acts[name.index()].deals += 1;
        }
    }
    acts
}

fn is_stage(entry: &Entry) -> bool {
    matches!(entry.what, What::StageSet | What::Reached)
}

/// By deal: which touches it had, and when. Touches are acts of their own.
fn touches<'b>(book: &'b Book, acts: &mut Vec<Act>) -> BTreeMap<&'b str, Vec<(usize, Moment)>> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: BTreeMap<&str, Vec<(usize, Moment)>> = BTreeMap::new();
    for touch in book.touches() {
        let Some(deal) = touch.deal else { continue };
        let what = book.text_of(touch.medium.or(touch.source)).unwrap_or("unnamed");
        let name = format!("Touch: {what}");
        let act = *numbers.entry(name).or_insert_with_key(|name| {
            acts.push(Act { name: name.clone(), ours: true, ..Act::default() });
            acts.len() - 1
        });
        found.entry(book.text(deal)).or_default().push((act, touch.at));
    }
    found
}

fn days(at: Moment, from: Moment) -> f64 {
    (at.0 - from.0).max(0) as f64 / DAY_MS as f64
}
