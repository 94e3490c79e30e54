//! Field mapping: which field of an answer comes from which column of the connected system.

use super::lenient;

lenient! {
    /// The mapping of one entity.
    pub struct Mapping {
        /// The entity, as `purchase-orders`.
        pub entity: Option<String> = required,
        /// The table of the system that its rows come from.
        pub table: Option<String>,
        /// Every field that can be mapped.
        pub fields: Vec<MappedField> = required,
        /// The columns of the table.
        pub columns: Vec<String> = required,
        ..extra
    }

    /// One field and where it comes from.
    pub struct MappedField {
        /// The field of the answers.
        pub field: Option<String> = required,
        /// The column at the system.
        pub source: Option<String>,
        /// `standard`, `custom`, `remapped` or `added`.
        pub origin: Option<String>,
        ..extra
    }
}

impl MappedField {
    /// Returns whether the mapping was changed from the standard.
    pub fn is_changed(&self) -> bool {
        matches!(self.origin.as_deref(), Some("remapped" | "added"))
    }
}
