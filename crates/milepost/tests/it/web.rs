//! What the pages give: every address in every form, the same as the answer itself.

use std::net::TcpListener;

use ledger::time::Day;
use milepost::answers::check::Check;
use milepost::answers::deal::DealStory;
use milepost::answers::filter::Filter;
use milepost::answers::forecast::Forecast;
use milepost::answers::next::Next;
use milepost::answers::process::ShowProcess;
use milepost::answers::status::{By, Status};
use milepost::answers::words::{about, grouped};
use milepost::draw::Format;
use milepost::live::Live;
use milepost::people::Person;
use milepost::web;
use tempfile::TempDir;

use crate::tell::{Company, events, tell};
use crate::visit::{Server, balanced};

const STORY: &str = "
    2025-12-01 process Sale: Need agreed > Trial held (poc) > Terms agreed
    2026-01-05 D1 opened by ana 1200 EUR account Acme source web close 2026-03-31
    2026-01-09 D1 reached Need agreed by ana because minutes of the meeting
    2026-01-09 D1 commits to Trial held due 2026-01-20
    2026-01-14 D1 changed 1500 EUR close 2026-04-30 by ana
    2026-01-07 D/2.json opened by bob 9000 EUR account Borg & Co source fair
    2026-01-16 D/2.json stage Need agreed known 2026-01-19
    2026-01-08 D3 opened by bob account Cobra source web
    2026-01-20 D3 lost because too dear
";

const DAY: &str = "2026-01-22";

fn company() -> Company {
    let mut company = tell(STORY);
    let ana = Person {
        name: "Ana Duarte".into(),
        mail: None,
        team: Some("North".into()),
        ..Person::default()
    };
    company.people.persons.insert("ana".into(), ana);
    company
}

const PLACES: [&str; 12] = [
    "/next",
    "/pipeline",
    "/pipeline?by=owner",
    "/deals/D1",
    "/process",
    "/discover",
    "/coach",
    "/playbook",
    "/learn",
    "/marketing",
    "/marketing?by=campaign",
    "/check",
];

#[test]
fn every_address_answers_in_every_form() {
    let server = Server::of(&company());
    for place in PLACES {
        server.page(place);
        let (path, query) = place.split_once('?').unwrap_or((place, ""));
        let json = server.get(&format!("{path}.json?{query}"));
        assert!(json.head.contains("content-type: application/json"), "{place}: {}", json.head);
        let value: serde_json::Value = serde_json::from_str(&json.body).unwrap();
        assert!(value["as_of"].is_string(), "{place}");
        let csv = server.get(&format!("{path}.csv?{query}"));
        assert!(csv.head.contains("content-type: text/csv"), "{place}: {}", csv.head);
        assert_eq!((json.status, csv.status), (200, 200), "{place}");
    }
    let home = server.get("/");
    assert_eq!(home.status, 303);
    assert!(home.head.contains("location: /next"), "{}", home.head);
}

#[test]
fn data_are_the_answers_themselves() {
    let company = company();
    let server = Server::of(&company);
    let north = Filter { team: Some("north".into()), ..Filter::default() };
    let same = |path: &str, answer: String| {
        let reply = server.get(path);
        assert_eq!((reply.status, reply.body), (200, answer), "{path}");
    };
    for (ending, format) in [("json", Format::Json), ("csv", Format::Csv)] {
        let next = |filter: Filter| company.drawn(DAY, &Next { filter, ..Next::default() }, format);
        same(&format!("/next.{ending}?as_of={DAY}"), next(Filter::default()));
        same(&format!("/next.{ending}?as_of={DAY}&team=north&owner="), next(north.clone()));
        let status = Status { by: By::Owner, ..Status::default() };
        let by_owner = company.drawn(DAY, &status, format);
        same(&format!("/pipeline.{ending}?as_of={DAY}&by=owner"), by_owner);
        let status = company.drawn(DAY, &Status::default(), format);
        same(&format!("/pipeline.{ending}?as_of={DAY}"), status);
        let deal = company.drawn(DAY, &DealStory { id: "D/2.json".into() }, format);
        same(&format!("/deals/D%2F2.json.{ending}?as_of={DAY}"), deal);
        let process = company.drawn(DAY, &ShowProcess, format);
        same(&format!("/process.{ending}?as_of={DAY}"), process);
        same(&format!("/check.{ending}?as_of={DAY}"), company.drawn(DAY, &Check, format));
    }
}

