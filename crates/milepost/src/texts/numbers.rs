//! Numbers and dates as each language writes them.

use ledger::time::Day;

use super::{Tongue, tongue};

/// What stands between thousands, and before decimals.
fn marks(tongue: Tongue) -> (char, char) {
    match tongue {
        Tongue::English => (',', '.'),
        Tongue::German => ('.', ','),
    }
}

/// Rounded to a whole number, thousands apart: `1,234,567`.
#[must_use]
pub fn grouped(number: f64) -> String {
    grouped_in(tongue(), number)
}

/// The same in a language.
pub(super) fn grouped_in(tongue: Tongue, number: f64) -> String {
    let (mark, _) = marks(tongue);
    let digits = format!("{:.0}", number.abs());
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            text.push(mark);
        }
        text.push(digit);
    }
    if number <= -0.5 { format!("-{text}") } else { text }
}

/// With so many decimals: `1.5`, `1,5`.
#[must_use]
pub fn decimal(number: f64, decimals: usize) -> String {
    format!("{number:.decimals$}").replace('.', &marks(tongue()).1.to_string())
}

/// A number as people of the language type it, written as programs read it: `1.234,5` is `1234.5`. Where the marks do not
/// stand as the language has them, it stays what it was: `1234.5` is the same in both.
#[must_use]
pub fn typed(text: &str) -> String {
    let (mark, point) = marks(tongue());
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, rest) = bare.split_once(point).unwrap_or((&bare, ""));
    let apart = whole.split(mark).skip(1).all(|group| group.len() == 3);
    if !apart || rest.contains(mark) {
        return bare;
    }
    let whole = whole.replace(mark, "");
    if rest.is_empty() { whole } else { format!("{whole}.{rest}") }
}

/// A day: `2026-11-29`, `29.11.2026`.
#[must_use]
pub fn date(day: Day) -> String {
    let iso = day.to_string();
    match (tongue(), iso.split('-').collect::<Vec<_>>().as_slice()) {
        (Tongue::German, [year, month, day]) => format!("{day}.{month}.{year}"),
        _ => iso,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tongue, typed};
    use crate::texts::speaking_here;

    #[test]
    fn a_number_is_read_as_the_language_writes_it() {
        for (text, english, german) in [
            ("250,000", "250000", "250.000"),
            ("250.000", "250.000", "250000"),
            ("1.234,5", "1.234,5", "1234.5"),
            ("1 234.5", "1234.5", "1234.5"),
            ("250000", "250000", "250000"),
        ] {
            assert_eq!(typed(text), english, "{text}");
            assert_eq!(speaking_here(Tongue::German, || typed(text)), german, "{text}");
        }
    }
}
