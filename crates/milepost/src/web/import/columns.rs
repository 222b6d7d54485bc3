//! Columns named by hand: for each file what its rows are, for each column what it means. What comes of it is a mapping,
//! the same as a file for `--map`.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::fields::Fields;
use crate::import::mapping::{Field, Mapping, Names, Shape, Table};
use crate::import::notes::FileReport;
use crate::texts::{key, plain, t};

/// What rows can be, and what people call it.
const SHAPES: &[(&str, Shape, &str)] = &[
    ("deals", Shape::Deals, key!("import-rows-deals")),
    ("events", Shape::Events, key!("import-rows-events")),
    ("stages", Shape::Stages, key!("import-rows-stages")),
    ("leads", Shape::Leads, key!("import-rows-leads")),
    ("spend", Shape::Spend, key!("import-rows-spend")),
];

/// What columns can mean, and what people call it.
const MEANINGS: &[(&str, &str)] = &[
    ("deal", key!("import-means-deal")),
    ("name", key!("import-means-name")),
    ("account_name", key!("import-means-account-name")),
    ("owner_name", key!("import-means-owner-name")),
    ("amount", key!("import-means-amount")),
    ("currency", key!("import-means-currency")),
    ("stage", key!("import-means-stage")),
    ("event", key!("import-means-event")),
    ("at", key!("import-means-at")),
    ("created", key!("import-means-created")),
    ("modified", key!("import-means-modified")),
    ("close_date", key!("import-means-close-date")),
    ("closed_at", key!("import-means-closed-at")),
    ("won_at", key!("import-means-won-at")),
    ("lost_at", key!("import-means-lost-at")),
    ("status", key!("import-means-status")),
    ("reason", key!("import-means-reason")),
    ("source", key!("import-means-source")),
    ("campaign", key!("import-means-campaign")),
    ("medium", key!("import-means-medium")),
    ("pipeline", key!("import-means-pipeline")),
    ("deal_kind", key!("import-means-deal-kind")),
    ("category", key!("import-means-category")),
    ("id", key!("import-means-id")),
    ("from", key!("import-means-from")),
    ("to", key!("import-means-to")),
];
/// A column with the dates on which deals reached the milestone of its name.
const REACHED: &str = "reached";

/// The form for one file.
pub(super) fn form(nth: usize, file: &FileReport) -> Markup {
    let mapping = Mapping::parse(&file.mapping).ok();
    let table = mapping.as_ref().and_then(|mapping| mapping.tables.first());
    let shape = table.map_or(Shape::Deals, |table| table.read);
    html! {
        label { span { (t!("import-rows")) } select name={ "shape" (nth) } {
            @for (name, of, label) in SHAPES { option value=(name) selected[*of == shape] { (plain(label)) } }
        } }
        table {
            thead { tr { th { (t!("import-column")) } th { (t!("import-means")) } } }
            tbody { @for (i, (header, reading)) in file.columns.iter().enumerate() { tr {
                td { (header) @if !reading.is_empty() { " " span.quiet { (t!("import-read-as", reading = reading)) } } }
                td { (choice(&format!("c{nth}_{i}"), header, table)) }
            } } }
        }
    }
}

fn choice(name: &str, header: &str, table: Option<&Table>) -> Markup {
    let now = table.map_or("", |table| meaning(header, table));
    html! {
        select name=(name) aria-label=(header) {
            option value="" { (t!("import-not-read")) }
            @for (value, label) in MEANINGS { option value=(value) selected[*value == now] { (plain(label)) } }
            option value=(REACHED) selected[now == REACHED] { (t!("import-means-reached")) }
        }
    }
}

/// What a column means in a table.
fn meaning(header: &str, table: &Table) -> &'static str {
    if table.reached.iter().chain(&table.entered).any(|name| name == header) {
        return REACHED;
    }
    let of = table.columns.iter().find(|(_, names)| names.iter().any(|name| name == header));
    let field = of.map(|(field, _)| *field);
    let found = MEANINGS.iter().find(|(name, _)| Field::named(name) == field && field.is_some());
    found.map_or("", |(name, _)| name)
}

/// The mapping that the forms of all files say.
pub(super) fn mapping(files: &[FileReport], fields: &Fields) -> Mapping {
    let tables = files.iter().enumerate().map(|(nth, file)| table(nth, file, fields)).collect();
    let system = files.iter().find_map(|file| {
        let mapping = Mapping::parse(&file.mapping).ok()?;
        (!mapping.system.is_empty() && !file.recognised.is_empty()).then_some(mapping.system)
    });
    Mapping { system: system.unwrap_or("csv".into()), tables, ..Mapping::default() }
}

fn table(nth: usize, file: &FileReport, fields: &Fields) -> Table {
    let said = fields.said(&format!("shape{nth}")).unwrap_or_default();
    let shape = SHAPES.iter().find(|(name, ..)| *name == said);
    let mut columns: BTreeMap<Field, Names> = BTreeMap::new();
    let mut reached = Vec::new();
    for (i, (header, _)) in file.columns.iter().enumerate() {
        let Some(said) = fields.said(&format!("c{nth}_{i}")) else { continue };
        match Field::named(&said) {
            _ if said == REACHED => reached.push(header.clone()),
            Some(field) => _ = columns.entry(field).or_insert(Names::One(header.clone())),
            None => {}
        }
    }
    let known = |field: &Field| {
        MEANINGS.iter().find(|(name, _)| Field::named(name) == Some(*field)).map(|(name, _)| name)
    };
    let needs = columns.keys().filter_map(known).map(|name| (*name).to_owned()).collect();
    let read = shape.map_or(Shape::Deals, |(_, shape, _)| *shape);
    Table {
        name: "columns named by hand".into(),
        read,
        needs,
        columns,
        reached,
        ..Table::default()
    }
}
