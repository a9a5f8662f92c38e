//! Below the list: what changed on the day, else what became of the current wall; of two days what differs.

use ratatui::style::Style;

use super::layout::WallsLayout;
use super::line::{name, standing};
use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::walls::{Change, Differs, Moved};
use crate::app::{App, walls};
use crate::dataset::{BarrierId, BarrierOutcome, Milestone, SaidOutcome};
use crate::text::{width, wrap};
use crate::ui::surface::{StyledText, Surface};
use crate::ui::theme::{Theme, in_brackets};

/// From here on the keys that lead to other days stand on the right.
const HINTED: usize = 100;

pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) {
    let (first, room) = layout.foot;
    if room == 0 {
        return;
    }
    // How to stop what moves by itself is said at every width.
    let is_playing = walls::is_playing(app);
    let mut hints = if surface.cols() < HINTED && !is_playing { Vec::new() } else { hints(app, theme) };
    let taken = hints.iter().map(|hint| width(hint) + 3).max().unwrap_or_default();
    let (all, beside) = (surface.cols(), surface.cols().saturating_sub(taken));
    let lines = told(app, theme, (all, room));
    // They are keys that everybody knows from the foot: what is told goes first.
    if !is_playing && lines != told(app, theme, (beside, room)) {
        hints.clear();
    }
    let cols = if hints.is_empty() { all } else { beside };
    let lines = if is_playing { told(app, theme, (cols, room)) } else { lines };
    let more = lines.len().checked_sub(room).filter(|more| *more > 0);
    let more = more.map(|more| format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more)(more)));
    let lines = match &more {
        Some(more) => told(app, theme, (cols.saturating_sub(width(more) + 1), room)),
        None => lines,
    };
    for (at, line) in lines.into_iter().take(room).enumerate() {
        let mut col = 0;
        for (text, style) in line {
            col = surface.text(first + at, col, cols, &text, style);
        }
        if let Some(more) = more.as_ref().filter(|_| at + 1 == room) {
            surface.right(first + at, cols, more, theme.dim());
        }
    }
    for (at, hint) in hints.iter().take(room).enumerate() {
        surface.right(first + at, surface.cols(), hint, Style::new());
    }
}

/// What there is to tell: of two days that are compared, of the day, or of the current wall.
fn told(app: &App, theme: Theme, size: (usize, usize)) -> Vec<StyledText> {
    let changes = walls::changes(app).on(walls::day(app));
    match walls::compared_days(app) {
        Some(_) => of_two_days(app, theme, size),
        None if changes.is_empty() || walls::state(app).asks_for_wall() => of_wall(app, theme, size),
        None => of_day(app, changes, theme, size),
    }
}

/// The keys that lead to other changes, and to which days; what stops them while they go by by themselves.
fn hints(app: &App, theme: Theme) -> Vec<String> {
    let say = &theme.say.wall_list;
    if walls::is_playing(app) {
        return vec![say.any_key_stops.to_owned()];
    }
    let day = walls::day(app);
    let hint = |action, said: fn(&str) -> String, day| {
        format!("{} {}", app.keys().shown(Mode::Walls, action), said(&walls::said(app, day)))
    };
    let next = walls::changes(app).after(day);
    let next = next.map(|day| hint(Action::NextMilestone, say.next_change, day));
    let last = walls::changes(app).before(day);
    let last = last.map(|day| hint(Action::PreviousMilestone, say.last_change, day));
    next.into_iter().chain(last).collect()
}

