//! The views: five ways to look at the same milestones. All of them share the query, the selection, the place and
//! undo; each has a state of its own beside that, in a file of its own.

use super::App;
use super::action::Mode;
use super::setting::Setting;
use super::state::Focus;
use crate::dataset::Lang;

/// A way to look at the milestones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A milestone a row.
    #[default]
    Timeline,
    /// A barrier a row, time to the right.
    Lanes,
    /// Who kept out whom on one day.
    Walls,
    /// Two companies on either side of one axis.
    Ledger,
    /// A milestone a page.
    Story,
}

impl View {
    /// All of them, in the order of their keys: `1` is the first.
    pub const ALL: [Self; 5] = [Self::Timeline, Self::Lanes, Self::Walls, Self::Ledger, Self::Story];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Lanes => "lanes",
            Self::Walls => "walls",
            Self::Ledger => "ledger",
            Self::Story => "story",
        }
    }

    /// Its name on the screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Lanes => "Lanes",
            Self::Walls => "Walls",
            Self::Ledger => "Ledger",
            Self::Story => "Story",
        }
    }

    /// Where keys go in its main pane.
    pub(super) const fn mode(self) -> Mode {
        match self {
            Self::Timeline => Mode::List,
            Self::Lanes => Mode::Lanes,
            Self::Walls => Mode::Walls,
            Self::Ledger => Mode::Ledger,
            Self::Story => Mode::Story,
        }
    }
}

impl App {
    /// Which view is shown.
    pub fn view(&self) -> View {
        self.state.view
    }

    /// In which language the texts are shown that the dataset holds in two.
    pub fn lang(&self) -> Lang {
        self.state.lang
    }

    /// Shows `view`, what is open on the whole screen put away. The place and the selection stay.
    pub(super) fn look(&mut self, view: View) {
        self.state.layers.retain(|layer| !matches!(layer, super::Layer::Reading(..)));
        self.state.focus = Focus::List;
        self.state.view = view;
    }

    /// Changes the language of what a reader looks at: of an export, where one is.
    pub(super) fn change_lang(&mut self) {
        match self.preview_layer() {
            Some(_) => self.change_setting(Setting::Lang, 1),
            None => self.next_lang(),
        }
    }

    /// Shows the texts in the next language, where there is another one.
    fn next_lang(&mut self) {
        if !self.whole.has_chinese(&self.dataset) {
            self.state.notice("this dataset has no Chinese: its texts are shown as they are");
            return;
        }
        let at = Lang::ALL.iter().position(|lang| *lang == self.state.lang).unwrap_or_default();
        self.state.lang = Lang::ALL[(at + 1) % Lang::ALL.len()];
        self.state.notice(match self.state.lang {
            Lang::En => "shown in English; t shows Chinese",
            Lang::Zh => "shown in Chinese, where there is any; t shows both",
            Lang::Both => "shown in English and Chinese; t shows English alone",
        });
    }

    /// What is current in the view that is shown, whatever the size of the screen.
    pub(super) fn settle_view(&mut self) {
        // What another view showed as current is left with it. In sight or not, the list stays where the reader is.
        self.state.cursor = self.nearest(self.state.place);
        match self.state.view {
            View::Timeline | View::Lanes | View::Story => {}
            View::Walls => self.settle_walls(),
            View::Ledger => self.settle_ledger(),
        }
    }

    /// Keeps in sight what is current.
    pub(super) fn fit_view(&mut self) {
        self.fit_list();
        match self.state.view {
            View::Timeline | View::Story | View::Ledger => {}
            View::Lanes => self.fit_lanes(),
            View::Walls => self.fit_corner(),
        }
    }
}