/// Enough closed deals to forecast from.
fn grown() -> Company {
    let mut story = String::from("2025-01-01 process Sale: Need agreed > Trial held\n");
    for i in 0..60 {
        let (month, day) = (1 + i % 9, 1 + i % 28);
        let opened = format!("2025-{month:02}-{day:02}");
        let owner = ["ana", "bob"][i % 2];
        story += &format!("{opened} D{i} opened by {owner} {}00 EUR account A{i}\n", 10 + i);
        story += &format!("2025-10-{day:02} D{i} reached Need agreed\n");
        let end = ["won", "lost", "changed"][i % 3];
        story += &format!("2025-11-{day:02} D{i} {end}\n");
    }
    tell(&story)
}

#[test]
fn the_forecast_is_the_answer_itself_drawn_with_its_range() {
    let company = grown();
    let server = Server::of(&company);
    let asked = Forecast {
        period: "this-quarter".parse().unwrap(),
        by: Some(By::Owner),
        ..Forecast::default()
    };
    let query = format!("as_of={DAY}&period=this-quarter&by=owner");
    let json = server.get(&format!("/forecast.json?{query}"));
    assert_eq!(json.body, company.drawn(DAY, &asked, Format::Json));
    let csv = server.get(&format!("/forecast.csv?{query}"));
    assert_eq!(csv.body, company.drawn(DAY, &asked, Format::Csv));
    let page = server.page(&format!("/forecast?{query}"));
    let answer: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    let number = |key: &str| answer[key].as_f64().unwrap();
    for (key, shown) in ["p10", "p50", "p90"].map(|key| (key, about(number(key)))) {
        assert!(page.contains(&format!(">{shown}<")), "{key}, {shown}, is not in {page}");
    }
    for (key, shown) in ["mean", "open", "new"].map(|key| (key, grouped(number(key)))) {
        assert!(page.contains(&format!(">{shown}<")), "{key}, {shown}, is not in {page}");
    }
    assert!(!page.contains("-0."), "no bar has a negative place or width");
    let compared = server.page(&format!("/forecast?{query}&since=7d"));
    assert!(compared.contains("period=this-quarter&amp;since=7d"), "other forms ask the same");
    let wrong = server.get("/forecast.json?period=soon");
    assert_eq!(wrong.status, 400);
    assert!(wrong.body.contains("'soon' is no period; write next-quarter"), "{}", wrong.body);
}

#[test]
fn a_forecast_without_history_says_what_is_missing() {
    let server = Server::of(&company());
    let page = server.get("/forecast");
    assert_eq!(page.status, 422);
    assert!(page.body.contains("closed deal"), "{}", page.body);
    assert!(page.body.contains("name=\"as_of\""), "another day can be asked for");
    balanced(&page.body).unwrap();
}

#[test]
fn what_was_asked_goes_along() {
    let server = Server::of(&company());
    let next = server.page(&format!("/next?as_of={DAY}&owner=bob&process=Sale"));
    for kept in [
        format!("name=\"as_of\" value=\"{DAY}\""),
        "<input type=\"hidden\" name=\"process\" value=\"Sale\">".into(),
        "<option value=\"bob\" selected>".into(),
        format!("href=\"/pipeline?as_of={DAY}&amp;process=Sale&amp;owner=bob&amp;by=owner\""),
        format!("href=\"/deals/D%2F2%2Ejson?as_of={DAY}&amp;process=Sale&amp;owner=bob\""),
        format!("href=\"/next.csv?as_of={DAY}&amp;process=Sale&amp;owner=bob\""),
        "href=\"/next?process=Sale&amp;owner=bob\">Back to now".into(),
    ] {
        assert!(next.contains(&kept), "{kept} is not in {next}");
    }
    assert!(!next.contains("D1"), "another owner's deal");
    let deal = server.page("/deals/D%2F2%2Ejson?as_of=2026-01-10");
    assert!(deal.contains("Borg &amp; Co") && !deal.contains("Stage set"), "{deal}");
}

