//! Who has answered the questions of the course, by person and by team or department.

use std::collections::BTreeMap;

use ledger::time::Day;
use serde::Serialize;

use crate::answers::table::{Cell, Table};
use crate::answers::{Answer, AsOf, Lens, Question, Refusal};
use crate::people::Learned;
use crate::texts::t;

/// How far is everybody in the course?
#[derive(Clone, Debug, Default)]
pub struct Progress;

/// Everybody that is known, and the teams and departments they are in.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// By team or department.
    pub teams: Vec<Taken>,
    /// By person.
    pub persons: Vec<Learner>,
}

/// A team or department.
#[derive(Clone, Debug, Serialize)]
pub struct Taken {
    /// Its name; none for those who are in none.
    pub team: Option<String>,
    /// How many are in it.
    pub people: usize,
    /// How many of them have answered the questions.
    pub taken: usize,
    /// The mean of their best shares of right answers.
    pub right: Option<f64>,
}

/// A person.
#[derive(Clone, Debug, Serialize)]
pub struct Learner {
    /// The name.
    pub name: String,
    /// Team or department.
    pub team: Option<String>,
    /// The day on which they answered last.
    pub on: Option<Day>,
    /// How many answers were right then …
    pub right: Option<usize>,
    /// … of so many questions.
    pub asked: Option<usize>,
    /// The best share of right answers so far.
    pub best: Option<f64>,
    /// How often they answered.
    pub times: u32,
}

impl Question for Progress {
    type Answer = ProgressAnswer;

    fn ask(&self, lens: &Lens) -> Result<ProgressAnswer, Refusal> {
        let people = lens.people;
        let mut persons: Vec<Learner> = Vec::new();
        let mut teams: BTreeMap<Option<String>, (usize, Vec<f64>)> = BTreeMap::new();
        for (id, person) in &people.persons {
            let learned = people.learned.get(id).filter(|l| l.last < lens.as_of.moment);
            let (all, best) = teams.entry(person.team.clone()).or_default();
            *all += 1;
            best.extend(learned.map(|l| l.best));
            persons.push(learner(lens, &person.name, person.team.clone(), learned));
        }
        persons.sort_by(|a, b| a.team.cmp(&b.team).then_with(|| a.name.cmp(&b.name)));
        let mean =
            |best: &[f64]| (!best.is_empty()).then(|| best.iter().sum::<f64>() / best.len() as f64);
        let taken = |(team, (people, best)): (Option<String>, (usize, Vec<f64>))| Taken {
            team,
            people,
            taken: best.len(),
            right: mean(&best),
        };
        let teams = teams.into_iter().map(taken).collect();
        Ok(ProgressAnswer { as_of: lens.as_of, teams, persons })
    }
}

fn learner(lens: &Lens, name: &str, team: Option<String>, learned: Option<&Learned>) -> Learner {
    Learner {
        name: name.to_owned(),
        team,
        on: learned.map(|l| lens.settings.day_of(l.last)),
        right: learned.map(|l| l.right),
        asked: learned.map(|l| l.asked),
        best: learned.map(|l| l.best),
        times: learned.map_or(0, |l| l.times),
    }
}

impl Answer for ProgressAnswer {
    fn sentence(&self) -> String {
        let taken = self.persons.iter().filter(|person| person.times > 0).count();
        t!("answers-learn-taken", taken = taken, n = self.persons.len())
    }

    fn tables(&self) -> Vec<Table> {
        let share = |share: Option<f64>| share.map_or(Cell::Empty, Cell::Share);
        let number = |n: Option<usize>| n.map_or(Cell::Empty, Cell::Count);
        let team = |of: &Option<String>| Cell::Text(of.clone().unwrap_or("(no team)".into()));
        let by_team = |taken: &Taken| {
            vec![
                team(&taken.team),
                Cell::Count(taken.people),
                Cell::Count(taken.taken),
                share(taken.right),
            ]
        };
        let by_person = |person: &Learner| {
            vec![
                Cell::Text(person.name.clone()),
                team(&person.team),
                person.on.map_or(Cell::Empty, Cell::Day),
                number(person.right),
                number(person.asked),
                share(person.best),
            ]
        };
        vec![
            Table {
                title: t!("answers-learn-teams").into(),
                columns: vec!["team", "people", "taken", "right"],
                rows: self.teams.iter().map(by_team).collect(),
            },
            Table {
                title: t!("answers-learn-people").into(),
                columns: vec!["person", "team", "on", "right", "asked", "best"],
                rows: self.persons.iter().map(by_person).collect(),
            },
        ]
    }
}
