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
  func `the schema accepts the protocols of these tests and those that come with Vigil`() throws {
    let texts =
      [SmallProtocol.text, WideProtocol.text]
      + (BuiltInProtocol.allCases.map(\.text) + [BuiltInProtocol.startingPoint])
      .map { String(decoding: $0, as: UTF8.self) }
    let found = try cases(of: texts, changes: [])
    #expect(found.map(\.change) == texts.map { _ in "unchanged" })
    #expect(found.map(\.isValid) == texts.map { _ in true })
    #expect(texts.allSatisfy { isRead($0) })
  }

  /// Changes of the wide protocol that only the reader can see through.
  ///
  /// Whether items make a range and a rule's item is there is arithmetic.
  private static let readerAlone: Set = [
    "scales/0/items without", "scales/2/scoring without",
  ]

  @Test(
    .enabled(if: !python.isEmpty, "VIGIL_PYTHON names no Python with jsonschema"),
    arguments: [(SmallProtocol.text, 500, 400), (WideProtocol.text, 1_100, 1_000)]
  )
  func `a key that is missing, renamed or of another type is refused by both or by neither`(
    text: String,
    changes: Int,
    refusals: Int
  ) throws {
    let cases = try cases(of: [text], changes: ["without", "renamed", "mistyped"])
    #expect(cases.count > changes)
    let refused = cases.filter { !$0.isValid }
    #expect(refused.count > refusals)
    for changed in cases where changed.isValid != isRead(changed.text) {
      if changed.isValid, text == WideProtocol.text, Self.readerAlone.contains(changed.change) {
        continue
      }
      Issue.record(
        "\(changed.change): the schema \(changed.isValid ? "accepts" : "refuses") it alone"
      )
    }
  }

  @Test(
    .enabled(if: !python.isEmpty, "VIGIL_PYTHON names no Python with jsonschema"),
    arguments: [(SmallProtocol.text, 60), (WideProtocol.text, 140)]
  )
  func `a number that cannot be is refused by both, wherever it stands`(
    text: String,
    changes: Int
  ) throws {
    let cases = try cases(of: [text], changes: ["huge", "negative"])
    #expect(cases.count > changes)
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
    (#""scales": ["phq-9"]"#, #""scales": ["Phq-9"]"#, false),
    (#""version": "1""#, #""version": "2026-11.b_1""#, true),
    (#""version": "1""#, #""version": "1@2""#, false),
    (#""version": "1""#, #""version": "1 beta""#, false),
    (#""version": "1""#, #""version": """#, false),
    (#""version": "1""#, ##""// why": "A trial.", "version": "1""##, true),
    (#""version": "1""#, ##""// why": 1, "version": "1""##, false),
    (#""version": "1""#, ##""/ why": "A trial.", "version": "1""##, false),
    (#""ours": "Our"#, ##""// kept": "", "ours": "Our"##, true),
  ]

  /// The same for the wide protocol.
  private static let widePairs: [(old: String, new: String, isAccepted: Bool)] = [
    (#""sustained": { "minutes": 5 }"#, #""sustained": { "minutes": 5, "readings": 2 }"#, false),
    (#""repeat": false, "off": true"#, #""repeat": true, "off": true"#, false),
    (#""spo2Scale": 2"#, #""spo2Scale": 1"#, true),
    (#""spo2Scale": 2"#, #""spo2Scale": 0"#, false),
    (#""off": true"#, #""spo2Scale": 1"#, false),
    (#""window": { "from": 117 }"#, #""window": { "from": 117, "before": "start" }"#, false),
    (#""limit": 65, "unit": "mmHg""#, #""limit": 65"#, false),
    (#""comparison": "over", "limit": 1 }"#, #""comparison": "over", "limit": 9.4 }"#, true),
    (#""comparison": "over", "limit": 1 }"#, #""comparison": "over", "limit": 9.5 }"#, false),
    (#""margin": 2.5"#, #""margin": 234"#, true),
    (#""margin": 2.5"#, #""margin": 234.5"#, false),
    (#""by": 30, "unit": "mmHg", "within""#, #""by": -30, "unit": "mmHg", "within""#, false),
    (#""over": 20"#, #""over": 270"#, true),
    (#""over": 20"#, #""over": 270.5"#, false),
    (#""only": ["line lost"]"#, #""only": ["line lost"], "atLeast": "mild""#, false),
    (#""minutes": 2,"#, #""minutes": 2, "untilMinute": 9,"#, false),
    (#""when": "while-high""#, #""when": "while-high", "soonerThan": 5"#, false),
    (#""atLeast": 5"#, #""atLeast": 20"#, true),
    (#""atLeast": 5"#, #""single": true"#, true),
    (#""atLeast": 5"#, #""single": true, "atLeast": 5"#, false),
    (#"{ "rule": "sys" }"#, #"{ "rule": "oxygen" }"#, true),
    (#"{ "rule": "sys" }"#, #"{ "kind": "lasting", "only": ["nausea"], "minutes": 5 }"#, false),
    (#"{ "rule": "sys" }"#, #"{ "kind": "crisis", "priority": "high" }"#, false),
    (#"{ "rule": "mean" }"#, #"{ "rule": "sys" }"#, false),
    (#""worse": "lower", "sign": "moaas""#, #""worse": "lower""#, false),
    (#""name": "nrs", "title""#, #""name": "map", "title""#, false),
    (#""most": 5, "worse": "lower""#, #""most": 6, "worse": "lower""#, false),
    (#""count": 18"#, #""count": 17"#, false),
    (#""ifIndicated": { "signs": ["rass", "weight"], "#, #""ifIndicated": { "#, true),
  ]

  @Test(.enabled(if: !python.isEmpty, "VIGIL_PYTHON names no Python with jsonschema"))
  func `what cannot be together is refused by both`() throws {
    var changed: [(change: String, text: String, isAccepted: Bool)] = []
    for (good, pairs) in [
      (SmallProtocol.text, Self.pairs), (WideProtocol.text, Self.widePairs),
      (WideProtocol.text, Self.termPairs),
    ] {
      for pair in pairs {
        let range = try #require(good.range(of: pair.old))
        let text = good.replacingCharacters(in: range, with: pair.new)
        changed.append((pair.new, text, pair.isAccepted))
      }
    }
    let found = try cases(of: changed.map(\.text), changes: [])
    try #require(found.count == changed.count)
    for (said, wanted) in zip(found, changed) {
      #expect(said.isValid == wanted.isAccepted, "the schema, of \(wanted.change)")
      #expect(isRead(wanted.text) == wanted.isAccepted, "the reader, of \(wanted.change)")
    }
  }

  private func isRead(_ text: String) -> Bool {
    (try? MonitoringProtocol(reading: Array(text.utf8), from: "made.json")) != nil
  }

  private func cases(of texts: [String], changes: [String]) throws -> [Case] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = ["-c", Self.script, Self.schema.path] + changes
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // The script reads all of it before it writes.
    input.fileHandleForWriting.write(try JSONEncoder().encode(texts))
    try input.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode([Case].self, from: said)
  }

  /// Each document as it is, and with each key of it changed in each of the ways that are asked for.
  ///
  /// It is removed, renamed, or given a list in a list, or its number, a list's first as well, becomes one
  /// that is far too large or too small.
  private static let script = """
    import copy, json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    documents = [json.loads(text) for text in json.load(sys.stdin)]

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
    cases = []
    for document in documents:
        cases.append(("unchanged", document))
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
