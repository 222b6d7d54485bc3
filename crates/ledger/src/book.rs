//! The fold: all deals as known at a moment.
//!
//! A book takes events in any order and leaves out what was not yet known at its moment. A deal's
//! facts are replayed in the order in which they *happened*. Which raw event stands for which
//! milestone is not decided here: a [`Reader`](crate::path::Reader) reads a deal under a process.
//!
//! A copy is cheap and shares what is the same, so the next book, some facts later, is made of a copy of
//! the one that is being read.

mod narrow;
mod reading;

use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use crate::call::{Call, Plan};
use crate::commitment::{Commitment, End};
use crate::company::{Given, Quota, Rate, Spend, Touch};
use crate::deal::{Deal, Entry, Known, Paper, Place, What};
use crate::event::{Event, Fact, Values};
use crate::memo::Memo;
use crate::names::{HASHER, Names};
use crate::pages::Pages;
use crate::process::Process;
use crate::time::Moment;

/// How many facts wait for their deals at most: they bound the memory beside the book.
const PENDING: usize = 1 << 21;

/// So few pending facts are taken one by one, without looking at all other deals.
const FEW: usize = 64;

/// All deals as known at a moment, and what is known beside them.
#[derive(Clone, Debug)]
pub struct Book {
    cut: Moment,
    texts: Names,
    raw: Names,
    /// Deal ids; the index of a number is the deal's place.
    ids: Names,
    deals: Pages<Deal>,
    sets: Pages<Known>,
    /// For each deal, the set of values that it got last, and its hash.
    newest_sets: Pages<Option<(u64, Place)>>,
    papers: Pages<Paper>,
    /// Facts that no deal has taken yet, with the places of their deals.
    pending: Vec<(u32, Entry)>,
    /// Whether some deals have taken facts that they do not count yet.
    absorbed: bool,
    processes: Vec<(Moment, Process)>,
    quotas: Vec<Quota>,
    rates: Vec<Rate>,
    touches: Pages<Touch>,
    spends: Vec<Spend>,
    given: Vec<Given>,
    /// When the imports were recorded whose facts are left out.
    undone: Vec<Moment>,
    /// Whether it holds facts of one of them.
    torn: bool,
    events: u64,
    /// When the first of the facts that are left out was known.
    withheld: Moment,
    latest_event: Moment,
    latest_known: Moment,
    memo: Arc<Memo>,
}

impl Book {
    /// An empty book of what was known before `cut`.
    #[must_use]
    pub fn before(cut: Moment) -> Book {
        Book::without(cut, Vec::new())
    }

    /// The same, that leaves out what was imported at some moments: see [`Book::torn`].
    #[must_use]
    pub fn without(cut: Moment, undone: Vec<Moment>) -> Book {
        Book {
            undone,
            torn: false,
            cut,
            texts: Names::default(),
            raw: Names::default(),
            ids: Names::default(),
            deals: Pages::default(),
            sets: Pages::default(),
            newest_sets: Pages::default(),
            papers: Pages::default(),
            pending: Vec::new(),
            absorbed: false,
            processes: Vec::new(),
            quotas: Vec::new(),
            rates: Vec::new(),
            touches: Pages::default(),
            spends: Vec::new(),
            given: Vec::new(),
            events: 0,
            withheld: Moment::MAX,
            latest_event: Moment::MIN,
            latest_known: Moment::MIN,
            memo: Arc::default(),
        }
    }

    /// The book of some events, settled.
    pub fn of<'e, S, I>(cut: Moment, events: I) -> Book
    where
        S: AsRef<str> + Ord + 'e,
        I: IntoIterator<Item = &'e Event<S>>,
    {
        let mut book = Book::before(cut);
        for event in events {
            book.push(event);
        }
        book.settle();
        book
    }

    /// The imports to leave out, where some of their facts were taken before it was known that they are undone:
    /// this book is of no use, and one that is made [`Book::without`] them from the beginning is right.
    #[must_use]
    pub fn torn(&self) -> Option<&[Moment]> {
        self.torn.then_some(self.undone.as_slice())
    }

    /// Whether an event was brought by an import that was undone.
    pub fn leaves_out<S: AsRef<str>>(&self, event: &Event<S>) -> bool {
        self.undone.contains(&event.recorded_at) && event.system.as_ref() != "milepost"
    }

