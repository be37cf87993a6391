import SessionRecord
import Testing

@testable import RecordStore

/// Bodies that are well formed, and say what no leaving, no cause and no subject can be.
@Suite("Encoding of leavings and causes")
struct LeavingEncodingTests {
  private func read(
    _ kind: EntryKind,
    _ write: (inout CanonicalWriter) -> Void
  ) throws -> Content {
    var writer = CanonicalWriter()
    write(&writer)
    let content = try Content(body: writer.bytes, kind: kind)
    #expect(content.body == writer.bytes)
    return content
  }

  private func expectDamage(_ kind: EntryKind, _ write: (inout CanonicalWriter) -> Void) {
    #expect(throws: DamagedBody.self) { try read(kind, write) }
  }

  // MARK: - Answers

  private func answers(_ criteria: [String], in writer: inout CanonicalWriter) {
    writer.code(1)
    writer.list(criteria) { criterion, writer in
      writer.group { writer in
        writer.text(criterion)
        writer.boolean(true)
        writer.absent()
      }
    }
  }

  @Test func `answers are one of each criterion, and at least one`() throws {
    #expect(
      try read(.leaving) { answers(["gait", "escort"], in: &$0) }
        == .leaving(
          .answers(
            try CriteriaAnswers([
              CriteriaAnswers.Answer(CriterionID("gait"), isMet: true),
              CriteriaAnswers.Answer(CriterionID("escort"), isMet: true),
            ])
          )
        )
    )
    expectDamage(.leaving) { answers([], in: &$0) }
    expectDamage(.leaving) { answers(["gait", "escort", "gait"], in: &$0) }
  }

  // MARK: - Decisions

  private struct Written {
    var leaving: UInt8 = 2
    var outcome: UInt8 = 4
    var outcomeWords: [String] = []
    var decidedBy = "LH"
    /// The reason of each criterion that is not met.
    var reasons: [String?] = []
    var readyMinute: Int?

    func write(in writer: inout CanonicalWriter) {
      writer.code(leaving)
      writer.group { writer in
        writer.code(outcome)
        for words in outcomeWords { writer.text(words) }
      }
      writer.text(decidedBy)
      writer.list(reasons) { reason, writer in
        writer.group { writer in
          writer.text("gait")
          writer.text("not answered")
          writer.optional(reason)
        }
      }
      writer.absent()
      writer.absent()
      writer.optional(readyMinute)
    }
  }

  @Test func `decisions are read where their own type takes them`() throws {
    let taken: [Written] = [
      Written(), Written(outcome: 1), Written(outcome: 2, reasons: ["a", "b"]),
      Written(outcome: 3, outcomeWords: ["will not wait", "KO"], reasons: [nil, "b"]),
      Written(outcome: 5), Written(readyMinute: 0), Written(readyMinute: 1_440),
    ]
    for written in taken {
      guard case .leaving(.decision(let decision)) = try read(.leaving, written.write) else {
        Issue.record("\(written) is no decision")
        continue
      }
      #expect(decision.unmet.map(\.reason) == written.reasons)
      #expect(decision.readyMinute == written.readyMinute)
    }
  }

  @Test func `decisions that their own type refuses are damaged`() {
    let refused: [Written] = [
      Written(outcome: 1, reasons: ["a"]), Written(outcome: 2),
      Written(outcome: 2, reasons: ["a", nil]), Written(readyMinute: 1_441),
      Written(readyMinute: -1), Written(decidedBy: "L H"), Written(decidedBy: ""),
      Written(reasons: [nil]), Written(outcome: 5, reasons: ["a"]),
      Written(outcome: 2, reasons: [" "]), Written(outcome: 3, outcomeWords: ["", "KO"]),
    ]
    for written in refused { expectDamage(.leaving, written.write) }
  }

  @Test func `choices that there are none of are damaged`() {
    let unknown: [Written] = [
      Written(leaving: 0), Written(leaving: 1), Written(leaving: 3), Written(outcome: 0),
      Written(outcome: 6), Written(outcome: 3), Written(outcome: 3, outcomeWords: ["a"]),
      Written(outcome: 3, outcomeWords: ["a", "b", "c"]), Written(outcomeWords: ["a"]),
    ]
    for written in unknown { expectDamage(.leaving, written.write) }
  }

  // MARK: - Causes and subjects

  /// An acknowledgement of one flag with this cause.
  private func named(
    _ cause: (inout CanonicalWriter) -> Void,
    in writer: inout CanonicalWriter
  ) {
    writer.list(1...1) { number, writer in
      writer.group { writer in
        writer.integer(number)
        writer.text("overdue.bp")
        writer.group(cause)
      }
    }
    writer.text("")
  }

  private func cause(_ code: UInt8, _ number: Int? = nil) -> (inout CanonicalWriter) -> Void {
    { writer in
      writer.code(code)
      if let number { writer.integer(number) }
    }
  }

  @Test func `causes are an entry, a slot, no baseline or silence`() throws {
    let causes: [(UInt8, Int?, FlagCause)] = [
      (1, 1, .entry(EntryNumber(1))), (2, 0, .slot(minutes: 0)), (2, 20, .slot(minutes: 20)),
      (2, 1_000_000, .slot(minutes: 1_000_000)), (3, nil, .baseline), (4, nil, .silence),
    ]
    for (code, number, expected) in causes {
      let content = try read(.acknowledgement) { named(cause(code, number), in: &$0) }
      guard case .acknowledgement(let acknowledgement) = content else {
        Issue.record("\(content)")
        continue
      }
      #expect(acknowledgement.flags.map(\.flag.cause) == [expected])
    }
  }

  @Test func `causes that there are none of are damaged`() {
    let causes: [(UInt8, Int?)] = [
      (0, nil), (5, nil), (1, nil), (1, 0), (1, -1), (2, nil), (2, -1), (2, 1_000_001), (3, 1),
      (4, 1),
    ]
    for (code, number) in causes {
      expectDamage(.acknowledgement) { named(cause(code, number), in: &$0) }
    }
  }

  @Test func `a scale is put off by its name`() throws {
    func subject(_ code: UInt8) throws -> Content {
      try read(.deferred) { writer in
        writer.group { writer in
          writer.code(code)
          writer.text("cadss-6")
        }
        writer.text("asleep")
      }
    }
    #expect(try subject(5) == .deferred(Deferral(.scale("cadss-6"), reason: "asleep")))
    #expect(
      try subject(4) == .deferred(Deferral(.effect(EffectName("cadss-6")), reason: "asleep"))
    )
    #expect(throws: DamagedBody.self) { try subject(6) }
  }
}
