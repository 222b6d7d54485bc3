//! What the reader makes of good, odd and hostile files.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write as _};

use expect_test::{Expect, expect};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::collection;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::{Counts, Problem, Stop, TAG_LIMIT, Trace, TraceSink, Value, XesEvent, read};

const OFFERS: &str = include_str!("../../../tests/fixtures/xes/offers.xes");
const FAULTS: &str = include_str!("../../../tests/fixtures/xes/faults.xes");

#[derive(Default)]
struct Kept {
    traces: Vec<Trace>,
    problems: Vec<Problem>,
}

impl TraceSink for Kept {
    type Error = Infallible;

    fn trace(&mut self, trace: &Trace) -> Result<(), Infallible> {
        self.traces.push(trace.clone());
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Infallible> {
        self.problems.push(problem);
        Ok(())
    }
}

fn keep(input: impl Read) -> (Kept, Result<Counts, Stop<Infallible>>) {
    let mut kept = Kept::default();
    let counts = read(input, &mut kept);
    (kept, counts)
}

/// The file as a person would note it down: deals, their events, problems, and how it ended.
fn notes(input: impl Read) -> String {
    let (kept, end) = keep(input);
    let mut out = String::new();
    for trace in &kept.traces {
        writeln!(out, "{} (line {}){}", trace.name, trace.line, list(&trace.attributes)).unwrap();
        for event in &trace.events {
            let XesEvent { name, at, lifecycle, resource, attributes, line } = event;
            let more: String = [lifecycle, resource]
                .into_iter()
                .flatten()
                .fold(String::new(), |so_far, word| so_far + " · " + word);
            writeln!(out, "  {at} {name}{more} (line {line}){}", list(attributes)).unwrap();
        }
    }
    for problem in &kept.problems {
        writeln!(out, "{problem}").unwrap();
    }
    match end {
        Ok(Counts { traces, events, zoneless, problems }) => writeln!(
            out,
            "{traces} traces, {events} events, {zoneless} without a zone, {problems} problems"
        ),
        Err(stop) => writeln!(out, "stopped: {stop}"),
    }
    .unwrap();
    out
}

fn list(attributes: &[(String, Value)]) -> String {
    let mut out = String::new();
    for (key, value) in attributes {
        write!(out, " {key}=").unwrap();
        match value {
            Value::Text(text) => write!(out, "'{text}'"),
            Value::Int(n) => write!(out, "{n}"),
            Value::Float(n) => write!(out, "{n:?}"),
            Value::Bool(b) => write!(out, "{b}"),
            Value::Date(at) => write!(out, "{at}"),
        }
        .unwrap();
    }
    out
}

#[expect(clippy::needless_pass_by_value, reason = "expect! makes a value")]
fn check(file: impl AsRef<[u8]>, expected: Expect) {
    expected.assert_eq(&notes(file.as_ref()));
}

/// A log of one deal around these lines.
fn deal(inside: &str) -> String {
    format!("<log><trace>\n<string key=\"concept:name\" value=\"D\"/>\n{inside}\n</trace></log>")
}

fn event(inside: &str) -> String {
    let name = "<string key='concept:name' value='E'/>";
    let date = "<date key='time:timestamp' value='2026-01-05T09:00:00Z'/>";
    format!("<event>{name}{date}{inside}</event>")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn a_full_log_is_read() {
    check(
        OFFERS,
        expect![[r#"
        D-1 (line 15) amount=1250.5 seats=12 renewal=false close=2026-03-30T22:00:00Z identity:id='8f1c' account='Miller & Søn "Nord"' account/city='Oslo'
          2026-01-05T08:30:00.25Z Needs analysis held · complete · Ana (line 25)
          2026-01-12T10:00:00Z Offer sent (line 31) concept:name/language='en' lines/price=1000 lines/price=250 terms/paid='monthly'
        D-2 (line 47)
          2026-02-01T08:00:00Z Needs analysis held (line 48)
        2 traces, 3 events, 1 without a zone, 0 problems
    "#]],
    );
}

#[test]
fn faults_are_named_and_the_rest_is_kept() {
    check(
        FAULTS,
        expect![[r#"
        D-1 (line 6)
          2026-01-06T09:00:00Z Contract signed (line 18)
        line 2: an event stands outside any trace; it was skipped
        line 8: an event has no concept:name, so nothing says what happened; it was skipped
        line 11: event 'Offer sent' has no time:timestamp, so nothing says when; it was skipped
        line 14: event 'Demo given' has the time 'soon', which is not a date; it was skipped
        line 21: an attribute cannot be read: '&' should be '&amp;'; it was skipped
        line 22: an attribute cannot be read: '&who;' has no meaning of its own; it was skipped
        line 23: an attribute cannot be read: it has no key; it was skipped
        line 24: an attribute cannot be read: 'discount' has no value; it was skipped
        line 27: a trace has no concept:name, so nothing says which deal it is; it was skipped
        1 traces, 1 events, 0 without a zone, 9 problems
    "#]],
    );
}

#[test]
fn packing_changes_nothing() {
    let packed = gzip(OFFERS.as_bytes());
    assert_eq!(notes(&packed[..]), notes(OFFERS.as_bytes()));
    let (one, two) = OFFERS.as_bytes().split_at(700);
    let members = [gzip(one), gzip(two)].concat();
    assert_eq!(notes(&members[..]), notes(OFFERS.as_bytes()));
}

#[test]
fn a_prefixed_namespace_is_seen_through() {
    let prefixed = "<x:log xmlns:x='http://www.xes-standard.org/'><x:trace>\
        <x:string key='concept:name' value='D'/></x:trace></x:log>";
    check(
        prefixed,
        expect![[r#"
        D (line 1)
        1 traces, 0 events, 0 without a zone, 0 problems
    "#]],
    );
}

#[test]
fn other_encodings_are_read() {
    let text = |label: &str| {
        format!(
            "<?xml version='1.0' encoding='{label}'?>{}",
            deal(&event("")).replace('E', "Zürich")
        )
    };
    let latin: Vec<u8> = text("ISO-8859-1").chars().map(|c| c as u8).collect();
    let wide = text("UTF-16");
    let little: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = wide.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xFF\xFE", &little[..]].concat();
    let utf8 = text("UTF-8");
    let with_mark = format!("\u{FEFF}{utf8}");
    let expected = notes(utf8.as_bytes());
    assert!(expected.contains("Zürich"), "{expected}");
    let mislabelled = wide.as_bytes();
    for bytes in [&latin[..], &little, &big, &marked, with_mark.as_bytes(), mislabelled] {
        assert_eq!(notes(bytes), expected);
    }
}

#[test]
fn an_encoding_that_is_not_kept_is_told() {
    check(
        b"<log><trace><string key='concept:name' value='Z\xFCrich'/></trace></log>",
        expect![[r#"
            stopped: line 1: some bytes are not UTF-8; save the file as UTF-8, or name its encoding in the first line
        "#]],
    );
    check(
        "<?xml version='1.0' encoding='klingon'?><log/>",
        expect![[r#"
        stopped: line 1: the encoding 'klingon' is not known; save the file as UTF-8
    "#]],
    );
    check(
        b"<?xml version='1.0' encoding='shift_jis'?><log>\xFF</log>",
        expect![[r#"
        stopped: line 1: this is not Shift_JIS, as the file declares
    "#]],
    );
}

#[test]
fn what_is_no_log_is_refused() {
    check(
        "",
        expect![[r#"
        stopped: line 1: this is not an XES file: it has no <log>
    "#]],
    );
    check(
        "deal,event,at\n1,Won,2026-01-05\n",
        expect![[r#"
        stopped: line 3: this is not an XES file: it has no <log>
    "#]],
    );
    check(
        "<!DOCTYPE html><html><body>Please log in</body></html>",
        expect![[r#"
        stopped: line 1: this is not an XES file: it begins with <html>, not with <log>
    "#]],
    );
    check(
        "<log><trace></log>",
        expect![[r#"
        stopped: line 1: this is not well-formed XML (ill-formed document: expected `</trace>`, but `</log>` was found)
    "#]],
    );
}

#[test]
fn entities_of_the_file_are_never_expanded() {
    let laughs = "<!DOCTYPE log [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let inside = event("<string key='joke' value='&b;'/>");
    check(
        format!("{laughs}{}", deal(&inside)),
        expect![[r#"
        stopped: line 1: the file declares entities of its own (<!ENTITY), which are not read for safety; export it again without a DOCTYPE
    "#]],
    );
    let file = "<!DOCTYPE log [<!entity % x SYSTEM \"file:///etc/passwd\">]>";
    check(
        format!("{file}{}", deal(&inside)),
        expect![[r#"
        stopped: line 1: the file declares entities of its own (<!ENTITY), which are not read for safety; export it again without a DOCTYPE
    "#]],
    );
    check(
        format!("<!DOCTYPE log SYSTEM \"xes.dtd\">{}", deal(&inside)),
        expect![[r#"
        D (line 1)
          2026-01-05T09:00:00Z E (line 3)
        line 3: an attribute cannot be read: '&b;' has no meaning of its own; it was skipped
        1 traces, 1 events, 0 without a zone, 1 problems
    "#]],
    );
}

#[test]
fn the_five_entities_and_characters_are() {
    let inside = "<string key='all' value='&lt;&gt;&amp;&apos;&quot;&#65;&#x42;&amp;lt; a\nb'/>";
    check(
        deal(inside),
        expect![[r#"
        D (line 1) all='<>&'"AB&lt; a b'
        1 traces, 0 events, 0 without a zone, 0 problems
    "#]],
    );
}

#[test]
fn values_that_do_not_fit_their_type_stay_text() {
    check(
        deal(
            "<int key='a' value='12,5'/><float key='b' value='NaN'/><boolean key='c' value='maybe'/>\
             <date key='d' value='soon'/><int key='e' value=' 7 '/><boolean key='f' value='1'/>\
             <float key='g' value='1E3'/><list key='h' value='kept'/>",
        ),
        expect![[r#"
            D (line 1) a='12,5' b='NaN' c='maybe' d='soon' e=7 f=true g=1000.0 h='kept'
            1 traces, 0 events, 0 without a zone, 0 problems
        "#]],
    );
}

#[test]
fn a_file_cut_off_keeps_its_whole_traces() {
    let at = OFFERS.find("<trace>\n    <event>").unwrap() + 60;
    check(
        &OFFERS[..at],
        expect![[r#"
        D-1 (line 15) amount=1250.5 seats=12 renewal=false close=2026-03-30T22:00:00Z identity:id='8f1c' account='Miller & Søn "Nord"' account/city='Oslo'
          2026-01-05T08:30:00.25Z Needs analysis held · complete · Ana (line 25)
          2026-01-12T10:00:00Z Offer sent (line 31) concept:name/language='en' lines/price=1000 lines/price=250 terms/paid='monthly'
        stopped: line 49: the file is cut off here; get a complete copy; the one trace before it was read
    "#]],
    );
    let packed = gzip(OFFERS.as_bytes());
    check(
        &packed[..packed.len() - 12],
        expect![[r#"
        D-1 (line 15) amount=1250.5 seats=12 renewal=false close=2026-03-30T22:00:00Z identity:id='8f1c' account='Miller & Søn "Nord"' account/city='Oslo'
          2026-01-05T08:30:00.25Z Needs analysis held · complete · Ana (line 25)
          2026-01-12T10:00:00Z Offer sent (line 31) concept:name/language='en' lines/price=1000 lines/price=250 terms/paid='monthly'
        D-2 (line 47)
          2026-02-01T08:00:00Z Needs analysis held (line 48)
        stopped: line 54: the file is cut off here; get a complete copy; the 2 traces before it were read
    "#]],
    );
    let mut damaged = packed.clone();
    damaged[packed.len() - 6] ^= 1;
    check(
        damaged,
        expect![[r#"
        D-1 (line 15) amount=1250.5 seats=12 renewal=false close=2026-03-30T22:00:00Z identity:id='8f1c' account='Miller & Søn "Nord"' account/city='Oslo'
          2026-01-05T08:30:00.25Z Needs analysis held · complete · Ana (line 25)
          2026-01-12T10:00:00Z Offer sent (line 31) concept:name/language='en' lines/price=1000 lines/price=250 terms/paid='monthly'
        D-2 (line 47)
          2026-02-01T08:00:00Z Needs analysis held (line 48)
        stopped: line 55: the compressed file is damaged (corrupt gzip stream does not have a matching checksum); get a fresh copy; the 2 traces before it were read
    "#]],
    );
}

#[test]
fn a_second_log_is_told() {
    check(
        format!("{0}{0}", deal("")),
        expect![[r#"
        D (line 1)
        stopped: line 4: a second log begins here; put it into its own file; the one trace before it was read
    "#]],
    );
}

#[test]
fn traces_arrive_while_the_file_is_being_read() {
    struct Counted<'a>(&'a [u8], &'a Cell<usize>);
    impl Read for Counted<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let n = self.0.read(into)?;
            self.1.set(self.1.get() + n);
            Ok(n)
        }
    }
    struct First<'a>(&'a Cell<usize>, Option<usize>);
    impl TraceSink for First<'_> {
        type Error = Infallible;
        fn trace(&mut self, _: &Trace) -> Result<(), Infallible> {
            self.1.get_or_insert(self.0.get());
            Ok(())
        }
        fn problem(&mut self, _: Problem) -> Result<(), Infallible> {
            Ok(())
        }
    }
    let trace = "<trace><string key='concept:name' value='D'/></trace>\n";
    let file = format!("<log>{}</log>", trace.repeat(20_000));
    let done = Cell::new(0);
    let mut first = First(&done, None);
    let counts = read(Counted(file.as_bytes(), &done), &mut first).unwrap();
    assert_eq!(counts.traces, 20_000);
    assert_eq!(done.get(), file.len());
    assert!(first.1.unwrap() < file.len() / 4, "{first:?}", first = first.1);
}

#[test]
fn a_bomb_meets_a_limit() {
    let long = "x".repeat(usize::try_from(TAG_LIMIT).unwrap() + (128 << 10));
    let value = format!("<string key='a' value='{long}'/>");
    check(
        gzip(deal(&value).as_bytes()),
        expect![[r#"
        stopped: line 3: a single tag or text is longer than 4 MB
    "#]],
    );
    check(
        gzip(deal(&format!("<!--{long}-->")).as_bytes()),
        expect![[r#"
        stopped: line 3: a single tag or text is longer than 4 MB
    "#]],
    );
    check(
        deal(&"<string key='a' value='b'>".repeat(40)),
        expect![[r#"
        stopped: line 3: elements are nested more than 32 deep
    "#]],
    );
    check(
        deal(&"<b>".repeat(40)),
        expect![[r#"
        stopped: line 3: elements are nested more than 32 deep
    "#]],
    );
}

#[test]
fn one_endless_trace_meets_a_limit() {
    let value = format!("<string key='a' value='{}'/>\n", "x".repeat(1 << 20));
    let pieces = vec![event(&value).into_bytes(); 100].concat();
    let (kept, end) = keep(Cursor::new("<log><trace>").chain(&pieces[..]));
    assert!(kept.traces.is_empty());
    expect!["line 64: a single trace is larger than 64 MB"]
        .assert_eq(&end.unwrap_err().to_string());
}

#[test]
fn a_sink_that_refuses_stops_the_reading() {
    struct Full(usize);
    impl TraceSink for Full {
        type Error = &'static str;
        fn trace(&mut self, _: &Trace) -> Result<(), &'static str> {
            self.0 += 1;
            Err("the disk is full")
        }
        fn problem(&mut self, _: Problem) -> Result<(), &'static str> {
            Ok(())
        }
    }
    let mut sink = Full(0);
    assert_eq!(read(OFFERS.as_bytes(), &mut sink), Err(Stop::Sink("the disk is full")));
    assert_eq!(sink.0, 1);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in collection::vec(any::<u8>(), 0..400)) {
        let _ = keep(&bytes[..]);
        let _ = keep(&gzip(&bytes)[..]);
    }

    #[test]
    fn arbitrary_tags_never_panic(pieces in collection::vec(select(PIECES), 0..40)) {
        let (kept, end) = keep(pieces.concat().as_bytes());
        if let Ok(counts) = end {
            prop_assert_eq!(counts.traces, kept.traces.len() as u64);
            prop_assert_eq!(counts.problems, kept.problems.len() as u64);
        }
    }

    #[test]
    fn a_cut_anywhere_yields_a_prefix(at in 0..OFFERS.len()) {
        prop_assert!(OFFERS.is_ascii());
        let whole = keep(OFFERS.as_bytes()).0.traces;
        let (kept, end) = keep(&OFFERS.as_bytes()[..at]);
        prop_assert!(whole.starts_with(&kept.traces));
        prop_assert!(end.is_err() || at > OFFERS.trim_end().len() - 1);
    }
}

const PIECES: &[&str] = &[
    "<log>",
    "</log>",
    "<trace>",
    "</trace>",
    "<event>",
    "</event>",
    "<list key='l'>",
    "</list>",
    "<values>",
    "</values>",
    "<string key='concept:name' value='n'/>",
    "<string key='s'>",
    "</string>",
    "<date key='time:timestamp' value='2026-01-05T09:00:00Z'/>",
    "<int key='i' value='",
    "'/>",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "<!-- -->",
    "<![CDATA[",
    "]]>",
    "<?pi?>",
    "<!DOCTYPE log>",
    "\n",
    "text",
    "<",
    ">",
    "\u{FEFF}",
    "<global scope='event'/>",
];
