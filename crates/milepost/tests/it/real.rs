//! Real and third-party data, where they are present beside the checkout. They are not part of the
//! project; without them these tests say so and pass.

use std::io::Write;
use std::path::{Path, PathBuf};

use insight::discovery::Verdict;
use ledger::book::Book;
use milepost::answers::discover::{Discover, DiscoverAnswer};
use milepost::answers::status::Status;
use milepost::answers::{AsOf, Lens, Question};
use milepost::import::Options;
use milepost::live::Live;

pub(crate) fn data(set: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(set);
    if !root.exists() {
        let _ = writeln!(std::io::stderr(), "skipped: the real data set '{set}' is not here");
        return None;
    }
    Some(root)
}

pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    all.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

/// The ledger of an import; the folder keeps it alive.
pub(crate) fn imported(files: &[PathBuf], options: &Options) -> (tempfile::TempDir, Live, u64) {
    let folder = tempfile::tempdir().unwrap();
    let live = Live::open(&folder.path().join("real.db")).unwrap();
    let added = live.import(files, options, &mut |_, _| ()).unwrap().added;
    assert_eq!(live.import(files, options, &mut |_, _| ()).unwrap().added, 0, "twice is once");
    (folder, live, added)
}

fn open_deals(live: &Live, day: &str) -> (usize, Vec<String>) {
    let as_of = AsOf::start_of(day.parse().unwrap(), live.settings());
    let (book, people) = (live.book(as_of.moment).unwrap(), live.people().unwrap());
    let lens = Lens::new(as_of, &book, None, &people, live.settings()).unwrap();
    let status = Status::default().ask(&lens).unwrap();
    (status.deals, status.milestones.into_iter().map(|m| m.name).collect())
}

fn won(book: &Book) -> usize {
    book.deals().iter().filter(|deal| deal.state == ledger::deal::State::Won).count()
}

#[test]
fn the_salesforce_set() {
    let Some(folder) = data("salesforce_wave") else { return };
    let now = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    let (_kept, live, _) = imported(&files(&folder, ".csv"), &now);
    let (open, milestones) = open_deals(&live, "2017-06-02");
    assert_eq!(open, 262);
    assert_eq!(milestones, ["Qualification", "Needs Analysis", "Proposal/Quote", "Negotiation"]);
    assert_eq!(won(&live.book(ledger::time::Moment::MAX).unwrap()), 1166);
}

#[test]
fn the_loans_of_a_bank() {
    let Some(folder) = data("bpic2012") else { return };
    let mut options = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    options.won = vec!["A_APPROVED".into()];
    options.lost = vec!["A_DECLINED".into(), "A_CANCELLED".into()];
    options.amount = Some("AMOUNT_REQ".into());
    let (_kept, live, added) = imported(&files(&folder, ".xes.gz"), &options);
    assert_eq!((added, open_deals(&live, "2012-03-15").0), (262_200, 399));
}

#[test]
fn exports_of_all_sorts_give_facts_or_a_sentence() {
    let Some(folder) = data("headers") else { return };
    let options = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    for set in ["salesforce_devorg_elastic", "salesforce_devorg_earthfink", "hubspot_fivetran"] {
        let (_kept, live, added) = imported(&files(&folder.join(set), ".csv"), &options);
        let book = live.book(ledger::time::Moment::MAX).unwrap();
        assert!(added > 0 && !book.deals().is_empty(), "{set}");
    }
}

fn discovered(live: &Live) -> DiscoverAnswer {
    let as_of = AsOf::start_of("2026-01-02".parse().unwrap(), live.settings());
    let (book, people) = (live.book(as_of.moment).unwrap(), live.people().unwrap());
    let lens = Lens::new(as_of, &book, None, &people, live.settings()).unwrap();
    Discover.ask(&lens).unwrap()
}

#[test]
fn the_milestones_of_the_bank_and_what_is_none() {
    let Some(folder) = data("bpic2012") else { return };
    let mut options = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    options.won = vec!["A_APPROVED".into()];
    options.lost = vec!["A_DECLINED".into(), "A_CANCELLED".into()];
    let (_kept, live, _) = imported(&files(&folder, ".xes.gz"), &options);
    let answer = discovered(&live);
    let has =
        |place: usize, event: &str| answer.milestones[place].events.iter().any(|e| e == event);
    assert_eq!(answer.milestones.len(), 4);
    assert!(has(0, "A_PREACCEPTED") && has(1, "A_ACCEPTED"));
    assert!(["O_SELECTED", "O_CREATED", "O_SENT", "A_FINALIZED"].iter().all(|e| has(2, e)));
    assert!(has(3, "O_SENT_BACK"));
    let verdict = |event: &str| answer.dropped.iter().find(|d| d.event == event).unwrap().verdict;
    for event in ["A_APPROVED", "A_REGISTERED", "A_ACTIVATED", "O_ACCEPTED"] {
        assert_eq!(verdict(event), Verdict::Outcome, "{event}");
    }
    for event in ["A_PARTLYSUBMITTED", "W_Valideren aanvraag", "O_SENT"] {
        assert_eq!(verdict(event), Verdict::Redundant, "{event}");
    }
}

#[test]
fn the_salesforce_stages_move_nothing() {
    let Some(folder) = data("salesforce_wave") else { return };
    let now = Options::at("2026-01-01T00:00:00Z".parse().unwrap());
    let (_kept, live, _) = imported(&files(&folder, ".csv"), &now);
    let answer = discovered(&live);
    assert!(answer.milestones.is_empty());
    let warning = answer.warning.unwrap();
    assert!(warning.contains("between 23 % and 24 %"), "{warning}");
}
