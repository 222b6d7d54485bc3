//! A sheet of an Excel workbook as rows of text cells.
//!
//! The first visible sheet with a row of headers and rows below it is read, into memory. A date
//! cell becomes ISO text without a zone (`2026-11-23`, `2026-11-23T09:30:00`); a number shows the
//! 15 digits that Excel itself keeps, without `.0`. Cells are kept sparse: a stray cell in the last
//! corner of the sheet costs one cell.

use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use jiff::civil;

use crate::import::table::{Next, Row, TableError};
use crate::texts::t;

/// Cells of a sheet that hold something, from top to bottom and left to right.
pub(super) struct Sheet {
    pub(super) name: String,
    text: String,
    cells: Vec<Cell>,
    next: usize,
}

#[derive(Clone, Copy)]
struct Cell {
    row: u32,
    column: u32,
    start: usize,
    end: usize,
}

type Workbook = Xlsx<Cursor<Vec<u8>>>;

/// The last corner of a sheet, XFD1048576. No true workbook goes past it; `calamine` 0.38 takes any
/// reference, and lets one that is too long come round again (github.com/tafia/calamine/issues/694).
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

impl From<XlsxError> for TableError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => TableError::OldExcel,
            XlsxError::Zip(_) => {
                TableError::NotAWorkbook(t!("problems-workbook-damaged").to_owned())
            }
            XlsxError::FileNotFound(_) => {
                TableError::NotAWorkbook(t!("problems-workbook-missing").to_owned())
            }
            other => TableError::NotAWorkbook(other.to_string()),
        }
    }
}

impl Sheet {
    /// Reads the headers and the cells of the first sheet that has both.
    pub(super) fn read(mut content: impl Read) -> Result<(Vec<String>, Sheet), TableError> {
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes)?;
        let mut book = Workbook::new(Cursor::new(bytes))?;
        let mut headers_only = false;
        for name in visible_sheets(&book) {
            let mut sheet = Sheet::load(&mut book, name)?;
            let headers = sheet.take_headers();
            if !headers.is_empty() && sheet.next < sheet.cells.len() {
                return Ok((headers, sheet));
            }
            headers_only |= !headers.is_empty();
        }
        Err(if headers_only { TableError::HeadersOnly } else { TableError::Empty })
    }

    fn load(book: &mut Workbook, name: String) -> Result<Sheet, TableError> {
        let mut sheet = Sheet { name, text: String::new(), cells: Vec::new(), next: 0 };
        let mut reader = book.worksheet_cells_reader(&sheet.name)?;
        while let Some(cell) = reader.next_cell()? {
            let (row, column) = cell.get_position();
            if row >= ROWS || column >= COLUMNS {
                let outside = t!("problems-workbook-outside").to_owned();
                return Err(TableError::NotAWorkbook(outside));
            }
            let start = sheet.text.len();
            sheet.text.push_str(&cell_text(cell.get_value()));
            if !sheet.text[start..].trim().is_empty() {
                sheet.cells.push(Cell { row, column, start, end: sheet.text.len() });
            }
        }
        sheet.cells.sort_by_key(|cell| (cell.row, cell.column));
        Ok(sheet)
    }

    /// The first row with two cells or more; a title above it is passed over. A sheet that has no
    /// such row is a single column.
    fn take_headers(&mut self) -> Vec<String> {
        let pair = self.cells.windows(2).position(|two| two[0].row == two[1].row);
        self.next = pair.unwrap_or(0);
        let mut row = Row::default();
        self.next_row(&mut row, 0);
        row.cells().map(str::to_owned).collect()
    }

    /// Reads the next row that is not blank, with at least `width` cells.
    pub(super) fn next_row(&mut self, row: &mut Row, width: usize) -> Next {
        row.clear();
        let Some(first) = self.cells.get(self.next) else { return Next::End };
        row.line = u64::from(first.row) + 1;
        let cells = self.cells[self.next..].iter().take_while(|cell| cell.row == first.row);
        for cell in cells {
            while row.ends.len() < cell.column as usize {
                row.end_cell();
            }
            row.text.push_str(&self.text[cell.start..cell.end]);
            row.end_cell();
            self.next += 1;
        }
        while row.ends.len() < width {
            row.end_cell();
        }
        Next::Row
    }
}

fn visible_sheets(book: &Workbook) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let shown = sheets.filter(|sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    });
    shown.map(|sheet| sheet.name.clone()).collect()
}

fn cell_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => date_text(time),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A float holds 17 digits and Excel 15: the others are noise, such as 0.30000000000000004.
fn number_text(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

fn date_text(time: &ExcelDateTime) -> String {
    if time.is_duration() || time.as_f64() < 1.0 {
        return number_text(time.as_f64());
    }
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let small = |n: u8| i8::try_from(n).unwrap_or(0);
    let date = civil::Date::new(i16::try_from(year).unwrap_or(0), small(month), small(day));
    let nanos = i32::from(milli) * 1_000_000;
    let clock = civil::Time::new(small(hour), small(minute), small(second), nanos);
    match (date, clock) {
        (Ok(date), Ok(clock)) if clock == civil::Time::midnight() => date.to_string(),
        (Ok(date), Ok(clock)) => date.to_datetime(clock).to_string(),
        _ => number_text(time.as_f64()),
    }
}

#[cfg(test)]
mod tests;
