//! One salesperson in rows and tables.

use super::calls::CallLine;
use super::seller::{Seller, Standing, StepPace};
use super::wordings::Wording;
use crate::answers::table::{Cell, Table};
use crate::answers::words::days;
use crate::texts::t;

impl Seller {
    pub(super) fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.owner.clone()),
            Cell::text(self.team.as_deref()),
            Cell::Count(self.closed),
            Cell::Count(self.won),
            Cell::Share(self.win_rate),
            Cell::text(self.milestone.as_deref()),
            self.pace.map_or(Cell::Empty, Cell::Share),
            Cell::Flag(self.real),
            Cell::Text(self.because.clone()),
        ]
    }

    pub(super) fn tables(&self) -> Vec<Table> {
        let whole = |steps: f64| format!("{steps:.0}");
        let of = |n, all| t!("answers-coach-of", n = whole(n), all = whole(all));
        let step = |step: &StepPace| {
            let beyond =
                if step.real { t!("answers-coach-beyond") } else { t!("answers-coach-luck") };
            vec![
                Cell::Text(step.called().to_owned()),
                Cell::Share(step.pace),
                Cell::Text(of(step.taken, step.expected)),
                Cell::Text(beyond.into()),
            ]
        };
        let deal = |deal: &Standing| {
            vec![
                Cell::Deal(deal.id.clone()),
                Cell::text(deal.account.as_deref()),
                Cell::Text(days(deal.days_here)),
                Cell::Text(deal.objective.clone()),
            ]
        };
        vec![
            Table {
                title: t!("answers-coach-pace").into(),
                columns: vec!["step", "pace", "taken_of_expected", "beyond_luck"],
                rows: self.steps.iter().map(step).collect(),
            },
            Table {
                title: t!("answers-coach-standing").into(),
                columns: vec!["deal", "account", "for", "ask_for"],
                rows: self.deals.iter().map(deal).collect(),
            },
            CallLine::table(&self.calls),
            Wording::table(&self.wordings),
        ]
    }
}
