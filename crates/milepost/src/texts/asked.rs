//! Which language a browser asks for (`Accept-Language`).

use super::Tongue;

/// The language that is wanted most among those that we speak: `de-AT,de;q=0.9,en;q=0.5`.
#[must_use]
pub fn wanted(header: &str) -> Option<Tongue> {
    let mut best: Option<(f64, Tongue)> = None;
    for one in header.split(',') {
        let (code, rest) = one.split_once(';').unwrap_or((one, ""));
        let quality = rest.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse);
        let (Some(tongue), Ok(quality)) = (Tongue::of(code), quality) else { continue };
        // Of equals, the first.
        if quality > best.map_or(0.0, |best| best.0) {
            best = Some((quality, tongue));
        }
    }
    best.map(|best| best.1)
}

#[cfg(test)]
mod tests {
    use super::{Tongue, wanted};

    #[test]
    fn the_language_wanted_most_is_spoken() {
        for (header, tongue) in [
            ("de-AT,de;q=0.9,en;q=0.5", Some(Tongue::German)),
            ("en-GB, de;q=0.8", Some(Tongue::English)),
            ("fr, de;q=0.3, en;q=0.2", Some(Tongue::German)),
            ("de;q=0, en;q=0.1", Some(Tongue::English)),
            ("fr", None),
            ("*", None),
            ("de;q=much", None),
        ] {
            assert_eq!(wanted(header), tongue, "{header}");
        }
    }
}
