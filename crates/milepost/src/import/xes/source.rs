//! Bytes of a log: unpacked, turned into UTF-8, counted in lines, and bounded.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use flate2::bufread::MultiGzDecoder;

use super::TAG_LIMIT;
use crate::texts::{bare, t};

const BLOCK: usize = 64 << 10;
/// An XML declaration stands within this many first bytes.
const DECLARATION: u64 = 256;
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A log's text; it fails where a single tag would fill the memory.
pub(super) struct Source<'a> {
    inner: BufReader<Box<dyn Read + 'a>>,
    line: u64,
    left: u64,
}

/// Unpacks by the first bytes rather than the name, and decodes by the declaration.
pub(super) fn open<'a>(input: impl Read + 'a) -> io::Result<Source<'a>> {
    let (magic, input) = peek(input, 2)?;
    let plain: Box<dyn Read + 'a> = if magic == GZIP {
        Box::new(MultiGzDecoder::new(BufReader::with_capacity(BLOCK, input)))
    } else {
        Box::new(input)
    };
    let (start, plain) = peek(plain, DECLARATION)?;
    let encoding = encoding(&start)?;
    let text: Box<dyn Read + 'a> =
        if encoding == UTF_8 { Box::new(plain) } else { Box::new(Transcode::new(plain, encoding)) };
    Ok(Source { inner: BufReader::with_capacity(BLOCK, text), line: 1, left: TAG_LIMIT })
}

type Rest<R> = io::Chain<Cursor<Vec<u8>>, R>;

/// The first bytes, and a reader that still begins with them.
fn peek<R: Read>(mut input: R, bytes: u64) -> io::Result<(Vec<u8>, Rest<R>)> {
    let mut start = Vec::new();
    input.by_ref().take(bytes).read_to_end(&mut start)?;
    Ok((start.clone(), Cursor::new(start).chain(input)))
}

fn encoding(start: &[u8]) -> io::Result<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return Ok(encoding);
    }
    match start {
        [b'<', 0, ..] => return Ok(UTF_16LE),
        [0, b'<', ..] => return Ok(UTF_16BE),
        _ => {}
    }
    let Some(label) = declared(start) else { return Ok(UTF_8) };
    let known = Encoding::for_label(label).ok_or_else(|| {
        let label = String::from_utf8_lossy(label);
        io::Error::other(t!("problems-xes-encoding", label = label))
    })?;
    // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
    Ok(if known.is_ascii_compatible() { known } else { UTF_8 })
}

/// The label in `<?xml … encoding="label"?>`.
fn declared(start: &[u8]) -> Option<&[u8]> {
    let end = start.windows(2).position(|w| w == b"?>")?;
    let declaration = start[..end].strip_prefix(b"<?xml")?;
    let word = b"encoding";
    let at = declaration.windows(word.len()).position(|w| w == word)?;
    let mut parts = declaration[at..].split(|b| matches!(b, b'"' | b'\''));
    parts.nth(1)
}

impl Source<'_> {
    /// The line that the next byte stands on, counted from one.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Starts to measure a new tag.
    pub(super) fn next_tag(&mut self) {
        self.left = TAG_LIMIT;
    }
}

impl Read for Source<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let n = bytes.len().min(into.len());
        into[..n].copy_from_slice(&bytes[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Source<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            let most = TAG_LIMIT >> 20;
            return Err(io::Error::other(t!("problems-xes-long-tag", most = bare(most))));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        let used = self.inner.buffer().get(..n).unwrap_or_default();
        self.line += used.iter().map(|b| u64::from(*b == b'\n')).sum::<u64>();
        self.left = self.left.saturating_sub(n as u64);
        self.inner.consume(n);
    }
}

/// Turns another encoding into UTF-8. To be read through a buffer: a tiny one could hold no character.
struct Transcode<R> {
    inner: BufReader<R>,
    decoder: Decoder,
    done: bool,
}

impl<R: Read> Transcode<R> {
    fn new(inner: R, encoding: &'static Encoding) -> Self {
        let inner = BufReader::with_capacity(BLOCK, inner);
        Transcode { inner, decoder: encoding.new_decoder(), done: false }
    }
}

impl<R: Read> Read for Transcode<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while !self.done {
            let bytes = self.inner.fill_buf()?;
            let last = bytes.is_empty();
            let (result, used, written) =
                self.decoder.decode_to_utf8_without_replacement(bytes, into, last);
            self.inner.consume(used);
            if let DecoderResult::Malformed(..) = result {
                let name = self.decoder.encoding().name();
                return Err(io::Error::other(t!("problems-xes-not-as-declared", encoding = name)));
            }
            self.done = last && result == DecoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}
