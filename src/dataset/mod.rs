//! A dataset: milestones in chronological order, and the companies, platforms, kinds, channels, sources and
//! barriers that they refer to.
//!
//! Invariants, checked by [`load`] and relied on everywhere above: every reference resolves, every id is
//! unique, every milestone has a kind, a date, a summary and at least one cite, all text is scrubbed.
//! Floors above ask by id; how text is stored is this module's own affair.

mod barriers;
mod claims;
mod curve;
pub mod format;
mod head;
mod history;
mod ids;
pub mod load;
mod milestone;
mod outcome;
mod parts;
mod records;
mod state;
mod store;
mod text;
mod wall;
mod whole;

pub use crate::words::Lang;
pub use barriers::{ShownBarriers, compute_histories, last_day, moved_by};
pub use claims::{BarrierEffect, Cite, Confidence, Relation, RelationKind};
pub use curve::{BarrierCurve, BarrierTally};
pub use head::DatasetHead;
pub use history::{BarrierHistory, Closure, Interval, ShutDays, Step};
pub use ids::{BarrierId, ChannelId, CompanyId, KindId, MilestoneId, PlatformId, SourceId};
pub use milestone::{Milestone, WrittenMilestone, about, direction, further_texts};
pub use outcome::{
    BarrierOutcome, OutcomeGroup, Restraint, SaidOutcome, TimeBefore, day_said, month_said, said_outcome,
    span_end, year_said,
};
pub use parts::{Barrier, Channel, Company, Kind, Party, Platform, Source, Tone, Via};
pub use state::{BarrierState, PossibleStates};
pub use text::DatasetText;
pub use wall::{OtherWalls, StepTold, other_walls, party_name, sides, step_told, whose};
pub use whole::{Dataset, EMBEDDED};
