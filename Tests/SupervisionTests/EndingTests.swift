import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `The decision that a patient leaves` {
  @Test func `is stored with the closing in one commit, criteria met`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answerAll()
    #expect(try ward.unmet() == [])
    let recorded = try ward.end {
      $0.decidedBy = try ClinicianCode("LH")
      $0.readyMinute = 95
    }
    #expect(recorded.file.session.state == .closed)
    let (entry, decision) = try ward.decision()
    #expect(decision.outcome == .criteriaMet)
    #expect(decision.decidedBy.text == "LH")
    #expect(entry.author.text == "KO")
    #expect(decision.unmet.isEmpty)
    #expect(decision.readyMinute == 95)
    let last = try #require(try ward.file().log.last)
    #expect(last.content == .closed)
    #expect(last.commit == entry.commit)
  }

  @Test func `is that of whoever types it where nobody else is named`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answerAll()
    try ward.end(by: "LH") { _ in }
    #expect(try ward.decision().decision.decidedBy.text == "LH")
  }

  @Test func `meets the escort and the instructions with its own words`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answer(met: ["oriented", "gait", "cannula-out", "self-harm"])
    #expect(try ward.unmet() == ["escort", "driving"])
    try ward.end {
      $0.escort = "sister, A. Meier"
      $0.instructions = "no driving until tomorrow"
    }
    let decision = try ward.decision().decision
    #expect(decision.outcome == .criteriaMet)
    #expect(decision.escort == "sister, A. Meier")
    #expect(decision.instructions == "no driving until tomorrow")
    #expect(try ward.unmet() == [])
  }

  @Test func `keeps the reason of each criterion that was not met, and what was missing`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answer(met: ["oriented", "cannula-out", "self-harm"], notMet: ["gait"])
    try ward.end {
      $0.escort = "sister, A. Meier"
      $0.reasons = [(CriterionID("gait"), "uses a frame"), (nil, "told by her sister")]
    }
    let decision = try ward.decision().decision
    #expect(decision.outcome == .unmetWithReasons)
    #expect(
      decision.unmet == [
        LeavingDecision.Unmet(
          CriterionID("gait"),
          missing: "answered no by KO",
          reason: "uses a frame"
        ),
        LeavingDecision.Unmet(
          CriterionID("driving"),
          missing: "not answered",
          reason: "told by her sister"
        ),
      ]
    )
  }

  @Test func `needs a reason for the criteria that a reason for one does not name`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answer(met: ["oriented", "cannula-out", "self-harm"])
    let said = told {
      try ward.end {
        $0.escort = "sister, A. Meier"
        $0.reasons = [(CriterionID("gait"), "uses a frame")]
      }
    }
    #expect(
      said?.contains("A criterion for leaving is not met: driving. ") == true,
      "\(said ?? "")"
    )
    #expect(try ward.file().session.isOpen)
  }

  @Test func `against advice says why and who saw it, with what was missing`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.end { $0.againstAdvice = ("wants to go home", "MB") }
    let decision = try ward.decision().decision
    #expect(decision.outcome == .againstAdvice(reason: "wants to go home", witness: "MB"))
    #expect(
      decision.unmet.map(\.criterion.text)
        == ["oriented", "gait", "cannula-out", "escort", "driving", "self-harm"]
    )
    #expect(decision.unmet.allSatisfy { $0.reason == nil && $0.missing == "not answered" })
  }

  @Test func `asks for nothing where no dose was given`() throws {
    let ward = try Ward()
    try ward.openWhole()
    try ward.at("14:00:00")
    try ward.type("124/78 72")
    try ward.end()
    #expect(try ward.decision().decision.outcome == .noDose)
  }

  @Test(arguments: [
    "give ondansetron 4 mg iv", "chest pain", "bp unrecordable", "stop infusion given 12 mg",
  ])
  func `asks where another medicine was given, or a high flag is open`(_ line: String) throws {
    let ward = try Ward()
    try ward.openWhole()
    try ward.at("13:25:00")
    try ward.type(line)
    #expect(told { try ward.end() }?.contains("criteria for leaving are not met") == true)
    try ward.end { $0.reasons = [(nil, "taken over by the emergency department")] }
    #expect(try ward.decision().decision.outcome == .unmetWithReasons)
  }

  @Test func `is not asked for under a protocol without criteria, and is kept where it is given`()
    throws
  {
    let silent = try Ward()
    try silent.open()
    try silent.type("ketamine 36 mg iv")
    try silent.end()
    #expect(try silent.file().log.map(\.content.kind) == [.opened, .dose, .closed])
    let given = try Ward()
    try given.open()
    try given.type("ketamine 36 mg iv")
    try given.end { $0.escort = "sister, A. Meier" }
    #expect(try given.decision().decision.escort == "sister, A. Meier")
  }

  @Test(arguments: [-1, 1_441])
  func `takes no ready minute outside a day`(_ minute: Int) throws {
    let ward = try Ward()
    try ward.openWhole()
    #expect(
      told { try ward.end { $0.readyMinute = minute } } == "Minute \(minute) is outside 0 to 1440."
    )
    #expect(try ward.file().session.isOpen)
  }

  @Test func `stands on what is known when it is made, not on what was shown before`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answerAll()
    #expect(try ward.unmet() == [])
    // The last set was at 15:55; at 16:26 it is more than 30 minutes old.
    try ward.at("16:26:00")
    let said = told { try ward.end() }
    #expect(said?.contains("not met: pressure, ") == true, "\(said ?? "not refused")")
    #expect(try ward.file().session.isOpen)
  }
}

@Suite struct `Answers to criteria` {
  @Test func `are one entry, by whoever is named`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    let before = try ward.file().log.count
    try ward.answer(met: ["gait", "oriented"], notMet: ["cannula-out"], by: "LH")
    let log = try ward.file().log
    #expect(log.count == before + 1)
    #expect(log.last?.author.text == "LH")
    #expect(
      log.last?.content
        == .leaving(
          .answers(
            try CriteriaAnswers([
              CriteriaAnswers.Answer(CriterionID("gait"), isMet: true),
              CriteriaAnswers.Answer(CriterionID("oriented"), isMet: true),
              CriteriaAnswers.Answer(CriterionID("cannula-out"), isMet: false),
            ])
          )
        )
    )
    #expect(try ward.unmet() == ["cannula-out", "escort", "driving", "self-harm"])
  }

  @Test func `the newest stands, and one that is voided does not`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answerAll()
    try ward.answer(notMet: ["gait"], by: "LH")
    #expect(try ward.unmet() == ["gait"])
    try ward.type("void last -- said of another patient", by: "LH")
    #expect(try ward.unmet() == [])
  }

  @Test func `no escort is an answer without words`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answer(notMet: ["escort"])
    let escort = try #require(
      try ward.file().readiness.criteria.first { $0.criterion.id.text == "escort" }
    )
    #expect(escort.state == .missing("answered no by KO"))
  }

  @Test func `are refused where one is given twice, and none is stored`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    let before = try ward.file().log.count
    #expect(
      told { try ward.answer(met: ["gait"], notMet: ["gait"]) }
        == "The criterion gait is answered twice."
    )
    #expect(told { try ward.answer() } == "No criterion is answered.")
    #expect(try ward.file().log.count == before)
  }

  @Test func `cannot be corrected in place, and can be given anew`() throws {
    let ward = try Ward()
    try ward.openAndRecover()
    try ward.answer(met: ["gait"])
    #expect(
      told { try ward.type("fix last mark -- wrong") }?
        .contains("is a statement about leaving and cannot be corrected") == true
    )
  }
}
