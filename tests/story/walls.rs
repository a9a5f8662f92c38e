//! That what `walls` prints of the embedded dataset is what the research found, row by row and day by day.

#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::process::Command;

use chrono::NaiveDate;
use serde_json::Value;
use wallchart::date::Date;

use super::rows;

/// The objects that `walls --json` prints.
#[track_caller]
fn walls(args: &[&str]) -> Vec<Value> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wallchart"));
    let output = program.args(["walls", "--json"]).args(args).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {output:?}");
    let objects = str::from_utf8(&output.stdout).unwrap().lines();
    objects.map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The object of one barrier.
fn wall<'a>(walls: &'a [Value], id: &str) -> &'a Value {
    walls.iter().find(|wall| wall["id"] == id).unwrap()
}

/// Barriers of which the program knows less than the table says, and why: the table counts from the first documented
/// refusal, but says in its notes that the wall is older, so that there is no most.
const OLDER: [&str; 2] = ["jd-logistics-on-taobao", "wechat-search-crawlers"];

#[test]
fn how_long_each_was_shut_is_as_researched() {
    let walls = walls(&[]);
    let table = rows(include_str!("shut.tsv"));
    for row in &table {
        let &[id, closed, eased, opened, lasted] = row.as_slice() else { panic!("{row:?}") };
        let wall = wall(&walls, id);
        let dates = ["closed", "eased", "opened"].map(|key| wall[key].as_str());
        let told = |cell: &'static str| match cell {
            "not found" | "not established" => None,
            // That it was limited, not closed, its history tells.
            date => date.split(' ').next(),
        };
        assert_eq!(dates, [told(closed), told(eased), told(opened)], "{id}");
        let shut = &wall["shut_days"];
        // One shut before anything is told of it has no number at all.
        assert_eq!(shut.is_null(), closed == "not established", "{id}");
        let is_endless = opened == "not found" || OLDER.contains(&id);
        assert_eq!(shut["max"].is_null(), shut.is_null() || is_endless, "{id}");
        assert!(shut.is_null() || shut["min"].as_i64().unwrap() >= 0, "{id}");
        match lasted.split_once(' ').map(|(number, unit)| (number.parse::<f64>(), unit)) {
            // The table takes the middle of a soft date.
            Some((Ok(number), unit)) => {
                let min = shut["min"].as_f64().unwrap();
                let middle = f64::midpoint(min, shut["max"].as_f64().unwrap_or(min));
                let said = if unit == "years" { middle / 365.2425 } else { middle };
                let digit = if unit == "years" { 0.05 } else { 0.5 };
                assert!((said - number).abs() <= digit, "{id}: {said} {unit}, and {number} as researched");
            }
            _ => assert!(opened == "not found" || lasted == "start not established", "{id}: {lasted}"),
        }
    }
    assert_eq!((table.len(), walls.len()), (49, 49));
}

/// An entry of the column "history": from its first to its last possible day.
struct Entry {
    date: &'static str,
    days: (NaiveDate, NaiveDate),
    state: &'static str,
    milestone: &'static str,
}

fn history(cell: &'static str) -> Vec<Entry> {
    let entry = |entry: &'static str| {
        let [written, state, milestone] = entry.split('=').collect::<Vec<_>>().try_into().unwrap();
        let date = Date::parse(written).unwrap();
        Entry { date: written, days: (date.earliest().unwrap(), date.latest().unwrap()), state, milestone }
    };
    let mut entries: Vec<Entry> = cell.split(' ').map(entry).collect();
    entries.sort_by_key(|entry| (entry.days.0, Reverse(entry.days.1)));
    entries
}

/// Day by day and entry by entry: what stands is what the last entry says that is over; what may stand is that, and
/// what every entry says that has begun and is not over.
fn on(entries: &[Entry], before: &str, day: NaiveDate) -> (String, BTreeSet<String>) {
    let over = entries.iter().filter(|entry| entry.days.1 <= day);
    let state = over.map(|entry| entry.state).next_back().unwrap_or(before).to_owned();
    let begun = entries.iter().filter(|entry| entry.days.0 <= day && day < entry.days.1);
    let possible = begun.map(|entry| entry.state.to_owned()).chain([state.clone()]);
    (state, possible.collect())
}

/// What stood before the first effect, by the notes of the research: what is not listed was open.
const BEFORE: [(&str, &[&str]); 3] = [
    (
        "unknown",
        &[
            "wechat-external-links-general",
            "wechat-taobao-checkout",
            "wechatpay-unionpay-codes",
            "taobao-unionpay",
            "wechatpay-jdpay-codes",
            "taote-wechat-pay",
            "wechat-ads-to-taobao",
            "douyin-ads-to-taobao",
            "tencent-games-on-bytedance",
            "music-exclusives",
            "tencent-video-on-douyin",
            "wechat-alibaba-mini-programs",
            "alipay-meituan-mini-programs",
            "cainiao-on-jd",
        ],
    ),
    // Parts of an older block, or said to be older than what is told of them.
    (
        "closed",
        &[
            "qq-taobao-links",
            "wechat-article-taobao-links",
            "wechat-search-crawlers",
            "jd-logistics-on-taobao",
        ],
    ),
    // There was nothing to refuse before: what was kept out, or the way to it, was new.
    (
        "none",
        &[
            "wechat-duoshan-links",
            "douyin-taobao-links",
            "wechat-alipay-sharing",
            "taobao-wechat-pay",
            "alibaba-apps-wechat-pay",
        ],
    ),
];

