//! The pipeline: the milestones done and not done, as a matrix with sums.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::board::board;
use super::frame::{View, choices, scroll};
use super::next::{MOST_ROWS, rest, worth};
use super::path::{Stop, Way, shade};
use super::picture::{Picture, link};
use crate::answers::Refusal;
use crate::answers::next::{Next, NextAnswer, NextDeal, Order};
use crate::answers::status::{By, Group, MilestoneLine, NO_MILESTONE, Status, StatusAnswer};
use crate::answers::words::{grouped, lacking};
use crate::texts::{key, t};

impl Page for Status {
    const TITLE: &'static str = key!("page-pipeline");
    const FILTERED: bool = true;
    const AMONG: bool = true;

    fn read(address: &Address) -> Result<Status, Refusal> {
        let by = address.asked.by()?.unwrap_or_default();
        Ok(Status { by, filter: address.asked.filter(), among: address.asked.among()? })
    }

    fn pictures(&self, answer: &StatusAnswer, _: &View) -> Vec<Picture> {
        let drawn = way(answer).wide();
        (answer.deals > 0)
            .then(|| Picture::of("milestones", t!("pipeline-picture"), drawn, 140.0))
            .into_iter()
            .collect()
    }

    fn draw(&self, answer: &StatusAnswer, view: &View) -> Result<Markup, Refusal> {
        let (filter, limit) = (self.filter.clone(), Some(MOST_ROWS));
        let among = self.among.clone();
        let open =
            view.ask(&Next { filter, among, limit, order: Order::Place, ..Next::default() })?;
        let show = view.asked().other.get("show").map_or("matrix", String::as_str);
        Ok(html! {
            @if answer.deals > 0 { (scroll(t!("pipeline-milestones"), &way(answer).fitting())) (link("milestones", view)) }
            h2 { (t!("pipeline-sums")) }
            (choices(t!("pipeline-by"), "by", &groups(), view.asked().by.as_deref().unwrap_or("milestone"), view))
            @if answer.deals > 0 { (scroll(t!("pipeline-sums"), &sums(answer, view))) }
            h2 { (t!("page-deals")) }
            (choices(t!("pipeline-as"), "show", &shown(), show, view))
            @if answer.deals == 0 {}
            @else if show == "board" { (board(self, answer, view)?) }
            @else {
                (scroll(t!("pipeline-matrix"), &deals(answer, &open, view)))
                (rest(answer.deals, view))
            }
            @if view.writes() { p.ways { a.button href=(view.asked().to("/deal/open")) { (t!("pipeline-open-deal")) } } }
        })
    }
}

/// What stands at each milestone, along the way.
fn way(answer: &StatusAnswer) -> Way {
    let most = answer.milestones.iter().map(|m| m.deals).max().unwrap_or(0).max(1);
    let stop = |m: &MilestoneLine| Stop {
        name: lacking(&m.name).to_owned(),
        done: m.deals > 0,
        end: m.name == NO_MILESTONE,
        under: vec![t!("words-deals", n = m.deals), grouped(m.value)],
        mass: m.deals as f64 / most as f64,
        ..Stop::default()
    };
    let stops: Vec<Stop> = answer.milestones.iter().map(stop).collect();
    let words: Vec<String> = answer
        .milestones
        .iter()
        .map(|m| t!("pipeline-at-milestone", milestone = lacking(&m.name), n = m.deals))
        .collect();
    Way { stops, title: format!("{}. {}", t!("pipeline-picture"), words.join("; ")) }
}

/// How deals can be shown.
fn shown() -> [(&'static str, &'static str); 2] {
    [("matrix", t!("pipeline-as-matrix")), ("board", t!("pipeline-as-board"))]
}

/// What an address can ask for.
fn groups() -> [(&'static str, &'static str); 4] {
    [
        ("owner", t!("words-by-owner")),
        ("team", t!("words-by-team")),
        ("source", t!("words-by-source")),
        ("milestone", t!("words-by-milestone")),
    ]
}

/// Whether there are deals before the first milestone: they have a column then.
fn has_before(answer: &StatusAnswer) -> bool {
    answer.milestones.first().is_some_and(|m| m.name == NO_MILESTONE)
}

