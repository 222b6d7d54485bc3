//! What a table is, told by its headers alone: the kind of table that explains most of them.
//!
//! A tie between two systems is not decided here but asked for, except that a CRM goes before a
//! plain table.

use ledger::problem::Kind;

use crate::import::called::table;
use crate::import::dialect::Dialect;
use crate::import::mapping::{FIELDS, Field, Mapping, Names, Shape, Table, key};
use crate::import::notes::Fault;
use crate::texts::{bare, t};

/// A table whose headers are understood.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) system: String,
    pub(super) empty: Vec<String>,
    pub(super) prefixes: Vec<String>,
    pub(super) table: Table,
    pub(super) columns: Columns,
    /// Columns that hold dates of stages, if their cells turn out to be dates.
    pub(super) steps: Vec<Step>,
    score: usize,
}

/// The column of each field.
pub(super) type Columns = [Option<usize>; FIELDS];

/// A column with the date of a stage or milestone.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) column: usize,
    pub(super) name: String,
    /// The stage was set by the source system.
    pub(super) set: bool,
    /// The header alone does not say so: only its cells can.
    pub(super) doubtful: bool,
}

/// The kind of table that these headers belong to.
///
/// # Errors
/// Why there is none.
pub(super) fn recognise(headers: &[String], mappings: &[Mapping]) -> Result<Match, Fault> {
    let mut best: Option<Match> = None;
    let mut rival: Option<Match> = None;
    for mapping in mappings {
        let plain = mapping.system == Dialect::Csv.to_string();
        let Some(found) = best_of(headers, mapping) else { continue };
        match &best {
            Some(known) if found.score < known.score || (found.score == known.score && plain) => {}
            Some(known) if found.score == known.score => rival = Some(found),
            _ => (best, rival) = (Some(found), None),
        }
    }
    match (best, rival) {
        (Some(best), None) => Ok(best),
        (Some(best), Some(rival)) => Err((
            Kind::UnknownFormat,
            t!(
                "problems-two-systems",
                table = table(&best.table.name),
                system = best.system,
                other = table(&rival.table.name),
                rival = rival.system,
                columns = listed(headers)
            ),
        )),
        (None, _) => Err(missing(headers, mappings)),
    }
}

/// Where the user has said what the file is, what it lacks can be named.
fn missing(headers: &[String], mappings: &[Mapping]) -> Fault {
    let unknown = || (Kind::UnknownFormat, t!("problems-its-columns", columns = listed(headers)));
    let [mapping] = mappings else { return unknown() };
    let keys: Vec<String> = headers.iter().map(|h| key(h, &mapping.prefixes)).collect();
    let found = |table: &Table, field: &Field| {
        let names = table.columns.get(field).into_iter().flat_map(Names::iter);
        names.into_iter().any(|name| keys.contains(&key(name, &mapping.prefixes)))
    };
    let count = |table: &&Table| table.columns.keys().filter(|f| found(table, f)).count();
    let best = mapping.tables.iter().rev().max_by_key(count).filter(|table| count(table) > 0);
    let Some(found_table) = best else { return unknown() };
    let lacks = |need: &&String| !found_table.is_met_by(need, |field| found(found_table, &field));
    let or = |one: String, other: &str| t!("problems-need-or", one = one, other = other);
    let quoted = |need: &String| {
        let any = need.split('|').map(str::to_owned).reduce(|one, other| or(one, &other));
        format!("'{}'", any.unwrap_or_default())
    };
    let needs = found_table.needs.iter().filter(lacks).map(quoted);
    let lacking = needs.reduce(|one, other| t!("problems-need-and", one = one, other = other));
    let columns = listed(headers);
    let (lacking, of) = (lacking.unwrap_or_default(), table(&found_table.name));
    (Kind::MissingColumn, t!("problems-lacking", lacking = lacking, table = of, columns = columns))
}

fn listed(headers: &[String]) -> String {
    const MOST: usize = 12;
    let shown: Vec<_> = headers.iter().take(MOST).map(|h| format!("'{h}'")).collect();
    let more = headers.len().saturating_sub(MOST);
    let shown = shown.join(", ");
    if more > 0 {
        t!("problems-and-more", columns = shown, more = bare(more as u64))
    } else {
        shown
    }
}

