import GRDB
package import SessionRecord

extension RecordStore {
  /// Keeps where a patient is and who comes to them; *change* makes it of what is known.
  ///
  /// It is no entry: what is replaced is gone, as it is with the identity. An erased identity keeps none.
  package func set(
    contactOf code: PatientCode,
    at instant: Instant,
    to change: (Contact?) throws -> Contact?
  ) throws -> Patient {
    try RecordRefusal.ofSetting("vigil patient show \(code)") {
      try committing { database in
        let patient = try database.existingPatient(code, path: path)
        guard patient.identity != nil else { throw ErasingRefusal.alreadyErased(code) }
        let contact = try change(patient.contact)
        guard [contact?.address, contact?.emergencyNumber].allSatisfy(\.fitsColumn) else {
          throw RecordRefusal.notStorable(what: "contact")
        }
        try database.run(
          "UPDATE patient SET address = ?, emergency_number = ? WHERE code = ?",
          [contact?.address, contact?.emergencyNumber, code.text]
        )
        try bind(
          try database.contactDigest(of: code),
          .contactSet,
          of: code.text,
          by: .account(station.account),
          at: Stamp(instant, offsetMinutes: 0),
          database
        )
        return Patient(
          code: code,
          identity: patient.identity,
          contact: contact,
          commitment: patient.commitment
        )
      } presence: { database, patient in
        try database.existingPatient(code, path: path).contact == patient.contact ? .all : .none
      }
    }
  }
}
