import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite("A session of the wrong patient")
struct MovingTests {
  @Test func `is copied number for number, with authors, observers and times`() throws {
    let ward = try Ward.withMistakenSession()
    let before = try ward.file().log
    try ward.at("15:10:00")
    let moved = try ward.move()
    let source = try ward.file(1)
    let target = try ward.file(2)
    #expect(moved.source.file.log == source.log && moved.target.file.log == target.log)
    #expect(try target.session.opening.patient == PatientCode("P-015"))
    #expect(target.patient.commitment == target.session.opening.identity)
    #expect(target.session.opening.weight == source.session.opening.weight)
    #expect(target.session.room == "7")
    let copies = target.log.dropLast()
    #expect(copies.count == before.count)
    for (original, copy) in zip(before, copies) {
      #expect(copy.number == original.number && copy.id != original.id)
      #expect(copy.author == original.author && copy.observer == original.observer)
      #expect(copy.observed == original.observed)
      #expect(copy.source == .copy(of: SessionNumber(1), original.number))
      #expect(copy.recorded.instant == ward.hands.now, "the record learned of it now")
      #expect(original.number.value == 1 || copy.content.kind == original.content.kind)
      switch copy.content {
      case .opened, .acknowledgement: break
      default: #expect(copy.content == original.content, "#\(copy.number)")
      }
    }
    #expect(Set(copies.map(\.author.text)) == ["KO", "MB"])
    let last = try #require(target.log.last)
    #expect(last.author.text == "LH" && last.source == .typed)
    #expect(
      last.content
        == .moved(try Move(.from, session: SessionNumber(1), entries: [], reason: "wrong code"))
    )
  }

  @Test func `is struck out where it was, by who moves it`() throws {
    let ward = try Ward.withMistakenSession()
    let count = try ward.file().log.count
    try ward.move()
    let source = try ward.file(1)
    #expect(source.session.state == .void)
    let new = source.log.dropFirst(count)
    #expect(new.map(\.content.kind) == [.moved, .void])
    #expect(new.allSatisfy { $0.author.text == "LH" })
    #expect(
      new.last?.content
        == .void(
          Voiding(
            of: EntryNumber(1),
            reason: .because("moved to S-2026-0002 of P-015: wrong code")
          )
        )
    )
  }

  @Test func `keeps its flags, corrections and verifications`() throws {
    let ward = try Ward.withMistakenSession()
    let before = try ward.standing(1)
    #expect(before.count >= 3)
    try ward.move()
    #expect(try ward.standing(2) == before)
    let chart = try ward.file(2).assessment.chart
    #expect(chart[EntryNumber(2)]?.amendments == [EntryNumber(3)])
    #expect(chart[EntryNumber(5)]?.verifiedBy == EntryNumber(6))
    #expect(chart[EntryNumber(7)]?.isVoid == true)
  }

  @Test func `keeps the acknowledgements on the flags that they were of`() throws {
    let ward = try Ward.withMistakenSession()
    let before = try ward.acknowledged(1)
    #expect(!before.isEmpty)
    try ward.move()
    #expect(try ward.acknowledged(2) == before)
    // They are called by the numbers that the flags have here.
    let file = try ward.file(2)
    for entry in file.log {
      guard case .acknowledgement(let acknowledgement) = entry.content else { continue }
      for named in acknowledgement.flags {
        let flag = file.assessment.flags.first { $0.number == named.number }
        #expect(flag?.identity == named.flag)
      }
    }
  }

  @Test func `has a note where an acknowledged flag is not raised again`() throws {
    let ward = try Ward()
    try ward.open(room: "7")
    try ward.at("14:00:00")
    try ward.type("184/80")
    try ward.type("ack 1 head up")
    try ward.at("14:01:00")
    try ward.type("fix 2 134/80 -- digits transposed")
    #expect(try ward.file().assessment.flags.allSatisfy { $0.retractedBy != nil })
    try ward.know("P-015")
    let moved = try ward.move()
    #expect(
      try ward.file(2).log[2].content == .note("Acknowledged flag 1, not raised here: head up")
    )
    #expect(moved.target.new.contains(EntryNumber(3)), "it is shown")
    // The correction after it still corrects what it corrected.
    #expect(try ward.vitals(2, in: 2).value(.systolic)?.thousandths == 134_000)
  }

  @Test func `goes on as an open one does, by the same people`() throws {
    let ward = try Ward.withMistakenSession()
    try ward.move()
    #expect(try ward.file(2).session.isOpen)
    try ward.at("15:12:00")
    try ward.type("118/74 70", in: 2)
    #expect(
      told { try ward.type("118/74 70", in: 1) }?.contains("struck out") == true,
      "the other takes nothing more"
    )
    try ward.end(2)
    #expect(try ward.file(2).session.state == .closed)
  }

  @Test func `that is closed keeps its closing, its decision and its clock`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answerAll()
    try ward.end { _ in }
    let before = try ward.file()
    try ward.know("P-015")
    try ward.at("09:00:00", day: 1)
    try ward.move()
    let after = try ward.file(2)
    #expect(after.session.state == .amended)
    #expect(after.session.closed == before.session.closed)
    #expect(after.assessment.clock == before.assessment.clock, "time stood still at the closing")
    #expect(
      after.assessment.chart.leavingDecision?.decision
        == before.assessment.chart.leavingDecision?.decision
    )
    #expect(after.readiness.unmet.isEmpty && before.readiness.unmet.isEmpty)
    #expect(try ward.standing(2) == ward.standing(1))
    #expect(after.assessment.keptCounts == before.assessment.keptCounts)
  }

  @Test func `with a closing taken back has the last decision and no other`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answerAll()
    try ward.end { $0.readyMinute = 90 }
    let closing = try #require(try ward.file().assessment.chart.closing?.number)
    try ward.type("void #\(closing) -- still dizzy")
    try ward.know("P-015")
    try ward.move()
    #expect(try ward.file(2).session.isOpen)
    #expect(try ward.file(2).assessment.chart.leavingDecision == nil)
    try ward.end(2)
    let decision = try ward.file(2).assessment.chart.leavingDecision
    #expect(decision?.decision.readyMinute == nil, "the one of the standing closing")
  }

  @Test func `can be moved on, once more`() throws {
    let ward = try Ward.withMistakenSession()
    let before = try ward.standing(1)
    try ward.move()
    try ward.know("P-016")
    try ward.move(2, to: "P-016")
    #expect(try ward.standing(3) == before)
    #expect(try ward.file(3).log[1].source == .copy(of: SessionNumber(2), EntryNumber(2)))
    #expect(try ward.supervision.store.sessions(of: nil, openOnly: true).map(\.number.value) == [3])
  }

  // MARK: - Refused

  @Test func `is not moved where that cannot be meant, and nothing is changed`() throws {
    let ward = try Ward.withMistakenSession()
    try ward.open("P-016")
    let before = try ward.everything()
    for (patient, problem) in [
      ("P-014", "S-2026-0001 is a session of P-014 already. Nothing was moved."),
      ("P-099", "There is no patient “P-099”."),
      (
        "P-016",
        "P-016 has an open session, S-2026-0002, and a patient has one at a time. Nothing was moved. "
          + "Close it first, with vigil end S-2026-0002. Or move into it what belongs to it: "
          + "vigil move 1 --entry 17 --to P-016 --because …"
      ),
    ] {
      let said = told { try ward.move(to: patient) }
      #expect(said?.hasPrefix(problem) == true, "\(said ?? "not refused")")
    }
    #expect(told { try ward.move(because: " ") }?.hasPrefix("A reason is missing") == true)
    #expect(told { try ward.move(by: nil) }?.hasPrefix("It does not say who") == true)
    #expect(try ward.everything() == before)
    try ward.strikeOut()
    #expect(told { try ward.move() }?.contains("struck out") == true)
  }

  @Test func `that is closed may go beside an open one`() throws {
    let ward = try Ward.withMistakenSession()
    try ward.end()
    try ward.open("P-015")
    try ward.move()
    #expect(try ward.file(3).session.state == .amended)
    #expect(try ward.supervision.store.sessions(of: nil, openOnly: true).map(\.number.value) == [2])
  }

  // MARK: - Counts

  @Test func `is in every count once, and under its own patient`() throws {
    let ward = try Ward.withMistakenSession()
    try ward.type("nausea moderate", "vomiting severe")
    try ward.end()
    let before = try ward.counted()
    #expect(before.flags.count >= 3 && before.effects.count == 2)
    try ward.move()
    let after = try ward.counted()
    #expect(after.flags == before.flags.map { "2" + $0.dropFirst() })
    #expect(after.effects == before.effects.map { "2" + $0.dropFirst() })
    #expect(after.review == before.review)
    #expect(try ward.supervision.flags(FlagQuery(patient: PatientCode("P-014"))).isEmpty)
    #expect(try ward.supervision.effects(EffectQuery(patient: PatientCode("P-014"))).isEmpty)
    #expect(try ward.supervision.effects(EffectQuery(patient: PatientCode("P-015"))).count == 2)
    // Struck out in its turn, it is in none.
    try ward.strikeOut(2)
    let none = try ward.counted()
    #expect(none.flags.isEmpty && none.effects.isEmpty)
    #expect(none.review != before.review)
  }
}
