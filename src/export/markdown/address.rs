//! Addresses in Markdown, always in angle brackets: GitHub links a bare one as well, and takes the Chinese
//! sentence after it for a part of it.

use std::fmt::Write;

/// The address that `rest` begins with, as it is to be written, and what follows it.
///
/// Addresses of the web and of mail are put into angle brackets; what merely would become a link (`www.`, or
/// `https://` before nothing that an address holds) loses its meaning to a backslash.
pub(super) fn leading(before: Option<char>, rest: &str) -> Option<(String, &str)> {
    if let Some(scheme) = ["https", "http", "ftp"].into_iter().find(|scheme| begins_url(rest, scheme)) {
        let (url, tail) = rest.split_at(url_len(rest));
        let beyond = scheme.len() + "://".len();
        if url.len() > beyond {
            return Some((format!("<{url}>"), tail));
        }
        let (name, tail) = rest.split_at(scheme.len());
        return Some((format!("{name}\\:"), tail.strip_prefix(':')?));
    }
    if let Some(tail) =
        rest.strip_prefix("www.").filter(|_| !before.is_some_and(|c| c.is_ascii_alphanumeric()))
    {
        return Some(("www\\.".to_owned(), tail));
    }
    if before.is_some_and(is_mailbox) {
        return None;
    }
    let (mail, tail) = rest.split_at_checked(mail_len(rest)?)?;
    Some((format!("<{mail}>"), tail))
}

/// The address of a source in angle brackets, with whatever would end it there percent-encoded; `None`
/// where it is not an address of the web, and so is better left as text.
pub(super) fn link(url: &str) -> Option<String> {
    if !["https", "http"].into_iter().any(|scheme| begins_url(url, scheme)) {
        return None;
    }
    let mut out = String::from("<");
    // Whether the last sign is within `&copy`: a `;` would make one sign of it, even here.
    let mut entity = false;
    for c in url.chars() {
        let breaks =
            matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '|' | '}') || (entity && c == ';');
        entity = c == '&' || (entity && (c.is_ascii_alphanumeric() || c == '#'));
        if c.is_ascii_graphic() && !breaks {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out.push('>');
    Some(out)
}

fn begins_url(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        && text.get(scheme.len()..).is_some_and(|rest| rest.starts_with("://"))
}

/// Bytes of the address that `text` begins with: the signs of RFC 3986 without brackets, without `;` and `$`
/// (which could end an entity and a formula even here), and without the punctuation of the sentence around.
fn url_len(text: &str) -> usize {
    let inside = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!&'()*+,=%".contains(c);
    let mut url = text.split_once(|c| !inside(c)).map_or(text, |(url, _)| url);
    if let Some((name, _)) = url.rsplit_once('&').filter(|(_, name)| is_entity(name, text, url)) {
        url = name;
    }
    let mut unpaired = url.matches(')').count().saturating_sub(url.matches('(').count());
    while let Some(last) = url.chars().next_back() {
        match last {
            '.' | ',' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' => {}
            ')' if unpaired > 0 => unpaired -= 1,
            _ => break,
        }
        url = url.strip_suffix(last).unwrap_or_default();
    }
    url.len()
}

/// Whether `url`, the start of `text`, ends in `&name` before a `;`: Pandoc reads `&lt;` in addresses too.
fn is_entity(name: &str, text: &str, url: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        && text.strip_prefix(url).is_some_and(|rest| rest.starts_with(';'))
}

fn is_mailbox(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-' | '_')
}

/// Bytes of the mail address that `text` begins with: a mailbox, `@`, and a host with a dot in it. (Pandoc
/// takes no mailbox that begins or ends with a sign.)
fn mail_len(text: &str) -> Option<usize> {
    let host = text.trim_start_matches(is_mailbox).strip_prefix('@')?;
    let mailbox = text.strip_suffix(host)?.strip_suffix('@')?;
    let letter = |c: char| c.is_ascii_alphanumeric();
    if !mailbox.starts_with(letter) || !mailbox.ends_with(letter) {
        return None;
    }
    let end = host.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let (host, _) = host.split_at(host.len() - end.len());
    let host = host.trim_end_matches(['.', '-']);
    let labels = || host.split('.');
    let sound = |label: &str| {
        !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-')
    };
    (labels().count() > 1 && labels().all(sound)).then_some(mailbox.len() + 1 + host.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_linked_whatever_its_address_holds() {
        for (url, expected) in [
            ("https://example.org/a?b=1&c=2#d", Some("<https://example.org/a?b=1&c=2#d>")),
            ("HTTP://example.org/墙 a", Some("<HTTP://example.org/%E5%A2%99%20a>")),
            ("https://a.b/<x>|y", Some("<https://a.b/%3Cx%3E%7Cy>")),
            ("https://a.b/;id?x&copy;y", Some("<https://a.b/;id?x&copy%3By>")),
            ("javascript:alert(1)", None),
            ("ftp://example.org", None),
            ("", None),
        ] {
            assert_eq!(link(url).as_deref(), expected, "{url}");
        }
    }
}
