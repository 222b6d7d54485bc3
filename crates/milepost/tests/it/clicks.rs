//! The clicks of the guide, done in a real browser on the ledger that the page's commands have made, or on an empty
//! one where they made none.
//!
//! A block fenced as `clicks` has a line for each: `open PATH [on a phone]`, `press WORDS [of WORDS]` (a button,
//! link or summary that begins with the words, or else a page's name in the head; the one nearest to the others),
//! `write WORDS into LABEL`, `choose files NAME…`, `choose the first answer of each question`, `see WORDS`,
//! `clicked at most N times` since the page was opened, and `picture NAME`.
//!
//! Pictures stand in `docs/guide/pictures`. `UPDATE_PICTURES=1 cargo test --test it guide::` takes them anew; a page
//! whose clicks go wrong gets none.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::browser::Browser;
use crate::shots::shot;
use crate::visit::Server;

/// So long a page may take to say something: an import that takes longer than a moment shows how far it is.
const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody at a browser, before the files of a folder.
pub(crate) struct Hand<'a> {
    browser: Browser,
    server: Server,
    folder: &'a Path,
    clicked: usize,
}

impl Hand<'_> {
    pub(crate) fn of<'a>(browser: &str, folder: &'a Path) -> Hand<'a> {
        let server = Server::at(&folder.join("sample.db"));
        let browser = Browser::open(browser);
        Hand { browser, server, folder, clicked: 0 }
    }

    /// Does what a block says.
    pub(crate) fn run(&mut self, block: &str, page: &Path) {
        for line in block.lines().filter(|line| !line.trim().is_empty()) {
            let told = format!("{}: {line}", page.display());
            let (verb, rest) = line.split_once(' ').expect(&told);
            match verb {
                "open" => self.open(rest, &told),
                "press" => self.press(rest, &told),
                "write" => self.write(rest, &told),
                "choose" => match rest.strip_prefix("files ") {
                    Some(names) => self.choose_files(names, &told),
                    None => drop(self.browser.value(FIRST_ANSWERS)),
                },
                "see" => self.see(rest, &told),
                "clicked" => {
                    let most = rest.strip_prefix("at most ").and_then(|n| n.strip_suffix(" times"));
                    let most: usize = most.and_then(|n| n.parse().ok()).expect(&told);
                    assert!(self.clicked <= most, "{told}: it was {} times", self.clicked);
                }
                "picture" => self.picture(rest, page, &told),
                _ => panic!("{told}: nobody can do that"),
            }
        }
    }

    fn open(&mut self, rest: &str, told: &str) {
        let phone = rest.strip_suffix(" on a phone");
        let address = format!("http://{}{}", self.server.address, phone.unwrap_or(rest));
        let faults = self.browser.visit(&address, if phone.is_some() { 390 } else { 1280 });
        assert!(faults.is_empty(), "{told}: {faults:?}");
        self.clicked = 0;
    }

    fn write(&mut self, rest: &str, told: &str) {
        let (words, label) = rest.split_once(" into ").expect(told);
        let focus = format!(
            "(() => {{ const label = [...document.querySelectorAll('main label')].find(
             l => l.innerText.trim().startsWith({label:?}));
             const field = label && label.querySelector('input, textarea');
             if (!field) return 'none'; field.focus(); field.select(); return 'found'; }})()"
        );
        assert_ne!(self.browser.value(&focus), "none", "{told}");
        self.browser.type_text(words);
    }

    /// Two clicks: the field, and what the window that it opens calls *Open*.
    fn choose_files(&mut self, names: &str, told: &str) {
        let files: Vec<String> = names
            .split_whitespace()
            .map(|name| self.folder.join(name).canonicalize().expect(told).display().to_string())
            .collect();
        self.browser.call("Page.setInterceptFileChooserDialog", &json!({ "enabled": true }));
        self.browser.press("main input[type=file]");
        let window = self.browser.hear_of("Page.fileChooserOpened");
        let node = &window["params"]["backendNodeId"];
        let given = json!({ "files": files, "backendNodeId": node });
        self.browser.call("DOM.setFileInputFiles", &given);
        self.clicked += 2;
    }

    fn see(&mut self, words: &str, told: &str) {
        let since = Instant::now();
        loop {
            let text = self.browser.value(ALL_TEXT);
            if text.as_str().is_some_and(|text| text.contains(words)) {
                return;
            }
            assert!(since.elapsed() < PATIENCE, "{told}\n{text}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Takes the picture where that is asked for, and wants it to be there otherwise.
    fn picture(&mut self, name: &str, page: &Path, told: &str) {
        let place = page.with_file_name("pictures").join(name);
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            self.browser.value("document.activeElement.blur(); scrollTo(0, 0)");
            let size =
                json!({ "width": 1000, "height": 700, "deviceScaleFactor": 1, "mobile": false });
            self.browser.call("Emulation.setDeviceMetricsOverride", &size);
            fs::create_dir_all(place.parent().expect(told)).expect(told);
            fs::write(&place, shot(&mut self.browser, "webp", (1000, 700))).expect(told);
            let size =
                json!({ "width": 1280, "height": 844, "deviceScaleFactor": 1, "mobile": false });
            self.browser.call("Emulation.setDeviceMetricsOverride", &size);
        }
        let shown = fs::read_to_string(page).expect(told).contains(&format!("(pictures/{name})"));
        assert!(shown && place.is_file(), "{told}: no such picture on the page, or no such file");
    }

    /// Marks what is to be pressed, presses it as a finger does, and waits for the page it leads to.
    fn press(&mut self, what: &str, told: &str) {
        let (words, near) = what.split_once(" of ").unwrap_or((what, ""));
        let found = self.browser.value(&mark(words, near));
        assert!(found.as_u64().is_some_and(|found| found > 0), "{told}: there is nothing to press");
        let summary = self.browser.value("document.querySelector('[data-press]').tagName");
        self.browser.press("[data-press]");
        self.clicked += 1;
        if summary != "SUMMARY" {
            self.browser.arrive();
        }
    }
}

const FIRST_ANSWERS: &str = "document.querySelectorAll('fieldset').forEach(f =>
    f.querySelector('input[type=radio]').click())";

const ALL_TEXT: &str = "document.querySelector('main').innerText +
    [...document.querySelectorAll('main textarea, main input')].map(e => e.value).join(' ')";

fn mark(words: &str, near: &str) -> String {
    format!(
        "(() => {{
            const main = [...document.querySelectorAll('main a, main button, main summary')];
            const all = [...main, ...document.querySelectorAll('header nav a')];
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
    )
}
