//! That what `walls` prints of the embedded dataset is what the research found, row by row and day by day.

#![allow(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::process::Command;

use chrono::NaiveDate;
use serde_json::Value;
use wallchart::dataset::load::load;
use wallchart::dataset::{BarrierId, said_outcome};
use wallchart::date::Date;
use wallchart::text::width;
use wallchart::words::en;

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

#[test]
fn how_long_each_was_shut_is_as_researched() {
    let walls = walls(&[]);
    let table = rows(include_str!("shut.tsv"));
    for row in &table {
        let &[id, shut, open, days] = row.as_slice() else { panic!("{row:?}") };
        let between = open.parse::<NaiveDate>().unwrap() - shut.parse::<NaiveDate>().unwrap();
        assert_eq!(between.num_days().to_string(), days, "{id}: the table");
        let found = &wall(&walls, id)["shut_days"];
        assert_eq!([found["min"].to_string(), found["max"].to_string()], [days, days], "{id}");
    }
    assert_eq!((table.len(), walls.len()), (7, 56));
}

/// An entry of the column "effects": from its first to its last possible day.
struct Entry {
    date: &'static str,
    days: (NaiveDate, NaiveDate),
    state: &'static str,
    milestone: &'static str,
}

fn history(cell: &'static str) -> Vec<Entry> {
    let entry = |entry: &'static str| {
        let [written, state, milestone] = entry.split(':').collect::<Vec<_>>().try_into().unwrap();
        let date = Date::parse(written).unwrap();
        Entry { date: written, days: (date.earliest().unwrap(), date.latest().unwrap()), state, milestone }
    };
    let mut entries: Vec<Entry> = cell.split(';').map(entry).collect();
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
            let (wall, entries) = (wall(&walls, row[0]), history(row[5]));
            let (state, possible) = on(&entries, row[4], day.parse().unwrap());
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
    for row in rows(include_str!("barriers.tsv")) {
        let wall = wall(&walls, row[0]);
        assert_eq!(wall["state"], row[4], "{}", row[0]);
        assert_eq!(wall["since"], Value::Null, "{}", row[0]);
    }
}

/// A table whose first row has the days (or years) and whose first column the ids (or states).
fn grid(table: &'static str) -> (Vec<&'static str>, Vec<Vec<&'static str>>) {
    let mut rows = rows(table);
    let head = rows.remove(0).split_off(1);
    (head, rows)
}

#[test]
fn what_stood_on_five_days_is_as_researched() {
    let (days, table) = grid(include_str!("states.tsv"));
    assert_eq!((days.len(), table.len()), (5, 56));
    for (place, day) in days.into_iter().enumerate() {
        let walls = walls(&["--at", day]);
        for row in &table {
            assert_eq!(wall(&walls, row[0])["state"], row[place + 1], "{} on {day}", row[0]);
        }
    }
}

#[test]
fn how_many_stood_how_by_the_end_of_each_year_is_as_researched() {
    let (states, table) = grid(include_str!("totals.tsv"));
    assert_eq!(table.len(), 13);
    for row in table {
        let walls = walls(&["--at", row[0]]);
        let count = |state: &&str| walls.iter().filter(|wall| wall["state"] == **state).count().to_string();
        assert_eq!(states.iter().map(count).collect::<Vec<_>>(), row[1..], "{}", row[0]);
    }
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
            ids.join(",")
        };
        assert_eq!([ids("holders"), ids("against")], [row[1], row[2]], "{}", row[0]);
        assert_eq!(wall["channel"], row[3]);
        let told =
            |entry: Entry| (entry.state, entry.milestone, entry.days.0.to_string(), entry.days.1.to_string());
        let found = wall["history"].as_array().unwrap();
        let text = |step: &'_ Value, key: &str| step[key].as_str().unwrap().to_owned();
        assert_eq!(found.len(), row[5].split(';').count(), "{}", row[0]);
        for (step, expected) in found.iter().zip(history(row[5]).into_iter().map(told)) {
            let step = ["state", "milestone", "earliest", "latest"].map(|key| text(step, key));
            assert_eq!(step, [expected.0, expected.1, &expected.2, &expected.3], "{}", row[0]);
        }
    }
}

#[test]
fn no_name_and_no_outcome_of_a_wall_is_cut_in_the_lanes() {
    let dataset = load(include_str!("../../data/milestones.toml")).dataset.unwrap();
    for (place, barrier) in dataset.barriers().iter().enumerate() {
        assert!(width(&barrier.name) <= 27, "{}", barrier.name);
        let said = said_outcome(BarrierId::new(place), &dataset, &en::WORDS);
        for (cols, row) in
            [(35, said.row(35, "·")), (28, said.short_row(28, "·")), (8, said.short_row(8, "·"))]
        {
            assert!(width(&row) <= cols && !row.is_empty(), "{}: {row}", barrier.id);
        }
    }
}
