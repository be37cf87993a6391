import Foundation
import Monitoring
import SessionRecord
import Testing

/// `schemas/protocol-v1.json` and the reader know the same keys.
@Suite struct ProtocolSchemaTests {
  private let schema: [String: Any]

  init() throws {
    let url = BoundaryVectorFile.url.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("protocol-v1.json")
    let document = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    schema = try #require(document as? [String: Any])
  }

  @Test func `the head has the keys of the schema, and requires them`() throws {
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(try expectedKeys(of: #"{"zzz": 1}"#) == Set(properties.keys))
    #expect(schema["additionalProperties"] as? Bool == false)
    for key in try #require(schema["required"] as? [String]) {
      let text = SmallProtocol.text.replacingOccurrences(of: "  \"\(key)\":", with: "  \"zzz\":")
      #expect(try expectedKeys(of: text) == [key])
    }
  }

  @Test(arguments: [
    "limit", "change", "consciousness", "crisis", "severity", "distressing", "unverified",
  ])
  func `a rule has the keys of its kind in the schema`(kind: String) throws {
    let kinds = try #require(schema["$defs"] as? [String: [String: Any]])
    let properties = try #require(kinds[kind]?["properties"] as? [String: Any])
    let start = try #require(SmallProtocol.text.range(of: "\"rules\": ["))
    let text =
      SmallProtocol.text[..<start.upperBound] + #"{"kind": "\#(kind)", "zzz": 1}]}"#
    #expect(try expectedKeys(of: String(text)) == Set(properties.keys).subtracting(["kind"]))
    #expect(kinds[kind]?["additionalProperties"] as? Bool == false)
  }

  @Test(arguments: [
    "minutes-since-start", "minutes-since-infusion", "pressure", "value", "effect",
    "effect-absent", "no-open-flag", "no-recent", "answered", "escort", "instructions",
  ])
  func `a criterion for leaving has the keys of its kind in the schema`(kind: String) throws {
    let properties = try properties(of: kind)
    let start = try #require(SmallProtocol.text.range(of: "\"leaving\": ["))
    let text =
      SmallProtocol.text[..<start.upperBound] + #"{"kind": "\#(kind)", "zzz": 1}]}"#
    #expect(try expectedKeys(of: String(text)) == properties.subtracting(["kind"]))
  }

  @Test(arguments: [
    ("schedule", #""schedule": {"zzz": 1}"#),
    ("group", #""schedule": \#(times), "groups": [{"zzz": 1}]}"#),
    (
      "slots-at",
      #""schedule": \#(times), "groups": [\#(group), "slots": [{"at": [], "zzz": 1}]}]}"#
    ),
    (
      "slots-every",
      #""schedule": \#(times), "groups": [\#(group), "slots": [{"every": 1, "zzz": 1}]}]}"#
    ),
  ])
  func `schedule, groups and slots have the keys of the schema`(name: String, text: String) throws {
    let given: Set<String> =
      switch name {
      case "slots-at": ["at"]
      case "slots-every": ["every"]
      default: []
      }
    let start = try #require(SmallProtocol.text.range(of: "\"schedule\": {"))
    let document = SmallProtocol.text[..<start.lowerBound] + text + "}"
    #expect(try expectedKeys(of: String(document)) == properties(of: name).subtracting(given))
  }

  private static let times =
    #"{"tolerance": 1, "overdue": 1, "missed": 1, "standing": "clinic", "source": ["ours"]"#
  private static let group =
    #"{"id": "g", "title": "g", "signs": ["spo2"], "priority": "low", "standing": "clinic", "source": ["ours"]"#

  @Test func `the schema has the unit and the range of every sign that has bounds`() throws {
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let branches = try #require(definitions["bySign"]?["allOf"] as? [[String: Any]])
    let signs = VitalSign.allCases.filter { $0 != .consciousness }
    try #require(branches.count == signs.count)
    for (sign, branch) in zip(signs, branches) {
      let condition = try object(try object(branch["if"])["properties"])
      #expect(try object(condition["sign"])["const"] as? String == sign.key)
      let parts = try object(try object(branch["then"])["properties"])
      #expect((parts["unit"] as? [String: Any])?["const"] as? String == unit(of: sign))
      let possible = PlausibleRange.possible(sign)
      for key in ["limit", "atLeast", "atMost"] {
        #expect(try bound("minimum", of: parts[key]) == possible.lowerBound)
        #expect(try bound("maximum", of: parts[key]) == possible.upperBound)
      }
      let widest = possible.upperBound - possible.lowerBound
      #expect(try bound("minimum", of: parts["by"]) == -widest)
      #expect(try bound("maximum", of: parts["by"]) == widest)
      let clear = try object(try object(parts["clear"])["properties"])
      #expect(try bound("maximum", of: clear["margin"]) == widest)
    }
  }

  private func unit(of sign: VitalSign) -> String? { sign.unit.isEmpty ? nil : sign.unit }

  private func object(_ value: Any?) throws -> [String: Any] {
    try #require(value as? [String: Any])
  }

  /// In thousandths.
  private func bound(_ key: String, of value: Any?) throws -> Int {
    try #require(try object(value)[key] as? Int) * 1_000
  }

  private func properties(of name: String) throws -> Set<String> {
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let definition = try #require(definitions[name])
    #expect(definition["additionalProperties"] as? Bool == false)
    return Set(try #require(definition["properties"] as? [String: Any]).keys)
  }

  /// The keys that the reader says it expects instead of one that it does not know.
  private func expectedKeys(of text: String) throws -> Set<String> {
    do throws(ProtocolRefusal) {
      _ = try MonitoringProtocol(reading: Array(text.utf8), from: "made.json")
    } catch {
      let parts = error.reason.dropLast().components(separatedBy: "Unknown key; expected ")
      try #require(parts.count == 2, "\(error.problem)")
      return Set(parts[1].components(separatedBy: ", "))
    }
    Issue.record("a key that is not known was read")
    return []
  }
}
