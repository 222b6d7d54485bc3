use clap::Args;

use crate::live::Live;
use crate::mail;
use crate::texts::{bare, t};

use super::{Common, Done, progress};

/// Send everybody their week by mail now, by the server set on the page Settings or in milepost.toml
#[derive(Args)]
pub(super) struct SendMail {
    /// Only to this person, by name, mail address or id, whether they have a login or not
    #[arg(long, value_name = "PERSON")]
    to: Option<String>,
    /// Print what would be sent; send nothing
    #[arg(long)]
    dry_run: bool,
}

impl SendMail {
    pub(super) fn run(self, common: &Common) -> Done {
        let live = Live::open_existing(&common.db)?;
        let letters = match &self.to {
            Some(person) => mail::of(&live, &live.person_called(person)?, false)?,
            None => mail::letters(&live)?,
        };
        if letters.is_empty() {
            return progress::say(t!("cli-mail-nobody"));
        }
        if self.dry_run {
            for (_, letter) in &letters {
                let head = format!("To: {}\nSubject: {}\n", letter.to, letter.subject);
                progress::say(&format!("{head}\n{}", letter.text))?;
            }
            return Ok(());
        }
        let Some(set) = live.mail() else {
            return Err(t!("cli-mail-no-server").into());
        };
        let outcome = mail::send(&live, &set, letters, None)?;
        live.note_mail_outcome(&outcome)?;
        if !outcome.failed.is_empty() {
            let (sent, failed) = (bare(outcome.sent as u64), outcome.failed.join("; "));
            return Err(t!("cli-mail-failed", sent = sent, failed = failed).into());
        }
        progress::say(&t!("cli-mail-sent", letters = outcome.sent))
    }
}
