//! The language by example, on a small dataset.

use wallchart::dataset::Milestone;
use wallchart::dataset::load::load;
use wallchart::query::{FacetValue, Field, HitField, Query, Searcher, hit_fields};
use wallchart::text::fold;

use super::{found, query, small};

/// What a line is read as, and how many milestones match.
fn said(line: &str) -> String {
    let dataset = small();
    let query = query(line, &dataset);
    format!("{query} = {}", Searcher::new(&dataset).ids(&query, &dataset).len())
}

/// The only fault of a line: what is underlined, what is said, and what to do.
fn fault(line: &str) -> (String, String, String) {
    let faults = Query::parse(line, &small()).faults;
    let [fault] = faults.as_slice() else { panic!("{line}: {faults:?}") };
    (line[fault.at.clone()].to_owned(), fault.message.clone(), fault.help.clone().unwrap_or_default())
}

#[test]
fn values_are_ids_names_and_aliases_in_either_language_and_print_as_typed() {
    for (typed, expected) in [
        ("company:tencent", "company:tencent = 10"),
        ("company:TENCENT", "company:TENCENT = 10"),
        ("COMPANY:Tencent", "company:Tencent = 10"),
        ("company:腾讯", "company:腾讯 = 10"),
        ("company:tx", "company:tx = 10"),
        ("company:企鹅", "company:企鹅 = 10"),
        ("company：腾讯，阿里巴巴", "company:腾讯,阿里巴巴 = 12"),
        ("company:\"ministry of industry\"", "company:\"ministry of industry\" = 1"),
        ("actor:bytedance", "actor:bytedance = 2"),
        ("affected:字节跳动", "affected:字节跳动 = 3"),
        ("between:tencent,字节跳动", "between:tencent,字节跳动 = 5"),
        ("between：“腾讯”，“阿里巴巴”", "between:腾讯,阿里巴巴 = 6"),
        ("-between:tencent,alibaba", "-between:tencent,alibaba = 6"),
        ("kind:\"link unblocking\"", "kind:\"link unblocking\" = 1"),
        ("kind:解除链接屏蔽,block", "kind:解除链接屏蔽,block = 2"),
        ("tone:Closing", "tone:Closing = 2"),
        ("platform:weixin", "platform:weixin = 5"),
        ("channel:pay", "channel:pay = 3"),
        ("barrier:\"short video links\"", "barrier:\"short video links\" = 2"),
        ("source:court-file", "source:court-file = 3"),
        ("source:\"the paper\"", "source:\"the paper\" = 3"),
        ("confidence:low -confidence:LOW", "confidence:low -confidence:LOW = 0"),
        ("id:links-open,LINKS-IN-GROUPS", "id:links-open,LINKS-IN-GROUPS = 2"),
        ("relates:links-open", "relates:links-open = 3"),
        ("", " = 12"),
    ] {
        assert_eq!(said(typed), expected, "{typed}");
    }
}

#[test]
fn dates_are_any_edtf_and_ranges_of_them() {
    for (typed, expected) in [
        ("year:2021", "year:2021 = 4"),
        ("year:２０２１", "year:２０２１ = 4"),
        ("year：２０２１．．２０２２", "year:２０２１．．２０２２ = 5"),
        ("year:2021-09..2022", "year:2021-09..2022 = 4"),
        ("year:2013,2019", "year:2013,2019 = 2"),
        ("date:2024-09-12", "date:2024-09-12 = 2"),
        ("date:..2013", "date:..2013 = 2"),
        ("date:2024-11..", "date:2024-11.. = 1"),
        // Of a set, too, all from its first day to its last.
        ("date:[2021-09-18,2022-08]", "date:\"[2021-09-18,2022-08]\" = 3"),
        ("date:［2021-09-18，2022-08］", "date:\"［2021-09-18，2022-08］\" = 3"),
        ("-year:2021..2024", "-year:2021..2024 = 3"),
        ("date:2021-09-17T10:00:00Z", "date:2021-09-17T10:00:00Z = 1"),
    ] {
        assert_eq!(said(typed), expected, "{typed}");
    }
}

