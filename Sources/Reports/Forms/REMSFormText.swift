package import Monitoring
import SessionRecord

/// The patient monitoring form as text, field by field.
package struct REMSFormText {
  private let form: REMSForm
  private let style: Style
  private let mark: PrintMark?

  package init(
    _ file: SessionFile,
    style: Style,
    letterhead: Letterhead
  ) throws(REMSFormRefusal) {
    form = try REMSForm(SessionWords(file), clinic: letterhead.clinic, dates: .plain)
    self.style = style
    mark = letterhead.mark
  }

  package var text: String {
    var page = Page(style)
    SessionHead(words: form.record.words, openWord: "DRAFT").add(to: &page)
    page.add(Phrase(REMSForm.title, .strong))
    for statement in form.statements { page.add(Phrase(statement)) }
    for block in form.blocks {
      page.heading(Phrase(block.title))
      for field in block.fields { add(field, to: &page) }
    }
    page.blank()
    page.add(Phrase(form.tally))
    page.rule()
    for statement in REMSForm.notCovered { page.add(Phrase(statement)) }
    for line in SealWords(mark, form.record.words.clock)?.lines ?? [] { page.add(Phrase(line)) }
    page.add(Phrase(RunningHeads.notAuthenticated))
    if let mark { page.add(Phrase("To check it: \(mark.typed)")) }
    return page.text
  }

  private func add(_ field: FormField, to page: inout Page) {
    page.add(Phrase(field.label))
    var answer = Phrase(field.answer.words, field.isAnswered ? .strong : .plain)
    let sources = form.record.sources(field.entries)
    if !sources.isEmpty { answer += Phrase("  \(sources)") }
    page.add(answer, indent: 4)
    for aside in field.asides { page.add(Phrase(aside), after: "– ", indent: 4) }
  }
}

extension REMSForm {
  /// How many of the required fields nothing in the record answers.
  var tally: String {
    missingCount == 0
      ? "Every required field has an answer."
      : "\(counted(missingCount, "required field")) not recorded."
  }
}

extension FormField {
  /// Its title with the form's own mark of what is required.
  var label: String { isRequired ? "\(title)\u{A0}*" : title }

  var isAnswered: Bool { if case .recorded = answer { true } else { false } }
}
