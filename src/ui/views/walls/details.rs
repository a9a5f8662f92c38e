//! What the glyphs mean, and the details: what changed on the day, or the barriers of the current cell.

use ratatui::style::Style;

use super::cell::standing;
use super::layout::WallsLayout;
use crate::app::action::Action;
use crate::app::mode::Mode;
use crate::app::walls::{Change, Moved};
use crate::app::{App, barriers, walls};
use crate::dataset::{BarrierId, BarrierState};
use crate::text::width;
use crate::ui::legend::{self, Sample};
use crate::ui::surface::{StyledText, Surface};
use crate::ui::theme::Theme;
use crate::ui::theme::in_brackets;

pub(super) fn draw(app: &App, surface: &mut Surface<'_>, theme: Theme, layout: WallsLayout) {
    let first = layout.first + layout.body;
    let end = first + layout.foot;
    let (legend_at, most) = match layout.foot {
        ..3 => (None, layout.foot),
        3 => (Some(first), 2),
        4.. => (Some(first + 1), layout.foot - 2),
    };
    if let Some(row) = legend_at {
        legend(app, surface, theme, row);
    }
    let lines = details(app, surface.cols(), theme, most);
    // A blank row between, where there is room for all that there is to say.
    let room = if lines.len() < most && most > 3 { most - 1 } else { most };
    let details_at = end.saturating_sub(room);
    let hidden = lines.len().saturating_sub(room);
    for (row, line) in (details_at..end).zip(lines) {
        let more = if row + 1 == end && hidden > 0 {
            format!("{} {}", theme.glyphs.ellipsis, (theme.say.counts.more)(hidden))
        } else {
            String::new()
        };
        let end = surface
            .right(row, surface.cols(), &more, theme.dim())
            .saturating_sub(usize::from(!more.is_empty()));
        let mut col = 0;
        for (text, style) in line {
            col = surface.text(row, col, end, &text, style);
        }
    }
}

fn legend(app: &App, surface: &mut Surface<'_>, theme: Theme, row: usize) {
    let day = walls::day(app);
    let code = walls::changes(app)
        .on(day)
        .first()
        .map(|change| change.barrier)
        .or(barriers::shown(app).ids().first().copied());
    let code = code.map_or("", |id| walls::grid(app).code(id, app.dataset(), false));
    let changed = match walls::compared_days(app) {
        None => theme.say.views.changed_that_day,
        Some(_) => theme.say.views.opened_or_closed,
    };
    let said = |sample: &str, style, words: &str| (sample.to_owned(), style, words.to_owned());
    let wall = |state: BarrierState| {
        let (glyph, style) = standing(theme, state);
        said(glyph, style, state.words(theme.say))
    };
    let doubtful = format!("{code}{}", theme.glyphs.doubt);
    let mut entries: Vec<Sample> = BarrierState::HEIGHTS.into_iter().map(wall).collect();
    entries.push(said(&doubtful, Style::new(), theme.say.views.not_certain));
    let [apart, close] = legend::APART;
    let apart = if legend::cols(&entries, apart) <= surface.cols() { apart } else { close };
    // A question explains itself, and what changed is told below as well.
    entries.extend([
        wall(BarrierState::Unknown),
        said(code, theme.changed(), changed),
        said(code, Style::new(), theme.say.walls.none),
    ]);
    legend::draw(surface, row, &entries, apart);
}

/// Lines of what there is to say; of those beyond `room` only how many there are.
fn details(app: &App, cols: usize, theme: Theme, room: usize) -> Vec<StyledText> {
    let changes = walls::changes(app).on(walls::day(app));
    match walls::state(app).difference() {
        _ if walls::state(app).asks_for_cell() => of_cell(app, theme, room),
        Some(difference) => {
            let mut lines = listed(app, theme.say.views.opened_further, &difference.opened, cols, theme);
            lines.extend(listed(app, theme.say.views.closed_further, &difference.closed, cols, theme));
            if lines.is_empty() { of_cell(app, theme, room) } else { lines }
        }
        None if changes.is_empty() => of_cell(app, theme, room),
        None => of_day(app, changes, cols, theme, room),
    }
}

/// `opened further   Taobao links in WeChat, Douyin links in WeChat … 5 more`, on as many as two lines.
fn listed(app: &App, what: &str, ids: &[BarrierId], cols: usize, theme: Theme) -> Vec<StyledText> {
    const LINES: usize = 2;
    let mut lines: Vec<StyledText> = Vec::new();
    let mut rest = ids;
    while !rest.is_empty() && lines.len() < LINES {
        let head = if lines.is_empty() { what.to_owned() } else { " ".repeat(width(what)) };
        let room = cols.saturating_sub(width(what) + 3 + if lines.len() + 1 == LINES { 14 } else { 1 });
        let mut said = walls::barrier_name(app, rest[0]);
        let mut count = 1;
        while let Some(id) = rest.get(count) {
            let longer = format!("{said}, {}", walls::barrier_name(app, *id));
            if width(&longer) > room {
                break;
            }
            (said, count) = (longer, count + 1);
        }
        rest = rest.get(count..).unwrap_or_default();
        let end = match rest.len() {
            0 => String::new(),
            more if lines.len() + 1 == LINES => format!(" {} {more} more", theme.glyphs.ellipsis),
            _ => ",".to_owned(),
        };
        lines.push(vec![(head, theme.strong()), (format!("   {said}{end}"), Style::new())]);
    }
    lines
}

