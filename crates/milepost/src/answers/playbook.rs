//! The playbook: how this company sells, in one document made from the process and its own deals.

use ledger::deal::{Deal, State};
use ledger::path::Path;
use ledger::time::Day;
use serde::Serialize;

use super::discover::{Waypoint, map};
use super::process::ShowProcess;
use super::table::{Cell, Table};
use super::words::percent;
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;

/// How do we sell?
#[derive(Clone, Copy, Debug, Default)]
pub struct Playbook {
    /// Leave out who bought and who sold.
    pub anonymous: bool,
}

/// The process, explained.
#[derive(Clone, Debug, Serialize)]
pub struct PlaybookAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// What the process is called.
    pub name: String,
    /// Its version; 0 while it is provisional.
    pub version: u32,
    /// Nobody has published it yet.
    pub provisional: bool,
    /// Deals won so far.
    pub won: usize,
    /// Days from opening to sale, at the median.
    pub days: Option<f64>,
    /// The milestones in their order.
    pub milestones: Vec<Chapter>,
    /// Two sales as they went.
    pub stories: Vec<Story>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// A milestone, explained.
#[derive(Clone, Debug, Serialize)]
pub struct Chapter {
    /// Its name.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// What proves it.
    pub evidence: String,
    /// What to ask the customer for.
    pub objective: String,
    /// Whom it concerns.
    pub departments: Vec<String>,
    /// Days since the one before: the median.
    pub days: Option<f64>,
    /// The share of sales that have it.
    pub share_of_won: Option<f64>,
    /// The share of closed deals won once it is reached.
    pub chance: Option<f64>,
}

/// A sale as it went.
#[derive(Clone, Debug, Serialize)]
pub struct Story {
    /// The deal's id; absent where names are hidden.
    pub deal: Option<String>,
    /// The customer; absent where names are hidden.
    pub account: Option<String>,
    /// The salesperson; absent where names are hidden.
    pub owner: Option<String>,
    /// When it was won; absent where names are hidden.
    pub won: Option<Day>,
    /// Whole days from opening to sale.
    pub days: i64,
    /// Each milestone, and the day it was reached, counted from the opening.
    pub steps: Vec<(String, i64)>,
}

impl Question for Playbook {
    type Answer = PlaybookAnswer;

    fn ask(&self, lens: &Lens) -> Result<PlaybookAnswer, Refusal> {
        let facts = ShowProcess.ask(lens)?;
        if facts.milestones.is_empty() {
            return Err(Refusal(t!("answers-playbook-no-process").into()));
        }
        let points = map::map(lens);
        let chance = |i: usize| points.get(i + 1).and_then(|point: &Waypoint| point.chance);
        let chapter = |(i, m): (usize, &super::process::MilestoneFacts)| Chapter {
            name: m.name.clone(),
            meaning: m.meaning.clone(),
            evidence: m.evidence.clone(),
            objective: m.objective.clone(),
            departments: m.departments.clone(),
            days: m.median_days,
            share_of_won: m.share_of_won,
            chance: chance(i),
        };
        let mut spans: Vec<(i64, &Deal)> = sales(lens).collect();
        spans.sort_by_key(|(span, _)| *span);
        let at = |share: f64| spans.get((spans.len() as f64 * share) as usize).copied();
        let told = [0.5, 0.8].into_iter().filter_map(at);
        let mut stories: Vec<Story> =
            told.map(|(span, deal)| self.story(lens, span, deal)).collect();
        stories.dedup_by(|a, b| a.deal.is_some() && a.deal == b.deal);
        Ok(PlaybookAnswer {
            as_of: lens.as_of,
            name: facts.name.clone(),
            version: facts.version,
            provisional: facts.provisional,
            won: facts.won,
            days: at(0.5).map(|(span, _)| span as f64),
            milestones: facts.milestones.iter().enumerate().map(chapter).collect(),
            stories,
            notes: facts.notes,
        })
    }
}

/// Sales that took every milestone in order, each with its days.
fn sales<'a>(lens: &'a Lens) -> impl Iterator<Item = (i64, &'a Deal)> {
    let reader = lens.reader();
    let mut path = Path::default();
    let won = lens.book.deals().iter().filter(|deal| deal.state == State::Won);
    won.filter_map(move |deal| {
        reader.read_into(deal, &mut path);
        let steps: Vec<_> = path.reached.iter().flatten().collect();
        let whole = steps.len() == path.reached.len() && steps.is_sorted();
        let span = super::standing::whole_days(deal.opened_at, deal.closed_at?);
        whole.then_some((span, deal))
    })
}

