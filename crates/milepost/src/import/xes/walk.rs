//! The shape of a log: traces in it, events in them, attributes in both.

use std::mem;

use super::problem::{Broken, Fault, Problem, Stop};
use super::source::Source;
use super::tags::{Opened, Tag, Tags};
use super::timestamp::{Stamp, timestamp};
use super::value::Kind;
use super::{Counts, TRACE_LIMIT, Trace, TraceSink, Value, XesEvent};
use crate::texts::{bare, t};

/// A walk through one log.
pub(super) struct Walk<'a, 's, S> {
    tags: Tags<'a>,
    sink: &'s mut S,
    counts: Counts,
    /// The keys around the attribute being read, joined by `/`.
    path: String,
    /// What the trace being read takes in memory, about.
    weight: usize,
    zoneless: u64,
}

type Attributes = Vec<(String, Value)>;

impl<'a, 's, S: TraceSink> Walk<'a, 's, S> {
    pub(super) fn new(source: Source<'a>, sink: &'s mut S) -> Self {
        let tags = Tags::new(source);
        Walk { tags, sink, counts: Counts::default(), path: String::new(), weight: 0, zoneless: 0 }
    }

    /// Walks through all of it.
    pub(super) fn log(mut self) -> Result<Counts, Stop<S::Error>> {
        let mut trace = Trace::default();
        match self.next()? {
            Tag::Open if self.tags.tag.element == "log" => {}
            Tag::Open => return Err(self.broken(not_a_log(&self.tags.tag.element))),
            _ => return Err(self.broken(t!("problems-xes-no-log").to_owned())),
        }
        while self.next()? == Tag::Open {
            match self.tags.tag.element.as_str() {
                "trace" => self.trace(&mut trace)?,
                "event" => {
                    self.problem(self.tags.line(), Fault::Stray)?;
                    self.skip()?;
                }
                _ => self.skip()?,
            }
        }
        // On to the end, where damage to a compressed file is noticed.
        match self.next()? {
            Tag::End => Ok(self.counts),
            _ => Err(self.broken(t!("problems-xes-second-log").to_owned())),
        }
    }

    fn trace(&mut self, trace: &mut Trace) -> Result<(), Stop<S::Error>> {
        trace.name.clear();
        trace.attributes.clear();
        trace.events.clear();
        trace.line = self.tags.line();
        (self.weight, self.zoneless) = (0, 0);
        while self.next()? == Tag::Open {
            match &mut self.tags.tag {
                Opened { element, .. } if element == "event" => trace.events.extend(self.event()?),
                Opened { key, value: Some(value), fault: None, .. } if key == "concept:name" => {
                    trace.name = mem::take(value);
                    self.children(&mut trace.attributes)?;
                }
                _ => self.attribute(&mut trace.attributes)?,
            }
        }
        if trace.name.is_empty() {
            return self.problem(trace.line, Fault::UnnamedTrace);
        }
        self.sink.trace(trace).map_err(Stop::Sink)?;
        self.counts.traces += 1;
        self.counts.events += trace.events.len() as u64;
        self.counts.zoneless += self.zoneless;
        Ok(())
    }

    fn event(&mut self) -> Result<Option<XesEvent>, Stop<S::Error>> {
        let line = self.tags.line();
        let (mut name, mut time, mut lifecycle, mut resource) = (None, None, None, None);
        let mut attributes = Vec::new();
        while self.next()? == Tag::Open {
            let slot = match self.tags.tag.key.as_str() {
                "concept:name" => &mut name,
                "time:timestamp" => &mut time,
                "lifecycle:transition" => &mut lifecycle,
                "org:resource" => &mut resource,
                _ => {
                    self.attribute(&mut attributes)?;
                    continue;
                }
            };
            match &mut self.tags.tag {
                Opened { value: value @ Some(_), fault: None, .. } => {
                    *slot = value.take();
                    self.children(&mut attributes)?;
                }
                _ => self.attribute(&mut attributes)?,
            }
        }
        let lengths = [&name, &lifecycle, &resource].map(|s| s.as_ref().map_or(0, String::len));
        self.weigh(size_of::<XesEvent>() + lengths.iter().sum::<usize>())?;
        match named_and_dated(name, time.as_deref()) {
            Ok((name, stamp)) => {
                self.zoneless += u64::from(stamp.zoneless);
                let at = stamp.at;
                Ok(Some(XesEvent { name, at, lifecycle, resource, attributes, line }))
            }
            Err(fault) => self.problem(line, fault).map(|()| None),
        }
    }

    /// Keeps the attribute that was just opened, and those within it.
    fn attribute(&mut self, into: &mut Attributes) -> Result<(), Stop<S::Error>> {
        let tag = &mut self.tags.tag;
        let Some(kind) = Kind::of(&tag.element) else { return self.skip() };
        if let Some(why) = kind.missing(tag) {
            self.problem(self.tags.line(), Fault::Unreadable(why))?;
            return self.skip();
        }
        if let Some(text) = tag.value.take() {
            let slash = if self.path.is_empty() { "" } else { "/" };
            let key = [&self.path, slash, &tag.key].concat();
            self.weigh(size_of::<(String, Value)>() + key.len() + text.len())?;
            into.push((key, kind.value(text)));
        }
        self.children(into)
    }

    /// Keeps what lies within the element that was just opened, under its key.
    fn children(&mut self, into: &mut Attributes) -> Result<(), Stop<S::Error>> {
        let outer = self.path.len();
        let key = self.tags.tag.key.as_str();
        if outer > 0 && !key.is_empty() {
            self.path.push('/');
        }
        self.path.push_str(key);
        while self.next()? == Tag::Open {
            self.attribute(into)?;
        }
        self.path.truncate(outer);
        Ok(())
    }

    /// Passes over the element that was just opened.
    fn skip(&mut self) -> Result<(), Stop<S::Error>> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Tag::Open => depth += 1,
                Tag::Close | Tag::End => depth -= 1,
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Result<Tag, Stop<S::Error>> {
        self.tags.next().map_err(|why| self.broken(why))
    }

    fn weigh(&mut self, bytes: usize) -> Result<(), Stop<S::Error>> {
        self.weight += bytes;
        if self.weight > TRACE_LIMIT {
            let most = TRACE_LIMIT >> 20;
            return Err(self.broken(t!("problems-xes-large-trace", most = bare(most as u64))));
        }
        Ok(())
    }

    fn problem(&mut self, line: u64, fault: Fault) -> Result<(), Stop<S::Error>> {
        self.counts.problems += 1;
        self.sink.problem(Problem { line, fault }).map_err(Stop::Sink)
    }

    fn broken(&self, why: String) -> Stop<S::Error> {
        Stop::Broken(Broken { line: self.tags.line(), why, read: self.counts })
    }
}

fn not_a_log(element: &str) -> String {
    let element: String = element.chars().take(40).collect();
    t!("problems-xes-other-begin", element = element)
}

fn named_and_dated(name: Option<String>, time: Option<&str>) -> Result<(String, Stamp), Fault> {
    let name = name.filter(|n| !n.is_empty()).ok_or(Fault::UnnamedEvent)?;
    match time.filter(|t| !t.is_empty()).map(|t| (t, timestamp(t))) {
        None => Err(Fault::Timeless(name)),
        Some((_, Some(stamp))) => Ok((name, stamp)),
        Some((time, None)) => Err(Fault::BadTime { name, time: time.to_owned() }),
    }
}
