//! What a form wants to have recorded. Only what its writer changed is said: a field that still says what
//! it said when the form was made leaves alone what others have written meanwhile.

use ledger::decide::Intent;
use ledger::event::Values;
use ledger::money::{Currency, Money};

use super::super::fields::Fields;
use super::super::frame::View;
use super::forms::Shown;
use crate::answers::Refusal;
use crate::answers::purse::usual_currency;
use crate::texts::t;

/// Reads a form; nothing is to take back what was done last.
pub(super) fn read(view: &View, id: &str, fields: &Fields) -> Result<Option<Intent>, Refusal> {
    let milestone = || fields.said("milestone").ok_or(Refusal(t!("calls-say-milestone").into()));
    let reason = || fields.said("reason");
    Ok(Some(match fields.said("do").as_deref() {
        Some("change") => Intent::Change(values(view, Some(id), fields)?),
        Some("reach") => {
            Intent::Reach { milestone: milestone()?, evidence: fields.said("evidence") }
        }
        Some("undo") => Intent::Undo { milestone: milestone()?, reason: reason() },
        Some("win") => Intent::Win(Values::default()),
        Some("lose") => Intent::Lose { reason: reason() },
        Some("reopen") => Intent::Reopen,
        Some("back") => return Ok(None),
        _ => return Err(Refusal(t!("calls-say-what").into())),
    }))
}

/// What a form says of a deal that its writer had not seen in it.
pub(super) fn values(view: &View, id: Option<&str>, fields: &Fields) -> Result<Values, Refusal> {
    let new = |name: &str| {
        let said = fields.said(name)?;
        (fields.said(&format!("was_{name}")).as_ref() != Some(&said)).then_some(said)
    };
    for (name, _) in Shown::FIELDS {
        let was = fields.said(&format!("was_{name}"));
        if was.is_some() && fields.sent(name).is_some() && fields.said(name).is_none() {
            return Err(Refusal(t!("calls-not-blank", field = name)));
        }
    }
    let close = new("close").and(fields.day("close")?);
    let (amount, currency) = (new("amount"), new("currency"));
    let amount = if amount.is_some() || (currency.is_some() && id.is_some()) {
        fields.said("amount").map(|text| money(view, &text, fields)).transpose()?
    } else {
        None
    };
    Ok(Values {
        name: new("name"),
        account: new("account").map(|name| account(view, &name)),
        owner: new("owner").map(|name| person(view, &name)),
        source: new("source"),
        amount,
        expected_close: close,
        ..Values::default()
    })
}

fn money(view: &View, text: &str, fields: &Fields) -> Result<Money, Refusal> {
    let wrong = || Refusal(t!("calls-no-amount", text = text));
    let usual = || usual_currency(view.lens);
    let said = fields.said("currency").map(|code| {
        code.to_uppercase().parse::<Currency>().map_err(|error| Refusal(error.to_string()))
    });
    let amount: f64 = text.replace([' ', '\u{a0}'], "").parse().map_err(|_| wrong())?;
    Money::from_major(amount, said.transpose()?.unwrap_or_else(usual)).ok_or_else(wrong)
}

/// The id of a person by name or id.
pub(in crate::web) fn person(view: &View, name: &str) -> String {
    let people = view.lens.people;
    let found = people.persons.keys().find(|id| people.is_called(id, name));
    found.cloned().unwrap_or_else(|| name.to_owned())
}

/// The id of an account by name or id.
fn account(view: &View, name: &str) -> String {
    let mut all = view.lens.people.accounts.iter();
    let found =
        all.find(|(id, called)| *id == name || called.to_lowercase() == name.to_lowercase());
    found.map_or_else(|| name.to_owned(), |(id, _)| id.clone())
}
