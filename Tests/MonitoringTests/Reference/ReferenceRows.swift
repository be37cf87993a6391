import Monitoring
import SessionRecord

/// What a condition on values makes of each of them.
extension ReferenceFindings {
  /// One row for each measure; none where it speaks of nothing.
  func rows(of condition: Condition, margin: Int) -> [JudgedRow] {
    switch condition {
    case .absolute(let absolute):
      let limit = BrokenLimit(comparison: absolute.comparison, numerator: absolute.limit)
      return [onSign(absolute.sign, view.values(of: absolute.sign), limit, margin)]
    case .consciousness(let consciousness):
      let limit = BrokenLimit(
        comparison: .atOrOver,
        numerator: consciousness.level.rawValue * 1_000
      )
      let row = onSign(.consciousness, view.values(of: .consciousness), limit, margin)
      guard consciousness.level == .confused, mistake != .expectedConfusionBreaks else {
        return [row]
      }
      // Expected confusion neither breaks nor is inside.
      let judged = row.values.map { value in
        guard view.isConfusionExpected(at: value.reading.entry) else { return value }
        return JudgedValue(
          value.reading,
          isVerified: value.isVerified,
          breaks: false,
          isInside: mistake == .expectedConfusionClears
        )
      }
      return [JudgedRow(measure: row.measure, limit: limit, values: judged)]
    case .change(let change):
      guard let (limit, values) = view.changeLimit(change) else { return [] }
      return [onSign(change.sign, values, limit, margin)]
    case .derived(let derived): return [onDerived(derived, margin)]
    case .rate(let rate): return [onRate(rate, margin)]
    case .notFalling(let notFalling): return onNotFalling(notFalling, margin)
    case .scale(let scale): return [onScale(scale)]
    case .news2(.total(let least)): return [onTotal(atLeast: least)]
    case .news2(.single), .crisis, .severity, .distressing, .presence, .lasting, .combination,
      .furtherDose,
      .unattended, .unverified:
      return []
    }
  }

  private func onSign(
    _ sign: VitalSign,
    _ values: [ReferenceValue],
    _ limit: BrokenLimit,
    _ margin: Int
  ) -> JudgedRow {
    let judged = values.map { value in
      let exact = ExactValue(value.quantity.thousandths)
      return JudgedValue(
        value.reading,
        isVerified: value.isVerified,
        breaks: exact.breaks(limit, mistake),
        isInside: exact.isInside(limit, by: margin, mistake),
        excess: exact.beyond(limit)
      )
    }
    return JudgedRow(measure: .sign(sign), limit: limit, values: judged)
  }

  /// Sentence 34.
  private func onScale(_ scale: ScaleLimit) -> JudgedRow {
    let limit = BrokenLimit(comparison: scale.comparison, numerator: scale.limit * 1_000)
    let judged: [JudgedValue] = view.standing.compactMap { entry in
      guard case .scale(let score) = entry.content,
        score.scale == scale.scale || mistake == .everyScaleIsTheSame
      else { return nil }
      var points = score.score
      if let item = scale.item, mistake != .itemIsTheScore {
        if score.items.count >= item {
          points = score.items[item - 1]
        } else if mistake == .scoreWithoutItemsEnds {
          points = 0
        } else {
          return nil
        }
      }
      let exact = ExactValue(points * 1_000)
      return JudgedValue(
        BreakingReading(
          entry: entry.number,
          observed: entry.observed.instant,
          reckoned: exact.reckoned
        ),
        isVerified: true,
        breaks: exact.breaks(limit, mistake),
        isInside: !exact.breaks(limit, mistake),
        excess: exact.beyond(limit)
      )
    }
    return JudgedRow(measure: .scale(scale.scale), limit: limit, values: judged)
  }

  /// A pressure that cannot be read breaks; any usable systolic is inside.
  var unrecordable: JudgedRow {
    let judged: [JudgedValue] = view.standing.compactMap { entry in
      guard case .vitals(let vitals) = entry.content else { return nil }
      switch vitals.readings[.systolic] {
      case .unrecordable:
        return JudgedValue(
          BreakingReading(entry: entry.number, observed: entry.observed.instant),
          isVerified: true,
          breaks: true,
          isInside: false
        )
      case .measured(let quantity, let verified):
        return JudgedValue(
          BreakingReading(
            entry: entry.number,
            observed: entry.observed.instant,
            quantity: quantity
          ),
          isVerified: verified || entry.verifiedBy != nil,
          breaks: false,
          isInside: true
        )
      case .notObtained, .notUsable, .roomAir, nil: return nil
      }
    }
    return JudgedRow(measure: .sign(.systolic), limit: nil, values: judged)
  }
}

extension ReferenceValue {
  var reading: BreakingReading {
    BreakingReading(entry: entry, observed: instant, quantity: quantity)
  }
}
