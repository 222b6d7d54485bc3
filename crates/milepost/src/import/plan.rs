//! How one file will be read: what it is, and how its dates and numbers are written, studied over
//! its columns before its first row is used.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use ledger::problem::Kind;

use crate::import::Options;
use crate::import::dates::{DateDoubt, DateOrder, DateStudy, DateStyle};
use crate::import::mapping::{FIELDS, Field, Mapping, Names, Shape, Table as TableMap, key};
use crate::import::notes::Fault;
use crate::import::numbers::{Decimal, NumberDoubt, NumberStudy, NumberStyle};
use crate::import::outcome::{End, flag};
use crate::import::recognise::{Match, recognise};
use crate::import::table::{Next, Row, Table, TableError};

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
    /// In a log of changes: the currency that each deal has.
    pub(super) currencies: HashMap<String, String>,
}

/// Rows looked at when nothing but their order is in doubt.
const ENOUGH: u64 = 10_000;

/// Pairs of rows that show their order.
const PAIRS: usize = 1000;

/// What the cells of a file show.
struct Study {
    dates: Vec<(Field, usize, DateStudy)>,
    steps: Vec<DateStudy>,
    amounts: NumberStudy,
    rows: u64,
    order: Order,
    ends: HashMap<String, Option<End>>,
    currencies: HashMap<String, String>,
    starts: BTreeSet<String>,
}

/// The times of rows of one deal that follow one another.
#[derive(Default)]
struct Order {
    deal: String,
    at: String,
    pairs: Vec<(String, String)>,
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
    let mut table = Table::open(path).map_err(|e| (unreadable(e), Vec::new()))?;
    let headers = table.headers.clone();
    let found = recognise(&headers, mappings);
    let found = found.map_err(|fault| (fault, headers.clone()))?;
    let mut plan = Plan::new(path, headers, found);
    let mut study = Study::of(&plan);
    let mut row = Row::default();
    loop {
        match table.next_row(&mut row).map_err(|e| (unreadable(e), Vec::new()))? {
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

pub(super) fn unreadable(error: TableError) -> Fault {
    let kind = match error {
        TableError::Empty | TableError::HeadersOnly => Kind::EmptyFile,
        _ => Kind::UnreadableFile,
    };
    (kind, format!("it {}", without_remedy(&error.to_string())))
}

/// The kind of problem has its own remedy.
fn without_remedy(sentence: &str) -> &str {
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
        self.keep_steps(study.steps, order)?;
        for (field, column, studied) in study.dates {
            match studied.end(order) {
                Ok(style) => self.dates[field as usize] = style,
                // Each cell of it will be a problem of its row.
                Err(DateDoubt::NotDates { .. }) => {}
                Err(doubt) => {
                    return Err((Kind::AmbiguousDates, self.in_column(column, &doubt.to_string())));
                }
            }
        }
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

    fn in_column(&self, column: usize, doubt: &str) -> String {
        format!("column '{}': {}", self.headers[column], without_remedy(doubt))
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
                format!("no column holds dates of stages; its columns are {}", headers.join(", ")),
            ));
        }
        Ok(())
    }

