//! A line of small bars.

/// The bars, from the lowest to the highest.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Returns a bar for each value, in relation to the highest; a dot where there is none.
pub fn sparkline(values: &[Option<f64>]) -> String {
    let highest = values.iter().flatten().copied().fold(0.0, f64::max);
    let bar = |value: f64| {
        let eighth = if highest > 0.0 { (value / highest * 8.0).ceil() } else { 1.0 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 8")]
        BARS[eighth.clamp(1.0, 8.0) as usize - 1]
    };
    values.iter().map(|value| value.map_or('·', bar)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_relation_to_the_highest_and_gaps_are_dots() {
        assert_eq!(sparkline(&[Some(1.0), None, Some(4.0), Some(8.0), Some(0.0)]), "▁·▄█▁");
        assert_eq!(sparkline(&[Some(0.0), Some(0.0)]), "▁▁");
        assert_eq!(sparkline(&[None, None]), "··");
        assert_eq!(sparkline(&[]), "");
    }
}
