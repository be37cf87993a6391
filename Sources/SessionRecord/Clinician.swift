/// What a clinician may be named for.
package enum ClinicianRole: Int, Hashable, CaseIterable, Comparable {
  case observer = 1
  case prescriber = 2
  case reviewer = 3
  case administrator = 4

  /// As it is typed.
  package var word: String {
    switch self {
    case .observer: "observer"
    case .prescriber: "prescriber"
    case .reviewer: "reviewer"
    case .administrator: "administrator"
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Somebody who works with this record: the code that entries carry, and who that is.
package struct Clinician: Hashable {
  package let code: ClinicianCode
  package let name: String?
  /// Each once, in the order of `ClinicianRole`.
  package let roles: [ClinicianRole]

  /// Refuses a blank name.
  package init(
    code: ClinicianCode,
    name: String? = nil,
    roles: some Sequence<ClinicianRole>
  ) throws(ValueRefusal) {
    try refuseBlank(name, "name")
    self.code = code
    self.name = name
    self.roles = Set(roles).sorted()
  }

  /// Whether the role is theirs; everybody who is listed may observe.
  package func has(_ role: ClinicianRole) -> Bool {
    role == .observer || roles.contains(role)
  }
}

/// What was set of a clinician, by whom and when: the newest of a code counts.
package struct ClinicianSetting: Hashable {
  package let clinician: Clinician
  /// False once they were taken off the list; the code stays readable in what they wrote.
  package let isListed: Bool
  package let by: ClinicianCode
  package let at: Stamp

  package init(_ clinician: Clinician, isListed: Bool, by: ClinicianCode, at: Stamp) {
    self.clinician = clinician
    self.isListed = isListed
    self.by = by
    self.at = at
  }
}