#[test]
fn a_bare_date_is_one_and_in_quotes_it_is_text() {
    for (typed, expected) in [
        ("2021", "year:2021 = 4"),
        ("２０２１", "year:２０２１ = 4"),
        ("2013,2019", "year:2013,2019 = 2"),
        ("2021..2022", "year:2021..2022 = 5"),
        ("..2013", "year:..2013 = 2"),
        ("2021-09..2022", "date:2021-09..2022 = 4"),
        ("2024-09-12", "date:2024-09-12 = 2"),
        ("-2021..2024", "-year:2021..2024 = 3"),
        ("year=2021 KIND＝block", "year:2021 kind:block = 0"),
        ("2021 wechat", "year:2021 wechat = 3"),
        ("\"2021\"", "\"2021\" = 0"),
        // Not all of it is a date: then none is.
        ("2021,wechat", "\"2021\",wechat = 6"),
        ("20211", "20211 = 0"),
        ("12:30", "\"12:30\" = 0"),
        ("https://example.com/2021", "\"https://example.com/2021\" = 0"),
        ("a=b", "\"a=b\" = 0"),
        ("\"year>2020\"", "\"year>2020\" = 0"),
    ] {
        assert_eq!(said(typed), expected, "{typed}");
    }
    let parsed = Query::parse("wechat 2021 year:2013 2021-09 2021-13", &small());
    let dates: Vec<String> = parsed.dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["year:2021", "date:2021-09"], "what was read as a date is told");
    let year = Query::parse("2021", &small()).query;
    assert!(year.has(FacetValue::Year(2021)), "its facet ticks it");
}

#[test]
fn words_stand_anywhere_whatever_their_case_accents_and_width() {
    for (typed, expected) in [
        ("wechat", "wechat = 6"),
        ("ＷＥＣＨＡＴ", "ＷＥＣＨＡＴ = 6"),
        ("wéchat", "wéchat = 6"),
        ("微信", "微信 = 6"),
        ("beijing,NOVEMBER", "beijing,NOVEMBER = 2"),
        ("“around november”", "\"around november\" = 1"),
        ("\"november. nobody\"", "\"november. nobody\" = 1"),
        ("-links -\"of the\"", "-links -\"of the\" = 4"),
        ("\"links-open\"", "links-open = 1"),
        // A name of a party, a kind, a channel, a barrier; but no name of what it has nothing to do with.
        ("tengxun", "tengxun = 10"),
        ("禁止登录", "禁止登录 = 1"),
        ("\"short video links\"", "\"short video links\" = 2"),
        ("\"court-file\"", "court-file = 0"),
        // Nothing is found across two fields.
        ("\"out, and wechat answers links\"", "\"out, and wechat answers links\" = 0"),
    ] {
        assert_eq!(said(typed), expected, "{typed}");
    }
}

