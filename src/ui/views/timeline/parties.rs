//! Who acted toward whom, in few columns: never cut.

use std::borrow::Cow;

use crate::dataset::{Company, Lang, Milestone};
use crate::text::width;
use crate::ui::theme::Theme;

/// `MIIT → Alibaba +4`, `Tencent → 2 others`, `9 parties`: the first of what may be said that has room in `cols` columns.
pub(super) fn parties(milestone: Milestone<'_>, cols: usize, theme: Theme, lang: Lang) -> String {
    let [actors, affected] = [names(milestone.actors(), lang), names(milestone.affected(), lang)];
    let all = actors.len() + affected.len();
    let (arrow, say) = (theme.glyphs.arrow, &theme.say.timeline);
    let others = |names: &[Cow<'_, str>]| (say.others)(names.len());
    let directed = |actors: String, affected: String| format!("{actors} {arrow} {affected}");
    let forms: Vec<String> = match (actors.as_slice(), affected.as_slice()) {
        ([], []) => return String::new(),
        (some, []) => vec![named(some), first(some)],
        ([], some) => [named(some), first(some)].map(|some| format!("{arrow} {some}")).into(),
        (actors, affected) => vec![
            directed(named(actors), named(affected)),
            directed(named(actors), first(affected)),
            directed(first(actors), first(affected)),
            directed(named(actors), others(affected)),
            directed(first(actors), others(affected)),
        ],
    };
    let fits = |form: &String| width(form) <= cols;
    forms.into_iter().chain([(say.parties)(all)]).find(fits).unwrap_or_default()
}

fn named(names: &[Cow<'_, str>]) -> String {
    names.join(", ")
}

/// `Alibaba +4`
fn first(names: &[Cow<'_, str>]) -> String {
    match names {
        [] => String::new(),
        [one] => one.to_string(),
        [first, more @ ..] => format!("{first} +{}", more.len()),
    }
}

/// What companies are called where there is little room, each name once.
fn names<'a>(companies: impl Iterator<Item = &'a Company>, lang: Lang) -> Vec<Cow<'a, str>> {
    let mut names: Vec<Cow<'_, str>> = Vec::new();
    for company in companies {
        let name = match lang {
            Lang::Zh => company.short_zh.as_deref().or(company.name_zh.as_deref()),
            Lang::En | Lang::Both => None,
        };
        let name = name.or(company.short.as_deref()).unwrap_or(&company.name);
        if !names.iter().any(|other| other == name) {
            names.push(Cow::Borrowed(name));
        }
    }
    names
}
