//! What keepers and walls are called in the list.

use std::borrow::Cow;

use crate::app::explorer::App;
use crate::app::views::walls::keepers::Keeper;
use crate::dataset::{Barrier, BarrierId, Lang, Party};
use crate::text::width;

/// The name of a keeper; of several the first, and how many more.
pub fn keeper_name(app: &App, keeper: &Keeper) -> String {
    let name = keeper.parties.first().map(|party| party_name(app, *party, app.lang())).unwrap_or_default();
    match keeper.parties.len() {
        ..2 => name.into_owned(),
        several => (app.lang().words().wall_list.and_more)(&name, several - 1),
    }
}

/// What a wall is against, in at most `cols` columns where that can be: its short name, else who is kept out and from
/// what. Of two languages one goes first.
pub fn against(app: &App, id: BarrierId, cols: usize) -> String {
    let said = against_in(app, id, app.lang());
    if app.lang() == Lang::Both && width(&said) > cols { against_in(app, id, Lang::En) } else { said }
}

fn against_in(app: &App, id: BarrierId, lang: Lang) -> String {
    let Barrier { short, short_zh, against, channel, .. } = app.dataset.barrier(id);
    if let Some(short) = short {
        return lang.of(short, short_zh.as_deref()).into_owned();
    }
    let channel = app.dataset.channel(*channel);
    let channel = lang.of(&channel.name, channel.name_zh.as_deref()).to_lowercase();
    let said = &lang.words().wall_list;
    match against.as_slice() {
        [] | [Party::Any, ..] => (said.of_anyone)(&channel),
        [one] => (said.of_party)(&party_name(app, *one, lang), &channel),
        [first, rest @ ..] => {
            (said.of_parties)(&(said.and_more)(&party_name(app, *first, lang), rest.len()), &channel)
        }
    }
}

fn party_name(app: &App, party: Party, lang: Lang) -> Cow<'_, str> {
    match party {
        Party::Any => Cow::Borrowed(lang.words().wall_list.anyone),
        Party::Company(id) => {
            let company = app.dataset.company(id);
            lang.of(&company.name, company.name_zh.as_deref())
        }
        Party::Platform(id) => {
            let platform = app.dataset.platform(id);
            lang.of(&platform.name, platform.name_zh.as_deref())
        }
    }
}

/// The name of a barrier.
pub fn barrier_name(app: &App, id: BarrierId) -> String {
    let Barrier { name, name_zh, .. } = app.dataset.barrier(id);
    app.lang().of(name, name_zh.as_deref()).into_owned()
}
