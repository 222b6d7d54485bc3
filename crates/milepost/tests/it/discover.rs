//! Discovery as it is used: the answer in every form, adopting and editing what was found.

use std::path::Path;
use std::process::Command;

use insight::worlds::{Kind, World};
use milepost::answers::discover::Discover;
use milepost::draw::Format;
use milepost::live::Live;
use milepost::people::People;
use milepost::settings::Settings;
use tempfile::TempDir;

use crate::tell::Company;
use crate::visit::Server;

/// A manufactured company with four milestones, the second of which has a twin.
fn company() -> (World, Company) {
    let world = World::new(Kind::Milestones, 0, 150);
    let company = of(&world);
    (world, company)
}

fn of(world: &World) -> Company {
    let (people, settings) = (People::default(), Settings::default());
    Company { events: world.events.clone(), people, settings }
}

fn day(world: &World) -> String {
    world.until.day().plus(1).to_string()
}

/// Runs a command on a ledger; gives what it printed.
fn run(db: &Path, arguments: &[&str]) -> Result<String, String> {
    let program = env!("CARGO_BIN_EXE_milepost");
    let ran = Command::new(program).arg("--db").arg(db).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    if ran.status.success() { Ok(text(ran.stdout)) } else { Err(text(ran.stderr)) }
}

fn ledger(company: &Company) -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let db = folder.path().join("milepost.db");
    Live::open(&db).unwrap().append(&company.events, &company.people).unwrap();
    (folder, db)
}

#[test]
fn scripts_find_the_keys_they_were_promised() {
    let (world, company) = company();
    let drawn = company.drawn(&day(&world), &Discover, Format::Json);
    let answer: serde_json::Value = serde_json::from_str(&drawn).unwrap();
    let found = answer["milestones"].as_array().unwrap();
    assert_eq!(found.len(), world.milestones.len());
    for (i, milestone) in found.iter().enumerate() {
        for key in ["won_support", "advance", "deals"] {
            assert!(milestone[key].as_f64().unwrap() > 0.0, "{key}");
        }
        assert_eq!(milestone["position"], i + 1);
        assert!(world.milestones[i].contains(&milestone["name"].as_str().unwrap().to_owned()));
        assert!(milestone["events"].as_array().unwrap().contains(&milestone["name"]));
    }
    let verdicts = ["redundant", "seller_only", "optional", "no_effect", "outcome"];
    let dropped = answer["dropped"].as_array().unwrap();
    assert!(!dropped.is_empty());
    for act in dropped {
        assert!(verdicts.contains(&act["verdict"].as_str().unwrap()), "{act}");
        assert!(act["because"].as_str().unwrap().ends_with('.'), "{act}");
    }
    assert!(answer["warning"].is_null());
}

#[test]
fn where_nothing_matters_the_warning_says_what_to_record() {
    let world = World::new(Kind::Stages, 3, 150);
    let company = of(&world);
    let drawn = company.drawn(&day(&world), &Discover, Format::Json);
    let answer: serde_json::Value = serde_json::from_str(&drawn).unwrap();
    let warning = answer["warning"].as_str().unwrap();
    assert!(warning.starts_with("Nothing that is recorded moves the odds"), "{warning}");
    assert!(warning.contains("Record what the customer does"), "{warning}");
    assert_eq!(answer["milestones"].as_array().unwrap().len(), 0);
    let today = &answer["today"]["sentence"];
    assert!(today.as_str().unwrap().starts_with("None of the"), "{today}");
}

