//! A file opened for reading: unpacked if it is gzipped, whatever its name, and counted for a
//! progress bar. What is in it is not known here.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Result};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

/// How much of the start is looked at for magic numbers.
const HEAD: u64 = 8;

/// A file opened for reading, unpacked if it was gzipped.
pub struct Source {
    /// Its content.
    pub content: Box<dyn BufRead + Send>,
    /// Its first bytes (at most eight), which `content` gives as well.
    pub head: Vec<u8>,
    /// Whether it was gzipped.
    pub gzipped: bool,
    /// How far it has been read.
    pub progress: Progress,
}

/// How far a file has been read, in bytes of the file on disk. Copies show the same file.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// The size of the file.
    pub size: u64,
    read: Arc<AtomicU64>,
}

impl Progress {
    /// Bytes read so far.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }
}

struct Counted(File, Arc<AtomicU64>);

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let n = self.0.read(into)?;
        self.1.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

impl Source {
    /// Opens a file, unpacking it if its first bytes say that it is gzipped.
    pub fn open(path: &Path) -> Result<Source> {
        let file = File::open(path)?;
        let progress = Progress { size: file.metadata()?.len(), read: Arc::default() };
        let counted = Counted(file, Arc::clone(&progress.read));
        let (head, content) = peek(BufReader::with_capacity(1 << 16, counted))?;
        if !head.starts_with(&[0x1f, 0x8b]) {
            return Ok(Source { content: Box::new(content), head, gzipped: false, progress });
        }
        let (head, content) = peek(BufReader::new(MultiGzDecoder::new(content)))?;
        Ok(Source { content: Box::new(content), head, gzipped: true, progress })
    }
}

fn peek<R: BufRead>(mut from: R) -> Result<(Vec<u8>, impl BufRead)> {
    let mut head = Vec::new();
    from.by_ref().take(HEAD).read_to_end(&mut head)?;
    Ok((head.clone(), Cursor::new(head).chain(from)))
}

#[cfg(test)]
mod tests;
