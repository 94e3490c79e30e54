//! What times are grouped by: spans of equal length, days, days of the week, hours of the day.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::bucket::BucketSize;
use super::figures::Window;

/// The words for days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// One group of times; the parts that are not grouped by are not set. Slots are ordered as time is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Start of the bucket, in seconds since 1970.
    pub bucket: Option<i64>,
    /// The calendar day.
    pub day: Option<Date>,
    /// The day of the week, from 0 for Monday to 6.
    pub weekday: Option<u8>,
    /// The hour of the day, from 0 to 23.
    pub hour: Option<u8>,
}

/// How times are grouped: each part that is set, together.
#[derive(Clone, Debug, PartialEq)]
pub struct Slots {
    /// By spans of this length.
    pub bucket: Option<BucketSize>,
    /// By calendar day.
    pub day: bool,
    /// By day of the week.
    pub weekday: bool,
    /// By hour of the day.
    pub hour: bool,
    /// The zone of days and hours.
    pub zone: TimeZone,
}

impl Default for Slots {
    fn default() -> Self {
        Self { bucket: None, day: false, weekday: false, hour: false, zone: TimeZone::UTC }
    }
}

impl Slots {
    /// Every offset from UTC is a multiple of this, so that no hour or day of any zone begins within one.
    pub(super) const QUARTER: i64 = 900;

    /// Returns whether times are grouped at all.
    pub const fn is_set(&self) -> bool {
        self.bucket.is_some() || self.is_calendar()
    }

    /// Returns whether times are grouped by something that depends on the zone.
    pub const fn is_calendar(&self) -> bool {
        self.day || self.weekday || self.hour
    }

    /// Returns the slot of a moment, given in seconds since 1970.
    pub fn at(&self, second: i64) -> Slot {
        let mut slot = Slot { bucket: self.bucket.map(|size| size.start_of(second)), ..Slot::default() };
        if self.is_calendar() {
            let local = self.zone.to_datetime(stamp(second));
            slot.day = self.day.then(|| local.date());
            slot.weekday = self.weekday.then(|| local.weekday().to_monday_zero_offset().unsigned_abs());
            slot.hour = self.hour.then(|| local.hour().unsigned_abs());
        }
        slot
    }

    /// Returns every slot that a window touches, with how much of the window lies in it: also those without requests.
    pub fn lengths(&self, window: Window) -> BTreeMap<Slot, Duration> {
        let mut lengths = BTreeMap::<Slot, Duration>::new();
        let mut at = window.from;
        while at < window.to {
            let second = floor(at);
            let ends = [self.bucket, self.is_calendar().then_some(BucketSize::of_seconds(Self::QUARTER))];
            let ends = ends.into_iter().flatten().map(|size| stamp(size.start_of(second) + size.length()));
            let end = ends.fold(window.to, Timestamp::min);
            *lengths.entry(self.at(second)).or_default() += Window { from: at, to: end }.length();
            at = end;
        }
        lengths
    }

    /// Returns how many buckets a window touches, 0 without buckets.
    pub fn buckets(&self, window: Window) -> u64 {
        self.bucket.map_or(0, |size| window.length().as_secs().div_ceil(size.seconds()))
    }
}

/// Slots of moments that mostly follow each other: a calendar is asked once for each quarter of an hour.
#[derive(Debug)]
pub struct SlotFinder {
    slots: Slots,
    /// Length of the spans in which all moments have the same slot.
    step: BucketSize,
    last: Option<(i64, Slot)>,
}

impl SlotFinder {
    /// Returns one for these slots.
    pub fn new(slots: Slots) -> Self {
        let step = match slots.bucket {
            Some(size) if !slots.is_calendar() => size,
            Some(size) => BucketSize::of_seconds(gcd(size.length(), Slots::QUARTER)),
            None => BucketSize::of_seconds(Slots::QUARTER),
        };
        Self { slots, step, last: None }
    }

    /// Returns the slot of a moment, given in seconds since 1970.
    pub fn at(&mut self, second: i64) -> Slot {
        if !self.slots.is_set() {
            return Slot::default();
        }
        match self.last {
            Some((start, slot)) if (start..start + self.step.length()).contains(&second) => slot,
            _ => {
                let slot = self.slots.at(second);
                self.last = Some((self.step.start_of(second), slot));
                slot
            }
        }
    }
}

const fn gcd(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { gcd(other, one % other) }
}

/// Returns the whole second that a moment lies in.
pub(super) fn floor(at: Timestamp) -> i64 {
    at.as_second() - i64::from(at.subsec_nanosecond() < 0)
}

