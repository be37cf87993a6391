import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A deferral, its correction and its withdrawal say group by group what is put off, so that nobody
/// takes for put off what is due.
struct PutOffTests {
  /// To 13:33, T+18: in time so far.
  private func begun() throws -> AssessedSession {
    var session = try HandPlan.dosed()
    try session.add("13:25", try HandPlan.pressures(126, 80))
    return session
  }

  /// The lines of the answer to the last entry that say what is put off.
  private func said(_ session: AssessedSession, asOf: String) throws -> [String] {
    try session.answer(asOf: asOf).split(separator: "\n").map { String($0).spaced }
      .filter { $0.contains("puts off") }
      .map { String($0.drop { $0 == " " }) }
  }

  @Test func `says which slot of which group is put off`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    #expect(try said(session, asOf: "13:33") == ["puts off blood pressure of T+20"])
  }

  @Test func `a whole set names each group that was due`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.wholeSet))
    #expect(try said(session, asOf: "13:33") == ["puts off blood pressure, sedation of T+20"])
    // Before their spans, only the one that comes first.
    var early = try HandPlan.dosed()
    try early.add("13:16", HandPlan.deferral(.wholeSet))
    #expect(try said(early, asOf: "13:16") == ["puts off blood pressure of T+10"])
  }

  @Test func `says that it was not allowed, where the one before it was put off`() throws {
    var session = try HandPlan.dosed()
    try session.add("13:23", HandPlan.deferral(.bloodPressure))
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    #expect(
      try said(session, asOf: "13:33")
        == ["puts off nothing: it was not allowed for blood pressure when it was typed"]
    )
  }

  @Test func `a correction to more says for what it was never allowed`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    try session.correct("13:34", 5, to: HandPlan.deferral(.wholeSet))
    #expect(
      try said(session, asOf: "13:34") == [
        "puts off blood pressure of T+20; nothing else: it was not allowed for sedation when it was "
          + "typed"
      ]
    )
  }

  @Test func `a correction to something else says that nothing is put off`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    try session.correct("13:34", 5, to: HandPlan.deferral(.sign(.moaas)))
    #expect(
      try said(session, asOf: "13:34")
        == ["puts off nothing: it was not allowed for sedation when it was typed"]
    )
    var other = try begun()
    try other.add("13:33", HandPlan.deferral(.bloodPressure))
    try other.correct("13:34", 5, to: HandPlan.deferral(.sign(.temperature)))
    #expect(
      try said(other, asOf: "13:34") == ["puts off nothing: no group of the schedule has it"]
    )
  }

  @Test func `a correction onto a peak reading says that it is never put off`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    try session.add("13:35", try HandPlan.pressures(128, 82))
    try session.correct("13:43", 5, to: HandPlan.deferral(.bloodPressure), observed: "13:43")
    #expect(
      try said(session, asOf: "13:43")
        == ["puts off nothing: T+30 of blood pressure is a peak reading, which is never put off"]
    )
  }

  @Test func `what was taken after all is not put off`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    try session.add("13:36", try HandPlan.pressures(128, 82))
    try session.correct("13:37", 5, to: .deferred(Deferral(.bloodPressure, reason: "sleeping")))
    #expect(
      try said(session, asOf: "13:37")
        == ["puts off nothing: T+20 of blood pressure is kept (#6)"]
    )
  }

  @Test func `what another deferral put off before is not put off twice`() throws {
    var session = try HandPlan.dosed()
    try session.add("13:16", HandPlan.deferral(.bloodPressure))
    try session.add("13:17", HandPlan.deferral(.bloodPressure))
    #expect(
      try said(session, asOf: "13:17")
        == ["puts off nothing: T+10 of blood pressure was put off before (#4)"]
    )
  }

  @Test func `says that no slot is left`() throws {
    var session = try HandPlan.dosed()
    try session.add("14:15", try vitals([.moaas: 5]))
    try session.add("14:16", HandPlan.deferral(.sign(.moaas)))
    #expect(
      try said(session, asOf: "14:16") == ["puts off nothing: no slot of sedation is left"]
    )
  }

  @Test func `a withdrawn one puts off nothing any more`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    try session.add("13:34", .void(Voiding(of: EntryNumber(5), reason: .undone)))
    #expect(try said(session, asOf: "13:34") == ["puts off nothing any more: it is voided"])
  }

  @Test func `says that there is no slot before the dose, and nothing without a schedule`() throws {
    var session = try AssessedSession(under: HandPlan.made())
    try session.add("13:05", HandPlan.deferral(.bloodPressure))
    #expect(
      try said(session, asOf: "13:05")
        == ["puts off nothing yet: it is for the first slot after the dose"]
    )
    var bare = try AssessedSession()
    try bare.add("13:05", HandPlan.deferral(.bloodPressure))
    #expect(try said(bare, asOf: "13:05").isEmpty)
    #expect(try bare.answer(asOf: "13:05").contains("blood pressure deferred: asleep"))
  }

  @Test func `the report says it of each deferral that stands`() throws {
    var session = try begun()
    try session.add("13:33", HandPlan.deferral(.bloodPressure))
    try session.add("13:34", HandPlan.deferral(.bloodPressure))
    try session.add("13:35", .void(Voiding(of: EntryNumber(6), reason: .undone)))
    let text = SessionReportText(try session.file(asOf: "13:36"), style: Style(width: 200)).text
    #expect(
      text.spaced.contains("\n#5 13:33 T+18 deferral puts off blood pressure of T+20\n")
    )
    #expect(!text.contains("deferral puts off nothing"))
  }
}
