//! Who may come in and what they may do there: every address for every role, what must not leak, guessing.

use std::collections::BTreeSet;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use hmac::{Hmac, KeyInit, Mac};
use milepost::live::Live;
use milepost::live::logins::{Came, Entry};
use milepost::people::Person;
use milepost::people::login::{Role, Scope};
use milepost::people::secret::Secret;
use milepost::web::{self, Least, RULES};
use sha1::Sha1;
use tempfile::TempDir;

use crate::tell::tell;
use crate::visit::{Reply, Server, send};

const STORY: &str = "2026-01-01 process Sale: Need agreed > Trial held
                     2026-01-05 ANADEAL opened by ana 1200 EUR account Acme source web
                     2026-01-06 ANADEAL reached Need agreed
                     2026-01-07 ANADEAL commits to Trial held due 2026-03-01
                     2026-01-05 BOBDEAL opened by bob 3400 EUR account Bolt source fair
                     2026-01-09 BOBDEAL reached Need agreed
                     2026-01-10 BOBDEAL commits to Trial held due 2026-03-01
                     2026-01-05 CYDEAL opened by cy 90 EUR account Cyan source web
                     2026-01-02 L1 met from fair campaign spring became BOBDEAL";

pub(crate) const PASSWORD: &str = "a long enough password";
const PEOPLE: [(&str, Role); 4] =
    [("vi", Role::Viewer), ("ana", Role::Rep), ("bob", Role::Manager), ("cy", Role::Admin)];

/// What this company calls things.
pub(crate) const DATA: [&str; 8] =
    ["cy@example.com", "ANADEAL", "BOBDEAL", "CYDEAL", "ANA", "BOB", "north", "south"];

/// A company with a login for each role, served.
pub(crate) struct House {
    pub(crate) server: Server,
    pub(crate) live: Live,
}

pub(crate) fn house(settings: &str) -> House {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("milepost.toml"), settings).unwrap();
    let db = folder.path().join("milepost.db");
    let live = Live::open(&db).unwrap();
    let company = tell(STORY);
    live.append(&company.events, &company.people).unwrap();
    for (id, role) in PEOPLE {
        let mail = Some(format!("{id}@example.com"));
        let team = Some(if id == "cy" { "south" } else { "north" }.to_owned());
        live.add_person(
            Some(id),
            Person { name: id.to_uppercase(), mail, team, ..Person::default() },
            role,
        )
        .unwrap();
    }
    let (send, receive) = mpsc::channel();
    let served = Live::open(&db).unwrap();
    thread::spawn(move || {
        let tell = move |address: SocketAddr| Ok(send.send(address)?);
        web::serve(served, "127.0.0.1:0".parse().unwrap(), tell).unwrap();
    });
    House { server: Server { address: receive.recv().unwrap(), _folder: folder }, live }
}

impl House {
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> Reply {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0";
        let host = self.server.address;
        let line = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close");
        send(self.server.address, &format!("{line}\r\n{headers}{kind}\r\n\r\n"))
    }

    pub(crate) fn session(&self, person: &str) -> String {
        let session = self.live.open_session(person, "test").unwrap();
        format!("Cookie: a=b; milepost={}\r\n", session.reveal())
    }

    pub(crate) fn token(&self, person: &str, scope: Scope) -> String {
        let token = self.live.new_token(person, "test", vec![scope], 1).unwrap();
        format!("Authorization: Bearer {}\r\n", token.reveal())
    }

    fn entry(password: &str, code: Option<&str>) -> Entry {
        Entry {
            mail: "ANA@example.com ".into(),
            password: Secret::new(password),
            code: code.map(str::to_owned),
            from: "10.0.0.1".into(),
            browser: "test".into(),
        }
    }
}

/// Every address that the sources name, without endings.
fn routes() -> BTreeSet<String> {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    let files = fs::read_dir(web.join("web")).unwrap().map(|entry| entry.unwrap().path());
    for file in files.filter(|path| path.is_file()).chain([web.join("web.rs")]) {
        let text = fs::read_to_string(file).unwrap();
        for begin in [".route(", "page::<"] {
            for (at, _) in text.match_indices(begin) {
                let rest = &text[at + begin.len()..];
                let Some((_, rest)) = rest.split_once(if begin == "page::<" { ">(" } else { "" })
                else {
                    continue;
                };
                if let Some(path) = rest.trim_start().strip_prefix("\"/") {
                    let path = format!("/{}", path.split('"').next().unwrap());
                    let bare = path.trim_end_matches(".json").trim_end_matches(".csv");
                    let whole = RULES.iter().any(|rule| rule.0 == bare);
                    let bare = if whole { bare } else { bare.trim_end_matches(".svg") };
                    found.insert(bare.to_owned());
                }
            }
        }
    }
    found
}