fn before(id: &str) -> &'static str {
    BEFORE.iter().find(|(_, ids)| ids.contains(&id)).map_or("open", |(state, _)| state)
}

/// The date of the first entry in a row, up to `day`, that says what stands on it: since when it is documented.
fn since(entries: &[Entry], day: NaiveDate) -> Option<&'static str> {
    let over: Vec<&Entry> = entries.iter().filter(|entry| entry.days.1 <= day).collect();
    let state = over.last()?.state;
    over.iter().rev().take_while(|entry| entry.state == state).last().map(|entry| entry.date)
}

const DAYS: [&str; 12] = [
    "2011-06-30",
    "2013-11-15",
    "2013-12-31",
    "2016-07-14",
    "2018-06-01",
    "2020-01-20",
    "2021-09-17",
    "2021-11-29",
    "2024-02-15",
    "2024-09-26",
    "2024-10-09",
    "2024-12-31",
];

#[test]
fn what_stood_on_any_day_is_as_researched() {
    let table = rows(include_str!("barriers.tsv"));
    let mut soft = 0;
    for day in DAYS {
        let walls = walls(&["--at", day]);
        for row in &table {
            let (wall, entries) = (wall(&walls, row[0]), history(row[4]));
            let (state, possible) = on(&entries, before(row[0]), day.parse().unwrap());
            soft += usize::from(possible.len() > 1);
            let since = since(&entries, day.parse().unwrap());
            assert_eq!(wall["since"].as_str(), since, "{} on {day}: since", row[0]);
            let found = wall["possible"].as_array().unwrap().iter();
            let found: BTreeSet<String> = found.map(|state| state.as_str().unwrap().to_owned()).collect();
            assert_eq!(
                (wall["state"].as_str().unwrap(), found),
                (state.as_str(), possible),
                "{} on {day}",
                row[0]
            );
        }
    }
    assert!(soft > 5, "only {soft} times are several states possible: do these days test anything?");
}

#[test]
fn what_stood_before_anything_is_told_is_as_researched() {
    let walls = walls(&["--at", "1999"]);
    for wall in &walls {
        let id = wall["id"].as_str().unwrap();
        assert_eq!(wall["state"], before(id), "{id}");
        assert_eq!(wall["since"], Value::Null, "{id}");
    }
    let listed = BEFORE.iter().flat_map(|(_, ids)| *ids);
    assert!(listed.clone().all(|id| walls.iter().any(|wall| wall["id"] == *id)), "an id that is none");
    assert_eq!(listed.count(), 23);
}

#[test]
fn who_moved_each_and_in_whose_answer_is_as_researched() {
    let milestones = rows(include_str!("milestones.tsv"));
    let mut answers = 0;
    for wall in walls(&[]) {
        for step in wall["history"].as_array().unwrap() {
            let row = milestones.iter().find(|row| step["milestone"] == row[0]).unwrap();
            let ids = |key: &str| {
                let ids = step[key].as_array().unwrap().iter();
                ids.map(|id| id.as_str().unwrap().to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(ids("actors").join(" "), row[4], "{}", row[0]);
            let relations = row[8].split(' ').filter_map(|relation| relation.split_once(':'));
            let answered = relations.filter(|(kind, _)| ["responds-to", "lifts"].contains(kind));
            let answered: Vec<&str> = answered.map(|(_, to)| to).collect();
            assert_eq!(ids("answers"), answered, "{}", row[0]);
            answers += answered.len();
        }
    }
    assert!(answers > 30, "only {answers} answers");
}

#[test]
fn parties_channels_and_histories_are_as_researched() {
    let walls = walls(&[]);
    for row in rows(include_str!("barriers.tsv")) {
        let wall = wall(&walls, row[0]);
        let ids = |key: &str| {
            let ids: Vec<&str> =
                wall[key].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
            ids.join(" ")
        };
        assert_eq!([ids("holders"), ids("against")], [row[1], row[2]], "{}", row[0]);
        assert_eq!(wall["channel"], row[3]);
        let told =
            |entry: Entry| (entry.state, entry.milestone, entry.days.0.to_string(), entry.days.1.to_string());
        let found = wall["history"].as_array().unwrap();
        let text = |step: &'_ Value, key: &str| step[key].as_str().unwrap().to_owned();
        assert_eq!(found.len(), row[4].split(' ').count(), "{}", row[0]);
        for (step, expected) in found.iter().zip(history(row[4]).into_iter().map(told)) {
            let step = ["state", "milestone", "earliest", "latest"].map(|key| text(step, key));
            assert_eq!(step, [expected.0, expected.1, &expected.2, &expected.3], "{}", row[0]);
        }
    }
}
