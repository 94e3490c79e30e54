//! Tests of fields as people write them.

use proptest::prelude::*;
use serde_json::json;

use super::*;

#[test]
fn as_people_write_them() {
    for (text, operator, value) in [
        ("status equals CLOSED", "eq", json!("CLOSED")),
        ("status is CLOSED", "eq", json!("CLOSED")),
        ("  status   EQUALS  in progress  ", "eq", json!("in progress")),
        ("status=CLOSED", "eq", json!("CLOSED")),
        ("status == CLOSED", "eq", json!("CLOSED")),
        ("status is not CLOSED", "ne", json!("CLOSED")),
        ("status is notified", "eq", json!("notified")),
        ("status is missing parts", "eq", json!("missing parts")),
        ("status!=CLOSED", "ne", json!("CLOSED")),
        ("status > 10", "gt", json!(10)),
        ("status>=1.5", "gteq", json!(1.5)),
        ("status at least 10", "gteq", json!(10)),
        ("status at  most 10", "lteq", json!(10)),
        ("status after 2026-03-01", "gt", json!("2026-03-01")),
        ("status < -3", "lt", json!(-3)),
        ("status is true", "eq", json!(true)),
        ("status is \"true\"", "eq", json!("true")),
        ("status equals \"\"", "eq", json!("")),
        ("status equals 007", "eq", json!("007")),
        ("status equals [1]", "eq", json!("[1]")),
        ("status contains 12", "contains", json!("12")),
        ("status contains \" 12\"", "contains", json!(" 12")),
        ("status exists", "exists", json!(true)),
        ("status is missing", "exists", json!(false)),
        ("status missing", "exists", json!(false)),
        ("status gteq 3", "gteq", json!(3)),
    ] {
        let expected = Expression { field: "status".into(), operator: operator.into(), value };
        assert_eq!(text.parse(), Ok(expected), "{text}");
    }
}

#[test]
fn what_is_none() {
    let said = |text: &str| text.parse::<Expression>().map_err(|error| error.to_string());
    for text in ["", " ", "status", "= CLOSED", ">", "isolated"] {
        assert!(matches!(text.parse::<Expression>(), Err(ExpressionError::Form(_))), "{text}");
    }
    for text in ["status equal CLOSED", "status isolated", "status ~ x", "status é x"] {
        assert!(matches!(text.parse::<Expression>(), Err(ExpressionError::Operator(_))), "{text}: {:?}", said(text));
    }
    for text in ["status equals", "status =", "status is not", "status contains"] {
        assert!(matches!(text.parse::<Expression>(), Err(ExpressionError::NoValue(_))), "{text}: {:?}", said(text));
    }
    for text in ["status exists true", "status missing x"] {
        assert!(matches!(text.parse::<Expression>(), Err(ExpressionError::Superfluous(_))), "{text}: {:?}", said(text));
    }
    insta::assert_snapshot!(said("status equals null").expect_err("none"), @"a field without a value is written `status is missing`");
    insta::assert_snapshot!(said("status like x").expect_err("none"), @"unknown operator `like`; expected one of `equals`, `is not`, `>`, `>=`, `<`, `<=`, `contains`, `exists`, `is missing`");
    insta::assert_snapshot!(said("status is").expect_err("none"), @"`status is` with nothing behind it: what is the field compared with?");
}

#[test]
fn every_operator_of_the_wire_can_be_written() {
    for operator in WebhookCondition::OPERATORS {
        assert!(SPELLINGS.iter().any(|(_, wire, _)| wire == operator), "{operator}");
    }
    for (words, wire, _) in SPELLINGS {
        assert!(WebhookCondition::OPERATORS.contains(wire), "{words}");
    }
    let foreign = Expression { field: "a".into(), operator: "like".into(), value: json!(null) };
    assert_eq!(foreign.to_string(), "a like null");
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<String>().prop_map(Value::from),
        "[a-z0-9. \"]{1,6}".prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
    ]
}

proptest! {
    #[test]
    fn what_is_shown_reads_back_as_the_same(
        field in "[a-zA-Z][a-zA-Z0-9_.]{0,10}",
        (operator, value) in prop_oneof![
            (prop::sample::select(vec!["eq", "ne", "gt", "gteq", "lt", "lteq"]), values()),
            (Just("contains"), any::<String>().prop_map(Value::from)),
            (Just("exists"), any::<bool>().prop_map(Value::from)),
        ],
    ) {
        let when = Expression { field, operator: operator.into(), value };
        prop_assert_eq!(when.to_string().parse::<Expression>(), Ok(when));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Ok(when) = text.parse::<Expression>() {
            prop_assert_eq!(when.to_string().parse::<Expression>(), Ok(when));
        }
    }
}
