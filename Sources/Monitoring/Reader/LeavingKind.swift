/// The kinds of criteria for leaving as a protocol's text names them.
enum LeavingKind: String, CaseIterable {
  case minutesSinceStart = "minutes-since-start"
  case minutesSinceInfusion = "minutes-since-infusion"
  case pressure
  case value
  case effect
  case effectAbsent = "effect-absent"
  case noOpenFlag = "no-open-flag"
  case noRecent = "no-recent"
  case answered
  case escort
  case instructions

  /// The keys that only criteria of this kind have.
  var keys: [String] {
    switch self {
    case .minutesSinceStart, .minutesSinceInfusion: ["minutes"]
    case .pressure:
      [
        "apart", "noOlderThan", "leastSystolic", "leastMean", "percentOfBaseline",
        "underSystolic", "underDiastolic",
      ]
    case .value: ["sign", "atLeast", "atMost", "level", "noOlderThan", "orBaseline", "onRoomAir"]
    case .effect: ["effect", "atMost", "noOlderThan"]
    case .effectAbsent: ["effect", "minutes", "noOlderThan"]
    case .noOpenFlag: ["atLeast"]
    case .noRecent: ["minutes", "medicines", "oxygen"]
    case .answered, .escort, .instructions: []
    }
  }

  /// Whether a protocol has at most one criterion of this kind.
  ///
  /// A decision to leave has one place for its answer.
  var isSingle: Bool { self == .escort || self == .instructions }
}
