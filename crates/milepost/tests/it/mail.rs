//! The week by mail, handed to a real SMTP server on this machine.

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use milepost::live::Live;
use milepost::mail;
use milepost::people::Person;
use milepost::people::login::Role;
use tempfile::TempDir;

use crate::safety;
use crate::tell::tell;
use crate::visit::Server;

/// Takes mails and writes what they say, one file each: to whom, about what, and the plain text.
const SERVER: &str = r#"
import sys, time, email, email.policy, pathlib
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
class Keep:
    def __init__(self): self.count = 0
    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        if 'refused' in letter['To']: return '550 nobody is called so'
        said = '\n'.join([letter['To'], letter['Subject'], letter.get_body('plain').get_content()])
        self.count += 1
        part = pathlib.Path(sys.argv[2], f'{self.count}.part')
        part.write_text(said + '\n====\n' + letter.get_body('html').get_content())
        part.rename(part.with_suffix('.txt'))
        return '250 kept'
def knows(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b'post', b'secret word')
    return AuthResult(success=right, handled=False)
asks = sys.argv[3] == 'asks'
Controller(Keep(), hostname='127.0.0.1', port=int(sys.argv[1]), authenticator=knows,
           auth_required=asks, auth_require_tls=False).start()
print('ready', flush=True)
time.sleep(120)
"#;

/// A server that runs as long as this is held.
struct Post {
    child: Child,
    port: u16,
    folder: TempDir,
}

impl Drop for Post {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Post {
    /// Starts one; none where there is none, which CI does not allow.
    fn start(test: &str, asks: bool) -> Option<Post> {
        let has = |python: &&&str| {
            let ran = Command::new(python).args(["-c", "import aiosmtpd"]).output();
            ran.is_ok_and(|ran| ran.status.success())
        };
        // The system's own comes first: packages are installed for that one.
        let Some(python) = ["/usr/bin/python3", "python3"].iter().find(has) else {
            let needs = "apt-get install -y python3-aiosmtpd";
            assert!(std::env::var_os("CI").is_none(), "no mail server: {needs}");
            let _ = writeln!(std::io::stderr(), "skipped: {test}; it needs: {needs}");
            return None;
        };
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder = TempDir::new().unwrap();
        let mut child = Command::new(python)
            .args(["-c", SERVER, &port.to_string()])
            .arg(folder.path())
            .arg(if asks { "asks" } else { "open" })
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut ready = [0; 5];
        std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut ready).unwrap();
        Some(Post { child, port, folder })
    }

    /// What it was handed, in order.
    fn letters(&self) -> Vec<String> {
        let files = fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().path());
        let mut files: Vec<PathBuf> =
            files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
        files.sort();
        files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
    }
}

/// A company with a rep, a manager of the same team and somebody without anything to do.
fn house(folder: &Path, mail: &str) -> Live {
    let settings = format!(
        "[mail]\nserver = '127.0.0.1'\ntls = 'none'\nfrom = 'Milepost <post@example.com>'\n{mail}"
    );
    fs::write(folder.join("milepost.toml"), settings).unwrap();
    let company = tell(
        "2026-01-05 process Sale: Need agreed > Trial held
         2026-01-10 D.1 opened by ana 100 EUR account Müller
         2026-01-11 D.1 reached Need agreed
         2026-01-12 D.1 commits to Trial held due 2026-02-01
         2026-01-12 D2 opened by bob 10 EUR account Acme",
    );
    let live = Live::open(&folder.join("milepost.db")).unwrap();
    live.append(&company.events, &company.people).unwrap();
    for (id, role, team) in
        [("ana", Role::Rep, "North"), ("mo", Role::Manager, "North"), ("vi", Role::Viewer, "")]
    {
        let mail = Some(format!("{id}@example.com"));
        let team = Some(team.to_owned()).filter(|team| !team.is_empty());
        let person = Person { name: id.into(), mail, team, ..Person::default() };
        live.add_person(Some(id), person, role).unwrap();
    }
    live
}

