//! An import that takes long goes on while its page says how far it is. Who looks again finds what came of it.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;

use super::super::fault::Fault;
use crate::import::notes::Report;
use crate::live::acting::{acting_here, who};
use crate::texts::{speaking_here, t, tongue};

/// What is done within this time is answered at once.
const SOON: Duration = Duration::from_millis(1500);

/// How far an import is, or what came of it.
#[derive(Clone)]
pub(super) enum Stage {
    /// So many bytes of so many are read.
    Reading(u64, u64),
    /// It is over.
    Over(Arc<Result<Report, Fault>>),
}

static RUNNING: LazyLock<Mutex<BTreeMap<String, Stage>>> = LazyLock::new(Mutex::default);

fn running() -> MutexGuard<'static, BTreeMap<String, Stage>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the import of an upload, unless it runs, and waits for it a little.
pub(super) fn start(
    id: &str,
    work: impl FnOnce(&mut dyn FnMut(u64, u64)) -> Result<Report, Fault> + Send + 'static,
) -> Stage {
    {
        let mut all = running();
        if let Some(stage) = all.get(id) {
            return stage.clone();
        }
        all.insert(id.to_owned(), Stage::Reading(0, 0));
    }
    let (done, soon) = mpsc::channel();
    let (own, who, tongue) = (id.to_owned(), who(), tongue());
    let broken = t!("import-broke-off");
    std::thread::spawn(move || {
        let mut tick = |read, of| {
            running().insert(own.clone(), Stage::Reading(read, of));
        };
        let import = || {
            let imported = || speaking_here(tongue, || work(&mut tick));
            match who {
                Some(who) => acting_here(who, imported),
                None => imported(),
            }
        };
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(import));
        let failed = |_| Err(Fault::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, broken));
        let over = Stage::Over(Arc::new(caught.unwrap_or_else(failed)));
        running().insert(own, over);
        // Whoever waited may have gone.
        let _ = done.send(());
    });
    let _ = soon.recv_timeout(SOON);
    found(id).unwrap_or(Stage::Reading(0, 0))
}

/// How far it is; nothing where none was started.
pub(super) fn found(id: &str) -> Option<Stage> {
    running().get(id).cloned()
}

/// What came of it has been told.
pub(super) fn told(id: &str) {
    running().remove(id);
}
