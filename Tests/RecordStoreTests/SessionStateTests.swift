import RecordStore
import SessionRecord
import Testing

@Suite("Sessions at a glance")
struct SessionStateTests {
  private let because = Voiding.Reason.because("slip")

  private func amend(_ entry: Int, to content: Content) -> Content {
    .amendment(
      Amendment(of: EntryNumber(entry), content: content, observed: nil, reason: "slip")
    )
  }

  private func void(_ entry: Int) -> Content {
    .void(Voiding(of: EntryNumber(entry), reason: because))
  }

  private func acknowledge() -> Content {
    .acknowledgement(Acknowledgement(flags: [], text: "seen"))
  }

  /// The session's state after the opening and one commit for each content.
  private func state(after contents: [Content]) throws -> Session.State? {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    for (place, content) in contents.enumerated() {
      try record.append([content], to: session, minutes: place + 1)
    }
    return try record.store.session(session)?.state
  }

  @Test func `is open until closed, and amended by a correction or a void after it`() throws {
    #expect(try state(after: []) == .open)
    #expect(try state(after: [.note("a"), amend(2, to: .note("b"))]) == .open)
    #expect(try state(after: [.note("a"), .closed]) == .closed)
    #expect(try state(after: [.note("a"), .closed, acknowledge()]) == .closed)
    #expect(try state(after: [.note("a"), .closed, amend(2, to: .note("b"))]) == .amended)
    #expect(try state(after: [.note("a"), .closed, void(2)]) == .amended)
    #expect(try state(after: [.closed, acknowledge(), void(3)]) == .amended)
  }

  @Test func `is closed with the decision before the closing, and amended by one after it`()
    throws
  {
    let decision = Content.leaving(
      .decision(try LeavingDecision(.criteriaMet, decidedBy: ClinicianCode("LH")))
    )
    let answers = Content.leaving(
      .answers(try CriteriaAnswers([CriteriaAnswers.Answer(CriterionID("gait"), isMet: true)]))
    )
    #expect(try state(after: [answers, decision]) == .open)
    #expect(try state(after: [answers, decision, .closed]) == .closed)
    #expect(try state(after: [.closed, decision]) == .amended)
    #expect(try state(after: [.closed, answers]) == .amended)
  }

  @Test func `is open again when its closing is void, and closed by the next`() throws {
    #expect(try state(after: [.closed, void(2)]) == .open)
    #expect(try state(after: [.closed, void(2), .closed]) == .closed)
    #expect(try state(after: [.closed, .closed, void(2)]) == .amended)
  }

  @Test func `is void with its opening, whatever came before or after`() throws {
    #expect(try state(after: [void(1)]) == .void)
    #expect(try state(after: [.closed, void(1)]) == .void)
    #expect(try state(after: [void(1), .closed]) == .void)
  }

  @Test func `has its opening, and the time at which it was closed`() throws {
    let record = try TemporaryRecord()
    let number = try record.openSession(minutes: 2)
    try record.append([.closed], to: number, minutes: 62)
    let session = try #require(try record.store.session(number))
    #expect(session.opening == record.opening())
    #expect(session.opened == TemporaryRecord.moment(2).recorded)
    #expect(session.closed == TemporaryRecord.moment(62).recorded)
    #expect(session.number == number)
  }

  @Test func `are listed by number, of one patient or all, the open ones or all`() throws {
    let record = try TemporaryRecord()
    let other = try record.store.add(
      patient: try PatientCode("P-015"),
      identity: try Identity(),
      at: TemporaryRecord.opened
    )
    let one = try record.openSession()
    let two = try record.openSession(minutes: 1, patient: other)
    try record.append([.closed], to: one, minutes: 2)
    let three = try record.openSession(minutes: 3)
    try record.append([void(1)], to: two, minutes: 4)
    func numbers(_ patient: PatientCode?, _ openOnly: Bool) throws -> [SessionNumber] {
      try record.store.sessions(of: patient, openOnly: openOnly).map(\.number)
    }
    #expect(try numbers(nil, false) == [one, two, three])
    #expect(try numbers(nil, true) == [three])
    #expect(try numbers(record.patient.code, false) == [one, three])
    #expect(try numbers(other.code, true) == [])
    #expect(try numbers(PatientCode("P-099"), false) == [])
  }
}