fn sums(answer: &StatusAnswer, view: &View) -> Markup {
    let matrix = answer.by != By::Milestone;
    let skip = usize::from(!has_before(answer));
    let columns: &[MilestoneLine] = if matrix { &answer.milestones } else { &[] };
    let most = answer.groups.iter().flat_map(|g| &g.by_milestone).copied().max().unwrap_or(0);
    let all = |number: fn(&Group) -> usize| answer.groups.iter().map(number).sum::<usize>();
    html! {
        table.matrix {
            thead { tr {
                td {} th.n { (t!("page-deals")) } th.n { (t!("pipeline-value", currency = answer.currency)) }
                @for milestone in columns { th.n.step scope="col" { (lacking(&milestone.name)) } }
                th.n { (t!("pipeline-committed")) } th.n { (t!("pipeline-stalled")) }
            } }
            tbody {
                @for group in &answer.groups { tr {
                    th scope="row" { (name(group, answer.by, view)) }
                    @let of = Behind { group, by: answer.by, view };
                    td.n { (of.link(group.deals, None)) }
                    td.n { (grouped(group.value)) }
                    @if matrix {
                        @for (deals, milestone) in group.by_milestone.iter().skip(skip).zip(columns) {
                            (cell(*deals, most, &of.link(*deals, Some(("at", at(&milestone.name))))))
                        }
                    }
                    td.n { (grouped(group.committed as f64)) }
                    td.n { (of.link(group.stalled, Some(("stalled", "yes")))) }
                } }
            }
            tfoot { tr {
                th scope="row" { (t!("pipeline-all")) }
                td.n { (grouped(answer.deals as f64)) }
                td.n { (grouped(answer.value)) }
                @for milestone in columns { td.n { (grouped(milestone.deals as f64)) } }
                td.n { (grouped(all(|g| g.committed) as f64)) }
                td.n { (grouped(all(|g| g.stalled) as f64)) }
            } }
        }
    }
}

/// A group's name leads to its deals.
fn name(group: &Group, by: By, view: &View) -> Markup {
    let key = match by {
        By::Owner => "owner",
        By::Team => "team",
        By::Source => "source",
        By::Milestone => return html! { (lacking(&group.name)) },
    };
    // Groups of deals that lack the thing cannot be asked for.
    if group.name.starts_with("(no ") {
        return html! { (lacking(&group.name)) };
    }
    html! { a href=(view.asked().with(&view.address.path, key, &group.name)) { (group.name) } }
}

/// How a milestone is asked for.
fn at(name: &str) -> &str {
    if name == NO_MILESTONE { "none" } else { name }
}

/// The deals behind a number of a group.
struct Behind<'a> {
    group: &'a Group,
    by: By,
    view: &'a View<'a>,
}

impl Behind<'_> {
    /// A number that leads to its deals, where they can be asked for.
    fn link(&self, deals: usize, besides: Option<(&'static str, &str)>) -> Markup {
        let name = self.group.name.as_str();
        let key = match self.by {
            By::Milestone => ("at", at(name)),
            By::Owner => ("owner", name),
            By::Team => ("team", name),
            By::Source => ("source", name),
        };
        // Groups of deals that lack the thing cannot be asked for.
        if deals == 0 || key.1.starts_with("(no ") {
            return html! { (grouped(deals as f64)) };
        }
        let pairs: Vec<_> = [key].into_iter().chain(besides).collect();
        html! { a href=(self.view.asked().besides("/next", &pairs)) { (grouped(deals as f64)) } }
    }
}

/// A count, on a ground that is the stronger the more there are.
fn cell(deals: usize, most: usize, shown: &Markup) -> Markup {
    let ground = (deals * 4).div_ceil(most.max(1));
    html! {
        @if deals == 0 { td.n.none aria-hidden="true" { "·" } }
        @else { td class={ "n g" (ground) } { (shown) } }
    }
}

fn deals(answer: &StatusAnswer, open: &NextAnswer, view: &View) -> Markup {
    let names = &answer.milestones[usize::from(has_before(answer))..];
    html! {
        table.matrix.dots {
            thead { tr {
                th { (t!("page-deal")) } th { (t!("frame-owner")) } th.n { (t!("pipeline-amount", currency = answer.currency)) }
                @for milestone in names { th.step scope="col" { (milestone.name) } }
                th { (t!("pipeline-stands")) }
            } }
            tbody { @for deal in &open.deals { (row(deal, view)) } }
        }
    }
}

fn row(deal: &NextDeal, view: &View) -> Markup {
    let name = deal.account.as_ref().or(deal.name.as_ref());
    html! {
        tr {
            th scope="row" {
                (view.deal(&deal.id)) @if let Some(name) = name { " " span.name { (name) } }
            }
            td { (deal.owner.as_deref().unwrap_or(t!("words-no-owner"))) }
            td.n { (worth(deal)) }
            @for (place, done) in deal.path.iter().enumerate() {
                @if !deal.own.contains(&place) { td {} }
                @else if *done {
                    td class={ "dot " (shade(place - deal.own.start, deal.own.len())) } {
                        span aria-hidden="true" { "●" } span.spoken { (t!("pipeline-reached")) }
                    }
                } @else {
                    td.dot.ahead { span aria-hidden="true" { "○" } span.spoken { (t!("pipeline-not-reached")) } }
                }
            }
            td { @if deal.stalled { strong.alert { (t!("pipeline-stalled")) } } @else { span.quiet { (t!("pipeline-moving")) } } }
        }
    }
}
