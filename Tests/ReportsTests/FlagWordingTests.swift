import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// A flag says each thing once.
struct FlagWordingTests {
  /// The raised lines of a session under the protocol that comes with Vigil, before any set is overdue.
  private func raised(_ contents: Content...) throws -> [String] {
    var session = try AssessedSession.builtIn()
    for (place, content) in contents.enumerated() { try session.add("13:1\(place)", content) }
    return AnswerText(
      try session.file(asOf: "13:14"),
      new: [],
      changes: try session.changes(asOf: "13:14"),
      style: Style(width: 300)
    ).text.split(separator: "\n").filter { $0.contains(" raised, ") }
      .map { $0.split(separator: ",", maxSplits: 1).dropFirst().joined() }
  }

  private func effect(
    _ name: String,
    _ severity: Severity? = nil,
    distressing: Bool = false
  ) -> Content {
    .effect(
      SideEffect(
        EffectName(name),
        grade: severity.map { .words($0) },
        distressing: distressing
      )
    )
  }

  @Test func `an effect by its name and its severity once`() throws {
    #expect(
      try raised(effect("nausea", .severe)) == [" medium priority: nausea severe"]
    )
    #expect(
      try raised(effect("headache", .severe)) == [
        " high priority: crisis word: severe headache", " medium priority: headache severe",
      ]
    )
    #expect(
      try raised(.effect(SideEffect(.headache, grade: try Grade(rating: 8)))) == [
        " high priority: crisis word: severe headache (8/10)",
        " medium priority: headache severe (8/10)",
      ]
    )
    #expect(
      try raised(effect("distress", .moderate, distressing: true)) == [
        " medium priority: distressing distress, moderate"
      ]
    )
    #expect(
      try raised(effect("dissociation", distressing: true)) == [
        " medium priority: distressing dissociation"
      ]
    )
  }

  @Test(arguments: ["seizure", "chest pain", "apnoea", "syncope"])
  func `a crisis word that nobody graded by its name`(name: String) throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:10", effect(name))
    let file = try session.file(asOf: "13:14")
    let found = file.assessment.flags.filter { !$0.isProcess }
    #expect(found.map(\.title) == ["crisis word: \(name)", "\(name) severe"])
    let said = "priority: \(name), not graded (counts as severe)"
    #expect(try session.answer(asOf: "13:14").spaced.contains("medium \(said)"))
    #expect(TimelineText(file, style: Style(width: 200)).text.spaced.contains("medium \(said)"))
    let status = StatusText([file], now: file.assessment.asOf, style: Style(width: 200)).text.spaced
    #expect(
      status.contains("confirmed at once: \(name), not graded (counts as severe), raised 13:10")
    )
    let list = FlagListText(
      found.map { SessionFlag(session: file.session, flag: $0, offsetMinutes: 60) },
      style: Style(width: 200)
    ).text.spaced
    #expect(list.contains("  \(name), not graded (counts as severe)"))
    for text in [status, list] { #expect(!text.contains(":,")) }
  }

  @Test(arguments: ["seizure", "chest pain"])
  func `a crisis word by its grade once there is one`(name: String) throws {
    #expect(
      try raised(effect(name, .severe)) == [
        " high priority: crisis word: \(name), severe", " medium priority: \(name) severe",
      ]
    )
  }

  @Test(arguments: ["blurred vision", "diplopia", "nystagmus", "paraesthesia"])
  func `an expected effect as info`(name: String) throws {
    #expect(
      try raised(effect(name, .mild)) == [" info priority: \(name) mild or worse: mild"]
    )
    #expect(
      try raised(effect(name, .severe)) == [
        " medium priority: \(name) severe", " info priority: \(name) mild or worse: severe",
      ]
    )
    #expect(try raised(effect(name)) == [])
  }

  @Test func `an expected effect as info in the report, apart from what is worse`() throws {
    var session = try AssessedSession.builtIn()
    try session.add("13:10", effect("blurred vision", .mild))
    try session.add("13:30", .effect(SideEffect(EffectName("blurred vision"), course: .gone)))
    let text = SessionReportText(try session.file(), style: Style(width: 200)).text
    #expect(text.contains("1 clinical (1 info)"))
    #expect(
      text.contains("blurred vision mild or worse  info priority, cleared 13:30\n")
    )
    #expect(text.contains("peak blurred vision mild (#2), rule sx.neuro"))
  }

  @Test func `a pressure that cannot be read, a scale with its plus, a doubt with its sign`() throws
  {
    let unreadable = try raised(
      try vitals([:], others: [.systolic: .unrecordable, .diastolic: .unrecordable])
    )
    #expect(unreadable == [" high priority: blood pressure unrecordable"])
    #expect(
      try raised(try vitals([.rass: 3])) == [
        " medium priority: RASS at or over +3: +3", " low priority: RASS at or over +2: +3",
      ]
    )
    let doubted = try raised(try vitals([.systolic: 230, .diastolic: 90], doubtful: [.systolic]))
    #expect(doubted.contains(" low priority (process): unverified value: systolic 230 mmHg"))
  }
}
