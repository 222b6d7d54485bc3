//! What the answers say of a small company, in the forms in which they are given.

use expect_test::expect;
use milepost::answers::check::Check;
use milepost::answers::deal::DealStory;
use milepost::answers::filter::Filter;
use milepost::answers::next::Next;
use milepost::answers::process::ShowProcess;
use milepost::answers::status::{By, Status};
use milepost::draw::Format;

use crate::tell::{Company, tell};

/// One deal for every reason to stand somewhere in the list.
fn company() -> Company {
    tell(
        "
        2025-12-01 process Sale: Need agreed > Trial held (poc) > Terms agreed

        2026-01-05 D1 opened by ana 1200 EUR account Acme source web close 2026-03-31
        2026-01-09 D1 reached Need agreed by ana because minutes of the meeting
        2026-01-09 D1 commits to Trial held due 2026-01-20
        2026-01-14 D1 changed 1500 EUR close 2026-04-30 by ana

        2026-01-07 D2 opened by bob 9000 EUR account Borg source fair
        2026-01-15 D2 did poc
        2026-01-16 D2 stage Need agreed known 2026-01-19

        2026-01-08 D3 opened by bob account Cobra source web
        2026-01-20 D3 commits to Need agreed due 2026-01-26

        2026-01-08 D4 opened by cem 500 EUR account Delta source web
        2026-01-12 D4 reached Terms agreed
        2026-01-20 D4 commits to the order due 2026-03-01

        2026-01-02 D5 opened by ana 700 EUR account Echo source web
        2026-01-10 D5 reached Need agreed
        2026-01-20 D5 lost because too dear
        ",
    )
}

const TODAY: &str = "2026-01-22";

