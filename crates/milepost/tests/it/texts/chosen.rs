//! Which language an asker gets, and what stays as it is for programs.

use serde_json::Value;

use crate::safety::{House, house};
use crate::visit::{Reply, send};

impl House {
    fn read(&self, path: &str, headers: &str) -> Reply {
        let host = self.server.address;
        let line = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        send(host, &format!("{line}{headers}\r\n"))
    }

    fn pick(&self, code: &str, cookie: &str) -> Reply {
        let from = format!("Referer: http://{}/pipeline?by=owner\r\n{cookie}", self.server.address);
        self.server.post("/language", &format!("to={code}"), &from)
    }
}

fn is_german(reply: &Reply) -> bool {
    assert_eq!(reply.status, 200, "{}", reply.body);
    let german = reply.body.contains("<html lang=\"de\">") && reply.body.contains(">Kalender<");
    assert_eq!(german, reply.head.contains("content-language: de"), "{}", reply.head);
    assert_eq!(german, !reply.body.contains(">Calendar<"));
    german
}

#[test]
fn the_own_choice_goes_before_the_companys_and_that_before_the_browsers() {
    const GERMAN: &str = "Accept-Language: de-AT,de;q=0.9,en;q=0.5\r\n";
    let house_of_nobody = house("");
    let ana = house_of_nobody.session("ana");
    let page = |headers: &str| house_of_nobody.read("/pipeline", &format!("{ana}{headers}"));
    assert!(!is_german(&page("")));
    assert!(is_german(&page(GERMAN)));
    assert!(page(GERMAN).head.contains("vary: accept-language, cookie"));
    // What one chose counts everywhere, without a script, and leads back to where one was.
    let chosen = house_of_nobody.pick("en", &ana);
    assert_eq!(chosen.status, 303);
    assert!(chosen.head.contains("location: /pipeline?by=owner"), "{}", chosen.head);
    assert!(chosen.head.contains("set-cookie: milepost-language=en;"), "{}", chosen.head);
    assert!(!is_german(&page(GERMAN)));
    house_of_nobody.pick("de", &ana);
    assert!(is_german(&page("")));
    // Before anybody comes in, the browser's choice counts.
    let login = house_of_nobody.read("/login", "Cookie: milepost-language=de\r\n");
    assert!(login.body.contains("<html lang=\"de\">"), "{}", login.body);

    let german_house = house("language = 'de'");
    let bob = german_house.session("bob");
    let page = |headers: &str| german_house.read("/pipeline", &format!("{bob}{headers}"));
    assert!(is_german(&page("Accept-Language: en\r\n")));
    german_house.pick("en", &bob);
    assert!(!is_german(&page("")));
}

#[test]
fn nobody_is_led_elsewhere_by_choosing_a_language() {
    let house = house("");
    for from in ["http://evil.example/x", "nonsense", "http://evil.example//x"] {
        let reply = house.server.post("/language", "to=de", &format!("Referer: {from}\r\n"));
        assert!(reply.head.contains("location: /next"), "{from}: {}", reply.head);
    }
}

#[test]
fn what_programs_read_is_in_no_language() {
    let house = house("");
    let ana = house.session("ana");
    let read = |path: &str, language: &str| {
        house.read(path, &format!("{ana}Accept-Language: {language}\r\n")).body
    };
    for path in ["/pipeline.csv", "/next.csv", "/process.csv", "/accounts.csv"] {
        let head = |language| read(path, language).lines().next().map(str::to_owned);
        assert_eq!(head("en"), head("de"), "{path}");
    }
    assert_eq!(read("/pipeline.csv", "en"), read("/pipeline.csv", "de"));
    for path in ["/pipeline.json", "/next.json", "/process.json", "/forecast.json", "/check.json"] {
        let [english, german] = ["en", "de"]
            .map(|language| -> Value { serde_json::from_str(&read(path, language)).unwrap() });
        assert_eq!(keys(&english), keys(&german), "{path}");
    }
    let groups = |language| -> Value {
        let answer: Value = serde_json::from_str(&read("/pipeline.json", language)).unwrap();
        answer["groups"].clone()
    };
    assert_eq!(groups("en"), groups("de"));
}

/// The shape of a value: its keys, without what stands there.
fn keys(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let all = fields.iter().map(|(key, value)| format!("{key}: {}", keys(value)));
            format!("{{{}}}", all.collect::<Vec<_>>().join(", "))
        }
        Value::Array(all) => format!("[{}]", all.iter().map(keys).collect::<Vec<_>>().join(", ")),
        Value::String(_) => "text".into(),
        other => other.to_string(),
    }
}
