//! The playbook: one document that explains how this company sells, made to be printed.

use maud::{Markup, html};

use super::address::Address;
use super::ask::Page;
use super::frame::{View, sentence};
use crate::answers::Refusal;
use crate::answers::playbook::{Chapter, Playbook, PlaybookAnswer, Story};

impl Page for Playbook {
    const TITLE: &'static str = "Playbook";
    const FILTERED: bool = false;

    fn read(address: &Address) -> Result<Playbook, Refusal> {
        Ok(Playbook { anonymous: address.asked.other.contains_key("anonymous") })
    }

    fn draw(&self, answer: &PlaybookAnswer, view: &View) -> Result<Markup, Refusal> {
        Ok(html! {
            ol.playbook { @for chapter in &answer.milestones { (told(chapter)) } }
            @if !answer.stories.is_empty() { h2 { "How it went" } }
            div.stories { @for story in &answer.stories { (story_told(story)) } }
            p.quiet {
                @if self.anonymous { a href=(view.asked().to("/playbook")) { "With names" } }
                @else { a href=(view.asked().with("/playbook", "anonymous", "yes")) { "Without names" } }
                " · As Markdown: " code { "milepost playbook" }
            }
        })
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
                @for (milestone, day) in &story.steps { dt { "Day " (day) } dd { (milestone) } }
                dt { "Day " (story.days) } dd { b { "The order" } }
            }
        }
    }
}
