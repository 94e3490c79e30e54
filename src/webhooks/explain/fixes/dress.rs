//! Lines that take off what is around a signature or a secret.

use super::Language;
use crate::explain::kinds::{Dress, Wrapping};

/// The line that takes off what is around a signature.
pub(super) fn undress(dress: Dress, language: Language) -> Option<&'static str> {
    use Language::{JavaScript, Php, Python};
    Some(match (dress, language) {
        (Dress::Quotes, JavaScript) => r#"signature = signature.replaceAll('"', "")"#,
        (Dress::Quotes, Python) => r#"signature = signature.strip('"')"#,
        (Dress::Quotes, Php) => r#"$signature = trim($signature, '"');"#,
        (Dress::Bytes, JavaScript) => {
            r#"signature = signature.replace(/^b['"]|['"]$/g, "") // better: `.decode()` in the sender"#
        }
        (Dress::Bytes, Python) => "signature = signature[2:-1]  # better: `.decode()` in the sender",
        (Dress::Bytes, Php) => "$signature = substr($signature, 2, -1); // better: `.decode()` in the sender",
        (Dress::Percent, JavaScript) => "signature = decodeURIComponent(signature)",
        (Dress::Percent, Python) => "signature = urllib.parse.unquote(signature)",
        (Dress::Percent, Php) => "$signature = rawurldecode($signature);",
        (Dress::Blanks, JavaScript) => r#"signature = signature.replaceAll(" ", "+")"#,
        (Dress::Blanks, Python) => r#"signature = signature.replace(" ", "+")"#,
        (Dress::Blanks, Php) => r#"$signature = strtr($signature, " ", "+");"#,
        _ => return None,
    })
}

/// The line that takes off what is around a secret.
pub(super) fn unwrap(what: Wrapping, language: Language) -> Option<&'static str> {
    use Language::{JavaScript, Php, Python};
    Some(match (what, language) {
        (Wrapping::Quotes, JavaScript) => "secret = secret.slice(1, -1) // better: store it without the quotes",
        (Wrapping::Quotes, Python) => "secret = secret[1:-1]  # better: store it without the quotes",
        (Wrapping::Quotes, Php) => "$secret = substr($secret, 1, -1); // better: store it without the quotes",
        (Wrapping::ByteOrderMark, JavaScript) => {
            r#"secret = secret.replace(/^\uFEFF/, "") // better: save the file without it"#
        }
        (Wrapping::ByteOrderMark, Python) => {
            r#"secret = secret.removeprefix("\ufeff")  # better: open(file, encoding="utf-8-sig")"#
        }
        (Wrapping::ByteOrderMark, Php) => {
            r#"$secret = preg_replace("/^\xEF\xBB\xBF/", "", $secret); // better: save the file without it"#
        }
        (Wrapping::Version, JavaScript) => r#"secret = secret.replace(/^v1a?,/, "")"#,
        (Wrapping::Version, Python) => r#"secret = secret.split(",", 1)[1]"#,
        (Wrapping::Version, Php) => r#"$secret = explode(",", $secret, 2)[1];"#,
        _ => return None,
    })
}
