import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Nothing is said that was not entered: no end, no wait, no certainty.
struct MadeUpTests {
  // MARK: - Infusions

  private func infusion(_ session: AssessedSession, asOf: String) throws -> String {
    let facts = EightFacts(SessionWords(try session.file(asOf: asOf))).facts
    let fact = try #require(facts.first { $0.name == "Infusion" })
    return fact.phrases.map(\.text.spaced).joined(separator: "; ")
  }

  private func started() throws -> AssessedSession {
    var session = try AssessedSession.builtIn()
    try session.add("13:30", try ScheduledSession.ketamine())
    return session
  }

  @Test func `a planned end is no stop`() throws {
    var session = try started()
    #expect(try infusion(session, asOf: "13:50") == "from 13:30, running")
    #expect(
      try infusion(session, asOf: "14:30")
        == "from 13:30, no stop entered (planned end 14:10 is past)"
    )
    let third = try Amount(thousandths: 12_000, .milligram)
    try session.add("13:52", .infusion(.stop(given: .amount(third))))
    #expect(try infusion(session, asOf: "14:30") == "13:30–13:52, 22 min")
  }

  @Test func `a stop without an amount is one, and a start that nothing ended has none`() throws {
    var stopped = try started()
    try stopped.add("13:52", .infusion(.stop(given: .notSaid)))
    #expect(try infusion(stopped, asOf: "14:30") == "13:30–13:52, 22 min")
    var open = try AssessedSession.builtIn()
    try open.add("13:30", .infusion(.start))
    try open.add("14:40", .closed)
    #expect(try infusion(open, asOf: "15:00") == "from 13:30, no stop entered")
  }

  @Test func `a paused infusion is paused in its fact and in the total`() throws {
    var session = try started()
    try session.add("13:42", .infusion(.pause))
    #expect(try infusion(session, asOf: "13:50") == "from 13:30, paused since 13:42")
    let facts = EightFacts(SessionWords(try session.file(asOf: "13:50"))).facts
    let given = try #require(facts.first { $0.name == "Ketamine given" })
    #expect(given.phrases.map(\.text.spaced) == ["intravenous: 1 infusion paused"])
  }

  // MARK: - Acknowledged flags

  private func acknowledged(_ file: SessionFile) -> FiveTiles.Tile {
    FiveTiles(SessionWords(file)).tiles[3]
  }

  @Test func `the longest wait is of the flags that are counted`() throws {
    let flags = try SampleFlags(SampleSession().log).all
    let clinical = try #require(flags.first { !$0.isProcess && !$0.acknowledgements.isEmpty })
    let answer = try #require(clinical.acknowledgements.first)
    let process = clinical.like(
      91,
      isProcess: true,
      answered: [
        FlagAcknowledgement(
          entry: answer.entry,
          at: clinical.known + .minutes(50),
          by: answer.by,
          text: answer.text,
          covering: false
        )
      ]
    )
    let sample = try SampleSession()
    let both = acknowledged(try sample.file(flags: [clinical, process]))
    let alone = acknowledged(try sample.file(flags: [clinical]))
    #expect(process.isProcess)
    #expect(both.figure.text == "1 of 1")
    let wait = try #require(alone.lines.first { $0.hasPrefix("longest wait") })
    #expect(both.lines == ["flags acknowledged", wait, "process: 1 of 1"])
    // Nobody acknowledged those that are counted: there is no wait to tell.
    let open = clinical.like(1, answered: [])
    let none = acknowledged(try sample.file(flags: [open, process]))
    #expect(none.figure.text == "0 of 1")
    #expect(none.lines == ["flags acknowledged", "process: 1 of 1"])
    // Of two, one is still waiting: the wait is that of the other.
    let some = acknowledged(try sample.file(flags: [clinical, clinical.like(92, answered: [])]))
    #expect(some.figure.text == "1 of 2")
    #expect(some.lines[1] == wait.replacing("longest wait", with: "longest wait of those"))
  }

  // MARK: - Not verified

  @Test func `a peak that waits to be verified has its question mark`() throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:10", try vitals([.systolic: 250, .diastolic: 90], doubtful: [.systolic]))
    let style = Style(width: 200)
    let doubted = SessionReportText(try session.file(), style: style).text.spaced
    #expect(doubted.contains("peak 250? mmHg (#2)"))
    #expect(!doubted.contains("peak 250 mmHg"))
    let page = SessionReportHTML(try session.file(), letterhead: try PageSamples.letterhead()).text
    #expect(page.spaced.contains("peak 250? mmHg (#2)"))
    try session.add("13:12", .verification(of: EntryNumber(2)))
    let verified = SessionReportText(try session.file(), style: style).text.spaced
    #expect(verified.contains("peak 250 mmHg (#2)"))
    #expect(!verified.contains("250?"))
  }
}

extension Flag {
  /// The same with another number, and acknowledged otherwise.
  fileprivate func like(
    _ number: Int,
    isProcess: Bool = false,
    answered acknowledgements: [FlagAcknowledgement]
  ) -> Flag {
    Flag(
      identity: identity,
      number: FlagNumber(number),
      measure: measure,
      title: title,
      isProcess: isProcess,
      protocolPriority: protocolPriority,
      priority: priority,
      limit: limit,
      readings: readings,
      peak: peak,
      raised: raised,
      known: known,
      state: state,
      confirmed: confirmed,
      backInside: backInside,
      acknowledgements: acknowledgements,
      retractedBy: retractedBy
    )
  }
}
