import Foundation
import Monitoring
import SessionRecord
import Testing

/// Every limit of the protocols that come with Vigil that one entry can break: inside, at, and beyond.
///
/// What takes a course of entries, or more than one of them, has vectors in `rules-v1.json`.
/// `VIGIL_UPDATE=1` writes the file anew from the protocols' own JSON and an arithmetic of its own.
@Suite struct BoundaryVectorTests {
  @Test func `the vectors are those of the protocols as they are now`() throws {
    let expected = BoundaryVectorFile(
      schema: BoundaryVectorFile.schema,
      vectors: try BuiltInProtocol.allCases.flatMap { try Self.vectors(of: $0) }
    )
    if ProcessInfo.processInfo.environment["VIGIL_UPDATE"] == "1" {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let lines = try expected.vectors.map {
        "    " + String(decoding: try encoder.encode($0), as: UTF8.self)
      }
      let text =
        "{\n  \"schema\": \"\(expected.schema)\",\n  \"vectors\": [\n"
        + lines.joined(separator: ",\n") + "\n  ]\n}\n"
      try FileManager.default.createDirectory(
        at: BoundaryVectorFile.url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: BoundaryVectorFile.url)
    }
    #expect(try Self.file() == expected)
  }

  @Test func `the engine breaks what the vectors say, and nothing else`() throws {
    let protocols = try Dictionary(
      uniqueKeysWithValues: BuiltInProtocol.allCases.map {
        ($0.name, try MonitoringProtocol.builtIn($0))
      }
    )
    let vectors = try Self.file().vectors
    #expect(vectors.count > 300)
    for vector in vectors {
      let monitoringProtocol = try #require(protocols[vector.builtIn])
      #expect(try vector.isBroken(under: monitoringProtocol) == vector.broken, "\(vector)")
    }
  }

  private static func file() throws -> BoundaryVectorFile {
    try JSONDecoder().decode(
      BoundaryVectorFile.self,
      from: Data(contentsOf: BoundaryVectorFile.url)
    )
  }

  /// From the protocol's JSON as Foundation reads it, not as the reader under test does.
  private static func vectors(of builtIn: BuiltInProtocol) throws -> [BoundaryVector] {
    let document = try JSONDecoder().decode(Document.self, from: Data(builtIn.text))
    return try document.rules.filter(\.isOfOneEntry).flatMap { try $0.vectors(of: builtIn.name) }
  }

  private struct Document: Decodable { let rules: [DocumentRule] }
}

/// A rule as it stands in the file.
private struct DocumentRule: Decodable {
  let id: String
  let kind: String
  let sign: String?
  let comparison: String?
  let limit: Decimal?
  let by: Decimal?
  let level: String?
  let atLeast: Word?
  let only: [String]?
  let except: [String]?
  let window: Window?
  let sustained: Window?
  let off: Bool?
  let spo2Scale: Int?

  /// A severity; NEWS2 has a number here.
  struct Word: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  /// That there is one, whatever is in it.
  struct Window: Decodable {}

  /// Whether an entry after the start breaks it by itself, for a patient on scale 1.
  var isOfOneEntry: Bool {
    let kinds = [
      "limit", "change", "consciousness", "severity", "distressing", "crisis", "unverified",
    ]
    return kinds.contains(kind) && window == nil && sustained == nil && off != true
      && spo2Scale != 2
  }

  func vectors(of builtIn: String) throws -> [BoundaryVector] {
    func vector(
      _ given: BoundaryVector.Given,
      _ broken: Bool,
      baseline: String? = nil
    ) -> BoundaryVector {
      BoundaryVector(
        builtIn: builtIn,
        rule: id,
        baseline: baseline,
        given: given,
        broken: broken
      )
    }
    switch kind {
    case "limit", "change":
      return try around.map { vector($0.given, $0.broken, baseline: $0.baseline) }
    case "consciousness":
      let order = ["A", "C", "V", "P", "U"]
      let first = try #require(order.firstIndex { $0 == level })
      return order.enumerated().map { place, letter in
        vector(.init(sign: "acvpu", value: letter), place >= first)
      }
    case "severity":
      let words = ["mild", "moderate", "severe"]
      let least = try #require(words.firstIndex { $0 == atLeast?.text })
      let grades = words.enumerated().map { ($1, $0 >= least) }
      let ratings = (0...10).map { ("\($0)/10", $0 >= [1, 4, 7][least]) }
      return (only ?? ["nausea"]).flatMap { effect in
        (grades + ratings).map { vector(.init(effect: effect, grade: $0.0), $0.1) }
      } + [vector(.init(effect: "dissociation", grade: "severe"), false)]
    case "distressing":
      let isAbout = { (effect: String) in
        (only?.contains(effect) ?? true) && !(except?.contains(effect) ?? false)
      }
      return ["dissociation", "nausea"].flatMap { effect in
        [true, false].map { typed in
          vector(.init(effect: effect, distressing: typed), typed && isAbout(effect))
        }
      }
    case "crisis":
      return EffectName.crises.sorted().map { vector(.init(effect: $0.text), true) } + [
        vector(.init(effect: "headache", grade: "severe"), true),
        vector(.init(effect: "headache", grade: "7/10"), true),
        vector(.init(effect: "headache", grade: "6/10"), false),
        vector(.init(effect: "headache"), false),
        vector(.init(effect: "nausea", grade: "severe"), false),
        vector(.init(sign: "systolic", value: "unrecordable"), true),
        vector(.init(sign: "systolic", value: "31"), false),
      ]
    default:
      return [true, false].map {
        vector(.init(sign: "systolic", value: "230", unverified: $0), $0)
      }
    }
  }

  /// A step and a thousandth to both sides of the limit, and the limit itself.
  private var around: [(given: BoundaryVector.Given, broken: Bool, baseline: String?)] {
    get throws {
      let sign = try #require(sign)
      let comparison = try #require(comparison)
      let baseline = by == nil ? nil : Self.baselines[sign]
      let limit = try #require(limit ?? by.flatMap { by in baseline.map { by + $0 } })
      let step: Decimal = sign == "temperature" ? 1 / 10 : 1
      let thousandth: Decimal = 1 / 1_000
      let possible = PlausibleRange.possible(try #require(VitalSign(key: sign)))
      return [-step, -thousandth, 0, thousandth, step].compactMap { distance in
        let value = "\(limit + distance)"
        guard possible.contains(DecimalWords(value).thousandths) else { return nil }
        return (
          BoundaryVector.Given(sign: sign, value: value),
          DecimalWords(value).breaks(DecimalWords("\(limit)"), comparison),
          baseline.map { "\($0)" }
        )
      }
    }
  }

  private static let baselines: [String: Decimal] = [
    "systolic": 118, "diastolic": 76, "heartRate": 72,
  ]
}
