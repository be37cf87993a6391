import Foundation
import GRDB
import RecordStore
import SessionRecord

/// A record in a folder of its own, removed with it; a made-up patient and a protocol are in it.
final class TemporaryRecord {
  static let opened = Instant(milliseconds: 1_795_096_800_000)

  static let protocolText = Array("{\"id\": \"iv-0.5-40\"}".utf8)

  let folder: URL
  let store: RecordStore
  let patient: Patient
  let reference: ProtocolReference

  var path: String { folder.appendingPathComponent("record.vigil").path }

  /// With *sealing*, keys lie in a folder beside it, and what is closed is sealed.
  init(sealing: Bool = false) throws {
    folder = try TemporaryRecord.newFolder()
    let path = folder.appendingPathComponent("record.vigil").path
    store = try RecordStore.open(
      at: path,
      .creating,
      station: Station(
        account: "ward",
        keyring: sealing ? Keyring(folder: folder.appendingPathComponent("keys").path) : nil
      ),
      now: TemporaryRecord.opened
    )
    patient = try store.add(
      patient: try PatientCode("P-014"),
      identity: try Identity(name: "Ada Example", birthDate: "1984-03-12"),
      at: TemporaryRecord.opened
    )
    reference = try store.keep(
      protocolText: TemporaryRecord.protocolText,
      id: ProtocolID("iv-0.5-40"),
      version: "1",
      at: TemporaryRecord.opened
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func newFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigil-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Another connection to the same file, by itself as any program could make one.
  func raw() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The commit at this many minutes after opening.
  static func moment(_ minutes: Int) -> CommitMoment {
    CommitMoment(
      recorded: Stamp(opened + .minutes(minutes), offsetMinutes: 60),
      monotonic: MonotonicTime(nanoseconds: minutes * 60_000_000_000, boot: nil)
    )
  }

  func opening(zone: String = "Europe/Berlin") -> Opening {
    Opening(
      patient: patient.code,
      identity: patient.commitment,
      monitoringProtocol: reference,
      setting: .clinic,
      zone: zone,
      prescriber: nil
    )
  }

  func draft(
    _ content: Content,
    id: EntryID = EntryID(UUID()),
    minutes: Int = 0
  ) throws -> Draft {
    Draft(
      id: id,
      observed: TemporaryRecord.moment(minutes).recorded,
      author: try ClinicianCode("KO"),
      content: content
    )
  }

  /// Another made-up patient, for a session beside the first one's.
  func addPatient(_ code: String = "P-015") throws -> Patient {
    try store.add(
      patient: try PatientCode(code),
      identity: try Identity(),
      at: TemporaryRecord.opened
    )
  }

  /// Adopts the protocol that sessions are opened with.
  @discardableResult
  func adopt() throws -> AdoptionOutcome {
    try store.adopt(
      text: TemporaryRecord.protocolText,
      id: reference.id,
      version: reference.version,
      by: try ClinicianCode("KO"),
      at: TemporaryRecord.moment(0).recorded
    )
  }

  @discardableResult
  func openSession(
    minutes: Int = 0,
    patient: Patient? = nil,
    with contents: [Content] = [],
    flags: [Flag] = []
  ) throws -> SessionNumber {
    let who = patient ?? self.patient
    let opening = Opening(
      patient: who.code,
      identity: who.commitment,
      monitoringProtocol: reference,
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: nil
    )
    return try store.open(
      at: { TemporaryRecord.moment(minutes) },
      { _ in
        try ([.opened(opening)] + contents).map { try self.draft($0, minutes: minutes) }
      },
      assessing: { _ in Assessed(flags) }
    ).session.number
  }

  @discardableResult
  func append(
    _ contents: [Content],
    to session: SessionNumber,
    minutes: Int = 1,
    flags: [Flag] = []
  ) throws -> Appended {
    try store.append(
      to: session,
      at: { TemporaryRecord.moment(minutes) },
      { _, _ in try contents.map { try self.draft($0, minutes: minutes) } },
      assessing: { _ in Assessed(flags) }
    )
  }
}

/// A set with a blood pressure and a heart rate, in whole units.
func vitals(_ systolic: Int, _ diastolic: Int, heartRate: Int = 80) throws -> Content {
  .vitals(
    try Vitals([
      .systolic: .measured(try Quantity(.systolic, systolic), verified: true),
      .diastolic: .measured(try Quantity(.diastolic, diastolic), verified: true),
      .heartRate: .measured(try Quantity(.heartRate, heartRate), verified: true),
    ])
  )
}
