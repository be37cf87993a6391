package import Monitoring
import SessionRecord

/// The patient monitoring form as one printed page, field by field in the order of the form.
package struct REMSFormHTML {
  private let form: REMSForm
  private let letterhead: Letterhead

  package init(_ file: SessionFile, letterhead: Letterhead) throws(REMSFormRefusal) {
    form = try REMSForm(
      SessionWords(file),
      clinic: letterhead.clinic,
      dates: .spelled
    )
    self.letterhead = letterhead
  }

  package var text: String {
    let words = form.record.words
    let file = words.file
    let state = SessionHead(words: words, openWord: "DRAFT").stateWord
    return PrintedPage(
      title: "\(REMSForm.title), \(file.session.label)",
      running: RunningHeads(file, state: state, letterhead: letterhead),
      letterhead: letterhead,
      body: body(state)
    ).text
  }

  private func body(_ state: String) -> Markup {
    let file = form.record.words.file
    let identity = file.patient.identity
    var body = PageHead(
      letterhead: letterhead,
      title: REMSForm.title,
      state: state,
      lines: form.statements.map { Phrase($0) },
      box: [
        Phrase(identity?.name ?? file.patient.code.text),
        Phrase(whose(file.patient)),
        Phrase("Session \(file.session.label), \(PaperDate.date(file.session.opened.civil))"),
      ]
    ).markup
    for block in form.blocks {
      body.element("h2", text: block.title)
      body.line()
      body.element("table", .class("fields")) { table in
        table.element("tbody") { rows in
          for field in block.fields { add(field, to: &rows) }
        }
      }
      body.line()
    }
    body.element("p", .class("keep")) { $0.element("b", text: form.tally) }
    let seals = SealWords(letterhead.mark, form.record.paperClock)?.lines ?? []
    if !seals.isEmpty {
      body.element("p", .class("seals"), text: seals.joined(separator: " "))
      body.line()
    }
    for statement in REMSForm.notCovered {
      body.element("p", .class("fine"), text: statement)
      body.line()
    }
    return body
  }

  /// What stands below the name.
  private func whose(_ patient: Patient) -> String {
    let identity = patient.identity
    let parts = [
      identity?.name == nil ? nil : patient.code.text,
      identity?.birthDate.map { "born \(PaperDate.date($0))" },
      identity?.medicalRecordNumber.map { "MRN \($0)" },
      identity == nil ? "identity erased" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private func add(_ field: FormField, to rows: inout Markup) {
    rows.line()
    rows.element("tr") { row in
      row.element(
        "th",
        Markup.Attribute("scope", "row"),
        Markup.Attribute("style", "width: 30%; white-space: normal"),
        text: field.label
      )
      row.element("td") { cell in
        if field.isAnswered {
          cell.element("b", text: field.answer.words)
        } else {
          cell.text(field.answer.words)
        }
        for aside in field.asides { cell.element("span", .class("under fine"), text: aside) }
      }
      row.element("td", .class("fine"), Markup.Attribute("style", "width: 24%")) { cell in
        cell.text(form.record.sources(field.entries))
      }
    }
  }
}
