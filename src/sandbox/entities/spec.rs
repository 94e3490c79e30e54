//! Numbers of rows of each resource, and intervals of new rows and changes.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::api::entities;

use super::{custom, statuses};

/// Specification of the rows of a resource.
#[derive(Debug)]
pub(super) struct Spec {
    /// Path of the resource, `statuses/…` for a list of states.
    pub(super) path: &'static str,
    /// Name of its schema.
    pub(super) schema: &'static str,
    /// First two digits of its keys.
    pub(super) prefix: u8,
    /// Number of rows in the smallest system when it is connected.
    pub(super) rows: u64,
    /// Whether a larger system has more rows.
    pub(super) grows_with_size: bool,
    /// Days of history at that time.
    pub(super) history: i64,
    /// Seconds between new rows after that in the smallest system; none for never.
    pub(super) every: Option<i64>,
    /// Seconds between changes of rows of the base in the smallest system; none for never.
    pub(super) changes: Option<i64>,
}

/// Lines of purchase orders are rows, but are created and changed with their order.
pub(super) const LINES: &str = "purchase-orders.line-items";

pub(super) const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// Days of history of master data.
pub(super) const OLD: i64 = 1_500;
/// Days of history of transactional data.
pub(super) const RECENT: i64 = 90;

/// Path, prefix, rows, whether more in larger systems, days of history, seconds between new rows, seconds between
/// changes (0 for never). The first eighteen prefixes are the platform's.
pub(super) type SpecRow = (&'static str, u8, u64, bool, i64, i64, i64);

const LINES_OF_TABLE: &[SpecRow] = &[
    ("sites", 1, 4, true, OLD, 0, 0),
    ("assets", 2, 240, true, OLD, DAY, 2 * HOUR),
    ("work-orders", 3, 400, true, RECENT, 90 * 60, 20 * 60),
    ("materials", 4, 250, true, OLD, 2 * DAY, 4 * HOUR),
    ("purchase-orders", 5, 180, true, RECENT, 3 * HOUR, 45 * 60),
    ("pm", 6, 60, true, OLD, 0, DAY),
    ("asset-templates", 7, 30, false, OLD, 0, 0),
    ("meters", 8, 60, true, OLD, 0, HOUR),
    ("vendors", 9, 40, true, OLD, 4 * DAY, 8 * HOUR),
    ("assets-downtime", 10, 80, true, RECENT, DAY, 0),
    ("service-requests", 11, 150, true, RECENT, 3 * HOUR, 2 * HOUR),
    ("meter-readings", 12, 600, true, RECENT, 30 * 60, 0),
    ("documents", 13, 90, true, OLD, 2 * DAY, 0),
    ("teams", 14, 8, false, OLD, 0, 0),
    (LINES, 15, 0, true, RECENT, 0, 0),
    ("accounts", 16, 24, false, OLD, 0, 0),
    ("locations", 17, 40, true, OLD, 0, 2 * DAY),
    ("labors", 18, 30, true, OLD, 0, 3 * DAY),
    ("organizations", 19, 2, false, OLD, 0, 0),
    ("storerooms", 20, 8, true, OLD, 0, 0),
    ("users", 21, 24, true, OLD, 0, 3 * DAY),
    ("uom", 22, 12, false, OLD, 0, 0),
    ("companies", 23, 20, true, OLD, 0, DAY),
    ("customers", 24, 60, true, OLD, 2 * DAY, 6 * HOUR),
    ("stocks", 25, 250, true, OLD, 0, 10 * 60),
    ("inventories", 26, 250, true, OLD, 0, 10 * 60),
    ("return-orders", 27, 30, true, RECENT, DAY, 6 * HOUR),
    ("taxes", 28, 5, false, OLD, 0, 0),
    ("exchange-rates", 29, 180, false, RECENT, DAY, 0),
    ("projects", 30, 12, true, OLD, 0, DAY),
    ("receipts", 31, 90, true, RECENT, 6 * HOUR, 0),
    ("bom", 32, 40, true, OLD, 0, DAY),
    ("production-orders", 33, 90, true, RECENT, 4 * HOUR, HOUR),
    ("purchase-requisitions", 34, 90, true, RECENT, 4 * HOUR, 2 * HOUR),
    ("currencies", 35, 6, false, OLD, 0, 0),
    ("products", 36, 120, true, OLD, 4 * DAY, 6 * HOUR),
    ("sales-orders", 37, 160, true, RECENT, 2 * HOUR, 40 * 60),
    ("invoices", 38, 140, true, RECENT, 4 * HOUR, 2 * HOUR),
    ("receiving", 39, 90, true, RECENT, 6 * HOUR, 0),
    ("rfq", 40, 40, true, RECENT, DAY, 6 * HOUR),
    ("stock-transfers", 41, 60, true, RECENT, 8 * HOUR, 3 * HOUR),
    ("fulfillments", 42, 120, true, RECENT, 3 * HOUR, HOUR),
    ("groups", 43, 10, false, OLD, 0, 0),
    ("stock-adjustments", 44, 50, true, RECENT, 12 * HOUR, 0),
    ("shipment-orders", 45, 100, true, RECENT, 3 * HOUR, HOUR),
];

/// Key prefix of nested rows: materials of a work order, its tasks.
pub(super) const PARTS_PREFIX: u8 = 46;
const FIRST_STATUS_PREFIX: u8 = 50;

static SPECS: LazyLock<HashMap<&'static str, Spec>> = LazyLock::new(|| {
    let some = |seconds: i64| (seconds > 0).then_some(seconds);
    let spec = |schema, &(path, prefix, rows, grows_with_size, history, every, changes): &SpecRow| Spec {
        path,
        schema,
        prefix,
        rows,
        grows_with_size,
        history,
        every: some(every),
        changes: some(changes),
    };
    let published = |line: &SpecRow| entities::find(line.0).expect("a row of the catalogue").schema;
    let rows = LINES_OF_TABLE.iter().map(|line| spec(published(line), line));
    let custom = custom::ENTITIES.iter().map(|entity| spec(entity.schema, &entity.line));
    let states = statuses::LISTS.iter().zip(FIRST_STATUS_PREFIX..).map(|(list, prefix)| Spec {
        path: list.path,
        schema: "Status",
        prefix,
        rows: u64::try_from(list.states.len()).expect("a short list"),
        grows_with_size: false,
        history: OLD,
        every: None,
        changes: None,
    });
    rows.chain(custom).chain(states).map(|spec| (spec.path, spec)).collect()
});

/// Finds the rows of a resource, or of a list of states.
pub(super) fn find(path: &str) -> Option<&'static Spec> {
    SPECS.get(path)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_resource_and_list_of_states_has_rows_and_a_prefix_of_its_own() {
        for row in entities::all() {
            assert_eq!(find(row.path).map(|spec| spec.schema), Some(row.schema), "{}", row.path);
        }
        for list in entities::statuses() {
            assert!(find(&format!("statuses/{}", list.of)).is_some(), "{}", list.of);
        }
        let prefixes: HashSet<u8> = SPECS.values().map(|spec| spec.prefix).collect();
        assert_eq!(prefixes.len(), SPECS.len());
        assert!(!prefixes.contains(&PARTS_PREFIX) && prefixes.iter().all(|prefix| *prefix < 100));
    }
}
