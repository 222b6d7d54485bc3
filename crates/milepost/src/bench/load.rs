//! Pages under load: people who read and write at once, over loopback, each at a person's pace. Times are what
//! a client waits, from its first byte sent to the last received.

mod client;
pub(super) mod company;

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::answers::Answer;
use crate::answers::table::{Cell, Table};
use crate::answers::{AsOf, Lens, Question};
use crate::clock;
use crate::live::Live;
use client::Client;
use company::Company;

/// A person does something this often on average.
const PACE: Duration = Duration::from_millis(1000);

/// What to try.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Deals in the ledger.
    pub deals: u64,
    /// People at work.
    pub users: usize,
    /// For how long.
    pub time: Duration,
}

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Loaded {
    /// People at work.
    pub users: usize,
    /// Seconds.
    pub seconds: f64,
    /// Events in the ledger at the beginning.
    pub events: u64,
    /// Deals.
    pub deals: usize,
    /// Open deals.
    pub open: usize,
    /// Writes that were acknowledged and are not in the ledger.
    pub lost: u64,
    /// Answers that were not what was asked for.
    pub failed: usize,
    /// The most memory that the server held from its start, in MiB.
    pub peak_mib: Option<u64>,
    /// By what was asked.
    pub kinds: Vec<Line>,
}

/// How long people waited, in milliseconds.
#[derive(Debug, Serialize)]
pub struct Line {
    /// What they asked.
    pub name: &'static str,
    /// How often.
    pub n: usize,
    /// Half waited no longer.
    pub p50: f64,
    /// 9 in 10.
    pub p90: f64,
    /// 99 in 100.
    pub p99: f64,
    /// The longest.
    pub most: f64,
}

/// What people do, and how often of a hundred times.
const HABITS: [(&str, usize); 9] = [
    ("a deal", 30),
    ("my list", 20),
    ("a write", 12),
    ("my pipeline", 10),
    ("everybody's list", 8),
    ("everybody's pipeline", 8),
    ("my calendar", 5),
    ("an account", 4),
    ("forecast", 3),
];

struct Done {
    habit: usize,
    took: Duration,
    right: bool,
}

impl Load {
    /// Makes a company, serves it, and sets people on it.
    ///
    /// # Errors
    /// If the company cannot be made or served.
    pub fn run(&self) -> Result<Loaded, Box<dyn std::error::Error>> {
        let folder = std::env::temp_dir().join(format!("milepost-load-{}", clock::new_id()));
        std::fs::create_dir_all(&folder)?;
        let loaded = self.run_in(&folder);
        let _ = std::fs::remove_dir_all(&folder);
        loaded
    }

    fn run_in(&self, folder: &Path) -> Result<Loaded, Box<dyn std::error::Error>> {
        let db = folder.join("load.db");
        let company = Company::make(&db, self.deals, self.users)?;
        let before = counts(&db)?;
        let server = Server::start(&db)?;
        warm(server.address, &company)?;
        let start = Instant::now();
        let done = self.all(server.address, &company);
        let seconds = start.elapsed().as_secs_f64();
        let peak_mib = super::peak_mib(server.child.id());
        drop(server);
        let written = done.iter().filter(|d| d.right && HABITS[d.habit].0 == "a write").count();
        let after = counts(&db)?;
        Ok(Loaded {
            users: self.users,
            seconds,
            events: before.0,
            deals: before.1,
            open: before.2,
            lost: (before.0 + written as u64).saturating_sub(after.0),
            failed: done.iter().filter(|d| !d.right).count(),
            peak_mib,
            kinds: lines(&done),
        })
    }

    fn all(&self, address: SocketAddr, company: &Company) -> Vec<Done> {
        thread::scope(|scope| {
            let one = |user: usize| scope.spawn(move || self.one(address, company, user));
            let people: Vec<_> = (0..self.users).map(one).collect();
            people.into_iter().flat_map(|one| one.join().unwrap_or_default()).collect()
        })
    }

    /// What one person does. One who cannot reach the server has done nothing.
    fn one(&self, address: SocketAddr, company: &Company, user: usize) -> Vec<Done> {
        let Ok(mut client) = Client::new(address, &company.sessions[user]) else {
            return Vec::new();
        };
        let until = Instant::now() + self.time;
        let mut done = Vec::new();
        for turn in 0.. {
            let chance = |what: u64| chance(user as u64, turn, what);
            let wait = -chance(0).max(1e-6).ln() * PACE.as_secs_f64();
            let next = Instant::now() + Duration::from_secs_f64(wait);
            thread::sleep(next.min(until).saturating_duration_since(Instant::now()));
            if next >= until {
                break;
            }
            let habit = habit((chance(1) * 100.0) as usize);
            let owned = &company.open[user];
            let place = (chance(2) * owned.len() as f64) as usize;
            let deal = owned.get(place).map_or("", String::as_str);
            let start = Instant::now();
            let right = ask(&mut client, HABITS[habit].0, deal, user);
            done.push(Done { habit, took: start.elapsed(), right });
        }
        done
    }
}

