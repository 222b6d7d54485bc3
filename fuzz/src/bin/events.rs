//! Stored events: any bytes are one event or a sentence, and what is read is written the same.
#![no_main]

use ledger::codec::{decode, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match decode(bytes) {
        Ok(event) => {
            let mut written = Vec::new();
            encode(&event, &mut written);
            let mut again = Vec::new();
            encode(&decode(&written).unwrap(), &mut again);
            assert_eq!(written, again);
        }
        Err(unreadable) => assert!(!unreadable.to_string().is_empty()),
    }
});
