import Monitoring
import SessionRecord
import Supervision
import Testing

extension WrongInputs {
  static let deferrals = [
    WrongInput(
      "nothingToDefer",
      "Nothing of that is due or comes later on the schedule, so nothing can be put off. "
        + "Nothing was stored. vigil due --all lists what is due and what comes next."
    ) { ward in
      try ward.openWhole()
      try ward.type("defer weight -- no scale in the room")
    },
    WrongInput(
      "nothingLeftToDefer",
      "The blood pressure and heart rate of T+10 is closed already, so nothing is left to put off. "
        + "Nothing was stored. vigil due --all lists what is due and what comes next."
    ) { ward in
      try ward.openWhole()
      try ward.type("ketamine 36 mg iv")
      try ward.at("14:12:00")
      try ward.type("118/76 70")
      try ward.type("@14:10 defer bp -- asleep")
    },
    WrongInput(
      "deferralUnderFlag",
      "Under flag 1 the blood pressure and heart rate is not put off: while blood pressure, SpO2, "
        + "consciousness or sedation is flagged, it is taken. Nothing was stored. "
        + "Take it, or say why there is none: vigil add bp - hr - -- patient refuses"
    ) { ward in
      try ward.openWhole()
      try ward.type("184/95")
      try ward.type("defer bp -- deep state")
    },
    WrongInput(
      "deferralUnderFlag",
      "Under flags 1, 2 the sedation (MOAA/S) is not put off: while blood pressure, SpO2, "
        + "consciousness or sedation is flagged, it is taken. Nothing was stored. "
        + "Take it, or say why there is none: vigil add moaas - -- patient refuses"
    ) { ward in
      try ward.openWhole()
      try ward.type("184/112")
      try ward.type("defer moaas -- deep state")
    },
    WrongInput(
      "deferredBefore",
      "The blood pressure and heart rate of T+10 was put off, and never two in a row. "
        + "Nothing was stored. "
        + "Take it, or say why there is none: vigil add bp - hr - -- patient refuses"
    ) { ward in
      try ward.openWhole()
      try ward.type("ketamine 36 mg iv")
      try ward.at("14:10:00")
      try ward.type("defer bp -- asleep")
      try ward.at("14:20:00")
      try ward.type("defer bp -- still asleep")
    },
    WrongInput(
      "deferralOfPeak",
      "The blood pressure and heart rate of T+40 is the protocol's peak reading and is never put "
        + "off. Nothing was stored. "
        + "Take it, or say why there is none: vigil add bp - hr - -- patient refuses"
    ) { ward in
      try ward.open(under: "esketamine-in")
      try ward.type("esketamine 56 mg intranasal")
      try ward.at("14:40:00")
      try ward.type("defer bp -- asleep")
    },
    WrongInput(
      "deferralOfPeak",
      "The dissociation of T+40 is the protocol's peak reading and is never put off. "
        + "Nothing was stored. Look, and enter what is seen."
    ) { ward in
      try ward.open(under: "esketamine-in")
      try ward.type("esketamine 56 mg intranasal")
      try ward.at("14:40:00")
      try ward.type("defer dissociation -- asleep")
    },
  ]

