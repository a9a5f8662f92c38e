use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::Style as CellStyle;

use super::*;
use crate::terminal::walks::{fresh, seen};
use crate::text;

/// Lays `text` out as the screens do.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, style: CellStyle) {
    let mut at = x;
    for drawn in text::cells(text) {
        let behind = at + cells(drawn.cols);
        if behind > buffer.area.width {
            break;
        }
        for x in at..behind {
            let symbol = if x == at { &*drawn.symbol } else { COVERED };
            buffer[(x, y)].set_symbol(symbol).set_style(style);
        }
        at = behind;
    }
    for x in at..buffer.area.width {
        if buffer[(x, y)].symbol() != COVERED {
            break;
        }
        buffer[(x, y)].set_symbol(" ");
    }
}

const SMALL: Rect = Rect::new(0, 0, 8, 2);

fn painted(texts: &[((u16, u16), &str, CellStyle)]) -> String {
    let mut painter = Painter::new(SMALL.as_size());
    let mut buffer = Buffer::empty(SMALL);
    for (at, text, style) in texts {
        put(&mut buffer, *at, text, *style);
    }
    painter.paint(&buffer).expect("memory takes every byte");
    String::from_utf8(painter.take()).expect("text")
}

const PLAIN: CellStyle = CellStyle::new();

#[test]
fn the_terminals_own_colours_are_named_as_such() {
    let red = PLAIN.fg(Color::Red).add_modifier(Modifier::BOLD);
    assert_eq!(painted(&[((1, 0), "ab", red)]), "\x1b[1;2H\x1b[1;31mab\x1b[m");
    let current = CellStyle::reset().add_modifier(Modifier::REVERSED);
    assert_eq!(painted(&[((0, 1), "a", current)]), "\x1b[2;1H\x1b[7ma\x1b[m");
}

#[test]
fn plain_text_takes_no_sequence_but_the_move() {
    assert_eq!(painted(&[((0, 0), "abc", PLAIN)]), "\x1b[1;1Habc");
}

#[test]
fn behind_wide_characters_the_column_is_said() {
    assert_eq!(painted(&[((0, 0), "微信a", PLAIN)]), "\x1b[1;1H微信\x1b[5Ga");
}

#[test]
fn behind_what_a_terminal_draws_as_it_likes_the_column_is_said_and_the_next_cell_written() {
    assert_eq!(painted(&[((0, 0), "❤a", PLAIN)]), "\x1b[1;1H❤\x1b[2Ga");
    let mut painter = Painter::new(SMALL.as_size());
    let mut frame = Buffer::empty(SMALL);
    put(&mut frame, (0, 0), "abcd", PLAIN);
    painter.paint(&frame).expect("memory takes every byte");
    painter.take();
    put(&mut frame, (0, 0), "❤", PLAIN);
    painter.paint(&frame).expect("memory takes every byte");
    assert_eq!(String::from_utf8_lossy(&painter.take()), "\x1b[1;1H \x1b[1G❤\x1b[2Gb");
}

#[test]
fn a_small_gap_is_written_over_and_a_large_one_is_leapt() {
    let two = |x: u16| painted(&[((0, 0), "a", PLAIN), ((x, 0), "b", PLAIN)]);
    assert_eq!(two(3), "\x1b[1;1Ha  b");
    assert_eq!(two(7), "\x1b[1;1Ha\x1b[6Cb");
}

/// A screen of words in some styles, among them what terminals draw as they like.
fn screens() -> impl Strategy<Value = Vec<Buffer>> {
    let styles = [
        PLAIN,
        PLAIN.fg(Color::Red),
        PLAIN.add_modifier(Modifier::BOLD | Modifier::DIM),
        PLAIN.add_modifier(Modifier::REVERSED),
    ];
    let words = [
        "a",
        "ab",
        "微",
        "微信a",
        "   ",
        "wall",
        "·─",
        "",
        "لا",
        "e\u{301}x",
        "🏳\u{FE0F}\u{200D}🌈",
        "🇨🇳",
        "\u{915}\u{94D}\u{937}\u{93F}",
        "❤",
    ];
    let word =
        (0..20u16, 0..4u16, prop::sample::select(words.to_vec()), prop::sample::select(styles.to_vec()));
    let screen = prop::collection::vec(word, 0..24).prop_map(|words| {
        let mut buffer = Buffer::empty(AREA);
        for (x, y, word, style) in words {
            // Not into the middle of another character.
            if buffer[(x, y)].symbol() != COVERED {
                put(&mut buffer, (x, y), word, style);
            }
        }
        buffer
    });
    prop::collection::vec(screen, 1..5)
}

const AREA: Rect = Rect::new(0, 0, 20, 4);

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn what_a_terminal_shows_is_what_was_drawn(screens in screens()) {
        let mut painter = Painter::new(AREA.as_size());
        let mut terminal = vt100::Parser::new(AREA.height, AREA.width, 0);
        for screen in screens {
            painter.paint(&screen).expect("memory takes every byte");
            terminal.process(&painter.take());
            prop_assert_eq!(seen(&terminal), seen(&fresh(&screen)));
        }
    }
}
