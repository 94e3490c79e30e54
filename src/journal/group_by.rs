//! What figures of requests are grouped by.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::measure::{BucketSize, Slots};

/// What figures are grouped by; all of what is set at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupBy {
    /// By connection.
    pub connection: bool,
    /// By system: that of each connection by its ID, which the journal does not store.
    pub systems: Option<Arc<HashMap<String, String>>>,
    /// By method and path template.
    pub endpoint: bool,
    /// By entity.
    pub entity: bool,
    /// By kind.
    pub kind: bool,
    /// By span of time.
    pub bucket: Option<BucketSize>,
    /// By calendar day.
    pub day: bool,
    /// By day of the week.
    pub weekday: bool,
    /// By hour of the day.
    pub hour: bool,
    /// The zone of days and hours; UTC if it is not set.
    pub zone: Option<TimeZone>,
}

impl GroupBy {
    /// Returns how times are grouped.
    pub fn slots(&self) -> Slots {
        let zone = self.zone.clone().unwrap_or(TimeZone::UTC);
        Slots { bucket: self.bucket, day: self.day, weekday: self.weekday, hour: self.hour, zone }
    }
}