/// What somebody does at a place between 0 and 99.
fn habit(place: usize) -> usize {
    let mut sum = 0;
    let reached = HABITS.iter().position(|(_, weight)| {
        sum += weight;
        place < sum
    });
    reached.unwrap_or(0)
}

/// Between 0 and 1, the same in each run.
fn chance(user: u64, turn: u64, what: u64) -> f64 {
    let mut mixed = (user << 40) ^ (turn << 8) ^ what;
    for _ in 0..3 {
        mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

fn ask(client: &mut Client, habit: &str, deal: &str, user: usize) -> bool {
    let mine = company::owner(user);
    match habit {
        "a deal" => client.get(&format!("/deals/{deal}")),
        "my list" => client.get(&format!("/next?owner={mine}")),
        "a write" => client.post(
            &format!("/act/{deal}.json"),
            r#"{"do": "change", "amount": "1234.50", "close": "2031-05-01"}"#,
        ),
        "my pipeline" => client.get(&format!("/pipeline?by=milestone&owner={mine}")),
        "everybody's list" => client.get("/next"),
        "everybody's pipeline" => client.get("/pipeline?by=owner"),
        "my calendar" => client.get(&format!("/calendar?owner={mine}")),
        "an account" => client.get(&format!("/accounts?q={}", company::account(user))),
        _ => client.get("/forecast"),
    }
}

/// The program itself, serving as it does for everybody.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(db: &Path) -> Result<Server, Box<dyn std::error::Error>> {
        let mut serve = Command::new(std::env::current_exe()?);
        serve.arg("--db").arg(db).args(["serve", "--listen", "127.0.0.1:0"]);
        let mut child = serve.stdout(Stdio::piped()).spawn()?;
        let said = child.stdout.take().ok_or("the server says nothing")?;
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let found = lines.find_map(|line| line.split("http://").nth(1).map(str::to_owned));
        let address = found.ok_or("the server did not say where it is")?;
        // What it says later has no reader, and must not make it wait.
        thread::spawn(move || lines.for_each(drop));
        Ok(Server { child, address: address.trim_end_matches('/').parse()? })
    }
}

/// It is stopped as a power cut would: what it acknowledged must be there all the same.
impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Everything once, so that what is made at the start is made.
fn warm(address: SocketAddr, company: &Company) -> Result<(), std::io::Error> {
    let mut client = Client::new(address, &company.sessions[0])?;
    for (habit, _) in HABITS {
        let deal = company.open[0].first().map_or("", String::as_str);
        if habit != "a write" && !ask(&mut client, habit, deal, 0) {
            return Err(std::io::Error::other(format!("asked for {habit}, and got no answer")));
        }
    }
    Ok(())
}

/// Events, deals and open deals.
fn counts(db: &Path) -> Result<(u64, usize, usize), Box<dyn std::error::Error>> {
    let live = Live::open_existing(db)?;
    let as_of = AsOf::now(clock::now(), live.settings());
    let (book, people) = (live.book(as_of.moment)?, live.people()?);
    let lens = Lens::new(as_of, &book, None, &people, live.settings())?;
    let open = crate::answers::status::Status::default().ask(&lens)?.deals;
    // Forecasts that the server gave are its own facts.
    Ok((book.events() - book.given().len() as u64, book.deals().len(), open))
}

fn lines(done: &[Done]) -> Vec<Line> {
    let of = |name: &'static str, takes: &dyn Fn(&Done) -> bool| {
        let taken = done.iter().filter(|done| takes(done));
        let mut took: Vec<f64> = taken.map(|done| done.took.as_secs_f64() * 1e3).collect();
        took.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = (took.len() as f64 * share).ceil() as usize;
            took.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
        };
        Line { name, n: took.len(), p50: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1.0) }
    };
    let is_page = |done: &Done| HABITS[done.habit].0 != "a write";
    let all = of("all pages", &is_page);
    let kinds = HABITS.iter().enumerate();
    let each = kinds.map(|(place, (name, _))| of(name, &move |done: &Done| done.habit == place));
    std::iter::once(all).chain(each).collect()
}

impl Answer for Loaded {
    fn sentence(&self) -> String {
        format!(
            "{} people for {:.0} s on {} deals ({} open) and {} events: {} failed, {} lost.",
            self.users, self.seconds, self.deals, self.open, self.events, self.failed, self.lost
        )
    }

    fn notes(&self) -> Vec<String> {
        self.peak_mib.map(|mib| format!("{mib} MiB at most.")).into_iter().collect()
    }

    fn tables(&self) -> Vec<Table> {
        let ms = |time: f64| Cell::Text(format!("{time:.1}"));
        let row = |line: &Line| {
            let times = [line.p50, line.p90, line.p99, line.most].map(ms);
            let first = [Cell::Text(line.name.into()), Cell::Count(line.n)];
            first.into_iter().chain(times).collect()
        };
        vec![Table {
            title: "Milliseconds".into(),
            columns: vec!["what", "n", "p50", "p90", "p99", "most"],
            rows: self.kinds.iter().map(row).collect(),
        }]
    }
}
