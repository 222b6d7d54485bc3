//! How much a browser must fetch for a page with its style, script and icon, compressed as it comes.

use std::io::Write;

use crate::audit::{pages, sample};
use crate::visit::Server;

/// Of the page that one comes in by.
const FIRST: usize = 60_000;

/// So much comes for an address, head and all, and what it says without compression.
fn fetched(server: &Server, path: &str) -> usize {
    let host = format!("{}\r\nAccept-Encoding: gzip", server.address);
    let (head, body) = server.bytes_as(path, &host);
    assert!(body.len() < 1500 || head.contains("content-encoding: gzip"), "{path}: {head}");
    head.len() + body.len()
}

#[test]
fn the_first_page_comes_with_style_and_script_in_sixty_kilobytes() {
    let company = sample();
    let server = Server::of(&company);
    let html = server.page("/next");
    let linked = |attribute: &str| {
        let parts = html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
        parts.filter(|to| to.contains('?')).map(str::to_owned).collect::<Vec<_>>()
    };
    let is_file = |to: &String| [".css?", ".js?", ".svg?"].iter().any(|kind| to.contains(kind));
    let mut files: Vec<String> = [linked("href=\""), linked("src=\"")].concat();
    files.retain(is_file);
    files.sort();
    files.dedup();
    assert_eq!(files.len(), 3, "style, script and icon: {files:?}");
    let with: usize = files.iter().map(|file| fetched(&server, file)).sum();
    let all = pages(&company);
    let mut weights: Vec<(usize, &String)> = all
        .iter()
        .filter(|page| *page != "/nowhere")
        .map(|page| (with + fetched(&server, page), page))
        .collect();
    weights.sort();
    let heaviest = weights.last().unwrap();
    let first = weights.iter().find(|(_, page)| *page == "/next").unwrap().0;
    let told = format!("files {with}, /next {first}, heaviest {heaviest:?}");
    let _ = writeln!(std::io::stderr(), "{told}");
    assert!(first <= FIRST, "{told}");
    assert!(heaviest.0 <= FIRST, "{told}");
}