    /// Takes one event, unless it was not yet known. Call [`Book::settle`] before reading deals.
    pub fn push<S: AsRef<str> + Ord>(&mut self, event: &Event<S>) {
        let place = self.place_of(event);
        self.push_at(place, event);
    }

    /// The same for many: their deals are looked up first, one right after the other, so that the
    /// processor waits for memory once rather than each time.
    pub fn push_all<S: AsRef<str> + Ord>(&mut self, events: &[Event<S>]) {
        let places: Vec<_> = events.iter().map(|event| self.place_of(event)).collect();
        for (event, place) in events.iter().zip(places) {
            self.push_at(place, event);
        }
    }

    /// The place of the deal that an event is about, if it was known in time and says something of
    /// the deal itself.
    fn place_of<S: AsRef<str> + Ord>(&mut self, event: &Event<S>) -> Option<u32> {
        let deal = event.deal.as_ref().filter(|_| event.known_at < self.cut)?;
        if self.leaves_out(event) {
            return None;
        }
        what(&event.fact).map(|_| self.place(deal.as_ref()))
    }

    fn push_at<S: AsRef<str> + Ord>(&mut self, place: Option<u32>, event: &Event<S>) {
        if let Fact::ImportUndone { imported_at } = &event.fact {
            if !self.undone.contains(imported_at) {
                self.undone.push(*imported_at);
                self.torn = true;
            }
            return;
        }
        if self.leaves_out(event) {
            return;
        }
        if event.known_at >= self.cut {
            self.withheld = self.withheld.min(event.known_at);
            return;
        }
        self.events += 1;
        self.latest_event = self.latest_event.max(event.known_at);
        // That we said something tells nothing of how far the company's record reaches.
        if !matches!(event.fact, Fact::ForecastGiven { .. }) {
            self.latest_known = self.latest_known.max(event.known_at);
        }
        match place {
            Some(place) => self.push_deal(place, event),
            None => self.push_company(event),
        }
    }

    /// Brings every deal that got new facts up to date.
    pub fn settle(&mut self) {
        let (sets, papers) = (&self.sets, &self.papers);
        if !self.absorbed && self.pending.len() <= FEW {
            for (place, entry) in self.pending.drain(..) {
                let deal = self.deals.own(place as usize);
                deal.take(std::iter::once(entry));
                deal.settle(sets, papers);
            }
            return;
        }
        self.absorb();
        self.pending = Vec::new();
        self.absorbed = false;
        let (sets, papers) = (&self.sets, &self.papers);
        for (_, deals) in self.deals.own_where(|_, deal| !deal.is_settled()) {
            for deal in deals.iter_mut().filter(|deal| !deal.is_settled()) {
                deal.settle(sets, papers);
            }
        }
    }

