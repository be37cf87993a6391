import Foundation
import Monitoring
import SessionRecord

/// One line of `schemas/vectors/limits-v1.json`: what a person enters, and whether it breaks a rule.
///
/// Numbers are decimals in words, so that no reader of the file rounds them.
struct BoundaryVector: Codable, Hashable {
  /// What is entered: a value of a sign, a level, an effect, or an unrecordable pressure.
  struct Given: Codable, Hashable {
    var sign: String?
    var value: String?
    var effect: String?
    /// `mild`, `moderate`, `severe`, or n of ten as `7/10`.
    var grade: String?
    var distressing: Bool?
    var unverified: Bool?
  }

  var builtIn: String
  var rule: String
  /// Only for a change: the verified value before the dose.
  var baseline: String?
  var given: Given
  var broken: Bool

  enum CodingKeys: String, CodingKey {
    case builtIn = "protocol"
    case rule, baseline, given, broken
  }
}

/// The file of vectors, next to the checkout's other schemas.
struct BoundaryVectorFile: Codable, Equatable {
  static let schema = "vigil/vectors/limits/1"

  var schema: String
  var vectors: [BoundaryVector]

  /// Found from this file, whatever links led to it.
  static var url: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("schemas/vectors/limits-v1.json")
  }
}

extension BoundaryVector {
  /// Whether the rule raised a flag at the entry, by the engine.
  func isBroken(under monitoringProtocol: MonitoringProtocol) throws -> Bool {
    var session = try SessionScript()
    if let baseline, let sign = given.sign.flatMap(VitalSign.init(key:)) {
      try session.add(try Self.baselineSet(sign, baseline), at: minute(5))
    }
    try session.add(.dose(monitoringProtocol.formulary.ownDrug), at: minute(10))
    let entry = try session.add(try content(), at: minute(20))
    return session.flags(under: monitoringProtocol, asOf: minute(20)).contains {
      $0.identity == FlagIdentity(rule: RuleID(rule), entry: entry)
    }
  }

  /// Blood pressure is a baseline only as a pair.
  private static func baselineSet(_ sign: VitalSign, _ value: String) throws -> Content {
    var readings: [VitalSign: Reading] = [sign: try reading(sign, value, verified: true)]
    if sign == .systolic { readings[.diastolic] = try reading(.diastolic, "60", verified: true) }
    if sign == .diastolic { readings[.systolic] = try reading(.systolic, "130", verified: true) }
    return .vitals(try Vitals(readings))
  }

  private func content() throws -> Content {
    if let sign = given.sign.flatMap(VitalSign.init(key:)), let value = given.value {
      if value == "unrecordable" { return .vitals(try Vitals([sign: .unrecordable])) }
      let isVerified = given.unverified != true
      return .vitals(try Vitals([sign: try Self.reading(sign, value, verified: isVerified)]))
    }
    var grade: Grade?
    if let text = given.grade {
      if let severity = Severity(word: text) {
        grade = .words(severity)
      } else if let rating = Int(text.prefix { $0 != "/" }) {
        grade = try Grade(rating: rating)
      }
    }
    return .effect(
      SideEffect(
        EffectName(given.effect ?? ""),
        grade: grade,
        distressing: given.distressing ?? false
      )
    )
  }

  private static func reading(
    _ sign: VitalSign,
    _ value: String,
    verified: Bool
  ) throws -> Reading {
    if let level = Consciousness(letter: value) {
      return .measured(Quantity(level), verified: verified)
    }
    let number = DecimalWords(value)
    return .measured(try Quantity(sign, thousandths: number.thousandths), verified: verified)
  }
}
