import Crypto
import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Every patient of the record, by code.
  package func patients() throws -> [Patient] {
    try reading { database in
      try database.rows("\(Database.patientColumns) ORDER BY code") { try Patient($0, path: path) }
    }
  }

  package func patient(_ code: PatientCode) throws -> Patient? {
    try reading { try $0.patient(code, path: path) }
  }

  /// Adds a patient; a code that is there already is refused.
  ///
  /// The salt is random and kept beside the identity, so that erasing both leaves a commitment that
  /// tells nothing.
  package func add(
    patient code: PatientCode,
    identity: Identity,
    at instant: Instant
  ) throws -> Patient {
    guard identity.parts.allSatisfy(\.fitsColumn) else {
      throw RecordRefusal.notStorable(what: "identity")
    }
    let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    let commitment = identity.commitment(salt: salt)
    guard let digest = RecordDigest(bytes: commitment) else {
      throw RecordRefusal.notSaved(why: "the identity could not be digested")
    }
    return try committing { database in
      guard try !database.hasPatient(code) else { throw RecordRefusal.patientExists(code) }
      try database.run(
        """
        INSERT INTO patient (code, name, birth_date, medical_record_number, allergies, salt,
          commitment, added_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          code.text, identity.name, identity.birthDate, identity.medicalRecordNumber,
          identity.allergies, Data(salt), Data(commitment), instant.milliseconds,
        ]
      )
      try bind(
        Patient.digest(code, commitment: commitment, added: instant.milliseconds),
        .patientAdded,
        of: code.text,
        by: .account(station.account),
        at: Stamp(instant, offsetMinutes: 0),
        database
      )
      return Patient(code: code, identity: identity, commitment: digest)
    } presence: { database, patient in
      let kept = try database.firstRow(
        "SELECT commitment FROM patient WHERE code = ?",
        [code.text]
      ) { try $0.bytes(0) }
      return kept == patient.commitment.bytes ? .all : .none
    }
  }
}

extension Identity {
  /// In the order of the columns.
  fileprivate var parts: [String?] { [name, birthDate, medicalRecordNumber, allergies] }

  /// SHA-256 over the salt and every part of the identity, each with its type and length.
  func commitment(salt: [UInt8]) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.identity.v1")
    writer.octets(salt)
    for part in parts { writer.optional(part) }
    return Array(SHA256.hash(data: writer.bytes))
  }
}

extension Patient {
  /// What binds a patient to the access that added them.
  static func digest(_ code: PatientCode, commitment: [UInt8], added: Int) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.patient.v1")
    writer.text(code.text)
    writer.octets(commitment)
    writer.integer(added)
    return writer.digest
  }

  /// A row of `patientColumns`.
  fileprivate init(_ row: StoredRow, path: String) throws {
    do {
      guard let commitment = RecordDigest(bytes: try row.bytes(5)) else {
        throw UnexpectedColumn()
      }
      let code = try PatientCode(try row.text(0))
      guard try row.optionalBytes(6) != nil else {
        self.init(code: code, identity: nil, commitment: commitment)
        return
      }
      let contact = try Contact(
        address: try row.optionalText(7),
        emergencyNumber: try row.optionalText(8)
      )
      self.init(
        code: code,
        identity: try Identity(
          name: try row.optionalText(1),
          birthDate: try row.optionalText(2),
          medicalRecordNumber: try row.optionalText(3),
          allergies: try row.optionalText(4)
        ),
        contact: contact == (try Contact()) ? nil : contact,
        commitment: commitment
      )
    } catch {
      throw RecordRefusal.damaged(path: path, what: "the row of a patient cannot be read")
    }
  }
}

extension Database {
  fileprivate static let patientColumns = """
    SELECT code, name, birth_date, medical_record_number, allergies, commitment, salt, address,
      emergency_number
    FROM patient
    """

  func patient(_ code: PatientCode, path: String) throws -> Patient? {
    try firstRow("\(Database.patientColumns) WHERE code = ?", [code.text]) {
      try Patient($0, path: path)
    }
  }

  func existingPatient(_ code: PatientCode, path: String) throws -> Patient {
    guard let patient = try patient(code, path: path) else {
      throw RecordRefusal.noSuchPatient(code)
    }
    return patient
  }

  func hasPatient(_ code: PatientCode) throws -> Bool {
    try firstRow("SELECT 1 FROM patient WHERE code = ?", [code.text]) { _ in true } ?? false
  }
}
