//! By account: what anyone in the company may ask about a customer.

use milepost::answers::Answer;
use milepost::answers::accounts::{Accounts, AccountsAnswer};

use crate::tell::{Company, tell};

const STORY: &str = "2026-01-01 process Sale: Need agreed > Trial held\n\
    2026-01-02 A1 opened by ana 1000 EUR account Acme\n\
    2026-01-03 A1 reached Need agreed\n\
    2026-01-03 A1 commits to Trial held due 2026-03-09\n\
    2026-01-04 A2 opened by ana 500 EUR account Acme\n\
    2026-01-05 B1 opened by bob 700 EUR account Brix\n\
    2026-01-06 C1 opened by bob 300 EUR account Cord\n\
    2026-02-06 C1 won\n\
    2026-01-06 B0 opened by bob 200 EUR account Brix\n\
    2026-02-07 B0 won\n\
    2026-01-08 D1 opened by bob 100 EUR account Dorn\n\
    2026-02-08 D1 lost\n";

fn ask(company: &Company, search: Option<&str>) -> AccountsAnswer {
    let question = Accounts { search: search.map(str::to_owned), ..Accounts::default() };
    company.ask("2026-03-01", &question).unwrap()
}

#[test]
fn an_account_is_one_line_whatever_deals_it_has() {
    let answer = ask(&tell(STORY), None);
    let names: Vec<&str> = answer.accounts.iter().map(|line| line.account.as_str()).collect();
    assert_eq!(answer.accounts.len(), 2, "those with open deals: {names:?}");
    let acme = answer.accounts.iter().find(|line| line.account == "Acme").unwrap();
    assert_eq!((acme.open.len(), acme.value, acme.won), (2, 1500.0, 0));
    let brix = answer.accounts.iter().find(|line| line.account == "Brix").unwrap();
    assert_eq!((brix.open.len(), brix.won, brix.brought), (1, 1, 200.0));
}

#[test]
fn a_search_finds_those_without_open_deals_too_and_says_it_in_a_sentence() {
    let company = tell(STORY);
    let cord = ask(&company, Some("cOR"));
    assert_eq!(cord.sentence(), "Cord has no open deal. 1 deal won before.");
    let brix = ask(&company, Some("brix")).sentence();
    assert!(
        brix.starts_with("Brix (1 open deal) stands before the first milestone. What needs"),
        "{brix}"
    );
    assert!(brix.ends_with("1 deal won before."), "{brix}");
    assert_eq!(ask(&company, Some("nobody")).sentence(), "No account has 'nobody' in its name.");
    assert_eq!(ask(&company, Some("")).accounts.len(), 2, "nothing is searched for");
}