#[test]
fn faults_are_told_in_a_sentence() {
    let server = Server::of(&company());
    for (path, status, sentence) in [
        ("/next?as_of=yesteryear", 400, "'yesteryear' is not a date; write it as 2026-11-23"),
        ("/pipeline?by=moon", 400, "deals cannot be grouped by 'moon'; write milestone,"),
        ("/process?process=Nope", 400, "there is no process 'Nope'; published are: Sale"),
        ("/next?owner=a&owner=b", 400, "duplicate field `owner`"),
        ("/deals/D9", 404, "no deal 'D9' was known; near it are: D1, D3"),
        ("/deals/D1?as_of=2026-01-02", 404, "no deal 'D1' was known before 2026-01-02"),
        ("/nothing", 404, "there is no page at /nothing"),
    ] {
        let page = server.get(path);
        assert_eq!(page.status, status, "{path}");
        let text = page.body.replace("<span class=\"day\">", "").replace("</span>", "");
        let capital = sentence[..1].to_uppercase() + &sentence[1..];
        assert!(text.contains(sentence) || text.contains(&capital), "{path}: {text}");
        balanced(&page.body).unwrap();
        let (place, query) = path.split_once('?').unwrap_or((path, ""));
        let json = server.get(&format!("{place}.json?{query}"));
        let value: serde_json::Value = serde_json::from_str(&json.body).unwrap();
        assert_eq!(json.status, status, "{path}");
        let error = value["error"].as_str().unwrap();
        assert!(error.contains(sentence.trim_end_matches("/nothing")), "{path}: {error}");
    }
}

#[test]
fn sums_across_currencies_are_refused_with_what_to_do() {
    let two = "2026-01-05 D1 opened 10 EUR\n2026-01-06 D2 opened 10 USD";
    let server = Server::of(&tell(two));
    let page = server.get("/next");
    assert_eq!(page.status, 422);
    assert!(page.body.contains("milepost rate "), "{}", page.body);
    assert_eq!(server.get("/deals/D1").status, 422);
}

#[test]
fn only_this_machine_may_look() {
    let server = Server::of(&company());
    let port = server.address.port();
    for host in [format!("localhost:{port}"), format!("[::1]:{port}"), "127.0.0.1".into()] {
        assert_eq!(server.get_as("/next", &host).status, 200, "{host}");
    }
    for host in ["evil.example", "127.0.0.1.evil.example", "192.168.1.5", ""] {
        let reply = server.get_as("/next.json", host);
        assert_eq!(reply.status, 403, "{host}");
        assert!(reply.body.contains("no logins yet") && !reply.body.contains("Acme"), "{host}");
    }
}

#[test]
fn every_reply_bears_the_headers_that_keep_it_safe() {
    let server = Server::of(&company());
    let style = server.page("/next");
    let style = style.split("href=\"/style.css").nth(1).unwrap().split('"').next().unwrap();
    let style = format!("/style.css{style}");
    for path in [
        "/next",
        "/next.json",
        "/next.csv",
        "/nothing",
        "/deals/D9",
        &style,
        "/script.js",
        "/icon.svg",
    ] {
        let head = server.get(path).head;
        for header in [
            "content-security-policy: default-src 'none'; style-src 'self'; script-src 'self'; \
             connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
             frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: same-origin",
        ] {
            assert!(head.contains(header), "{path}: {header} is not in {head}");
        }
    }
    assert!(server.get(&style).head.contains("immutable"));
    assert!(server.get("/next").head.contains("cache-control: no-store"));
}

