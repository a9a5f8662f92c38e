//! What an export calls the file of its dataset.

use crate::words::Lang;

/// What makes it again, and the sources of its citations: as the embedded dataset has it, and a file.
const COMMANDS: [&str; 2] = ["\nwallchart export", "\nwallchart export FILE"];

/// An export that was made `again`, naming FILE as `export` does: earlier versions never did, and the dataset may be a file
/// now and have been the embedded one then. The line is made of the `view`, and says nothing besides.
pub fn naming_file_as(export: &str, again: String) -> String {
    let names_file = |text: &str| text.contains(COMMANDS[1]);
    let (is, was) = (usize::from(names_file(&again)), usize::from(names_file(export)));
    if is == was {
        return again;
    }
    // In whatever language it is: no two say the same.
    let renamed = |text: String, lang: &Lang| {
        let said = lang.words().export.again;
        let said = [said.embedded, said.file];
        text.replace(said[is], said[was])
    };
    Lang::ALL.iter().fold(again, renamed).replace(COMMANDS[is], COMMANDS[was])
}
