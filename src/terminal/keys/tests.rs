use proptest::prelude::*;

use super::*;
use crate::app::MOST;

/// `typed` in pieces (`|`: another read; `…`: a moment of silence; `⌛`: a long one) must come out as `expected`: keys in
/// the notation of the help, pastes in guillemets.
#[track_caller]
fn check(typed: &str, expected: &str) {
    let mut decoder = Decoder::default();
    let mut shown = Vec::new();
    for piece in typed.split_inclusive(['|', '…', '⌛']) {
        shown.extend(decoder.feed(piece.trim_end_matches(['|', '…', '⌛']).as_bytes()));
        shown.extend(match piece.chars().last() {
            Some('…') => silence(&mut decoder, KEY_SILENCE),
            Some('⌛') => silence(&mut decoder, PASTE_SILENCE),
            _ => Vec::new(),
        });
    }
    let shown = shown.into_iter().map(show).collect::<Vec<_>>().join(" ");
    assert_eq!(shown, expected, "{typed:?}");
}

/// As the loop does while nothing comes for so long.
fn silence(decoder: &mut Decoder, lasts: Duration) -> Vec<Typed> {
    let mut events = Vec::new();
    while decoder.patience().is_some_and(|patience| patience <= lasts) {
        events.extend(decoder.silence());
    }
    events
}

fn show(typed: Typed) -> String {
    match typed {
        Typed::Key(key) => key.to_string(),
        Typed::Paste(text) => format!("«{text}»"),
        Typed::Mouse(gesture, (col, row)) => format!("{gesture:?}@{col},{row}"),
        Typed::CursorAt((col, row)) => format!("cursor@{col},{row}"),
    }
}

