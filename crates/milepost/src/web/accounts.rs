//! By account, for anyone in the company: where a customer stands, what happens next, whose part it is, by when.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, day, scroll, words};
use super::next::{MOST_ROWS, rest};
use crate::answers::Refusal;
use crate::answers::accounts::{AccountLine, Accounts, AccountsAnswer};
use crate::answers::words::about;
use crate::texts::{key, t};

impl Page for Accounts {
    const TITLE: &'static str = key!("page-accounts");
    const FILTERED: bool = true;
    const AMONG: bool = true;

    fn read(address: &Address) -> Result<Accounts, Refusal> {
        let search = address.asked.other.get("q").filter(|text| !text.trim().is_empty());
        let (filter, among) = (address.asked.filter(), address.asked.among()?);
        Ok(Accounts { filter, among, search: search.cloned() })
    }

    fn draw(&self, answer: &AccountsAnswer, view: &View) -> Result<Markup, Refusal> {
        let table = html! {
            table.list {
                thead { tr {
                    th { (t!("pages-account")) } th.n { (t!("pages-accounts-open", currency = answer.currency)) }
                    th { (t!("frame-stands-at")) } th { (t!("pages-accounts-next")) }
                    th { (t!("pages-accounts-who")) } th { (t!("pages-accounts-by")) }
                } }
                tbody { @for line in answer.accounts.iter().take(MOST_ROWS) { (row(line, view)) } }
            }
        };
        Ok(html! {
            form.find method="get" action="/accounts" role="search" {
                @for (name, value) in view.asked().lasting() { input type="hidden" name=(name) value=(value); }
                label { span { (t!("pages-name")) } input type="search" name="q" value=[self.search.as_deref()]; }
                button { (t!("page-find")) }
            }
            @if !answer.accounts.is_empty() { (scroll(t!("page-accounts"), &table)) }
            (rest(answer.accounts.len(), view))
        })
    }
}

fn row(line: &AccountLine, view: &View) -> Markup {
    let open = !line.open.is_empty();
    html! {
        tr {
            td.who {
                b { (line.account) } " "
                @for id in line.open.iter().take(4) { (view.deal(id)) " " }
                @if line.won > 0 { span.quiet { (t!("pages-accounts-won", n = line.won, value = about(line.brought))) } }
            }
            td.n { @if open { (about(line.value)) } }
            td { @if open { (line.last.as_deref().unwrap_or(t!("pages-no-milestone-yet"))) } @else { span.quiet { (t!("pages-accounts-no-open")) } } }
            td.ask data-ask=(t!("pages-list-ask")) {
                @if let Some(objective) = &line.objective { (words(objective)) }
                @if line.stalled { p.quiet { strong.alert { (t!("pages-stalled-stop")) " " } (words(line.because.as_deref().unwrap_or_default())) } }
            }
            td { (line.owner.as_deref().unwrap_or_default())
                @if !line.departments.is_empty() { p.quiet { (line.departments.join(", ")) } } }
            td { @if let Some(by) = line.by { (day(by)) } }
        }
    }
}
