//! Credit: who is credited with the sales, by every rule side by side, and what each rule can say.

use insight::attribution::hazard::{self, Ratio};
use insight::attribution::markov::Worth;
use insight::attribution::rules::{Rule, credit};
use insight::attribution::{Journeys, Outcome, markov, shapley};
use insight::marketing::leads::{Lead, Leads};
use insight::stats::apportion::apportion;
use ledger::money::{Currency, Money};
use ledger::time::DAY_MS;
use serde::Serialize;

use crate::texts::{key, plain};

/// Orders of channels are drawn from this seed.
const SEED: u64 = 20_260_101;

/// What a source is credited with, by each rule; over all sources each adds up to the revenue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Credits {
    /// All to the first touch.
    pub first: f64,
    /// All to the last touch.
    pub last: f64,
    /// Alike to all touches.
    pub linear: f64,
    /// The more, the later.
    pub time_decay: f64,
    /// 40 % to the first, 40 % to the last, the rest to those between.
    pub u_shaped: f64,
    /// By what would be lost without the source, in a Markov chain of order 1.
    pub markov: f64,
    /// By what it adds on average to the others (Shapley).
    pub shapley: f64,
    /// By how much sooner the next milestone came after such a touch.
    pub hazard: f64,
}

/// A way of crediting, and what it can and cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Way {
    /// Its name, as in [`Credits`].
    pub name: &'static str,
    /// What it says.
    pub says: &'static str,
    /// What it cannot say.
    pub cannot: &'static str,
}

/// Every way of crediting, in words.
pub(super) fn ways() -> [Way; 8] {
    WAYS.map(|way| Way { says: plain(way.says), cannot: plain(way.cannot), ..way })
}

/// Every way of crediting, by the keys of what it says.
const WAYS: [Way; 8] = [
    Way {
        name: "first",
        says: key!("answers-marketing-first"),
        cannot: key!("answers-marketing-first-not"),
    },
    Way {
        name: "last",
        says: key!("answers-marketing-last"),
        cannot: key!("answers-marketing-last-not"),
    },
    Way {
        name: "linear",
        says: key!("answers-marketing-linear"),
        cannot: key!("answers-marketing-linear-not"),
    },
    Way {
        name: "time_decay",
        says: key!("answers-marketing-decay"),
        cannot: key!("answers-marketing-decay-not"),
    },
    Way {
        name: "u_shaped",
        says: key!("answers-marketing-u"),
        cannot: key!("answers-marketing-u-not"),
    },
    Way {
        name: "markov",
        says: key!("answers-marketing-markov"),
        cannot: key!("answers-marketing-markov-not"),
    },
    Way {
        name: "shapley",
        says: key!("answers-marketing-shapley"),
        cannot: key!("answers-marketing-shapley-not"),
    },
    Way {
        name: "hazard",
        says: key!("answers-marketing-hazard"),
        cannot: key!("answers-marketing-hazard-not"),
    },
];

/// What the credits are made from.
pub(super) struct Sales<'a> {
    pub(super) leads: &'a Leads,
    pub(super) groups: usize,
    pub(super) length: usize,
    /// By place in the book, what a won deal is worth.
    pub(super) amounts: &'a [Option<f64>],
    pub(super) currency: Currency,
    /// What all sales are worth.
    pub(super) total: f64,
}

/// The credits of each group, and by how much its touches sped up the next milestone.
pub(super) fn credits(sales: &Sales) -> (Vec<Credits>, Vec<Ratio>) {
    let (journeys, groups) = (journeys(sales), sales.groups);
    let ratios = hazard::ratios(sales.leads, groups, sales.length);
    let rule = |rule| sales.exactly(&credit(&journeys, groups, rule));
    let ways = [
        rule(Rule::First),
        rule(Rule::Last),
        rule(Rule::Linear),
        rule(Rule::TimeDecay),
        rule(Rule::UShaped),
        sales.exactly(&markov::credit(&journeys, groups, Worth::Value, 1.0)),
        sales.exactly(&shapley::credit(&journeys, groups, SEED)),
        sales.exactly(&hazard::credit(&journeys, groups, &ratios)),
    ];
    let of = |g: usize| Credits {
        first: ways[0][g],
        last: ways[1][g],
        linear: ways[2][g],
        time_decay: ways[3][g],
        u_shaped: ways[4][g],
        markov: ways[5][g],
        shapley: ways[6][g],
        hazard: ways[7][g],
    };
    ((0..groups).map(of).collect(), ratios)
}

impl Sales<'_> {
    /// The total shared by weight, to the cent.
    fn exactly(&self, weights: &[f64]) -> Vec<f64> {
        let total = Money::from_major(self.total, self.currency).map_or(0, |money| money.minor);
        let parts = apportion(total, weights).into_iter();
        parts.map(|minor| Money { minor, currency: self.currency }.major()).collect()
    }
}

/// One journey a deal: the touches of all its leads before the sale; and one each lead that came to
/// nothing. Leads that may still be won are left out: they have not ended.
fn journeys(sales: &Sales) -> Journeys {
    let leads = sales.leads;
    let mut of_deal: Vec<(u32, &Lead)> = Vec::new();
    let mut journeys = Journeys::default();
    for lead in &leads.leads {
        let won = lead.deal.and_then(|deal| Some((deal, sales.amounts[deal as usize]?)));
        if let Some((deal, _)) = won {
            of_deal.push((deal, lead));
            continue;
        }
        let lost = leads.steps_of(lead, leads.now).any(|step| step.place == leads.lost());
        let old = lead.first.plus_days(i64::try_from(sales.length).unwrap_or(0)) < leads.now;
        if lost || old {
            let met = leads.met_of(lead).iter().map(|m| (m.group, 0.0));
            journeys.add(met, Outcome { lost: 1.0, ..Outcome::default() });
        }
    }
    of_deal.sort_by_key(|(deal, _)| *deal);
    for same in of_deal.chunk_by(|a, b| a.0 == b.0) {
        let value = sales.amounts[same[0].0 as usize].unwrap_or(0.0);
        let mut met: Vec<_> = same.iter().flat_map(|(_, lead)| leads.met_of(lead)).collect();
        met.sort_by_key(|m| m.at);
        let mut steps = leads.steps_of(same[0].1, leads.now);
        let won = steps.find(|step| step.place == leads.won()).map_or(leads.now, |step| step.at);
        // Where the record knows only later touches, they are all there is.
        let before = met.iter().filter(|m| m.at <= won).count();
        met.truncate(if before > 0 { before } else { met.len() });
        #[expect(clippy::cast_possible_truncation, reason = "days, to be halved by the week")]
        let age = |at: i64| ((won.0.saturating_sub(at)) as f64 / DAY_MS as f64) as f32;
        let met = met.into_iter().map(|m| (m.group, age(m.at.0)));
        journeys.add(met, Outcome { won: 1.0, lost: 0.0, value });
    }
    journeys
}
