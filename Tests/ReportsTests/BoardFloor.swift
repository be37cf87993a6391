import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// A floor at 13:56: sessions of `ScheduledSession`, each in a room and for a patient of its own.
enum BoardFloor {
  static let clock = "13:56"

  /// The reader's clock at that moment, or at another of the same day.
  static func asOf(_ clock: String = clock) throws -> Stamp {
    let log = try SampleLog()
    return Stamp(try log.at(clock), in: log.zone)
  }

  /// Six rooms: nothing due, no baseline, a pressure overdue, a confirmed flag of high priority, the same
  /// acknowledged, and nothing entered yet in no room.
  static func six() throws -> [SessionFile] {
    [
      try high(acknowledged: true).on("10", "P-020", "Tamm, Kaia", number: 124),
      try overdue().on("2", "P-014", "Rivera, Alex", number: 119),
      try empty().on(nil, "P-031", nil, number: 125),
      try calm().on("1", "P-015", "Okafor, Sam", number: 120),
      try high(acknowledged: false).on("3", "P-016", "Nguyễn Thị Minh Khai", number: 121),
      try doubtful().on("2b", "P-017", "王小明 (Wang Xiaoming) Müller-Lüdenscheidt", number: 123),
    ]
  }

  /// So many calm sessions in rooms of their own, numbered from 1.
  static func calm(_ count: Int) throws -> [SessionFile] {
    let file = try calm()
    return try (1...count).map {
      try file.on("\($0)", "P-\(100 + $0)", "Patient \($0)", number: $0)
    }
  }

  static func calm() throws -> SessionFile {
    var session = try ScheduledSession.running()
    try session.add("13:50", try ScheduledSession.full(133, 82, 76))
    try lookForEffects(&session)
    return try session.file(asOf: clock)
  }

  private static func lookForEffects(_ session: inout AssessedSession) throws {
    for name in ["nausea", "vomiting", "headache", "dizziness", "anxiety", "dissociation"] {
      try session.add("13:50", .effect(SideEffect(EffectName(name), course: .absent)))
    }
  }

  static func overdue() throws -> SessionFile { try ScheduledSession.overdue().file(asOf: clock) }

  static func empty() throws -> SessionFile { try AssessedSession.builtIn().file(asOf: clock) }

  static func high(acknowledged: Bool) throws -> SessionFile {
    var session = try ScheduledSession.running()
    try session.add("13:50", try ScheduledSession.full(192, 114, 96))
    try session.add("13:52", try ScheduledSession.full(194, 116, 98))
    try lookForEffects(&session)
    guard acknowledged else { return try session.file(asOf: clock) }
    for flag in try session.assessment(asOf: "13:53").flags where flag.isOpen {
      let rule = flag.identity.rule.text
      try session.acknowledge("13:53", flag.number.value, flag: flag.identity.cause, of: rule)
    }
    return try session.file(asOf: clock)
  }

  /// A value that nobody typed again, one not obtained, and a temperature that has no column.
  static func doubtful() throws -> SessionFile {
    var session = try ScheduledSession.running()
    try session.add(
      "13:55",
      try vitals(
        [.systolic: 131, .heartRate: 172, .temperature: 37],
        doubtful: [.heartRate],
        others: [.spo2: .notObtained(because: "probe off")]
      )
    )
    return try session.file(asOf: clock)
  }

  static func text(
    _ files: [SessionFile],
    width: Int = 80,
    rows: Int? = nil,
    at clock: String = clock
  ) throws -> String {
    BoardText(files, asOf: try asOf(clock), rows: rows, style: Style(width: width)).text.spaced
  }
}

extension SessionFile {
  /// The same in another room, of another patient, under limits that the clinic adopted.
  func on(
    _ room: String?,
    _ code: String,
    _ name: String?,
    number: Int,
    state: Session.State = .open
  ) throws -> SessionFile {
    let old = session.opening
    let patient = try PatientCode(code)
    let opening = Opening(
      patient: patient,
      identity: old.identity,
      monitoringProtocol: old.monitoringProtocol,
      setting: old.setting,
      zone: old.zone,
      prescriber: old.prescriber,
      indication: old.indication,
      room: room,
      weight: old.weight
    )
    return SessionFile(
      session: Session(
        number: SessionNumber(number),
        opening: opening,
        opened: session.opened,
        closed: state == .open ? nil : session.opened,
        state: state,
        room: opening.room
      ),
      patient: Patient(
        code: patient,
        identity: try name.map {
          try Identity(
            name: $0,
            birthDate: "1984-03-12",
            medicalRecordNumber: nil,
            allergies: nil
          )
        },
        commitment: .zero
      ),
      monitoringProtocol: monitoringProtocol,
      log: log,
      assessment: assessment,
      zone: zone,
      adoption: Adoption(
        id: old.monitoringProtocol.id,
        version: old.monitoringProtocol.version,
        digest: old.monitoringProtocol.digest,
        by: try ClinicianCode("LH"),
        at: session.opened
      )
    )
  }
}
