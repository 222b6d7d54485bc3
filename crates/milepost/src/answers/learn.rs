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
use super::words::{count, percent};
use super::{Answer, AsOf, Lens, Question, Refusal};
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
        title: "A milestone is a step that the customer takes".into(),
        text: vec![
            "A sale is a row of agreements. At each one the customer does something: meets, tests, signs, \
             releases money. Those steps are the milestones."
                .into(),
            "What we do ourselves is no milestone, however hard we work: a mail sent, a demo given, a quote \
             mailed. They may help; they prove nothing."
                .into(),
        ],
    }
}

fn the_way(playbook: &PlaybookAnswer) -> Lesson {
    let names: Vec<&str> = playbook.milestones.iter().map(|m| m.name.as_str()).collect();
    let mut text = vec![format!(
        "With us a sale takes {}: {}.",
        count(names.len(), "milestone"),
        names.join(", ")
    )];
    let odds: Vec<String> = playbook
        .milestones
        .iter()
        .filter_map(|m| Some(format!("{} at {}", percent(m.chance?), m.name)))
        .collect();
    if !odds.is_empty() {
        text.push(format!("Of the deals that get there, so many were won: {}.", odds.join(", ")));
    }
    Lesson { title: "Our way to a sale".into(), text }
}

fn evidence(playbook: &PlaybookAnswer) -> Lesson {
    let proofs = playbook.milestones.iter().filter(|m| !m.evidence.is_empty());
    let mut text = vec![
        "Ask: what did the customer do, and what shows it? \"They liked it\" is hope. A date in their \
         calendar, a signature, a number of a budget is evidence."
            .into(),
    ];
    text.extend(proofs.take(3).map(|m| format!("{}: {}", m.name, m.evidence)));
    Lesson { title: "Evidence, not hope".into(), text }
}

fn calls() -> Lesson {
    Lesson {
        title: "Every call has a commitment objective".into(),
        text: vec![
            "Before a call, say what the customer should agree to do next, and by when. Have a smaller step \
             ready in case they won't."
                .into(),
            "Afterwards it is one of four: an order, an advance (they agreed to a step), a continuation (they \
             did not, and we talk on), or no sale. \"We'll be in touch\" is a continuation."
                .into(),
        ],
    }
}

fn own_step(playbook: &PlaybookAnswer, chapter: usize, because: &str) -> Lesson {
    let chapter = &playbook.milestones[chapter];
    let mut text = vec![because.to_owned()];
    text.extend(chapter.lines().into_iter().map(|(about, words)| format!("{about}: {words}")));
    Lesson { title: format!("For you: {}", chapter.name), text }
}

/// How those who gain it ask for it.
fn asking(playbook: &PlaybookAnswer, chapter: usize, wordings: &[Wording]) -> Option<Lesson> {
    let told = |wording: &Wording| {
        let Wording { objective, held, gained, .. } = wording;
        format!("\"{objective}\" was gained in {gained} of {}.", count(*held as usize, "call"))
    };
    let text: Vec<String> = wordings.iter().map(told).collect();
    let name = &playbook.milestones[chapter].name;
    (!text.is_empty()).then(|| Lesson { title: format!("How others ask for {name}"), text })
}

impl Answer for LearnAnswer {
    fn sentence(&self) -> String {
        let length = if self.longer { "Ten" } else { "Five" };
        format!(
            "{length} minutes: {} and {} from deals that are over.",
            count(self.lessons.len(), "lesson"),
            count(self.questions.len(), "question")
        )
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
                title: "Lessons".into(),
                columns: vec!["lesson", "text"],
                rows: self.lessons.iter().map(lesson).collect(),
            },
            Table {
                title: "Questions".into(),
                columns: vec!["situation", "options", "right", "why"],
                rows: self.questions.iter().map(question).collect(),
            },
        ]
    }
}
