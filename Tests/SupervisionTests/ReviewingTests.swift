import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Reviewing` {
  /// Flags 1 bp.sys.crit, 2 bp.dia.crit (medium) and 3 bp.extreme.sys (high); nausea at #3, again at
  /// #5, headache at #6.
  private func surge() throws -> Ward {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("204/112")
    #expect(try ward.openFlags() == "1 bp.sys.crit, 2 bp.dia.crit, 3 bp.extreme.sys")
    try ward.at("14:02:00")
    try ward.type("nausea mild")
    try ward.type("nausea gone")
    try ward.at("14:04:00")
    try ward.type("nausea mod")
    try ward.type("headache mild")
    return ward
  }

  /// `1 expected, 3 artefact, nausea #3 serious`: what is reviewed.
  private func reviewed(_ ward: Ward) throws -> String {
    let assessment = try ward.file().assessment
    let flags = assessment.flags.compactMap { flag in
      flag.review.map { "\(flag.number) \($0.verdict.word)" }
    }
    let effects = assessment.chart.effectEpisodes.compactMap { effect in
      effect.review.map { "\(effect.name) #\(effect.onset) \($0.verdict.word)" }
    }
    return (flags + effects).joined(separator: ", ")
  }

  @Test(arguments: [
    ("2", "2 expected"), ("1,3", "1 expected, 3 expected"),
    ("1-3", "1 expected, 2 expected, 3 expected"),
    ("3,1-2", "1 expected, 2 expected, 3 expected"), ("1, 1-2", "1 expected, 2 expected"),
    ("headache", "headache #6 expected"), ("Headache", "headache #6 expected"),
    ("#3", "nausea #3 expected"), ("#3,#5", "nausea #3 expected, nausea #5 expected"),
    ("1,headache", "1 expected, headache #6 expected"),
    ("all", "1 expected, 2 expected, nausea #3 expected, nausea #5 expected, headache #6 expected"),
    ("ALL", "1 expected, 2 expected, nausea #3 expected, nausea #5 expected, headache #6 expected"),
  ])
  func `names`(subject: String, stands: String) throws {
    let ward = try surge()
    try ward.review(subject)
    #expect(try reviewed(ward) == stands)
  }

  @Test func `is stored as what it names, flags and side effects in one commit`() throws {
    let ward = try surge()
    let recorded = try ward.review("1,headache", .serious, followUp: "call", text: "odd")
    #expect(recorded.new.count == 2)
    let log = try ward.file().log.suffix(2)
    #expect(Set(log.map(\.commit)).count == 1)
    #expect(log.map(\.author.text) == ["LH", "LH"])
    let named = Acknowledgement.Named(
      number: FlagNumber(1),
      flag: FlagIdentity(rule: RuleID("bp.sys.crit"), entry: EntryNumber(2))
    )
    #expect(
      log.map(\.content) == [
        .review(try Review(.flags([named]), verdict: .serious, followUp: "call", text: "odd")),
        .review(
          try Review(.effects([EntryNumber(6)]), verdict: .serious, followUp: "call", text: "odd")
        ),
      ]
    )
  }

  @Test func `all names only what nobody reviewed, and an effect by name its unreviewed episode`()
    throws
  {
    let ward = try surge()
    try ward.review("1", .artefact)
    try ward.review("#3", .artefact)
    try ward.review("nausea", .serious)
    #expect(try reviewed(ward) == "1 artefact, nausea #3 artefact, nausea #5 serious")
    try ward.review("all")
    #expect(
      try reviewed(ward)
        == "1 artefact, 2 expected, nausea #3 artefact, nausea #5 serious, headache #6 expected"
    )
  }

  @Test func `of several on one flag the newest counts, and a withdrawal brings the former back`()
    throws
  {
    let ward = try surge()
    try ward.review("3", .serious)
    try ward.review("3", .expected)
    #expect(try reviewed(ward) == "3 expected")
    try ward.type("void #8 -- the other patient")
    #expect(try reviewed(ward) == "3 serious")
  }

  @Test func `leaves open what is open, closed what is closed, amended what is amended`() throws {
    let ward = try surge()
    try ward.review("1")
    #expect(try ward.file().session.state == .open)
    try ward.end()
    try ward.review("2")
    #expect(try ward.file().session.state == .closed)
    try ward.type("fix #2 205/112 -- misread")
    #expect(try ward.file().session.state == .amended)
    try ward.review("3")
    #expect(try ward.file().session.state == .amended)
  }

  @Test func `changes no number, no state and no priority of any flag`() throws {
    let ward = try surge()
    func facts() throws -> [String] {
      try ward.file().assessment.flags.map {
        "\($0.number) \($0.identity) \($0.state) \($0.priority) \($0.isOpen) \($0.acknowledgements)"
      }
    }
    let before = try facts()
    try ward.review("1-3", .artefact)
    try ward.review("all", .serious)
    #expect(try facts() == before)
  }

  @Test func `a correction that moves the onset keeps it reviewed, in the record too`() throws {
    let ward = try surge()
    try ward.end()
    try ward.review("1-3")
    try ward.review("all")
    #expect(try ward.supervision.unreviewed(since: nil, until: nil) == (0, 0))
    #expect(try ward.supervision.effects(EffectQuery(unreviewedOnly: true)).isEmpty)
    // The episode that began at #6 is withdrawn with its onset.
    try ward.type("void #6 -- another patient's")
    #expect(try ward.supervision.effects(EffectQuery()).map(\.effect.onset.value) == [3, 5])
    // A flag that is raised by a correction after the review awaits its own.
    try ward.type("fix #2 204/112 hr 165 -- left out")
    let waiting = try ward.supervision.flags(FlagQuery(unreviewedOnly: true))
    #expect(!waiting.isEmpty)
    #expect(waiting.allSatisfy { $0.flag.number.value > 3 })
  }

  @Test func `a struck-out session is out of what is left to review`() throws {
    let ward = try surge()
    #expect(try ward.supervision.unreviewed(since: nil, until: nil) == (3, 3))
    try ward.strikeOut()
    #expect(try ward.supervision.unreviewed(since: nil, until: nil) == (0, 0))
  }

  @Test func `takes the role of a reviewer once clinicians are listed`() throws {
    let ward = try surge()
    try ward.review("1", by: "anybody")
    func list(_ code: String, _ roles: [ClinicianRole]) throws {
      let clinician = try Clinician(code: ClinicianCode(code), roles: roles)
      _ = try ward.supervision.store.set(
        clinician: { _ in (clinician, true) },
        by: ClinicianCode("LH"),
        at: Stamp(ward.hands.now, in: Ward.berlin)
      )
    }
    try list("LH", [.administrator, .reviewer])
    try list("KO", [.observer])
    #expect(told { try ward.review("2", by: "anybody") }?.contains("anybody is not listed") == true)
    #expect(told { try ward.review("2", by: "KO") }?.contains("KO is listed as observer") == true)
    #expect(try reviewed(ward) == "1 expected")
    try ward.review("2", by: "LH")
    #expect(try reviewed(ward) == "1 expected, 2 expected")
  }
}

extension Ward {
  @discardableResult
  func review(
    _ subject: String,
    _ verdict: ReviewVerdict = .expected,
    followUp: String? = nil,
    text: String = "known peak",
    in session: Int = 1,
    by author: String = "LH"
  ) throws -> Recorded {
    try supervision.review(
      ReviewRequest(
        ReviewSubject(typed: subject),
        verdict: verdict,
        followUp: followUp,
        text: text
      ),
      in: SessionNumber(session),
      by: ClinicianCode(author)
    )
  }
}
