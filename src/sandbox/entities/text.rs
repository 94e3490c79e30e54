//! Texts of a row: names, codes, titles.

#![expect(clippy::match_same_arms, reason = "a table with a line for each field, ordered by what they are about")]

use super::hash::choose;
use super::row::Row;
use super::vocabulary::{
    ACCOUNTS, AREAS, CARRIERS, CHECKS, CITIES, CURRENCIES, EQUIPMENT, FAULTS, FIRST_NAMES, FORMS, GROUPS, HOUSES,
    LAST_NAMES, METERS, NOTES, PARTS, PLANS, PRODUCTS, PROJECTS, REASONS, ROLES, SEVERITIES, SHIPPING, TAXES, TEAMS,
    TERMS, TRADES, UNITS, VARIANTS,
};
use super::{nested, references, spec, statuses};

/// Returns a text field, if the row has it.
pub(super) fn text(row: &Row<'_>, schema: &str, name: &str) -> Option<String> {
    let n = row.n;
    if let Some(found) = of_part(row, schema, name) {
        return Some(found);
    }
    Some(match (row.spec.path, name) {
        (_, "name") => naming(row)?,
        (_, "title") => title(row)?,
        (_, "code" | "orderNo" | "orderNumber" | "invoiceNumber" | "shipmentNumber" | "adjustmentNumber") => {
            code(row, name)
        }
        (_, "sku") => format!("SKU-{:05}", 10_000 + n),
        ("products", "upc") => format!("0{:011}", row.pick(name) % 100_000_000_000),
        ("products", "ean") => format!("40{:011}", row.pick(name) % 100_000_000_000),
        (_, "isbn") => return None,
        (_, "partNumber") => part_number(n),
        (_, "description") => description(row)?,
        (_, "notes" | "note" | "completionRemarks") => return optional(row, name, NOTES),
        (_, "instructions") => fault(row)[1].into(),
        (_, "severity" | "criticality") => choose(SEVERITIES, row.pick("severity")).into(),
        ("work-orders" | "pm" | "products", "status") => status_name(row),
        ("assets", "categoryName") => equipment(row)[1].into(),
        ("materials", "categoryName") => PARTS[index(n, PARTS.len())][1].into(),
        (_, "categoryName") => (if references::plan_of(row, n).is_some() { "Preventive" } else { "Corrective" }).into(),
        (_, "categoryCode") => "PREV".into(),
        ("assets", "makeName") => equipment(row)[3].into(),
        ("asset-templates", "manufacturerName") => EQUIPMENT[index(n, EQUIPMENT.len())][3].into(),
        (_, "manufacturerName") => PARTS[index(n, PARTS.len())][3].into(),
        (_, "modelName") => equipment(row)[4].into(),
        (_, "serialNumber") => format!("{}{:06}", choose(&["SN", "A", "KX"], n), row.pick(name) % 1_000_000),
        (_, "firstName") => choose(FIRST_NAMES, n).into(),
        (_, "lastName") => last_name(n).into(),
        (_, "middleName") => return None,
        (_, "roleName") => choose(ROLES, row.pick(name)).into(),
        (_, "contactPerson") => person(row.pick(name)),
        (_, "shippingMethod") => choose(SHIPPING, row.pick(name)).into(),
        (_, "carrierName") => choose(CARRIERS, row.pick(name)).into(),
        (_, "terms") => choose(TERMS, row.pick(name)).into(),
        (_, "reason") => choose(REASONS, row.pick(name)).into(),
        ("meters", "uomName") => METERS[index(n, METERS.len())][1].into(),
        (_, "currency") => CURRENCIES[0][1].into(),
        (_, "position") => format!("{}-{:02}-{}", choose(&["A", "B", "C", "D"], n), n / 4 % 40, 1 + n % 5),
        (_, "lineRef") => {
            format!(
                "{}/{}",
                code(&row.other("purchase-orders", nested::order_of(n)), "orderNo"),
                1 + nested::position(n)
            )
        }
        ("documents", "url") => format!("https://files.example.com/documents/{}", row.pick(name)),
        (_, "contentType") => choose(&["application/pdf", "image/jpeg", "application/pdf"], n).into(),
        (_, "type") => kind_word(row)?.into(),
        ("customers" | "vendors", "addresses" | "billingAddress") => {
            let city = nested::city(row);
            format!(
                "{} {}, {} {}, {}",
                city.street,
                1 + row.pick("house") % 90,
                city.post_code,
                city.name,
                city.country
            )
        }
        ("fulfillments", "lineItems") => format!("{} x{}", product_name(row.pick(name)), 1 + row.pick("quantity") % 9),
        (path, "scope") => return path.strip_prefix("statuses/").map(str::to_owned),
        (_, "contact") => person(row.pick(name)),
        (_, "properties") => return None,
        _ => return None,
    })
}

