import SessionRecord
import Shorthand
import Testing

@Suite struct ReadingTests {
  @Test(arguments: [
    ("hr 84", "HR=84"), ("hr 84", "hr: 84"), ("hr 84", "pulse 84"), ("hr 84", "p84"),
    ("hr 84", "hr 84 bpm"), ("hr 84", "hr 84/min"), ("spo2 96", "96 %"), ("spo2 96", "sats 96%"),
    ("spo2 93", "spo293"), ("etco2 38", "etco2 38 mmHg"), ("o2 2", "o2 2l/min"),
    ("temp 36.6", "t 36.6C"), ("temp 36.6", "T36.6 c"), ("temp 98.2F", "t 98.2 f"),
    ("weight 72", "wt72kg"), ("weight 158lb", "wt 158 lbs"), ("rass -1", "rass-1"),
    ("rass 2", "rass +2"), ("120/80 72", "bp=120/80 hr 72"), ("120/80(93) 72", "120/80 (93) 72"),
    ("120/80 72", "120/80 mmHg 72"), ("bp - -- refused", "-/- -- refused"),
    ("hr - -- moving", "hr x -- moving"), ("hr - -- moving", "hr=X -- moving"),
    ("ra", "AIR"), ("A", "avpu=A"), ("moaas 4", "scale moaas 4/5"), ("rass -2", "scale RASS -2"),
    ("120/80", "120/80 --"),
  ])
  func `reads a reading the same in every form`(plain: String, other: String) throws {
    let bedside = try Bedside()
    #expect(try bedside.content(plain) == bedside.content(other))
  }

  @Test func `tells the letter P from a pulse`() throws {
    let bedside = try Bedside()
    let pain = Reading.measured(Quantity(Consciousness.pain), verified: true)
    #expect(try bedside.content("P") == .vitals(Vitals([.consciousness: pain])))
    #expect(
      try bedside.content("hr 84 P")
        == .vitals(
          Vitals([
            .heartRate: .measured(Quantity(.heartRate, 84), verified: true),
            .consciousness: pain,
          ])
        )
    )
    for line in ["P 84", "P84", "P: 84", "P=84", "P -", "120/80 P 84", "P 96%"] {
      guard case .vitals(.pulseOrPain)? = bedside.refusal(of: line) else {
        Issue.record("“\(line)” was not refused as pulse or pain")
        continue
      }
    }
  }

  @Test func `keeps what was typed in another unit`() throws {
    let bedside = try Bedside()
    // (98.2 − 32) × 5 ÷ 9 = 36.777…, and 158 × 0.45359237 = 71.66759…
    let fever = try Quantity(
      .temperature,
      thousandths: 36_778,
      entered: .fahrenheit(tenths: 982)
    )
    let weight = try Quantity(.weight, thousandths: 71_668, entered: .pounds(tenths: 1_580))
    #expect(
      try bedside.content("t 98.2F weight 158lb")
        == .vitals(
          Vitals([
            .temperature: .measured(fever, verified: true),
            .weight: .measured(weight, verified: true),
          ])
        )
    )
  }

  @Test func `takes what stands after the dashes for the reason or for the remark`() throws {
    let bedside = try Bedside()
    #expect(
      try bedside.content("158/- hr x -- cuff slipped -- twice")
        == .vitals(
          Vitals([
            .systolic: .measured(Quantity(.systolic, 158), verified: true),
            .diastolic: .notObtained(because: "cuff slipped -- twice"),
            .heartRate: .notObtained(because: "cuff slipped -- twice"),
          ])
        )
    )
    #expect(
      try bedside.content("bp unrecordable -- hands cold")
        == .vitals(
          Vitals(
            [.systolic: .unrecordable, .diastolic: .unrecordable],
            remark: "hands cold"
          )
        )
    )
  }

  @Test(arguments: VitalSign.allCases.filter { $0 != .consciousness })
  func `takes both ends of what is possible and refuses the next value`(sign: VitalSign) throws {
    let bedside = try Bedside()
    let range = PlausibleRange.possible(sign)
    let step = sign.takesDecimal ? 100 : 1_000
    func line(_ thousandths: Int) -> String {
      switch sign {
      case .systolic: "\(decimal(thousandths))/10"
      case .diastolic: "300/\(decimal(thousandths))"
      case .meanArterial: "map \(decimal(thousandths))"
      case .heartRate: "hr \(decimal(thousandths))"
      case .spo2: "spo2 \(decimal(thousandths))"
      case .respiratoryRate: "rr \(decimal(thousandths))"
      case .temperature: "temp \(decimal(thousandths))"
      case .endTidalCO2: "etco2 \(decimal(thousandths))"
      case .oxygenFlow: "o2 \(decimal(thousandths))"
      case .weight: "weight \(decimal(thousandths))"
      case .consciousness: "acvpu A"
      case .moaas: "moaas \(decimal(thousandths))"
      case .rass: "rass \(decimal(thousandths))"
      }
    }
    for bound in [range.lowerBound, range.upperBound] {
      guard case .vitals(let vitals) = try bedside.content(line(bound)) else {
        Issue.record("“\(line(bound))” is no set of readings")
        return
      }
      #expect(vitals.value(sign)?.thousandths == bound)
    }
    #expect(bedside.refusal(of: line(range.upperBound + step)) != nil)
    #expect(bedside.refusal(of: line(range.lowerBound - step)) != nil)
  }
}
