//! Teams as they were on each day: people move, and so do whole teams under others. What was asked of a past day is
//! answered by the teams of that day.

use std::collections::BTreeMap;

use ledger::time::Day;
use serde::{Deserialize, Serialize};

use super::{People, alike};

/// Teams lie in one another at most so deep: a ring ends here.
const DEEPEST: usize = 32;

/// Where somebody or some team belonged before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Was {
    /// Up to this day, itself not among them.
    pub until: Day,
    /// The team; none where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
}

/// The team that a team is part of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Today; none for one that stands for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// Before, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Was>,
}

impl Team {
    /// Makes it part of another one, or of none, from a day on; for ever where no day is said.
    pub fn belong(&mut self, under: Option<String>, since: Option<Day>) {
        match since {
            Some(since) => change(&mut self.under, &mut self.before, under, since),
            None => (self.under, self.before) = (under, Vec::new()),
        }
    }
}

/// The team of a day, of what it is today and what it was before.
fn on<'a>(today: Option<&'a str>, before: &'a [Was], day: Day) -> Option<&'a str> {
    match before.iter().find(|was| day < was.until) {
        Some(was) => was.team.as_deref(),
        None => today,
    }
}

/// Changes what holds from a day on: what was said of later days gives way, what was before stays.
pub(super) fn change(
    today: &mut Option<String>,
    before: &mut Vec<Was>,
    team: Option<String>,
    since: Day,
) {
    let was = on(today.as_deref(), before, since.plus(-1)).map(str::to_owned);
    before.retain(|was| was.until < since);
    if was != team {
        before.push(Was { until: since, team: was });
    }
    *today = team;
}

impl People {
    /// A person's team on a day.
    #[must_use]
    pub fn team_on(&self, id: &str, day: Day) -> Option<&str> {
        let person = self.persons.get(id)?;
        on(person.team.as_deref(), &person.before, day)
    }

    /// A person's team on a day, then the team that it was part of, and so on.
    pub fn teams_on(&self, id: &str, day: Day) -> impl Iterator<Item = &str> {
        let over = move |team: &&str| {
            let found = self.teams.get(*team)?;
            on(found.under.as_deref(), &found.before, day)
        };
        std::iter::successors(self.team_on(id, day), over).take(DEEPEST)
    }

    /// Whether a person was in a team of this name, or in one that was part of it, on a day.
    #[must_use]
    pub fn is_in(&self, id: &str, team: &str, day: Day) -> bool {
        self.teams_on(id, day).any(|name| alike(name, team))
    }

    /// All teams of a day, each with the one that it was part of.
    #[must_use]
    pub fn all_teams(&self, day: Day) -> BTreeMap<&str, Option<&str>> {
        let mut all = BTreeMap::new();
        for id in self.persons.keys() {
            let chain: Vec<&str> = self.teams_on(id, day).collect();
            for (i, team) in chain.iter().enumerate() {
                all.insert(*team, chain.get(i + 1).copied());
            }
        }
        for (name, team) in &self.teams {
            let over = on(team.under.as_deref(), &team.before, day);
            all.insert(name, over);
            if let Some(over) = over {
                all.entry(over).or_insert(None);
            }
        }
        all
    }

    /// Whether a team lies in another one, or is it, on a day.
    #[must_use]
    pub fn lies_in(&self, team: &str, other: &str, day: Day) -> bool {
        let over = |team: &&str| {
            let found = self.teams.get(*team)?;
            on(found.under.as_deref(), &found.before, day)
        };
        std::iter::successors(Some(team), over).take(DEEPEST).any(|name| alike(name, other))
    }
}

#[cfg(test)]
mod tests {
    use ledger::time::Day;

    use super::{Team, Was, change};
    use crate::people::{People, Person};

    fn people() -> People {
        let mut people = People::default();
        let mut ana =
            Person { name: "Ana".into(), team: Some("north".into()), ..Person::default() };
        change(&mut ana.team, &mut ana.before, Some("south".into()), Day(100));
        people.persons.insert("ana".into(), ana);
        let before = vec![Was { until: Day(50), team: None }];
        people.teams.insert("north".into(), Team { under: Some("Europe".into()), before });
        people
    }

    #[test]
    fn a_day_has_the_teams_of_that_day() {
        let people = people();
        assert_eq!(people.team_on("ana", Day(99)), Some("north"));
        assert_eq!(people.team_on("ana", Day(100)), Some("south"));
        assert!(people.is_in("ana", "europe", Day(60)) && !people.is_in("ana", "europe", Day(40)));
        assert!(!people.is_in("ana", "Europe", Day(100)));
        assert_eq!(people.teams_on("ana", Day(60)).collect::<Vec<_>>(), ["north", "Europe"]);
    }

    #[test]
    fn what_is_said_of_a_day_holds_from_then_on() {
        let (mut today, mut before) = (Some("north".to_owned()), Vec::new());
        change(&mut today, &mut before, Some("south".into()), Day(100));
        change(&mut today, &mut before, Some("east".into()), Day(200));
        // A move that was said too late, and had been earlier.
        change(&mut today, &mut before, Some("east".into()), Day(150));
        let was = |until, team: &str| Was { until: Day(until), team: Some(team.into()) };
        assert_eq!(before, [was(100, "north"), was(150, "south")]);
        change(&mut today, &mut before, Some("north".into()), Day(100));
        assert_eq!((today.as_deref(), before.len()), (Some("north"), 0));
    }

    #[test]
    fn a_ring_of_teams_ends() {
        let mut people = people();
        people.teams.insert("Europe".into(), Team { under: Some("north".into()), before: vec![] });
        assert!(!people.is_in("ana", "nowhere", Day(60)));
        assert!(people.lies_in("Europe", "north", Day(60)));
    }
}