/// Texts of objects inside a row.
fn of_part(row: &Row<'_>, schema: &str, name: &str) -> Option<String> {
    let who = row.pick("who");
    Some(match (schema, name) {
        ("Address", _) => return address(row, name),
        ("Contact", "name") => person(who),
        ("Contact", "position") => choose(ROLES, who).into(),
        ("Contact", "phones") => phone(who),
        ("Contact", "emails") => email(who),
        ("Contact", _) => return None,
        ("Task", "code") => format!("T{:02}", row.part + 1),
        ("Task", "title") => choose(CHECKS, row.pick(name)).into(),
        ("Task", "description") => fault(row)[1].into(),
        ("Task", _) => return None,
        ("Work", "name") => person(who),
        ("Work", "description") => fault(row)[1].into(),
        ("WorkTrigger", "type") => "time".into(),
        ("WorkTrigger", "recurring") => "true".into(),
        ("WorkTrigger", "condition") => "every".into(),
        ("PriceLevel", "name") => "List price".into(),
        ("SupplyOption", "makePartNumber") => part_number(row.pick("supply")),
        ("Drawing", "drawingNo") => format!("DR-{:04}", row.n),
        ("Drawing", "drawingPos") => (row.part + 1).to_string(),
        ("Drawing", _) => return None,
        ("BOMLineItem", "description") => material_name(row.pick("materialKey") % row.source.base("materials")),
        ("BOMLineItem", _) => return None,
        ("MaterialItem", "drawingNumber") => format!("DR-{:04}", row.n),
        ("MaterialItem", "positionNumber") => (row.part + 1).to_string(),
        ("MaterialItem", "name" | "partNumber") => return None,
        _ => return None,
    })
}

fn address(row: &Row<'_>, name: &str) -> Option<String> {
    let city = nested::city(row);
    Some(match name {
        "country" => city.country.into(),
        "city" => city.name.into(),
        "state" => city.state.into(),
        "postCode" => city.post_code.into(),
        "addressLines" => format!("{} {}", city.street, 1 + row.pick("house") % 90),
        "addressee" => person(row.pick("addressee")),
        "phone" => phone(row.pick("phone")),
        "email" => email(row.pick("addressee")),
        _ => return None,
    })
}

