import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Typing an improbable line again` {
  @Test func `verifies the first and is no second reading`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("232/118 88")
    #expect(try ward.vitals(2).unverified == [.systolic])
    try ward.at("14:00:40")
    let recorded = try ward.type("232/118 88")
    #expect(recorded.file.log.last?.content == .verification(of: EntryNumber(2)))
    #expect(recorded.changes.cleared.map(\.identity.rule) == [RuleID("unverified")])
    #expect(try ward.entry(2).verifiedBy == EntryNumber(3))
    #expect(try ward.openFlags() == "1 bp.sys.crit, 2 bp.dia.crit, 3 bp.extreme.sys")
  }

  @Test(arguments: [("@-3m", "@-3m"), ("@14:00", "@14:00"), ("@-3m", "@14:00")])
  func `verifies with the time before it`(_ first: String, _ second: String) throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:03:00")
    try ward.type("\(first) hr 170")
    try ward.at("14:04:10")
    let recorded = try ward.type("\(second) hr 170")
    #expect(recorded.file.log.last?.content == .verification(of: EntryNumber(2)))
    #expect(try ward.entry(2).observed.instant == Ward.instant("14:00:00"))
  }

  @Test func `does not verify a reading that was observed at another clock time`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:05:00")
    try ward.type("@14:00 hr 170")
    try ward.at("14:06:00")
    // As far back from now as the first was from its typing, and another reading all the same.
    let recorded = try ward.type("@14:01 hr 170")
    #expect(recorded.file.log.last?.content.kind == .vitals)
    #expect(try ward.entry(2).verifiedBy == nil)
  }

  @Test func `verifies a jump when what it jumped from is older than five minutes by then`() throws
  {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80")
    try ward.at("14:04:30")
    try ward.type("190/85")
    #expect(try ward.vitals(3).unverified == [.systolic])
    try ward.at("14:05:30")
    let recorded = try ward.type("190/85")
    #expect(recorded.file.log.last?.content == .verification(of: EntryNumber(3)))
    #expect(try ward.file().assessment.extremes[.systolic]?.highest.isVerified == true)
  }

  @Test func `counts as a jump from exactly sixty and within five minutes only`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("120/80 70")
    try ward.at("14:04:59")
    try ward.type("180/139 119")
    #expect(try ward.vitals(3).unverified == [.systolic, .diastolic])
    try ward.at("14:05:00")
    try ward.type("120/80 120", by: "LH")
    #expect(try ward.vitals(4).unverified.isEmpty, "exactly five minutes after the verified ones")
  }

  @Test func `is never a second dose`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("13:30:00")
    try ward.type("ketamine 360 mg iv over 40 min")
    try ward.at("13:31:00")
    try ward.type("ketamine 360 mg iv over 40 min")
    try ward.at("13:31:30")
    // Verified now: the same line is one more dose.
    try ward.type("ketamine 360 mg iv over 40 min")
    let kinds = try ward.file().log.map(\.content.kind)
    #expect(kinds == [.opened, .dose, .verification, .dose])
    #expect(try ward.entry(2).verifiedBy == EntryNumber(3))
  }

  @Test func `by someone else is a second reading`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("hr 170")
    try ward.at("14:00:30")
    let recorded = try ward.type("hr 170", by: "LH")
    #expect(recorded.file.log.last?.content.kind == .vitals)
    #expect(try ward.entry(2).verifiedBy == nil)
  }

  @Test(arguments: [("14:02:00", EntryKind.verification), ("14:02:01", .vitals)])
  func `verifies within two minutes`(_ clock: String, _ kind: EntryKind) throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("hr 170")
    try ward.at(clock)
    #expect(try ward.type("hr 170").file.log.last?.content.kind == kind)
  }

  @Test func `with another remark or value is a second reading`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("hr 170")
    try ward.at("14:00:20")
    #expect(try ward.type("hr 171").file.log.last?.content.kind == .vitals)
    #expect(try ward.type("hr 170 -- by hand").file.log.last?.content.kind == .vitals)
  }

  @Test func `that was taken back leaves the first unverified`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("hr 170")
    try ward.type("hr 170")
    #expect(try ward.entry(2).verifiedBy == EntryNumber(3))
    try ward.type("undo")
    #expect(try ward.entry(2).verifiedBy == nil)
    #expect(try ward.openFlags().contains("unverified"))
  }

  @Test func `verifies a correction that is typed again`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("hr 70")
    try ward.at("14:00:20")
    try ward.type("fix last hr 170 -- one digit was left out")
    #expect(try ward.vitals(2).unverified == [.heartRate])
    try ward.at("14:01:00")
    let recorded = try ward.type("fix #2 hr 170 -- one digit was left out")
    #expect(recorded.file.log.last?.content == .verification(of: EntryNumber(2)))
    #expect(try ward.entry(2).verifiedBy == EntryNumber(4))
  }
}
