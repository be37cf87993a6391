package import SessionRecord

/// A hold limit that is broken before the dose, or was when the dose was given.
package struct HoldStanding {
  /// What became of the set that is repeated after a rest.
  package enum Repeat: Hashable {
    /// Not repeated yet: from then on a set counts as the repeat.
    case due(from: Instant)
    /// Still over at that time: the prescriber decides.
    case over(at: Instant)
    /// Back inside at that time, and not yet by enough to clear every flag.
    case inside(at: Instant)
  }

  package let gate: Gate
  package let level: GateLevel
  /// The flags that make it hold, the worst first.
  package let flags: [Flag]
  /// When the first value over a limit was observed.
  package let since: Instant
  package let repeated: Repeat
  /// The newest decision on it that knew of every flag and of how far it was over; nil where nobody
  /// decided.
  package let decision: StandingDecision?
  /// The newest decision on it that what came after has gone beyond; nil where one covers it, and where
  /// nobody decided.
  package let surpassed: StandingDecision?
  /// When the dose was given over it; nil before the dose.
  package let dose: Instant?

  /// A dose was given over it, and nobody had decided that.
  package var isGivenOver: Bool {
    guard let dose, level != .info else { return false }
    return decision.map { $0.entry.observed.instant > dose } ?? true
  }

  /// Whether somebody still has to decide.
  package var isUndecided: Bool { level != .info && decision == nil }
}

extension SessionFile {
  /// The hold limits that are broken now or, once a dose was given, were when it was given; in the
  /// protocol's order.
  package var holds: [HoldStanding] {
    let decisions = assessment.chart.gateDecisions
    return monitoringProtocol.gates.compactMap { gate in
      guard case .rules(let rules, let repeatAfter) = gate.requirement,
        let level = gate.level(in: session.opening.setting)
      else { return nil }
      let flags = assessment.flags.filter { rules.contains($0.identity.rule) && holds($0) }
        .sorted { $0.isWorse(than: $1) }
      guard let since = flags.map(\.raised).min() else { return nil }
      let made = decisions.filter { $0.reason(for: gate.id) != nil }
      let decision = made.last { decision in flags.allSatisfy { covers(decision, $0) } }
      return HoldStanding(
        gate: gate,
        level: level,
        flags: flags,
        since: since,
        repeated: repeated(flags, from: since + repeatAfter),
        decision: decision,
        surpassed: decision == nil ? made.last : nil,
        dose: assessment.timeZero
      )
    }
  }

  /// The flags that ever made a gate of kind rules hold before the dose, as they came; what became of
  /// them since is theirs to say.
  package func flagsBeforeDose(of gate: Gate) -> [Flag] {
    guard case .rules(let rules, _) = gate.requirement else { return [] }
    return assessment.flags.filter { flag in
      rules.contains(flag.identity.rule) && flag.retractedBy == nil
        && (assessment.timeZero.map { flag.raised <= $0 } ?? true)
    }.sorted { ($0.raised, $0.number.value) < ($1.raised, $1.number.value) }
  }

  /// Open now, or open at the dose, whatever became of it since.
  private func holds(_ flag: Flag) -> Bool {
    guard flag.retractedBy == nil else { return false }
    guard let dose = assessment.timeZero else { return flag.isOpen }
    return flag.raised <= dose && (flag.state.clearedAt.map { $0 > dose } ?? true)
  }

  /// Whether a decision was made when the flag was known, and how far it was over; what came later and
  /// is further over was not decided on.
  private func covers(_ decision: StandingDecision, _ flag: Flag) -> Bool {
    guard !flag.readings.isEmpty else {
      return flag.known <= decision.entry.original.recorded.instant
    }
    guard let known = flag.known(before: decision.entry.number, in: assessment.chart),
      let decided = known.peak
    else { return false }
    return !flag.readings.contains { reading in
      (assessment.timeZero.map { reading.observed <= $0 } ?? true)
        && flag.isFurther(reading, than: decided)
    }
  }

  private func repeated(_ flags: [Flag], from: Instant) -> HoldStanding.Repeat {
    let last = assessment.timeZero
    func counts(_ instant: Instant) -> Bool {
      instant >= from && (last.map { instant <= $0 } ?? true)
    }
    let inside = flags.map(\.backInside)
    let over = flags.flatMap(\.readings).map(\.observed).filter(counts).max()
    if let latest = inside.compactMap(\.self).filter(counts).max(), !inside.contains(nil),
      over.map({ $0 < latest }) ?? true
    {
      return .inside(at: latest)
    }
    return over.map { .over(at: $0) } ?? .due(from: from)
  }
}