#[test]
fn what_was_found_is_adopted_as_a_version_and_the_old_one_stays_readable() {
    let (world, company) = company();
    let (_folder, db) = ledger(&company);
    let tried = run(&db, &["discover", "--adopt", "--dry-run"]).unwrap();
    assert!(tried.contains("[[milestone]]") && tried.contains("name = \"Milestone 1\""), "{tried}");
    let none = run(&db, &["process", "show", "--format", "json"]).unwrap();
    assert!(none.contains("\"provisional\": true"), "a dry run publishes nothing");
    let done = run(&db, &["discover", "--adopt"]).unwrap();
    assert!(done.contains("is published"), "{done}");
    let shown = run(&db, &["process", "show", "--format", "json"]).unwrap();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let names: Vec<_> =
        shown["milestones"].as_array().unwrap().iter().map(|m| &m["name"]).collect();
    assert_eq!(names.len(), world.milestones.len());
    assert_eq!((&shown["version"], names[0]), (&1.into(), &"Milestone 1".into()));
    let before =
        run(&db, &["process", "show", "--format", "json", "--as-of", &day(&world)]).unwrap();
    assert!(before.contains("\"provisional\": true"), "the past is read as it was");
    let twice = run(&db, &["discover", "--adopt"]).unwrap_err();
    assert!(twice.starts_with("milepost: "), "{twice}");
}

#[test]
fn nothing_is_adopted_where_nothing_was_found() {
    let world = World::new(Kind::Nothing, 3, 100);
    let company = of(&world);
    let (_folder, db) = ledger(&company);
    let refused = run(&db, &["discover", "--adopt"]).unwrap_err();
    assert!(refused.contains("there is nothing to adopt"), "{refused}");
}

#[test]
fn the_map_is_a_file_of_its_own() {
    let (_, company) = company();
    let (folder, db) = ledger(&company);
    let file = folder.path().join("map.svg");
    run(&db, &["discover", "--svg", file.to_str().unwrap()]).unwrap();
    let drawn = std::fs::read_to_string(file).unwrap();
    assert!(drawn.starts_with("<svg xmlns=") && drawn.contains("Milestone 1"), "{drawn}");
    let server = Server::of(&company);
    let reply = server.get("/discover.svg");
    assert_eq!(reply.status, 200);
    assert!(reply.head.contains("content-type: image/svg+xml"), "{}", reply.head);
}

#[test]
fn the_process_is_edited_tried_and_published_on_its_page() {
    let (_, company) = company();
    let server = Server::of(&company);
    let found = server.page("/discover");
    assert!(found.contains("from=discovered"), "the way to editing");
    let form = server.page("/process/edit?from=discovered");
    assert!(form.contains("value=\"Milestone 1\""), "{form}");
    let edited = "name=Ours&0.place=2&0.name=Second&0.events=Milestone+2&1.place=1&1.name=Milestone+1\
                  &2.place=3&2.name=Twin+of+2&2.merge=on&3.place=4&3.name=Gone&3.drop=on";
    let tried = server.post("/process/edit", &format!("{edited}&do=preview"), "");
    assert_eq!(tried.status, 200);
    assert!(tried.body.contains("Log loss on newer deals"), "{}", tried.body);
    let nothing_yet = server.get("/process.json");
    assert!(nothing_yet.body.contains("\"provisional\": true"), "{}", nothing_yet.body);

    let stranger = "Origin: http://evil.example\r\n";
    let refused = server.post("/process/edit", &format!("{edited}&do=publish"), stranger);
    assert_eq!(refused.status, 403, "{}", refused.body);
    let stranger = "Sec-Fetch-Site: cross-site\r\n";
    let refused = server.post("/process/edit", &format!("{edited}&do=publish"), stranger);
    assert_eq!(refused.status, 403, "{}", refused.body);

    let done = server.post(
        "/process/edit",
        &format!("{edited}&do=publish"),
        "Sec-Fetch-Site: same-origin\r\n",
    );
    assert_eq!(done.status, 303, "{}", done.body);
    let shown: serde_json::Value = serde_json::from_str(&server.get("/process.json").body).unwrap();
    let names: Vec<_> =
        shown["milestones"].as_array().unwrap().iter().map(|m| &m["name"]).collect();
    assert_eq!(names, ["Milestone 1", "Second"]);
    assert_eq!(shown["milestones"][1]["events"], serde_json::json!(["Milestone 2", "Twin of 2"]));

    let twice = "name=Ours&0.name=A&0.events=B&1.name=B&do=publish";
    let refused = server.post("/process/edit", twice, "");
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("stands for two milestones"), "{}", refused.body);
}
