//! Where the configuration stands.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The variable that names another file; empty, it says that none is read.
pub(in crate::cli) const FILE: &str = "WALLCHART_CONFIG";

/// The file, whether it is there or not; `None` where none is to be read.
///
/// The folder is the one of the XDG Base Directory Specification, by which a path that is not absolute counts as none.
pub(super) fn find(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if let Some(named) = variable(FILE) {
        return (!named.is_empty()).then(|| named.into());
    }
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let configs = folder("XDG_CONFIG_HOME").or_else(|| Some(folder("HOME")?.join(".config")))?;
    Some(configs.join(Path::new("wallchart/config.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_where_other_programs_have_theirs_unless_a_variable_names_it() {
        for (environment, expected) in [
            (&[][..], None),
            (&[("HOME", "/h")], Some("/h/.config/wallchart/config.toml")),
            (&[("HOME", "/h"), ("XDG_CONFIG_HOME", "/x")], Some("/x/wallchart/config.toml")),
            (&[("HOME", "/h"), ("XDG_CONFIG_HOME", "")], Some("/h/.config/wallchart/config.toml")),
            (&[("HOME", "/h"), ("XDG_CONFIG_HOME", "here")], Some("/h/.config/wallchart/config.toml")),
            (&[("HOME", "/h"), (FILE, "mine.toml")], Some("mine.toml")),
            (&[("HOME", "/h"), (FILE, "")], None),
            (&[("HOME", "h")], None),
        ] {
            let variable =
                |name: &str| environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into());
            assert_eq!(find(variable).as_deref(), expected.map(Path::new), "{environment:?}");
        }
    }
}
