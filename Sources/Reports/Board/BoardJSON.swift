package import Monitoring
package import SessionRecord

/// The floor as a document, `vigil/board/1`, in the order of the board's rows.
package struct BoardJSON {
  private let sessions: [BoardSession]
  private let asOf: Stamp

  /// *files* are the open sessions as of the instant of *asOf*.
  package init(_ files: [SessionFile], asOf: Stamp) {
    sessions = BoardSession.sessions(files, now: asOf.instant)
    self.asOf = asOf
  }

  package var text: String { document.text }

  /// The same on one line, for a stream of documents.
  package var line: String { document.line }

  private var document: JSONValue {
    .object([
      "schema": .string("vigil/board/1"),
      "asOf": .string(asOf.rfc3339),
      "overdue": .integer(sessions.count { $0.due.isOverdue }),
      "unacknowledged": .integer(sessions.reduce(0) { $0 + $1.unacknowledged.count }),
      "sessions": .array(sessions.map(value)),
    ])
  }

  private func value(_ session: BoardSession) -> JSONValue {
    let words = session.words
    let now = asOf.instant
    let last = session.state.lastSet
    return .object([
      "session": SessionJSON.session(words),
      "patient": SessionJSON.patient(words.file.patient),
      "phase": .string(session.minutes == nil ? "before-dose" : "after-dose"),
      "phaseName": .optional(session.state.phaseName),
      "minutesSinceTimeZero": .optional(session.minutes),
      "infusion": infusion(session),
      "lastSet": last.map { EntryJSON(words: words).value(EntryStory($0.original, in: words)) }
        ?? .null,
      "lastSetAgeSeconds": .optional(
        last.map { (now - $0.observed.instant).milliseconds / 1_000 }
      ),
      "lastSetTooOld": .bool(session.isSetTooOld),
      "due": .array(
        words.file.assessment.dueReadings.map {
          DueReadingJSON(reading: $0, now: now, clock: words.clock).value
        }
      ),
      "openFlags": .array(session.openFlags.map(words.json)),
      "unacknowledged": .array(
        session.unacknowledged.map { .integer($0.number.value) }
      ),
      "criteria": .object([
        "count": .integer(session.readiness.criteria.count),
        "met": .integer(session.readiness.metCount),
        "allMetSince": session.readiness.allMetSince.map {
          .string(words.clock.stamp($0).rfc3339)
        } ?? .null,
      ]),
    ])
  }

  private func infusion(_ session: BoardSession) -> JSONValue {
    let state: String
    var stopped: Instant?
    switch session.infusion {
    case nil: return .null
    case .running: state = "running"
    case .paused: state = "paused"
    case .stopped(let at): (state, stopped) = ("stopped", at)
    case .endNotEntered: state = "end-not-entered"
    }
    return .object([
      "state": .string(state),
      "stopped": .optional(stopped.map { session.words.clock.stamp($0).rfc3339 }),
    ])
  }
}
