//! Which barriers a query came to, and which stand between which companies: looked up, never searched for.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::dataset::{BarrierId, CompanyId, Dataset, Party, ShownBarriers};

/// What a query came to, of barriers: found out once somebody looks at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct FoundBarriers {
    pub(in crate::app) shown: OnceCell<ShownBarriers>,
    pub(in crate::app) is_moved: OnceCell<Vec<bool>>,
}

/// The barriers of each company against each other one, in the order in which they are [shown](ShownBarriers).
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Between {
    /// By who keeps the barrier, itself or a platform of its, and who is kept out.
    pub(in crate::app) barriers: HashMap<(CompanyId, CompanyId), Vec<BarrierId>>,
}

impl Between {
    /// What `shown` holds. A barrier that is kept shut to everyone is between no two.
    pub(in crate::app) fn new(shown: &ShownBarriers, dataset: &Dataset) -> Self {
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
