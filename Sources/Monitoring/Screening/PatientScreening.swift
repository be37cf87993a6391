package import SessionRecord

/// The gates of a protocol, asked of one patient for a session that would be opened at one moment.
package struct PatientScreening {
  package let course: Course
  package let monitoringProtocol: MonitoringProtocol
  package let setting: Setting
  package let at: Instant
  /// The zone whose days count.
  package let zone: Zone

  package init(
    of course: Course,
    under monitoringProtocol: MonitoringProtocol,
    setting: Setting,
    at: Instant,
    in zone: Zone
  ) {
    self.course = course
    self.monitoringProtocol = monitoringProtocol
    self.setting = setting
    self.at = at
    self.zone = zone
  }

  /// Every gate that is asked at the setting, in the protocol's order, then every course rule.
  package var standings: [GateStanding] {
    let evidence = ScreeningEvidence(of: course, at: at, in: zone)
    return monitoringProtocol.gates.compactMap { standing($0, evidence) }
      + course.findings(under: monitoringProtocol, openingAt: at, in: zone).map(standing)
  }

  /// What is written into a session.
  ///
  /// A concern about how a medicine is used stays in the course: where its rule only informs, nothing is
  /// written of it, and where it holds, not what was entered.
  package var findings: [GateFinding] {
    standings.compactMap { standing in
      guard case .course(let rule) = standing.asks, case .concern = rule.condition else {
        return standing.finding
      }
      return standing.finding.level == .info
        ? nil
        : GateFinding(
          gate: standing.finding.gate,
          level: standing.finding.level,
          answer: standing.finding.answer,
          holds: standing.finding.holds,
          basis: "looked up in the course"
        )
    }
  }

  private func standing(_ gate: Gate, _ evidence: ScreeningEvidence) -> GateStanding? {
    guard let level = gate.level(in: setting) else { return nil }
    let verdict = evidence.verdict(on: gate)
    return GateStanding(
      title: gate.title,
      asks: .gate(gate),
      finding: GateFinding(
        gate: gate.id,
        level: level,
        answer: verdict.answer,
        holds: level != .info && !verdict.isClear,
        basis: verdict.basis,
        entry: verdict.entry
      ),
      missing: verdict.missing
    )
  }

  /// A course rule without a gate is shown, and never holds; one that cannot be told holds as one that
  /// speaks.
  private func standing(_ found: CourseFinding) -> GateStanding {
    let level = found.rule.gate ?? .info
    return GateStanding(
      title: found.rule.title,
      asks: .course(found.rule),
      finding: GateFinding(
        gate: GateID(found.rule.id.text),
        level: level,
        answer: found.answer,
        holds: level != .info && found.answer != .no,
        basis: found.basis
      )
    )
  }
}