#[test]
fn hostile_names_are_only_names() {
    let hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;";
    let long = "x".repeat(200);
    let story = "
        2026-01-01 process HOSTILE: HOSTILE > LONG > Terms
        2026-01-05 HOSTILE opened by HOSTILE 1 EUR account HOSTILE source HOSTILE name LONG
        2026-01-09 HOSTILE reached HOSTILE by LONG because HOSTILE
        2026-01-09 HOSTILE commits to LONG due 2026-01-20
        2026-01-10 LONG opened by LONG 1 EUR account LONG source LONG";
    let text = serde_json::to_string(&events(story)).unwrap();
    let quoted = serde_json::to_string(hostile).unwrap();
    let text = text.replace("HOSTILE", &quoted[1..quoted.len() - 1]).replace("LONG", &long);
    let events = serde_json::from_str(&text).unwrap();
    let server = Server::of(&Company { events, ..Company::default() });
    let next = server.page("/next");
    let link = next.split("class=\"id\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let owner = link.trim_start_matches("/deals/");
    let filtered = format!("/pipeline?by=source&owner={owner}&team={owner}&process={owner}");
    for path in ["/next", "/pipeline?by=owner", "/process", "/check", "/marketing", link, &filtered]
    {
        let page = server.page(path);
        // The one script is ours, and has nothing inside.
        assert_eq!(page.matches("<script").count(), 1, "{path}: {page}");
        assert!(page.contains("<script src=\"/script.js?"), "{path}: {page}");
        assert!(!page.contains("<img"), "{path}: {page}");
        assert!(page.contains("&lt;script&gt;") || path == "/check", "{path}: {page}");
    }
    let missing = server.get(&format!("/deals/{owner}{owner}"));
    assert_eq!((missing.status, missing.body.contains("<script>")), (404, false));
}

#[test]
fn an_empty_ledger_says_how_to_fill_it() {
    let server = Server::of(&Company::default());
    let pages = ["/next", "/pipeline?by=owner", "/forecast", "/marketing", "/process", "/check"];
    for path in pages {
        let page = server.page(path);
        assert!(page.contains("This ledger holds no deals yet."), "{path}: {page}");
        assert!(page.contains("milepost import --db ") && page.contains("milepost demo"), "{path}");
    }
    assert_eq!(server.get("/deals/D1").status, 404);
    let next: serde_json::Value = serde_json::from_str(&server.get("/next.json").body).unwrap();
    assert_eq!(next["deals"], serde_json::json!([]));
    let before = Server::of(&company());
    let page = before.page("/next?as_of=2020-01-01");
    assert!(page.contains("No deal was known before ") && !page.contains("milepost import"));
}

#[test]
fn every_picture_is_a_file_that_stands_alone() {
    let server = Server::of(&crate::audit::sample());
    let mut files = 0;
    for page in
        ["/pipeline", "/process", "/forecast?since=7d", "/accuracy?horizon=90d", "/marketing"]
    {
        let page = server.page(page);
        for link in page.split("<p class=\"file\"><a href=\"").skip(1) {
            let to = link.split('"').next().unwrap().replace("&amp;", "&");
            let file = server.get(&to);
            assert_eq!(file.status, 200, "{to}: {}", file.body);
            assert!(file.head.contains("content-type: image/svg+xml"), "{to}: {}", file.head);
            assert!(file.body.starts_with("<svg xmlns="), "{to}");
            assert!(file.body.contains("as of 20") && file.body.contains("<style>"), "{to}");
            assert!(!file.body.contains("NaN"), "{to}: {}", file.body);
            files += 1;
        }
    }
    assert_eq!(files, 7);
    let none = server.get("/forecast.svg?picture=nothing");
    assert_eq!(none.status, 404, "{}", none.body);
}

#[test]
fn a_day_is_shown_as_it_was_known() {
    let server = Server::of(&company());
    let day: Day = "2026-01-18".parse().unwrap();
    let before = server.get(&format!("/deals/D%2F2%2Ejson.json?as_of={day}"));
    let after = server.get(&format!("/deals/D%2F2%2Ejson.json?as_of={}", day.plus(2)));
    let last =
        |body: &str| serde_json::from_str::<serde_json::Value>(body).unwrap()["last"].clone();
    assert_eq!(
        (last(&before.body), last(&after.body)),
        (serde_json::Value::Null, "Need agreed".into())
    );
}

#[test]
fn a_taken_port_is_named_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let folder = TempDir::new().unwrap();
    let live = Live::open(&folder.path().join("milepost.db")).unwrap();
    let address = taken.local_addr().unwrap();
    let error = web::serve(live, address, |_| panic!("nothing is served")).unwrap_err();
    let expected = format!("something else already listens on {address}; stop it, or take");
    assert!(error.to_string().starts_with(&expected), "{error}");
    assert!(error.to_string().contains("--listen 127.0.0.1:"), "{error}");
}

