//! Numbers: the nearest double, printed as ECMAScript prints it.

use super::Fault;
use super::lex::Lexer;

/// Up to this number of digits, a decimal and the nearest double stand for each other.
const EXACT_DIGITS: usize = 15;
/// No double needs more digits than this to be told from its neighbours; more only say "a little above".
const MEANINGFUL_DIGITS: usize = 800;
/// From this length a number is parsed digit by digit: the standard parser loses huge exponents.
const LONG: usize = 512;

/// A number as it stands in the text.
struct Token<'a> {
    negative: bool,
    whole: &'a [u8],
    fraction: &'a [u8],
    /// With its sign.
    exponent: &'a [u8],
    length: usize,
}

/// Copies the number that begins here as `JSON.stringify` writes it.
pub(super) fn copy(lexer: &mut Lexer<'_>, limit: usize, out: &mut Vec<u8>) -> Result<(), (Fault, usize)> {
    let text = lexer.rest();
    let token = read(text).map_err(|(fault, at)| (fault, lexer.at() + at))?;
    if token.length > limit {
        return Err((Fault::Long(limit), lexer.at()));
    }
    if !short(&token, out) {
        print(value(&token, &text[..token.length]), out);
    }
    lexer.advance(token.length);
    Ok(())
}

fn read(text: &[u8]) -> Result<Token<'_>, (Fault, usize)> {
    let negative = text.first() == Some(&b'-');
    let start = usize::from(negative);
    let mut at = start + digits(&text[start..]);
    let whole = &text[start..at];
    match whole {
        [] => return Err(fault(text, at)),
        [b'0', _, ..] => return Err((Fault::Number, start)),
        _ => {}
    }
    let mut fraction: &[u8] = &[];
    if text.get(at) == Some(&b'.') {
        fraction = &text[at + 1..at + 1 + digits(&text[at + 1..])];
        at += 1 + fraction.len();
        if fraction.is_empty() {
            return Err(fault(text, at));
        }
    }
    let mut exponent: &[u8] = &[];
    if let Some(b'e' | b'E') = text.get(at) {
        let sign = usize::from(matches!(text.get(at + 1), Some(b'+' | b'-')));
        let count = digits(text.get(at + 1 + sign..).unwrap_or_default());
        let end = at + 1 + sign + count;
        if count == 0 {
            return Err(fault(text, end));
        }
        exponent = &text[at + 1..end];
        at = end;
    }
    Ok(Token { negative, whole, fraction, exponent, length: at })
}

fn fault(text: &[u8], at: usize) -> (Fault, usize) {
    if at >= text.len() { (Fault::End, text.len()) } else { (Fault::Number, at) }
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Writes a number that has its shortest form already, but for zeros at its end; returns whether it was one.
///
/// Two decimals of at most 15 digits never share their nearest double, so such a decimal is the shortest form.
fn short(token: &Token<'_>, out: &mut Vec<u8>) -> bool {
    if !token.exponent.is_empty() || token.whole.len() + token.fraction.len() > EXACT_DIGITS {
        return false;
    }
    let zeros = token.fraction.iter().rev().take_while(|digit| **digit == b'0').count();
    let fraction = &token.fraction[..token.fraction.len() - zeros];
    if token.whole == b"0" {
        // Below 1e-6 an exponent is written.
        if fraction.starts_with(b"000000") {
            return false;
        }
        if fraction.is_empty() {
            out.push(b'0');
            return true;
        }
    }
    if token.negative {
        out.push(b'-');
    }
    out.extend_from_slice(token.whole);
    if !fraction.is_empty() {
        out.push(b'.');
        out.extend_from_slice(fraction);
    }
    true
}

fn print(value: f64, out: &mut Vec<u8>) {
    if value == 0.0 {
        // Minus zero too.
        out.push(b'0');
    } else if value.is_finite() {
        out.extend_from_slice(ryu_js::Buffer::new().format_finite(value).as_bytes());
    } else {
        out.extend_from_slice(b"null");
    }
}

/// Returns the nearest double, which may be infinite.
fn value(token: &Token<'_>, text: &[u8]) -> f64 {
    if text.len() < LONG {
        return parse(text);
    }
    let point = i64::try_from(token.whole.len()).unwrap_or(i64::MAX);
    let all = || token.whole.iter().chain(token.fraction);
    let zeros = all().take_while(|digit| **digit == b'0').count();
    let mut short: Vec<u8> = Vec::with_capacity(MEANINGFUL_DIGITS + 32);
    if token.negative {
        short.push(b'-');
    }
    short.extend_from_slice(b"0.");
    let mut meaningful = all().skip(zeros);
    short.extend(meaningful.by_ref().take(MEANINGFUL_DIGITS));
    if meaningful.any(|digit| *digit != b'0') {
        short.push(b'1');
    }
    let power = power(token.exponent)
        .saturating_add(point)
        .saturating_sub(i64::try_from(zeros).unwrap_or(i64::MAX))
        .clamp(-2000, 2000);
    if zeros == token.whole.len() + token.fraction.len() {
        return 0.0;
    }
    short.extend_from_slice(format!("e{power}").as_bytes());
    parse(&short)
}

fn parse(text: &[u8]) -> f64 {
    std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(f64::NAN)
}

/// Returns the exponent, at most some quintillions.
fn power(text: &[u8]) -> i64 {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] | digits => (1, digits),
    };
    let size = digits
        .iter()
        .fold(0_i64, |power, digit| power.saturating_mul(10).saturating_add(i64::from(digit - b'0')))
        .min(i64::MAX / 4);
    sign * size
}
