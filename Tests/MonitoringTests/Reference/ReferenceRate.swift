import Monitoring
import SessionRecord

/// Sentence 30.
extension ReferenceFindings {
  func onRate(_ rate: RateOfChange, _ margin: Int) -> JudgedRow {
    let limit = BrokenLimit(comparison: rate.comparison, numerator: rate.change)
    let all = view.values(of: rate.sign)
    let judged: [JudgedValue] = all.indices.compactMap { place in
      let value = all[place]
      let before = all[..<place].filter { isRecent($0, for: value, rate) }
      let thousandths = before.map(\.quantity.thousandths)
      let isRise = rate.comparison.isUpper != (mistake == .risesFromTheOtherEnd)
      var from = isRise ? thousandths.min() : thousandths.max()
      if mistake == .risesFromTheValueBefore { from = thousandths.last }
      if mistake == .risesFromTheFirst { from = thousandths.first }
      guard let from else {
        if mistake == .aloneSaysNothing { return nil }
        return JudgedValue(
          value.reading,
          isVerified: value.isVerified,
          breaks: false,
          isInside: mistake != .aloneIsNotInside
        )
      }
      let rise = ExactValue(value.quantity.thousandths - from)
      return JudgedValue(
        BreakingReading(
          entry: value.entry,
          observed: value.instant,
          reckoned: rise.reckoned
        ),
        isVerified: value.isVerified
          && (mistake != .riseFromDoubtedIsDoubted || before.allSatisfy(\.isVerified)),
        breaks: rise.breaks(limit, mistake),
        isInside: rise.isInside(limit, by: margin, mistake),
        excess: rise.beyond(limit)
      )
    }
    return JudgedRow(measure: .rate(rate.sign), limit: limit, values: judged)
  }

  private func isRecent(
    _ earlier: ReferenceValue,
    for value: ReferenceValue,
    _ rate: RateOfChange
  ) -> Bool {
    if mistake == .risesFromVerifiedAlone, !earlier.isVerified { return false }
    if mistake == .sameInstantIsNotBefore, earlier.instant == value.instant { return false }
    if mistake == .risesFromAllBefore { return true }
    let start = value.instant - .minutes(rate.withinMinutes)
    return earlier.instant > start
      || (earlier.instant == start && mistake != .rateExcludesItsMinute)
  }
}
