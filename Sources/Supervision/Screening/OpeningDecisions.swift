import Monitoring
import SessionRecord

/// Who goes on over the gates that hold when a session is opened, as it was typed.
struct OpeningDecisions {
  let request: SessionRequest

  /// The prescriber's decision and the observer's confirmation, each where there is one.
  ///
  /// What is decided has to hold, and not to be required. Where nothing blocks, what nobody decided
  /// stays so.
  func decisions(
    on standings: [GateStanding],
    isBlocking: Bool
  ) throws -> [GateDecision] {
    for gate in named where named.count(where: { $0 == gate }) > 1 {
      throw ScreeningRefusal.decidedTwice(gate)
    }
    for reasoned in request.overrides {
      let finding = try holding(reasoned.gate, standings)
      guard finding.level != .required else { throw ScreeningRefusal.required(reasoned.gate) }
    }
    for reasoned in request.confirmations {
      let finding = try holding(reasoned.gate, standings)
      guard finding.level != .required else { throw ScreeningRefusal.required(reasoned.gate) }
      guard finding.level == .soft else {
        throw ScreeningRefusal.confirmedHard(reasoned.gate)
      }
    }
    let left = standings.filter { $0.finding.holds && !named.contains($0.finding.gate) }
    guard left.isEmpty || !isBlocking else {
      throw ScreeningRefusal.held(
        HeldOpening(
          patient: request.patient,
          protocolName: request.protocolName,
          setting: request.setting,
          standings: left
        )
      )
    }
    return try [prescribers(), observers()].compactMap(\.self)
  }

  private var named: [GateID] { (request.overrides + request.confirmations).map(\.gate) }

  private func holding(_ gate: GateID, _ standings: [GateStanding]) throws -> GateFinding {
    guard let finding = standings.first(where: { $0.finding.gate == gate })?.finding else {
      throw ScreeningRefusal.noSuchGate(
        gate,
        known: standings.map(\.finding).filter(\.holds).map(\.gate)
      )
    }
    guard finding.holds else {
      throw ScreeningRefusal.doesNotHold(gate, basis: finding.basis)
    }
    return finding
  }

  private func prescribers() throws -> GateDecision? {
    guard let first = request.overrides.first else { return nil }
    guard let prescriber = request.prescriber else {
      throw ScreeningRefusal.prescriberMissing(first.gate)
    }
    return try GateDecision(
      .prescriber,
      decidedBy: prescriber,
      isByTelephone: try isByTelephone(
        prescriber,
        author: request.author,
        isReadBack: request.isReadBack
      ),
      gates: request.overrides
    )
  }

  private func observers() throws -> GateDecision? {
    guard !request.confirmations.isEmpty else { return nil }
    return try GateDecision(
      .observer,
      decidedBy: request.author,
      isByTelephone: false,
      gates: request.confirmations
    )
  }
}

/// Whether a prescriber's decision is typed by another; then it has to have been read back.
func isByTelephone(
  _ prescriber: ClinicianCode,
  author: ClinicianCode,
  isReadBack: Bool,
  session: String? = nil
) throws(ScreeningRefusal) -> Bool {
  guard prescriber != author else { return false }
  guard isReadBack else { throw .readBackMissing(prescriber, author: author, session: session) }
  return true
}
