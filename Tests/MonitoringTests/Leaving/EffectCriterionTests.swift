import Monitoring
import SessionRecord
import Testing

/// An effect at most so strong, or absent for a time.
@Suite struct EffectCriterionTests {
  private func state(
    _ requirement: LeavingRequirement,
    _ entries: [(Int, Content)],
    asOf: Instant = minute(80)
  ) throws -> CriterionStanding.State? {
    var session = try SessionScript()
    for (place, content) in entries { try session.add(content, at: minute(place)) }
    return try session.state(requirement, asOf: asOf)
  }

  private let dissociation = LeavingRequirement.rated(.dissociation, atMost: 1)

  @Test func `a rating at the limit is met, one over it is not`() throws {
    #expect(try state(dissociation, [(70, .rated("dissociation", 1))]) == .met(since: minute(70)))
    #expect(
      try state(dissociation, [(70, .rated("dissociation", 2))])
        == .missing("dissociation 2/10 is over 1/10")
    )
  }

  @Test func `gone, absent and 0 of ten are none`() throws {
    for content in try [
      Content.effect("dissociation", course: .gone), .effect("dissociation", course: .absent),
      .rated("dissociation", 0),
    ] {
      #expect(
        try state(dissociation, [(60, .rated("dissociation", 4)), (70, content)])
          == .met(since: minute(70))
      )
    }
  }

  @Test func `a grade in words is met where its whole band lies at or under`() throws {
    let bands: [(Severity, Int)] = [(.mild, 3), (.moderate, 6), (.severe, 10)]
    for (severity, highest) in bands {
      let entry = (70, Content.effect("nausea", severity))
      #expect(
        try state(.rated(EffectName("nausea"), atMost: highest), [entry])
          == .met(since: minute(70))
      )
      #expect(
        try state(.rated(EffectName("nausea"), atMost: highest - 1), [entry])
          == .missing(
            "nausea \(severity.word) is up to \(highest)/10; at most \(highest - 1)/10 asked"
          )
      )
    }
  }

  @Test func `present without a grade is missing, also after a rating that was met`() throws {
    #expect(
      try state(
        dissociation,
        [(60, .rated("dissociation", 1)), (70, .effect("dissociation", course: .better))]
      ) == .missing("dissociation is there without a grade; at most 1/10 asked")
    )
  }

  @Test func `never looked for and looked for too long ago are missing`() throws {
    #expect(try state(dissociation, []) == .missing("dissociation was not looked for"))
    #expect(
      try state(dissociation, [(70, .effect("nausea", course: .absent))])
        == .missing("dissociation was not looked for")
    )
    let absent = (50, Content.effect("dissociation", course: .absent))
    #expect(try state(dissociation, [absent], asOf: minute(80)) == .met(since: minute(50)))
    #expect(
      try state(dissociation, [absent], asOf: minute(85))
        == .missing("dissociation was last looked for 35 min ago; at most 30 asked")
    )
  }

  @Test func `half a second without a recent look is a break`() throws {
    var session = try SessionScript()
    try session.add(.effect("dissociation", course: .absent), at: minute(20))
    try session.add(.effect("dissociation", course: .absent), at: minute(50, 0, 500))
    #expect(try session.state(dissociation, asOf: minute(60)) == .met(since: minute(50, 0, 500)))
  }

  @Test func `absent for thirty minutes counts from when it was last present`() throws {
    let vomiting = LeavingRequirement.absent(.vomiting, 30)
    let entries = [
      (40, Content.effect("vomiting")), (50, .effect("vomiting")),
      (55, .effect("vomiting", course: .gone)),
    ]
    #expect(
      try state(vomiting, entries, asOf: minute(62)) == .missing("vomiting 12 min ago; 30 asked")
    )
    #expect(
      try state(vomiting, entries, asOf: minute(79, 59, 999))
        == .missing("vomiting 29 min ago; 30 asked")
    )
    #expect(try state(vomiting, entries, asOf: minute(80)) == .met(since: minute(80)))
    let again = entries + [(84, .effect("vomiting", course: .absent))]
    #expect(try state(vomiting, again, asOf: minute(95)) == .met(since: minute(80)))
  }

  @Test func `absent and looked for are both asked`() throws {
    let vomiting = LeavingRequirement.absent(.vomiting, 30, within: 20)
    #expect(try state(vomiting, []) == .missing("vomiting was not looked for"))
    let absent = (70, Content.effect("vomiting", course: .absent))
    #expect(try state(vomiting, [absent], asOf: minute(90)) == .met(since: minute(70)))
    #expect(
      try state(vomiting, [absent], asOf: minute(95))
        == .missing("vomiting was last looked for 25 min ago; at most 20 asked")
    )
    let seen = (50, Content.effect("vomiting"))
    #expect(
      try state(.absent(.vomiting, 10, within: 45), [seen], asOf: minute(85))
        == .missing("vomiting 35 min ago, and not looked for since")
    )
  }
}
