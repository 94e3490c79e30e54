use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use proptest::prelude::*;

use super::*;

const TOKEN: &str = "mk_live_CANARY7f3Qw9ZkLm2Xr8TbVn5Hd1Yc0Ju";

#[test]
fn secrets_are_replaced_and_the_rest_is_kept() {
    for (before, after) in [
        ("/api/x?token=abc&page=2", "/api/x?token=[redacted]&page=2"),
        ("/cb?code=4%2F0Ab_x&state=7", "/cb?code=[redacted]&state=7"),
        ("/x?filter%5Baccess_token%5D=q#top", "/x?filter%5Baccess_token%5D=[redacted]"),
        ("/x?filter[api_key]=q&a=b", "/x?filter[api_key]=[redacted]&a=b"),
        ("/x?X-Amz-Signature=1f2e&b=c", "/x?X-Amz-Signature=[redacted]&b=c"),
        ("https://joe:hunter2@erp.example/x", "https://[redacted]@erp.example/x"),
        ("https://joe:p@ss@erp.example", "https://[redacted]@erp.example"),
        ("got Authorization: Bearer abc.def, twice", "got Authorization: [redacted]"),
        ("bad header `Bearer abc.DEF-123`", "bad header `Bearer [redacted]`"),
        ("Basic am9lOmh1bnRlcjI= is wrong", "Basic [redacted]= is wrong"),
        (r#"{"password": "a \" b", "user": "joe"}"#, r#"{"password": "[redacted]", "user": "joe"}"#),
        (r#"{\"client_secret\":\"x y\",\"user\":\"joe\"}"#, r#"{\"client_secret\":\"[redacted]\",\"user\":\"joe\"}"#),
        ("connect PWD=hunter2;UID=sa", "connect PWD=[redacted]"),
        ("unknown token whsec_MfKQ9r8GKYqrTwjU", "unknown token [redacted]"),
        ("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig here", "jwt [redacted] here"),
        ("key: 0a1b2c3d4e5f60718293", "key: [redacted]"),
        ("no 0123456789abcdef0123456789abcdef01234567 here", "no [redacted] here"),
        // Seeds of the property test: what looks like an escape is part of the name.
        ("%aapi.key=0^}aa(a,a,$(", "%aapi.key=[redacted]"),
        ("%0api.key=A(0A0,0!@!AA", "%0api.key=[redacted]"),
        ("%4api.key=0^}aa(a,a,$(", "%4api.key=[redacted]"),
        ("%2561pi.key=0^}aa(a,a,$(", "%2561pi.key=[redacted]"),
        ("saw Zk3Lq9XvB7nTw2RyP5sGh8JdC4mFa6Ke1U there", "saw [redacted] there"),
    ] {
        assert_eq!(message(before), after, "{before}");
    }
}

#[test]
fn what_is_no_secret_is_left_alone() {
    for text in [
        "/api/erp/purchase-orders/PO-2024-000117?page=2&per_page=100&sort[updatedAt]=1",
        "/api/system/connections/6f1c2f6e-9d0b-4c7a-8f53-1b2a3c4d5e6f",
        "/api/erp/materials?filter[code][eq]=MAT-10",
        "request req_01HZX3M9Q7 failed: code: SOURCE_UNREACHABLE (key: sku)",
        "the bearer token has expired; basic authentication failed for user joe",
        "Acme-Maintenance-System-2-Production-Site-North is offline since 2026-03-04T05:06:07Z",
        "PurchaseOrderLineItemsWithCustomFieldsAndAttachments2 is unknown",
        "trace 4bf92f3577b34da6a3ce929d0e0e4736, span 00f067aa0ba902b7",
        "näme „Größe“ 測試 \u{1b}[2J is data",
        "",
    ] {
        assert_eq!(message(text), text);
    }
}

#[test]
fn labels_keep_random_ids_and_lose_tokens() {
    assert_eq!(label("Zk3Lq9XvB7nTw2RyP5sGh8JdC4mFa6Ke1U", 64), "Zk3Lq9XvB7nTw2RyP5sGh8JdC4mFa6Ke1U");
    assert_eq!(label(TOKEN, 64), REDACTED);
    assert_eq!(label(&STANDARD.encode(TOKEN), 64), REDACTED);
    assert_eq!(label(&"x".repeat(300), 10), format!("{}…", "x".repeat(9)));
}

#[test]
fn what_is_long_is_cut_at_a_word_and_never_through_a_token() {
    let long = format!("{} {TOKEN}", "wörd ".repeat(1300));
    assert_eq!(message(&long).chars().count(), 1000);
    let straddling = format!("{}{TOKEN}", " ".repeat(LOOKED_AT - 12));
    assert!(!message(&straddling).contains("mk_"));
    assert_eq!(message(&"x".repeat(10_000_000)), "");
}

/// Every form a careless server may send a token back in.
fn forms(token: &str) -> Vec<String> {
    let percent = |encode: fn(u8) -> bool| -> String {
        token.bytes().map(|b| if encode(b) { format!("%{b:02X}") } else { char::from(b).to_string() }).collect()
    };
    let all = percent(|_| true);
    let hexadecimal = all.replace('%', "").to_lowercase();
    vec![
        token.into(),
        STANDARD.encode(token),
        URL_SAFE_NO_PAD.encode(token),
        STANDARD.encode(format!("user:{token}")),
        hexadecimal.clone(),
        hexadecimal.to_uppercase(),
        percent(|b| b == b'_'),
        all.replace('%', "%25"),
        all,
    ]
}

fn leaks(text: &str, form: &str) -> bool {
    form.as_bytes().windows(12).any(|piece| text.as_bytes().windows(12).any(|found| found == piece))
}

proptest! {
    #[test]
    fn no_piece_of_a_token_survives(
        tail in "[A-Za-z0-9]{24,40}",
        before in "([a-z/ ?&\"'{:%]|[A-Za-z0-9_=+/-]{1,3}|é|\\n){0,12}",
        after in "([a-z/ ?&\"'}:%]|[A-Za-z0-9_=+/-]{1,3}|é|\\n){0,12}",
    ) {
        let token = format!("mk_live_{tail}");
        for form in forms(&token) {
            let text = format!("{before}{form}{after}");
            let mut known = KnownPaths::default();
            for cleaned in [message(&text), path(&text), known.path(&text), known.path(&text), label(&text, 1000)] {
                prop_assert!(!leaks(&cleaned, &form), "`{text}` became `{cleaned}`");
            }
        }
    }

    #[test]
    fn a_sensitive_value_never_survives(
        name in "(access_token|client_secret|PASSWORD|x-api-key|api[.]key|Signature)",
        mark in "(=|: ?|\": ?\")",
        value in "[A-Za-z0-9!$*(){}.,;@~^-]{12,40}",
        before in "\\PC{0,20} ?",
    ) {
        let text = format!("{before}{name}{mark}{value}");
        prop_assert!(!leaks(&message(&text), &value), "`{text}` became `{}`", message(&text));
    }

    #[test]
    fn redacting_twice_changes_nothing(text in "([a-zA-Z]{0,8}[ =:&?/\"'%@\\\\.\\[\\]]{0,2}|token=|password: |Bearer |://|\\PC){0,20}") {
        let once = message(&text);
        prop_assert_eq!(message(&once), once);
    }

    #[test]
    fn hostile_text_is_survived(text in "\\PC{0,400}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = (message(&text), path(&text), label(&text, 20));
        let _ = message(&String::from_utf8_lossy(&bytes));
    }
}
