//! What is drawn, to be looked at.

use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::svg::{Chart, document};
use super::*;
use crate::term::Line;

/// Twenty-four hours of a day: calm, a gap of three hours, and slower from 14:00 on.
fn day() -> Series {
    let value = |hour: usize| match hour {
        3..6 => None,
        ..14 => Some(100.0 + f64::from(u8::try_from(hour % 3).expect("small")) * 10.0),
        _ => Some(360.0 + f64::from(u8::try_from(hour % 4).expect("small")) * 10.0),
    };
    Series {
        title: "p95 of Plant 7".into(),
        unit: Unit::Milliseconds,
        start: "2026-03-03T00:00:00Z".parse().expect("constant"),
        step: SignedDuration::from_hours(1),
        values: (0..24).map(value).collect(),
        baseline: Some(Baseline { title: "the week before".into(), values: vec![Some(110.0); 24] }),
        change: Some(Change {
            at: "2026-03-03T14:00:00Z".parse().expect("constant"),
            text: "p95 3.4x of the week before".into(),
        }),
    }
}

fn text(lines: &[Line]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| line.render(false).trim_end().to_owned()).collect();
    lines.join("\n")
}

#[test]
fn a_series_in_braille() {
    let lines = day().lines(Drawing::Braille, 60, &TimeZone::UTC);
    insta::assert_snapshot!(text(&lines), @"
    p95 of Plant 7
    400 ms ┤                              ┊⡤⠔⠒⢄⡀ ⣀⣀⠤⠤⠔⠢⣀ ⢀⣀⣀⠤⠤⠒⠂
           │                              ⢠⠃   ⠈⠉       ⠉⠁
    300 ms ┤                              ⢸
           │                              ⡇
    200 ms ┤                             ⢀⠇
           │                             ⢸┊
           │    ⢀⣀           ⢀⣀     ⣀⡀   ⡎┊
    100 ms ┤ ⠒⠊⠉⠁· · · ·  ⠒⠊⠉⠁·⠉⠒⠒⠉⠉·⠈⠑⠒⠊⠁┊· · · ·  · · · · · ·
           │                              ┊
      0 ms ┤                              ┊
           └────────────────────────────────────────────────────
            00:00                   12:00                  00:00
    · the week before
    ┊ p95 3.4x of the week before, since Tue 2026-03-03 14:00
    gaps: 3 of 24 spans have no requests
    ");
    for width in [40, 60, 80, 200] {
        for drawing in [Drawing::Braille, Drawing::Ascii] {
            let lines = day().lines(drawing, width, &TimeZone::UTC);
            let widest = lines[1..12].iter().map(|line| line.render(false).chars().count()).max();
            assert!(widest <= Some(width), "{widest:?} of {width}: {}", text(&lines));
        }
    }
}

#[test]
fn a_series_in_ascii_has_no_other_sign() {
    let lines = day().lines(Drawing::Ascii, 40, &TimeZone::UTC);
    assert!(text(&lines).is_ascii());
    insta::assert_snapshot!(text(&lines), @"
    p95 of Plant 7
    400 ms +                  :*** **** ****
           |                  :*  *    *
    300 ms +                  **
           |                  *
    200 ms +                  *
           |                  *
           |   *       *   *  *
    100 ms +***.. ..***********.. ... ... ..
           |                  :
      0 ms +                  :
           +--------------------------------
            00:00         12:00        00:00
    . the week before
    : p95 3.4x of the week before, since Tue 2026-03-03 14:00
    gaps: 3 of 24 spans have no requests
    ");
}

#[test]
fn a_series_in_words() {
    insta::assert_snapshot!(text(&day().lines(Drawing::Words, 80, &TimeZone::UTC)), @"
    p95 of Plant 7
    lowest: 100 ms, from Tue 2026-03-03 00:00
    highest: 390 ms, from Tue 2026-03-03 23:00
    last: 390 ms, from Tue 2026-03-03 23:00
    the week before: 110 ms in the middle of 24 spans
    p95 3.4x of the week before, since Tue 2026-03-03 14:00
    3 of 24 spans have no requests
    ");
}

#[test]
fn a_gap_is_no_line_and_no_zero() {
    let mut gap = day();
    (gap.baseline, gap.change) = (None, None);
    let drawn = |series: &Series| {
        let lines = series.lines(Drawing::Ascii, 55, &TimeZone::UTC);
        let rows = lines[1..11].iter().map(|line| line.render(false));
        rows.map(|row| row.split(['|', '+']).nth(1).unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let columns = |rows: &[String]| -> Vec<usize> {
        (0..47).filter(|at| rows.iter().any(|row| row.chars().nth(*at) == Some('*'))).collect()
    };
    let with = columns(&drawn(&gap));
    // Hours 3 to 5 of 24, in 47 columns.
    assert!((7..11).all(|column| !with.contains(&column)), "{with:?}");
    let last = drawn(&gap).last().cloned().unwrap_or_default();
    assert!(!last.contains('*'), "nothing is drawn at zero: {last}");
    gap.values.fill(None);
    assert!(text(&gap.lines(Drawing::Braille, 55, &TimeZone::UTC)).ends_with("no values in this time"));
    gap.values[7] = Some(1.0);
    assert_eq!(columns(&drawn(&gap)).len(), 1, "one value alone is seen");
}

fn week() -> HeatMap {
    let mut cells = [[None; 24]; 7];
    for (day, row) in cells.iter_mut().enumerate().take(5) {
        for (hour, cell) in row.iter_mut().enumerate().filter(|(hour, _)| (6..20).contains(hour)) {
            *cell = Some(
                if (11..14).contains(&hour) { 400.0 } else { 100.0 } + f64::from(u8::try_from(day).expect("small")),
            );
        }
    }
    HeatMap { title: "p95 by hour and weekday".into(), unit: Unit::Milliseconds, cells }
}

#[test]
fn a_week_in_shades() {
    insta::assert_snapshot!(text(&week().lines(Drawing::Braille, 60)), @"
    p95 by hour and weekday
        0           6           12          18
    Mon · · · · · · ░░░░░░░░░░██████░░░░░░░░░░░░· · · ·
    Tue · · · · · · ░░░░░░░░░░██████░░░░░░░░░░░░· · · ·
    Wed · · · · · · ░░░░░░░░░░██████░░░░░░░░░░░░· · · ·
    Thu · · · · · · ░░░░░░░░░░██████░░░░░░░░░░░░· · · ·
    Fri · · · · · · ░░░░░░░░░░██████░░░░░░░░░░░░· · · ·
    Sat · · · · · · · · · · · · · · · · · · · · · · · ·
    Sun · · · · · · · · · · · · · · · · · · · · · · · ·
    ░ to 142 ms  █ to 404 ms  · no requests
    ");
    let narrow = week().lines(Drawing::Ascii, 40);
    assert!(text(&narrow).is_ascii());
    assert!(narrow[1..9].iter().all(|line| line.render(false).len() <= 40), "{}", text(&narrow));
    insta::assert_snapshot!(text(&week().lines(Drawing::Words, 40)), @"
    p95 by hour and weekday
    Monday: highest 400 ms at 13:00, lowest 100 ms at 06:00; 10 hours without requests
    Tuesday: highest 401 ms at 13:00, lowest 101 ms at 06:00; 10 hours without requests
    Wednesday: highest 402 ms at 13:00, lowest 102 ms at 06:00; 10 hours without requests
    Thursday: highest 403 ms at 13:00, lowest 103 ms at 06:00; 10 hours without requests
    Friday: highest 404 ms at 13:00, lowest 104 ms at 06:00; 10 hours without requests
    Saturday: no requests
    Sunday: no requests
    ");
}

#[test]
fn an_svg_holds_each_run_of_values_and_no_markup_of_a_name() {
    let mut plot = day();
    plot.title = "</svg><script>alert(1)</script> & \"x\"".into();
    let file = document(&[Chart::Plot(plot), Chart::HeatMap(Box::new(week()))], &TimeZone::UTC);
    assert_eq!(file.matches("<polyline class=\"value\"").count(), 2, "a gap is no line: {file}");
    assert_eq!(file.matches("<polyline class=\"before\"").count(), 1);
    assert_eq!((file.matches("class=\"change\"").count(), file.matches("<script").count()), (1, 0));
    assert_eq!(file.matches("<rect class=\"none\"").count(), 7 * 24 - 5 * 14 + 1);
    assert!(!file.contains("http://") || file.matches("http").count() == 1, "only the name of the format");
    let mut reader = quick_xml::Reader::from_str(&file);
    let mut next = || reader.read_event().unwrap_or_else(|error| panic!("{error}: {file}"));
    while next() != quick_xml::events::Event::Eof {}
}

#[test]
fn ticks_are_round_and_reach_above_the_highest() {
    assert_eq!(ticks(100.0), [0.0, 25.0, 50.0, 75.0, 100.0]);
    assert_eq!(ticks(430.0), [0.0, 200.0, 400.0, 600.0]);
    assert_eq!(ticks(0.0), [0.0, 0.25, 0.5, 0.75, 1.0]);
    for highest in [0.003, 1.0, 7.0, 99.0, 123_456.0, f64::NAN] {
        let all = ticks(highest);
        assert!((3..=6).contains(&all.len()), "{highest}: {all:?}");
        assert!(highest.is_nan() || all.last().is_some_and(|last| *last >= highest * 0.999), "{highest}: {all:?}");
    }
}
