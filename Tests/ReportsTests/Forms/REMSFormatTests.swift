import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// The form says the same in every format, follows its schema, and shows what was typed as text.
struct REMSFormatTests {
  @Test func `says each field in text, HTML and JSON`() throws {
    let file = try NasalSession.whole().file()
    let head = try NasalSession.letterhead(try NasalSession.clinic())
    let form = try REMSForm(SessionWords(file), clinic: head.clinic, dates: .plain)
    let paper = try REMSForm(SessionWords(file), clinic: head.clinic, dates: .spelled)
    let text = flat(try REMSFormText(file, style: Style(width: 400), letterhead: head).text)
    let html = flat(try REMSFormHTML(file, letterhead: head).text)
    let json = flat(try REMSFormJSON(file, letterhead: head).text)
    for (field, spelled) in zip(form.blocks.flatMap(\.fields), paper.blocks.flatMap(\.fields)) {
      for (words, onPaper) in zip(
        [field.label, field.answer.words] + field.asides,
        [spelled.label, spelled.answer.words] + spelled.asides
      ) {
        #expect(text.contains(flat(words)), "\(field.key)")
        var escaped = Markup()
        escaped.text(onPaper)
        #expect(html.contains(flat(escaped.html)), "\(field.key)")
      }
      #expect(json.contains(#""key": "\#(field.key)""#))
      if field.isAnswered { #expect(json.contains(#""value": "\#(flat(field.answer.words))""#)) }
    }
    #expect(html.contains("19 Nov 2026") && html.contains("by 26 Nov 2026"))
    #expect(json.contains(#""submitBy": "2026-11-26""#))
  }

  @Test func `marks what is required as the form does, and leaves out what was never seen`() throws
  {
    let form = try REMSForm(
      SessionWords(try NasalSession.dosed().file()),
      clinic: nil,
      dates: .plain
    )
    let fields = form.blocks.flatMap(\.fields)
    let optional = fields.filter { !$0.isRequired }.map(\.key)
    #expect(
      optional == [
        "firstTreatment", "enrolled", "otherMedicines", "sedation", "dissociation",
        "respiratoryDepression",
      ]
    )
    #expect(Set(fields.map(\.key)).count == fields.count)
    for word in ["onset", "resolution", "serious", "hospital"] {
      #expect(!fields.contains { $0.title.contains(word) })
    }
    #expect(REMSForm.notCovered.joined().contains("serious adverse events"))
  }

  @Test(arguments: ["<script>alert(1)</script>", "\"><img src=x>", "]]>&amp;'", "\u{202E}evil"])
  func `shows what was typed as text and nothing else`(typed: String) throws {
    var session = try NasalSession()
    session.identity = try Identity(name: typed)
    try session.device("14:00", remark: "lot 1 \(typed)")
    try session.add("14:40", .note("acceptable benzo \(typed)"))
    let clinic = try Clinic(name: typed, address: [typed], telephone: typed)
    let head = try NasalSession.letterhead(clinic)
    let html = try REMSFormHTML(try session.file(), letterhead: head).text
    #expect(!html.contains("<script") && !html.contains("<img"))
    #expect(!html.unicodeScalars.contains("\u{202E}"))
    let text = try REMSFormText(
      try session.file(),
      style: Style(width: 80),
      letterhead: head
    ).text
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `follows its closed schema, and no mutation of it does`() throws {
    let validator = try #require(PythonValidator())
    let head = try NasalSession.letterhead(try NasalSession.clinic())
    let sessions = [
      ("whole", try NasalSession.whole()), ("empty", try NasalSession()),
      ("dosed", try NasalSession.dosed()),
    ]
    let cases = try sessions.map { name, session in
      PythonValidator.Case(
        name: name,
        schema: "rems",
        document: try REMSFormJSON(
          try session.file(),
          letterhead: name == "whole" ? try MarkSamples.letterhead(try session.file()) : head
        ).text,
        mutate: name == "whole"
      )
    }
    let complaints = try validator.complaints(about: cases)
    #expect(complaints.isEmpty, "\(complaints.prefix(20).joined(separator: "\n"))")
  }

  private func flat(_ text: String) -> String {
    text.spaced.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
