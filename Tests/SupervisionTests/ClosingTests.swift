import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `A closed session` {
  private func closed() throws -> Ward {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95")
    try ward.end()
    return ward
  }

  @Test(arguments: [
    "120/80", "nausea mild", "give ondansetron 4 mg iv", "start infusion", "check LH", "waste 4 mg",
    "scale cadss 2/92", "do head up", "note left late", "mark", "defer bp -- asleep",
  ])
  func `takes nothing new`(_ line: String) throws {
    let ward = try closed()
    #expect(
      told { try ward.type(line) }
        == "S-2026-0001 is closed: it takes only fix, void, ack, addendum and review. Nothing was stored."
    )
    #expect(try ward.file().log.count == 3)
  }

  @Test(arguments: ["fix #2 134/95 -- read wrong", "void #2 -- wrong bed"])
  func `takes a correction and is amended since`(_ line: String) throws {
    let ward = try closed()
    try ward.at("09:00:00", day: 1)
    try ward.type(line, by: "LH")
    #expect(try ward.file().session.state == .amended)
    #expect(try ward.file().assessment.flags[0].retractedBy == EntryNumber(4))
  }

  @Test func `takes an acknowledgement`() throws {
    let ward = try closed()
    try ward.at("09:00:00", day: 1)
    try ward.type("ack 1 seen", by: "LH")
    #expect(try ward.file().assessment.flags[0].isAcknowledged)
  }

  @Test func `is not one that is meant without words`() throws {
    let ward = try closed()
    #expect(told { _ = try ward.supervision.session(meant: nil) } != nil)
  }

  @Test func `may be struck out`() throws {
    let ward = try closed()
    try ward.strikeOut()
    #expect(try ward.file().session.state == .void)
  }
}

@Suite struct `Flags across sessions` {
  @Test func `of open sessions are as of now, of closed ones as they were stored`() throws {
    let ward = try Ward()
    try ward.open("P-014")
    try ward.open("P-020")
    try ward.at("14:00:00")
    try ward.type("184/95", in: 1)
    try ward.type("186/95", in: 2)
    try ward.at("14:05:00")
    try ward.end(2)
    try ward.at("15:00:00")
    let found = try ward.supervision.flags(FlagQuery())
    #expect(found.map(\.session.number.value) == [1, 2])
    // The open one has had no repeat by ten minutes; closing stopped the clock of the other.
    #expect(
      found.map(\.flag.state)
        == [.confirmed(at: try Ward.instant("14:10:00"), repeated: false), .unconfirmed]
    )
    #expect(found.map(\.flag.priority) == [.high, .medium])
    #expect(found.map(\.offsetMinutes) == [60, 60])
  }

  @Test func `are asked for by what they are now`() throws {
    let ward = try Ward()
    try ward.open("P-014")
    try ward.at("14:00:00")
    try ward.type("184/95", in: 1)
    try ward.at("15:00:00")
    var query = FlagQuery()
    query.priority = .high
    #expect(try ward.supervision.flags(query).count == 1, "confirmed meanwhile, and high since")
    query.patient = try PatientCode("P-999")
    #expect(try ward.supervision.flags(query).isEmpty)
  }

  @Test func `stand beside the effects and the open sessions`() throws {
    let ward = try Ward()
    try ward.open("P-014")
    try ward.open("P-020")
    try ward.at("14:00:00")
    try ward.type("nausea mod", in: 1)
    try ward.type("dizziness mild", in: 2)
    try ward.end(1)
    #expect(
      try ward.supervision.effects(EffectQuery()).map(\.effect.name.text)
        == ["nausea", "dizziness"]
    )
    #expect(try ward.supervision.openFiles().map(\.session.number) == [SessionNumber(2)])
  }
}
