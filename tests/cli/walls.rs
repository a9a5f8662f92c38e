//! `walls`: what it prints of every barrier.

use serde_json::Value;

use crate::{SMALL, STORY, refused, run, run_on};

/// The objects that `walls --json` prints of the story.
#[track_caller]
fn walls(args: &[&str]) -> Vec<Value> {
    let run = run(&[&["walls", STORY, "--json"], args].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The object of one barrier.
fn wall<'a>(walls: &'a [Value], id: &str) -> &'a Value {
    walls.iter().find(|wall| wall["id"] == id).unwrap()
}

#[test]
fn a_gate_without_an_opening_is_never_said_to_be_shut_still() {
    for args in [
        &["walls", STORY][..],
        &["walls", STORY, "--at", "2018"],
        &["walls", SMALL],
        &["walls", STORY, "--json"],
    ] {
        let printed = run(args).out.to_lowercase();
        assert!(printed.contains("no opening found") || args.contains(&SMALL), "{printed}");
        let said = ["still shut", "still closed", "still limited", "shut since", "never opened"];
        assert_eq!(said.into_iter().find(|words| printed.contains(words)), None, "{args:?}");
    }
}

#[test]
fn json_is_an_object_a_line_with_stable_keys() {
    let args = ["walls", SMALL, "--json", "-q", "barrier:wechat-taobao-links -tone:closing"];
    let whole = run(&args);
    assert_eq!((whole.status, whole.err.as_str()), (0, ""));
    // Every effect counts, whatever the filter; the milestone that closed it is filtered out. The other barrier is
    // moved by the same milestone.
    insta::assert_snapshot!("walls-json", whole.out);
    let order = "id name note holders against channel state possible since outcome closed eased opened shut_days history";
    for line in whole.out.lines() {
        let places: Vec<usize> =
            order.split(' ').map(|key| line.find(&format!("\"{key}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{line}");
    }
    let never = run_on(BARE.as_bytes(), &["walls", "-", "--json"]).out;
    let never: Value = serde_json::from_str(&never).unwrap();
    assert_eq!(never["state"], "none");
    assert_eq!(never["outcome"]["words"], "not there yet");
    for key in ["since", "closed", "eased", "opened", "shut_days"] {
        assert_eq!(never[key], Value::Null, "{key}");
    }
    assert_eq!(never["history"], serde_json::json!([]));
    assert_eq!(never["against"], serde_json::json!(["any"]));
}

/// A dataset whose names are Chinese, with a barrier of which nothing is told, and no span.
const BARE: &str = r#"
schema = 1
[dataset]
id = "bare"
title = "墙"
[[company]]
id = "a"
name = "甲"
[[channel]]
id = "pay"
name = "支付"
[[barrier]]
id = "gate"
name = "甲的门"
holders = ["a"]
against = ["any"]
channel = "pay"
before = "none"
"#;

#[test]
fn lines_are_in_columns_grouped_by_channel() {
    let whole = run(&["walls", SMALL]);
    assert_eq!((whole.status, whole.err.as_str()), (0, ""));
    insta::assert_snapshot!("walls", whole.out);
    insta::assert_snapshot!("walls-soft", run(&["walls", SMALL, "--at", "2022-09-01"]).out);
    insta::assert_snapshot!("walls-early", run(&["walls", SMALL, "--at", "2013-11-15"]).out);
    let bare = run_on(BARE.as_bytes(), &["walls", "-"]);
    assert_eq!((bare.status, bare.err.as_str()), (0, ""));
    assert_eq!(bare.out, "not there yet      pay  gate  甲的门\n");
}

#[test]
fn chinese_names_keep_the_columns() {
    let text = std::fs::read_to_string(SMALL).unwrap();
    let text = text
        .replace("\"payment\"", "\"pay\"")
        .replace("name = \"Taobao links in WeChat\"", "name = \"微信内的淘宝\"");
    let whole = run_on(text.as_bytes(), &["walls", "-", "-c", "腾讯", "-k", "解除链接屏蔽"]);
    assert_eq!((whole.status, whole.err.as_str()), (0, ""));
    assert_eq!(whole.out, "open  2021-11-29?  shut ~8.0 y  links  wechat-taobao-links  微信内的淘宝\n");
}

#[test]
fn a_coarse_date_means_its_last_day_and_any_way_to_write_it_will_do() {
    let on = |at: &str| run(&["walls", STORY, "--at", at]).out;
    assert_eq!(on("2021-11"), on("2021-11-30"));
    assert_ne!(on("2021-11"), on("2021-11-01"));
    assert_eq!(on("2022-41"), on("2022-12-31"));
    assert_eq!(on("nov 2021"), on("2021-11-30"));
    assert_eq!(on("２０２１年１１月"), on("2021-11-30"));
    assert_eq!(on("2024"), run(&["walls", STORY]).out, "the end of the span is where it begins");
    assert_eq!(on("-0044"), on("1066"));
    let text = std::fs::read_to_string(SMALL).unwrap();
    let endless = text.replace("span = \"2013/2024\"", "span = \"2013/..\"");
    let last = run_on(endless.as_bytes(), &["walls", "-"]);
    assert_eq!(last.out, run(&["walls", SMALL, "--at", "2024-09-27"]).out, "else the day of the last effect");
}

#[test]
fn what_is_no_day_is_said_with_what_is() {
    let usual = "write a date: 2021-09-17, 2021-09, 2021, \"sept 2021\"";
    for (at, message, help) in [
        ("2013-11/..", "`2013-11/..` has no last day", usual),
        ("Y-4600000000", "`Y-4600000000` is beyond the calendar, on whose days walls stand", usual),
        ("soon", "`soon` is no date", "write a date as `2021-09-09`, `2021-09` or `2021`"),
        (
            "links-open",
            "`links-open` is no date",
            "it is a milestone: write its date, [2021-09-17,2021-09-18]",
        ),
    ] {
        let carets = "^".repeat(at.len());
        let said = format!("error: {message}\n  | --at {at}\n  |      {carets}\nhelp: {help}\n");
        refused(&["walls", SMALL, "--at", at], 2, &said);
        refused(&["walls", "--json", SMALL, "--at", at], 2, &said);
    }
    let both = run(&["walls", SMALL, "-c", "tencnet", "--at", " "]);
    assert!(
        both.status == 2 && both.err.contains("`tencnet`") && both.err.contains("a date is missing"),
        "{both:?}"
    );
    refused(
        &["--at", "2021", "walls"],
        2,
        "error: FILE and options stand after `walls`, not before it\n\
         help: write `wallchart walls …`, with FILE and the options at its end\n",
    );
    refused(
        &["list", "--at", "2021"],
        2,
        "error: `--at` is for the explorer, which needs no subcommand, and for `walls`\n\
         help: write `wallchart --at …` or `wallchart walls --at …`\n",
    );
}

#[test]
fn filters_choose_barriers_and_no_effects() {
    let ids = |args: &[&str]| {
        walls(args).iter().map(|wall| wall["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["-q", "id:qq-opens-links"]), ["qq-douyin-links", "qq-taobao-links"]);
    let closed = walls(&["-q", "id:wechat-stops-taobao-links"]);
    assert_eq!(wall(&closed, "wechat-taobao-links")["opened"], "2021-11-29", "folded from all effects");
    assert!(ids(&["-c", "jd"]).len() < ids(&[]).len());
    for json in [&[][..], &["--json"]] {
        let nothing = run(&[&["walls", SMALL, "-y", "1999"], json].concat());
        assert_eq!((nothing.status, nothing.out.as_str()), (0, ""));
        assert!(
            nothing.err.starts_with("note: no milestone matches year:1999\nhelp: without"),
            "{}",
            nothing.err
        );
        let unmoved = run(&[&["walls", SMALL, "-k", "litigation"], json].concat());
        let said = "note: no milestone that matches kind:litigation moves a barrier\n";
        assert_eq!((unmoved.status, unmoved.out.as_str(), unmoved.err.as_str()), (0, "", said));
    }
    let empty = run_on(b"schema = 1\n[dataset]\nid = \"x\"\ntitle = \"X\"\n", &["walls", "-"]);
    assert_eq!((empty.status, empty.err.as_str()), (0, "note: the dataset has no barriers\n"));
}

#[test]
fn nothing_a_dataset_says_reaches_the_terminal_as_a_command() {
    let text = std::fs::read_to_string(SMALL).unwrap();
    let hostile = text.replace("name = \"Taobao links in WeChat\"", "name = \"\\u001b[2J \\u202e\"");
    for args in [&["walls", "-"][..], &["walls", "-", "--json"]] {
        let run = run_on(hostile.as_bytes(), args);
        assert!(run.status == 0 && run.out.contains('␛'), "{run:?}");
        assert!(!run.out.contains(['\u{1b}', '\u{202e}']), "{}", run.out);
    }
}

#[test]
fn one_wall_is_shown_whole_by_its_id_or_its_name() {
    let shown = run(&["show", "wechat-taobao-links", STORY]);
    assert_eq!((shown.status, shown.err.as_str()), (0, ""));
    insta::assert_snapshot!("show-wall", shown.out);
    assert_eq!(run(&["show", "Taobao links in WeChat", STORY]).out, shown.out);
    assert_eq!(run(&["show", "微信内打开淘宝链接", STORY]).out, shown.out);
    let json: Value =
        serde_json::from_str(&run(&["show", "wechat-taobao-links", STORY, "--json"]).out).unwrap();
    assert_eq!(&json, wall(&walls(&[]), "wechat-taobao-links"));
}

#[test]
fn what_is_neither_a_milestone_nor_a_wall_is_told_the_nearest_of_both() {
    for (id, near) in [
        ("wechat-taobao-link", "wechat-taobao-links"),
        ("Taobao links in WeChta", "Taobao links in WeChat"),
        ("miit-guidance-meetin", "miit-guidance-meeting"),
    ] {
        let message =
            format!("error: there is no milestone and no wall `{id}`\nhelp: did you mean `{near}`?\n");
        refused(&["show", id, STORY], 1, &message);
    }
}

#[test]
fn the_page_of_a_wall_is_asked_for_by_the_wall() {
    refused(
        &["--view", "wall", "--at", "wechat-taobao-link", STORY],
        2,
        "error: there is no wall `wechat-taobao-link`\n  | --at wechat-taobao-link\n  |      ^^^^^^^^^^^^^^^^^^\n\
         help: did you mean `wechat-taobao-links`?\n",
    );
    refused(
        &["--view", "wall", STORY],
        2,
        "error: `--view wall` shows one wall\nhelp: name it: `--at` and its id, as `wallchart walls | cat` prints it\n",
    );
}
