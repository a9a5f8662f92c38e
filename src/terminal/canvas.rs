//! State → the bytes of a frame. Knows no terminal: what stands on one is what was drawn.

use std::io::{self, Write};
use std::mem;

use ratatui::backend::{Backend, ClearType as Region, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::model::Model;
use super::paint::Painter;
use super::panic_switch::panic_switch;
use crate::ui::theme::Glyphs;
use crate::ui::{COVERED, Theme};

/// A screen that nobody sees: frames of it, and the bytes that turn each into the next.
pub(super) struct Canvas {
    easel: Easel,
    painter: Painter,
    size: Size,
    theme: Theme,
    whole: bool,
    /// What is written before the next frame, in the same update: where that is whole, nobody sees it.
    under: String,
    /// Whether the terminal takes nothing but ASCII: what else there is would act on it, each byte by itself.
    is_ascii: bool,
}

impl Canvas {
    /// One of which nothing is drawn yet.
    pub(super) fn new(size: Size, theme: Theme) -> io::Result<Self> {
        // The first frame, like any that is whole, brings its own cells.
        let (easel, painter) = (easel(Size::ZERO)?, Painter::new(Size::ZERO));
        Ok(Self { easel, painter, size, theme, whole: true, under: String::new(), is_ascii: false })
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) {
        self.whole = true;
    }

    /// Writes `text` before the next frame, in the same update.
    pub(super) fn put_under(&mut self, text: String) {
        self.under = text;
    }

    /// The glyphs that frames are drawn with.
    pub(super) fn glyphs(&self) -> &'static Glyphs {
        self.theme.glyphs
    }

    /// Draws with others from the next frame on, which is whole.
    pub(super) fn set_glyphs(&mut self, glyphs: &'static Glyphs) {
        self.theme.glyphs = glyphs;
        self.is_ascii = false;
        self.forget();
    }

    /// Draws what is not ASCII as question marks from the next frame on, a column each.
    pub(super) fn keep_to_ascii(&mut self) {
        self.is_ascii = true;
    }

    /// Whether it is drawn with nothing else.
    pub(super) fn is_ascii(&self) -> bool {
        self.is_ascii
    }

    /// Lays `shown` out, and tells it what is seen of it.
    pub(super) fn lay_out<S: Model>(&self, shown: &mut S) -> S::Layout {
        shown.lay_out(self.size, self.theme)
    }

    /// The bytes since they were last taken.
    pub(super) fn take(&mut self) -> Vec<u8> {
        self.painter.take()
    }

    /// Draws `shown` on a terminal of `size`, by the layout that it got when it changed last. If the size is another
    /// one by now, it is laid out again.
    pub(super) fn draw<S: Model>(
        &mut self,
        shown: &mut S,
        layout: &mut S::Layout,
        size: Size,
    ) -> io::Result<()> {
        let whole = mem::take(&mut self.whole) || size != self.size;
        if whole {
            self.easel = easel(size)?;
            self.painter = Painter::new(size);
            if size != self.size {
                self.size = size;
                *layout = self.lay_out(shown);
            }
        }
        let is_ascii = self.is_ascii;
        let drawn = self.easel.draw(|frame| {
            panic_switch("draw");
            shown.draw(layout, frame);
            if is_ascii {
                keep_to_ascii(frame.buffer_mut());
            }
        })?;
        let painter = &mut self.painter;
        painter.take();
        queue!(painter, BeginSynchronizedUpdate)?;
        painter.write_all(mem::take(&mut self.under).as_bytes())?;
        if whole {
            queue!(painter, Clear(ClearType::All))?;
        }
        painter.paint(drawn.buffer)?;
        painter.point(self.easel.backend().cursor)?;
        queue!(painter, EndSynchronizedUpdate)
    }
}

fn keep_to_ascii(buffer: &mut Buffer) {
    let is_foreign = |cell: &Cell| !cell.symbol().is_ascii() || cell.symbol() == COVERED;
    buffer.content.iter_mut().filter(|cell| is_foreign(cell)).for_each(|cell| {
        cell.set_symbol("?");
    });
}

/// Where frames are drawn: ratatui's, for its [`Frame`](ratatui::Frame) alone. What of them is sent is the painter's.
type Easel = Terminal<Pointed>;

/// One of a size. The viewport is fixed, so that ratatui does not look for the size by itself.
fn easel(size: Size) -> io::Result<Easel> {
    let viewport = Viewport::Fixed(Rect::from(size));
    Terminal::with_options(Pointed { size, cursor: None }, TerminalOptions { viewport })
}

/// What a frame says beside its cells: where the cursor stands. There is no other way to ask one.
struct Pointed {
    size: Size,
    cursor: Option<Position>,
}

impl Backend for Pointed {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, _cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "nothing waits for an answer"))
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn clear_region(&mut self, _region: Region) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
