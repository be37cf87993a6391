import Foundation
import Monitoring
import Testing

/// What `schemas/protocol-v1.json` accepts and what the reader accepts are the same, document by
/// document, where Python's `jsonschema` is at hand.
@Suite struct SchemaAgreementTests {
  /// A changed document, and what the schema says to it.
  private struct Case: Decodable {
    let change: String
    let text: String
    let isValid: Bool
  }

  private static let python = ProcessInfo.processInfo.environment["VIGIL_PYTHON"] ?? ""

  private static let schema = BoundaryVectorFile.url.deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("protocol-v1.json")

  @Test(.enabled(if: !python.isEmpty, "VIGIL_PYTHON names no Python with jsonschema"))
  func `the schema accepts the small protocol and those that come with Vigil`() throws {
    let texts =
      [SmallProtocol.text]
      + BuiltInProtocol.allCases.map { String(decoding: $0.text, as: UTF8.self) }
    for text in texts {
      let found = try cases(of: text, changes: [])
      #expect(found.map(\.change) == ["unchanged"])
      #expect(found.map(\.isValid) == [true])
      #expect(isRead(text))
    }
  }

  @Test(.enabled(if: !python.isEmpty, "VIGIL_PYTHON names no Python with jsonschema"))
  func `a key that is missing, renamed or of another type is refused by both or by neither`() throws
  {
    let cases = try cases(of: SmallProtocol.text, changes: ["without", "renamed", "mistyped"])
    #expect(cases.count > 500)
    let refused = cases.filter { !$0.isValid }
    #expect(refused.count > 400)
    for changed in cases where changed.isValid != isRead(changed.text) {
      Issue.record(
        "\(changed.change): the schema \(changed.isValid ? "accepts" : "refuses") it alone"
      )
    }
  }

  @Test(.enabled(if: !python.isEmpty, "VIGIL_PYTHON names no Python with jsonschema"))
  func `a number that cannot be is refused by both, wherever it stands`() throws {
    let cases = try cases(of: SmallProtocol.text, changes: ["huge", "negative"])
    #expect(cases.count > 60)
    for changed in cases.dropFirst() where changed.isValid || isRead(changed.text) {
      Issue.record(
        "\(changed.change) is accepted by \(changed.isValid ? "the schema" : "the reader")"
      )
    }
  }

  /// What is put in for a part of the small protocol, and whether it is accepted then.
  private static let pairs: [(old: String, new: String, isAccepted: Bool)] = [
    (#""id": "sys""#, #""id": "overdue.bp""#, false),
    (#""id": "sys""#, #""id": "overdue.""#, false),
    (#""id": "sys""#, #""id": "session.not-closed""#, false),
    (#""id": "sys""#, #""id": "session.not-closed.2""#, true),
    (#""id": "sys""#, #""id": "bp.overdue.2""#, true),
    (#""id": "mind""#, #""id": "overdue.bp""#, true),
    (#""id": "time""#, #""id": "session.not-closed""#, true),
    (#""orBaseline": true"#, #""atMost": 99, "orBaseline": true"#, false),
    (#""orBaseline": true"#, #""atMost": 99, "orBaseline": false"#, true),
    (#""atMost": 110"#, #""atMost": 110, "orBaseline": true"#, false),
    (#""level": "C""#, #""level": "C", "orBaseline": true"#, true),
    (#""sign": "spo2", "atLeast": 94"#, #""sign": "spo2", "atLeast": 100"#, true),
    (#""sign": "spo2", "atLeast": 94"#, #""sign": "spo2", "atLeast": 100.001"#, false),
    (#""sign": "spo2", "atLeast": 94"#, #""sign": "rass", "atLeast": -5"#, true),
    (#""sign": "spo2", "atLeast": 94"#, #""sign": "rass", "atLeast": -6"#, false),
    (#""limit": 180"#, #""limit": 300"#, true),
    (#""limit": 180"#, #""limit": 301"#, false),
    (#""limit": 180"#, #""limit": 29.999"#, false),
    (#""unit": "mmHg""#, #""unit": "kg""#, false),
    (#""margin": 5 }"#, #""margin": 270 }"#, true),
    (#""margin": 5 }"#, #""margin": 271 }"#, false),
    (#""percent": 33.333"#, #""percent": 0"#, false),
    (#""percent": 33.333"#, #""percent": -20"#, false),
    (#""percent": 33.333"#, #""by": 270, "unit": "mmHg""#, true),
    (#""percent": 33.333"#, #""by": 271, "unit": "mmHg""#, false),
    (#""percent": 33.333"#, #""by": -1, "unit": "mmHg""#, false),
    (#""scales": ["phq-9"]"#, #""scales": ["cads-6"]"#, true),
  ]

  @Test(
    .enabled(if: !python.isEmpty, "VIGIL_PYTHON names no Python with jsonschema"),
    arguments: pairs
  )
  func `what cannot be together is refused by both`(
    old: String,
    new: String,
    isAccepted: Bool
  ) throws {
    let range = try #require(SmallProtocol.text.range(of: old))
    let text = SmallProtocol.text.replacingCharacters(in: range, with: new)
    #expect(try cases(of: text, changes: []).map(\.isValid) == [isAccepted])
    #expect(isRead(text) == isAccepted)
  }

  private func isRead(_ text: String) -> Bool {
    (try? MonitoringProtocol(reading: Array(text.utf8), from: "made.json")) != nil
  }

  private func cases(of text: String, changes: [String]) throws -> [Case] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = ["-c", Self.script, Self.schema.path] + changes
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // The script reads all of it before it writes, and a protocol is smaller than a pipe.
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode([Case].self, from: said)
  }

  /// The document as it is, and with each key of it changed in each of the ways that are asked for.
  ///
  /// It is removed, renamed, or given a list in a list, or its number, a list's first as well, becomes one
  /// that is far too large or too small.
  private static let script = """
    import copy, json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    document = json.loads(sys.stdin.read())

    def objects(value, path=()):
        if isinstance(value, dict):
            yield path, value
        if isinstance(value, (dict, list)):
            for key in (value if isinstance(value, dict) else range(len(value))):
                yield from objects(value[key], path + (key,))

    def number(value, to):
        if value and isinstance(value, list):
            return [number(value[0], to)] + value[1:]
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError
        return to

    changes = {
        "huge": lambda o, key: o.update({key: number(o[key], 100000)}),
        "negative": lambda o, key: o.update({key: number(o[key], -100000)}),
        "without": lambda o, key: o.pop(key),
        "renamed": lambda o, key: o.update({key + "X": o.pop(key)}),
        "mistyped": lambda o, key: o.update({key: [[[]]]}),
    }
    cases = [("unchanged", document)]
    for path, value in objects(document):
        if path == ("sources",):
            continue
        for key in value:
            for name in sys.argv[2:]:
                changed = copy.deepcopy(document)
                inner = changed
                for step in path:
                    inner = inner[step]
                try:
                    changes[name](inner, key)
                except TypeError:
                    continue
                cases.append(("/".join(map(str, path + (key,))) + " " + name, changed))
    print(json.dumps([
        {"change": change, "text": json.dumps(text), "isValid": validator.is_valid(text)}
        for change, text in cases
    ]))
    """
}
