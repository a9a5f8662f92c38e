//! What a reader asks for, in one language everywhere: in the prompt, on the command line, in an export's front
//! matter.
//!
//! A [`Query`] is a conjunction of terms, each a field with the values it may have, or not have. A space means
//! *and*, a comma *or*, a leading `-` *not*. Printed, it is a text that reads back as the same query, its values
//! spelled as they were typed.
//!
//! An [`Index`] holds what is worth knowing of a dataset before anybody asks: which milestones belong to each
//! value of each field, and all text in the form in which it is searched. A [`Searcher`] runs queries over it,
//! and keeps what it found last, so that a longer word only narrows it.
//!
//! A *facet* lists the values of a field. Ticking one writes the query, and what is ticked is read off the
//! query: one state.

mod at;
mod bare;
mod command;
mod complete;
mod facets;
mod field;
mod hit;
mod index;
mod lexer;
mod mark;
mod matches;
mod names;
mod parse;
mod prose;
mod searcher;
mod sets;
mod stale;
mod terms;
mod years;

pub use at::{at, nearest_to, wall_at};
pub use bare::may_become_date;
pub use command::shell_quoted;
pub use complete::{Completion, completions};
pub use facets::{FacetValue, Pairing};
pub use field::Field;
pub use hit::{HitField, hit_fields};
pub use index::Index;
pub use matches::{Matches, Relaxation};
pub use names::named_barrier;
pub use parse::{ParsedQuery, QueryFault};
pub use searcher::Searcher;
pub use terms::{Query, Term, TermValue, ValueMeaning};
