//! Which barriers stand between which companies: looked up, never searched for.

use std::collections::HashMap;

use super::App;
use crate::dataset::{BarrierId, CompanyId, Dataset, Party, ShownBarriers};

/// The barriers of each company against each other one, in the order in which they are [shown](ShownBarriers).
#[derive(Clone, Debug, Default)]
pub(super) struct Between {
    /// By who keeps the barrier, itself or a platform of its, and who is kept out.
    barriers: HashMap<(CompanyId, CompanyId), Vec<BarrierId>>,
}

impl Between {
    /// What `shown` holds. A barrier that is kept shut to everyone is between no two.
    pub(super) fn new(shown: &ShownBarriers, dataset: &Dataset) -> Self {
        let mut barriers: HashMap<_, Vec<BarrierId>> = HashMap::new();
        for id in shown.ids() {
            let barrier = dataset.barrier(*id);
            let kept_out = companies(&barrier.against, dataset);
            for holder in companies(&barrier.holders, dataset) {
                for out in kept_out.iter().filter(|out| **out != holder) {
                    barriers.entry((holder, *out)).or_default().push(*id);
                }
            }
        }
        Self { barriers }
    }
}

/// Each once.
fn companies(parties: &[Party], dataset: &Dataset) -> Vec<CompanyId> {
    let company = |party: &Party| match party {
        Party::Any => None,
        Party::Company(id) => Some(*id),
        Party::Platform(id) => Some(dataset.platform(*id).company),
    };
    let mut companies: Vec<CompanyId> = parties.iter().filter_map(company).collect();
    companies.sort_unstable();
    companies.dedup();
    companies
}

impl App {
    /// The barriers that `holder` or a platform of its keeps against `out` or a platform of its, filtered or not.
    pub fn barriers_between(&self, holder: CompanyId, out: CompanyId) -> &[BarrierId] {
        let between = self.whole.between(&self.dataset);
        between.barriers.get(&(holder, out)).map_or(&[], Vec::as_slice)
    }
}
