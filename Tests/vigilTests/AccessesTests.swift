import Foundation
import Testing

/// The log of accesses, as people and machines read it.
@Suite struct AccessesTests {
  @Test func `says who did what, by name or by the account of the machine`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    program.environment["LOGNAME"] = "kim"
    try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    program.environment["VIGIL_BY"] = nil
    try program.must("patient", "add", "P-014", "--name", "Alex Rivera")
    let table = try program.must("accesses").said
    #expect(table.contains("LH"))
    #expect(table.contains("set the clinician"))
    #expect(table.contains("account kim"))
    #expect(table.contains("added the patient"))
    // Who a patient is stays out of it.
    #expect(!table.contains("Alex"))
    let csv = try program.must("accesses", "--format", "csv").output
    #expect(csv.hasPrefix("number,at,who,account,act,subject,digest\r\n1,"))
    #expect(csv.contains(",kim,yes,patient-added,P-014,"))
    let json = try JSONOutput(program.must("accesses", "--format", "json").output)
    #expect(json.objects("accesses").map { $0["number"] as? Int } == [1, 2])
  }

  @Test func `narrows to a time, and keeps the numbers`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("patient", "add", "P-014")
    try program.must("patient", "add", "P-015")
    let json = try JSONOutput(program.must("accesses", "--format", "json").output)
    let at = try #require(json.objects("accesses").last?["at"] as? String)
    let last = try JSONOutput(
      program.must("accesses", "--since", at, "--format", "json").output
    ).objects("accesses")
    #expect(last.last?["number"] as? Int == json.objects("accesses").count)
    #expect(
      try program.must("accesses", "--since", "2100-01-01").said.contains("No access in this")
    )
    let turned = try program("accesses", "--since", "2100-01-01", "--until", "2026-01-01")
    #expect(turned.status == 64)
  }
}
