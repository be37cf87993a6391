import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// What an answer ends with, from readings that were put together by hand.
struct DuePhrasesTests {
  private let bp = DuePhrasesTests.group("bp", "blood pressure and heart rate")
  private let resp = DuePhrasesTests.group("resp", "respiration")

  private static func group(_ id: String, _ title: String) -> ScheduleGroup {
    ScheduleGroup(
      id: GroupID(id),
      title: title,
      needs: [.sign(.systolic)],
      priority: .medium,
      overdue: .minutes(5),
      missed: .minutes(15),
      slots: [],
      baselineSets: 2,
      basis: Basis(.proposed, sources: [])
    )
  }

  private func slot(
    _ group: ScheduleGroup,
    _ minutes: Int,
    _ due: String,
    overdueSince: String? = nil
  ) throws -> DueReading {
    let log = try SampleLog()
    return DueReading(
      group: group,
      kind: .slot(minutes: minutes, .required),
      due: try log.at(due),
      overdueSince: try overdueSince.map(log.at),
      isOpen: true
    )
  }

  private func baseline(_ group: ScheduleGroup, taken: Int, of wanted: Int) throws -> DueReading {
    DueReading(
      group: group,
      kind: .baseline(taken: taken, wanted: wanted),
      due: try SampleLog().at("14:15"),
      overdueSince: nil,
      isOpen: true
    )
  }

  private func text(
    _ readings: [DueReading],
    now: String,
    isDosed: Bool = true,
    hasSchedule: Bool = true,
    saysHowLong: Bool = false,
    awaited: String? = nil
  ) throws -> String? {
    let log = try SampleLog()
    return DuePhrases(
      readings,
      under: hasSchedule ? Schedule(groups: [bp, resp]) : .none,
      timeZero: isDosed ? try log.at("14:00") : nil,
      now: try log.at(now),
      clock: SessionClock(log.zone),
      awaited: awaited
    ).phrase(saysHowLong: saysHowLong)?.text.spaced
  }

  @Test func `names groups that are due at one time as one item`() throws {
    let both = [try slot(bp, 20, "14:20"), try slot(resp, 20, "14:20")]
    #expect(
      try text(both, now: "14:12")
        == "Next: blood pressure and heart rate, respiration 14:20 (T+20)."
    )
  }

  @Test func `names only the earliest of what is to come`() throws {
    let apart = [try slot(bp, 20, "14:20"), try slot(resp, 30, "14:30")]
    #expect(
      try text(apart, now: "14:12") == "Next: blood pressure and heart rate 14:20 (T+20)."
    )
  }

  @Test func `says since when something is overdue, and what comes next`() throws {
    let readings = [
      try slot(bp, 20, "14:20", overdueSince: "14:25"), try slot(bp, 30, "14:30"),
      try slot(resp, 30, "14:30"),
    ]
    #expect(
      try text(readings, now: "14:26")
        == "OVERDUE since 14:25: blood pressure and heart rate T+20. "
        + "Next: blood pressure and heart rate, respiration 14:30 (T+30)."
    )
    #expect(
      try text(readings, now: "14:26", saysHowLong: true)?.hasPrefix(
        "OVERDUE by 6 min, due 14:20: blood pressure and heart rate T+20."
      ) == true
    )
  }

  @Test func `keeps apart what is overdue since different times`() throws {
    let readings = [
      try slot(bp, 20, "14:20", overdueSince: "14:25"),
      try slot(resp, 30, "14:30", overdueSince: "14:35"),
    ]
    #expect(
      try text(readings, now: "14:40")
        == "OVERDUE since 14:25: blood pressure and heart rate T+20; "
        + "since 14:35: respiration T+30."
    )
  }

  @Test func `says what is due now from the minute on which it is due`() throws {
    let readings = [try slot(bp, 20, "14:20")]
    #expect(try text(readings, now: "14:19")?.hasPrefix("Next:") == true)
    for now in ["14:20", "14:24"] {
      #expect(
        try text(readings, now: now)
          == "Due now: blood pressure and heart rate since 14:20 (T+20)."
      )
    }
  }

  @Test func `says which drug the schedule waits for where another was given`() throws {
    #expect(
      try text([], now: "14:02", isDosed: false, awaited: "ketamine")
        == "The schedule starts with ketamine, and none of it was given: nothing is due by time."
    )
  }

  @Test func `says how many baseline sets there are, and by when one is wanted`() throws {
    let readings = [try baseline(bp, taken: 1, of: 2), try baseline(resp, taken: 0, of: 1)]
    #expect(
      try text(readings, now: "14:02", isDosed: false)
        == "Next: baseline of blood pressure and heart rate by 14:15 (1 of 2 sets); "
        + "baseline of respiration by 14:15 (0 of 1 set)."
    )
    #expect(
      try text([readings[0]], now: "14:20", isDosed: false)
        == "Due now: baseline of blood pressure and heart rate (1 of 2 sets)."
    )
  }

  @Test func `says that nothing is due, and says nothing without a schedule`() throws {
    #expect(
      try text([], now: "14:02", isDosed: false) == "The schedule starts with the dose."
    )
    #expect(try text([], now: "23:02") == "Nothing more is due: the schedule is over.")
    #expect(try text([], now: "14:02", hasSchedule: false) == nil)
  }

  @Test func `names the day of what is due after midnight`() throws {
    let log = try SampleLog()
    let late = DueReading(
      group: bp,
      kind: .slot(minutes: 610, .required),
      due: try log.at("23:55") + .minutes(15),
      overdueSince: nil,
      isOpen: false
    )
    #expect(
      try text([late], now: "23:55")
        == "Next: blood pressure and heart rate 2026-11-20 00:10 (T+610)."
    )
  }
}
