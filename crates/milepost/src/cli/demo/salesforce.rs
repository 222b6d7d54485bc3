//! The sample company as its CRM would hand it over: opportunities, their history and the users, in the columns of
//! Salesforce, so that an import can be tried before one's own export is there.
//!
//! A CRM knows stages, and whoever set it up named some of them after what the sellers do. What the customers did
//! stands among them; to find it is what discovery is for. Calls, commitments and the published process are not
//! exported: this company has not heard of them yet.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use insight::demo::truth::Sort;
use insight::demo::{Company, Person};
use ledger::event::{Event, Fact, Values};
use ledger::time::Moment;

/// The stage in which everything begins.
const FIRST: &str = "Prospecting";

const HISTORY: [&str; 7] =
    ["Id", "OpportunityId", "StageName", "Amount", "CurrencyIsoCode", "CloseDate", "CreatedDate"];
const DEALS: [&str; 12] = [
    "Id",
    "Name",
    "Account.Name",
    "StageName",
    "Amount",
    "CurrencyIsoCode",
    "CloseDate",
    "LeadSource",
    "Type",
    "OwnerId",
    "CreatedDate",
    "LastModifiedDate",
];
const USERS: [&str; 4] = ["Id", "Name", "Email", "UserRole.Name"];

/// An opportunity as the CRM has it at some moment.
#[derive(Default)]
struct Row {
    created: Option<Moment>,
    modified: Option<Moment>,
    /// The stages that it went through; the last one is where it stands.
    stages: Vec<String>,
    values: Values,
}

/// Writes the three files into a folder, and says their names.
pub(super) fn write(company: &Company, folder: &Path) -> Result<[&'static str; 3], Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let names = ["Opportunity.csv", "OpportunityHistory.csv", "User.csv"];
    let acts: Vec<&str> = company.truth.named(Sort::Seller).collect();
    let twins: Vec<&str> = company.truth.milestones.iter().filter_map(|step| step.twin).collect();
    let mut history = csv::Writer::from_path(folder.join(names[1]))?;
    history.write_record(HISTORY)?;
    let mut deals: BTreeMap<&str, Row> = BTreeMap::new();
    let mut line = 0;
    for event in &company.events {
        let Some(deal) = event.deal.as_deref() else { continue };
        let row = deals.entry(deal).or_default();
        if row.take(event, &acts, &twins) {
            line += 1;
            history.write_record(row.history(line, deal, event.known_at))?;
        }
    }
    history.flush()?;
    let mut file = csv::Writer::from_path(folder.join(names[0]))?;
    file.write_record(DEALS)?;
    for (deal, row) in deals.iter().filter(|(_, row)| row.created.is_some()) {
        file.write_record(row.deal(deal))?;
    }
    file.flush()?;
    let mut file = csv::Writer::from_path(folder.join(names[2]))?;
    file.write_record(USERS)?;
    for Person { id, name, mail, team } in &company.people {
        file.write_record([&user(id), name, mail, team])?;
    }
    file.flush()?;
    Ok(names)
}

impl Row {
    /// Takes a fact in; whether the CRM keeps a line of history for it.
    fn take(&mut self, event: &Event, acts: &[&str], twins: &[&str]) -> bool {
        let known = |name: &str, stages: &[String]| stages.iter().any(|stage| stage == name);
        let before = (self.stages.len(), self.values.amount, self.values.expected_close);
        match &event.fact {
            Fact::DealOpened => {
                self.created = Some(event.known_at);
                self.stages.push(FIRST.into());
            }
            Fact::MilestoneReached { milestone, .. } if !twins.contains(&milestone.as_str()) => {
                self.stages.push(milestone.clone());
            }
            Fact::ActivityLogged { name, .. } => {
                if acts.contains(&name.as_str()) && !known(name, &self.stages) && !self.is_over() {
                    self.stages.push(name.clone());
                }
            }
            // Only the last one was ever ticked by mistake.
            Fact::MilestoneUndone { .. } => drop(self.stages.pop()),
            Fact::DealWon { .. } => self.stages.push("Closed Won".into()),
            Fact::DealLost { .. } => self.stages.push("Closed Lost".into()),
            Fact::DealReopened => drop(self.stages.pop()),
            Fact::DealChanged => {}
            _ => return false,
        }
        let new = event.values.clone();
        let old = std::mem::take(&mut self.values);
        self.values = Values {
            name: new.name.or(old.name),
            account: new.account.or(old.account),
            owner: new.owner.or(old.owner),
            source: new.source.or(old.source),
            kind: new.kind.or(old.kind),
            amount: new.amount.or(old.amount),
            expected_close: new.expected_close.or(old.expected_close),
            ..Values::default()
        };
        let changed = before != (self.stages.len(), self.values.amount, self.values.expected_close);
        if changed {
            self.modified = Some(event.known_at);
        }
        changed && self.created.is_some()
    }

    fn is_over(&self) -> bool {
        self.stages.last().is_some_and(|stage| stage.starts_with("Closed"))
    }

    fn stage(&self) -> &str {
        self.stages.last().map_or(FIRST, String::as_str)
    }

    /// Amount, currency and close date, as the CRM writes them.
    fn worth(&self) -> [String; 3] {
        let money = self.values.amount.map(|amount| amount.to_string()).unwrap_or_default();
        let (amount, currency) = money.split_once(' ').unwrap_or_default();
        let close = self.values.expected_close.map(|day| day.to_string()).unwrap_or_default();
        [amount.to_owned(), currency.to_owned(), close]
    }

    fn history(&self, line: usize, deal: &str, at: Moment) -> [String; 7] {
        let [amount, currency, close] = self.worth();
        let (id, stage) = (format!("008{line:012}"), self.stage().to_owned());
        [id, opportunity(deal), stage, amount, currency, close, at.to_string()]
    }

    fn deal(&self, deal: &str) -> [String; 12] {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let time = |at: Option<Moment>| at.map(|at| at.to_string()).unwrap_or_default();
        let [amount, currency, close] = self.worth();
        let values = &self.values;
        [
            opportunity(deal),
            text(&values.name),
            text(&values.account),
            self.stage().to_owned(),
            amount,
            currency,
            close,
            text(&values.source),
            text(&values.kind),
            user(values.owner.as_deref().unwrap_or_default()),
            time(self.created),
            time(self.modified),
        ]
    }
}

/// An id of fifteen signs, as Salesforce gives them.
fn opportunity(deal: &str) -> String {
    let digits: String = deal.chars().filter(char::is_ascii_digit).collect();
    format!("006{digits:0>12}")
}

fn user(id: &str) -> String {
    let letters: String = id.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    format!("005{letters:0>12}")
}
