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
      // The parts that it leaves out could stand there as well.
      #expect(try expectedKeys(of: text) == [key, "screening", "course", "afterCare"])
    }
  }

  @Test(arguments: [
    "limit", "derived", "change", "rate", "not-falling", "consciousness", "crisis", "severity",
    "distressing", "effect", "lasting", "scale", "news2", "combination", "further-dose",
    "unattended", "unverified",
  ])
  func `a rule has the keys of its kind in the schema`(kind: String) throws {
    // The criteria for leaving have a kind of this name as well.
    let properties = try properties(of: kind == "effect" ? "effect-rule" : kind)
    let start = try #require(SmallProtocol.text.range(of: "\"rules\": ["))
    let text =
      SmallProtocol.text[..<start.upperBound] + #"{"kind": "\#(kind)", "zzz": 1}]}"#
    #expect(try expectedKeys(of: String(text)) == properties.subtracting(["kind"]))
  }

  @Test(arguments: [
    "limit", "derived", "change", "consciousness", "crisis", "severity", "distressing", "effect",
    "scale", "further-dose",
  ])
  func `a condition in a combination has the keys of its kind in the schema`(kind: String) throws {
    let properties = try properties(of: "condition-\(kind)").subtracting(["kind"])
    let start = try #require(SmallProtocol.text.range(of: "\"rules\": ["))
    let head =
      #"{"id": "both", "kind": "combination", "title": "both", "within": 1, "any": [{"kind": "\#(kind)", "zzz": 1}]}"#
    let text = SmallProtocol.text[..<start.upperBound] + head + "]}"
    #expect(
      try expectedKeys(of: String(text)) == (properties.isEmpty ? ["no other here"] : properties)
    )
  }

  @Test(arguments: ["answer", "age", "consent", "tests", "scores", "contact", "rules"])
  func `a gate has the keys of its kind in the schema`(kind: String) throws {
    let found = try expectedKeys(
      ofLast: #""screening": {"gates": [{"kind": "\#(kind)", "zzz": 1}]}"#
    )
    #expect(try found == properties(of: "gate-\(kind)").subtracting(["kind"]))
  }

  @Test(arguments: [
    "interval", "frequency", "count", "amount", "escalation", "test", "remarkable", "concern",
    "outcome",
  ])
  func `a course rule has the keys of its kind in the schema`(kind: String) throws {
    let found = try expectedKeys(ofLast: #""course": [{"kind": "\#(kind)", "zzz": 1}]"#)
    #expect(try found == properties(of: "course-\(kind)").subtracting(["kind"]))
  }

  @Test func `a task has the keys of the schema`() throws {
    #expect(
      try expectedKeys(ofLast: #""afterCare": [{"zzz": 1}]"#) == properties(of: "task")
    )
  }

  /// The keys that are expected in a part that stands in place of the schedule and what follows.
  private func expectedKeys(ofLast part: String) throws -> Set<String> {
    let start = try #require(SmallProtocol.text.range(of: "\"schedule\": {"))
    return try expectedKeys(of: String(SmallProtocol.text[..<start.lowerBound] + part + "}"))
  }

  @Test func `scales, NEWS2 and what is indicated have the keys of the schema`() throws {
    let head = try #require(schema["properties"] as? [String: [String: Any]])
    let news2 = try #require(head["news2"]?["properties"] as? [String: Any])
    #expect(
      try expectedKeys(inPlaceOf: "scales", #"[{"zzz": 1}]"#) == properties(of: "scale-listed")
    )
    #expect(try expectedKeys(inPlaceOf: "news2", #"{"zzz": 1}"#) == Set(news2.keys))
    let times =
      Self.times
      + #", "ifIndicated": {"zzz": 1}, "groups": [\#(Self.group), "slots": [\#(Self.slot)]}]}"#
    let start = try #require(SmallProtocol.text.range(of: "\"schedule\": {"))
    let document = SmallProtocol.text[..<start.lowerBound] + #""schedule": \#(times)}"#
    #expect(try expectedKeys(of: String(document)) == properties(of: "ifIndicated"))
  }

  /// The keys that are expected in a part of the head that stands before the rules.
  private func expectedKeys(inPlaceOf key: String, _ value: String) throws -> Set<String> {
    let start = try #require(SmallProtocol.text.range(of: #", "scales": [{"#))
    let text = SmallProtocol.text[..<start.lowerBound] + #", "\#(key)": \#(value), "rules": []}"#
    return try expectedKeys(of: String(text))
  }

  private static let slot =
    #"{"at": [1], "mark": "required", "standing": "clinic", "source": ["ours"]}"#

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
      #expect(try bound("maximum", of: parts["over"]) == widest)
      let clear = try object(try object(parts["clear"])["properties"])
      #expect(try bound("maximum", of: clear["margin"]) == widest)
    }
  }

  @Test func `the schema has the unit and the range of every value that is reckoned`() throws {
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let branches = try #require(definitions["byValue"]?["allOf"] as? [[String: Any]])
    try #require(branches.count == DerivedSign.allCases.count)
    for (sign, branch) in zip(DerivedSign.allCases, branches) {
      let condition = try object(try object(branch["if"])["properties"])
      #expect(try object(condition["value"])["const"] as? String == sign.key)
      let then = try object(branch["then"])
      #expect((then["required"] as? [String] == ["unit"]) == !sign.unit.isEmpty)
      let parts = try object(then["properties"])
      let clear = try object(try object(parts["clear"])["properties"])
      #expect(try decimalBound("minimum", of: parts["limit"]) == sign.possible.lowerBound)
      #expect(try decimalBound("maximum", of: parts["limit"]) == sign.possible.upperBound)
      #expect(
        try decimalBound("maximum", of: clear["margin"])
          == sign.possible.upperBound - sign.possible.lowerBound
      )
    }
  }

  /// In thousandths, also where it has decimals.
  private func decimalBound(_ key: String, of value: Any?) throws -> Int {
    let number = try #require(try object(value)[key] as? NSNumber)
    return Int((number.doubleValue * 1_000).rounded())
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
