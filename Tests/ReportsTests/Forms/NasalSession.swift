import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// A session under the built-in protocol for esketamine, opened 13:50, first device 14:00.
///
/// So T+40 is 14:40, and its window is 14:35 to 14:45.
struct NasalSession {
  private(set) var log: SampleLog
  let rules: MonitoringProtocol
  var isClosed = false
  var identity: Identity?

  init(under builtIn: BuiltInProtocol = .esketamineIntranasal) throws {
    rules = try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    log = try SampleLog()
    identity = try Identity(name: "Rivera, Alex", birthDate: "1984-03-12")
    try log.add("13:50", .opened(try opening()))
  }

  /// With one device at 14:00, and nothing else.
  static func dosed() throws -> NasalSession {
    var session = try NasalSession()
    try session.device("14:00")
    return session
  }

  /// Three devices, everything entered, left at 16:06.
  static func whole() throws -> NasalSession {
    var session = try NasalSession()
    try session.add("13:51", .note("first treatment; takes no benzodiazepines"))
    try session.add("13:52", try full(124, 78, 72))
    try session.add("13:53", .effect(SideEffect(.dissociation, course: .absent)))
    try session.add("13:58", .note("vitals acceptable"))
    try session.device("14:00", remark: "lot 22K117")
    try session.device("14:05", remark: "lot 22K117")
    try session.device("14:10", remark: "lot no. 22K118.")
    try session.add("14:20", try watched(97, 5))
    try session.add(
      "14:36",
      try vitals([.systolic: 262, .diastolic: 131], doubtful: [.systolic, .diastolic])
    )
    try session.add("14:44", try full(148, 90, 84, moaas: 4))
    try session.add(
      "14:44:30",
      .effect(SideEffect(.dissociation, grade: try Grade(rating: 5)))
    )
    try session.add("14:46", .scale(ScaleScore(scale: "cadss-6", score: 9)))
    try session.add("15:00", try watched(97, 5))
    let ondansetron = try Dose(
      drug: "ondansetron",
      amount: try Amount(thousandths: 4_000, .milligram),
      route: .oral
    )
    try session.add("15:05", .dose(ondansetron))
    try session.add("15:20", try watched(98, 5))
    try session.add("15:40", try watched(96, 5))
    try session.add("16:00", try full(126, 80, 74))
    try session.add("16:00:30", .effect(SideEffect(.dissociation, course: .absent)))
    try session.add("16:00:40", .effect(SideEffect(EffectName("nausea"), course: .absent)))
    try session.add("16:00:50", .effect(SideEffect(.vomiting, course: .absent)))
    try session.answer("16:02")
    try session.add("16:03", .note("vitals acceptable, walking"))
    try session.leave("16:06", readyMinute: 118)
    return session
  }

  mutating func add(
    _ clock: String,
    _ content: Content,
    recorded: String? = nil,
    by author: String = "KO",
    source: Source = .typed
  ) throws {
    try log.add(clock, content, recorded: recorded, by: author, source: source)
  }

  mutating func device(_ clock: String, milligrams: Int = 28, remark: String? = nil) throws {
    let dose = try Dose(
      drug: "esketamine",
      amount: try Amount(thousandths: milligrams * 1_000, .milligram),
      route: .intranasal,
      remark: remark
    )
    try log.add(clock, .dose(dose))
  }

  mutating func pressure(
    _ clock: String,
    _ systolic: Int,
    _ diastolic: Int,
    doubtful: Bool = false
  ) throws {
    try log.add(
      clock,
      try vitals(
        [.systolic: systolic, .diastolic: diastolic],
        doubtful: doubtful ? [.systolic, .diastolic] : []
      )
    )
  }

  mutating func correct(
    _ entry: Int,
    to content: Content,
    observed: String? = nil,
    at clock: String
  ) throws {
    let stamp = try observed.map { Stamp(try log.at($0), in: log.zone) }
    try log.add(
      clock,
      .amendment(
        Amendment(of: EntryNumber(entry), content: content, observed: stamp, reason: "typo")
      )
    )
  }

  mutating func void(_ entry: Int, at clock: String) throws {
    try log.add(clock, .void(Voiding(of: EntryNumber(entry), reason: .because("wrong patient"))))
  }

  mutating func answer(_ clock: String) throws {
    let plain = ["oriented", "gait", "self-harm"].map {
      CriteriaAnswers.Answer(CriterionID($0), isMet: true)
    }
    try log.add(
      clock,
      .leaving(
        .answers(
          try CriteriaAnswers(
            plain + [
              .init(CriterionID("escort"), isMet: true, words: "sister, A. Meier"),
              .init(CriterionID("driving"), isMet: true, words: "no driving until tomorrow"),
            ]
          )
        )
      )
    )
  }

  mutating func leave(_ clock: String, readyMinute: Int? = nil) throws {
    let decision = try LeavingDecision(
      .criteriaMet,
      decidedBy: try ClinicianCode("LH"),
      readyMinute: readyMinute
    )
    try log.add(clock, .leaving(.decision(decision)))
    try log.add(clock, .closed, together: true)
    isClosed = true
  }

  mutating func close(_ clock: String) throws {
    try log.add(clock, .closed)
    isClosed = true
  }

  func file(asOf: String = "17:00") throws -> SessionFile {
    let closed = isClosed ? log.entries.last { $0.content == .closed }?.observed : nil
    let session = Session(
      number: log.session,
      opening: try opening(),
      opened: Stamp(try log.at("13:50"), in: log.zone),
      closed: closed,
      state: isClosed ? .closed : .open,
      room: try opening().room
    )
    return SessionFile(
      session: session,
      patient: Patient(code: try PatientCode("P-014"), identity: identity, commitment: .zero),
      monitoringProtocol: rules,
      log: log.entries,
      assessment: assess(log.entries, under: rules, asOf: try log.at(asOf)),
      zone: log.zone
    )
  }

  static func letterhead(_ clinic: Clinic? = nil) throws -> Letterhead {
    let log = try SampleLog()
    return Letterhead(
      clinic: clinic,
      printed: Stamp(try log.at("17:05"), in: log.zone),
      version: "0.1.0"
    )
  }

  static func clinic() throws -> Clinic {
    try Clinic(
      name: "Northgate Clinic",
      address: ["12 Canal Street", "Springfield, IL 62701"],
      telephone: "555-0100"
    )
  }

  private func opening() throws -> Opening {
    Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(id: rules.id, version: rules.version, digest: .zero),
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: try ClinicianCode("LH"),
      room: "2"
    )
  }
}

/// A whole set, with temperature and room air.
func full(_ systolic: Int, _ diastolic: Int, _ pulse: Int, moaas: Int = 5) throws -> Content {
  try vitals(
    [
      .systolic: systolic, .diastolic: diastolic, .heartRate: pulse, .spo2: 98,
      .respiratoryRate: 14, .moaas: moaas, .temperature: 37,
    ],
    others: [
      .consciousness: .measured(Quantity(.alert), verified: true), .oxygenFlow: .roomAir,
    ]
  )
}

/// Breathing and sedation alone.
func watched(_ saturation: Int, _ moaas: Int) throws -> Content {
  try vitals([.spo2: saturation, .respiratoryRate: 14, .moaas: moaas])
}
