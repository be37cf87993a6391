package import SessionRecord

/// The screening of a session as it stands: how the gates were found, who decided, what holds.
package struct SessionScreening {
  package let findings: [GateFinding]
  /// The entry of the findings; nil where no gate was asked.
  package let entry: ChartEntry?
  package let decisions: [StandingDecision]
  package let holds: [HoldStanding]
  /// The hold limits that nothing was read for before the dose.
  package let unread: [UnreadHold]

  /// The newest standing decision that names a gate.
  package func decision(on gate: GateID) -> StandingDecision? {
    decisions.last { $0.reason(for: gate) != nil }
  }

  /// The gates that held at opening, and that no standing decision names: of an import or a paper chart,
  /// or where the decision was withdrawn.
  package var undecided: [GateFinding] {
    findings.filter { $0.holds && decision(on: $0.gate) == nil }
  }

  /// The decisions that wait for the prescriber's own word.
  package var toCountersign: [StandingDecision] { decisions.filter(\.isOpen) }

  /// Whether nothing of it needs to be seen first.
  package var isClear: Bool {
    decisions.isEmpty && undecided.isEmpty && unread.isEmpty
      && !holds.contains { $0.isGivenOver || $0.isUndecided }
  }
}

extension SessionFile {
  package var screening: SessionScreening {
    let chart = assessment.chart
    let found = chart.gateFindings
    return SessionScreening(
      findings: found?.findings ?? [],
      entry: found?.entry,
      decisions: chart.gateDecisions,
      holds: holds,
      unread: unreadHolds
    )
  }
}
