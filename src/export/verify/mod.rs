//! A Markdown export compared with what its own `view` makes now.
//!
//! Everything is compared but the lines of the generator and the digest; those two tell what a difference comes from.
//! Line ends are no difference, nor are a byte order mark or blank lines at the end: editors and Git change them unasked.
//! Nothing here is trusted: the text may have been edited by anyone.

mod blocks;
mod counterparts;
mod differences;
mod front;
mod naming;
mod text;
mod verdict;
mod words;

pub use blocks::MilestoneBlock;
pub use differences::{Differences, MilestoneDifference};
pub use front::FrontValue;
pub use naming::naming_file_as;
pub use text::ExportText;
pub use verdict::{Verdict, compare};
pub use words::are_alike;
