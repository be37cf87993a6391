import SessionRecord

/// The example: ketamine 0.5 mg/kg over 40 minutes, with readings shaped as published series are.
///
/// The systolic pressure rises by 42 mmHg until the infusion ends at 40 minutes, and falls back by two
/// hours; everything in it is made up, and it is the same every time.
enum DemoSession {
  struct Step {
    /// Seconds after the session was opened, when it is typed.
    let second: Int
    /// Nil closes the session.
    let line: String?
    let by: String

    init(_ minute: Int, _ second: Int, _ line: String?, by: String = "KO") {
      self.second = minute * 60 + second
      self.line = line
      self.by = by
    }
  }

  /// 2026-11-19 at 13:22 UTC; the infusion starts at 13:30.
  static let opens = Instant(milliseconds: 1_795_094_520_000)

  static let steps = [
    Step(3, 0, "124/78 72 98% rr 14 moaas 5 A ra"),
    Step(6, 0, "no nausea"),
    Step(7, 30, "ketamine 36 mg iv over 40 min"),
    Step(7, 40, "check LH"),
    Step(8, 0, "126/79 74 98% rr 14 moaas 5 A ra"),
    Step(8, 0, "start infusion"),
    Step(18, 0, "136/84 78 97% rr 14 moaas 5 A"),
    Step(20, 0, "dissociation mild"),
    Step(28, 0, "148/92 28 97% rr 15 moaas 4 V"),
    Step(28, 40, "fix last hr 82 -- one digit was typed wrong"),
    Step(33, 0, "dissociation mod"),
    Step(38, 0, "161/99 85 96% rr 13 moaas 4 V"),
    Step(39, 0, "nausea mod"),
    Step(40, 0, "give ondansetron 4 mg iv"),
    Step(48, 0, "168/103 86 96% rr 13 moaas 4 V"),
    Step(48, 0, "stop infusion given 36 mg"),
    Step(49, 0, "ack 6 head up, cuff checked; rate kept, LH at the chair", by: "LH"),
    Step(56, 0, "@13:50 dizziness mild"),
    Step(63, 0, "152/93 80 97% rr 14 moaas 5 A"),
    Step(64, 0, "nausea gone"),
    Step(78, 0, "139/86 76 98% rr 14 moaas 5 A"),
    Step(80, 0, "dissociation gone"),
    Step(81, 0, "note talking, oriented to place and day"),
    Step(93, 0, "131/82 74 98% rr 14 moaas 5 A"),
    Step(95, 0, "dizziness gone"),
    Step(108, 0, "127/80 72 98% rr 14 moaas 5 A"),
    Step(110, 0, "headache mild -- frontal"),
    Step(128, 0, "125/79 71 98% rr 14 moaas 5 A t 36.6"),
    Step(131, 0, "do walked to the door and back, steady"),
    Step(134, 0, nil),
  ]
}
