//! Which addresses are of the web.

/// Whether a browser opens `address`: what `http://` or `https://` stands before, with no blank in it. A dataset must
/// not start whatever a desktop does with `file:` or `tel:`.
pub fn is_web_address(address: &str) -> bool {
    let scheme = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    };
    let harmless = !address.contains(|c: char| c.is_whitespace() || c.is_control());
    (scheme("https://") || scheme("http://")) && harmless
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_opened() {
        for address in ["https://example.org/a?b=c#d", "HTTP://example.org", "https://例子.中国/墙"] {
            assert!(is_web_address(address), "{address}");
        }
        for address in [
            "",
            "https://",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "-v",
            "https://a b",
            "http://a\n",
            "墙墙墙",
        ] {
            assert!(!is_web_address(address), "{address}");
        }
    }
}
