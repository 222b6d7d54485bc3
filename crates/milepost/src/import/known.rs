//! What the ledger has: which facts, so that nothing is added twice, and the book of them.
//!
//! **A fact is known by its id alone**, which is made of all it says. Where the same row of the
//! source now says something else, the new fact is a correction.

use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher};

use foldhash::fast::FixedState;
use ledger::book::Book;
use ledger::event::{Event, Fact, Values};
use ledger::id::EventId;
use ledger::time::Moment;

/// The facts of the ledger, and those that an import adds. Each import needs its own.
#[derive(Debug)]
pub struct Known {
    /// All of them, as known at the end of time; not settled while an import runs.
    pub(super) book: Book,
    before: Ids,
    now: Ids,
    rows: HashSet<u64, BuildHasherDefault<AsIs>>,
    /// The latest moment of each deal of which a row of this import has told.
    told: HashMap<u64, Moment, BuildHasherDefault<AsIs>>,
}

/// How a row that says how a deal was at a moment stands to the rows before it in the same import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// None has told of the deal.
    First,
    /// They told of earlier moments.
    Newer,
    /// One has told of this moment or a later one.
    Late,
}

/// Half of each id's bits: two of ten million facts share theirs with odds of 1 in 300,000, and then
/// one is reported as standing twice.
type Ids = HashSet<u64, BuildHasherDefault<AsIs>>;

/// How a fact stands to the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    New,
    /// New, for a row that said something else before.
    Correction,
    /// The ledger has it.
    Known,
    /// It stands twice in these files.
    Twice,
}

/// Ids and hashes are well mixed already.
#[derive(Clone, Debug, Default)]
struct AsIs(u64);

impl Default for Known {
    fn default() -> Self {
        Known {
            book: Book::before(Moment::MAX),
            before: Ids::default(),
            now: Ids::default(),
            rows: HashSet::default(),
            told: HashMap::default(),
        }
    }
}

impl Known {
    /// Nothing, and what was imported at some moments will be left out: it may be imported anew.
    #[must_use]
    pub fn without(undone: Vec<Moment>) -> Known {
        Known { book: Book::without(Moment::MAX, undone), ..Known::default() }
    }

    /// The imports to leave out, where that was not known when it began.
    #[must_use]
    pub fn torn(&self) -> Option<&[Moment]> {
        self.book.torn()
    }

    /// Takes in a fact that the ledger has.
    pub fn take<S: AsRef<str> + Ord>(&mut self, event: &Event<S>) {
        if self.book.leaves_out(event) {
            return;
        }
        self.before.insert(half(event.id));
        self.rows.insert(row(event));
        self.book.push(event);
    }

    pub(super) fn standing(&self, event: &Event<&str>) -> Standing {
        if self.now.contains(&half(event.id)) {
            return Standing::Twice;
        }
        if self.before.is_empty() {
            return Standing::New;
        }
        if self.before.contains(&half(event.id)) {
            return Standing::Known;
        }
        if self.rows.contains(&row(event)) { Standing::Correction } else { Standing::New }
    }

    /// Whether a fact is in the ledger, or stood in these files.
    pub(super) fn has(&self, id: EventId) -> bool {
        self.before.contains(&half(id)) || self.now.contains(&half(id))
    }

    /// Notes that a row tells how a deal was at a moment.
    pub(super) fn telling(&mut self, deal: &str, at: Moment) -> Telling {
        match self.told.entry(FixedState::default().hash_one(deal)) {
            Entry::Vacant(first) => {
                first.insert(at);
                Telling::First
            }
            Entry::Occupied(mut latest) if *latest.get() < at => {
                latest.insert(at);
                Telling::Newer
            }
            Entry::Occupied(_) => Telling::Late,
        }
    }

    /// Notes that these files hold a fact.
    pub(super) fn met(&mut self, id: EventId) {
        self.now.insert(half(id));
    }
}

/// The hashed bits, and the moment's mixed in above them.
#[expect(clippy::cast_possible_truncation, reason = "the other half is the moment")]
fn half(id: EventId) -> u64 {
    (id.0 as u64) << 2 ^ (id.0 >> 64) as u64
}

/// The row that a fact came from: its id in the source system, or else what, of which deal and when.
fn row<S: AsRef<str>>(event: &Event<S>) -> u64 {
    let mut hash = FixedState::default().build_hasher();
    event.system.as_ref().hash(&mut hash);
    event.deal.as_ref().map(AsRef::as_ref).hash(&mut hash);
    match (&event.external_id, &event.fact) {
        (Some(id), fact) => (object(fact), id.as_ref()).hash(&mut hash),
        (None, Fact::DealChanged) => (event.happened_at, which(&event.values)).hash(&mut hash),
        (None, fact) => (fact.kind(), fact.raw_name(), event.happened_at).hash(&mut hash),
    }
    hash.finish()
}

/// Systems may number each kind of record from 1.
fn object<S>(fact: &Fact<S>) -> u8 {
    match fact {
        Fact::ActivityLogged { .. } => 1,
        Fact::TouchRecorded { .. } => 2,
        Fact::SpendRecorded { .. } => 3,
        Fact::QuotaSet { .. } => 4,
        _ => 0,
    }
}

fn which<S>(values: &Values<S>) -> [bool; 9] {
    [
        values.name.is_some(),
        values.account.is_some(),
        values.owner.is_some(),
        values.source.is_some(),
        values.kind.is_some(),
        values.amount.is_some(),
        values.expected_close.is_some(),
        values.category.is_some(),
        values.pipeline.is_some(),
    ]
}

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let number =
            |bytes: &[u8]| bytes.iter().fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte));
        self.0 = bytes.chunks(8).map(number).fold(self.0, |sum, n| sum.rotate_left(5) ^ n);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}
