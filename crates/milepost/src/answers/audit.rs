//! Who did what, and when: the newest facts of the ledger that fit, a page at a time.

use ledger::time::{Day, Moment};
use serde::Serialize;

use super::Answer;
use super::table::{Cell, Table};
use crate::texts::{key, plain, t};

/// Which facts are asked for. Every field that is set must hold.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Audit {
    /// Only what this person did, by name or id
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Only what is about this deal
    #[arg(long, value_name = "ID")]
    pub deal: Option<String>,
    /// Only facts of this kind, such as deal-won
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only what was recorded on this day or later
    #[arg(long, value_name = "DATE")]
    pub from: Option<Day>,
    /// Only what was recorded on this day or before
    #[arg(long, value_name = "DATE")]
    pub to: Option<Day>,
    /// Only facts before this number
    #[arg(long, value_name = "NUMBER")]
    pub before: Option<u64>,
    /// How many at most
    #[arg(long, default_value_t = 100, value_name = "COUNT")]
    pub most: usize,
}

/// The newest first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AuditAnswer {
    /// The facts.
    pub events: Vec<Deed>,
    /// Ask for those before this number to see older ones.
    pub older: Option<u64>,
}

/// One fact, and who recorded it.
#[derive(Clone, Debug, Serialize)]
pub struct Deed {
    /// Its place in the ledger.
    pub number: u64,
    /// What happened.
    pub kind: &'static str,
    /// To which deal.
    pub deal: Option<String>,
    /// Who did it: a name, or the id where the name is not known or was erased.
    pub actor: Option<String>,
    /// When it was written down here.
    pub recorded_at: Moment,
    /// When it happened.
    pub happened_at: Moment,
    /// Where it came from.
    pub system: String,
}

/// What a kind of fact is called, by its name in the ledger.
pub const KINDS: &[(&str, &str)] = &[
    ("ProcessPublished", key!("answers-audit-process-published")),
    ("DealOpened", key!("answers-audit-deal-opened")),
    ("DealChanged", key!("answers-audit-deal-changed")),
    ("MilestoneReached", key!("answers-audit-milestone-reached")),
    ("MilestoneUndone", key!("answers-audit-milestone-undone")),
    ("DealWon", key!("answers-audit-deal-won")),
    ("DealLost", key!("answers-audit-deal-lost")),
    ("DealReopened", key!("answers-audit-deal-reopened")),
    ("CallPlanned", key!("answers-audit-call-planned")),
    ("CallHeld", key!("answers-audit-call-held")),
    ("CommitmentMade", key!("answers-audit-commitment-made")),
    ("CommitmentKept", key!("answers-audit-commitment-kept")),
    ("CommitmentBroken", key!("answers-audit-commitment-broken")),
    ("CommitmentRenegotiated", key!("answers-audit-commitment-renegotiated")),
    ("TakenBack", key!("answers-audit-taken-back")),
    ("ActivityLogged", key!("answers-audit-activity-logged")),
    ("TouchRecorded", key!("answers-audit-touch-recorded")),
    ("SpendRecorded", key!("answers-audit-spend-recorded")),
    ("QuotaSet", key!("answers-audit-quota-set")),
    ("RateSet", key!("answers-audit-rate-set")),
    ("ForecastGiven", key!("answers-audit-forecast-given")),
    ("ImportUndone", key!("answers-audit-import-undone")),
];

impl Deed {
    /// What happened, in words.
    #[must_use]
    pub fn called(&self) -> &'static str {
        called(self.kind)
    }

    /// When it was written down, to the second (UTC), for people.
    #[must_use]
    pub fn recorded(&self) -> String {
        let text = self.recorded_at.to_string();
        match (text.get(..10), text.get(11..19)) {
            (Some(day), Some(time)) => format!("{day} {time}"),
            _ => text,
        }
    }
}

/// What facts of some kinds are called, one after the other.
#[must_use]
pub fn all_called(kinds: &[&'static str]) -> String {
    kinds.iter().map(|kind| called(kind)).collect::<Vec<_>>().join(", ")
}

/// What a kind of fact is called.
#[must_use]
pub fn called(kind: &str) -> &str {
    KINDS.iter().find(|(name, _)| *name == kind).map_or(kind, |(_, key)| plain(key))
}

impl Answer for AuditAnswer {
    fn sentence(&self) -> String {
        match self.events.first() {
            None => t!("answers-audit-nothing").into(),
            Some(newest) => {
                let (n, when) = (self.events.len(), newest.recorded());
                if self.older.is_some() {
                    t!("answers-audit-shown-older", n = n, when = when)
                } else {
                    t!("answers-audit-shown", n = n, when = when)
                }
            }
        }
    }

    fn tables(&self) -> Vec<Table> {
        let row = |deed: &Deed| {
            vec![
                Cell::Text(deed.number.to_string()),
                Cell::Text(deed.recorded_at.to_string()),
                Cell::text(deed.actor.as_deref()),
                Cell::word(deed.kind, deed.called()),
                deed.deal.clone().map_or(Cell::Empty, Cell::Deal),
                Cell::Text(deed.happened_at.to_string()),
                Cell::Text(deed.system.clone()),
            ]
        };
        let columns =
            vec!["number", "recorded_at", "actor", "kind", "deal", "happened_at", "system"];
        let rows = self.events.iter().map(row).collect();
        vec![Table { title: t!("answers-audit-events").into(), columns, rows }]
    }
}
