import Monitoring
import SessionRecord
import Testing

struct AnsweredGateTests {
  /// At every level, in both settings: only the clear answer lets through, and info never holds.
  @Test(arguments: GateLevel.allCases, Setting.allCases)
  func `lets through by its clear answer alone`(level: GateLevel, setting: Setting) throws {
    for clear in [GateAnswer.yes, .no] {
      let gate = Screened.gate(
        Screened.question(clear: clear),
        level: setting == .clinic ? level : nil,
        remoteLevel: setting == .telehealth ? level : nil
      )
      for answer in GateAnswer.allCases {
        var screened = try Screened()
        let entry = answer == .notAsked ? nil : try screened.answer("asked", answer)
        let finding = try #require(try screened.findings([gate], setting: setting).first)
        #expect(finding.answer == answer)
        #expect(finding.level == level)
        #expect(finding.holds == (level != .info && answer != clear))
        #expect(finding.entry == entry)
      }
    }
  }

  @Test func `is not asked where its setting has no level for it`() throws {
    let clinic = Screened.gate(Screened.question(), level: .hard)
    let remote = Screened.gate(Screened.question(), level: nil, remoteLevel: .required)
    #expect(try Screened().findings([clinic], setting: .telehealth).isEmpty)
    #expect(try Screened().findings([remote], setting: .clinic).isEmpty)
    #expect(try Screened().findings([remote], setting: .telehealth).map(\.level) == [.required])
  }

  @Test func `says who answered, when, and from where`() throws {
    var screened = try Screened()
    #expect(try screened.finding(Screened.question()).basis == "not asked")
    try screened.answer("asked", .yes, words: "seen in 2019", source: .record)
    #expect(
      try screened.finding(Screened.question()).basis
        == "yes (seen in 2019), record, asked 2026-11-19 by KO"
    )
  }

  @Test func `counts the newest answer, and a question left out takes none back`() throws {
    var screened = try Screened()
    try screened.answer("asked", .yes, before: .hours(30))
    let newest = try screened.answer("asked", .no, before: .hours(20))
    try screened.answer("asked", .yes, before: .hours(25))
    try screened.answer("asked", .notAsked, before: .hours(1))
    let finding = try screened.finding(Screened.question())
    #expect(finding.entry == newest)
    #expect(!finding.holds)
  }

  @Test func `knows no answer that was withdrawn, or that comes after the moment`() throws {
    var screened = try Screened()
    let first = try screened.answer("asked", .yes, before: .hours(20))
    let second = try screened.answer("asked", .no, before: .hours(10))
    try screened.answer("asked", .unknown, before: TimeSpan(milliseconds: -1))
    #expect(try screened.finding(Screened.question()).entry == second)
    try screened.add(.void(Voiding(of: second, reason: .because("another patient"))))
    #expect(try screened.finding(Screened.question()).entry == first)
    try screened.add(.void(Voiding(of: first, reason: .because("another patient"))))
    #expect(try screened.finding(Screened.question()).answer == .notAsked)
  }

  @Test(arguments: [
    (GateValidity.day, TimeSpan.hours(12), "more than 12 hours before"),
    (.days(1), .hours(24), "older than 1 day"), (.days(90), .hours(2_160), "older than 90 days"),
  ])
  func `is relied on to the last millisecond, and no longer`(
    validity: GateValidity,
    span: TimeSpan,
    words: String
  ) throws {
    let question = Screened.question(validity: validity)
    var fresh = try Screened()
    try fresh.answer("asked", .no, before: span)
    #expect(try fresh.finding(question).holds == false)
    var old = try Screened()
    try old.answer("asked", .no, before: span + TimeSpan(milliseconds: 1))
    let finding = try old.finding(question)
    #expect(finding.holds)
    #expect(finding.answer == .notAsked)
    #expect(finding.basis.hasPrefix("no, self-report, answered 2026-"))
    #expect(finding.basis.hasSuffix(words))
  }

  @Test func `asks a clear answer for the words that belong to it`() throws {
    let question = Screened.question(clear: .yes, needsWords: true, validity: .day)
    var screened = try Screened()
    try screened.answer("asked", .yes)
    #expect(try screened.finding(question).holds)
    #expect(try screened.finding(question).basis.hasSuffix("without saying who or what"))
    try screened.answer("asked", .yes, words: "brother, D. Example", before: .minutes(5))
    #expect(try screened.finding(question).holds == false)
  }

  @Test func `asks nothing of readings before there are any`() throws {
    let finding = try Screened().finding(.rules([RuleID("bp.hold")], repeatAfter: .minutes(5)))
    #expect(!finding.holds)
    #expect(finding.answer == .notAsked)
  }
}

extension TimeSpan {
  fileprivate static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds + right.milliseconds)
  }
}
