import SessionRecord
import Testing

@Suite struct LeavingTests {
  private let gait = CriterionID("gait")
  private let time = CriterionID("time")

  private func decision(
    _ outcome: LeavingDecision.Outcome,
    unmet: [LeavingDecision.Unmet] = [],
    readyMinute: Int? = nil
  ) throws -> LeavingDecision {
    try LeavingDecision(
      outcome,
      decidedBy: ClinicianCode("LH"),
      unmet: unmet,
      readyMinute: readyMinute
    )
  }

  private func unmet(_ criterion: CriterionID, because reason: String?) -> LeavingDecision.Unmet {
    LeavingDecision.Unmet(criterion, missing: "not answered", reason: reason)
  }

  // MARK: - Answers

  @Test func `refuses to record that nothing was answered`() throws {
    #expect(throws: ValueRefusal.noAnswer) { try CriteriaAnswers([]) }
    let one = CriteriaAnswers.Answer(gait, isMet: false)
    #expect(try CriteriaAnswers([one]).answers == [one])
  }

  @Test func `refuses two answers to one criterion, whatever they say`() throws {
    let yes = CriteriaAnswers.Answer(gait, isMet: true)
    let no = CriteriaAnswers.Answer(gait, isMet: false, words: "holds on to the wall")
    let other = CriteriaAnswers.Answer(time, isMet: true)
    for answers in [[yes, yes], [yes, no], [other, no, yes], [yes, other, no]] {
      #expect(throws: ValueRefusal.answeredTwice(gait)) { try CriteriaAnswers(answers) }
    }
    #expect(try CriteriaAnswers([no, other]).answers == [no, other])
    #expect(try CriteriaAnswers([other, no]).answers == [other, no])
  }

  // MARK: - The decision

  @Test func `refuses criteria met where one is not`() throws {
    #expect(throws: ValueRefusal.criterionUnmet(time)) {
      try decision(.criteriaMet, unmet: [unmet(time, because: "x"), unmet(gait, because: nil)])
    }
    #expect(try decision(.criteriaMet).unmet.isEmpty)
  }

  @Test func `refuses reasons where nothing is unmet`() throws {
    #expect(throws: ValueRefusal.nothingUnmet) { try decision(.unmetWithReasons) }
    let reasoned = [unmet(gait, because: "walks with a frame")]
    #expect(try decision(.unmetWithReasons, unmet: reasoned).unmet == reasoned)
  }

  @Test func `names the first criterion that has no reason`() throws {
    let some = [
      unmet(CriterionID("pressure"), because: "usual"), unmet(gait, because: nil),
      unmet(time, because: nil),
    ]
    #expect(throws: ValueRefusal.unmetWithoutReason(gait)) {
      try decision(.unmetWithReasons, unmet: some)
    }
  }

  @Test func `asks no reason of a patient who leaves against advice`() throws {
    let bare = [unmet(gait, because: nil), unmet(time, because: nil)]
    let outcome = LeavingDecision.Outcome.againstAdvice(reason: "will not wait", witness: "KO")
    #expect(try decision(outcome, unmet: bare).unmet == bare)
    #expect(try decision(outcome).unmet.isEmpty)
  }

  @Test(arguments: [LeavingDecision.Outcome.noDose, .noCriteria, .criteriaMet])
  func `nothing is unmet where no criterion was asked, or all are met`(
    outcome: LeavingDecision.Outcome
  ) throws {
    #expect(try decision(outcome).unmet.isEmpty)
    #expect(throws: ValueRefusal.criterionUnmet(gait)) {
      try decision(outcome, unmet: [unmet(gait, because: "frame")])
    }
  }

  @Test(arguments: ["", " ", "\t "])
  func `refuses words that say nothing`(blank: String) throws {
    #expect(throws: ValueRefusal.emptyText(what: "answer")) {
      try CriteriaAnswers([CriteriaAnswers.Answer(gait, isMet: true, words: blank)])
    }
    #expect(throws: ValueRefusal.emptyText(what: "reason")) {
      try decision(.unmetWithReasons, unmet: [unmet(gait, because: blank)])
    }
    #expect(throws: ValueRefusal.emptyText(what: "witness")) {
      try decision(.againstAdvice(reason: "will not wait", witness: blank))
    }
    #expect(throws: ValueRefusal.emptyText(what: "reason")) {
      try decision(.againstAdvice(reason: blank, witness: "MB"))
    }
  }

  @Test(arguments: [-1, 1_441, Int.min, Int.max])
  func `refuses a ready minute outside a day`(minute: Int) throws {
    #expect(throws: ValueRefusal.readyMinuteOutside(minute)) {
      try decision(.criteriaMet, readyMinute: minute)
    }
  }

  @Test(arguments: [nil, 0, 118, 1_440])
  func `keeps the ready minute that was typed, or none`(minute: Int?) throws {
    #expect(try decision(.noDose, readyMinute: minute).readyMinute == minute)
  }

  @Test func `keeps every word that was given`() throws {
    let decision = try LeavingDecision(
      .againstAdvice(reason: "will not wait", witness: "KO"),
      decidedBy: ClinicianCode("Müller"),
      unmet: [unmet(gait, because: "sits well")],
      escort: "sister",
      instructions: "no driving",
      readyMinute: 118
    )
    #expect(decision.outcome == .againstAdvice(reason: "will not wait", witness: "KO"))
    #expect(decision.decidedBy.text == "Müller")
    #expect(decision.unmet.map(\.reason) == ["sits well"])
    #expect(decision.escort == "sister")
    #expect(decision.instructions == "no driving")
    #expect(Content.leaving(.decision(decision)).kind == .leaving)
    #expect(!Content.leaving(.decision(decision)).isDoubted)
  }

  // MARK: - What is said

  @Test func `says of every refusal what is wrong in a sentence`() {
    let refusals: [(ValueRefusal, String)] = [
      (.noAnswer, "No criterion is answered."),
      (.answeredTwice(gait), "The criterion gait is answered twice."),
      (.criterionUnmet(gait), "The criterion gait is not met, so not every criterion is."),
      (.nothingUnmet, "Every criterion is met, so there is nothing to give a reason for."),
      (.unmetWithoutReason(gait), "The criterion gait is not met, and no reason is given."),
      (.readyMinuteOutside(1_441), "Minute 1441 is outside 0 to 1440."),
    ]
    for (refusal, text) in refusals {
      #expect(refusal.description == text)
      #expect(refusal.kind == .badInput)
    }
  }
}
