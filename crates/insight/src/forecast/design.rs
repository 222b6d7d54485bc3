//! From what is known of a deal to numbers that add up: the columns of the hazard model.
//!
//! A quantity is a line with a few bends (hat functions between knots at quantiles), so that its effect
//! may rise and fall but not jump; a word is one column a level. Levels and knots are learned from the
//! deals that the model is learned from, in the order of their texts: the same facts give the same
//! columns. Every column belongs to a group, by which the model explains itself.

use ledger::book::Book;
use ledger::names::Sym;
use ledger::time::Moment;

use super::facts::Facts;
use super::why::Group;

/// Where a quantity's line bends: at these quantiles.
const BENDS: [f64; 8] = [0.0, 0.14, 0.29, 0.43, 0.57, 0.71, 0.86, 1.0];
/// An amount's, closer at the top, where most of the money is.
const AMOUNT_BENDS: [f64; 12] =
    [0.0, 0.14, 0.29, 0.43, 0.57, 0.71, 0.8, 0.86, 0.91, 0.95, 0.98, 1.0];
/// Rows that knots are read from, about.
const SAMPLE: usize = 4000;
/// Levels of a word, at most; others are one.
const LEVELS: usize = 30;
/// A level is met by at least this many rows.
const FEWEST: usize = 12;
/// Raw names of which is asked whether they were met.
const SEEN: usize = 128;

/// A deal as numbers: columns and values.
pub(super) type Sparse = Vec<(u32, f32)>;

/// The quantities of a deal.
const QUANTITIES: [Group; 7] = [
    Group::Age,
    Group::Age,
    Group::Quiet,
    Group::Quiet,
    Group::Quiet,
    Group::Amount,
    Group::CloseDate,
];
/// Their places in the list.
const HERE: usize = 0;
const SILENT: usize = 2;
const WORTH: usize = 5;

/// The words of a deal.
const WORDS: [(Group, f32); 5] = [
    (Group::Category, 5.0),
    (Group::Source, 5.0),
    (Group::Source, 5.0),
    (Group::Owner, 40.0),
    (Group::Milestone, 15.0),
];
/// The place of the raw name of the last fact among them.
const LAST: usize = 4;

/// How a column is held back: the weight of its square.
const USUAL: f32 = 5.0;
const CROSSED: f32 = 20.0;
const MET: f32 = 10.0;

/// The columns of a model.
#[derive(Clone)]
pub(super) struct Design {
    knots: Vec<Vec<f32>>,
    levels: Vec<Vec<Sym>>,
    /// The bits of the raw names that are asked for, each the next column.
    seen: Vec<usize>,
    places: usize,
    blocks: Vec<Block>,
    columns: u32,
    usual: f64,
}

/// Columns side by side.
#[derive(Clone, Copy)]
struct Block {
    group: Group,
    first: u32,
    penalty: f32,
}

impl Design {
    /// Learns knots and levels from rows, each with its moment. `worth` gives an amount in the
    /// reporting currency; `usual` serves where none is known.
    pub(super) fn learn(
        rows: &[(Moment, &Facts)],
        places: usize,
        book: &Book,
        bits: &Bits,
        usual: f64,
        worth: &dyn Fn(&Facts) -> Option<f64>,
    ) -> Design {
        let step = rows.len() / SAMPLE + 1;
        let sample: Vec<[f32; 7]> = rows
            .iter()
            .step_by(step)
            .map(|(at, facts)| quantities(facts, *at, worth(facts).unwrap_or(usual)))
            .collect();
        let bends = |q| if q == WORTH { &AMOUNT_BENDS[..] } else { &BENDS[..] };
        let knots = |q| knots(sample.iter().map(|row: &[f32; 7]| row[q]), bends(q));
        let knots = (0..QUANTITIES.len()).map(knots).collect();
        let text = |w: usize, sym| if w == LAST { book.raw(sym) } else { book.text(sym) };
        let levels = |w| levels(rows, |sym| text(w, sym), |facts| words(facts)[w]);
        let levels: Vec<Vec<Sym>> = (0..WORDS.len()).map(levels).collect();
        let seen = met(rows, bits);
        let blocks = Vec::new();
        let mut design = Design { knots, levels, seen, places, blocks, columns: 0, usual };
        design.lay_out();
        design
    }

