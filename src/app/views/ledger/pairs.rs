//! Which two companies have how much between them, among what matches.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::app::views::ledger::pair::{Pair, key, pair};
use crate::app::views::ledger::parties::{Parties, Who};
use crate::app::views::ledger::rows::Rows;
use crate::dataset::MilestoneId;

/// Two companies and what is between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Ranked {
    pub(super) pair: Pair,
    /// Milestones in which one of them acted and the other was touched, or both acted.
    pub(super) moves: usize,
    /// Milestones that both are in.
    all: usize,
    pub(super) rows: OnceCell<Rows>,
}

/// All pairs of which something matches, those with the most moves between them first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Pairs {
    pub(super) ranked: Vec<Ranked>,
    /// The place of the pair that the query asks for.
    pub(super) asked: Option<usize>,
    /// The place of each.
    places: HashMap<u64, usize, BuildHasherDefault<Mixed>>,
}

impl Pairs {
    /// The pairs of `ids`, and the one that is `asked` for whether or not there is anything between them.
    pub(super) fn new(ids: &[MilestoneId], asked: Option<Pair>, parties: &Parties) -> Self {
        let mut counts = Counts::default();
        for id in ids {
            count(parties.of(*id), &mut counts);
        }
        let of = |(key, (moves, all)): (u64, (usize, usize))| Ranked {
            pair: pair(key),
            moves,
            all,
            rows: OnceCell::new(),
        };
        let mut ranked: Vec<Ranked> = counts.into_iter().map(of).collect();
        ranked.sort_by_key(|ranked| {
            (Reverse(ranked.moves), Reverse(ranked.all), ranked.pair.left, ranked.pair.right)
        });
        let mut places: HashMap<u64, usize, _> =
            ranked.iter().enumerate().map(|(place, ranked)| (ranked.pair.key(), place)).collect();
        let asked = asked.map(|asked| {
            let place = *places.entry(asked.key()).or_insert_with(|| {
                ranked.push(Ranked { pair: asked, moves: 0, all: 0, rows: OnceCell::new() });
                ranked.len() - 1
            });
            // They stand as they are typed.
            if let Some(ranked) = ranked.get_mut(place) {
                ranked.pair = asked;
            }
            place
        });
        Self { ranked, asked, places }
    }

    /// The place of a pair.
    pub(super) fn place(&self, pair: Pair) -> Option<usize> {
        self.places.get(&pair.key()).copied()
    }
}

/// Of each two companies the moves between them, and all that both are in.
type Counts = HashMap<u64, (usize, usize), BuildHasherDefault<Mixed>>;

fn count(parties: &[Who], counts: &mut Counts) {
    for (place, one) in parties.iter().enumerate() {
        for other in parties.iter().skip(place + 1) {
            let (moves, all) = counts.entry(key(one.id, other.id)).or_default();
            *moves += usize::from(one.acted || other.acted);
            *all += 1;
        }
    }
}

/// A hash of one number: a million milestones are counted while a key is answered.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
