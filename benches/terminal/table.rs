//! What was measured, as a table of Markdown: a row a measure, a column a program.

/// Measures in the order in which they came first, each with its samples.
#[derive(Default)]
pub(crate) struct Samples(Vec<(&'static str, Vec<f64>)>);

impl Samples {
    pub(crate) fn add(&mut self, measure: &'static str, sample: f64) {
        match self.0.iter_mut().find(|(known, _)| *known == measure) {
            Some((_, samples)) => samples.push(sample),
            None => self.0.push((measure, vec![sample])),
        }
    }

    /// The median; of many samples also the 99th percentile.
    fn cell(&self, measure: &str) -> String {
        let Some((_, samples)) = self.0.iter().find(|(known, _)| *known == measure) else {
            return "–".to_owned();
        };
        let mut sorted = samples.clone();
        sorted.sort_by(f64::total_cmp);
        let at = |hundredth: usize| digits(sorted[(sorted.len() - 1) * hundredth / 100]);
        if sorted.len() < MANY { at(50) } else { format!("{} / {}", at(50), at(99)) }
    }
}

/// Of fewer samples there is no percentile to speak of.
const MANY: usize = 15;

/// Three digits that count.
fn digits(number: f64) -> String {
    match number {
        ..10.0 => format!("{number:.2}"),
        10.0..100.0 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}

/// Prints a table; milliseconds where nothing else is said. All of them have what the first one has, or less.
pub(crate) fn print(name: &str, programs: &[&str], samples: &[Samples]) {
    println!("\n| {name} (ms; median / p99) | {} |", programs.join(" | "));
    println!("| --- |{}", " --: |".repeat(programs.len()));
    for (measure, _) in samples.first().map_or(&[][..], |first| &first.0) {
        let cells: Vec<String> = samples.iter().map(|samples| samples.cell(measure)).collect();
        println!("| {measure} | {} |", cells.join(" | "));
    }
}
