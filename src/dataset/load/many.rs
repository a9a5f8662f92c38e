//! Several files at once.

use std::iter;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What comes of `work` on each of `items`, in their order. As many are worked on at a time as there are processors: more
/// would only take more memory.
pub fn side_by_side<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let share = || {
        let one = || {
            let place = next.fetch_add(1, Ordering::Relaxed);
            items.get(place).map(|item| (place, work(item)))
        };
        iter::from_fn(one).collect::<Vec<_>>()
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    let mut done = thread::scope(|scope| {
        // All of them start before the first is waited for. This thread does its share.
        let start = |_| thread::Builder::new().spawn_scoped(scope, share).ok();
        let started: Vec<_> = (1..threads).map(start).collect();
        let mut done = share();
        for thread in started.into_iter().flatten() {
            done.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_whoever_comes_first() {
        let slow_first = |item: &usize| {
            if *item == 0 {
                (0..20).for_each(|_| thread::yield_now());
            }
            item * 2
        };
        let items: Vec<usize> = (0..100).collect();
        assert_eq!(side_by_side(&items, slow_first), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(side_by_side(&[], slow_first).is_empty());
    }
}