fn best_of(headers: &[String], mapping: &Mapping) -> Option<Match> {
    let keys: Vec<String> = headers.iter().map(|h| key(h, &mapping.prefixes)).collect();
    let mut best: Option<Match> = None;
    for table in &mapping.tables {
        let Some(found) = fit(headers, &keys, mapping, table) else { continue };
        if best.as_ref().is_none_or(|known| found.score > known.score) {
            best = Some(found);
        }
    }
    best
}

fn fit(headers: &[String], keys: &[String], mapping: &Mapping, table: &Table) -> Option<Match> {
    let mut columns: Columns = [None; FIELDS];
    let mut explained = vec![false; headers.len()];
    let find = |name: &str| {
        let wanted = key(name, &mapping.prefixes);
        keys.iter().position(|key| !key.is_empty() && *key == wanted)
    };
    for (field, names) in &table.columns {
        columns[*field as usize] = names.iter().find_map(find);
        if let Some(column) = columns[*field as usize] {
            explained[column] = true;
        }
    }
    if !table.is_met(|field| columns[field as usize].is_some()) {
        return None;
    }
    for column in table.signs.iter().filter_map(|name| find(name)) {
        explained[column] = true;
    }
    let steps = steps(headers, table, &mut explained);
    let score = explained.iter().filter(|e| **e).count();
    Some(Match {
        system: mapping.system.clone(),
        empty: mapping.empty.clone(),
        prefixes: mapping.prefixes.clone(),
        table: table.clone(),
        columns,
        steps,
        score,
    })
}

fn steps(headers: &[String], table: &Table, explained: &mut [bool]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let patterns =
        table.entered.iter().map(|p| (p, true)).chain(table.reached.iter().map(|p| (p, false)));
    for (pattern, set) in patterns {
        let doubtful = pattern == "{stage}";
        for (column, header) in headers.iter().enumerate() {
            let taken = explained[column] || steps.iter().any(|step| step.column == column);
            let Some(name) = stage_in(header, pattern).filter(|_| !taken) else { continue };
            if set && steps.iter().any(|step| step.name == name) {
                explained[column] = true;
                continue;
            }
            explained[column] = !doubtful;
            steps.push(Step { column, name, set, doubtful });
        }
    }
    steps.sort_by_key(|step| step.column);
    steps
}

/// The stage that a header names under a pattern, without the pipeline in brackets.
fn stage_in(header: &str, pattern: &str) -> Option<String> {
    let header = header.trim();
    let Some((before, after)) = pattern.split_once("{stage}") else {
        return header.eq_ignore_ascii_case(pattern).then(|| header.to_owned());
    };
    let bare = header.strip_prefix("property_").filter(|_| before.starts_with("hs_"));
    let header = bare.unwrap_or(header);
    let head = header.get(..before.len())?;
    let tail = header.get(header.len().checked_sub(after.len())?..)?;
    let fits = head.eq_ignore_ascii_case(before) && tail.eq_ignore_ascii_case(after);
    let stage = header.get(before.len()..header.len() - after.len()).filter(|_| fits)?.trim();
    let stage = match stage.rsplit_once(" (") {
        Some((stage, pipeline)) if !before.is_empty() && pipeline.ends_with(')') => stage,
        _ => stage,
    };
    (!stage.is_empty()).then(|| stage.to_owned())
}

impl Match {
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.columns[field as usize]
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// Whether nothing but the cells can say whether it is a table of deals.
    pub(super) fn is_doubtful(&self) -> bool {
        self.table.read == Shape::Deals && !self.table.reached.is_empty() && !self.has(Field::Stage)
    }
}

#[cfg(test)]
mod tests {
    use super::stage_in;

    #[test]
    fn headers_name_stages_in_several_ways() {
        let said = |header, pattern| stage_in(header, pattern);
        let stage = |name: &str| Some(name.to_owned());
        let quoted = "Date entered \"{stage}\"";
        assert_eq!(
            said("Date entered \"Closed Won (Sales Pipeline)\"", quoted),
            stage("Closed Won")
        );
        assert_eq!(said("date ENTERED \"Offer\"", quoted), stage("Offer"));
        assert_eq!(said("Date exited \"Offer\"", quoted), None);
        let internal = "hs_date_entered_{stage}";
        assert_eq!(said("property_hs_date_entered_closedwon", internal), stage("closedwon"));
        assert_eq!(said("hs_date_entered_", internal), None);
        assert_eq!(said("Trial (on site)", "{stage}"), stage("Trial (on site)"));
        assert_eq!(said("Übergabe", quoted), None);
        assert_eq!(said("offer sent", "Offer sent"), stage("offer sent"));
    }
}
