//! The playbook: one document that explains how this company sells, made to be printed.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, sentence};
use crate::answers::Refusal;
use crate::answers::playbook::{Chapter, Playbook, PlaybookAnswer, Story};
use crate::texts::{key, rich, t};

impl Page for Playbook {
    const TITLE: &'static str = key!("page-playbook");
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<Playbook, Refusal> {
        Ok(Playbook { anonymous: address.asked.other.contains_key("anonymous") })
    }

    fn draw(&self, answer: &PlaybookAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            ol.playbook { @for chapter in &answer.milestones { (told(chapter)) } }
            @if !answer.stories.is_empty() { h2 { (t!("pages-playbook-stories")) } }
            div.stories { @for story in &answer.stories { (story_told(story)) } }
            (older(view))
            p.quiet {
                @if self.anonymous { a href=(view.asked().to("/playbook")) { (t!("pages-playbook-names")) } }
                @else { a href=(view.asked().with("/playbook", "anonymous", "yes")) { (t!("pages-playbook-no-names")) } }
                " · " (rich!("pages-playbook-markdown", command = html! { code { "milepost playbook" } }))
            }
        })
    }
}

/// Earlier versions of the process: the playbook as it was on the last day of each.
fn older(view: &View) -> Markup {
    let name = &view.lens.process.name;
    let published: Vec<_> =
        view.lens.book.processes().iter().filter(|(_, process)| process.name == *name).collect();
    html! {
        @if published.len() > 1 {
            p.quiet { (t!("pages-playbook-earlier")) " "
                @for pair in published.windows(2).rev() {
                    @let last = view.lens.settings.day_of(pair[1].0);
                    a href=(view.asked().with("/playbook", "as_of", &last.to_string())) {
                        (t!("pages-playbook-version", version = pair[0].1.version, day = last))
                    } " "
                }
            }
        }
    }
}

fn told(chapter: &Chapter) -> Markup {
    html! {
        li {
            h2 { (chapter.name) }
            dl { @for (about, words) in chapter.lines() { dt { (about) } dd { (sentence(&words)) } } }
        }
    }
}

fn story_told(story: &Story) -> Markup {
    html! {
        section {
            h3 { (story.title()) }
            dl {
                @for (milestone, day) in &story.steps { dt { (t!("pages-playbook-day", day = day.to_string())) } dd { (milestone) } }
                dt { (t!("pages-playbook-day", day = story.days.to_string())) } dd { b { (t!("pages-playbook-order")) } }
            }
        }
    }
}
