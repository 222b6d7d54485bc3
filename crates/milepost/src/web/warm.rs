//! The answers that take long are made once at the start, while nobody waits for them. What cannot be
//! answered yet is told on its page.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use ledger::time::Moment;

use crate::answers::accuracy::Accuracy;
use crate::answers::forecast::Forecast;
use crate::answers::{AsOf, Lens, Question};
use crate::clock;
use crate::live::{Live, Trouble};
use crate::mail;
use crate::texts::{Tongue, speaking_here};

/// How often it is looked whether today's forecasts are recorded.
const OFTEN: Duration = Duration::from_secs(900);

/// A ledger of so many events is large.
const LARGE: u64 = 1_000_000;

/// Makes them beside the threads that serve.
pub(super) fn up(live: &Arc<Live>) {
    let live = Arc::clone(live);
    std::thread::spawn(move || speaking_here(tongue(&live), || all(&live)));
}

/// The same, and records the forecasts of each day.
pub(super) fn up_and_record(live: &Arc<Live>) {
    let live = Arc::clone(live);
    std::thread::spawn(move || speaking_here(tongue(&live), || record(&live)));
}

/// The language that most will ask in.
fn tongue(live: &Live) -> Tongue {
    live.settings().language.unwrap_or_default()
}

/// Where one fails, so would the other. In a large ledger the record takes long, and is made when it is asked for.
fn all(live: &Live) -> Result<(), Trouble> {
    make(live, &Forecast::default())?;
    let large = live.book(Moment(clock::now().0 + 1))?.events() > LARGE;
    if large { Ok(()) } else { make(live, &Accuracy::default()) }
}

fn record(live: &Live) -> Result<Infallible, Trouble> {
    all(live)?;
    loop {
        // What is kept is of the book before the new facts.
        if live.give_forecasts(AsOf::now(clock::now(), live.settings()))? > 0 {
            all(live)?;
        }
        // What the server says of it stands on the page Settings.
        mail::send_due(live)?;
        std::thread::sleep(OFTEN);
    }
}

fn make(live: &Live, question: &impl Question) -> Result<(), Trouble> {
    let as_of = AsOf::now(clock::now(), live.settings());
    let (book, people) = (live.book(as_of.moment)?, live.people()?);
    let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
    live.answer(question, &lens, None, None).map(|_| ())
}
