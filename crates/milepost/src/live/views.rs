//! Saved views: a page with what was asked of it, under a name that everybody sees. Kept beside the ledger.

use serde::{Deserialize, Serialize};

use super::{Live, Trouble};
use crate::answers::Refusal;
use crate::clock;
use crate::live::acting::who;
use crate::texts::{bare, t};

const VIEWS: &str = "view";
/// A ledger has no more of them.
const MOST: usize = 500;

/// A page with what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// What it is called.
    pub name: String,
    /// The address, without the host.
    pub to: String,
    /// Who saved it, by id.
    pub by: Option<String>,
}

impl Live {
    /// All saved views with their ids, by name.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn views(&self) -> Result<Vec<(String, SavedView)>, Trouble> {
        let mut views = self.kept_notes::<SavedView>(VIEWS)?;
        views.sort_by_key(|(_, view)| view.name.to_lowercase());
        Ok(views)
    }

    /// Saves a view; one of the same name is saved anew.
    ///
    /// # Errors
    /// If it has no name, leads elsewhere, or cannot be written.
    pub fn save_view(&self, name: &str, to: &str) -> Result<(), Trouble> {
        let name: String = name.trim().chars().take(80).collect();
        if name.is_empty() {
            return Err(Refusal(t!("live-view-name").into()).into());
        }
        let own = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
        if !own || to.len() > 2000 || to.chars().any(char::is_control) {
            return Err(Refusal(t!("live-view-page").into()).into());
        }
        let before = self.views()?;
        let same = before.iter().find(|(_, view)| view.name.to_lowercase() == name.to_lowercase());
        if same.is_none() && before.len() >= MOST {
            return Err(Refusal(t!("live-view-most", most = bare(MOST as u64))).into());
        }
        let id = same.map_or_else(|| clock::new_id().to_string(), |(id, _)| id.clone());
        let by = who().and_then(|who| who.person);
        self.keep(VIEWS, &id, &SavedView { name, to: to.to_owned(), by })
    }

    /// Forgets a view.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn forget_view(&self, id: &str) -> Result<(), Trouble> {
        self.forget(std::iter::once((VIEWS, id)))
    }
}
