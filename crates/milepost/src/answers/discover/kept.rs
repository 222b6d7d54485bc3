//! Where deals left the path: a milestone passed over, taken out of order, or stuck at. Counts that
//! coaching can use.

use std::collections::BTreeMap;

use ledger::deal::State;
use ledger::path::Path;
use serde::Serialize;

use crate::answers::Lens;
use crate::answers::standing::{patience, whole_days};
use crate::answers::table::{Cell, Table};
use crate::texts::t;

/// One salesperson's deals on the path.
#[derive(Clone, Debug, Default, Serialize)]
pub struct OwnerKept {
    /// The salesperson; absent for deals without an owner.
    pub owner: Option<String>,
    /// All deals.
    pub deals: usize,
    /// Deals that passed over a milestone.
    pub skipped: usize,
    /// Deals that took milestones out of order, or went back.
    pub out_of_order: usize,
    /// Open deals that stand at a milestone longer than 9 in 10 won deals did.
    pub stuck: usize,
    /// By milestone: deals that passed over it, and open deals that are stuck at it.
    pub milestones: Vec<MilestoneKept>,
}

/// A milestone where deals of one salesperson left the path.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneKept {
    /// Its name.
    pub name: String,
    /// Deals that passed over it.
    pub skipped: usize,
    /// Open deals stuck at it.
    pub stuck: usize,
}

/// An open deal that left the path.
#[derive(Clone, Debug, Serialize)]
pub struct DealKept {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// Milestones that it passed over.
    pub skipped: Vec<String>,
    /// Milestones were taken out of order, or taken back.
    pub out_of_order: bool,
    /// The milestone that it is stuck at.
    pub stuck: Option<String>,
}

/// All salespeople, those with most deals first, and the open deals that left the path.
pub(super) fn kept(lens: &Lens) -> (Vec<OwnerKept>, Vec<DealKept>) {
    let reader = lens.reader();
    let limits = patience(lens, &reader);
    let names: Vec<&str> = lens.process.milestones.iter().map(|m| m.name.as_str()).collect();
    let mut owners: BTreeMap<Option<String>, OwnerKept> = BTreeMap::new();
    let mut left = Vec::new();
    let mut path = Path::default();
    for deal in lens.book.deals() {
        reader.read_into(deal, &mut path);
        let name = lens.owner(deal).map(str::to_owned);
        let owner =
            owners.entry(name.clone()).or_insert_with(|| OwnerKept::new(name.clone(), &names));
        let skipped: Vec<usize> = path.skipped().collect();
        let out_of_order = path.steps_back() > 0 || is_out_of_order(&path);
        let open = deal.state == State::Open;
        let usual = limits[path.current.map_or(0, |place| place + 1)];
        let here = whole_days(path.since, lens.as_of.moment) as f64;
        let stuck = open && usual.is_some_and(|usual| here > usual);
        let here = path.current.filter(|_| stuck);
        owner.deals += 1;
        owner.skipped += usize::from(!skipped.is_empty());
        owner.out_of_order += usize::from(out_of_order);
        owner.stuck += usize::from(stuck);
        skipped.iter().for_each(|place| owner.milestones[*place].skipped += 1);
        here.iter().for_each(|place| owner.milestones[*place].stuck += 1);
        if open && (!skipped.is_empty() || out_of_order || stuck) {
            left.push(DealKept {
                id: lens.book.text(deal.id).to_owned(),
                owner: name,
                skipped: skipped.iter().map(|place| names[*place].to_owned()).collect(),
                out_of_order,
                stuck: stuck.then(|| here.map_or("before the first", |place| names[place]).into()),
            });
        }
    }
    let mut owners: Vec<OwnerKept> = owners.into_values().collect();
    owners.sort_by_key(|owner| std::cmp::Reverse(owner.deals));
    (owners, left)
}

/// Whether a later milestone was reached before an earlier one.
fn is_out_of_order(path: &Path) -> bool {
    let reached: Vec<_> = path.reached.iter().flatten().collect();
    reached.windows(2).any(|pair| pair[0] > pair[1])
}

impl OwnerKept {
    fn new(owner: Option<String>, names: &[&str]) -> OwnerKept {
        let milestone =
            |name: &&str| MilestoneKept { name: (*name).to_owned(), skipped: 0, stuck: 0 };
        OwnerKept {
            owner,
            milestones: names.iter().map(milestone).collect(),
            ..OwnerKept::default()
        }
    }

    pub(super) fn table(owners: &[OwnerKept]) -> Table {
        let row = |owner: &OwnerKept| {
            vec![
                Cell::Text(owner.owner.clone().unwrap_or_else(|| "(no owner)".into())),
                Cell::Count(owner.deals),
                Cell::Count(owner.skipped),
                Cell::Count(owner.out_of_order),
                Cell::Count(owner.stuck),
            ]
        };
        Table {
            title: t!("answers-discover-left").into(),
            columns: vec!["owner", "deals", "skipped", "out_of_order", "stuck"],
            rows: owners.iter().map(row).collect(),
        }
    }
}