#[test]
fn status_of_a_small_company() {
    let shown = company().shown(TODAY, &Status { by: By::Owner, ..Status::default() });
    expect![[r#"
        4 open deals worth 11,000 EUR; 2 stalled. 2 of them stand at Need agreed.
        Note: 1 open deal has no amount that was known then (4 are open in all); that counts 0.

        Open deals
         name   deals   value   committed   stalled
        ────────────────────────────────────────────
         bob        2   9,000           1         1
         ana        1   1,500           0         1
         cem        1     500           1         0

        By milestone
         milestone            deals   value
        ─────────────────────────────────────
         (no milestone yet)       1        0
         Need agreed              2   10,500
         Trial held               0        0
         Terms agreed             1      500
    "#]]
    .assert_eq(&shown);
}

#[test]
fn sums_are_plain_decimals() {
    let none = tell("2026-01-01 D1 opened").json(TODAY, &Status::default());
    assert_eq!(none["value"].to_string(), "0.0");
    let dust = "2026-01-01 D1 opened 0.1 EUR\n2026-01-01 D2 opened 0.2 EUR";
    let json = tell(dust).json(TODAY, &Status::default());
    assert_eq!(json["value"].to_string(), "0.3");
    assert_eq!(json["groups"][0]["value"].to_string(), "0.3");
}

#[test]
fn next_for_people() {
    expect![[r#"
        4 open deals; 2 stalled, 1 with an overdue commitment. First comes D1: Trial held was agreed for 2026-01-20, 2 days ago, and is not done.

        What must happen next
         id   account   owner   amount   path   last           next          objective                                due          quiet days   stalled   because
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         D1   Acme      ana      1,500   ●○○    Need agreed    Trial held    Agree on Trial held and a date for it    2026-01-20            8   yes       Trial held was agreed for 2026-01-20, 2 days ago, and is not done.
         D2   Borg      bob      9,000   ●○○    Need agreed    Trial held    Agree on Trial held and a date for it                          6   yes       The customer has agreed to no next step.
         D3   Cobra     bob              ○○○                   Need agreed   Agree on Need agreed and a date for it   2026-01-26            2             The customer agreed to Need agreed by 2026-01-26, in 4 days.
         D4   Delta     cem        500   ○○●    Terms agreed                 Ask for the order                        2026-03-01            2             The customer agreed to the order by 2026-03-01, in 38 days.
    "#]].assert_eq(&company().shown(TODAY, &Next::default()));
}

#[test]
fn next_for_spreadsheets() {
    expect![[r#"
        id,account,owner,amount,path,last,next,objective,due,quiet_days,stalled,because
        D1,Acme,ana,1500,100,Need agreed,Trial held,Agree on Trial held and a date for it,2026-01-20,8,true,"Trial held was agreed for 2026-01-20, 2 days ago, and is not done."
        D2,Borg,bob,9000,100,Need agreed,Trial held,Agree on Trial held and a date for it,,6,true,The customer has agreed to no next step.
        D3,Cobra,bob,,000,,Need agreed,Agree on Need agreed and a date for it,2026-01-26,2,false,"The customer agreed to Need agreed by 2026-01-26, in 4 days."
        D4,Delta,cem,500,001,Terms agreed,,Ask for the order,2026-03-01,2,false,"The customer agreed to the order by 2026-03-01, in 38 days."
    "#]].assert_eq(&company().drawn(TODAY, &Next::default(), Format::Csv));
}

#[test]
fn next_for_programs() {
    let first = Next { limit: Some(1), ..Next::default() };
    expect![[r#"
        {
          "as_of": "2026-01-22",
          "currency": "EUR",
          "process": "Sale",
          "provisional": false,
          "open": 4,
          "stalled": 2,
          "overdue": 1,
          "due_soon": 1,
          "unlogged": [],
          "deals": [
            {
              "id": "D1",
              "name": null,
              "account": "Acme",
              "owner": "ana",
              "amount": 1500.0,
              "last": "Need agreed",
              "next": "Trial held",
              "objective": "Agree on Trial held and a date for it",
              "departments": [],
              "gain": null,
              "commitment": {
                "id": "D1-1",
                "milestone": "Trial held",
                "due": "2026-01-20",
                "overdue": true
              },
              "call": null,
              "quiet_days": 8,
              "days_here": 13,
              "stalled": true,
              "because": "Trial held was agreed for 2026-01-20, 2 days ago, and is not done.",
              "urgency": "overdue",
              "path": [
                true,
                false,
                false
              ]
            }
          ],
          "notes": []
        }
    "#]]
    .assert_eq(&company().drawn(TODAY, &first, Format::Json));
}

#[test]
fn next_comes_in_the_order_of_its_rule() {
    let mut story = String::from("2025-12-01 process Sale: Need > Trial\n");
    for (deal, amount, due) in [
        ("rest-small", 10, "2026-03-01"),
        ("rest-large", 900, "2026-03-01"),
        ("soon-later", 900, "2026-01-29"),
        ("soon-today", 10, "2026-01-22"),
        ("overdue-small", 10, "2026-01-02"),
        ("overdue-large", 900, "2026-01-21"),
    ] {
        let told = format!(
            "2026-01-01 {deal} opened {amount} EUR\n2026-01-01 {deal} commits to Need due {due}\n"
        );
        story.push_str(&told);
    }
    story.push_str("2026-01-01 stalled-unknown opened\n2026-01-01 stalled-large opened 900 EUR\n");
    let answer = tell(&story).ask(TODAY, &Next::default()).unwrap();
    let ids: Vec<_> = answer.deals.iter().map(|deal| deal.id.as_str()).collect();
    let expected = [
        "overdue-large",
        "overdue-small",
        "stalled-large",
        "stalled-unknown",
        "soon-today",
        "soon-later",
        "rest-large",
        "rest-small",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn a_deal_is_old_where_nine_in_ten_won_deals_had_moved_on() {
    let mut story = String::from("2025-01-01 process Sale: Need > Trial\n");
    for i in 1..=10 {
        let told = format!(
            "2025-01-01 W{i} opened 10 EUR\n2025-01-{:02} W{i} reached Need\n2025-03-01 W{i} won\n",
            1 + i
        );
        story.push_str(&told);
    }
    story.push_str("2025-06-01 young opened 1 EUR\n");
    let company = tell(&story);
    let stalled = |day| company.ask(day, &Next::default()).unwrap().deals[0].clone();
    assert!(!stalled("2025-06-10").stalled, "9 of 10 had left by day 9");
    let old = stalled("2025-06-11");
    assert!(old.stalled);
    expect!["10 days before the first milestone; 9 in 10 deals that were won had moved on within 9 days."]
        .assert_eq(&old.because);
}

#[test]
fn a_name_that_fits_nobody_is_told() {
    let owner = |name: &str| Filter { owner: Some(name.into()), ..Filter::default() };
    let ask = |filter| company().ask(TODAY, &Next { filter, ..Next::default() }).unwrap();
    assert_eq!(ask(owner("Bob")).deals.len(), 2);
    assert!(ask(owner("bob")).notes.is_empty());
    let nobody = ask(owner("bbo"));
    assert_eq!(nobody.deals.len(), 0);
    expect!["No deal was known then with the owner 'bbo'; there were: ana, bob, cem."]
        .assert_eq(&nobody.notes.join("\n"));
}

#[test]
fn the_story_of_a_deal() {
    let company = tell(
        "
        2025-12-01 process Sale: Need agreed > Trial held (poc) > Terms agreed
        2026-01-05 D1 opened by ana 1200 EUR account Acme source web close 2026-03-31 name 40 seats
        2026-01-06 D1 plans agree on a trial due 2026-01-09 by ana
        2026-01-09 D1 held advance because they like it
        2026-01-09 D1 reached Need agreed by ana because minutes of the meeting
        2026-01-09 D1 commits to Trial held due 2026-01-20
        2026-01-14 D1 changed 1500.50 EUR owner bob by ana
        2026-01-15 D1 did poc known 2026-01-18
        2026-01-15 D1 did survey sent
        2026-01-16 D1 moved due 2026-01-30
        2026-01-17 D1 broke because they were ill
        2026-01-18 D1 stage Need agreed
        2026-01-19 D1 undone Need agreed because misread
        2026-01-20 D1 lost Closed Lost because too dear
        2026-01-25 D1 reopened
        2026-01-26 D1 reached Budget
        ",
    );
    let story = |id: &str| company.shown("2026-02-01", &DealStory { id: id.into() });
    expect![[r#"
        D1 (40 seats) is open, stalled. The customer has agreed to no next step.

        Story
         day          known        kind                      what                                                          who   changes
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         2026-01-05                opened                    Opened                                                        ana   name 40 seats; account Acme; owner ana; source web; amount 1200 EUR; expected close 2026-03-31
         2026-01-06                call-planned              Call planned for 2026-01-09: agree on a trial                 ana
         2026-01-09                call-held                 Call held: an advance (nothing gained): they like it
         2026-01-09                reached                   Need agreed reached: minutes of the meeting                   ana
         2026-01-09                commitment-made           Commitment: the customer agreed to Trial held by 2026-01-20
         2026-01-14                changed                   Changed                                                       ana   owner ana → bob; amount 1200 EUR → 1500.50 EUR
         2026-01-15   2026-01-18   activity                  Trial held reached (recorded as poc)
         2026-01-15                activity                  survey sent
         2026-01-16                commitment-renegotiated   Commitment to Trial held put off to 2026-01-30
         2026-01-17                commitment-broken         Commitment to Trial held broken: they were ill
         2026-01-18                stage-set                 Stage set to Need agreed; Trial held taken back
         2026-01-19                undone                    Need agreed taken back: misread
         2026-01-20                lost                      Lost (recorded as Closed Lost): too dear
         2026-01-25                reopened                  Opened again
         2026-01-26                reached                   Budget, which is no milestone of this process

        Known
         what             value
        ─────────────────────────────────────────────────────────
         account          Acme
         owner            bob
         amount                                            1,500
         source           web
         opened           2026-01-05
         expected close   2026-03-31
         next             Need agreed
         ask for          Agree on Need agreed and a date for it

        Path
         milestone
        ──────────────
         Need agreed
         Trial held
         Terms agreed
    "#]].assert_eq(&story("D1"));
    expect![[r#"
        refused: no deal 'd2' was known before 2026-02-01; did you mean D1?
    "#]]
    .assert_eq(&story("d2"));
    expect![[r#"
        refused: no deal 'seats' was known before 2026-02-01; did you mean D1?
    "#]]
    .assert_eq(&story("seats"));
    expect![[r#"
        refused: no deal 'another' was known before 2026-02-01; list the open ones with: milepost next
    "#]].assert_eq(&story("another"));
    let closed = company.shown("2026-01-22", &DealStory { id: "D1".into() });
    let first = closed.lines().next().unwrap();
    expect!["D1 (40 seats) is lost. Lost on 2026-01-20, 15 days after it was opened: too dear."]
        .assert_eq(first);
}

#[test]
fn a_deal_for_programs() {
    let json = company().drawn(TODAY, &DealStory { id: "D4".into() }, Format::Json);
    expect![[r#"
        {
          "as_of": "2026-01-22",
          "currency": "EUR",
          "id": "D4",
          "name": null,
          "account": "Delta",
          "owner": "cem",
          "amount": 500.0,
          "source": "web",
          "state": "open",
          "opened": "2026-01-08",
          "closed": null,
          "expected_close": null,
          "path": [
            {
              "milestone": "Need agreed",
              "reached": null
            },
            {
              "milestone": "Trial held",
              "reached": null
            },
            {
              "milestone": "Terms agreed",
              "reached": "2026-01-12"
            }
          ],
          "last": "Terms agreed",
          "next": null,
          "objective": "Ask for the order",
          "commitment": {
            "id": "D4-1",
            "milestone": "the order",
            "due": "2026-03-01",
            "overdue": false
          },
          "quiet_days": 2,
          "days_here": 10,
          "stalled": false,
          "because": "The customer agreed to the order by 2026-03-01, in 38 days.",
          "calls": {
            "held": 0,
            "with_objective": 0,
            "planned": []
          },
          "story": [
            {
              "at": "2026-01-08T00:00:00Z",
              "day": "2026-01-08",
              "known_at": null,
              "known": null,
              "kind": "opened",
              "what": "Opened",
              "milestone": null,
              "taken_back": [],
              "who": "cem",
              "changes": [
                {
                  "field": "account",
                  "from": null,
                  "to": "Delta"
                },
                {
                  "field": "owner",
                  "from": null,
                  "to": "cem"
                },
                {
                  "field": "source",
                  "from": null,
                  "to": "web"
                },
                {
                  "field": "amount",
                  "from": null,
                  "to": "500 EUR"
                }
              ]
            },
            {
              "at": "2026-01-12T00:00:00Z",
              "day": "2026-01-12",
              "known_at": null,
              "known": null,
              "kind": "reached",
              "what": "Terms agreed reached",
              "milestone": "Terms agreed",
              "taken_back": [],
              "who": null,
              "changes": []
            },
            {
              "at": "2026-01-20T00:00:00Z",
              "day": "2026-01-20",
              "known_at": null,
              "known": null,
              "kind": "commitment-made",
              "what": "Commitment: the customer agreed to the order by 2026-03-01",
              "milestone": null,
              "taken_back": [],
              "who": null,
              "changes": []
            }
          ],
          "notes": []
        }
    "#]]
    .assert_eq(&json);
}

#[test]
fn the_process_and_how_deals_pass() {
    expect![[r#"
        Sale (version 1): 3 milestones. 5 deals read under it, no sales.
        Note: Fewer than 10 deals stand behind 1 median: read with care.

        Milestones
         milestone      deals   won   median days   median of   objective                                 events
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────
         Need agreed        3     0             8           3   Agree on Need agreed and a date for it
         Trial held         1     0                         0   Agree on Trial held and a date for it     poc
         Terms agreed       1     0                         0   Agree on Terms agreed and a date for it

        Published versions
         published    name   version   milestones
        ──────────────────────────────────────────
         2025-12-01   Sale         1            3
    "#]].assert_eq(&company().shown(TODAY, &ShowProcess));
}

#[test]
fn no_deals_are_no_fault() {
    let empty = tell("");
    expect![[r#"
        There are no deals yet, so there is nothing to check.
        Note: No process has been published, and the data name no stages or events to read one from.
    "#]]
    .assert_eq(&empty.shown(TODAY, &Check));
    expect![[r#"
        No open deals.
        Note: No process has been published, and the data name no stages or events to read one from.
    "#]]
    .assert_eq(&empty.shown(TODAY, &Next::default()));
    expect![[r#"
        No open deals.
        Note: No process has been published, and the data name no stages or events to read one from.
    "#]]
    .assert_eq(&empty.shown(TODAY, &Status::default()));
    expect![[r#"
        There is no process yet.
        Note: No process has been published, and the data name no stages or events to read one from.
    "#]]
    .assert_eq(&empty.shown(TODAY, &ShowProcess));
}

/// Ten deals were won by way of both milestones, ten lost before the first and five at it.
fn with_history() -> Company {
    let mut story = String::from("2025-01-01 process Sale: Need agreed > Trial held\n");
    for i in 0..25 {
        story += &format!("2025-02-01 H{i} opened by ana 1000 EUR\n");
        let steps: &[&str] = match i {
            0..10 => &["reached Need agreed", "reached Trial held", "won"],
            10..20 => &["lost"],
            _ => &["reached Need agreed", "lost"],
        };
        for (step, day) in steps.iter().zip(10..) {
            story += &format!("2025-02-{day} H{i} {step}\n");
        }
    }
    story += "2026-01-05 SMALL opened by ana 1000 EUR\n2026-01-07 SMALL reached Need agreed\n";
    story += "2026-01-05 LARGE opened by ana 1500 EUR\n";
    tell(&story)
}

#[test]
fn first_comes_the_deal_whose_next_milestone_moves_most_revenue() {
    let answer = with_history().ask("2026-01-08", &Next::default()).unwrap();
    // With 10 of 25 sales in all, drawn by ten deals: (10 + 4) / 35 at the opening, (10 + 4) / 25 at
    // the need, (10 + 4) / 20 at the trial. So the trial adds 140 to the small deal, the need 240 to the
    // large one.
    let gains: Vec<_> = answer.deals.iter().map(|d| (d.id.as_str(), d.gain.unwrap())).collect();
    assert_eq!((gains[0].0, gains[1].0), ("LARGE", "SMALL"));
    assert!((gains[0].1 - 240.0).abs() < 1e-6 && (gains[1].1 - 140.0).abs() < 1e-6, "{gains:?}");
}
