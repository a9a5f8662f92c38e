//! When on its day something was.

use std::num::NonZeroU32;

use super::possible;
use super::reading::{Clock, Reading};

/// The time of day at which a date begins, as a number that sorts: of two on one day what has no time comes first.
///
/// Zones count: `12:30-06:00` comes after `17:00Z`. Beside times that have a zone one without is taken for UTC. To
/// compare it by the clock instead, and those two by their zones, would go round in circles: 10:00+02:00 before
/// 08:30Z before 09:00 before 10:00+02:00.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TimeOfDay(Option<NonZeroU32>);

/// Where midnight stands among the numbers, in seconds: no zone is a day away from UTC, so none falls below zero.
const MIDNIGHT: i64 = 24 * 60 * 60;
const MILLIS: i64 = 1000;
const NANOS_A_MILLI: u32 = 1_000_000;

impl TimeOfDay {
    /// That of a plain date.
    pub(super) const NONE: Self = Self(None);

    pub(super) fn of(reading: &Reading) -> Self {
        Self(reading.clocks.and_then(|(begins, _)| {
            let millis = (MIDNIGHT + begins.seconds_utc()) * MILLIS + i64::from(begins.nanos / NANOS_A_MILLI);
            NonZeroU32::new(millis.try_into().ok()?)
        }))
    }

    pub(super) fn is_known(self) -> bool {
        self.0.is_some()
    }
}

/// Whether `later` begins after `earlier` has ended, where both have times that can be compared: two with zones as
/// instants, two without by the clock. `None` where they cannot, so that days must do.
pub(super) fn is_after(later: &Reading, earlier: &Reading) -> Option<bool> {
    let instant = |day: i64, clock: Clock| (day * MIDNIGHT + clock.seconds_utc(), clock.nanos);
    let (begins, ended) = (later.clocks?.0, earlier.clocks?.1);
    let has_zone = |clock: Clock| clock.time.shift.is_some();
    let began_on = possible::bounds(&later.days).numbers().0?;
    let ended_on = possible::bounds(&earlier.days).numbers().1?;
    (has_zone(begins) == has_zone(ended)).then(|| instant(began_on, begins) > instant(ended_on, ended))
}
