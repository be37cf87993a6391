import Monitoring
import SessionRecord
import TestSupport
import Testing

/// A session with a flag of every kind that reckons, scores, combines or waits.
///
/// Worked out by hand from `EveryKind`: 192/101 has the mean 131 1/3, 92/51 the mean 64 2/3, which is
/// under 65; 192 is 34 over 158; NEWS2 of the set at 13:40 has RR 2, pulse 2 and an expected C.
struct ScoredSession {
  private(set) var log: SampleLog
  private(set) var flags: [Flag] = []
  let rules: MonitoringProtocol
  private let words: String
  var adoption: Adoption?

  init(words: String = "Tell the prescriber.") throws {
    log = try SampleLog()
    self.words = words
    rules = try EveryKind.made(words: words)
    try addSets()
    try addOthers()
    flags = try ScoredFlags(log, rules, words).all
  }

  func opening() throws -> Opening {
    Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(id: rules.id, version: "3", digest: .zero),
      setting: .telehealth,
      zone: "Europe/Berlin",
      prescriber: try ClinicianCode("LH"),
      spo2Scale: .two
    )
  }

  /// By KO on the day before the sample's, with or without a reason.
  func adopted(remark: String? = nil, digest: RecordDigest = .zero) throws -> Adoption {
    Adoption(
      id: rules.id,
      version: "3",
      digest: digest,
      by: try ClinicianCode("KO"),
      at: Stamp(try log.at("09:15") - .hours(24), in: log.zone),
      remark: remark
    )
  }

  func session(_ state: Session.State = .open) throws -> Session {
    Session(
      number: log.session,
      opening: try opening(),
      opened: Stamp(try log.at("13:00"), in: log.zone),
      closed: nil,
      state: state,
      room: try opening().room
    )
  }

  func file(asOf: String = "14:20") throws -> SessionFile {
    let chart = Chart(log.entries)
    return SessionFile(
      session: try session(),
      patient: Patient(code: try PatientCode("P-014"), identity: nil, commitment: .zero),
      monitoringProtocol: rules,
      log: log.entries,
      assessment: Assessment(
        chart: chart,
        asOf: try log.at(asOf),
        timeZero: try log.at("13:30"),
        baseline: [:],
        extremes: [:],
        flags: flags
      ),
      zone: log.zone,
      adoption: adoption
    )
  }

  private mutating func addSets() throws {
    try log.add("13:00", .opened(try opening()))
    try log.add(
      "13:10",
      try vitals(
        [
          .systolic: 124, .diastolic: 78, .meanArterial: 92, .heartRate: 72, .spo2: 90,
          .respiratoryRate: 14, .temperature: 37,
        ],
        others: [
          .oxygenFlow: .roomAir, .consciousness: .measured(Quantity(.alert), verified: true),
        ]
      )
    )
    try log.add("13:30", try ScheduledSession.ketamine())
    var readings: [VitalSign: Reading] = [
      .consciousness: .measured(Quantity(.confused), verified: true)
    ]
    for (sign, value) in [
      VitalSign.systolic: 158, .diastolic: 100, .heartRate: 118, .respiratoryRate: 22,
    ] {
      readings[sign] = .measured(try Quantity(sign, value), verified: true)
    }
    try log.add("13:40", .vitals(try Vitals(readings, isConfusionExpected: true)))
    try log.add("13:44", try vitals([.systolic: 192, .diastolic: 101]))
    try log.add("13:50", try vitals([.systolic: 92, .diastolic: 51, .heartRate: 110]))
  }

  private mutating func addOthers() throws {
    try log.add(
      "13:52",
      .scale(ScaleScore(scale: "phq-9", score: 12, items: [1, 2, 1, 1, 1, 1, 2, 1, 2]))
    )
    try log.add("13:53", .scale(ScaleScore(scale: "itq", score: 1)))
    try log.add("13:55", .effect(SideEffect(.headache, grade: .words(.moderate))))
    try log.add("13:56", .effect(SideEffect(EffectName("line lost"))))
    let further = try Dose(
      drug: "ketamine",
      amount: try Amount(thousandths: 10_000, .milligram),
      route: .intravenous
    )
    try log.add("13:58", .dose(further))
    try log.add("13:59", .effect(SideEffect(EffectName("line lost"), course: .gone)))
    try log.add("14:00", .effect(SideEffect(EffectName("chaperone away"), remark: words)))
  }
}
