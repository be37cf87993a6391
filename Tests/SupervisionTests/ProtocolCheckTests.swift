import Foundation
import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Checking what can be typed` {
  /// The built-in protocol with more effects, medicines or scales.
  private func check(
    effect: String? = nil,
    medicine: String? = nil,
    scale: String? = nil
  ) throws -> [ProtocolFinding] {
    var text = String(
      decoding: try #require(BuiltInProtocol.text(named: "iv-0.5-40")),
      as: UTF8.self
    )
    func add(_ json: String?, to key: String) throws {
      guard let json else { return }
      let list = "\n  \"\(key)\": ["
      let place = try #require(text.firstRange(of: list))
      text.replaceSubrange(place, with: "\(list)\(json), ")
    }
    try add(effect.map { "\"\($0)\"" }, to: "effects")
    try add(medicine.map { "\"\($0)\"" }, to: "medicines")
    try add(
      scale.map {
        """
        {"name": "\($0)", "title": "Made up", "least": 0, "most": 12, "worse": "higher",
         "scoring": "total", "items": {"count": 4, "least": 0, "most": 3},
         "standing": "proposed", "source": ["vigil"]}
        """
      },
      to: "scales"
    )
    return ProtocolCheck(try MonitoringProtocol(reading: Array(text.utf8), from: "mine.json"))
      .untypable
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `finds nothing in a protocol that comes with Vigil`(builtIn: BuiltInProtocol) throws {
    let check = ProtocolCheck(try MonitoringProtocol(reading: builtIn.text, from: builtIn.name))
    #expect(check.findings == [])
  }

  @Test func `finds nothing in names that are names`() throws {
    #expect(try check(effect: "sleep paralysis") == [])
    #expect(try check(medicine: "ringer lactate") == [])
    #expect(try check(scale: "mood-4") == [])
  }

  @Test(arguments: [
    "sleep mild", "cramps worse", "tremor gone", "anxious mod", "all the same", "very distressing",
  ])
  func `finds an effect that ends in a grade or a course`(name: String) throws {
    let findings = try check(effect: name)
    #expect(findings.map(\.path) == ["effects[0]"])
    let word = name.split(separator: " ").last ?? ""
    #expect(
      findings.first?.problem
        == "“\(name)” ends in “\(word)”, which says how bad an effect is, or what became of it."
    )
  }

  @Test(arguments: [
    // A command, a key, a letter of ACVPU, a number, another command's beginning.
    "note", "do", "stop", "defer", "fix", "void", "undo", "ack", "mark", "scale", "give",
    "infusion",
    // An alias of a crisis, another way to write a known effect, an end of a circumstance.
    "severe cramps", "head ache", "line back", "no pain",
  ])
  func `finds an effect that is read as something else`(name: String) throws {
    let findings = try check(effect: name)
    #expect(findings.map(\.path) == ["effects[0]"], "\(name)")
    #expect(findings.first?.problem.contains("“\(name)”") == true)
    #expect(findings.first?.remedy == "Give the effect another name.")
  }

  @Test(arguments: ["nausea", "headache", "hr", "start", "note", "ra"])
  func `finds a medicine that is read as something else`(name: String) throws {
    let findings = try check(medicine: name)
    #expect(findings.map(\.path) == ["medicines[0]"], "\(name)")
    #expect(findings.first?.problem.contains("“\(name)”") == true)
    #expect(findings.first?.remedy == "Give the medicine another name.")
  }

  @Test func `blames an effect that keeps a medicine from being typed`() throws {
    let finding = ProtocolFinding(
      path: "effects[0]",
      problem: "The effect “ketamine” keeps the medicine “ketamine” from being typed: a line that "
        + "begins with it is read as the effect.",
      remedy: "Give the effect another name."
    )
    #expect(try check(effect: "ketamine") == [finding])
    #expect(try check(medicine: "unsafe behaviour").map(\.path) == ["effects[0]"])
    // Both names are wrong by themselves: without the effect the medicine still cannot be typed.
    #expect(
      try check(effect: "note", medicine: "note").map(\.path) == ["effects[0]", "medicines[0]"]
    )
  }

  @Test(arguments: ["nausea", "bp"])
  func `finds a scale that is read as something else`(name: String) throws {
    let findings = try check(scale: name)
    #expect(findings.map(\.path) == ["scales[0]"], "\(name)")
    #expect(findings.first?.remedy == "Give the scale another name.")
  }

  @Test func `says what a name is read as`() throws {
    #expect(
      try check(medicine: "nausea").first?.problem
        == "The medicine “nausea” cannot be typed: “nausea 5 mg intravenous” is not understood."
    )
    #expect(
      try check(effect: "head ache").first?.problem
        == "Typed as “head ache mild”, the effect “head ache” is read as the effect “headache”."
    )
  }
}
