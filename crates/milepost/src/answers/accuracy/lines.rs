//! The tables of an accuracy answer.

use insight::accuracy::Methods;
use insight::stats::score::{OddsScore, Score};

use super::super::table::{Cell, Table};
use super::PointLine;
use crate::texts::t;

/// One row a date.
pub(super) fn points(points: &[PointLine]) -> Table {
    Table {
        title: t!("answers-accuracy-points").into(),
        columns: vec![
            "as_of", "forecast", "p10", "p50", "p90", "actual", "run_rate", "weighted", "mean",
            "commit",
        ],
        rows: points.iter().map(PointLine::cells).collect(),
    }
}

impl PointLine {
    fn cells(&self) -> Vec<Cell> {
        let known = [self.forecast, self.p10, self.p50, self.p90, self.actual];
        let simple = [self.run_rate, self.weighted];
        let money = known.into_iter().chain(simple).map(Cell::Money);
        let others = [self.mean, self.commit].map(Cell::money);
        std::iter::once(Cell::Day(self.as_of)).chain(money).chain(others).collect()
    }
}

/// One row a method.
pub(super) fn methods(methods: &Methods) -> Table {
    let row = |(name, score): (&str, Score)| {
        let share = |share: Option<f64>| share.map_or(Cell::Empty, Cell::Share);
        vec![
            Cell::Text(name.into()),
            Cell::Share(score.wape),
            Cell::Share(score.bias),
            Cell::Share(score.within_10),
            share(score.coverage_80),
            Cell::Count(score.n),
        ]
    };
    Table {
        title: t!("answers-accuracy-methods").into(),
        columns: vec!["method", "wape", "bias", "within_10", "coverage_80", "dates"],
        rows: methods.named().into_iter().map(row).collect(),
    }
}

/// One row a group of odds.
pub(super) fn reliability(odds: Option<&OddsScore>) -> Table {
    let groups = odds.into_iter().flat_map(|odds| &odds.reliability);
    let row = |group: &insight::stats::score::Reliability| {
        vec![Cell::Share(group.p), Cell::Count(group.n), Cell::Share(group.won)]
    };
    Table {
        title: t!("answers-accuracy-odds").into(),
        columns: vec!["p", "n", "won"],
        rows: groups.map(row).collect(),
    }
}
