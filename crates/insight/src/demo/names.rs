//! Invented companies, put together by rule: short and long, in several alphabets' letters.

use super::dice::Dice;

/// A customer.
#[derive(Clone)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) industry: &'static str,
}

/// A customer that has not been met before, more or less.
pub(super) fn account(dice: &mut Dice) -> Account {
    let (trade, industry) = *dice.pick(&TRADES);
    let (family, place, form) = (*dice.pick(&FAMILIES), *dice.pick(&PLACES), *dice.pick(&FORMS));
    let (other, elsewhere) = (*dice.pick(&FAMILIES), *dice.pick(&PLACES));
    let name = match dice.weighted(&[40.0, 25.0, 14.0, 12.0, 7.0, 2.0]) {
        0 => format!("{family} {trade} {form}"),
        1 => format!("{place} {trade} {form}"),
        2 => format!("{family} & {other} {form}"),
        3 => format!("{family} {trade} {place}"),
        4 => format!("{family}'s {trade}"),
        _ => format!(
            "Joint Water Supply and Waste-Water Association of {place}, {elsewhere} and the \
             Municipalities of the Upper {family} Valley"
        ),
    };
    Account { name, industry }
}

const TRADES: [(&str, &str); 16] = [
    ("Dairy", "Food"),
    ("Brewery", "Drinks"),
    ("Mineral Springs", "Drinks"),
    ("Bottling", "Drinks"),
    ("Paper Mill", "Paper"),
    ("Cartons", "Paper"),
    ("Laundry", "Services"),
    ("Textile Works", "Textiles"),
    ("Dye Works", "Textiles"),
    ("Glassworks", "Materials"),
    ("Foundry", "Materials"),
    ("Hospital Trust", "Health"),
    ("Clinics", "Health"),
    ("Greenhouses", "Farming"),
    ("Fish Farm", "Farming"),
    ("Waterworks", "Utilities"),
];

const FAMILIES: [&str; 42] = [
    "Rautvik",
    "Öhlbach",
    "D'Arvello",
    "O'Fennery",
    "Şenkaya",
    "Łubinowicz",
    "Trành-Nguyên",
    "Szentmár",
    "Þorvik",
    "Æbelgård",
    "Castelhão",
    "Peñaluz",
    "Müßiggang",
    "Grünewaldt-Thorsén",
    "de la Vauquière",
    "van der Heuvelen",
    "Kovaříček",
    "Dimitrakópou",
    "Yılgaz",
    "Hartmoor",
    "Pellingbrook",
    "Quenby",
    "Ashgrove",
    "Tarrow",
    "Wexcombe",
    "Ilves-Koski",
    "Jääskelö",
    "Brännlund",
    "Fjordheim",
    "Oyelami",
    "Adeyokun",
    "Chikamatsu",
    "Haruno",
    "Venkatarao",
    "Raghupal",
    "El-Farouz",
    "Benhaddi",
    "Mac Giolla",
    "St. Aubrey",
    "Zweibrunner",
    "Żurawek",
    "Ñandú",
];

const PLACES: [&str; 26] = [
    "Altmühren",
    "Saint-Évrault",
    "Bad Kressingen",
    "Nørrehavn",
    "Kråkvåg",
    "Villarejo del Río",
    "Montespino",
    "Hódszeg",
    "Brzozówka",
    "Český Důl",
    "Eskibahçe",
    "Llanferwyn",
    "Ballyknock",
    "Stow-under-Lea",
    "Harrowmere",
    "North Tilling",
    "Oudekerke",
    "'s-Graveland",
    "Pietralonga",
    "Vale do Freixo",
    "Kuusijärvi",
    "Õunapuu",
    "Ķekaviņa",
    "Šiauliškė",
    "Göllersbruck",
    "Port Mallow",
];

const FORMS: [&str; 12] = [
    "GmbH",
    "AG",
    "& Söhne KG",
    "AB",
    "A/S",
    "Oy",
    "Ltd",
    "plc",
    "S.p.A.",
    "SARL",
    "B.V.",
    "Coöperatie U.A.",
];
