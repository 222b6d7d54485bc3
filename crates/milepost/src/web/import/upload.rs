//! Uploaded files while they wait: in a folder of their own among the temporary ones, with what was said of how to
//! read them. Whoever knows the folder's random name may go on; after a day it is swept away.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use axum::extract::Multipart;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::super::fault::Fault;
use crate::clock;
use crate::import::Options;
use crate::import::mapping::Mapping;
use crate::settings::Settings;
use crate::texts::t;

/// All files of an import together.
pub(super) const MOST_BYTES: usize = 1 << 30;
const DAY_MS: u128 = 86_400_000;

/// A folder of uploaded files.
pub(super) struct Upload {
    pub(super) id: String,
    folder: PathBuf,
}

/// What was said of how to read the files; blank is nothing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) currency: String,
    pub(super) dates: String,
    pub(super) decimal: String,
    pub(super) won: String,
    pub(super) lost: String,
    /// A mapping, if columns were named by hand.
    pub(super) mapping: Option<String>,
}

impl Upload {
    /// Takes in the files of a form.
    pub(super) async fn take(mut form: Multipart) -> Result<Upload, Fault> {
        sweep();
        let id = clock::new_id().to_string();
        let upload = Upload { folder: home().join(&id), id };
        fs::create_dir_all(upload.place()).map_err(|error| unkept(&error))?;
        let mut taken = 0;
        let broken = |error: axum::extract::multipart::MultipartError| {
            Fault::new(error.status(), t!("import-upload-broke-off", why = error.body_text()))
        };
        while let Some(mut field) = form.next_field().await.map_err(broken)? {
            let Some(name) = field.file_name().map(plain).filter(|name| !name.is_empty()) else {
                continue;
            };
            let path = upload.place().join(name);
            let mut file = fs::File::create(path).map_err(|error| unkept(&error))?;
            while let Some(chunk) = field.chunk().await.map_err(broken)? {
                file.write_all(&chunk).map_err(|error| unkept(&error))?;
            }
            taken += 1;
        }
        if taken > 0 {
            return Ok(upload);
        }
        upload.forget();
        Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, t!("import-choose")))
    }

    /// One that waits.
    pub(super) fn find(id: &str) -> Option<Upload> {
        let is_id = id.len() == 36 && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
        let upload = Upload { id: id.to_owned(), folder: home().join(id) };
        (is_id && upload.place().is_dir()).then_some(upload)
    }

    fn place(&self) -> PathBuf {
        self.folder.join("files")
    }

    pub(super) fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.place()) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        files
    }

    pub(super) fn said(&self) -> Said {
        let text = fs::read(self.folder.join("said.json")).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    pub(super) fn say(&self, said: &Said) -> Result<(), Fault> {
        let text = serde_json::to_vec(said).unwrap_or_default();
        fs::write(self.folder.join("said.json"), text).map_err(|error| unkept(&error))
    }

    pub(super) fn forget(&self) {
        // What cannot be removed now is swept away tomorrow.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Said {
    /// As an import takes it.
    pub(super) fn options(&self, settings: &Settings) -> Result<Options, String> {
        let mut options = Options::at(clock::now());
        let names = |text: &str| -> Vec<String> {
            text.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect()
        };
        let blank = |text: &str| text.trim().is_empty();
        options.currency = match self.currency.trim() {
            "" => settings.currency,
            code => Some(
                code.to_uppercase().parse().map_err(|_| t!("import-no-currency", code = code))?,
            ),
        };
        options.dates = (!blank(&self.dates)).then(|| self.dates.parse()).transpose()?;
        options.decimal = (!blank(&self.decimal)).then(|| self.decimal.parse()).transpose()?;
        (options.won, options.lost) = (names(&self.won), names(&self.lost));
        options.map = self.mapping.as_deref().map(Mapping::parse).transpose()?;
        options.zone = settings.zone.clone();
        Ok(options)
    }
}

fn home() -> PathBuf {
    std::env::temp_dir().join("milepost-import")
}

/// A file's own name, without ways out of the folder.
fn plain(name: &str) -> String {
    let own = Path::new(name).file_name().map(|name| name.to_string_lossy().into_owned());
    let own = own.unwrap_or_default();
    let fits = |c: char| c.is_alphanumeric() || " ._-()".contains(c);
    let own: String = own.chars().filter(|c| fits(*c)).take(120).collect();
    own.trim_start_matches('.').to_owned()
}

/// Removes what has waited longer than a day.
fn sweep() {
    let now = u128::try_from(clock::now().0).unwrap_or(0);
    for entry in fs::read_dir(home()).into_iter().flatten().flatten() {
        let written = entry.metadata().and_then(|data| data.modified()).ok();
        let since = written.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        if since.is_some_and(|since| since.as_millis() + DAY_MS < now) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn unkept(error: &std::io::Error) -> Fault {
    let sentence = t!("import-not-kept", why = error.to_string());
    Fault::new(StatusCode::INTERNAL_SERVER_ERROR, sentence)
}

#[cfg(test)]
mod tests {
    use super::{Upload, plain};

    #[test]
    fn names_lead_nowhere_else() {
        assert_eq!(plain("../../etc/passwd"), "passwd");
        assert_eq!(plain("..\u{0}.csv"), "csv");
        assert_eq!(plain("Deals März (2).csv"), "Deals März (2).csv");
        assert!(Upload::find("../..").is_none());
        assert!(Upload::find("0123").is_none());
    }
}