/// What changed on the day: each milestone and what it did; where there is no room for that, to how many walls.
fn of_day(app: &App, changes: &[Change], theme: Theme, (cols, room): (usize, usize)) -> Vec<StyledText> {
    let each = || changes.chunk_by(|one, next| one.milestone == next.milestone);
    let whole = |changed: fn(&str) -> String| {
        let mut lines: Vec<StyledText> = Vec::new();
        for changes in each() {
            for moved in walls::moved(app, changes) {
                let said = moved_words(app, &moved, theme);
                let said = if lines.is_empty() { changed(&said) } else { said };
                lines
                    .extend(wrap(&said, cols).into_iter().map(|line| vec![(line.to_string(), Style::new())]));
            }
            lines.extend(changes.first().map(|change| milestone(app, change, "", theme, cols)));
            if lines.len() > room {
                return None;
            }
        }
        Some(lines)
    };
    if let Some(lines) = whole(theme.say.wall_list.changed).or_else(|| whole(str::to_owned)) {
        return lines;
    }
    let brief = |changes: &[Change]| {
        let mut moved: Vec<BarrierId> = changes.iter().map(|change| change.barrier).collect();
        moved.dedup();
        let walls = (theme.say.counts.walls)(moved.len());
        let line = changes.first().map(|change| milestone(app, change, &walls, theme, cols))?;
        // The title is worth more than how many it moved.
        let is_cut = line.iter().any(|(text, _)| text.ends_with(theme.glyphs.ellipsis));
        if is_cut {
            changes.first().map(|change| milestone(app, change, "", theme, cols))
        } else {
            Some(line)
        }
    };
    each().filter_map(brief).collect()
}

/// The milestone of a change, with its date where that is another day's, and what else is to be said.
fn milestone(app: &App, change: &Change, more: &str, theme: Theme, cols: usize) -> StyledText {
    let date = walls::other_date(app, change).map(|date| date.words(theme.say)).unwrap_or_default();
    titled(app, app.dataset().milestone(change.milestone), &[&date, more], theme, cols)
}

/// `¥ Taobao declares WeChat Pay available to shoppers   27 September 2024`: only the title is cut.
fn titled(app: &App, milestone: Milestone<'_>, more: &[&str], theme: Theme, cols: usize) -> StyledText {
    let is_left_out = app.matches().place(milestone.place()).is_err();
    let (glyph, style) = theme.kind(milestone.kind());
    let title = app.lang().of(milestone.title(), milestone.title_zh());
    let title = in_brackets(title, is_left_out);
    let more: Vec<&str> = more.iter().copied().filter(|more| !more.is_empty()).collect();
    let more = if more.is_empty() { String::new() } else { format!("   {}", more.join("   ")) };
    let room = cols.saturating_sub(width(glyph) + 1 + width(&more));
    let title = crate::text::ellipsize(&title, room, theme.glyphs.ellipsis).into_owned();
    vec![(format!("{glyph} "), style), (title, theme.strong()), (more, Style::new())]
}

/// `Taobao links in WeChat, Douyin links in WeChat, closed → limited, after 3.4 years`
fn moved_words(app: &App, moved: &Moved, theme: Theme) -> String {
    let say = &theme.say.wall_list;
    let names: Vec<String> = moved.barriers.iter().map(|id| walls::barrier_name(app, *id)).collect();
    let last = moved.states.len().saturating_sub(1);
    let states = moved.states.iter().enumerate().map(|(at, state)| {
        let said = state.words(theme.say);
        if at == last && moved.is_perhaps { (say.perhaps)(said) } else { said.to_owned() }
    });
    let states = states.collect::<Vec<_>>().join(&format!(" {} ", theme.glyphs.arrow));
    let after = moved.after.as_deref().map(say.after).unwrap_or_default();
    format!("{}, {states}{after}", names.join(", "))
}

