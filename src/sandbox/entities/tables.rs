//! Tables of a connected system: the same data under the system's names.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::overlay::Overlay;
use super::query::{Problems, Query};
use super::{Source, custom, list};
use crate::api::entities::Field;

/// A table of a system.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    /// Name in the system.
    pub(crate) name: &'static str,
    /// Entity with its rows.
    pub(crate) entity: &'static str,
    case: Case,
}

/// Naming style of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// `order_no`.
    Snake,
    /// `ORDER_NO`.
    Capitals,
    /// `orderNo`.
    Camel,
}

/// Systems with their naming style and table names; other tables are named by their path.
type Flavour = (&'static [&'static str], Case, &'static [(&'static str, &'static str)]);

const FLAVOURS: &[Flavour] = &[
    (
        &["sap", "sap-ecc", "sap-business-bydesign"],
        Case::Capitals,
        &[
            ("EKKO", "purchase-orders"),
            ("EKPO", "purchase-orders.line-items"),
            ("LFA1", "vendors"),
            ("KNA1", "customers"),
            ("MARA", "materials"),
            ("MARD", "stocks"),
            ("EQUI", "assets"),
            ("IFLOT", "locations"),
            ("AUFK", "work-orders"),
            ("QMEL", "service-requests"),
            ("T001W", "sites"),
            ("T001L", "storerooms"),
            ("VBAK", "sales-orders"),
            ("RBKP", "invoices"),
            ("EBAN", "purchase-requisitions"),
            ("AFKO", "production-orders"),
            ("MKPF", "receipts"),
            ("STKO", "bom"),
            ("MPLA", "pm"),
            ("T006", "uom"),
        ],
    ),
    (
        &["sap-business-one"],
        Case::Capitals,
        &[
            ("OPOR", "purchase-orders"),
            ("POR1", "purchase-orders.line-items"),
            ("OCRD", "vendors"),
            ("OITM", "materials"),
            ("OITW", "stocks"),
            ("OWHS", "storerooms"),
            ("ORDR", "sales-orders"),
            ("OPCH", "invoices"),
            ("OWOR", "production-orders"),
        ],
    ),
    (
        &["jd-edwards"],
        Case::Capitals,
        &[
            ("F4301", "purchase-orders"),
            ("F4311", "purchase-orders.line-items"),
            ("F0401", "vendors"),
            ("F0301", "customers"),
            ("F4101", "materials"),
            ("F41021", "stocks"),
            ("F1201", "assets"),
            ("F4801", "work-orders"),
            ("F0006", "sites"),
            ("F4100", "locations"),
            ("F4201", "sales-orders"),
            ("F0411", "invoices"),
            ("F43121", "receipts"),
            ("F3002", "bom"),
            ("F1207", "pm"),
        ],
    ),
    (
        &["ibm-maximo"],
        Case::Capitals,
        &[
            ("PO", "purchase-orders"),
            ("POLINE", "purchase-orders.line-items"),
            ("COMPANIES", "vendors"),
            // Not COMPANIES once more in small letters: SQL takes both for one name.
            ("COMPMASTER", "companies"),
            ("ITEM", "materials"),
            ("INVENTORY", "stocks"),
            ("INVBALANCES", "inventories"),
            ("ASSET", "assets"),
            ("LOCATIONS", "locations"),
            ("WORKORDER", "work-orders"),
            ("SR", "service-requests"),
            ("SITE", "sites"),
            ("PM", "pm"),
            ("METER", "meters"),
            ("METERREADING", "meter-readings"),
            ("LABOR", "labors"),
        ],
    ),
    (
        &["netsuite"],
        Case::Snake,
        &[
            ("transaction", "purchase-orders"),
            ("transactionline", "purchase-orders.line-items"),
            ("vendor", "vendors"),
            ("customer", "customers"),
            ("item", "materials"),
            ("inventorybalance", "stocks"),
            ("location", "locations"),
            ("subsidiary", "organizations"),
            ("salesorder", "sales-orders"),
            ("vendorbill", "invoices"),
        ],
    ),
    (
        &["dynamics-365-bc", "serenic-navigator"],
        Case::Camel,
        &[
            ("purchaseOrders", "purchase-orders"),
            ("purchaseOrderLines", "purchase-orders.line-items"),
            ("vendors", "vendors"),
            ("customers", "customers"),
            ("items", "materials"),
            ("itemLedgerEntries", "stocks"),
            ("salesOrders", "sales-orders"),
            ("purchaseInvoices", "invoices"),
        ],
    ),
    (
        &["odoo"],
        Case::Snake,
        &[
            ("purchase_order", "purchase-orders"),
            ("purchase_order_line", "purchase-orders.line-items"),
            ("res_partner", "vendors"),
            ("product_product", "materials"),
            ("stock_quant", "stocks"),
            ("stock_warehouse", "storerooms"),
            ("sale_order", "sales-orders"),
            ("account_move", "invoices"),
            ("mrp_production", "production-orders"),
            ("maintenance_equipment", "assets"),
            ("maintenance_request", "work-orders"),
        ],
    ),
];

