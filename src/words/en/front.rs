//! The front page in English.

use crate::words::FrontWords;

pub(super) const FRONT: FrontWords = FrontWords {
    read: ["Read it as a story", "Read it"],
    read_short: "read",
    views: "views",
    front: "what this is",
    timeline: "what happened, by date",
    lanes: "every wall through the years",
    walls: "who shuts out whom, any day",
    ledger: "two companies, move by move",
    story: "one event a page",
    milestones: "Milestones through the years",
    open: |count| format!("{count} open"),
    limited: |count| format!("{count} limited"),
    trial: |count| format!("{count} on trial"),
    trial_short: |count| format!("{count} trial"),
    closed: |count| format!("{count} closed"),
    unknown: |count| format!("{count} not known"),
    none: |count| format!("{count} not there yet"),
    gone: |count| format!("{count} no more"),
    walls_at: |walls, end| format!("{} at {end}: ", counted(walls, "wall")),
    some_walls_at: |end| format!("Walls at {end}: "),
    at: |end| format!("{}: ", capital(end.strip_prefix("the ").unwrap_or(end))),
    peak: |count, end| format!("{count} closed at {end}"),
    peak_short: |count, year| format!("closed: {count} in {year}"),
    legend,
    steps: |walls| format!("one step is {walls} walls"),
    sizes,
    other_key: |view| format!("any other key: the {view}"),
    page: |read, all| format!("{read} of {all}"),
    landmark: |read, all| format!("landmark {read} of {all}"),
    before_landmarks: |all| format!("before landmark 1 of {all}"),
    after_landmark: |read, all| format!("after landmark {read} of {all}"),
    first_page: "this is the first page",
    last_page: "this is the last page",
    last_landmark: |key| format!("this is the last landmark; {key} reads all milestones"),
    no_front: "this timeline says nothing of itself",
    no_landmarks: "no milestone here is a landmark: all of them are read",
    all_read: |key| format!("all milestones are read; {key} reads the landmarks alone"),
    landmarks_read: |key| format!("the landmarks are read; {key} reads all milestones"),
};

fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

fn legend(months: i64) -> [String; 2] {
    let stretch = match months {
        1 => "each month".to_owned(),
        3 => "each quarter".to_owned(),
        12 => "each year".to_owned(),
        months => format!("every {} years", months / 12),
    };
    [format!("Walls at the end of {stretch}:"), "shut above the years, open below".to_owned()]
}

fn sizes([milestones, walls, sources]: [usize; 3], between: &str) -> String {
    let all = [(milestones, "milestone"), (walls, "wall"), (sources, "source")];
    let said = all.into_iter().filter(|(count, _)| *count > 0).map(|(count, one)| counted(count, one));
    said.collect::<Vec<_>>().join(&format!(" {between} "))
}