    /// A mapping that reads the file in the same way.
    pub(super) fn mapping(&self, options: &Options) -> Mapping {
        let found = &self.found;
        let of = |column: &usize| Names::One(self.headers[*column].clone());
        let columns: Vec<_> = Field::ALL
            .iter()
            .filter_map(|f| Some((*f, of(found.columns[*f as usize].as_ref()?))))
            .collect();
        let needs = found.table.needs.clone();
        let mut table = TableMap {
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
            words.extend(steps.map(|(step, style)| format!("date of '{}' ({style})", step.name)));
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

/// The months between starts of periods: the least gap, of a month, a quarter or a year.
fn period(starts: &BTreeSet<String>, style: DateStyle) -> i32 {
    let month = |start: &String| {
        let day = style.read(start, &jiff::tz::TimeZone::UTC)?.moment.day().civil();
        Some(i32::from(day.year()) * 12 + i32::from(day.month()))
    };
    let months: BTreeSet<i32> = starts.iter().filter_map(month).collect();
    let gaps = months.iter().zip(months.iter().skip(1)).map(|(a, b)| b - a);
    match gaps.min() {
        Some(12..) => 12,
        Some(3..) => 3,
        _ => 1,
    }
}

pub(super) fn field_word(field: Field) -> String {
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

impl Study {
    fn of(plan: &Plan) -> Study {
        let dates = Field::ALL.iter().filter(|f| f.is_date());
        let mut dates: Vec<_> = dates
            .filter_map(|f| Some((*f, plan.found.column(*f)?, DateStudy::default())))
            .collect();
        if plan.shape() == Shape::Changes
            && let Some(value) = plan.found.column(Field::Value)
        {
            dates.retain(|(field, _, _)| *field != Field::CloseDate);
            dates.push((Field::CloseDate, value, DateStudy::default()));
        }
        Study {
            dates,
            steps: vec![DateStudy::default(); plan.found.steps.len()],
            amounts: NumberStudy::default(),
            rows: 0,
            order: Order::default(),
            ends: HashMap::new(),
            currencies: HashMap::new(),
            starts: BTreeSet::new(),
        }
    }

    fn feed(&mut self, row: &Row, plan: &Plan) {
        self.rows += 1;
        let cell = |field| plan.found.column(field).map(|column| row.get(column));
        let property = if plan.shape() == Shape::Changes { plan.property(row) } else { None };
        for (field, column, study) in &mut self.dates {
            let of_other = plan.shape() == Shape::Changes && *field == Field::CloseDate;
            if (!of_other || property == Some(Field::CloseDate)) && !study.settled() {
                study.feed(row.get(*column));
            }
        }
        for (step, study) in plan.found.steps.iter().zip(&mut self.steps) {
            study.feed(row.get(step.column));
        }
        match (property, cell(Field::Amount)) {
            (Some(Field::Amount), _) => self.amounts.feed(cell(Field::Value).unwrap_or("")),
            (None, Some(amount)) => self.amounts.feed(amount),
            (Some(Field::Currency), _) => {
                if let (Some(deal), Some(code)) = (cell(Field::Deal), cell(Field::Value)) {
                    self.currencies.insert(deal.trim().to_owned(), code.trim().to_owned());
                }
            }
            _ => {}
        }
        if let (Some(deal), Some(at)) = (cell(Field::Deal), cell(Field::At)) {
            self.order.feed(deal, at);
        }
        if let (Some(start), None) = (cell(Field::From), plan.found.column(Field::To)) {
            self.starts.insert(start.trim().to_owned());
        }
        if let (Some(stage), Some(end)) = (cell(Field::Stage), self.end_of(&cell)) {
            let stage = stage.trim();
            if !stage.is_empty() && !self.ends.contains_key(stage) {
                self.ends.insert(stage.to_owned(), end);
            }
        }
    }

    /// What the row's own columns say that its stage means.
    fn end_of<'r>(&self, cell: &impl Fn(Field) -> Option<&'r str>) -> Option<Option<End>> {
        end_by_flags(cell(Field::Won).and_then(flag), cell(Field::Closed).and_then(flag))
    }

    /// Whether further rows can tell nothing new.
    fn is_settled(&self, plan: &Plan, options: &Options) -> bool {
        let whole =
            plan.found.has(Field::Won) || plan.found.has(Field::Closed) || !self.steps.is_empty();
        let amounts = !plan.found.has(Field::Amount)
            || options.decimal.is_some()
            || self.amounts.is_settled();
        let known = |(_, _, study): &(Field, usize, DateStudy)| study.settled();
        let sought = match plan.shape() {
            Shape::Changes | Shape::Quotas | Shape::Spend => false,
            Shape::Stages | Shape::Events => self.rows >= ENOUGH || self.order.pairs.len() >= PAIRS,
            _ => true,
        };
        !whole && amounts && sought && self.dates.iter().all(known)
    }
}

/// `won` and `closed` columns together.
pub(super) fn end_by_flags(won: Option<bool>, closed: Option<bool>) -> Option<Option<End>> {
    match (won, closed) {
        (Some(true), _) => Some(Some(End::Won)),
        (Some(false), Some(true)) => Some(Some(End::Lost)),
        (_, Some(false)) => Some(None),
        _ => None,
    }
}

impl Order {
    fn feed(&mut self, deal: &str, at: &str) {
        if self.deal == deal && self.at != at && self.pairs.len() < PAIRS {
            self.pairs.push((self.at.clone(), at.to_owned()));
        }
        deal.clone_into(&mut self.deal);
        at.clone_into(&mut self.at);
    }

    /// Whether most get older.
    fn is_newest_first(&self, style: DateStyle) -> bool {
        let zone = jiff::tz::TimeZone::UTC;
        let read = |cell: &String| style.read(cell, &zone).map(|date| date.moment);
        let pairs = self.pairs.iter().filter_map(|(before, after)| read(before).zip(read(after)));
        let (older, newer): (Vec<_>, Vec<_>) =
            pairs.filter(|(a, b)| a != b).partition(|(before, after)| after < before);
        older.len() > newer.len()
    }
}
