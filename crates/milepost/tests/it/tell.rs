//! Tests tell a company's story in words, one fact a line, and ask questions of it:
//!
//! ```text
//! 2026-01-01 process Sale: Need agreed > Trial held > Terms agreed
//! 2026-01-05 D1 opened by ana 1200 EUR account Acme source web close 2026-03-31
//! 2026-01-09T14:30 D1 reached Trial held known 2026-01-20
//! 2026-01-10 D1 commits to Terms agreed due 2026-01-20
//! 2026-02-01 D1 lost because too dear
//! ```
//!
//! A line is a day (or a moment, in UTC), a deal, a verb with its object, and clauses in any order:
//! an amount (`1200 EUR`), `by` (who did it; who opens a deal owns it), `owner`, `account`,
//! `source`, `kind`, `category`, `name`, `close DATE`, `due DATE`, `because …`, `known DATE`. The
//! verbs are those of [`fact`]. A commitment has no name of its own: `kept`, `broke` and `moved`
//! speak of the deal's latest one. `unsays DAY` takes back what was known of calls and commitments since that day. Leads and spend: `2026-01-02 L1 met from web campaign fair became D1`,
//! `2026-01-01 web spent 900 EUR until 2026-01-31`. Empty lines and lines that begin with `#` say nothing.

use std::collections::BTreeMap;

use ledger::book::Book;
use ledger::event::{Event, Fact, Outcome, Values};
use ledger::id::EventId;
use ledger::money::{Currency, Money};
use ledger::process::{Milestone, Process};
use ledger::time::{Day, Moment};
use milepost::answers::{AsOf, Lens, Question, Refusal};
use milepost::draw::{Format, draw};
use milepost::people::People;
use milepost::settings::Settings;

/// A company whose story has been told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Company {
    pub(crate) events: Vec<Event>,
    pub(crate) people: People,
    pub(crate) settings: Settings,
}

/// The company of a story.
pub(crate) fn tell(story: &str) -> Company {
    Company { events: events(story), ..Company::default() }
}

/// The events of a story.
pub(crate) fn events(story: &str) -> Vec<Event> {
    let mut commitments = BTreeMap::new();
    let lines = story.lines().map(str::trim);
    let told = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    told.enumerate().map(|(i, line)| event(i, line, &mut commitments)).collect()
}

impl Company {
    /// Answers as of the start of a day.
    pub(crate) fn ask<Q: Question>(&self, day: &str, question: &Q) -> Result<Q::Answer, Refusal> {
        let as_of = AsOf::start_of(day.parse().unwrap(), &self.settings);
        let book = Book::of(as_of.moment, &self.events);
        let lens = Lens::new(as_of, &book, None, &self.people, &self.settings)?;
        let Some(earlier) = question.earlier(&lens)? else { return question.ask(&lens) };
        let past = Book::of(earlier.moment, &self.events);
        let then = Lens::new(earlier, &past, None, &self.people, &self.settings)?;
        question.compare(&lens, &then)
    }

    /// The answer as of the start of a day, drawn; a refusal as its sentence.
    pub(crate) fn drawn(&self, day: &str, question: &impl Question, format: Format) -> String {
        let mut out = Vec::new();
        match self.ask(day, question) {
            Ok(answer) => draw(&answer, format, &mut out).unwrap(),
            Err(refusal) => return format!("refused: {refusal}\n"),
        }
        String::from_utf8(out).unwrap()
    }

    /// The same in tables for people.
    pub(crate) fn shown(&self, day: &str, question: &impl Question) -> String {
        self.drawn(day, question, Format::Table)
    }

    /// The same in JSON, as a value to look into.
    pub(crate) fn json(&self, day: &str, question: &impl Question) -> serde_json::Value {
        serde_json::from_str(&self.drawn(day, question, Format::Json)).unwrap()
    }
}

/// The words that begin a clause.
const CLAUSES: &[&str] = &[
    "account", "because", "by", "category", "close", "due", "kind", "known", "name", "owner",
    "source", "from", "medium", "campaign", "became", "until",
];

/// A line taken apart: the words before the first clause, and the clauses.
struct Said<'a> {
    words: Vec<&'a str>,
    clauses: BTreeMap<&'a str, String>,
    amount: Option<Money>,
}

fn take_apart(line: &str) -> Said<'_> {
    let mut said = Said { words: Vec::new(), clauses: BTreeMap::new(), amount: None };
    let mut clause = None;
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let currency = words.peek().and_then(|next| next.parse::<Currency>().ok());
        match (word.parse::<f64>(), currency) {
            (Ok(number), Some(currency)) => {
                said.amount = Money::from_major(number, currency);
                words.next();
            }
            _ if CLAUSES.contains(&word) => {
                said.clauses.insert(word, String::new());
                clause = Some(word);
            }
            _ => match clause {
                Some(clause) => push_word(said.clauses.get_mut(clause).unwrap(), word),
                None => said.words.push(word),
            },
        }
    }
    said
}

fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

