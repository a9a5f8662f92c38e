//! The language of what a reader looks at.

use super::App;
use super::setting::Setting;
use crate::dataset::Lang;

impl App {
    /// In which language the texts are shown that the dataset holds in two.
    pub fn lang(&self) -> Lang {
        self.state.lang
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
}
