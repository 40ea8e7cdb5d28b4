//! How far a rate of few people can be off.

/// The 97.5th percentile of the normal distribution: 95 % of it lies within this many deviations.
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % Wilson interval of `selected` of `people`: the true rates with which such a sample is
/// unsurprising. `None` without people.
pub fn wilson(people: u64, selected: u64) -> Option<(f64, f64)> {
    if people == 0 {
        return None;
    }
    let n = people as f64;
    let rate = selected.min(people) as f64 / n;
    let divisor = 1.0 + Z * Z / n;
    let center = (rate + Z * Z / (2.0 * n)) / divisor;
    let half = Z * (rate * (1.0 - rate) / n + Z * Z / (4.0 * n * n)).sqrt() / divisor;
    // At the ends the bound is the rate itself; rounding would leave it a little off.
    let low = if selected == 0 { 0.0 } else { (center - half).max(0.0) };
    let high = if selected >= people { 1.0 } else { (center + half).min(1.0) };
    Some((low, high))
}
