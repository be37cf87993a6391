package import SessionRecord

/// Why somebody may not do what takes a role, or why the list of clinicians is not changed.
package enum ClinicianRefusal: Refusal, Hashable {
  /// *having* are those who have the role.
  case notListed(ClinicianCode, ClinicianRole, having: [Clinician])
  case lacksRole(Clinician, ClinicianRole, having: [Clinician])
  /// Nobody is listed yet, and the first would not be an administrator.
  case firstIsNoAdministrator(Clinician)
  case lastAdministrator(ClinicianCode)
  case looksAlike(ClinicianCode, ClinicianCode)
  case nobodyListed
  case notThere(ClinicianCode, listed: [ClinicianCode])

  package var kind: RefusalKind {
    switch self {
    case .notListed, .lacksRole, .firstIsNoAdministrator, .lastAdministrator, .looksAlike:
      .notAllowed
    case .nobodyListed, .notThere: .notFound
    }
  }

  package var problem: String {
    switch self {
    case .notListed(let code, let role, let having):
      "\(code) is not listed among the clinicians, and this takes \(a(role)). "
        + "\(who(have: role, having))Nothing was stored."
    case .lacksRole(let clinician, let role, let having):
      "\(named(clinician)) is listed as \(words(clinician.roles)), and this takes \(a(role)). "
        + "\(who(have: role, having))Nothing was stored."
    case .firstIsNoAdministrator(let clinician):
      "The first clinician has to be an administrator, or nobody could add the next; "
        + "\(clinician.code) would not be. Nothing was stored."
    case .lastAdministrator(let code):
      "\(code) is the only administrator, and without one the list could not be changed any more. "
        + "Nothing was stored."
    case .looksAlike(let code, let other):
      "\(code) differs from the clinician \(other) only in its capitals. Nothing was stored."
    case .nobodyListed: "No clinician is listed. Nothing was stored."
    case .notThere(let code, let listed):
      "\(code) is not listed; \(listed.map(\.text).joined(separator: ", ")) "
        + "\(listed.count == 1 ? "is" : "are"). Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .notListed(let code, let role, let having): remedy(code, role, [], having)
    case .lacksRole(let clinician, let role, let having):
      remedy(clinician.code, role, clinician.roles, having)
    case .firstIsNoAdministrator(let clinician):
      "vigil clinician add \(clinician.code) --role "
        + (clinician.roles.filter { $0 != .observer } + [.administrator]).map(\.word)
        .joined(separator: ",") + " --by \(clinician.code)"
    case .lastAdministrator:
      "Give somebody else the role first: vigil clinician add MB --role administrator --by …"
    case .looksAlike(_, let other): "If it is the same person, write \(other)."
    case .nobodyListed: "vigil clinician add LH --name 'Lena Hart' --role administrator --by LH"
    case .notThere: "vigil clinician list shows all."
    }
  }

  /// What lets this person do it: an administrator gives the role, beside those that are there.
  private func remedy(
    _ code: ClinicianCode,
    _ role: ClinicianRole,
    _ roles: [ClinicianRole],
    _ having: [Clinician]
  ) -> String {
    let list = (roles + [role]).map(\.word).joined(separator: ",")
    let adding = "vigil clinician add \(code) --role \(list) --by"
    guard role != .administrator else {
      return "Name one of them with --by; or one of them types: \(adding) "
        + (having.first?.code.text ?? "…")
    }
    return having.isEmpty
      ? "An administrator gives the role: \(adding) …"
      : "Name one of them; or an administrator gives the role: \(adding) …"
  }

  private func who(have role: ClinicianRole, _ having: [Clinician]) -> String {
    guard !having.isEmpty else { return "Nobody has that role. " }
    let names = having.map(named).joined(separator: ", ")
    return
      "\(having.count == 1 ? "The only \(role.word) is" : "Those who have that role are") \(names). "
  }

  private func named(_ clinician: Clinician) -> String {
    clinician.name.map { "\(clinician.code) (\($0))" } ?? clinician.code.text
  }

  private func words(_ roles: [ClinicianRole]) -> String {
    roles.isEmpty ? "having no role" : roles.map(\.word).joined(separator: " and ")
  }

  private func a(_ role: ClinicianRole) -> String {
    switch role {
    case .observer, .administrator: "an \(role.word)"
    case .prescriber, .reviewer: "a \(role.word)"
    }
  }
}
