/// The two rules without which Vigil is silent where it matters: on crisis words, and on what is improbable.
struct MissingRules: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let conditions = monitoringProtocol.askedRules.map(\.condition)
    var findings: [ProtocolFinding] = []
    if !conditions.contains(where: { if case .crisis = $0 { true } else { false } }) {
      findings.append(
        ProtocolFinding(
          path: "rules",
          problem: "No rule has the kind “crisis”: crisis words such as “not breathing”, and “bp"
            + " unrecordable”, are then stored without the flag that is for them.",
          remedy: "Add a rule of the kind “crisis”."
        )
      )
    }
    if !conditions.contains(where: { if case .unverified = $0 { true } else { false } }) {
      findings.append(
        ProtocolFinding(
          path: "rules",
          problem: "No rule has the kind “unverified”: an improbable value or dose is then stored"
            + " with “?”, and no flag stays open until it is verified.",
          remedy: "Add a rule of the kind “unverified”."
        )
      )
    }
    return findings
  }
}
