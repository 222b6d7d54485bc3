//! The company's year: weekends, a slow August, pushes at the end of months and quarters.

use ledger::time::Day;

/// What a day multiplies the company's rates by.
#[derive(Clone, Copy)]
pub(super) struct Season {
    /// How much people work.
    pub(super) work: f64,
    /// Leads.
    pub(super) arrive: f64,
    /// Steps of customers.
    pub(super) progress: f64,
    /// Orders.
    pub(super) win: f64,
    /// Deals given up.
    pub(super) lose: f64,
}

/// A season for each day from the company's first to its last.
pub(super) struct Calendar {
    begin: Day,
    days: Vec<Season>,
}

const WORK: [f64; 7] = [1.0, 1.08, 1.05, 1.02, 0.85, 0.04, 0.02];
const ARRIVE: [f64; 12] = [0.9, 1.0, 1.1, 1.0, 1.0, 1.05, 0.85, 0.55, 1.15, 1.1, 1.05, 0.75];
const PROGRESS: [f64; 12] = [0.95, 1.0, 1.05, 1.0, 0.97, 1.02, 0.88, 0.6, 1.05, 1.05, 1.05, 0.95];
/// How much more leads come at the end than at the beginning.
const GROWTH: f64 = 0.3;

impl Calendar {
    pub(super) fn new(begin: Day, today: Day) -> Calendar {
        let span = f64::from(today.0 - begin.0);
        let season = |day: i32| {
            let grown = 1.0 + GROWTH * f64::from(day - begin.0) / span;
            season(Day(day), grown)
        };
        Calendar { begin, days: (begin.0..today.0).map(season).collect() }
    }

    pub(super) fn on(&self, day: Day) -> Season {
        let place = usize::try_from(day.0 - self.begin.0).unwrap_or(0);
        self.days[place.min(self.days.len() - 1)]
    }
}

fn season(day: Day, grown: f64) -> Season {
    let date = day.civil();
    let month = usize::from(date.month().unsigned_abs()) - 1;
    // 1970-01-01 was a Thursday; Monday is 0.
    let weekday = usize::try_from((day.0 + 3).rem_euclid(7)).unwrap_or(0);
    let work = WORK[weekday];
    let progress = work * PROGRESS[month];
    let left = date.days_in_month() - date.day();
    let push = match (month % 3, left) {
        (2, ..=6) => 2.2,
        (_, ..=4) => 1.6,
        _ if date.day() <= 5 => 0.8,
        _ => 1.0,
    };
    let december = if month == 11 { 1.25 } else { 1.0 };
    // The first days of a quarter are for tidying up.
    let tidying = if month % 3 == 0 && date.day() <= 6 { 2.0 } else { 1.0 };
    Season {
        work,
        arrive: work.max(0.15) * ARRIVE[month] * grown,
        progress,
        win: progress * push * december,
        lose: work * tidying,
    }
}

/// The first day of the month that holds `day`.
pub(super) fn month_start(day: Day) -> Day {
    day.plus(1 - i32::from(day.civil().day()))
}

/// The first day of the month after.
pub(super) fn next_month(day: Day) -> Day {
    month_start(month_start(day).plus(31))
}

/// The first day of the quarter that holds `day`.
pub(super) fn quarter_start(day: Day) -> Day {
    let mut start = month_start(day);
    while start.civil().month() % 3 != 1 {
        start = month_start(start.plus(-1));
    }
    start
}

/// The first day of the quarter after.
pub(super) fn next_quarter(day: Day) -> Day {
    quarter_start(quarter_start(day).plus(95))
}

/// The same date `years` earlier; the day before where the calendar has no 29 February.
pub(super) fn years_before(day: Day, years: i16) -> Day {
    let date = day.civil();
    let same = |d: i8| Day::from_ymd(date.year() - years, date.month(), d);
    same(date.day()).or_else(|| same(date.day() - 1)).unwrap_or(day)
}
