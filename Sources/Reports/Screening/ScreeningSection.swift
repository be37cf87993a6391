import Monitoring
import SessionRecord

/// The screening before the dose: a line for each gate that held, was answered in words, was looked up or
/// measured, and for each course rule that speaks.
///
/// Questions that were answered alike, by the same person on the same day, run on in one paragraph, and
/// so do those that held alike and nobody decided, and the course rules that do not speak.
struct ScreeningSection {
  private let words: SessionWords
  private let screening: SessionScreening

  init(_ words: SessionWords) {
    self.words = words
    screening = words.file.screening
  }

  func add(to page: inout some Sheet) {
    guard screening.entry != nil || !screening.decisions.isEmpty || !screening.holds.isEmpty else {
      return
    }
    page.heading("Screening before the dose")
    if let other = ScreeningNotice.other(words) { page.add(other) }
    if screening.findings.isEmpty { page.add("No finding of a gate stands.") }
    let alike = alike
    let silent = silent
    let held = held
    let apart = silent + held.flatMap(\.self) + alike.flatMap(\.findings)
    let rest = screening.findings.filter { !apart.contains($0) }
    for group in held {
      let said = "\(group[0].level.word), \(group[0].basis), HELD, not decided:"
      let named = group.map(\.gate.text).joined(separator: ", ")
      page.add(Phrase(said, .strong) + Phrase(" \(named)"))
    }
    if !rest.isEmpty { page.add(table(rest)) }
    for group in alike {
      let said = group.findings.map { "\($0.gate.text)\u{A0}\($0.answer.word.unbroken)" }
      page.add(Phrase("\(group.basis): \(said.joined(separator: ", "))"))
    }
    if !silent.isEmpty {
      let said = silent.map { "\($0.gate.text) (\($0.basis))" }
      page.add(Phrase("course rules that do not speak: \(said.joined(separator: ", "))"))
    }
  }

  /// Plain answers that hold nothing, two or more with the same source, day and person.
  private var alike: [(basis: String, findings: [GateFinding])] {
    var groups: [(basis: String, findings: [GateFinding])] = []
    for finding in screening.findings where !finding.holds {
      let start = "\(finding.answer.word), "
      guard finding.entry != nil, finding.basis.hasPrefix(start) else { continue }
      let basis = String(finding.basis.dropFirst(start.count))
      if let place = groups.firstIndex(where: { $0.basis == basis }) {
        groups[place].findings.append(finding)
      } else {
        groups.append((basis, [finding]))
      }
    }
    return groups.filter { $0.findings.count > 1 }
  }

  private var held: [[GateFinding]] {
    GateFinding.alike(screening.undecided).filter { $0.count > 1 }
  }

  private var silent: [GateFinding] {
    let course = Set(words.file.monitoringProtocol.course.map(\.id.text))
    return screening.findings.filter { finding in
      !finding.holds && finding.answer == .no && course.contains(finding.gate.text)
    }
  }

  private func table(_ findings: [GateFinding]) -> Table {
    var table = Table([
      Table.Column("gate"), Table.Column("level"), Table.Column("answer"),
      Table.Column("on what that rests", isWide: true),
    ])
    for finding in findings {
      let measured = history(of: finding)
      let isHeld = measured?.holds ?? finding.holds
      let answer = measured == nil ? finding.answer.word.unbroken : "measured"
      table.add([
        Phrase(finding.gate.text, isHeld ? .strong : .plain),
        Phrase(finding.level.word),
        Phrase(answer + (isHeld ? "\u{A0}HELD" : "")),
        Phrase(measured?.sentence ?? finding.basis + decided(finding)),
      ])
    }
    return table
  }

  /// Nil where a gate was not to be measured.
  private func history(of finding: GateFinding) -> HoldHistory? {
    guard
      let gate = words.file.monitoringProtocol.gates.first(where: { $0.id == finding.gate }),
      case .rules = gate.requirement
    else { return nil }
    return HoldHistory(words, of: gate)
  }

  private func decided(_ finding: GateFinding) -> String {
    guard finding.holds else { return "" }
    guard let decision = screening.decision(on: finding.gate) else { return "; not decided" }
    let verb = decision.decision.kind == .prescriber ? "overridden" : "confirmed"
    return "; \(verb) by \(decision.decision.decidedBy) (#\(decision.entry.number))"
  }
}
