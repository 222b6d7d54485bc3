//! What a deal is like when it begins.

use ledger::time::Day;

use super::World;
use super::dice::Dice;
use super::marketing::Lead;
use super::names::{Account, account};

/// A possible sale before anything has happened to it.
pub(super) struct Prospect {
    pub(super) id: String,
    pub(super) opened: Day,
    /// Its source and salesperson, by place in the truth.
    pub(super) source: usize,
    pub(super) seller: usize,
    /// How large it is beside the median deal.
    pub(super) size: f64,
    pub(super) account: Account,
    /// Whether the account has had a deal before.
    pub(super) again: bool,
    /// Whether its calls are planned and its commitments noted.
    pub(super) plans: bool,
}

/// Makes deals of leads; remembers the accounts.
pub(super) struct Desk {
    dice: Dice,
    accounts: Vec<Account>,
    deals: usize,
}

impl Desk {
    pub(super) fn new(dice: Dice) -> Desk {
        Desk { dice, accounts: Vec::new(), deals: 0 }
    }

    pub(super) fn open(&mut self, world: &World, lead: &Lead, day: Day) -> Prospect {
        self.deals += 1;
        let dice = &mut self.dice;
        let here = |hired: Option<i32>| hired.is_none_or(|days| day >= world.today.plus(-days));
        let sellers = world.truth.sellers;
        let weights: Vec<f64> =
            sellers.iter().map(|s| f64::from(u8::from(here(s.hired)))).collect();
        let seller = dice.weighted(&weights);
        // Log-normal, with a few deals that are several times as large.
        let large = if dice.chance(0.03) { 3.0 + 5.0 * dice.unit() } else { 1.0 };
        let size = (0.85 * dice.normal()).exp() * large * world.truth.sources[lead.source].size;
        let plans = dice.chance(sellers[seller].plans);
        let again = self.accounts.len() > 50 && dice.chance(0.25);
        if !again {
            self.accounts.push(account(dice));
        }
        let known = if again { dice.pick(&self.accounts).clone() } else { self.newest() };
        let id = format!("D-{:05}", self.deals);
        Prospect {
            id,
            opened: day,
            source: lead.source,
            seller,
            size,
            account: known,
            again,
            plans,
        }
    }

    fn newest(&self) -> Account {
        self.accounts[self.accounts.len() - 1].clone()
    }
}