#[test]
fn what_looks_like_more_than_a_word_is_quoted_when_it_is_printed() {
    for (typed, printed) in [
        ("\"a:b\"", "\"a:b\""),
        ("--a", "-\"-a\""),
        ("\"a,b\",c", "\"a,b\",c"),
        (r#""say \"no\"""#, r#""say \"no\"""#),
        ("a“b c”d", "\"ab cd\""),
        ("　a　", "a"),
    ] {
        assert_eq!(query(typed, &small()).to_string(), printed, "{typed}");
    }
}

#[test]
fn what_is_unknown_is_underlined_and_names_the_nearest_right_one() {
    for (line, underlined, message, help) in [
        ("x comapny:tencent", "comapny", "no key is called `comapny:`", "did you mean `company:`?"),
        (
            "between:-tencent,alibaba",
            "-tencent",
            "no company is called `-tencent`",
            "to leave it out, write `-company:tencent` in the query",
        ),
        (
            "kind:－block",
            "－block",
            "no kind is called `－block`",
            "to leave it out, write `-kind:block` in the query",
        ),
        ("zzz:a", "zzz", "no key is called `zzz:`", "keys are `company:`, `between:`, "),
        (":a b", ":a", "a key is missing before `:`", "keys are `company:`"),
        ("-：", "-：", "a key is missing before `:`", "keys are "),
        ("company:腾讯,tencnet", "tencnet", "no company is called `tencnet`", "did you mean `tencent`?"),
        ("actor:\"tencnet\"", "\"tencnet\"", "no company is called `tencnet`", "did you mean `tencent`?"),
        (
            "kind:link-unblokcing",
            "link-unblokcing",
            "no kind is called `link-unblokcing`",
            "did you mean `link-unblocking`?",
        ),
        (
            "barrier:\"pament on taobao\"",
            "\"pament on taobao\"",
            "no barrier is called `pament on taobao`",
            "did you mean `\"Payment on Taobao\"`?",
        ),
        ("kind:xyzzy", "xyzzy", "no kind is called `xyzzy`", "known are `link-blocking`, `login-ban`"),
        (
            "company:wechat",
            "wechat",
            "no company is called `wechat`",
            "`wechat` is a platform: write `platform:wechat`",
        ),
        (
            "company:微信",
            "微信",
            "no company is called `微信`",
            "`微信` is a platform: write `platform:微信`",
        ),
        (
            "kind:\"short video links\"",
            "\"short video links\"",
            "no kind is called `short video links`",
            "`short video links` is a barrier: write `barrier:\"short video links\"`",
        ),
        ("confidence:hihg", "hihg", "no confidence is called `hihg`", "did you mean `high`?"),
        ("confidence:sure", "sure", "no confidence is called `sure`", "known are `high`, `medium`, `low`"),
        ("tone:openings", "openings", "no tone is called `openings`", "did you mean `opening`?"),
        (
            "source:papr-2021-09-17",
            "papr-2021-09-17",
            "no source is called `papr-2021-09-17`",
            "did you mean `paper-2021-09-17`?",
        ),
        ("id:link-open", "link-open", "no milestone is called `link-open`", "did you mean `links-open`?"),
        ("relates:zzz", "zzz", "no milestone is called `zzz`", "`wallchart list | cat` prints the ids"),
        ("year:2021,soon", "soon", "`soon` is no date: ", "write a date as `2021-09-09`"),
        ("date:20x1", "20x1", "`20x1` is no date: ", "old EDTF draft syntax: write `20X1`"),
        ("date:2021-13", "2021-13", "`2021-13` is no date: no such month", "months are `01` to `12`"),
        (
            "year:2023..2021",
            "2023..2021",
            "`2023..2021` is no date: the span ends before it begins",
            "write `2021..2023`",
        ),
        ("year:..", "..", "`..` is no date: ", "write `2021..`"),
        ("2021-13", "2021-13", "`2021-13` is no date: no such month", "months are `01` to `12`"),
        ("x 2023..2021", "2023..2021", "`2023..2021` is no date: ", "write `2021..2023`"),
        ("year>2020", "year>2020", "a date is not compared", "write `date:2021..`, or put it in quotes"),
        ("-date<=2020", "-date<=2020", "a date is not compared", "write `date:..2020`"),
    ] {
        let found = fault(line);
        assert_eq!((found.0.as_str(), line), (underlined, line));
        assert!(found.1.starts_with(message), "{line}: {}", found.1);
        assert!(found.2.starts_with(help), "{line}: {}", found.2);
    }
}

#[test]
fn what_is_empty_is_underlined_as_a_term_or_at_its_gap_and_too_much_as_a_term() {
    for (line, underlined, message) in [
        ("a company: b", "company:", "`company:` has an empty value"),
        ("company：", "company：", "`company:` has an empty value"),
        ("company:tencent,,alibaba", "", "`company:` has an empty value"),
        ("company:\"\"", "\"\"", "`company:` has an empty value"),
        ("-", "-", "`-` leaves out what follows it"),
        ("a － b", "－", "`-` leaves out what follows it"),
        ("-\"\"", "\"\"", "a word is empty"),
        ("a,", "", "a word is empty"),
        ("a \u{301}", "\u{301}", "a word is empty"),
        ("between:tencent", "between:tencent", "`between:` takes two companies, not 1"),
        (
            "between:tencent,alibaba,miit",
            "between:tencent,alibaba,miit",
            "`between:` takes two companies, not 3",
        ),
        ("between:tencent,腾讯", "between:tencent,腾讯", "`between:` names the same company twice"),
    ] {
        let found = fault(line);
        assert_eq!((found.0.as_str(), found.1.as_str()), (underlined, message), "{line}");
    }
}

#[test]
fn all_faults_are_named_and_what_is_right_is_kept() {
    let parsed = Query::parse("company:tencnet kind:report,zzz,yyy links foo:bar", &small());
    assert_eq!(parsed.query.to_string(), "links");
    let at: Vec<_> = parsed.faults.iter().map(|fault| fault.at.start).collect();
    assert_eq!(at, [8, 28, 32, 42]);
    assert_eq!(parsed.clone().whole(), Err(parsed.faults));
}

#[test]
fn one_option_is_one_term_and_blanks_stand_within_its_values() {
    let dataset = small();
    let mut query = Query::default();
    assert_eq!(query.and(Field::Kind, "link unblocking , 报道", &dataset), Ok(()));
    assert_eq!(query.to_string(), "kind:\"link unblocking\",报道");
    let faults = query.and(Field::Company, "tencent, tencnet", &dataset).expect_err("unknown");
    assert_eq!((faults.len(), faults[0].at.clone()), (1, 9..16));
    assert_eq!(faults[0].to_string(), "no company is called `tencnet`");
    let faults = query.and(Field::Year, "2021-02-30", &dataset).expect_err("no date");
    assert_eq!(faults[0].help.as_deref(), Some("that month has 28 days"));
    assert!(query.and(Field::Company, "", &dataset).is_err());
    assert_eq!(query.terms().len(), 1, "nothing wrong is added");
}

#[test]
fn a_date_in_words_is_one_value_and_prints_as_typed() {
    let dataset = load(include_str!("../data/cases/before-our-era.toml")).dataset.expect("a dataset");
    for (typed, printed, found) in [
        ("754 BC", "year:\"754 BC\"", &["m1"][..]),
        ("21 April 754 BC", "year:\"21 April 754 BC\"", &["m1"]),
        ("since AD 50", "year:\"since AD 50\"", &["m2", "m3"]),
        (
            "October 1066, second quarter of 2020",
            "year:\"October 1066\",\"second quarter of 2020\"",
            &["m2", "m3"],
        ),
        ("14 October 1066, 09:00 to 17:00", "year:\"14 October 1066, 09:00 to 17:00\"", &["m2"]),
        ("754 BC..about 1066", "year:\"754 BC..about 1066\"", &["m1", "m2"]),
        ("公元前754年4月, 约1066年", "year:公元前754年4月,约1066年", &["m1", "m2"]),
    ] {
        let mut query = Query::default();
        assert_eq!(query.and(Field::Year, typed, &dataset), Ok(()), "{typed}");
        assert_eq!(query.to_string(), printed);
        let again = Query::parse(printed, &dataset).whole();
        assert_eq!(again.as_ref(), Ok(&query), "{printed}");
        let mut searcher = Searcher::new(&dataset);
        let ids: Vec<_> =
            searcher.ids(&query, &dataset).into_iter().map(|id| dataset.milestone(id).id()).collect();
        assert_eq!(ids, found, "{typed}");
    }
    let ticked = Query::parse("year:\"754 BC\"", &dataset).query;
    assert_eq!(
        ticked.terms()[0].values[0].meaning,
        Query::parse("year:-0753", &dataset).query.terms()[0].values[0].meaning
    );
}

#[test]
fn an_alias_of_two_companies_means_either_and_is_no_pair_with_itself() {
    let text =
        include_str!("../data/small.toml").replace("aliases = [\"Ali\"]", "aliases = [\"Ali\", \"TX\"]");
    let dataset = load(&text).dataset.expect("a dataset");
    let mut searcher = Searcher::new(&dataset);
    let mut count = |line: &str| found(&query(line, &dataset), &mut searcher, &dataset).len();
    assert_eq!(count("company:tx"), count("company:tencent,alibaba"));
    // Tencent and Tencent are not two.
    assert_eq!(count("between:tencent,tx"), count("between:tencent,alibaba"));
    let mut query = query("company:tx", &dataset);
    let tencent = FacetValue::Entry(Field::Company, 0);
    assert!(query.has(tencent));
    query.toggle(tencent, &dataset);
    assert_eq!(query.to_string(), "company:alibaba", "what is left of it is spelled out");
}

#[test]
fn options_read_back() {
    let dataset = small();
    for (line, options) in [
        ("", &[][..]),
        (
            "company:腾讯,alibaba year:2021..2022 kind:report",
            &["-c 腾讯,alibaba", "-y 2021..2022", "-k report"],
        ),
        ("links -kind:report", &["-q 'links -kind:report'"]),
        (
            "\"it's\" company:tencent -\"a b\" 微信",
            &["-q '\"it'\\''s\"'", "-c tencent", "-q '-\"a b\" 微信'"],
        ),
        ("kind:\"beta test\"", &["-k '\"beta test\"'"]),
        ("year:[2021-09-17,2022]", &["-y '\"[2021-09-17,2022]\"'"]),
        ("year:2013~", &["-y '2013~'"]),
    ] {
        let asked = query(line, &dataset);
        let found = asked.options();
        let mut again = Query::default();
        for option in &found {
            let (flag, quoted) = option.split_once(' ').expect("an argument");
            let argument = unquoted(quoted);
            let field = [("-c", Field::Company), ("-y", Field::Year), ("-k", Field::Kind)];
            match field.into_iter().find(|(name, _)| *name == flag) {
                Some((_, field)) => assert_eq!(again.and(field, &argument, &dataset), Ok(()), "{option}"),
                None => again.extend(query(&argument, &dataset)),
            }
        }
        assert_eq!(again, asked, "{found:?}");
        if !line.starts_with('"') {
            assert_eq!(found, options, "{line}");
        }
    }
}

/// What a POSIX shell makes of single quotes and escaped ones.
fn unquoted(argument: &str) -> String {
    let mut plain = String::new();
    let (mut quoted, mut escaped) = (false, false);
    for c in argument.chars() {
        match c {
            '\'' if !escaped => quoted = !quoted,
            '\\' if !escaped && !quoted => {
                escaped = true;
                continue;
            }
            c => plain.push(c),
        }
        escaped = false;
    }
    plain
}

#[test]
fn the_words_to_mark_are_those_that_are_wanted() {
    let query = query("Wéchat,“two  Words” -not company:tencent", &small());
    assert_eq!(query.words().collect::<Vec<_>>(), ["wechat", "two words"]);
}

#[test]
fn a_hit_says_where_it_is() {
    let dataset = small();
    for (id, word, expected) in [
        (
            "taobao-blocks-wechat",
            "wechat",
            "the title, the id, the name WeChat, the name Taobao links in WeChat",
        ),
        (
            "taobao-blocks-wechat",
            "微信",
            "the Chinese title, 微信, a name of WeChat, 微信内打开淘宝链接, a name of Taobao links in WeChat",
        ),
        ("taobao-blocks-wechat", "nobody said", "the summary"),
        ("taobao-blocks-wechat", "十一月", "the Chinese summary"),
        ("taobao-blocks-wechat", "disagree", "the note"),
        ("taobao-blocks-wechat", "ＴＸ", "TX, a name of Tencent"),
        ("links-open", "short video", "short video links, a name of Douyin links in WeChat"),
        ("links-open", "zzz", ""),
        // Named twice as an actor, and touched as well: one company.
        ("hostile-text", "企鹅", "企鹅, a name of Tencent"),
        ("hostile-text", "report", "the name Report"),
    ] {
        let milestone = dataset.find(id).expect("a milestone");
        let found = hit_fields(&fold(word), milestone, &dataset);
        let words: Vec<String> = found.iter().map(|place| place.words(&fold(word), &dataset)).collect();
        assert_eq!(words.join(", "), expected, "{word} in {id}");
    }
    let milestone = dataset.find("douyin-sues").expect("a milestone");
    let found = hit_fields("bytedance", milestone, &dataset);
    assert_eq!(found, [HitField::Name(Field::Company, 2)]);
}

/// A milestone that says where a word stands is one that matches, and the other way round.
#[test]
fn what_matches_a_word_has_a_place_for_it() {
    let dataset = small();
    let mut searcher = Searcher::new(&dataset);
    for word in ["微", "links", "a", "the 17th", "支付", "zzz", "walls", "out"] {
        let query = query(&format!("\"{word}\""), &dataset);
        let with_places = dataset.milestones().filter(|one| !hit_fields(word, *one, &dataset).is_empty());
        let expected: Vec<&str> = with_places.map(Milestone::id).collect();
        assert_eq!(found(&query, &mut searcher, &dataset), expected, "{word}");
    }
}

#[test]
fn of_very_many_names_that_are_none_the_first_get_advice() {
    let dataset = load(include_str!("../data/small.toml")).dataset.expect("a dataset");
    let names: Vec<String> = (0..3_000).map(|nth| format!("tencnet{nth}")).collect();
    let several = names.iter().map(|name| format!("company:{name}")).collect::<Vec<_>>().join(" ");
    for query in [format!("company:{}", names.join(",")), several] {
        let faults = Query::parse(&query, &dataset).faults;
        assert_eq!(faults.len(), names.len());
        let advised = faults.iter().filter(|fault| fault.help.is_some()).count();
        assert_eq!(advised, 100, "and so a hundred looked for what is near to them");
        assert!(faults[..100].iter().all(|fault| fault.help.is_some()));
    }
}
