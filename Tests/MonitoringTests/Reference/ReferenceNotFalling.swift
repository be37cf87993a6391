import Monitoring
import SessionRecord

/// Sentence 31.
extension ReferenceFindings {
  func onNotFalling(_ rule: NotFalling, _ margin: Int) -> [JudgedRow] {
    guard let baseline = view.baseline[rule.sign], let anchor = anchor(of: rule) else { return [] }
    let limit = BrokenLimit(
      comparison: .atOrOver,
      numerator: baseline.value.sum + rule.over * baseline.value.count,
      denominator: baseline.value.count,
      baseline: baseline.value
    )
    func isSpokenOf(_ value: ReferenceValue) -> Bool {
      guard view.isComparedWithBaseline(value, rule.sign) else { return false }
      return value.instant > anchor
        || (value.instant == anchor && mistake != .anchorIsExcluded)
    }
    let all = view.values(of: rule.sign)
    let judged = all.indices.filter { isSpokenOf(all[$0]) }.map { place in
      let value = all[place]
      let exact = ExactValue(value.quantity.thousandths)
      let earlier = all[..<place].last { earlier in
        switch mistake {
        case .fallsFromVerifiedAlone: earlier.isVerified
        case .fallsFromWhatItSpeaksOf: isSpokenOf(earlier)
        default: true
        }
      }
      guard let earlier else {
        return JudgedValue(
          value.reading,
          isVerified: value.isVerified,
          breaks: false,
          isInside: false,
          excess: exact.beyond(limit)
        )
      }
      let fall = earlier.quantity.thousandths - value.quantity.thousandths
      let falls = fall > 0 || (fall == 0 && mistake == .levelIsFalling)
      let breaks = exact.breaks(limit, nil) && (!falls || mistake == .fallingBreaksToo)
      let beyond = exact.beyond(limit)
      // Under the limit, and at least the margin, falling or not.
      let isUnder =
        beyond <= ExactValue(-margin)
        && (beyond < ExactValue(0) || mistake == .levelWithLimitIsUnder)
      return JudgedValue(
        value.reading,
        isVerified: value.isVerified,
        breaks: breaks,
        isInside: !breaks && (isUnder || (falls && mistake == .fallingIsInside)),
        excess: beyond
      )
    }
    return [JudgedRow(measure: .sign(rule.sign), limit: limit, values: judged)]
  }

  private func anchor(of rule: NotFalling) -> Instant? {
    switch rule.since {
    case .start: view.timeZero.map { $0 + .minutes(rule.minutes) }
    case .infusion where mistake == .infusionAnchorIsStart:
      view.timeZero.map { $0 + .minutes(rule.minutes) }
    case .infusion: view.infusionEnd.map { $0 + .minutes(rule.minutes) }
    }
  }
}
