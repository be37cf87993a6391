import SessionRecord
import Testing

@testable import Monitoring

/// What a session hands on to the course.
@Suite("What a course counts of a session")
struct CourseTallyTests {
  private let formulary = Formulary(
    medicines: ["ketamine", "ondansetron"],
    ownDrug: "ketamine",
    ownRoute: .intravenous,
    mostMilligramsPerKilogram: nil,
    sameClass: ["esketamine"]
  )

  private func given(_ script: SessionScript) throws -> [SessionTally.GivenTotal] {
    let rules = MonitoringProtocol.of()
    return script.assessed(under: rules, asOf: minute(300)).tally(under: formulary).given
  }

  private func dose(
    _ thousandths: Int,
    _ unit: DoseUnit,
    drug: String = "ketamine",
    route: Route = .intravenous
  ) throws -> Content {
    .dose(try Dose(drug: drug, amount: Amount(thousandths: thousandths, unit), route: route))
  }

  @Test func `by drug and route, each of the class marked, mg/kg to the exact thousandth`() throws {
    var script = try SessionScript()
    try script.add(
      .vitals(
        try Vitals([.weight: .measured(try Quantity(.weight, thousandths: 70_333), verified: true)])
      ),
      at: minute(1)
    )
    try script.add(try dose(500, .milligramPerKilogram), at: minute(10))
    try script.add(try dose(10_000, .milligram), at: minute(40))
    try script.add(
      try dose(28_000, .milligram, drug: "esketamine", route: .intranasal),
      at: minute(50)
    )
    try script.add(try dose(4_000, .milligram, drug: "ondansetron"), at: minute(60))
    let found = try given(script)
    #expect(
      found.map(\.words) == [
        "ketamine intravenous", "esketamine intranasal", "ondansetron intravenous",
      ]
    )
    #expect(found.map(\.isOfClass) == [true, true, false])
    // 35,166.5 and 10,000 thousandths of a milligram; 0.5 and 0.14218 mg/kg.
    #expect(found[0].milligramThousandths == 45_166)
    #expect(found[0].perKilogramThousandths == 642)
    #expect(found[0].firstBegan == minute(10))
    #expect(found[0].lastBegan == minute(40))
    #expect(found.allSatisfy { !$0.isIncomplete })
  }

  @Test func `without a weight mg/kg is known only where it was entered so`() throws {
    var script = try SessionScript()
    try script.add(try dose(500, .milligramPerKilogram), at: minute(10))
    #expect(try given(script).map(\.perKilogramThousandths) == [500])
    #expect(try given(script).map(\.isIncomplete) == [false])
    try script.add(try dose(10_000, .milligram), at: minute(20))
    #expect(try given(script).map(\.milligramThousandths) == [10_000])
    #expect(try given(script).map(\.isIncomplete) == [true])
  }

  @Test func `a dose that was struck out is not given, and one whose stop is open is incomplete`()
    throws
  {
    var script = try SessionScript()
    let first = try script.add(try dose(30_000, .milligram), at: minute(10))
    try script.void(first, at: minute(11))
    #expect(try given(script).isEmpty)
    let amount = try Amount(thousandths: 40_000, .milligram)
    try script.add(
      .dose(try Dose(drug: "ketamine", amount: amount, route: .intravenous, overMinutes: 40)),
      at: minute(20)
    )
    #expect(try given(script).map(\.milligramThousandths) == [nil])
    #expect(try given(script).map(\.isIncomplete) == [true])
  }

  @Test func `only the newest review of a thing calls it serious`() throws {
    var script = try SessionScript()
    func review(_ verdict: ReviewVerdict, _ onset: Int) throws -> Content {
      .review(try Review(.effects([EntryNumber(onset)]), verdict: verdict, text: "x"))
    }
    let rules = MonitoringProtocol.of()
    func serious() -> [Int] {
      script.assessed(under: rules, asOf: minute(300)).tally(under: formulary).serious
        .map(\.entry.value)
    }
    try script.add(try review(.serious, 7), at: minute(10))
    #expect(serious() == [2])
    try script.add(try review(.serious, 8), at: minute(11))
    let taken = try script.add(try review(.expected, 7), at: minute(12))
    #expect(serious() == [3])
    try script.void(taken, at: minute(13))
    #expect(serious() == [2, 3])
  }
}
