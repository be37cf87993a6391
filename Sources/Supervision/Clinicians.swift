package import RecordStore
package import SessionRecord

extension Supervision {
  /// Lists a clinician, or changes what is known of one: an administrator's act.
  ///
  /// What is nil stays as it is; who is new, or comes back, without roles observes. The first of all needs
  /// nobody's role, and has to be an administrator; the last administrator stays one.
  package func list(
    clinician code: ClinicianCode,
    named name: String?,
    roles: [ClinicianRole]?,
    by author: ClinicianCode,
    in zone: Zone
  ) throws -> ClinicianOutcome {
    try store.set(
      clinician: { standing in
        let list = StandingClinicians(standing)
        let before = list[code]
        let known = before?.isListed == true ? before?.clinician.roles : nil
        let clinician = try Clinician(
          code: code,
          name: name ?? before?.clinician.name,
          roles: roles ?? known ?? [.observer]
        )
        try list.allow(clinician, isListed: true, by: author)
        return (clinician, true)
      },
      by: author,
      at: Stamp(clock.now(), in: zone)
    )
  }

  /// Takes a clinician off the list; who they were stays readable.
  package func unlist(
    clinician code: ClinicianCode,
    by author: ClinicianCode,
    in zone: Zone
  ) throws -> ClinicianOutcome {
    try store.set(
      clinician: { standing in
        let list = StandingClinicians(standing)
        guard let known = list[code], known.isListed else { throw list.refusal(of: code) }
        try list.allow(known.clinician, isListed: false, by: author)
        return (known.clinician, false)
      },
      by: author,
      at: Stamp(clock.now(), in: zone)
    )
  }
}

/// Who is and was listed, and what may be changed in it.
private struct StandingClinicians {
  private let standing: [ClinicianSetting]
  private var listed: [Clinician] { standing.filter(\.isListed).map(\.clinician) }

  init(_ standing: [ClinicianSetting]) { self.standing = standing }

  subscript(code: ClinicianCode) -> ClinicianSetting? {
    standing.first { $0.clinician.code == code }
  }

  func refusal(of code: ClinicianCode) -> ClinicianRefusal {
    listed.isEmpty ? .nobodyListed : .notThere(code, listed: listed.map(\.code))
  }

  func allow(
    _ clinician: Clinician,
    isListed: Bool,
    by author: ClinicianCode
  ) throws(ClinicianRefusal) {
    let code = clinician.code
    try Roles(listed).require(.administrator, of: author)
    // Two codes that differ only in their capitals are two people waiting to be mixed up.
    if let alike = standing.first(where: {
      $0.clinician.code != code && $0.clinician.code.text.lowercased() == code.text.lowercased()
    }) {
      throw .looksAlike(code, alike.clinician.code)
    }
    let administers = isListed && clinician.has(.administrator)
    guard !administers else { return }
    if listed.isEmpty { throw .firstIsNoAdministrator(clinician) }
    let others = listed.filter { $0.code != code && $0.has(.administrator) }
    if others.isEmpty { throw .lastAdministrator(code) }
  }
}
