//! Dates as Chinese writes them.

use crate::date::reading::Reading;

/// `约2013年11月`, `公元前485年`, `2022年下半年`, `2021年9月至10月` → `2013-11~`, `-0484`, `2022-41`, `2021-09/2021-10`
pub(super) fn edtf(text: &str) -> Option<String> {
    let text: String = text.split_whitespace().collect();
    let text = text.strip_prefix('从').unwrap_or(&text);
    if let Some(date) = single(text) {
        return Some(date);
    }
    for since in ["以来", "以后", "起"] {
        if let Some(start) = text.strip_suffix(since) {
            return Some(format!("{}/..", single(start)?));
        }
    }
    for until in ["以前", "为止"] {
        if let Some(end) = text.strip_suffix(until) {
            return Some(format!("../{}", single(end)?));
        }
    }
    let (from, to) = text.split_once(['至', '到', '—', '–'])?;
    let start = single(from)?;
    // `9月` after `2021年8月` is one of that year, `9日` one of that month.
    let begun = |unit: char| from.rfind(unit).and_then(|at| from.get(..at + unit.len_utf8()));
    let whole = |unit: char| single(&format!("{}{to}", begun(unit)?));
    let end = single(to).or_else(|| whole('月')).or_else(|| whole('年'))?;
    Some(format!("{start}/{end}"))
}

fn single(text: &str) -> Option<String> {
    const ABOUT: [(&str, char); 5] =
        [("大约", '~'), ("约", '~'), ("可能", '?'), ("或为", '?'), ("也许", '?')];
    if let Some((rest, mark)) = ABOUT.iter().find_map(|(word, mark)| Some((text.strip_prefix(word)?, mark))) {
        return Some(format!("{}{mark}", plain(rest)?));
    }
    plain(text)
}

fn plain(text: &str) -> Option<String> {
    if let Some(century) = text.strip_suffix("世纪") {
        return Some(format!("{:02}XX", century.parse::<u8>().ok()?.checked_sub(1)?));
    }
    if let Some(decade) = text.strip_suffix("0年代") {
        return Some(match decade.split_once("世纪") {
            Some((century, decade)) => format!("{:02}{decade}X", century.parse::<u8>().ok()?.checked_sub(1)?),
            None => format!("{decade}X"),
        });
    }
    let (year, rest) = text.split_once('年')?;
    let year = self::year(year)?;
    if rest.is_empty() {
        return Some(year);
    }
    if let Some((_, code)) = PARTS.iter().find(|(name, _)| *name == rest) {
        return Some(format!("{year}-{code}"));
    }
    let (month, rest) = rest.split_once('月')?;
    let date = match rest.trim_end_matches(['日', '号']) {
        "" => format!("{year}-{month:0>2}"),
        day => format!("{year}-{month:0>2}-{day:0>2}"),
    };
    Reading::of(&date).is_ok().then_some(date)
}

/// Parts of a year, and their codes in EDTF.
const PARTS: [(&str, u8); 18] = [
    ("春季", 21),
    ("春", 21),
    ("夏季", 22),
    ("夏", 22),
    ("秋季", 23),
    ("秋", 23),
    ("冬季", 24),
    ("冬", 24),
    ("第一季度", 33),
    ("第二季度", 34),
    ("第三季度", 35),
    ("第四季度", 36),
    ("一季度", 33),
    ("二季度", 34),
    ("三季度", 35),
    ("四季度", 36),
    ("上半年", 40),
    ("下半年", 41),
];

/// `公元前485`, `公元50`, `2021` → `-0484`, `0050`, `2021`
fn year(text: &str) -> Option<String> {
    use crate::date::calendar::year;
    if let Some(before) = ["公元前", "前"].iter().find_map(|era| text.strip_prefix(era)) {
        return year(&format!("{before} bc"));
    }
    match text.strip_prefix("公元") {
        Some(since) => year(&format!("{since} ad")),
        None => (text.len() == 4).then(|| text.to_owned()),
    }
}
