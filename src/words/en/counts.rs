//! Counts in English.

use crate::words::CountWords;

pub(super) const COUNTS: CountWords = CountWords {
    of: |some, all| format!("{some} of {all}"),
    milestones: |count| counted(count, "milestone", "milestones"),
    of_milestones: |some, all| format!("{some} of {}", counted(all, "milestone", "milestones")),
    walls: |count| counted(count, "wall", "walls"),
    of_walls: |some, all| format!("{some} of {}", counted(all, "wall", "walls")),
    sources: |count| counted(count, "source", "sources"),
    lines: |count| counted(count, "line", "lines"),
    with_a_note: |count| format!("{count} with a note"),
    hits: |count| counted(count, "hit", "hits"),
    more: |count| format!("{count} more"),
    more_above: |count| format!("{count} more above"),
    more_below: |count| format!("{count} more below"),
    more_lines: |count| format!("{count} more lines"),
    selected: |count| format!("{count} selected"),
    from_to: |from, to| format!("{from} to {to}"),
    found_in: |places| format!("in {}", places.join(" and ")),
    lines_by: |count, key| format!("{}: {key}", counted(count, "more line", "more lines")),
    and_not_shown: |count| format!(", {count} not shown"),
};

/// `1 milestone`, `7 milestones`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
