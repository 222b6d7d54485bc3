//! A picture of every page in four forms: light, dark, on a phone, printed. Not a test of anything but that
//! they can be made: they are for looking at.
//!
//! `cargo test --test it pictures -- --ignored` writes them to `target/shots`; `MILEPOST_SHOTS=/next,/quota` only
//! these.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::audit::{pages, sample};
use crate::browser::{Browser, browser_or_skip};
use crate::visit::Server;

/// Name, medium, theme, width.
const FORMS: [(&str, &str, &str, u32); 4] = [
    ("light", "", "light", 1280),
    ("dark", "", "dark", 1280),
    ("phone", "", "light", 390),
    ("print", "print", "light", 794),
];

/// No picture is higher.
const HIGHEST: u64 = 4000;

#[test]
#[ignore = "writes pictures to look at: cargo test --test it pictures -- --ignored"]
fn pictures_of_every_page() {
    let Some(name) = browser_or_skip("pictures_of_every_page") else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/shots");
    fs::create_dir_all(&folder).unwrap();
    let company = sample();
    let server = Server::of(&company);
    let mut browser = Browser::open(name);
    let only = std::env::var("MILEPOST_SHOTS").unwrap_or_default();
    let is_asked = |page: &String| only.is_empty() || only.split(',').any(|one| one == page);
    for page in pages(&company).into_iter().filter(is_asked) {
        for (form, medium, theme, width) in FORMS {
            browser.emulate(medium, theme);
            browser.visit(&format!("http://{}{page}", server.address), width);
            let place: String =
                page[1..].chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
            fs::write(folder.join(format!("{place}-{form}.png")), picture(&mut browser, width))
                .unwrap();
        }
    }
}

fn picture(browser: &mut Browser, width: u32) -> Vec<u8> {
    let height = browser.value("document.documentElement.scrollHeight").as_u64().unwrap();
    shot(browser, "png", (width, height.min(HIGHEST)))
}

/// What the page looks like from its top, in a format of pictures.
pub(crate) fn shot(browser: &mut Browser, format: &str, (width, height): (u32, u64)) -> Vec<u8> {
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
    let mut asked = json!({ "format": format, "captureBeyondViewport": true, "clip": clip });
    if format == "webp" {
        asked["quality"] = 70.into();
    }
    let shot = browser.call("Page.captureScreenshot", &asked);
    bytes(shot["data"].as_str().unwrap())
}

/// Base 64 (RFC 4648).
fn bytes(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let text: Vec<u8> = text.bytes().filter(|c| *c != b'=').map(value).collect();
    let join = |four: &[u8]| {
        let bits =
            four.iter().enumerate().fold(0_u32, |b, (i, v)| b | u32::from(*v) << (18 - 6 * i));
        bits.to_be_bytes()[1..four.len()].to_vec()
    };
    text.chunks(4).flat_map(join).collect()
}

#[test]
fn base_64_is_read() {
    assert_eq!(bytes("Zm9vYmE="), b"fooba");
    assert_eq!(bytes("Zm9vYmFy"), b"foobar");
    assert_eq!(bytes("+/8="), [0xfb, 0xff]);
}