#[test]
fn keys_as_terminals_send_them() {
    for (typed, expected) in [
        ("jG?墙", "j G ? 墙"),
        (" \r\n\t\x7f\x08", "Space Enter Enter Tab Backspace Backspace"),
        ("\x01\x03\x04\x1a\x00\x1c\x1f", "Ctrl-a Ctrl-c Ctrl-d Ctrl-z Ctrl-Space Ctrl-\\ Ctrl-_"),
        ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "Up Down Right Left Home End"),
        ("\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF\x1bOM", "Up Down Right Left Home End Enter"),
        ("\x1b[1~\x1b[7~\x1b[4~\x1b[8~\x1b[3~\x1b[5~\x1b[6~", "Home Home End End Delete PgUp PgDn"),
        ("\x1bOP\x1bOS\x1b[11~\x1b[15~\x1b[17~\x1b[21~\x1b[23~\x1b[24~", "F1 F4 F1 F5 F6 F10 F11 F12"),
        ("\x1b[[A\x1b[[E\x1b[1;2P\x1b[1;2R", "F1 F5 Shift-F1 Shift-F3"),
        (
            "\x1b[1;2A\x1b[1;5C\x1b[1;3D\x1b[3;6~\x1b[a",
            "Shift-Up Ctrl-Right Alt-Left Ctrl-Shift-Delete Shift-Up",
        ),
        ("\x1b[Z", "Shift-Tab"),
        ("\x1bx\x1b\x7f\x1b墙\x1bA\x1b\r", "Alt-x Alt-Backspace Alt-墙 Alt-A Alt-Enter"),
        ("\x1b[P\x1b[Pj", "Delete Delete j"),
        ("\x1b[7$\x1b[8^\x1b[5@j\x1b[2$k", "Shift-Home Ctrl-End Ctrl-Shift-PgUp j k"),
        ("\x1bOa\x1bOd\x1bO5A\x1bO1;2P\x1bO2Q", "Ctrl-Up Ctrl-Left Ctrl-Up Shift-F1 Shift-F2"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn a_keypad_that_sends_no_digits_has_them_all_the_same() {
    for (typed, expected) in [
        ("\x1bOp\x1bOq\x1bOr\x1bOs\x1bOt\x1bOu\x1bOv\x1bOw\x1bOx\x1bOy", "0 1 2 3 4 5 6 7 8 9"),
        ("\x1bOj\x1bOk\x1bOl\x1bOm\x1bOn\x1bOo\x1bOX", "* + , - . / ="),
        ("\x1bOM\x1bOI", "Enter Tab"),
        // kitty's numbers for the same.
        ("\x1b[57399u\x1b[57404u\x1b[57408u\x1b[57409u\x1b[57413u", "0 5 9 . +"),
        ("\x1b[57410u\x1b[57411u\x1b[57412u\x1b[57415u\x1b[57416u", "/ * - = ,"),
        ("\x1b[57414u\x1b[57417u\x1b[57418u\x1b[57419u\x1b[57420u", "Enter Left Right Up Down"),
        ("\x1b[57421u\x1b[57422u\x1b[57423u\x1b[57424u\x1b[57426u", "PgUp PgDn Home End Delete"),
        ("\x1b[57419;5u\x1b[57425u\x1b[57427u\x1b[57344u\x1b[57376u", "Ctrl-Up Esc F13"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn keys_of_protocols_that_somebody_left_switched_on() {
    for (typed, expected) in [
        ("\x1b[113u\x1b[99;5u\x1b[27u\x1b[13u\x1b[9;2u\x1b[127u", "q Ctrl-c Esc Enter Shift-Tab Backspace"),
        ("\x1b[103;2u\x1b[63;2u\x1b[27;5;67~", "G ? Ctrl-c"),
        ("\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:3u\x1b[1;1:3A", "j j"),
        ("\x1b[113;9u\x1b[57358u\x1b[2~", ""),
    ] {
        check(typed, expected);
    }
}

#[test]
fn an_esc_acts_after_silence_and_an_arrow_in_two_pieces_is_an_arrow() {
    for (typed, expected) in [
        ("\x1b…", "Esc"),
        ("\x1b|[A", "Up"),
        ("\x1b|[|A", "Up"),
        ("\x1b[|A", "Up"),
        ("\x1b[1|…|;2A", "Shift-Up"),
        ("\x1b[1⌛A", "A"),
        ("\x1b|OP", "F1"),
        ("\x1b|[1;2B", "Shift-Down"),
        ("\x1b|[24~", "F12"),
        ("\x1b|[3~", "Delete"),
        ("\x1b…[A", "Esc [ A"),
        ("\x1b…j", "Esc j"),
        ("\x1b|j", "Alt-j"),
        ("\x1b\x1b…", "Esc Esc"),
        ("\x1b\x1b[A", "Esc Up"),
        ("\x1b|[…A", "Alt-[ A"),
        ("\x1bO…A", "Alt-O A"),
        ("\x1b[\x03\x1bO\x03", "Ctrl-c Alt-O Ctrl-c"),
        ("j\x1b|[Bk", "j Down k"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn a_paste_is_text_wherever_it_is_split() {
    for (typed, expected) in [
        ("\x1b[200~q\x03\x1b[Ax\x1b[201~j", "«q\x03\x1b[Ax» j"),
        ("\x1b|[200~rm|\x1b[2|01~q", "«rm» q"),
        ("\x1b[200~a…b\x1b[20…1~\x1b[200~\x1b[201~", "«ab» «»"),
        ("\x1b[200~两\r行\x1b[201~", "«两\r行»"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn a_paste_that_never_ends_swallows_neither_ctrl_c_nor_for_long_any_key() {
    for (typed, expected) in [
        // What a hand types comes after a moment, and alone. In the midst of a paste it is text.
        ("\x1b[200~ab…\x03q", "«ab» Ctrl-c q"),
        ("\x1b[200~ab|\x03q\x1b[201~j", "«ab\x03q» j"),
        ("\x1b[200~ab…q\x03\x1b[201~", "«abq\x03»"),
        ("\x1b[200~ab⌛q", "«ab» q"),
        ("\x1b[200~ab\x1b[20⌛q", "«ab» q"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn of_a_large_paste_a_little_more_is_kept_than_a_prompt_takes() {
    let mut decoder = Decoder::default();
    let mut events = decoder.feed(b"\x1b[200~");
    for _ in 0..80 {
        events.extend(decoder.feed("墙".repeat(1_365).as_bytes()));
    }
    events.extend(decoder.feed(b"\x1b[201~q"));
    let [Typed::Paste(text), Typed::Key(_)] = events.as_slice() else { panic!("{events:?}") };
    assert!((MOST + 1..MOST + 8).contains(&text.len()), "{}", text.len());
}

#[test]
fn a_mouse_says_what_and_where() {
    for (typed, expected) in [
        ("\x1b[<0;1;1M\x1b[<0;120;36m", "Press@0,0 Release@119,35"),
        ("\x1b[<32;3;4M\x1b[<3|2;300;4M", "Drag@2,3 Drag@299,3"),
        ("\x1b[<64;3;4M\x1b[<65;3;4Mj", "WheelUp@2,3 WheelDown@2,3 j"),
        ("\x1b[<16;3;4M", "Press@2,3"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn a_terminal_says_where_its_cursor_is_and_an_f3_stays_an_f3() {
    for (typed, expected) in [
        ("\x1b[24;80Rj", "cursor@79,23 j"),
        ("\x1b[2;1R\x1b[2;3R", "cursor@0,1 cursor@2,1"),
        ("\x1b|[24;|3R\x1b[24;2R", "cursor@2,23 cursor@1,23"),
        ("\x1b[1;2R\x1b[1;5R", "Shift-F3 Ctrl-F3"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn what_is_no_key_is_dropped_whole() {
    for (typed, expected) in [
        ("\x1b[?62;4cj", "j"),
        ("\x1b[0;0R\x1b[24;0R\x1b[24R\x1b[24;80;1R\x1b[?24;80R\x1b[99999;1Rj", "j"),
        ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\j", "j"),
        ("\x1b]11;rgb:ff|ff/ffff/ffff\x07j", "j"),
        ("\x1bP1$r0m\x1b\\j", "j"),
        (
            "\x1b[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;~j",
            "j",
        ),
        ("\x1b[<2;3;4Mj\x1b[<66;3;4M\x1b[<3;3;4m\x1b[<0;0;4M\x1b[<0;3Mj\x1b[M !!j", "j j j"),
        ("\x1b[M…j\x1b[M\x03\x1b[M !\x03", "j Ctrl-c Ctrl-c"),
        ("\x1b[[\x03\x1b[[Zj", "Ctrl-c j"),
        ("\x1b[I\x1b[Oj", "j"),
        ("\x1b[12\x1b[A", "Up"),
        ("\u{85}j", "j"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn answers_and_other_strings_are_dropped_and_never_swallow_what_a_hand_types_next() {
    for (typed, expected) in [
        // Reports of a title and an icon's name, a colour, a setting, a name; kitty's answer about pictures.
        ("\x1b]lsh: q\x1b\\j\x1b]Lq\x1b\\k", "j k"),
        ("\x1b]11;rgb:ff…ff/ff|ff/ffff\x1b|\\j", "j"),
        ("\x1b|]|1|1;q\x07j", "j"),
        ("\x1bP1$r0…m\x1b\\\x1bP>|xterm(380)\x1b\\\x1bP!|7E7E\x1b\\j", "j"),
        ("\x1b_Gi=31;OK\x1b\\j", "j"),
        // Whatever else is one, as long as it comes in one breath.
        ("\x1b_quit\x1b\\\x1bX|q\x1b\\\x1b^q|q\x1b\\\x1bPq\x1b\\\x1b]q\x07j", "j"),
        // No end, no string: some keys that came at once.
        ("\x1b]…j", "Alt-] j"),
        ("\x1b]jj…k", "Alt-] j j k"),
        ("\x1bXj\x1b[A\x1b^\x03", "Alt-X j Up Alt-^ Ctrl-c"),
        ("\x1bPj\x1b…", "Alt-P j Esc"),
        // An answer without an end.
        ("\x1b]5j…k⌛q", "q"),
        ("\x1b]5j\x03q", "Ctrl-c q"),
        ("\x1b]5\x1b[Aq", "Up q"),
        ("\x1b]5\x1b⌛q", "Esc q"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn an_endless_answer_takes_no_memory() {
    let mut decoder = Decoder::default();
    for begin in [&b"\x1b]52;c;"[..], b"\x1b[1;", b"\x1bO1;", b"\x1bXy"] {
        assert_eq!(decoder.feed(begin), []);
        for _ in 0..1_000 {
            assert_eq!(decoder.feed(&[b'0'; 4096]), []);
            assert!(decoder.held.len() <= 1);
        }
        assert_eq!(decoder.feed(b"\x03"), [Typed::Key("Ctrl-c".parse().expect("a key"))]);
    }
}

#[test]
fn characters_are_whole_and_what_is_no_utf_8_is_nothing() {
    let mut decoder = Decoder::default();
    let [first, second, third] = [0xe5, 0xa2, 0x99];
    assert_eq!(decoder.feed(&[first, second]), []);
    assert!(!decoder.mid_key());
    assert_eq!(decoder.feed(&[third]).into_iter().map(show).collect::<String>(), "墙");
    assert_eq!(decoder.feed(b"\xff\xe5j").into_iter().map(show).collect::<String>(), "j");
}

/// What terminals send, whole, and broken off anywhere, with anything in between.
fn sent() -> impl Strategy<Value = Vec<u8>> {
    const SENT: [&str; 24] = [
        "j",
        "墙",
        "\x03",
        "\x1b",
        "\x1b[A",
        "\x1b[1;5C",
        "\x1bOP",
        "\x1bOp",
        "\x1bx",
        "\x1b[<0;3;4M",
        "\x1b[M !!",
        "\x1b[7$",
        "\x1b[P",
        "\x1b[24;80R",
        "\x1b[?62;4c",
        "\x1b]11;rgb:0/0/0\x1b\\",
        "\x1b]lq\x1b\\",
        "\x1bPq\x1b\\",
        "\x1b_q\x07",
        "\x1bXq",
        "\x1b[57414u",
        "\x1b[[A",
        "\x1b[200~",
        "\x1b[201~",
    ];
    let broken = (prop::sample::select(SENT.to_vec()), any::<usize>())
        .prop_map(|(sent, at)| sent.as_bytes()[..=at % sent.len()].to_vec());
    let whole = prop::sample::select(SENT.to_vec()).prop_map(|sent| sent.as_bytes().to_vec());
    // Some are longer than anything is looked at.
    let long = (prop::sample::select(vec!["\x1b[", "\x1b]4", "\x1bX", "\x1bO", "\x1b[200~"]), 0..5_000_usize)
        .prop_map(|(begin, length)| [begin.as_bytes(), &vec![b'0'; length]].concat());
    let piece =
        prop_oneof![5 => whole, 3 => broken, 1 => long, 1 => prop::collection::vec(any::<u8>(), 0..4)];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn pieces_never_change_what_comes_out(bytes in sent(), cuts: Vec<prop::sample::Index>) {
        let mut at_once = Decoder::default();
        let expected = at_once.feed(&bytes);
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let mut decoder = Decoder::default();
        let pieces = cuts.windows(2).map(|cut| &bytes[cut[0]..cut[1]]);
        let found: Vec<Typed> = pieces.flat_map(|piece| decoder.feed(piece)).collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(silence(&mut decoder, PASTE_SILENCE), silence(&mut at_once, PASTE_SILENCE));
        prop_assert_eq!(decoder.patience(), None, "and then it waits for nothing");
    }

    #[test]
    fn whatever_came_before_a_ctrl_c_arrives(bytes in sent()) {
        let mut decoder = Decoder::default();
        decoder.feed(&bytes);
        silence(&mut decoder, KEY_SILENCE);
        let ctrl_c = Typed::Key("Ctrl-c".parse().expect("a key"));
        prop_assert!(decoder.feed(b"\x03").contains(&ctrl_c));
    }

    #[test]
    fn what_is_pasted_is_never_keys(bytes in sent(), at: prop::sample::Index) {
        let paste = [b"\x1b[200~", bytes.as_slice(), b"\x1b[201~"].concat();
        let (head, tail) = paste.split_at(at.index(paste.len()));
        let mut decoder = Decoder::default();
        let events = [decoder.feed(head), decoder.feed(tail)].concat();
        prop_assert!(matches!(events.first(), Some(Typed::Paste(_))));
    }
}
