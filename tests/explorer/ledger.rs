//! The Ledger: which two companies, who moved, who answered and after how long, what is left open; and its frames.

use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};
use wallchart::app::View;
use wallchart::app::ledger::{Answer, Side, after, answers};
use wallchart::dataset::RelationKind::{self, Follows, Lifts, RespondsTo};
use wallchart::ui::Theme;
use wallchart::ui::theme::{ASCII, NARROW, UNICODE};
use wallchart::words::en;

use super::kit::Kit as _;
use super::session::{SMALL, STORY, Session, query, story};

/// The story in the Ledger, and keys pressed there.
fn at(cols: u16, rows: u16, keys: &str) -> Session {
    let mut session = Session::new(STORY, cols, rows);
    session.keys("4").keys(keys);
    session
}

/// The ids of the pair that is shown.
fn pair(session: &Session) -> Option<(&str, &str)> {
    let pair = session.app.pair()?;
    let id = |id| session.app.dataset().company(id).id.as_str();
    Some((id(pair.left), id(pair.right)))
}

/// The ids of what is between them.
fn rows(session: &Session) -> Vec<&str> {
    let ids = session.app.between().map_or(&[][..], |rows| &rows.ids);
    ids.iter().map(|id| session.app.dataset().milestone(*id).id()).collect()
}

/// What the milestone with an id answers: how, what, after how long.
fn answered(session: &Session, id: &str) -> Vec<(RelationKind, String, Option<String>)> {
    let dataset = session.app.dataset();
    let (milestone, pair) =
        (dataset.find(id).expect("a milestone"), session.app.pair().expect("two companies"));
    let told = |answer: Answer| {
        let to = dataset.milestone(answer.to);
        (answer.kind, to.id().to_owned(), after(to.date(), milestone.date(), &en::WORDS))
    };
    answers(milestone, pair, dataset).into_iter().map(told).collect()
}

/// A dataset of companies `a`, `b`, `c` and these milestones: id, date, kind, actors, affected, relations.
fn dataset(milestones: &[(&str, &str, &str, &str, &str, &str)]) -> String {
    let head = "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n[[source]]\nid = \"s\"\npublisher = \"S\"\ntitle = \"S\"\n";
    let company = |(id, name)| format!("[[company]]\nid = \"{id}\"\nname = \"{name}\"\n");
    let companies = [("a", "Anton"), ("b", "Berta"), ("c", "Cäsar")].map(company).concat();
    let kind = |(id, tone)| {
        format!("[[kind]]\nid = \"{id}\"\nname = \"{id}\"\ntone = \"{tone}\"\nglyph = \"x\"\nascii = \"x\"\n")
    };
    let kinds = [("shut", "closing"), ("open", "opening")].map(kind).concat();
    let milestone = |(id, date, kind, actors, affected, relations): &(&str, &str, &str, &str, &str, &str)| {
        format!(
            "[[milestone]]\nid = \"{id}\"\ndate = \"{date}\"\ntitle = \"Title of {id}\"\nkind = \"{kind}\"\n\
             actors = [{actors}]\naffected = [{affected}]\nrelations = [{relations}]\nsummary = \"X\"\n\
             confidence = \"high\"\ncites = [{{ source = \"s\" }}]\n"
        )
    };
    let milestones: Vec<String> = milestones.iter().map(milestone).collect();
    [head, &companies, &kinds, &milestones.concat()].concat()
}

#[test]
fn the_pair_with_the_most_between_them_comes_first() {
    let session = at(120, 36, "");
    assert_eq!((session.app.view(), pair(&session)), (View::Ledger, Some(("tencent", "alibaba"))));
    // Counted by hand: 49 milestones that both are in.
    let rows = session.app.between().expect("rows");
    assert_eq!(rows.ids.len(), 49);
    let tally = rows.tally;
    assert_eq!((tally.left, tally.right, tally.both, tally.others), (14, 14, 10, 11));
    assert_eq!(tally.answers, 12, "seven respond, five lift");
}

