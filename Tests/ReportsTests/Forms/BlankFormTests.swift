import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// The paper chart of every protocol that comes with Vigil.
struct BlankFormTests {
  @Test(arguments: BuiltInProtocol.allCases)
  func `prints the paper chart`(builtIn: BuiltInProtocol) throws {
    let shown = try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
    let head = try NasalSession.letterhead(try NasalSession.clinic())
    for ascii in [false, true] {
      let style = Style(width: 80, ascii: ascii)
      let text = BlankFormText(shown, adoption: nil, style: style, letterhead: head).text
      if !ascii { try Golden.check(text, "blank-\(builtIn.name)-80.txt") }
      #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 })
      if ascii { #expect(text.unicodeScalars.allSatisfy { $0.isASCII }) }
    }
  }

  @Test func `prints the paper chart of esketamine for the pen`() throws {
    let head = try NasalSession.letterhead(try NasalSession.clinic())
    let shown = try BlankFormTests.shown(.esketamineIntranasal)
    try Golden.check(
      sheet(of: BlankFormHTML(shown, adoption: nil, letterhead: head).text),
      "blank-esketamine-in.html"
    )
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `has a place for every slot and every set before the dose`(builtIn: BuiltInProtocol) throws {
    let shown = try BlankFormTests.shown(builtIn)
    let chart = BlankChart(shown)
    let slots = shown.schedule.groups.reduce(0) { $0 + $1.needs.count * $1.slots.count }
    let sets = shown.schedule.groups.reduce(0) { $0 + $1.needs.count * $1.baselineSets }
    #expect(slots > 100 && sets > 0)
    #expect(placed(shown, on: chart.rows, chart.continuations) == slots + sets)
    // A row or a line that is taken away is missed.
    for place in chart.rows.indices {
      var rows = chart.rows
      rows.remove(at: place)
      #expect(placed(shown, on: rows, chart.continuations) < slots + sets)
    }
    for place in chart.continuations.indices {
      var lines = chart.continuations
      lines.remove(at: place)
      #expect(placed(shown, on: chart.rows, lines) < slots + sets)
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `asks for nothing that the protocol does not`(builtIn: BuiltInProtocol) throws {
    let shown = try BlankFormTests.shown(builtIn)
    let chart = BlankChart(shown)
    for row in chart.rows {
      guard case .at(let minutes) = row.time else { continue }
      for (column, mark) in row.marks {
        let strongest = shown.schedule.groups.filter(column.answers).flatMap(\.slots)
          .filter { $0.minutes == minutes }.map { BlankChart.Mark($0.mark).rawValue }.max()
        #expect(mark.rawValue == strongest)
      }
    }
    for run in chart.continuations {
      for minutes in stride(from: run.from, through: run.through, by: run.step) {
        for column in run.columns {
          #expect(
            shown.schedule.groups.contains { group in
              column.answers(group)
                && group.slots.contains { $0.minutes == minutes && $0.mark == run.mark }
            }
          )
        }
      }
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `says every limit and every criterion on paper`(builtIn: BuiltInProtocol) throws {
    let shown = try BlankFormTests.shown(builtIn)
    let head = try NasalSession.letterhead()
    let html = BlankFormHTML(shown, adoption: nil, letterhead: head).text
    for criterion in shown.leaving {
      var title = Markup()
      title.text(criterion.title)
      #expect(html.contains("☐\u{A0}\(title.html)"))
    }
    let limits = BlankLimits(shown, ValueText())
    let said = limits.lines.flatMap { $0.limits.values.flatMap(\.self) }.count + limits.others.count
    #expect(said == shown.rules.count { !$0.isOff && !$0.isProcess })
  }

  @Test func `writes limits by sign and priority`() throws {
    let limits = BlankLimits(try BlankFormTests.shown(.esketamineIntranasal), ValueText())
    let systolic = try #require(limits.lines.first { $0.name == "systolic" })
    #expect(
      systolic.words.text.spaced
        == "high >200, ≤90; medium ≥180, ≥baseline+40, ≥baseline+20, not falling 60 min after the "
        + "start; low up 30 in 13 min, >140 before the start, ≤100"
    )
    let spo2 = limits.lines.filter { $0.name.hasPrefix("SpO2") }.map(\.title.spaced)
    #expect(spo2 == ["SpO2 scale 1 %", "SpO2 scale 2 %"])
    #expect(limits.stop == nil)
    #expect(BlankLimits(try BlankFormTests.shown(.ketamineIntravenous), ValueText()).stop != nil)
  }

  @Test func `tells effects apart by as few letters as they differ in`() throws {
    let names = ["headache", "heartburn", "nausea", "head"].map { Need.effect(EffectName($0)) }
    let group = ScheduleGroup(
      id: GroupID("x"),
      title: "x",
      needs: names + [.sign(.systolic), .sign(.heartRate), .sign(.diastolic)],
      priority: .low,
      overdue: .minutes(5),
      missed: .minutes(15),
      slots: [],
      baselineSets: 1,
      basis: Basis(.clinic, sources: [])
    )
    let columns = BlankColumn.all(of: Schedule(groups: [group]))
    #expect(columns.map(\.heading) == ["Heada", "Hear", "Nau", "Head", "BP", "HR"])
  }

  @Test(arguments: ["<script>alert(1)</script>", "\"><img src=x>"])
  func `shows a clinic's own words as text`(typed: String) throws {
    let shown = try BlankFormTests.shown(.ketamineIntravenous)
    let hostile = MonitoringProtocol(
      id: shown.id,
      version: typed,
      title: typed,
      settings: shown.settings,
      formulary: shown.formulary,
      addedEffects: [],
      baseline: shown.baseline,
      rules: shown.rules,
      schedule: shown.schedule,
      leaving: shown.leaving.map {
        LeavingCriterion(id: $0.id, title: typed, requirement: $0.requirement, basis: $0.basis)
      },
      sources: [:],
      notice: typed
    )
    let head = try NasalSession.letterhead(try Clinic(name: typed))
    let html = BlankFormHTML(hostile, adoption: nil, letterhead: head).text
    #expect(!html.contains("<script") && !html.contains("<img"))
  }

  static func shown(_ builtIn: BuiltInProtocol) throws -> MonitoringProtocol {
    try MonitoringProtocol(reading: builtIn.text, from: builtIn.name)
  }

  /// How many values that the protocol asks for have a place.
  private func placed(
    _ shown: MonitoringProtocol,
    on rows: [BlankChart.Row],
    _ lines: [BlankChart.Continuation]
  ) -> Int {
    func isThere(_ need: Need, _ time: BlankChart.Row.Time) -> Bool {
      rows.contains { row in
        row.time == time && row.marks.keys.contains { $0.needs.contains(need) }
      }
    }
    var count = 0
    for group in shown.schedule.groups {
      for need in group.needs {
        count += group.slots.count { slot in
          isThere(need, .at(slot.minutes))
            || lines.contains { line in
              line.contains(slot.minutes) && line.mark == slot.mark
                && line.columns.contains { $0.needs.contains(need) }
            }
        }
        count += (0..<group.baselineSets).count { isThere(need, .before($0 + 1)) }
      }
    }
    return count
  }
}
