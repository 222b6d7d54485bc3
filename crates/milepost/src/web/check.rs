//! Faults in the data, the weightiest first, and what each means for the forecast.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, capital};
use crate::answers::Refusal;
use crate::answers::check::{Check, CheckAnswer, Finding};
use crate::answers::words::percent;
use crate::texts::{key, t};

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
                    title { (t!("pages-check-share", share = percent(finding.share))) }
                    rect.ground width="100%" height="6" rx="3" {}
                    rect.share width=(width) height="6" rx="3" {}
                }
                p.measure {
                    b { (percent(finding.share)) } " "
                    @if facts > finding.deals { (t!("pages-check-facts", n = finding.deals, of = finding.of, facts = facts)) }
                    @else { (t!("pages-check-deals", n = finding.deals, of = finding.of)) }
                }
            }
            div {
                p { (finding.means) }
                p { span.quiet { (t!("pages-check-remedy")) " " } (finding.remedy) }
                p {
                    span.quiet { (t!("pages-check-examples")) " " }
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
