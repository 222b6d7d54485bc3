use std::io::Cursor;

use proptest::prelude::{any, proptest};
use proptest::{collection, prop_assert_eq};

use crate::import::text::{BLOCK, Encoding, Text};

/// The text in `bytes`, its encoding and how many characters were damaged.
fn read(bytes: &[u8]) -> (String, Encoding, u64) {
    let mut text = Text::new(Box::new(Cursor::new(bytes.to_vec())));
    let mut whole = String::new();
    while text.fill(&mut whole).unwrap() {}
    (whole, text.encoding(), text.damaged())
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

fn sure(text: &str, encoding: Encoding) -> (String, Encoding, u64) {
    (text.to_owned(), encoding, 0)
}

const TEXT: &str = "Konto;Betrag\nMüller & Söhne;1.234,50 €\n";

#[test]
fn every_encoding_is_recognised_with_and_without_its_mark() {
    let marked = format!("\u{feff}{TEXT}");
    assert_eq!(read(TEXT.as_bytes()), sure(TEXT, Encoding::Utf8));
    assert_eq!(read(marked.as_bytes()), sure(TEXT, Encoding::Utf8));
    assert_eq!(read(&utf16(&marked, u16::to_le_bytes)), sure(TEXT, Encoding::Utf16Le));
    assert_eq!(read(&utf16(&marked, u16::to_be_bytes)), sure(TEXT, Encoding::Utf16Be));
    assert_eq!(read(&utf16(TEXT, u16::to_le_bytes)), sure(TEXT, Encoding::Utf16Le));
    assert_eq!(read(&utf16(TEXT, u16::to_be_bytes)), sure(TEXT, Encoding::Utf16Be));
    let western = b"Konto;Betrag\nM\xfcller & S\xf6hne;1.234,50 \x80\n";
    assert_eq!(read(western), sure(TEXT, Encoding::Windows1252));
    assert_eq!(read(b""), sure("", Encoding::Utf8));
}

#[test]
fn the_first_special_character_decides_however_late_it_comes() {
    let ascii = "acme;1\n".repeat(BLOCK as usize / 3);
    let utf8 = format!("{ascii}Müller;2\n");
    assert_eq!(read(utf8.as_bytes()), sure(&utf8, Encoding::Utf8));
    let western = [ascii.as_bytes(), b"M\xfcller;2\n"].concat();
    assert_eq!(read(&western), sure(&utf8, Encoding::Windows1252));
}

#[test]
fn a_character_across_two_blocks_is_whole() {
    for before in BLOCK as usize - 4..=BLOCK as usize {
        for character in ["ü", "€", "😀"] {
            let text = format!("{}{character} and on", "a".repeat(before));
            assert_eq!(read(text.as_bytes()), sure(&text, Encoding::Utf8));
        }
    }
}

#[test]
fn damage_in_utf8_is_replaced_and_counted() {
    let cut = b"Soci\xc3\xa9t\xc3\xa9;G\xc3\xa9n\xc3\n";
    assert_eq!(read(cut), ("Société;Gén\u{fffd}\n".to_owned(), Encoding::Utf8, 1));
    let late = [TEXT.as_bytes(), &b"a".repeat(BLOCK as usize), b"\xff\xfe;\n"].concat();
    let (text, encoding, damaged) = read(&late);
    assert!(text.starts_with(TEXT) && text.ends_with("a\u{fffd}\u{fffd};\n"));
    assert_eq!((encoding, damaged), (Encoding::Utf8, 2));
    let odd = [&b"\xff\xfe"[..], &utf16("ab", u16::to_le_bytes), b"\x63"].concat();
    assert_eq!(read(&odd), ("ab\u{fffd}".to_owned(), Encoding::Utf16Le, 1));
}

proptest! {
    #[test]
    fn utf8_reads_as_itself(text in "\\PC{0,200}") {
        prop_assert_eq!(read(text.as_bytes()).0, text.trim_start_matches('\u{feff}'));
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in collection::vec(any::<u8>(), 0..600)) {
        read(&bytes);
    }
}
