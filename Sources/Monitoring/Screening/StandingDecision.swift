package import SessionRecord

/// A decision on gates as it stands, with the prescriber's own word for one that another typed.
package struct StandingDecision {
  package let entry: ChartEntry
  package let decision: GateDecision
  /// Nil where it was not countersigned.
  package let countersignature: ChartEntry?

  /// Typed by another, and not yet countersigned.
  package var isOpen: Bool { decision.isByTelephone && countersignature == nil }

  package func reason(for gate: GateID) -> String? {
    decision.gates.first { $0.gate == gate }?.reason
  }
}

extension GateDecision.Reasoned {
  /// The reason of a soft gate that was confirmed without further words.
  package static let plainly = "confirmed"
}

extension Chart {
  /// The decisions on gates that stand, by entry number.
  package var gateDecisions: [StandingDecision] {
    var signed: [EntryNumber: ChartEntry] = [:]
    for entry in entries where !entry.isVoid {
      guard case .screening(.countersignature(let number, _)) = entry.content else { continue }
      signed[number] = signed[number] ?? entry
    }
    return entries.compactMap { entry in
      guard !entry.isVoid, case .screening(.decision(let decision)) = entry.content else {
        return nil
      }
      return StandingDecision(
        entry: entry,
        decision: decision,
        countersignature: signed[entry.number]
      )
    }
  }

  /// How the gates stood when the session was opened; nil where none was asked, or it was withdrawn.
  package var gateFindings: (entry: ChartEntry, findings: [GateFinding])? {
    for entry in entries where !entry.isVoid {
      if case .screening(.findings(let findings)) = entry.content { return (entry, findings) }
    }
    return nil
  }
}
