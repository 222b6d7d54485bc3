//! XES event logs: any bytes end in traces or in a sentence.
#![no_main]

use std::convert::Infallible;

use libfuzzer_sys::fuzz_target;
use milepost::import::xes::{Problem, Trace, TraceSink, read};

struct Nothing;

impl TraceSink for Nothing {
    type Error = Infallible;

    fn trace(&mut self, trace: &Trace) -> Result<(), Infallible> {
        assert!(!trace.name.is_empty());
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), Infallible> {
        assert!(problem.to_string().starts_with("line "));
        Ok(())
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Err(stop) = read(bytes, &mut Nothing) {
        assert!(!stop.to_string().is_empty());
    }
});
