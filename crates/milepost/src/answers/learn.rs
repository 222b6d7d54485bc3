//! The course: five minutes for anyone in the company, made from the process and from deals that are over.
//!
//! **Nothing here is about an open deal**: whoever reads it may not be allowed to see those.

mod lost;
pub mod progress;
mod quiz;

use serde::Serialize;

use super::coach::{Coach, Wording};
use super::playbook::{Playbook, PlaybookAnswer};
use super::table::{Cell, Table};
use super::words::percent;
use super::{Answer, AsOf, Lens, Question, Refusal};
use crate::texts::t;
pub use quiz::Quiz;

/// What must everybody know about how we sell?
#[derive(Clone, Debug, Default)]
pub struct Learn {
    /// A longer course for this salesperson, on the milestone that they gain least.
    pub owner: Option<String>,
}

/// The lessons and the questions.
#[derive(Clone, Debug, Serialize)]
pub struct LearnAnswer {
    /// The moment.
    pub as_of: AsOf,
    /// Whether it is the longer one, on the milestone that a salesperson gains least.
    pub longer: bool,
    /// What to read.
    pub lessons: Vec<Lesson>,
    /// What to answer.
    pub questions: Vec<Quiz>,
    /// What the reader must know besides.
    pub notes: Vec<String>,
}

/// A lesson.
#[derive(Clone, Debug, Serialize)]
pub struct Lesson {
    /// Its title.
    pub title: String,
    /// Its paragraphs.
    pub text: Vec<String>,
}

impl Question for Learn {
    type Answer = LearnAnswer;

    fn ask(&self, lens: &Lens) -> Result<LearnAnswer, Refusal> {
        let playbook = Playbook { anonymous: true }.ask(lens)?;
        let mut lessons =
            vec![what_a_milestone_is(), the_way(&playbook), evidence(&playbook), calls()];
        let mut focus = None;
        if let Some(owner) = &self.owner {
            let coached = Coach { owner: Some(owner.clone()) }.ask(lens)?;
            let step = coached.sellers.first().and_then(|seller| seller.milestone.clone());
            if let Some(chapter) = step.and_then(|step| {
                playbook.milestones.iter().position(|chapter| chapter.name == step)
            }) {
                let seller = &coached.sellers[0];
                lessons.push(own_step(&playbook, chapter, &seller.because));
                lessons.extend(asking(&playbook, chapter, &seller.wordings));
                lessons.extend(lost::before(lens, owner, chapter));
                focus = Some(chapter);
            }
        }
        let questions = quiz::questions(lens, &playbook, focus);
        let (as_of, longer) = (lens.as_of, focus.is_some());
        Ok(LearnAnswer { as_of, longer, lessons, questions, notes: playbook.notes })
    }
}

fn what_a_milestone_is() -> Lesson {
    Lesson {
        title: t!("answers-learn-milestone").into(),
        text: vec![
            t!("answers-learn-milestone-agreements").into(),
            t!("answers-learn-milestone-ours").into(),
        ],
    }
}

fn the_way(playbook: &PlaybookAnswer) -> Lesson {
    let names: Vec<&str> = playbook.milestones.iter().map(|m| m.name.as_str()).collect();
    let mut text = vec![t!("answers-learn-way-takes", n = names.len(), names = names.join(", "))];
    let odds: Vec<String> = playbook
        .milestones
        .iter()
        .filter_map(|m| {
            let chance = percent(m.chance?);
            Some(t!("answers-learn-way-at", chance = chance, milestone = m.name))
        })
        .collect();
    if !odds.is_empty() {
        text.push(t!("answers-learn-way-odds", odds = odds.join(", ")));
    }
    Lesson { title: t!("answers-learn-way").into(), text }
}

fn evidence(playbook: &PlaybookAnswer) -> Lesson {
    let proofs = playbook.milestones.iter().filter(|m| !m.evidence.is_empty());
    let mut text = vec![t!("answers-learn-evidence-ask").into()];
    text.extend(proofs.take(3).map(|m| format!("{}: {}", m.name, m.evidence)));
    Lesson { title: t!("answers-learn-evidence").into(), text }
}

fn calls() -> Lesson {
    Lesson {
        title: t!("answers-learn-calls").into(),
        text: vec![t!("answers-learn-calls-before").into(), t!("answers-learn-calls-after").into()],
    }
}

fn own_step(playbook: &PlaybookAnswer, chapter: usize, because: &str) -> Lesson {
    let chapter = &playbook.milestones[chapter];
    let mut text = vec![because.to_owned()];
    text.extend(chapter.lines().into_iter().map(|(about, words)| format!("{about}: {words}")));
    Lesson { title: t!("answers-learn-for-you", milestone = chapter.name), text }
}

/// How those who gain it ask for it.
fn asking(playbook: &PlaybookAnswer, chapter: usize, wordings: &[Wording]) -> Option<Lesson> {
    let told = |wording: &Wording| {
        let Wording { objective, held, gained, .. } = wording;
        let gained = gained.to_string();
        t!("answers-learn-was-gained", objective = objective, gained = gained, held = held)
    };
    let text: Vec<String> = wordings.iter().map(told).collect();
    let name = &playbook.milestones[chapter].name;
    (!text.is_empty())
        .then(|| Lesson { title: t!("answers-learn-others-ask", milestone = name), text })
}

impl Answer for LearnAnswer {
    fn sentence(&self) -> String {
        let length = if self.longer { "ten" } else { "five" };
        let (lessons, questions) = (self.lessons.len(), self.questions.len());
        t!("answers-learn-all", length = length, lessons = lessons, questions = questions)
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn tables(&self) -> Vec<Table> {
        let lesson = |lesson: &Lesson| {
            vec![Cell::Text(lesson.title.clone()), Cell::Text(lesson.text.join(" "))]
        };
        let question = |quiz: &Quiz| {
            vec![
                Cell::Text(quiz.situation.clone()),
                Cell::Text(quiz.options.join(" / ")),
                Cell::Text(quiz.options[quiz.right].clone()),
                Cell::Text(quiz.why.clone()),
            ]
        };
        vec![
            Table {
                title: t!("answers-learn-lessons").into(),
                columns: vec!["lesson", "text"],
                rows: self.lessons.iter().map(lesson).collect(),
            },
            Table {
                title: t!("answers-learn-questions").into(),
                columns: vec!["situation", "options", "right", "why"],
                rows: self.questions.iter().map(question).collect(),
            },
        ]
    }
}
