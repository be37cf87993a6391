import SessionRecord
import TestSupport

/// The contents of the golden vectors about leaving, and about what time alone raises.
func leavingContents() throws -> [Content] {
  try scheduled() + answered() + decided()
}

private func scheduled() throws -> [Content] {
  let causes: [(String, FlagCause)] = [
    ("overdue.bp", .slot(minutes: 20)), ("overdue.bp", .baseline),
    ("session.not-closed", .silence), ("bp.sys.crit", .entry(EntryNumber(2))),
  ]
  let named = causes.enumerated().map { place, flag in
    Acknowledgement.Named(
      number: FlagNumber(place + 2),
      flag: FlagIdentity(rule: RuleID(flag.0), cause: flag.1)
    )
  }
  let alone = named.map { flag in
    Content.acknowledgement(Acknowledgement(flags: [flag], text: "gesehen"))
  }
  return alone + [
    .acknowledgement(Acknowledgement(flags: named, text: "cuff replaced")),
    .deferred(Deferral(.scale("cadss-6"), reason: "asleep")),
    .amendment(
      Amendment(
        of: EntryNumber(1),
        content: .opened(
          Opening(
            patient: try PatientCode("P-015"),
            identity: RecordDigest(bytes: Array(32..<64)) ?? .zero,
            monitoringProtocol: ProtocolReference(
              id: ProtocolID("esketamine-in"),
              version: "2",
              digest: .zero
            ),
            setting: .telehealth,
            zone: "America/New_York",
            prescriber: nil
          )
        ),
        observed: nil,
        reason: "seen by video"
      )
    ),
  ]
}

private func answered() throws -> [Content] {
  [
    .leaving(
      .answers(
        try CriteriaAnswers([
          CriteriaAnswers.Answer(CriterionID("gait"), isMet: true),
          CriteriaAnswers.Answer(CriterionID("oriented"), isMet: false, words: "noch müde"),
          CriteriaAnswers.Answer(CriterionID("escort"), isMet: true, words: "–"),
        ])
      )
    ),
    .leaving(
      .answers(try CriteriaAnswers([CriteriaAnswers.Answer(CriterionID("gait"), isMet: false)]))
    ),
  ]
}

private func decided() throws -> [Content] {
  let reasoned = [
    LeavingDecision.Unmet(
      CriterionID("pressure"),
      missing: "168/94 is 21% over baseline",
      reason: "usual at home"
    ),
    LeavingDecision.Unmet(CriterionID("time"), missing: "T+92 of T+100", reason: "lives next door"),
  ]
  let bare = LeavingDecision.Unmet(CriterionID("gait"), missing: "not answered", reason: nil)
  return [
    .leaving(
      .decision(
        try LeavingDecision(
          .criteriaMet,
          decidedBy: ClinicianCode("Müller"),
          escort: "sister",
          instructions: "no driving until tomorrow",
          readyMinute: 118
        )
      )
    ),
    .leaving(
      .decision(
        try LeavingDecision(
          .unmetWithReasons,
          decidedBy: ClinicianCode("LH"),
          unmet: reasoned,
          readyMinute: 0
        )
      )
    ),
    .leaving(
      .decision(
        try LeavingDecision(
          .againstAdvice(reason: "will not wait", witness: "KO"),
          decidedBy: ClinicianCode("LH"),
          unmet: [bare] + reasoned,
          instructions: "zurückkommen bei Schwindel",
          readyMinute: 1_440
        )
      )
    ),
    .leaving(.decision(try LeavingDecision(.noDose, decidedBy: ClinicianCode("KO")))),
    .leaving(.decision(try LeavingDecision(.noCriteria, decidedBy: ClinicianCode("KO")))),
  ]
}
