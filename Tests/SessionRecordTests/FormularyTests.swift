import SessionRecord
import Testing

@Suite struct FormularyTests {
  /// At most 0.5 mg/kg.
  private let formulary = Formulary(
    medicines: ["ketamine", "ondansetron"],
    ownDrug: "ketamine",
    ownRoute: .intravenous,
    mostMilligramsPerKilogram: 500,
    sameClass: ["ketamine", "esketamine"]
  )

  private func doubts(
    of drug: String = "ketamine",
    _ thousandths: Int,
    _ unit: DoseUnit = .milligram,
    _ route: Route = .intravenous,
    weight: Int? = 72_300
  ) throws -> Set<DoseDoubt> {
    formulary.doubts(
      about: try Dose(
        drug: drug,
        amount: Amount(thousandths: thousandths, unit),
        route: route
      ),
      weight: weight
    )
  }

  @Test func `doubts the first thousandth over the most, exactly`() throws {
    // 72.3 kg × 0.5 mg/kg = 36.15 mg.
    #expect(try doubts(36_150) == [])
    #expect(try doubts(36_151) == [.amount])
    #expect(try doubts(36_150_000, .microgram) == [])
    #expect(try doubts(36_150_001, .microgram) == [.amount])
    #expect(try doubts(36, .gram) == [])
    #expect(try doubts(37, .gram) == [.amount])
    #expect(try doubts(500, .milligramPerKilogram) == [])
    #expect(try doubts(501, .milligramPerKilogram) == [.amount])
    #expect(try doubts(500_000, .microgramPerKilogram) == [])
    #expect(try doubts(500_001, .microgramPerKilogram) == [.amount])
    // 72.333 kg × 0.5 mg/kg = 36.1665 mg: 36.166 is under and 36.167 over.
    #expect(try doubts(36_166, weight: 72_333) == [])
    #expect(try doubts(36_167, weight: 72_333) == [.amount])
  }

  @Test func `doubts no amount that cannot be compared`() throws {
    #expect(try doubts(1_000_000, weight: nil) == [])
    #expect(try doubts(1_000_000, .millilitre) == [])
    #expect(try doubts(501, .milligramPerKilogram, weight: nil) == [.amount])
    let unlimited = Formulary(
      medicines: ["ketamine"],
      ownDrug: "ketamine",
      ownRoute: .intravenous,
      mostMilligramsPerKilogram: nil,
      sameClass: []
    )
    let dose = try Dose(
      drug: "ketamine",
      amount: Amount(thousandths: 1_000_000, .milligram),
      route: .intravenous
    )
    #expect(unlimited.doubts(about: dose, weight: 72_000) == [])
  }

  @Test func `doubts the own drug by another route`() throws {
    for route in Route.allCases {
      #expect(
        try doubts(36_000, .milligram, route) == (route == .intravenous ? [] : [.route])
      )
    }
    #expect(try doubts(56_000, .milligram, .intranasal) == [.route, .amount])
  }

  @Test func `doubts what is not listed, and the rest of the class even where it is`() throws {
    #expect(try doubts(of: "ondansetron", 4_000_000, .milligram, .oral) == [])
    #expect(try doubts(of: "ondansatron", 4_000) == [.drug])
    #expect(try doubts(of: "esketamine", 56_000, .milligram, .intranasal) == [.drug])
    let both = Formulary(
      medicines: ["ketamine", "esketamine"],
      ownDrug: "ketamine",
      ownRoute: .intravenous,
      mostMilligramsPerKilogram: nil,
      sameClass: ["ketamine", "esketamine"]
    )
    let dose = try Dose(
      drug: "esketamine",
      amount: Amount(thousandths: 56_000, .milligram),
      route: .intranasal
    )
    #expect(both.doubts(about: dose, weight: nil) == [.drug])
  }

  @Test func `marks and unmarks a dose`() throws {
    let dose = try Dose(
      drug: "ketamine",
      amount: Amount(thousandths: 360_000, .milligram),
      route: .intravenous,
      overMinutes: 40,
      remark: "left arm"
    )
    let doubted = Content.dose(dose.doubted([.amount]))
    #expect(doubted.isDoubted)
    #expect(doubted.withoutDoubts == .dose(dose))
  }

  @Test func `takes amounts and times within their bounds`() throws {
    for thousandths in [0, -1, 1_000_000_001] {
      #expect(throws: ValueRefusal.amountOutside) {
        try Amount(thousandths: thousandths, .milligram)
      }
    }
    let amount = try Amount(thousandths: 1, .milligram)
    #expect(try Amount(thousandths: 1_000_000_000, .milligram).thousandths == 1_000_000_000)
    for minutes in [0, 1_441] {
      #expect(throws: ValueRefusal.durationOutside(minutes)) {
        try Dose(drug: "ketamine", amount: amount, route: .oral, overMinutes: minutes)
      }
    }
    for minutes in [1, 1_440] {
      #expect(
        try Dose(drug: "ketamine", amount: amount, route: .oral, overMinutes: minutes)
          .overMinutes == minutes
      )
    }
  }

  @Test func `reckons milligrams where a unit allows it`() throws {
    func milligrams(_ thousandths: Int, _ unit: DoseUnit, _ weight: Int?) throws -> Int? {
      try Amount(thousandths: thousandths, unit).milligramThousandths(weight: weight)
    }
    #expect(try milligrams(36_000, .milligram, nil) == 36_000)
    #expect(try milligrams(500_000, .microgram, nil) == 500)
    #expect(try milligrams(1_500, .gram, nil) == 1_500_000)
    #expect(try milligrams(500, .milligramPerKilogram, 72_000) == 36_000)
    #expect(try milligrams(500_000, .microgramPerKilogram, 72_000) == 36_000)
    #expect(try milligrams(500, .milligramPerKilogram, nil) == nil)
    #expect(try milligrams(5_000, .millilitre, 72_000) == nil)
  }

  @Test func `knows units and routes by their words`() {
    for unit in DoseUnit.allCases { #expect(DoseUnit(text: unit.text) == unit) }
    for route in Route.allCases { #expect(Route(word: route.word) == route) }
    #expect(DoseUnit(text: "ug") == nil)
    #expect(Route(word: "iv") == nil)
  }
}
