//! A request as the curl command that would send it, without any secret.

use http::Request;

use super::transport::Scope;

/// Names that a header with a secret has a part of.
const SECRET: [&str; 6] = ["authorization", "cookie", "token", "secret", "key", "password"];

/// Bodies up to this are written into the command.
const SHORT: usize = 4 * 1024;

/// Writes the command. The token stands there as a variable, so that it can be run and holds nothing.
pub fn command(request: &Request<bytes::Bytes>, scope: &Scope, body_file: Option<&str>) -> String {
    let mut command = "curl".to_owned();
    if request.method() != http::Method::GET {
        command += &format!(" -X {}", request.method());
    }
    command += &format!(" {}", shell_words::quote(&request.uri().to_string()));
    let variable = if scope.connection().is_some() { "MAKINI_CONNECTION_TOKEN" } else { "MAKINI_TOKEN" };
    command += &format!(" \\\n  -H \"Authorization: Bearer ${variable}\"");
    for (name, value) in request.headers() {
        let secret = SECRET.iter().any(|part| name.as_str().contains(part));
        let value = if secret { "***".into() } else { String::from_utf8_lossy(value.as_bytes()) };
        command += &format!(" \\\n  -H {}", shell_words::quote(&format!("{name}: {value}")));
    }
    let body = request.body();
    match (std::str::from_utf8(body), body_file) {
        _ if body.is_empty() => {}
        (Ok(text), _) if text.len() <= SHORT && !text.starts_with('@') => {
            command += &format!(" \\\n  --data-raw {}", shell_words::quote(text));
        }
        (_, file) => {
            command += &format!(" \\\n  --data-binary {}", shell_words::quote(&format!("@{}", file.unwrap_or("-"))));
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_secret_and_nothing_that_ends_a_word() {
        let request = Request::post("https://api.example/x?a=%27b%27")
            .header("accept", "application/json")
            .header("x-api-key", "hunter2")
            .body(bytes::Bytes::from_static(b"{\"it's\":1}"))
            .expect("valid");
        insta::assert_snapshot!(command(&request, &Scope::Connection("07".into()), None), @r#"
        curl -X POST 'https://api.example/x?a=%27b%27' \
          -H "Authorization: Bearer $MAKINI_CONNECTION_TOKEN" \
          -H 'accept: application/json' \
          -H 'x-api-key: ***' \
          --data-raw '{"it'\''s":1}'
        "#);
        let request = Request::get("https://api.example/x").body(bytes::Bytes::new()).expect("valid");
        insta::assert_snapshot!(command(&request, &Scope::Application, None), @r#"
        curl https://api.example/x \
          -H "Authorization: Bearer $MAKINI_TOKEN"
        "#);
    }
}