#[test]
fn who_answered_whom_is_told_with_the_days_between() {
    let session = at(120, 36, "");
    let after = |days: &str| Some(days.to_owned());
    for (id, expected) in [
        ("wechat-blocks-laiwang", vec![(RespondsTo, "taobao-bans-external-qr", after("after 3 months"))]),
        ("taobao-bans-external-qr", vec![(RespondsTo, "wechat-pay-launches", after("after 4 days"))]),
        // What it merely follows is left out where it answers.
        ("taobao-blocks-wechat-jumps", vec![(RespondsTo, "wechat-blocks-laiwang", after("after 21 days"))]),
        // `2013-11~`: up to eight days after 22 November, or before it.
        (
            "wechat-stops-taobao-links",
            vec![(
                RespondsTo,
                "taobao-blocks-wechat-jumps",
                after("within about 21 days, order not settled"),
            )],
        ),
        (
            "wechat-links-phase-one",
            vec![(Lifts, "wechat-stops-taobao-links", after("after about 7.8 years"))],
        ),
        ("miit-guidance-meeting", vec![(Follows, "miit-campaign", after("after 48 days"))]),
        // What it lifts is between two others.
        ("jd-accepts-alipay", vec![]),
    ] {
        let expected: Vec<_> =
            expected.into_iter().map(|(kind, to, after)| (kind, to.to_owned(), after)).collect();
        assert_eq!(answered(&session, id), expected, "{id}");
    }
}

#[test]
fn what_is_left_open_at_the_end_is_known_by_side() {
    let session = at(120, 36, "");
    let dataset = session.app.dataset();
    let open = &session.app.between().expect("rows").open;
    let gates = open.barriers.each_ref().map(|gates| {
        let mut ids: Vec<&str> = gates.iter().map(|id| dataset.barrier(*id).id.as_str()).collect();
        ids.sort_unstable();
        ids
    });
    assert_eq!(
        gates,
        [
            vec![
                "qq-taobao-links",
                "wechat-alibaba-mini-programs",
                "wechat-article-taobao-links",
                "wechat-group-shop-links",
                "wechat-laiwang-links",
                "wechat-music-sharing"
            ],
            vec!["taobao-external-qr", "taobao-wechat-api"]
        ]
    );
    let moves = open
        .moves
        .each_ref()
        .map(|moves| moves.iter().map(|id| dataset.milestone(*id).id()).collect::<Vec<_>>());
    // The cut between Cainiao and SF ended by itself after three days.
    assert_eq!(
        moves,
        [
            vec!["wechat-blocks-music-sharing", "wechat-bans-share-codes"],
            vec!["alibaba-suspends-wechat-apps", "alipay-closes-wechat-gateway"]
        ]
    );
}

#[test]
fn the_query_chooses_the_pair_and_a_key_the_next_one() {
    let mut session = story();
    session.keys("&").typed("between:bytedance,tencent").keys("Enter 4");
    assert_eq!(pair(&session), Some(("bytedance", "tencent")), "as it is typed");
    assert_eq!(rows(&session).len(), 25);
    session.keys("X");
    assert_eq!(pair(&session), Some(("tencent", "alibaba")));
    session.keys("w");
    assert_eq!(pair(&session), Some(("tencent", "bytedance")));
    assert_eq!(session.notice(), "2 of 78 pairs: Tencent and ByteDance, 18 moves between them");
    session.keys("w");
    assert_eq!(pair(&session), Some(("tencent", "ant-group")));
    session.keys("W W");
    assert_eq!(pair(&session), Some(("tencent", "alibaba")));
    session.keys("W");
    assert!(session.notice().starts_with("78 of 78 pairs: "), "{}", session.notice());
    session.keys("w u");
    assert!(session.app.pair_of_pairs().0 == 78, "undo goes back by a pair");
}

