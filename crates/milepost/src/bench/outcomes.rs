//! How well ends are told from the first events of deals, by the protocol of the literature.

use insight::forecast::{Told, outcomes};
use serde::Serialize;

use crate::answers::table::{Cell, Table};
use crate::answers::{Answer, AsOf, Lens, Refusal};
use crate::clock;
use crate::live::Live;

/// Every outcome that was asked for.
#[derive(Debug, Serialize)]
pub struct Outcomes {
    /// One line for each.
    pub outcomes: Vec<Told>,
}

/// Tells each of some outcomes, named by their raw events, in a ledger.
///
/// # Errors
/// If the ledger cannot be read, or no deal had any of them.
pub fn run(live: &Live, names: &[String]) -> Result<Outcomes, Box<dyn std::error::Error>> {
    let as_of = AsOf::now(clock::now(), live.settings());
    let (book, people) = (live.book(as_of.moment)?, live.people()?);
    let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
    let outcomes = outcomes(&book, &lens.process, names);
    if outcomes.is_empty() {
        let none = "no deal has any of these events; name them as they are recorded".to_owned();
        return Err(Refusal(none).into());
    }
    Ok(Outcomes { outcomes })
}

impl Answer for Outcomes {
    fn sentence(&self) -> String {
        let [learned, judged] =
            self.outcomes.first().map_or([0, 0], |told| [told.learned, told.judged]);
        format!(
            "Learned from {learned} deals, judged by the first 1 to 40 events of {judged} later ones."
        )
    }

    fn tables(&self) -> Vec<Table> {
        let number = |x: Option<f64>| x.map_or(Cell::Empty, |x| Cell::Text(format!("{x:.3}")));
        let cells = |told: &Told| {
            vec![Cell::Text(told.outcome.clone()), number(told.auc), number(told.auc_before)]
        };
        vec![Table {
            title: "Area under the curve".into(),
            columns: vec!["outcome", "whole", "before"],
            rows: self.outcomes.iter().map(cells).collect(),
        }]
    }
}
