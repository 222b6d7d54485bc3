//! What the ledger knows beyond single deals: quotas, exchange rates, marketing.

use crate::money::{Currency, Money};
use crate::names::Sym;
use crate::time::{Day, Moment};

/// A quota of a period, both days included.
#[derive(Clone, Debug)]
pub struct Quota {
    /// Whose; absent for the whole force.
    pub owner: Option<Sym>,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// How much.
    pub amount: Money,
    /// When it became known: the latest word on an owner and a period holds.
    pub known: Moment,
}

/// A forecast that was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// When.
    pub at: Moment,
    /// First day of the period.
    pub from: Day,
    /// Last day of the period.
    pub to: Day,
    /// Expected on average.
    pub mean: Money,
    /// 1 in 10 such periods bring less.
    pub p10: Money,
    /// Half of them do.
    pub p50: Money,
    /// 1 in 10 bring more.
    pub p90: Money,
    /// The program that gave it.
    pub method: Sym,
}

/// An exchange rate that holds from a day on.
#[derive(Clone, Debug)]
pub struct Rate {
    /// One unit of this …
    pub from: Currency,
    /// … in units of this …
    pub to: Currency,
    /// … is this many.
    pub rate: f64,
    /// From this day on.
    pub day: Day,
}

/// A lead's meeting with our marketing.
#[derive(Clone, Debug)]
pub struct Touch {
    /// The lead.
    pub lead: Sym,
    /// The deal it became, as far as this fact knows.
    pub deal: Option<Sym>,
    /// When.
    pub at: Moment,
    /// Where from.
    pub source: Option<Sym>,
    /// By what medium.
    pub medium: Option<Sym>,
    /// By which campaign.
    pub campaign: Option<Sym>,
    /// On which page it landed.
    pub page: Option<Sym>,
    /// When it became known; a touch that names a deal says since when that is known.
    pub known: Moment,
}

/// Money spent on marketing in a period, both days included.
#[derive(Clone, Debug)]
pub struct Spend {
    /// On which source.
    pub source: Sym,
    /// On which campaign.
    pub campaign: Option<Sym>,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// How much.
    pub amount: Money,
    /// When it became known: the latest word on a campaign and a period holds.
    pub known: Moment,
}

/// `money` in another currency at the latest rate known for the day, either way round.
#[must_use]
pub fn convert(money: Money, to: Currency, day: Day, rates: &[Rate]) -> Option<Money> {
    if money.currency == to {
        return Some(money);
    }
    let joins = |r: &&Rate| {
        (r.from, r.to) == (money.currency, to) || (r.to, r.from) == (money.currency, to)
    };
    let rate = rates.iter().filter(|r| r.day <= day).filter(joins).max_by_key(|r| r.day)?;
    let factor = if rate.to == to { rate.rate } else { 1.0 / rate.rate };
    Money::from_major(money.major() * factor, to)
}

#[cfg(test)]
mod tests {
    use super::{Rate, convert};
    use crate::money::{Currency, Money};
    use crate::time::Day;

    #[test]
    fn money_is_converted_by_the_rate_of_its_day() {
        let rate = |day, rate| Rate { from: Currency::EUR, to: Currency::USD, rate, day: Day(day) };
        let rates = [rate(10, 1.5), rate(20, 2.0)];
        let euros = Money { minor: 10_000, currency: Currency::EUR };
        let dollars = |minor| Some(Money { minor, currency: Currency::USD });
        assert_eq!(convert(euros, Currency::USD, Day(5), &rates), None);
        assert_eq!(convert(euros, Currency::USD, Day(19), &rates), dollars(15_000));
        assert_eq!(convert(euros, Currency::USD, Day(20), &rates), dollars(20_000));
        let back = convert(dollars(20_000).unwrap(), Currency::EUR, Day(30), &rates);
        assert_eq!(back, Some(euros));
    }
}