#[test]
fn every_address_stands_in_the_table() {
    let table: BTreeSet<String> = RULES.iter().map(|rule| rule.0.to_owned()).collect();
    let routes = routes();
    assert!(routes.len() > 20, "{routes:?}");
    let missing: Vec<_> = routes.difference(&table).collect();
    assert!(missing.is_empty(), "add to RULES in web/access.rs who may: {missing:?}");
}

/// What the table says, worked out a second time: the roles in words, the tokens by what they are for.
fn right(least: Least, role: Option<Role>, scope: Option<(Scope, Scope)>) -> bool {
    let fits = scope.is_none_or(|(has, needs)| has == needs);
    match least {
        Least::Anyone => true,
        Least::Own => role.is_some() && scope.is_none(),
        Least::Role(least) => role.is_some_and(|role| role >= least) && fits,
    }
}

#[test]
fn every_role_and_token_may_what_the_table_says() {
    let house = house("");
    let mut askers = vec![(None, None, String::new())];
    for (person, role) in PEOPLE {
        askers.push((Some(role), None, house.session(person)));
        for (scope, _) in Scope::ALL {
            askers.push((Some(role), Some(*scope), house.token(person, *scope)));
        }
    }
    let mut checked = 0;
    for (path, look, write, needs) in RULES {
        let place = path.replace("{id}", "ANADEAL").replace("{code}", "none");
        for (role, scope, headers) in &askers {
            let to_look = if *needs == Scope::Admin { Scope::Admin } else { Scope::Read };
            let ways = [("GET", Some(*look), to_look), ("POST", *write, *needs)];
            for (method, least, needs) in ways {
                // Writing where nothing can be written is for nobody: admins hear that it is no way.
                let least = least.unwrap_or(Least::Role(Role::Admin));
                let needs = if method == "POST" && write.is_none() { Scope::Admin } else { needs };
                let may = right(least, *role, scope.map(|has| (has, needs)));
                let reply = house.ask(method, &place, headers);
                let to_login = reply.head.contains("location: /login?to=");
                let turned = matches!(reply.status, 401 | 403) || to_login;
                // A wrong password and a first login that exists are refusals of their own.
                let own = method == "POST" && matches!(*path, "/login" | "/welcome");
                let what = format!("{method} {place} as {role:?} with {scope:?}: {}", reply.status);
                assert!(own || may != turned, "{what}\n{}", reply.head);
                checked += 1;
            }
        }
    }
    assert!(checked > 1000, "{checked}");
}

#[test]
fn what_is_not_ones_own_is_on_no_page() {
    let house = house("[access]\nowners_see = 'own'");
    let (ana, bob) = (house.session("ana"), house.session("bob"));
    for (path, ..) in RULES.iter().filter(|rule| !rule.0.contains(['{', '.'])) {
        for ending in ["", ".json", ".csv", "?as_of=2026-02-01", "?owner=bob", "?by=owner"] {
            let place = format!("{path}{ending}");
            let body = house.ask("GET", &place, &ana).body;
            for foreign in ["BOBDEAL", "Bolt", "CYDEAL", "3400"] {
                assert!(!body.contains(foreign), "{place} tells ana of {foreign}");
            }
            let body = house.ask("GET", &place, &bob).body;
            assert!(!body.contains("CYDEAL"), "{place} tells bob of another team");
        }
    }
    assert!(house.ask("GET", "/next.json", &ana).body.contains("ANADEAL"));
    let theirs = house.ask("GET", "/next.json", &bob).body;
    assert!(theirs.contains("ANADEAL") && theirs.contains("BOBDEAL"), "a manager sees the team");
    for place in ["/deals/BOBDEAL", "/deals/BOBDEAL.json", "/plan/BOBDEAL", "/log/BOBDEAL"] {
        let (hidden, nowhere) = (
            house.ask("GET", place, &ana),
            house.ask("GET", &place.replace("BOBDEAL", "BOBDEAX"), &ana),
        );
        assert_eq!((hidden.status, nowhere.status), (404, 404), "{place}");
        assert_eq!(hidden.body.replace("BOBDEAL", "BOBDEAX"), nowhere.body);
    }
    let before = house.live.audit(&milepost::answers::audit::Audit::default()).unwrap();
    for place in ["/log/BOBDEAL", "/agreed/BOBDEAL"] {
        let form = "ending=done&end=kept";
        let reply = house.server.post(place, form, &ana);
        assert!((400..500).contains(&reply.status), "{place}: {}", reply.status);
    }
    let after = house.live.audit(&milepost::answers::audit::Audit::default()).unwrap();
    assert_eq!(before.events.len(), after.events.len(), "nothing was written");
}

