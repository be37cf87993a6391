import Monitoring
import SessionRecord

/// NEWS2 as it is taken together at one entry: sentence 35.
struct ReferenceNEWS2 {
  let entry: ReferenceEntry
  /// Points of the parameters that are known.
  let points: [NEWS2.Parameter: Int]
  /// The parameters of which the entry itself has a value.
  let own: Set<NEWS2.Parameter>
  /// The entry and value of each known parameter; room air has no value.
  let values: [NEWS2.Parameter: (quantity: Quantity?, isVerified: Bool)]
  let isConfusionExpected: Bool
  let mistake: Mistake?

  /// The total that is judged.
  var counted: Int {
    points.reduce(0) { sum, point in
      let isLeftOut =
        point.key == .consciousness && isConfusionExpected && mistake != .expectedConfusionCounts
      return sum + (isLeftOut ? 0 : point.value)
    }
  }

  /// The most that the missing ones could add.
  var missingAtMost: Int {
    NEWS2.Parameter.allCases.filter { points[$0] == nil }.reduce(0) { sum, parameter in
      sum + (parameter == .oxygen && mistake != .missingOxygenIsThree ? 2 : 3)
    }
  }

  var isComplete: Bool { points.count == NEWS2.Parameter.allCases.count }

  /// The published bands; what lies between two of them is of the upper one.
  static func points(
    _ parameter: NEWS2.Parameter,
    _ thousandths: Int,
    scale: SpO2Scale,
    isOnOxygen: Bool?
  ) -> Int? {
    /// The points of the first band whose last value is not under this one.
    func band(_ bands: [(last: Int, points: Int)], else most: Int) -> Int {
      bands.first { thousandths <= $0.last }?.points ?? most
    }
    switch parameter {
    case .respiratoryRate:
      return band([(8_000, 3), (11_000, 1), (20_000, 0), (24_000, 2)], else: 3)
    case .spo2:
      if scale == .one { return band([(91_000, 3), (93_000, 2), (95_000, 1)], else: 0) }
      if thousandths < 93_000 {
        return band([(83_000, 3), (85_000, 2), (87_000, 1)], else: 0)
      }
      guard let isOnOxygen else { return nil }
      return isOnOxygen ? band([(94_000, 1), (96_000, 2)], else: 3) : 0
    case .oxygen: return thousandths > 0 ? 2 : 0
    case .systolic:
      return band([(90_000, 3), (100_000, 2), (110_000, 1), (219_000, 0)], else: 3)
    case .pulse:
      return band(
        [(40_000, 3), (50_000, 1), (90_000, 0), (110_000, 1), (130_000, 2)],
        else: 3
      )
    case .consciousness: return thousandths == 0 ? 0 : 3
    case .temperature:
      return band([(35_000, 3), (36_000, 1), (38_000, 0), (39_000, 1)], else: 2)
    }
  }
}

extension ReferenceView {
  /// One at each entry that has a usable value of a parameter.
  var scores: [ReferenceNEWS2] {
    standing.indices.compactMap { place in
      let own = NEWS2.Parameter.allCases.filter { usable($0, in: standing[place]) != nil }
      guard !own.isEmpty else { return nil }
      let last = Dictionary(
        uniqueKeysWithValues: NEWS2.Parameter.allCases.compactMap { parameter in
          lastUsable(parameter, by: place).map { (parameter, $0) }
        }
      )
      var points: [NEWS2.Parameter: Int] = [:]
      let oxygen = last[.oxygen].map { ($0.value.quantity?.thousandths ?? 0) > 0 }
      for (parameter, found) in last {
        let isOnOxygen = oxygen ?? (mistake == .withoutOxygenItIsAir ? false : nil)
        points[parameter] = ReferenceNEWS2.points(
          parameter,
          found.value.quantity?.thousandths ?? 0,
          scale: mistake == .scoresOnScaleOne ? .one : spo2Scale,
          isOnOxygen: isOnOxygen
        )
      }
      var isExpected = false
      if let level = last[.consciousness], case .vitals(let vitals) = level.entry.content {
        isExpected = vitals.isConfusionExpected
      }
      if mistake == .confusionIsExpectedInItsEntryAlone,
        case .vitals(let vitals) = standing[place].content
      {
        isExpected = vitals.isConfusionExpected
      }
      return ReferenceNEWS2(
        entry: standing[place],
        points: points,
        own: Set(own),
        values: last.filter { points[$0.key] != nil }.mapValues(\.value),
        isConfusionExpected: isExpected,
        mistake: mistake
      )
    }
  }

