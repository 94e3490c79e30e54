use proptest::prelude::*;

use super::*;

const PIPE: Layout = Layout { width: None, color: false, header: true, blocks: false };

fn table(headings: &[(&str, bool)], rows: &[&[&str]]) -> Table {
    let heading = |(text, right): &(&str, bool)| Heading {
        text: (*text).into(),
        right: *right,
        importance: Importance::Essential,
    };
    let mut table = Table::new(headings.iter().map(heading).collect());
    for row in rows {
        for cell in *row {
            table.cell(cell, Style::Plain);
        }
    }
    table
}

fn without_colour(text: &str) -> String {
    ["0", "1", "32", "1;31", "4"].iter().fold(text.to_owned(), |text, sgr| text.replace(&format!("\u{1b}[{sgr}m"), ""))
}

fn plants() -> Table {
    table(
        &[("NAME", false), ("ROWS", true), ("STATUS", false)],
        &[
            &["plant-7", "12,345", "healthy"],
            &["設備管理 東京", "8", ""],
            &["🏭 a\u{1b}[31m\nb", "1,000,000", "broken"],
        ],
    )
}

#[test]
fn a_table_in_a_pipe_is_whole_and_harmless() {
    insta::assert_snapshot!(plants().render(PIPE), @r"
    NAME                    ROWS  STATUS
    plant-7               12,345  healthy
    設備管理 東京              8
    🏭 a\u{1b}[31m\nb  1,000,000  broken
    ");
}

#[test]
fn a_narrow_terminal_wraps_text_and_keeps_numbers_whole() {
    let rendered = plants().render(Layout { width: Some(32), ..PIPE });
    insta::assert_snapshot!(rendered, @r"
    NAME               ROWS  STATUS
    plant-7          12,345  healthy
    設備管理              8
    東京
    🏭 a\u{1b}[3  1,000,000  broken
    1m\nb
    ");
    assert!(rendered.lines().all(|line| width(line) <= 32));
}

#[test]
fn identifiers_stay_whole_and_text_without_end_is_cut() {
    let mut table = table(&[("ID", false), ("TEXT", false)], &[]);
    table.cell("conn_0123456789", Style::Id);
    table.cell(&"long ".repeat(40), Style::Plain);
    insta::assert_snapshot!(table.render(Layout { width: Some(32), ..PIPE }), @r"
    ID               TEXT
    conn_0123456789  long long long
                     long long long
                     long long long
                     long long long
                     long long long
                     long long long
                     long long long
                     long long long…
    ");
    insta::assert_snapshot!(table.render(Layout { width: Some(28), ..PIPE }), @r"
    ID:    conn_0123456789
    TEXT:  long long long long
           long long long long
           long long long long
           long long long long
           long long long long
           long long long long
           long long long long
           long long long long…
    ");
    insta::assert_snapshot!(table.render(Layout { width: Some(20), ..PIPE }), @r"
    ID: conn_0123456789
    TEXT: long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long long long
      long
    ");
}

#[test]
fn colours_do_not_move_anything() {
    let mut table = table(&[("N", true), ("STATUS", false), ("TEXT", false)], &[]);
    for (n, status, style) in [("7", "good", Style::Good), ("12", "bad", Style::Bad)] {
        table.cell(n, Style::Plain);
        table.cell(status, style);
        table.cell("eins zwei drei vier", Style::Path);
    }
    for width in [None, Some(25)] {
        let plain = table.render(Layout { width, ..PIPE });
        let colored = table.render(Layout { width, color: true, ..PIPE });
        assert_eq!(without_colour(&colored), plain);
        for painted in ["\u{1b}[32mgood\u{1b}[0m", "\u{1b}[1;31mbad\u{1b}[0m", "\u{1b}[4meins zwei"] {
            assert!(colored.contains(painted), "{colored}");
        }
    }
}

#[test]
fn without_a_header_there_is_none() {
    insta::assert_snapshot!(table(&[("LONG HEADING", false), ("B", false)], &[&["a", "b"]])
        .render(Layout { header: false, ..PIPE }), @"a  b");
    assert_eq!(table(&[], &[]).render(PIPE), "");
    assert_eq!(table(&[("A", false)], &[]).rows(), 0);
}

proptest! {
    #[test]
    fn a_fitted_table_is_never_wider_than_the_terminal_and_keeps_what_must_stay_whole(
        rows in prop::collection::vec(prop::array::uniform3("\\PC{0,12}"), 0..12),
        room in 1usize..60, right in any::<[bool; 3]>(), header in any::<bool>(),
    ) {
        let mut table = table(&[("A", right[0]), ("BB", right[1]), ("設備", right[2])], &[]);
        for row in &rows {
            for (cell, style) in row.iter().zip([Style::Id, Style::Good, Style::Plain]) {
                table.cell(cell, style);
            }
        }
        let layout = Layout { width: Some(room), header, ..PIPE };
        let fit = table.fit(layout);
        let rendered = table.render(layout);
        for line in rendered.lines() {
            prop_assert!(!line.ends_with(' '));
            prop_assert!(fit == Fit::Blocks || width(line) <= room, "{} > {room}", width(line));
        }
        for row in &rows {
            prop_assert!(rendered.contains(clean(row[0].trim_end()).as_ref()));
            prop_assert!(rendered.contains(clean(row[1].trim_end()).as_ref()));
        }
        let natural = Layout { width: None, ..layout };
        if fit == table.fit(natural) {
            prop_assert_eq!(rendered, table.render(natural));
        }
    }
}
