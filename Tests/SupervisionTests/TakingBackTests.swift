import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Taking back` {
  @Test func `undo voids the typist's own last entry and says which`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80")
    try ward.type("hr 80", by: "LH")
    let recorded = try ward.type("undo")
    #expect(
      recorded.file.log.last?.content == .void(Voiding(of: EntryNumber(2), reason: .undone))
    )
    #expect(try ward.entry(2).isVoid)
    #expect(try !ward.entry(3).isVoid)
  }

  @Test(arguments: [("14:01:00", true), ("14:01:01", false)])
  func `undo works for sixty seconds`(_ clock: String, _ works: Bool) throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80")
    try ward.at(clock)
    #expect((told { try ward.type("undo") } == nil) == works)
    #expect(try ward.entry(2).isVoid == works)
  }

  @Test func `undo counts from when it was typed, not from when it was observed`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("@13:30 120/80")
    try ward.at("14:00:30")
    try ward.type("undo")
    #expect(try ward.entry(2).isVoid)
  }

  @Test func `undo passes over what is already void`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80")
    try ward.type("hr 80")
    try ward.type("void #3 -- wrong bed", by: "LH")
    try ward.type("undo")
    #expect(try ward.entry(2).isVoid)
  }

  @Test func `void takes another person's entry and one of long ago, with a reason`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80")
    try ward.at("15:00:00")
    try ward.type("void #2 -- wrong bed", by: "LH")
    let entry = try ward.entry(2)
    #expect(entry.voidedBy == EntryNumber(3))
    #expect(
      try ward.file().log.last?.content
        == .void(Voiding(of: EntryNumber(2), reason: .because("wrong bed")))
    )
  }

  @Test func `voiding a correction voids the original`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80")
    try ward.type("fix #2 122/80 -- read again")
    try ward.type("void #3 -- wrong bed")
    #expect(try ward.entry(2).voidedBy == EntryNumber(4))
  }

  @Test func `voiding an acknowledgement takes it off its flag`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95", "ack 1 looking")
    #expect(try ward.file().assessment.flags.map(\.isAcknowledged) == [true])
    try ward.type("void #3 -- wrong patient's flag")
    #expect(try ward.file().assessment.flags.map(\.isAcknowledged) == [false])
  }

  @Test func `voiding the closing opens the session again`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.end()
    #expect(try ward.file().session.state == .closed)
    try ward.type("undo")
    #expect(try ward.file().session.state == .open)
    try ward.type("120/80")
    #expect(try ward.file().log.count == 4)
  }

  @Test func `a session that is struck out is kept and counted nowhere`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95")
    #expect(try ward.supervision.flags(.init()).count == 1)
    try ward.strikeOut()
    let file = try ward.file()
    #expect(file.session.state == .void)
    #expect(file.log.count == 3)
    #expect(try ward.supervision.flags(.init()).isEmpty)
    #expect(try ward.supervision.openFiles().isEmpty)
    // And its patient can be opened again.
    #expect(try ward.open() == SessionNumber(2))
  }
}
