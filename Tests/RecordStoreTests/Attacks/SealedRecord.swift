import Foundation
import GRDB
import SessionRecord
import TestSupport

@testable import RecordStore

/// A sealed record with something in every table, as bytes, so that each attack gets its own copy.
///
/// Sessions: 1 closed and signed by LH; 2 closed; 3 closed, of a patient who was erased, with an
/// addendum; 4 open; 5 closed and signed by LH; 6 open, with nothing sealed after it.
struct SealedRecord: Sendable {
  let id: UUID
  let bytes: Data
  /// As it was before session 5 was closed.
  let older: Data
  /// Files of the keyring, by name.
  let keys: [String: Data]
  /// Another record that the same machine seals in.
  let other: Data
  /// The key of LH that is in use, and one of MB that was lost.
  let clinicianKey: SigningKey
  let lostKey: SigningKey
  /// What was printed before: the newest digest of every session.
  let printed: [RecordDigest]
  let fingerprints: Set<String>
  /// Who P-016 was, with the salt: what an older copy still says.
  let erased: [DatabaseValue]

  static let shared = Result { try SealedRecord() }

  /// The rules, as far as this record goes: any set of vitals raises the same two flags.
  @Sendable static func assessed(_ log: [Entry]) throws -> Assessed {
    guard log.contains(where: { $0.content.kind == .vitals }) else { return Assessed.nothing }
    var random = SeededGenerator(seed: 7)
    return Assessed(try (1...2).map { try random.flag(number: $0) })
  }

  private init() throws {
    let record = try TemporaryRecord(sealing: true)
    let built = try Building(record)
    id = record.store.recordID
    (clinicianKey, lostKey, erased) = (built.clinicianKey, built.lostKey, built.erased)
    older = built.older
    printed = try (1...6).map { number in
      guard let row = try record.store.logRows(of: .session(SessionNumber(number))).last,
        let digest = RecordDigest(bytes: row.hash)
      else { throw UnexpectedColumn() }
      return digest
    }
    fingerprints = Set(try record.store.keysInUse().map(\.key.fingerprint))
    bytes = try Data(contentsOf: URL(fileURLWithPath: record.path))
    var keys: [String: Data] = [:]
    let place = record.folder.appendingPathComponent("keys/\(id.uuidString)")
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
      keys[name] = try Data(contentsOf: place.appendingPathComponent(name))
    }
    self.keys = keys
    let another = try TemporaryRecord(sealing: true)
    try another.openSession(with: [.note("calm"), .closed])
    other = try Data(contentsOf: URL(fileURLWithPath: another.path))
  }
}

/// The steps that make it.
private struct Building {
  let record: TemporaryRecord
  var store: RecordStore { record.store }
  private(set) var clinicianKey: SigningKey
  private(set) var lostKey: SigningKey
  private(set) var erased: [DatabaseValue] = []
  private(set) var older = Data()

  init(_ record: TemporaryRecord) throws {
    self.record = record
    (clinicianKey, lostKey) = (try SigningKey(), try SigningKey())
    try setUp()
    let second = try store.add(
      patient: try PatientCode("P-015"),
      identity: try Identity(name: "Bo Example", birthDate: "1979-01-30"),
      at: at(0).instant
    )
    let third = try store.add(
      patient: try PatientCode("P-016"),
      identity: try Identity(name: "Cy Example", medicalRecordNumber: "77"),
      at: at(0).instant
    )
    try session(record.patient, closing: true)
    try session(second, closing: true)
    let addended = try session(third, closing: true)
    try append([.addendum("went home by taxi")], to: addended)
    try course()
    try erase(third.code)
    try keysAndSignatures()
    try session(second, closing: false)
    let newest = try session(record.patient, closing: false)
    older = try Data(contentsOf: URL(fileURLWithPath: record.path))
    try append([.closed], to: newest)
    try sign(newest)
    try store.log(access(.printed, of: "\(newest)"))
    let open = try session(record.patient, closing: false)
    try append([.note("calm"), .mark("music changed")], to: open)
    try store.log(access(.exported, of: "summary"))
  }

