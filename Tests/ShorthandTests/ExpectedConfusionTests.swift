import SessionRecord
import Shorthand
import Testing

@Suite struct ExpectedConfusionTests {
  private let confused = Reading.measured(Quantity(Consciousness.confused), verified: true)

  @Test(arguments: ["C expected", "acvpu C expected", "avpu: C EXPECTED", "AVPU=C Expected"])
  func `takes the confusion for expected`(line: String) throws {
    #expect(
      try Bedside().content(line)
        == .vitals(Vitals([.consciousness: confused], isConfusionExpected: true))
    )
  }

  @Test func `takes a C alone for one that nobody expected`() throws {
    #expect(try Bedside().content("C") == .vitals(Vitals([.consciousness: confused])))
    #expect(
      try Bedside().content("C -- expected")
        == .vitals(Vitals([.consciousness: confused], remark: "expected"))
    )
  }

  @Test func `expects no other level`() throws {
    let bedside = try Bedside()
    for level in Consciousness.allCases where level != .confused {
      for line in ["\(level.letter) expected", "acvpu \(level.letter) expected -- x"] {
        #expect(bedside.refusal(of: line) == .vitals(.notExpected(level)), "\(line)")
      }
    }
  }

  @Test(arguments: [
    "expected", "Expected C", "hr 84 expected", "C hr 84 expected", "C expected expected",
    "expected -- C", "acvpu - expected -- asleep", "120/80 expected",
  ])
  func `takes the word nowhere but right after C`(line: String) throws {
    #expect(try Bedside().refusal(of: line) == .vitals(.expectedWhat))
  }

  @Test func `writes what it reads`() throws {
    let content = try Bedside().content("C expected hr 84 -- floating")
    #expect(content.line() == "hr 84 acvpu C expected -- floating")
    #expect(try Bedside().content("hr 84 acvpu C expected -- floating") == content)
  }

  @Test func `names consciousness anew in a correction`() throws {
    let bedside = try Bedside()
    func change(_ line: String) throws -> Content? {
      guard case .fix(_, let change, _, _) = try bedside.read(line) else { return nil }
      return change
    }
    #expect(
      try change("fix 17 C expected -- said so")
        == .vitals(Vitals([.consciousness: confused], isConfusionExpected: true))
    )
    #expect(
      try change("fix 17 C -- not of the drug")
        == .vitals(Vitals([.consciousness: confused]))
    )
  }
}
