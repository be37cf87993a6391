package import Monitoring
package import SessionRecord

/// The open sessions as a document, `vigil/status/1`.
package struct StatusJSON {
  private let files: [SessionFile]
  private let now: Instant
  private let backup: BackupAge?

  /// *backup* is nil where the clinic set no number of days.
  package init(_ files: [SessionFile], now: Instant, backup: BackupAge? = nil) {
    self.backup = backup
    self.files = files
    self.now = now
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/status/1"),
      "backup": backup.map { age in
        .object([
          "limitDays": .integer(age.limit),
          "lastVerified": .optional(age.last?.rfc3339),
          "overdue": .bool(age.isOverdue),
        ])
      } ?? .null,
      "sessions": .array(files.map { state(SessionState($0, now: now)) }),
    ]).text
  }

  private func state(_ state: SessionState) -> JSONValue {
    let words = state.words
    let zero = words.file.assessment.timeZero
    let minutes: Int? = if case .afterDose(let minutes) = state.phase { minutes } else { nil }
    return .object([
      "session": SessionJSON.session(words),
      "patient": SessionJSON.patient(words.file.patient),
      "now": .string(words.clock.stamp(now).rfc3339),
      "phase": .string(minutes == nil ? "before-dose" : "after-dose"),
      "phaseName": .optional(state.phaseName),
      "infusion": .optional(state.infusion?.rawValue),
      "timeZero": .optional(zero.map { words.clock.stamp($0).rfc3339 }),
      "minutesSinceTimeZero": .optional(minutes),
      "baselineMissing": .bool(words.file.assessment.baseline.isEmpty),
      "lastSet": state.lastSet.map { set in
        EntryJSON(words: words).value(EntryStory(set.original, in: words))
      } ?? .null,
      "lastSetAgeSeconds": .optional(
        state.lastSet.map { (now - $0.observed.instant).milliseconds / 1_000 }
      ),
      "openFlags": .array(
        state.openFlags.map(words.json)
      ),
      "unverified": .array(words.unverified.map { .integer($0.value) }),
      "unverifiedValues": .array(
        words.unverifiedValues.map { value in
          .object([
            "entry": .integer(value.entry.value), "name": .string(value.name),
            "text": .string(value.text.spaced),
          ])
        }
      ),
      "openCountersignatures": .array(
        words.file.assessment.chart.gateDecisions.filter(\.isOpen).map { decision in
          .object([
            "entry": .integer(decision.entry.number.value),
            "prescriber": .string(decision.decision.decidedBy.text),
            "gates": .array(decision.decision.gates.map { .string($0.gate.text) }),
          ])
        }
      ),
      "due": .array(
        words.file.assessment.dueReadings.map {
          DueReadingJSON(reading: $0, now: now, clock: words.clock).value
        }
      ),
      "exposure": ExposureJSON(words: words).value(state.exposure),
      "news2": NEWS2JSON(words: words).value,
      "leaving": ReadinessJSON(words: words).value,
    ])
  }
}
