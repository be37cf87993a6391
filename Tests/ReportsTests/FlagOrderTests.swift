import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// The patient comes before the record, and what is not verified says what it is.
struct FlagOrderTests {
  @Test func `flags about the patient stand before process flags as high`() throws {
    var session = try AssessedSession()
    try session.add("13:10", try vitals([.heartRate: 172, .spo2: 92], doubtful: [.heartRate]))
    let answer = try session.answer(asOf: "13:10").spaced
    let lines = answer.split(separator: "\n").filter { $0.contains(" raised, ") }
    let process = lines.map { $0.contains("(process)") }
    let low = lines.filter { $0.contains("low priority") }.map { $0.contains("(process)") }
    #expect(low == [false, true])
    #expect(process.last == true)
  }

  @Test func `a worse process flag still stands before a milder one about the patient`() throws {
    let session = try ScoredSession()
    let file = try session.file()
    let nothing = Assessment(
      chart: file.assessment.chart,
      asOf: file.assessment.asOf,
      timeZero: file.assessment.timeZero,
      baseline: [:],
      extremes: [:],
      flags: []
    )
    let answer = AnswerText(
      file,
      new: [],
      changes: FlagChanges(before: nothing, after: file.assessment),
      style: Style(width: 300)
    ).text.spaced
    let lines = answer.split(separator: "\n").filter { $0.contains(" raised") }
    let ranks = lines.compactMap { line -> Int? in
      let place = ["high", "medium", "low", "info"].firstIndex { line.contains("\($0) priority") }
      return place.map { $0 * 2 + (line.contains("(process)") ? 1 : 0) }
    }
    #expect(ranks.count == file.assessment.flags.count)
    #expect(ranks == ranks.sorted())
    #expect(Set(ranks).isSuperset(of: [0, 1, 2, 3, 4]))
  }

  @Test func `a dose that is not verified says the dose`() throws {
    var session = try AssessedSession()
    let dose = try Dose(
      drug: "ketorolac",
      amount: try Amount(thousandths: 30_000, .milligram),
      route: .intravenous,
      unverified: [.drug]
    )
    try session.add("13:10", .dose(dose))
    let file = try session.file(asOf: "13:11")
    let style = Style(width: 200)
    let flags = file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
    for text in [
      try session.answer(asOf: "13:11"), TimelineText(file, style: style).text,
      StatusText([file], now: file.assessment.asOf, style: style).text,
      FlagListText(flags, of: [file], style: style).text,
    ] {
      #expect(text.spaced.contains("unverified dose: ketorolac 30 mg intravenous"))
    }
    // The flag alone does not hold it.
    #expect(FlagListText(flags, style: style).text.contains("unverified dose: entry #2"))
  }

  @Test func `a summary has words for a rule whose flags have several titles`() {
    func words(_ flags: (String, Measure)...) -> String? {
      RuleWords.inCommon(flags.map { (title: $0.0, measure: $0.1) })
    }
    let pain = Measure.effect(EffectName("chest pain"))
    let nausea = Measure.effect(EffectName("nausea"))
    #expect(
      words(("unverified value", .unverified), ("unverified dose", .unverified))
        == "value or dose not verified"
    )
    #expect(
      words(("crisis word: chest pain", pain), ("blood pressure unrecordable", .sign(.systolic)))
        == "crisis word, or blood pressure unrecordable"
    )
    #expect(
      words(("crisis word: chest pain", pain), ("crisis word: nausea", nausea)) == "crisis word"
    )
    #expect(words(("chest pain severe", pain), ("nausea severe", nausea)) == "effect severe")
    #expect(words(("chest pain severe", pain), ("nausea mild", nausea)) == nil)
    #expect(words(("one", .session), ("two", .session)) == nil)
  }
}
