import Monitoring
import SessionRecord

/// One set of vital signs at its place in time.
struct ChartSet {
  /// A measured value with what has to be seen of it.
  struct Value {
    let quantity: Quantity
    /// Nil where it crossed no limit.
    let mark: LimitMarks.Mark?
    /// Shown with `?`, and joined to no line.
    let isUnverified: Bool
    /// A new confusion that was said to be expected, as the drug's own effect.
    let isExpected: Bool

    var isOutside: Bool { mark != nil }
  }

  let entry: EntryNumber
  let at: Instant
  let values: [VitalSign: Value]
  /// The signs that were looked for in vain: not obtained, not usable, unrecordable.
  let missing: Set<VitalSign>
  /// Those of the missing that were too low to read, which is news and no failure to look.
  let unrecordable: Set<VitalSign>
  let isLate: Bool
  let isFromPaper: Bool
  let isAmended: Bool

  /// `L` for one that was typed late, `p` for one from paper.
  var sourceMark: String { (isLate ? "L" : "") + (isFromPaper ? "p" : "") }

  /// Whether a new confusion was said to be expected.
  var hasExpected: Bool { values[.consciousness]?.isExpected == true }

  /// Whether the pressure was too low to be read.
  var isPressureUnrecordable: Bool {
    unrecordable.contains(.systolic) || unrecordable.contains(.diastolic)
  }

  static func sets(in words: SessionWords) -> [ChartSet] {
    words.chart.standingInObservedOrder.compactMap { entry in
      guard case .vitals(let vitals) = entry.content else { return nil }
      return ChartSet(entry, vitals, in: words)
    }
  }

  private init(_ entry: ChartEntry, _ vitals: Vitals, in words: SessionWords) {
    self.entry = entry.number
    at = entry.observed.instant
    var values: [VitalSign: Value] = [:]
    var missing: Set<VitalSign> = []
    var unrecordable: Set<VitalSign> = []
    for sign in vitals.signs {
      switch vitals.readings[sign] {
      case .measured(let quantity, let isVerified)?:
        values[sign] = Value(
          quantity: quantity,
          mark: words.marks[entry.number, sign],
          isUnverified: !isVerified && entry.verifiedBy == nil,
          isExpected: sign == .consciousness && vitals.isConfusionExpected
        )
      case .unrecordable?:
        missing.insert(sign)
        unrecordable.insert(sign)
      case .notObtained?, .notUsable?: missing.insert(sign)
      case .roomAir?, nil: break
      }
    }
    self.values = values
    self.missing = missing
    self.unrecordable = unrecordable
    let story = EntryStory(entry.original, in: words)
    isLate = story.isLate
    isFromPaper = entry.original.source == .paper
    isAmended = !story.past.isEmpty
  }
}
