//! Every fault of a dataset, as a reader of `wallchart check` sees it.
//!
//! A file of `tests/faults/` a fault; its name says which. The whole rendered message is a snapshot.

use std::fs;
use std::path::{Path, PathBuf};

use wallchart::dataset::load::load;
use wallchart::{dataset, fault};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn every_fault_reads_as_its_snapshot() {
    for path in files() {
        let text = fs::read_to_string(&path).unwrap();
        let loaded = load(&text);
        let name = name(&path);
        assert!(!loaded.faults.is_empty(), "{name} has no fault");
        let errors = loaded.faults.iter().any(fault::Fault::is_error);
        assert_eq!(loaded.dataset.is_none(), errors, "{name}");
        let shown = fault::render(&format!("{name}.toml"), &text, &loaded.faults, false);
        let summary = fault::summary(&loaded.faults);
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots/faults" }, {
            insta::assert_snapshot!(name, format!("{shown}\n{summary}"));
        });
    }
}

#[test]
fn the_shipped_dataset_has_no_fault() {
    let loaded = load(dataset::EMBEDDED);
    assert_eq!(fault::render("milestones.toml", dataset::EMBEDDED, &loaded.faults, false), "");
    assert!(loaded.dataset.is_some());
}
