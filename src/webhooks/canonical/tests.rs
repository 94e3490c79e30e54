use proptest::prelude::*;

use super::*;

fn text(json: &str) -> String {
    String::from_utf8(stringify(json.as_bytes()).expect("JSON")).expect("UTF-8")
}

fn fault(json: &[u8]) -> (Fault, usize) {
    let error = stringify(json).expect_err("no JSON");
    (error.fault, error.offset)
}

#[test]
fn numbers_print_as_doubles() {
    for (given, due) in [
        ("0", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("0e5", "0"),
        ("1.0", "1"),
        ("1.50", "1.5"),
        ("-12.340", "-12.34"),
        ("1e0", "1"),
        ("1E+2", "100"),
        ("0.1", "0.1"),
        ("0.000001", "0.000001"),
        ("0.0000001", "1e-7"),
        ("0.00000010", "1e-7"),
        ("123456789012345", "123456789012345"),
        ("9007199254740993", "9007199254740992"),
        ("1e20", "100000000000000000000"),
        ("1e21", "1e+21"),
        ("123456789012345678901234567890", "1.2345678901234568e+29"),
        ("1e400", "null"),
        ("-1e400", "null"),
        ("1e-400", "0"),
        ("5e-324", "5e-324"),
        ("2.4703282292062328e-324", "5e-324"),
        ("1.7976931348623159e308", "null"),
        ("1e99999999999999999999999", "null"),
        ("0e99999999999999999999999", "0"),
    ] {
        assert_eq!(text(given), due, "{given}");
    }
}

#[test]
fn long_numbers_are_exact() {
    let nines = "9".repeat(1_000_000);
    assert_eq!(text(&nines), "null");
    assert_eq!(text(&format!("0.{}1e1000001", "0".repeat(1_000_000))), "1");
    assert_eq!(text(&format!("1{}e-1000000", "0".repeat(1_000_000))), "1");
    assert_eq!(text(&format!("-0.{nines}")), "-1");
    // Half way between two doubles, and a little above because of its very last digit.
    let half = "9007199254740993.0";
    assert_eq!(text(&format!("{half}{}", "0".repeat(900))), "9007199254740992");
    assert_eq!(text(&format!("{half}{}1", "0".repeat(900))), "9007199254740994");
    let limits = Limits { number: 10, ..Limits::default() };
    let error = Canonicalizer::new(limits).write(b"[12345678901]", &mut Vec::new()).expect_err("too long");
    assert_eq!((error.fault, error.offset), (Fault::Long(10), 1));
}

#[test]
fn strings_are_escaped_as_little_as_can_be() {
    for (given, due) in [
        (r#""\/\u002f""#, r#""//""#),
        (r#""\u00e9\u2028\u007f""#, "\"é\u{2028}\u{7f}\""),
        (r#""\b\f\n\r\t\"\\""#, r#""\b\f\n\r\t\"\\""#),
        (r#""\u0008\u000C\u000a\u000D\u0009\u0022\u005C""#, r#""\b\f\n\r\t\"\\""#),
        (r#""\u0000\u001F\u000b""#, r#""\u0000\u001f\u000b""#),
        (r#""\uD83D\uDE00""#, "\"😀\""),
        (r#""\uD83D""#, r#""\ud83d""#),
        (r#""\uDE00\uD83D""#, r#""\ude00\ud83d""#),
        (r#""\uD83D\uD83D\uDE00""#, "\"\\ud83d😀\""),
        (r#""\ud83dx\ude00""#, r#""\ud83dx\ude00""#),
        ("\"seven c\\/\"", "\"seven c/\""),
        ("\"\u{7f}\u{80}\u{ff}\"", "\"\u{7f}\u{80}\u{ff}\""),
    ] {
        assert_eq!(text(given), due, "{given}");
    }
}

#[test]
fn index_keys_come_first() {
    for (given, due) in [
        (r#"{"b":1,"a":2}"#, r#"{"b":1,"a":2}"#),
        (r#"{"b":1,"2":2,"1":3}"#, r#"{"1":3,"2":2,"b":1}"#),
        (r#"{"1":1,"2":2,"b":3}"#, r#"{"1":1,"2":2,"b":3}"#),
        (r#"{"x":0,"4294967294":1,"4294967295":2,"0":3}"#, r#"{"0":3,"4294967294":1,"x":0,"4294967295":2}"#),
        (r#"{"01":1,"-1":2,"1.0":3,"":4,"0":5}"#, r#"{"0":5,"01":1,"-1":2,"1.0":3,"":4}"#),
        (r#"{"a":{"b":1,"1":[{"c":0,"0":[]}]},"0":{}}"#, r#"{"0":{},"a":{"1":[{"0":[],"c":0}],"b":1}}"#),
        (r#"{"\u0032":1,"1":2}"#, r#"{"1":2,"2":1}"#),
    ] {
        assert_eq!(text(given), due, "{given}");
    }
}

#[test]
fn of_equal_keys_the_last_value_takes_the_first_place() {
    for (given, due) in [
        (r#"{"a":1,"b":2,"a":3}"#, r#"{"a":3,"b":2}"#),
        (r#"{"a":1,"\u0061":[1, 2]}"#, r#"{"a":[1,2]}"#),
        (r#"{"\ud800":1,"x":0,"\uD800":2}"#, r#"{"\ud800":2,"x":0}"#),
        (r#"{"__proto__":1,"x":0,"__proto__":{"b":0,"1":0}}"#, r#"{"__proto__":{"1":0,"b":0},"x":0}"#),
        (r#"{"1":1,"a":0,"1":2}"#, r#"{"1":2,"a":0}"#),
        (r#"{"a":{"z":1,"z":2},"a":{"y":1,"y":2,"0":3}}"#, r#"{"a":{"0":3,"y":2}}"#),
        (r#"[{"a":1,"a":2},{"b":1,"b":2}]"#, r#"[{"a":2},{"b":2}]"#),
    ] {
        assert_eq!(text(given), due, "{given}");
    }
}

#[test]
fn many_keys_are_told_apart() {
    let mut json = String::from("{");
    for turn in 0..2 {
        for key in 0..5000 {
            json.push_str(&format!("\"key{key}x\":{},", key + turn));
        }
    }
    json.push_str("\"end\":0}");
    let mut due = String::from("{");
    for key in 0..5000 {
        due.push_str(&format!("\"key{key}x\":{},", key + 1));
    }
    due.push_str("\"end\":0}");
    assert_eq!(text(&json), due);
}

#[test]
fn faults_say_where() {
    for (given, due) in [
        (&b""[..], (Fault::Empty, 0)),
        (b" \n", (Fault::Empty, 2)),
        (b"\xef\xbb\xbf{}", (Fault::ByteOrderMark, 0)),
        (b"\"a\xff\"", (Fault::NotUtf8, 2)),
        (b"\"\xed\xa0\x80\"", (Fault::NotUtf8, 1)),
        (b"{\"a\":1,}", (Fault::Unexpected('}', "a key in double quotes"), 7)),
        (b"[1,]", (Fault::Unexpected(']', "a value"), 3)),
        (b"[,1]", (Fault::Unexpected(',', "a value"), 1)),
        (b"01", (Fault::Number, 0)),
        (b"1.", (Fault::End, 2)),
        (b"[1.]", (Fault::Number, 3)),
        (b"1e", (Fault::End, 2)),
        (b"-", (Fault::End, 1)),
        (b"+1", (Fault::Unexpected('+', "a value"), 0)),
        (b"NaN", (Fault::Unexpected('N', "a value"), 0)),
        (b"nul", (Fault::End, 3)),
        (b"[truth]", (Fault::Unexpected('t', "`true`, `false` or `null`"), 4)),
        (b"// x\n1", (Fault::Unexpected('/', "a value"), 0)),
        (b"1 2", (Fault::Trailing('2'), 2)),
        (b"1\xc3\xa9", (Fault::Trailing('é'), 1)),
        (b"\"\t\"", (Fault::Control(9), 1)),
        (b"\"\\x\"", (Fault::Escape, 1)),
        (b"\"\\u12g4\"", (Fault::Escape, 1)),
        (b"\"\\ud800\\u\"", (Fault::Escape, 7)),
        (b"\"\\u12", (Fault::End, 5)),
        (b"\"abc", (Fault::End, 4)),
        (b"{\"a\"}", (Fault::Unexpected('}', "`:`"), 4)),
        (b"{\"a\":}", (Fault::Unexpected('}', "a value"), 5)),
        (b"{'a':1}", (Fault::Unexpected('\'', "a key in double quotes"), 1)),
        (b"[1}", (Fault::Unexpected('}', "`,` or `]`"), 2)),
        (b"{\"a\":1]", (Fault::Unexpected(']', "`,` or `}`"), 6)),
        (b"[[", (Fault::End, 2)),
        (b"\x0b1", (Fault::Unexpected('\u{b}', "a value"), 0)),
        (b"\xc2\xa01", (Fault::Unexpected('\u{a0}', "a value"), 0)),
    ] {
        assert_eq!(fault(given), due, "{}", given.escape_ascii());
    }
    let error = stringify("{\n \"é\": 01}".as_bytes()).expect_err("no number");
    assert_eq!((error.line, error.column, error.offset), (2, 7, 9));
    assert_eq!(error.to_string(), "there is no such number in JSON (line 2, column 7, byte 9)");
}

#[test]
fn depth_has_a_limit_and_no_stack() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(text(&nested(10_000)), nested(10_000));
    assert_eq!(fault(nested(100_000).as_bytes()), (Fault::Depth(10_000), 10_000));
    let limits = Limits { depth: 1_000_000, ..Limits::default() };
    let deep = format!("{}0{}", r#"{"b":0,"1":"#.repeat(200_000), "}".repeat(200_000));
    let mut out = Vec::new();
    Canonicalizer::new(limits).write(deep.as_bytes(), &mut out).expect("within the limit");
    assert_eq!(out, format!("{}0{}", r#"{"1":"#.repeat(200_000), r#","b":0}"#.repeat(200_000)).into_bytes());
    let small = Limits { size: 3, ..Limits::default() };
    assert_eq!(Canonicalizer::new(small).write(b"1234", &mut out).expect_err("too long").fault, Fault::Size(3));
}

#[test]
fn a_million_equal_keys_and_a_table_that_is_reused() {
    let equal = format!("{{{}\"a\":1}}", "\"a\":0,".repeat(1_000_000));
    assert_eq!(text(&equal), r#"{"a":1}"#);
    let many = (0..20).map(|key| format!("\"{key}k\":0")).collect::<Vec<_>>().join(",");
    let large = (0..100_000).map(|key| format!("\"{key}k\":0")).collect::<Vec<_>>().join(",");
    let json = format!("[{{{large}}},{}1]", format!("{{{many}}},").repeat(10_000));
    assert_eq!(text(&json), json);
}

#[test]
fn memory_of_the_last_text_does_not_show() {
    let mut canonicalizer = Canonicalizer::default();
    let mut out = Vec::new();
    canonicalizer.write(br#"{"a":{"b":1,"0":["#, &mut out).expect_err("cut off");
    canonicalizer.write(br#"{"b":1,"0":2}"#, &mut out).expect("JSON");
    assert_eq!(out, br#"{"0":2,"b":1}"#);
    canonicalizer.write(b"[ ]", &mut out).expect("JSON");
    assert_eq!(out, b"[]");
}

/// Reads token by token what may be canonical already.
fn slowly(json: &[u8]) -> Result<Vec<u8>, (Fault, usize)> {
    let mut out = Vec::new();
    Canonicalizer::default().rewrite(json, &mut out).map(|()| out)
}

fn glance(json: &[u8]) -> Option<&[u8]> {
    FastPath::default().canonical(json, &Limits::default())
}

#[test]
fn most_texts_are_known_at_a_glance() {
    let many = |count| format!("{{{}}}", (0..count).map(|n| format!("\"key{n}\":1")).collect::<Vec<_>>().join(","));
    let (few, many) = (many(64), many(65));
    for (given, due) in [
        (r#"{"id":1,"list":[1,-2.5,"ü\n",{},[],{"id":null}],"ok":true,"no":false}"#, true),
        ("  [1,2]\r\n", true),
        ("\"text\"", true),
        ("0", true),
        ("123456789012345", true),
        ("0.000001", true),
        (&few, true),
        (&many, false),
        ("1234567890123456", false),
        ("0.0000001", false),
        ("-0", false),
        ("-0.5", true),
        ("1.50", false),
        ("1e3", false),
        ("01", false),
        ("1.", false),
        ("-", false),
        (r#""a\/b""#, false),
        (r#"{"a":1 ,"bbbbbbb":2}"#, false),
        (r#"{"aaaaaaa":1,"aaaaaaa":2}"#, false),
        (r#"{"12":1,"bbbbbbb":2}"#, false),
        (r#"{"-1":1,"bbbbbbb":2}"#, true),
        (r#"{"":1,"bbbbbbb":2}"#, true),
        (r#"{"12345678":[{"12345678":1}]}"#, false),
        (r#"{"aaaaaaaa":[{"aaaaaaaa":1}],"aaaaaaaaa":2}"#, true),
        (r#"{"aaaaaaaa":{"aaaaaaaa":1},"aaaaaaaa":2}"#, false),
        ("[1,]", false),
        ("[1}", false),
        ("{]", false),
        ("[1]]", false),
        ("1,2", false),
        ("", false),
        (" ", false),
    ] {
        let found = glance(given.as_bytes());
        assert_eq!(found.is_some(), due, "{given}");
        if let Some(found) = found {
            assert_eq!(slowly(given.as_bytes()).as_deref(), Ok(found), "{given}");
        }
    }
}

#[test]
fn a_glance_is_not_wasted_on_a_sender_who_writes_otherwise() {
    let (mut glance, limits) = (FastPath::default(), Limits::default());
    let mut known =
        |json: &'static str, times| (0..times).filter(|_| glance.canonical(json.as_bytes(), &limits).is_some()).count();
    assert_eq!(known("[1]", 10), 10);
    assert_eq!(known("[ 1]", 300), 0);
    assert!(known("[1]", 64) > 0, "the pause ends");
    assert_eq!(known("[1]", 10), 10);
}

#[test]
fn a_glance_keeps_the_limits() {
    let limits = Limits { depth: 2, number: 3, size: 1000 };
    let mut canonicalizer = Canonicalizer::new(limits);
    let mut fault = |json: &[u8]| canonicalizer.write(json, &mut Vec::new()).map_err(|error| error.fault);
    assert_eq!(fault(b"[[123]]"), Ok(()));
    assert_eq!(fault(b"[[[1]]]"), Err(Fault::Depth(2)));
    assert_eq!(fault(b"[1234]"), Err(Fault::Long(3)));
}

fn any_json() -> impl Strategy<Value = String> {
    let key = prop_oneof!["[a-c]", "[0-9]{1,3}", "42949672[0-9]{2}", r"\\u00[46][1-3]", r"\\ud8[0-9]{2}", ".{0,9}"]
        .prop_map(|key: String| {
            let raw: String = key.chars().filter(|c| !c.is_control() && *c != '"').collect();
            let ok = format!("\"{raw}\"");
            if stringify(ok.as_bytes()).is_ok() { ok } else { format!("\"{}\"", raw.replace('\\', "")) }
        });
    let space = "[ \t\n\r]{0,2}";
    let number = prop_oneof![
        r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
        any::<f64>().prop_filter("finite", |f| f.is_finite()).prop_map(|f| format!("{f:e}")),
        any::<i64>().prop_map(|i| i.to_string()),
    ];
    let leaf = prop_oneof![number, key.clone(), Just("true".to_owned()), Just("null".to_owned())];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        let members = proptest::collection::vec((key.clone(), inner.clone(), space, space), 0..6);
        prop_oneof![
            members.prop_map(|members| {
                let members: Vec<_> = members
                    .into_iter()
                    .map(|(key, value, left, right)| format!("{left}{key}{right}:{left}{value}{right}"))
                    .collect();
                format!("{{{}}}", members.join(","))
            }),
            proptest::collection::vec(inner, 0..6).prop_map(|values| format!("[{}]", values.join(" , "))),
        ]
    })
}

proptest! {
    #[test]
    fn twice_is_once(json in any_json()) {
        let once = stringify(json.as_bytes()).expect("made as JSON");
        prop_assert_eq!(&stringify(&once).expect("JSON"), &once);
        prop_assert!(std::str::from_utf8(&once).is_ok());
    }

    #[test]
    fn a_glance_sees_what_reading_finds(json in any_json()) {
        let slow = slowly(json.as_bytes()).expect("made as JSON");
        prop_assert_eq!(&stringify(json.as_bytes()).expect("JSON"), &slow);
        if let Some(seen) = glance(&slow) {
            prop_assert_eq!(seen, &slow[..]);
            prop_assert_eq!(slowly(seen), Ok(slow.clone()));
        }
    }

    #[test]
    fn a_glance_is_not_deceived(json in any_json(), at in any::<prop::sample::Index>(), byte in "[-0-9eE.,:{}\\[\\]\"\\\\a-c \n]") {
        let mut text = slowly(json.as_bytes()).expect("made as JSON");
        let at = at.index(text.len());
        text[at] = byte.as_bytes()[0];
        if let Some(seen) = glance(&text) && std::str::from_utf8(&text).is_ok() {
            prop_assert_eq!(slowly(&text), Ok(seen.to_vec()));
        }
    }

    #[test]
    fn the_value_stays_the_same(json in any_json()) {
        // Where the other parser can read it: no lone surrogates, no numbers beyond a double.
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(&json) {
            let mut seen: serde_json::Value =
                serde_json::from_slice(&stringify(json.as_bytes()).expect("JSON")).expect("JSON again");
            let mut value = value;
            as_doubles(&mut value);
            as_doubles(&mut seen);
            prop_assert_eq!(seen, value);
        }
    }

    #[test]
    fn nothing_ends_the_process(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = stringify(&bytes) {
            prop_assert!(error.offset <= bytes.len());
            prop_assert!(error.to_string().bytes().all(|byte| byte >= b' '));
        }
    }

    #[test]
    fn a_cut_text_is_refused_or_a_number(json in any_json(), at in any::<prop::sample::Index>()) {
        let at = at.index(json.len().max(1)).min(json.len());
        if json.is_char_boundary(at) && (json.starts_with(['{', '[', '"'])) {
            prop_assert!(stringify(&json.as_bytes()[..at]).is_err());
        }
    }
}

/// Compares numbers as ECMAScript does: as doubles.
fn as_doubles(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Number(number) => {
            let double = number.as_f64().expect("a double") + 0.0;
            *value = serde_json::json!(if double == 0.0 { 0.0 } else { double });
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(as_doubles),
        serde_json::Value::Object(members) => members.values_mut().for_each(as_doubles),
        _ => {}
    }
}
