//! What came of an effect, told to the reader.

use crate::app::copy;
use crate::app::core::effect::{Effect, Outcome};
use crate::app::explorer::App;
use crate::app::overlays::{exporting, replacing};

pub(super) fn tell(app: &mut App, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Written(path) => exporting::written(app, &path),
        Outcome::Exists { path, old, changed } => replacing::exists(app, &path, old.as_deref(), changed),
        Outcome::Copied { what, to } => copy::copied(app, &what, to),
        Outcome::TooLong { what, bytes, most, is_export, failed } => {
            copy::too_long(app, &what, (bytes, most), failed, is_export);
        }
        Outcome::Browsing(address) => app.state.notice((app.say().notices.opening)(&address)),
        Outcome::DrawnWith(glyphs) => {
            app.state.notice((app.say().notices.drawn_with)(glyphs));
        }
        Outcome::Failed(why) => app.state.complain(why),
    }
    Vec::new()
}
