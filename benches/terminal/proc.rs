//! What the kernel says of a process (proc(5)); nothing where it is no Linux.

use std::fs;

/// A size in mebibytes, by its name in `/proc/PID/status`: `VmRSS`, `VmHWM`.
pub(crate) fn mebibytes(pid: u32, name: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    field(&status, name) / 1024.0
}

/// How often its threads were given the processor after they had waited.
pub(crate) fn wakeups(pid: u32) -> f64 {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let statuses = tasks.filter_map(|task| fs::read_to_string(task.path().join("status")).ok());
    statuses.map(|status| field(&status, "voluntary_ctxt_switches")).sum()
}

fn field(status: &str, name: &str) -> f64 {
    let value = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    value.and_then(|value| value.split_whitespace().next()?.parse().ok()).unwrap_or(f64::NAN)
}
