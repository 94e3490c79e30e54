//! The frame of a page for people: one file without scripts and without anything from the network, dark and light, and for
//! paper.

/// The colours, as variables.
pub const COLORS: &str = include_str!("colors.css");
const STYLE: &str = include_str!("page.css");

/// Returns a page. `style` is added to the style of all pages; the body is markup.
pub fn page(title: &str, style: &str, body: &str) -> String {
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <style>\n{COLORS}{STYLE}{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n\
         </html>\n"
    )
}

/// Returns a text in which nothing is markup. A control character is replaced, and seen.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The same for a text of a server: isolated from the direction of the text around it.
pub fn foreign(text: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(text))
}
