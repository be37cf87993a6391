import Monitoring
import Reports
import SessionRecord
import Testing

struct AnswerTests {
  @Test func `names patient, code, session and room, and that limits are not adopted`() throws {
    let answer = try AnswerSamples().answer(3, style: Style(width: 200))
    let head = try #require(answer.split(separator: "\n").first)
    #expect(
      head
        == "Rivera, Alex  P-014  b. 1984-03-12  S-2026-0119  room 2  limits not adopted by this clinic  entered by KO"
    )
  }

  @Test func `names the worst flag first`() throws {
    let samples = try AnswerSamples()
    let log = samples.sample.log
    let surge = try SampleFlags.surge(
      log,
      state: .confirmed(at: try log.at("14:15"), repeated: true)
    )
    let low = try SampleFlags.saturation(log, state: .unconfirmed)
    let answer = try samples.answer(
      14,
      before: [try SampleFlags.surgeUnconfirmed(log)],
      after: [surge, low],
      style: Style(width: 200)
    )
    let flags = answer.split(separator: "\n").filter { $0.hasPrefix("▲") || $0.hasPrefix("▼") }
    #expect(flags.count == 2)
    #expect(flags.first?.contains("flag 1 confirmed by repeat 14:15, high priority") == true)
    #expect(flags.last?.contains("repeat within 5 min, by 14:20") == true)
  }

  @Test func `asks for the dose that is not said, and for the grade of a crisis`() throws {
    let samples = try AnswerSamples()
    #expect(try samples.answer(12).contains("How much was given?"))
    #expect(try samples.answer(21).contains("How severe?"))
    #expect(try !samples.answer(10).contains("?"))
  }

  @Test func `says why a value is not verified, and how to verify it`() throws {
    let answer = try AnswerSamples().answer(16, style: Style(width: 200))
    #expect(answer.contains("HR 172?/min"))
    #expect(
      answer.contains("unverified (heart rate outside 40 to 160): type it again to verify")
    )
  }

  @Test func `says why a dose is not verified, and shows the hint beside it`() throws {
    let answer = try answer { log in
      try log.add(
        "13:05",
        .dose(
          try Dose(
            drug: "ketorolac",
            amount: try Amount(thousandths: 30_000, .milligram),
            route: .intravenous,
            unverified: [.drug]
          )
        )
      )
    } hints: {
      [$0: "Did you mean ketamine?"]
    }
    #expect(answer.contains("ketorolac 30 mg (0.42 mg/kg) intravenous ?"))
    #expect(answer.contains("unverified (drug not on the protocol's list"))
    #expect(answer.contains("Did you mean ketamine?"))
  }

  @Test func `says which value a second typing verified`() throws {
    let answer = try answer { log in
      try log.add("13:05", try vitals([.heartRate: 172], doubtful: [.heartRate]))
      try log.add("13:06", .verification(of: EntryNumber(2)))
    }
    #expect(answer.contains("#3 13:06 #2 verified: the same line was typed again"))
    #expect(answer.contains("#2 13:05 HR 172/min  verified by #3"))
  }

  @Test func `says that a session was struck out, and is kept`() throws {
    let answer = try answer { log in
      try log.add("13:05", .void(Voiding(of: EntryNumber(1), reason: .because("wrong patient"))))
    }
    #expect(answer.contains("session struck out: wrong patient"))
    #expect(answer.contains("It is kept, and out of every count."))
  }

  @Test func `says that a session is open again when its closing is withdrawn`() throws {
    let withdrawn = Voiding(of: EntryNumber(2), reason: .because("not over yet"))
    let again = try answer { log in
      try log.add("13:05", .closed)
      try log.add("13:06", .void(withdrawn))
    }
    #expect(again.contains("The session is open again."))
    let closedTwice = try answer { log in
      try log.add("13:05", .closed)
      try log.add("13:06", .closed)
      try log.add("13:07", .void(withdrawn))
    }
    #expect(!closedTwice.contains("open again"))
  }

  @Test func `says what was not done when a session closes`() throws {
    let samples = try AnswerSamples()
    let pain = try SampleFlags.chestPain(samples.sample.log)
    let answer = try samples.answer(25, before: [pain], after: [pain])
    #expect(answer.contains("session closed"))
    #expect(answer.contains("Still open at closing: flag 4."))
    #expect(answer.contains("Not acknowledged: flag 4."))
  }

  @Test func `says that a retry was saved before`() throws {
    let answer = try AnswerSamples().answer(11, alreadySaved: true)
    #expect(answer.contains("Already saved as #11. Nothing was added."))
  }

  @Test func `says which milder flag an acknowledgement covers`() throws {
    let samples = try AnswerSamples()
    let log = samples.sample.log
    let covered = try SampleFlags.surge(
      log,
      state: .confirmed(at: try log.at("14:15"), repeated: true),
      covering: true
    )
    let answer = try samples.answer(15, before: [covered], after: [covered])
    #expect(answer.contains("It covers the milder flag 1, raised with it."))
  }

  @Test func `reads back who the patient is and what is missing at opening`() throws {
    var sample = try SampleSession()
    sample.state = .open
    let whole = try sample.file(upTo: 1, flags: [])
    let bare = Assessment(
      chart: whole.assessment.chart,
      asOf: whole.assessment.asOf,
      timeZero: nil,
      baseline: [:],
      extremes: [:],
      flags: []
    )
    let file = SessionFile(
      session: whole.session,
      patient: whole.patient,
      monitoringProtocol: whole.monitoringProtocol,
      log: whole.log,
      assessment: bare,
      zone: whole.zone
    )
    let text = OpeningText(file, style: Style(width: 200)).text
    #expect(text.contains("patient P-014: Rivera, Alex"))
    #expect(text.contains("born 1984-03-12"))
    #expect(text.contains("9 rules, limits not adopted by this clinic"))
    #expect(text.contains("missing. Without one no baseline rule speaks."))
  }

  @Test func `says that an identity was erased`() throws {
    var samples = try AnswerSamples()
    samples.sample.identity = nil
    #expect(try samples.answer(3).hasPrefix("P-014  (identity erased)  S-2026-0119"))
  }

  /// The answer to the last entry of a small open session.
  private func answer(
    _ add: (inout SampleLog) throws -> Void,
    hints: (EntryNumber) -> [EntryNumber: String] = { _ in [:] }
  ) throws -> String {
    var sample = try SampleSession()
    var log = try SampleLog()
    try log.add("13:00", .opened(try sample.opening()))
    try add(&log)
    sample.log = log
    sample.state = .open
    let file = try sample.file(flags: [])
    let last = EntryNumber(log.entries.count)
    return AnswerText(
      file,
      new: [last],
      hints: hints(last),
      changes: FlagChanges(before: file.assessment, after: file.assessment),
      style: Style(width: 200)
    ).text
  }
}
