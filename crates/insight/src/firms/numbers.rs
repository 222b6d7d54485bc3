//! The numbers of a company, and what a period brings by them.
//!
//! # Formula
//! How many deals are opened on a day, and the chances of a step and of a loss on a day, are all of one form:
//!
//! ```text
//! rate(day) = exp(b_0 x_0 + b_1 x_1 + b_2 x_2) (1 + b_3 x_3)
//! ```
//!
//! where `x` is known of the day: 1, the years gone, whether it is quiet or customers have changed, and where it lies
//! in the year or the quarter. Where a shape has no such number its column is 0.

use super::{AMOUNT, Firm, LIST, Life, Shape};

/// The chance that a deal moves on on a day.
const STEP: f64 = 0.05;

/// The chance that it is lost.
const LOSS: f64 = 0.02;

/// What is left of the chance of a step after customers changed, and how much more are lost.
const CHANGED: (f64, f64) = (0.67, 1.5);

/// The share of deals that is still opened in a shock, and how many days it lasts.
const QUIET: f64 = 0.2;
const QUIET_DAYS: i64 = 60;

/// What is known of a day: the columns of the formula.
pub(super) type Columns = [f64; 4];

/// What a company's world is made of.
pub(super) struct Numbers {
    /// Of deals opened a day.
    pub(super) opened: Columns,
    /// Of the chance of a step.
    pub(super) step: Columns,
    /// Of the chance of a loss.
    pub(super) loss: Columns,
    /// What a deal is worth on average.
    pub(super) usual: f64,
}

/// Something on a day, on average.
pub(super) fn rate(numbers: &Columns, day: &Columns) -> f64 {
    let [level, trend, other, swing] = numbers;
    (level * day[0] + trend * day[1] + other * day[2]).exp() * (1.0 + swing * day[3])
}

impl Numbers {
    /// Deals opened on a day, on average.
    pub(super) fn pace(&self, shape: &Shape, day: i64) -> f64 {
        rate(&self.opened, &shape.opens(day))
    }

    /// The chances of a step and of a loss on a day.
    pub(super) fn chances(&self, shape: &Shape, day: i64) -> (f64, f64) {
        (rate(&self.step, &shape.steps_on(day)), rate(&self.loss, &shape.loses(day)))
    }

    /// What the days from one on, and before another, bring on average, by these numbers and by what happened to
    /// a company before the first of them.
    pub(super) fn bring(&self, firm: &Firm, from: i64, to: i64) -> f64 {
        let odds = self.odds(&firm.shape, from, to);
        let open = firm
            .lives
            .iter()
            .filter(|life| life.opened < from && life.ended.is_none_or(|(ended, _)| ended >= from));
        let place = |life: &Life| life.steps.iter().filter(|day| **day < from).count();
        let open: f64 = open.map(|life| life.amount * odds[0][place(life)]).sum();
        let new = (from..to).map(|day| {
            let next = usize::try_from(day + 1 - from).unwrap_or(0);
            self.pace(&firm.shape, day) * odds[next][0]
        });
        open + new.sum::<f64>() * self.usual
    }

    /// By day from `from` and by place: the chance of a sale before `to`.
    fn odds(&self, shape: &Shape, from: i64, to: i64) -> Vec<Vec<f64>> {
        let mut odds = vec![vec![0.0; shape.steps + 1]];
        for day in (from..to).rev() {
            let (step, loss) = self.chances(shape, day);
            let later = odds.last().cloned().unwrap_or_default();
            let at = |place: usize| {
                let on = later.get(place + 1).copied().unwrap_or(1.0);
                step * on + (1.0 - step - loss) * later[place]
            };
            odds.push((0..=shape.steps).map(at).collect());
        }
        odds.reverse();
        odds
    }
}

impl Shape {
    /// The true numbers.
    pub(super) fn numbers(&self) -> Numbers {
        let (slower, worse) = CHANGED;
        Numbers {
            opened: [self.pace.ln(), self.growth.ln_1p(), QUIET.ln(), self.season],
            step: [STEP.ln(), 0.0, slower.ln(), self.quarter],
            loss: [LOSS.ln(), 0.0, worse.ln(), 0.0],
            usual: self.lumps.map_or_else(
                || LIST.iter().map(|(price, share)| price * share).sum(),
                |lumps| (AMOUNT + lumps * lumps / 2.0).exp(),
            ),
        }
    }

    /// What deals opened on a day go by.
    pub(super) fn opens(&self, day: i64) -> Columns {
        let year = day as f64 / 365.0;
        let quiet = (self.shock..self.shock.saturating_add(QUIET_DAYS)).contains(&day);
        let grows = if self.growth == 0.0 { 0.0 } else { year };
        let swings = if self.season == 0.0 { 0.0 } else { (std::f64::consts::TAU * year).sin() };
        [1.0, grows, f64::from(u8::from(quiet)), swings]
    }

    /// What the chance of a step on a day goes by.
    pub(super) fn steps_on(&self, day: i64) -> Columns {
        let [level, trend, changed, _] = self.loses(day);
        if self.quarter == 0.0 {
            return [level, trend, changed, 0.0];
        }
        let date = Firm::day(day).day().civil();
        let gone = f64::from((date.month() - 1) % 3) + f64::from(date.day() - 1) / 31.0;
        [level, trend, changed, -(std::f64::consts::TAU * gone / 3.0).cos()]
    }

    /// What the chance of a loss on a day goes by.
    pub(super) fn loses(&self, day: i64) -> Columns {
        [1.0, 0.0, f64::from(u8::from(day >= self.changed)), 0.0]
    }
}
