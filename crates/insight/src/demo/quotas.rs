//! Quotas: one a quarter for each salesperson, set shortly before it begins.

use ledger::event::Fact;

use super::World;
use super::calendar::{next_quarter, quarter_start};
use super::pen::{Note, Pen, euros, moment};

/// EUR a quarter of an average salesperson in the company's first quarter.
const FIRST: f64 = 150_000.0;

pub(super) fn write(world: &World, pen: &mut Pen) {
    let mut from = quarter_start(world.begin);
    while from.plus(-14) < world.today {
        let next = next_quarter(from);
        let known = from.plus(-14).max(world.begin);
        let years = f64::from((from.0 - world.begin.0).max(0)) / 365.0;
        for seller in world.truth.sellers {
            let hired = seller.hired.map_or(world.begin, |days| world.today.plus(-days));
            if hired >= next {
                continue;
            }
            // Nobody is measured in full by the quarter in which they came.
            let ramp = if seller.hired.is_some() && hired > from.plus(-60) { 0.4 } else { 1.0 };
            let amount = FIRST * (1.0 + 0.2 * years) * seller.skill * ramp;
            let fact = Fact::QuotaSet {
                owner: Some(seller.id.to_owned()),
                from,
                to: next.plus(-1),
                amount: euros((amount / 5_000.0).round() * 5_000.0),
            };
            // Whoever is hired in the quarter gets a quota on the first day.
            pen.write(Note::new(moment(known.max(hired), 9 * 60), fact));
        }
        from = next;
    }
}
