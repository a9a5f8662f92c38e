//! What a dataset covers, as it stands beside its title.

use crate::date::{Span, year_words};
use crate::ui::theme::Theme;

/// `2013–2024`; of one year that.
pub(super) fn years(span: Span, theme: Theme) -> String {
    let year = |year: Option<i64>| year.map_or_else(String::new, |year| year_words(year, theme.say));
    let (from, to) = (year(span.first_year()), year(span.last_year()));
    if from == to { from } else { format!("{from}{}{to}", theme.glyphs.dash) }
}
