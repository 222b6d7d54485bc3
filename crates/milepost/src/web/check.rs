//! Faults in the data, the weightiest first, and what each means for the forecast.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, capital};
use crate::answers::Refusal;
use crate::answers::check::{Check, CheckAnswer, Finding};
use crate::answers::words::{count, grouped, percent};
use crate::texts::key;

impl Page for Check {
    const TITLE: &'static str = key!("page-check");
    const FILTERED: bool = false;

    fn read(_: &Address) -> Result<Check, Refusal> {
        Ok(Check)
    }

    fn draw(&self, answer: &CheckAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            ol.faults { @for finding in &answer.checks { (told(finding, view)) } }
        })
    }
}

fn told(finding: &Finding, view: &View) -> Markup {
    let width = format!("{:.1}%", finding.share * 100.0);
    let facts = usize::try_from(finding.facts).unwrap_or(usize::MAX);
    html! {
        li {
            div {
                h2 { (capital(finding.title)) }
                svg.bar role="img" width="100%" height="6" {
                    title { (percent(finding.share)) " of the deals looked at" }
                    rect.ground width="100%" height="6" rx="3" {}
                    rect.share width=(width) height="6" rx="3" {}
                }
                p.measure {
                    b { (percent(finding.share)) } " "
                    (count(finding.deals, "deal")) " of " (grouped(finding.of as f64))
                    @if facts > finding.deals { ", in " (count(facts, "fact")) }
                }
            }
            div {
                p { (finding.means) }
                p { span.quiet { "What to do: " } (finding.remedy) }
                p {
                    span.quiet { "For example: " }
                    @for (i, id) in finding.examples.iter().enumerate() {
                        @if i > 0 { ", " }
                        (view.deal(id))
                    }
                    span.quiet { " · " (finding.code) }
                }
            }
        }
    }
}
