//! Tells a deal's life as events: its steps, its end, what is known late and what by mistake.

use std::collections::BTreeMap;

use ledger::event::{Fact, Values};
use ledger::time::{Day, Moment};

use super::World;
use super::deal::Prospect;
use super::dice::Dice;
use super::figures::Figures;
use super::pen::{Note, Pen, moment};
use super::truth::{Act, Sort};
use super::walk::{Turn, Turns};

/// The share of facts that are known only days later.
const BACK_DATED: f64 = 0.045;

/// Tells one deal.
pub(super) struct Teller<'w> {
    pub(super) world: &'w World,
    pub(super) prospect: &'w Prospect,
    pub(super) seller: &'static str,
    pub(super) dice: &'w mut Dice,
    pub(super) pen: &'w mut Pen,
    /// How many calls and commitments there were.
    pub(super) calls: usize,
    pub(super) promises: usize,
    /// When it was opened or reopened, or took its last step.
    pub(super) since: Moment,
    last: Moment,
    figures: Figures,
    /// A deal that is open again has its outcome known at once, so that its facts stay in order.
    reopens: bool,
}

/// Writes all events of a deal.
pub(super) fn tell(
    world: &World,
    prospect: &Prospect,
    turns: &Turns,
    dice: &mut Dice,
    pen: &mut Pen,
) {
    let figures = Figures::new(prospect.size, prospect.opened, dice);
    let mut teller = Teller {
        world,
        prospect,
        seller: world.truth.sellers[prospect.seller].id,
        dice,
        pen,
        calls: 0,
        promises: 0,
        since: Moment::MIN,
        last: Moment::MIN,
        figures,
        reopens: turns.iter().any(|(_, turn)| matches!(turn, Turn::Reopened)),
    };
    teller.open();
    for (day, turn) in turns {
        teller.slip_until(*day);
        teller.turn(*day, *turn);
    }
    teller.slip_until(world.today);
    if !teller.figures.at_rest() && prospect.plans {
        teller.plan_ahead(turns);
    }
}

