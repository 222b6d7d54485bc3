//! What the salesperson thinks of a deal: amount, close date, category; each moves on the way.

use ledger::event::Values;
use ledger::time::Day;

use super::calendar::next_month;
use super::dice::Dice;
use super::pen::euros;

/// EUR of the median deal.
const MEDIAN: f64 = 17_000.0;
/// No slip of the close date is to come.
const NEVER: Day = Day(i32::MAX);

/// The current figures of a deal.
pub(super) struct Figures {
    amount: f64,
    category: &'static str,
    expected: Day,
    /// The day on which the expected close date will be moved, if the deal is still open.
    slips_on: Day,
}

impl Figures {
    /// The first guess.
    pub(super) fn new(size: f64, opened: Day, dice: &mut Dice) -> Figures {
        let amount = (size * MEDIAN / 500.0).round().max(2.0) * 500.0;
        let mut figures =
            Figures { amount, category: "Pipeline", expected: opened, slips_on: NEVER };
        figures.expect(opened, (35, 95), dice);
        figures
    }

    /// All of them.
    pub(super) fn values(&self) -> Values {
        Values {
            amount: Some(euros(self.amount)),
            expected_close: Some(self.expected),
            category: Some(self.category.to_owned()),
            ..Values::default()
        }
    }

    /// What changes with a step that puts the deal into `category`; the amount `moves` this often.
    pub(super) fn revise(
        &mut self,
        day: Day,
        category: &'static str,
        moves: f64,
        dice: &mut Dice,
    ) -> Values {
        let mut values = Values::default();
        if category != self.category && dice.chance(0.9) {
            self.category = category;
            values.category = Some(category.to_owned());
        }
        if dice.chance(moves) {
            // Customers bargain, and now and then want more.
            let factor = (0.16 * dice.normal() - 0.03).exp();
            self.amount = (self.amount * factor / 50.0).round().max(10.0) * 50.0;
            values.amount = Some(euros(self.amount));
        }
        if dice.chance(0.5) {
            let ahead = if category == "Commit" { (4, 20) } else { (15, 45) };
            values.expected_close = self.expect(day, ahead, dice).expected_close;
        }
        values
    }

    /// A new expected close date, some days ahead; half of all people think in ends of months.
    pub(super) fn expect(
        &mut self,
        day: Day,
        (soonest, latest): (i32, i32),
        dice: &mut Dice,
    ) -> Values {
        let day = day.plus(dice.between(soonest, latest));
        self.expected = if dice.chance(0.5) { next_month(day).plus(-1) } else { day };
        let forgotten = dice.chance(0.1);
        self.slips_on = self.expected.plus(if forgotten { 40 } else { dice.between(-2, 7) });
        Values { expected_close: Some(self.expected), ..Values::default() }
    }

    /// The figures of the order, after a last round of bargaining in some cases.
    pub(super) fn sold(&mut self, day: Day, dice: &mut Dice) -> Values {
        let mut values = Values { expected_close: Some(day), ..Values::default() };
        if dice.chance(0.35) {
            self.amount = (self.amount * (0.9 + 0.1 * dice.unit()) / 10.0).round() * 10.0;
            values.amount = Some(euros(self.amount));
        }
        values
    }

    /// Moves the close date no more: the deal is over.
    pub(super) fn rest(&mut self) {
        self.slips_on = NEVER;
    }

    pub(super) fn at_rest(&self) -> bool {
        self.slips_on == NEVER
    }

    /// A close date that passes before `day` is moved: on which day, and to when.
    pub(super) fn slip(
        &mut self,
        (earliest, day): (Day, Day),
        dice: &mut Dice,
    ) -> Option<(Day, Values)> {
        if self.slips_on >= day {
            return None;
        }
        let on = self.slips_on.max(earliest);
        let values = self.expect(on, (14, 42), dice);
        self.slips_on = self.slips_on.max(on.plus(1));
        Some((on, values))
    }
}
