//! The one place where an answer's form is chosen: a table for people, JSON or CSV for programs.

pub mod ical;
pub mod link;
pub mod map;
pub mod svg;

use std::io::{self, Write};

use comfy_table::{
    Cell as Square, CellAlignment, ContentArrangement, LineStyle, Table as Grid, TableStyle,
};

use crate::answers::Answer;
use crate::answers::table::{Cell, Table};
use crate::answers::words::{date, grouped, lacking};
use crate::texts::t;

const LOOK: TableStyle =
    TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// The form of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Sentences and tables for people.
    #[default]
    Table,
    /// The whole answer for programs; a contract.
    Json,
    /// Its first table for spreadsheets.
    Csv,
}

/// Writes an answer in a form.
///
/// # Errors
/// If `out` cannot be written.
pub fn draw(answer: &impl Answer, format: Format, out: &mut dyn Write) -> io::Result<()> {
    draw_within(None, answer, format, out)
}

/// The same, with tables that wrap their words to fit a terminal so many characters wide.
///
/// # Errors
/// If `out` cannot be written.
pub fn draw_within(
    width: Option<u16>,
    answer: &impl Answer,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Table => people(width, answer, out),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, answer)?;
            writeln!(out)
        }
        Format::Csv => out.write_all(&csv(answer)?),
    }
}

/// The first table of an answer as CSV.
///
/// # Errors
/// Never in practice: memory can be written.
pub fn csv(answer: &impl Answer) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    if let Some(table) = answer.tables().first() {
        writer.write_record(&table.columns)?;
        for row in &table.rows {
            writer.write_record(row.iter().map(plain))?;
        }
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn people(width: Option<u16>, answer: &impl Answer, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", answer.sentence())?;
    for note in answer.notes() {
        writeln!(out, "{}", t!("draw-note", note = note))?;
    }
    for table in answer.tables().iter().filter(|table| !table.rows.is_empty()) {
        writeln!(out, "\n{}", table.title)?;
        for line in grid(width, table).lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

/// A line under the names of the columns and none elsewhere; a column with nothing in it is left
/// out.
fn grid(width: Option<u16>, table: &Table) -> Grid {
    let filled = |column: &usize| table.rows.iter().any(|row| !shown(&row[*column]).is_empty());
    let columns: Vec<usize> = (0..table.columns.len()).filter(filled).collect();
    let mut grid = Grid::new();
    grid.load_style(LOOK).set_content_arrangement(ContentArrangement::Dynamic);
    if let Some(width) = width {
        grid.set_width(width);
    }
    grid.set_header(columns.iter().map(|column| head(table, table.columns[*column])));
    // Here the first column names what stands in the second, as heads do elsewhere.
    let named = table.columns == ["what", "value"];
    for row in &table.rows {
        let text = |column: usize| match &row[column] {
            Cell::Text(name) if named && column == 0 => head(table, name),
            cell => shown(cell),
        };
        let square =
            |column: &usize| Square::new(text(*column)).set_alignment(align(&row[*column]));
        grid.add_row(columns.iter().map(square));
    }
    grid
}

/// The name of a column as people read it.
fn head(table: &Table, column: &str) -> String {
    let name = column.replace('_', " ");
    // Elsewhere it is a day.
    let column = match (column, table.columns[0]) {
        ("by", "by") => "by_what",
        ("by", "at" | "id") => "by_whom",
        _ => column,
    };
    if column.is_empty() { name } else { t!("draw-head", column = column, name = name) }
}

fn align(cell: &Cell) -> CellAlignment {
    match cell {
        Cell::Count(_) | Cell::Money(_) | Cell::Share(_) | Cell::Days(_) => CellAlignment::Right,
        _ => CellAlignment::Left,
    }
}

/// A cell as people read it.
#[must_use]
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => lacking(text).to_owned(),
        Cell::Deal(text) | Cell::Word { said: text, .. } => text.clone(),
        Cell::Count(count) => grouped(*count as f64),
        Cell::Money(amount) => grouped(*amount),
        Cell::Share(share) => format!("{:.0} %", share * 100.0),
        Cell::Days(days) => format!("{days:.0}"),
        Cell::Day(day) => date(*day),
        Cell::Flag(yes) => if *yes { t!("draw-yes") } else { "" }.into(),
        Cell::Path(steps) => steps.iter().map(|done| if *done { '●' } else { '○' }).collect(),
    }
}

/// A cell as programs read it.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Count(count) => count.to_string(),
        Cell::Money(number) | Cell::Share(number) | Cell::Days(number) => number.to_string(),
        Cell::Text(text) | Cell::Word { code: text, .. } => text.clone(),
        Cell::Day(day) => day.to_string(),
        Cell::Flag(yes) => yes.to_string(),
        Cell::Path(steps) => steps.iter().map(|done| if *done { '1' } else { '0' }).collect(),
        _ => shown(cell),
    }
}