impl Teller<'_> {
    fn open(&mut self) {
        let (prospect, day) = (self.prospect, self.prospect.opened);
        let name = format!("{}: {}", prospect.account.name, self.dice.pick(&WORK));
        let kind = if prospect.again { "Extension" } else { "New customer" };
        let values = Values {
            name: Some(name),
            account: Some(prospect.account.name.clone()),
            owner: Some(self.seller.to_owned()),
            source: Some(self.world.truth.sources[prospect.source].name.to_owned()),
            kind: Some(kind.to_owned()),
            pipeline: Some("New business".to_owned()),
            fields: Some(BTreeMap::from([("industry".into(), prospect.account.industry.into())])),
            ..self.figures.values()
        };
        let at = self.at(day);
        self.since = at;
        let note = self.note(at, Fact::DealOpened).with(values);
        self.pen.write(note);
    }

    fn turn(&mut self, day: Day, turn: Turn) {
        match turn {
            Turn::Reached(place) => self.reach(day, place),
            Turn::Mistaken(place) => self.tick_by_mistake(day, place),
            Turn::Acted(act) => self.act(day, act),
            Turn::Talked(place) => self.talk(day, place),
            Turn::Promised { milestone, due } => self.promise(day, milestone, due),
            Turn::Kept => self.keep(day),
            Turn::Broken => self.break_promise(day),
            Turn::Postponed(due) => self.postpone(day, due),
            Turn::Won => self.win(day),
            Turn::Lost { reached, stalled } => self.lose(day, reached, stalled),
            Turn::Reopened => {
                let at = self.at(day);
                self.since = at;
                let note = self.note(at, Fact::DealReopened);
                self.pen.write(note);
                let values = self.figures.expect(day, (20, 50), self.dice);
                self.changed(day, values);
            }
        }
    }

    fn reach(&mut self, day: Day, place: usize) {
        let step = &self.world.truth.milestones[place];
        let at = self.at(day);
        self.since = at;
        let known = self.known(at);
        let evidence = self.dice.chance(0.5).then(|| self.dice.pick(&EVIDENCE[place]));
        for (order, name) in [Some(step.name), step.twin].into_iter().flatten().enumerate() {
            let evidence = evidence.filter(|_| order == 0).map(|text| (*text).to_owned());
            let order = i32::try_from(order).unwrap_or(0);
            let fact = Fact::MilestoneReached { milestone: name.into(), stage: false, evidence };
            let note = self.note(at, fact).known(known).order(order);
            self.pen.write(note);
        }
        let (category, moves) = match place {
            0 | 1 => return,
            2 => ("Pipeline", 0.3),
            3 => ("Best case", 0.55),
            4 => ("Best case", 0.35),
            _ => ("Commit", 0.6),
        };
        let values = self.figures.revise(day, category, moves, self.dice);
        self.changed(day, values);
    }

    fn changed(&mut self, day: Day, values: Values) {
        if values.is_empty() {
            return;
        }
        let at = self.at(day);
        let note = self.note(at, Fact::DealChanged).with(values);
        self.pen.write(note);
    }

    fn tick_by_mistake(&mut self, day: Day, place: usize) {
        let milestone = self.world.truth.milestones[place].name.to_owned();
        let at = self.at(day);
        let fact =
            Fact::MilestoneReached { milestone: milestone.clone(), stage: false, evidence: None };
        let ticked = self.note(at, fact);
        self.pen.write(ticked);
        let at = self.at(day);
        let reason = Some("Ticked by mistake".to_owned());
        let undone = self.note(at, Fact::MilestoneUndone { milestone, reason });
        self.pen.write(undone);
    }

    fn act(&mut self, day: Day, act: &Act) {
        let at = self.at(day);
        let known = self.known(at);
        let note = self.note(at, logged(act)).known(known);
        self.pen.write(note);
    }

    fn win(&mut self, day: Day) {
        self.order_call(day);
        let at = self.at(day);
        let known = if self.reopens { at } else { self.known(at) };
        let values = self.figures.sold(day, self.dice);
        let fact = Fact::DealWon { event: Some("Order received".to_owned()) };
        let note = self.note(at, fact).known(known).with(values);
        self.pen.write(note);
        self.figures.rest();
        if !self.reopens {
            self.follow_up(known.day());
        }
    }

    /// What comes once the order is in the books.
    fn follow_up(&mut self, day: Day) {
        for act in self.world.truth.acts.iter().filter(|act| act.sort == Sort::AfterWin) {
            let later = day.plus(self.dice.between(2, 18));
            if self.dice.chance(0.85) && later < self.world.today {
                let at = moment(later, self.dice.between(8 * 60, 16 * 60));
                let note = self.note(at, logged(act));
                self.pen.write(note);
            }
        }
    }

    fn lose(&mut self, day: Day, reached: usize, stalled: bool) {
        self.no_sale_call(day, stalled);
        let at = self.at(day);
        let known = if self.reopens { at } else { self.known(at) };
        let reasons: &[&str] = match (stalled, reached) {
            (true, _) => &["Went quiet", "No decision", "Project postponed"],
            (_, 0..=1) => &["No need", "No budget", "Not a fit", "Chose a competitor"],
            (_, 2..=3) => &["Chose a competitor", "No budget", "Trial not passed", "No decision"],
            _ => &["Price", "Chose a competitor", "Budget withdrawn", "Project postponed"],
        };
        let reason = self.dice.chance(0.9).then(|| (*self.dice.pick(reasons)).to_owned());
        let fact = Fact::DealLost { event: Some("Deal lost".to_owned()), reason };
        let note = self.note(at, fact).known(known);
        self.pen.write(note);
        self.figures.rest();
    }

    /// Close dates that passed without a close were moved on their way here.
    fn slip_until(&mut self, day: Day) {
        while let Some((on, values)) = self.figures.slip((self.last.day(), day), self.dice) {
            self.changed(on, values);
        }
    }

    /// A moment of `day` after everything told so far.
    pub(super) fn at(&mut self, day: Day) -> Moment {
        let minutes = self.dice.between(7 * 60 + 15, 16 * 60);
        let fresh = moment(day, minutes);
        let soon = Moment(self.last.0.saturating_add(i64::from(self.dice.between(2, 35)) * 60_000));
        self.last = if fresh > self.last { fresh } else { soon };
        self.last
    }

    /// When a fact was known: mostly at once, sometimes days later.
    fn known(&mut self, at: Moment) -> Moment {
        if !self.dice.chance(BACK_DATED) {
            return at;
        }
        at.plus_days(i64::from(self.dice.between(1, 14)))
    }

    pub(super) fn note(&self, at: Moment, fact: Fact) -> Note {
        Note::new(at, fact).about(&self.prospect.id).by(self.seller)
    }
}

fn logged(act: &Act) -> Fact {
    Fact::ActivityLogged { name: act.name.to_owned(), kind: Some(act.kind.to_owned()) }
}

const WORK: [&str; 5] = [
    "leak monitoring, one line",
    "leak monitoring, whole site",
    "metering of cooling water",
    "sensors for the new hall",
    "water accounts by department",
];

const EVIDENCE: [[&str; 2]; 6] = [
    ["Mail of the plant manager with the yearly figure", "Our notes, sent back confirmed"],
    ["Minutes of the meeting", "Invitation accepted by the managing director"],
    ["Trial agreement, countersigned", "Signed scan of the trial plan"],
    ["Trial report, signed by their engineer", "Measured values and their mail: 'passed'"],
    ["Project number from finance", "Minutes of the budget meeting"],
    ["Final terms, confirmed by purchasing", "Mail of purchasing with the day of signature"],
];