/// What changed on the day: each milestone, and what it did; the one that Enter opens stands out.
fn of_day(app: &App, changes: &[Change], cols: usize, theme: Theme, room: usize) -> Vec<StyledText> {
    let opened = walls::cell_milestone(app).map(crate::dataset::Milestone::place);
    let mut lines: Vec<StyledText> = Vec::new();
    for changes in changes.chunk_by(|one, next| one.milestone == next.milestone) {
        let Some(id) = changes.first().map(|change| change.milestone) else { continue };
        // What is not in sight is only counted.
        if lines.len() > room {
            lines.push(Vec::new());
            continue;
        }
        let milestone = app.dataset().milestone(id);
        let is_left_out = app.matches().place(id).is_err();
        let (glyph, style) = theme.kind(milestone.kind());
        let title = app.lang().of(milestone.title(), milestone.title_zh());
        let title = in_brackets(title, is_left_out).into_owned();
        let strong = if opened == Some(id) { theme.strong() } else { Style::new() };
        let mut line = vec![(format!("{glyph} "), style), (title.clone(), strong)];
        let said = walls::moved(app, changes).into_iter().map(|moved| moved_words(app, &moved, theme));
        let said: Vec<String> = said.collect();
        match said.as_slice() {
            [said] if 2 + width(&title) + 3 + width(said) <= cols => {
                line.push((format!("   {said}"), Style::new()));
                lines.push(line);
            }
            several => {
                lines.push(line);
                lines.extend(several.iter().map(|said| vec![(format!("  {said}"), Style::new())]));
            }
        }
    }
    lines
}

/// `Taobao links in WeChat, Douyin links in WeChat: closed → limited, after 3.4 years`
fn moved_words(app: &App, moved: &Moved, theme: Theme) -> String {
    let names: Vec<String> = moved.barriers.iter().map(|id| walls::barrier_name(app, *id)).collect();
    let last = moved.states.len().saturating_sub(1);
    let standings = moved.states.iter().enumerate().map(|(at, standing)| {
        let perhaps = if at == last && moved.is_perhaps { "perhaps " } else { "" };
        format!("{perhaps}{}", standing.words(theme.say))
    });
    let standings = standings.collect::<Vec<_>>().join(&format!(" {} ", theme.glyphs.arrow));
    let after = moved.after.as_ref().map(|after| format!(", after {after}")).unwrap_or_default();
    format!("{}: {standings}{after}", names.join(", "))
}

/// Who keeps the barriers of the current cell against whom, what Enter opens, and how each barrier stands.
fn of_cell(app: &App, theme: Theme, room: usize) -> Vec<StyledText> {
    let Some(cell) = walls::cell(app) else { return Vec::new() };
    let (rows, cols) = (walls::grid(app).rows(), walls::grid(app).cols());
    let names = |line: Option<&_>| line.map(|line| walls::line_names(app, line)).unwrap_or_default();
    let (holders, against) = (names(rows.get(cell.row)), names(cols.get(cell.col)));
    let mut head = vec![(format!("{holders} {} {against}", theme.glyphs.arrow), theme.strong())];
    if let Some(milestone) = walls::cell_milestone(app) {
        let title = app.lang().of(milestone.title(), milestone.title_zh());
        let (glyph, style) = theme.kind(milestone.kind());
        let open = app.keys().shown(Mode::Walls, Action::Open);
        head.push((format!("   {open} opens "), Style::new()));
        head.push((format!("{glyph} "), style));
        head.push((title.into_owned(), Style::new()));
    }
    let barriers = cell
        .barriers
        .iter()
        .enumerate()
        .map(|(at, id)| if at < room.max(1) { barrier(app, *id, theme) } else { Vec::new() });
    // Where there is one line, it says what a wall cannot show.
    let head = (room > 1).then_some(head);
    head.into_iter().chain(barriers).collect()
}

/// `▇ Taobao links in WeChat   closed since about November 2013, 7.9 years by then`
fn barrier(app: &App, id: BarrierId, theme: Theme) -> StyledText {
    let stretch = app.dataset().history(id).on(walls::day(app));
    let (glyph, style) = standing(theme, stretch.state);
    let doubt = if stretch.possible.is_certain() { " " } else { theme.glyphs.doubt };
    let told = match walls::compared_days(app) {
        Some((earlier, later)) => {
            let on = |day| app.dataset().history(id).on(day).state.words(theme.say);
            format!("{} {} {}", on(earlier), theme.glyphs.arrow, on(later))
        }
        None => walls::barrier_told(app, id, walls::day(app)),
    };
    let channel = app.dataset().channel(app.dataset().barrier(id).channel);
    let channel = app.lang().of(&channel.name, channel.name_zh.as_deref());
    vec![
        (format!("{glyph}{doubt} "), style),
        (walls::barrier_name(app, id), Style::new()),
        (format!("   {channel}: {told}"), Style::new()),
    ]
}