    /// Gives the pending facts to their deals. They are put together by deal first (a counting
    /// sort), so that each deal is touched once rather than once a fact.
    fn absorb(&mut self) {
        let mut ends = vec![0_u32; self.deals.len()];
        for (place, _) in &self.pending {
            ends[*place as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        let mut order = vec![0_u32; self.pending.len()];
        for ((place, _), i) in self.pending.iter().zip(0..) {
            let end = &mut ends[*place as usize];
            order[*end as usize] = i;
            *end += 1;
        }
        let new = |place: usize| {
            let start = place.checked_sub(1).map_or(0, |before| ends[before]);
            &order[start as usize..ends[place] as usize]
        };
        for (first, deals) in self.deals.own_where(|place, _| !new(place).is_empty()) {
            for (deal, place) in deals.iter_mut().zip(first..) {
                deal.take(new(place).iter().map(|i| self.pending[*i as usize].1));
            }
        }
        self.pending.clear();
        self.absorbed = true;
    }

    fn push_deal<S: AsRef<str> + Ord>(&mut self, place: u32, event: &Event<S>) {
        let Some(what) = what(&event.fact) else { return };
        let entry = Entry {
            at: event.happened_at,
            known: event.known_at,
            order: event.order,
            name: event.fact.raw_name().map(|name| self.raw.intern(name)),
            text: text(&event.fact).map(|text| self.texts.intern(text)),
            actor: event.actor.as_ref().map(|actor| self.texts.intern(actor.as_ref())),
            attached: self.attach(place, event),
            what,
        };
        self.pending.push((place, entry));
        if self.pending.len() == PENDING {
            self.absorb();
        }
    }

    fn place(&mut self, id: &str) -> u32 {
        let place = self.ids.intern(id).index();
        if place == self.deals.len() {
            self.deals.push(Deal::new(self.texts.intern(id)));
            self.newest_sets.push(None);
        }
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    fn attach<S: AsRef<str> + Ord>(&mut self, place: u32, event: &Event<S>) -> Option<Place> {
        if let Some(paper) = self.paper_of(event) {
            self.papers.push(paper);
            return Place::last_of(self.papers.len());
        }
        if event.values.is_empty() {
            return None;
        }
        // Exports repeat a deal's values on every row: hold them once.
        let hash = hash(&event.values);
        let newest = self.newest_sets[place as usize];
        if let Some((_, same)) = newest.filter(|(before, _)| *before == hash) {
            return Some(same);
        }
        let set = self.known(&event.values);
        self.sets.push(set);
        let number = Place::last_of(self.sets.len());
        *self.newest_sets.own(place as usize) = number.map(|number| (hash, number));
        number
    }

    fn known<S: AsRef<str> + Ord>(&mut self, values: &Values<S>) -> Known {
        let mut sym = |text: &Option<S>| text.as_ref().map(|t| self.texts.intern(t.as_ref()));
        Known {
            name: sym(&values.name),
            account: sym(&values.account),
            owner: sym(&values.owner),
            source: sym(&values.source),
            kind: sym(&values.kind),
            category: sym(&values.category),
            pipeline: sym(&values.pipeline),
            amount: values.amount,
            expected_close: values.expected_close,
            fields: values.fields.as_ref().map(|fields| {
                let pairs = fields.iter();
                let mut intern = |text: &S| self.texts.intern(text.as_ref());
                Box::new(pairs.map(|(k, v)| (intern(k), intern(v))).collect())
            }),
        }
    }

    fn paper_of<S: AsRef<str> + Ord>(&mut self, event: &Event<S>) -> Option<Paper> {
        let texts = &mut self.texts;
        let mut sym = |text: &S| texts.intern(text.as_ref());
        Some(match &event.fact {
            Fact::CallPlanned { call, objective, milestone, fallback, planned_for } => {
                let plan = Plan {
                    objective: sym(objective),
                    milestone: milestone.as_ref().map(&mut sym),
                    fallback: fallback.as_ref().map(&mut sym),
                    at: *planned_for,
                };
                Paper::Plan(Call { id: sym(call), plan: Some(plan), held: None })
            }
            Fact::CallHeld { call, outcome, gained, note } => Paper::Held {
                call: sym(call),
                outcome: *outcome,
                gained: gained.iter().map(&mut sym).collect(),
                note: note.as_ref().map(&mut sym),
            },
            Fact::CommitmentMade { commitment, milestone, due, by } => Paper::Made(Commitment {
                id: sym(commitment),
                milestone: sym(milestone),
                due: *due,
                by: by.as_ref().map(&mut sym),
                made_at: event.happened_at,
                renegotiated: 0,
                ended: None,
            }),
            Fact::CommitmentKept { commitment } => {
                Paper::Ended { commitment: sym(commitment), end: End::Kept }
            }
            Fact::CommitmentBroken { commitment, .. } => {
                Paper::Ended { commitment: sym(commitment), end: End::Broken }
            }
            Fact::CommitmentRenegotiated { commitment, due } => {
                Paper::Ended { commitment: sym(commitment), end: End::NewDate(*due) }
            }
            Fact::TakenBack { said_at } => Paper::TakenBack { said_at: *said_at },
            _ => return None,
        })
    }

    /// Takes a fact that is not about a deal.
    fn push_company<S: AsRef<str> + Ord>(&mut self, event: &Event<S>) {
        let texts = &mut self.texts;
        let mut sym = |text: &S| texts.intern(text.as_ref());
        match &event.fact {
            Fact::ProcessPublished { process } => {
                self.processes.push((event.known_at, process.clone()));
                self.processes.sort_by_key(|(known, process)| (*known, process.version));
            }
            Fact::QuotaSet { owner, from, to, amount } => {
                let owner = owner.as_ref().map(&mut sym);
                let (amount, known) = (*amount, event.known_at);
                let quota = Quota { owner, from: *from, to: *to, amount, known };
                let same = |q: &&mut Quota| (q.owner, q.from, q.to) == (owner, *from, *to);
                match self.quotas.iter_mut().find(same) {
                    Some(newer) if newer.known > known => {}
                    Some(older) => *older = quota,
                    None => self.quotas.push(quota),
                }
            }
            Fact::RateSet { from, to, rate, day } => {
                if let Ok(rate) = rate.as_ref().parse() {
                    self.rates.push(Rate { from: *from, to: *to, rate, day: *day });
                }
            }
            Fact::ForecastGiven { from, to, mean, p10, p50, p90, method } => {
                let (at, method) = (event.happened_at, sym(method));
                let [mean, p10, p50, p90] = [mean, p10, p50, p90].map(|money| *money);
                self.given.push(Given { at, from: *from, to: *to, mean, p10, p50, p90, method });
            }
            Fact::SpendRecorded { source, campaign, from, to, amount } => {
                let (source, campaign) = (sym(source), campaign.as_ref().map(&mut sym));
                let (from, to, amount, known) = (*from, *to, *amount, event.known_at);
                let spend = Spend { source, campaign, from, to, amount, known };
                let of = |s: &Spend| (s.source, s.campaign, s.from, s.to);
                match self.spends.iter_mut().find(|s| of(s) == of(&spend)) {
                    Some(newer) if newer.known > known => {}
                    Some(older) => *older = spend,
                    None => self.spends.push(spend),
                }
            }
            Fact::TouchRecorded { lead, source, medium, campaign, page } => {
                let touch = Touch {
                    lead: sym(lead),
                    deal: event.deal.as_ref().map(&mut sym),
                    at: event.happened_at,
                    source: source.as_ref().map(&mut sym),
                    medium: medium.as_ref().map(&mut sym),
                    campaign: campaign.as_ref().map(&mut sym),
                    page: page.as_ref().map(&mut sym),
                    known: event.known_at,
                };
                self.touches.push(touch);
            }
            _ => {}
        }
    }
}

/// A hash of what values say.
fn hash<S: AsRef<str> + Ord>(values: &Values<S>) -> u64 {
    let mut hasher = HASHER.build_hasher();
    let texts = [&values.name, &values.account, &values.owner, &values.source, &values.kind];
    for text in texts.into_iter().chain([&values.category, &values.pipeline]) {
        text.as_ref().map(AsRef::as_ref).hash(&mut hasher);
    }
    (values.amount, values.expected_close).hash(&mut hasher);
    for (name, value) in values.fields.iter().flatten() {
        (name.as_ref(), value.as_ref()).hash(&mut hasher);
    }
    hasher.finish()
}

/// What kind of entry a fact about a deal makes.
fn what<S>(fact: &Fact<S>) -> Option<What> {
    Some(match fact {
        Fact::DealOpened => What::Opened,
        Fact::DealChanged => What::Changed,
        Fact::MilestoneReached { stage: true, .. } => What::StageSet,
        Fact::MilestoneReached { .. } => What::Reached,
        Fact::MilestoneUndone { .. } => What::Undone,
        Fact::DealWon { .. } => What::Won,
        Fact::DealLost { .. } => What::Lost,
        Fact::DealReopened => What::Reopened,
        Fact::CallPlanned { .. } => What::CallPlanned,
        Fact::CallHeld { .. } => What::CallHeld,
        Fact::CommitmentMade { .. } => What::CommitmentMade,
        Fact::CommitmentKept { .. } => What::CommitmentKept,
        Fact::CommitmentBroken { .. } => What::CommitmentBroken,
        Fact::CommitmentRenegotiated { .. } => What::CommitmentRenegotiated,
        Fact::TakenBack { .. } => What::TakenBack,
        Fact::ActivityLogged { .. } => What::Activity,
        Fact::ProcessPublished { .. }
        | Fact::TouchRecorded { .. }
        | Fact::SpendRecorded { .. }
        | Fact::QuotaSet { .. }
        | Fact::ForecastGiven { .. }
        | Fact::ImportUndone { .. }
        | Fact::RateSet { .. } => return None,
    })
}

/// The free text of a fact about a deal.
fn text<S: AsRef<str>>(fact: &Fact<S>) -> Option<&str> {
    let text = match fact {
        Fact::MilestoneReached { evidence: text, .. }
        | Fact::MilestoneUndone { reason: text, .. }
        | Fact::DealLost { reason: text, .. }
        | Fact::CommitmentBroken { reason: text, .. }
        | Fact::ActivityLogged { kind: text, .. } => text.as_ref(),
        _ => None,
    };
    text.map(AsRef::as_ref)
}

#[cfg(test)]
mod tests;
