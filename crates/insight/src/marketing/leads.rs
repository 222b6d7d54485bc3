//! Leads: touches put together by lead, joined to the deals that leads became.
//!
//! A lead is joined to the deal that one of its touches names, else to the deal that bears its id. A
//! deal that no lead leads to counts as a lead of its own from its opening on, so that nothing is
//! dropped. Where several leads lead to one deal, all of them reached what it reached, and the first of
//! them *brought* it: its worth is counted once.

use ledger::book::Book;
use ledger::company::Touch;
use ledger::deal::{Deal, Entry, State};
use ledger::names::Sym;
use ledger::path::{Path, Reader};
use ledger::process::Process;
use ledger::time::Moment;

/// A lead is at this place until it is a deal.
pub const LEAD: u8 = 0;
/// It is a deal. Milestones come after it, in their order.
pub const DEAL: u8 = 1;
/// Nothing.
const NONE: u32 = u32::MAX;

/// All leads of a book.
#[derive(Clone, Debug, Default)]
pub struct Leads {
    /// In the order in which the book met them, then the deals without a lead.
    pub leads: Vec<Lead>,
    /// What they met, lead by lead and in order.
    pub met: Vec<Met>,
    /// What they reached, deal by deal and in order.
    pub steps: Vec<Step>,
    /// The milestones of the process.
    pub milestones: usize,
    /// When it is.
    pub now: Moment,
    /// The sales, in the order of the deals.
    pub wins: Vec<Win>,
    /// The places of the leads that brought deals.
    brought: Vec<u32>,
}

/// Somebody who met our marketing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lead {
    /// Where it came from: the first known group that it met.
    pub group: u32,
    /// When it met us first.
    pub first: Moment,
    /// The deal it became, by place in the book.
    pub deal: Option<u32>,
    /// Whether it is the one that brought its deal.
    pub brought: bool,
    /// Whether the deal came without a lead.
    pub bare: bool,
    steps: (u32, u32),
    met: (u32, u32),
    /// Since when it is known that it became the deal.
    joined: Moment,
}

/// A touch of a lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Met {
    /// When.
    pub at: Moment,
    /// Where.
    pub group: u32,
}

/// A place that a lead came to, beyond all before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// When.
    pub at: Moment,
    /// When that was known.
    pub known: Moment,
    /// Which: [`DEAL`], a milestone, the win or the loss.
    pub place: u8,
}

/// A sale that a lead brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Win {
    /// The group of the lead.
    pub group: u32,
    /// The deal, by place in the book.
    pub deal: u32,
    /// When the lead met us first.
    pub first: Moment,
    /// When it was won.
    pub at: Moment,
    /// When all of that was known.
    pub known: Moment,
}

impl Win {
    /// Whether it had happened and was known before a moment.
    #[must_use]
    pub fn is_before(&self, cut: Moment) -> bool {
        self.known < cut && self.at < cut
    }
}

/// Which group a touch, or a deal without touches, is of. `None` where nothing is known.
pub struct Groups<'a> {
    /// Of a touch.
    pub of_touch: &'a dyn Fn(&Touch) -> Option<u32>,
    /// Of a deal that came without a lead.
    pub of_deal: &'a dyn Fn(&Deal) -> Option<u32>,
    /// What stands for "not known".
    pub unknown: u32,
}

impl Leads {
    /// The leads of a book read under a process, as known `now`.
    #[must_use]
    pub fn read(book: &Book, process: &Process, groups: &Groups, now: Moment) -> Leads {
        let mut leads = Leads { milestones: process.milestones.len(), now, ..Leads::default() };
        let places = by_sym(book.deals().iter().map(|deal| deal.id));
        leads.gather(book, groups, &places);
        let spans = leads.walk(book, process);
        leads.join(book, groups, &spans);
        leads.wins = leads.brought().filter_map(|lead| leads.win(lead)).collect();
        leads
    }

    /// The place that means the sale.
    #[must_use]
    pub fn won(&self) -> u8 {
        u8::try_from(self.milestones).unwrap_or(u8::MAX - 3).saturating_add(2)
    }

