import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// Who adopted a session's limits and when, or that nobody has.
struct AdoptionTests {
  private let style = Style(width: 200)
  private let none = "limits not adopted by this clinic"

  private func views(_ file: SessionFile) -> [String] {
    [
      TimelineText(file, style: style).text, SessionReportText(file, style: style).text,
      OpeningText(file, style: style).text,
    ].map { $0.replacing("\u{A0}", with: " ") }
  }

  @Test func `a session under adopted limits says who adopted them and when`() throws {
    var session = try ScoredSession()
    session.adoption = try session.adopted(remark: "the old cuff limit is meant")
    let file = try session.file()
    for view in views(file) {
      #expect(view.lowercased().contains("limits adopted by ko 2026-11-18 09:15"))
      #expect(!view.lowercased().contains(none))
    }
    #expect(!StatusText([file], now: file.assessment.asOf, style: style).text.contains(none))
    #expect(views(file)[0].contains("although the check had findings: the old cuff limit is meant"))
    let document = TimelineJSON(file).text
    #expect(document.contains("\"limitsAdopted\": true"))
    #expect(document.contains("\"remark\": \"the old cuff limit is meant\""))
  }

  @Test func `a session says that its limits are not adopted, also where another text is`() throws {
    var session = try ScoredSession()
    let other = RecordDigest(bytes: Array(repeating: 7, count: 32))
    for adoption in [nil, try session.adopted(digest: try #require(other))] {
      session.adoption = adoption
      let file = try session.file()
      for view in views(file) { #expect(view.lowercased().contains(none)) }
      #expect(StatusText([file], now: file.assessment.asOf, style: style).text.contains(none))
      #expect(TimelineJSON(file).text.contains("\"limitsAdopted\": false"))
    }
  }

  @Test func `lists tell sessions by the text that they are bound to`() throws {
    let session = try ScoredSession()
    let adopted = [try session.adopted()]
    let list = [try session.session()]
    let found = SessionListJSON(list, adoptions: adopted).text
    #expect(found.contains("\"limitsAdopted\": true"))
    #expect(SessionListJSON(list).text.contains("\"limitsAdopted\": false"))
    let patient = try session.file().patient
    let document = PatientJSON(patient, sessions: list, adoptions: adopted).text
    #expect(document.contains("\"limitsAdopted\": true"))
  }

  @Test func `a list of protocols tells adopted ones, replaced ones and examples`() throws {
    let session = try ScoredSession()
    let adoption = try session.adopted()
    let listed = [
      ListedProtocol(session.rules, adoption: adoption),
      ListedProtocol(session.rules, adoption: adoption, isReplaced: true),
      ListedProtocol(session.rules),
    ]
    let lines = ProtocolListText(listed, style: style).text.replacing("\u{A0}", with: " ")
      .split(separator: "\n")
    #expect(lines[1].contains("KO 2026-11-18 09:15 +01:00 "))
    #expect(lines[2].contains("KO 2026-11-18 09:15 +01:00, replaced"))
    #expect(lines[3].contains("example"))
    #expect(!lines.contains { $0.contains(none) })
    #expect(ProtocolListText([session.rules], style: style).text.contains(none))
    #expect(ProtocolText(session.rules, style: style).text.lowercased().contains(none))
  }
}
