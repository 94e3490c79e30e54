//! What a value is, and how it reads.

/// What the values of a chart are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A time, in milliseconds.
    Milliseconds,
    /// A part of a whole, 0 to 1.
    Share,
    /// How often a second.
    PerSecond,
    /// How many.
    Count,
}

impl Unit {
    /// Returns a value with its unit.
    pub fn format(self, value: f64) -> String {
        match self {
            Self::Milliseconds => time(value),
            Self::Share => format!("{} %", short(value * 100.0)),
            Self::PerSecond => format!("{}/s", short(value)),
            Self::Count => short(value),
        }
    }
}

fn time(millis: f64) -> String {
    match millis {
        ..1_000.0 => format!("{} ms", short(millis)),
        1_000.0..60_000.0 => format!("{} s", short(millis / 1_000.0)),
        1_000.0..3_600_000.0 => format!("{} min", short(millis / 60_000.0)),
        _ => format!("{} h", short(millis / 3_600_000.0)),
    }
}

/// Returns a number with about three digits, without zeros at its end.
fn short(value: f64) -> String {
    let text = match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0..100.0 => format!("{value:.1}"),
        1.0..10.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    };
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_with_three_digits_and_their_unit() {
        for (unit, value, text) in [
            (Unit::Milliseconds, 0.0, "0 ms"),
            (Unit::Milliseconds, 12.345, "12.3 ms"),
            (Unit::Milliseconds, 250.0, "250 ms"),
            (Unit::Milliseconds, 1_500.0, "1.5 s"),
            (Unit::Milliseconds, 90_000.0, "1.5 min"),
            (Unit::Milliseconds, 7_200_000.0, "2 h"),
            (Unit::Share, 0.05, "5 %"),
            (Unit::Share, 0.0123, "1.23 %"),
            (Unit::PerSecond, 0.0213, "0.021/s"),
            (Unit::Count, 12.0, "12"),
            (Unit::Count, 12_345.0, "12345"),
        ] {
            assert_eq!(unit.format(value), text);
        }
    }
}
