package import Monitoring
import SessionRecord

/// The clinic's criteria for leaving as a session stands, as a document, `vigil/leaving/1`.
package struct LeavingJSON {
  private let words: SessionWords

  package init(_ file: SessionFile) { words = SessionWords(file) }

  package var text: String {
    let file = words.file
    return JSONValue.object([
      "schema": .string("vigil/leaving/1"),
      "session": SessionJSON.session(words),
      "patient": SessionJSON.patient(file.patient),
      "asOf": .string(words.clock.stamp(file.assessment.clock).rfc3339),
      "timeZero": .optional(file.assessment.timeZero.map { words.clock.stamp($0).rfc3339 }),
      "leaving": ReadinessJSON(words: words).value,
    ]).text
  }
}
