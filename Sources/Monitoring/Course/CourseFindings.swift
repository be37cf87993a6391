package import SessionRecord

extension Course {
  /// What the course rules of a protocol make of the course, in the protocol's order.
  ///
  /// With an instant, the session that would be opened then counts as one more, and time is reckoned to
  /// it. Without one the newest session with a dose is looked at as it was given, and what is on file as of
  /// *asOf*; without that, as of the last that was recorded. Days are those of the zone.
  package func findings(
    under monitoringProtocol: MonitoringProtocol,
    openingAt: Instant?,
    asOf: Instant? = nil,
    in zone: Zone
  ) -> [CourseFinding] {
    let reading = CourseReading(of: self, openingAt: openingAt, asOf: asOf, in: zone)
    return monitoringProtocol.course.map { rule in
      let said = reading.said(rule.condition, scales: monitoringProtocol.scales.map(\.scale))
      return CourseFinding(rule: rule, answer: said.answer, basis: said.basis)
    }
  }
}

extension CourseReading {
  /// An answer with what it rests on.
  struct Said {
    let answer: GateAnswer
    let basis: String

    init(_ answer: GateAnswer, _ basis: String) {
      self.answer = answer
      self.basis = basis
    }

    init(speaks: Bool, _ basis: String) { self.init(speaks ? .yes : .no, basis) }
  }

  func said(_ condition: CourseCondition, scales: [Scale]) -> Said {
    switch condition {
    case .interval(let least): interval(least)
    case .frequency(let most, let days): frequency(most: most, days: days)
    case .count(let most): count(most)
    case .amount(let most, let days): amount(most, days: days)
    case .escalation(let percent, let runs): escalation(percent: percent, runs: runs)
    case .test(let test, let days, let sessions): testDue(test, days: days, sessions: sessions)
    case .remarkable(let test): remarkable(test)
    case .concern(let days): concern(days: days)
    case .outcome(let scale, let points, let percent, let sessions):
      outcome(
        scales.scale(named: scale) ?? Scale(name: scale, title: scale, range: 0...0),
        CourseOutcome(points: points, percent: percent, sessions: sessions)
      )
    }
  }
}