/// Returns the tables of a system, including enabled custom ones.
pub(crate) fn all(source: &Source, slug: &str) -> Vec<Table> {
    let (case, named) = flavour(slug);
    let name = |entity| named.iter().find(|(_, of)| *of == entity).map_or(entity, |(name, _)| *name);
    let own = source.own_entities().into_iter().map(|entity| Table { name: name(entity), entity, case });
    let shown = custom::ENTITIES.iter().filter(|entity| source.settings().has_table(entity.table));
    own.chain(shown.map(|entity| Table { name: entity.table, entity: entity.path, case })).collect()
}

/// Returns the table of an entity, whether or not it is shown.
pub(crate) fn of_entity(source: &Source, slug: &str, entity: &str) -> Option<Table> {
    let own = all(source, slug).into_iter().find(|table| table.entity == entity);
    let custom = || custom::find(entity).filter(|custom| source.has(custom.domain));
    own.or_else(|| custom().map(|custom| Table { name: custom.table, entity: custom.path, case: flavour(slug).0 }))
}

fn flavour(slug: &str) -> (Case, &'static [(&'static str, &'static str)]) {
    let found = FLAVOURS.iter().find(|(slugs, _, _)| slugs.contains(&slug));
    found.map_or((Case::Snake, &[]), |(_, case, names)| (*case, *names))
}

/// Finds a table by its name, in any case, or by the path of its entity.
pub(crate) fn find(source: &Source, slug: &str, name: &str) -> Option<Table> {
    let tables = all(source, slug);
    let by_name = tables.iter().find(|table| table.name.eq_ignore_ascii_case(name));
    by_name.or_else(|| tables.iter().find(|table| table.entity == name)).copied()
}

impl Table {
    /// Returns the fields that a table can have as columns, including custom ones that responses do not show.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        let plain = super::fields(self.entity).iter().filter(|field| field.kind.is_plain());
        plain.chain(custom::fields(self.entity))
    }

    /// Returns the name of a column.
    pub(crate) fn column(&self, field: &str) -> String {
        if self.case == Case::Camel {
            return field.to_owned();
        }
        let mut column = String::with_capacity(field.len() + 4);
        for letter in field.chars() {
            if letter.is_ascii_uppercase() {
                column.push('_');
            }
            column.push(if self.case == Case::Snake {
                letter.to_ascii_lowercase()
            } else {
                letter.to_ascii_uppercase()
            });
        }
        column
    }

    /// Finds the field of a column, in any case.
    pub(crate) fn field(&self, column: &str) -> Option<&'static Field> {
        self.fields().find(|field| self.column(field.name).eq_ignore_ascii_case(column))
    }

    /// Parses the query of a list of its rows, with names of columns.
    pub(crate) fn query(&self, pairs: &[(String, String)]) -> Result<Query, Problems> {
        let mut problems = Problems::new();
        let mut renamed = Vec::with_capacity(pairs.len());
        for (name, value) in pairs {
            let bracket = name.strip_prefix("filter[").or_else(|| name.strip_prefix("sort["));
            let Some(inner) = bracket else {
                renamed.push((name.clone(), value.clone()));
                continue;
            };
            let end = inner.find([':', ']']).unwrap_or(inner.len());
            if let Some(field) = self.field(&inner[..end]) {
                let word = &name[..name.len() - inner.len()];
                renamed.push((format!("{word}{}{}", field.name, &inner[end..]), value.clone()));
            } else {
                let known: Vec<String> = self.fields().map(|field| self.column(field.name)).collect();
                problems.push((name.clone(), format!("names no column; known are {}", known.join(", "))));
            }
        }
        if problems.is_empty() {
            Query::read(&renamed, &self.fields().copied().collect::<Vec<_>>())
        } else {
            Err(problems)
        }
    }

    /// Returns rows as the system would return them.
    pub(crate) fn read(
        &self,
        (source, overlay): (&Source, &Overlay),
        query: &Query,
        window: (u64, u64),
        now: Timestamp,
    ) -> (Vec<Map<String, Value>>, u64) {
        let found = list::page((&source.as_stored(), overlay), self.entity, query, window, now);
        let columns: Vec<(&str, String)> = self.fields().map(|field| (field.name, self.column(field.name))).collect();
        let row = |mut row: Map<String, Value>| {
            let cell = |(name, column): &(&str, String)| (column.clone(), row.remove(*name).unwrap_or_default());
            columns.iter().map(cell).collect()
        };
        (found.rows.into_iter().map(row).collect(), found.total)
    }
}
