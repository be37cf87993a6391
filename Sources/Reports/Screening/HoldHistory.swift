import Monitoring
import SessionRecord

/// How a gate that is measured stood before the dose, in words: what was over, and what became of it.
struct HoldHistory {
  private let words: SessionWords
  private let gate: Gate

  init(_ words: SessionWords, of gate: Gate) {
    self.words = words
    self.gate = gate
  }

  /// Whether it held when the dose was given, or holds now where none was.
  var holds: Bool { hold.map { $0.level != .info } ?? false }

  /// `never over before the dose`, or each value that was over and when it was back inside.
  var sentence: String {
    let flags = words.file.flagsBeforeDose(of: gate)
    guard !flags.isEmpty else { return nothingOver }
    return flags.map(said).joined(separator: "; ") + (hold.map(decided) ?? "")
  }

  private var hold: HoldStanding? { words.file.screening.holds.first { $0.gate.id == gate.id } }

  private var dose: Instant? { words.file.assessment.timeZero }

  /// What was not measured was not over either, and that is no answer.
  private var nothingOver: String {
    let names = unmeasured.map(\.name)
    guard names.isEmpty else {
      let said = "\(names.joined(separator: " and ")) not measured"
      return dose == nil ? said : said + " before the dose"
    }
    return dose == nil ? "not over so far" : "never over before the dose"
  }

  /// The signs that the gate's rules limit, and that no reading before the dose has.
  private var unmeasured: [VitalSign] {
    guard case .rules(let rules, _) = gate.requirement else { return [] }
    let limited = words.file.monitoringProtocol.rules.filter { rules.contains($0.id) }
      .compactMap { rule -> VitalSign? in
        if case .absolute(let limit) = rule.condition { limit.sign } else { nil }
      }
    let measured = words.file.assessment.chart.entries.filter { entry in
      !entry.isVoid && (dose.map { entry.observed.instant <= $0 } ?? true)
    }.flatMap { entry -> [VitalSign] in
      guard case .vitals(let vitals) = entry.content else { return [] }
      return vitals.signs.filter { vitals.value($0) != nil }
    }
    return Set(limited).subtracting(measured).sorted()
  }

  private func said(_ flag: Flag) -> String {
    let value = HoldPhrase.value(flag, in: words)
    guard let inside = flag.backInside, dose.map({ inside <= $0 }) ?? true else {
      return value + (dose == nil ? ", not back inside" : ", not back inside before the dose")
    }
    return "\(value), inside at\u{A0}\(time(inside))"
  }

  private func decided(_ hold: HoldStanding) -> String {
    guard hold.level != .info else { return "" }
    guard let decision = hold.decision else { return "; not decided" }
    let verb = decision.decision.kind == .prescriber ? "overridden" : "confirmed"
    return "; \(verb) by \(decision.decision.decidedBy) (#\(decision.entry.number))"
  }

  private func time(_ instant: Instant) -> String {
    words.clock.clock(instant, near: words.file.session.opened.instant)
  }
}
