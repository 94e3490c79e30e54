//! `makini metrics --plot`, `--heatmap` and `--svg`: what is on the screen, in a pipe, in words and in the file.

use std::num::NonZeroU16;
use std::time::Duration;

use jiff::SignedDuration;
use makini::api::requests::RequestKind;
use makini::exchange::{Exchange, Sender};
use makini::exit::Exit;

use crate::support::exchange::good;
use crate::support::plant::keep;
use crate::support::world::Machine;

/// A Monday.
const START: &str = "2026-03-02T12:00:00Z";

/// A machine whose journal holds requests of `A` in each of the last 24 hours but three, 100 ms long and from 06:00 on
/// 400 ms, and one request of `B`.
pub(crate) fn machine() -> Machine {
    let machine = Machine::new().at(START);
    let now: jiff::Timestamp = START.parse().expect("constant");
    let request = |minutes_ago: i64, connection: &str, millis: u64| Exchange {
        at: now.checked_sub(SignedDuration::from_mins(minutes_ago)).expect("in range"),
        connection: Some(connection.to_owned()),
        kind: RequestKind::Api,
        sender: Sender::Makini,
        method: "GET".into(),
        template: "/api/erp/vendors".into(),
        path: "/api/erp/vendors".into(),
        status: Some(if millis == 400 && minutes_ago % 60 == 10 { 503 } else { 200 }),
        error_code: None,
        error_message: None,
        request_id: None,
        elapsed: Duration::from_millis(millis),
        server_time: None,
        source_time: None,
        sent_bytes: 0,
        received_bytes: 10,
        attempt: 1,
    };
    let hours = (1..=24).filter(|hours_ago| !(10..13).contains(hours_ago));
    let mut all: Vec<Exchange> = hours
        .flat_map(|hours_ago| {
            let millis = if hours_ago <= 6 { 400 } else { 100 };
            [50, 30, 10].map(|minutes| request(hours_ago * 60 - minutes, "A", millis))
        })
        .collect();
    all.push(request(5, "B", 900));
    keep(&machine, &all);
    machine
}

/// What a person sees, and whether the terminal had to break a line.
fn on_screen(output: &str, width: u16) -> (String, bool) {
    let of = |n: u16| NonZeroU16::new(n).expect("not zero");
    let mut screen = vt100::Parser::new(of(100), of(width), 0);
    screen.process(output.replace('\n', "\r\n").as_bytes());
    let screen = screen.screen();
    (screen.contents(), (0..100).any(|row| screen.row_wrapped(row)))
}

fn is_braille(c: char) -> bool {
    ('\u{2801}'..='\u{28ff}').contains(&c)
}

#[test]
fn a_plot_fits_the_terminal_and_has_gaps() {
    let mut machine = machine();
    for width in [40, 80, 120] {
        machine = machine.terminal(width);
        let text = machine.run("metrics A --source journal --plot --bucket 1h").ok().stdout;
        let (screen, broken) = on_screen(&text, width);
        assert!(!broken, "at {width} the terminal breaks a line:\n{screen}");
        let rows: Vec<&str> = screen.lines().filter(|line| line.contains(['│', '┤'])).collect();
        assert_eq!(rows.len(), 10, "{screen}");
        assert!(rows.iter().any(|row| row.chars().any(is_braille)), "{screen}");
        assert!(screen.contains("400 ms") && screen.contains("0 ms"), "{screen}");
        assert!(screen.contains("gaps: 3 of 24 spans have no requests"), "{screen}");
        // The gap is in all rows.
        let axis = rows[0].chars().position(|c| "│┤".contains(c)).expect("an axis");
        let filled = |column: usize| rows.iter().any(|row| row.chars().nth(column).is_some_and(is_braille));
        let columns: Vec<bool> = (axis + 1..usize::from(width)).map(filled).collect();
        let (first, last) = (columns.iter().position(|dot| *dot), columns.iter().rposition(|dot| *dot));
        let inside = &columns[first.expect("dots")..last.expect("dots")];
        assert!(inside.iter().any(|dot| !dot), "at {width} nothing is left out:\n{screen}");
    }
}