fn event(place: usize, line: &str, commitments: &mut BTreeMap<String, usize>) -> Event {
    let said = take_apart(line);
    let [when, deal, rest @ ..] = said.words.as_slice() else { panic!("too few words: {line}") };
    let at = moment(when);
    let known = said.clauses.get("known").map_or(at, |when| moment(when));
    let is_process = *deal == "process";
    let of_company = is_process || rest.first().is_some_and(|v| ["met", "spent"].contains(v));
    let became = said.clauses.get("became").cloned();
    let fact = if is_process {
        Fact::ProcessPublished { process: process(&rest.join(" ")) }
    } else if of_company {
        beside(&said, deal, at)
    } else {
        let verb = rest.first().unwrap_or_else(|| panic!("no verb: {line}"));
        let count = commitments.entry((*deal).to_owned()).or_default();
        *count += usize::from(*verb == "commits");
        fact(&said, verb, &rest[1..].join(" "), &format!("{deal}-{count}"))
    };
    Event {
        id: EventId::v7(at, place as u128),
        deal: if of_company { became } else { Some((*deal).to_owned()) },
        happened_at: at,
        known_at: known,
        recorded_at: known,
        order: 0,
        actor: said.clauses.get("by").cloned(),
        system: "test".into(),
        external_id: None,
        values: if of_company { Values::default() } else { values(&said, &fact) },
        fact,
    }
}

/// A lead that `met` us, or money `spent` on a source.
fn beside(said: &Said, who: &str, at: Moment) -> Fact {
    let clause = |name: &str| said.clauses.get(name).cloned();
    match said.amount {
        None => Fact::TouchRecorded {
            lead: who.to_owned(),
            source: clause("from"),
            medium: clause("medium"),
            campaign: clause("campaign"),
            page: None,
        },
        Some(amount) => Fact::SpendRecorded {
            source: who.to_owned(),
            campaign: clause("campaign"),
            from: at.day(),
            to: clause("until").map_or(at.day(), |day| day.parse().unwrap()),
            amount,
        },
    }
}

/// The verbs. `object` is what follows one, up to the first clause; `own` names its commitment.
fn fact(said: &Said, verb: &str, object: &str, own: &str) -> Fact {
    let object = object.to_owned();
    let because = said.clauses.get("because").cloned();
    let named = (!object.is_empty()).then(|| object.clone());
    let (commitment, call) = (own.to_owned(), own.to_owned());
    match verb {
        "opened" => Fact::DealOpened,
        "changed" => Fact::DealChanged,
        "reached" => Fact::MilestoneReached { milestone: object, stage: false, evidence: because },
        "stage" => Fact::MilestoneReached { milestone: object, stage: true, evidence: None },
        "undone" => Fact::MilestoneUndone { milestone: object, reason: because },
        "won" => Fact::DealWon { event: named },
        "lost" => Fact::DealLost { event: named, reason: because },
        "reopened" => Fact::DealReopened,
        "did" => Fact::ActivityLogged { name: object, kind: None },
        "plans" => {
            let planned_for = due(said).start();
            Fact::CallPlanned {
                call,
                objective: object,
                milestone: None,
                fallback: None,
                planned_for,
            }
        }
        "held" => Fact::CallHeld { call, outcome: outcome(&object), gained: vec![], note: because },
        "commits" => {
            let milestone = object.trim_start_matches("to ").to_owned();
            Fact::CommitmentMade { commitment, milestone, due: due(said), by: None }
        }
        "kept" => Fact::CommitmentKept { commitment },
        "broke" => Fact::CommitmentBroken { commitment, reason: because },
        "moved" => Fact::CommitmentRenegotiated { commitment, due: due(said) },
        "unsays" => Fact::TakenBack { said_at: moment(&object) },
        _ => panic!("'{verb}' is no verb"),
    }
}

fn due(said: &Said) -> Day {
    said.clauses["due"].parse().unwrap()
}

fn outcome(word: &str) -> Outcome {
    match word {
        "order" => Outcome::Order,
        "advance" => Outcome::Advance,
        "continuation" => Outcome::Continuation,
        "no-sale" => Outcome::NoSale,
        _ => panic!("'{word}' is no outcome"),
    }
}

fn values(said: &Said, fact: &Fact) -> Values {
    let clause = |name: &str| said.clauses.get(name).cloned();
    let opener = clause("by").filter(|_| *fact == Fact::DealOpened);
    Values {
        name: clause("name"),
        account: clause("account"),
        owner: clause("owner").or(opener),
        source: clause("source"),
        kind: clause("kind"),
        amount: said.amount,
        expected_close: clause("close").map(|day| day.parse().unwrap()),
        category: clause("category"),
        ..Values::default()
    }
}

/// `Sale: Need agreed > Trial held (trial, poc) > Terms agreed`: raw names in brackets.
fn process(text: &str) -> Process {
    let (name, milestones) = text.split_once(':').expect("process NAME: A > B > C");
    let milestones = milestones.split('>').map(milestone).collect();
    Process { name: name.trim().into(), version: 1, milestones, ..Process::default() }
}

fn milestone(text: &str) -> Milestone {
    let (name, events) = text.split_once('(').unwrap_or((text, ""));
    let events = events.trim_end().trim_end_matches(')').split(',').map(|e| e.trim().to_owned());
    let events = events.filter(|event| !event.is_empty()).collect();
    Milestone { events, ..Milestone::named(name.trim()) }
}

/// A day, its first moment; or a moment in UTC: `2026-01-09T14:30`.
fn moment(text: &str) -> Moment {
    match text.parse::<Day>() {
        Ok(day) => day.start(),
        Err(_) => format!("{text}:00Z").parse().unwrap_or_else(|_| panic!("'{text}' is no time")),
    }
}
