//! What all drawings write in the same way.

/// How many steps the palette has (`.s0` to `.s7` in the style sheet).
const SHADES: usize = 8;

/// The shade of a place in a sequence.
#[must_use]
pub fn shade(place: usize, of: usize) -> String {
    format!("s{}", place * (SHADES - 1) / of.saturating_sub(1).max(1))
}

/// A length as SVG writes it.
#[must_use]
pub fn px(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn shades_follow_the_sequence() {
        assert_eq!(
            (shade(0, 6), shade(5, 6), shade(0, 1)),
            ("s0".into(), "s7".into(), "s0".into())
        );
    }
}
