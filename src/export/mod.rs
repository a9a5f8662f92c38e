//! An extract of a dataset → the bytes of a file: Markdown for writers, JSON and CSV for programs, CSL for reference managers.
//!
//! The same extract gives the same bytes: nothing here knows a clock, a path or a language setting.
//! An [`Extract`] knows the query that asks for it, so that an export can say how it is made again.

mod columns;
mod csl;
mod csv;
mod extract;
pub mod json;
mod markdown;
mod options;
pub mod verify;
mod view;
pub mod words;

pub use extract::Extract;
pub use options::{Format, Notes, Options, PICTURE_MOST, why_no_picture};
pub use view::file_name;

/// Everything that is to be in the file: well-formed whatever the data holds, and the same each time.
///
/// ```
/// use wallchart::dataset::{EMBEDDED, load::load};
/// use wallchart::export::{Extract, Format, Options, bytes};
/// use wallchart::query::{Query, Searcher};
///
/// let dataset = load(EMBEDDED).dataset.ok_or("the shipped dataset is sound")?;
/// let query = Query::parse("is:landmark year:2021", &dataset).query;
/// let matches = Searcher::new(&dataset).matches(&query, &dataset);
/// let options = Options { format: Format::Csv, ..Options::default() };
/// let table = bytes(&Extract::matching(&dataset, &query, &matches), options);
///
/// assert!(table.starts_with(b"id,date,earliest,latest,title"));
/// # Ok::<(), &str>(())
/// ```
pub fn bytes(extract: &Extract<'_>, options: Options) -> Vec<u8> {
    match options.format {
        Format::Markdown | Format::Table => markdown::document(extract, options).into_bytes(),
        Format::Json => json::array(extract),
        Format::Csv => csv::table(extract, options.bom),
        Format::Csl => csl::library(extract, options.lang),
    }
}