#[test]
fn two_ticked_companies_are_a_pair_and_a_chosen_one_comes_back_with_its_filter() {
    let mut session = story();
    session.keys("4 w w");
    assert_eq!(pair(&session), Some(("tencent", "ant-group")));
    session.keys("&").typed("company:alibaba,jd").keys("Enter");
    assert_eq!(pair(&session), Some(("alibaba", "jd")));
    assert_eq!(rows(&session).len(), 16);
    session.keys("X");
    assert_eq!(pair(&session), Some(("tencent", "ant-group")), "what was chosen without a filter");
    // Ticks in the facets choose as the query does.
    session.keys("f c");
    for name in ["JD.com", "Alibaba"] {
        session.keys("/").typed(name).keys("Enter Space Esc");
    }
    session.keys("Esc");
    let pair_then = (session.app.view(), pair(&session));
    assert_eq!(pair_then, (View::Ledger, Some(("jd", "alibaba"))), "the first one on the left");
    assert_eq!(rows(&session).len(), 16);
    session.keys("X");
    // One company is no pair.
    session.keys("&").typed("company:jd").keys("Enter");
    assert_eq!(pair(&session), Some(("tencent", "ant-group")));
}

#[test]
fn rows_are_walked_and_the_place_is_shared_by_all_views() {
    let mut session = at(120, 36, "");
    // The first milestone of all is not between the two: the nearest stands in for it.
    assert_eq!(session.current(), "alibaba-suspends-wechat-apps");
    session.keys("1");
    assert_eq!(session.current(), "jd-drops-alipay", "the place was never left");
    session.keys("4 Enter");
    let read = session.app.read().map(|(milestone, _)| milestone.id());
    assert_eq!(read, Some("alibaba-suspends-wechat-apps"), "what the row shows is opened");
    session.keys("Esc j j");
    assert_eq!(session.current(), rows(&session)[2]);
    session.keys("1");
    assert_eq!(session.current(), "taobao-bans-external-qr");
    session.keys("4 G");
    assert_eq!(session.current(), "first-open-double-11");
    session.keys("u");
    assert_eq!(session.current(), "taobao-bans-external-qr");
    session.keys("g g");
    assert_eq!(session.current(), "alibaba-suspends-wechat-apps");
    session.keys("k");
    assert_eq!(session.current(), "alibaba-suspends-wechat-apps");
}

#[test]
fn time_is_walked_among_the_two() {
    let mut session = at(120, 36, "}");
    assert_eq!(session.current(), "taxi-war-bill");
    let mut seen = vec![session.current().to_owned()];
    for _ in 0..60 {
        session.keys("]");
        seen.push(session.current().to_owned());
    }
    seen.dedup();
    let all = rows(&session);
    let begun = all.iter().position(|id| *id == "taxi-war-bill").expect("a row");
    assert_eq!(seen, all[begun..], "every row once");
    session.keys("g d").typed("2016").keys("Enter");
    assert_eq!(session.current(), "cainiao-sf-data-cutoff", "June 2017 is nearer than February 2015");
    assert!(session.notice().starts_with("nothing here is of 2016"), "{}", session.notice());
}

#[test]
fn a_search_goes_on_past_what_is_not_between_the_two() {
    let mut session = at(120, 36, "/");
    session.typed("litigation").keys("Enter");
    let hits = session.app.search().expect("a search").hits.len();
    let mut seen = Vec::new();
    for _ in 0..hits {
        // Where the reader is, the Timeline shows.
        session.keys("1");
        seen.push(session.current().to_owned());
        session.keys("4 n");
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), hits, "every hit is come to");
    session.keys("X");
}

#[test]
fn what_does_not_match_is_dimmed_among_the_two() {
    let mut session = at(120, 36, "&");
    session.typed("between:tencent,alibaba kind:regulation").keys("Enter");
    assert_eq!(query(&session), "between:tencent,alibaba kind:regulation");
    let matching = rows(&session).len();
    assert_eq!(matching, 8);
    let (left, right) = session.app.pair().map(|pair| (pair.left, pair.right)).expect("a pair");
    session.keys(".");
    let rows = session.app.between().expect("rows");
    assert_eq!((session.app.pair().map(|pair| (pair.left, pair.right))), Some((left, right)));
    assert_eq!(rows.ids.len(), 49);
    let tally = rows.tally;
    assert_eq!(tally.left + tally.right + tally.both + tally.others, matching, "what matches is counted");
}

