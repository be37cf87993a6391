import SessionRecord
import Testing

@testable import Reports

struct ValueTextTests {
  private let values = ValueText()

  @Test func `says each value with its unit`() throws {
    #expect(values.value(try Quantity(.heartRate, 92)) == "92/min")
    #expect(values.value(try Quantity(.spo2, 93)) == "93%")
    #expect(plain(values.value(try Quantity(.temperature, thousandths: 36_700))) == "36.7 °C")
    #expect(plain(values.value(try Quantity(.oxygenFlow, 2))) == "2 l/min")
    #expect(values.value(Quantity(.voice)) == "V, responds to voice")
    #expect(values.value(try Quantity(.rass, 2)) == "+2")
    #expect(values.value(try Quantity(.rass, -1)) == "-1")
  }

  @Test func `says back what was typed in another unit`() throws {
    #expect(
      plain(values.value(try Quantity(fahrenheitTenths: 982))) == "36.8 °C (98.2 °F)"
    )
    #expect(plain(values.value(try Quantity(poundTenths: 1_580))) == "71.7 kg (158 lb)")
  }

  @Test func `computes the mean pressure to whole mmHg`() throws {
    #expect(said(try set(156, 95, 92, 98)) == "BP 156/95 (MAP 115) mmHg  HR 92/min  SpO2 98%")
  }

  @Test func `says why a value is missing`() throws {
    let content = try vitals(
      [.systolic: 158],
      others: [
        .diastolic: .notObtained(because: "cuff slipped"), .heartRate: .notUsable(written: "0"),
      ]
    )
    #expect(
      said(content)
        == "BP 158/– mmHg (diastolic not obtained: cuff slipped)  HR not usable, written “0”"
    )
    let low = try vitals([:], others: [.systolic: .unrecordable, .diastolic: .unrecordable])
    #expect(said(low) == "BP unrecordable")
  }

  @Test func `marks only the value that is doubted`() throws {
    let content = try vitals([.systolic: 240, .diastolic: 130], doubtful: [.systolic])
    #expect(said(content) == "BP 240?/130 (MAP 167) mmHg")
  }

  @Test func `gives mg per kilogram only with a weight of the day`() throws {
    let dose = try Dose(
      drug: "ketamine",
      amount: try Amount(thousandths: 36_000, .milligram),
      route: .intravenous,
      overMinutes: 40
    )
    #expect(
      plain(doses(weight: 72_000).dose(dose).text)
        == "ketamine 36 mg (0.5 mg/kg) intravenous over 40 min"
    )
    #expect(plain(doses(weight: nil).dose(dose).text) == "ketamine 36 mg intravenous over 40 min")
    let typed = try Dose(
      drug: "ketamine",
      amount: try Amount(thousandths: 500, .milligramPerKilogram),
      route: .intramuscular
    )
    #expect(
      plain(doses(weight: 72_000).dose(typed).text)
        == "ketamine 0.5 mg/kg (36 mg) intramuscular"
    )
  }

  @Test func `never rounds a dose down to the most that is expected`() throws {
    // 36.1 mg for 72 kg is 0.50138… mg/kg: over 0.5, so it is not shown as 0.5.
    let doses = DoseText(
      limits: Limits(bySign: [:], mostMilligramsPerKilogram: 500),
      weight: 72_000
    )
    let other = try #require(doses.otherWay(try Amount(thousandths: 36_100, .milligram)))
    #expect(other.number == "0.501")
  }

  @Test func `says effects as a person would`() throws {
    let rated = SideEffect(
      EffectName("nausea"),
      grade: try Grade(rating: 6),
      course: .worse,
      distressing: true,
      remark: "retching"
    )
    #expect(
      EffectText.effect(rated).text == "nausea moderate (6/10), worse, distressing — retching"
    )
    #expect(EffectText.words(SideEffect(EffectName("nausea"), course: .absent)) == "no nausea")
    #expect(EffectText.words(SideEffect(EffectName("nausea"), course: .gone)) == "nausea gone")
    #expect(
      EffectText.words(SideEffect(EffectName("seizure")))
        == "seizure, not graded (counts as severe)"
    )
  }

  @Test func `counts time since the first dose towards the past`() throws {
    let zero = Instant(milliseconds: 1_000_000)
    #expect(SpanText.sinceTimeZero(zero, nil) == "–")
    #expect(SpanText.sinceTimeZero(zero, zero) == "T+0")
    #expect(SpanText.sinceTimeZero(zero + .seconds(59), zero) == "T+0")
    #expect(SpanText.sinceTimeZero(zero - .seconds(1), zero) == "T−1")
    #expect(SpanText.sinceTimeZero(zero + .minutes(12), zero) == "T+12")
    #expect(plain(SpanText.duration(.seconds(45))) == "45 s")
    #expect(plain(SpanText.duration(.minutes(119))) == "119 min")
    #expect(plain(SpanText.duration(.minutes(125))) == "2 h 5 min")
  }

  @Test func `says a limit from a baseline with the baseline`() throws {
    let limit = BrokenLimit(
      comparison: .atOrOver,
      numerator: 3 * 166_000 + 1_000,
      denominator: 3,
      baseline: BaselineValue(sum: 379_000, count: 3)
    )
    #expect(
      plain(values.limit(limit, of: .systolic))
        == "at or over 166.333… mmHg (baseline 126.333…)"
    )
    let level = BrokenLimit(comparison: .atOrOver, numerator: 3_000)
    #expect(values.limit(level, of: .consciousness) == "P or deeper")
  }

  private func doses(weight: Int?) -> DoseText { DoseText(limits: .none, weight: weight) }

  private func said(_ content: Content) -> String {
    guard case .vitals(let vitals) = content else { return "" }
    return plain(VitalsText(vitals, values: values).phrase.text)
  }

  private func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }
}
