import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A flag that waits for its repeat says from when one counts, and an answer that this one does not.
struct RepeatWordsTests {
  /// Opened at 13:00; 185 mmHg so many seconds after 13:05, which asks for a repeat.
  private func session(after seconds: Int = 0) throws -> AssessedSession {
    var session = try AssessedSession()
    try session.addAt(try at("13:05", seconds), try set(185, 90, 70, 98))
    return session
  }

  private func at(_ clock: String, _ seconds: Int) throws -> Instant {
    try SampleLog().at(clock) + TimeSpan(milliseconds: seconds * 1_000)
  }

  @Test(arguments: [
    (0, "between 13:06 and 13:10"), (1, "between 13:07 and 13:10"),
    (59, "between 13:07 and 13:10"),
  ])
  func `from a minute after the first, rounded up, to five`(seconds: Int, window: String) throws {
    let session = try session(after: seconds)
    let now = try at("13:05", seconds)
    let answer = try session.answer(at: now).spaced
    #expect(answer.hasSuffix("185 mmHg, unconfirmed: repeat \(window)"))
    let file = try session.file(asOf: "13:06")
    let status = StatusText([file], now: now, style: Style(width: 200)).text.spaced
    #expect(status.contains(", repeat \(window), not acknowledged"))
    let due = DueText([file], now: now, style: Style(width: 200)).text.spaced
    #expect(due.contains("P-014: repeat \(window) for flag 1, systolic"))
  }

  @Test func `as overdue by its time once that is past`() throws {
    let file = try session().file(asOf: "13:11")
    for (clock, words) in [
      ("13:10", ", repeat between 13:06 and 13:10,"), ("13:11", ", repeat by 13:10,"),
    ] {
      let text = StatusText([file], now: try at(clock, 0), style: Style(width: 200)).text.spaced
      #expect(text.contains(words))
    }
    // Typed late, it is told so at once.
    #expect(
      try session().answer(asOf: "13:12").spaced
        .hasSuffix("unconfirmed: repeat within 5 min, by 13:10")
    )
  }

  @Test(arguments: [184, 150])
  func `a value within the minute is said to be too early, whatever it is`(systolic: Int) throws {
    var session = try session()
    try session.addAt(try at("13:05", 59), try set(systolic, 90, 70, 98))
    let answer = try session.answer(at: try at("13:05", 59)).spaced
    let words = "#3 is too early to count as the repeat for flag 1: repeat between 13:06 and 13:10."
    #expect(answer.contains("\n\(words)\n") || answer.hasSuffix("\n\(words)"))
    #expect(!answer.contains("confirmed"))
    // The next entry says nothing of it any more.
    try session.addAt(try at("13:05", 59), .note("calm"))
    #expect(try !session.answer(at: try at("13:05", 59)).contains("too early"))
  }

  @Test func `a value at the minute is the repeat, and one of another sign is none`() throws {
    var repeated = try session()
    try repeated.addAt(try at("13:06", 0), try set(184, 90, 70, 98))
    let answer = try repeated.answer(asOf: "13:06").spaced
    #expect(answer.contains("flag 1 confirmed by repeat 13:06"))
    #expect(!answer.contains("too early"))
    var other = try session()
    try other.addAt(try at("13:05", 30), try vitals([.heartRate: 71]))
    #expect(try !other.answer(at: try at("13:05", 30)).contains("too early"))
  }

  @Test func `several flags in one line`() throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:05", try set(185, 112, 70, 98))
    try session.addAt(try at("13:05", 20), try set(186, 113, 70, 98))
    let answer = try session.answer(at: try at("13:05", 20)).spaced
    let lines = answer.split(separator: "\n").filter { $0.contains("too early") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("for flags 1, 2") == true)
  }
}