    /// Gives every block its columns. The order is that of [`Design::row`].
    fn lay_out(&mut self) {
        let mut sizes = Vec::new();
        for (knots, group) in self.knots.iter().zip(QUANTITIES) {
            sizes.push((group, knots.len(), USUAL));
        }
        for (levels, (group, penalty)) in self.levels.iter().zip(WORDS) {
            sizes.push((group, levels.len() + 1, penalty));
        }
        let asked = self.seen.len();
        sizes.push((Group::Milestone, self.places, USUAL));
        sizes.push((Group::Amount, DIGITS, USUAL));
        sizes.push((Group::Milestone, 2, USUAL));
        sizes.push((Group::Milestone, 2, USUAL));
        sizes.push((Group::Commitment, DUES, USUAL));
        sizes.push((Group::Milestone, asked, MET));
        sizes.push((Group::Amount, DIGITS * self.knots[WORTH].len(), CROSSED));
        sizes.push((Group::Age, self.places * self.knots[HERE].len(), CROSSED));
        let names = (self.levels[LAST].len() + 1) * self.knots[SILENT].len();
        sizes.push((Group::Quiet, names, 1.5 * CROSSED));
        for (group, size, penalty) in sizes {
            self.blocks.push(Block { group, first: self.columns, penalty });
            self.columns += u32::try_from(size).unwrap_or(0);
        }
    }

    /// How many columns there are.
    pub(super) fn columns(&self) -> usize {
        self.columns as usize
    }

    /// For each column, how it is held back.
    pub(super) fn penalties(&self) -> Vec<f32> {
        let mut all = vec![0.0; self.columns()];
        for block in &self.blocks {
            all[block.first as usize..].fill(block.penalty);
        }
        all
    }

    /// The group of a column.
    pub(super) fn group(&self, column: u32) -> Group {
        let block = self.blocks.partition_point(|block| block.first <= column);
        self.blocks[block - 1].group
    }

    /// A deal at a moment, as numbers.
    pub(super) fn row(&self, facts: &Facts, at: Moment, worth: Option<f64>, into: &mut Sparse) {
        into.clear();
        let mut blocks = self.blocks.iter().map(|block| block.first);
        let mut next = || blocks.next().unwrap_or(0);
        let numbers = quantities(facts, at, worth.unwrap_or(self.usual));
        let hats: [Hat; QUANTITIES.len()] =
            std::array::from_fn(|quantity| hat(&self.knots[quantity], numbers[quantity]));
        for bent in &hats {
            bent.add(next(), 1.0, into);
        }
        let mut last = 0;
        for (levels, word) in self.levels.iter().zip(words(facts)) {
            last = level(levels, word);
            into.push((next() + last, 1.0));
        }
        let digits = digits(worth);
        let place = u32::try_from(facts.place.min(self.places - 1)).unwrap_or(0);
        into.push((next() + place, 1.0));
        into.push((next() + digits, 1.0));
        into.push((next() + facts.backs.min(1), 1.0));
        into.push((next() + facts.reopened.min(1), 1.0));
        into.push((next() + due(facts, at), 1.0));
        let met = (next()..).zip(&self.seen).filter(|(_, bit)| facts.seen >> **bit & 1 == 1);
        into.extend(met.map(|(column, _)| (column, 1.0)));
        for (which, by) in [(WORTH, digits), (HERE, place), (SILENT, last)] {
            let width = u32::try_from(self.knots[which].len()).unwrap_or(0);
            hats[which].add(next() + by * width, 1.0, into);
        }
    }
}

/// A place between two knots.
struct Hat {
    below: u32,
    part: f32,
}

impl Hat {
    fn add(&self, first: u32, scale: f32, into: &mut Sparse) {
        into.push((first + self.below, (1.0 - self.part) * scale));
        if self.part > 0.0 {
            into.push((first + self.below + 1, self.part * scale));
        }
    }
}

fn hat(knots: &[f32], x: f32) -> Hat {
    let (low, high) = (knots[0], knots[knots.len() - 1]);
    let x = x.clamp(low, high);
    let above = knots.partition_point(|knot| *knot <= x).clamp(1, knots.len());
    let below = u32::try_from(above - 1).unwrap_or(0);
    let part = match knots.get(above) {
        Some(next) => (x - knots[above - 1]) / (next - knots[above - 1]),
        None => 0.0,
    };
    Hat { below, part }
}

