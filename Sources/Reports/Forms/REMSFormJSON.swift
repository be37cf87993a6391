package import Monitoring
import SessionRecord

/// The patient monitoring form as a document, `vigil/rems/1`.
package struct REMSFormJSON {
  private let form: REMSForm
  private let mark: MarkJSON

  package init(_ file: SessionFile, letterhead: Letterhead) throws(REMSFormRefusal) {
    form = try REMSForm(SessionWords(file), clinic: letterhead.clinic, dates: .plain)
    mark = MarkJSON(letterhead.mark)
  }

  package var text: String {
    let words = form.record.words
    return JSONValue.object([
      "schema": .string("vigil/rems/1"),
      "state": .string(
        words.file.session.isOpen ? "draft" : words.file.session.state.rawValue
      ),
      "session": SessionJSON.session(words),
      "patient": SessionJSON.patient(words.file.patient),
      "asOf": .string(words.clock.stamp(words.file.assessment.asOf).rfc3339),
      "timeZero": .optional(form.record.timeZero.map { words.clock.stamp($0).rfc3339 }),
      "completed": .optional(form.record.completion.map { words.clock.stamp($0.at).rfc3339 }),
      "submitBy": .optional(form.due?.date),
      "requiredNotRecorded": .integer(form.missingCount),
      "blocks": .array(form.blocks.map(block)),
      "record": mark.record,
      "verify": mark.verify,
      "seals": mark.seals,
      "statements": .array((form.statements + REMSForm.notCovered).map(plain)),
    ]).text
  }

  private func block(_ block: FormBlock) -> JSONValue {
    .object([
      "key": .string(block.key),
      "title": .string(block.title),
      "fields": .array(block.fields.map(field)),
    ])
  }

  private func field(_ field: FormField) -> JSONValue {
    let value: JSONValue
    let why: JSONValue
    switch field.answer {
    case .recorded(let words), .said(let words): (value, why) = (plain(words), .null)
    case .notRecorded(let reason): (value, why) = (.null, reason.map(plain) ?? .null)
    }
    return .object([
      "key": .string(field.key),
      "title": plain(field.title),
      "required": .bool(field.isRequired),
      "answer": .string(field.answer.key),
      "value": value,
      "why": why,
      "numbers": .array(
        field.numbers.map { number in
          .object([
            "name": .string(number.name),
            "value": .thousandths(number.thousandths),
            "unit": .string(number.unit),
          ])
        }
      ),
      "entries": .array(field.entries.map(entry)),
      "asides": .array(field.asides.map(plain)),
    ])
  }

  /// Its number and time, as it stands now.
  private func entry(_ number: EntryNumber) -> JSONValue {
    let entry = form.record.words.chart[number]
    return .object([
      "entry": .integer(number.value),
      "observed": .optional(
        entry.map { form.record.words.clock.stamp($0.observed.instant).rfc3339 }
      ),
    ])
  }

  /// Words that are kept together for the eye alone.
  private func plain(_ words: String) -> JSONValue { .string(words.spaced) }
}
