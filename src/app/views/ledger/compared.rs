//! The two companies of the Ledger, and what is between them.

use crate::app::barriers;
use crate::app::explorer::App;
use crate::app::views::ledger::pair::Pair;
use crate::app::views::ledger::pairs::{Pairs, Ranked};
use crate::app::views::ledger::rows::{Open, Rows, Tally};
use crate::dataset::{BarrierId, MilestoneId};

/// The two companies of the Ledger; `None` where no two are in one milestone that matches.
pub fn pair(app: &App) -> Option<Pair> {
    ranked(app).map(|(_, ranked)| ranked.pair)
}

/// The place of the pair among all of which something matches, counted from 1, and how many there are.
pub fn place_of_pair(app: &App) -> (usize, usize) {
    (ranked(app).map_or(0, |(place, _)| place + 1), pairs(app).ranked.len())
}

/// What is between the two.
pub fn between(app: &App) -> Option<&Rows> {
    let (_, ranked) = ranked(app)?;
    Some(ranked.rows.get_or_init(|| rows_of(app, ranked.pair)))
}

/// The place of the current milestone among those of the Ledger.
pub fn cursor(app: &App) -> Option<usize> {
    let current = app.current()?.place();
    between(app)?.ids.binary_search(&current).ok()
}

/// The pair that is shown, and its place.
pub(in crate::app) fn ranked(app: &App) -> Option<(usize, &Ranked)> {
    let pairs = pairs(app);
    let chosen = app.state.ledger.chosen.filter(|(_, then)| *then == asked(app));
    let chosen = chosen.and_then(|(pair, _)| pairs.place(pair));
    let place = chosen.or(pairs.asked).unwrap_or(0);
    pairs.ranked.get(place).map(|ranked| (place, ranked))
}

pub(in crate::app) fn pairs(app: &App) -> &Pairs {
    let pairs = || Pairs::new(&app.matches().ids, asked(app), app.caches.parties(&app.dataset));
    app.state.place.found().pairs.get_or_init(pairs)
}

/// The two companies that the query asks for.
pub(in crate::app) fn asked(app: &App) -> Option<Pair> {
    app.query().two_companies().map(|[left, right]| Pair { left, right })
}

fn rows_of(app: &App, pair: Pair) -> Rows {
    let listed = app.listed();
    let both = app.searcher.index().of_both(pair.left, pair.right);
    let ids: Vec<MilestoneId> = both.into_iter().filter(|id| listed.place(*id).is_ok()).collect();
    let matching = ids.iter().copied().filter(|id| app.matches().place(*id).is_ok());
    let barriers = |holder, out| -> Vec<BarrierId> {
        let barriers = barriers::between(app, holder, out).iter().copied();
        barriers.filter(|id| app.dims() || barriers::is_moved(app, *id)).collect()
    };
    let barriers = [barriers(pair.left, pair.right), barriers(pair.right, pair.left)];
    Rows {
        years: app.caches.years().of(&ids, &app.dataset),
        tally: Tally::of(matching, pair, &app.dataset),
        open: Open::new(barriers, &ids, pair, &app.dataset),
        ids,
    }
}
