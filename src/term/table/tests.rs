use proptest::prelude::*;

use super::*;

const PIPE: Layout = Layout { width: None, color: false, header: true };

fn table(headings: &[(&str, bool)], rows: &[&[&str]]) -> Table {
    let mut table =
        Table::new(headings.iter().map(|(t, right)| Heading { text: (*t).into(), right: *right }).collect());
    for row in rows {
        for cell in *row {
            table.cell(cell, Style::Plain);
        }
    }
    table
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
fn a_narrow_terminal_cuts_the_widest() {
    let rendered = plants().render(Layout { width: Some(30), ..PIPE });
    insta::assert_snapshot!(rendered, @r"
    NAME             ROWS  STATUS
    plant-7        12,345  healthy
    設備管理…           8
    🏭 a\u{1b…  1,000,000  broken
    ");
    assert!(rendered.lines().all(|line| width(line) <= 30));
}

#[test]
fn identifiers_are_cut_last() {
    let mut table = table(&[("ID", false), ("TEXT", false)], &[]);
    table.cell("conn_0123456789", Style::Id);
    table.cell(&"long ".repeat(20), Style::Plain);
    insta::assert_snapshot!(table.render(Layout { width: Some(32), ..PIPE }), @r"
    ID               TEXT
    conn_0123456789  long long long…
    ");
}

#[test]
fn colours_do_not_move_anything() {
    let mut table = table(&[("N", true), ("STATUS", false)], &[]);
    for (n, status, style) in [("7", "good", Style::Good), ("12", "bad", Style::Bad)] {
        table.cell(n, Style::Plain);
        table.cell(status, style);
    }
    let colored = table.render(Layout { color: true, ..PIPE });
    assert_eq!(
        colored,
        " \u{1b}[1mN\u{1b}[0m  \u{1b}[1mSTATUS\u{1b}[0m\n 7  \u{1b}[32mgood\u{1b}[0m\n12  \u{1b}[1;31mbad\u{1b}[0m\n"
    );
    assert_eq!(table.with_widths(Layout { color: true, ..PIPE }, &table.widths(PIPE)), colored);
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
    fn both_writers_write_the_same(
        rows in prop::collection::vec(prop::array::uniform3("\\PC{0,12}"), 0..12),
        room in prop::option::of(1usize..60), right in any::<[bool; 3]>(), header in any::<bool>(), color in any::<bool>(),
    ) {
        let mut table = table(&[("A", right[0]), ("BB", right[1]), ("設備", right[2])], &[]);
        for row in &rows {
            for (cell, style) in row.iter().zip([Style::Id, Style::Good, Style::Plain]) {
                table.cell(cell, style);
            }
        }
        let layout = Layout { width: room, color, header };
        let widths = table.widths(layout);
        let small = table.small(layout, &widths);
        prop_assert_eq!(&small, &table.with_widths(layout, &widths));
        if !color {
            for line in small.lines() {
                prop_assert!(!line.ends_with(' '));
                prop_assert!(room.is_none_or(|room| width(line) <= room.max(7)), "{} > {:?}", width(line), room);
            }
        }
    }
}
