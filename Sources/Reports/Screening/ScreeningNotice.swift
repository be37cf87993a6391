import Monitoring
import SessionRecord

/// In the head of everything that is shown of a session: the gates that it went on over, on whose word,
/// and what nobody decided.
struct ScreeningNotice {
  private let words: SessionWords
  private let screening: SessionScreening

  init(_ words: SessionWords) {
    self.words = words
    screening = words.file.screening
  }

  /// A line for each gate that was overridden, confirmed or left undecided; none where all was clear.
  var lines: [Phrase] {
    let decided = screening.decisions.flatMap { decision in
      decision.decision.gates.map { line(decision, $0) }
    }
    return other + given + unread + decided + undecided
  }

  /// `SCREENING WAS OF ANOTHER PATIENT, asked of P-015 in S-2026-0001: nobody asked P-014`.
  static func other(_ words: SessionWords) -> Phrase? {
    words.file.screening.ofOther.map { asked in
      Phrase("SCREENING WAS OF ANOTHER PATIENT", .high)
        + Phrase(", \(asked): nobody asked \(words.file.patient.code).")
    }
  }

  private var other: [Phrase] { [ScreeningNotice.other(words)].compactMap(\.self) }

  /// The same in a few words, for the box of a page's head; nil where all was clear.
  var short: Phrase? {
    var parts: [String] = []
    if screening.ofOther != nil { parts.append("SCREENING WAS OF ANOTHER PATIENT") }
    let overridden = gates { $0.kind == .prescriber }
    if !overridden.isEmpty { parts.append("gates overridden: \(overridden)") }
    let confirmed = gates { $0.kind == .observer }
    if !confirmed.isEmpty { parts.append("confirmed: \(confirmed)") }
    if screening.holds.contains(where: \.isGivenOver) { parts.append("dose over a hold limit") }
    if !screening.unread.isEmpty { parts.append("dose without a reading for a hold limit") }
    if !screening.undecided.isEmpty {
      parts.append("\(counted(screening.undecided.count, "gate")) held, no decision")
    }
    let open = screening.toCountersign.count
    if open > 0 { parts.append("countersignature open") }
    return parts.isEmpty ? nil : Phrase(parts.joined(separator: "; "), .strong)
  }

  private func gates(_ isMeant: (GateDecision) -> Bool) -> String {
    screening.decisions.map(\.decision).filter(isMeant).flatMap(\.gates).map(\.gate.text)
      .joined(separator: ", ")
  }

  // MARK: - Lines

  private func line(_ standing: StandingDecision, _ reasoned: GateDecision.Reasoned) -> Phrase {
    let decision = standing.decision
    let gate = named(reasoned.gate, by: standing)
    let at = time(standing.entry.observed.instant)
    switch decision.kind {
    case .prescriber:
      return Phrase("GATE OVERRIDDEN", .strong)
        + Phrase(
          " \(gate): decided by \(decision.decidedBy) \(at)\(way(standing)): \(reasoned.reason)"
            + " (#\(standing.entry.number))"
        )
    case .observer:
      let reason = reasoned.reason == GateDecision.Reasoned.plainly ? "" : ": \(reasoned.reason)"
      return Phrase("Gate confirmed", .strong)
        + Phrase(
          " \(gate): by \(decision.decidedBy) \(at)\(reason) (#\(standing.entry.number))"
        )
    }
  }

  /// `, by telephone, read back by KO, COUNTERSIGNATURE OPEN`.
  private func way(_ standing: StandingDecision) -> String {
    guard standing.decision.isByTelephone else { return "" }
    let signed =
      standing.countersignature.map { entry in
        "countersigned by \(entry.original.author) \(time(entry.observed.instant))"
          + (ScreeningNotice.words(of: entry).map { " (\($0))" } ?? "")
      } ?? "COUNTERSIGNATURE OPEN"
    return ", by telephone, read back by \(standing.entry.original.author), \(signed)"
  }

  static func words(of entry: ChartEntry) -> String? {
    guard case .screening(.countersignature(_, let words)) = entry.content else { return nil }
    return words
  }

  /// `glaucoma (hard: not asked)`, or what was measured; by a decision, what it was made about.
  private func named(_ gate: GateID, by decision: StandingDecision? = nil) -> String {
    if let hold = screening.holds.first(where: { $0.gate.id == gate }) {
      let flags =
        decision.map { decision in
          hold.flags.compactMap { $0.known(before: decision.entry.number, in: words.chart) }
        } ?? hold.flags
      let values = flags.map { HoldPhrase.value($0, in: words) }.joined(separator: ", ")
      return values.isEmpty ? gate.text : "\(gate) (\(hold.level.word): \(values))"
    }
    guard let finding = screening.findings.first(where: { $0.gate == gate }), finding.holds else {
      return gate.text
    }
    return "\(gate) (\(finding.level.word): \(finding.basis))"
  }

  /// The dose over a limit of which nobody had decided that before.
  private var given: [Phrase] {
    screening.holds.filter(\.isGivenOver).map { hold in
      let at = hold.dose.map { " \(time($0))" } ?? ""
      let decision =
        hold.decision.map {
          "decided only afterwards, \(time($0.entry.observed.instant)) (#\($0.entry.number))"
        } ?? "no decision recorded"
      return Phrase("GIVEN OVER A HOLDING GATE", .high)
        + Phrase("\(at), \(decision): \(named(hold.gate.id))")
    }
  }

  /// The dose before which nobody read what a hold limit is for.
  private var unread: [Phrase] {
    screening.unread.map { hold in
      Phrase("GIVEN WITHOUT A READING", .high)
        + Phrase(" \(time(hold.dose)): \(HoldPhrase.unread(hold))")
    }
  }

  /// A line for each, and one for all that held alike: a paper chart may have had none asked.
  private var undecided: [Phrase] {
    GateFinding.alike(screening.undecided).map { findings in
      let first = findings[0]
      let said = "(\(first.level.word): \(first.basis))"
      guard findings.count > 1 else {
        return Phrase("Gate held", .strong)
          + Phrase(" \(first.gate) \(said): no decision recorded")
      }
      let named = findings.map(\.gate.text).joined(separator: ", ")
      return Phrase("\(findings.count) gates held", .strong)
        + Phrase(" \(said), no decision recorded: \(named)")
    }
  }

  private func time(_ instant: Instant) -> String {
    words.clock.clock(instant, near: words.file.session.opened.instant)
  }
}

extension GateFinding {
  /// Those with one level and one basis together, in the order of the first of each.
  static func alike(_ findings: [GateFinding]) -> [[GateFinding]] {
    var groups: [[GateFinding]] = []
    for finding in findings {
      let place = groups.firstIndex { group in
        group[0].level == finding.level && group[0].basis == finding.basis
      }
      if let place {
        groups[place].append(finding)
      } else {
        groups.append([finding])
      }
    }
    return groups
  }
}
