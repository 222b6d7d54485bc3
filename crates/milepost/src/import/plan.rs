//! How one file will be read: what it is, and how its dates and numbers are written, studied over
//! its columns before its first row is used.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ledger::problem::Kind;

use crate::import::Options;
use crate::import::dates::{DateDoubt, DateOrder, DateStudy, DateStyle};
use crate::import::mapping::{FIELDS, Field, Mapping, Shape, key};
use crate::import::notes::Fault;
use crate::import::numbers::{NumberDoubt, NumberStyle};
use crate::import::outcome::End;
use crate::import::recognise::{Match, recognise};
use crate::import::study::{Study, period};
use crate::import::table::{Next, Row, Table, TableError};
use crate::texts::t;

/// A file, ready to be read.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) path: PathBuf,
    pub(super) headers: Vec<String>,
    pub(super) found: Match,
    pub(super) dates: [DateStyle; FIELDS],
    pub(super) steps_dates: Vec<DateStyle>,
    pub(super) amounts: NumberStyle,
    pub(super) newest_first: bool,
    /// How many months lie between two starts of periods, where no column names their ends.
    pub(super) period: i32,
    /// In a log of changes: what each property is.
    pub(super) properties: HashMap<String, Field>,
    /// What the CRM says that its stages mean.
    pub(super) ends: Vec<(String, Option<End>)>,
    /// The currency that each deal has.
    pub(super) currencies: HashMap<String, String>,
}

/// Recognises a file and studies it.
///
/// # Errors
/// Why it cannot be read, as a fault of the whole file.
pub(super) fn plan(
    path: &Path,
    mappings: &[Mapping],
    options: &Options,
) -> Result<Plan, (Fault, Vec<String>)> {
    let mut table = Table::open(path).map_err(|e| (unreadable(&e), Vec::new()))?;
    let headers = table.headers.clone();
    let found = recognise(&headers, mappings);
    let found = found.map_err(|fault| (fault, headers.clone()))?;
    let mut plan = Plan::new(path, headers, found);
    let mut study = Study::of(&plan);
    let mut row = Row::default();
    loop {
        match table.next_row(&mut row).map_err(|e| (unreadable(&e), Vec::new()))? {
            Next::End => break,
            Next::Fault(_) => {}
            Next::Row => study.feed(&row, &plan),
        }
        if study.is_settled(&plan, options) {
            break;
        }
    }
    let headers = plan.headers.clone();
    plan.conclude(study, options).map_err(|fault| (fault, headers))?;
    Ok(plan)
}

pub(super) fn unreadable(error: &TableError) -> Fault {
    let kind = match error {
        TableError::Empty | TableError::HeadersOnly => Kind::EmptyFile,
        _ => Kind::UnreadableFile,
    };
    (kind, t!("problems-it", is = without_remedy(&error.to_string())))
}

/// The kind of problem has its own remedy.
pub(super) fn without_remedy(sentence: &str) -> &str {
    sentence.split_once(';').map_or(sentence, |(what, _)| what)
}

impl Plan {
    fn new(path: &Path, headers: Vec<String>, found: Match) -> Plan {
        let named = found.table.properties.iter();
        let properties = named
            .flat_map(|(field, names)| names.iter().map(|n| (key(n, &found.prefixes), *field)));
        Plan {
            path: path.to_owned(),
            properties: properties.collect(),
            headers,
            found,
            dates: [DateStyle::default(); FIELDS],
            steps_dates: Vec::new(),
            amounts: NumberStyle::default(),
            newest_first: false,
            period: 1,
            ends: Vec::new(),
            currencies: HashMap::new(),
        }
    }

    pub(super) fn shape(&self) -> Shape {
        self.found.table.read
    }

    /// The property that a row of a log of changes is about.
    pub(super) fn property(&self, row: &Row) -> Option<Field> {
        let cell = row.get(self.found.column(Field::Property)?);
        self.properties.get(&key(cell, &self.found.prefixes)).copied()
    }

    fn conclude(&mut self, study: Study, options: &Options) -> Result<(), Fault> {
        let order = self.found.table.dates.as_ref().and_then(|o| o.parse().ok());
        let order = options.dates.or(order);
        let decimal = self.found.table.decimal.as_ref().and_then(|d| d.parse().ok());
        let decimal = options.decimal.or(decimal);
        // One program wrote the file: what one column shows holds for those that leave a doubt.
        let shown = study.order_shown();
        let order = order.or(shown);
        self.keep_steps(study.steps, order)?;
        self.keep_dates(&study.dates, order)?;
        match study.amounts.end(decimal) {
            Ok(style) => self.amounts = style,
            Err(NumberDoubt::NotNumbers { .. }) => {}
            Err(doubt) => {
                let column = self.found.column(Field::Amount).or(self.found.column(Field::Value));
                return Err((
                    Kind::AmbiguousNumbers,
                    self.in_column(column.unwrap_or(0), &doubt.to_string()),
                ));
            }
        }
        self.newest_first = study.order.is_newest_first(self.dates[Field::At as usize]);
        self.period = period(&study.starts, self.dates[Field::From as usize]);
        self.ends = study.ends.into_iter().collect();
        self.currencies = study.currencies;
        Ok(())
    }

    fn keep_dates(
        &mut self,
        studies: &[(Field, usize, DateStudy)],
        order: Option<DateOrder>,
    ) -> Result<(), Fault> {
        for (field, column, studied) in studies {
            match studied.end(order) {
                Ok(style) => self.dates[*field as usize] = style,
                // Each cell of it will be a problem of its row.
                Err(DateDoubt::NotDates { .. }) => {}
                Err(doubt) => {
                    let found = self.in_column(*column, &doubt.to_string());
                    return Err((Kind::AmbiguousDates, found));
                }
            }
        }
        Ok(())
    }

    fn in_column(&self, column: usize, doubt: &str) -> String {
        t!("problems-doubt-in-column", column = self.headers[column], doubt = without_remedy(doubt))
    }

    fn keep_steps(
        &mut self,
        studies: Vec<DateStudy>,
        order: Option<DateOrder>,
    ) -> Result<(), Fault> {
        let steps = std::mem::take(&mut self.found.steps);
        for (step, study) in steps.into_iter().zip(studies) {
            let dates = study.dates() * 10 >= study.seen() * 9 && study.seen() > 0;
            if step.doubtful && !dates {
                continue;
            }
            match study.end(order) {
                Ok(style) => {
                    self.steps_dates.push(style);
                    self.found.steps.push(step);
                }
                Err(DateDoubt::NotDates { .. }) => {}
                Err(doubt) => {
                    return Err((
                        Kind::AmbiguousDates,
                        self.in_column(step.column, &doubt.to_string()),
                    ));
                }
            }
        }
        if self.found.is_doubtful() && self.found.steps.is_empty() {
            let headers: Vec<_> = self.headers.iter().map(|h| format!("'{h}'")).collect();
            return Err((
                Kind::UnknownFormat,
                t!("problems-no-stage-dates", columns = headers.join(", ")),
            ));
        }
        Ok(())
    }
}
