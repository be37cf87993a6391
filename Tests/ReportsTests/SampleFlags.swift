import SessionRecord
import Testing

/// The sample's flags, worked out by hand.
struct SampleFlags {
  let all: [Flag]

  init(_ log: SampleLog) throws {
    all = [
      try SampleFlags.surge(log), try SampleFlags.saturation(log),
      try SampleFlags.unverified(log), try SampleFlags.chestPain(log),
    ]
  }

  /// Systolic at or over 126 + 40: unconfirmed at 14:10, repeated at 14:15, so medium becomes high.
  static func surge(
    _ log: SampleLog,
    state: FlagState? = nil,
    covering: Bool = false
  ) throws -> Flag {
    let isOver = state == nil
    let readings = [
      BreakingReading(
        entry: EntryNumber(11),
        observed: try log.at("14:10"),
        quantity: try Quantity(.systolic, 168)
      ),
      BreakingReading(
        entry: EntryNumber(14),
        observed: try log.at("14:15"),
        quantity: try Quantity(.systolic, 170)
      ),
    ]
    return Flag(
      identity: FlagIdentity(rule: RuleID("bp.sys.rise"), entry: EntryNumber(11)),
      number: FlagNumber(1),
      measure: .sign(.systolic),
      title: "systolic at or over baseline + 40 mmHg",
      isProcess: false,
      protocolPriority: .medium,
      priority: .high,
      limit: BrokenLimit(
        comparison: .atOrOver,
        numerator: 166_000,
        baseline: BaselineValue(sum: 126_000, count: 1)
      ),
      readings: readings,
      peak: readings[1],
      raised: try log.at("14:10"),
      known: try log.at("14:10"),
      state: try state ?? .cleared(at: log.at("14:40"), repeated: true),
      confirmed: try log.at("14:15"),
      backInside: isOver ? try log.at("14:25") : nil,
      acknowledgements: [
        FlagAcknowledgement(
          entry: EntryNumber(15),
          at: try log.at("14:16"),
          by: try ClinicianCode("LH"),
          text: "guided breathing",
          covering: covering
        )
      ],
      retractedBy: nil
    )
  }

  /// The same flag before its repeat.
  static func surgeUnconfirmed(_ log: SampleLog) throws -> Flag {
    let reading = BreakingReading(
      entry: EntryNumber(11),
      observed: try log.at("14:10"),
      quantity: try Quantity(.systolic, 168)
    )
    return Flag(
      identity: FlagIdentity(rule: RuleID("bp.sys.rise"), entry: EntryNumber(11)),
      number: FlagNumber(1),
      measure: .sign(.systolic),
      title: "systolic at or over baseline + 40 mmHg",
      isProcess: false,
      protocolPriority: .medium,
      priority: .medium,
      limit: BrokenLimit(
        comparison: .atOrOver,
        numerator: 166_000,
        baseline: BaselineValue(sum: 126_000, count: 1)
      ),
      readings: [reading],
      peak: reading,
      raised: try log.at("14:10"),
      known: try log.at("14:10"),
      state: .unconfirmed,
      confirmed: nil,
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
  }

  /// SpO2 at or under 93 at 14:15; 97 at 14:25, which is +10:00 and still decides: cleared on repeat.
  static func saturation(_ log: SampleLog, state: FlagState? = nil) throws -> Flag {
    let isOver = state == nil
    let reading = BreakingReading(
      entry: EntryNumber(14),
      observed: try log.at("14:15"),
      quantity: try Quantity(.spo2, 93)
    )
    return Flag(
      identity: FlagIdentity(rule: RuleID("spo2.low"), entry: EntryNumber(14)),
      number: FlagNumber(2),
      measure: .sign(.spo2),
      title: "SpO2 at or under 93%",
      isProcess: false,
      protocolPriority: .low,
      priority: .low,
      limit: BrokenLimit(comparison: .atOrUnder, numerator: 93_000),
      readings: [reading],
      peak: reading,
      raised: try log.at("14:15"),
      known: try log.at("14:15"),
      state: try state ?? .clearedOnRepeat(at: log.at("14:25")),
      confirmed: nil,
      backInside: isOver ? try log.at("14:25") : nil,
      acknowledgements: [],
      retractedBy: nil
    )
  }

  /// 172 is outside 40 to 160; its entry was undone.
  static func unverified(
    _ log: SampleLog,
    retractedBy: EntryNumber? = EntryNumber(17)
  ) throws -> Flag {
    let reading = BreakingReading(
      entry: EntryNumber(16),
      observed: try log.at("14:17"),
      quantity: try Quantity(.heartRate, 172)
    )
    return Flag(
      identity: FlagIdentity(rule: RuleID("unverified"), entry: EntryNumber(16)),
      number: FlagNumber(3),
      measure: .unverified,
      title: "unverified value",
      isProcess: true,
      protocolPriority: .low,
      priority: .low,
      limit: nil,
      readings: [reading],
      peak: nil,
      raised: try log.at("14:17"),
      known: try log.at("14:17"),
      state: .confirmed(at: try log.at("14:17"), repeated: true),
      confirmed: try log.at("14:17"),
      backInside: nil,
      acknowledgements: [],
      retractedBy: retractedBy
    )
  }

  /// A crisis word, at any pressure, at once.
  static func chestPain(_ log: SampleLog) throws -> Flag {
    let reading = BreakingReading(
      entry: EntryNumber(21),
      observed: try log.at("14:55"),
      effect: SideEffect(EffectName("chest pain"))
    )
    return Flag(
      identity: FlagIdentity(rule: RuleID("sx.crisis"), entry: EntryNumber(21)),
      number: FlagNumber(4),
      measure: .effect(EffectName("chest pain")),
      title: "crisis word: chest pain",
      isProcess: false,
      protocolPriority: .high,
      priority: .high,
      limit: nil,
      readings: [reading],
      peak: reading,
      raised: try log.at("14:55"),
      known: try log.at("14:55"),
      state: .confirmed(at: try log.at("14:55"), repeated: true),
      confirmed: try log.at("14:55"),
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
  }
}
