package import Monitoring
package import SessionRecord

/// What is due across sessions as a document, `vigil/due/1`.
package struct DueJSON {
  private let list: DueList
  private let now: Instant
  private let all: Bool

  /// *files* are the open sessions as of *now*; *all* asks for the next reading of each group as well.
  package init(_ files: [SessionFile], now: Instant, all: Bool = false) {
    list = DueList(files, all: all)
    self.now = now
    self.all = all
  }

  /// Whether something should have been taken.
  package var hasOverdue: Bool { list.hasOverdue }

  package var text: String { document.text }

  /// The same on one line, for a stream of documents.
  package var line: String { document.line }

  private var document: JSONValue {
    .object([
      "schema": .string("vigil/due/1"),
      "now": .string(Stamp(now, offsetMinutes: 0).rfc3339),
      "all": .bool(all),
      "overdue": .bool(list.hasOverdue),
      "sessions": .array(
        list.sessions.map { session in
          let file = session.words.file
          return .object([
            "session": SessionJSON.session(session.words),
            "timeZero": .optional(
              file.assessment.timeZero.map { session.words.clock.stamp($0).rfc3339 }
            ),
            "hasSchedule": .bool(!file.monitoringProtocol.schedule.groups.isEmpty),
            "readings": .array(
              session.readings.map {
                DueReadingJSON(reading: $0, now: now, clock: session.words.clock).value
              }
            ),
          ])
        }
      ),
    ])
  }
}
