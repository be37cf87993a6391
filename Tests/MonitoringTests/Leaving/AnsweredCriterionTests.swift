import Monitoring
import SessionRecord
import Testing

/// What a person answers by name.
@Suite struct AnsweredCriterionTests {
  /// Closed at minute 70 by a decision with these words.
  private func ended(
    _ requirement: LeavingRequirement,
    escort: String? = nil,
    instructions: String? = nil
  ) throws -> CriterionStanding.State? {
    var session = try SessionScript()
    try session.end(escort: escort, instructions: instructions, at: minute(70))
    return try session.state(requirement, asOf: minute(80))
  }

  private func state(
    _ requirement: LeavingRequirement,
    _ entries: [(Int, Content)],
    asOf: Instant = minute(80)
  ) throws -> CriterionStanding.State? {
    var session = try SessionScript()
    for (place, content) in entries { try session.add(content, at: minute(place)) }
    return try session.state(requirement, asOf: asOf)
  }

  @Test(arguments: [LeavingRequirement.answered, .escort, .instructions])
  func `nobody has answered is not a no`(requirement: LeavingRequirement) throws {
    #expect(try state(requirement, []) == .notAnswered)
    #expect(try state(requirement, [(70, .answer("other", true, "x"))]) == .notAnswered)
    #expect(try ended(requirement) == .notAnswered)
  }

  @Test func `the newest answer stands, since the first yes after the last no`() throws {
    #expect(try state(.answered, [(60, .answer("c1", true))]) == .met(since: minute(60)))
    let changed = try [(60, Content.answer("c1", true)), (65, .answer("c1", false))]
    #expect(try state(.answered, changed) == .missing("answered no by KO"))
    let again = try changed + [(70, .answer("c1", true)), (75, .answer("c1", true))]
    #expect(try state(.answered, again) == .met(since: minute(70)))
  }

  @Test func `newest is by observed time, not by typing`() throws {
    #expect(
      try state(.answered, [(70, .answer("c1", true)), (60, .answer("c1", false))])
        == .met(since: minute(70))
    )
  }

  @Test func `an amended answer stands as it is now, a void one does not`() throws {
    var session = try SessionScript()
    let answer = try session.add(.answer("c1", true), at: minute(60))
    try session.amend(answer, to: .answer("c1", false), at: minute(61))
    #expect(try session.state(.answered, asOf: minute(62)) == .missing("answered no by KO"))
    try session.void(answer, at: minute(63))
    #expect(try session.state(.answered, asOf: minute(64)) == .notAnswered)
  }

  @Test func `the escort is named, in an answer or with the decision`() throws {
    #expect(
      try state(.escort, [(70, .answer("c1", true, "husband"))]) == .met(since: minute(70))
    )
    #expect(try ended(.escort, escort: "husband") == .met(since: minute(70)))
    #expect(
      try state(.escort, [(70, .answer("c1", true))])
        == .missing("who takes the patient home is not said")
    )
    #expect(try ended(.escort, instructions: "no driving") == .notAnswered)
    #expect(
      try state(.escort, [(70, .answer("c1", true, "husband")), (72, .answer("c1", false))])
        == .missing("answered no by KO")
    )
  }

  @Test func `the instructions are said, in an answer or with the decision`() throws {
    #expect(
      try state(.instructions, [(70, .answer("c1", true, "no driving"))])
        == .met(since: minute(70))
    )
    #expect(try ended(.instructions, instructions: "no driving") == .met(since: minute(70)))
    #expect(
      try state(.instructions, [(70, .answer("c1", true))])
        == .missing("what the patient was told is not said")
    )
    #expect(try ended(.instructions, escort: "husband") == .notAnswered)
  }

  @Test func `a decision answers no question that a person has to answer by name`() throws {
    #expect(
      try ended(.answered, escort: "husband", instructions: "no driving") == .notAnswered
    )
  }

  @Test func `a decision says nothing any more once its closing is withdrawn`() throws {
    for requirement in [LeavingRequirement.escort, .instructions] {
      var session = try SessionScript()
      let closing = try session.end(escort: "husband", instructions: "told", at: minute(70))
      #expect(try session.state(requirement, asOf: minute(75)) == .met(since: minute(70)))
      try session.void(closing, at: minute(76))
      #expect(try session.state(requirement, asOf: minute(80)) == .notAnswered)
      // Ended again, in other words: these are of the new decision.
      try session.end(escort: "sister", at: minute(82))
      #expect(
        try session.state(requirement, asOf: minute(90))
          == (requirement == .escort ? .met(since: minute(82)) : .notAnswered)
      )
    }
  }

  @Test func `a decision without its closing says nothing`() throws {
    var session = try SessionScript()
    try session.add(.decided(escort: "husband"), at: minute(70))
    try session.add(.closed, at: minute(71))
    #expect(try session.state(.escort, asOf: minute(80)) == .notAnswered)
  }

  // MARK: - Before and after a dose

  @Test func `an answer from before the dose, or at it, says nothing after it`() throws {
    for place in [5, 10] {
      var session = try SessionScript()
      try session.add(.answer("c1", true), at: minute(place))
      #expect(
        try session.state(.answered, asOf: minute(10)) == .met(since: minute(place))
      )
      try session.add(.dose("ketamine"), at: minute(10), recorded: minute(11))
      #expect(try session.state(.answered, asOf: minute(80)) == .notAnswered)
      try session.add(.answer("c1", true), at: minute(70))
      #expect(try session.state(.answered, asOf: minute(80)) == .met(since: minute(70)))
    }
  }

  @Test func `a no from before the dose is no answer either`() throws {
    let entries = try [(5, Content.answer("c1", false)), (10, .dose("ketamine"))]
    #expect(try state(.answered, entries) == .notAnswered)
  }

  @Test func `an answer is of the last dose of the own drug`() throws {
    let boosters = try [
      Content.dose("ketamine"), .dose("ketamine", over: 10), .infusion(.start),
    ]
    for booster in boosters {
      var session = try SessionScript()
      try session.add(.dose("ketamine"), at: minute(10))
      try session.add(.answer("c1", true), at: minute(60))
      let given = try session.add(booster, at: minute(65))
      #expect(try session.state(.answered, asOf: minute(64)) == .met(since: minute(60)))
      #expect(try session.state(.answered, asOf: minute(80)) == .notAnswered)
      var again = session
      try again.add(.answer("c1", true), at: minute(68))
      #expect(try again.state(.answered, asOf: minute(80)) == .met(since: minute(68)))
      // One at the same minute is not from before it.
      let atOnce = try [
        (10, Content.dose("ketamine")), (65, booster), (65, .answer("c1", true)),
      ]
      #expect(try state(.answered, atOnce) == .met(since: minute(65)))
      try session.void(given, at: minute(70))
      #expect(try session.state(.answered, asOf: minute(80)) == .met(since: minute(60)))
    }
  }

  @Test func `another medicine leaves an answer as it was`() throws {
    let entries = try [
      (10, Content.dose("ketamine")), (60, .answer("c1", true)), (65, .dose("magnesium", over: 20)),
      (66, .infusion(.stop(given: .notSaid))),
    ]
    #expect(try state(.answered, entries) == .met(since: minute(60)))
  }

  @Test(arguments: [LeavingRequirement.escort, .instructions])
  func `who takes the patient home and what was told may be older`(
    requirement: LeavingRequirement
  ) throws {
    let entries = try [
      (5, Content.answer("c1", true, "as agreed")), (10, .dose("ketamine")),
      (60, .dose("ketamine")),
    ]
    #expect(try state(requirement, entries) == .met(since: minute(5)))
  }
}
