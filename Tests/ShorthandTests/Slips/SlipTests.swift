import SessionRecord
import Shorthand
import TestSupport
import Testing

/// What a slip of the fingers makes of a line is refused, marked, or an ordinary value; no true extreme is refused.
@Suite struct SlipTests {
  @Test func `every kept slip comes out as it did, and none unmarked outside what is expected`()
    throws
  {
    let bedside = try Bedside()
    let rows = try SlipsTable().rows
    #expect(Set(rows.map(\.kind)).count >= 300)
    let signs = Set(rows.flatMap(\.values.keys).compactMap(VitalSign.init(key:)))
    #expect(signs == Set(VitalSign.allCases))
    for row in rows {
      let stored = try SlipTests.stored(row, bedside)
      #expect(SlipTests.came(of: stored, row) == row.came, "\(row)")
      guard let stored else { continue }
      #expect(ExpectedValues.unmarked(in: stored).isEmpty, "\(row)")
      if let never = row.never.flatMap(VitalSign.init(key:)) {
        #expect(stored.value(never) == nil, "\(row)")
      }
    }
  }

  @Test func `a reader that marks nothing is found out`() throws {
    let bedside = try Bedside()
    let found = try SlipsTable().rows.filter { row in
      guard case .vitals(let vitals)? = try? bedside.content(reading: row.line) else {
        return false
      }
      return !ExpectedValues.unmarked(in: vitals).isEmpty
    }
    #expect(found.count >= 20)
  }

  @Test func `slips of any number of any sign, by seed`() throws {
    let bedside = try Bedside()
    var generator = SeededGenerator()
    let digits = Array("0123456789.,/-% OlISBZ\u{A0}\u{200B}８٣")
    var stored = 0
    for _ in 0..<10_000 {
      let sign = generator.pick(VitalSign.allCases)
      var line = Array(SlipTests.line(sign, using: &generator))
      for _ in 0...generator.number(0...1) {
        let place = generator.number(0...line.count - 1)
        switch generator.number(0...3) {
        case 0: line.insert(generator.pick(digits), at: place)
        case 1 where line.count > 1: line.remove(at: place)
        case 2 where place + 1 < line.count: line.swapAt(place, place + 1)
        default: line[place] = generator.pick(digits)
        }
      }
      let text = String(line)
      guard case .vitals(let vitals)? = try? bedside.content(reading: text) else { continue }
      stored += 1
      let doubted = vitals.doubted(after: [:])
      #expect(
        ExpectedValues.unmarked(in: doubted).isEmpty,
        "“\(text)” (seed \(generator.seed))"
      )
    }
    #expect(stored > 1_000, "seed \(generator.seed)")
  }

  /// Every value from one end of what is possible to the other, typed as a person would.
  @Test(arguments: VitalSign.allCases) func `no true value is refused`(_ sign: VitalSign) throws {
    let bedside = try Bedside()
    let range = SlipTests.possible(sign)
    for thousandths in stride(
      from: range.lowerBound,
      through: range.upperBound,
      by: sign.takesDecimal ? 100 : 1_000
    ) {
      let line = SlipTests.typed(sign, thousandths)
      guard case .vitals(let vitals) = try bedside.content(line) else {
        Issue.record("“\(line)” is no reading")
        continue
      }
      let doubted = vitals.doubted(after: [:])
      #expect(doubted.value(sign)?.thousandths == thousandths, "“\(line)”")
      if !ExpectedValues.range(sign).contains(thousandths) {
        #expect(doubted.unverified.contains(sign), "“\(line)”")
      } else if sign != .systolic, sign != .diastolic {
        #expect(!doubted.unverified.contains(sign), "“\(line)”")
      }
    }
  }

  // MARK: - One slip

  private static func stored(_ row: SlipsTable.Row, _ bedside: Bedside) throws -> Vitals? {
    guard let content = try? bedside.content(reading: row.line) else { return nil }
    guard case .vitals(let vitals) = content else { return nil }
    guard case .vitals(let before) = try bedside.content(row.before) else { return nil }
    return vitals.doubted(after: before.readings.compactMapValues(\.quantity))
  }

  private static func came(of stored: Vitals?, _ row: SlipsTable.Row) -> String {
    guard let stored else { return row.came == "no reading" ? "no reading" : "refused" }
    let told = stored.signs.filter { stored.value($0) != nil || stored.readings[$0] == .roomAir }
    guard !told.isEmpty else { return "no reading" }
    let stray = told.filter { stored.value($0)?.thousandths != row.values[$0.key] }
    if stray.contains(where: { stored.readings[$0]?.isVerified == true }) { return "silent" }
    return stray.isEmpty && stored.unverified.isEmpty ? "as meant" : "marked"
  }

  // MARK: - True values

  /// Written a second time from the grammar.
  private static func possible(_ sign: VitalSign) -> ClosedRange<Int> {
    switch sign {
    case .systolic: 30_000...300_000
    case .diastolic: 10_000...200_000
    case .meanArterial: 20_000...250_000
    case .heartRate: 0...280_000
    case .spo2: 0...100_000
    case .respiratoryRate: 0...80_000
    case .temperature: 25_000...45_000
    case .endTidalCO2: 0...150_000
    case .oxygenFlow: 0...80_000
    case .weight: 2_000...400_000
    case .consciousness: 0...4_000
    case .moaas: 0...5_000
    case .rass: -5_000...4_000
    }
  }

  private static func typed(_ sign: VitalSign, _ thousandths: Int) -> String {
    let number = thousandths / 1_000
    let text = thousandths % 1_000 == 0 ? "\(number)" : "\(number).\(thousandths % 1_000 / 100)"
    switch sign {
    case .systolic: return "\(text)/\(max(10, min(number - 10, 200)))"
    case .diastolic: return "\(min(number + 30, 300))/\(text)"
    case .meanArterial: return "map \(text)"
    case .heartRate: return "hr \(text)"
    case .spo2: return "\(text)%"
    case .respiratoryRate: return "rr \(text)"
    case .temperature: return "temp \(text)"
    case .endTidalCO2: return "etco2 \(text)"
    case .oxygenFlow: return "o2 \(text) l/min"
    case .weight: return "weight \(text) kg"
    case .consciousness: return "acvpu \(Array("ACVPU")[number])"
    case .moaas: return "moaas \(text)"
    case .rass: return "rass \(text)"
    }
  }

  private static func line(_ sign: VitalSign, using generator: inout SeededGenerator) -> String {
    let range = ExpectedValues.range(sign)
    let step = sign.takesDecimal ? 100 : 1_000
    let thousandths = generator.number(range.lowerBound / step...range.upperBound / step) * step
    return typed(sign, thousandths)
  }
}

extension Bedside {
  /// What the line would store; throws where it is refused.
  fileprivate func content(reading line: String) throws -> Content? {
    guard case .entry(let content, _, _) = try read(line) else { return nil }
    return content
  }
}
