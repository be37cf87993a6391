import Foundation
import SessionRecord
import Testing

@testable import Reports

struct JSONTests {
  @Test func `writes numbers as the decimals that they are`() {
    #expect(JSONValue.thousandths(36_778).line == "36.778")
    #expect(JSONValue.thousandths(-500).line == "-0.5")
    #expect(JSONValue.thousandths(120_000).line == "120")
  }

  @Test func `sorts keys and escapes what a terminal would act on`() {
    let value = JSONValue.object(["b": .string("x\u{1B}[2J\u{202E}\u{E0041}\"\\\n"), "a": .null])
    #expect(
      value.line
        == #"{"a":null,"b":"x\u001b[2J\u202e\udb40\udc41\"\\\n"}"#
    )
  }

  @Test func `gives back exactly what was stored`() throws {
    let stored = HostileSession.text
    let line = JSONValue.array([.string(stored)]).line
    let read = try JSONDecoder().decode([String].self, from: Data(line.utf8))
    #expect(read == [stored])
  }

  @Test func `writes the same bytes for the same facts`() throws {
    let first = try EveryView.all().flatMap { try $0.view.files() }
    let second = try EveryView.all().flatMap { try $0.view.files() }
    for (one, other) in zip(first, second) { #expect(one.text == other.text, "\(one.name)") }
  }

  @Test func `writes an error on one line`() {
    let text = ErrorJSON(code: 65, message: "“104%” is not possible.", hint: nil).text
    #expect(
      text
        == #"{"error":{"code":65,"hint":null,"message":"“104%” is not possible."},"schema":"vigil/error/1"}"#
    )
  }

  @Test func `is read as JSON whatever was typed`() throws {
    for (name, text) in try EveryView.all().flatMap({ try $0.view.files() }) {
      #expect(throws: Never.self, "\(name)") {
        try JSONSerialization.jsonObject(with: Data(text.utf8))
      }
    }
  }

  @Test func `gives a mean pressure to one decimal`() throws {
    let text = TimelineJSON(try SampleSession().file()).text
    // 124/78 at 13:25: (124 + 2 × 78) / 3 = 93.33…
    #expect(text.contains(#""computedMap": 93.3"#))
  }
}
