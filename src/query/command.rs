//! A query as the command line takes it.

use super::{Field, Query, Term};

impl Query {
    /// The options that ask for it on the command line, in its order, quoted for a shell: the short ones for what
    /// they can say (`-c tencent`), `-q` for the rest.
    pub fn options(&self) -> Vec<String> {
        let mut options = Vec::new();
        let mut rest: Vec<String> = Vec::new();
        let whole = |rest: &mut Vec<String>| {
            let text = std::mem::take(rest).join(" ");
            (!text.is_empty()).then(|| format!("-q {}", shell_quoted(&text)))
        };
        for term in &self.terms {
            let Some(option) = short(term) else {
                rest.push(term.to_string());
                continue;
            };
            options.extend(whole(&mut rest));
            // A value that begins with `-` is no option there, so nothing more is needed than quoting.
            options.push(format!("{option} {}", shell_quoted(&term.values_text())));
        }
        options.extend(whole(&mut rest));
        options
    }
}

fn short(term: &Term) -> Option<&'static str> {
    match term.field {
        _ if term.negated => None,
        Field::Company => Some("-c"),
        Field::Year => Some("-y"),
        Field::Kind => Some("-k"),
        _ => None,
    }
}

/// An argument as a POSIX shell reads it back.
pub fn shell_quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_.,:/+@%".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}
