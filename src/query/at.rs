//! A place in time, as somebody names it who wants to begin there: a milestone's id, or a date.

use super::QueryFault;
use super::names::named_barrier;
use crate::dataset::{BarrierId, Dataset, Milestone, MilestoneId};
use crate::date::{Date, Span};
use crate::text::{halfwidth, nearest};

/// The milestone with the id `text`, else the one [nearest to](nearest_to) the date `text`, which may be written as
/// people do (`sept 2021`). `None` for a date in a dataset without milestones.
///
/// # Errors
///
/// Where `text` is neither; the fault names the nearest id, or what a date looks like.
pub fn at(text: &str, dataset: &Dataset) -> Result<Option<MilestoneId>, QueryFault> {
    let named = text.trim();
    if let Some(milestone) = dataset.find(named) {
        return Ok(Some(milestone.place()));
    }
    let error = match Date::parse_plainly(named) {
        Ok(date) => {
            let of = |place| dataset.milestone(MilestoneId::new(place)).date();
            return Ok(nearest_to(&date.span(), dataset.len(), of).map(MilestoneId::new));
        }
        Err(error) => error,
    };
    let help = match nearest(named, dataset.milestones().map(Milestone::id)) {
        Some(id) => Some(format!("did you mean `{id}`?")),
        // What begins with a digit was meant to be a date.
        None => error.hint.filter(|_| named.starts_with(|c: char| halfwidth(c).is_ascii_digit())),
    };
    let usual = || "write a milestone's id, or a date: `2021-09-09`, `2021-09`, `2021`".to_owned();
    let message = match named {
        "" => "an id or a date is missing".to_owned(),
        named => format!("`{named}` is neither a milestone nor a date"),
    };
    Err(QueryFault { message, help: Some(help.unwrap_or_else(usual)), at: 0..text.len() })
}

/// The wall that `text` names: by its id, or else its name.
///
/// # Errors
///
/// Where it names none; the fault names the nearest.
pub fn wall_at(text: &str, dataset: &Dataset) -> Result<BarrierId, QueryFault> {
    let named = text.trim();
    named_barrier(named, dataset).ok_or_else(|| {
        let known = dataset.barriers().iter().flat_map(|wall| [wall.id.as_str(), wall.name.as_str()]);
        let help = match nearest(named, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write a wall's id, as `wallchart walls | cat` prints it".to_owned(),
        };
        QueryFault { message: format!("there is no wall `{named}`"), help: Some(help), at: 0..text.len() }
    })
}

/// The place of the first of `len` dates, in chronological order, that begins within `span`; where none does, of the
/// first that touches it; else of the one nearest to it in time, of two the later. `None` where there are none.
pub fn nearest_to<'a>(span: &Span, len: usize, date: impl Fn(usize) -> &'a Date) -> Option<usize> {
    let begun = (0..len).position(|place| date(place).begins_after(span)).unwrap_or(len);
    let begins = |place: &usize| date(*place).earliest().is_some_and(|day| span.contains(day));
    let touches = |place: &usize| date(*place).touches(span);
    // Of equally far ones what stands next to the span in order is nearest, and is looked at first on either side.
    let far_from = |date: &Date| span.days_to_end_of(&date.span()).unwrap_or(i64::MAX);
    let nearest_first = || (begun..len).chain((0..begun).rev());
    let nearest = || nearest_first().min_by_key(|place| far_from(date(*place)));
    // What began long before and goes on is not what a date was asked for.
    (0..begun).find(begins).or_else(|| (0..begun).find(touches)).or_else(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load::load;

    fn dataset() -> Dataset {
        let milestone = |(id, date): (&str, &str)| {
            format!(
                "[[milestone]]\nid = \"{id}\"\ndate = \"{date}\"\ntitle = \"X\"\nkind = \"k\"\nsummary = \"X\"\n\
                 confidence = \"high\"\ncites = [{{ source = \"s\" }}]\n"
            )
        };
        let milestones = [
            ("first", "1999-05-05"),
            ("same-month", "2021-09"),
            ("meeting", "2021-09-09"),
            ("either", "[2013-08-01,2023-01-01]"),
            ("half", "2022-41"),
            ("2030", "2024-01-01"),
            ("far", "2040"),
        ];
        let text = format!(
            "schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n[[kind]]\nid = \"k\"\nname = \"K\"\ntone = \"rule\"\n\
             glyph = \"x\"\nascii = \"x\"\n[[source]]\nid = \"s\"\npublisher = \"S\"\ntitle = \"S\"\n{}",
            milestones.map(milestone).concat()
        );
        let loaded = load(&text);
        loaded.dataset.unwrap_or_else(|| panic!("{:?}", loaded.faults))
    }

    #[test]
    fn an_id_or_a_date_is_a_milestone() {
        let dataset = dataset();
        for (text, expected) in [
            ("meeting", "meeting"),
            (" meeting ", "meeting"),
            // An id, though it is a year as well.
            ("2030", "2030"),
            // The first that begins then; else the first that may have been then.
            ("2021-09-09", "meeting"),
            ("2021-09-10", "same-month"),
            ("sept 2021", "same-month"),
            ("２０２１年９月", "same-month"),
            ("9 September 2021", "meeting"),
            ("second half of 2022", "half"),
            ("1 August 2013 or 1 January 2023", "either"),
            ("21 April 754 BC", "first"),
            ("2022", "half"),
            // One of two days: on each of them, and near to them, but not between.
            ("2013", "either"),
            ("2023", "either"),
            ("2014", "either"),
            ("2018", "same-month"),
            // Before all, after all, and beyond what a calendar can hold.
            ("1900", "first"),
            ("2024-01-03", "2030"),
            ("2031-12-31", "2030"),
            ("2033", "far"),
            ("3000", "far"),
            ("Y-500000", "first"),
            ("Y500000", "far"),
            ("Y-5000000000", "first"),
        ] {
            let found = at(text, &dataset).unwrap().map(|id| dataset.milestone(id).id());
            assert_eq!(found, Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_neither_is_told_the_nearest() {
        let dataset = dataset();
        let usual = "write a milestone's id, or a date: `2021-09-09`, `2021-09`, `2021`";
        for (text, help) in [
            ("meetign", "did you mean `meeting`?"),
            ("soon", usual),
            ("2021-13", "months are `01` to `12`; seasons, quarters and halves `21` to `41`"),
        ] {
            let fault = at(text, &dataset).unwrap_err();
            assert_eq!(fault.message, format!("`{text}` is neither a milestone nor a date"));
            assert_eq!((fault.help.as_deref(), fault.at), (Some(help), 0..text.len()), "{text}");
        }
        assert_eq!(at(" ", &dataset).unwrap_err().message, "an id or a date is missing");
        let none = load("schema = 1\n[dataset]\nid = \"d\"\ntitle = \"D\"\n").dataset.unwrap();
        assert_eq!(at("2021", &none), Ok(None));
    }
}
