//! What is said of an export that was made again.

use std::io;

use super::super::console::Console;
use super::super::failure::{Failure, Status};
use super::super::list::padded;
use crate::export::verify::{Block, Difference, Differences, Export, Verdict};
use crate::text::{self, Breaks, Change, differences, width};

/// What is said of an export, and of itself made again.
pub(super) struct Report<'a> {
    pub(super) name: &'a str,
    pub(super) export: &'a Export<'a>,
    pub(super) again: &'a Export<'a>,
}

impl Report<'_> {
    pub(super) fn print(&self, verdict: Verdict<'_>, console: &mut Console<'_>) -> Result<Status, Failure> {
        let is_newer = self.export.digest().is_some_and(|digest| self.again.digest() != Some(digest));
        match verdict {
            Verdict::Same if is_newer => {
                self.head(": the same; the dataset changed since, but nothing that is in here", console)?;
                Ok(Status::Done)
            }
            Verdict::Same => {
                self.head(": the same", console)?;
                Ok(Status::Done)
            }
            Verdict::Edited(differences) => {
                let or = if self.generators().is_some() {
                    ", or worded by another version of the program"
                } else {
                    ""
                };
                self.head(&format!(" differs: edited by hand{or}"), console)?;
                self.say_generators(console)?;
                let words = Words { new: "added", gone: "removed" };
                words.all(&differences, "- as it was made, + as it is in the file", console)?;
                Ok(Status::Fault)
            }
            Verdict::Changed(differences) => {
                self.head(&self.change(), console)?;
                self.say_generators(console)?;
                if self.export.digest().is_some() {
                    line(
                        "an edit by hand cannot be told from that: it would be among what follows",
                        console,
                    )?;
                }
                let words = Words { new: "new", gone: "gone" };
                words.all(&differences, "- as in the file, + as in the dataset now", console)?;
                Ok(Status::Fault)
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
    fn generators(&self) -> Option<(&str, &str)> {
        self.export.generator().zip(self.again.generator()).filter(|(old, new)| old != new)
    }

    fn say_generators(&self, console: &mut Console<'_>) -> io::Result<()> {
        match self.generators() {
            Some((old, new)) => {
                line(&format!("made by {old}, and this is {new}: the wording may be another"), console)
            }
            None => Ok(()),
        }
    }

    fn head(&self, words: &str, console: &mut Console<'_>) -> io::Result<()> {
        line(&format!("{}{words}", self.name), console)
    }
}

/// How differences are called: it depends on what they come from.
struct Words {
    new: &'static str,
    gone: &'static str,
}

impl Words {
    fn all(&self, found: &Differences<'_>, signs: &str, console: &mut Console<'_>) -> io::Result<()> {
        let mut counts = [(0, "changed"), (0, self.new), (0, self.gone)];
        for difference in &found.milestones {
            counts[place(difference)].0 += 1;
        }
        let counted: Vec<String> =
            counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
        let counted = if counted.is_empty() { "no milestone differs".to_owned() } else { counted.join(", ") };
        line(&format!("{counted} ({signs})"), console)?;
        if !found.milestones.is_empty() {
            line("", console)?;
        }
        let dates = found.milestones.iter().map(|difference| width(shown(difference).date));
        let widest = dates.max().unwrap_or_default();
        for difference in &found.milestones {
            let (_, word) = counts[place(difference)];
            let Block { date, title, .. } = shown(difference);
            line(format!("{word:<8} {}  {title}", padded(date, widest)).trim_end(), console)?;
            if let Difference::Changed(old, new) = difference {
                changes(&old.lines, &new.lines, 0, console)?;
            }
        }
        if let Some([old, new]) = &found.elsewhere {
            line("", console)?;
            line("elsewhere (front matter, headings, sources)", console)?;
            changes(old, new, 0, console)?;
        }
        if let Some([old, new]) = &found.layout {
            line("", console)?;
            line("only the order of lines, or the blank ones between them", console)?;
            changes(old, new, 1, console)?;
        }
        Ok(())
    }
}

fn place(difference: &Difference<'_>) -> usize {
    match difference {
        Difference::Changed(..) => 0,
        Difference::New(_) => 1,
        Difference::Gone(_) => 2,
    }
}

/// The milestone as it is called: by what it is now, where it changed.
fn shown<'a>(difference: &'a Difference<'a>) -> &'a Block<'a> {
    match difference {
        Difference::Changed(_, block) | Difference::New(block) | Difference::Gone(block) => block,
    }
}

fn changes(old: &[&str], new: &[&str], context: usize, console: &mut Console<'_>) -> io::Result<()> {
    for change in differences(&old.join("\n"), &new.join("\n"), context) {
        match change {
            Change::Old(text) => line(&format!("  - {text}"), console)?,
            Change::New(text) => line(&format!("  + {text}"), console)?,
            Change::Same(text) => line(&format!("    {text}"), console)?,
            Change::Skipped(_) => {}
        }
    }
    Ok(())
}

/// A line of the report, whatever is quoted in it.
fn line(words: &str, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "{}", text::scrub(words, Breaks::Fold))
}
