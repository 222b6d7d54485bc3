//! What can be asked of a book.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Book;
use crate::company::{Given, Quota, Rate, Spend, Touch};
use crate::deal::{Deal, Entry, Known, Paper, taken_back};
use crate::memo::Memo;
use crate::names::{Names, Sym};
use crate::pages::Pages;
use crate::process::{Process, fold_case};
use crate::time::Moment;

impl Book {
    /// What was known before this moment is in the book.
    #[must_use]
    pub fn cut(&self) -> Moment {
        self.cut
    }

    /// Whether the book would be the same for another moment `at`: all of it was known before, and
    /// nothing that is left out.
    #[must_use]
    pub fn serves(&self, at: Moment) -> bool {
        at == self.cut || (self.latest_event < at && at <= self.withheld)
    }

    /// Makes it the book of another moment that it serves; further facts known before then are taken.
    pub fn move_to(&mut self, cut: Moment) {
        if self.serves(cut) {
            self.cut = cut;
        }
    }

    /// All deals, in the order of their first appearance in the ledger.
    #[must_use]
    pub fn deals(&self) -> &Pages<Deal> {
        &self.deals
    }

    /// The deals that can still be won.
    pub fn open_deals(&self) -> impl Iterator<Item = &Deal> {
        let places = |deals: &[Deal]| {
            (0..deals.len()).filter(|place| deals[*place].is_open()).collect::<Vec<_>>()
        };
        let open = self.by_page("open", places);
        let pages = self.deals.pages().iter().zip(open.iter());
        let deals = pages.flat_map(|(page, places)| places.iter().map(|place| &page[*place]));
        deals.collect::<Vec<_>>().into_iter()
    }

    /// Something told apart in this book from all books that are made of copies of it or that it is made of.
    #[must_use]
    pub fn edition(&self) -> (u64, Moment) {
        (self.events, self.withheld)
    }

    /// The deal with an id.
    #[must_use]
    pub fn deal(&self, id: &str) -> Option<&Deal> {
        self.deals.get(self.ids.find(id)?.index())
    }

    /// What a symbol stands for.
    #[must_use]
    pub fn text(&self, sym: Sym) -> &str {
        self.texts.text(sym)
    }

    /// What a symbol stands for, if there is one.
    #[must_use]
    pub fn text_of(&self, sym: Option<Sym>) -> Option<&str> {
        sym.map(|sym| self.texts.text(sym))
    }

    /// The symbol of a text, if the book has met it.
    #[must_use]
    pub fn sym(&self, text: &str) -> Option<Sym> {
        self.texts.find(text)
    }

    /// The raw event name of an entry.
    #[must_use]
    pub fn raw(&self, name: Sym) -> &str {
        self.raw.text(name)
    }

    /// All raw event names, by the index of their symbols.
    #[must_use]
    pub fn raw_names(&self) -> &Names {
        &self.raw
    }

    /// The values that an entry brought.
    #[must_use]
    pub fn values(&self, entry: &Entry) -> Option<&Known> {
        let place = entry.attached.filter(|_| !entry.what.has_paper())?;
        self.sets.get(place.index())
    }

    /// What an entry about a call or a commitment says.
    #[must_use]
    pub fn paper(&self, entry: &Entry) -> Option<&Paper> {
        let place = entry.attached.filter(|_| entry.what.has_paper())?;
        self.papers.get(place.index())
    }