#[test]
fn the_end_is_read_on_a_low_screen_too() {
    let mut session = at(40, 12, "G");
    assert!(session.screen().contains("more lines: j"), "{}", session.screen());
    let mut seen = String::new();
    for _ in 0..120 {
        seen += &session.keys("j").screen();
        assert_eq!(session.current(), "first-open-double-11");
    }
    assert!(seen.contains("not seen fully open by the end of 2024") && seen.contains("no answer was found"));
    assert!(!session.screen().contains("more lines"), "{}", session.screen());
    session.keys("g g");
    assert_eq!(session.current(), "alibaba-suspends-wechat-apps");
}

#[test]
fn small_datasets_say_what_there_is() {
    let none = dataset(&[]);
    let alone = dataset(&[("one", "2020", "shut", "\"a\"", "", "")]);
    for (text, said) in [
        (none.as_str(), "This dataset has no milestones yet."),
        (alone.as_str(), "No two companies are in one milestone here"),
    ] {
        let mut session = Session::new(text, 80, 24);
        session.keys("4 j k G w W ] } v Space");
        assert!(session.screen().contains(said), "{}", session.screen());
    }
    let mut session = Session::new(&alone, 80, 24);
    session.keys("4 w");
    assert_eq!(session.notice(), "no two companies are in one milestone here");
    session.keys("Enter");
    assert_eq!(session.app.read().map(|(milestone, _)| milestone.id()), Some("one"));

    let mut session = story();
    session.keys("4 &").typed("between:tencent,unionpay kind:litigation").keys("Enter");
    assert!(session.screen().contains("Nothing matches"), "{}", session.screen());
    session.keys(". ");
    assert_eq!(pair(&session), Some(("tencent", "unionpay")));
}

#[test]
fn moves_are_told_by_side_be_their_dates_soft_far_or_open() {
    let text = dataset(&[
        ("bc", "-0043-03-15", "shut", "\"a\"", "\"b\"", ""),
        ("soon", "-0043-03~", "shut", "\"b\"", "\"a\"", "{ type = \"responds-to\", to = \"bc\" }"),
        ("joint", "2020", "open", "\"a\", \"b\"", "\"c\"", "{ type = \"lifts\", to = \"bc\" }"),
        ("other", "2021-05", "open", "\"c\"", "\"a\", \"b\"", ""),
        ("known", "2022", "open", "", "\"a\", \"b\"", ""),
        ("since", "2023/..", "shut", "\"a\"", "\"b\"", ""),
        ("far", "Y17E7", "open", "\"b\"", "\"a\"", "{ type = \"responds-to\", to = \"since\" }"),
    ]);
    let mut session = Session::new(&text, 100, 40);
    session.keys("4");
    let (pair, rows) =
        (session.app.pair().expect("a pair"), session.app.between().expect("rows").ids.clone());
    let side = |id: &str| pair.side(session.app.dataset().find(id).expect("a milestone"));
    assert_eq!(
        ["bc", "soon", "joint", "other", "known", "far"].map(side),
        [
            Some(Side::Left),
            Some(Side::Right),
            Some(Side::Both),
            Some(Side::Others),
            Some(Side::Others),
            Some(Side::Right)
        ]
    );
    assert_eq!(rows.len(), 7);
    assert_eq!(answered(&session, "far"), [(RelationKind::RespondsTo, "since".to_owned(), None)]);
    assert_snapshot!("ledger-strange-dates-100x40", session.picture());
    for (cols, rows) in [(30, 8), (40, 10), (58, 20), (60, 20), (200, 60)] {
        for _ in 0..8 {
            let _ = session.resize(cols, rows).keys("j").buffer();
        }
        session.keys("g g");
    }
}

