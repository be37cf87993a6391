import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// The paper chart of a clinic that writes in °F and lb, and its dates.
struct BlankUnitTests {
  private static let units = DisplayUnits(temperature: .fahrenheit, weight: .pounds)

  private func letterhead(_ units: DisplayUnits) throws -> Letterhead {
    try NasalSession.letterhead(try Clinic(name: "Northgate Clinic", units: units))
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `asks for temperature and weight in the clinic's units`(builtIn: BuiltInProtocol) throws {
    let shown = try BlankFormTests.shown(builtIn)
    for (units, temperature, weight, limits) in [
      (DisplayUnits.asStored, "°C", "Weight, kg", "medium ≤35, ≥39.1"),
      (BlankUnitTests.units, "°F", "Weight, lb", "medium ≤95 (35), ≥102.38 (39.1)"),
    ] {
      let head = try letterhead(units)
      let text = BlankFormText(shown, adoption: nil, style: Style(width: 120), letterhead: head)
        .text.spaced
      var html = BlankFormHTML(shown, adoption: nil, letterhead: head).text.spaced
      html.replace("&gt;", with: ">")
      for (page, name) in [(text, "text"), (html, "HTML")] {
        #expect(page.contains(weight), "\(name)")
        #expect(page.contains(limits), "\(name)")
        // Where nothing is to be written the stored unit stands in brackets, beside the clinic's.
        let asked = page.replacing("°F (°C)", with: "°F")
        #expect(asked.contains(temperature), "\(name)")
        #expect(!asked.contains(units == .asStored ? "°F" : "°C"), "\(name)")
      }
      let isAsked = shown.schedule.groups.contains { $0.needs.contains(.sign(.temperature)) }
      #expect(text.contains("Temp ______ \(temperature)") == isAsked)
    }
  }

  @Test(arguments: [
    (Condition.absolute(AbsoluteLimit(.temperature, .atOrOver, limit: 38_000)), "≥100.4 (38)"),
    (
      .change(BaselineChange(.temperature, .atOrOver, .absolute(1_500))), "≥baseline+2.7 (1.5)"
    ),
    (.change(BaselineChange(.temperature, .atOrUnder, .absolute(-1_000))), "≤baseline−1.8 (1)"),
    (
      .change(BaselineChange(.temperature, .atOrOver, .percent(5_000))),
      "≥baseline+5% (of °C)"
    ),
    (
      .rate(RateOfChange(.temperature, .atOrOver, by: 1_000, withinMinutes: 30)),
      "up 1.8 (1) in 30 min"
    ),
    (.absolute(AbsoluteLimit(.systolic, .atOrOver, limit: 180_000)), "≥180"),
    (.absolute(AbsoluteLimit(.rass, .atOrOver, limit: 2_000)), "≥+2"),
  ])
  func `writes every kind of limit in them, stop criteria too`(
    condition: Condition,
    words: String
  ) throws {
    let shown = try BlankFormTests.shown(.ketamineIntravenous)
    let template = try #require(shown.rules.first { !$0.isOff && !$0.isProcess })
    let rule = Rule(
      id: RuleID("x"),
      condition: condition,
      priority: .high,
      asksForRepeat: false,
      clearing: template.clearing,
      isStopCriterion: true,
      standing: template.standing,
      sources: []
    )
    let own = MonitoringProtocol(
      id: shown.id,
      version: shown.version,
      title: shown.title,
      settings: shown.settings,
      formulary: shown.formulary,
      addedEffects: [],
      baseline: shown.baseline,
      rules: [rule],
      schedule: shown.schedule,
      leaving: shown.leaving,
      sources: [:],
      notice: ""
    )
    let limits = BlankLimits(own, ValueText(units: BlankUnitTests.units))
    #expect(limits.lines.map(\.words.text.spaced) == ["high \(words) STOP"])
    let isTemperature = words.contains("(")
    #expect(limits.lines.first?.unit == "°F (°C)" || !isTemperature)
  }

  @Test func `spells the month of the adoption on paper`() throws {
    let shown = try BlankFormTests.shown(.ketamineIntravenous)
    let log = try SampleLog()
    let adoption = Adoption(
      id: shown.id,
      version: shown.version,
      digest: .zero,
      by: try ClinicianCode("LH"),
      at: Stamp(try log.at("09:15"), in: log.zone)
    )
    let html = BlankFormHTML(shown, adoption: adoption, letterhead: try letterhead(.asStored)).text
    #expect(html.spaced.contains("Limits adopted by LH 19 Nov 2026 09:15 +01:00."))
    #expect(!html.contains("2026-11-19"))
  }
}
