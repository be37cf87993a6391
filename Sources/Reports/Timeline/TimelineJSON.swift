package import Monitoring
import SessionRecord

/// A session's timeline as a document, `vigil/timeline/1`.
package struct TimelineJSON {
  private let words: SessionWords
  private let vitalsOnly: Bool

  package init(_ file: SessionFile, vitalsOnly: Bool = false) {
    words = SessionWords(file)
    self.vitalsOnly = vitalsOnly
  }

  package var text: String {
    let file = words.file
    let stories = TimelineRows.stories(in: words)
      .filter { !vitalsOnly || $0.content.kind == .vitals }
    return JSONValue.object([
      "schema": .string("vigil/timeline/1"),
      "session": SessionJSON.session(words),
      "patient": SessionJSON.patient(file.patient),
      "asOf": .string(words.clock.stamp(file.assessment.asOf).rfc3339),
      "timeZero": .optional(
        file.assessment.timeZero.map { words.clock.stamp($0).rfc3339 }
      ),
      "vitalsOnly": .bool(vitalsOnly),
      "entries": .array(stories.map(EntryJSON(words: words).value)),
      "flags": .array(
        file.assessment.flags.map(words.json)
      ),
      "news2": NEWS2JSON(words: words).value,
      "gaps": GapJSON(words: words).value,
      "schedule": ScheduleJSON(words: words).value,
      "exposure": ExposureJSON(words: words).value(file.exposure),
    ]).text
  }
}
