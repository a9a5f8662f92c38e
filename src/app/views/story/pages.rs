//! Which milestones are pages: the landmarks among those listed, where there are any, until a reader wants all.

use std::borrow::Cow;

use crate::app::explorer::App;
use crate::dataset::MilestoneId;

/// Where a reader is in the Story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoryProgress {
    /// How many pages come up to this one, itself counted: none on what stands before the first landmark.
    pub read: usize,
    /// How many there are.
    pub all: usize,
    /// Whether the pages are landmarks.
    pub of_landmarks: bool,
    /// Whether this is one of them: what a reader looks at is a page wherever they come from.
    pub is_page: bool,
}

/// Where a reader is in the Story.
pub fn progress(app: &App) -> StoryProgress {
    if !are_landmarks(app) {
        let (read, all) = (app.cursor() + 1, app.listed().len());
        return StoryProgress { read, all, of_landmarks: false, is_page: true };
    }
    let landmarks = landmarks(app);
    let read = landmarks.partition_point(|place| *place <= app.cursor());
    let is_page = landmarks.binary_search(&app.cursor()).is_ok();
    StoryProgress { read, all: landmarks.len(), of_landmarks: true, is_page }
}

/// The places in the list of the landmarks among those listed.
fn landmarks(app: &App) -> &[usize] {
    app.state.place.found().landmarks.get_or_init(|| {
        let listed = app.listed();
        let landmarks = app.caches.landmarks(&app.dataset).iter();
        landmarks.filter_map(|id| listed.place(*id).ok()).collect()
    })
}

/// Whether the landmarks alone are read.
pub(super) fn are_landmarks(app: &App) -> bool {
    !app.state.story.is_of_all && !landmarks(app).is_empty()
}

/// The page after this one, or before it.
pub(super) fn beside(app: &App, steps: isize) -> Option<usize> {
    let cursor = app.cursor();
    if !are_landmarks(app) {
        return cursor.checked_add_signed(steps).filter(|to| *to < app.listed().len());
    }
    let landmarks = landmarks(app);
    if steps > 0 {
        landmarks.get(landmarks.partition_point(|place| *place <= cursor)).copied()
    } else {
        landmarks.partition_point(|place| *place < cursor).checked_sub(1).map(|before| landmarks[before])
    }
}

/// The first page and the last.
pub fn ends(app: &App) -> [Option<MilestoneId>; 2] {
    let listed = app.listed();
    let (first, last) = match landmarks(app) {
        [first, .., last] if are_landmarks(app) => (*first, *last),
        [one] if are_landmarks(app) => (*one, *one),
        _ => (0, listed.len().saturating_sub(1)),
    };
    [first, last].map(|place| listed.get(place))
}

/// Goes to the first page, or to the last.
pub(super) fn to_end(app: &mut App, steps: isize) {
    let landmarks = if are_landmarks(app) { landmarks(app) } else { &[] };
    let end = if steps > 0 { landmarks.last() } else { landmarks.first() };
    match end.copied() {
        Some(cursor) => app.state.go_to(cursor),
        None => app.state.step(steps),
    }
}

/// Opens the Story at its first page: the first landmark, else where the reader is.
pub(in crate::app) fn begin(app: &mut App) {
    if are_landmarks(app) {
        to_end(app, isize::MIN);
    }
}

pub(in crate::app) fn needs_landmarks(app: &App) -> Option<Cow<'static, str>> {
    landmarks(app).is_empty().then(|| app.lang().words().front.no_landmarks.into())
}
