import Foundation
import SessionRecord
import TestSupport
import Testing

@Suite("A session's log on one clock")
struct OneClockTests {
  private static let boot = UUID()

  /// Minutes by the clock on the wall and by the one that never steps.
  private func entry(
    _ number: Int,
    wall: Int,
    real: Int,
    boot: UUID? = OneClockTests.boot,
    source: Source = .typed,
    observed: Int? = nil,
    _ content: Content = .note("x")
  ) throws -> Entry {
    func stamp(_ minutes: Int) -> Stamp {
      Stamp(Instant(milliseconds: minutes * 60_000), offsetMinutes: 60)
    }
    return Entry(
      Draft(
        id: EntryID(UUID()),
        observed: stamp(observed ?? wall),
        author: try ClinicianCode("KO"),
        source: source,
        content: content
      ),
      stream: .session(SessionNumber(1)),
      number: EntryNumber(number),
      commit: CommitNumber(number),
      recorded: stamp(wall),
      monotonic: MonotonicTime(nanoseconds: real * 60_000_000_000, boot: boot),
      record: UUID()
    )
  }

  private func step(minutes: Int) throws -> ClockStep {
    try #require(ClockStep(by: .minutes(minutes)))
  }

  private func found(wall: Int, real: Int, boot: UUID? = OneClockTests.boot) throws -> TimeSpan? {
    ClockStep(
      since: try entry(1, wall: 100, real: 50),
      to: Instant(milliseconds: wall),
      MonotonicTime(nanoseconds: real * 1_000_000, boot: boot)
    )?.by
  }

  private static let last = (wall: 6_000_000, real: 3_000_000)

  @Test func `a step is what the clock went further than time did`() throws {
    let (wall, real) = OneClockTests.last
    #expect(try found(wall: wall + 60_000, real: real + 60_000) == nil)
    #expect(try found(wall: wall + 60_000 + 3_600_000, real: real + 60_000) == .hours(1))
    #expect(try found(wall: wall + 60_000 - 3_600_000, real: real + 60_000) == .hours(-1))
  }

  @Test func `two seconds go without a word, and a millisecond more does not`() throws {
    let (wall, real) = OneClockTests.last
    #expect(try found(wall: wall + 2_000, real: real) == nil)
    #expect(try found(wall: wall - 2_000, real: real) == nil)
    #expect(try found(wall: wall + 2_001, real: real) == TimeSpan(milliseconds: 2_001))
    #expect(try found(wall: wall - 2_001, real: real) == TimeSpan(milliseconds: -2_001))
  }

  @Test
  func `nothing is known across a start of the machine, without a name of the boot, or backwards`()
    throws
  {
    let (wall, real) = OneClockTests.last
    #expect(try found(wall: wall + 9_000_000, real: real, boot: UUID()) == nil)
    #expect(try found(wall: wall + 9_000_000, real: real, boot: nil) == nil)
    #expect(try found(wall: wall + 9_000_000, real: real - 1) == nil)
  }

  @Test func `a log without a step is left as it is`() throws {
    let log = try [entry(1, wall: 0, real: 0), entry(2, wall: 5, real: 5)]
    #expect(log.onOneClock() == log)
  }

