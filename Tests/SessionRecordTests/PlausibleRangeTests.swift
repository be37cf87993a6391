import SessionRecord
import Testing

/// The table of the grammar, in units, written down a second time.
private let table: [(sign: VitalSign, possible: [Double], expected: [Double])] = [
  (.systolic, [30, 300], [70, 220]), (.diastolic, [10, 200], [40, 130]),
  (.meanArterial, [20, 250], [50, 160]), (.heartRate, [0, 280], [40, 160]),
  (.spo2, [0, 100], [85, 100]), (.respiratoryRate, [0, 80], [6, 35]),
  (.temperature, [25, 45], [34, 40]), (.endTidalCO2, [0, 150], [15, 70]),
  (.oxygenFlow, [0, 80], [0, 15]), (.weight, [2, 400], [35, 200]),
  (.moaas, [0, 5], [0, 5]), (.rass, [-5, 4], [-5, 4]),
]

@Suite struct PlausibleRangeTests {
  @Test func `covers every sign`() {
    #expect(Set(table.map(\.sign)).union([.consciousness]) == Set(VitalSign.allCases))
  }

  @Test func `makes both ends of what is possible and refuses the next thousandth`() throws {
    for (sign, possible, _) in table {
      let low = Int(possible[0] * 1_000)
      let high = Int(possible[1] * 1_000)
      #expect(try Quantity(sign, thousandths: low).thousandths == low)
      #expect(try Quantity(sign, thousandths: high).thousandths == high)
      #expect(throws: ValueRefusal.impossible(sign, thousandths: low - 1)) {
        try Quantity(sign, thousandths: low - 1)
      }
      #expect(throws: ValueRefusal.impossible(sign, thousandths: high + 1)) {
        try Quantity(sign, thousandths: high + 1)
      }
    }
  }

  @Test func `doubts the next value beyond both ends of what is expected`() throws {
    for (sign, possible, expected) in table {
      let step = sign.takesDecimal ? 100 : 1_000
      let low = Int(expected[0] * 1_000)
      let high = Int(expected[1] * 1_000)
      #expect(try doubts(sign, low).isEmpty, "\(sign)")
      #expect(try doubts(sign, high).isEmpty, "\(sign)")
      for (value, bound) in [(low - step, possible[0]), (high + step, possible[1])]
      where expected.contains(bound) == false {
        #expect(
          try doubts(sign, value) == [Doubt.Cause.outsideExpected(low...high)],
          "\(sign) \(value)"
        )
      }
    }
  }

  private func doubts(_ sign: VitalSign, _ thousandths: Int) throws -> [Doubt.Cause] {
    let quantity = try Quantity(sign, thousandths: thousandths)
    return try Vitals([sign: .measured(quantity, verified: true)]).doubts(after: [:]).map(\.cause)
  }

  @Test func `refuses a value with its range in words`() {
    #expect(
      ValueRefusal.impossible(.temperature, thousandths: 98_600).description
        == "temperature 98.6 is not possible (25 to 45 °C)."
    )
    #expect(
      ValueRefusal.impossible(.rass, thousandths: -6_000).description
        == "RASS -6 is not possible (-5 to 4)."
    )
  }
}
