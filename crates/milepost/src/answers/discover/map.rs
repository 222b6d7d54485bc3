//! The way from first call to sale: how many deals pass each milestone, how many were won, how many are
//! lost there, and how long it takes.

use insight::stats::quantile::median;
use ledger::deal::State;
use ledger::path::Path;
use serde::Serialize;

use crate::answers::process::ShowProcess;
use crate::answers::table::{Cell, Table};
use crate::answers::{Lens, Question};
use crate::texts::t;

/// A milestone on the map, or one of its ends.
#[derive(Clone, Debug, Serialize)]
pub struct Waypoint {
    /// Its name; `Opened` and `Won` at the ends.
    pub name: String,
    /// Deals that got there.
    pub deals: usize,
    /// The share of the closed ones among them that were won.
    pub chance: Option<f64>,
    /// Deals that were lost there, before any later milestone.
    pub lost: usize,
    /// Deals that stand there now.
    pub open: usize,
    /// Days since the one before: the median.
    pub median_days: Option<f64>,
}

/// The map of all deals under the lens's process.
pub(in crate::answers) fn map(lens: &Lens) -> Vec<Waypoint> {
    let count = lens.process.milestones.len();
    let (mut lost, mut open) = (vec![0; count + 1], vec![0; count + 1]);
    let (mut met, mut won) = (vec![0; count + 1], vec![0; count + 1]);
    let mut to_the_sale = Vec::new();
    let reader = lens.reader();
    let mut path = Path::default();
    for deal in lens.book.deals() {
        reader.read_into(deal, &mut path);
        let place = path.current.map_or(0, |place| place + 1);
        match deal.state {
            State::Lost => lost[place] += 1,
            State::Open => open[place] += 1,
            State::Won => {
                let last = path.reached.last().copied().flatten();
                let both = last.zip(deal.closed_at);
                to_the_sale.extend(both.map(|(last, closed)| closed.days_since(last)));
            }
        }
        let reached = path.reached.iter().map(Option::is_some);
        for (i, _) in std::iter::once(true).chain(reached).enumerate().filter(|(_, met)| *met) {
            met[i] += usize::from(deal.state != State::Open);
            won[i] += usize::from(deal.state == State::Won);
        }
    }
    let chance = |place: usize| (met[place] > 0).then(|| won[place] as f64 / met[place] as f64);
    let point = |name: &str, deals, place: usize| Waypoint {
        name: name.to_owned(),
        deals,
        chance: chance(place),
        lost: lost[place],
        open: open[place],
        median_days: None,
    };
    let Ok(facts) = ShowProcess.ask(lens) else { return Vec::new() };
    let mut points = vec![point("Opened", facts.deals, 0)];
    points.extend(facts.milestones.iter().enumerate().map(|(i, milestone)| Waypoint {
        median_days: milestone.median_days,
        ..point(&milestone.name, milestone.deals, i + 1)
    }));
    let median_days = median(&mut to_the_sale);
    let end =
        Waypoint { lost: 0, open: 0, chance: None, median_days, ..point("Won", facts.won, 0) };
    points.push(end);
    points
}

/// The map for a terminal: as many blocks as deals pass.
pub(super) fn table(points: &[Waypoint]) -> Table {
    const BROADEST: f64 = 24.0;
    let most = points.iter().map(|p| p.deals).max().unwrap_or(1).max(1) as f64;
    let row = |point: &Waypoint| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the broadest"
        )]
        let blocks = (BROADEST * point.deals as f64 / most).ceil() as usize;
        vec![
            Cell::Text(point.name.clone()),
            Cell::Text("█".repeat(blocks)),
            Cell::Count(point.deals),
            point.chance.map_or(Cell::Empty, Cell::Share),
            Cell::Count(point.lost),
            Cell::Count(point.open),
            point.median_days.map_or(Cell::Empty, Cell::Days),
        ]
    };
    Table {
        title: t!("answers-discover-way").into(),
        columns: vec!["place", "", "deals", "won", "lost_here", "open_here", "median_days"],
        rows: points.iter().map(row).collect(),
    }
}
