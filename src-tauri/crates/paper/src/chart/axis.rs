//! Scales with round steps.

/// A scale from `low` to `high` in equal round steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) step: f64,
}

impl Scale {
    /// A scale that holds zero and all values, with about so many steps.
    pub(crate) fn holding(values: impl Iterator<Item = f64>, steps: f64) -> Self {
        let (mut low, mut high) = (0f64, 0f64);
        for value in values.filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if high - low < 1e-9 {
            high = low + 1.0;
        }
        let rough = (high - low) / steps;
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power).into_iter().find(|step| *step >= rough * 0.999);
        let step = step.unwrap_or(10.0 * power);
        Scale { low: (low / step).floor() * step, high: (high / step - 1e-9).ceil() * step, step }
    }

    /// Where a value lies, 0 at the low end to 1 at the high.
    pub(crate) fn at(&self, value: f64) -> f32 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0) as f32
    }

    /// The values at the steps.
    pub(crate) fn ticks(&self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round().clamp(1.0, 40.0) as usize;
        (0..=count).map(|nth| self.low + nth as f64 * self.step).collect()
    }

    /// Decimals needed to tell the steps apart.
    pub(crate) fn decimals(&self) -> usize {
        if self.step >= 1.0 { 0 } else { (-self.step.log10()).ceil().clamp(0.0, 6.0) as usize }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_hold_all_values() {
        let scale = Scale::holding([3.0, 47.0].into_iter(), 5.0);
        assert_eq!((scale.low, scale.high, scale.step), (0.0, 50.0, 10.0));
        let scale = Scale::holding([-4.0, 9.0].into_iter(), 5.0);
        assert_eq!((scale.low, scale.high, scale.step), (-5.0, 10.0, 5.0));
        assert_eq!(Scale::holding(std::iter::empty(), 5.0).ticks().len(), 6);
    }
}
