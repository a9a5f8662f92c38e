//! Where everything of the page stands.

use ratatui::layout::Rect;

use super::chart::Chart;
use super::counts::{self, CountPart};
use super::doors::Doors;
use super::labels::{self, Label};
use super::plan::{Plan, Wanted};
use super::series::Series;
use super::stack::HeightUnit;
use super::turning::{self, Turning};
use crate::app::{App, front};
use crate::dataset::BarrierCurve;
use crate::text::{ellipsize, width, wrap};
use crate::ui::theme::Theme;

/// From so many columns on there is a margin beside the text.
const AIRY_FROM: usize = 100;
/// Below so many columns, or where the rest has no room, the page is the short one.
const WHOLE_FROM: usize = 60;
/// Rows of the short page's curve, and those of its lead that it is never less than.
const SHORT_CURVE: usize = 2;
const SHORT_LEAD: usize = 3;
/// Of so many rows at most one is of the lead, where that is a long one.
const LEAD_OF: usize = 3;

/// The page laid out.
pub(in crate::ui) struct FrontLayout {
    /// Columns free on either side.
    pub(super) left: usize,
    pub(super) plan: Plan,
    pub(super) lead: Vec<String>,
    pub(super) chart: Option<Chart>,
    /// What the curve counts, in the corner where it is low.
    pub(super) legend: Vec<String>,
    pub(super) labels: Vec<Label>,
    pub(super) turning: Option<Turning>,
    pub(super) counts: Vec<Vec<CountPart>>,
    /// `None` on the short page.
    pub(super) doors: Option<Doors>,
}

impl FrontLayout {
    pub(in crate::ui) fn new(app: &App, area: Rect, theme: Theme) -> Self {
        let (cols, rows) = (usize::from(area.width), usize::from(area.height));
        let left = if cols >= AIRY_FROM { 3 } else { 1 };
        let page = PageDraft { app, theme, cols, rows, left };
        let with_turning = |with| (cols >= WHOLE_FROM).then(|| page.whole(with)).flatten();
        with_turning(true).or_else(|| with_turning(false)).unwrap_or_else(|| page.short())
    }

    /// The door at a row and a column.
    pub(in crate::ui) fn door_at(&self, (row, col): (usize, usize)) -> Option<usize> {
        let row = row.checked_sub(self.plan.doors)?;
        self.doors.as_ref()?.at((row, col))
    }
}

/// What is to be laid out, and on how much.
#[derive(Clone, Copy)]
struct PageDraft<'a> {
    app: &'a App,
    theme: Theme,
    cols: usize,
    rows: usize,
    left: usize,
}

impl<'a> PageDraft<'a> {
    fn right(self) -> usize {
        self.cols.saturating_sub(self.left)
    }

    fn text_cols(self) -> usize {
        self.right().saturating_sub(self.left)
    }

