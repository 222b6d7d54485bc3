//! What can be asked of a book.

use super::Book;
use crate::company::{Given, Quota, Rate, Spend, Touch};
use crate::deal::{Deal, Entry, Known, Paper};
use crate::memo::Memo;
use crate::names::{Names, Sym};
use crate::pages::Pages;
use crate::process::Process;
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

    /// The published process of a name, or the one published last, in its latest version.
    #[must_use]
    pub fn process(&self, name: Option<&str>) -> Option<&Process> {
        let wanted = |p: &&Process| name.is_none_or(|n| p.name.eq_ignore_ascii_case(n));
        self.processes.iter().map(|(_, process)| process).rfind(wanted)
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
