//! References between rows: every reference leads to an existing row, and related ones agree.

#![expect(clippy::match_same_arms, reason = "a table with a line for each reference, ordered by what refers")]

use super::row::Row;
use super::{nested, spec, statuses};

/// Returns the row that a field refers to, if any.
pub(super) fn one(row: &Row<'_>, name: &str, path: &'static str) -> Option<u64> {
    let n = row.n;
    let rows = row.source.base(path);
    if path.starts_with("statuses/") {
        return status(row, path);
    }
    match (row.spec.path, name) {
        ("assets", "parentKey") => (!n.is_multiple_of(6)).then_some(n - n % 6),
        ("assets", "customerKey") => (row.pick(name).is_multiple_of(8)).then(|| row.pick_whole("customer") % rows),
        ("assets", "assetTemplateKey") => Some(template_of(row, n)),
        ("locations", "parentKey") => (n >= row.source.base("sites")).then(|| n % row.source.base("sites")),
        ("companies" | "groups", "parentKey") => (n > 3).then_some(n % 4),
        ("work-orders", "parentKey") => (n % 12 == 11).then(|| n - 1),
        (_, "parentKey") => None,
        ("uom", "rateBaseKey") => Some(n / 3 * 3),
        ("exchange-rates", "currencyKey") => Some(1 + n % (rows - 1)),
        (_, "baseCurrencyKey") => Some(0),
        ("vendors" | "customers" | "locations", "companyKey") => Some(n % rows),
        ("users", "userKey") => Some(n),
        ("labors", "userKey") => (n < rows).then_some(n),
        ("labors", "vendorKey") => (n % 7 == 3).then(|| row.pick(name) % rows),
        ("work-orders", "pmKey") => plan_of(row, n),
        ("work-orders", "serviceRequestKey") => (n % 2 == 1 && n / 2 < rows).then_some(n / 2),
        ("work-orders", "assetDowntimeKey") => (n.is_multiple_of(4) && n / 4 < rows).then_some(n / 4),
        ("work-orders", "userApprovedKey") => row.is_approved().then(|| row.pick(name) % rows),
        ("work-orders", "poKey" | "poLineItemKey" | "vendorKey") => None,
        ("service-requests", "workOrderKey") => (2 * n + 1 < rows).then_some(2 * n + 1),
        ("meter-readings", "meterKey") => Some(n % rows),
        ("stocks", "productKey") | (spec::LINES, "productKey" | "assetKey") => None,
        ("stocks" | "inventories", "materialKey") => Some(n % rows),
        (spec::LINES, "materialKey") => Some(row.pick(name) % rows),
        (_, "vendorKey") => vendor_of(row).map(|vendor| vendor % rows),
        ("fulfillments", "stockTransferKey") => (n % 5 == 4).then(|| n / 5 % rows),
        ("fulfillments" | "invoices", "salesOrderKey") => (row.spec.path == "fulfillments").then(|| n % rows),
        ("sales-orders", "shipmentOrderKey") => (n < rows).then_some(n),
        ("stock-transfers", "shipmentOrderKey") => (n % 4 == 1).then(|| n % rows),
        (_, "customerKey") => customer_of(row).map(|customer| customer % rows),
        (_, "poKey") => Some(order_of(row)),
        (_, "userApprovedKey") => row.is_approved().then(|| row.pick(name) % rows),
        (_, "assemblyKey" | "workOrderKey" | "productionOrderKey" | "documentKey" | "pmKey") => None,
        (_, "toLocationKey") => in_site(site_of(row) + 1, row, path, name),
        (_, "toStoreroomKey") => in_site(site_of(row) + 1, row, path, name),
        (_, "accountKey") => Some(site_of(row) % rows),
        (_, "currencyKey") => Some(currency_of(row)),
        _ => match path {
            "sites" => Some(site_of(row)),
            "assets" => asset_of(row),
            "organizations" => Some(site_of(row) % rows),
            "locations" | "storerooms" => in_site(site_of(row), row, path, name),
            // A material or product of a line: each line has its own.
            _ => Some(row.pick(name) % rows),
        },
    }
}

/// Returns the rows that a list of references contains.
pub(super) fn many(row: &Row<'_>, name: &str, path: &'static str) -> Vec<u64> {
    let rows = row.source.base(path);
    let n = row.n;
    match (row.spec.path, name) {
        ("materials", "parentKeys") => {
            if !n.is_multiple_of(9) && n % 9 < 4 {
                vec![n - n % 9]
            } else {
                Vec::new()
            }
        }
        ("materials", "assetKeys") => {
            if n.is_multiple_of(3) {
                vec![row.pick(name) % rows]
            } else {
                Vec::new()
            }
        }
        ("documents", "entityKeys") => vec![n * 5 % rows],
        (_, "assetKeys") => asset_of(row).into_iter().collect(),
        (_, "taxKeys") => vec![n % 2],
        (_, "documentKeys") => {
            if n.is_multiple_of(4) {
                vec![row.pick(name) % rows]
            } else {
                Vec::new()
            }
        }
        (_, "vendorKeys") => {
            let first = row.pick(name) % rows;
            if n.is_multiple_of(3) { vec![first, (first + 1) % rows] } else { vec![first] }
        }
        _ => one(row, name, path).into_iter().collect(),
    }
}

