//! The answers that take long are made once at the start, while nobody waits for them. What cannot be
//! answered yet is told on its page.

use std::sync::Arc;

use crate::answers::accuracy::Accuracy;
use crate::answers::forecast::Forecast;
use crate::answers::{AsOf, Lens, Question};
use crate::clock;
use crate::live::{Live, Trouble};

/// Makes them beside the threads that serve.
pub(super) fn up(live: &Arc<Live>) {
    let live = Arc::clone(live);
    tokio::task::spawn_blocking(move || {
        let made = make(&live, &Forecast::default());
        // Where one fails, so would the other.
        made.and_then(|()| make(&live, &Accuracy::default()))
    });
}

fn make(live: &Live, question: &impl Question) -> Result<(), Trouble> {
    let as_of = AsOf::now(clock::now(), live.settings());
    let (book, people) = (live.book(as_of.moment)?, live.people()?);
    let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
    live.answer(question, &lens, None, None).map(|_| ())
}