#[test]
fn everybody_gets_their_week_and_nobody_twice() {
    let Some(post) = Post::start("everybody_gets_their_week_and_nobody_twice", true) else {
        return;
    };
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("word"), "secret word\n").unwrap();
    let word = folder.path().join("word");
    // Whatever day it is, today is the day.
    let today = milepost::clock::now();
    let day = jiff::Timestamp::from_millisecond(today.0).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
    let day = day.strftime("%A").to_string();
    let mail = format!(
        "port = {}\nuser = 'post'\npassword_file = '{}'\naddress = 'https://m.example/'\nday = '{day}'\nhour = 0",
        post.port,
        word.display()
    );
    let live = house(folder.path(), &mail);
    let outcome = mail::send_due(&live).unwrap().unwrap();
    assert_eq!((outcome.sent, outcome.failed), (2, vec![]));
    let letters = post.letters();
    assert_eq!(letters.len(), 2, "{letters:?}");
    let ana = letters.iter().find(|letter| letter.starts_with("ana@example.com\n")).unwrap();
    assert!(ana.contains("\nYour week: No calls to log, 1 deal overdue"), "{ana}");
    assert!(ana.contains("- Müller (D.1): 100 EUR. ana. "), "{ana}");
    assert!(ana.contains("https://m.example/deals/D%2E1"), "{ana}");
    assert!(ana.contains("<a href=\"https://m.example/deals/D%2E1\">D.1</a>"), "{ana}");
    assert!(!ana.contains("Acme"), "others' deals are theirs: {ana}");
    let mo = letters.iter().find(|letter| letter.starts_with("mo@example.com\n")).unwrap();
    assert!(mo.contains("\nNorth, this week: ") && mo.contains("Müller"), "{mo}");
    assert!(!mo.contains("Acme"), "bob is in another team: {mo}");
    assert!(mail::send_due(&live).unwrap().is_none(), "each week once");
    assert_eq!(post.letters().len(), 2);
    live.set_wants_mail("ana", false).unwrap();
    let left: Vec<String> = mail::letters(&live).unwrap().into_iter().map(|(id, _)| id).collect();
    assert_eq!(left, ["mo"], "who wants none gets none");
    assert_eq!(live.mail_outcome().unwrap().unwrap().sent, 2);
}

#[test]
fn what_the_server_does_not_take_is_said_and_sent_again() {
    let test = "what_the_server_does_not_take_is_said_and_sent_again";
    let Some(post) = Post::start(test, true) else { return };
    let folder = TempDir::new().unwrap();
    let live = house(folder.path(), &format!("port = {}", post.port));
    let set = live.settings().mail.clone().unwrap();
    let letters = || mail::letters(&live).unwrap();
    let outcome = mail::send(&live, &set, letters(), None).unwrap();
    assert_eq!((outcome.sent, outcome.failed.len()), (0, 2));
    assert!(outcome.failed[0].contains("ana@example.com: the mail server did not let us in"));
    let wrong = milepost::settings::Mail { user: Some("post".into()), ..set.clone() };
    let outcome = mail::send(&live, &wrong, letters(), None).unwrap();
    assert!(outcome.failed[0].contains("MILEPOST_SMTP_PASSWORD"), "{:?}", outcome.failed);
    // A server that is not there is said too, and soon.
    let nobody = milepost::settings::Mail { port: 1, ..set };
    let outcome = mail::send(&live, &nobody, letters(), None).unwrap();
    assert_eq!((outcome.sent, outcome.failed.len()), (0, 2));
    assert!(post.letters().is_empty());
}

/// As a form sends it.
fn form(post: &Post, password: &str, button: &str) -> String {
    format!(
        "server=127.0.0.1&port={}&tls=none&user=post&password={password}&day=friday&hour=16&\
         from=Milepost+%3Cpost%40example.com%3E&address=https%3A%2F%2Fm.example&do={button}",
        post.port
    )
}

#[test]
fn the_server_is_set_on_the_page_and_tried_out_at_once() {
    let Some(post) = Post::start("the_server_is_set_on_the_page_and_tried_out_at_once", true)
    else {
        return;
    };
    let house = safety::house("currency = 'EUR'");
    let (cy, folder) = (house.session("cy"), house.server._folder.path());
    let set = |form: &str| house.server.post("/settings", form, &cy);
    assert!(house.ask("GET", "/settings", &cy).body.contains("No mail is sent."));

    let wrong = set(&form(&post, "wrong+word", "test"));
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    assert!(wrong.body.contains("the mail server did not let us in (535 "), "{}", wrong.body);
    assert!(wrong.body.contains("look at user and password"), "{}", wrong.body);
    assert!(post.letters().is_empty());

    let right = set(&form(&post, "secret+word", "test"));
    assert_eq!(right.status, 200, "{}", right.body);
    let told = "Written, and the mail server took a test letter to cy@example.com";
    assert!(right.body.contains(told) && right.body.contains("Friday"), "{}", right.body);
    let letters = post.letters();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].starts_with("cy@example.com\nA test letter from Milepost\n"), "{letters:?}");
    assert!(letters[0].contains("https://m.example"), "{letters:?}");

    // Kept where nothing is typed, and used by the letters of the week without another start.
    let again = set(&form(&post, "", "test"));
    assert_eq!((again.status, post.letters().len()), (200, 2), "{}", again.body);
    assert_eq!(house.live.mail().unwrap().hour, 16);
    assert_eq!(fs::read_to_string(folder.join("milepost.smtp-password")).unwrap(), "secret word");
    let elsewhere = set(&form(&post, "", "test").replace("127.0.0.1", "localhost"));
    assert!(
        elsewhere.status == 422 && elsewhere.body.contains("password again"),
        "{}",
        elsewhere.body
    );
    assert!(
        elsewhere.body.contains("value=\"localhost\""),
        "what was typed stays: {}",
        elsewhere.body
    );

    let json = house.ask("GET", "/settings.json", &cy).body;
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&value["mail"]["password"], &value["mail"]["user"]),
        (&"file".into(), &"post".into())
    );
    let csv = house.ask("GET", "/settings.csv", &cy).body;
    let audit = house.ask("GET", "/audit.json", &cy).body;
    let page = house.ask("GET", "/settings", &cy).body;
    let toml = fs::read_to_string(folder.join("milepost.toml")).unwrap();
    for text in [&json, &csv, &audit, &page, &toml, &again.body, &elsewhere.body] {
        assert!(!text.contains("secret word") && !text.contains("secret+word"), "{text}");
    }
    assert!(toml.contains("currency = \"EUR\""), "{toml}");

    let off = set("server=&from=&do=mail");
    assert!(off.status == 200 && off.body.contains("No mail is sent."), "{}", off.body);
    assert!(!folder.join("milepost.smtp-password").exists());
}

