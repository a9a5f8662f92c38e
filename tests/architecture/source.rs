//! A crate as its compiler reads it: what each module binds and names, and what its types are called. Tests are no
//! part of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::lexer::{is_word, tokens};
use super::sources;

/// `query::parse` is `["query", "parse"]`, and the crate itself is empty.
pub(super) type Name = Vec<String>;

/// So many names behind one another: a name of the crate never has more, and another crate's may lead to itself
/// (`use open;`).
const HOPS: usize = 16;

/// Every module of a crate, in a file of its own or within another's.
#[derive(Default)]
pub(super) struct Crate {
    modules: BTreeMap<Name, Module>,
    types: Vec<(String, Name)>,
}

#[derive(Default)]
struct Module {
    /// The module that is all of its file.
    file: Name,
    /// What its `use` lines bind: re-exported or not, whoever names it here means something elsewhere.
    bound: BTreeMap<String, Name>,
    /// The paths in its `use` lines, and those of several parts in its code.
    paths: BTreeSet<Name>,
    /// Modules of the crate that it takes all names from.
    globs: Vec<Name>,
}

impl Crate {
    /// Reads every file below the folder.
    pub(super) fn read(root: &Path) -> Self {
        let mut read = Self::default();
        let mut tests = BTreeSet::new();
        for file in sources(root) {
            let below = file.strip_prefix(root).expect("below the root").with_extension("");
            let mut name: Name = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            if name.last().is_some_and(|last| last == "mod") || name == ["lib"] {
                name.pop();
            }
            tests.extend(read.add(&name, &fs::read_to_string(&file).expect("a file")));
        }
        let is_test = |name: &Name| tests.iter().any(|test: &Name| name.starts_with(test));
        read.modules.retain(|name, _| !is_test(name));
        read.types.retain(|(_, module)| !is_test(module));
        read
    }

    /// Adds one file; returns the modules that are there for tests, in files of their own or not.
    pub(super) fn add(&mut self, name: &[String], code: &str) -> Vec<Name> {
        let tokens = tokens(code);
        let mut reader = Reader { of: self, file: name, tokens: &tokens, at: 0, tests: Vec::new() };
        reader.open(name);
        reader.block(name, true);
        reader.tests
    }

    /// Which file knows which: every name is followed to the file that defines it, past those that only pass it on.
    pub(super) fn arrows(&self) -> BTreeMap<&Name, BTreeSet<&Name>> {
        let mut arrows: BTreeMap<&Name, BTreeSet<&Name>> = BTreeMap::new();
        for (name, module) in &self.modules {
            // Nobody could follow the names.
            assert!(module.globs.is_empty(), "{} hides what it knows: {:?}", name.join("::"), module.globs);
            let known = module.paths.iter().flat_map(|path| self.named(name, path, HOPS));
            arrows.entry(&module.file).or_default().extend(known.filter(|file| **file != module.file));
        }
        arrows
    }

    /// Every struct, enum, trait and alias, with the module that it stands in.
    pub(super) fn types(&self) -> &[(String, Name)] {
        &self.types
    }

    /// The files that define what a path in a module means; none, if that is of another crate. Two where a module and
    /// something in it share their name.
    fn named(&self, module: &[String], path: &[String], hops: usize) -> BTreeSet<&Name> {
        let Some((first, rest)) = path.split_first() else { return BTreeSet::new() };
        match first.as_str() {
            "crate" => self.found(&[], rest, hops),
            "self" | "super" => self.found(module, path, hops),
            _ if self.is_child(module, first) || self.bound(module, first).is_some() => {
                self.found(module, path, hops)
            }
            _ => BTreeSet::new(),
        }
    }

    /// The same for a path that begins below a module. A module that is only named is not known yet: what is taken from
    /// it is.
    fn found(&self, module: &[String], path: &[String], hops: usize) -> BTreeSet<&Name> {
        let Some((first, rest)) = path.split_first() else { return BTreeSet::new() };
        match first.as_str() {
            "self" => return self.found(module, rest, hops),
            "super" => return self.found(&module[..module.len().saturating_sub(1)], rest, hops),
            _ => {}
        }
        let mut files = BTreeSet::new();
        let is_child = self.is_child(module, first);
        if is_child {
            files.extend(self.found(&child(module, first), rest, hops));
        }
        match self.bound(module, first) {
            Some(meant) if hops > 0 && (!is_child || rest.is_empty()) => {
                files.extend(self.named(module, &[meant, rest].concat(), hops - 1));
            }
            None if !is_child => files.extend(self.modules.get(module).map(|module| &module.file)),
            _ => {}
        }
        files
    }

    fn is_child(&self, module: &[String], name: &str) -> bool {
        self.modules.contains_key(&child(module, name))
    }

    fn bound(&self, module: &[String], name: &str) -> Option<&[String]> {
        self.modules.get(module)?.bound.get(name).map(Vec::as_slice)
    }
}

