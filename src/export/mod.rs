//! A selection of milestones → bytes: Markdown for people, JSON and CSV for programs.
