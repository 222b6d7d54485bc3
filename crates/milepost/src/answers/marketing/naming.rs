//! Naming: which source, medium, campaign or landing page a touch, a deal or a sum spent is of, by tidied names.
//!
//! Spellings of one name are one group, names that say nothing are `(not known)`, and the smallest of
//! very many groups are put together. What was changed is told in notes; nothing is dropped.

use std::collections::BTreeMap;

use ledger::company::{Spend, Touch};
use ledger::deal::Deal;
use ledger::names::Sym;
use serde::{Deserialize, Serialize};

use crate::answers::Lens;
use crate::answers::words::{grouped, lacking};
use crate::texts::t;

/// What stands where nothing is known.
pub const NOT_KNOWN: &str = "(not known)";
/// So many groups at most have a line of their own.
const MOST: usize = 60;
/// So many spellings at most are given as examples.
const EXAMPLES: usize = 6;
const NONE: u32 = u32::MAX;

/// What leads are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// Where they come from.
    #[default]
    Source,
    /// By what medium they come.
    Medium,
    /// By which campaign they come.
    Campaign,
    /// On which page they land.
    Landing,
}

/// The groups of a book.
pub(super) struct Naming {
    by: By,
    /// What each group is called.
    pub(super) names: Vec<String>,
    /// By the index of a symbol.
    of: Vec<u32>,
    /// For `By::Medium`: the group of most touches of each source, by the index of its symbol.
    medium_of: Vec<u32>,
    /// The group of what is not known.
    pub(super) unknown: u32,
    /// What was changed.
    pub(super) notes: Vec<String>,
}

/// The spellings of one name, each with how often it is written.
type Spellings<'b> = BTreeMap<Option<String>, Vec<(&'b str, Sym, usize)>>;