fn naming(row: &Row<'_>) -> Option<String> {
    let n = row.n;
    Some(match row.spec.path {
        "organizations" => ["Northwind Manufacturing", "Northwind Services"][index(n, 2)].into(),
        "sites" => {
            let city = choose(CITIES, n).name;
            let round = n / 16;
            if round == 0 { format!("{city} Plant") } else { format!("{city} Plant {}", round + 1) }
        }
        "locations" => {
            let sites = row.source.base("sites");
            let (area, round) = (n / sites, n / sites / 12);
            let area = choose(AREAS, area);
            if round == 0 { area.into() } else { format!("{area} {}", round + 1) }
        }
        "storerooms" => format!(
            "{} store",
            choose(&["Main", "Line", "Tool", "Bulk", "Chemical", "Cold"], n / row.source.base("sites"))
        ),
        "accounts" => choose(ACCOUNTS, n).into(),
        "teams" => choose(TEAMS, n).into(),
        "labors" | "users" => format!("{} {}", choose(FIRST_NAMES, n), last_name(n)),
        "uom" => UNITS[index(n, UNITS.len())][0].into(),
        "companies" => company(n * 5 + 2, row.pick("form")),
        "vendors" => company(n, row.pick("form")),
        "customers" => company(n * 3 + 11, row.pick("form")),
        "materials" => material_name(n),
        "inventories" => material_name(n),
        "assets" => format!("{} {}-{}", equipment(row)[0], equipment(row)[2], 101 + n),
        "asset-templates" => {
            let kind = EQUIPMENT[index(n, EQUIPMENT.len())];
            format!("{} {}", kind[0], kind[4])
        }
        "documents" => {
            choose(&["Manual", "Photo", "Inspection report", "Data sheet", "Certificate"], n).to_owned()
                + &format!(" {}", 1 + n)
        }
        "taxes" => choose(TAXES, n).into(),
        "projects" => format!("{} {}", choose(PROJECTS, n), choose(CITIES, references::site_of(row)).name),
        "bom" => format!("{} assembly", EQUIPMENT[index(n, EQUIPMENT.len())][0]),
        "currencies" => CURRENCIES[index(n, CURRENCIES.len())][0].into(),
        "products" => product_name(n),
        "groups" => choose(GROUPS, n).into(),
        spec::LINES => material_name(references::one(row, "materialKey", "materials")?),
        path => statuses::find(path)?.states[index(n, usize::MAX)].0.into(),
    })
}

fn title(row: &Row<'_>) -> Option<String> {
    Some(match row.spec.path {
        "work-orders" | "service-requests" | "pm" => {
            let asset = references::asset_of(row)?;
            format!("{} {}", fault(row)[0], naming(&row.other("assets", asset))?)
        }
        "invoices" | "receipts" | "receiving" | "return-orders" | "purchase-orders" => {
            let word = match row.spec.path {
                "invoices" => "Invoice for",
                "return-orders" => "Return of",
                "purchase-orders" => "Order of",
                _ => "Receipt of",
            };
            let lines = nested::order_lines(row);
            let first = naming(lines.first()?)?;
            if lines.len() > 1 {
                format!("{word} {first} and {} more", lines.len() - 1)
            } else {
                format!("{word} {first}")
            }
        }
        "fulfillments" => format!(
            "Delivery for {}",
            code(&row.other("sales-orders", row.n % row.source.base("sales-orders")), "orderNumber")
        ),
        _ => return None,
    })
}

fn description(row: &Row<'_>) -> Option<String> {
    Some(match row.spec.path {
        "work-orders" | "service-requests" | "pm" | "assets-downtime" => fault(row)[1].into(),
        "assets" => format!("{} at {}", equipment(row)[0], naming(&row.other("sites", references::site_of(row)))?),
        "vendors" | "users" | "labors" | "organizations" => return None,
        _ => return optional(row, "description", NOTES),
    })
}

fn fault(row: &Row<'_>) -> [&'static str; 2] {
    let planned = match row.spec.path {
        "pm" => Some(row.n),
        "work-orders" => references::plan_of(row, row.n),
        _ => None,
    };
    match planned {
        Some(plan) => choose(PLANS, plan),
        None => choose(FAULTS, row.pick_whole("fault")),
    }
}

fn code(row: &Row<'_>, name: &str) -> String {
    let n = row.n;
    let prefix = match (row.spec.path, name) {
        ("uom", _) => return UNITS[index(n, UNITS.len())][1].into(),
        ("currencies", _) => return CURRENCIES[index(n, CURRENCIES.len())][1].into(),
        ("receipts" | "receiving" | "return-orders", "orderNo") => {
            return code(&row.other("purchase-orders", references::order_of(row)), name);
        }
        ("shipment-orders" | "fulfillments", "orderNumber" | "orderNo") => {
            return code(&row.other("sales-orders", n % row.source.base("sales-orders")), name);
        }
        (path, _) if path.starts_with("statuses/") => {
            return statuses::find(path).map_or("", |list| list.states[index(n, usize::MAX)].1).into();
        }
        (spec::LINES, _) => return part_number(references::one(row, "materialKey", "materials").unwrap_or(n)),
        ("inventories", _) => return part_number(n),
        ("organizations", _) => "ORG",
        ("sites", _) => "S",
        ("locations", _) => "L",
        ("storerooms", _) => "ST",
        ("accounts", _) => return (6_000 + n * 10).to_string(),
        ("teams", _) => "T",
        ("labors", _) => "E",
        ("companies", _) => "CO",
        ("vendors", _) => "V",
        ("customers", _) => "C",
        ("materials", _) => return part_number(n),
        ("purchase-orders", _) => "PO",
        ("work-orders", _) => "WO",
        ("sales-orders", _) => "SO",
        ("invoices", _) => "INV",
        ("return-orders", _) => "RMA",
        ("receipts" | "receiving", _) => "GR",
        ("production-orders", _) => "MO",
        ("purchase-requisitions", _) => "PR",
        ("products", _) => "PRD",
        ("rfq", _) => "RFQ",
        ("stock-transfers", _) => "TR",
        ("fulfillments", _) => "FUL",
        ("stock-adjustments", _) => "ADJ",
        ("shipment-orders", _) => "SHP",
        ("groups", _) => "G",
        _ => "X",
    };
    format!("{prefix}-{:05}", 10_001 + n)
}

