import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

/// Sessions for charts: small and large, whole and full of holes.
enum ChartSessions {
  static func all() throws -> [(name: String, file: SessionFile)] {
    [
      ("infusion", try infusion()), ("large", try large()), ("night", try night()),
      ("holes", try holes()), ("one-set", try oneSet()), ("missing", try missing()),
      ("extremes", try extremes()),
    ]
  }

  /// A plain session of 2 h 32 min: a surge, a desaturation, five effects, nine events.
  static func infusion() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try session.add("13:06", .action("consent checked"))
    try add("13:12", 119, 75, 66, 98, to: &session)
    try session.add("13:20", .note("checklist complete; IV 22G left arm"))
    try add("13:25", 121, 76, 68, 98, to: &session)
    try session.add("13:30", try ScheduledSession.ketamine())
    try add("13:35", 129, 80, 74, 98, to: &session)
    try add("13:40", 139, 86, 80, 97, to: &session)
    try session.add("13:42", .effect(SideEffect(.dissociation, grade: .words(.mild))))
    try add("13:45", 147, 90, 84, 97, to: &session)
    try session.add("13:50", .effect(SideEffect(.dissociation, grade: .words(.moderate))))
    try add("13:50", 153, 94, 88, 97, level: .voice, to: &session)
    try session.add("13:52", .effect(SideEffect(EffectName("dizziness"), grade: .words(.mild))))
    try add("13:55", 165, 98, 94, 96, level: .voice, to: &session)
    try session.add("13:56", .action("breathing; physician called"))
    try session.add("13:57", .effect(SideEffect(EffectName("anxiety"), grade: .words(.mild))))
    try add("13:58", 167, 102, 98, 96, level: .voice, to: &session)
    try add("14:05", 157, 95, 92, 93, level: .voice, to: &session)
    try session.add("14:06", .action("head up 30°, deep breaths"))
    try session.add("14:06", .effect(SideEffect(EffectName("nausea"), grade: .words(.mild))))
    try session.add("14:08", .effect(SideEffect(EffectName("anxiety"), course: .gone)))
    try add("14:08", 154, 93, 90, 96, to: &session)
    try session.add("14:10", .infusion(.stop(given: .amount(try milligrams(36)))))
    try add("14:10", 151, 92, 88, 97, to: &session)
    try session.add("14:12", .effect(SideEffect(EffectName("nausea"), grade: .words(.moderate))))
    try session.add("14:14", try atOnce("ondansetron", 4))
    try session.add("14:20", .action("water; talking, oriented to place"))
    try add("14:25", 141, 84, 80, 97, to: &session)
    try session.add("14:30", .effect(SideEffect(EffectName("dizziness"), course: .gone)))
    try session.add("14:35", .effect(SideEffect(.dissociation, course: .gone)))
    try session.add("14:40", .effect(SideEffect(EffectName("nausea"), course: .gone)))
    try add("14:40", 131, 80, 74, 98, to: &session)
    try session.add("14:50", .effect(SideEffect(.headache, grade: .words(.mild))))
    try add("14:55", 127, 78, 72, 98, to: &session)
    try session.add("15:00", .action("walked to bathroom, steady"))
    try add("15:10", 123, 76, 70, 98, to: &session)
    try add("15:25", 121, 75, 68, 98, to: &session)
    try session.leave("15:32", try ScheduledSession.decision())
    return try session.file()
  }

  /// 3 hours with 40 sets, 12 effects and 30 events, of which many are close together.
  static func large() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try session.add("13:20", try ScheduledSession.ketamine())
    for place in 0..<40 {
      let minute = 5 + place * 17 / 4
      let rise = place < 16 ? place * 5 : max(0, 80 - (place - 16) * 4)
      try add(
        clock(minute),
        118 + rise,
        74 + rise / 2,
        68 + rise / 3,
        place == 18 ? 91 : 98 - place % 3,
        level: (12...20).contains(place) ? .voice : .alert,
        to: &session
      )
    }
    let names = [
      "dissociation", "nausea", "headache", "dizziness", "anxiety", "vomiting", "blurred vision",
      "metallic taste of the whole mouth", "itching", "palpitations", "low mood", "urinary urgency",
    ]
    for (place, name) in names.enumerated() {
      let start = 22 + place * 7
      let effect = EffectName(name)
      try session.add(clock(start), .effect(SideEffect(effect, grade: .words(.mild))))
      if place % 3 == 0 {
        try session.add(clock(start + 9), .effect(SideEffect(effect, grade: .words(.severe))))
      }
      if place % 4 != 3 {
        try session.add(clock(start + 20), .effect(SideEffect(effect, course: .gone)))
      }
    }
    for place in 0..<28 {
      let minute = place < 14 ? 30 + place / 3 : 60 + (place - 14) * 8
      try session.add(clock(minute), .action("step \(place + 1) of the plan was done and noted"))
    }
    try session.add("14:10", try atOnce("ondansetron", 4))
    try session.add("14:12", try atOnce("labetalol", 10))
    return try session.file(asOf: "16:00")
  }

  /// Twelve hours of the night in which the clocks go back, with an infusion that was paused.
  static func night() throws -> SessionFile {
    var log = try SampleLog()
    let start = try #require(CivilTime(year: 2026, month: 10, day: 24, hour: 21)).instant(
      offsetMinutes: 120
    )
    func at(_ minute: Int) -> Instant { start + .minutes(minute) }
    try log.addAt(at(0), .opened(try SampleSession().opening()))
    for minute in stride(from: 6, to: 700, by: 24) {
      let rise = max(0, 60 - abs(minute - 180) / 3)
      try log.addAt(
        at(minute),
        try ScheduledSession.full(120 + rise, 74 + rise / 2, 66 + rise / 3)
      )
    }
    try log.addAt(at(60), try ScheduledSession.ketamine())
    try log.addAt(at(75), .infusion(.pause))
    try log.addAt(at(90), .infusion(.resume))
    try log.addAt(at(130), .infusion(.stop(given: .notSaid)))
    try log.addAt(at(240), .effect(SideEffect(EffectName("nausea"))))
    try log.addAt(at(400), .effect(SideEffect(EffectName("nausea"), course: .gone)))
    try log.addAt(at(420), .note("sleeps"))
    try log.addAt(at(715), .closed)
    return try file(log, asOf: at(720))
  }

  /// Everything that breaks a line: gaps, values looked for in vain, not verified, late, corrected.
  static func holes() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try add("13:05", 124, 78, 72, 98, to: &session)
    try session.add("13:12", try ScheduledSession.full(126, 79, 74))
    try session.add("13:20", try ScheduledSession.ketamine())
    try session.add("13:27", .infusion(.pause))
    try session.add("13:31", .infusion(.resume))
    try session.add("13:30", try vitals([.systolic: 131, .meanArterial: 97, .heartRate: 76]))
    try session.add("13:34", try ScheduledSession.cuffError())
    try session.add("13:38", try vitals([.meanArterial: 99, .heartRate: 81, .spo2: 96]))
    try session.add(
      "13:42",
      try vitals(
        [.systolic: 238, .diastolic: 84, .heartRate: 171, .spo2: 96, .moaas: 3],
        doubtful: [.systolic, .heartRate]
      )
    )
    try session.log(late: "13:46", try ScheduledSession.full(141, 85, 80), recorded: "14:00")
    try session.add("13:50", try ScheduledSession.full(144, 86, 81))
    try session.correct("13:52", 11, to: try ScheduledSession.full(144, 86, 84))
    try session.add(
      "13:55",
      try vitals(
        [.respiratoryRate: 7, .heartRate: 79],
        others: [
          .spo2: .notUsable(written: "0"), .systolic: .unrecordable, .diastolic: .unrecordable,
          .moaas: .notObtained(because: "asleep"),
        ]
      )
    )
    try session.add(
      "13:57",
      try vitals(
        [.temperature: 37, .endTidalCO2: 41, .rass: -1],
        others: [.oxygenFlow: .measured(try Quantity(.oxygenFlow, 2), verified: true)]
      )
    )
    try session.add("14:02", try ScheduledSession.full(138, 84, 80))
    try session.add("14:02", try ScheduledSession.full(136, 83, 80))
    try session.add("14:55", try ScheduledSession.full(128, 79, 73))
    try session.add("15:00", .effect(SideEffect(EffectName("chest pain"))))
    return try session.file(asOf: "15:40")
  }

  static func oneSet() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try add("13:05", 124, 78, 72, 98, to: &session)
    return try session.file(asOf: "13:10")
  }

  /// Every reading was looked for, none was obtained.
  static func missing() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    let failed = Reading.notObtained(because: "no device")
    let signs: [VitalSign] = [
      .systolic, .diastolic, .heartRate, .spo2, .respiratoryRate, .consciousness, .moaas,
    ]
    for time in ["13:05", "13:20", "13:35"] {
      try session.add(
        time,
        .vitals(try Vitals(Dictionary(uniqueKeysWithValues: signs.map { ($0, failed) })))
      )
    }
    return try session.file(asOf: "14:10")
  }

  /// As high and as low as can be entered.
  static func extremes() throws -> SessionFile {
    var session = try AssessedSession.builtIn()
    try add("13:05", 124, 78, 72, 98, to: &session)
    try add("13:10", 122, 78, 72, 98, to: &session)
    try session.add("13:20", try ScheduledSession.ketamine())
    try add("13:25", 300, 200, 280, 100, to: &session)
    try add("13:30", 30, 10, 0, 60, to: &session)
    try add("13:35", 160, 100, 120, 94, to: &session)
    try add("13:40", 159, 99, 119, 95, to: &session)
    return try session.file(asOf: "14:00")
  }

  static func file(_ log: SampleLog, asOf: Instant) throws -> SessionFile {
    let builtIn = BuiltInProtocol.ketamineIntravenous
    let rules = try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    return SessionFile(
      session: try SampleSession().session(),
      patient: Patient(code: try PatientCode("P-014"), identity: nil, commitment: .zero),
      monitoringProtocol: rules,
      log: log.entries,
      assessment: assess(log.entries, under: rules, asOf: asOf),
      zone: log.zone
    )
  }

  static func milligrams(_ whole: Int) throws -> Amount {
    try Amount(thousandths: whole * 1_000, .milligram)
  }

  static func atOnce(_ drug: String, _ whole: Int) throws -> Content {
    .dose(try Dose(drug: drug, amount: try milligrams(whole), route: .intravenous))
  }

  /// Minutes from 13:00 as a clock shows them.
  static func clock(_ minute: Int) -> String {
    padded(13 + minute / 60, 2) + ":" + padded(minute % 60, 2)
  }

  static func add(
    _ time: String,
    _ systolic: Int,
    _ diastolic: Int,
    _ pulse: Int,
    _ saturation: Int,
    level: Consciousness = .alert,
    to session: inout AssessedSession
  ) throws {
    try session.add(
      time,
      try vitals(
        [
          .systolic: systolic, .diastolic: diastolic, .heartRate: pulse, .spo2: saturation,
          .respiratoryRate: 14, .moaas: level == .alert ? 5 : 3,
        ],
        others: [.consciousness: .measured(Quantity(level), verified: true)]
      )
    )
  }
}
