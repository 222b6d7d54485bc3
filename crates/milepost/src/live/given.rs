//! Forecasts that are given are kept: once a day, for the periods that people ask for, as events. What the
//! program said can then be held against what it says now that it would have said.

use ledger::decide::CompanyIntent;
use ledger::money::{Currency, Money};

use super::{Live, Trouble};
use crate::answers::forecast::Forecast;
use crate::answers::{AsOf, Lens};

/// The periods whose forecasts are kept.
const PERIODS: [&str; 4] = ["this-quarter", "next-quarter", "28d", "90d"];

/// The program, as a forecast names it.
const METHOD: &str = concat!("milepost ", env!("CARGO_PKG_VERSION"));

impl Live {
    /// Records a day's forecasts of the usual periods, if they are not recorded yet and there is enough
    /// history for them. Says how many were recorded.
    ///
    /// # Errors
    /// If the ledger cannot be read or written.
    pub fn give_forecasts(&self, as_of: AsOf) -> Result<usize, Trouble> {
        let book = self.book(as_of.moment)?;
        let zone = &self.settings().zone;
        let today = (as_of.day.start_in(zone), as_of.day.plus(1).start_in(zone));
        let is_today = |at| today.0 <= at && at < today.1;
        if book.given().iter().filter(|given| is_today(given.at)).count() >= PERIODS.len() {
            return Ok(0);
        }
        let people = self.people()?;
        let lens = Lens::new(as_of, &book, None, &people, self.settings())?;
        let mut intents = Vec::new();
        // All are made before the first is written: a write makes a new book.
        for name in PERIODS {
            let question = Forecast { period: name.parse()?, ..Forecast::default() };
            let told = self.answer(&question, &lens, None, None)?;
            let Ok(told) = told.as_ref() else { return Ok(0) };
            let currency: Option<Currency> = told.currency.parse().ok();
            let money = |amount: f64| currency.and_then(|c| Money::from_major(amount, c));
            let said = [told.mean, told.p10, told.p50, told.p90].map(money);
            let [Some(mean), Some(p10), Some(p50), Some(p90)] = said else { return Ok(0) };
            intents.push(CompanyIntent::Forecast {
                at: as_of.moment,
                today,
                from: told.from,
                to: told.to,
                said: [mean, p10, p50, p90],
                method: METHOD.to_owned(),
            });
        }
        let recorded = intents.iter().map(|intent| Ok(self.record_company(intent)?.len()));
        recorded.sum()
    }
}