  @Test func `earlier times move by every later step, and lengths of time are those that passed`()
    throws
  {
    // At minute 10 the clock goes back by an hour, at minute 20 forward by a quarter of one.
    let log = try [
      entry(1, wall: 600, real: 0), entry(2, wall: 605, real: 5),
      entry(3, wall: 550, real: 10, .clockStep(step(minutes: -60))), entry(4, wall: 550, real: 10),
      entry(5, wall: 575, real: 20, .clockStep(step(minutes: 15))), entry(6, wall: 576, real: 21),
    ]
    let shown = log.onOneClock()
    #expect(
      shown.map { $0.observed.instant.milliseconds / 60_000 } == [555, 560, 565, 565, 575, 576]
    )
    let zero = shown[0].recorded.instant
    #expect(shown.map { ($0.recorded.instant - zero).wholeMinutes } == [0, 5, 10, 10, 20, 21])
    #expect(shown.map(\.asWritten) == log)
    #expect(shown.onOneClock() == shown, "once is enough")
  }

  @Test func `a step that is not yet in the log moves all of it`() throws {
    let log = try [entry(1, wall: 600, real: 0), entry(2, wall: 605, real: 5)]
    let shown = log.onOneClock(after: try step(minutes: 30))
    #expect(shown.map { $0.recorded.instant.milliseconds / 60_000 } == [630, 635])
    #expect(shown.map(\.clockMovedBy) == [.minutes(30), .minutes(30)])
    #expect(shown.map(\.asWritten) == log)
  }

  @Test(arguments: [
    Source.imported(document: "monitor.csv"), .paper,
  ])
  func `what another clock gave is not moved`(source: Source) throws {
    let log = try [entry(1, wall: 600, real: 0, source: source, observed: 300)]
    let shown = log.onOneClock(after: try step(minutes: 30))
    #expect(shown[0].observed == log[0].observed)
    #expect(shown[0].recorded.instant - log[0].recorded.instant == .minutes(30))
  }

  @Test func `the time that a correction gives moves with it`() throws {
    let to = Stamp(Instant(milliseconds: 590 * 60_000), offsetMinutes: 60)
    let amendment = Amendment(
      of: EntryNumber(1),
      content: .note("y"),
      observed: to,
      reason: "wrong time"
    )
    let log = try [
      entry(1, wall: 600, real: 0), entry(2, wall: 605, real: 5, .amendment(amendment)),
    ]
    let shown = log.onOneClock(after: try step(minutes: -60))
    guard case .amendment(let moved) = shown[1].content else {
      Issue.record("no amendment")
      return
    }
    #expect(moved.observed?.instant == Instant(milliseconds: 530 * 60_000))
    #expect(shown.map(\.asWritten) == log)
  }

  @Test
  func `a machine that came up with its clock too far back, set right then, leaves what was right`()
    throws
  {
    let other = UUID()
    // Started again after minute 5, an hour back, and set right at minute 20.
    let log = try [
      entry(1, wall: 600, real: 0), entry(2, wall: 605, real: 5),
      entry(3, wall: 550, real: 1, boot: other), entry(4, wall: 555, real: 6, boot: other),
      entry(5, wall: 620, real: 11, boot: other, .clockStep(step(minutes: 60))),
    ]
    let shown = log.onOneClock()
    #expect(
      shown.map { $0.observed.instant.milliseconds / 60_000 } == [600, 605, 610, 615, 620]
    )
    #expect(shown.map(\.asWritten) == log)
    #expect(shown.onOneClock() == shown, "once is enough")
    #expect(Array(log.dropLast()).onOneClock(after: try step(minutes: 60)) == shown.dropLast())
  }

  @Test func `a clock that was wrong before and after a start is set right for both`() throws {
    let other = UUID()
    let log = try [
      entry(1, wall: 600, real: 0), entry(2, wall: 610, real: 1, boot: other),
      entry(3, wall: 680, real: 11, boot: other, .clockStep(step(minutes: 60))),
    ]
    #expect(log.onOneClock().map { $0.observed.instant.milliseconds / 60_000 } == [660, 670, 680])
  }

  @Test func `a step that does not put the order right is for all that was written before`() throws
  {
    let log = try [
      entry(1, wall: 600, real: 0), entry(2, wall: 300, real: 1, boot: UUID()),
      entry(3, wall: 370, real: 11, boot: UUID()),
    ]
    let shown = log.onOneClock(after: try step(minutes: 60))
    #expect(shown.map { $0.observed.instant.milliseconds / 60_000 } == [660, 360, 430])
  }

  @Test func `a session beside its log was opened when that says so, and keeps its label`() throws {
    let digest = RecordDigest.zero
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: digest,
      monitoringProtocol: ProtocolReference(
        id: ProtocolID("house"),
        version: "1",
        digest: digest
      ),
      setting: .clinic,
      zone: "UTC",
      prescriber: nil
    )
    let opened = try entry(1, wall: 600, real: 0)
    let session = Session(
      number: SessionNumber(1),
      opening: opening,
      opened: opened.observed,
      closed: nil,
      state: .open,
      room: nil
    )
    #expect(session.beside([opened]) == session)
    let moved = session.beside([opened].onOneClock(after: try step(minutes: 365 * 24 * 60)))
    #expect(moved.opened.instant - session.opened.instant == .minutes(365 * 24 * 60))
    #expect(moved.label == session.label)
  }
}
