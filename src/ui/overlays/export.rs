//! The preview of an export: what it holds, how it is written and where it would go, and the very bytes, line by line.
//!
//! ```text
//! Export 7 of 96 milestones, 9 sources, 2 with a note, 9.1 kB, 94 lines
//! format  markdown   notes  footnotes   language  en   picture  no
//! to      walls-and-gates-tencent-2021.md
//! ────────────────────────────────────────────────────────────────
//! ```

use ratatui::style::Style;

use super::folded::{HEAD, LineStyle, folded};
use super::replace;
use crate::app::preview::{Facts, Preview};
use crate::app::setting::Setting;
use crate::app::{App, Overlay};
use crate::text::width;
use crate::ui::surface::Surface;
use crate::ui::theme::Theme;

/// Columns between settings.
const GAP: usize = 2;

/// Draws the preview, or the question that lies on it; where the hardware cursor stands.
pub(in crate::ui) fn draw(
    app: &App,
    preview: &Preview,
    surface: &mut Surface<'_>,
    theme: Theme,
) -> (u16, u16) {
    if let Some(Overlay::Replace(question)) = app.overlays().last() {
        return replace::draw(question, preview, surface, theme);
    }
    facts(preview.facts(), surface, theme);
    let (first, in_settings) = settings(preview, surface, theme);
    let label = if preview.is_naming() { theme.strong() } else { Style::new() };
    let name = Setting::Path.name(theme.say);
    let col = surface.text(2, 0, surface.cols(), name, label).max(first) + 1;
    let cursor = if preview.is_naming() {
        surface.prompt(2, col, &preview.path, theme)
    } else {
        let end = surface.text(2, col, surface.cols(), preview.path.text(), Style::new());
        if let Some(step) = preview.path_step() {
            let hint = (theme.say.settings.edits_path)(&app.keys().shown(app.mode(), step));
            if end + GAP + width(&hint) <= surface.cols() {
                surface.text(2, end + GAP, surface.cols(), &hint, Style::new());
            }
        }
        in_settings
    };
    surface.fill(3, 0, surface.cols(), theme.glyphs.rule, theme.dim());
    let styled = |_| LineStyle::default();
    folded(preview, preview.top, &mut surface.under(HEAD), theme, styled);
    cursor
}

/// What the export holds; where room is short, what says least of it goes first.
fn facts(facts: Facts, surface: &mut Surface<'_>, theme: Theme) {
    let say = &theme.say.counts;
    let some = |count: usize, said: fn(usize) -> String| if count == 0 { String::new() } else { said(count) };
    let whole = (say.of)(facts.milestones, facts.of);
    let named = (say.of_milestones)(facts.milestones, facts.of);
    let sources = some(facts.sources, say.sources);
    let noted = some(facts.noted, say.with_a_note);
    let lines = some(facts.lines, say.lines);
    let size = facts.size();
    let export = format!("{} ", theme.say.settings.title);
    let all: [&str; 6] = [&export, &named, &sources, &noted, &size, &lines];
    let shorter = [
        all,
        [&export, &named, &sources, &noted, &size, ""],
        ["", &named, &sources, &noted, &size, ""],
        ["", &named, &sources, "", &size, ""],
        ["", &whole, &sources, "", &size, ""],
        ["", &whole, "", "", &size, ""],
    ];
    let rest = |parts: &[&str]| {
        parts.iter().filter(|part| !part.is_empty()).fold(String::new(), |line, part| line + ", " + part)
    };
    let fits = |[verb, milestones, parts @ ..]: &[&str; 6]| {
        width(verb) + width(milestones) + width(&rest(parts)) <= surface.cols()
    };
    let [verb, milestones, parts @ ..] = shorter.into_iter().find(fits).unwrap_or(all);
    let col = surface.text(0, 0, surface.cols(), verb, theme.strong());
    let col = surface.text(0, col, surface.cols(), milestones, theme.selected());
    surface.text(0, col, surface.cols(), &rest(&parts), Style::new());
}

/// One setting as it is drawn: its name, its value, and whether it can be changed.
struct ShownSetting {
    setting: Setting,
    name: &'static str,
    value: &'static str,
    is_fixed: bool,
}

impl ShownSetting {
    /// Columns of it with a blank on either side of its value.
    fn width(&self) -> usize {
        let name = if self.name.is_empty() { 0 } else { width(self.name) + 1 };
        name + width(self.value) + 2
    }
}

/// The settings on one line, the chosen one reversed, and in sight: the column of the first value, and where the
/// hardware cursor stands. Where room is short, their values alone.
fn settings(preview: &Preview, surface: &mut Surface<'_>, theme: Theme) -> (usize, (u16, u16)) {
    let on_line = || Setting::ALL.into_iter().filter(|setting| *setting != Setting::Path);
    let shown = |setting: Setting, name, value| ShownSetting {
        setting,
        name,
        value,
        is_fixed: preview.why_fixed(setting, theme.say).is_some(),
    };
    let named = on_line().map(|setting| {
        shown(
            setting,
            setting.name(theme.say),
            preview.value(setting, theme.say).unwrap_or(theme.glyphs.dash),
        )
    });
    let mut settings: Vec<ShownSetting> = named.collect();
    let columns = |settings: &[ShownSetting], gap: usize| {
        let widths: usize = settings.iter().map(ShownSetting::width).sum();
        (widths + gap * settings.len().saturating_sub(1)).saturating_sub(1)
    };
    let mut gap = GAP;
    if columns(&settings, gap) > surface.cols() {
        let alone = |setting| preview.value_alone(setting, theme.say).map(|value| shown(setting, "", value));
        settings = on_line().filter_map(alone).collect();
        gap = 0;
    }
    let chosen = settings.iter().position(|shown| shown.setting == preview.chosen);
    let upto = chosen.map_or(0, |chosen| chosen + 1);
    let fits = |first: &usize| {
        let mark = if *first > 0 { width(theme.glyphs.ellipsis) } else { 0 };
        settings.get(*first..upto).is_none_or(|part| mark + columns(part, gap) <= surface.cols())
    };
    let first = (0..upto).find(fits).unwrap_or(chosen.unwrap_or(0));
    let mut cursor = (0, 0);
    let mut col =
        if first > 0 { surface.text(1, 0, surface.cols(), theme.glyphs.ellipsis, theme.dim()) } else { 0 };
    for shown in settings.get(first..).unwrap_or_default() {
        let at = if shown.name.is_empty() {
            col
        } else {
            surface.text(1, col, surface.cols(), shown.name, Style::new()) + 1
        };
        // What cannot be changed is told, not offered.
        let value = if shown.is_fixed { format!("({})", shown.value) } else { format!(" {} ", shown.value) };
        let end = surface.text(1, at, surface.cols(), &value, Style::new());
        if shown.setting == preview.chosen {
            surface.style(1, (at, end), theme.current());
            cursor = surface.position(1, at);
        }
        col = end + gap;
    }
    let named = settings.first().map_or(0, |shown| width(shown.name));
    (if named > 0 { named + 1 } else { 0 }, cursor)
}
