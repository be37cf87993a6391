package import SessionRecord

/// A clinician in words.
package struct ClinicianWords {
  private let clinician: Clinician

  package init(_ clinician: Clinician) { self.clinician = clinician }

  /// `prescriber, reviewer`; a dash where there is no role.
  package var roles: String {
    clinician.roles.isEmpty ? "–" : clinician.roles.map(\.word).joined(separator: ", ")
  }

  /// What stands beside the code: `Lena Hart, prescriber, reviewer`; nil where neither is known.
  var besideCode: String? {
    let roles = clinician.roles.map(\.word)
    let parts = [clinician.name].compactMap(\.self) + roles
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `LH (Lena Hart)`.
  package var named: String {
    clinician.name.map { "\(clinician.code) (\($0))" } ?? clinician.code.text
  }
}