#[test]
fn a_lead_is_recorded_by_our_own_form() {
    let server = Server::of(&company());
    let form = server.page("/marketing/lead?utm_source=google&utm_campaign=Spring+fair");
    assert!(form.contains("value=\"google\"") && form.contains("value=\"Spring fair\""), "{form}");
    let nameless = server.post("/marketing/lead", "lead=+&source=google", "");
    assert_eq!(nameless.status, 422);
    assert!(nameless.body.contains("needs a name") && nameless.body.contains("value=\"google\""));
    let done = server.post("/marketing/lead", "lead=L-77&source=google&medium=cpc", "");
    assert_eq!(done.status, 303, "{}", done.body);
    let answer = server.get("/marketing.json").body;
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let sources = answer["sources"].as_array().unwrap();
    let google = sources.iter().find(|source| source["name"].as_str().unwrap().contains("oogle"));
    assert_eq!(google.unwrap()["leads"], 1, "{answer}");
}

#[test]
fn pages_are_small_for_those_who_take_gzip() {
    let server = Server::of(&grown());
    let asked = |coding: &str| {
        let host = format!("{}\r\nAccept-Encoding: {coding}", server.address);
        server.bytes_as("/pipeline", &host)
    };
    let (head, packed) = asked("br, gzip");
    assert!(
        head.contains("content-encoding: gzip") && head.contains("vary: accept-encoding"),
        "{head}"
    );
    let mut page = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&packed[..]), &mut page)
        .unwrap();
    let (head, plain) = asked("gzip;q=0, br");
    assert!(!head.contains("content-encoding"), "{head}");
    assert_eq!(page.as_bytes(), plain);
    assert!(packed.len() * 2 < plain.len(), "{} of {}", packed.len(), plain.len());
}

#[test]
fn views_are_saved_under_a_name_and_lead_back() {
    let server = Server::of(&company());
    let page = server.page("/pipeline?by=owner");
    assert!(page.contains("/views?to=%2Fpipeline%3Fby%3Downer"), "{page}");
    let form = server.page("/views?to=%2Fpipeline%3Fby%3Downer");
    assert!(form.contains("name=\"to\" required value=\"/pipeline?by=owner\""), "{form}");
    for (name, status) in [("My+Monday", 303), ("", 422), ("my+monday", 303)] {
        let sent = server.post("/views", &format!("name={name}&to=/pipeline%3Fby=owner"), "");
        assert_eq!(sent.status, status, "{}", sent.body);
    }
    let views = server.page("/views");
    assert!(
        views.contains("1 saved view") && views.contains("href=\"/pipeline?by=owner\""),
        "{views}"
    );
    for elsewhere in ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil"]
    {
        let sent = server.post("/views", &format!("name=x&to={elsewhere}"), "");
        assert_eq!(sent.status, 422, "{elsewhere}");
    }
    let id = views.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(server.post("/views", &format!("do=forget&id={id}"), "").status, 303);
    assert!(server.page("/views").contains("No saved views"));
}

#[test]
fn where_a_process_is_missing_the_page_leads_to_where_one_is_published() {
    let server = Server::of(&tell(
        "2026-01-05 D1 opened by ana 100 EUR account Acme\n2026-01-06 D1 stage Trial",
    ));
    let page = server.page("/pipeline");
    assert!(page.contains("No process has been published yet"), "{page}");
    assert!(page.contains("href=\"/process/edit\">Edit and publish yours</a>"), "{page}");
    assert!(!page.contains("milepost process publish"), "{page}");
}
