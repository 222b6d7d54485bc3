//! Saved views, as a list for programs: pages with what was asked of them, under names.

use serde::Serialize;

use super::Answer;
use super::table::{Cell, Table};
use crate::texts::t;

/// All of them, by name.
#[derive(Clone, Debug, Serialize)]
pub struct ViewsAnswer {
    /// One by one.
    pub views: Vec<ViewLine>,
}

/// One saved view.
#[derive(Clone, Debug, Serialize)]
pub struct ViewLine {
    /// What forgets it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The address, without the host.
    pub to: String,
    /// Who saved it: a name, or the id where the name is not known or was erased.
    pub by: Option<String>,
}

impl Answer for ViewsAnswer {
    fn sentence(&self) -> String {
        t!("pages-views-lead", n = self.views.len())
    }

    fn tables(&self) -> Vec<Table> {
        let row = |view: &ViewLine| {
            let text = |text: &String| Cell::Text(text.clone());
            let by = Cell::text(view.by.as_deref());
            vec![text(&view.id), text(&view.name), text(&view.to), by]
        };
        vec![Table {
            title: t!("page-views").into(),
            columns: vec!["id", "name", "to", "by"],
            rows: self.views.iter().map(row).collect(),
        }]
    }
}
