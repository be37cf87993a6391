import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// What the head of a report says at once: what it takes the place of, why it is void, whose limits.
struct HeadFactsTests {
  private let wide = Style(width: 400)

  private func page(_ file: SessionFile) throws -> String {
    SessionReportHTML(file, letterhead: try PageSamples.letterhead(closed: true)).text
  }

  private func text(_ file: SessionFile) throws -> String {
    let letterhead = try PageSamples.letterhead(closed: true)
    return SessionReportText(file, style: wide, letterhead: letterhead).text.spaced
  }

  private func json(_ file: SessionFile) throws -> [String: Any] {
    let letterhead = try PageSamples.letterhead(closed: true)
    let text = SessionReportJSON(file, letterhead: letterhead).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  // MARK: - What it takes the place of

  /// Closed as #3, which was withdrawn as #4; closed again as #6, and something was entered since.
  private func closedTwice() throws -> SessionFile {
    var session = try AssessedSession()
    try session.add("13:10", try set(120, 80, 70, 98))
    try session.add("14:00", .closed)
    try session.add("14:01", .void(Voiding(of: EntryNumber(3), reason: .because("too soon"))))
    try session.add("14:20", try set(122, 80, 70, 98))
    try session.add("15:00", .closed)
    try session.add("15:10", .note("fetched by her sister"))
    return try session.file(.amended)
  }

  @Test func `a report takes the place of the closing that stands, not of a withdrawn one`() throws
  {
    let file = try closedTwice()
    let says = "Takes the place of the report as closed 2026-11-19 15:00 by KO; 1 entry since; "
    #expect(try text(file).contains(says))
    #expect(!(try text(file).contains("as closed 2026-11-19 14:00")))
    #expect(try page(file).contains("as closed 19\u{A0}Nov\u{A0}2026 15:00 by KO; 1 entry since"))
    let supersedes = try #require(try json(file)["supersedes"] as? [String: Any])
    #expect(supersedes["entry"] as? Int == 6)
    #expect(supersedes["since"] as? [Int] == [7])
  }

  // MARK: - Struck out

  private func void(
    _ reason: Voiding.Reason = .because("opened for the wrong patient")
  ) throws
    -> SessionFile
  {
    var session = try AssessedSession()
    try session.add("13:10", try set(120, 80, 70, 98))
    try session.add("13:20", .void(Voiding(of: EntryNumber(1), reason: reason)))
    return try session.file(.void)
  }

  @Test func `a void session says in its head who struck it out, when and why`() throws {
    let file = try void()
    let says =
      "Struck out by KO 2026-11-19 13:20 (#3): opened for the wrong patient. It is in no count."
    let lines = try text(file).split(separator: "\n")
    #expect(lines.prefix(4).contains { $0.hasSuffix(says) }, "\(lines.prefix(6))")
    let page = try page(file)
    let box = try #require(page.range(of: "<div class=\"struck-out p\">"))
    let facts = try #require(page.range(of: "<div class=\"facts\">"))
    #expect(box.lowerBound < facts.lowerBound)
    let head = page[box.upperBound..<facts.lowerBound]
    #expect(
      head.contains(
        "Struck out by KO 19\u{A0}Nov\u{A0}2026 13:20 (#3): opened for the wrong patient."
      )
    )
    let struck = try #require(try json(file)["struckOut"] as? [String: Any])
    #expect(struck["by"] as? String == "KO")
    #expect(struck["at"] as? String == "2026-11-19T13:20:00+01:00")
    #expect(struck["entry"] as? Int == 3)
    #expect(struck["reason"] as? String == "opened for the wrong patient")
    #expect(TimelineText(file, style: wide).text.spaced.contains(says))
  }

