import SessionRecord

/// Which values broke a limit, as the standing flags have it: the words that stand beside them.
struct LimitMarks {
  enum Mark: String {
    case high = "HIGH"
    case low = "LOW"
    /// For what has no high or low: consciousness, a pressure too low to read.
    case flagged = "FLAGGED"

    /// In a table, where words have no room.
    var sign: String {
      switch self {
      case .high: "▲"
      case .low: "▼"
      case .flagged: "●"
      }
    }
  }

  private var marks: [EntryNumber: [VitalSign: Mark]] = [:]
  private var flags: [EntryNumber: [FlagNumber]] = [:]

  init(_ flags: [Flag]) {
    for flag in flags where flag.retractedBy == nil {
      for reading in flag.readings {
        self.flags[reading.entry, default: []].append(flag.number)
        guard !flag.isProcess, let sign = LimitMarks.sign(flag.measure) else { continue }
        marks[reading.entry, default: [:]][sign] = LimitMarks.mark(flag, sign)
      }
    }
  }

  subscript(entry: EntryNumber, sign: VitalSign) -> Mark? { marks[entry]?[sign] }

  /// The standing flags that a reading of this entry belongs to, by number.
  func flags(of entry: EntryNumber) -> [FlagNumber] { (flags[entry] ?? []).sorted() }

  /// The value that stands beside the mark; a mean pressure is shown whether it was given or reckoned.
  private static func sign(_ measure: Measure) -> VitalSign? {
    switch measure {
    case .sign(let sign): sign
    case .derived(.meanPressure): .meanArterial
    case .derived, .rate, .effect, .scale, .news2, .rule, .unverified, .group, .session: nil
    }
  }

  private static func mark(_ flag: Flag, _ sign: VitalSign) -> Mark {
    guard let limit = flag.limit, sign != .consciousness else { return .flagged }
    return limit.comparison.isUpper ? .high : .low
  }
}