  static let leavings = [
    WrongInput(
      "noSuchCriterion",
      "This protocol has no criterion “walking”. Nothing was stored. It has: time, pressure, "
        + "heart-rate, respiratory-rate, sedation, alert, dissociation, oriented, gait, nausea, "
        + "vomiting, spo2, no-high-flag, no-recent-medicine, escort, driving, self-harm."
    ) { ward in
      try ward.open(under: "esketamine-in")
      try ward.answer(met: ["gait", "walking"])
    },
    WrongInput(
      "criterionComputed",
      "pressure is worked out from the entries and cannot be answered. Nothing was stored. "
        + "vigil leaving shows what is missing."
    ) { ward in
      try ward.openWhole()
      try ward.answer(met: ["pressure"])
    },
    WrongInput(
      "criterionNeedsWords",
      "escort is answered in words, not by yes. Nothing was stored. "
        + "As: --escort 'sister, A. Meier'"
    ) { ward in
      try ward.openWhole()
      try ward.answer(met: ["escort"])
    },
    WrongInput(
      "criterionNeedsWords",
      "driving is answered in words, not by yes. Nothing was stored. "
        + "As: --instructions 'no driving until tomorrow'"
    ) { ward in
      try ward.openWhole()
      try ward.answer(met: ["gait", "driving"])
    },
    WrongInput("criterionMet", "gait is met, so it needs no reason. Nothing was stored.") { ward in
      try ward.openAndRecover()
      try ward.answer(met: ["gait"])
      try ward.end { $0.reasons = [(CriterionID("gait"), "uses a frame")] }
    },
    WrongInput(
      "criteriaUnmet",
      "S-2026-0001 is not closed. A criterion for leaving is not met: gait. Nothing was stored. "
        + "vigil leaving S-2026-0001 shows what is missing, and takes the answers. "
        + "Or give a reason: --because 'gait=…', or --because '…' for all. "
        + "Against advice: --against-advice '…' --witness MB"
    ) { ward in
      try ward.openAndRecover()
      try ward.answerAll()
      try ward.answer(notMet: ["gait"], by: "LH")
      try ward.end()
    },
    WrongInput(
      "criteriaUnmet",
      "S-2026-0001 is not closed. 2 criteria for leaving are not met: escort, driving. "
        + "Nothing was stored. vigil leaving S-2026-0001 shows what is missing. "
        + "Or give a reason: --because 'escort=…', or --because '…' for all. "
        + "Against advice: --against-advice '…' --witness MB"
    ) { ward in
      try ward.openAndRecover()
      try ward.answer(met: ["oriented", "gait", "cannula-out", "self-harm"])
      try ward.end()
    },
    WrongInput(
      "reasonForNothing",
      "Every criterion for leaving is met, so a reason belongs to none. Nothing was stored. "
        + "Say it in a note before closing: vigil add note …"
    ) { ward in
      try ward.openAndRecover()
      try ward.answerAll()
      try ward.end { $0.reasons = [(nil, "seen by LH")] }
    },
    WrongInput(
      "reasonForNothing",
      "Nothing was given, so no criterion for leaving is asked and a reason belongs to none. "
        + "Nothing was stored. Say it in a note before closing: vigil add note …"
    ) { ward in
      try ward.openWhole()
      try ward.end { $0.reasons = [(CriterionID("gait"), "the dose was cancelled")] }
    },
    WrongInput(
      "reasonLeftOver",
      "Each criterion that is not met has a reason of its own, so the other reason belongs to none. "
        + "Nothing was stored. Say it in a note before closing: vigil add note …"
    ) { ward in
      try ward.openAndRecover()
      try ward.answer(met: ["oriented", "gait", "cannula-out", "self-harm"])
      try ward.end {
        $0.reasons = [
          (CriterionID("escort"), "lives next door"), (CriterionID("driving"), "has no car"),
          (nil, "seen by LH"),
        ]
      }
    },
    WrongInput(
      "reasonIsCriterion",
      "“gait” is a criterion, and no reason. Nothing was stored. "
        + "As: --because 'gait=why it does not keep the patient'"
    ) { ward in
      try ward.openAndRecover()
      try ward.end { $0.reasons = [(nil, "gait")] }
    },
    WrongInput(
      "witnessDecides",
      "KO decides or enters this, and a witness is another person. Nothing was stored. "
        + "Name who else saw it: --witness MB"
    ) { ward in
      try ward.openAndRecover()
      try ward.end { $0.againstAdvice = ("wants to go home", "KO") }
    },
    WrongInput(
      "decisionOfClosing",
      "#13 is the decision of the closing #14, and is not withdrawn alone. Nothing was stored. "
        + "void 14 -- reason takes both back and opens the session; then end it again."
    ) { ward in
      try ward.openAndRecover()
      try ward.answerAll()
      try ward.end()
      let decision = try ward.file().log.count - 1
      try ward.type("void \(decision) -- typo")
    },
    WrongInput("deciderMissing", "It does not say who. Nothing was stored. Add the name: --by KO") {
      ward in
      try ward.openWhole()
      _ = try ward.supervision.end(SessionNumber(1), by: nil)
    },
    WrongInput("deciderMissing", "It does not say who. Nothing was stored. Add the name: --by KO") {
      ward in
      try ward.openWhole()
      _ = try ward.supervision.answer(
        [CriteriaAnswers.Answer(CriterionID("gait"), isMet: true)],
        in: SessionNumber(1),
        by: nil
      )
    },
    WrongInput(
      "sessionClosed",
      "S-2026-0001 is closed: it takes only fix, void, ack, addendum and review. Nothing was stored."
    ) {
      ward in
      try ward.openWhole()
      try ward.end()
      try ward.answer(met: ["gait"])
    },
    WrongInput("sessionVoid", "S-2026-0001 is struck out. Nothing was stored.") { ward in
      try ward.openWhole()
      try ward.strikeOut()
      try ward.answer(met: ["gait"])
    },
  ]
}
