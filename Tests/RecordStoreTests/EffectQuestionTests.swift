import GRDB
import RecordStore
import SessionRecord
import Testing

@Suite("Side effects across sessions")
struct EffectQuestionTests {
  private func effect(
    _ name: String,
    _ severity: Severity? = nil,
    _ course: EffectCourse? = nil
  ) -> Content {
    .effect(SideEffect(EffectName(name), grade: severity.map(Grade.words), course: course))
  }

  private func derived(
    _ record: TemporaryRecord,
    _ session: SessionNumber
  ) throws
    -> [EffectEpisode]
  {
    Chart(try record.store.entries(of: session)).effectEpisodes
  }

  @Test func `follow the log through worsening, end, amendment and void`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let steps: [Content] = [
      effect("nausea", .mild), effect("headache"), effect("nausea", .severe), .note("x"),
      effect("nausea", nil, .gone), effect("nausea", .moderate),
      .amendment(
        Amendment(
          of: EntryNumber(4),
          content: effect("nausea", .moderate),
          observed: nil,
          reason: "slip"
        )
      ),
      .void(Voiding(of: EntryNumber(6), reason: .undone)),
      .void(Voiding(of: EntryNumber(2), reason: .undone)),
    ]
    for (place, step) in steps.enumerated() {
      try record.append([step], to: session, minutes: place + 1)
      let found = try record.store.effects(EffectQuery()).map(\.effect)
      let expected = try derived(record, session).sorted {
        ($0.began.instant, $0.onset) < ($1.began.instant, $1.onset)
      }
      #expect(found == expected, "after step \(place + 1)")
    }
    #expect(try record.store.effects(EffectQuery()).count == 2)
  }

  @Test func `are stored again when a review names them, is withdrawn, or loses what it names`()
    throws
  {
    let record = try TemporaryRecord()
    let session = try record.openSession(with: [effect("nausea", .mild), effect("headache")])
    func review(_ onset: Int, _ verdict: ReviewVerdict) throws -> Content {
      .review(try Review(.effects([EntryNumber(onset)]), verdict: verdict, text: "usual"))
    }
    func corrected(_ content: Content) -> Content {
      .amendment(Amendment(of: EntryNumber(2), content: content, observed: nil, reason: "slip"))
    }
    let steps: [(Content, unreviewed: [String])] = [
      (try review(2, .expected), ["headache"]), (try review(3, .serious), []),
      (.note("x"), []), (.void(Voiding(of: EntryNumber(5), reason: .undone)), ["headache"]),
      (corrected(effect("dizziness")), ["dizziness", "headache"]),
      // Worse than what was reviewed, which was mild.
      (corrected(effect("nausea", .severe)), ["nausea", "headache"]),
      (.closed, ["nausea", "headache"]), (try review(3, .artefact), ["nausea"]),
    ]
    for (place, step) in steps.enumerated() {
      try record.append([step.0], to: session, minutes: place + 1)
      let all = try record.store.effects(EffectQuery()).map(\.effect)
      #expect(all == (try derived(record, session)), "after step \(place + 1)")
      #expect(
        try record.store.effects(EffectQuery(unreviewedOnly: true)).map(\.effect.name.text)
          == step.unreviewed,
        "after step \(place + 1)"
      )
    }
    #expect(try record.store.session(session)?.state == .closed)
    try record.append(
      [.void(Voiding(of: EntryNumber(11), reason: .because("slip")))],
      to: session,
      minutes: 20
    )
    #expect(try record.store.session(session)?.state == .amended)
    #expect(
      try record.store.effects(EffectQuery(unreviewedOnly: true)).map(\.effect.name.text)
        == ["nausea", "headache"]
    )
    try record.append(
      [.void(Voiding(of: EntryNumber(1), reason: .because("wrong patient")))],
      to: session,
      minutes: 21
    )
    #expect(try record.store.effects(EffectQuery(unreviewedOnly: true)).isEmpty)
  }

  @Test func `leave out what goes on around a remote patient`() throws {
    let record = try TemporaryRecord()
    let lost = Content.effect(SideEffect(EffectName("line lost")))
    let away = Content.effect(SideEffect(EffectName("chaperone away")))
    let session = try record.openSession(with: [effect("nausea", .mild), lost, away])
    #expect(try record.store.effects(EffectQuery()).map(\.effect.name.text) == ["nausea"])
    #expect(try record.store.effects(EffectQuery(patient: record.patient.code)).count == 1)
    for name in EffectName.circumstances {
      #expect(try record.store.effects(EffectQuery(kind: name)).isEmpty)
    }
    #expect(try derived(record, session).count == 3)
  }

  @Test func `are narrowed by time, kind, severity and patient`() throws {
    let record = try TemporaryRecord()
    let other = try record.store.add(
      patient: try PatientCode("P-015"),
      identity: try Identity(),
      at: TemporaryRecord.opened
    )
    try record.openSession(
      minutes: 0,
      with: [effect("nausea", .mild), effect("headache", .severe), effect("pain"), .closed]
    )
    try record.openSession(minutes: 30, patient: other, with: [effect("nausea", .moderate)])
    let struckOut = try record.openSession(minutes: 40, with: [effect("nausea", .severe)])
    try record.append(
      [.void(Voiding(of: EntryNumber(1), reason: .because("wrong patient")))],
      to: struckOut,
      minutes: 41
    )
    func names(_ query: EffectQuery) throws -> [String] {
      try record.store.effects(query).map { "\($0.session.number) \($0.effect.name)" }
    }
    let half = TemporaryRecord.opened + .minutes(30)
    let before = half - TimeSpan(milliseconds: 1)
    #expect(try names(EffectQuery()) == ["1 nausea", "1 headache", "1 pain", "2 nausea"])
    #expect(try names(EffectQuery(since: half)) == ["2 nausea"])
    #expect(try names(EffectQuery(until: half)).count == 4)
    #expect(try names(EffectQuery(until: before)).count == 3)
    #expect(try names(EffectQuery(kind: EffectName("nausea"))) == ["1 nausea", "2 nausea"])
    #expect(try names(EffectQuery(severity: .moderate)) == ["1 headache", "2 nausea"])
    #expect(try names(EffectQuery(patient: other.code)) == ["2 nausea"])
    #expect(try names(EffectQuery(kind: EffectName("nausea"), severity: .severe)).isEmpty)
  }
}
