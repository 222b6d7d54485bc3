//! A plan shown to the user: what each column is read as, and a mapping file that reads it so.

use crate::import::Options;
use crate::import::dates::DateOrder;
use crate::import::mapping::{Field, Mapping, Names, Table};
use crate::import::numbers::Decimal;
use crate::import::plan::Plan;
use crate::texts::t;

impl Plan {
    /// A mapping that reads the file in the same way.
    pub(super) fn mapping(&self, options: &Options) -> Mapping {
        let found = &self.found;
        let of = |column: &usize| Names::One(self.headers[*column].clone());
        let columns: Vec<_> = Field::ALL
            .iter()
            .filter_map(|f| Some((*f, of(found.columns[*f as usize].as_ref()?))))
            .collect();
        let needs = found.table.needs.clone();
        let mut table = Table {
            signs: Vec::new(),
            needs,
            columns: columns.into_iter().collect(),
            ..found.table.clone()
        };
        if table.reached.iter().any(|pattern| pattern == "{stage}") {
            table.reached =
                found.steps.iter().map(|step| self.headers[step.column].clone()).collect();
        }
        table.dates = options.dates.map(order_word).or(table.dates);
        table.decimal = options.decimal.map(decimal_word).or(table.decimal);
        Mapping {
            system: found.system.clone(),
            prefixes: found.prefixes.clone(),
            empty: found.empty.clone(),
            won: options.won.clone(),
            lost: options.lost.clone(),
            tables: vec![table],
        }
    }

    /// Each header with what it is read as.
    pub(super) fn readings(&self) -> Vec<(String, String)> {
        let read = |(column, header): (usize, &String)| {
            let fields =
                Field::ALL.iter().filter(|f| self.found.columns[**f as usize] == Some(column));
            let mut words: Vec<String> = fields.map(|f| self.reading(*f)).collect();
            let steps =
                self.found.steps.iter().zip(&self.steps_dates).filter(|(s, _)| s.column == column);
            words.extend(steps.map(|(step, style)| {
                t!("problems-date-of", name = step.name, style = style.to_string())
            }));
            (header.clone(), words.join("; "))
        };
        self.headers.iter().enumerate().map(read).collect()
    }

    fn reading(&self, field: Field) -> String {
        let name = field_word(field);
        match field {
            Field::Amount => format!("{name} ({})", self.amounts),
            _ if field.is_date() => format!("{name} ({})", self.dates[field as usize]),
            _ => name,
        }
    }
}

fn field_word(field: Field) -> String {
    let text = toml::Value::try_from(field).ok().and_then(|v| v.as_str().map(str::to_owned));
    text.unwrap_or_default()
}

fn order_word(order: DateOrder) -> String {
    match order {
        DateOrder::Dmy => "dmy",
        DateOrder::Mdy => "mdy",
        DateOrder::Ymd => "ymd",
    }
    .into()
}

fn decimal_word(decimal: Decimal) -> String {
    match decimal {
        Decimal::Point => "point",
        Decimal::Comma => "comma",
    }
    .into()
}
