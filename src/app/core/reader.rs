//! Reading text with links in it, in the detail pane and on the whole screen: how far it is scrolled, and
//! which link is marked.

use crate::dataset::{BarrierId, Milestone, MilestoneId, SourceId};

/// Something in a milestone's text that can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A wall that it moved.
    Wall(BarrierId),
    /// A related milestone.
    Milestone(MilestoneId),
    /// A source.
    Source(SourceId),
}

/// The links of a milestone in the order in which they are drawn: earlier milestones, later ones, walls, sources.
pub fn links(milestone: Milestone<'_>) -> impl Iterator<Item = Link> {
    // What it did to one wall stands together.
    let effects = milestone.effects();
    let is_first = |at: usize| effects[..at].iter().all(|other| other.barrier != effects[at].barrier);
    let walls = (0..effects.len()).filter(move |at| is_first(*at)).map(|at| Link::Wall(effects[at].barrier));
    let related = milestone.relations().iter().chain(milestone.incoming());
    let related = related.map(|relation| Link::Milestone(relation.to));
    related.chain(walls).chain(milestone.cites().iter().map(|cite| Link::Source(cite.source)))
}

/// What the text came to on the screen. Rows and lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextPage {
    /// Rows of the pane, less the one that says how much more there is.
    pub rows: usize,
    /// Lines of the text.
    pub lines: usize,
    /// The line of each link, in order.
    pub links: Vec<usize>,
    /// The first line on which something is marked.
    pub hit: Option<usize>,
}

/// Where a reader is in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextScroll {
    /// The first line drawn.
    pub top: usize,
    /// The marked link, counted from 0.
    pub link: Option<usize>,
    /// Whether the text is yet to be scrolled to what is searched for.
    pub seeks: bool,
}

impl TextScroll {
    /// To the next link where it is in sight, else a line down.
    pub fn down(&mut self, page: &TextPage) {
        let next =
            self.link.map_or_else(|| page.links.partition_point(|line| *line < self.top), |link| link + 1);
        match page.links.get(next) {
            Some(line) if *line < self.top + page.rows => self.link = Some(next),
            _ => self.scroll(1, page),
        }
    }

    /// To the link before where it is in sight, else a line up.
    pub fn up(&mut self, page: &TextPage) {
        let below =
            self.link.unwrap_or_else(|| page.links.partition_point(|line| *line < self.top + page.rows));
        match below.checked_sub(1).map(|link| (link, page.links.get(link))) {
            Some((link, Some(line))) if *line >= self.top => self.link = Some(link),
            _ => self.scroll(-1, page),
        }
    }

    /// By `rows`, down or up; a link that goes out of sight is no longer marked.
    pub fn scroll(&mut self, rows: isize, page: &TextPage) {
        self.top = self.top.saturating_add_signed(rows).min(page.lines.saturating_sub(page.rows));
        let in_sight = |link: &usize| page.links.get(*link).is_some_and(|line| self.shows(*line, page));
        self.link = self.link.filter(in_sight);
    }

    /// Keeps the text on the page, and the marked link in sight.
    pub fn fit(&mut self, page: &TextPage) {
        let seeks = std::mem::take(&mut self.seeks);
        if let Some(line) = page.hit.filter(|line| seeks && !self.shows(*line, page)) {
            // With some of what stands before it. A link that was marked may be out of sight then.
            (self.top, self.link) = (line.saturating_sub(page.rows / 3), None);
        }
        self.link = self.link.filter(|link| *link < page.links.len());
        if let Some(line) = self.link.and_then(|link| page.links.get(link)) {
            self.top = self.top.min(*line).max((line + 1).saturating_sub(page.rows.max(1)));
        }
        self.top = self.top.min(page.lines.saturating_sub(page.rows));
    }

    fn shows(&self, line: usize, page: &TextPage) -> bool {
        (self.top..self.top + page.rows).contains(&line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> TextPage {
        TextPage { rows: 4, lines: 10, links: vec![2, 3, 8], hit: Some(7) }
    }

    #[test]
    fn down_walks_links_in_sight_and_scrolls_to_the_others() {
        let mut reader = TextScroll::default();
        let mut seen = Vec::new();
        for _ in 0..9 {
            reader.down(&page());
            seen.push((reader.top, reader.link));
        }
        assert_eq!(
            seen,
            [
                (0, Some(0)),
                (0, Some(1)),
                (1, Some(1)),
                (2, Some(1)),
                (3, Some(1)),
                (4, None),
                (5, None),
                (5, Some(2)),
                (6, Some(2))
            ]
        );
    }

    #[test]
    fn up_comes_back_to_the_top() {
        let mut reader = TextScroll { top: 6, link: Some(2), seeks: false };
        for _ in 0..20 {
            reader.up(&page());
        }
        assert_eq!(reader, TextScroll { top: 0, link: Some(0), seeks: false });
    }

    #[test]
    fn what_is_searched_for_comes_into_sight_once() {
        let mut reader = TextScroll { seeks: true, ..TextScroll::default() };
        reader.fit(&page());
        assert_eq!(reader.top, 6);
        reader.scroll(-9, &page());
        reader.fit(&page());
        assert_eq!(reader.top, 0, "and may be scrolled away from");
    }

    #[test]
    fn a_text_shorter_than_its_page_does_not_scroll() {
        let short = TextPage { rows: 4, lines: 2, links: vec![], hit: None };
        let mut reader = TextScroll::default();
        reader.down(&short);
        reader.scroll(9, &short);
        assert_eq!(reader, TextScroll::default());
    }
}
