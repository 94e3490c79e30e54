use jiff::tz::TimeZone;

use super::*;
use crate::term::{Captured, TermOptions, Terminal};

#[derive(Serialize)]
struct Plant {
    id: &'static str,
    name: &'static str,
    rows: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    synced: Option<Timestamp>,
}

const COLUMNS: &[Column<Plant>] = &[
    Column::new("id", "ID", |p, _| Cell::id(p.id)),
    Column::new("name", "NAME", |p, _| Cell::name(p.name)),
    Column::new("rows", "ROWS", |p: &Plant, _| Cell::count(p.rows)).right(),
    Column::new("synced", "SYNCED", |p, look| Cell::time(p.synced, look)),
    Column::new("length", "LENGTH", |p: &Plant, _| Cell::number(p.name.len())).right().extra(),
];

#[derive(Serialize)]
#[serde(transparent)]
struct Plants(Vec<Plant>);

impl View for Plants {
    const SCHEMA: &'static str = "plants.list/1";

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.0, COLUMNS, look).empty("No plants yet. Run `makini connect`."))
    }

    fn exit(&self) -> Exit {
        if self.0.is_empty() { Exit::Unhealthy } else { Exit::Ok }
    }
}

fn plants() -> Plants {
    let at = |text: &str| Some(text.parse().unwrap());
    Plants(vec![
        Plant { id: "c_2", name: "Werk \"Süd\", 2", rows: 12_345, synced: at("2026-03-01T11:00:00Z") },
        Plant { id: "c_10", name: "=cmd|calc", rows: 7, synced: None },
        Plant { id: "c_1", name: "設備\u{1b}[2J", rows: 900, synced: at("2026-03-01T11:59:59.5Z") },
    ])
}

fn options(format: Option<Format>) -> OutputOptions {
    let now = "2026-03-01T12:00:00Z".parse().unwrap();
    OutputOptions { format, ..OutputOptions::new(now, TimeZone::UTC) }
}

fn pipe() -> (Term, Captured) {
    Term::captured(Terminal::default(), TermOptions::default(), "")
}

fn shown<V: View>(terminal: Terminal, options: &OutputOptions, view: &V) -> String {
    let (term, seen) = Term::captured(terminal, TermOptions::default(), "");
    show(&term, options, view).unwrap();
    term.finish().unwrap();
    seen.stdout()
}

fn piped(options: &OutputOptions) -> String {
    shown(Terminal::default(), options, &plants())
}

fn refused(options: &OutputOptions) -> String {
    let failure = show(&pipe().0, options, &plants()).unwrap_err();
    assert_eq!(failure.exit, Exit::Usage);
    format!("{} / {}", failure.cause, failure.hints.join(" / "))
}