/// Walls of `a` against `b`, each with what became of it on which day.
fn walls(histories: &[(&str, &[(&str, &str)])]) -> String {
    let barrier = |(id, _): &(&str, &[(&str, &str)])| {
        format!(
            "[[barrier]]\nid = \"{id}\"\nname = \"Wall {id}\"\nholders = [\"a\"]\nagainst = [\"b\"]\nchannel = \"c\"\nbefore = \"open\"\n"
        )
    };
    let effects = histories.iter().flat_map(|(id, steps)| steps.iter().map(move |step| (id, step)));
    let effects: Vec<String> = effects
        .map(|(id, (date, state))| {
            format!("{{ barrier = \"{id}\", state = \"{state}\", date = \"{date}\" }}")
        })
        .collect();
    let barriers: Vec<String> = histories.iter().map(barrier).collect();
    let move_of_all = format!(
        "[[milestone]]\nid = \"all\"\ndate = \"2013-01\"\ntitle = \"Anton builds walls\"\nkind = \"shut\"\nactors = [\"a\"]\n\
         affected = [\"b\"]\nsummary = \"X\"\nconfidence = \"high\"\ncites = [{{ source = \"s\" }}]\neffects = [{}]\n",
        effects.join(", ")
    );
    let head = dataset(&[]).replace("title = \"D\"\n[[", "title = \"D\"\nspan = \"2013/2024\"\n[[");
    [head, "[[channel]]\nid = \"c\"\nname = \"C\"\n".to_owned(), barriers.concat(), move_of_all].concat()
}