impl Playbook {
    fn story(self, lens: &Lens, span: i64, deal: &Deal) -> Story {
        let path = lens.reader().read(deal);
        let steps = lens.process.milestones.iter().zip(&path.reached).filter_map(|(m, at)| {
            Some((m.name.clone(), super::standing::whole_days(deal.opened_at, (*at)?)))
        });
        let named = |text: Option<&str>| text.filter(|_| !self.anonymous).map(str::to_owned);
        let won = deal.closed_at.filter(|_| !self.anonymous);
        Story {
            deal: named(Some(lens.book.text(deal.id))),
            account: named(lens.account(deal)),
            owner: named(lens.owner(deal)),
            won: won.map(|at| lens.settings.day_of(at)),
            days: span,
            steps: steps.collect(),
        }
    }
}

impl Story {
    /// Its heading.
    #[must_use]
    pub fn title(&self) -> String {
        let whose = self.account.as_deref().unwrap_or(t!("answers-playbook-a-customer"));
        let days = self.days;
        match &self.owner {
            None => t!("answers-playbook-story", whose = whose, days = days),
            Some(owner) => {
                t!("answers-playbook-story-with", whose = whose, owner = owner, days = days)
            }
        }
    }
}

impl Chapter {
    /// What each word of it is about, and the words.
    #[must_use]
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let usual = self.days.map(|d| t!("answers-playbook-usual", days = d.round() as i64));
        let odds = self.chance.map(|chance| t!("answers-playbook-odds", chance = percent(chance)));
        let share =
            self.share_of_won.map(|share| t!("answers-playbook-share", share = percent(share)));
        let found: Vec<String> = [share, odds].into_iter().flatten().collect();
        let all = [
            (t!("answers-playbook-means"), self.meaning.clone()),
            (t!("answers-playbook-proves"), self.evidence.clone()),
            (t!("answers-playbook-ask"), self.objective.clone()),
            (t!("answers-playbook-departments"), self.departments.join(", ")),
            (t!("answers-playbook-usually"), usual.unwrap_or_default()),
            (t!("answers-playbook-record"), found.join("; ")),
        ];
        all.into_iter().filter(|(_, words)| !words.is_empty()).collect()
    }
}

impl PlaybookAnswer {
    /// The whole document as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!(
            "# {}\n\n{}\n",
            t!("answers-playbook-how-we-sell", name = self.name),
            self.sentence()
        );
        for note in &self.notes {
            text += &format!("\n> {note}\n");
        }
        for (i, chapter) in self.milestones.iter().enumerate() {
            text += &format!("\n## {}. {}\n\n", i + 1, chapter.name);
            for (about, words) in chapter.lines() {
                text += &format!("- **{about}:** {words}\n");
            }
        }
        if !self.stories.is_empty() {
            text += &format!("\n## {}\n", t!("answers-playbook-how-it-went"));
        }
        for story in &self.stories {
            text += &format!("\n### {}\n\n", story.title());
            for (milestone, day) in &story.steps {
                let day = day.to_string();
                let step = t!("answers-playbook-day", day = day, milestone = milestone);
                text += &format!("- {step}\n");
            }
            let last = story.days.to_string();
            text += &format!("- {}\n", t!("answers-playbook-day-order", day = last));
        }
        text + &format!("\n{}\n", t!("answers-playbook-made", day = self.as_of.day))
    }
}

impl Answer for PlaybookAnswer {
    fn sentence(&self) -> String {
        let n = self.milestones.len();
        let takes = if self.provisional {
            t!("answers-playbook-takes-provisional", n = n)
        } else {
            t!("answers-playbook-takes", n = n, version = self.version.to_string())
        };
        let sales = match self.days {
            None => t!("answers-playbook-sales", n = self.won),
            Some(d) => {
                t!("answers-playbook-sales-within", n = self.won, days = d.round() as i64)
            }
        };
        format!("{takes} {sales}")
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let row = |chapter: &Chapter| {
            let text = |text: &String| Cell::Text(text.clone());
            vec![
                text(&chapter.name),
                text(&chapter.meaning),
                text(&chapter.evidence),
                text(&chapter.objective),
                Cell::Text(chapter.departments.join(", ")),
                chapter.days.map_or(Cell::Empty, Cell::Days),
                chapter.chance.map_or(Cell::Empty, Cell::Share),
            ]
        };
        vec![Table {
            title: t!("answers-playbook-title").into(),
            columns: vec![
                "milestone",
                "meaning",
                "evidence",
                "objective",
                "departments",
                "days",
                "won",
            ],
            rows: self.milestones.iter().map(row).collect(),
        }]
    }
}
