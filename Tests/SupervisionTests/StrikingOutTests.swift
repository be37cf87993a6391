import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite("Striking out what only some may enter")
struct StrikingOutTests {
  private let ward: Ward

  /// #2 the findings, #3 LH's decision, #4 LH's review; KO observes.
  init() throws {
    ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    try ward.start(by: "LH", override: ["glaucoma": "treated"])
    try ward.at("14:00:00")
    try ward.type("nausea mild", by: "LH")
    try ward.review("nausea")
    for (code, roles) in [
      ("LH", [ClinicianRole.administrator, .prescriber, .reviewer]), ("KO", [.observer]),
    ] {
      _ = try ward.supervision.list(
        clinician: ClinicianCode(code),
        named: nil,
        roles: roles,
        by: ClinicianCode("LH"),
        in: Ward.berlin
      )
    }
  }

  @Test func `takes the role of who decided or reviewed`() throws {
    for number in [3, 5] {
      let line = "void #\(number) -- mistaken"
      #expect(throws: ClinicianRefusal.self) { try ward.type(line, by: "KO") }
      #expect(try !ward.entry(number).isVoid)
      try ward.type(line, by: "LH")
      #expect(try ward.entry(number).isVoid)
    }
  }

  @Test func `the findings are nobody's to strike out or to undo`() throws {
    let ward = try Ward()
    try ward.clear(but: [])
    try ward.start()
    #expect(throws: (any Error).self) { try ward.type("void #2 -- mistaken") }
    #expect(throws: (any Error).self) { try ward.type("void last -- mistaken") }
    #expect(throws: (any Error).self) { try ward.type("undo") }
    #expect(try !ward.entry(2).isVoid)
    #expect(try ward.file().log.count == 2)
  }
}
