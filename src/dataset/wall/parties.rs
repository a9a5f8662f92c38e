//! Who keeps a wall, and who is kept out.

use std::borrow::Cow;

use crate::dataset::{Barrier, Dataset, Lang, Party};

/// More names than a line has room for are told below it.
const NAMED: usize = 2;

/// The name of a party.
pub fn party_name(party: Party, dataset: &Dataset, lang: Lang) -> Cow<'_, str> {
    match party {
        Party::Any => Cow::Borrowed(lang.words().wall_page.everyone),
        Party::Company(id) => {
            let company = dataset.company(id);
            lang.of(&company.name, company.name_zh.as_deref())
        }
        Party::Platform(id) => {
            let platform = dataset.platform(id);
            lang.of(&platform.name, platform.name_zh.as_deref())
        }
    }
}

/// `WeChat's wall against Taobao, for links`.
pub fn whose(barrier: &Barrier, dataset: &Dataset, lang: Lang) -> String {
    let [holders, against] = [&barrier.holders, &barrier.against].map(|side| few(side, dataset, lang));
    let channel = dataset.channel(barrier.channel);
    let channel = lang.of(&channel.name, channel.name_zh.as_deref());
    (lang.words().wall_page.whose)(&holders, &against, &channel)
}

/// All who are on either side, where [`whose`] does not name them all.
pub fn sides(barrier: &Barrier, dataset: &Dataset, lang: Lang) -> Option<String> {
    let sides = [&barrier.holders, &barrier.against];
    sides.iter().any(|side| side.len() > NAMED).then(|| {
        let [holders, against] = sides.map(|side| names(side, dataset, lang));
        let [holders, against] = [&holders, &against].map(|side| side.iter().map(AsRef::as_ref).collect());
        let (holders, against): (Vec<&str>, Vec<&str>) = (holders, against);
        (lang.words().wall_page.sides)(&holders, &against)
    })
}

/// One or two by name; of more the first, and how many others.
pub(super) fn few(side: &[Party], dataset: &Dataset, lang: Lang) -> String {
    let (names, say) = (names(side, dataset, lang), &lang.words().wall_page);
    match names.as_slice() {
        [first, others @ ..] if names.len() > NAMED => (say.and_others)(first, others.len()),
        all => (say.names)(&all.iter().map(AsRef::as_ref).collect::<Vec<_>>()),
    }
}

fn names<'a>(side: &[Party], dataset: &'a Dataset, lang: Lang) -> Vec<Cow<'a, str>> {
    side.iter().map(|party| party_name(*party, dataset, lang)).collect()
}
