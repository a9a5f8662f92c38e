//! What the program says on the screen and in exports: all of it, a file a language.
//!
//! [`Words`] is a struct of texts and functions. A language is one value of it: a text that it lacks does not compile, and
//! what is said costs no more than a field and a call. A sentence is one function of its values, for it is never the same
//! pieces in the same order in another language; what is known of the program here is no more than numbers and names.
//!
//! Whoever speaks takes a `&Words` from where a language is chosen: a reader's ([`Lang::words`]), or an export's.

mod actions;
mod claims;
mod copying;
mod counts;
mod dates;
pub mod en;
mod export;
mod finding;
mod front;
mod glossary;
mod lanes;
mod lang;
mod lasting;
mod ledger;
mod notices;
mod off;
mod places;
mod prompts;
mod rooms;
mod taking;
mod timeline;
mod views;
mod wall_list;
mod wall_page;
mod walls;

pub use actions::{FooterWords, HelpWords};
pub use claims::{ClaimWords, RelationWords};
pub use copying::CopyWords;
pub use counts::CountWords;
pub use dates::{DatePart, DateWords, Doubt, PartOfYear, Phrase};
pub use export::{AgainWords, ExportWords};
pub use finding::FindingWords;
pub use front::FrontWords;
pub use glossary::{GlossaryWords, HelpPlace, HelpSign, HelpTerm};
pub use lanes::{EndHeadings, LaneWords, LengthHeadings};
pub use lang::Lang;
pub use lasting::{Lasting, TimeUnit};
pub use ledger::LedgerWords;
pub use notices::NoticeWords;
pub use off::OffWords;
pub use places::{GroupWords, PlaceWords, ViewNames};
pub use prompts::{PromptWords, WayWords};
pub use rooms::Words;
pub use taking::{QuestionWords, SettingWords};
pub use timeline::TimelineWords;
pub use views::ViewWords;
pub use wall_list::WallListWords;
pub use wall_page::WallPageWords;
pub use walls::{OutcomeWords, WallWords};
