//! The quotes of a CSV file: the parser takes any, and an open one would make one cell of all rows after it.

/// Checks that each quote is closed, and that a cell ends with the quote that closes it.
///
/// # Errors
/// Why not, with the lines, which count from 1.
pub(super) fn check(text: &str, delimiter: u8) -> Result<(), String> {
    let (mut place, mut line, mut opened) = (Place::Start, 1_u64, 1_u64);
    for byte in text.bytes() {
        place = match (place, byte) {
            (Place::Quoted, b'"') => Place::Closed,
            // A doubled quote is one in the text.
            (Place::Quoted, _) | (Place::Closed, b'"') => Place::Quoted,
            (_, b'\r' | b'\n') => Place::Start,
            (_, byte) if byte == delimiter => Place::Start,
            (Place::Closed, _) => {
                return Err(format!("text after a closing quote in line {line} (opened in line {opened})"));
            }
            (Place::Start, b'"') => {
                opened = line;
                Place::Quoted
            }
            (Place::Start | Place::Plain, _) => Place::Plain,
        };
        line += u64::from(byte == b'\n');
    }
    match place {
        Place::Quoted => Err(format!("quote not closed (opened in line {opened})")),
        Place::Start | Place::Plain | Place::Closed => Ok(()),
    }
}

/// Where a byte is.
#[derive(Clone, Copy)]
enum Place {
    /// At the beginning of a cell.
    Start,
    /// In a cell without quotes, where a quote is a character as others: `12" pipe`.
    Plain,
    Quoted,
    /// After a quote that closes the cell, or is the first of two.
    Closed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_quote_and_text_after_a_closed_one_are_refused() {
        for text in
            ["a,b\n\"x \"\"y\"\", z\n\",1\n", "a\n12\" pipe\n", "a\n\"\"\n", "a\r\n\"x\"\r\n", "a,b\n\"x\",\"y\""]
        {
            assert_eq!(check(text, b','), Ok(()), "{text}");
        }
        for (text, why) in [
            ("a,b\n1,\"x\n2,y\n3,z\n", "quote not closed (opened in line 2)"),
            ("a,b\n\"x\ny\",\"", "quote not closed (opened in line 3)"),
            ("a,b\n\"x\" y,2\n", "text after a closing quote in line 2 (opened in line 2)"),
            ("a,b\n\"x,1\n\"y\",2\n", "text after a closing quote in line 3 (opened in line 2)"),
        ] {
            assert_eq!(check(text, b','), Err(why.to_owned()), "{text}");
        }
    }
}