  private typealias Usable = (quantity: Quantity?, isVerified: Bool)

  private func usable(_ parameter: NEWS2.Parameter, in entry: ReferenceEntry) -> Usable? {
    guard case .vitals(let vitals) = entry.content else { return nil }
    switch vitals.readings[parameter.sign] {
    case .measured(let quantity, let verified):
      return (quantity, verified || entry.verifiedBy != nil)
    case .roomAir: return mistake == .roomAirIsNoValue ? nil : (nil, true)
    case .notObtained, .notUsable, .unrecordable, nil: return nil
    }
  }

  private func lastUsable(
    _ parameter: NEWS2.Parameter,
    by place: Int
  ) -> (entry: ReferenceEntry, value: Usable)? {
    guard let terms = monitoringProtocol.news2 else { return nil }
    let start = standing[place].observed.instant - terms.within
    for earlier in standing[...place].reversed() {
      guard let value = usable(parameter, in: earlier) else { continue }
      let at = earlier.observed.instant
      if mistake == .scoresItsOwnEntryAlone, earlier.number != standing[place].number { return nil }
      let isRecent = at > start || (at == start && mistake != .scoreExcludesItsMinute)
      return isRecent || mistake == .scoreLooksBackForEver ? (earlier, value) : nil
    }
    return nil
  }
}

extension ReferenceFindings {
  func onTotal(atLeast least: Int) -> JudgedRow {
    let limit = BrokenLimit(comparison: .atOrOver, numerator: least * 1_000)
    let judged: [JudgedValue] = view.scores.compactMap { score in
      var breaks = score.counted >= least
      if mistake == .incompleteBreaksNothing, !score.isComplete { breaks = false }
      let most = score.counted + (mistake == .missingAddsNothing ? 0 : score.missingAtMost)
      let isInside = !breaks && most < least
      guard breaks || isInside || mistake == .betweenIsNotInside else { return nil }
      let used = score.values.filter { mistake != .ownDoubtsAlone || score.own.contains($0.key) }
      return JudgedValue(
        BreakingReading(
          entry: score.entry.number,
          observed: score.entry.observed.instant,
          reckoned: Reckoned(score.counted * 1_000, isAtLeast: !score.isComplete)
        ),
        isVerified: used.values.allSatisfy(\.isVerified),
        breaks: breaks,
        isInside: isInside,
        excess: ExactValue(score.counted - least)
      )
    }
    return JudgedRow(measure: .news2, limit: limit, values: judged)
  }

  /// Each entry of which a parameter speaks: at 3, or verified and of fewer points.
  var single: [JudgedValue] {
    var words: [(parameter: NEWS2.Parameter, breaks: Bool)] = []
    return view.scores.compactMap { score in
      let own: [(parameter: NEWS2.Parameter, breaks: Bool)] = NEWS2.Parameter.allCases.compactMap {
        guard score.own.contains($0) || mistake == .singleIsCarriedOn,
          let points = score.points[$0], let value = score.values[$0]
        else { return nil }
        let isExpected =
          $0 == .consciousness && score.isConfusionExpected && mistake != .expectedConfusionIsSingle
        let breaks = !isExpected && points >= (mistake == .singleIsTwo ? 2 : 3)
        let speaks = breaks || value.isVerified || mistake == .doubtedSpeaksOfSingle
        return speaks ? ($0, breaks) : nil
      }
      guard !own.isEmpty else { return nil }
      words += own
      let isAnyAtThree = NEWS2.Parameter.allCases.contains { parameter in
        words.last { $0.parameter == parameter }?.breaks ?? false
      }
      let isBroken = own.contains(where: \.breaks)
      let breaks = mistake == .singleForgetsOthers ? isBroken : isAnyAtThree
      var value = JudgedValue(
        BreakingReading(entry: score.entry.number, observed: score.entry.observed.instant),
        isVerified: true,
        breaks: breaks,
        isInside: !breaks
      )
      value.opens = isBroken
      return value
    }
  }
}
