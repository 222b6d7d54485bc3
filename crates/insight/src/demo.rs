//! A sample company with known truth: Quellmark sells water-leak sensors to plants and waterworks.
//!
//! **Pure and seeded**: the same day and seed give the same events, byte for byte, and nothing is
//! known on the day or after. What is really true of the company stands in [`truth`]; everything
//! else here turns it into three years of facts as a CRM would have recorded them: some late, some
//! wrong, many of no consequence. What the facts say is not here.

mod calendar;
mod calls;
mod deal;
pub(crate) mod dice;
mod figures;
mod marketing;
mod names;
mod pen;
mod process;
mod quotas;
mod story;
#[cfg(test)]
mod tests;
pub mod truth;
mod walk;

use ledger::event::{Event, Fact};
use ledger::process::Process;
use ledger::time::Day;

use calendar::{Calendar, years_before};
use deal::Desk;
use dice::Dice;
use marketing::Lead;
use pen::{Note, Pen, moment};
pub use truth::Truth;

/// Years of history.
const YEARS: i16 = 3;
/// Calls have been planned and commitments noted for this many days.
const PLANS_DAYS: i32 = 548;

/// The sample company.
#[derive(Clone, Debug, PartialEq)]
pub struct Company {
    /// Everything that was known before the day, in the order in which it became known.
    pub events: Vec<Event>,
    /// The salespeople.
    pub people: Vec<Person>,
    /// What is really true of it.
    pub truth: Truth,
}

/// A salesperson. Events carry the id only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id in events.
    pub id: String,
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: String,
    /// The team.
    pub team: String,
}

/// What all parts of the company share.
struct World {
    truth: Truth,
    process: Process,
    calendar: Calendar,
    begin: Day,
    today: Day,
    plans_since: Day,
}

/// Three years of a company up to the beginning of `today`.
#[must_use]
pub fn company(today: Day, seed: u64) -> Company {
    let truth = Truth::known();
    let begin = years_before(today, YEARS);
    let world = World {
        truth,
        process: process::process(&truth),
        calendar: Calendar::new(begin, today),
        begin,
        today,
        plans_since: today.plus(-PLANS_DAYS),
    };
    let mut pen = Pen::new(Dice::new(seed, 0), today.start());
    let published = Fact::ProcessPublished { process: world.process.clone() };
    pen.write(Note::new(moment(begin, 0), published));
    quotas::write(&world, &mut pen);
    marketing::write_spend(&world, &mut Dice::new(seed, 1), &mut pen);
    sell(&world, seed, &mut pen);
    Company { events: pen.finish(), people: people(&truth), truth }
}

/// Leads come, some become deals, and each deal lives its life.
fn sell(world: &World, seed: u64, pen: &mut Pen) {
    let mut leads = marketing::leads(world, &mut Dice::new(seed, 2));
    // Deals are numbered in the order in which they are opened.
    leads.sort_by_key(|lead| lead.becomes.unwrap_or(Day(i32::MAX)));
    let mut desk = Desk::new(Dice::new(seed, 3));
    for (stream, lead) in (4..).zip(&leads) {
        follow(world, lead, &mut desk, &mut Dice::new(seed, stream), pen);
    }
}

fn follow(world: &World, lead: &Lead, desk: &mut Desk, dice: &mut Dice, pen: &mut Pen) {
    let opened = lead.becomes.filter(|day| *day < world.today);
    let prospect = opened.map(|day| desk.open(world, lead, day));
    lead.write(world, prospect.as_ref().map(|p| p.id.as_str()), dice, pen);
    if let Some(prospect) = prospect {
        let turns = walk::walk(world, &prospect, dice);
        story::tell(world, &prospect, &turns, dice, pen);
    }
}

fn people(truth: &Truth) -> Vec<Person> {
    let person = |seller: &truth::Seller| Person {
        id: seller.id.to_owned(),
        name: seller.name.to_owned(),
        mail: format!("{}@quellmark.example", seller.id.trim_start_matches("p-").replace('-', ".")),
        team: seller.team.to_owned(),
    };
    truth.sellers.iter().map(person).collect()
}
