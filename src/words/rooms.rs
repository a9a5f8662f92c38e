//! All that is said, in one struct of smaller ones.

use super::actions::{FooterWords, HelpWords};
use super::claims::ClaimWords;
use super::copying::CopyWords;
use super::counts::CountWords;
use super::dates::DateWords;
use super::export::ExportWords;
use super::finding::FindingWords;
use super::front::FrontWords;
use super::glossary::GlossaryWords;
use super::lanes::LaneWords;
use super::lasting::Lasting;
use super::ledger::LedgerWords;
use super::notices::NoticeWords;
use super::off::OffWords;
use super::places::{GroupWords, PlaceWords, ViewNames};
use super::prompts::{PromptWords, WayWords};
use super::taking::{QuestionWords, SettingWords};
use super::timeline::TimelineWords;
use super::views::ViewWords;
use super::wall_list::WallListWords;
use super::wall_page::WallPageWords;
use super::walls::{OutcomeWords, WallWords};

/// All that is said, by rooms.
#[derive(Debug)]
pub struct Words {
    /// Dates.
    pub dates: DateWords,
    /// How long something lasted, for a sentence: `8.2 years`.
    pub lasting: Lasting,
    /// The same in few columns: `8.2 y`.
    pub lasting_short: Lasting,
    /// The same in the fewest columns, where a row ends: `~8.0 y`.
    pub lasting_row: Lasting,
    /// Walls, and what became of them.
    pub walls: WallWords,
    /// What became of each in the end.
    pub outcomes: OutcomeWords,
    /// How many of something.
    pub counts: CountWords,
    /// The views, around what a dataset says.
    pub views: ViewWords,
    /// Where something is looked for.
    pub finding: FindingWords,
    /// The Lanes.
    pub lanes: LaneWords,
    /// The page of one wall.
    pub wall_page: WallPageWords,
    /// What every term means.
    pub glossary: GlossaryWords,
    /// All of them on a day, by who keeps them.
    pub wall_list: WallListWords,
    /// Moves and answers of two companies.
    pub ledger: LedgerWords,
    /// What an export says of itself.
    pub export: ExportWords,
    /// The front page, and how far the Story is read.
    pub front: FrontWords,
    /// The list of milestones, and the text of one.
    pub timeline: TimelineWords,
    /// Milestones: how sure, how related, where from.
    pub claims: ClaimWords,
    /// What a reader can do, each in one line.
    pub help: HelpWords,
    /// The words of the footer.
    pub footer: FooterWords,
    /// The headings of the help.
    pub groups: GroupWords,
    /// What the views are called.
    pub view_names: ViewNames,
    /// Where an action works.
    pub places: PlaceWords,
    /// Why it is off where it works.
    pub off: OffWords,
    /// What was done, or could not be.
    pub notices: NoticeWords,
    /// Where a copy went.
    pub copying: CopyWords,
    /// The settings of an export.
    pub settings: SettingWords,
    /// The question whether to replace a file.
    pub question: QuestionWords,
    /// Prompts.
    pub prompts: PromptWords,
    /// Ways out of where nothing is shown.
    pub ways: WayWords,
}

/// A language is itself, and there is one of each.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Words {}