/// Returns a moment; what no calendar reaches becomes its end.
pub(super) fn stamp(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(if second < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// Returns the text by which [`parse_zone`] finds a zone: its IANA name, or its offset where that never changes.
pub fn zone_name(zone: &TimeZone) -> Option<String> {
    if let Some(name) = zone.iana_name() {
        return Some(name.to_owned());
    }
    let seconds = zone.to_fixed_offset().ok()?.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    Some(format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60))
}

/// Parses the name of a zone, as `Europe/Berlin`, or an offset, as `+05:30`.
pub fn parse_zone(text: &str) -> Option<TimeZone> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return TimeZone::get(text).ok(),
    };
    let (hours, minutes) = text[1..].split_once(':')?;
    let part = |text: &str, limit: i32| {
        let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i32>().ok().filter(|part| is_number && *part < limit)
    };
    let seconds = sign * (part(hours, 24)? * 3600 + part(minutes, 60)? * 60);
    Some(TimeZone::fixed(Offset::from_seconds(seconds).ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a stamp")
    }

    #[test]
    fn hours_and_days_are_those_of_the_zone() {
        let zone = TimeZone::get("Asia/Kolkata").expect("bundled");
        let slots = Slots { day: true, weekday: true, hour: true, zone, ..Slots::default() };
        let slot = slots.at(floor(at("2026-03-01T19:45:00Z")));
        let day: Date = "2026-03-02".parse().expect("a date");
        assert_eq!(slot, Slot { bucket: None, day: Some(day), weekday: Some(0), hour: Some(1) });
        assert_eq!(WEEKDAYS[usize::from(slot.weekday.expect("set"))], "monday");
    }

    #[test]
    fn slots_without_requests_are_there_and_those_outside_are_not() {
        let window = Window { from: at("2026-03-01T10:30:00Z"), to: at("2026-03-01T13:00:00Z") };
        let hours = Slots { hour: true, ..Slots::default() }.lengths(window);
        let hours: Vec<_> = hours.into_iter().map(|(slot, length)| (slot.hour, length.as_secs())).collect();
        assert_eq!(hours, [(Some(10), 1800), (Some(11), 3600), (Some(12), 3600)]);
        let week = Window { from: at("2026-03-01T00:00:00Z"), to: at("2026-03-15T00:00:00Z") };
        let week = Slots { weekday: true, hour: true, ..Slots::default() }.lengths(week);
        assert_eq!(week.len(), 168);
        assert!(week.values().all(|length| *length == Duration::from_hours(2)), "{week:?}");
    }

    #[test]
    fn an_hour_that_comes_twice_is_twice_as_long() {
        let zone = TimeZone::get("Europe/Berlin").expect("bundled");
        let window = Window { from: at("2026-10-24T22:00:00Z"), to: at("2026-10-25T23:00:00Z") };
        let hours = Slots { hour: true, zone, ..Slots::default() }.lengths(window);
        let of = |hour| hours[&Slot { hour: Some(hour), ..Slot::default() }].as_secs();
        assert_eq!((of(2), of(3), hours.len()), (7200, 3600, 24));
    }

    #[test]
    fn zones_are_found_by_what_they_are_called() {
        for text in ["Europe/Berlin", "UTC", "+05:30", "-03:00"] {
            let zone = parse_zone(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(zone_name(&zone).as_deref(), Some(text));
        }
        for text in ["", "Mars/Olympus", "+5:30", "+24:00", "+05:60", "+0530", "+٠٥:٣٠"] {
            assert!(parse_zone(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_window_is_the_sum_of_its_slots_and_the_finder_agrees(
            from in 0..2_000_000_000_i64,
            length in 1..400_000_i64,
            bucket in prop::option::of(60..90_000_i64),
            (day, weekday, hour) in any::<(bool, bool, bool)>(),
        ) {
            let zone = TimeZone::get("Australia/Lord_Howe").expect("bundled");
            let slots = Slots { bucket: bucket.map(BucketSize::of_seconds), day, weekday, hour, zone };
            let window = Window { from: stamp(from), to: stamp(from + length) };
            let lengths = slots.lengths(window);
            prop_assert_eq!(lengths.values().sum::<Duration>(), window.length());
            let mut finder = SlotFinder::new(slots.clone());
            for second in (from..from + length).step_by(397) {
                prop_assert_eq!(finder.at(second), slots.at(second));
                prop_assert!(lengths.contains_key(&slots.at(second)));
            }
        }
    }
}
