//! Leads, what they meet, and what that costs. Most leads never become deals.

use ledger::event::Fact;
use ledger::time::Day;

use super::World;
use super::calendar::next_month;
use super::dice::Dice;
use super::pen::{Note, Pen, euros, moment};
use super::truth::Source;

/// Leads on an average working day at the beginning.
const LEADS: f64 = 13.0;

/// Somebody who met our marketing.
pub(super) struct Lead {
    id: String,
    /// Where it came from, by place.
    pub(super) source: usize,
    campaign: &'static str,
    /// The days on which it met our marketing.
    met: Vec<Day>,
    /// The day on which it became a deal.
    pub(super) becomes: Option<Day>,
}

/// All leads in the order of their first meeting.
pub(super) fn leads(world: &World, dice: &mut Dice) -> Vec<Lead> {
    let mut leads = Vec::new();
    let shares: Vec<f64> = world.truth.sources.iter().map(|source| source.share).collect();
    let mut day = world.begin;
    while day < world.today {
        for _ in 0..dice.poisson(LEADS * world.calendar.on(day).arrive) {
            let source = dice.weighted(&shares);
            leads.push(lead(world, dice, leads.len() + 1, source, day));
        }
        day = day.plus(1);
    }
    leads
}

fn lead(world: &World, dice: &mut Dice, number: usize, source: usize, first: Day) -> Lead {
    let known = &world.truth.sources[source];
    let (campaign, _) = *dice.pick(known.campaigns);
    let converts = dice.chance(known.converts);
    let waits = dice.between(0, 6) + if converts { dice.between(0, 18) } else { 30 };
    let last = first.plus(waits);
    let more = dice.poisson(if converts { 1.3 } else { 0.5 });
    let mut met: Vec<Day> = (0..more).map(|_| first.plus(dice.between(0, waits))).collect();
    met.push(first);
    met.sort_unstable();
    let becomes = converts.then(|| workday(world, last));
    Lead { id: format!("L-{number:05}"), source, campaign, met, becomes }
}

/// The first day from `day` on which people work.
fn workday(world: &World, day: Day) -> Day {
    let works = |day: &Day| *day >= world.today || world.calendar.on(*day).work > 0.5;
    (0..7).map(|later| day.plus(later)).find(works).unwrap_or(day)
}

impl Lead {
    /// Writes what the lead met. That it became `deal` is known from the day on which it did.
    pub(super) fn write(&self, world: &World, deal: Option<&str>, dice: &mut Dice, pen: &mut Pen) {
        for (i, day) in self.met.iter().enumerate() {
            let own = &world.truth.sources[self.source];
            let elsewhere = i > 0 && dice.chance(0.3);
            let source = if elsewhere { dice.pick(world.truth.sources) } else { own };
            let campaign = if elsewhere { dice.pick(source.campaigns).0 } else { self.campaign };
            let at = moment(*day, dice.between(6 * 60, 22 * 60));
            pen.write(Note::new(at, self.touch(source, campaign, dice.pick::<&str>(&PAGES))));
        }
        if let (Some(deal), Some(day)) = (deal, self.becomes) {
            let source = &world.truth.sources[self.source];
            let fact = self.touch(source, self.campaign, "/talk-to-us");
            pen.write(Note::new(moment(day, 7 * 60), fact).about(deal));
        }
    }

    fn touch(&self, source: &Source, campaign: &str, page: &str) -> Fact {
        Fact::TouchRecorded {
            lead: self.id.clone(),
            source: Some(source.name.to_owned()),
            medium: Some(source.medium.to_owned()),
            campaign: Some(campaign.to_owned()),
            page: Some(page.to_owned()),
        }
    }
}

const PAGES: [&str; 6] =
    ["/", "/leak-check", "/price-of-water", "/customers/paper-mill", "/trial", "/sensors/q4"];

/// What each campaign cost, month by month, known three days after the month.
pub(super) fn write_spend(world: &World, dice: &mut Dice, pen: &mut Pen) {
    let mut from = world.begin;
    while from < world.today {
        let next = next_month(from);
        let share = f64::from(next.0 - from.0) / 30.4;
        for source in world.truth.sources {
            for (campaign, monthly) in source.campaigns {
                let amount = monthly * share * (0.12 * dice.normal()).exp();
                let fact = Fact::SpendRecorded {
                    source: source.name.to_owned(),
                    campaign: Some((*campaign).to_owned()),
                    from,
                    to: next.plus(-1),
                    amount: euros(amount),
                };
                let paid = moment(next.plus(-1), 17 * 60);
                pen.write(Note::new(paid, fact).known(paid.plus_days(3)));
            }
        }
        from = next;
    }
}
