//! How often discovery finds the truth: manufactured companies of every size, and ones where nothing
//! matters.

use insight::discovery::discover;
use insight::worlds::{Kind, World};
use ledger::book::Book;
use ledger::time::Moment;
use serde::Serialize;

use crate::answers::Answer;
use crate::answers::table::{Cell, Table};

/// About so many sales until we look; some of the deals are still open then.
const SALES: [usize; 6] = [35, 70, 130, 280, 560, 1_100];

/// Found and not found, by kind and size.
#[derive(Debug, Serialize)]
pub struct Curve {
    /// Companies of each kind and size.
    pub companies: u64,
    /// One line for each kind and size.
    pub points: Vec<Point>,
}

/// Companies of one kind and size.
#[derive(Debug, Serialize)]
pub struct Point {
    /// Whether the milestones matter in them.
    pub kind: &'static str,
    /// Sales on record, on average.
    pub sales: f64,
    /// In this share of them discovery was exactly right: the milestones in their order, nothing else;
    /// where nothing matters, nothing at all.
    pub exact: f64,
    /// The share of true milestones that were found.
    pub found: f64,
    /// The share of those named that are no milestones.
    pub wrong: f64,
}

/// Tries discovery on so many companies of each kind and size.
#[must_use]
pub fn run(companies: u64) -> Curve {
    let kinds = [
        (Kind::Milestones, "milestones are the way"),
        (Kind::Nothing, "nothing matters"),
        (Kind::Stages, "stages by rule, nothing matters"),
    ];
    let mut points = Vec::new();
    for (kind, name) in kinds {
        points.extend(SALES.map(|sales| point(kind, name, sales, companies)));
    }
    Curve { companies, points }
}

fn point(kind: Kind, name: &'static str, size: usize, companies: u64) -> Point {
    let (mut exact, mut sales) = (0_u32, 0);
    let (mut truth, mut named, mut right) = (0, 0, 0);
    for seed in 0..companies {
        let world = World::new(kind, seed, size);
        let book = Book::of(Moment::MAX, &world.events);
        let found = discover(&book, world.until, seed);
        exact += u32::from(world.is_found(&found));
        sales += found.deals.0;
        truth += world.milestones.len();
        named += found.milestones.len();
        let names = world.milestones.concat();
        right += found.milestones.iter().filter(|m| names.contains(&m.name)).count();
    }
    let share = |part: usize, whole: usize| {
        if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
    };
    Point {
        kind: name,
        sales: sales as f64 / companies.max(1) as f64,
        exact: f64::from(exact) / companies.max(1) as f64,
        found: share(right, truth),
        wrong: share(named - right, named),
    }
}

impl Answer for Curve {
    fn sentence(&self) -> String {
        format!("Discovery on {} manufactured companies of each kind and size.", self.companies)
    }

    fn tables(&self) -> Vec<Table> {
        let cells = |point: &Point| {
            vec![
                Cell::Text(point.kind.into()),
                Cell::Money(point.sales),
                Cell::Share(point.exact),
                Cell::Share(point.found),
                Cell::Share(point.wrong),
            ]
        };
        vec![Table {
            title: "Found".into(),
            columns: vec!["company", "sales", "exact", "found", "wrong"],
            rows: self.points.iter().map(cells).collect(),
        }]
    }
}
