//! A deal's life, day by day: competing risks by milestone and age, as [`Truth`] has them.
//!
//! [`Truth`]: super::truth::Truth

use ledger::time::Day;

use super::World;
use super::deal::Prospect;
use super::dice::Dice;
use super::truth::{Act, Hazards, Sort};

/// Something that happens to a deal on a day. Milestones are named by their place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Turn {
    Reached(usize),
    /// The next milestone is ticked by mistake and taken back.
    Mistaken(usize),
    Acted(&'static Act),
    /// A call that led to nothing.
    Talked(usize),
    Promised {
        milestone: usize,
        due: Day,
    },
    Kept,
    Broken,
    Postponed(Day),
    Won,
    Lost {
        reached: usize,
        stalled: bool,
    },
    Reopened,
}

/// A day and what happens on it.
pub(super) type Turns = Vec<(Day, Turn)>;

/// What comes after a day.
enum Next {
    Tomorrow,
    Reopening(Day),
    End,
}

struct Walker<'w> {
    world: &'w World,
    prospect: &'w Prospect,
    dice: &'w mut Dice,
    turns: Turns,
    /// How many milestones the deal is past.
    reached: usize,
    since: Day,
    stalled: bool,
    skipped: bool,
    reopened: bool,
    /// When the live commitment is due.
    due: Option<Day>,
}

/// The life of a deal from the day after its opening to its end or the company's last day.
pub(super) fn walk(world: &World, prospect: &Prospect, dice: &mut Dice) -> Turns {
    let mut walker = Walker {
        world,
        prospect,
        dice,
        turns: Turns::new(),
        reached: 0,
        since: prospect.opened,
        stalled: false,
        skipped: false,
        reopened: false,
        due: None,
    };
    let mut day = prospect.opened.plus(1);
    while day < world.today {
        day = match walker.live(day) {
            Next::Tomorrow => day.plus(1),
            Next::Reopening(later) => walker.reopen(later),
            Next::End => break,
        };
    }
    walker.turns
}

impl Walker<'_> {
    fn live(&mut self, day: Day) -> Next {
        self.act(day);
        if self.prospect.plans && day >= self.world.plans_since {
            self.talk(day);
        }
        let hazards = self.hazards(day);
        let risks = [hazards.advance, hazards.loss, hazards.stall];
        let quiet = (-risks.iter().sum::<f64>()).exp();
        if self.dice.chance(quiet) {
            return Next::Tomorrow;
        }
        match self.dice.weighted(&risks) {
            0 => self.advance(day),
            1 => self.lose(day),
            _ => {
                self.stalled = !self.stalled;
                self.since = day;
                Next::Tomorrow
            }
        }
    }

    /// Today's hazards with all that multiplies them. For a stalled deal, `stall` is waking up.
    fn hazards(&self, day: Day) -> Hazards {
        let truth = &self.world.truth;
        let season = self.world.calendar.on(day);
        if self.stalled {
            let (wake, loss) = truth.stalled;
            return Hazards {
                advance: 0.0,
                loss: loss * season.lose,
                stall: wake * season.progress,
            };
        }
        let source = &truth.sources[self.prospect.source];
        let seller = &truth.sellers[self.prospect.seller];
        let base = truth.hazards(self.reached, f64::from(day.0 - self.since.0));
        let last = self.reached == truth.milestones.len();
        let here = if seller.weak == self.reached { seller.at_weak } else { 1.0 };
        let promised = if self.due.is_some() { truth.commitment } else { 1.0 };
        let size = self.prospect.size.powf(truth.size_power);
        let ours = source.quality * seller.skill * here * promised * size;
        Hazards {
            advance: base.advance * ours * if last { season.win } else { season.progress },
            loss: base.loss / source.quality * season.lose,
            stall: base.stall * season.work,
        }
    }

    fn advance(&mut self, day: Day) -> Next {
        let count = self.world.truth.milestones.len();
        let skips = !self.skipped && self.due.is_none() && self.reached < count;
        if skips && self.dice.chance(self.world.truth.skip) {
            self.skipped = true;
            self.reached += 1;
        }
        if self.reached == count {
            return self.win(day);
        }
        self.turns.push((day, Turn::Reached(self.reached)));
        self.reached += 1;
        self.since = day;
        if self.due.take().is_some() {
            self.turns.push((day, Turn::Kept));
        }
        let next = self.world.truth.milestones.get(self.reached);
        // A mistake with half of a pair of twins would part them.
        if next.is_some_and(|step| step.twin.is_none()) && self.dice.chance(0.008) {
            self.turns.push((day, Turn::Mistaken(self.reached)));
        }
        Next::Tomorrow
    }

    fn win(&mut self, day: Day) -> Next {
        self.turns.push((day, Turn::Won));
        self.may_reopen(day, self.world.truth.reopened.1, (3, 15))
    }

    fn lose(&mut self, day: Day) -> Next {
        if self.due.take().is_some() {
            self.turns.push((day, Turn::Broken));
        }
        self.turns.push((day, Turn::Lost { reached: self.reached, stalled: self.stalled }));
        self.may_reopen(day, self.world.truth.reopened.0, (15, 90))
    }

    fn may_reopen(&mut self, day: Day, share: f64, (soonest, latest): (i32, i32)) -> Next {
        if self.reopened || !self.dice.chance(share) {
            return Next::End;
        }
        Next::Reopening(day.plus(self.dice.between(soonest, latest)))
    }

    fn reopen(&mut self, day: Day) -> Day {
        if day < self.world.today {
            self.turns.push((day, Turn::Reopened));
        }
        self.reopened = true;
        self.stalled = false;
        self.since = day;
        day.plus(1)
    }

    /// What is done on a day whether or not it helps.
    fn act(&mut self, day: Day) {
        let pace = self.world.calendar.on(day).work * if self.stalled { 0.25 } else { 1.0 };
        let age = day.0 - self.prospect.opened.0;
        for act in self.world.truth.acts {
            let due = act.sort != Sort::AfterWin && self.reached >= act.after && age >= act.age;
            if due && self.dice.chance(act.daily * pace) {
                self.turns.push((day, Turn::Acted(act)));
            }
        }
    }

    /// Calls without a result, and commitments: made, broken, given a new date.
    fn talk(&mut self, day: Day) {
        let work = self.world.calendar.on(day).work;
        match self.due {
            Some(due) if day > due && self.dice.chance(0.5 * work) => self.face_overdue(day),
            None if self.may_promise() && self.dice.chance(0.26 * work) => {
                let due = day.plus(self.dice.between(4, 16));
                self.due = Some(due);
                self.turns.push((day, Turn::Promised { milestone: self.reached, due }));
            }
            _ if !self.stalled && self.dice.chance(0.045 * work) => {
                self.turns.push((day, Turn::Talked(self.reached)));
            }
            _ => {}
        }
    }

    fn may_promise(&self) -> bool {
        !self.stalled && self.reached < self.world.truth.milestones.len()
    }

    fn face_overdue(&mut self, day: Day) {
        let later = day.plus(self.dice.between(4, 14));
        let postponed = self.dice.chance(0.4);
        self.due = postponed.then_some(later);
        let turn = if postponed { Turn::Postponed(later) } else { Turn::Broken };
        self.turns.push((day, turn));
    }
}