/// Knots at quantiles, each once.
fn knots(numbers: impl Iterator<Item = f32>, bends: &[f64]) -> Vec<f32> {
    let mut sorted: Vec<f32> = numbers.collect();
    sorted.sort_by(f32::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 <= bend <= 1")]
    let at = |bend: &f64| sorted.get((bend * last) as usize).copied();
    let mut knots: Vec<f32> = bends.iter().filter_map(at).collect();
    knots.dedup_by(|a, b| (*a - *b).abs() < 1e-3);
    if knots.is_empty() {
        knots.push(0.0);
    }
    knots
}

#[expect(clippy::cast_possible_truncation, reason = "four figures are enough for an effect")]
fn quantities(facts: &Facts, at: Moment, worth: f64) -> [f32; 7] {
    let days = |since: Moment| at.days_since(since).max(0.0);
    let log = |number: f64| (1.0 + number.max(0.0)).ln() as f32;
    let (count, age) = (f64::from(facts.count), days(facts.opened));
    [
        log(days(facts.since)),
        log(age),
        log(days(facts.last)),
        log(count),
        log(count / (age + 3.0)),
        log(worth),
        facts.moved.min(8) as f32,
    ]
}

fn words(facts: &Facts) -> [Option<Sym>; 5] {
    [facts.category, facts.source, facts.kind, facts.owner, facts.name]
}

/// 0 for a word that is not known or too rare.
fn level(levels: &[Sym], word: Option<Sym>) -> u32 {
    let place = word.and_then(|word| levels.iter().position(|level| *level == word));
    place.and_then(|place| u32::try_from(place + 1).ok()).unwrap_or(0)
}

/// How precise an amount is: a round figure is a guess, a crooked one comes from a quote.
const DIGITS: usize = 5;

fn digits(worth: Option<f64>) -> u32 {
    let Some(worth) = worth else { return 0 };
    #[expect(clippy::cast_possible_truncation, reason = "an amount in whole units")]
    let mut whole = worth.round() as i64;
    if whole <= 0 {
        return 0;
    }
    while whole % 10 == 0 {
        whole /= 10;
    }
    (whole.ilog10() + 1).min(4)
}

/// What the customer agreed to: nothing, something overdue, something soon, something later.
const DUES: usize = 4;

fn due(facts: &Facts, at: Moment) -> u32 {
    let Some((_, due)) = facts.due else { return 0 };
    match due.plus(1).start().days_since(at) {
        left if left < 0.0 => 1,
        left if left < 14.0 => 2,
        _ => 3,
    }
}

/// The levels of a word that enough rows have, the most frequent ones, in the order of their texts.
fn levels<'b>(
    rows: &[(Moment, &Facts)],
    text: impl Fn(Sym) -> &'b str,
    word: impl Fn(&Facts) -> Option<Sym>,
) -> Vec<Sym> {
    let mut all: Vec<Sym> = rows.iter().filter_map(|(_, facts)| word(facts)).collect();
    all.sort_unstable();
    let runs = all.chunk_by(|a, b| a == b).filter(|run| run.len() >= FEWEST);
    let mut often: Vec<(usize, &str, Sym)> =
        runs.map(|run| (run.len(), text(run[0]), run[0])).collect();
    often.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    often.truncate(LEVELS);
    often.sort_by(|a, b| a.1.cmp(b.1));
    often.into_iter().map(|(_, _, sym)| sym).collect()
}

/// Which raw names some deals have met and others have not, in the order of their texts: sums of floats depend on
/// their order, and which bit is whose on the order of the ledger.
fn met(rows: &[(Moment, &Facts)], bits: &Bits) -> Vec<usize> {
    let mut counts = [0_usize; SEEN];
    for (_, facts) in rows {
        let mut left = facts.seen;
        while left != 0 {
            counts[left.trailing_zeros() as usize] += 1;
            left &= left - 1;
        }
    }
    let few = (rows.len() / 50).max(FEWEST);
    let splits = |bit: &usize| counts[*bit] >= few && rows.len() - counts[*bit] >= few;
    bits.order.iter().copied().filter(splits).collect()
}

/// Which bit stands for which raw name.
pub(super) struct Bits {
    of: Vec<u32>,
    /// The bits in the order of the names that they stand for.
    order: Vec<usize>,
}

impl Bits {
    /// A bit each; where there are more names than bits, several share one, by a hash of their text:
    /// what a name stands for must not depend on names that became known later.
    pub(super) fn new(book: &Book) -> Bits {
        let names: Vec<&str> = book.raw_names().iter().collect();
        let own = names.len() <= SEEN;
        let bit = |(i, name): (usize, &&str)| if own { i } else { hash(name) % SEEN };
        let of: Vec<usize> = names.iter().enumerate().map(bit).collect();
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|name| names[*name]);
        let mut taken = [false; SEEN];
        let order = order.iter().map(|name| of[*name]);
        let order = order.filter(|bit| !std::mem::replace(&mut taken[*bit], true)).collect();
        Bits { of: of.iter().map(|bit| u32::try_from(*bit).unwrap_or(0)).collect(), order }
    }

    /// The bit of a raw name.
    pub(super) fn of(&self, name: Sym) -> u128 {
        self.of.get(name.index()).map_or(0, |bit| 1 << bit)
    }
}

/// FNV-1a.
fn hash(text: &str) -> usize {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, step) as usize
}
