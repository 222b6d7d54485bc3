//! All salespeople against one another: where the deals of each slow.

use std::collections::BTreeMap;

use insight::coaching::{Effect, effects};
use insight::history::History;
use insight::stats::share::wilson;
use ledger::deal::{Deal, State};
use ledger::path::Path;

use super::seller::{Seller, Standing, StepPace, THE_SALE};
use super::{calls, says, wordings};
use crate::answers::Lens;
use crate::answers::standing::whole_days;

/// How long ago progress is measured from, in days.
const MONTH: i64 = 30;
/// Deals shown, at most.
const MOST: usize = 5;
/// A salesperson with fewer closed deals cannot be told from luck.
pub(super) const FEWEST: usize = 10;

/// All salespeople and how their deals move.
pub(super) struct Team<'a> {
    lens: &'a Lens<'a>,
    pub(super) owners: Vec<&'a str>,
    now: Vec<Effect>,
    before: Vec<Effect>,
}

impl<'a> Team<'a> {
    pub(super) fn of(lens: &'a Lens<'a>) -> Team<'a> {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut owners = Vec::new();
        let mut number = |deal: &Deal| {
            let id = lens.book.text_of(deal.known.owner)?;
            Some(*numbers.entry(id).or_insert_with(|| {
                owners.push(id);
                owners.len() - 1
            }))
        };
        let sellers: Vec<Option<usize>> = lens.book.deals().iter().map(&mut number).collect();
        let now = lens.as_of.moment.min(lens.book.latest_known());
        let history = History::known_before(lens.book.cut(), lens.book, &lens.process);
        let places = lens.process.milestones.len();
        let at = |until| effects(lens.book, &history, &sellers, places, until);
        Team { now: at(now), before: at(now.plus_days(-MONTH)), owners, lens }
    }

    pub(super) fn seller(&self, number: usize) -> Seller {
        let lens = self.lens;
        let id = self.owners[number];
        let own = |deal: &&Deal| lens.book.text_of(deal.known.owner) == Some(id);
        let deals: Vec<&Deal> = lens.book.deals().iter().filter(own).collect();
        let closed = deals.iter().filter(|deal| !deal.is_open()).count();
        let won = deals.iter().filter(|deal| deal.state == State::Won).count();
        let (low, high) = wilson(won as f64, closed as f64);
        let of = |effect: &&Effect| effect.seller == number;
        let slowest = self.now.iter().filter(of).min_by(|a, b| a.z.total_cmp(&b.z));
        let weak = slowest.filter(|effect| effect.z < 0.0 && closed >= FEWEST);
        let before =
            weak.and_then(|weak| self.before.iter().filter(of).find(|e| e.place == weak.place));
        let name = lens.people.person(id);
        let step = |effect: &Effect| StepPace {
            milestone: self.milestone(effect.place),
            pace: effect.shrunk,
            taken: effect.taken,
            expected: effect.expected,
            real: effect.real,
        };
        Seller {
            owner: name.to_owned(),
            team: lens.people.team_on(id, lens.as_of.day).map(str::to_owned),
            closed,
            won,
            win_rate: if closed > 0 { won as f64 / closed as f64 } else { 0.0 },
            win_rate_low: low,
            win_rate_high: high,
            milestone: weak.map(|effect| self.milestone(effect.place)),
            real: weak.is_some_and(|effect| effect.real),
            pace: weak.map(|effect| effect.shrunk),
            pace_low: weak.map(|effect| effect.ratio.low),
            pace_high: weak.map(|effect| effect.ratio.high),
            pace_before: before.map(|effect| effect.shrunk),
            because: says::because(name, weak, before, (closed, &|place| self.milestone(place))),
            steps: self.now.iter().filter(of).map(step).collect(),
            deals: weak.map_or(Vec::new(), |effect| self.standing(&deals, effect.place)),
            calls: weak.map_or(Vec::new(), |effect| calls::to_review(lens, &deals, effect.place)),
            wordings: weak.map_or(Vec::new(), |effect| wordings::wordings(lens, effect.place)),
        }
    }

    /// What the step from a place leads to.
    fn milestone(&self, place: usize) -> String {
        let milestones = &self.lens.process.milestones;
        milestones.get(place).map_or(THE_SALE.into(), |milestone| milestone.name.clone())
    }

    fn standing(&self, deals: &[&Deal], place: usize) -> Vec<Standing> {
        let (lens, reader) = (self.lens, self.lens.reader());
        let mut path = Path::default();
        let mut standing = Vec::new();
        for deal in deals.iter().filter(|deal| deal.is_open()) {
            reader.read_into(deal, &mut path);
            if path.current.map_or(0, |milestone| milestone + 1) == place {
                standing.push(Standing {
                    id: lens.book.text(deal.id).to_owned(),
                    account: lens.account(deal).map(str::to_owned),
                    days_here: whole_days(path.since, lens.as_of.moment),
                    objective: lens.objective(&path),
                });
            }
        }
        standing.sort_by_key(|deal| std::cmp::Reverse(deal.days_here));
        standing.truncate(MOST);
        standing
    }
}
