import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

/// A session with everything in it: a surge with its repeat, a correction, an undo, a late entry, a
/// crisis word, a value not obtained, one not usable, a temperature in Fahrenheit, a gap.
///
/// Its flags are worked out by hand from the limits of `SampleProtocol`: baseline 126/79 at 13:30, so
/// systolic rises at 126 + 40 = 166; 168 at 14:10 crosses it, 170 at 14:15 repeats it, 152 at 14:25 is
/// back inside, and 139 at 14:40 is the second value at or under 166 − 5 = 161.
struct SampleSession {
  var log: SampleLog
  var flags: [Flag] = []
  var identity: Identity?
  var indication: String? = "depression"
  var room: String? = "2"
  var state = Session.State.amended

  init() throws {
    log = try SampleLog()
    identity = try Identity(
      name: "Rivera, Alex",
      birthDate: "1984-03-12",
      medicalRecordNumber: "VGL-0042",
      allergies: "none known"
    )
    try addEntries()
    flags = try SampleFlags(log).all
  }

  func opening() throws -> Opening {
    Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(
        id: ProtocolID("iv-0.5-40"),
        version: "1",
        digest: .zero
      ),
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: try ClinicianCode("LH"),
      indication: indication,
      room: room,
      weight: try Quantity(.weight, 72)
    )
  }

  func session() throws -> Session {
    let closed = state == .open ? nil : Stamp(try log.at("15:32"), in: log.zone)
    return Session(
      number: log.session,
      opening: try opening(),
      opened: Stamp(try log.at("13:00"), in: log.zone),
      closed: closed,
      state: state,
      room: try opening().room
    )
  }

  /// The file as a view is handed it; *upTo* leaves later entries out.
  func file(
    upTo last: Int? = nil,
    flags shown: [Flag]? = nil,
    asOf: String = "15:34"
  ) throws
    -> SessionFile
  {
    let entries = Array(log.entries.prefix(last ?? log.entries.count))
    let flags = shown ?? self.flags.filter { ($0.identity.entry?.value ?? 0) <= last ?? .max }
    let chart = Chart(entries)
    let assessment = Assessment(
      chart: chart,
      asOf: try log.at(asOf),
      timeZero: last.map { $0 < 4 } == true ? nil : try log.at("13:30"),
      baseline: try baseline(),
      extremes: try extremes(chart),
      flags: flags
    )
    return SessionFile(
      session: try session(),
      patient: Patient(code: try PatientCode("P-014"), identity: identity, commitment: .zero),
      monitoringProtocol: try SampleProtocol.made(),
      log: entries,
      assessment: assessment,
      zone: log.zone
    )
  }

  func baseline() throws -> [VitalSign: Baseline] {
    let values: [(VitalSign, Int)] = [
      (.systolic, 126_000), (.diastolic, 79_000), (.heartRate, 74_000), (.spo2, 98_000),
    ]
    var baseline: [VitalSign: Baseline] = [:]
    for (sign, value) in values {
      baseline[sign] = Baseline(
        value: BaselineValue(sum: value, count: 1),
        entries: [EntryNumber(3)],
        observed: try log.at("13:30")
      )
    }
    return baseline
  }

  /// Highest and lowest of what stands, the first of equals.
  private func extremes(_ chart: Chart) throws -> [VitalSign: Extremes] {
    var found: [VitalSign: Extremes] = [:]
    for entry in chart.standingInObservedOrder {
      guard case .vitals(let vitals) = entry.content else { continue }
      for sign in vitals.signs {
        guard let quantity = vitals.value(sign) else { continue }
        let value = Extremes.Value(
          entry: entry.number,
          observed: entry.observed,
          quantity: quantity,
          isVerified: vitals.readings[sign]?.isVerified == true
        )
        let old = found[sign] ?? Extremes(highest: value, lowest: value)
        found[sign] = Extremes(
          highest: quantity.thousandths > old.highest.quantity.thousandths ? value : old.highest,
          lowest: quantity.thousandths < old.lowest.quantity.thousandths ? value : old.lowest
        )
      }
    }
    return found
  }

  private mutating func addEntries() throws {
    try log.add("13:00", .opened(try opening()))
    try log.add(
      "13:25",
      try vitals(
        [
          .systolic: 124, .diastolic: 78, .heartRate: 72, .spo2: 98, .respiratoryRate: 14,
          .moaas: 5,
        ],
        others: [
          .oxygenFlow: .roomAir, .consciousness: .measured(Quantity(.alert), verified: true),
        ]
      )
    )
    try log.add("13:30", try set(126, 79, 74, 98))
    let ketamine = try Dose(
      drug: "ketamine",
      amount: try Amount(thousandths: 36_000, .milligram),
      route: .intravenous,
      overMinutes: 40
    )
    try log.add("13:30", .dose(ketamine))
    try log.add("13:40", try set(136, 84, 78, 97), observer: "LH")
    try log.add(
      "13:42",
      .effect(SideEffect(.dissociation, grade: .words(.mild), remark: "floating"))
    )
    try log.add("13:50", try set(148, 92, 82, 97))
    try log.add("13:55", try vitals([.heartRate: 48, .respiratoryRate: 14]))
    try log.add("14:00", try set(161, 99, 85, 96))
    try log.add(
      "14:06",
      .effect(SideEffect(EffectName("nausea"), grade: try Grade(rating: 6)))
    )
    try log.add("14:10", try set(168, 103, 86, 96))
    try log.add("14:11", .infusion(.stop(given: .notSaid)))
    let corrected = try vitals([.heartRate: 84, .respiratoryRate: 14])
    try log.add(
      "14:12",
      .amendment(
        Amendment(
          of: EntryNumber(8),
          content: corrected,
          observed: nil,
          reason: "digits transposed"
        )
      )
    )
    try log.add("14:15", try set(170, 104, 88, 93, remark: "left arm, large cuff"))
    let surge = FlagIdentity(rule: RuleID("bp.sys.rise"), entry: EntryNumber(11))
    try log.add(
      "14:16",
      .acknowledgement(
        Acknowledgement(
          flags: [.init(number: FlagNumber(1), flag: surge)],
          text: "guided breathing"
        )
      ),
      by: "LH"
    )
    try log.add("14:17", try vitals([.heartRate: 172], doubtful: [.heartRate]))
    try log.add("14:17:30", .void(Voiding(of: EntryNumber(16), reason: .undone)))
    try log.add("14:25", try set(152, 93, 80, 97))
    try log.add("14:40", try set(139, 86, 76, 98))
    try log.add("14:20", .action("water; talking, oriented to place"), recorded: "14:41")
    try log.add("14:55", .effect(SideEffect(EffectName("chest pain"))))
    try log.add(
      "15:20",
      try vitals(
        [.heartRate: 72],
        others: [
          .systolic: .notObtained(because: "cuff error"),
          .diastolic: .notObtained(because: "cuff error"), .spo2: .notUsable(written: "0"),
        ]
      )
    )
    let temperature = try Quantity(fahrenheitTenths: 982)
    try log.add(
      "15:25",
      .vitals(try Vitals([.temperature: .measured(temperature, verified: true)]))
    )
    try log.add("15:30", .effect(SideEffect(EffectName("nausea"), course: .gone)))
    try log.add("15:32", .closed)
    try log.add(
      "15:33",
      .amendment(
        Amendment(
          of: EntryNumber(12),
          content: .infusion(.stop(given: .amount(try Amount(thousandths: 36_000, .milligram)))),
          observed: nil,
          reason: "read from the pump"
        )
      ),
      recorded: "15:33"
    )
  }
}
