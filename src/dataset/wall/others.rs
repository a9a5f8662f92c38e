//! Which other walls stand near one.

use super::parties::few;
use crate::dataset::{BarrierId, Dataset, Lang, Party};

/// Other walls that somebody who reads of one may want to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherWalls {
    /// Whether they stand between the same two, whoever of them keeps them; else one of the two keeps them, or is kept out.
    pub is_between: bool,
    /// Which, in the order of the dataset.
    pub ids: Vec<BarrierId>,
}

/// Those between the same two as `wall`; where there are none, those of who keeps it, or against who is kept out.
pub fn other_walls(wall: BarrierId, dataset: &Dataset) -> OtherWalls {
    let barrier = dataset.barrier(wall);
    let shares = |one: &[Party], other: &[Party]| one.iter().any(|party| other.contains(party));
    let those = |is_one: &dyn Fn(&[Party], &[Party]) -> bool| -> Vec<BarrierId> {
        let others = (0..dataset.barriers().len()).map(BarrierId::new).filter(|id| *id != wall);
        others
            .filter(|id| {
                let other = dataset.barrier(*id);
                is_one(&other.holders, &other.against)
            })
            .collect()
    };
    let two: Vec<Party> = barrier.holders.iter().chain(&barrier.against).copied().collect();
    let between = those(&|holders, against| shares(holders, &two) && shares(against, &two));
    if !between.is_empty() {
        return OtherWalls { is_between: true, ids: between };
    }
    let ids =
        those(&|holders, against| shares(holders, &barrier.holders) || shares(against, &barrier.against));
    OtherWalls { is_between: false, ids }
}

impl OtherWalls {
    /// What is said above them, being those near `wall`.
    pub fn heading(&self, wall: BarrierId, dataset: &Dataset, lang: Lang) -> String {
        let (barrier, say) = (dataset.barrier(wall), &lang.words().wall_page);
        let [holders, against] = [&barrier.holders, &barrier.against].map(|side| few(side, dataset, lang));
        if self.is_between {
            (say.others_between)(&holders, &against)
        } else {
            (say.others_of)(&holders, &against)
        }
    }
}
