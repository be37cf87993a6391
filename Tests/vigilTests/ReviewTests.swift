import Foundation
import Testing

/// `vigil review`, `flags --unreviewed` and `effects --unreviewed`, as a person types them.
@Suite struct ReviewTests {
  private func closed() throws -> VigilProgram {
    let program = try VigilProgram()
    try program.closeReviewable()
    return program
  }

  private func numbers(_ program: VigilProgram, _ options: String...) throws -> [Int] {
    let outcome = try program.run(["flags", "--format", "json"] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let flags = try JSONOutput(outcome.output)["flags"] as? [[String: Any]] ?? []
    return flags.compactMap { ($0["flag"] as? [String: Any])?["number"] as? Int }
  }

  private func count(_ program: VigilProgram, _ command: String, _ key: String) throws -> Int? {
    let counts =
      try JSONOutput(try program.must(command, "--format", "json").output)["counts"]
      as? [String: Any]
    guard command == "flags" else { return counts?[key] as? Int }
    return ["clinical", "process"].reduce(0) { sum, part in
      sum + ((counts?[part] as? [String: Any])?[key] as? Int ?? 0)
    }
  }

  @Test func `a week is reviewed to zero, and then says that it is closed`() throws {
    let program = try closed()
    defer { program.discard() }
    let all = try numbers(program)
    #expect(try numbers(program, "--unreviewed") == all)
    #expect(try count(program, "flags", "unreviewed") == all.count)
    let week = VigilProgram.week()
    let before = try program.must("effects", "--unreviewed", "--since", week.first).said
    #expect(before.contains("not reviewed: 3"))

    let first = try program.must(
      "review",
      "-s",
      "1",
      "1",
      "expected",
      "--by",
      "LH",
      "known",
      "peak"
    ).said
    #expect(first.contains("reviews flag 1, "))
    #expect(first.contains(": expected — known peak"))
    #expect(first.contains("Unreviewed in \(VigilProgram.label(1)): "))
    #expect(try numbers(program, "--unreviewed") == all.filter { $0 != 1 })

    // High ones are reviewed by number; all covers the others, and the side effects.
    try program.must("review", "-s", "1", "all", "artefact", "the cuff", "--by", "LH")
    let high = try numbers(program, "--unreviewed")
    #expect(try numbers(program, "--priority", "high").filter { $0 != 1 } == high)
    let left = try program.must("effects", "--unreviewed", "--since", week.first).said
    #expect(
      left
        == (high.isEmpty
          ? "Nothing is unreviewed: everything since \(week.first) is closed.\n"
          : "No side effect is unreviewed, and \(high.count) flag\(high.count == 1 ? " is" : "s are"): "
            + "vigil flags --unreviewed --since \(week.first)\n")
    )
    for flag in high {
      let number = String(flag)
      try program.must("review", "-s", "1", number, "adverse-event", "told", "--by", "LH")
    }
    for command in ["flags", "effects"] {
      let done = try program.must(
        command,
        "--unreviewed",
        "--since",
        week.first,
        "--until",
        week.last
      )
      #expect(
        done.said
          == "Nothing is unreviewed: the week of \(week.first) to \(week.last) is closed.\n"
      )
      #expect(try program.must(command, "--unreviewed").said == "Nothing is unreviewed.\n")
      #expect(try count(program, command, "unreviewed") == 0)
    }
    // Closed stays closed, and no number has shifted.
    #expect(try program.must("sessions").said.contains("AMENDED") == false)
    #expect(try numbers(program) == all)
    let asked = try program.must("flags", "--unreviewed", "--patient", "P-014").said
    #expect(asked == "No flag matches what was asked for. vigil flags lists all.\n")
  }

  @Test func `a struck-out session leaves both lists, and its report keeps what was made of it`()
    throws
  {
    let program = try closed()
    defer { program.discard() }
    try program.must("review", "-s", "1", "all", "expected", "usual", "--by", "LH")
    #expect(try program.must("effects").said.contains("expected, LH"))
    try program.must("void-session", "1", "--because", "wrong patient")
    #expect(try program.must("flags", "--unreviewed").said == "Nothing is unreviewed.\n")
    #expect(try program.must("effects", "--unreviewed").said == "Nothing is unreviewed.\n")
    #expect(try count(program, "flags", "unreviewed") == 0)
    #expect(try count(program, "effects", "unreviewed") == 0)
    #expect(try program.must("report", "1").said.contains("by LH: expected — usual"))
    let refused = try program.run(["review", "-s", "1", "1", "expected", "x", "--by", "LH"])
    #expect(refused.status == 77)
    #expect(
      refused.errors
        == "\(VigilProgram.label(1)) is struck out: it is in no count, and needs no review. "
        + "Nothing was stored.\n"
    )
  }

  @Test func `stands in every view with its words, and is counted in the summary`() throws {
    let program = try closed()
    defer { program.discard() }
    try program.must(
      "review",
      "-s",
      "1",
      "2",
      "serious",
      "--by",
      "LH",
      "--follow-up",
      "call",
      "faint at home"
    )
    try program.must("review", "-s", "1", "nausea", "adverse-event", "--by", "LH", "all evening")
    let words = "by LH: serious — faint at home; follow-up: call"
    #expect(try program.must("report", "1").said.contains(words))
    #expect(try program.must("report", "1", "--format", "html").said.contains(words))
    #expect(try program.must("timeline", "1").said.contains("reviews flag 2, "))
    #expect(try program.must("timeline", "1").said.contains("reviews nausea #"))
    let report = try JSONOutput(try program.must("report", "1", "--format", "json").output)
    let flag = try #require((report["flags"] as? [[String: Any]])?.dropFirst().first)
    let mark = try #require(flag["review"] as? [String: Any])
    #expect(mark["verdict"] as? String == "serious")
    #expect(mark["followUp"] as? String == "call")
    #expect(mark["by"] as? String == "LH")
    let effect = try #require((report["effects"] as? [[String: Any]])?.last)
    #expect((effect["review"] as? [String: Any])?["verdict"] as? String == "adverse-event")
    #expect((effect["review"] as? [String: Any])?["followUp"] is NSNull)
    let table = try program.must("flags", "--format", "csv").output
    #expect(table.contains(",review,reviewed_by,reviewed_at,review_follow_up,review_text\r\n"))
    #expect(table.contains(",call,faint at home\r\n"))
    #expect(
      try program.must("effects", "--format", "csv").output.contains(",adverse-event,LH,")
    )
    let sum = try program.must("summary").said
    #expect(sum.contains("1 serious. "))
    #expect(sum.contains("Reviewed: 1 of 3: 1 adverse event. 2 not reviewed."))
    let csv = try program.must("summary", "--format", "csv").output
    #expect(csv.contains("clinical_flags,,,reviewed_serious,1\r\n"))
    #expect(csv.contains("effects,nausea,,reviewed_adverse_event,1\r\n"))
  }

  @Test func `a serious one says which report is due by when, and no other verdict does`() throws {
    let program = try closed()
    defer { program.discard() }
    let said = try program.must("review", "-s", "1", "2", "serious", "fainted", "--by", "LH").said
    #expect(said.contains("Due by "), "\(said)")
    #expect(said.contains(": report of what was reviewed as serious\n"))
    #expect(said.contains("vigil followups lists it until it is done."))
    let mild = try program.must("review", "-s", "1", "2", "expected", "no", "--by", "LH").said
    #expect(!mild.contains("Due by ") && !mild.contains("names no report"))
  }

  @Test func `each wrong use is told what to type instead, and nothing is stored`() throws {
    let program = try closed()
    defer { program.discard() }
    let choose = "Choose: expected, artefact, adverse-event, serious."
    try program.refuses([
      WrongUse(
        "vigil review --by LH",
        exits: 64,
        says:
          "What is reviewed? Nothing was stored.\nName flags by number, a side effect by name or "
          + "by its onset, or all, as: vigil review -s S-2026-0012 3,5-7 expected --by LH 'known peak'"
      ),
      WrongUse(
        "vigil review -s 1 1 --by LH",
        exits: 64,
        says: "What do you make of it? Nothing was stored.\n\(choose)"
      ),
      WrongUse(
        "vigil review -s 1 1 artifact x --by LH",
        exits: 64,
        says: "“artifact” is no verdict. Nothing was stored.\nDo you mean artefact? \(choose)"
      ),
      WrongUse(
        "vigil review -s 1 1 adverse event x --by LH",
        exits: 64,
        says: "“adverse event” is no verdict. Nothing was stored.\n"
          + "Do you mean adverse-event? \(choose)"
      ),
      WrongUse(
        "vigil review -s 1 1 looks fine to me expected --by LH",
        exits: 64,
        says: "“looks” is no verdict. Nothing was stored.\n\(choose)"
      ),
      WrongUse(
        "vigil review -s 1 1 expected --by LH",
        exits: 64,
        says: "A review says in words what was found. Nothing was stored.\n"
          + "As: vigil review -s S-2026-0012 3 expected --by LH 'known peak, settled by itself'"
      ),
      WrongUse(
        "env -u VIGIL_BY vigil review -s 1 1 expected x",
        exits: 64,
        says: "Who reviews? A review is nobody's by default. Nothing was stored.\n"
          + "Add --by LH, or set VIGIL_BY."
      ),
      WrongUse(
        "vigil review -s 1 3-1 expected x --by LH",
        exits: 64,
        says:
          "“3-1” names no flags and no side effect. Nothing was stored.\nName flags by number, a "
          + "side effect by name or by its onset, or all, as: "
          + "vigil review -s S-2026-0012 3,5-7 expected --by LH 'known peak'"
      ),
      WrongUse(
        "vigil review -s 1 nausae expected x --by LH",
        exits: 66,
        says: "No side effect nausae was entered in {session}. Nothing was stored.\n"
          + "Do you mean nausea? Entered: chest pain, nausea, vomiting."
      ),
      WrongUse(
        "vigil review -s 1 '#2' expected x --by LH",
        exits: 66,
        says: "No side effect of {session} began at #2. Nothing was stored.\n"
          + "Known: chest pain #3, vomiting #5, nausea #8."
      ),
    ])
  }
}

extension VigilProgram {
  /// Seven days that end with tomorrow, so that no midnight comes between.
  static func week() -> (first: String, last: String) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    let last = calendar.startOfDay(for: Date()).addingTimeInterval(24 * 3600)
    return (last.addingTimeInterval(-6 * 24 * 3600).formatted(format), last.formatted(format))
  }
}
