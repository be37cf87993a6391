import Foundation
import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Lines of one commit` {
  @Test func `are stored together and become known together`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    let recorded = try ward.type("120/80", "nausea mild", "do head up")
    #expect(recorded.new == [EntryNumber(2), EntryNumber(3), EntryNumber(4)])
    #expect(Set(recorded.file.log.dropFirst().map(\.commit)).count == 1)
  }

  @Test(arguments: [
    (["120/80", "nausia mild", "hr 70"], "line 2: "),
    (["120/80", "hr 70", "ack 4 looking"], "line 3: There is no flag 4"),
    (["ack looking", "120/80"], "line 1: No flag is open."),
    (["120/80", "void #9 -- never there"], "line 2: There is no entry #9"),
    (["120/80", "undo", "undo"], "line 3: #3 withdrew an entry"),
    (["120/80", "hr 400"], "line 2: "),
  ])
  func `are refused together, with the line`(_ lines: [String], _ message: String) throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    let said = told {
      _ = try ward.supervision.record(
        lines.map(Input.line),
        in: SessionNumber(1),
        as: Authorship(author: ClinicianCode("KO"))
      )
    }
    #expect(said?.hasPrefix(message) == true, "\(said ?? "not refused")")
    #expect(try ward.file().log.count == 1)
  }

  @Test func `see the ones before them`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80 28", "fix last hr 82 -- digits left out", "hr 232", "hr 232")
    let kinds = try ward.file().log.map(\.content.kind)
    #expect(kinds == [.opened, .vitals, .amendment, .vitals, .verification])
    #expect(try ward.vitals(2).value(.heartRate)?.thousandths == 82_000)
  }

  @Test func `give their hints by entry`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    let recorded = try ward.type("120/80", "give ondansatron 4 mg iv")
    #expect(Array(recorded.hints.keys) == [EntryNumber(3)])
    #expect(recorded.hints[EntryNumber(3)]?.contains("ondansetron") == true)
  }
}
