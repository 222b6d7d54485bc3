//! The signs and codes by which an amount names its currency.

use ledger::money::Currency;

/// A sign or code found beside a number. Some signs are shared by several currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    usual: Currency,
    shared: &'static str,
}

impl Mark {
    /// The currency meant: of a shared sign such as `$`, the company's own currency if the sign can
    /// mean it, else the usual one.
    #[must_use]
    pub fn currency(&self, house: Currency) -> Currency {
        if self.shared.split(' ').any(|code| code == house.code()) { house } else { self.usual }
    }

    /// Whether the sign is one that several currencies share.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.shared.len() > 3
    }

    /// The mark in `text`: a sign, or the three letters of a currency.
    pub(super) fn read(text: &str) -> Option<Mark> {
        if let Some((_, shared)) = SIGNS.iter().find(|(sign, _)| *sign == text) {
            return Some(Mark { usual: shared.get(..3)?.parse().ok()?, shared });
        }
        let letters = text.len() == 3 && text.bytes().all(|b| b.is_ascii_alphabetic());
        let usual = text.parse().ok().filter(|_| letters)?;
        Some(Mark { usual, shared: "" })
    }
}

/// What each sign can mean, the usual one first.
const SIGNS: [(&str, &str); 30] = [
    ("$", "USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS BSD BBD BZD FJD JMD TTD"),
    ("€", "EUR"),
    ("£", "GBP EGP LBP GIP FKP SHP"),
    ("¥", "JPY CNY"),
    ("￥", "JPY CNY"),
    ("kr", "SEK NOK DKK ISK"),
    ("kr.", "DKK SEK NOK ISK"),
    ("Fr.", "CHF"),
    ("SFr.", "CHF"),
    ("₹", "INR"),
    ("Rs.", "INR PKR LKR NPR MUR"),
    ("R$", "BRL"),
    ("R", "ZAR"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("Ft", "HUF"),
    ("lei", "RON MDL"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
];
