use std::fs;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::NamedTempFile;

use crate::import::source::Source;

const TEXT: &[u8] = b"deal,event,at\nD1,won,2026-11-23\n";

/// Whether a file of these bytes was gzipped, its head and its content.
fn read(bytes: &[u8]) -> (bool, Vec<u8>, Vec<u8>) {
    let file = NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    let mut source = Source::open(file.path()).unwrap();
    let mut content = Vec::new();
    source.content.read_to_end(&mut content).unwrap();
    let size = bytes.len() as u64;
    assert_eq!((source.progress.bytes_read(), source.progress.size), (size, size));
    (source.gzipped, source.head, content)
}

#[test]
fn a_gzipped_file_is_unpacked_whatever_its_name() {
    let mut zipped = GzEncoder::new(Vec::new(), Compression::default());
    zipped.write_all(TEXT).unwrap();
    let zipped = zipped.finish().unwrap();
    let head = TEXT[..8].to_vec();
    assert_eq!(read(TEXT), (false, head.clone(), TEXT.to_vec()));
    assert_eq!(read(&zipped), (true, head.clone(), TEXT.to_vec()));
    let parts = [zipped.clone(), zipped].concat();
    assert_eq!(read(&parts), (true, head, TEXT.repeat(2)));
}

#[test]
fn a_short_file_has_a_short_head() {
    assert_eq!(read(b""), (false, Vec::new(), Vec::new()));
    assert_eq!(read(b"a,b"), (false, b"a,b".to_vec(), b"a,b".to_vec()));
}
