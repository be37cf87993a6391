import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// Whole forgeries, as several attacks need them.
enum Forging {
  /// Another author in session 1, with its chain computed anew.
  static func rewriteSession1(_ database: Database) throws {
    try database.execute(sql: "UPDATE entry SET author = 'LH' WHERE \(LogAttacks.second)")
    try database.chainAgain(.session(SessionNumber(1)))
  }

  /// Seals a session as it is now with another key, which begins as one of the record's own; in the name
  /// of LH, where that is asked, with one that begins as theirs.
  static func seal(
    _ record: AttackedRecord,
    session number: Int,
    inNameOfLH isNamed: Bool = false
  ) throws {
    try record.vigil(keys: record.strangeKeyring) { store in
      let stream = EntryStream.session(SessionNumber(number))
      let owner = isNamed ? try ClinicianCode("LH") : nil
      let key = try SigningKey()
      let at = TemporaryRecord.moment(60).recorded
      _ = try store.sealing { database in
        try store.insertSeal(signedWith: key, of: owner, by: .account("ward"), at: at, database) {
          $0.act = 2
          $0.subject = key.verifying.bytes
        }
        return try store.sign(stream, with: key, of: owner, by: .account("ward"), at: at, database)
      }
    }
  }

  /// Makes the machine remember the newest seal that is in the file.
  static func remember(_ record: AttackedRecord) throws {
    var newest: SealRow?
    try record.raw { newest = try $0.newestSealRow() }
    guard let newest, let hash = RecordDigest(bytes: newest.hash),
      let at = Stamp(milliseconds: newest.at, offset: newest.offset),
      record.keyring.remember(
        Witness(number: newest.number, hash: hash, at: at),
        of: record.whole.id
      )
    else { throw UnexpectedColumn() }
  }

  /// Makes the machine forget what it sealed.
  static func forget(_ record: AttackedRecord) throws {
    try FileManager.default.removeItem(
      atPath: "\(record.keyring.place(of: record.whole.id))/witness.json"
    )
  }

  /// A session of P-016 that never was, closed.
  static func makeUp(_ store: RecordStore) throws {
    guard let patient = try store.patient(try PatientCode("P-016")),
      let session = try store.session(SessionNumber(1))
    else { throw UnexpectedColumn() }
    let opening = Opening(
      patient: patient.code,
      identity: patient.commitment,
      monitoringProtocol: session.opening.monitoringProtocol,
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: nil
    )
    let made = try store.open(
      at: { TemporaryRecord.moment(94) },
      { _ in
        [
          Draft(
            id: EntryID(UUID()),
            observed: TemporaryRecord.moment(94).recorded,
            author: try ClinicianCode("LH"),
            content: .opened(opening)
          )
        ]
      },
      assessing: SealedRecord.assessed
    ).session.number
    try MadeEntries.append([try vitals(120, 80), .closed], to: made, minutes: 95, in: store)
  }
}
