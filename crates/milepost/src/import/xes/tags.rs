//! The tags of a log, one by one, with the two attributes that XES uses.

use quick_xml::escape::EscapeError;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Error, Reader, XmlVersion};

use super::DEPTH_LIMIT;
use super::problem::{cut_off, unreadable};
use super::source::Source;
use crate::texts::{bare, t};

/// A step through the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// An element begins; `Tags` holds what its tag says.
    Open,
    /// The innermost element ends.
    Close,
    /// The file ends, with no element open.
    End,
}

/// A cursor over tags that reuses its memory.
pub(super) struct Tags<'a> {
    xml: Reader<Source<'a>>,
    buf: Vec<u8>,
    depth: usize,
    empty: bool,
    /// The tag last opened.
    pub(super) tag: Opened,
}

/// What an opening tag says.
#[derive(Default)]
pub(super) struct Opened {
    /// The element's name without its namespace.
    pub(super) element: String,
    /// Its `key`, or nothing.
    pub(super) key: String,
    /// Its `value`.
    pub(super) value: Option<String>,
    /// Why the tag could not be read whole.
    pub(super) fault: Option<String>,
}

impl<'a> Tags<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        let mut xml = Reader::from_reader(source);
        let config = xml.config_mut();
        config.trim_text_start = true;
        config.allow_dangling_amp = true;
        Tags { xml, buf: Vec::new(), depth: 0, empty: false, tag: Opened::default() }
    }

    /// The line that has been read to, counted from one.
    pub(super) fn line(&self) -> u64 {
        self.xml.get_ref().line()
    }

    /// Goes to the next tag, or says why that cannot be done.
    pub(super) fn next(&mut self) -> Result<Tag, String> {
        if std::mem::take(&mut self.empty) {
            self.depth -= 1;
            return Ok(Tag::Close);
        }
        let tag = loop {
            if let Some(tag) = self.step()? {
                break tag;
            }
        };
        match tag {
            Tag::Open => self.depth += 1,
            // An end without a start has been refused by the XML reader.
            Tag::Close => self.depth -= 1,
            Tag::End if self.depth > 0 => return Err(cut_off()),
            Tag::End => {}
        }
        if self.depth > DEPTH_LIMIT {
            return Err(t!("problems-xes-deep", most = bare(DEPTH_LIMIT as u64)));
        }
        Ok(tag)
    }

    /// One piece of XML, where it is a tag.
    fn step(&mut self) -> Result<Option<Tag>, String> {
        self.buf.clear();
        self.xml.get_mut().next_tag();
        match self.xml.read_event_into(&mut self.buf).map_err(|e| sentence(&e))? {
            Event::Start(start) => self.tag.set(&start),
            Event::Empty(start) => {
                self.empty = true;
                self.tag.set(&start);
            }
            Event::End(_) => return Ok(Some(Tag::Close)),
            Event::Eof => return Ok(Some(Tag::End)),
            Event::DocType(text) => return no_entities(&text).map(|()| None),
            _ => return Ok(None),
        }
        Ok(Some(Tag::Open))
    }
}

impl Opened {
    fn set(&mut self, start: &BytesStart<'_>) {
        self.element.clear();
        self.element.push_str(start.local_name().as_ref());
        self.key.clear();
        self.value = None;
        self.fault = None;
        if let Err(error) = self.attributes(start) {
            self.fault = Some(sentence(&error));
        }
    }

    fn attributes(&mut self, start: &BytesStart<'_>) -> Result<(), Error> {
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute?;
            let text = || attribute.normalized_value(XmlVersion::Implicit1_0);
            match attribute.key.as_ref() {
                "key" => self.key.push_str(&text()?),
                "value" => self.value = Some(text()?.into_owned()),
                _ => {}
            }
        }
        Ok(())
    }
}

/// A log needs no entities of its own, and reading them is how small files grow huge.
fn no_entities(doctype: &BytesText<'_>) -> Result<(), String> {
    if doctype.as_ref().to_ascii_uppercase().contains("<!ENTITY") {
        return Err(t!("problems-xes-entities").into());
    }
    Ok(())
}

/// What is wrong with the XML, for a person.
fn sentence(error: &Error) -> String {
    match error {
        Error::Io(error) => unreadable(error),
        // The only mistake in syntax is that something never ends.
        Error::Syntax(_) => cut_off(),
        Error::Encoding(_) => t!("problems-xes-not-utf8").into(),
        Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => {
            t!("problems-xes-entity", name = name)
        }
        Error::Escape(EscapeError::UnterminatedEntity(_)) => t!("problems-xes-ampersand").into(),
        other => t!("problems-xes-not-xml", why = other.to_string()),
    }
}