  @Test func `a session that was undone at once says so, and a standing one says nothing`() throws {
    #expect(
      try text(try void(.undone)).contains("Struck out by KO 2026-11-19 13:20 (#3): undone within")
    )
    let standing = try closedTwice()
    #expect(!(try text(standing).contains("Struck out")))
    #expect(!(try page(standing).contains("class=\"struck-out p\"")))
    #expect(try json(standing)["struckOut"] is NSNull)
  }

  @Test func `the word VOID stands out by its shape, without colour`() throws {
    let page = try page(try void())
    #expect(page.contains("<span class=\"state void\">VOID</span>"))
    let rule = try #require(page.range(of: ".state.void {"))
    let end = try #require(page.range(of: "}", range: rule.upperBound..<page.endIndex))
    let declared = page[rule.upperBound..<end.lowerBound]
    #expect(declared.contains("border: 5px double") && declared.contains("font-size"))
    #expect(try self.page(try closedTwice()).contains("<span class=\"state\">AMENDED</span>"))
  }

  // MARK: - Present

  @Test func `a decision that was taken back with its closing names nobody as escort`() throws {
    var session = try ScheduledSession.left()
    try session.add("15:34", .void(Voiding(of: EntryNumber(35), reason: .because("too soon"))))
    try session.leave(
      "15:36",
      try LeavingDecision(.criteriaMet, decidedBy: try ClinicianCode("MB"))
    )
    let people = Present(try session.file()).people
    #expect(!people.contains { $0.name == "sister, A. Rivera" })
    #expect(people.first { $0.name == "LH" }?.acts.contains { $0.kind == .decided } != true)
    #expect(people.first { $0.name == "MB" }?.acts.map(\.kind) == [.decided])
    let text = try text(try session.file())
    let corrections = try #require(text.range(of: "\nCorrections and withdrawals\n"))
    let taken = try #require(text.range(of: "taken back with the closing #35 by #36"))
    #expect(corrections.lowerBound < taken.lowerBound)
  }

  // MARK: - Adoption and title

  /// Adopted at 09:15 in Berlin, which a machine on UTC wrote as 08:15.
  @Test func `the time of an adoption is by the session's clock`() throws {
    var session = try ScoredSession()
    let own = try session.adopted()
    session.adoption = Adoption(
      id: own.id,
      version: own.version,
      digest: own.digest,
      by: own.by,
      at: Stamp(own.at.instant, offsetMinutes: 0)
    )
    let file = try session.file()
    #expect(try text(file).contains("Limits adopted by KO 2026-11-18 09:15."))
    #expect(
      OpeningText(file, style: wide).text.spaced.contains("limits adopted by KO 2026-11-18 09:15")
    )
    let page = try page(file).spaced
    #expect(page.components(separatedBy: "imits adopted by KO 18 Nov 2026 09:15").count == 3)
    #expect(!page.contains("08:15"))
  }

  @Test func `away from any session the time of an adoption has its offset`() throws {
    let session = try ScoredSession()
    let adoption = try session.adopted()
    let listed = ListedProtocol(session.rules, adoption: adoption)
    let said = "KO 2026-11-18 09:15 +01:00"
    #expect(ProtocolListText([listed], style: wide).text.spaced.contains(said))
    #expect(AdoptionText(adoption).phrase.spaced == "limits adopted by \(said)")
  }

  @Test(arguments: [
    (BuiltInProtocol.ketamineIntravenous, "ketamine"), (.esketamineIntranasal, "esketamine"),
  ])
  func `its title names the protocol's own drug`(builtIn: BuiltInProtocol, drug: String) throws {
    let rules = try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    let page = try page(try AssessedSession(under: rules).file(asOf: "13:01"))
    #expect(page.contains("<h1>Supervised \(drug) session "))
  }
}

extension AssessedSession {
  /// The file as the record would hand it over in a state.
  func file(_ state: Session.State, asOf: String = "16:00") throws -> SessionFile {
    let file = try file(asOf: asOf)
    let session = file.session
    return SessionFile(
      session: Session(
        number: session.number,
        opening: session.opening,
        opened: session.opened,
        closed: session.closed,
        state: state,
        room: session.opening.room
      ),
      patient: file.patient,
      monitoringProtocol: file.monitoringProtocol,
      log: file.log,
      assessment: file.assessment,
      zone: file.zone,
      adoption: file.adoption
    )
  }
}
