import Monitoring
package import SessionRecord

/// By whom a session was struck out as a whole, when and why.
package struct StruckOut: Hashable {
  package let by: ClinicianCode
  /// By the session's own clock: `2026-11-25 18:53`.
  package let at: String
  package let reason: String
  /// The entry that did it.
  package let entry: EntryNumber
  private let recorded: Instant

  /// Nil where its opening stands.
  init?(_ words: SessionWords) {
    guard let number = words.chart.entries.first?.voidedBy,
      let entry = words.file.log.first(where: { $0.number == number }),
      case .void(let void) = entry.content
    else { return nil }
    by = entry.author
    self.entry = number
    recorded = entry.recorded.instant
    at = words.clock.dateAndClock(entry.recorded.instant)
    reason =
      switch void.reason {
      case .undone: "undone within 60 s"
      case .because(let reason): reason
      }
  }

  /// In the head of everything that is shown of such a session.
  var sentence: String {
    "Struck out by \(by.text) \(at) (#\(entry)): \(reason). It is in no count."
  }

  func value(_ clock: SessionClock) -> JSONValue {
    .object([
      "by": .string(by.text),
      "at": .string(clock.stamp(recorded).rfc3339),
      "entry": .integer(entry.value),
      "reason": .string(reason),
    ])
  }
}