#[test]
fn a_wall_at_the_end_says_its_outcome_with_its_own_dates() {
    let text = walls(&[
        ("closed", &[("2014-08-09", "closed")]),
        ("half", &[("2015-03", "closed"), ("2020-03", "limited")]),
        ("tried", &[("2015-03", "limited"), ("2024-10", "trial")]),
        ("opened", &[("2015-03", "closed"), ("2016-03", "open")]),
        ("dead", &[("2015-03", "closed"), ("2016-03", "gone")]),
        ("unheard", &[("2015-03", "closed"), ("2016-03", "unknown")]),
    ]);
    let mut session = Session::new(&text, 200, 40);
    let screen = session.keys("4").screen();
    for said in [
        "3 walls not seen fully open by the end of 2024",
        "Wall closed: closed 9 August 2014; no opening found by the end of 2024",
        "Wall half: limited since March 2020, closed 4.9 to 5.1 years before",
        "Wall tried: on trial since October 2024, limited for 9.5 to 9.7 years",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    assert_eq!(screen.matches("no opening found").count(), 1, "{screen}");
    assert!(
        ["opened", "dead", "unheard"].iter().all(|id| !screen.contains(&format!("Wall {id}"))),
        "{screen}"
    );
}

/// The rows of the frame below its header, without what says how much more there is.
fn body(session: &Session) -> Vec<String> {
    let picture = session.picture();
    let counted = |row: &str| ["above", "below", "lines: j"].iter().any(|end| row.ends_with(end));
    let row = |row: &str| match row.rsplit_once("… ") {
        Some((before, _)) if counted(row) => before.trim_end().to_owned(),
        _ => row.to_owned(),
    };
    picture.lines().skip(1).map(row).collect()
}

#[test]
fn from_77_columns_on_nothing_is_cut_and_the_axis_goes_through() {
    for (cols, rows) in [(120, 36), (80, 24), (77, 20)] {
        let mut session = at(cols, rows, "");
        let axis = usize::from(1 + (cols - 2) / 2);
        for _ in 0..49 {
            let rows = body(&session);
            assert!(!rows.concat().contains('…'), "{}", rows.join("\n"));
            let current = session.app.current().expect("a milestone").title().to_owned();
            let begun = current.split(' ').next().expect("a word");
            assert!(rows.iter().any(|row| row.contains(begun)), "{current}\n{}", rows.join("\n"));
            let first = rows.iter().position(|row| row.contains("20") && row.trim().len() == 4);
            for row in rows.iter().skip(first.expect("a year")) {
                let on_axis = row.chars().nth(axis).unwrap_or(' ');
                let is_crossed = on_axis.is_alphabetic() && !"◐".contains(on_axis);
                let is_heading =
                    ["not seen fully open", "no answer was found"].iter().any(|it| row.contains(it));
                assert!(!is_crossed || is_heading, "{row}");
            }
            session.keys("j");
        }
    }
}

#[test]
fn what_is_cut_on_a_narrow_screen_has_one_mark() {
    for (cols, rows) in [(40, 12), (60, 20)] {
        let mut session = at(cols, rows, "");
        let mut cut = 0;
        for _ in 0..49 {
            let rows = body(&session);
            assert!(!rows.iter().any(|row| row.contains("……")), "{}", rows.join("\n"));
            cut += rows.iter().filter(|row| row.ends_with('…')).count();
            session.keys("j");
        }
        assert!(cut > 5, "{cut}");
    }
}

#[test]
fn the_ledger_at_every_size() {
    assert_snapshot!("ledger-160x40", at(160, 40, "j j j j j").picture());
    assert_snapshot!("ledger-120x36", at(120, 36, "j j j j j").frame());
    assert_snapshot!("ledger-80x24", at(80, 24, "j j j j j").picture());
    assert_snapshot!("ledger-60x20", at(60, 20, "j j j j j").picture());
    assert_snapshot!("ledger-40x12", at(40, 12, "j j j j j").picture());
    assert_snapshot!("ledger-40x10", at(40, 10, "j j j j j").picture());
    assert_snapshot!("ledger-end-120x36", at(120, 36, "G").picture());
}

#[test]
fn the_ledger_in_chinese() {
    assert_snapshot!("ledger-zh-80x24", at(80, 24, "t j j j").picture());
    assert_snapshot!("ledger-zh-40x12", at(40, 12, "t j j j").picture());
}

#[test]
fn the_ledger_in_narrow_and_ascii_glyphs() {
    let mut session = at(80, 24, "j j j j j v j");
    session.theme = Theme { colors: true, glyphs: &NARROW, ..Theme::default() };
    assert_snapshot!("ledger-narrow-80x24", session.picture());
    session.theme = Theme { colors: true, glyphs: &ASCII, ..Theme::default() };
    assert_snapshot!("ledger-ascii-80x24", session.picture());
    for keys in ["", "G", "w", "t"] {
        let mut session = Session::new(SMALL, 120, 36);
        session.theme = Theme { colors: true, glyphs: &NARROW, ..Theme::default() };
        session.keys("4").keys(keys);
        let text = SMALL.replace(char::is_whitespace, "");
        let ambiguous = |c: char| "…→–·─│┃━◆▁▂▃▄▅▆▇█".contains(c) && !text.contains(c);
        assert!(!session.screen().contains(ambiguous), "{}", session.screen());
    }
}

#[test]
fn one_title_is_reverse_and_the_background_is_never_painted() {
    for (keys, title) in [
        ("", "Alibaba suspends WeChat marketing apps for its sellers"),
        ("j j j j", "WeChat blocks invitation links from Alibaba's Laiwang"),
        ("G", "First Double 11 with shared wallets and couriers"),
    ] {
        let buffer = at(120, 36, keys).buffer();
        let reverse = |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::REVERSED);
        // On the first row the view is.
        let cells = (1..36).flat_map(|y| (0..120).map(move |x| (x, y)));
        let text: String =
            cells.filter(|(x, y)| reverse(*x, *y)).map(|(x, y)| buffer[(x, y)].symbol()).collect();
        assert_eq!(text.trim(), title, "{keys}");
        assert!(buffer.content().iter().all(|cell| cell.bg == Color::Reset));
    }
    let mut session = at(120, 36, "j j j j");
    session.theme = Theme { colors: false, glyphs: &UNICODE, ..Theme::default() };
    assert!(session.buffer().content().iter().all(|cell| cell.fg == Color::Reset));
}
