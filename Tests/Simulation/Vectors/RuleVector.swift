import Foundation

/// A small session and what a rule makes of it: one line of `schemas/vectors/rules-v1.json`.
///
/// Times are seconds after opening; numbers are decimals in words, so that no reader of the file rounds
/// them.
struct RuleVector: Codable, Hashable {
  /// What is entered at one time: exactly one of vitals, effect, scale, dose, infusion and note.
  struct Entry: Codable, Hashable {
    var at: Int
    /// By the sign's key; `C expected`, `room air` and `unrecordable` are values too.
    var vitals: [String: String]?
    /// Every value of the set is unverified.
    var unverified: Bool?
    var effect: String?
    /// `mild`, `moderate`, `severe`, or n of ten as `7/10`.
    var grade: String?
    /// `gone` or `absent`.
    var course: String?
    var distressing: Bool?
    var scale: String?
    var score: Int?
    var items: [Int]?
    /// `own`: the protocol's own drug by its own route.
    var dose: String?
    /// Minutes over which it is given.
    var over: Int?
    /// `start`, `pause`, `resume` or `stop`.
    var infusion: String?
    var note: Bool?

    init(at: Int) { self.at = at }
  }

  /// A flag that has to be there.
  struct Flag: Codable, Hashable {
    /// Words of a flag's life.
    enum State: String, Codable {
      case unconfirmed
      case confirmed
      case confirmedWithoutRepeat = "confirmed without repeat"
      case clearedOnRepeat = "cleared on repeat"
      case cleared
    }

    var rule: String
    var raised: Int
    var state: State
    /// When it was confirmed or cleared; not there while it is unconfirmed.
    var at: Int?
  }

  /// What the vector is about, in words.
  var about: String
  /// The built-in protocols in which it holds.
  var protocols: [String]
  var rule: String
  /// The rule is off in these protocols, and is switched on for this vector.
  var on: Bool?
  /// The opening's scale; 1 where it is not there.
  var spo2Scale: Int?
  var entries: [Entry]
  var asOf: Int
  var flags: [Flag]
  /// Rules of which there must be no flag.
  var not: [String]
}

/// A set of readings and the NEWS2 that it scores.
struct NEWS2Vector: Codable, Hashable {
  var vitals: [String: String]
  var spo2Scale: Int
  /// By the parameter's sign; what is missing is not there.
  var points: [String: Int]
  var total: Int
  var withoutConsciousness: Int
  /// The total that rules judge.
  var counted: Int
  var missing: [String]
}

/// The file, next to the checkout's other schemas.
struct RuleVectorFile: Codable, Equatable {
  static let schema = "vigil/vectors/rules/1"

  var schema: String
  var about: [String]
  var vectors: [RuleVector]
  var news2: [NEWS2Vector]

  /// Found from this file, whatever links led to it.
  static var url: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("schemas/vectors/rules-v1.json")
  }

  static func read() throws -> RuleVectorFile {
    try JSONDecoder().decode(RuleVectorFile.self, from: Data(contentsOf: url))
  }

  /// One vector a line, so that a change is read as what changed.
  func written() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func lines(_ values: [some Encodable]) throws -> String {
      try values.map { "    " + String(decoding: try encoder.encode($0), as: UTF8.self) }
        .joined(separator: ",\n")
    }
    return """
      {
        "schema": "\(schema)",
        "about": [
      \(try lines(about))
        ],
        "vectors": [
      \(try lines(vectors))
        ],
        "news2": [
      \(try lines(news2))
        ]
      }

      """
  }
}
