import SessionRecord
import TestSupport

/// Contents of every kind that is typed, at random, among those that one line can say.
struct RandomContent {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() throws -> Content {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0...4: .vitals(try vitals())
    case 5...6: .effect(try effect())
    case 7...8: .dose(try dose())
    case 9: .infusion(try infusion())
    case 10: .check(by: generator.pick(["LH", "KO", "Ö-1", "M.K"]))
    case 11:
      .waste(
        Waste(
          try amount([.milligram, .microgram, .gram, .millilitre]),
          witness: generator.once(in: 2) ? generator.pick(["LH", "Ö-1"]) : nil
        )
      )
    case 12: .scale(scale())
    case 13: generator.once(in: 2) ? .note(text()) : .action(text())
    case 14: .mark(generator.once(in: 2) ? nil : text())
    case 15...17: .presence(try presence())
    case 18: .assigned(room: generator.pick(["3", "B2", "garden-2", "Süd.1", "3a"]))
    default: .deferred(Deferral(subject(), reason: text()))
    }
  }

  // MARK: - Readings

  private mutating func vitals() throws -> Vitals {
    while true {
      var readings: [VitalSign: Reading] = [:]
      let reason = text()
      try addPressure(to: &readings, reason: reason)
      for sign in VitalSign.allCases
      where sign != .systolic && sign != .diastolic && generator.once(in: 4) {
        readings[sign] = try reading(of: sign, reason: reason)
      }
      let isWhole = !readings.values.contains {
        if case .notObtained = $0 { true } else { false }
      }
      let remark = isWhole && generator.once(in: 3) ? text() : nil
      let isConfused = readings[.consciousness]?.quantity?.level == .confused
      let isExpected = isConfused && generator.once(in: 2)
      // Nothing measured, or a mean outside its pressures: another set.
      if let vitals = try? Vitals(readings, isConfusionExpected: isExpected, remark: remark) {
        return vitals
      }
    }
  }

  private mutating func addPressure(
    to readings: inout [VitalSign: Reading],
    reason: String
  ) throws {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      readings[.systolic] = .unrecordable
      readings[.diastolic] = .unrecordable
    case 1:
      readings[.systolic] = .notObtained(because: reason)
      readings[.diastolic] = .notObtained(because: reason)
    case 2...3:
      let low = Int.random(in: 10...200, using: &generator)
      let high = Int.random(in: max(30, low + 1)...300, using: &generator)
      readings[.systolic] = .measured(try Quantity(.systolic, high), verified: true)
      readings[.diastolic] = .measured(try Quantity(.diastolic, low), verified: true)
      if generator.once(in: 3) { readings[.diastolic] = .notObtained(because: reason) }
    default: break
    }
  }

  private mutating func reading(of sign: VitalSign, reason: String) throws -> Reading {
    if generator.once(in: 8) { return .notObtained(because: reason) }
    if sign == .oxygenFlow, generator.once(in: 3) { return .roomAir }
    if sign == .temperature, generator.once(in: 4) {
      let tenths = Int.random(in: 780...1_130, using: &generator)
      return .measured(try Quantity(fahrenheitTenths: tenths), verified: true)
    }
    if sign == .weight, generator.once(in: 4) {
      let tenths = Int.random(in: 50...8_000, using: &generator)
      return .measured(try Quantity(poundTenths: tenths), verified: true)
    }
    let range = PlausibleRange.possible(sign)
    let step = sign.takesDecimal ? 100 : 1_000
    let steps = Int.random(in: range.lowerBound / step...range.upperBound / step, using: &generator)
    return .measured(try Quantity(sign, thousandths: steps * step), verified: true)
  }

  // MARK: - Effects and doses

  private mutating func effect() throws -> SideEffect {
    let name = generator.pick(
      EffectName.common + EffectName.crises.sorted() + [EffectName("restless legs")]
    )
    let remark = generator.once(in: 3) ? text() : nil
    if generator.once(in: 6) {
      return SideEffect(
        generator.pick(EffectName.circumstances),
        course: generator.pick([nil, .gone, .absent]),
        remark: remark
      )
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return SideEffect(name, course: .absent, remark: remark)
    case 1: return SideEffect(name, course: .gone, remark: remark)
    case 2 where name.isCrisis || name == .vomiting: return SideEffect(name, remark: remark)
    default: break
    }
    let grade: Grade =
      generator.once(in: 2)
      ? .words(generator.pick(Severity.allCases))
      : try Grade(rating: Int.random(in: 0...10, using: &generator))
    return SideEffect(
      name,
      grade: grade,
      course: generator.once(in: 2) ? generator.pick([.better, .worse, .same]) : nil,
      distressing: generator.once(in: 4),
      remark: remark
    )
  }

  private mutating func dose() throws -> Dose {
    try Dose(
      drug: generator.pick(
        [
          "ketamine", "ondansetron", "magnesium sulfate", "aspirin", "esketamine", "b-12",
          "sodium valproate", "nausea",
        ]),
      amount: amount(DoseUnit.allCases),
      route: generator.pick(Route.allCases),
      overMinutes: generator.once(in: 2) ? Int.random(in: 1...1_440, using: &generator) : nil,
      remark: generator.once(in: 3) ? text() : nil
    )
  }

  private mutating func amount(_ units: [DoseUnit]) throws -> Amount {
    let most = generator.pick([10, 1_000, 100_000, 1_000_000_000])
    return try Amount(
      thousandths: Int.random(in: 1...most, using: &generator),
      generator.pick(units)
    )
  }

  private mutating func infusion() throws -> InfusionEvent {
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: .start
    case 1: .pause
    case 2: .resume
    case 3: .rate(try amount(DoseUnit.allCases), per: generator.pick(RateUnit.allCases))
    case 4: .stop(given: .notSaid)
    case 5: .stop(given: .notKnown)
    default: .stop(given: .amount(try amount(DoseUnit.allCases)))
    }
  }

  // MARK: - Words

  private mutating func scale() -> ScaleScore {
    let scale = generator.pick(SampleScales.all.filter { $0.sign == nil })
    let remark = generator.once(in: 3) ? text() : nil
    if let items = scale.items, scale.scoring == .itq || generator.once(in: 2) {
      let answers = (0..<items.count).map { _ in generator.number(items.points) }
      if let score = scale.score(of: answers) {
        return ScaleScore(scale: scale.name, score: score, items: answers, remark: remark)
      }
    }
    return ScaleScore(
      scale: scale.name == "nrs"
        ? generator.pick(["nrs", "nrs-pain", "nrs-low-mood"]) : scale.name,
      score: generator.number(scale.range),
      of: generator.once(in: 2) ? scale.range.upperBound : nil,
      remark: remark
    )
  }

  private mutating func subject() -> Deferral.Subject {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: .wholeSet
    case 1: .bloodPressure
    case 2:
      .sign(
        generator.pick(VitalSign.allCases.filter { $0 != .systolic && $0 != .diastolic })
      )
    case 3:
      .scale(
        generator.pick(SampleScales.all.filter { $0.sign == nil }.map(\.name) + ["nrs-pain"])
      )
    default: .effect(generator.pick(EffectName.common))
    }
  }

  private mutating func presence() throws -> Presence {
    let who = try ClinicianCode(generator.pick(["LH", "MB", "to", "as", "Ö-1"]))
    return switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      .arrives(
        who,
        role: generator.once(in: 3)
          ? nil : generator.pick(["prescriber", "second nurse", "as", "as needed", "to LH"])
      )
    case 1: .leaves(who)
    default: .handover(Handover(to: who, remark: generator.once(in: 2) ? text() : nil))
    }
  }

  private mutating func text() -> String {
    let words = [
      "cuff", "error", "left", "arm;", "96", "--", "at", "14:08", "P", "#3", "(x)", "é", "痛み", "@",
      "1/2", "'s", "no", "severe", "-", "120/80",
    ]
    let count = Int.random(in: 1...6, using: &generator)
    return (0..<count).map { _ in generator.pick(words) }.joined(separator: " ")
  }
}
