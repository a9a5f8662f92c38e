//! What is on screen while a long load goes on: what is loaded, how far it has come, and how to leave.
//!
//! ```text
//! timeline.toml                          <- where the dataset's title will stand
//!
//! ━━━━━━━━━━━━━━━━━━────────────────     <- all of the load, whatever it is doing
//! reading 120 of 497 MB
//!
//! q quit                                 <- where the keys will stand
//! ```

use ratatui::Frame;
use ratatui::style::Style;

use super::panes::{TEXT_MOST, column_of_all};
use crate::app::Loading;
use crate::dataset::load::{Seen, Stage};
use crate::text::{Breaks, scrub, width, with_ambiguous};
use crate::ui::surface::{Surface, cells};
use crate::ui::theme::Theme;
use crate::words::Words;

/// Draws one whole frame, at any size: on a low screen what is done, before all.
pub fn draw_loading(loading: &Loading, frame: &mut Frame<'_>, theme: Theme) {
    with_ambiguous(theme.glyphs.ambiguous, || draw_measured(loading, frame, theme));
}

fn draw_measured(loading: &Loading, frame: &mut Frame<'_>, theme: Theme) {
    let mut surface = Surface::on(frame, column_of_all(frame.area()), theme);
    let rows = surface.rows();
    let (title, bar, words) = match rows {
        ..2 => (None, None, 0),
        2 => (Some(0), None, 1),
        3..5 => (Some(0), Some(1), 2),
        _ => (Some(0), Some(2), 3),
    };
    if let Some(row) = title {
        let name = scrub(loading.name(), Breaks::Fold);
        surface.text(row, 0, surface.cols(), &name, theme.strong());
    }
    if let Some(row) = bar {
        draw_bar(loading.share(), row, &mut surface, theme);
    }
    let Seen { stage, done, of } = loading.seen();
    let col = surface.text(words, 0, surface.cols(), doing(stage, theme.say), Style::new());
    let amount = amount(done, of);
    // A number that is cut is another number.
    if col + 1 + width(&amount) <= surface.cols() {
        surface.text(words, col + 1, surface.cols(), &amount, Style::new());
    }
    if rows > words + 1 {
        let col = surface.text(rows - 1, 0, surface.cols(), "q", theme.strong());
        surface.text(rows - 1, col + 1, surface.cols(), theme.say.footer.quit, Style::new());
    }
}

fn draw_bar(share: f64, row: usize, surface: &mut Surface<'_>, theme: Theme) {
    let cols = surface.cols().min(TEXT_MOST.into());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between nothing and all of a few dozen columns"
    )]
    let done = (share.clamp(0.0, 1.0) * f64::from(cells(cols))) as usize;
    let [full, empty] = theme.glyphs.progress;
    surface.fill(row, 0, done, full, theme.selected());
    surface.fill(row, done, cols, empty, theme.dim());
}

fn doing(stage: Stage, say: &Words) -> &'static str {
    let say = &say.prompts;
    match stage {
        Stage::Reading => say.reading,
        Stage::Parsing => say.parsing,
        Stage::Indexing => say.indexing,
    }
}

/// `120 of 497 MB`; nothing while there is nothing to say.
fn amount(done: u64, of: Option<u64>) -> String {
    /// Tenths of a megabyte are seen to grow where there are few.
    const FEW: u64 = 10_000_000;
    let tenths = of.unwrap_or(done) < FEW;
    let count = |bytes: u64| {
        let whole = bytes / 1_000_000;
        if tenths { format!("{whole}.{}", bytes / 100_000 % 10) } else { whole.to_string() }
    };
    match of {
        _ if done == 0 => String::new(),
        Some(of) => format!("{} of {} MB", count(done.min(of)), count(of)),
        None => format!("{} MB", count(done)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_as_fine_as_is_seen_to_grow() {
        for (done, of, expected) in [
            (0, Some(497_000_000), ""),
            (0, None, ""),
            (120_900_000, Some(497_200_000), "120 of 497 MB"),
            (1_250_000, Some(4_000_000), "1.2 of 4.0 MB"),
            (5_000_000, Some(4_000_000), "4.0 of 4.0 MB"),
            (2_000_000, None, "2.0 MB"),
            (20_000_000, None, "20 MB"),
        ] {
            assert_eq!(amount(done, of), expected);
        }
    }
}
