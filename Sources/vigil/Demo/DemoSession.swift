import SessionRecord

/// The example: ketamine 0.5 mg/kg over 40 minutes, with readings shaped as published series are.
///
/// The systolic pressure rises by 42 mmHg until the infusion ends at 40 minutes, and falls back by two
/// hours. One set comes late, one is never completed, one is put off; everything in it is made up, and
/// it is the same every time.
enum DemoSession {
  struct Step {
    /// Seconds after the session was opened, when it is typed.
    let second: Int
    let act: Act
    let by: String

    init(_ minute: Int, _ second: Int, _ act: Act, by: String = "KO") {
      self.second = minute * 60 + second
      self.act = act
      self.by = by
    }

    init(_ minute: Int, _ second: Int, _ line: String, by: String = "KO") {
      self.init(minute, second, .lines([line]), by: by)
    }
  }

  enum Act {
    /// One line, or several in one commit.
    case lines([String])
    case due
    case leaving
    case answers(met: String)
    case end(decidedBy: String, escort: String, instructions: String)
  }

  /// 2026-11-19 at 13:22 UTC; the infusion starts at 13:30.
  static let opens = Instant(milliseconds: 1_795_094_520_000)

  static let steps = before + infusion + recovery + leaving

  private static let before = [
    Step(3, 0, "124/78 72 98% rr 14 moaas 5 A ra t 36.6"),
    Step(
      6,
      0,
      .lines([
        "no dissociation", "no nausea", "no vomiting", "no headache", "no dizziness", "no anxiety",
      ])
    ),
    Step(7, 30, "ketamine 36 mg iv over 40 min"),
    Step(7, 40, "check LH"),
    Step(8, 0, "126/79 74 98% rr 14 moaas 5 A ra"),
    Step(8, 0, "start infusion"),
  ]

  private static let infusion = [
    Step(18, 0, "136/84 78 97% rr 14 moaas 5 A"),
    Step(20, 0, "dissociation mild"),
    // The set of T+20 is forgotten until T+26.
    Step(33, 30, .due),
    Step(34, 0, "148/92 28 97% rr 15 moaas 4 C expected"),
    Step(34, 40, "fix last hr 82 -- one digit was typed wrong"),
    Step(
      35,
      0,
      .lines([
        "dissociation mod", "no nausea", "no vomiting", "no headache", "no dizziness", "no anxiety",
      ])
    ),
    Step(38, 0, "161/99 85 96% rr 13 moaas 4 C expected"),
    Step(39, 0, "nausea mod"),
    Step(40, 0, "give ondansetron 4 mg iv"),
    Step(48, 0, "168/103 86 96% rr 13 moaas 4 C expected"),
    Step(48, 0, "stop infusion given 36 mg"),
  ]

  private static let recovery = [
    Step(
      49,
      0,
      .lines([
        "dissociation mod", "scale cadss-6 11/24", "nausea mild", "no vomiting", "no headache",
        "dizziness mild", "no anxiety",
      ])
    ),
    Step(51, 0, "167/103 85 96%"),
    Step(51, 40, "ack 10 head up, cuff checked; LH at the chair", by: "LH"),
    Step(56, 0, "158/96 83 97%"),
    Step(59, 0, "@14:05 anxiety mild -- said so only afterwards"),
    Step(63, 0, "152/93 80 97% rr 14 moaas 5 A"),
    Step(64, 0, "nausea gone"),
    // Without a respiratory rate the set of T+70 is never complete.
    Step(78, 0, "139/86 76 98% moaas 5 A"),
    Step(
      79,
      0,
      .lines(["no nausea", "no vomiting", "no headache", "dizziness mild", "anxiety gone"])
    ),
    Step(84, 0, "note talking, oriented to place and day"),
    Step(93, 0, "131/82 74 98% rr 14 moaas 5 A ra"),
    Step(94, 0, .lines(["dissociation gone", "dizziness gone"])),
    Step(108, 0, "defer set -- asleep, breathing quietly"),
    Step(120, 0, "headache mild -- frontal"),
    Step(128, 0, "125/79 71 98% rr 14 moaas 5 A ra t 36.6"),
    Step(
      129,
      0,
      .lines([
        "no dissociation", "no nausea", "no vomiting", "headache mild", "no dizziness",
        "no anxiety",
      ])
    ),
  ]

  private static let leaving = [
    Step(130, 0, .leaving),
    Step(131, 0, "do walked to the door and back, steady"),
    Step(133, 0, .answers(met: "oriented,gait,cannula-out,self-harm")),
    Step(
      134,
      0,
      .end(
        decidedBy: "LH",
        escort: "brother, D. Example",
        instructions: "no driving until tomorrow; says so too"
      )
    ),
  ]
}
