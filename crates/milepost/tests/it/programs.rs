//! Every page that shows something is a click away for programs, for whom the page is for, and tells no secret.

use milepost::live::Live;
use milepost::people::login::Scope;
use milepost::people::secret::Secret;
use milepost::web::RULES;
use serde_json::{Value, json};

use crate::safety::{House, PASSWORD, house};
use crate::tell::tell;
use crate::visit::Server;

/// Pages that only ask: nothing on them is not on another page too.
const FORMS: &[&str] = &[
    "/",
    "/deal/open",
    "/marketing/lead",
    "/process/edit",
    "/calendar.ics",
    "/discover.svg",
    "/style.css",
    "/script.js",
    "/icon.svg",
    "/language",
    "/login",
    "/welcome",
];

fn served(path: &str, house: &House, headers: &str) -> Value {
    let reply = house.ask("GET", path, headers);
    assert_eq!(reply.status, 200, "{path}: {}", reply.body);
    serde_json::from_str(&reply.body).unwrap_or_else(|why| panic!("{path}: {why}: {}", reply.body))
}

#[test]
fn every_page_that_shows_something_has_both_forms_and_leads_to_them() {
    let house = house("");
    let cy = house.session("cy");
    let mut seen = 0;
    for (path, ..) in RULES.iter().filter(|rule| !rule.0.contains('{') && !FORMS.contains(&rule.0))
    {
        let page = house.ask("GET", path, &cy);
        if page.status == 422 {
            // What the story of this company is too short for has no answer in any form.
            assert_eq!(house.ask("GET", &format!("{path}.json"), &cy).status, 422, "{path}");
            continue;
        }
        assert_eq!(page.status, 200, "{path}");
        for ending in [".json", ".csv"] {
            let place = format!("{path}{ending}");
            assert!(page.body.contains(&format!("href=\"{place}")), "{path} has no way to {place}");
            let reply = house.ask("GET", &place, &cy);
            assert_eq!(reply.status, 200, "{place}: {}", reply.body);
            let kind = if ending == ".json" { "application/json" } else { "text/csv" };
            assert!(reply.head.contains(kind), "{place}: {}", reply.head);
            seen += 1;
        }
        served(&format!("{path}.json"), &house, &cy);
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn who_may_not_see_a_page_may_not_see_its_forms() {
    let house = house("");
    let mut askers = vec![String::new()];
    for person in ["vi", "ana", "bob", "cy"] {
        askers.push(house.session(person));
        askers.extend(Scope::ALL.iter().map(|(scope, _)| house.token(person, *scope)));
    }
    for path in ["/settings", "/views", "/import", "/quota", "/account", "/people", "/audit"] {
        for headers in &askers {
            let page = house.ask("GET", path, headers);
            // Who is not in is led to the login from a page, and told so elsewhere.
            let turned = page.status != 200;
            for ending in [".json", ".csv"] {
                let reply = house.ask("GET", &format!("{path}{ending}"), headers);
                assert_eq!(reply.status != 200, turned, "{path}{ending} {headers}");
                assert!(!turned || matches!(reply.status, 401 | 403), "{path}{ending}");
            }
        }
    }
}

#[test]
fn quotas_and_views_are_what_their_pages_show() {
    let house = house("");
    let bob = house.session("bob");
    for form in [
        "amount=250,000&currency=EUR&period=2026-Q1&owner=",
        "amount=90000&currency=USD&period=2026-Q2&owner=ana",
    ] {
        assert_eq!(house.server.post("/quota", form, &bob).status, 303);
    }
    let quotas = served("/quota.json", &house, &bob);
    assert_eq!(
        quotas["quotas"],
        json!([
            { "from": "2026-04-01", "to": "2026-06-30", "owner": "ANA", "amount": 90000.0, "currency": "USD" },
            { "from": "2026-01-01", "to": "2026-03-31", "owner": null, "amount": 250_000.0, "currency": "EUR" },
        ])
    );
    let csv = house.ask("GET", "/quota.csv", &bob).body;
    assert!(
        csv.contains("from,to,owner,amount,currency\n2026-04-01,2026-06-30,ANA,90000,USD"),
        "{csv}"
    );
    let past = served("/quota.json?as_of=2026-01-15", &house, &bob);
    assert_eq!((&past["as_of"], &past["quotas"]), (&json!("2026-01-15"), &json!([])));
    assert!(
        house
            .ask("GET", "/quota?as_of=2026-01-15", &bob)
            .body
            .contains("/quota.csv?as_of=2026-01-15")
    );

    house.server.post("/views", "name=Mine&to=/next?owner=ana", &house.session("ana"));
    let views = served("/views.json", &house, &bob);
    let view = &views["views"][0];
    assert_eq!(
        (&view["name"], &view["to"], &view["by"]),
        (&json!("Mine"), &json!("/next?owner=ana"), &json!("ANA"))
    );
    let csv = house.ask("GET", "/views.csv", &bob).body;
    assert!(
        csv.starts_with("id,name,to,by\n") && csv.contains(",Mine,/next?owner=ana,ANA"),
        "{csv}"
    );
}

#[test]
fn imports_are_listed_and_files_still_come_in_at_the_same_address() {
    let server = Server::of(&tell(""));
    let boundary = "----b";
    let body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"deals.csv\"\r\n\r\n\
         deal,event,at,owner\nD-1,Trial,2026-03-02,ana\n\r\n--{boundary}--\r\n"
    );
    let kind = format!("multipart/form-data; boundary={boundary}");
    let reply = server.send_as("/import.json", &kind, &body);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let imports = server.json("/import.json");
    let import = &imports["imports"][0];
    assert_eq!((&import["files"], &import["undone"]), (&json!(["deals.csv"]), &json!(null)));
    let csv = server.get("/import.csv").body;
    assert!(csv.starts_with("at,files,by,added,undone\n") && csv.contains(",deals.csv,,"), "{csv}");
    assert!(server.page("/import").contains("href=\"/import.csv\""));
}

#[test]
fn an_account_and_the_settings_tell_no_secret() {
    let house = house("currency = 'EUR'\n[access]\nowners_see = 'own'");
    house.live.set_password("ana", &Secret::new(PASSWORD)).unwrap();
    let setup = house.live.begin_second("ana").unwrap();
    let token = house.live.new_token("ana", "reports", vec![Scope::Read, Scope::Write], 1).unwrap();
    let ana = house.session("ana");
    let account = served("/account.json", &house, &ana);
    assert_eq!(
        (&account["id"], &account["name"], &account["role"], &account["second_factor"]),
        (&json!("ana"), &json!("ANA"), &json!("rep"), &json!(false))
    );
    let open = account["open"].as_array().unwrap();
    let token_line = open.iter().find(|pass| pass["kind"] == "token").unwrap();
    assert_eq!(
        (&token_line["name"], &token_line["scopes"]),
        (&json!("reports"), &json!(["read", "write"]))
    );
    let told = format!("{account} {}", house.ask("GET", "/account.csv", &ana).body);
    let session = ana.split("milepost=").nth(1).unwrap().trim();
    let secrets =
        [token.reveal(), &token.mark(), setup.key.reveal(), session, &Secret::new(session).mark()];
    for secret in secrets.into_iter().chain(setup.recovery.iter().map(Secret::reveal)) {
        assert!(!told.contains(secret), "{told}");
    }
    let own = Live::open_existing(&house.server._folder.path().join("milepost.db")).unwrap();
    assert_eq!(own.open_passes("ana", true).unwrap().len(), 1);

    let settings = served("/settings.json", &house, &house.session("cy"));
    assert_eq!(
        settings,
        json!({
            "currency": "EUR", "language": null, "time_zone": "UTC", "fiscal_year_start": 1,
            "fiscal_weeks": null, "first_weekday": "monday", "owners_see": "own", "mail": null, "last_mail": null,
        })
    );
    let csv = house.ask("GET", "/settings.csv", &house.session("cy")).body;
    assert!(csv.starts_with("setting,value\ncurrency,EUR\n"), "{csv}");
}

#[test]
fn teams_are_told_beside_people() {
    let house = house("");
    let people = served("/people.json", &house, &house.session("cy"));
    assert_eq!(
        people["teams"],
        json!([{ "name": "north", "under": null }, { "name": "south", "under": null }])
    );
}
