/// Who a code stands for.
///
/// Kept in a table apart from the log, so that it can be erased.
package struct Identity: Hashable {
  package let name: String?
  /// `1984-03-12`.
  package let birthDate: String?
  package let medicalRecordNumber: String?
  package let allergies: String?

  /// Refuses a birth date that is no date; blank text counts as not given.
  package init(
    name: String? = nil,
    birthDate: String? = nil,
    medicalRecordNumber: String? = nil,
    allergies: String? = nil
  ) throws(IdentityRefusal) {
    if let birthDate {
      let parts = birthDate.split(separator: "-", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { Int($0) }
      guard birthDate.utf8.count == 10, numbers.count == 3,
        let date = CivilTime(year: numbers[0], month: numbers[1], day: numbers[2]),
        date.date == birthDate
      else { throw .notADate(birthDate) }
    }
    self.name = name
    self.birthDate = birthDate
    self.medicalRecordNumber = medicalRecordNumber
    self.allergies = allergies
  }
}

package enum IdentityRefusal: Refusal, Hashable {
  case notADate(String)

  package var kind: RefusalKind { .badInput }
  package var problem: String {
    switch self {
    case .notADate(let text): "“\(text)” is not a date."
    }
  }
  package var remedy: String? { "Write year-month-day, as 1984-03-12." }
}

/// A patient of this record: the code in the log, and the identity that it stands for.
package struct Patient: Hashable {
  package let code: PatientCode
  /// Nil once it was erased.
  package let identity: Identity?
  /// SHA-256 over a salt and the identity; what the log holds.
  package let commitment: RecordDigest

  package init(code: PatientCode, identity: Identity?, commitment: RecordDigest) {
    self.code = code
    self.identity = identity
    self.commitment = commitment
  }
}
