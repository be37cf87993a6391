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