#[test]
fn what_is_written_bears_the_name_of_who_wrote_it() {
    let house = house("");
    let form = "end=kept&actor=bob";
    let reply = house.server.post("/agreed/ANADEAL", form, &house.session("ana"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    let asked = milepost::answers::audit::Audit { most: 1, ..Default::default() };
    let newest = house.live.audit(&asked).unwrap().events.remove(0);
    assert_eq!((newest.actor.as_deref(), newest.deal.as_deref()), (Some("ANA"), Some("ANADEAL")));
}

#[test]
fn a_password_and_a_code_let_in_and_guessing_does_not() {
    let house = house("");
    let live = &house.live;
    live.set_password("ana", &Secret::new(PASSWORD)).unwrap();
    let came = live.come_in(&House::entry(PASSWORD, None)).unwrap();
    let Came::In(session) = came else { panic!("{came:?}") };
    assert_eq!(live.who_holds(&session).unwrap().unwrap().person.as_deref(), Some("ana"));
    assert!(!format!("{session:?} {:?}", House::entry(PASSWORD, None)).contains("enough"));

    let setup = live.begin_second("ana").unwrap();
    assert!(live.confirm_second("ana", "000 00").is_err());
    live.confirm_second("ana", setup.recovery[0].reveal()).unwrap();
    assert!(matches!(live.come_in(&House::entry(PASSWORD, None)).unwrap(), Came::SecondFactor));
    let code = setup.recovery[1].reveal();
    assert!(matches!(live.come_in(&House::entry(PASSWORD, Some(code))).unwrap(), Came::In(_)));
    assert!(live.come_in(&House::entry(PASSWORD, Some(code))).is_err(), "a code is good once");

    live.set_password("ana", &Secret::new("quite another password")).unwrap();
    assert!(live.who_holds(&session).unwrap().is_none(), "a new password ends old sessions");
    for i in 0..7 {
        let entry = Entry {
            mail: format!("ana@example.com{}", " ".repeat(i)),
            ..House::entry("wrong", None)
        };
        let why = live.come_in(&entry).unwrap_err().to_string();
        assert!(why.contains("is wrong"), "{why}");
    }
    let why = live.come_in(&House::entry(PASSWORD, None)).unwrap_err().to_string();
    assert!(why.contains("too many tries"), "{why}");
}

/// What an authenticator shows now, by RFC 6238 and no code of ours.
pub(crate) fn shown_now(key: &str) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = key.chars().map(|c| format!("{:05b}", letters.find(c).unwrap())).collect();
    let byte = |at: usize| u8::from_str_radix(&bits[at..at + 8], 2).unwrap();
    let bytes: Vec<u8> = (0..bits.len() / 8).map(|i| byte(i * 8)).collect();
    let step = u64::try_from(milepost::clock::now().0).unwrap() / 30_000;
    let mut mac = Hmac::<Sha1>::new_from_slice(&bytes).unwrap();
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 0xf);
    let four = u32::from_be_bytes(hash[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", four % 1_000_000)
}

#[test]
fn the_second_factor_is_set_up_and_asked_for_on_the_pages() {
    let house = house("");
    house.live.set_password("ana", &Secret::new(PASSWORD)).unwrap();
    let (session, typed) = (house.session("ana"), PASSWORD.replace(' ', "+"));
    let wrong = house.server.post("/account", "do=second&password=not+mine", &session);
    assert!(wrong.status == 422 && wrong.body.contains("not your password"), "{}", wrong.body);
    let page = house.server.post("/account", &format!("do=second&password={typed}"), &session).body;
    let key = page.split("authenticator: <code>").nth(1).unwrap().split('<').next().unwrap();
    let code = shown_now(key);
    let on = house.server.post("/account", &format!("do=confirm&code={code}"), &session);
    assert!(on.status == 200 && on.body.contains("second factor is on"), "{}", on.body);
    let form = format!("mail=ana@example.com&password={typed}");
    let half = house.server.post("/login", &form, "");
    assert!(half.status == 401 && !half.head.contains("set-cookie"), "{}", half.head);
    let again = house.server.post("/login", &format!("{form}&code={code}"), "");
    assert_eq!(again.status, 401, "a code counts once");
    let recovery = page.split("<li><code>").nth(1).unwrap().split('<').next().unwrap();
    let full = house.server.post("/login", &format!("{form}&code={recovery}"), "");
    assert!(full.status == 303 && full.head.contains("set-cookie: milepost="), "{}", full.head);
}

#[test]
fn settings_are_written_where_they_are_read_and_wrong_ones_are_not() {
    let house = house("currency = 'EUR'\n[sources]\nnames.Google = ['adwords']");
    let file = house.server._folder.path().join("milepost.toml");
    let cy = house.session("cy");
    let form = "currency=USD&time_zone=Europe/Berlin&fiscal_year_start=4&owners_see=own";
    assert_eq!(house.server.post("/settings", form, &cy).status, 200);
    let text = fs::read_to_string(&file).unwrap();
    for part in ["USD", "Europe/Berlin", "fiscal_year_start = 4", "owners_see = \"own\"", "adwords"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let sunday = house.server.post("/settings", &format!("{form}&first_weekday=sunday"), &cy);
    assert!(sunday.body.contains("value=\"sunday\" selected"), "{}", sunday.body);
    let text = fs::read_to_string(&file).unwrap();
    let wrong = house.server.post("/settings", "fiscal_year_start=13&owners_see=own", &cy);
    assert!(wrong.status == 422 && wrong.body.contains("1 to 12"), "{}", wrong.body);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn people_are_listed_for_programs_without_their_secrets() {
    let house = house("");
    let json = house.ask("GET", "/people.json", &house.session("cy")).body;
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    let of = |id: &str| {
        let all = list["members"].as_array().unwrap();
        all.iter().find(|member| member["id"] == id).unwrap().clone()
    };
    assert_eq!((&of("ana")["role"], &of("cy")["role"]), (&"rep".into(), &"admin".into()));
    assert!(!json.contains("password") && !json.contains("argon2"), "{json}");
    let csv = house.ask("GET", "/people.csv", &house.session("cy")).body;
    assert!(csv.contains("ana,ANA,ana@example.com,north,rep,off"), "{csv}");
    assert_eq!(house.ask("GET", "/people.json", &house.session("bob")).status, 403);
}

#[test]
fn the_audit_is_paged_and_filtered() {
    let house = house("");
    let page = |query: &str| {
        let reply = house.ask("GET", &format!("/audit.json?{query}"), &house.session("cy"));
        let value: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
        let numbers = value["events"].as_array().unwrap().iter();
        (
            numbers.map(|e| e["number"].as_u64().unwrap()).collect::<Vec<_>>(),
            value["older"].as_u64(),
        )
    };
    assert_eq!(page("most=4"), (vec![9, 8, 7, 6], Some(6)));
    assert_eq!(page("most=4&before=6"), (vec![5, 4, 3, 2], Some(2)));
    assert_eq!(page("most=4&before=2"), (vec![1], None));
    let (of_bob, older) = page("deal=BOBDEAL&most=2");
    assert_eq!((of_bob.len(), older.is_some()), (2, true));
    let rest = page(&format!("deal=BOBDEAL&before={}", older.unwrap()));
    assert!(rest.1.is_none() && !rest.0.is_empty(), "{rest:?}");
    assert_eq!(page("kind=deal-opened").0.len(), 3);
    assert_eq!(page("to=2020-01-01").0.len(), 0);
    let wrong = house.ask("GET", "/audit?from=soon", &house.session("cy"));
    assert!(wrong.status == 400 && wrong.body.contains("2026-11-23"), "{}", wrong.body);
}

#[test]
fn an_invitation_is_good_once_and_whoever_is_erased_is_out() {
    let house = house("");
    let link = house.live.invite("ana").unwrap();
    let place = format!("/invite/{}", link.reveal());
    assert_eq!(house.server.get(&place).status, 200);
    let short = house.server.post(&place, "new=short&again=short", "");
    assert!(short.status == 422 && short.body.contains("12 to 256"), "{}", short.body);
    let form = format!("new={0}&again={0}", PASSWORD.replace(' ', "+"));
    assert_eq!(house.server.post(&place, &form, "").status, 303);
    assert_eq!(house.server.get(&place).status, 422);

    let form =
        format!("mail=ana@example.com&password={}&to=//evil.example", PASSWORD.replace(' ', "+"));
    let reply = house.server.post("/login", &form, "X-Forwarded-Proto: https\r\n");
    assert!(reply.status == 303 && reply.head.contains("location: /next"), "{}", reply.head);
    for part in ["httponly", "samesite=lax", "; secure"] {
        assert!(reply.head.contains(part), "{}", reply.head);
    }
    let (session, token) = (house.session("ana"), house.token("ana", Scope::Read));
    assert_eq!(house.ask("GET", "/next", &session).status, 200);
    house.live.erase_person("ana").unwrap();
    assert_eq!(house.ask("GET", "/next", &session).status, 303);
    assert_eq!(house.ask("GET", "/next.json", &token).status, 401);
    assert!(house.live.erase_person("cy").unwrap_err().to_string().contains("last admin"));
}

#[test]
fn other_sites_can_have_nothing_written_and_every_reply_is_guarded() {
    let house = house("");
    for (path, ..) in RULES.iter().filter(|rule| rule.2.is_some()) {
        let place = path.replace("{id}", "ANADEAL").replace("{code}", "none");
        let headers = format!("{}Sec-Fetch-Site: cross-site\r\n", house.session("cy"));
        assert_eq!(house.ask("POST", &place, &headers).status, 403, "{place}");
    }
    for place in ["/login", "/next", "/nowhere", "/style.css", "/next.json"] {
        let head = house.ask("GET", place, "").head;
        for part in ["default-src 'none'", "nosniff", "frame-ancestors 'none'", "same-origin"] {
            assert!(head.contains(part), "{place}: {head}");
        }
    }
}

#[test]
fn the_first_login_ends_the_open_door() {
    let server = Server::of(&tell(STORY));
    assert!(server.page("/next").contains("No login is needed"));
    let form =
        format!("name=Olga&mail=o@example.com&new={0}&again={0}", PASSWORD.replace(' ', "+"));
    let reply = server.post("/welcome", &form, "");
    assert!(reply.status == 303 && reply.head.contains("set-cookie: milepost="), "{}", reply.head);
    assert!(server.get("/next").head.contains("location: /login?to=%2fnext"));
    assert_eq!(server.get("/next.json").status, 401);
    assert_eq!(server.post("/welcome", &form, "").status, 403);
    server.page("/login");
}

/// Calendar programs know a name and a password, and nothing else of ours takes those.
#[test]
fn a_calendar_program_comes_in_with_a_token_as_its_password() {
    let house = house("");
    let feed = house.ask("GET", "/calendar.ics", "");
    assert_eq!(feed.status, 401);
    assert!(feed.head.contains("www-authenticate: basic"), "{}", feed.head);
    let token = house.live.new_token("ana", "calendar", vec![Scope::Read], 1).unwrap();
    let said = |token: &str| format!("Authorization: Basic {}\r\n", base_64(&format!("x:{token}")));
    let feed = house.ask("GET", "/calendar.ics", &said(token.reveal()));
    assert_eq!(feed.status, 200, "{}", feed.body);
    assert!(feed.body.starts_with("BEGIN:VCALENDAR"), "{}", feed.body);
    assert_eq!(house.ask("GET", "/calendar.ics", &said("guess")).status, 401);
    let elsewhere = house.ask("GET", "/next.json", &said(token.reveal()));
    assert_eq!(elsewhere.status, 401, "{}", elsewhere.body);
    assert!(!elsewhere.head.contains("www-authenticate"), "{}", elsewhere.head);
}

fn base_64(text: &str) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let four = |three: &[u8]| {
        let bits =
            three.iter().enumerate().fold(0_u32, |b, (i, v)| b | u32::from(*v) << (16 - 8 * i));
        let sign = |i: usize| char::from(SIGNS[(bits >> (18 - 6 * i)) as usize & 63]);
        (0..4).map(|i| if i <= three.len() { sign(i) } else { '=' }).collect::<String>()
    };
    text.as_bytes().chunks(3).map(four).collect()
}

/// What cannot be done is not offered.
#[test]
fn each_role_finds_the_actions_that_it_may_do() {
    let house = house("");
    let offered = |person: &str| {
        let page = house.ask("GET", "/find", &house.session(person)).body;
        [
            "Subscribe to the calendar",
            "data-word=\"plan\"",
            "Open a deal",
            "Import files",
            "Add somebody",
        ]
        .map(|name| page.contains(name))
    };
    assert_eq!(offered("vi"), [true, false, false, false, false]);
    assert_eq!(offered("ana"), [true, true, true, false, false]);
    assert_eq!(offered("bob"), [true, true, true, true, false]);
    assert_eq!(offered("cy"), [true; 5]);
}