fn child(module: &[String], name: &str) -> Name {
    [module, &[name.to_owned()]].concat()
}

struct Reader<'a> {
    of: &'a mut Crate,
    file: &'a [String],
    tokens: &'a [String],
    at: usize,
    tests: Vec<Name>,
}

impl<'a> Reader<'a> {
    /// Up to the brace that closes it, or to the end. Behind `impl` and in a trait a `type` is none of its own.
    fn block(&mut self, module: &[String], has_types: bool) {
        let (mut is_for_tests, mut is_impl) = (false, false);
        while let Some(token) = self.next() {
            match token {
                "}" => return,
                "{" => self.block(module, !std::mem::take(&mut is_impl)),
                ";" => is_impl = false,
                "#" => is_for_tests |= self.attribute(),
                "pub" => self.visibility(),
                "use" if self.peek() != Some("<") => self.uses(module),
                "mod" => self.module(module, std::mem::take(&mut is_for_tests)),
                "impl" => is_impl = true,
                "struct" | "enum" | "trait" => {
                    is_impl = token == "trait";
                    self.define(module);
                }
                "type" if has_types => self.define(module),
                word if word.starts_with(is_word) => self.path(module, word),
                _ => {}
            }
        }
    }

    /// Whether `#[cfg(…)]` asks for tests, whatever else it asks for.
    fn attribute(&mut self) -> bool {
        self.next_if("!");
        let inside = self.group();
        inside.get(1).is_some_and(|word| word == "cfg") && inside.iter().any(|word| word == "test")
    }

    fn visibility(&mut self) {
        if self.peek() == Some("(") {
            self.group();
        }
    }

    fn module(&mut self, outer: &[String], is_for_tests: bool) {
        let Some(name) = self.next() else { return };
        let name = child(outer, name);
        let is_here = self.next() == Some("{");
        if is_for_tests {
            self.tests.push(name);
            if is_here {
                self.at -= 1;
                self.group();
            }
        } else if is_here {
            self.open(&name);
            self.block(&name, true);
        }
    }

    fn uses(&mut self, module: &[String]) {
        self.tree(module, &[]);
        self.next_if(";");
    }

    /// One tree of a `use` line, behind what stands before it.
    fn tree(&mut self, module: &[String], before: &[String]) {
        let mut path = before.to_vec();
        loop {
            match self.next() {
                Some("{") => {
                    while !self.next_if("}") {
                        self.tree(module, &path);
                        self.next_if(",");
                    }
                    return;
                }
                // A prelude of another crate hides none of ours.
                Some("*") => {
                    let is_ours = ["crate", "self", "super"].contains(&path[0].as_str());
                    self.open(module).globs.extend(is_ours.then_some(path));
                    return;
                }
                Some("self") if !path.is_empty() => {}
                Some(name) => path.push(name.to_owned()),
                None => return,
            }
            if !self.next_if("::") {
                break;
            }
        }
        let name = if self.next_if("as") { self.next() } else { path.last().map(String::as_str) };
        let name = name.unwrap_or_default().to_owned();
        let module = self.open(module);
        module.bound.insert(name, path.clone());
        module.paths.insert(path);
    }

    /// A path in code; one of a single part is bound here, or defined here.
    fn path(&mut self, module: &[String], first: &str) {
        let mut path = vec![first.to_owned()];
        while self.peek() == Some("::")
            && self.tokens.get(self.at + 1).is_some_and(|next| next.starts_with(is_word))
        {
            path.push(self.tokens[self.at + 1].clone());
            self.at += 2;
        }
        if path.len() > 1 {
            self.open(module).paths.insert(path);
        }
    }

    fn define(&mut self, module: &[String]) {
        // The `$name` of a macro is none.
        if let Some(name) = self.peek().filter(|name| name.starts_with(is_word)) {
            self.of.types.push((name.to_owned(), module.to_vec()));
        }
    }

    fn open(&mut self, module: &[String]) -> &mut Module {
        let opened = self.of.modules.entry(module.to_vec()).or_default();
        self.file.clone_into(&mut opened.file);
        opened
    }

    /// All up to the bracket that closes the one that comes next.
    fn group(&mut self) -> &'a [String] {
        let (begin, mut depth) = (self.at, 0);
        while let Some(token) = self.next() {
            depth +=
                i32::from(["(", "[", "{"].contains(&token)) - i32::from([")", "]", "}"].contains(&token));
            if depth == 0 {
                break;
            }
        }
        &self.tokens[begin..self.at]
    }

    fn peek(&self) -> Option<&'a str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn next(&mut self) -> Option<&'a str> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    fn next_if(&mut self, token: &str) -> bool {
        let is_next = self.peek() == Some(token);
        self.at += usize::from(is_next);
        is_next
    }
}
