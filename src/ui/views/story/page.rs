//! The text of a page: when, what, who toward whom, what is told of it, and what the walls between those in it were
//! at the end of that day.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::{App, story};
use crate::dataset::{BarrierId, BarrierState, Confidence, Dataset, Lang, Milestone, direction};
use crate::text::{ellipsize, width};
use crate::ui::prose::Typesetter;
use crate::ui::theme::Theme;
use crate::ui::theme::in_brackets;
use crate::words::Words;

/// A large type has few letters on a line.
const TITLE: usize = 44;
/// Columns of the rule below a title.
const RULE: usize = 6;
/// Columns of a wall, of its mark where it is not certain, and of a blank.
const MARK: usize = 3;
/// More walls are counted, not told.
const WALLS: usize = 8;
/// More publishers are counted.
const PUBLISHERS: usize = 3;

/// Sets the page of `milestone`.
pub(super) fn set(text: &mut Typesetter<'_>, app: &App, milestone: Milestone<'_>) {
    head(text, app, milestone);
    summary(text, milestone, app.lang());
    walls(text, app, milestone);
    for note in milestone.notes(app.lang()) {
        text.blank();
        text.prose(&note, Style::new());
    }
    text.blank();
    text.words(&sources(app, milestone, text.theme()), Style::new());
}

/// The date, the title as large as a terminal can, a short rule in the colour of what it does to the walls.
fn head(text: &mut Typesetter<'_>, app: &App, milestone: Milestone<'_>) {
    let (theme, cols) = (text.theme(), text.cols());
    let (glyph, tone) = theme.kind(milestone.kind());
    text.words(&milestone.date().words(theme.say), Style::new());
    text.blank();
    text.within(cols.min(TITLE), |text| title(text, app, milestone));
    text.line(Line::styled(theme.glyphs.window.repeat(RULE.min(cols)), tone));
    let kind = milestone.kind();
    let mut facts = app.lang().of(&kind.name, kind.name_zh.as_deref()).into_owned();
    if let Some(direction) = direction(milestone, theme.glyphs.arrow, app.lang()) {
        facts = format!("{facts}   {direction}");
    }
    if milestone.confidence() != Confidence::High {
        facts = format!("{facts} {} {}", theme.glyphs.dot, milestone.confidence().words(theme.say));
    }
    text.hanging(&Span::styled(glyph.to_owned(), tone), &facts, Style::new());
    text.blank();
}

fn title(text: &mut Typesetter<'_>, app: &App, milestone: Milestone<'_>) {
    let strong = text.theme().strong();
    let mut set = |name: &str, style| {
        text.prose(&in_brackets(Cow::Borrowed(name), app.is_dimmed(milestone.place())), style);
    };
    match (app.lang(), milestone.title_zh()) {
        (Lang::Zh, Some(zh)) => set(zh, strong),
        (Lang::Both, Some(zh)) => {
            set(milestone.title(), strong);
            set(zh, Style::new());
        }
        _ => set(milestone.title(), strong),
    }
}

fn summary(text: &mut Typesetter<'_>, milestone: Milestone<'_>, lang: Lang) {
    match (lang, milestone.summary_zh()) {
        (Lang::Zh, Some(zh)) => text.prose(&zh, Style::new()),
        (Lang::Both, Some(zh)) => {
            text.prose(&milestone.summary(), Style::new());
            text.blank();
            text.prose(&zh, Style::new());
        }
        _ => text.prose(&milestone.summary(), Style::new()),
    }
}

/// The walls between those who acted and those it touched, at the end of the last day that it may have been.
fn walls(text: &mut Typesetter<'_>, app: &App, milestone: Milestone<'_>) {
    let (date, theme) = (milestone.date(), text.theme());
    let Some(day) = date.latest().or(date.earliest()) else { return };
    let barriers = story::barriers_of(app, milestone);
    if barriers.is_empty() {
        return;
    }
    // Of what is not known to the day no day is said: its last possible one is ours, not the milestone's.
    let say = &theme.say.views;
    text.heading(if date.earliest() == date.latest() { say.that_day } else { say.by_then });
    let moved: HashSet<BarrierId> = milestone.effects().iter().map(|effect| effect.barrier).collect();
    let is_told = |id: &BarrierId| {
        let stretch = app.dataset().history(*id).on(day);
        moved.contains(id) || stretch.state.is_shut() || !stretch.possible.is_certain()
    };
    let (mut told, others): (Vec<BarrierId>, Vec<BarrierId>) = barriers.into_iter().partition(is_told);
    let untold = told.split_off(told.len().min(WALLS));
    for id in told {
        wall(text, app, milestone, id, day);
    }
    let rest = untold.into_iter().chain(others).map(|id| app.dataset().history(id).on(day).state);
    if let Some(rest) = counted(rest, theme.say) {
        text.words(&format!("{} {rest}", theme.glyphs.ellipsis), theme.dim());
    }
}

