import Foundation
import GRDB
package import SessionRecord

/// What was last kept of a patient, from which the time is counted for which an identity is kept.
package struct LastOfCourse {
  /// When the newest entry of any of the patient's sessions, or of the course, was stored; nil where there
  /// is none.
  package let entered: Instant?
  package let added: Instant

  /// The newest of them; a patient with nothing but a code counts from when it was added.
  package var instant: Instant {
    max(entered ?? added, added)
  }
}

/// What erasing did.
package struct Erased {
  /// As the commit left it.
  package let patient: Patient
  package let erasure: Entry
  /// Whether the whole file was written anew, so that no unused place in it holds what was erased.
  package let isSwept: Bool
}

extension RecordStore {
  /// Erases who a code stands for, and says so in the patient's course and in the log of accesses, all
  /// in one commit; the log's other entries, and with them every count, stay as they are.
  ///
  /// *allow* is asked inside the transaction with what was last kept, and gives the reason and the
  /// authority; what it throws is passed on, and nothing is erased. Refused while a session is open, and
  /// the second time.
  package func erase(
    identityOf code: PatientCode,
    by author: ClinicianCode,
    at moment: () -> CommitMoment,
    _ allow: (LastOfCourse, CommitMoment) throws -> (reason: String, authority: String)
  ) throws -> Erased {
    let erased = try committing { database in
      try erase(code, by: author, at: moment(), allow, database)
    } presence: { database, erased in
      try database.place(of: erased.erasure.id) == nil ? .none : .all
    } ids: {
      [$0.erasure.id]
    }
    return Erased(patient: erased.patient, erasure: erased.erasure, isSwept: sweep())
  }

  private func erase(
    _ code: PatientCode,
    by author: ClinicianCode,
    at moment: CommitMoment,
    _ allow: (LastOfCourse, CommitMoment) throws -> (reason: String, authority: String),
    _ database: Database
  ) throws -> (patient: Patient, erasure: Entry) {
    let known = try database.existingPatient(code, path: path)
    guard known.identity != nil else { throw ErasingRefusal.alreadyErased(code) }
    let sessions = try database.sessions(of: code, path: path)
    if let open = sessions.first(where: \.isOpen) {
      throw ErasingRefusal.sessionOpen(code, open.label)
    }
    let last = LastOfCourse(
      entered: try ([.course(code)] + sessions.map { EntryStream.session($0.number) })
        .flatMap { try database.logRows(of: $0).map(\.recorded) }
        .max().map { Instant(milliseconds: $0) },
      added: try database.added(code, path: path)
    )
    let allowed = try allow(last, moment)
    try database.run(
      """
      UPDATE patient SET name = NULL, birth_date = NULL, medical_record_number = NULL,
        allergies = NULL, address = NULL, emergency_number = NULL, salt = NULL, erased_ms = ?
      WHERE code = ?
      """,
      [moment.recorded.instant.milliseconds, code.text]
    )
    let content = Content.course(
      .erasure(reason: allowed.reason, authority: allowed.authority)
    )
    let appended = try append(
      toCourseOf: code,
      at: moment,
      { _, moment in
        [
          Draft(
            id: EntryID(UUID.drawn()),
            observed: moment.recorded,
            author: author,
            content: content
          )
        ]
      },
      database
    )
    guard let erasure = appended.new.first else {
      throw RecordRefusal.notStorable(what: content.kind.rawValue)
    }
    try database.insert(
      Access(.erased, of: code.text, by: .clinician(author), at: moment.recorded),
      in: recordID
    )
    return (
      Patient(code: code, identity: nil, commitment: known.commitment),
      erasure
    )
  }

  /// Writes the whole file anew, and says whether that could be done now; where not, nothing is undone.
  ///
  /// What `secure_delete` clears is what was deleted, not what SQLite left behind when it moved rows from
  /// one page to another before.
  private func sweep() -> Bool {
    do {
      try queue.inDatabase { try $0.execute(sql: "VACUUM") }
      return true
    } catch {
      return false
    }
  }
}

extension Database {
  fileprivate func sessions(of patient: PatientCode, path: String) throws -> [Session] {
    var condition = Condition()
    condition.require("s.patient", "=", patient.text.databaseValue)
    return try sessionRows(condition).sessions(path: path)
  }

  fileprivate func added(_ code: PatientCode, path: String) throws -> Instant {
    let added = try firstRow("SELECT added_ms FROM patient WHERE code = ?", [code.text]) {
      Instant(milliseconds: try $0.integer(0))
    }
    guard let added else { throw RecordRefusal.noSuchPatient(code) }
    guard CanonicalReader.instants.contains(added.milliseconds) else {
      throw RecordRefusal.damaged(path: path, what: "a column holds what it cannot hold")
    }
    return added
  }
}
