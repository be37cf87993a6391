import Monitoring
import SessionRecord
import TestSupport
import Testing

/// What a review stands on: flags as acknowledgements name them, and the newest that was not withdrawn.
@Suite struct ReviewTests {
  private let crit = Rule.limit("crit", .systolic, .atOrOver, 180, .medium)
  private let severe = Rule.limit("severe", .systolic, .over, 200, .high)

  private func review(
    _ flags: [(Int, String, EntryNumber)],
    _ verdict: ReviewVerdict = .expected,
    _ text: String = "known peak",
    followUp: String? = nil
  ) throws -> Content {
    let named = flags.map { number, rule, entry in
      Acknowledgement.Named(
        number: FlagNumber(number),
        flag: FlagIdentity(rule: RuleID(rule), entry: entry)
      )
    }
    return .review(try Review(.flags(named), verdict: verdict, followUp: followUp, text: text))
  }

  @Test func `stands on the flag that it names, with all that it says, and changes nothing else`()
    throws
  {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 185), at: minute(5))
    let before = try #require(session.flags(under: .of(crit), asOf: minute(7)).first)
    #expect(before.awaitsReview)
    let entry = try session.add(
      review([(1, "crit", reading)], .adverseEvent, followUp: "call on Monday"),
      at: minute(6)
    )
    let flag = try #require(session.flags(under: .of(crit), asOf: minute(7)).first)
    #expect(
      flag.review
        == ReviewMark(
          entry: entry,
          at: minute(6),
          by: try ClinicianCode("KO"),
          verdict: .adverseEvent,
          followUp: "call on Monday",
          text: "known peak"
        )
    )
    #expect(!flag.awaitsReview)
    #expect(flag.isOpen && flag.acknowledgements.isEmpty)
    #expect(flag.state == before.state && flag.priority == before.priority)
    #expect(flag.readings == before.readings && flag.number == before.number)
  }

  @Test func `the newest counts, and withdrawing it brings back the one before`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 185), at: minute(5))
    let first = try session.add(review([(1, "crit", reading)], .expected), at: minute(6))
    // Written later with an earlier observed time: the log's order says which is the newest.
    let second = try session.add(
      review([(1, "crit", reading)], .serious),
      at: minute(3),
      recorded: minute(8)
    )
    func mark() -> ReviewMark? { session.flags(under: .of(crit), asOf: minute(30)).first?.review }
    #expect(mark()?.entry == second)
    #expect(mark()?.verdict == .serious)
    try session.void(second, at: minute(9))
    #expect(mark()?.entry == first)
    try session.void(first, at: minute(10))
    #expect(mark() == nil)
  }

  @Test func `names every flag that it says, and covers no other`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 205), at: minute(5))
    try session.add(review([(1, "severe", reading)]), at: minute(6))
    let flags = session.flags(under: .of(severe, crit), asOf: minute(7))
    #expect(flags.map { $0.review != nil } == [true, false])
    try session.add(
      review([(1, "severe", reading), (2, "crit", reading)], .artefact),
      at: minute(7)
    )
    let both = session.flags(under: .of(severe, crit), asOf: minute(8))
    #expect(both.map(\.review?.verdict) == [.artefact, .artefact])
  }

  @Test func `follows the entry into an episode that a late reading began`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 185), at: minute(5))
    let seen = try session.add(review([(1, "crit", reading)]), at: minute(6))
    let late = try session.add(.value(.systolic, 183), at: minute(4), recorded: minute(8))
    let flags = session.flags(under: .of(crit), asOf: minute(9))
    #expect(flags.map(\.identity.entry) == [reading, late])
    #expect(flags.map(\.retractedBy) == [late, nil])
    // The retracted one shows what it had when last found; the new one holds the entry.
    #expect(flags.map(\.review?.entry) == [seen, seen])
  }

  @Test func `stays on what is retracted, and comes back with it`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 185), at: minute(5))
    let seen = try session.add(review([(1, "crit", reading)]), at: minute(6))
    try session.amend(reading, to: .value(.systolic, 128), at: minute(7))
    let gone = try #require(session.flags(under: .of(crit), asOf: minute(8)).first)
    #expect(gone.retractedBy != nil)
    #expect(gone.review?.entry == seen)
    #expect(!gone.awaitsReview)
    try session.amend(reading, to: .value(.systolic, 188), at: minute(9))
    let back = try #require(session.flags(under: .of(crit), asOf: minute(10)).first)
    #expect(back.number == gone.number)
    #expect(back.retractedBy == nil)
    #expect(back.review?.entry == seen)
    // Withdrawn while the flag is gone, it is not there when the flag comes back.
    try session.amend(reading, to: .value(.systolic, 128), at: minute(11))
    try session.void(seen, at: minute(12))
    try session.amend(reading, to: .value(.systolic, 190), at: minute(13))
    #expect(session.flags(under: .of(crit), asOf: minute(14)).first?.awaitsReview == true)
  }

  @Test func `stands on what time raised, also where it is retracted by a late set`() throws {
    let bp = MonitoringProtocol.scheduled(.pressure(10, 20, 30))
    var session = try SessionScript.dosed()
    let identity = FlagIdentity(rule: RuleID("overdue.bp"), cause: .slot(minutes: 10))
    let named = Acknowledgement.Named(number: FlagNumber(1), flag: identity)
    let seen = try session.add(
      .review(try Review(.flags([named]), verdict: .expected, text: "room was changed")),
      at: minute(37)
    )
    let flag = try #require(session.flags(under: bp, asOf: minute(38)).first)
    #expect(flag.identity == identity)
    #expect(flag.review?.entry == seen)
    try session.add(.set(), at: minute(30), recorded: minute(39))
    let gone = try #require(session.flags(under: bp, asOf: minute(40)).first)
    #expect(gone.retractedBy != nil)
    #expect(gone.review?.entry == seen)
  }

  @Test func `of another rule or of an entry that the flag does not hold stands nowhere`() throws {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 185), at: minute(5))
    let other = try session.add(.value(.heartRate, 70), at: minute(6))
    try session.add(
      review([(1, "severe", reading), (2, "crit", other)]),
      at: minute(7)
    )
    #expect(session.flags(under: .of(crit), asOf: minute(8)).map(\.review) == [nil])
  }

  @Test func `attends nobody: what was unattended stays so while somebody looks back`() throws {
    let alone = MonitoringProtocol.of(Rule.of("alone", .unattended(Unattended(minutes: 15))))
    let dosed = try SessionScript.dosed()
    let silent = dosed.flags(under: alone, asOf: minute(60))
    #expect(silent.map(\.isOpen) == [true])
    var reviewed = dosed
    let named = Acknowledgement.Named(number: FlagNumber(1), flag: silent[0].identity)
    let content = Content.review(
      try Review(.flags([named]), verdict: .expected, text: "the line was down")
    )
    let entry = try reviewed.add(content, at: minute(50))
    let flags = reviewed.flags(under: alone, asOf: minute(60))
    #expect(flags.map(\.isOpen) == [true])
    #expect(flags.map(\.review?.entry) == [entry])
    try reviewed.add(.note("back"), at: minute(55))
    #expect(
      reviewed.flags(under: alone, asOf: minute(60)).map(\.state)
        == [.cleared(at: minute(55), repeated: true)]
    )
    // Withdrawing it looks at all of them again.
    try reviewed.void(entry, at: minute(56))
    #expect(
      reviewed.flags(under: alone, asOf: minute(60)).map(\.state)
        == [.cleared(at: minute(55), repeated: true)]
    )
  }

  @Test func `folded commit by commit and at once are the same, with its verdict in the tally`()
    throws
  {
    var session = try SessionScript()
    let reading = try session.add(.value(.systolic, 185), at: minute(5))
    try session.add(.effect("nausea", .mild), at: minute(6))
    try session.add(review([(1, "crit", reading)], .artefact), at: minute(7))
    try session.add(
      .review(try Review(.effects([EntryNumber(3)]), verdict: .expected, text: "usual")),
      at: minute(8)
    )
    var fold = SessionFold(under: .of(crit))
    for entry in session.log { fold.goOn([entry]) }
    let assessment = session.assessed(under: .of(crit), asOf: minute(9))
    #expect(fold.flags(asOf: minute(9)) == assessment.flags)
    let tally = assessment.tally(under: MonitoringProtocol.of(crit).formulary)
    #expect(tally.flags.map(\.review) == [.artefact])
    #expect(tally.effects.map(\.review) == [.expected])
    let sooner = session.assessed(under: .of(crit), asOf: minute(6))
    let before = sooner.tally(under: MonitoringProtocol.of(crit).formulary)
    #expect(before.flags.map(\.review) == [nil])
  }
}