/// `3 more closed, 5 open, 2 not there yet`: what of the walls is not told one by one.
fn counted(rest: impl Iterator<Item = BarrierState>, say: &Words) -> Option<String> {
    let mut counts = [0; BarrierState::ALL.len()];
    for state in rest {
        counts[state as usize] += 1;
    }
    let counted = BarrierState::COUNTED.into_iter().map(|state| (state, counts[state as usize]));
    let said: Vec<String> = counted
        .filter(|(_, count)| *count > 0)
        .enumerate()
        .map(|(place, (state, count))| {
            let state = state.words(say);
            if place == 0 { (say.views.more_in_state)(count, state) } else { format!("{count} {state}") }
        })
        .collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// `▇ Outside codes on Taobao    closed since 9 August 2013`, the state below the name where it has no room beside it.
fn wall(text: &mut Typesetter<'_>, app: &App, milestone: Milestone<'_>, id: BarrierId, day: NaiveDate) {
    let (dataset, barrier) = (app.dataset(), app.dataset().barrier(id));
    let (cols, theme) = (text.cols(), text.theme());
    let stretch = dataset.history(id).on(day);
    let is_changed = milestone.effects().iter().any(|effect| effect.barrier == id);
    let said = match is_changed.then(|| changed(dataset, milestone, id, day, theme)).flatten() {
        Some(said) => said,
        None => state_words(dataset, id, day, theme.say),
    };
    let (glyph, hue) = theme.mark(stretch);
    let name = app.lang().of(&barrier.name, barrier.name_zh.as_deref());
    let style = if is_changed { theme.strong() } else { Style::new() };
    let room = cols.saturating_sub(MARK);
    let cut = |words: &str| ellipsize(words, room, theme.glyphs.ellipsis).into_owned();
    let blank = " ".repeat(MARK.saturating_sub(width(&glyph)));
    let mark = [Span::styled(glyph, hue), Span::raw(blank)];
    let free = room.checked_sub(width(&name) + width(&said)).filter(|free| *free >= 2);
    let name = Span::styled(cut(&name), style);
    let mut line = Line::from(Vec::from(mark));
    line.push_span(name);
    if let Some(free) = free {
        line.extend([Span::raw(" ".repeat(free)), Span::styled(said, style)]);
        text.line(line);
    } else {
        text.line(line);
        text.hanging(&Span::raw(" ".repeat(MARK - 1)), &said, style);
    }
}

/// `open → closed`: what the milestone made of it, from the day before it may have begun to its last; `None` where
/// nothing changed by then.
fn changed(
    dataset: &Dataset,
    milestone: Milestone<'_>,
    id: BarrierId,
    day: NaiveDate,
    theme: Theme,
) -> Option<String> {
    let history = dataset.history(id);
    let eve = milestone.date().earliest()?.pred_opt()?;
    let (before, now) = (history.on(eve), history.on(day));
    (before.state != now.state && now.possible.is_certain()).then(|| {
        format!("{} {} {}", before.state.words(theme.say), theme.glyphs.arrow, now.state.words(theme.say))
    })
}

/// `closed since 1 November 2013`; `open or closed (date not certain)`.
fn state_words(dataset: &Dataset, id: BarrierId, day: NaiveDate, say: &Words) -> String {
    let history = dataset.history(id);
    let stretch = history.on(day);
    if !stretch.possible.is_certain() {
        return (say.views.date_not_certain)(&stretch.words(say));
    }
    let words = stretch.words(say);
    let since = stretch.since.and_then(|place| history.steps().get(place));
    match since {
        Some(step) => format!("{words} {}", step.date(dataset).since(say)),
        None => words,
    }
}

/// `The Paper, Reuters and 2 more · Enter opens it whole`.
fn sources(app: &App, milestone: Milestone<'_>, theme: Theme) -> String {
    let mut publishers: Vec<&str> = Vec::new();
    for cite in milestone.cites() {
        let publisher = app.dataset().source(cite.source).publisher.as_str();
        if !publishers.contains(&publisher) {
            publishers.push(publisher);
        }
    }
    let more = publishers.len().saturating_sub(PUBLISHERS);
    publishers.truncate(PUBLISHERS);
    let (say, dot) = (&theme.say.prompts, theme.glyphs.dot);
    let open = app.keys().shown(Mode::Story, Action::Open);
    format!("{} {dot} {}", (say.publishers)(&publishers, more), (say.opens_whole)(&open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::en;

    #[test]
    fn walls_in_every_state_are_counted() {
        let said = counted(BarrierState::ALL.into_iter(), &en::WORDS);
        let words: Vec<String> =
            BarrierState::COUNTED[1..].iter().map(|state| format!("1 {}", state.words(&en::WORDS))).collect();
        assert_eq!(said, Some(format!("1 more closed, {}", words.join(", "))));
        assert_eq!(counted([BarrierState::Gone; 2].into_iter(), &en::WORDS).as_deref(), Some("2 more gone"));
        assert_eq!(counted(std::iter::empty(), &en::WORDS), None);
    }
}