#[test]
fn a_pipe_gets_ascii_and_a_screen_reader_sentences() {
    let machine = machine();
    let text = machine.run("metrics A --source journal --plot=p50 --bucket 1h").ok().stdout;
    assert!(text.is_ascii(), "{text}");
    let plot: Vec<&str> = text.lines().skip(3).take(14).collect();
    insta::assert_snapshot!(plot.join("\n"), @"
    p50
    400 ms +                                                       *****************
           |                                                       *
    300 ms +                                                      *
           |                                                      *
    200 ms +                                                     **
           |                                                     *
           |                                                    **
    100 ms + ***********************************          *******
           |
      0 ms +
           +------------------------------------------------------------------------
            12:00                             00:00                            12:00
    gaps: 3 of 24 spans have no requests
    ");
    let text = machine.run("--accessible metrics A --source journal --plot=p50 --bucket 1h").ok().stdout;
    assert!(!text.contains('*') && !text.chars().any(is_braille), "{text}");
    for part in
        ["lowest: 100 ms, from", "highest: 400 ms, from", "last: 400 ms, from", "3 of 24 spans have no requests"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn each_group_has_a_plot_and_programs_get_the_figures() {
    let machine = machine();
    let text = machine.run("metrics --source journal --plot=requests --by connection").ok().stdout;
    let (first, second) = (text.find("requests of A").expect("A"), text.find("requests of B").expect("B"));
    assert!(first < second, "the one with the most requests comes first: {text}");
    for format in ["json", "csv", "ndjson"] {
        let drawn = machine.run(&format!("metrics --source journal --plot --bucket 1h -o {format}")).ok().stdout;
        let shown = machine.run(&format!("metrics --source journal --bucket 1h -o {format}")).ok().stdout;
        assert!(!shown.is_empty() && drawn == shown, "{format}: {drawn}");
    }
    for line in ["--plot --by hour", "--heatmap --by kind", "--plot --heatmap", "--svg x.svg", "--plot=p100"] {
        machine.run(&format!("metrics --source journal {line}")).expect(Exit::Usage);
    }
}

#[test]
fn a_plot_has_the_week_before_behind_it_and_marks_the_change() {
    let machine = Machine::new().at(START);
    let now: jiff::Timestamp = START.parse().expect("constant");
    let mut all = Vec::new();
    for minutes_ago in (1..14 * 24 * 60).step_by(4) {
        let at = now.checked_sub(SignedDuration::from_mins(minutes_ago)).expect("in range");
        let noise = u64::try_from(minutes_ago * 7919 % 41).expect("positive");
        let slower = if minutes_ago < 36 * 60 { 3 } else { 1 };
        for (connection, factor) in [("A", slower), ("B", 1)] {
            let elapsed = Duration::from_millis((100 + noise) * factor);
            let (connection, status) = (Some(connection.to_owned()), Some(200));
            all.push(Exchange { at, connection, elapsed, status, ..good(START) });
        }
    }
    keep(&machine, &all);
    let line = "metrics --source journal --plot=p50 --since 3d --compare 7d --by connection";
    let text = machine.run(line).ok().stdout;
    let (first, second) = text.split_once("p50 of B").expect("two plots");
    let change = ": p50 3.0x of last week, since Sun 2026-03-01 00:00";
    assert!(first.contains(change) && first.contains(". last week") && first.contains(".  .  ."), "{text}");
    assert!(second.contains(". last week") && !second.contains("since Sun"), "{text}");
    let marked = first.lines().filter(|line| line.contains('|') && line.contains(':')).count();
    assert!(marked >= 3, "{marked} rows have the mark:\n{text}");
    let words = machine.run(&format!("--accessible {line}")).ok().stdout;
    assert!(words.contains("p50 3.0x of last week, since Sun") && words.contains("last week: 1"), "{words}");
    let svg = machine.home().join("p50.svg");
    machine.run(&format!("{line} --svg {}", svg.display())).ok();
    assert!(std::fs::read_to_string(svg).expect("written").contains("3.0x of last week"));
    // Programs get the figures, with the verdict.
    let data = machine.run(&format!("{line} -o json")).ok().json()["data"].clone();
    assert_eq!(data["comparison"]["shift_seconds"], 604_800);
    assert_eq!(data["total_trend"]["verdict"], "worse", "{}", data["total_trend"]);
    machine.run("metrics --source journal --heatmap --compare 7d").expect(Exit::Usage);
    machine.run("metrics --source journal --plot --since 3d --compare 1d").expect(Exit::Usage);
}

#[test]
fn a_heat_map_shows_the_hours_of_the_week() {
    let mut machine = machine();
    for width in [40, 80] {
        machine = machine.terminal(width);
        let text = machine.run("metrics A --source journal --heatmap").ok().stdout;
        let (screen, broken) = on_screen(&text, width);
        assert!(!broken, "{screen}");
        let day = |name: &str| screen.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{screen}"));
        assert!(day("Mon").contains('█') && day("Mon").contains('·'), "{screen}");
        assert!(!day("Wed").contains('█') && day("Wed").contains('·'), "{screen}");
        assert!(screen.contains("no requests"), "{screen}");
    }
    let text = machine.run("--accessible metrics A --source journal --heatmap").ok().stdout;
    assert!(text.contains("Monday: highest 400 ms at ") && text.contains("Wednesday: no requests"), "{text}");
}

#[test]
fn a_chart_is_written_as_svg() {
    let machine = machine();
    let file = machine.home().join("p95.svg");
    machine.run(&format!("metrics A --source journal --plot --bucket 1h --svg {}", file.display())).ok();
    let text = std::fs::read_to_string(&file).expect("written");
    assert!(text.starts_with("<svg xmlns=") && text.matches("<polyline class=\"value\"").count() == 2, "{text}");
    machine.run(&format!("metrics A --source journal --heatmap --svg {}", file.display())).ok();
    let text = std::fs::read_to_string(&file).expect("written");
    assert_eq!(text.matches("<rect").count(), 1 + 7 * 24 + text.matches("height=\"14\"").count(), "{text}");
}

#[test]
fn the_table_has_a_trend_on_a_terminal_alone() {
    let machine = machine();
    let bars = |text: &str| text.chars().any(|c| ('▁'..='█').contains(&c));
    let text = machine.run("metrics --source journal").ok().stdout;
    assert!(!bars(&text) && !text.contains("P95 OVER TIME"), "{text}");
    let machine = machine.terminal(160);
    let text = machine.run("metrics --source journal").ok().stdout;
    assert!(bars(&text) && text.contains("P95 OVER TIME"), "{text}");
    let text = machine.run("--accessible metrics --source journal").ok().stdout;
    assert!(!bars(&text), "{text}");
}
