//! What is looked for, and where it was found.

use std::rc::Rc;

use crate::app::core::search::Search;
use crate::app::explorer::App;
use crate::dataset::MilestoneId;
use crate::query::{HitField, Query, hit_fields};

/// Scrolls what is read to what is searched for, once it is laid out.
pub(super) fn seek(app: &mut App) {
    app.state.reader_mut().seeks = true;
}

/// Looks for `query` from now on; for nothing where it is empty.
pub(super) fn set(app: &mut App, text: &str, query: Query) {
    app.state.search = (!query.is_empty()).then(|| {
        let hits = Rc::default();
        Search { text: text.trim().to_owned(), query, hits }
    });
    find(app);
}

/// Finds the hits among the rows of the list: when either has changed.
pub(super) fn find(app: &mut App) {
    let Some(search) = &app.state.search else { return };
    let mut query = search.query.clone();
    if !app.dims() {
        query.extend(app.query().clone());
    }
    let hits: Rc<[MilestoneId]> = app.searcher.ids(&query, &app.dataset).into();
    app.state.search.iter_mut().for_each(|search| search.hits = Rc::clone(&hits));
}

pub(super) fn ids(app: &App) -> Rc<[MilestoneId]> {
    app.state.search.as_ref().map(|search| Rc::clone(&search.hits)).unwrap_or_default()
}

/// Where the words looked for stand in what is read, in words: `the summary`, `a name of Tencent`.
pub fn places(app: &App) -> Option<String> {
    let search = app.state.search.as_ref()?;
    let (milestone, _) = app.read()?;
    search.number(milestone.place())?;
    let first =
        |word: &str| Some((hit_fields(word, milestone, &app.dataset).into_iter().next()?, word.to_owned()));
    let mut found: Vec<(HitField, String)> = Vec::new();
    for (place, word) in search.query.words().filter_map(first) {
        if found.iter().all(|(other, _)| *other != place) {
            found.push((place, word));
        }
    }
    let found: Vec<String> =
        found.into_iter().map(|(place, word)| place.words(&word, &app.dataset)).collect();
    (!found.is_empty()).then(|| (app.say().counts.found_in)(&found))
}

/// The words that are looked for and filtered by, in their folded form: what is marked wherever it is read.
pub fn words(app: &App) -> Vec<&str> {
    let searched = app.state.search.iter().flat_map(|search| search.query.words());
    let mut words: Vec<&str> = searched.chain(app.query().words()).collect();
    // A longer word first: within it a shorter one is marked already.
    words.sort_unstable_by_key(|word| (std::cmp::Reverse(word.len()), *word));
    words.dedup();
    words
}
