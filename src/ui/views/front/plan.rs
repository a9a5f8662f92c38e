//! How the rows of the page are shared out. A pure function of how many there are and what wants some of them.

/// What wants rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Lines of what this is about.
    pub(super) lead: usize,
    /// At most so many rows above the years and below them; without a curve there are no years either.
    pub(super) up: usize,
    pub(super) down: usize,
    pub(super) turning: usize,
    pub(super) counts: usize,
    pub(super) doors: usize,
}

/// The first row of each, and of the curve how many there are; the title's is `top`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) top: usize,
    pub(super) lead: usize,
    pub(super) curve: usize,
    pub(super) up: usize,
    pub(super) down: usize,
    pub(super) turning: usize,
    pub(super) counts: usize,
    pub(super) doors: usize,
}

/// Rows of the curve that it has before anything else gets air, and those before the page leaves the rest free.
const FIRST: (usize, usize) = (5, 4);
const THEN: (usize, usize) = (9, 7);
/// A lower curve says nothing.
const LEAST: usize = 3;
/// Rows that are left free before the curve grows further.
const FREE: usize = 2;
/// The blank rows: before the counts, before the doors, at the foot, below the lead, above the title, below it.
const BLANKS: usize = 6;

impl Plan {
    /// `None` where what is wanted has no room.
    pub(super) fn new(rows: usize, wanted: Wanted) -> Option<Self> {
        let Wanted { lead, turning, counts, doors, .. } = wanted;
        let most = (wanted.up, wanted.down);
        let axis = usize::from(most.0 > 0);
        let mut spare = rows.checked_sub(1 + lead + axis + turning + counts + doors)?;
        let first = most.0.min(FIRST.0) + most.1.min(FIRST.1);
        if spare < first.min(LEAST) {
            return None;
        }
        let mut curve = first.min(spare);
        spare -= curve;
        let mut blanks = [0; BLANKS];
        for blank in &mut blanks {
            *blank = spare.min(1);
            spare -= *blank;
        }
        let then = (most.0.min(THEN.0) + most.1.min(THEN.1)).saturating_sub(first);
        let grown = then.min(spare);
        let further =
            (most.0 + most.1).saturating_sub(first + then).min((spare - grown).saturating_sub(FREE));
        curve += grown + further;
        let (up, down) = shared(curve, most);
        let [before_counts, before_doors, _, below_lead, above_title, below_title] = blanks;
        let top = above_title;
        let lead_at = top + 1 + below_title;
        let curve_at = lead_at + lead + below_lead;
        let turning_at = curve_at + up + axis + down;
        let counts_at = turning_at + turning + before_counts;
        let doors_at = counts_at + counts + before_doors * usize::from(counts > 0);
        Some(Self {
            top,
            lead: lead_at,
            curve: curve_at,
            up,
            down,
            turning: turning_at,
            counts: counts_at,
            doors: doors_at,
        })
    }
}

impl Plan {
    /// Of a page on which there is no room for all that it has: what stands last is what a reader goes on by.
    pub(super) fn of_none(rows: usize) -> Self {
        let doors = rows.saturating_sub(1);
        Self { lead: 1, curve: 1, turning: 1, counts: doors.saturating_sub(1), doors, ..Self::default() }
    }
}

/// Rows above the years and below them: as 9 to 7, as far as each has use for them.
fn shared(curve: usize, (most_up, most_down): (usize, usize)) -> (usize, usize) {
    let all = THEN.0 + THEN.1;
    let up = ((curve * THEN.0 + all / 2) / all).max(1).min(most_up);
    let down = (curve - up).min(most_down);
    ((curve - down).min(most_up), down)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WALLS: Wanted = Wanted { lead: 2, up: 36, down: 25, turning: 4, counts: 1, doors: 2 };

    fn plan(rows: usize, wanted: Wanted) -> [usize; 8] {
        let plan = Plan::new(rows, wanted).expect("room");
        [plan.top, plan.lead, plan.curve, plan.up, plan.down, plan.turning, plan.counts, plan.doors]
    }

    #[test]
    fn rows_are_shared_out_as_they_are_drawn_at_the_usual_sizes() {
        assert_eq!(plan(35, WALLS), [1, 3, 6, 9, 7, 23, 28, 30], "120x36");
        let at_80 = Wanted { lead: 3, doors: 1, ..WALLS };
        assert_eq!(plan(23, at_80), [0, 1, 4, 5, 4, 14, 19, 21], "80x24");
        let at_60 = Wanted { turning: 3, doors: 1, ..WALLS };
        assert_eq!(plan(19, at_60), [0, 1, 3, 5, 4, 13, 17, 18], "60x20");
    }

    #[test]
    fn nothing_overlaps_and_nothing_leaves_the_page() {
        for rows in 0..80 {
            for (up, down) in [(0, 0), (1, 0), (1, 1), (3, 2), (36, 25), (36, 0)] {
                for turning in [0, 4] {
                    let wanted = Wanted { up, down, turning, ..WALLS };
                    let Some(plan) = Plan::new(rows, wanted) else { continue };
                    let axis = usize::from(up > 0);
                    assert!(plan.up <= up && plan.down <= down);
                    assert!(up == 0 || plan.up > 0, "{rows} {wanted:?}");
                    assert!(plan.top < plan.lead && plan.lead + wanted.lead <= plan.curve);
                    assert!(plan.curve + plan.up + axis + plan.down <= plan.turning);
                    assert!(plan.turning + turning <= plan.counts);
                    assert!(plan.counts + wanted.counts <= plan.doors && plan.doors + wanted.doors <= rows);
                }
            }
        }
    }
}
