//! What somebody would like to know the worth of, as people write it: `better Trial agreed 10%`.

use std::fmt;
use std::str::FromStr;

use super::super::Refusal;
use crate::texts::t;

/// Something that might be otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Of the deals that are lost before a milestone, this share goes on.
    Better {
        /// The milestone.
        milestone: String,
        /// From 0 to 1.
        share: f64,
    },
    /// Deals reach a milestone so many days earlier.
    Faster {
        /// The milestone.
        milestone: String,
        /// Days.
        days: u16,
    },
    /// A source brings more leads by this share, or fewer.
    More {
        /// The source.
        source: String,
        /// Above −1.
        share: f64,
    },
    /// A deal is lost.
    Lose(String),
    /// A deal is won in the period.
    Win(String),
}

impl FromStr for Wish {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Wish, Refusal> {
        let unclear = || Refusal(t!("answers-forecast-no-wish", text = text.trim()));
        let (verb, rest) = text.trim().split_once(' ').ok_or_else(unclear)?;
        let rest = rest.trim();
        let split = || rest.rsplit_once(' ').map(|(name, by)| (name.trim().to_owned(), by));
        let share = |by: &str| {
            let number = by.strip_suffix('%').and_then(|number| number.parse::<f64>().ok());
            number.map(|number| number / 100.0).ok_or_else(unclear)
        };
        match verb.to_lowercase().as_str() {
            "better" => {
                let (milestone, by) = split().ok_or_else(unclear)?;
                let share = share(by)?;
                let fits = (0.0..=1.0).contains(&share);
                fits.then_some(Wish::Better { milestone, share }).ok_or_else(unclear)
            }
            "faster" => {
                let (milestone, by) = split().ok_or_else(unclear)?;
                let days = by.strip_suffix('d').and_then(|days| days.parse().ok());
                Ok(Wish::Faster { milestone, days: days.ok_or_else(unclear)? })
            }
            "more" => {
                let (source, by) = split().ok_or_else(unclear)?;
                let share = share(by)?;
                (share > -1.0).then_some(Wish::More { source, share }).ok_or_else(unclear)
            }
            "lose" => Ok(Wish::Lose(rest.to_owned())),
            "win" => Ok(Wish::Win(rest.to_owned())),
            _ => Err(unclear()),
        }
    }
}

impl fmt::Display for Wish {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Wish::Better { milestone, share } => {
                write!(to, "better {milestone} {}%", share * 100.0)
            }
            Wish::Faster { milestone, days } => write!(to, "faster {milestone} {days}d"),
            Wish::More { source, share } => write!(to, "more {source} {}%", share * 100.0),
            Wish::Lose(deal) => write!(to, "lose {deal}"),
            Wish::Win(deal) => write!(to, "win {deal}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Wish;

    #[test]
    fn wishes_are_read_as_they_are_written() {
        for text in
            ["better Trial agreed 10%", "faster Trial agreed 5d", "more Web 20%", "lose D-1"]
        {
            assert_eq!(text.parse::<Wish>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "better",
            "better Trial",
            "better Trial x%",
            "faster Trial 5",
            "sell D-1",
            "more Web -100%",
        ] {
            let refusal = text.parse::<Wish>().unwrap_err();
            assert!(refusal.0.contains("write: better MILESTONE"), "{refusal}");
        }
    }
}
