//! The filters, the same for every command that takes some: what they are called, and the query that they make.

use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches};

use super::console::Console;
use super::failure::{Failure, OptionFault, say};
use super::offers;
use crate::dataset::Dataset;
use crate::query::{Field, ParsedQuery, Query};
use crate::text::{Breaks, scrub};

/// All that were given, as often as they are and in the order in which they are: the query, and with it an export's
/// `view`, is then the same sentence. (clap's derive would sort them by option.)
#[derive(Debug, Default)]
pub(super) struct Filters(Vec<Given>);

/// A filter with its value.
#[derive(Clone, Debug)]
struct Given {
    filter: &'static Filter,
    text: String,
}

/// An option that narrows what is seen.
#[derive(Debug)]
struct Filter {
    long: &'static str,
    short: char,
    /// Whose values it takes; `None` for the whole language.
    field: Option<Field>,
    help: &'static str,
}

static FILTERS: [Filter; 4] = [
    Filter {
        long: Field::Company.key(),
        short: 'c',
        field: Some(Field::Company),
        help: "Companies that acted or were touched: an id, a name or an alias",
    },
    Filter {
        long: Field::Year.key(),
        short: 'y',
        field: Some(Field::Year),
        help: "Years or other dates: 2021, 2021-09, 2021..2023, ..2019",
    },
    Filter {
        long: Field::Kind.key(),
        short: 'k',
        field: Some(Field::Kind),
        help: "Kinds of milestone: an id or a name",
    },
    Filter {
        long: "query",
        short: 'q',
        field: None,
        help: "The whole language: 'between:tencent,alibaba channel:payment -kind:litigation'",
    },
];

impl Filter {
    /// Whether `text`, given for a company, names platforms alone: that is no slip of spelling.
    fn as_platform(&self, text: &str, dataset: &Dataset) -> bool {
        let reads = |field: Field| Query::default().and(field, text, dataset).is_ok();
        self.field == Some(Field::Company) && !reads(Field::Company) && reads(Field::Platform)
    }
}

impl Filters {
    /// Whether none was given.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What they mean in `dataset`, all of them at once, or everything that is wrong with any.
    pub(super) fn query(&self, dataset: &Dataset) -> Result<Query, Failure> {
        self.read(dataset, Query::parse)
    }

    /// What of them is read as something else than it was given for, in a sentence each.
    pub(super) fn remarks(&self, dataset: &Dataset) -> Vec<String> {
        let read = self.0.iter().filter(|given| given.filter.as_platform(&given.text, dataset));
        read.map(|given| format!("no company is called {0}: read as platform:{0}", given.text)).collect()
    }

    /// Says what of them is read as something else than it was given for.
    pub(super) fn tell(&self, dataset: &Dataset, console: &mut Console<'_>) -> std::io::Result<()> {
        self.remarks(dataset).into_iter().try_for_each(|remark| say(console, "note", remark))
    }

    /// The same of filters that were given for another state of `dataset`: an id in a query may be gone since.
    pub(super) fn past_query(&self, dataset: &Dataset) -> Result<Query, Failure> {
        self.read(dataset, Query::parse_stale)
    }

    fn read(&self, dataset: &Dataset, parse: fn(&str, &Dataset) -> ParsedQuery) -> Result<Query, Failure> {
        let mut query = Query::default();
        let mut wrong = Vec::new();
        for Given { filter, text } in &self.0 {
            let read = match filter.field {
                Some(_) if filter.as_platform(text, dataset) => query.and(Field::Platform, text, dataset),
                Some(field) => query.and(field, text, dataset),
                None => parse(text, dataset).whole().map(|more| query.extend(more)),
            };
            let faults = read.err().into_iter().flatten();
            wrong.extend(faults.map(|fault| OptionFault::new(format!("-{}", filter.short), text, fault)));
        }
        if wrong.is_empty() { Ok(query) } else { Err(Failure::Options(wrong)) }
    }
}

/// The language on half a page, its keys from the table that the prompt offers them from.
fn language() -> String {
    let keys =
        Field::KEYED.into_iter().map(|field| format!("{:<12} {}", format!("{}:", field.key()), field.help()));
    let words = format!("{:<12} {}", "\"two words\"", Field::Text.help());
    let lines: Vec<String> = std::iter::once(words).chain(keys).collect();
    format!(
        "The whole language: 'between:tencent,alibaba channel:payment -kind:litigation'\n\n\
         A space means and, a comma or, a leading - not. Values are ids, names or aliases.\n\n{}",
        lines.join("\n")
    )
}

impl Args for Filters {
    fn augment_args(command: clap::Command) -> clap::Command {
        command.args(FILTERS.iter().map(|filter| {
            let option = Arg::new(filter.long)
                .short(filter.short)
                .long(filter.long)
                .value_name("X")
                .help(filter.help)
                .help_heading("Filters (commas mean or, repeating means and)")
                .action(ArgAction::Append)
                .add(offers::values(filter.field))
                .allow_hyphen_values(true);
            if filter.field.is_none() { option.long_help(language()) } else { option }
        }))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Filters {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut given: Vec<(usize, Given)> = Vec::new();
        for filter in &FILTERS {
            let values = matches.get_many::<String>(filter.long).into_iter().flatten();
            let places = matches.indices_of(filter.long).into_iter().flatten();
            // As datasets are: what stands in them is found by what stands on the screen, and no sentence that brings it
            // back holds what a terminal would act on.
            let scrubbed = |text: &String| scrub(text, Breaks::Fold).into_owned();
            given.extend(
                places.zip(values).map(|(place, text)| (place, Given { filter, text: scrubbed(text) })),
            );
        }
        given.sort_by_key(|(place, _)| *place);
        Ok(Self(given.into_iter().map(|(_, given)| given).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::args::Cli;

    #[test]
    fn no_filter_holds_what_a_terminal_would_act_on() {
        let cli = Cli::try_parse_from(["wallchart", "-q", "\"a\tb\nc\u{1b}[2J\u{202e}\""]).unwrap();
        assert_eq!(cli.source.filters.0[0].text, "\"a b c␛[2J\u{fffd}\"");
    }

    #[test]
    fn filters_keep_the_order_in_which_they_were_given() {
        let args = ["-y", "2021", "-c", "-x", "-q", "-kind:a b", "--kind=a,b", "-y", "-0044", "--query", ""];
        let cli = Cli::try_parse_from(["wallchart"].iter().chain(&args)).unwrap();
        let given = cli.source.filters.0.iter().map(|given| (given.filter.short, given.text.as_str()));
        let expected =
            [('y', "2021"), ('c', "-x"), ('q', "-kind:a b"), ('k', "a,b"), ('y', "-0044"), ('q', "")];
        assert_eq!(given.collect::<Vec<_>>(), expected);
    }
}