    /// The place that means the loss.
    #[must_use]
    pub fn lost(&self) -> u8 {
        self.won() + 1
    }

    /// What a lead reached, as far as it was known before `cut`.
    pub fn steps_of(&self, lead: &Lead, cut: Moment) -> impl Iterator<Item = &Step> {
        let known = lead.joined < cut;
        let all = &self.steps[lead.steps.0 as usize..lead.steps.1 as usize];
        all.iter().filter(move |step| known && step.known < cut && step.at < cut)
    }

    /// The leads that brought deals, in the order of the deals.
    pub fn brought(&self) -> impl Iterator<Item = &Lead> {
        self.brought.iter().map(|place| &self.leads[*place as usize])
    }

    fn win(&self, lead: &Lead) -> Option<Win> {
        let step = self.steps_of(lead, Moment::MAX).find(|step| step.place == self.won())?;
        let known = step.known.max(lead.joined);
        Some(Win { group: lead.group, deal: lead.deal?, first: lead.first, at: step.at, known })
    }

    /// What a lead met.
    #[must_use]
    pub fn met_of(&self, lead: &Lead) -> &[Met] {
        &self.met[lead.met.0 as usize..lead.met.1 as usize]
    }

    /// Puts the touches together by lead: a counting sort, so that each is moved once.
    fn gather(&mut self, book: &Book, groups: &Groups, places: &[u32]) {
        let touches = book.touches();
        let mut numbers = vec![NONE; 1 + touches.iter().map(|t| t.lead.index()).max().unwrap_or(0)];
        let mut ends: Vec<u32> = Vec::new();
        let mut joined: Vec<(u32, Moment)> = Vec::new();
        for touch in touches {
            let number = &mut numbers[touch.lead.index()];
            if *number == NONE {
                *number = small(ends.len());
                ends.push(0);
                joined.push((NONE, Moment::MAX));
            }
            let i = *number as usize;
            ends[i] += 1;
            let deal = touch.deal.and_then(|deal| find(places, deal));
            if let Some(deal) = deal.filter(|_| touch.known < joined[i].1) {
                joined[i] = (deal, touch.known);
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        self.met = vec![Met { at: Moment::MAX, group: NONE }; touches.len()];
        for touch in touches {
            let i = numbers[touch.lead.index()] as usize;
            let group = (groups.of_touch)(touch).unwrap_or(groups.unknown);
            self.met[ends[i] as usize] = Met { at: touch.at, group };
            ends[i] += 1;
        }
        self.name(book, groups.unknown, places, &numbers, &ends, &joined);
    }

    /// Makes a lead of each run of touches.
    fn name(
        &mut self,
        book: &Book,
        unknown: u32,
        places: &[u32],
        numbers: &[u32],
        ends: &[u32],
        joined: &[(u32, Moment)],
    ) {
        let mut own = vec![NONE; ends.len()];
        for (sym, number) in numbers.iter().enumerate().filter(|(_, number)| **number != NONE) {
            own[*number as usize] = places.get(sym).copied().unwrap_or(NONE);
        }
        let (mut start, mut kept) = (0, 0);
        for ((end, own), (deal, since)) in ends.iter().zip(own).zip(joined) {
            self.met[start as usize..*end as usize].sort_unstable_by_key(|m| (m.at, m.group));
            let begin = kept;
            kept = self.keep(start as usize..*end as usize, begin);
            let met = &self.met[begin..kept];
            let known = met.iter().find(|m| m.group != unknown);
            let bears = own != NONE && *deal == NONE;
            let deal = if bears { own } else { *deal };
            let since = if bears { first_known(&book.deals()[own as usize]) } else { *since };
            self.leads.push(Lead {
                group: known.map_or(unknown, |m| m.group),
                first: met.first().map_or(Moment::MIN, |m| m.at),
                deal: (deal != NONE).then_some(deal),
                brought: false,
                bare: false,
                steps: (0, 0),
                met: (small(begin), small(kept)),
                joined: since,
            });
            start = *end;
        }
        self.met.truncate(kept);
    }

    /// Moves a lead's touches to `begin`, each once: an import tells a touch again when it knows the
    /// deal that the lead became. Returns where they end.
    fn keep(&mut self, span: std::ops::Range<usize>, begin: usize) -> usize {
        let mut kept = begin;
        for i in span {
            let met = self.met[i];
            if kept == begin || self.met[kept - 1] != met {
                self.met[kept] = met;
                kept += 1;
            }
        }
        kept
    }

    /// Reads every deal once: where in `steps` its own stand.
    fn walk(&mut self, book: &Book, process: &Process) -> Vec<(u32, u32)> {
        let reader = Reader::new(process, book);
        let (won, lost) = (self.won(), self.lost());
        let mut path = Path::default();
        let spans = book.deals().iter().map(|deal| {
            let start = small(self.steps.len());
            let opened = Step { at: deal.opened_at, known: first_known(deal), place: DEAL };
            self.steps.push(opened);
            let mut last: Option<(State, Entry)> = None;
            reader.read_known(deal, Moment::MAX, &mut path, |_, state, entry| {
                if last.as_ref().is_none_or(|(before, _)| *before != state) {
                    last = Some((state, *entry));
                }
            });
            let mut furthest = DEAL;
            for step in &path.moves {
                let place = step.to.map_or(DEAL, |m| u8::try_from(m + 2).unwrap_or(won - 1));
                if place > furthest {
                    furthest = place;
                    self.steps.push(Step { at: step.at, known: step.known, place });
                }
            }
            if let Some((state, entry)) = last.filter(|(state, _)| *state != State::Open) {
                let place = if state == State::Won { won } else { lost };
                self.steps.push(Step { at: entry.at, known: entry.known, place });
            }
            (start, small(self.steps.len()))
        });
        spans.collect()
    }

    /// Gives leads the steps of their deals, and adds the deals that none leads to.
    fn join(&mut self, book: &Book, groups: &Groups, spans: &[(u32, u32)]) {
        let mut first: Vec<u32> = vec![NONE; book.deals().len()];
        for (i, lead) in self.leads.iter_mut().enumerate() {
            let Some(deal) = lead.deal else { continue };
            lead.steps = spans[deal as usize];
            first[deal as usize] = first[deal as usize].min(small(i));
        }
        for (i, lead) in self.leads.iter().enumerate() {
            let Some(deal) = lead.deal else { continue };
            let best = &mut first[deal as usize];
            if lead.first < self.leads[*best as usize].first {
                *best = small(i);
            }
        }
        for (place, deal) in book.deals().iter().enumerate() {
            if first[place] != NONE {
                self.leads[first[place] as usize].brought = true;
                self.brought.push(first[place]);
                continue;
            }
            let group = (groups.of_deal)(deal).unwrap_or(groups.unknown);
            let met = small(self.met.len());
            self.met.push(Met { at: deal.opened_at, group });
            self.brought.push(small(self.leads.len()));
            self.leads.push(Lead {
                group,
                first: deal.opened_at,
                deal: Some(small(place)),
                brought: true,
                bare: true,
                steps: spans[place],
                met: (met, met + 1),
                joined: Moment::MIN,
            });
        }
    }
}

fn first_known(deal: &Deal) -> Moment {
    deal.entries.iter().map(|entry| entry.known).min().unwrap_or(Moment::MAX)
}

/// By the index of a symbol: its place in a list.
fn by_sym(syms: impl Iterator<Item = Sym>) -> Vec<u32> {
    let mut places = Vec::new();
    for (place, sym) in syms.enumerate() {
        if places.len() <= sym.index() {
            places.resize(sym.index() + 1, NONE);
        }
        places[sym.index()] = small(place);
    }
    places
}

fn find(places: &[u32], sym: Sym) -> Option<u32> {
    places.get(sym.index()).copied().filter(|place| *place != NONE)
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX - 1)
}
