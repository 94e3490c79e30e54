//! Figures about many calls: how many, how long, how many failed, how often.
//!
//! Percentiles come from every single value, never from other percentiles: summaries are merged by adding up what they
//! counted. Journal and sandbox both use this, so that the same calls give the same figures on either side. Where the
//! calls come from is not known here.

mod bucket;
mod chance;
mod figures;
mod parse_time;
mod slot;
mod summary;
mod trend;

pub use bucket::{BucketError, BucketSize};
pub use figures::{Figures, Window};
pub use parse_time::{TimeError, parse_duration, parse_instant, parse_moment, parse_positive_duration};
pub use slot::{Slot, SlotFinder, Slots, WEEKDAYS, parse_zone, zone_name};
pub use summary::{ErrorCount, NO_ANSWER, Sample, Summary};
pub use trend::{MIN_RATIO, MIN_REQUESTS, Quantity, Trend, TrendPoint, TrendVerdict, trend};
