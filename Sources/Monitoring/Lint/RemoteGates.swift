import SessionRecord

/// A protocol for telehealth that lets a session begin without what it cannot be held without.
struct RemoteGates: ProtocolLint {
  /// The ids by which they are known, with what each is for.
  private static let questions: [(id: GateID, what: String)] = [
    (GateID("supervising-clinician"), "a supervising clinician"),
    (GateID("chaperone"), "a chaperone"),
    (GateID("cuff"), "a blood pressure cuff"),
    (GateID("oximeter"), "a pulse oximeter"),
  ]

  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    guard monitoringProtocol.settings.contains(.telehealth) else { return [] }
    let required = monitoringProtocol.gates.filter { $0.remoteLevel == .required }
    var missing = RemoteGates.questions.filter { question in
      !required.contains { $0.id == question.id && $0.isAnswer }
    }.map { "\($0.what) (“\($0.id)”)" }
    if !required.contains(where: { $0.requirement == .contact }) {
      missing.append("an address and emergency number (kind “contact”)")
    }
    guard !missing.isEmpty else { return [] }
    return [
      ProtocolFinding(
        path: "screening",
        problem: "It serves telehealth, and a remote session can begin without \(listed(missing)).",
        remedy: "Add \(missing.count == 1 ? "a gate" : "gates") with the remote level “required”."
      )
    ]
  }
}

extension Gate {
  fileprivate var isAnswer: Bool {
    if case .answer = requirement { true } else { false }
  }
}
