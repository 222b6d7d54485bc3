//! What the crawl does not come by in German: an empty ledger, what an import says, a quota, a deal's odds.

use super::crawl::{data, fetch, left};
use crate::audit::{pages, sample};
use crate::bring::uploaded;
use crate::tell::tell;
use crate::visit::Server;

const LANGUAGES: [&str; 2] = ["en", "de"];

/// What a form answers in a language.
fn posted(server: &Server, path: &str, form: &str, language: &str) -> String {
    server.post(path, form, &format!("Accept-Language: {language}\r\n")).body
}

#[test]
fn the_first_import_speaks_german() {
    let names = ["deals.csv", "currency", "amount", "event", "deal", "Call", "D1", "D2"];
    let names = names.map(str::to_owned);
    let steps = LANGUAGES.map(|language| {
        let server = Server::of(&tell(""));
        let empty = fetch(&server, "/next", language, "");
        let place = uploaded(&server);
        let looked_at = fetch(&server, &place, language, "");
        let upload = place.split_once("upload=").unwrap().1;
        let form = format!("upload={upload}&do=import");
        let done = posted(&server, "/import", &form, language);
        [empty, looked_at, done, fetch(&server, "/import", language, "")]
    });
    let [english, german] = steps;
    for (english, german) in english.iter().zip(german) {
        assert_eq!(left(english, &german, &names), [""; 0]);
    }
}

#[test]
fn a_quota_and_the_odds_of_a_deal_speak_german() {
    let company = sample();
    let server = Server::of(&company);
    let form = "amount=250000&currency=EUR&period=this-quarter&owner=";
    assert_eq!(server.post("/quota", form, "").status, 303);
    let wrong = "amount=much&currency=EUR&period=this-quarter&owner=";
    let [english, german] = LANGUAGES.map(|language| {
        let _ = fetch(&server, "/forecast", language, "");
        let deal = pages(&company).into_iter().find(|path| path.starts_with("/deals/")).unwrap();
        let deal = fetch(&server, &deal, language, "");
        [deal, fetch(&server, "/quota", language, ""), posted(&server, "/quota", wrong, language)]
    });
    assert!(german[0].contains("Die ganze Prognose"), "{}", german[0]);
    assert!(german[1].contains("250.000") && english[1].contains("250,000"));
    let mut names = data(&company);
    names.push("much".to_owned());
    for (english, german) in english.iter().zip(&german) {
        assert_eq!(left(english, german, &names), [""; 0]);
    }
}
