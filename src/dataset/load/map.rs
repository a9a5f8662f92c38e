//! The map that everything here is looked up in.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// A table that nobody but its owner puts keys into in great numbers knows them all beforehand: what hashes well is
/// quick here, and seeded at random all the same.
pub(super) type Map<K, V> = HashMap<K, V, RandomState>;
