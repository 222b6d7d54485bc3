//! From bytes to text: encodings, recognised by content.
//!
//! A byte order mark decides the encoding. Without one, NUL bytes in every other place mean UTF-16;
//! else **the first block that goes beyond ASCII decides for the whole file**: UTF-8 if most of its
//! special characters are UTF-8, else Windows-1252. All blocks before it are plain ASCII and read
//! the same either way, so nothing already read is ever wrong. A damaged character becomes U+FFFD
//! and is counted.

use std::fmt;
use std::io::{BufRead, Read, Result};

use encoding_rs::{Decoder, DecoderResult};

/// How much is read and decoded at a time.
const BLOCK: u64 = 256 * 1024;

/// How a file's characters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, and plain ASCII, which is part of it.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// The Western code page of Windows: taken where the bytes are not UTF-8.
    Windows1252,
}

impl Encoding {
    fn decoder(self) -> Decoder {
        let encoding = match self {
            Encoding::Utf8 => encoding_rs::UTF_8,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
        };
        encoding.new_decoder_with_bom_removal()
    }

    fn of_start(bytes: &[u8]) -> Option<Encoding> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some(Encoding::Utf8),
            [0xff, 0xfe, ..] => Some(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => Some(Encoding::Utf16Be),
            _ => Encoding::of_nuls(bytes),
        }
    }

    /// Delimiters, digits and line ends have a NUL as their other half in UTF-16, and text has none.
    fn of_nuls(bytes: &[u8]) -> Option<Encoding> {
        let nuls = |first| bytes.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
        let (high_first, low_first) = (nuls(0), nuls(1));
        let many = |n, other| n * 5 >= bytes.len() / 2 && n > 8 * other;
        match (many(high_first, low_first), many(low_first, high_first)) {
            (true, _) => Some(Encoding::Utf16Be),
            (_, true) => Some(Encoding::Utf16Le),
            _ => None,
        }
    }

    fn of_characters(bytes: &[u8]) -> Encoding {
        let (mut good, mut bad) = (0, 0);
        for chunk in bytes.utf8_chunks() {
            good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            bad += usize::from(!chunk.invalid().is_empty());
        }
        if good >= bad { Encoding::Utf8 } else { Encoding::Windows1252 }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
        })
    }
}

/// The text of a file, block by block.
pub struct Text {
    from: Box<dyn BufRead + Send>,
    raw: Vec<u8>,
    started: bool,
    /// `None` as long as everything read was ASCII.
    decided: Option<(Encoding, Decoder)>,
    damaged: u64,
}

impl Text {
    /// The text in these bytes.
    #[must_use]
    pub fn new(from: Box<dyn BufRead + Send>) -> Text {
        Text { from, raw: Vec::new(), started: false, decided: None, damaged: 0 }
    }

    /// The encoding recognised so far.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.decided.as_ref().map_or(Encoding::Utf8, |(encoding, _)| *encoding)
    }

    /// How many damaged characters were replaced so far.
    #[must_use]
    pub fn damaged(&self) -> u64 {
        self.damaged
    }

    /// Appends the next block; `false` if the text has ended.
    pub fn fill(&mut self, into: &mut String) -> Result<bool> {
        self.read_block()?;
        if self.decided.is_none() {
            self.decided = self.decide().map(|encoding| (encoding, encoding.decoder()));
        }
        self.started = true;
        match &mut self.decided {
            Some((_, decoder)) => self.damaged += decode(decoder, &self.raw, into),
            None => into.push_str(&String::from_utf8_lossy(&self.raw)),
        }
        Ok(!self.raw.is_empty())
    }

    fn read_block(&mut self) -> Result<()> {
        self.raw.clear();
        self.from.by_ref().take(BLOCK).read_to_end(&mut self.raw)?;
        // A character cut in two at the end of a block would look damaged to `decide`.
        for _ in 0..3 {
            if self.raw.last().is_some_and(|byte| !byte.is_ascii()) {
                self.from.by_ref().take(1).read_to_end(&mut self.raw)?;
            }
        }
        Ok(())
    }

    fn decide(&self) -> Option<Encoding> {
        let of_start = if self.started { None } else { Encoding::of_start(&self.raw) };
        let beyond_ascii = || (!self.raw.is_ascii()).then(|| Encoding::of_characters(&self.raw));
        of_start.or_else(beyond_ascii)
    }
}

/// Appends the characters of `raw`, an empty one being the end; gives the number of damaged ones.
fn decode(decoder: &mut Decoder, mut raw: &[u8], into: &mut String) -> u64 {
    let (last, mut damaged) = (raw.is_empty(), 0);
    loop {
        into.reserve(decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len()));
        let (result, read) = decoder.decode_to_string_without_replacement(raw, into, last);
        raw = &raw[read..];
        match result {
            DecoderResult::InputEmpty => return damaged,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                into.push(char::REPLACEMENT_CHARACTER);
                damaged += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests;
