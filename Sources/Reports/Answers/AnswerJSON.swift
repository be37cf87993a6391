package import Monitoring
package import SessionRecord

/// The answer to what was entered as a document, `vigil/answer/1`.
package struct AnswerJSON {
  private let words: SessionWords
  private let new: [EntryNumber]
  private let hints: [EntryNumber: String]
  private let changes: FlagChanges
  private let alreadySaved: EntryNumber?

  package init(
    _ file: SessionFile,
    new: [EntryNumber],
    hints: [EntryNumber: String] = [:],
    changes: FlagChanges,
    alreadySaved: EntryNumber? = nil
  ) {
    words = SessionWords(file)
    self.new = new
    self.hints = hints
    self.changes = changes
    self.alreadySaved = alreadySaved
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/answer/1"),
      "session": SessionJSON.session(words.file.session),
      "patient": SessionJSON.patient(words.file.patient),
      "saved": .array(new.compactMap(words.entry).map(entry)),
      "alreadySaved": .optional(alreadySaved?.value),
      "hints": .array(
        hints.sorted { $0.key < $1.key }.map { number, text in
          .object(["entry": .integer(number.value), "text": .string(text)])
        }
      ),
      "raised": flags(changes.raised),
      "reopened": flags(changes.reopened),
      "confirmed": flags(changes.confirmed),
      "cleared": flags(changes.cleared),
      "retracted": flags(changes.retracted),
    ]).text
  }

  private func entry(_ entry: Entry) -> JSONValue {
    EntryJSON(words: words).value(EntryStory(entry, in: words))
  }

  private func flags(_ flags: [Flag]) -> JSONValue {
    .array(flags.map { FlagJSON(flag: $0, clock: words.clock).value })
  }
}
