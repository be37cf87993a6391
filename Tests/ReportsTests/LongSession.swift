import Monitoring
import SessionRecord
import TestSupport
import Testing

/// Three hours with forty sets of vital signs and twelve side effects, under the built-in protocol for an
/// infusion: as much as one session brings to a page.
///
/// Opened 13:00, dose 13:30, closed 16:10; the pressure rises to 182/104 and comes back.
struct LongSession {
  private(set) var log: SampleLog
  private let rules: MonitoringProtocol
  private var planned: [(minute: Int, content: Content, author: String)] = []

  /// Sets of vital signs, the last one at 16:06.
  static let sets = 40
  /// Kinds of side effects beside the intended state.
  static let effects = 12

  /// Under the built-in protocol, or a clinic's own; *isScreened* with every gate of it asked.
  init(under own: MonitoringProtocol? = nil, isScreened: Bool = false) throws {
    rules = try own ?? LongSession.builtIn()
    log = try SampleLog()
    try log.add("13:00", .opened(try SampleSession().opening()))
    if isScreened { try screen() }
    try planSets()
    try planEffects()
    try planMedicines()
    try planActs()
    let inOrder = planned.enumerated().sorted {
      ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset)
    }
    var answers = LongSession.answers[...]
    for (_, step) in inOrder {
      while let answer = answers.first, answer.minute <= step.minute {
        try acknowledge(answer.minute, answer.rule, answer.text)
        answers.removeFirst()
      }
      try log.add(LongSession.clock(step.minute), step.content, by: step.author)
    }
    try leave()
  }

  static func builtIn() throws -> MonitoringProtocol {
    let builtIn = BuiltInProtocol.ketamineIntravenous
    return try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
  }

  /// The built-in protocol as a clinic may have it that asks for less: pressure and breathing by the
  /// clock, eight criteria for leaving, no NEWS2.
  static func clinicProtocol() throws -> MonitoringProtocol {
    let whole = try builtIn()
    return MonitoringProtocol(
      id: whole.id,
      version: whole.version,
      title: whole.title,
      settings: whole.settings,
      formulary: whole.formulary,
      mostBasis: whole.mostBasis,
      addedEffects: whole.addedEffects,
      baseline: whole.baseline,
      scales: whole.scales,
      news2: nil,
      rules: whole.rules.filter { !$0.id.text.hasPrefix("news2") },
      schedule: Schedule(
        groups: whole.schedule.groups.filter { ["bp", "resp"].contains($0.id.text) },
        phases: whole.schedule.phases
      ),
      leaving: Array(whole.leaving.prefix(8)),
      gates: whole.gates,
      sources: whole.sources,
      notice: whole.notice
    )
  }

  func file(state: Session.State = .closed, asOf: String = "16:20") throws -> SessionFile {
    var sample = try SampleSession()
    sample.state = state
    let session = try sample.session()
    let closed = Stamp(try log.at("16:10"), in: log.zone)
    return SessionFile(
      session: Session(
        number: session.number,
        opening: session.opening,
        opened: session.opened,
        closed: state == .open ? nil : closed,
        state: state,
        room: session.opening.room
      ),
      patient: Patient(
        code: try PatientCode("P-014"),
        identity: sample.identity,
        commitment: .zero
      ),
      monitoringProtocol: rules,
      log: log.entries,
      assessment: assess(log.entries, under: rules, asOf: try log.at(asOf)),
      zone: log.zone
    )
  }

  /// What LH did about each flag, in order.
  private static let answers = [
    (minute: 69, rule: "bp.sys.rise", text: "guided breathing, repeat in 5 min"),
    (minute: 70, rule: "sx.neuro", text: "looked at: pupils equal, passing"),
    (minute: 75, rule: "spo2.low.mild", text: "head up, deep breaths"),
  ]

  /// Every gate asked, one of them gone on over by telephone.
  private mutating func screen() throws {
    let screening = try LongScreening(under: rules, at: try log.at("13:00"), in: log.zone)
    try log.add("13:00", .screening(.findings(screening.findings)), together: true)
    if let decision = screening.decision {
      try log.add("13:00", .screening(.decision(decision)), together: true)
    }
  }

  private mutating func plan(_ minute: Int, _ content: Content, by author: String = "KO") {
    planned.append((minute, content, author))
  }

  /// `13:35` for 35.
  private static func clock(_ minute: Int) -> String {
    padded(13 + minute / 60, 2) + ":" + padded(minute % 60, 2)
  }

  // MARK: - What happens

  private mutating func planSets() throws {
    for place in 0..<LongSession.sets {
      let minute = 10 + place * 4 + place / 2
      // Up to the peak near the end of the infusion, then down.
      let rise = max(0, 46 - abs(minute - 70))
      var others: [VitalSign: Reading] = [
        .consciousness: .measured(Quantity(.alert), verified: true)
      ]
      if place % 6 == 1 {
        others[.temperature] = .measured(try Quantity(.temperature, 37), verified: true)
        others[.oxygenFlow] = .roomAir
      }
      if place == 25 {
        let failed = Reading.notObtained(because: "cuff error, left arm now")
        plan(
          minute,
          try vitals(
            [.heartRate: 74, .spo2: 97, .respiratoryRate: 14, .moaas: 5],
            others: others.merging([.systolic: failed, .diastolic: failed]) { $1 }
          )
        )
        continue
      }
      plan(
        minute,
        try vitals(
          [
            .systolic: 122 + rise + place % 3, .diastolic: 76 + rise / 2 + place % 2,
            .heartRate: 68 + rise / 3 + place % 4, .spo2: place == 14 ? 92 : 98 - place % 3,
            .respiratoryRate: 14 + place % 3, .moaas: 5,
          ],
          others: others,
          remark: place == 17 ? "right arm, large cuff" : nil
        )
      )
    }
  }

  /// One side effect from its beginning to its end, in minutes.
  private struct Spell {
    let name: EffectName
    let grade: Severity
    let from: Int
    /// Nil for the one that is still there at the end.
    let to: Int?

    func isPresent(at minute: Int) -> Bool { from <= minute && to.map { minute < $0 } ?? true }
  }

  private static let spells: [Spell] = [
    "dissociation", "nausea", "dizziness", "headache", "anxiety", "vertigo", "sweating",
    "salivation", "dysgeusia", "palpitations", "blurred vision", "shivering", "euphoria",
  ].enumerated().map { place, name in
    let from = 36 + place * 3
    return Spell(
      name: EffectName(name),
      grade: place % 3 == 0 ? .moderate : .mild,
      from: from,
      to: place == 7 ? nil : from + 38 + place * 4
    )
  }

  private mutating func planEffects() throws {
    for (place, spell) in LongSession.spells.enumerated() {
      plan(spell.from, .effect(SideEffect(spell.name, grade: .words(spell.grade))))
      if place % 6 == 5 {
        let worse = SideEffect(spell.name, grade: .words(.moderate), remark: "more since")
        plan(spell.from + 14, .effect(worse))
      }
      if let end = spell.to { plan(end, .effect(SideEffect(spell.name, course: .gone))) }
    }
    guard asksForEffects else { return }
    // What the protocol asks for at its times, found as it is.
    for minute in [12, 50, 70, 100, 150, 165, 180] {
      for name in ["nausea", "vomiting", "headache", "dizziness", "anxiety"] {
        look(EffectName(name), at: minute)
      }
    }
    for minute in [12, 70, 115, 150, 165, 180] { look(.dissociation, at: minute) }
  }

  private var asksForEffects: Bool {
    rules.schedule.groups.contains { $0.id.text == "symptoms" }
  }

  private mutating func look(_ name: EffectName, at minute: Int) {
    let spell = LongSession.spells.first { $0.name == name && $0.isPresent(at: minute) }
    guard let spell else {
      plan(minute, .effect(SideEffect(name, course: .absent)))
      return
    }
    plan(minute, .effect(SideEffect(name, grade: .words(spell.grade))))
  }

  private mutating func planMedicines() throws {
    plan(28, .check(by: "LH"))
    plan(30, try ScheduledSession.ketamine())
    plan(44, .infusion(.pause))
    plan(48, .infusion(.resume))
    let given = try Amount(thousandths: 36_000, .milligram)
    plan(74, .infusion(.stop(given: .amount(given))))
    let ondansetron = try Dose(
      drug: "ondansetron",
      amount: try Amount(thousandths: 4_000, .milligram),
      route: .intravenous
    )
    plan(58, .dose(ondansetron), by: "LH")
  }

  private mutating func planActs() throws {
    for (minute, score) in [(12, 0), (71, 14), (175, 2)] {
      plan(minute, .scale(ScaleScore(scale: "cadss-6", score: score, of: 24, remark: nil)))
    }
    plan(14, .action("blanket, eye mask, music"))
    plan(46, .note("“far away, a bit scared”; hand held, breathing together"))
    plan(66, .note("LH called to the chair"), by: "LH")
    plan(95, .action("water; talking, oriented"))
    plan(130, .action("walked, steady"))
    plan(150, .note("back to baseline; slower next time"), by: "LH")
  }

  /// Acknowledges the flag of a rule that is open at that minute, by what the assessment calls it.
  private mutating func acknowledge(_ minute: Int, _ rule: String, _ text: String) throws {
    let clock = LongSession.clock(minute)
    let flags = assess(log.entries, under: rules, asOf: try log.at(clock)).flags
    let flag = try #require(flags.first { $0.identity.rule == RuleID(rule) && $0.isOpen })
    let named = Acknowledgement.Named(number: flag.number, flag: flag.identity)
    try log.add(
      clock,
      .acknowledgement(Acknowledgement(flags: [named], text: text)),
      by: "LH"
    )
  }

  private mutating func leave() throws {
    let first = try #require(log.entries.first { $0.content.kind == .vitals }).number
    let corrected = try vitals([.systolic: 125, .diastolic: 77, .heartRate: 70, .spo2: 98])
    try log.add(
      "16:07",
      .amendment(
        Amendment(
          of: first,
          content: corrected,
          observed: nil,
          reason: "digits transposed"
        )
      )
    )
    let answers = ["oriented", "gait", "cannula-out", "self-harm"].map {
      CriteriaAnswers.Answer(CriterionID($0), isMet: true)
    }
    try log.add("16:08", .leaving(.answers(try CriteriaAnswers(answers))))
    try log.add(
      "16:10",
      .leaving(
        .decision(
          try LeavingDecision(
            .unmetWithReasons,
            decidedBy: try ClinicianCode("LH"),
            unmet: [
              .init(
                CriterionID("effects"),
                missing: "salivation not seen to end",
                reason: "mild, and he goes home with his sister"
              )
            ],
            escort: "sister, A. Rivera",
            instructions: "not to drive until tomorrow, number for the night given",
            readyMinute: 150
          )
        )
      ),
      by: "LH"
    )
    try log.add("16:10", .closed, by: "LH", together: true)
  }
}