#[test]
fn what_is_wrong_with_the_way_to_the_server_is_said_with_what_to_do() {
    let test = "what_is_wrong_with_the_way_to_the_server_is_said_with_what_to_do";
    let Some(post) = Post::start(test, false) else { return };
    let house = safety::house("");
    let cy = house.session("cy");
    let set = |form: &str| house.server.post("/settings", form, &cy);
    let bare = form(&post, "", "test").replace("user=post", "user=");
    let encrypted = set(&bare.replace("tls=none", "tls=starttls"));
    assert!(encrypted.body.contains("look at encryption and port"), "{}", encrypted.body);
    let nobody = set(&bare.replace(&format!("port={}", post.port), "port=1"));
    assert!(nobody.body.contains("look at its name and port"), "{}", nobody.body);
    let sent = set(&bare);
    assert_eq!((sent.status, post.letters().len()), (200, 1), "{}", sent.body);
    for (role, status) in [("bob", 403), ("ana", 403), ("cy", 200)] {
        let reply = house.server.post(
            "/settings",
            &bare.replace("do=test", "do=mail"),
            &house.session(role),
        );
        assert_eq!(reply.status, status, "{role}");
    }
}

#[test]
fn where_nobody_logs_in_no_letter_can_be_tried_out() {
    let server = Server::of(&tell("2026-01-05 D1 opened by ana 100 EUR account Acme"));
    let page = server.page("/settings");
    assert!(
        page.contains("nobody has one here yet") && page.contains("href=\"/welcome\""),
        "{page}"
    );
    assert!(!page.contains("value=\"test\""), "{page}");
    let form = "server=127.0.0.1&port=1&tls=none&from=a%40b.example&do=test";
    let reply = server.post("/settings", form, "");
    assert!(reply.status == 422 && reply.body.contains("nobody is logged in"), "{}", reply.body);
}

/// Whoever may only set a server must not come by a password that the machine holds.
#[test]
fn a_password_of_the_environment_stays_with_its_server() {
    let folder = TempDir::new().unwrap();
    house(folder.path(), "user = 'post'");
    let toml = fs::read_to_string(folder.path().join("milepost.toml")).unwrap();
    // Nobody has a login in this one, so no cookie is needed.
    let db = folder.path().join("other.db");
    Live::open(&db).unwrap();
    let mut served = Command::new(env!("CARGO_BIN_EXE_milepost"))
        .args(["serve", "--listen", "127.0.0.1:0", "--db"])
        .arg(&db)
        .env("MILEPOST_SMTP_PASSWORD", "secret word")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = String::new();
    let out = served.stdout.take().unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut told).unwrap();
    let address = told.trim().trim_start_matches("Open http://").trim_end_matches('/');
    let server = Server { address: address.parse().unwrap(), _folder: TempDir::new().unwrap() };
    let page = server.page("/settings");
    let json = server.json("/settings.json");
    let form = "server=evil.example&tls=starttls&user=post&from=a%40b.example&password=x&do=mail";
    let reply = server.post("/settings", form, "");
    let _ = served.kill();
    let _ = served.wait();
    assert!(page.contains("set by MILEPOST_SMTP_PASSWORD"), "{page}");
    assert!(!page.contains("name=\"password\"") && !page.contains("secret word"), "{page}");
    assert_eq!(json["mail"]["password"], "environment");
    assert!(reply.status == 422 && reply.body.contains("change the server in milepost.toml"));
    assert_eq!(fs::read_to_string(folder.path().join("milepost.toml")).unwrap(), toml);
}