/// What became of the current wall by then, and the milestone that moved it last.
fn of_wall(app: &App, theme: Theme, (cols, room): (usize, usize)) -> Vec<StyledText> {
    let Some(id) = walls::current(app) else { return Vec::new() };
    let (history, day) = (app.dataset().history(id), walls::day(app));
    let outcome = BarrierOutcome::on(day, history);
    let brief = SaidOutcome::new(outcome, history, app.dataset(), theme.say);
    let named = |said: &str| format!("{}: {said}", walls::barrier_name(app, id));
    // The longest of which nothing is cut.
    let forms = [named(&walls::barrier_told(app, id, day)), named(&brief.stands(cols)), brief.stands(cols)];
    let fits = |form: &&String| wrap(form, cols.saturating_sub(2)).len() <= room;
    let said = forms.iter().find(fits).unwrap_or(&forms[2]);
    let (glyph, style) = standing(theme, outcome.state);
    let mut lines: Vec<StyledText> = Vec::new();
    for line in wrap(said, cols.saturating_sub(2)) {
        let head =
            if lines.is_empty() { (format!("{glyph} "), style) } else { ("  ".to_owned(), Style::new()) };
        lines.push(vec![head, (line.to_string(), Style::new())]);
    }
    if lines.len() < room
        && let Some(milestone) = walls::moved_by(app)
    {
        lines.push(titled(app, milestone, &[&milestone.date().words(theme.say)], theme, cols));
    }
    lines
}

/// What differs between two days, and what moved the current wall between them.
fn of_two_days(app: &App, theme: Theme, (cols, room): (usize, usize)) -> Vec<StyledText> {
    let mut lines = counts(app, theme, cols);
    let (Some(id), Some(days)) = (walls::current(app), walls::compared_days(app)) else { return lines };
    let steps: Vec<_> = walls::way(app, id, days).collect();
    let told = steps
        .iter()
        .map(|step| format!("{} {}", name(theme, step.state), step.date(app.dataset()).words(theme.say)));
    let mut told: Vec<String> = told.collect();
    if told.is_empty() {
        let history = app.dataset().history(id);
        let outcome = BarrierOutcome::on(days.1, history);
        told.push(SaidOutcome::new(outcome, history, app.dataset(), theme.say).stands(cols));
    }
    let named = |told: &[String]| format!("{}: {}", walls::barrier_name(app, id), told.join(", "));
    // What comes last goes last.
    let mut said = named(&told);
    while told.len() > 1 && width(&said) > cols {
        told.remove(usize::from(told.len() > 2 && told[0] == theme.glyphs.ellipsis));
        if told[0] != theme.glyphs.ellipsis {
            told.insert(0, theme.glyphs.ellipsis.to_owned());
        }
        said = named(&told);
    }
    let milestone = steps.last().map(|step| app.dataset().milestone(step.milestone));
    let milestone =
        milestone.map(|milestone| titled(app, milestone, &[&milestone.date().words(theme.say)], theme, cols));
    let left = room.saturating_sub(lines.len());
    lines.extend(std::iter::once(vec![(said, Style::new())]).chain(milestone).take(left));
    lines
}

/// `7 opened further · 2 closed further · 31 as before`: what moved stands out.
fn counts(app: &App, theme: Theme, cols: usize) -> Vec<StyledText> {
    let Some(difference) = walls::state(app).difference() else { return Vec::new() };
    let say = &theme.say.wall_list;
    let counted = [
        (Differs::Opened, say.opened_further, theme.strong()),
        (Differs::Closed, say.closed_further, theme.strong()),
        (Differs::Not, say.as_before, Style::new()),
        (Differs::NotBefore, say.not_before, Style::new()),
        (Differs::NotAfter, say.not_after, Style::new()),
    ];
    let mut lines: Vec<StyledText> = Vec::new();
    let mut col = 0;
    for (differs, said, style) in counted {
        let count = difference.of(differs);
        if count == 0 {
            continue;
        }
        let (said, dot) = (said(count), format!(" {} ", theme.glyphs.dot));
        match lines.last_mut() {
            Some(line) if col + width(&dot) + width(&said) <= cols => {
                col += width(&dot) + width(&said);
                line.extend([(dot, Style::new()), (said, style)]);
            }
            _ => {
                col = width(&said);
                lines.push(vec![(said, style)]);
            }
        }
    }
    lines
}
