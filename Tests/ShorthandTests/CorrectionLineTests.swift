import SessionRecord
import Shorthand
import Testing

@Suite struct CorrectionLineTests {
  private func heartRate(_ value: Int) throws -> Content {
    .vitals(try Vitals([.heartRate: .measured(Quantity(.heartRate, value), verified: true)]))
  }

  @Test func `splits at the first dashes`() throws {
    let line = try Bedside().read("fix 17 hr 84 -- typed 48 -- digits transposed")
    #expect(
      line
        == .fix(
          .number(EntryNumber(17)),
          change: try heartRate(84),
          observed: nil,
          reason: "typed 48 -- digits transposed"
        )
    )
  }

  @Test func `refuses dashes in a text whose end would become the reason`() throws {
    let bedside = try Bedside()
    for text in ["note a -- b", "do a -- b", "mark a -- b", "'a -- b", "@14:02 note a -- b"] {
      #expect(
        bedside.refusal(of: "fix #17 \(text) -- typed wrong") == .correction(.whichDashes),
        "\(text)"
      )
    }
    #expect(
      try bedside.read("fix #17 note a - b -- typed wrong")
        == .fix(
          .number(EntryNumber(17)),
          change: .note("a - b"),
          observed: nil,
          reason: "typed wrong"
        )
    )
  }

  @Test func `keeps dashes of either apart where a command gives them apart`() throws {
    let bedside = try Bedside()
    #expect(
      try TypedLine(
        fixing: .last,
        with: "note a -- b",
        because: "said -- not seen",
        in: bedside.context
      )
        == .fix(.last, change: .note("a -- b"), observed: nil, reason: "said -- not seen")
    )
    #expect(
      try TypedLine(
        fixing: .number(EntryNumber(17)),
        with: "@14:02 hr 84",
        because: "clock read wrong",
        in: bedside.context
      )
        == bedside.read("fix #17 @14:02 hr 84 -- clock read wrong")
    )
    #expect(
      try TypedLine(
        fixing: .number(EntryNumber(17)),
        with: "@14:02",
        because: "clock read wrong",
        in: bedside.context
      )
        == bedside.read("fix #17 @14:02 -- clock read wrong")
    )
  }

  @Test(arguments: [
    ("hr 84", " ", LineRefusal.correction(.reasonMissing(line: "hr 84"))),
    ("", "typed wrong", .correction(.nothingToChange("17"))),
    ("undo", "typed wrong", .correction(.notAnEntry("undo", "17"))),
    ("hr 84", "a\u{1B}b", .line(.controlCharacter(0x1B))),
    (
      "hr 84 -- left arm", "typed wrong",
      .line(
        .notUnderstood(
          word: "--",
          near: nil,
          note: nil
        )
      )
    ),
  ])
  func `refuses a correction given apart as it does a line`(
    change: String,
    reason: String,
    refusal: LineRefusal
  ) throws {
    let context = try Bedside().context
    #expect(throws: refusal) {
      try TypedLine(
        fixing: .number(EntryNumber(17)),
        with: change,
        because: reason,
        in: context
      )
    }
  }

  @Test func `takes the reason of the correction for why something was not obtained`() throws {
    #expect(
      try Bedside().read("fix last temp - -- probe had slipped")
        == .fix(
          .last,
          change: .vitals(
            Vitals([.temperature: .notObtained(because: "probe had slipped")])
          ),
          observed: nil,
          reason: "probe had slipped"
        )
    )
  }

  @Test func `finds the day of a time that is corrected the next morning`() throws {
    let morning = "2026-11-20T09:00:00+01:00"
    let near = try Bedside(morning, fixesNear: "2026-11-19T15:32:00+01:00")
    #expect(
      try near.observed("fix #17 @14:02 -- clock read wrong") == "2026-11-19T14:02:00+01:00"
    )
    #expect(
      try near.observed("fix #17 @15:40 -- clock read wrong") == "2026-11-19T15:40:00+01:00"
    )
    // Anything but a fix is still about now.
    #expect(near.refusal(of: "@14:02 hr 84") == .time(.inFuture("14:02", now: "09:00")))
    let night = try Bedside(morning, fixesNear: "2026-11-20T01:30:00+01:00")
    #expect(
      try night.observed("fix #17 @23:50 -- clock read wrong") == "2026-11-19T23:50:00+01:00"
    )
    let open = try Bedside(fixesNear: "2026-11-19T14:05:00+01:00")
    #expect(
      open.refusal(of: "fix #17 @14:07 -- clock read wrong")
        == .time(.inFuture("14:07", now: "14:06"))
    )
    let doubled = try Bedside(
      "2026-10-25T20:00:00+01:00",
      fixesNear: "2026-10-25T03:30:00+01:00"
    )
    guard
      case .time(.doubled)? = doubled.refusal(of: "fix #17 @02:30 -- clock read wrong")
    else {
      Issue.record("02:30 came twice")
      return
    }
  }

  @Test func `names the last entry, a number, or a number with its sign`() throws {
    let bedside = try Bedside()
    #expect(try bedside.read("void LAST -- x") == .void(.last, reason: "x"))
    #expect(try bedside.read("void 18 -- x") == .void(.number(EntryNumber(18)), reason: "x"))
    #expect(try bedside.read("void #18 -- x") == .void(.number(EntryNumber(18)), reason: "x"))
    for word in ["0", "#0", "-1", "#", "1.5", "##3", "٣", "9999999999", "first"] {
      #expect(bedside.refusal(of: "void \(word) -- x") == .correction(.whichEntry("void", word)))
    }
  }

  @Test func `takes everything after the flag for what was done`() throws {
    let bedside = try Bedside()
    #expect(
      try bedside.read("ack #3 head up -- 96 at 14:08")
        == .acknowledge(.number(FlagNumber(3)), text: "head up -- 96 at 14:08", observed: nil)
    )
    #expect(
      try bedside.read("ack all reassured") == .acknowledge(.all, text: "reassured", observed: nil)
    )
    #expect(
      try bedside.read("ack head up") == .acknowledge(.theOnlyOne, text: "head up", observed: nil)
    )
  }

  @Test func `takes no dashes for a role or a person`() throws {
    let bedside = try Bedside()
    let read = { (line: String) throws(LineRefusal) in
      try TypedLine(fixing: .last, with: line, because: "typed wrong", in: bedside.context)
    }
    #expect(
      try read("arrives LH second nurse")
        == .fix(
          .last,
          change: .presence(.arrives(try ClinicianCode("LH"), role: "second nurse")),
          observed: nil,
          reason: "typed wrong"
        )
    )
    for line in ["arrives LH -- late", "arrives --", "check --", "waste 14 mg witness --"] {
      #expect(throws: LineRefusal.self, "“\(line)”") { try read(line) }
    }
  }
}
