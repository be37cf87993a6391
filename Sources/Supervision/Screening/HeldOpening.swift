package import Monitoring
package import SessionRecord

/// A session that is not opened, since gates hold: which, on what that rests, and what to type next.
package struct HeldOpening: Hashable {
  package let patient: PatientCode
  /// As it was named.
  package let protocolName: String
  package let setting: Setting
  /// Those that hold and that nobody decided on, in the protocol's order.
  package let standings: [GateStanding]

  package init(
    patient: PatientCode,
    protocolName: String,
    setting: Setting,
    standings: [GateStanding]
  ) {
    self.patient = patient
    self.protocolName = protocolName
    self.setting = setting
    self.standings = standings
  }

  var problem: String {
    let count = standings.count == 1 ? "1 gate holds" : "\(standings.count) gates hold"
    let lines = standings.map { standing in
      "  \(standing.finding.gate) (\(standing.finding.level.word)): \(standing.title): "
        + standing.finding.basis
    }
    return (["\(count). No session was opened."] + lines).joined(separator: "\n")
  }

  /// What answers them first, then what goes on over them; there is no way round a required one.
  package var remedy: String {
    let decided = [overrides, confirmations].compactMap(\.self)
    return (answers + required + decided).joined(separator: "\n")
  }

  // MARK: - What answers them

  private var answers: [String] {
    var lines: [String] = []
    let asked = standings.filter { $0.question != nil }.map(\.finding)
    if !asked.isEmpty {
      let remote = setting == .telehealth ? " --setting telehealth" : ""
      lines.append(
        "To answer \(listed(asked.map(\.gate))): vigil screening \(patient) "
          + "--protocol \(protocolName)\(remote) --by KO (on a terminal it asks each of them; or with "
          + "--answers FILE)"
      )
    }
    var seen: Set<String> = []
    for command in standings.flatMap(commands) where seen.insert(command).inserted {
      lines.append("To enter it as it was: \(command)")
    }
    return lines
  }

  /// What enters what is looked up; none where nothing that can be entered would change it.
  private func commands(_ standing: GateStanding) -> [String] {
    switch standing.asks {
    case .gate(let gate):
      switch gate.requirement {
      case .answer, .age, .rules: []
      case .consent:
        [
          "vigil course consent \(patient) --document … --version … --signed … --by KO, with "
            + "--off-label-told or --off-label-not-told"
        ]
      case .tests: standing.missing.map(tested)
      case .scores(let scales, _): scales.prefix(1).map(scored)
      case .contact:
        ["vigil patient contact \(patient) --address … --emergency-number …"]
      }
    case .course(let rule):
      switch rule.condition {
      case .test(let test, _, _): [tested(test)]
      case .count: [tested(.responseReview)]
      case .outcome(let scale, _, _, _): [scored(scale)]
      case .interval, .frequency, .amount, .escalation, .remarkable, .concern: []
      }
    }
  }

  private func tested(_ test: LaboratoryTest) -> String {
    "vigil course lab \(patient) \(test.word) FINDING --day … --by KO (FINDING: unremarkable or "
      + "remarkable)"
  }

  private func scored(_ scale: String) -> String {
    "vigil course score \(patient) '\(scale) …' --by KO"
  }

  // MARK: - What goes on over them

  private var required: [String] {
    let gates = standings.map(\.finding).filter { $0.level == .required }.map(\.gate)
    guard !gates.isEmpty else { return [] }
    let verb = gates.count == 1 ? "is" : "are"
    return ["\(listed(gates)) \(verb) required: there is no session without, on nobody's word."]
  }

  private var overrides: String? {
    guard let options = options("--override", "=why", at: .hard) else { return nil }
    return "If the prescriber decides to go on all the same, add to vigil start: --prescriber LH "
      + "\(options)\nWhere another types that: --read-back as well; LH countersigns later."
  }

  private var confirmations: String? {
    options("--confirm", "=why", at: .soft).map {
      "To go on knowing what is soft, add to vigil start: \($0)"
    }
  }

  /// Each gate of a level with the option that goes on over it; nil where none of the level holds.
  ///
  /// Of many it is those that were asked: the others are answered first.
  private func options(_ option: String, _ reason: String, at level: GateLevel) -> String? {
    let held = standings.map(\.finding).filter { $0.level == level }
    guard !held.isEmpty else { return nil }
    let named = held.count > mostNamed ? held.filter { $0.answer != .notAsked } : held
    guard !named.isEmpty else { return "\(option) 'gate\(reason)', once the others are answered" }
    return named.map { "\(option) '\($0.gate)\(reason)'" }.joined(separator: " ")
  }

  private var mostNamed: Int { 4 }

  private func listed(_ gates: [GateID]) -> String {
    gates.map(\.text).joined(separator: ", ")
  }
}
