//! Going to a date that is typed.

use crate::app::core::prompt::Prompt;
use crate::app::explorer::App;
use crate::app::state::Overlay;
use crate::app::views::walls;
use crate::app::{going, jump};
use crate::date::Date;
use crate::query::nearest_to;

/// Goes to the first milestone that may have been on the date that is typed, or the nearest to it. Says whether
/// it is a date at all.
pub(in crate::app) fn go_to(app: &mut App, text: &str) -> bool {
    let date = match Date::parse_plainly(text) {
        Ok(date) => date,
        Err(error) => {
            let text = text.trim();
            app.state.complain((app.say().notices.no_date)(text, error.hint.as_deref()));
            return false;
        }
    };
    if walls::is_walked(app) {
        walls::go_to_date(app, &date);
        return true;
    }
    let span = date.span();
    let (listed, _) = jump::walked(app);
    // A place that is not listed is never asked for.
    let of = |place| app.dataset.milestone(listed.get(place).unwrap_or(app.state.place.chosen())).date();
    let Some(found) = nearest_to(&span, listed.len(), of) else { return true };
    let is_of_it = of(found).touches(&span);
    let found = listed.get(found);
    going::to(app, found, "");
    if !is_of_it {
        app.state.notice((app.say().notices.nearest_to)(&date.words(app.say())));
    }
    true
}

pub(in crate::app) fn begin(app: &mut App) {
    app.state.overlays.push(Overlay::Date(Prompt::default()));
}