  private func at(_ minutes: Int) -> Stamp { TemporaryRecord.moment(minutes).recorded }

  private func access(_ act: AccessAct, of subject: String) throws -> Access {
    Access(act, of: subject, by: .clinician(try ClinicianCode("LH")), at: at(90))
  }

  private func setUp() throws {
    let chief = try ClinicianCode("LH")
    try record.adopt()
    _ = try store.adopt(
      text: Array("{\"id\": \"im\"}".utf8),
      id: ProtocolID("im"),
      version: "1",
      by: chief,
      at: at(0),
      remark: "for ward 2"
    )
    let logo = try Logo([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1])
    for name in ["Northgate", "Northgate Clinic"] {
      _ = try store.set(
        clinic: { _ in try Clinic(name: name, telephone: "0301", logo: logo) },
        by: chief,
        at: at(0)
      )
    }
    for (code, roles) in [("LH", [ClinicianRole.prescriber, .administrator]), ("KO", [.observer])] {
      let clinician = try Clinician(code: try ClinicianCode(code), roles: roles)
      _ = try store.set(clinician: { _ in (clinician, true) }, by: chief, at: at(0))
    }
    _ = try store.set(contactOf: record.patient.code, at: at(0).instant) { _ in
      try Contact(address: "Willow Row 1", emergencyNumber: "112")
    }
  }

  @discardableResult
  private func session(_ patient: Patient, closing: Bool) throws -> SessionNumber {
    let opening = Opening(
      patient: patient.code,
      identity: patient.commitment,
      monitoringProtocol: record.reference,
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: try ClinicianCode("LH"),
      room: "2"
    )
    let number = try store.open(
      at: { TemporaryRecord.moment(1) },
      { _ in [try record.draft(.opened(opening), minutes: 1)] },
      assessing: SealedRecord.assessed
    ).session.number
    try append(
      [try vitals(148, 92), .effect(SideEffect(.dissociation, grade: .words(.mild)))],
      to: number
    )
    try append([try vitals(131, 84), .note("talks")], to: number)
    if closing { try append([.closed], to: number) }
    return number
  }

  private func append(_ contents: [Content], to session: SessionNumber) throws {
    _ = try store.append(
      to: session,
      at: { TemporaryRecord.moment(2) },
      { _, _ in try contents.map { try record.draft($0, minutes: 2) } },
      assessing: SealedRecord.assessed
    )
  }

  private func course() throws {
    for score in [17, 9] {
      _ = try store.append(toCourseOf: record.patient.code, at: { TemporaryRecord.moment(3) }) {
        _,
        _ in
        [try record.draft(.scale(ScaleScore(scale: "phq9", score: score, of: 27)), minutes: 3)]
      }
    }
  }

  private mutating func erase(_ code: PatientCode) throws {
    let columns = "name, birth_date, medical_record_number, allergies, salt"
    erased = try record.raw().read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT \(columns) FROM patient WHERE code = ?",
        arguments: [code.text]
      ).map { Array($0.databaseValues) } ?? []
    }
    _ = try store.erase(
      identityOf: code,
      by: try ClinicianCode("LH"),
      at: { TemporaryRecord.moment(4) }
    ) { _, _ in ("asked for", "A. Hart") }
  }

  private func keysAndSignatures() throws {
    let observer = Accessor.account("ward")
    let (chief, second) = (try ClinicianCode("LH"), try ClinicianCode("MB"))
    _ = try store.begin(clinicianKey, of: chief, by: observer, at: at(5))
    _ = try store.begin(lostKey, of: second, by: observer, at: at(5))
    _ = try store.lose(lostKey.verifying, because: "laptop stolen", by: observer, at: at(6))
    try sign(SessionNumber(1))
  }

  private func sign(_ session: SessionNumber) throws {
    _ = try store.sign(
      session: session,
      with: clinicianKey,
      of: try ClinicianCode("LH"),
      by: .account("ward"),
      at: at(7)
    )
  }
}
