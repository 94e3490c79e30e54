//! Amounts and numbers: totals are sums of lines, prices depend on materials, quantities change.

use super::row::Row;
use super::{nested, references, spec};

/// Formats cents as the platform formats money: `1234.50`.
pub(super) fn show(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

/// Returns an amount in cents.
pub(super) fn money(row: &Row<'_>, schema: &str, name: &str) -> Option<i64> {
    if let Some(total) = total(row, schema, name) {
        return Some(total);
    }
    Some(match (schema, name) {
        ("SalesLineItem", _) => {
            let net = price(row, "products", nested::product(row)) * quantity(row);
            part_of_line(name, net, price(row, "products", nested::product(row)))?
        }
        (_, "cost") if row.spec.path == "work-orders" => 4_500 + signed(row.pick("rate") % 40) * 100,
        (_, "price" | "cost") => price(row, row.spec.path, row.n),
        (_, "budget") => (20 + signed(row.pick(name) % 480)) * 100_000,
        (_, "total") => (1 + signed(row.pick(name) % 900)) * 250,
        _ => return None,
    })
}

/// Returns the totals of a document with lines, or the amounts of a line.
fn total(row: &Row<'_>, schema: &str, name: &str) -> Option<i64> {
    if row.spec.path == spec::LINES {
        let material = references::one(row, "materialKey", "materials")?;
        let price = price(row, "materials", material);
        return part_of_line(name, price * quantity(row), price);
    }
    if !name.starts_with("total") || name == "total" || schema == "SalesLineItem" {
        return None;
    }
    let lines = nested::order_lines(row);
    let net: i64 = lines.iter().filter_map(|line| total(line, "LineItem", "lineTotalValue")).sum();
    let tax: i64 = lines.iter().filter_map(|line| total(line, "LineItem", "lineTaxValue")).sum();
    Some(match name {
        "totalNetValue" => net,
        "totalTaxValue" => tax,
        _ => net + tax,
    })
}

fn part_of_line(name: &str, net: i64, price: i64) -> Option<i64> {
    Some(match name {
        "price" | "cost" => price,
        "discount" => 0,
        "lineTaxValue" => net * 19 / 100,
        "lineTotalValue" => net,
        _ => return None,
    })
}

/// Returns the price of a material or product, in cents.
fn price(row: &Row<'_>, path: &str, n: u64) -> i64 {
    let path = if path == "products" { "products" } else { "materials" };
    let pick = row.other(path, n).pick("price");
    let scale = [1, 1, 4, 10, 60][usize::try_from(pick % 5).unwrap_or(0)];
    scale * (120 + signed(pick / 5 % 9_000))
}

fn quantity(row: &Row<'_>) -> i64 {
    1 + signed(row.pick("quantity") % 24)
}

/// Returns a whole number.
pub(super) fn number(row: &Row<'_>, schema: &str, name: &str) -> Option<i64> {
    Some(match (schema, name) {
        ("Stock" | "Inventory", "quantity") => on_hand(row),
        (_, "quantity" | "requiredQuantity" | "quantityRequired") => quantity(row),
        (_, "receivedQuantity") => {
            if row.is_done() {
                quantity(row)
            } else {
                0
            }
        }
        (_, "unitCost") => (price(row, "materials", row.n) / 100).max(1),
        (_, "reorderPoint" | "reorderLevel" | "minLevel" | "minimumQuantity") => 2 + signed(row.pick("reorder") % 18),
        (_, "reorderQuantity") => 10 * (1 + signed(row.pick(name) % 9)),
        (_, "maxLevel") => 120,
        (_, "lastReading") => nested::last_reading(row).reading(),
        (_, "estimatedTime") => 30 * (1 + signed(row.pick("hours") % 15)),
        (_, "actualTime" | "registeredTime") => {
            if !row.is_done() {
                return None;
            }
            25 + 30 * signed(row.pick("hours") % 15) + signed(row.pick(name) % 20)
        }
        (_, "lineNo") => 10 * (1 + signed(nested::position(row.n))),
        ("Inspection", "score") => 40 + signed(row.pick(name) % 61),
        (_, "priority") => 1 + signed(row.pick(name) % 5),
        (_, "interval") => [7, 30, 90, 180, 365][usize::try_from(row.pick(name) % 5).unwrap_or(0)],
        (_, "uomQuantity" | "minQuantity") => 1,
        (_, "maxQuantity") => 1_000,
        (_, "materialCount") => signed(nested::material_count(row)),
        (_, "reading") => row.reading(),
        _ => return None,
    })
}

/// Returns a number as text: whole ones and those with decimals.
pub(super) fn number_text(row: &Row<'_>, schema: &str, name: &str) -> Option<String> {
    Some(match (schema, name) {
        ("Site", "lat") => nested::city(row).lat.to_string(),
        ("Site", "lng") => nested::city(row).lng.to_string(),
        ("Tax", "taxPercentage") => {
            ["19.0", "7.0", "0.0", "25.0", "20.0"][usize::try_from(row.n % 5).unwrap_or(0)].into()
        }
        ("SalesOrder", "currencyRate") => "1.0".into(),
        ("UnitOfMeasure", "rate") => ["1", "10", "100"][usize::try_from(row.n % 3).unwrap_or(0)].into(),
        ("ExchangeRate", "rate") => {
            let base = [11_000, 8_500, 74_500, 116_000, 9_500][usize::try_from(row.n % 5).unwrap_or(0)];
            let cents = base + base * signed(row.pick(name) % 300) / 10_000;
            format!("{}.{:04}", cents / 10_000, cents % 10_000)
        }
        ("Work", "rate") => show(4_500 + signed(row.pick("rate") % 40) * 100),
        _ => number(row, schema, name)?.to_string(),
    })
}

/// Returns the quantity on hand: it changes with each version, and some are 0.
fn on_hand(row: &Row<'_>) -> i64 {
    if row.n % 17 == 5 && row.life.version == 0 {
        return 0;
    }
    signed(super::hash::mix(row.pick("on hand"), row.life.version) % 140)
}

impl Row<'_> {
    /// Returns the reading of a meter, which increases.
    fn reading(&self) -> i64 {
        let meters = self.source.base("meters");
        let (meter, turn) = (self.n % meters, self.n / meters);
        let rate = 20 + self.other("meters", meter).pick("rate") % 180;
        signed(1_000 + rate * turn * 10 + self.pick("reading") % (rate * 5))
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
