//! Two companies, and their sides of the axis.

use crate::dataset::{CompanyId, Milestone};

/// Two companies, as they stand on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// On the left of the axis.
    pub left: CompanyId,
    /// On the right of it.
    pub right: CompanyId,
}

/// Who of two companies moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left one, and not the right one.
    Left,
    /// The right one, and not the left one.
    Right,
    /// Both together.
    Both,
    /// Somebody else, or nobody who is known: both were only touched.
    Others,
}

impl Pair {
    /// The same for both orders of the same two.
    pub(super) fn key(self) -> u64 {
        key(self.left.min(self.right), self.left.max(self.right))
    }

    /// Who moved in `milestone`; `None` where not both of the two are in it.
    pub fn side(self, milestone: Milestone<'_>) -> Option<Side> {
        let acted = |id: CompanyId| milestone.actor_ids().contains(&id);
        let is_in = |id: CompanyId| acted(id) || milestone.affected_ids().contains(&id);
        if !is_in(self.left) || !is_in(self.right) {
            return None;
        }
        Some(match (acted(self.left), acted(self.right)) {
            (true, false) => Side::Left,
            (false, true) => Side::Right,
            (true, true) => Side::Both,
            (false, false) => Side::Others,
        })
    }
}

/// Two companies, whichever comes first, as one number.
pub(super) fn key(one: CompanyId, other: CompanyId) -> u64 {
    (one.index() as u64) << 32 | other.index() as u64
}

pub(super) fn pair(key: u64) -> Pair {
    let id = |half: u64| CompanyId::new(usize::try_from(half).unwrap_or(usize::MAX));
    Pair { left: id(key >> 32), right: id(key & u64::from(u32::MAX)) }
}
