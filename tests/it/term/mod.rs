//! The terminal and rendering layer as a whole: hostile text through every printer, widths, broken outputs, and
//! questions on a real pseudo-terminal.

mod narrow;
#[cfg(unix)]
mod pty;

use std::io::{self, Write};

use jiff::tz::TimeZone;
use makini::exit::Exit;
use makini::failure::Failure;
use makini::secret::Secret;
use makini::term::{ColorChoice, Line, Pace, Streams, Term, TermOptions, Terminal};
use makini::view::{Card, Cell, Column, Columns, Format, Grid, Look, OutputOptions, Page, Rows, View, failure, show};
use proptest::prelude::*;
use serde::Serialize;

/// What a hostile server might put into any field.
const ZOO: &[&str] = &[
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://evil.example\u{1b}\\click\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;ZWNobyBoaQ==\u{7}",
    "\u{9b}31mred\u{9c}",
    "first\rsecond",
    "back\u{8}\u{8}\u{8}space",
    "bell\u{7}",
    "nul\0nul",
    "del\u{7f}",
    "exe\u{202e}txt.gpj",
    "iso\u{2066}late\u{2069}",
    "zero\u{200b}width",
    "\u{feff}bom",
    "two\nlines\ttab",
    "tag\u{e0041}\u{e0042}",
    "line\u{2028}separator",
    "= 1 + 2\", \"",
    "'; - [x]: {y}, &a *b !t %d @e `f",
];

#[derive(Clone, Serialize)]
struct Item {
    id: String,
    name: String,
    rows: u64,
}

const COLUMNS: &[Column<Item>] = &[
    Column::new("id", "ID", |i, _| Cell::id(&i.id)),
    Column::new("name", "NAME", |i, _| Cell::name(&i.name)),
    Column::new("again", "AGAIN", |i, _| Cell::caution(&i.name)),
    Column::new("rows", "ROWS", |i: &Item, _| Cell::count(i.rows)).right(),
];

#[derive(Serialize)]
#[serde(transparent)]
struct Items(Vec<Item>);

impl View for Items {
    const SCHEMA: &'static str = "items.list/1";

    fn columns() -> Columns {
        Columns::of(COLUMNS)
    }

    fn human(&self, page: &mut Page<'_>) {
        page.heading(&self.0[0].name);
        page.grid();
        page.text(&self.0[0].name);
        page.indented(2, Line::new().name(&self.0[0].name).commands(&self.0[0].name));
        page.card(&Card::new().row(&self.0[0].name, Cell::bad(&self.0[0].name)).section(&self.0[0].name));
    }

    fn table<'a>(&'a self, look: &'a Look) -> Option<Grid<'a>> {
        Some(Grid::of(&self.0, COLUMNS, look))
    }
}

fn items(names: &[&str]) -> Items {
    let item = |(n, name): (usize, &&str)| Item { id: format!("id_{n}{name}"), name: (*name).into(), rows: n as u64 };
    Items(names.iter().enumerate().map(item).collect())
}

fn options(format: Format) -> OutputOptions {
    let now = "2026-03-01T12:00:00Z".parse().expect("constant");
    OutputOptions { format: Some(format), ..OutputOptions::new(now, TimeZone::UTC) }
}

fn everywhere(width: u16) -> Terminal {
    Terminal { stdin: true, stdout: true, stderr: true, width, ..Terminal::default() }
}

/// Prints the items every way there is; returns stdout and stderr.
fn printed(terminal: &Terminal, color: ColorChoice, options: &OutputOptions, items: &Items) -> (String, String) {
    let pace = Pace { patience: std::time::Duration::from_mins(1), ..Pace::default() };
    let asked = TermOptions { color, verbose: 2, pace, ..TermOptions::default() };
    let (term, seen) = Term::captured(terminal.clone(), asked, "");
    show(&term, options, items).expect("shown");
    let mut rows = Rows::new(&term, options, "items.list/1", COLUMNS, "none").expect("started");
    let progress = term.progress();
    for item in &items.0 {
        rows.push(item.clone()).expect("pushed");
        term.status(item.name.as_str());
        term.note(item.name.as_str());
        term.warn(Line::new().path(&item.name));
        term.verbose(2, || item.name.clone());
        let bar = progress.spinner(&item.name);
        bar.say(&item.name);
        bar.failed(item.name.as_str());
        let failure = Failure::new(Exit::Refused, &item.name).during(&item.name).hint(format!("`{}`", item.name));
        failure::render(&term, options.format(), &failure.with_request_id(Some(item.name.clone())));
    }
    drop(progress);
    rows.finish().expect("finished");
    term.finish().expect("flushed");
    (seen.stdout(), seen.stderr())
}

fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Takes our own colours away: `ESC [ digits and semicolons m`, nothing else.
fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().expect("split gives at least one").to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';');
        match end {
            Some(end) if part[end..].starts_with('m') => out.push_str(&part[end + 1..]),
            _ => panic!("a sequence that is not ours: {part:?}"),
        }
    }
    out
}

#[test]
fn the_byte_zoo_is_shown_and_never_obeyed() {
    let zoo = items(ZOO);
    for format in [Format::Table, Format::Json, Format::Ndjson, Format::Yaml] {
        for width in [40, 80, 200] {
            for (terminal, color) in [
                (Terminal { width, ..Terminal::default() }, ColorChoice::Auto),
                (everywhere(width), ColorChoice::Never),
                (everywhere(width), ColorChoice::Auto),
            ] {
                let (stdout, stderr) = printed(&terminal, color, &options(format), &zoo);
                for text in [stdout, stderr] {
                    assert!(!text.is_empty());
                    let own = terminal.stdout && color == ColorChoice::Auto;
                    let text = if own { without_colour(&text) } else { text };
                    let found = text.chars().find(|c| *c != '\n' && hidden(*c));
                    assert_eq!(found, None, "{format:?} {width} {color:?}");
                }
            }
        }
    }
}

#[test]
fn csv_and_raw_jq_are_exact_in_a_pipe_and_harmless_on_a_terminal() {
    let zoo = items(ZOO);
    let jq = OutputOptions { jq: Some(".data[].name".into()), format: None, ..options(Format::Table) };
    for asked in [options(Format::Csv), jq] {
        let (term, seen) = Term::captured(everywhere(80), TermOptions::default(), "");
        show(&term, &asked, &zoo).expect("shown");
        assert_eq!(seen.stdout().chars().find(|c| *c != '\n' && hidden(*c)), None);
    }
    let (term, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
    show(&term, &options(Format::Csv), &zoo).expect("shown");
    term.finish().expect("flushed");
    let bytes = seen.stdout_bytes();
    let mut read = csv::Reader::from_reader(bytes.as_slice());
    let names: Vec<String> = read.records().map(|record| record.expect("valid CSV")[1].to_owned()).collect();
    assert_eq!(names, ZOO);
}

/// The items with the column that their type does not have: it is in every format.
fn with_columns(mut items: serde_json::Value) -> serde_json::Value {
    for item in items.as_array_mut().expect("a list") {
        let name = item["name"].as_str().filter(|name| !name.is_empty()).map(str::to_owned);
        item["again"] = name.into();
    }
    items
}

#[test]
fn structured_output_is_the_data() {
    let zoo = items(ZOO);
    let data = with_columns(serde_json::to_value(&zoo).expect("JSON"));
    for terminal in [Terminal::default(), everywhere(40)] {
        let text = |format| {
            let (term, seen) = Term::captured(terminal.clone(), TermOptions::default(), "");
            show(&term, &options(format), &zoo).expect("shown");
            term.finish().expect("flushed");
            seen.stdout()
        };
        let json: serde_json::Value = serde_json::from_str(&text(Format::Json)).expect("JSON");
        assert_eq!(json["schema"], "makini/items.list/1");
        assert_eq!(json["data"], data);
        let yaml: serde_json::Value = serde_saphyr::from_str(&text(Format::Yaml)).expect("YAML");
        assert_eq!(yaml, json);
        let lines: Vec<serde_json::Value> =
            text(Format::Ndjson).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines, *data.as_array().expect("a list"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn yaml_and_json_carry_any_text(names in prop::collection::vec(any::<String>(), 1..5)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let list = items(&names);
        let text = |format| {
            let (term, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
            show(&term, &options(format), &list).expect("shown");
            term.finish().expect("flushed");
            seen.stdout()
        };
        let data = with_columns(serde_json::to_value(&list).expect("JSON"));
        let json: serde_json::Value = serde_json::from_str(&text(Format::Json)).expect("JSON");
        prop_assert_eq!(&json["data"], &data);
        let yaml: serde_json::Value = serde_saphyr::from_str(&text(Format::Yaml)).expect("YAML");
        prop_assert_eq!(&yaml["data"], &data);
        prop_assert_eq!(text(Format::Table).lines().next().map(|_| ()), Some(()));
    }
}

#[test]
fn tables_fit_the_terminal_and_are_whole_in_a_pipe() {
    let wide = "設備管理システム🏭".repeat(20);
    let long = "x".repeat(1 << 20);
    let list = |names: &[&str]| Items(items(names).0.into_iter().map(|i| Item { id: "id_1".into(), ..i }).collect());
    for names in [vec![wide.as_str(), "e\u{301}", ""], vec![long.as_str(), "b"], vec!["y"; 500]] {
        for width in [40, 80, 200] {
            let (term, seen) = Term::captured(everywhere(width), TermOptions::default(), "");
            let mut rows =
                Rows::new(&term, OPTIONS.get_or_init(|| options(Format::Table)), "x/1", COLUMNS, "").unwrap();
            list(&names).0.into_iter().for_each(|item| rows.push(item).unwrap());
            rows.finish().unwrap();
            for line in without_colour(&seen.stdout()).lines() {
                assert!(makini::term::sanitize::width(line) <= usize::from(width), "{width}: {line}");
                assert!(!line.ends_with(' '));
            }
        }
        let (term, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
        show(&term, &options(Format::Table), &list(&names)).unwrap();
        term.finish().unwrap();
        assert!(seen.stdout().contains(names[0]), "nothing is cut in a pipe");
        assert!(!seen.stdout().contains('…'));
    }
}

static OPTIONS: std::sync::OnceLock<OutputOptions> = std::sync::OnceLock::new();

struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn writing_to(stdout: impl Write + Send + 'static) -> Term {
    let streams = Streams { stdin: Box::new(io::empty()), stdout: Box::new(stdout), stderr: Box::new(io::sink()) };
    Term::new(Terminal::default(), TermOptions::default(), streams)
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let many = items(&vec!["plant"; 20_000]);
    for format in [Format::Table, Format::Json, Format::Ndjson, Format::Yaml, Format::Csv] {
        let term = writing_to(Gone);
        // What the answer was does not change because nobody reads it to its end.
        assert_eq!(show(&term, &options(format), &many).expect("no error"), Exit::Ok, "{format:?}");
        let failure = Failure::from(makini::term::OutputError::Closed);
        let (told, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
        failure::render(&told, format, &failure);
        assert_eq!(seen.stderr(), "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    let few = items(&["plant"]);
    for format in [Format::Table, Format::Json, Format::Ndjson, Format::Yaml, Format::Csv] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
        let term = writing_to(full);
        let ended = show(&term, &options(format), &few).and_then(|exit| Ok(term.finish().map(|()| exit)?));
        let failure = ended.expect_err("the disk is full");
        assert_eq!(failure.exit, Exit::Local, "{format:?}");
        assert!(failure.hints[0].contains("make room"), "{:?}", failure.hints);
    }
}

#[test]
fn an_error_is_an_object_only_where_json_is() {
    let failure = || Failure::new(Exit::NotFound, "no such connection").hint("run `makini connections list`");
    for (format, object) in [
        (Format::Table, false),
        (Format::Json, true),
        (Format::Ndjson, true),
        (Format::Yaml, false),
        (Format::Csv, false),
    ] {
        let (term, seen) = Term::captured(Terminal::default(), TermOptions::default(), "");
        failure::render(&term, format, &failure());
        let parsed = serde_json::from_str::<serde_json::Value>(&seen.stderr());
        assert_eq!(parsed.is_ok(), object, "{format:?}");
        if let Ok(value) = parsed {
            assert_eq!(value["error"]["kind"], "notfound");
            assert_eq!(value["error"]["exit_code"], 6);
            assert_eq!(value["error"]["request_id"], serde_json::Value::Null);
        }
    }
}

/// Compiles only while there is exactly one way to read the second line: a secret that could be serialized would
/// be a second one, and any view could print it.
#[test]
fn a_secret_cannot_be_in_a_view() {
    trait Either<Why> {
        const NAME: &str = "one of the two";
    }
    struct Serializes;
    impl<T: ?Sized> Either<()> for T {}
    impl<T: ?Sized + Serialize> Either<Serializes> for T {}
    assert_eq!(<Secret as Either<_>>::NAME, "one of the two");
}

#[test]
fn a_secret_from_stdin_is_not_in_what_is_printed() {
    let (term, seen) =
        Term::captured(Terminal::default(), TermOptions { verbose: 9, ..TermOptions::default() }, "s3cr3t\n");
    let secret: Secret = term.read_secret(100).expect("read");
    term.verbose(1, || format!("{secret:?}"));
    assert_eq!(secret.expose(), "s3cr3t");
    assert_eq!(seen.stderr(), "[redacted]\n");
}
