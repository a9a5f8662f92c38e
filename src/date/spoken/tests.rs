//! What words say can be typed, and what people type is what they mean.

use proptest::prelude::*;
use proptest::string::string_regex;

use crate::date::Date;
use crate::words::en;

/// That the words of a date, all of them and the few, are read as one of the same days, with the same marks.
fn reads_back(written: &str) {
    let date = Date::parse(written).unwrap_or_else(|error| panic!("`{written}`: {error}"));
    let words = date.words(&en::WORDS);
    let again = Date::parse_plainly(&words).unwrap_or_else(|error| panic!("`{written}`, {words}: {error}"));
    assert_eq!(again.span(), date.span(), "`{written}`, {words}: `{}`", again.as_written());
    assert_eq!(again.mark(), date.mark(), "`{written}`, {words}: `{}`", again.as_written());
    assert_eq!(again.words(&en::WORDS), words, "`{written}`: `{}`", again.as_written());
    let brief = date.brief(&en::WORDS);
    let again = Date::parse_plainly(&brief).unwrap_or_else(|error| panic!("`{written}`, {brief}: {error}"));
    assert_eq!((again.span(), again.mark()), (date.span(), date.mark()), "`{written}`, {brief}");
}

#[test]
fn the_words_of_every_date_of_the_suites_are_read_back() {
    for file in [
        include_str!("../../../tests/edtf/valid-l0.txt"),
        include_str!("../../../tests/edtf/valid-l1.txt"),
        include_str!("../../../tests/edtf/valid-l2.txt"),
    ] {
        let rows = file.lines().filter(|line| !line.starts_with("# "));
        rows.filter_map(|row| row.split('\t').nth(1)).for_each(reads_back);
    }
}

/// A single date, with marks or without.
fn single() -> impl Strategy<Value = String> {
    string_regex(
        "(-?[0-2][0-9]{3}|[12][0-9]{2}X|[12][0-9]XX|Y-?[1-9][0-9]{5,10}|Y-?[1-9][0-9]{0,2}E[67]|Y[1-9]E[5-9]|[12][0-9]{3}S[1-3])[?~%]?|\
         -?[0-2][0-9]{3}[?~]?-[~%]?(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|XX)[?~%]?|\
         -?[0-2][0-9]{3}-(0[1-9]|1[0-2])[?]?-[~]?(0[1-9]|1[0-9]|2[0-8]|XX)[?~%]?",
    )
    .expect("a pattern")
}

/// A time of day of the two days in which a range may be.
fn time() -> impl Strategy<Value = String> {
    string_regex("T0[0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,3})?)?(Z|[+-]0[1-9](:30)?)?").expect("a pattern")
}

proptest! {
    #![proptest_config(crate::tried::often())]

    #[test]
    fn words_are_read_back(
        one in single(), two in single(), three in single(), from in time(), to in time(), form in 0..14,
    ) {
        let written = match form {
            0..4 => one,
            4 | 5 => format!("{one}/{two}"),
            6 => format!("{one}/.."),
            7 => format!("/{one}"),
            8 => format!("..{one}/{two}.."),
            9 => format!("[{one},{two},{three}]"),
            10 => format!("{{{one},{two}..{three}}}"),
            11 => format!("[..{one},{two}..]"),
            12 => format!("1963-11-22{from}"),
            _ => format!("1963-11-22{from}/1963-11-23{to}"),
        };
        if Date::parse(&written).is_ok() {
            reads_back(&written);
        }
    }
}

fn check(typed: &str, written: &str) {
    let date = Date::parse_plainly(typed).unwrap_or_else(|error| panic!("`{typed}`: {error}"));
    assert_eq!(date.as_written(), written, "{typed}");
}

#[test]
fn dates_are_read_as_people_say_them() {
    check("754 BC", "-0753");
    check("21 April 754 BC", "-0753-04-21");
    check("april 21, 754 bce", "-0753-04-21");
    check("AD 50", "0050");
    check("50 AD", "0050");
    check("c. November 2013", "2013-11~");
    check("c. 485 BC", "-0484~");
    check("about November 2013", "2013-11~");
    check("second half of 2022", "2022-41");
    check("Second  half of 2022", "2022-41");
    check("first quarter of 2022", "2022-33");
    check("spring 1968", "1968-21");
    check("spring 44 BC", "-0043-21");
    check("12 to 14 April 1985", "1985-04-12/1985-04-14");
    check("9 Sept 2021 to q1 2022", "2021-09-09/2022-33");
    check("the 1960s", "196X");
    check("1960s to 1980s", "196X/198X");
    check("year 170000002", "Y170000002");
    check("66,000,002 BC", "Y-66000001");
    check("4.6 billion years BC", "Y-4600000000");
    check("c. 66.04 million years BC", "Y-66040000~");
    check("AD 5 billion", "Y5000000000");
}

#[test]
fn dates_are_read_as_chinese_writes_them() {
    check("约2013年11月", "2013-11~");
    check("公元前485年", "-0484");
    check("公元前754年4月21日", "-0753-04-21");
    check("公元50年", "0050");
    check("２０２２年下半年", "2022-41");
    check("2022年第一季度", "2022-33");
    check("1968年春", "1968-21");
    check("1985年4月12日至14日", "1985-04-12/1985-04-14");
    check("2021年9月至11月", "2021-09/2021-11");
    check("2021年9月至2022年1月", "2021-09/2022-01");
    check("20世纪60年代", "196X");
    check("20世纪", "19XX");
    check("2013年11月以来", "2013-11/..");
}

#[test]
fn what_says_no_date_is_none() {
    for text in [
        "0 BC",
        "-5 BC",
        "44",
        "April",
        "soon",
        "about",
        "from",
        "to",
        "or",
        "some day in",
        "31 BC to",
        "1 or 2",
    ] {
        assert!(Date::parse_plainly(text).is_err(), "{text}: {:?}", Date::parse_plainly(text));
    }
}