#[test]
fn a_table_in_a_pipe() {
    insta::assert_snapshot!(piped(&options(None)), @r#"
    ID    NAME             ROWS  SYNCED
    c_2   Werk "Süd", 2  12,345  2026-03-01T11:00:00.000Z
    c_10  =cmd|calc           7  -
    c_1   設備\u{1b}[2J     900  2026-03-01T11:59:59.500Z
    "#);
}

#[test]
fn a_table_on_a_terminal() {
    let terminal = Terminal { stdout: true, width: 40, ..Terminal::default() };
    insta::assert_snapshot!(shown(Terminal { dumb: true, ..terminal.clone() }, &options(None), &plants()), @r#"
    ID    NAME             ROWS  SYNCED
    c_2   Werk "Süd", 2  12,345  1 hour ago
    c_10  =cmd|calc           7  -
    c_1   設備\u{1b}[2J     900  just now
    "#);
    let colored = shown(terminal, &options(None), &plants());
    assert!(colored.contains("\u{1b}[36mc_10\u{1b}[0m"), "{colored:?}");
}

#[test]
fn columns_sort_and_header() {
    let asked = OutputOptions {
        columns: vec!["rows".into(), "NAME".into(), "length".into()],
        sort: Some("-rows".into()),
        no_header: true,
        ..options(None)
    };
    insta::assert_snapshot!(piped(&asked), @r#"
    12,345  Werk "Süd", 2  14
       900  設備\u{1b}[2J  10
         7  =cmd|calc       9
    "#);
    let sorted = |key: &str| {
        let asked = OutputOptions { sort: Some(key.into()), columns: vec!["id".into()], ..options(Some(Format::Csv)) };
        piped(&asked).replace('\n', " ")
    };
    assert_eq!(sorted("synced"), "id c_2 c_1 c_10 ", "what has no time comes last");
    assert_eq!(sorted("-synced"), "id c_1 c_2 c_10 ", "either way round");
    let json = piped(&OutputOptions { sort: Some("rows".into()), jq: Some(".data[].id".into()), ..options(None) });
    assert_eq!(json, "c_10\nc_1\nc_2\n", "the order is the same in JSON");
    insta::assert_snapshot!(refused(&OutputOptions { columns: vec!["nam\u{7}".into()], ..options(None) }), @r"there is no column `nam\u{7}` / the columns are id, name, rows, synced, length");
    insta::assert_snapshot!(refused(&OutputOptions { columns: vec!["name".into(), "NAM".into()], ..options(None) }), @"column `name` is named twice / ");
    insta::assert_snapshot!(refused(&OutputOptions { sort: Some("-x".into()), ..options(None) }), @"there is no column `x` / the columns are id, name, rows, synced, length");
    insta::assert_snapshot!(refused(&OutputOptions { columns: vec!["id".into()], ..options(Some(Format::Json)) }), @"`--columns` picks the columns of a table or of CSV / pick fields of JSON with `--jq`, for example `--jq '.data[] | {id, name}'`");
}

#[test]
fn json_has_one_shape() {
    insta::assert_snapshot!(piped(&options(Some(Format::Json))), @r#"{"schema":"makini/plants.list/1","data":[{"id":"c_2","name":"Werk \"Süd\", 2","rows":12345,"synced":"2026-03-01T11:00:00.000Z","length":14},{"id":"c_10","name":"=cmd|calc","rows":7,"synced":null,"length":9},{"id":"c_1","name":"設備\u001b[2J","rows":900,"synced":"2026-03-01T11:59:59.500Z","length":10}]}"#);
    let terminal = Terminal { stdout: true, ..Terminal::default() };
    insta::assert_snapshot!(shown(terminal, &options(Some(Format::Json)), &Plants(Vec::new())), @r#"
    {
      "schema": "makini/plants.list/1",
      "data": []
    }
    "#);
    insta::assert_snapshot!(piped(&options(Some(Format::Ndjson))), @r#"
    {"id":"c_2","name":"Werk \"Süd\", 2","rows":12345,"synced":"2026-03-01T11:00:00.000Z","length":14}
    {"id":"c_10","name":"=cmd|calc","rows":7,"synced":null,"length":9}
    {"id":"c_1","name":"設備\u001b[2J","rows":900,"synced":"2026-03-01T11:59:59.500Z","length":10}
    "#);
}

#[test]
fn yaml_is_the_same_value() {
    let json: serde_json::Value = serde_json::from_str(&piped(&options(Some(Format::Json)))).unwrap();
    let yaml = piped(&options(Some(Format::Yaml)));
    assert_eq!(serde_saphyr::from_str::<serde_json::Value>(&yaml).unwrap(), json);
    insta::assert_snapshot!(yaml, @r#"
    schema: makini/plants.list/1
    data:
    - id: c_2
      name: Werk "Süd", 2
      rows: 12345
      synced: "2026-03-01T11:00:00.000Z"
      length: 14
    - id: c_10
      name: =cmd|calc
      rows: 7
      synced: null
      length: 9
    - id: c_1
      name: "設備\e[2J"
      rows: 900
      synced: "2026-03-01T11:59:59.500Z"
      length: 10
    "#);
}

#[test]
fn csv_is_exact() {
    insta::assert_snapshot!(piped(&options(Some(Format::Csv))).replace('\u{1b}', "<ESC>"), @r#"
    id,name,rows,synced
    c_2,"Werk ""Süd"", 2",12345,2026-03-01T11:00:00.000Z
    c_10,=cmd|calc,7,
    c_1,設備<ESC>[2J,900,2026-03-01T11:59:59.500Z
    "#);
    let terminal = Terminal { stdout: true, ..Terminal::default() };
    assert!(!shown(terminal, &options(Some(Format::Csv)), &plants()).contains('\u{1b}'));
}

#[test]
fn jq_sees_what_json_prints() {
    let jq = |expression: &str, format| OutputOptions { jq: Some(expression.into()), ..options(format) };
    assert_eq!(piped(&jq(".schema, (.data | length)", None)), "makini/plants.list/1\n3\n");
    assert_eq!(piped(&jq(".id", Some(Format::Ndjson))), "c_2\nc_10\nc_1\n");
    assert!(piped(&jq(".data[2].name", None)).contains('\u{1b}'), "a pipe gets the data as it is");
    let terminal = Terminal { stdout: true, ..Terminal::default() };
    insta::assert_snapshot!(shown(terminal, &jq(".data[2].name", None), &plants()), @r"設備\u{1b}[2J");
    insta::assert_snapshot!(refused(&jq(".data", Some(Format::Csv))), @"`--jq` works on JSON, and `-o csv` asks for something else / leave `-o` away; `--jq` can write its own text, for example with `@csv`");
    insta::assert_snapshot!(refused(&jq(".data[", None)), @"`--jq` is not a jq expression: expected closing bracket at its end / put the expression in single quotes, so that the shell leaves it alone");
}

#[test]
fn an_empty_list_is_no_error() {
    let none = Plants(Vec::new());
    let (term, seen) = pipe();
    assert_eq!(show(&term, &options(None), &none).unwrap(), Exit::Unhealthy, "the value decides how it ends");
    term.finish().unwrap();
    assert_eq!((seen.stdout().as_str(), seen.stderr().as_str()), ("", "No plants yet. Run `makini connect`.\n"));
    let terminal = Terminal { stdout: true, dumb: true, ..Terminal::default() };
    assert_eq!(shown(terminal, &options(None), &none), "No plants yet. Run `makini connect`.\n");
    assert_eq!(shown(Terminal::default(), &options(Some(Format::Ndjson)), &none), "");
    assert_eq!(shown(Terminal::default(), &options(Some(Format::Csv)), &none), "id,name,rows,synced\n");
}

#[derive(Serialize)]
struct Detail {
    id: &'static str,
}

impl View for Detail {
    const SCHEMA: &'static str = "plants.show/1";

    fn human(&self, page: &mut Page<'_>) {
        let card = Card::new()
            .row("ID", Cell::id(self.id))
            .opt("Gone", None)
            .section("Health")
            .row("Last sync", Cell::good("well\nand \u{9b}31mgood"))
            .row("設備", Cell::empty());
        page.card(&card);
        page.blank();
        page.line(Line::new().muted("3 of 4"));
        page.indented(2, "next");
    }
}

use crate::term::Line;

#[test]
fn details_are_a_card() {
    insta::assert_snapshot!(shown(Terminal::default(), &options(None), &Detail { id: "c_1" }), @r"
    ID:         c_1

    Health
    Last sync:  well\nand \u{9b}31mgood
    設備:       -

    3 of 4
      next
    ");
    insta::assert_snapshot!(shown(Terminal::default(), &options(Some(Format::Ndjson)), &Detail { id: "c_1" }), @r#"{"id":"c_1"}"#);
    let refused = |options: &OutputOptions| show(&pipe().0, options, &Detail { id: "c_1" }).unwrap_err().exit;
    assert_eq!(refused(&options(Some(Format::Csv))), Exit::Usage);
    assert_eq!(refused(&OutputOptions { sort: Some("id".into()), ..options(None) }), Exit::Usage);
}

fn streamed(options: &OutputOptions, terminal: Terminal, plants: Plants) -> String {
    let (term, seen) = Term::captured(terminal, TermOptions::default(), "");
    let mut rows = Rows::new(&term, options, "plants.list/1", COLUMNS, "No plants yet.").unwrap();
    for plant in plants.0 {
        rows.push(plant).unwrap();
    }
    rows.finish().unwrap();
    term.finish().unwrap();
    seen.stdout()
}

#[test]
fn a_stream_prints_what_a_list_prints() {
    for format in [None, Some(Format::Ndjson), Some(Format::Csv), Some(Format::Yaml)] {
        for plants in [plants, || Plants(Vec::new())] {
            let whole = shown(Terminal::default(), &options(format), &plants());
            assert_eq!(streamed(&options(format), Terminal::default(), plants()), whole, "{format:?}");
        }
    }
    for plants in [plants, || Plants(Vec::new())] {
        let text = streamed(&options(Some(Format::Json)), Terminal::default(), plants());
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let whole = shown(Terminal::default(), &options(Some(Format::Json)), &plants());
        assert_eq!(value, serde_json::from_str::<serde_json::Value>(&whole).unwrap());
    }
    let sorted = OutputOptions { sort: Some("rows".into()), ..options(None) };
    assert_eq!(streamed(&sorted, Terminal::default(), plants()), piped(&sorted));
}

#[test]
fn a_stream_is_seen_page_by_page() {
    let (term, seen) = pipe();
    let asked = options(None);
    let mut rows = Rows::new(&term, &asked, "plants.list/1", COLUMNS, "").unwrap();
    for plant in plants().0 {
        rows.push(plant).unwrap();
    }
    assert_eq!(seen.stdout(), "");
    rows.flush().unwrap();
    assert_eq!(seen.stdout().lines().count(), 4);
    for _ in 0..60 {
        for plant in plants().0 {
            rows.push(plant).unwrap();
        }
    }
    assert_eq!(rows.finish().unwrap(), 183);
    term.finish().unwrap();
    assert_eq!(seen.stdout().matches("NAME").count(), 1, "one header");
    assert_eq!(seen.stdout().lines().count(), 184);
}
