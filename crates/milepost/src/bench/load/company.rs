//! A company of a given size for people to work on: three years of deals of twenty steps each, of which those
//! that began last are still open.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use ledger::decide::CompanyIntent;
use ledger::process::{Milestone, Process};
use ledger::time::{DAY_MS, Moment};

use crate::clock;
use crate::import::Options;
use crate::live::{Live, Trouble};
use crate::people::Person;
use crate::people::login::Role;
use crate::people::secret::Secret;

/// What happens in a deal, in order.
const STEPS: [&str; 20] = [
    "First call",
    "Mail sent",
    "Call",
    "Need agreed",
    "Mail sent",
    "Meeting",
    "Call",
    "Trial agreed",
    "Mail sent",
    "Call",
    "Trial held",
    "Mail sent",
    "Meeting",
    "Call",
    "Terms agreed",
    "Mail sent",
    "Proposal mailed",
    "Call",
    "Mail sent",
    "End",
];
const MILESTONES: [&str; 4] = ["Need agreed", "Trial agreed", "Trial held", "Terms agreed"];
const DAYS: i64 = 1095;

pub(super) struct Company {
    /// By person, a session.
    pub(super) sessions: Vec<Secret>,
    /// By person, open deals of theirs.
    pub(super) open: Vec<Vec<String>>,
}

/// The id under which a person owns deals.
pub(super) fn owner(user: usize) -> String {
    format!("owner{user}")
}

/// A customer's name, as it begins.
pub(super) fn account(user: usize) -> String {
    format!("Customer+{}", 100 + user)
}

impl Company {
    pub(super) fn make(
        db: &Path,
        deals: u64,
        users: usize,
    ) -> Result<Company, Box<dyn std::error::Error>> {
        let csv = db.with_extension("csv");
        let open = write(&csv, deals, users)?;
        let live = Live::open(db)?;
        live.import(std::slice::from_ref(&csv), &Options::at(clock::now()), &mut |_, _| {})?;
        publish(&live)?;
        let session = |user: usize| {
            let id = owner(user);
            let mail = Some(format!("{id}@example.com"));
            let person = Person { name: format!("Person {user}"), mail, ..Person::default() };
            let id = live.add_person(Some(&id), person, Role::Manager)?;
            live.open_session(&id, "bench")
        };
        let sessions = (0..users).map(session).collect::<Result<_, _>>()?;
        std::fs::remove_file(csv)?;
        Ok(Company { sessions, open })
    }
}

/// Says how it sells.
pub(in crate::bench) fn publish(live: &Live) -> Result<(), Trouble> {
    let milestones = MILESTONES.map(Milestone::named).to_vec();
    let process = Process { name: "Sale".into(), milestones, ..Process::default() };
    live.record_company(&CompanyIntent::Publish(process)).map(drop)
}

/// Writes an export, and gives the open deals of each person.
pub(in crate::bench) fn write(
    csv: &Path,
    deals: u64,
    users: usize,
) -> io::Result<Vec<Vec<String>>> {
    let mut out = BufWriter::new(File::create_new(csv)?);
    writeln!(out, "deal,event,at,amount,owner,account,source")?;
    let now = clock::now().0;
    let mut open = vec![Vec::new(); users];
    for deal in 0..deals {
        let mixed = deal.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let began =
            now - DAYS * DAY_MS + (DAYS * DAY_MS) / deals.cast_signed() * deal.cast_signed();
        let pace = DAY_MS * (2 + (mixed % 9).cast_signed());
        let user = (mixed % users as u64) as usize;
        let won = mixed % 4 == 0;
        for (step, name) in STEPS.iter().enumerate() {
            let at = Moment(began + pace * step as i64);
            if at.0 >= now {
                open[user].push(format!("D-{deal:06}"));
                break;
            }
            let name = if *name == "End" { if won { "Won" } else { "Lost" } } else { name };
            let (amount, account) = (500 + mixed % 9_000, mixed % (1 + deals / 3));
            let source = ["Web", "Partner", "Fair", "Referral"][(mixed / 7 % 4) as usize];
            writeln!(
                out,
                "D-{deal:06},{name},{at},{amount},owner{user},Customer {account},{source}"
            )?;
        }
    }
    out.flush()?;
    Ok(open)
}
