//! The terminal session.