fn kind_word(row: &Row<'_>) -> Option<&'static str> {
    Some(match row.spec.path {
        "locations" => {
            if row.n < row.source.base("sites") {
                "Building"
            } else {
                "Room"
            }
        }
        "storerooms" => "Warehouse",
        "documents" => choose(&["manual", "photo", "report", "datasheet", "certificate"], row.n),
        "taxes" => "VAT",
        "bom" => "manufacturing",
        "products" => "goods",
        "return-orders" => "vendor return",
        "stock-adjustments" => choose(&["increase", "decrease"], row.n),
        spec::LINES => "material",
        _ => return None,
    })
}

fn status_name(row: &Row<'_>) -> String {
    match statuses::of(row.spec.path) {
        Some(states) => states.states[index(row.state(states), usize::MAX)].0.into(),
        None => "Active".into(),
    }
}

fn equipment(row: &Row<'_>) -> [&'static str; 5] {
    EQUIPMENT[index(references::template_of(row, row.n), EQUIPMENT.len())]
}

/// Returns the name of a material.
pub(super) fn material_name(n: u64) -> String {
    let name = PARTS[index(n, PARTS.len())][0];
    let round = index(n, usize::MAX) / PARTS.len();
    match (VARIANTS[round % VARIANTS.len()], round / VARIANTS.len()) {
        ("", 0) => name.into(),
        (variant, 0) => format!("{name}, {variant}"),
        ("", series) => format!("{name}, series {}", series + 1),
        (variant, series) => format!("{name}, {variant}, series {}", series + 1),
    }
}

fn product_name(n: u64) -> String {
    let name = PRODUCTS[index(n, PRODUCTS.len())][0];
    format!("{name}, {}", choose(&["grey", "blue", "black", "green", "white", "red"], n / 15))
}

/// Returns the part number of a material.
pub(super) fn part_number(n: u64) -> String {
    format!("{}-{:05}", choose(&["40", "51", "63", "77"], n), 10_000 + n % 90_000)
}

fn company(n: u64, form: u64) -> String {
    let trade = choose(TRADES, n / 27 + n);
    format!("{} {trade} {}", choose(HOUSES, n * 7), choose(FORMS, form))
}

pub(super) fn person(n: u64) -> String {
    format!("{} {}", choose(FIRST_NAMES, n), last_name(n))
}

fn last_name(n: u64) -> &'static str {
    choose(LAST_NAMES, n.wrapping_mul(7).wrapping_add(n / 24))
}

fn email(n: u64) -> String {
    let ascii = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    format!("{}.{}@example.com", ascii(choose(FIRST_NAMES, n)), ascii(last_name(n)))
}

/// Returns a phone number of the range reserved for fiction.
fn phone(n: u64) -> String {
    format!("+1 555 01{:02}", n % 100)
}

fn optional(row: &Row<'_>, name: &str, list: &[&str]) -> Option<String> {
    let pick = row.pick(name);
    (pick.is_multiple_of(4)).then(|| choose(list, pick / 4).into())
}

fn index(n: u64, length: usize) -> usize {
    usize::try_from(n).unwrap_or(0) % length
}