fn status(row: &Row<'_>, path: &str) -> Option<u64> {
    let states = statuses::find(path)?;
    match statuses::of(row.spec.path) {
        Some(own) if own.path == path => Some(row.state(own)),
        // Lines of a document have the state of their order, limited to this list.
        _ => Some(if row.is_done() { states.steps - 1 } else { u64::from(row.is_approved()).min(states.steps - 1) }),
    }
}

/// Returns the site of a row.
pub(super) fn site_of(row: &Row<'_>) -> u64 {
    let (n, sites) = (row.n, row.source.base("sites"));
    match row.spec.path {
        "sites" => n,
        "assets" => n / 6 % sites,
        "locations" | "storerooms" => n % sites,
        "stocks" | "inventories" => n % row.source.base("storerooms") % sites,
        spec::LINES => site_of(&row.other("purchase-orders", nested::order_of(n))),
        "invoices" | "receipts" | "receiving" => site_of(&row.other("purchase-orders", order_of(row))),
        "organizations" => n,
        _ => match asset_of(row) {
            Some(asset) => site_of(&row.other("assets", asset)),
            None => row.pick_whole("site") % sites,
        },
    }
}

/// Returns the asset of a row.
pub(super) fn asset_of(row: &Row<'_>) -> Option<u64> {
    let (n, assets) = (row.n, row.source.base("assets"));
    match row.spec.path {
        "assets" => Some(n),
        "pm" | "meters" => Some(n * 3 % assets),
        "meter-readings" => Some(n % row.source.base("meters") * 3 % assets),
        "work-orders" => {
            Some(plan_of(row, n).map_or_else(|| row.pick_whole("asset") % assets, |plan| plan * 3 % assets))
        }
        "inspections" | "work-permits" => Some(row.pick_whole("asset") % assets),
        "service-requests" => asset_of(&row.other("work-orders", 2 * n + 1)),
        "assets-downtime" => asset_of(&row.other("work-orders", 4 * n)),
        _ => None,
    }
}

/// Returns the template of an asset.
pub(super) fn template_of(row: &Row<'_>, asset: u64) -> u64 {
    row.other("assets", asset).pick_whole("template") % row.source.base("asset-templates")
}

/// Returns the maintenance plan of a work order: one in three has one.
pub(super) fn plan_of(row: &Row<'_>, work_order: u64) -> Option<u64> {
    (work_order % 3 == 2).then(|| work_order / 3 % row.source.base("pm"))
}

/// Returns the purchase order of a document: invoices have approved ones, receipts completed ones.
pub(super) fn order_of(row: &Row<'_>) -> u64 {
    let orders = row.source.base("purchase-orders");
    let n = row.n;
    let order = match row.spec.path {
        "purchase-orders" => return n,
        spec::LINES => return nested::order_of(n),
        "invoices" => n / 8 * 10 + 2 + n % 8,
        "receipts" | "receiving" | "return-orders" => n / 5 * 10 + 5 + n % 5,
        _ => n,
    };
    order % orders
}

fn vendor_of(row: &Row<'_>) -> Option<u64> {
    match row.spec.path {
        "purchase-orders" | spec::LINES | "invoices" | "receipts" | "receiving" | "return-orders" => {
            Some(row.other("purchase-orders", order_of(row)).pick_whole("vendor"))
        }
        "rfq" | "assets" | "materials" | "products" | "supplier-contracts" => Some(row.pick_whole("vendor")),
        _ => None,
    }
}

fn customer_of(row: &Row<'_>) -> Option<u64> {
    match row.spec.path {
        "sales-orders" | "fulfillments" | "shipment-orders" => {
            let orders = row.source.base("sales-orders");
            let order = if row.spec.path == "sales-orders" { row.n } else { row.n % orders };
            Some(row.other("sales-orders", order).pick_whole("customer"))
        }
        _ => None,
    }
}

fn currency_of(row: &Row<'_>) -> u64 {
    match vendor_of(row).or_else(|| customer_of(row)) {
        Some(partner) if partner % 4 == 0 => 1 + partner / 4 % 2,
        _ => 0,
    }
}

/// Returns a row at a site, of a resource whose rows are spread evenly over the sites.
fn in_site(site: u64, row: &Row<'_>, path: &str, name: &str) -> Option<u64> {
    let (sites, rows) = (row.source.base("sites"), row.source.base(path));
    let site = site % sites;
    let here = (rows + sites - 1 - site) / sites;
    let which = match row.spec.path {
        // The storeroom of a stock is computed from its number, so that no material is twice in one.
        "stocks" | "inventories" => row.n / rows,
        _ => row.pick(if name.ends_with("oreroomKey") { "storeroom" } else { "location" }),
    };
    (here > 0).then(|| site + sites * (which % here))
}