    /// Since when those things of calls and commitments are known that some entries of a deal have taken back: what
    /// else is known since then, of calls and commitments, counts no more.
    #[must_use]
    pub fn taken_back<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>) -> Vec<Moment> {
        taken_back(entries, &self.papers)
    }

    /// The published process of a name, or the one published last, in its latest version.
    #[must_use]
    pub fn process(&self, name: Option<&str>) -> Option<&Process> {
        let wanted = |p: &&Process| name.is_none_or(|n| p.name.eq_ignore_ascii_case(n));
        self.processes.iter().map(|(_, process)| process).rfind(wanted)
    }

    /// The pipelines of the source systems that deals lie in.
    #[must_use]
    pub fn pipelines(&self) -> Arc<BTreeSet<Sym>> {
        let of = |deals: &[Deal]| -> BTreeSet<Sym> {
            deals.iter().filter_map(|deal| deal.known.pipeline).collect()
        };
        let parts = self.by_page("pipelines", of);
        self.of_parts("pipelines", &parts, |parts| parts.iter().flatten().copied().collect())
    }

    /// The processes that deals follow, as they were published before a moment: first the one for all deals that
    /// follow no other, then those that some deals follow by their pipeline. None where nothing was published.
    #[must_use]
    pub fn followed(&self, before: Moment) -> Vec<&Process> {
        let mut latest: Vec<&Process> = Vec::new();
        for (known, process) in &self.processes {
            if *known < before {
                latest.retain(|other| !other.name.eq_ignore_ascii_case(&process.name));
                latest.push(process);
            }
        }
        if latest.len() < 2 {
            return latest;
        }
        let pipelines = self.pipelines();
        let is_followed =
            |process: &&Process| pipelines.iter().any(|name| process.is_of(self.text(*name)));
        let (own, others): (Vec<_>, Vec<_>) = latest.into_iter().partition(is_followed);
        // What no pipeline names is for all others: what was published last, if there are several.
        let main = others.last().copied().or(own.last().copied());
        let rest =
            own.into_iter().filter(|process| !main.is_some_and(|m| std::ptr::eq(m, *process)));
        main.into_iter().chain(rest).collect()
    }

    /// The processes that deals follow, read as one; none where they all follow one.
    #[must_use]
    pub fn together(&self, before: Moment) -> Option<Process> {
        let all = self.followed(before);
        (all.len() > 1).then(|| Process::together(&all))
    }

    /// The process that a deal follows.
    #[must_use]
    pub fn process_of(&self, deal: &Deal) -> Option<&Process> {
        let all = self.followed(Moment::MAX);
        let pipeline = self.text_of(deal.known.pipeline);
        let own =
            all.iter().skip(1).find(|process| pipeline.is_some_and(|name| process.is_of(name)));
        own.or(all.first()).copied()
    }

    /// The deals alone that follow a process of this name, or lie in a pipeline of this name; nothing where that is
    /// all of them, or nobody's.
    #[must_use]
    pub fn following(&self, name: &str) -> Option<Book> {
        let all = self.followed(Moment::MAX);
        let called = |process: &&&Process| process.name.eq_ignore_ascii_case(name.trim());
        let place = all.iter().position(|process| called(&process)).filter(|_| all.len() > 1);
        let in_pipeline = |deal: &Deal, takes: &dyn Fn(&str) -> bool| {
            self.text_of(deal.known.pipeline).is_some_and(takes)
        };
        match place {
            Some(0) => {
                let other = |pipeline: &str| all[1..].iter().any(|process| process.is_of(pipeline));
                Some(self.of_deals(|deal| !in_pipeline(deal, &other)))
            }
            Some(place) => {
                Some(self.of_deals(|deal| in_pipeline(deal, &|name| all[place].is_of(name))))
            }
            None if self.process(Some(name.trim())).is_some() => None,
            None => {
                let is = |pipeline: &str| fold_case(pipeline) == fold_case(name);
                let any = self.pipelines().iter().any(|pipeline| is(self.text(*pipeline)));
                any.then(|| self.of_deals(|deal| in_pipeline(deal, &is)))
            }
        }
    }

    /// Every published version, in the order of publication.
    #[must_use]
    pub fn processes(&self) -> &[(Moment, Process)] {
        &self.processes
    }

    /// Quotas, the latest word on each owner and period.
    #[must_use]
    pub fn quotas(&self) -> &[Quota] {
        &self.quotas
    }

    /// Exchange rates.
    #[must_use]
    pub fn rates(&self) -> &[Rate] {
        &self.rates
    }

    /// What leads met.
    #[must_use]
    pub fn touches(&self) -> &Pages<Touch> {
        &self.touches
    }

    /// Marketing spend.
    #[must_use]
    pub fn spends(&self) -> &[Spend] {
        &self.spends
    }

    /// Forecasts that were given, in the order in which they were recorded.
    #[must_use]
    pub fn given(&self) -> &[Given] {
        &self.given
    }

    pub(crate) fn memo(&self) -> &Memo {
        &self.memo
    }

    /// How many events the book holds.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    /// When the latest fact about the company became known.
    #[must_use]
    pub fn latest_known(&self) -> Moment {
        self.latest_known
    }
}
