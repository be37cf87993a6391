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

extension Identity {
  /// Refuses a birth date after today, and one of more than 120 years ago: what a person types now.
  package static func check(birthDate: String?, on today: CivilTime) throws(IdentityRefusal) {
    guard let birthDate else { return }
    _ = try Identity(birthDate: birthDate)
    guard let date = CivilTime(date: birthDate) else { throw .notADate(birthDate) }
    guard birthDate <= today.date else { throw .bornAhead(birthDate, today: today.date) }
    let age = today.year - date.year
    guard age < oldest || (age == oldest && today.date.dropFirst(4) <= birthDate.dropFirst(4))
    else {
      throw .bornLongAgo(birthDate)
    }
  }

  private static let oldest = 120  // Vigil's own
}

package enum IdentityRefusal: Refusal, Hashable {
  case notADate(String)
  case bornAhead(String, today: String)
  case bornLongAgo(String)

  package var kind: RefusalKind { .badInput }
  package var problem: String {
    switch self {
    case .notADate(let text): "“\(text)” is not a date."
    case .bornAhead(let date, let today): "\(date) is still to come: today is \(today)."
    case .bornLongAgo(let date): "\(date) is more than 120 years ago."
    }
  }
  package var remedy: String? { "Write the birth date as year-month-day: 1984-03-12." }
}

/// A patient of this record: the code in the log, and the identity that it stands for.
package struct Patient: Hashable {
  package let code: PatientCode
  /// Nil once it was erased.
  package let identity: Identity?
  /// Nil where neither part is known, and once the identity was erased.
  package let contact: Contact?
  /// SHA-256 over a salt and the identity; what the log holds.
  package let commitment: RecordDigest

  package init(
    code: PatientCode,
    identity: Identity?,
    contact: Contact? = nil,
    commitment: RecordDigest
  ) {
    self.code = code
    self.identity = identity
    self.contact = contact
    self.commitment = commitment
  }
}