    fn curve(self) -> Option<&'a BarrierCurve> {
        front::facts(self.app).curve.as_ref()
    }

    /// What this is about, on at most so many lines; what is cut says so.
    fn lead(self, most: usize) -> Vec<String> {
        let about = front::lead(self.app.dataset(), self.app.lang());
        let cols = self.text_cols();
        let mut lines: Vec<String> =
            about.iter().flat_map(|about| wrap(about, cols)).map(Into::into).collect();
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                let mark = self.theme.glyphs.ellipsis;
                let room = cols.saturating_sub(width(mark));
                *last = format!("{}{mark}", ellipsize(last, room, ""));
            }
        }
        lines
    }

    fn counts(self) -> Vec<Vec<CountPart>> {
        let walls = self.app.dataset().barriers().len();
        self.curve()
            .map(|curve| counts::lines(curve, walls, self.text_cols(), self.theme.say))
            .unwrap_or_default()
    }

    /// The first column of the curve and how many it may have, so that the words beside its ends have theirs; whether they
    /// do.
    fn room(self, series: &Series) -> ((usize, usize), bool) {
        if let Some(curve) = self.curve() {
            let (before, behind) = labels::widths(curve, self.theme.say);
            let left = self.left + before.max(1) + 1;
            let room = self.cols.saturating_sub(left + behind + 1);
            if room >= series.stretches.len().min(MOST_BESIDE) {
                return ((left, room), true);
            }
        }
        let room = self.text_cols().saturating_sub(2);
        let cols = super::years::TimeScale::new((0, 1), series.stretches.len(), room).cols;
        ((self.left + 2 + (room - cols) / 2, room), false)
    }

    /// The page with all that it has, as far as there are rows; with the turning points or without.
    fn whole(self, with_turning: bool) -> Option<FrontLayout> {
        let lead = self.lead((self.rows / LEAD_OF).max(SHORT_LEAD));
        let series = Series::new(self.app, self.curve(), self.text_cols());
        let most = series.as_ref().map(Series::most).unwrap_or_default();
        let place = series.as_ref().map(|series| self.room(series));
        let doors = Doors::new(self.app, self.theme, (self.left, self.right()));
        let counts = self.counts();
        let chart = |unit, rows| {
            let (cols, is_labelled) = place?;
            Some((Chart::new(series.clone()?, cols, unit, rows, self.theme.say), is_labelled))
        };
        // Where their marks stand depends on columns alone.
        let columns = chart(HeightUnit::sharing(0, most).0, (0, 1, 0)).map(|(chart, _)| chart);
        let ends = (self.left, self.right());
        let turning = with_turning
            .then(|| turning::lay_out(self.app, ends, columns.as_ref(), self.theme.say))
            .flatten();
        let wanted = Wanted {
            lead: lead.len(),
            up: if series.is_some() { most.0.max(1) } else { 0 },
            down: most.1,
            turning: turning::rows(turning.as_ref()),
            counts: counts.len(),
            doors: doors.rows,
        };
        // What whole eighths leave over is for the words below what is open, then for air.
        let plan = Plan::new(self.rows, wanted)?;
        let (unit, (up, down)) = HeightUnit::sharing(plan.up + plan.down, most);
        let said = usize::from(down > 0 && up + down < plan.up + plan.down);
        let plan =
            Plan::new(self.rows, Wanted { up: wanted.up.min(up.max(1)), down: down + said, ..wanted })?;
        let chart = chart(unit, (plan.curve, plan.up, plan.down));
        let (labels, legend) = match (&chart, self.curve()) {
            (Some((chart, is_labelled)), Some(curve)) => self.labels(chart, curve, *is_labelled),
            (Some((chart, _)), None) => {
                (Vec::new(), legend(chart, vec![self.theme.say.front.milestones.to_owned()]))
            }
            (None, _) => (Vec::new(), Vec::new()),
        };
        let chart = chart.map(|(chart, _)| chart);
        Some(FrontLayout {
            left: self.left,
            plan,
            lead,
            chart,
            legend,
            labels,
            turning,
            counts,
            doors: Some(doors),
        })
    }

    fn labels(self, chart: &Chart, curve: &BarrierCurve, is_labelled: bool) -> (Vec<Label>, Vec<String>) {
        let say = self.theme.say;
        let mut labels = if is_labelled { labels::ends(chart, curve, say) } else { Vec::new() };
        labels.extend(labels::inside(chart, curve, say));
        labels.extend(labels::lowest(chart, curve, say));
        let mut lines = Vec::from((say.front.legend)(curve.months));
        lines.extend(chart.unit.many().map(say.front.steps));
        (labels, legend(chart, lines))
    }

    /// What a low or narrow screen has room for: what this is, a curve of what is closed alone, the counts, two keys.
    fn short(self) -> FrontLayout {
        let say = self.theme.say;
        let counts = self.counts();
        let series = Series::new(self.app, self.curve(), self.text_cols()).map(Series::of_closed);
        let axis = |has_curve| if has_curve { SHORT_CURVE + 1 } else { 0 };
        let needed = |has_curve| 1 + counts.len() + 1 + axis(has_curve);
        let series = series.filter(|_| self.rows >= needed(true) + SHORT_LEAD);
        let has_curve = series.is_some();
        let lead = self.lead(self.rows.saturating_sub(needed(has_curve)).clamp(1, SHORT_LEAD + 1));
        let wanted = Wanted {
            lead: lead.len(),
            up: axis(has_curve).saturating_sub(1),
            counts: counts.len(),
            doors: 1,
            ..Wanted::default()
        };
        let plan = Plan::new(self.rows, wanted).unwrap_or_else(|| Plan::of_none(self.rows));
        let room = self.text_cols().saturating_sub(2);
        let chart = series.map(|series| {
            let (unit, _) = HeightUnit::sharing(plan.up, series.most());
            let chart =
                Chart::new(series, (self.left + 1, room), unit, (plan.curve, plan.up, plan.down), say);
            match self.curve() {
                Some(curve) => labels::in_short(chart, curve, say),
                None => chart,
            }
        });
        FrontLayout {
            left: self.left,
            plan,
            lead,
            chart,
            legend: Vec::new(),
            labels: Vec::new(),
            turning: None,
            counts,
            doors: None,
        }
    }
}

/// Words beside both ends are worth that the curve has no more columns than these.
const MOST_BESIDE: usize = 48;

/// The lines that stand in the corner above the curve without touching it.
fn legend(chart: &Chart, lines: Vec<String>) -> Vec<String> {
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let highest = chart.highest(widest + 1);
    let free = chart.up.saturating_sub(highest.div_ceil(8));
    if free > lines.len() && widest <= chart.scale.cols { lines } else { Vec::new() }
}
