//! The clicks of the guide, done in a real browser on the ledger that the page's commands have made.
//!
//! A block fenced as `clicks` has a line for each: `open PATH [on a phone]`, `press WORDS [of WORDS]` (a button,
//! link or summary that begins with the words; the one nearest to the others), `write WORDS into LABEL`,
//! `choose the first answer of each question`, `see WORDS`.

use std::path::Path;

use crate::browser::Browser;
use crate::visit::Server;

/// Does what a block says.
pub(crate) fn run(browser: &mut Browser, server: &Server, block: &str, page: &Path) {
    for line in block.lines().filter(|line| !line.trim().is_empty()) {
        let told = format!("{}: {line}", page.display());
        let (verb, rest) = line.split_once(' ').expect(&told);
        match verb {
            "open" => {
                let phone = rest.strip_suffix(" on a phone");
                let address = format!("http://{}{}", server.address, phone.unwrap_or(rest));
                let faults = browser.visit(&address, if phone.is_some() { 390 } else { 1280 });
                assert!(faults.is_empty(), "{told}: {faults:?}");
            }
            "press" => press(browser, rest, &told),
            "write" => {
                let (words, label) = rest.split_once(" into ").expect(&told);
                let focus = format!(
                    "(() => {{ const label = [...document.querySelectorAll('main label')].find(
                     l => l.innerText.trim().startsWith({label:?}));
                     const field = label && label.querySelector('input, textarea');
                     if (!field) return 'none'; field.focus(); field.select(); return 'found'; }})()"
                );
                assert_ne!(browser.value(&focus), "none", "{told}");
                browser.type_text(words);
            }
            "choose" => {
                let all = "document.querySelectorAll('fieldset').forEach(f =>
                           f.querySelector('input[type=radio]').click())";
                browser.value(all);
            }
            "see" => {
                let all =
                    "document.querySelector('main').innerText + [...document.querySelectorAll(
                           'main textarea, main input')].map(e => e.value).join(' ')";
                let text = browser.value(all);
                assert!(text.as_str().unwrap().contains(rest), "{told}\n{text}");
            }
            _ => panic!("{told}: nobody can do that"),
        }
    }
}

/// Marks what is to be pressed, presses it as a finger does, and waits for the page it leads to.
fn press(browser: &mut Browser, what: &str, told: &str) {
    let (words, near) = what.split_once(" of ").unwrap_or((what, ""));
    let mark = format!(
        "(() => {{
            const all = [...document.querySelectorAll('main a, main button, main summary')];
            const fits = all.filter(e => e.innerText.trim().startsWith({words:?}));
            const within = e => {{
                let steps = 0;
                for (let p = e; p; p = p.parentElement, steps++) if (p.innerText.includes({near:?})) return steps;
                return 1e9;
            }};
            fits.sort((a, b) => within(a) - within(b));
            document.querySelectorAll('[data-press]').forEach(e => e.removeAttribute('data-press'));
            fits[0]?.setAttribute('data-press', '');
            return fits.length;
        }})()"
    );
    let found = browser.value(&mark);
    assert!(found.as_u64().is_some_and(|found| found > 0), "{told}: there is nothing to press");
    let summary = browser.value("document.querySelector('[data-press]').tagName");
    browser.press("[data-press]");
    if summary != "SUMMARY" {
        browser.arrive();
    }
}
