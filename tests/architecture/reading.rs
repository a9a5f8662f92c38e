//! The readers of the code read all its forms.

use std::collections::{BTreeMap, BTreeSet};

use super::circles::circles;
use super::methods;
use super::source::{Crate, Name};

fn of(files: &[(&str, &str)]) -> Crate {
    let mut read = Crate::default();
    for (name, code) in files {
        read.add(&split(name), code);
    }
    read
}

fn split(name: &str) -> Name {
    name.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// What `at` knows of a small crate, when it holds this code.
fn known(code: &str) -> Vec<String> {
    let read = of(&[
        ("", "pub mod low; pub mod high;"),
        ("low", "mod a; mod b; pub use a::{A, of as made}; pub use b::b; use b::B; pub struct Own;"),
        ("low::a", "pub struct A; pub fn of() {}"),
        ("low::b", "pub fn b() {} pub struct B;"),
        ("low::c", ""),
        ("high", ""),
        ("low::at", code),
        ("low::at::below", ""),
    ]);
    let at = split("low::at");
    read.arrows()[&at].iter().map(|file| file.join("::")).collect()
}

#[test]
fn a_name_is_followed_to_the_file_that_defines_it() {
    for (code, expected) in [
        // Passed on, under its own name or another.
        ("use super::A;", vec!["low::a"]),
        ("use crate::low::made;", vec!["low::a"]),
        ("use crate::low::{self, A as Other};", vec!["low::a"]),
        // What the module imports for itself only leads elsewhere too.
        ("use super::B;", vec!["low::b"]),
        ("use super::Own;", vec!["low"]),
        ("use crate::{high::X, low::{a::A, b}};", vec!["high", "low::a", "low::b"]),
        // A function and its module may share their name.
        ("use super::b;", vec!["low::b"]),
        ("use self::below::X; use super::super::high::Y;", vec!["high", "low::at::below"]),
        ("use below::X;", vec!["low::at::below"]),
        // A module that is only named is not known, but what is taken from it is.
        ("use super::a;", vec![]),
        ("use crate::low; fn f() { low::made(); }", vec!["low::a"]),
        ("use crate::low as l; fn f() -> l::Own { todo!() }", vec!["low"]),
        // In code, in what a macro is given, in types, and within functions and modules.
        ("fn f() { super::a::of(); }", vec!["low::a"]),
        ("fn f() { println!(\"{}\", [super::a::of()]); }", vec!["low::a"]),
        ("struct S(Vec<super::A>);", vec!["low::a"]),
        ("fn f() { use super::B; }", vec!["low::b"]),
        ("mod inner { use super::super::Own; use super::Here; } struct Here;", vec!["low"]),
        // Generics, signatures, precise captures.
        (
            "fn f<'a>(a: &'a str) -> impl Iterator<Item = super::B> + use<'a> { [].into_iter() }",
            vec!["low::b"],
        ),
        ("pub(crate) fn f() { Vec::<super::A>::new(); }", vec!["low::a"]),
        // Of other crates.
        ("use std::fmt; use open; fn f() -> fmt::Result { open::that(Vec::new()) }", vec![]),
        // Not code, or not shipped.
        ("//! `super::A`\n/// [`crate::high::X`]\npub(in crate::low) struct S;", vec![]),
        ("#[cfg(test)]\nmod tests { fn f() { use super::super::A; } } use super::B;", vec!["low::b"]),
        (r##"const X: [&str; 2] = ["\"super::A", r#"" super::A"#]; use super::B;"##, vec!["low::b"]),
        (
            "/* super::A /* nested */ super::A */ const X: [char; 3] = ['\"', '\\'', '\u{22}']; use super::B;",
            vec!["low::b"],
        ),
    ] {
        assert_eq!(known(code), expected, "{code}");
    }
}

#[test]
#[should_panic(expected = "low::at hides what it knows")]
fn nothing_is_imported_without_its_name() {
    known("use super::*;");
}

#[test]
fn a_file_for_tests_is_named_by_the_one_that_declares_it() {
    let mut read = Crate::default();
    let tests = read.add(&split("low"), "#[cfg(all(test, unix))] mod walks; mod a; #[cfg(unix)] mod b;");
    assert_eq!(tests, [split("low::walks")]);
}

#[test]
fn circles_are_found_past_those_that_only_pass_a_name_on() {
    let read = of(&[
        ("low", "mod a; mod b; mod c; mod d; pub use a::A; pub use d::D;"),
        ("low::a", "use super::b::B; pub struct A;"),
        ("low::b", "use super::c; pub struct B(c::C);"),
        ("low::c", "use super::A; pub struct C;"),
        ("low::d", "use super::A; pub struct D;"),
    ]);
    let [a, b, c] = ["low::a", "low::b", "low::c"].map(split);
    assert_eq!(circles(&read.arrows()), BTreeSet::from([BTreeSet::from([&a, &b, &c])]));
}

#[test]
fn every_type_is_found_but_those_of_tests() {
    let read = of(&[(
        "low",
        "struct A; pub enum B {} trait C { type Item; } type D = A; fn f() -> impl C { struct E; A }
         impl C for A { type Item = u8; } type G = D; macro_rules! m { ($x:ident) => { struct $x; } }
         #[cfg(test)] mod tests { struct F; }",
    )]);
    let names: Vec<&str> = read.types().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["A", "B", "C", "D", "E", "G"]);
}

#[test]
fn methods_are_counted_over_all_blocks_but_those_of_traits() {
    let code = "impl A { fn one() { fn inner() {} } pub const fn two(f: fn(u8)) {} }
         impl<T: Into<u8>> B<T> where T: Copy { fn one() -> impl C { struct E; impl E { fn own() {} } } }
         #[cfg(x)] impl a::A { fn three() {} } impl C for A { fn four() {} } fn f(x: impl C) { fn g() {} }";
    let mut counts = BTreeMap::new();
    methods::count(code, &mut counts);
    let counts: Vec<(&str, usize)> = counts.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    assert_eq!(counts, [("A", 3), ("B", 1), ("E", 1)]);
}
