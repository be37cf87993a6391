import SessionRecord

/// Golden contents of what is around a session: each choice of each kind at least once.
func aroundContents() throws -> [Content] {
  try screenings() + presences() + reviews() + [
    .assigned(room: "3 – rechts"), .addendum("called back on Friday"),
    .moved(
      try Move(.from, session: SessionNumber(118), entries: [], reason: "wrong code")
    ),
    .moved(
      try Move(
        .to,
        session: SessionNumber(120),
        entries: [EntryNumber(17), EntryNumber(18)],
        reason: "typed in the wrong session"
      )
    ),
    .waste(Waste(try Amount(thousandths: 14_000, .milligram), witness: "MB")),
  ]
}

private func screenings() throws -> [Content] {
  let answers = zip(GateAnswer.allCases, ["chaperone", "glaucoma", "sud", "porphyria"]).map {
    GateAnswers.Answer(GateID($1), $0, words: $0 == .yes ? "brother, D. Example" : nil)
  }
  let findings = GateLevel.allCases.map { level in
    GateFinding(
      gate: GateID("gate-\(level.rawValue)"),
      level: level,
      answer: level == .required ? .unknown : .no,
      holds: level == .hard,
      basis: "answered by KO 13:00",
      entry: level == .info ? nil : EntryNumber(3)
    )
  }
  let reasons = [
    GateDecision.Reasoned(GateID("glaucoma"), reason: "treated, letter of 2 Nov"),
    GateDecision.Reasoned(GateID("hold"), reason: "white coat"),
  ]
  let kept = try AnswerSource.allCases.map { source in
    Content.screening(.answers(try GateAnswers(answers, source: source)))
  }
  return kept + [
    .screening(.findings(findings)), .screening(.findings([])),
    .screening(
      .decision(
        try GateDecision(
          .prescriber,
          decidedBy: try ClinicianCode("LH"),
          isByTelephone: true,
          gates: reasons
        )
      )
    ),
    .screening(
      .decision(
        try GateDecision(
          .observer,
          decidedBy: try ClinicianCode("Müller"),
          isByTelephone: false,
          gates: [reasons[0]]
        )
      )
    ),
    .screening(.countersignature(of: EntryNumber(3), words: "as discussed")),
    .screening(.countersignature(of: EntryNumber(3), words: nil)),
  ]
}

private func presences() throws -> [Content] {
  let who = try ClinicianCode("O'Neil")
  return [
    .presence(.arrives(who, role: "second nurse")), .presence(.arrives(who, role: nil)),
    .presence(.leaves(who)),
    .presence(
      .handover(
        Handover(
          to: who,
          flags: [FlagNumber(1), FlagNumber(3)],
          unverified: [EntryNumber(9)],
          due: "blood pressure 14:20",
          remark: "sleeps"
        )
      )
    ),
    .presence(.handover(Handover(to: who))),
  ]
}

private func reviews() throws -> [Content] {
  let named = [
    Acknowledgement.Named(
      number: FlagNumber(2),
      flag: FlagIdentity(rule: RuleID("overdue.bp"), cause: .slot(minutes: 40))
    )
  ]
  return try ReviewVerdict.allCases.map { verdict in
    let isOfFlag = verdict == .expected || verdict == .serious
    return .review(
      try Review(
        isOfFlag ? .flags(named) : .effects([EntryNumber(4), EntryNumber(6)]),
        verdict: verdict,
        followUp: verdict == .adverseEvent ? "ask next time" : nil,
        text: "settled by itself"
      )
    )
  }
}

/// Golden contents of a course.
func courseContents() throws -> [Content] {
  let day = "2026-11-19"
  let events: [CourseEvent] = [
    .consent(
      try Consent(
        document: "ketamine consent",
        version: "3",
        signed: day,
        offLabelTold: true,
        capacityBy: "LH",
        witness: "A. Meier"
      )
    ),
    .consent(
      try Consent(document: "Einwilligung", version: "2", signed: day, offLabelTold: false)
    ),
    .consentWithdrawn(reason: "wants to think it over"),
    .integration(
      try Integration(
        modality: "mindfulness",
        minutes: 50,
        homework: "daily walk",
        nextStep: "group"
      )
    ),
    .integration(try Integration(modality: "body awareness", minutes: 1_440)),
    .erasure(reason: "asked for by the patient", authority: "the clinic's physician"),
  ]
  let results = try LaboratoryTest.allCases.enumerated().map { place, test in
    let isNew = place % 2 == 1
    return CourseEvent.laboratory(
      try LaboratoryResult(
        test,
        isNew ? .remarkable : .unremarkable,
        day: day,
        words: isNew ? "looked at by LH" : nil
      )
    )
  }
  let concerns = try MedicationConcern.Kind.allCases.map {
    CourseEvent.concern(try MedicationConcern($0, text: "asked for the refill 9 days early"))
  }
  let followUps = try FollowUp.Outcome.allCases.map { outcome in
    Content.followUp(
      try FollowUp(TaskID("call"), of: SessionNumber(119), outcome, text: "no answer")
    )
  }
  return (events + results + concerns).map(Content.course) + followUps + [
    .void(Voiding(of: EntryNumber(4), reason: .because("entered for the wrong patient")))
  ]
}
