import SessionRecord
import Testing

@Suite struct VitalsTests {
  private func measured(_ sign: VitalSign, _ value: Int) throws -> Reading {
    .measured(try Quantity(sign, value), verified: true)
  }

  private func pressures(_ systolic: Int, _ diastolic: Int, mean: Int? = nil) throws -> Vitals {
    var readings: [VitalSign: Reading] = [
      .systolic: try measured(.systolic, systolic), .diastolic: try measured(.diastolic, diastolic),
    ]
    if let mean { readings[.meanArterial] = try measured(.meanArterial, mean) }
    return try Vitals(readings)
  }

  @Test func `refuses a set with nothing in it`() {
    #expect(throws: ValueRefusal.nothingMeasured) { try Vitals([:]) }
  }

  @Test func `refuses a diastolic that is not below the systolic`() throws {
    #expect(throws: ValueRefusal.diastolicNotBelowSystolic(120, 120)) {
      try pressures(120, 120)
    }
    #expect(throws: ValueRefusal.diastolicNotBelowSystolic(80, 120)) { try pressures(80, 120) }
    #expect(try pressures(120, 119).signs == [.systolic, .diastolic])
  }

  @Test func `takes a mean from diastolic to systolic`() throws {
    #expect(try pressures(148, 92, mean: 92).value(.meanArterial)?.thousandths == 92_000)
    #expect(try pressures(148, 92, mean: 148).value(.meanArterial)?.thousandths == 148_000)
    #expect(throws: ValueRefusal.meanOutsidePressures(91)) { try pressures(148, 92, mean: 91) }
    #expect(throws: ValueRefusal.meanOutsidePressures(149)) { try pressures(148, 92, mean: 149) }
  }

  @Test func `computes a mean exactly, three times over`() throws {
    // 156 + 2 × 95 = 346; 346 ÷ 3 has no end.
    #expect(try pressures(156, 95).computedMeanTimesThree == 346_000)
    let alone = try Vitals([.systolic: measured(.systolic, 156)])
    #expect(alone.computedMeanTimesThree == nil)
  }

  @Test func `marks what is doubted and nothing else`() throws {
    let vitals = try Vitals([
      .heartRate: measured(.heartRate, 252), .spo2: measured(.spo2, 98),
      .temperature: .notObtained(because: "moving"), .oxygenFlow: .roomAir,
      .systolic: .unrecordable, .diastolic: .unrecordable,
    ])
    let marked = vitals.doubted(after: [:])
    #expect(marked.unverified == [.heartRate])
    #expect(marked.verified == vitals)
    #expect(marked.readings[.temperature] == .notObtained(because: "moving"))
    #expect(Content.vitals(marked).isDoubted)
    #expect(Content.vitals(marked).withoutDoubts == .vitals(vitals))
  }

  @Test func `holds nothing but confusion for expected`() throws {
    for level in Consciousness.allCases {
      let readings = [VitalSign.consciousness: Reading.measured(Quantity(level), verified: true)]
      if level == .confused {
        #expect(try Vitals(readings, isConfusionExpected: true).isConfusionExpected)
        #expect(try Vitals(readings) != Vitals(readings, isConfusionExpected: true))
      } else {
        #expect(throws: ValueRefusal.onlyConfusionExpected, "\(level)") {
          try Vitals(readings, isConfusionExpected: true)
        }
      }
      #expect(try !Vitals(readings).isConfusionExpected)
    }
    let others: [[VitalSign: Reading]] = [
      [.heartRate: try measured(.heartRate, 84)],
      [.consciousness: .notObtained(because: "asleep")],
    ]
    for readings in others {
      #expect(throws: ValueRefusal.onlyConfusionExpected) {
        try Vitals(readings, isConfusionExpected: true)
      }
    }
  }

  @Test func `keeps expected confusion when values are marked`() throws {
    let confused = Reading.measured(Quantity(Consciousness.confused), verified: true)
    let vitals = try Vitals(
      [.consciousness: confused, .heartRate: measured(.heartRate, 252)],
      isConfusionExpected: true
    )
    let marked = vitals.doubted(after: [:])
    #expect(marked.unverified == [.heartRate])
    #expect(marked.isConfusionExpected)
    #expect(marked.verified == vitals)
  }

  @Test func `counts what is not usable`() throws {
    let vitals = try Vitals([
      .heartRate: .notUsable(written: "0"), .spo2: .notUsable(written: "104"),
      .temperature: measured(.temperature, 37),
    ])
    #expect(Content.vitals(vitals).unusableCount == 2)
    #expect(Content.note("x").unusableCount == 0)
  }

  @Test func `converts Fahrenheit and pounds to the nearest thousandth`() throws {
    // (98.6 − 32) × 5 ÷ 9 = 37; (98.2 − 32) × 5 ÷ 9 = 36.777…; 113 °F is 45 °C, 77 °F is 25 °C.
    #expect(try Quantity(fahrenheitTenths: 986).thousandths == 37_000)
    #expect(try Quantity(fahrenheitTenths: 982).thousandths == 36_778)
    #expect(try Quantity(fahrenheitTenths: 1_130).thousandths == 45_000)
    #expect(try Quantity(fahrenheitTenths: 770).thousandths == 25_000)
    #expect(throws: ValueRefusal.impossible(.temperature, thousandths: 45_056)) {
      try Quantity(fahrenheitTenths: 1_131)
    }
    // 158 × 0.45359237 = 71.66759…
    let weight = try Quantity(poundTenths: 1_580)
    #expect(weight.thousandths == 71_668)
    #expect(weight.entered == .pounds(tenths: 1_580))
  }

  @Test func `knows every level of consciousness by its letter`() {
    #expect(Consciousness.allCases.map(\.letter) == ["A", "C", "V", "P", "U"])
    for level in Consciousness.allCases {
      #expect(Quantity(level).level == level)
      #expect(Consciousness(letter: level.letter) == level)
    }
    #expect(Consciousness(letter: "a") == nil)
  }

  @Test func `knows every sign by its key`() {
    for sign in VitalSign.allCases { #expect(VitalSign(key: sign.key) == sign) }
    #expect(Set(VitalSign.allCases.map(\.key)).count == 13)
    #expect(VitalSign(key: "hr") == nil)
  }
}
