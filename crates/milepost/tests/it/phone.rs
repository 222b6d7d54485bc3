//! The pages on a phone, of 390 and of 320 pixels: the answer comes first, nothing is wider than the window, everything
//! can be read and pressed.

use serde_json::json;

use crate::audit::{pages, sample};
use crate::browser::{Browser, browser_or_skip, story};
use crate::tell::{Company, tell};
use crate::visit::Server;

/// What is wrong with the order of sentence and filter, if anything.
const ORDER: &str = "(() => {
    const [lead, asked] = ['.lead', 'details.asked'].map(what => document.querySelector('main ' + what));
    if (!lead || !asked) return '';
    const [first, then] = [lead, asked].map(one => one.getBoundingClientRect());
    if (first.top >= then.top) return 'the filter stands above the sentence';
    if (first.bottom > innerHeight) return `the sentence ends at ${first.bottom}`;
    if (lead.compareDocumentPosition(asked) !== Node.DOCUMENT_POSITION_FOLLOWING) return 'the filter is read out first';
    if (asked.open) return 'the filter is not folded';
    return then.height > 110 ? `the folded filter is ${then.height} high` : ''; })()";

/// What reaches out of the window, and lists that are wider than their place.
const WIDE: &str = "(() => {
    const wide = document.scrollingElement.scrollWidth;
    if (wide > innerWidth) return `${wide} wide`;
    const own = one => one.closest('.scroll, .board, pre, .spoken');
    const out = [...document.querySelectorAll('main *, footer *')].find(one => one.checkVisibility() && !own(one)
        && one.getBoundingClientRect().right > innerWidth + 1);
    if (out) return out.outerHTML.slice(0, 90);
    const list = [...document.querySelectorAll('.scroll:has(.cards, .list, .path)')].find(one => one.scrollWidth > one.clientWidth + 1);
    return list ? `the list ${list.ariaLabel} is ${list.scrollWidth} wide` : ''; })()";

/// Text that is too small, drawings as large as they are shown, and buttons that are too low for a thumb.
const SMALL: &str = "(() => {
    const faults = [], seen = one => one.checkVisibility() && !one.closest('.spoken, title, option');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const one = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !seen(one)) continue;
        const scale = one instanceof SVGElement ? one.getScreenCTM().a : 1;
        const size = parseFloat(getComputedStyle(one).fontSize) * scale;
        if (size < 11.95) faults.push(`text of ${size}: ${one.textContent.slice(0, 40)}`);
    }
    for (const one of document.querySelectorAll('main button, main a.button, details.asked > summary')) {
        const high = one.getBoundingClientRect().height;
        if (seen(one) && high < 43.5) faults.push(`${high} high: ${one.outerHTML.slice(0, 80)}`);
    }
    return faults.slice(0, 3).join('; '); })()";

fn visited(test: &str, company: &Company, tongue: &str, widths: &[u32], asked: &[&str]) {
    let Some(name) = browser_or_skip(test) else { return };
    let server = Server::of(company);
    let mut browser = Browser::open(name);
    browser.call("Network.enable", &json!({}));
    let headers = json!({ "headers": { "Accept-Language": tongue } });
    browser.call("Network.setExtraHTTPHeaders", &headers);
    let mut faults = Vec::new();
    for page in pages(company) {
        for width in widths {
            browser.visit(&format!("http://{}{page}", server.address), *width);
            assert_eq!(browser.value("document.documentElement.lang"), tongue, "{page}");
            for question in asked {
                let found = browser.value(question);
                if found != "" {
                    faults.push(format!("{page} at {width}, {tongue}: {found}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_sentence_comes_before_the_filter_and_on_the_first_screen() {
    visited("the_sentence_comes_before_the_filter", &sample(), "en", &[390], &[ORDER]);
}

#[test]
fn no_page_is_pushed_sideways_and_all_can_be_read_and_pressed() {
    visited("no_page_is_pushed_sideways", &sample(), "en", &[320, 390], &[WIDE, SMALL]);
}

/// Its words are longer.
#[test]
fn no_german_page_is_pushed_sideways() {
    visited("no_german_page_is_pushed_sideways", &sample(), "de", &[320], &[WIDE, ORDER]);
}

/// Names of customers without a place to break.
#[test]
fn long_words_are_broken() {
    visited("long_words_are_broken", &tell(&story()), "en", &[320], &[WIDE]);
}

#[test]
fn the_day_is_two_taps_away_on_a_phone_and_open_on_a_desk() {
    let Some(name) = browser_or_skip("the_day_is_two_taps_away") else { return };
    let server = Server::of(&sample());
    let mut browser = Browser::open(name);
    let seen = |browser: &mut Browser, what: &str| {
        browser.value(&format!(
            "document.querySelector({what:?}).checkVisibility({{ contentVisibilityAuto: true }})"
        ))
    };
    let (line, field) = ("details.asked > summary", "details.asked input[name=as_of]");
    for page in ["/next", "/forecast", "/accuracy"] {
        let address = format!("http://{}{page}", server.address);
        browser.visit(&address, 390);
        assert_eq!(
            (seen(&mut browser, line), seen(&mut browser, field)),
            (true.into(), false.into())
        );
        browser.press(line);
        assert_eq!(seen(&mut browser, field), true, "{page}");
        browser.visit(&address, 1280);
        assert_eq!(
            (seen(&mut browser, line), seen(&mut browser, field)),
            (false.into(), true.into())
        );
    }
    // What is filtered can be read while it is folded.
    browser.visit(&format!("http://{}/next?stalled=yes&team=North", server.address), 390);
    let said = browser.value("document.querySelector('details.asked > summary').innerText");
    let said = said.as_str().unwrap().replace('\n', " ");
    assert!(said.contains("Team North") && said.contains("Stalled only"), "{said}");
    assert_eq!(seen(&mut browser, field), false);
}