impl Naming {
    /// Reads the names of a book.
    pub(super) fn read(by: By, lens: &Lens) -> Naming {
        let counts = Naming::counts(by, lens);
        let mut spellings: Spellings = BTreeMap::new();
        for (sym, times) in counts {
            let text = match by {
                By::Campaign => lens.people.campaign(lens.book.text(sym)),
                _ => lens.book.text(sym),
            };
            spellings.entry(lens.settings.sources.key(text)).or_default().push((text, sym, times));
        }
        for written in spellings.values_mut() {
            written.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(b.0)));
        }
        let mut naming = Naming {
            by,
            names: Vec::new(),
            of: Vec::new(),
            medium_of: Vec::new(),
            unknown: 0,
            notes: Vec::new(),
        };
        naming.tell(&spellings);
        naming.number(spellings, lens);
        if by == By::Medium {
            naming.media(lens);
        }
        naming
    }

    /// How often each name is written.
    fn counts(by: By, lens: &Lens) -> Vec<(Sym, usize)> {
        let mut counts: Vec<Option<(Sym, usize)>> = Vec::new();
        let mut add = |sym: Option<Sym>| {
            let Some(sym) = sym else { return };
            if counts.len() <= sym.index() {
                counts.resize(sym.index() + 1, None);
            }
            counts[sym.index()].get_or_insert((sym, 0)).1 += 1;
        };
        lens.book.touches().iter().for_each(|touch| add(by.of_touch(touch)));
        lens.book.spends().iter().for_each(|spend| add(by.of_spend(spend)));
        if by == By::Source {
            lens.book.deals().iter().for_each(|deal| add(deal.known.source));
        }
        counts.into_iter().flatten().collect()
    }

    /// Says which spellings are read as one.
    fn tell(&mut self, spellings: &Spellings) {
        let known =
            || spellings.iter().filter(|(key, _)| key.is_some()).map(|(_, written)| written);
        let merged: Vec<String> = known()
            .filter(|written| written.iter().any(|(text, ..)| *text != written[0].0))
            .map(|written| {
                let others = written[1..].iter().filter(|(text, ..)| *text != written[0].0);
                let others = others.map(|(text, ..)| quoted(text)).collect::<Vec<_>>();
                let name = quoted(written[0].0);
                t!("answers-marketing-as", others = others.join(", "), name = name)
            })
            .collect();
        if !merged.is_empty() {
            let more = merged.len().saturating_sub(EXAMPLES);
            let shown = merged.iter().take(EXAMPLES).cloned().collect::<Vec<_>>().join("; ");
            self.notes.push(t!("answers-marketing-one", names = shown, more = more));
        }
    }

    /// Gives each name its group, the most frequent first; the smallest share one.
    fn number(&mut self, mut spellings: Spellings, lens: &Lens) {
        let blank = spellings.remove(&None).unwrap_or_default();
        if !blank.is_empty() {
            let told = blank.iter().filter(|(text, ..)| !text.trim().is_empty());
            let told: Vec<String> = told
                .map(|(text, _, times)| format!("{} ({})", quoted(text), grouped(*times as f64)))
                .collect();
            let (name, names) = (lacking(NOT_KNOWN), told.join(", "));
            self.notes.push(t!("answers-marketing-blank", name = name, names = names));
        }
        let mut groups: Vec<_> = spellings.into_values().collect();
        let size = |written: &[(&str, Sym, usize)]| written.iter().map(|w| w.2).sum::<usize>();
        groups.sort_by(|a, b| size(b).cmp(&size(a)).then(a[0].0.cmp(b[0].0)));
        let rest = groups.len().saturating_sub(MOST);
        for (i, written) in groups.iter().enumerate() {
            let name = lens.settings.sources.given(written[0].0).unwrap_or(written[0].0);
            if i < MOST {
                self.names.push(name.trim().to_owned());
            } else if i == MOST {
                self.names.push(format!("({} others)", grouped(rest as f64)));
            }
            written.iter().for_each(|(_, sym, _)| self.set(*sym, i.min(MOST)));
        }
        if rest > 0 {
            self.notes.push(t!("answers-marketing-rest", n = rest, most = MOST));
        }
        self.unknown = u32::try_from(self.names.len()).unwrap_or(0);
        self.names.push(NOT_KNOWN.to_owned());
        let unknown = self.names.len() - 1;
        blank.iter().for_each(|(_, sym, _)| self.set(*sym, unknown));
    }

    fn set(&mut self, sym: Sym, group: usize) {
        if self.of.len() <= sym.index() {
            self.of.resize(sym.index() + 1, NONE);
        }
        self.of[sym.index()] = u32::try_from(group).unwrap_or(NONE);
    }

    /// The medium of each source: that of most of its touches.
    fn media(&mut self, lens: &Lens) {
        let mut counts: BTreeMap<(usize, u32), usize> = BTreeMap::new();
        for touch in lens.book.touches() {
            if let (Some(source), Some(group)) = (touch.source, self.group(touch.medium)) {
                *counts.entry((source.index(), group)).or_default() += 1;
            }
        }
        let last = counts.keys().map(|(source, _)| source + 1).max().unwrap_or(0);
        let mut best = vec![(NONE, 0); last];
        for ((source, group), times) in counts {
            if times > best[source].1 {
                best[source] = (group, times);
            }
        }
        self.medium_of = best.into_iter().map(|(group, _)| group).collect();
    }

    fn group(&self, sym: Option<Sym>) -> Option<u32> {
        let group = *self.of.get(sym?.index())?;
        (group != NONE && group != self.unknown).then_some(group)
    }

    /// The group of a touch.
    pub(super) fn of_touch(&self, touch: &Touch) -> Option<u32> {
        self.group(self.by.of_touch(touch))
    }

    /// The group of a deal that came without a lead.
    pub(super) fn of_deal(&self, deal: &Deal) -> Option<u32> {
        match self.by {
            By::Source => self.group(deal.known.source),
            By::Medium => self.medium(deal.known.source?),
            By::Campaign | By::Landing => None,
        }
    }

    /// The group that money was spent on.
    pub(super) fn of_spend(&self, spend: &Spend) -> Option<u32> {
        match self.by {
            By::Medium => self.medium(spend.source),
            by => self.group(by.of_spend(spend)),
        }
    }

    fn medium(&self, source: Sym) -> Option<u32> {
        self.medium_of.get(source.index()).copied().filter(|group| *group != NONE)
    }

    /// The group that a name stands for.
    pub(super) fn named(&self, name: &str, lens: &Lens) -> u32 {
        lens.book.sym(name).and_then(|sym| self.group(Some(sym))).unwrap_or(self.unknown)
    }
}

fn quoted(text: &str) -> String {
    t!("answers-quoted", text = text)
}

impl By {
    fn of_touch(self, touch: &Touch) -> Option<Sym> {
        match self {
            By::Source => touch.source,
            By::Medium => touch.medium,
            By::Campaign => touch.campaign,
            By::Landing => touch.page,
        }
    }

    fn of_spend(self, spend: &Spend) -> Option<Sym> {
        match self {
            By::Source => Some(spend.source),
            By::Medium | By::Landing => None,
            By::Campaign => spend.campaign,
        }
    }
}
