import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

/// What a patient's course takes, and what it says back.
@Suite("Recording in a course")
struct CourseRecordingTests {
  private func ward() throws -> Ward {
    let ward = try Ward()
    try ward.know("P-014")
    return ward
  }

  private func integration() throws -> Content {
    .course(.integration(try Integration(modality: "mindfulness", minutes: 50)))
  }

  private func consent(_ day: String) throws -> Content {
    .course(
      .consent(
        try Consent(document: "consent", version: "3", signed: day, offLabelTold: true)
      )
    )
  }

  @Test func `stores all of one commit, observed now or when it is said to have been`() throws {
    let ward = try ward()
    let first = try ward.enter(consent("2026-11-19"), integration())
    #expect(first.new.map(\.value) == [1, 2])
    let then = try Ward.instant("09:00:00")
    let second = try ward.enter(integration(), at: then)
    #expect(second.new.map(\.value) == [3])
    let log = try ward.supervision.course(of: PatientCode("P-014")).log
    #expect(log.map(\.observed.instant) == [ward.hands.now, ward.hands.now, then])
    #expect(log.map(\.recorded.instant) == Array(repeating: ward.hands.now, count: 3))
    #expect(log.map(\.author.text) == ["MB", "MB", "MB"])
    #expect(second.course.log == log)
  }

  @Test func `refuses what belongs to a session, all or nothing`() throws {
    let ward = try ward()
    let refused = told { try ward.enter(try consent("2026-11-19"), .note("talked")) }
    #expect(refused?.contains("belongs to a session") == true)
    #expect(refused?.contains("Nothing was stored.") == true)
    let erasure = Content.course(.erasure(reason: "asked for", authority: "LH"))
    #expect(told { try ward.enter(erasure) }?.contains("vigil patient forget P-014") == true)
    #expect(try ward.supervision.course(of: PatientCode("P-014")).log.isEmpty)
  }

  @Test func `refuses what is still to come, and takes what is now`() throws {
    let ward = try ward()
    let now = ward.hands.now
    #expect(told { try ward.enter(try integration(), at: now + TimeSpan(milliseconds: 1)) } != nil)
    #expect(told { try ward.enter(try integration(), at: now) } == nil)
    #expect(told { try ward.enter(try consent("2026-11-20")) }?.contains("in the future") == true)
    #expect(told { try ward.enter(try consent("2026-11-19")) } == nil)
  }

  @Test func `refuses a patient who is not there`() throws {
    let ward = try ward()
    #expect(told { try ward.enter(try integration(), of: "P-999") }?.contains("P-999") == true)
  }

  @Test func `withdraws an entry once, for a reason, and never a withdrawal`() throws {
    let ward = try ward()
    #expect(told { try ward.withdraw(1) }?.contains("has no entry yet") == true)
    try ward.enter(integration())
    #expect(told { try ward.withdraw(1, because: " ") }?.contains("takes a reason") == true)
    #expect(told { try ward.withdraw(2) }?.contains("its last is #1") == true)
    let recorded = try ward.withdraw(1)
    #expect(recorded.course.chart[EntryNumber(1)]?.isVoid == true)
    #expect(told { try ward.withdraw(1) }?.contains("withdrawn already, by #2") == true)
    #expect(told { try ward.withdraw(2) }?.contains("final") == true)
  }

  @Test func `has the sessions that stand, by when they were opened, with what was counted`() throws
  {
    let ward = try Ward()
    try ward.treated()
    try ward.treated(day: 7)
    try ward.strikeOut(1)
    let course = try ward.supervision.course(of: PatientCode("P-014"))
    #expect(course.sessions.map(\.session.number.value) == [2])
    #expect(course.sessions.first?.tally.timeZero == (try Ward.instant("13:20:00", day: 7)))
    #expect(course.sessions.first?.afterCare.isEmpty == false)
  }

  @Test func `counts an open session as of now`() throws {
    let ward = try Ward()
    try ward.open(under: Ward.whole)
    #expect(
      try ward.supervision.course(of: PatientCode("P-014")).sessions.first?.tally.timeZero == nil
    )
    try ward.type("ketamine 36 mg iv")
    #expect(
      try ward.supervision.course(of: PatientCode("P-014")).sessions.first?.tally.timeZero
        == ward.hands.now
    )
  }
}
