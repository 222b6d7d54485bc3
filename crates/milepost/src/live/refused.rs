//! Why the ledger says no, in the language of whoever acts. The rules and their reasons are `ledger::decide`.

use ledger::deal::State;
use ledger::decide::Refusal;
use ledger::objective::{Lack, names_an_act};
use ledger::process::{Milestone, Unusable};

use crate::texts::{bare, t};

/// The sentence of a refusal.
pub(super) fn said(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoDeal(deal) => t!("decide-no-deal", deal = deal),
        Refusal::DealExists(deal) => t!("decide-deal-exists", deal = deal),
        Refusal::NoMilestone(name, all) => t!("decide-no-milestone", name = name, all = all),
        Refusal::Reached(milestone, day) => t!("decide-reached", milestone = milestone, day = day),
        Refusal::NotReached(milestone) => t!("decide-not-reached", milestone = milestone),
        Refusal::NoAct(lack, milestone) => {
            let example = example(milestone.as_deref());
            t!("decide-no-act", lack = lacking(*lack), example = example)
        }
        Refusal::Held(call) => t!("decide-held", call = call),
        Refusal::NothingAgreed(day) => t!("decide-nothing-agreed", day = day),
        Refusal::NoCommitment(commitment) => t!("decide-no-commitment", commitment = commitment),
        Refusal::Backwards(from, to) => t!("decide-backwards", from = from, to = to),
        Refusal::Moved(facts) => t!("decide-moved", facts = bare(*facts as u64)),
        Refusal::Process(why) => unusable(why),
        other => plain(other).to_owned(),
    }
}

/// Those that are filled with nothing.
fn plain(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Closed(State::Won) => t!("decide-won"),
        Refusal::Closed(_) => t!("decide-lost"),
        Refusal::NotClosed => t!("decide-not-closed"),
        Refusal::NothingNew => t!("decide-nothing-new"),
        Refusal::NoObjective => t!("decide-no-objective"),
        Refusal::NothingGained => t!("decide-nothing-gained"),
        Refusal::NoFallback => t!("decide-no-fallback"),
        Refusal::NoLead => t!("decide-no-lead"),
        Refusal::Negative => t!("decide-negative"),
        Refusal::Rate => t!("decide-rate"),
        _ => t!("decide-no-opposite"),
    }
}

/// What an objective lacks.
fn lacking(lack: Lack) -> &'static str {
    match lack {
        Lack::Empty => t!("decide-no-objective"),
        Lack::Learning => t!("decide-lack-learning"),
        Lack::Ours => t!("decide-lack-ours"),
        Lack::Feeling => t!("decide-lack-feeling"),
        Lack::Vague => t!("decide-lack-vague"),
    }
}

/// What the customer could be asked for.
fn example(milestone: Option<&Milestone>) -> String {
    match milestone {
        None => t!("decide-example-order").into(),
        Some(milestone) if names_an_act(&milestone.objective) => milestone.objective.clone(),
        Some(milestone) => t!("decide-example", milestone = milestone.name),
    }
}

fn unusable(why: &Unusable) -> String {
    match why {
        Unusable::NoName => t!("decide-process-no-name").into(),
        Unusable::NoMilestones => t!("decide-process-no-milestones").into(),
        Unusable::Unnamed(place) => t!("decide-process-unnamed", place = bare(*place as u64)),
        Unusable::Twice(name) => t!("decide-process-twice", name = name),
    }
}

#[cfg(test)]
mod tests {
    use ledger::deal::State;
    use ledger::decide::Refusal;
    use ledger::objective::Lack;
    use ledger::process::{Milestone, Unusable};
    use ledger::time::Day;

    use super::said;
    use crate::texts::{Tongue, speaking_here};

    #[test]
    fn a_refusal_is_said_as_the_ledger_does() {
        let trial = Milestone { name: "Trial held".into(), ..Milestone::default() };
        let asks = Milestone { objective: "Sign by Friday".into(), ..trial.clone() };
        let text = || "x".to_owned();
        let mut all = vec![
            Refusal::NoDeal(text()),
            Refusal::DealExists(text()),
            Refusal::Closed(State::Won),
            Refusal::Closed(State::Lost),
            Refusal::NotClosed,
            Refusal::NothingNew,
            Refusal::NoMilestone(text(), "a, b".into()),
            Refusal::Reached(text(), Day(7)),
            Refusal::NotReached(text()),
            Refusal::NoObjective,
            Refusal::Held(text()),
            Refusal::NothingGained,
            Refusal::NoFallback,
            Refusal::NothingAgreed(Day(7)),
            Refusal::NoCommitment(text()),
            Refusal::NoLead,
            Refusal::Negative,
            Refusal::Backwards(Day(7), Day(5)),
            Refusal::Rate,
            Refusal::Moved(1204),
            Refusal::NoOpposite,
            Refusal::Process(Unusable::NoName),
            Refusal::Process(Unusable::NoMilestones),
            Refusal::Process(Unusable::Unnamed(3)),
            Refusal::Process(Unusable::Twice(text())),
        ];
        let lacks = [Lack::Empty, Lack::Learning, Lack::Ours, Lack::Feeling, Lack::Vague];
        for milestone in [None, Some(trial), Some(asks)] {
            let no_act = |lack| Refusal::NoAct(lack, milestone.clone().map(Box::new));
            all.extend(lacks.map(no_act));
        }
        for refusal in &all {
            assert_eq!(said(refusal), refusal.to_string());
            let german = speaking_here(Tongue::German, || said(refusal));
            assert_ne!(german, refusal.to_string());
        }
    }
}
