//! The way to the company's mail server. Passwords come from the environment or a file and are told to nobody else.

use std::io::ErrorKind;
use std::time::Duration;

use lettre::address::AddressError;
use lettre::message::MultiPart;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Kept, TlsParameters};
use lettre::{Message, SmtpTransport, Transport};

use super::Letter;
use crate::clock;
use crate::settings::{Mail, Tls};
use crate::texts::t;

/// Longer than this no server is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server that takes letters.
pub struct Post {
    transport: SmtpTransport,
    from: String,
}

impl Post {
    /// Reaches for the server that is set.
    ///
    /// # Errors
    /// A sentence that says what is not right with what is set.
    pub fn open(mail: &Mail) -> Result<Post, String> {
        let kept = || {
            TlsParameters::new(mail.server.clone()).map_err(|error| {
                t!("mail-server-wrong", server = mail.server, error = error.to_string())
            })
        };
        let tls = match mail.tls {
            Tls::Tls => Kept::Wrapper(kept()?),
            Tls::Starttls => Kept::Required(kept()?),
            Tls::None => Kept::None,
        };
        let mut transport = SmtpTransport::builder_dangerous(&mail.server)
            .port(mail.port)
            .timeout(Some(PATIENCE))
            .tls(tls);
        if let Some(user) = &mail.user {
            transport = transport.credentials(Credentials::new(user.clone(), password(mail)?));
        }
        Ok(Post { transport: transport.build(), from: mail.from.clone() })
    }

    /// Hands over one letter.
    ///
    /// # Errors
    /// Why the server did not take it.
    pub fn send(&self, letter: &Letter) -> Result<(), String> {
        let address = |text: &str| {
            text.parse().map_err(|error: AddressError| {
                t!("mail-no-address", text = text, error = error.to_string())
            })
        };
        let id = format!("<{}@milepost>", clock::new_id());
        let message = Message::builder()
            .from(address(&self.from)?)
            .to(address(&letter.to)?)
            .message_id(Some(id))
            .subject(&letter.subject)
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()));
        let message = message.map_err(|error| t!("mail-not-written", error = error.to_string()))?;
        self.transport.send(&message).map(|_| ()).map_err(|error| told(&error))
    }
}

/// What the server or the way to it says, and what to do.
fn told(error: &Error) -> String {
    let said = root(error);
    match error.status().map(u16::from) {
        Some(530 | 534 | 535 | 538) => t!("mail-not-let-in", error = said),
        Some(500..) => t!("mail-not-taken", error = said),
        Some(_) => t!("mail-not-now", error = said),
        None if error.is_client() || error.is_tls() || error.is_response() => {
            t!("mail-no-way", error = said)
        }
        None => t!("mail-not-reached", error = said),
    }
}

/// The innermost reason: what is around it says the same in other words.
fn root(error: &Error) -> String {
    let mut reason: &dyn std::error::Error = error;
    while let Some(inner) = reason.source() {
        reason = inner;
    }
    let io = reason.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    match error.status() {
        Some(code) => format!("{code} {reason}"),
        None if matches!(io, Some(ErrorKind::WouldBlock | ErrorKind::TimedOut)) => {
            t!("mail-no-answer", seconds = PATIENCE.as_secs())
        }
        None => reason.to_string(),
    }
}

/// Goes before the file.
const NAME: &str = "MILEPOST_SMTP_PASSWORD";

/// Where the password comes from, as programs are told.
#[must_use]
pub fn password_from(mail: &Mail) -> Option<&'static str> {
    let file = mail.password_file.as_ref().map(|_| "file");
    if std::env::var_os(NAME).is_some() { Some("environment") } else { file }
}

fn password(mail: &Mail) -> Result<String, String> {
    if let Ok(password) = std::env::var(NAME) {
        return Ok(password);
    }
    let Some(file) = &mail.password_file else {
        return Err(t!("mail-no-password", name = NAME));
    };
    let read = std::fs::read_to_string(file);
    let read = read.map_err(|error| {
        t!("mail-cannot-read", file = file.display().to_string(), error = error.to_string())
    })?;
    Ok(read.trim_end_matches(['\r', '\n']).to_owned())
}
