//! The keys at the foot of the screen, a mode a time: the frames of the other tests are told without them.

use std::fmt::Write as _;

use insta::assert_snapshot;
use wallchart::app::mode::Mode;

use super::session::SMALL;
use super::table::arrive;

#[test]
fn the_keys_of_each_mode_at_every_width() {
    let mut told = String::new();
    for mode in Mode::ALL {
        let mut session = arrive(SMALL, mode, "", "")
            .or_else(|| arrive(SMALL, mode, "& k i n d : b l o c k Enter", ""))
            .expect("a way there");
        writeln!(told, "{mode:?}").expect("text");
        for cols in [160, 120, 80, 60, 40] {
            let screen = session.resize(cols, 24).screen();
            writeln!(told, "{cols:4} {}", screen.lines().last().unwrap_or_default()).expect("text");
        }
    }
    // On an offer, Enter means something else.
    let offered = arrive(SMALL, Mode::Query, "", "k i n d : Down").expect("a way there").screen();
    writeln!(told, "Query, on an offer\n {}", offered.lines().last().unwrap_or_default()).expect("text");
    assert_snapshot!("footers", told);
}
