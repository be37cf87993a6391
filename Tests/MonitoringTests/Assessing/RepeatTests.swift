import Monitoring
import SessionRecord
import Testing

/// From the first breaking value to its confirming: sentences 8 to 11.
@Suite struct RepeatTests {
  private func flag(
    under rule: Rule = .surge,
    asOf: Instant = minute(120),
    _ values: (Content, Instant)...
  ) throws -> Flag? {
    var session = try SessionScript()
    for (content, observed) in values { try session.add(content, at: observed) }
    let flags = session.flags(under: .of(rule), asOf: asOf)
    #expect(flags.count <= 1)
    return flags.first
  }

  @Test func `8: what is not usable does nothing`() throws {
    let nothing: [Reading] = [
      .notObtained(because: "moving"), .notUsable(written: "0"), .unrecordable,
    ]
    for reading in nothing {
      let content = Content.vitals(try Vitals([.systolic: reading]))
      #expect(try flag((content, minute(5))) == nil)
      let found = try flag(
        (.value(.systolic, 182), minute(5)),
        (content, minute(7)),
        (.value(.systolic, 184), minute(9))
      )
      #expect(found?.state == .confirmed(at: minute(9), repeated: true))
    }
  }

  @Test func `8: an unverified value breaks and confirms`() throws {
    let found = try flag(
      (.value(.systolic, 225, verified: false), minute(5)),
      (.value(.systolic, 226, verified: false), minute(7))
    )
    #expect(found?.state == .confirmed(at: minute(7), repeated: true))
    #expect(found?.readings.count == 2)
  }

  @Test func `9: every breaking value of the open episode belongs to its readings`() throws {
    let found = try flag(
      (.value(.systolic, 179), minute(4)),
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 178), minute(5, 30)),
      (.value(.systolic, 191), minute(8)),
      (.value(.systolic, 176), minute(10)),
      (.value(.systolic, 191), minute(12))
    )
    #expect(found?.readings.map(\.entry.value) == [3, 5, 7])
    #expect(found?.identity.entry == EntryNumber(3))
    // 191 twice: the first of equals.
    #expect(found?.peak?.entry == EntryNumber(5))
  }

  @Test func `9: the peak of a low limit is the lowest`() throws {
    let found = try flag(
      under: .limit("low", .spo2, .atOrUnder, 93),
      (.value(.spo2, 92), minute(5)),
      (.value(.spo2, 88), minute(7)),
      (.value(.spo2, 90), minute(9))
    )
    #expect(found?.peak?.entry == EntryNumber(3))
  }

  @Test func `10: a rule with repeat starts unconfirmed`() throws {
    let found = try flag(asOf: minute(5), (.value(.systolic, 180), minute(5)))
    #expect(found?.state == .unconfirmed)
    #expect(found?.priority == .medium)
    #expect(found?.isOpen == true)
  }

  @Test func `10: a value before one minute joins and decides nothing`() throws {
    let over = try flag(
      asOf: minute(7),
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 190), minute(5, 59, 999))
    )
    #expect(over?.state == .unconfirmed)
    #expect(over?.readings.count == 2)
    let under = try flag(
      asOf: minute(7),
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 120), minute(5, 59, 999))
    )
    #expect(under?.state == .unconfirmed)
    #expect(under?.backInside == minute(5, 59, 999))
  }

  @Test func `10: the minute runs from the first reading`() throws {
    let found = try flag(
      asOf: minute(7),
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 183), minute(5, 50)),
      (.value(.systolic, 184), minute(6))
    )
    #expect(found?.state == .confirmed(at: minute(6), repeated: true))
  }

  @Test func `10: the first usable value from one to ten minutes decides`() throws {
    for decisive in [minute(6), minute(10), minute(15)] {
      let over = try flag(
        (.value(.systolic, 182), minute(5)),
        (.value(.systolic, 180), decisive)
      )
      #expect(over?.state == .confirmed(at: decisive, repeated: true))
      // 179 is not inside by the margin, and clears on repeat all the same.
      let under = try flag(
        (.value(.systolic, 182), minute(5)),
        (.value(.systolic, 179), decisive)
      )
      #expect(under?.state == .clearedOnRepeat(at: decisive))
      #expect(under?.backInside == decisive)
    }
  }

  @Test func `10: an unverified value cannot clear on repeat and decides nothing`() throws {
    let found = try flag(
      asOf: minute(9),
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 65, verified: false), minute(7))
    )
    #expect(found?.state == .unconfirmed)
    let then = try flag(
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 65, verified: false), minute(7)),
      (.value(.systolic, 150), minute(9))
    )
    #expect(then?.state == .clearedOnRepeat(at: minute(9)))
  }

  @Test func `10: without a repeat by ten minutes it is confirmed as not repeated`() throws {
    let before = try flag(asOf: minute(14, 59, 999), (.value(.systolic, 182), minute(5)))
    #expect(before?.state == .unconfirmed)
    let at = try flag(asOf: minute(15), (.value(.systolic, 182), minute(5)))
    #expect(at?.state == .confirmed(at: minute(15), repeated: false))
    let after = try flag(
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 184), minute(15, 0, 1))
    )
    #expect(after?.state == .confirmed(at: minute(15), repeated: false))
    #expect(after?.readings.count == 2)
  }

  @Test func `10: not repeated stays marked so when it is cleared`() throws {
    let found = try flag(
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 150), minute(20)),
      (.value(.systolic, 148), minute(25))
    )
    #expect(found?.state == .cleared(at: minute(25), repeated: false))
  }

  @Test func `10: where closing stops the clock, later values join and decide nothing`() throws {
    var session = try SessionScript()
    try session.add(.value(.systolic, 182), at: minute(5))
    try session.add(.closed, at: minute(10))
    try session.add(.value(.systolic, 188), at: minute(15, 0, 1), recorded: minute(40))
    try session.add(.value(.systolic, 140), at: minute(17), recorded: minute(41))
    try session.add(.value(.systolic, 138), at: minute(19), recorded: minute(42))
    let flag = try #require(session.flags(under: .of(.surge), asOf: minute(60)).first)
    #expect(flag.state == .unconfirmed)
    #expect(flag.readings.count == 2)
    #expect(flag.backInside == minute(17))
  }

  @Test func `11: a rule without repeat starts confirmed with its own priority`() throws {
    let found = try flag(under: .atOnce, asOf: minute(5), (.value(.systolic, 180), minute(5)))
    #expect(found?.state == .confirmed(at: minute(5), repeated: true))
    #expect(found?.priority == .medium)
  }

  @Test(arguments: [
    (Priority.info, Priority.low), (.low, .medium), (.medium, .high), (.high, .high),
  ])
  func `11: confirming raises the priority one step, never above high`(
    own: Priority,
    raised: Priority
  ) throws {
    let rule = Rule.limit("surge", .systolic, .atOrOver, 180, own, repeats: true)
    let repeated = try flag(
      under: rule,
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 182), minute(8))
    )
    #expect(repeated?.priority == raised)
    let lapsed = try flag(under: rule, (.value(.systolic, 182), minute(5)))
    #expect(lapsed?.priority == raised)
    let cleared = try flag(
      under: rule,
      (.value(.systolic, 182), minute(5)),
      (.value(.systolic, 120), minute(8))
    )
    #expect(cleared?.priority == own)
    #expect(cleared?.protocolPriority == own)
  }
}
