//! Every colour and every glyph of the screen, and what each of them means.
//!
//! Only the terminal's own 16 colours and its own background are used, so that a page is readable on black
//! and on white; what colour says, a glyph or a word says too. Without colours (`NO_COLOR`) bold, dim and
//! reverse stay.
//!
//! * Cyan, green and yellow are for walls and kinds, which their height and their glyph tell apart as well. No text has
//!   them: on white it could not be read (cyan comes to a contrast of 2 there, where text needs 4.5).
//! * A tone and a state have one colour each, the same in every view.
//! * Dim is for what can be left out. Some terminals have no dim (urxvt, mlterm, the Linux console), and on white it is
//!   darker than what is not dim on others: nothing is told by it alone.

use ratatui::style::{Color, Modifier, Style};

use crate::dataset::{BarrierState, Interval, Kind, Tone};
use crate::text::Ambiguous;
pub(super) use crate::text::in_brackets;
use crate::words::{Words, en};

/// The glyphs of the chrome. Many terminals in East Asia draw some of the `unicode` ones two cells wide.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// What the set is called on the command line.
    pub name: &'static str,
    /// What is cut ends with it.
    pub ellipsis: &'static str,
    /// From who acts to whom it touches.
    pub arrow: &'static str,
    /// Between the ends of a span.
    pub dash: &'static str,
    /// The keys that go sideways.
    pub sideways: &'static str,
    /// Between words on one line.
    pub dot: &'static str,
    /// Before a row on which a line goes on that had no room on the one above; never the sign of a difference.
    pub goes_on: &'static str,
    /// Before a row that is selected.
    pub selected: &'static str,
    /// Before a value that is chosen.
    pub tick: &'static str,
    /// Before a value that is excluded.
    pub cross: &'static str,
    /// Before one of two companies that are both asked for.
    pub pair: &'static str,
    /// A horizontal rule.
    pub rule: &'static str,
    /// A vertical one.
    pub wall: &'static str,
    /// An axis of time, and a stretch of it that stands out.
    pub axis: [&'static str; 2],
    /// Before a move of who stands on the left, behind one of who stands on the right.
    pub sides: [&'static str; 2],
    /// A stretch of time that is left out.
    pub quiet: &'static str,
    /// A stretch of time that has a tone.
    pub window: &'static str,
    /// The current milestone on an axis of time.
    pub here: &'static str,
    /// Below a curve, the date at which it turned.
    pub turned: &'static str,
    /// What of a long load is done, and what is left of it.
    pub progress: [&'static str; 2],
    /// One unit of a bar.
    pub block: &'static str,
    /// Heights from nothing to full.
    pub heights: [&'static str; 9],
    /// Milestones that do not match, where heights say how many do.
    pub others: &'static str,
    /// Behind what is not certain, where there is no room for a broken wall.
    pub doubt: &'static str,
    /// Walls: closed, limited, on trial, open.
    pub states: [&'static str; 4],
    /// Something lies before what is shown, or led to it.
    pub earlier: &'static str,
    /// Something lies after it, or came of it.
    pub later: &'static str,
    /// A wall of which nobody knows.
    pub unknown: &'static str,
    /// The same where it stands alone.
    pub question: &'static str,
    /// One of the few milestones that carry the story.
    pub landmark: &'static str,
    /// One on which sources disagree.
    pub disputed: &'static str,
    /// From what was to what is, one column.
    pub became: &'static str,
    /// Back to what stands before.
    pub back: &'static str,
    /// Whether a kind's `glyph` is drawn, or its `ascii`.
    kinds_in_unicode: bool,
    /// How wide what the data holds is taken to be drawn.
    pub ambiguous: Ambiguous,
}

/// For terminals that draw ambiguous characters one cell wide: nearly all.
pub static UNICODE: Glyphs = Glyphs {
    name: "unicode",
    ellipsis: "…",
    arrow: "→",
    dash: "–",
    sideways: "←→",
    dot: "·",
    goes_on: "·",
    selected: "✓",
    tick: "✓",
    cross: "−",
    pair: "=",
    rule: "─",
    wall: "│",
    axis: ["│", "┃"],
    sides: ["◂", "▸"],
    quiet: "…",
    window: "━",
    here: "▲",
    turned: "▲",
    progress: ["━", "─"],
    block: "▪",
    heights: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    others: "·",
    doubt: "~",
    states: ["▇", "▄", "▂", "▁"],
    earlier: "‹",
    later: "›",
    unknown: "·",
    question: "?",
    landmark: "★",
    disputed: "≠",
    became: "→",
    back: "←",
    kinds_in_unicode: true,
    ambiguous: Ambiguous::Narrow,
};

/// For terminals that draw ambiguous characters (UAX 11) two cells wide, as many Chinese ones do: nothing of
/// it is ambiguous.
pub static NARROW: Glyphs =
    Glyphs {
        name: "narrow", selected: "✓", tick: "✓", block: "▪", ambiguous: Ambiguous::Wide, ..ASCII
    };

/// For terminals without Unicode.
pub static ASCII: Glyphs = Glyphs {
    name: "ascii",
    ellipsis: "..",
    arrow: "->",
    dash: "-",
    sideways: "Left/Right",
    dot: "-",
    goes_on: ":",
    selected: "x",
    tick: "x",
    cross: "-",
    pair: "=",
    rule: "-",
    wall: "|",
    axis: [":", "|"],
    sides: ["<", ">"],
    quiet: ":",
    window: "=",
    here: "^",
    turned: "^",
    progress: ["=", "-"],
    block: "*",
    heights: [" ", ".", ".", ":", ":", "|", "|", "#", "#"],
    others: "'",
    doubt: "~",
    states: ["#", "=", "-", "_"],
    earlier: "<",
    later: ">",
    unknown: ".",
    question: "?",
    landmark: "*",
    disputed: "!",
    became: ">",
    back: "<-",
    kinds_in_unicode: false,
    ambiguous: Ambiguous::Narrow,
};

impl Glyphs {
    /// Whether [heights](Self::heights) are true eighths of a cell: else a cell is drawn as a whole.
    pub fn has_eighths(&self) -> bool {
        self.kinds_in_unicode
    }

    /// The set after this one, round.
    pub fn next(&self) -> &'static Self {
        match self {
            set if *set == UNICODE => &NARROW,
            set if *set == NARROW => &ASCII,
            _ => &UNICODE,
        }
    }
}

/// How things look, and in which words they are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Whether hues may be used.
    pub colors: bool,
    /// The glyphs of the chrome.
    pub glyphs: &'static Glyphs,
    /// What is said. A frame speaks as its reader chose.
    pub say: &'static Words,
}

impl Default for Theme {
    fn default() -> Self {
        Self { colors: true, glyphs: &UNICODE, say: &en::WORDS }
    }
}

impl Theme {
    /// The same, in the language that a reader chose.
    pub(super) fn speaking(self, say: &'static Words) -> Self {
        Self { say, ..self }
    }

    fn hue(self, color: Color) -> Style {
        if self.colors { Style::new().fg(color) } else { Style::new() }
    }

    /// What can be left out: rules, the years beside a title, how much more there is. What must be told has words, a
    /// glyph or a mark for it.
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The same for what the filter leaves out, where that is shown all the same.
    pub fn left_out(self, is_left_out: bool) -> Style {
        if is_left_out { self.dim() } else { Style::new() }
    }

    /// What the eye should find first.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The one current row: reverse as a whole, whatever colours its words had.
    pub fn current(self) -> Style {
        Style::reset().add_modifier(Modifier::REVERSED)
    }

    /// The place that the list is at while keys go elsewhere.
    pub fn place(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// What is selected or chosen: a mark stands before it as well.
    pub fn selected(self) -> Style {
        self.strong()
    }

    /// What was looked for, wherever it stands.
    pub fn hit(self) -> Style {
        self.hue(Color::Magenta).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED)
    }

    /// What is wrong with what is being typed: said softly, since it may be right with the next letter.
    pub fn wrong(self) -> Style {
        self.hue(Color::Red).add_modifier(Modifier::UNDERLINED)
    }

    /// A line of a file that would be there no longer: `-` stands before it.
    pub fn removed(self) -> Style {
        self.hue(Color::Red)
    }

    /// What of a line is another than before, over the style of the line.
    pub fn changed(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD)
    }

    /// What went wrong.
    pub fn bad(self) -> Style {
        self.hue(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// What a kind does to the walls.
    pub fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Closing => self.hue(Color::Red),
            Tone::Opening => self.hue(Color::Green),
            Tone::Trial => self.hue(Color::Cyan),
            // Plain blue is close to black on many terminals.
            Tone::Rule => self.hue(Color::LightBlue),
            Tone::Neutral => Style::new(),
        }
    }

    /// How high a wall stands: blank where there is none yet, or no more.
    pub fn state(self, state: BarrierState) -> (&'static str, Style) {
        let [closed, limited, trial, open] = self.glyphs.states;
        match state {
            BarrierState::None | BarrierState::Gone => (" ", Style::new()),
            BarrierState::Unknown => (self.glyphs.unknown, Style::new()),
            BarrierState::Closed => (closed, self.hue(Color::Red)),
            BarrierState::Limited => (limited, self.hue(Color::Yellow)),
            BarrierState::Trial => (trial, self.hue(Color::Cyan)),
            BarrierState::Open => (open, self.hue(Color::Green)),
        }
    }

    /// One row of a wall that is drawn `rows` high, the lowest being row 0; nothing above its top.
    pub fn tall(self, state: BarrierState, row: usize, rows: usize) -> (&'static str, Style) {
        let (low, style) = self.state(state);
        let eighths = match state {
            BarrierState::Closed => rows * 8,
            BarrierState::Limited => rows * 4,
            BarrierState::Trial => rows * 2,
            BarrierState::Open | BarrierState::Unknown | BarrierState::None | BarrierState::Gone => 1,
        };
        let glyph = match eighths.saturating_sub(row * 8) {
            0 => " ",
            // A single row is told by the glyphs of a lane, and so are all rows where there are no blocks.
            _ if rows < 2 || !self.glyphs.kinds_in_unicode || eighths == 1 => low,
            eighths => self.glyphs.heights[eighths.min(8)],
        };
        (glyph, style)
    }

    /// What is written on a wall: cut out of it, where it is drawn in blocks.
    pub fn on_wall(self, state: BarrierState) -> Style {
        let (_, style) = self.state(state);
        if self.glyphs.kinds_in_unicode {
            style.add_modifier(Modifier::REVERSED | Modifier::BOLD)
        } else {
            self.strong()
        }
    }

    /// The same as a mark beside words: behind one that is not certain stands that it is not.
    pub fn mark(self, stretch: Interval) -> (String, Style) {
        let (wall, style) = self.state(stretch.state);
        let doubt = if stretch.possible.is_certain() { "" } else { self.glyphs.doubt };
        (format!("{wall}{doubt}"), style)
    }

    /// Two layers that share a cell: the lower one in front of the upper.
    pub fn over(self, lower: Style, upper: Style) -> Style {
        let behind = Style { bg: upper.fg, ..Style::new() };
        lower.patch(behind)
    }

    /// A whole cell of milestones of a tone, where its colour may not be seen.
    pub fn tone_glyph(self, tone: Tone) -> &'static str {
        let [closed, limited, trial, open] = self.glyphs.states;
        match tone {
            Tone::Closing => closed,
            Tone::Opening => open,
            Tone::Trial => trial,
            Tone::Rule => limited,
            Tone::Neutral => self.glyphs.block,
        }
    }

    /// The glyph of a kind, one column.
    pub fn kind(self, kind: &Kind) -> (&str, Style) {
        let glyph = if self.glyphs.kinds_in_unicode { &kind.glyph } else { &kind.ascii };
        (glyph, self.tone(kind.tone))
    }
}
