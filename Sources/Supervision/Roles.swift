import RecordStore
package import SessionRecord

extension Supervision {
  /// Refuses somebody who has not the role.
  ///
  /// While the record lists nobody, every name is taken as it is typed. Once it lists somebody, the code
  /// has to be listed with the role; who is listed at all may observe. Nothing authenticates who types.
  package func require(_ role: ClinicianRole, of code: ClinicianCode) throws {
    try Roles(store.clinicians()).require(role, of: code)
  }
}

/// Who may do what, by the clinicians that are listed.
struct Roles {
  private let listed: [Clinician]

  init(_ listed: [Clinician]) {
    self.listed = listed
  }

  func require(_ role: ClinicianRole, of code: ClinicianCode) throws(ClinicianRefusal) {
    guard !listed.isEmpty else { return }
    let having = listed.filter { $0.has(role) }
    guard let clinician = listed.first(where: { $0.code == code }) else {
      throw .notListed(code, role, having: having)
    }
    guard clinician.has(role) else { throw .lacksRole(clinician, role, having: having) }
  }

  /// Refuses to strike out for who could not have entered it: a prescriber's decision or word, a review.
  ///
  /// Who typed it may undo that within the minute.
  func allow(_ draft: Draft, in log: [Entry]) throws(ClinicianRefusal) {
    guard case .void(let void) = draft.content, case .because = void.reason,
      let struck = log.first(where: { $0.number == void.entry })
    else { return }
    switch struck.content {
    case .screening(.decision(let decision)) where decision.kind == .prescriber:
      try require(.prescriber, of: draft.author)
    case .screening(.countersignature): try require(.prescriber, of: draft.author)
    case .review: try require(.reviewer, of: draft.author)
    default: break
    }
  }
}
