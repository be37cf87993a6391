import Foundation
import Monitoring
import SessionRecord
import Testing

/// Every bad document has its one message, with file, line, column, path and what was expected.
@Suite struct BadProtocolTests {
  @Test(arguments: BadProtocol.syntax)
  func `refuses what is not strict JSON`(bad: BadProtocol) throws { try check(bad) }

  @Test(arguments: BadProtocol.head)
  func `refuses a head that is none`(bad: BadProtocol) throws { try check(bad) }

  @Test(arguments: BadProtocol.rules)
  func `refuses a rule that is none`(bad: BadProtocol) throws { try check(bad) }

  @Test(arguments: BadProtocol.names)
  func `refuses a version that cannot be named, and says the nearest of an unknown name`(
    bad: BadProtocol
  ) throws { try check(bad) }

  @Test(arguments: ["1", "2026-11", "v1.2_b", "12345678901234567890123456789012"])
  func `takes a version that can be named`(version: String) {
    let text = SmallProtocol.text.replacingOccurrences(
      of: #""version": "1""#,
      with: #""version": "\#(version)""#
    )
    #expect(refusal(of: Array(text.utf8)) == nil)
  }

  @Test(arguments: BadProtocol.comments)
  func `refuses a comment that is none`(bad: BadProtocol) throws { try checkWide(bad) }

  @Test(arguments: BadProtocol.scales)
  func `refuses scales, NEWS2 and what is indicated that are none`(bad: BadProtocol) throws {
    try checkWide(bad)
  }

  @Test(arguments: BadProtocol.openings)
  func `refuses windows and runs that cannot be`(bad: BadProtocol) throws { try checkWide(bad) }

  @Test(arguments: BadProtocol.values)
  func `refuses rules on values that are none`(bad: BadProtocol) throws { try checkWide(bad) }

  @Test(arguments: BadProtocol.occurrences)
  func `refuses rules on effects, scores and the record that are none`(bad: BadProtocol) throws {
    try checkWide(bad)
  }

  @Test(arguments: BadProtocol.combinations)
  func `refuses a combination that is none`(bad: BadProtocol) throws { try checkWide(bad) }

  @Test(arguments: BadProtocol.schedule)
  func `refuses a schedule that is none`(bad: BadProtocol) throws { try check(bad) }

  @Test(arguments: BadProtocol.groups)
  func `refuses a group that is none`(bad: BadProtocol) throws { try check(bad) }

  @Test(arguments: BadProtocol.slots)
  func `refuses slots that cannot be`(bad: BadProtocol) throws { try check(bad) }

  @Test(arguments: BadProtocol.leaving)
  func `refuses a criterion for leaving that is none`(bad: BadProtocol) throws { try check(bad) }

  @Test func `a rule may have an id that only looks like one of a flag that needs none`() {
    for id in ["overdue", "Overdue.bp", "bp.overdue.", "session.not-closed.2", "session"] {
      let text = SmallProtocol.text.replacingOccurrences(
        of: #""id": "sys""#,
        with: #""id": "\#(id)""#
      )
      #expect(refusal(of: Array(text.utf8)) == nil, "\(id)")
    }
  }

  private func checkWide(_ bad: BadProtocol) throws { try check(bad, in: WideProtocol.text) }

  private func check(_ bad: BadProtocol, in good: String = SmallProtocol.text) throws {
    let range = try #require(good.range(of: bad.old))
    let text = good.replacingCharacters(in: range, with: bad.new)
    let refusal = refusal(of: Array(text.utf8))
    #expect(refusal?.problem == "ours.json:\(bad.says)")
    #expect(refusal?.remedy == "Correct it, then: vigil protocol check ours.json")
    #expect(refusal?.kind == .badInput)
  }

  private func refusal(of bytes: [UInt8]) -> ProtocolRefusal? {
    do throws(ProtocolRefusal) {
      _ = try MonitoringProtocol(reading: bytes, from: "ours.json")
      return nil
    } catch {
      return error
    }
  }

  @Test func `refuses a text that is not UTF-8, with its place`() {
    var bytes = Array(SmallProtocol.text.utf8)
    bytes[30] = 0xFF
    #expect(refusal(of: bytes)?.problem == "ours.json:2:29: The text is not UTF-8 here.")
    for wrong: [UInt8] in [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98],
    ] {
      let text = Array("\"".utf8) + wrong + Array("\"".utf8)
      #expect(refusal(of: text)?.problem == "ours.json:1:2: The text is not UTF-8 here.")
    }
  }

  @Test func `refuses a byte order mark and says what to do`() {
    #expect(
      refusal(of: [0xEF, 0xBB, 0xBF] + Array(SmallProtocol.text.utf8))?.problem
        == "ours.json:1:1: The text begins with a byte order mark; save it as UTF-8 without one."
    )
  }

  @Test func `refuses an empty text, and one that only looks like an object`() {
    #expect(
      refusal(of: [])?.problem == "ours.json:1:1: Expected a value, found the end of the text."
    )
    #expect(refusal(of: Array("{}".utf8))?.problem == "ours.json:1:1: The key “schema” is missing.")
    #expect(
      refusal(of: Array("[]".utf8))?.problem == "ours.json:1:1: Expected an object, found a list."
    )
  }

  @Test func `refuses a text of more than a million bytes, and reads one of exactly so many`() {
    let blanks = [UInt8](repeating: 0x20, count: 1_000_000 - SmallProtocol.text.utf8.count)
    #expect(refusal(of: Array(SmallProtocol.text.utf8) + blanks) == nil)
    #expect(
      refusal(of: Array(SmallProtocol.text.utf8) + blanks + [0x20])?.problem
        == "ours.json:1:1: The text has more than 1000000 bytes."
    )
  }

  @Test func `refuses a document that is nested too deep`() {
    let deep = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
    let problem = refusal(of: Array(deep.utf8))?.problem
    #expect(problem?.hasSuffix("The document is nested more than 32 deep.") == true)
    #expect(problem?.hasPrefix("ours.json:1:33: [0][0]") == true)
    let allowed = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(
      refusal(of: Array(allowed.utf8))?.problem
        == "ours.json:1:1: Expected an object, found a list."
    )
  }

  @Test func `counts columns in characters, not in bytes`() throws {
    let text = SmallProtocol.text.replacingOccurrences(
      of: #""title": "A small protocol","#,
      with: #""title": "für Äpfel", "titel": 1,"#
    )
    #expect(
      refusal(of: Array(text.utf8))?.problem
        == "ours.json:5:25: titel: Unknown key; expected screening, course, afterCare."
    )
  }

  @Test func `a key given twice is one also where it is escaped`() {
    let text = SmallProtocol.text.replacingOccurrences(
      of: #""id": "small","#,
      with: #""id": "small", "\u0069d": "other","#
    )
    #expect(
      refusal(of: Array(text.utf8))?.problem == "ours.json:3:18: id: This key is given twice."
    )
  }

  @Test func `hostile sizes are refused in good time`() {
    let keys = (0..<60_000).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(refusal(of: Array("{\(keys)}".utf8)) != nil)
    let escapes = "\"" + String(repeating: "\\n", count: 490_000) + "\""
    #expect(refusal(of: Array(escapes.utf8)) != nil)
    let digits = String(repeating: "9", count: 900_000)
    #expect(refusal(of: Array(digits.utf8)) != nil)
  }
}
