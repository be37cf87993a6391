import Foundation
import Monitoring
import SessionRecord
import Testing

@Suite struct ScheduleReaderTests {
  private let small: MonitoringProtocol
  private let clinic = Basis(.clinic, sources: ["ours"])
  private let general = Basis(.general, sources: ["ours"])

  init() throws {
    small = try MonitoringProtocol(reading: Array(SmallProtocol.text.utf8), from: "ours.json")
  }

  private func slot(
    _ minutes: Int,
    _ mark: SlotMark,
    tolerance: Int = 3,
    _ basis: Basis? = nil
  ) -> PlannedSlot {
    PlannedSlot(
      minutes: minutes,
      tolerance: .minutes(tolerance),
      mark: mark,
      basis: basis ?? clinic
    )
  }

  @Test func `reads phases and on what the shared times stand`() {
    #expect(
      small.schedule.phases == [
        Schedule.Phase(name: "dose", fromMinute: 0),
        Schedule.Phase(name: "recovery", fromMinute: 30),
      ]
    )
    #expect(small.schedule.basis == clinic)
  }

  @Test func `reads the groups in the file's order, with all that they need`() throws {
    try #require(small.schedule.groups.count == 2)
    let (pressure, mind) = (small.schedule.groups[0], small.schedule.groups[1])
    #expect(pressure.id == GroupID("bp"))
    #expect(pressure.title == "blood pressure")
    #expect(pressure.needs == [.sign(.systolic), .sign(.diastolic)])
    #expect(pressure.priority == .medium)
    #expect(pressure.baselineSets == 2)
    #expect(pressure.basis == clinic)
    #expect(mind.id == GroupID("mind"))
    #expect(
      mind.needs == [
        .sign(.consciousness), .effect(EffectName("hiccups")), .effect(EffectName("nausea")),
        .scale("phq-9"),
      ]
    )
    #expect(mind.priority == .info)
    for group in small.schedule.groups {
      #expect(group.overdue == .minutes(5))
      #expect(group.missed == .minutes(15))
    }
  }

  @Test func `a group without baseline sets has none`() {
    #expect(small.schedule.groups.last?.baselineSets == 0)
  }

  @Test
  func `expands blocks to single slots by offset, each with its own tolerance or the shared one`() {
    #expect(
      small.schedule.groups.first?.slots == [
        slot(20, .required), slot(30, .peak, tolerance: 5, general), slot(40, .required),
        slot(60, .whileHigh, tolerance: 2), slot(75, .whileHigh, tolerance: 2),
        slot(90, .whileHigh, tolerance: 2),
      ]
    )
  }

  @Test func `a block of every so many minutes ends at or before its last minute`() {
    #expect(small.schedule.groups.last?.slots.map(\.minutes) == [0, 60, 120])
    #expect(minutes(every: #""every": 65, "from": 0, "until": 130"#) == [0, 65, 130])
    #expect(minutes(every: #""every": 65, "from": 0, "until": 129"#) == [0, 65])
    #expect(minutes(every: #""every": 65, "from": 129, "until": 129"#) == [129])
    #expect(minutes(every: #""every": 1440, "from": 0, "until": 1440"#) == [0, 1_440])
  }

  private func minutes(every block: String) -> [Int]? {
    let text = SmallProtocol.text.replacingOccurrences(
      of: #""every": 60, "from": 0, "until": 130"#,
      with: block
    )
    return (try? MonitoringProtocol(reading: Array(text.utf8), from: "ours.json"))?
      .schedule.groups.last?.slots.map(\.minutes)
  }

  @Test func `two hundred slots are read, and one more is not`() {
    let most = #""every": 7, "from": 0, "until": 1393"#
    #expect(minutes(every: most)?.count == 200)
    #expect(minutes(every: most.replacingOccurrences(of: "1393", with: "1400")) == nil)
  }

  @Test func `slots may begin as soon as the one before is due`() {
    // With the shared tolerance of 3 the slot at 4 begins at 1, after the one at 0.
    #expect(minutes(every: #""every": 4, "from": 0, "until": 8"#) == [0, 4, 8])
    #expect(minutes(every: #""every": 3, "from": 0, "until": 8"#) == nil)
  }

  @Test func `a protocol without a schedule and criteria has none`() throws {
    let start = try #require(SmallProtocol.text.range(of: ",\n  \"schedule\""))
    let found = try MonitoringProtocol(
      reading: Array((SmallProtocol.text[..<start.lowerBound] + "\n}").utf8),
      from: "ours.json"
    )
    #expect(found.schedule == .none)
    #expect(found.leaving.isEmpty)
    #expect(found.rules == small.rules)
  }
}
