//! What is said of an export that was made again.

use super::super::list::padded;
use super::lines::changes;
use crate::export::verify::{Differences, ExportText, MilestoneBlock, MilestoneDifference, Verdict};
use crate::fault::MOST;
use crate::text::{self, Breaks, width};

/// Columns of dates: one that is longer, as anyone may write it, moves its own title and no other.
const DATE: usize = 40;

/// Lines that are shown where only how it is written differs, which may be all of them.
const LAYOUT: usize = 24;

/// Lines that are shown of one milestone, and of what is none.
const LINES: usize = 100;

/// What is said of an export, and of itself made again.
pub(super) struct Report<'a> {
    name: &'a str,
    export: &'a ExportText<'a>,
    again: &'a ExportText<'a>,
    text: String,
}

impl<'a> Report<'a> {
    /// All of it, whatever is quoted in it made harmless.
    pub(super) fn text(
        name: &'a str,
        export: &'a ExportText<'a>,
        again: &'a ExportText<'a>,
        verdict: &Verdict<'_>,
    ) -> String {
        let mut report = Self { name, export, again, text: String::new() };
        report.say(verdict);
        report.text
    }

    fn say(&mut self, verdict: &Verdict<'_>) {
        let is_newer = self.export.digest().is_some_and(|digest| self.again.digest() != Some(digest));
        let newer = if is_newer { "; the dataset changed since, but nothing that is in here" } else { "" };
        match verdict {
            Verdict::Same => self.head(&format!(": the same{newer}")),
            Verdict::Rewritten(lines) => {
                self.head(&format!(" differs: only in how it is written, and in no word{newer}"));
                self.line("blanks, line breaks, bullets, or the quotes and the order of the front matter");
                self.line("- as it was made, + as it is in the file");
                self.line("");
                self.layout(lines);
            }
            Verdict::Edited(differences) => {
                let or = if self.generators().is_some() {
                    ", or worded by another version of the program"
                } else {
                    ""
                };
                self.head(&format!(" differs: edited by hand{or}"));
                self.say_generators();
                let words = VerdictWords { new: "added", gone: "removed" };
                self.all(differences, &words, "- as it was made, + as it is in the file");
            }
            Verdict::Changed(differences) => {
                self.head(&self.change());
                self.say_generators();
                if self.export.digest().is_some() {
                    self.line("an edit by hand cannot be told from that: it would be among what follows");
                }
                let words = VerdictWords { new: "new", gone: "gone" };
                self.all(differences, &words, "- as in the file, + as in the dataset now");
            }
        }
    }

    /// Where the differences come from, and between which versions.
    fn change(&self) -> String {
        if self.export.digest().is_none() {
            return " differs: edited by hand, or the dataset changed since; it has no `digest` to tell by"
                .to_owned();
        }
        let versions = match (self.export.version(), self.again.version()) {
            (old, new) if old == new => String::new(),
            (old, new) => format!(" (version {} → {})", old.unwrap_or("none"), new.unwrap_or("none")),
        };
        format!(" differs: the dataset changed since{versions}")
    }

    /// Who made the export and who made it again, where that is another: it may have other words for the same.
    fn generators(&self) -> Option<(&'a str, &'a str)> {
        self.export.generator().zip(self.again.generator()).filter(|(old, new)| old != new)
    }

    fn say_generators(&mut self) {
        if let Some((old, new)) = self.generators() {
            self.line(&format!("made by {old}, and this is {new}: the wording may be another"));
        }
    }

    fn all(&mut self, found: &Differences<'_>, words: &VerdictWords, signs: &str) {
        let mut counts =
            [(0, "changed"), (0, words.new), (0, words.gone), (found.rewritten, "only written differently")];
        for difference in &found.milestones {
            counts[place(difference)].0 += 1;
        }
        let counted: Vec<String> =
            counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
        let counted = if counted.is_empty() { "no milestone differs".to_owned() } else { counted.join(", ") };
        self.line(&format!("{counted} ({signs})"));
        if !found.milestones.is_empty() {
            self.line("");
        }
        let dates = found.milestones.iter().map(|difference| width(shown(difference).date));
        let widest = dates.max().unwrap_or_default().min(DATE);
        for difference in found.milestones.iter().take(MOST) {
            let (_, word) = counts[place(difference)];
            let MilestoneBlock { date, title, .. } = shown(difference);
            self.line(format!("{word:<8} {}  {title}", padded(date, widest)).trim_end());
            if let MilestoneDifference::Changed(old, new) = difference {
                self.first(&changes(&old.lines, &new.lines, 0), LINES);
            }
        }
        let more = found.milestones.len().saturating_sub(MOST);
        if more > 0 {
            self.line(&format!("and {more} more"));
        }
        if let Some([old, new]) = &found.elsewhere {
            self.line("");
            self.line("elsewhere (front matter, headings, sources)");
            self.first(&changes(old, new, 0), LINES);
        }
        if let Some(lines) = &found.layout {
            self.line("");
            self.line("only the order of lines, or how they are written");
            self.layout(lines);
        }
    }

    fn layout(&mut self, [old, new]: &[Vec<&str>; 2]) {
        self.first(&changes(old, new, 1), LAYOUT);
    }

    /// The first of these lines, and how many more there are.
    fn first(&mut self, lines: &[String], most: usize) {
        let (shown, more) = lines.split_at(lines.len().min(most));
        for line in shown {
            self.line(line);
        }
        if !more.is_empty() {
            self.line(&format!("  … and {} lines more", more.len()));
        }
    }

    fn head(&mut self, words: &str) {
        self.line(&format!("{}{words}", self.name));
    }

    fn line(&mut self, words: &str) {
        self.text.push_str(&text::scrub(words, Breaks::Fold));
        self.text.push('\n');
    }
}

/// How differences are called: it depends on what they come from.
struct VerdictWords {
    new: &'static str,
    gone: &'static str,
}

fn place(difference: &MilestoneDifference<'_>) -> usize {
    match difference {
        MilestoneDifference::Changed(..) => 0,
        MilestoneDifference::New(_) => 1,
        MilestoneDifference::Gone(_) => 2,
    }
}

/// The milestone as it is called: by what it is now, where it changed.
fn shown<'a>(difference: &'a MilestoneDifference<'a>) -> &'a MilestoneBlock<'a> {
    match difference {
        MilestoneDifference::Changed(_, block)
        | MilestoneDifference::New(block)
        | MilestoneDifference::Gone(block) => block,
    }
}
