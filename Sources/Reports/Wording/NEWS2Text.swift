import Monitoring
import SessionRecord

/// NEWS2 at a set in words; an incomplete one is never shown as if it were whole.
struct NEWS2Text {
  private let reading: NEWS2Reading
  private var score: NEWS2 { reading.score }

  init(_ reading: NEWS2Reading) { self.reading = reading }

  /// `5`, or `≥5` where a parameter is missing; `?` where a value that was used is unverified.
  func total(_ total: Int) -> String {
    (score.isComplete ? "" : "≥") + String(total) + (reading.isVerified ? "" : "?")
  }

  /// Behind a set: `NEWS2 3`, `NEWS2 ≥7, incomplete`, with both totals where confusion is expected.
  ///
  /// Nil for an incomplete one of which neither total has reached a band: the report lists it, no line
  /// needs it.
  var beside: String? {
    guard score.isComplete || score.risk != .low || score.total >= 5 else { return nil }
    var text = "NEWS2\u{A0}\(total(score.total))"
    if score.isConfusionExpected {
      text += " (\(total(score.totalWithoutConsciousness))\u{A0}without consciousness)"
    }
    return score.isComplete ? text : text + ",\u{A0}incomplete"
  }

  /// ` without consciousness` behind a number that a flag counted so, confusion being expected.
  func counted(_ reckoned: Reckoned) -> String? {
    guard score.isConfusionExpected, reckoned.denominator == 1,
      reckoned.numerator == score.totalWithoutConsciousness * 1_000
    else { return nil }
    return "\u{A0}without consciousness"
  }

  /// `temperature, oxygen`; nil where nothing is missing.
  var missing: String? { NEWS2Text.names(score.missing) }

  static func names(_ parameters: [NEWS2.Parameter]) -> String? {
    parameters.isEmpty ? nil : parameters.map(\.name).joined(separator: ", ")
  }
}

extension NEWS2.Parameter {
  /// As a sentence names it.
  var name: String {
    switch self {
    case .respiratoryRate: "respiratory rate"
    case .spo2: "SpO2"
    case .oxygen: "oxygen"
    case .systolic: "systolic"
    case .pulse: "pulse"
    case .consciousness: "consciousness"
    case .temperature: "temperature"
    }
  }

  /// Its key in documents.
  var key: String { self == .oxygen ? "oxygen" : self == .pulse ? "pulse" : sign.key }
}
