import Foundation
import Monitoring
import SessionRecord
import TestSupport

/// A session that a seed decides: its protocol, its log, and the instant it is asked about.
struct RandomSession {
  let seed: UInt64
  var monitoringProtocol: MonitoringProtocol
  var log: [Entry]
  var asOf: Instant

  init(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var protocols = RandomProtocol(dice: SeededGenerator(seed: seed &* 31 &+ 7))
    let monitoringProtocol = protocols.make()
    var entries = RandomEntries(monitoringProtocol, dice: SeededGenerator(seed: seed &* 17 &+ 3))
    let times = TellingTimes(monitoringProtocol)
    // Of its own, so that what is told afterwards changes nothing else of a seed's session.
    var sources = SeededGenerator(seed: seed &* 13 &+ 5)
    let isToldAfterwards = sources.chance(30)
    var log: [Entry] = []
    var clock = SessionText.origin
    var commit = 0
    for place in 0..<(dice.chance(1) ? 50 : dice.number(4...15)) {
      // Other sessions commit to the same record in between.
      commit += dice.chance(15) ? 3 : 1
      for _ in 0..<(place == 0 ? 1 : dice.pick(1, 1, 1, 2, 3, 5)) {
        let content: Content
        let observed: Instant
        if log.isEmpty {
          content = .opened(
            try RandomSession.opening(spo2Scale: dice.chance(30) ? .two : .one)
          )
          observed = clock
        } else {
          content = try entries.next(after: log, by: clock)
          observed = RandomSession.observed(content, in: log, by: clock, times, &dice)
        }
        log.append(
          try RandomSession.entry(
            log.count + 1,
            commit,
            content,
            observed: observed,
            recorded: clock,
            source: isToldAfterwards ? RandomSession.source(&sources) : .typed
          )
        )
        if dice.chance(10) { clock = clock + TimeSpan(milliseconds: dice.pick(1, 1_000, -30_000)) }
      }
      if dice.chance(35), let next = times.next(log, after: clock, &dice) {
        clock = next
      } else {
        clock = clock + RandomSession.step(&dice)
      }
    }
    self.seed = seed
    self.monitoringProtocol = monitoringProtocol
    self.log = log
    asOf = RandomSession.asOf(log, times, &dice)
  }

  private static func source(_ dice: inout SeededGenerator) -> Source {
    switch dice.number(1...4) {
    case 1: .typed
    case 2: .copy(of: SessionNumber(7), EntryNumber(dice.number(1...99)))
    default: .paper
    }
  }

  /// Mostly on a grid of half minutes, so that readings fall on the ends of the rules' windows.
  private static func step(_ dice: inout SeededGenerator) -> TimeSpan {
    switch dice.number(1...20) {
    case 1: TimeSpan(milliseconds: dice.pick(1, -1, 999))
    case 2: .minutes(-dice.pick(1, 3, 12))
    case 3: .minutes(dice.pick(10, 11, 20, 30))
    case 4 where dice.chance(25):
      TimeSpan(milliseconds: 12 * 3_600_000 + dice.pick(0, 0, -1, 1, 3_600_000))
    case 4: .seconds(0)
    default: .seconds(30 * dice.pick(1, 1, 2, 2, 3, 4, 8, 10))
    }
  }

  /// Never later than recorded: now, late, or at a telling distance from an earlier entry.
  private static func observed(
    _ content: Content,
    in log: [Entry],
    by clock: Instant,
    _ times: TellingTimes,
    _ dice: inout SeededGenerator
  ) -> Instant {
    // Of several deferrals the later one is often about an earlier slot.
    if content.kind == .deferred, let last = log.last, last.content.kind == .deferred,
      dice.chance(75)
    {
      return min(last.observed.instant - .seconds(30 * dice.number(0...16)), clock)
    }
    if dice.chance(30), let telling = times.telling(log, by: clock, &dice) { return telling }
    switch dice.number(1...10) {
    case 1: return clock - .seconds(30 * dice.number(1...40))
    case 2...5:
      let other = log[dice.number(0...log.count - 1)].observed.instant
      let time =
        other + .minutes(dice.pick(0, 1, 10, 30, -30, -10))
        + TimeSpan(
          milliseconds: dice.pick(0, 0, 0, 0, 1, -1)
        )
      return min(time, clock)
    default: return clock
    }
  }

  private static func asOf(
    _ log: [Entry],
    _ times: TellingTimes,
    _ dice: inout SeededGenerator
  ) -> Instant {
    let recorded = log.map(\.recorded.instant)
    let end = recorded.max() ?? SessionText.origin
    if dice.chance(20) {
      return recorded[dice.number(0...recorded.count - 1)]
        + TimeSpan(milliseconds: dice.pick(0, 0, -1, 1, 30_000))
    }
    if dice.chance(5) {
      return end + .hours(12) + TimeSpan(milliseconds: dice.pick(0, 0, -1, 1, 600_000))
    }
    if dice.chance(50), let next = times.next(log, after: end, &dice) { return next }
    return end + .seconds(30 * dice.pick(0, 1, 2, 10, 19, 20, 21, 240))
  }

  static func opening(spo2Scale: SpO2Scale = .one) throws -> Opening {
    Opening(
      patient: try PatientCode("P-1"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(
        id: ProtocolID("made"),
        version: "1",
        digest: .zero
      ),
      setting: .clinic,
      zone: "UTC",
      prescriber: nil,
      spo2Scale: spo2Scale
    )
  }

  static func entry(
    _ number: Int,
    _ commit: Int,
    _ content: Content,
    observed: Instant,
    recorded: Instant,
    source: Source = .typed
  ) throws -> Entry {
    let low = UInt8(number % 256)
    let high = UInt8(number / 256 % 256)
    let uuid = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, high, low))
    return Entry(
      Draft(
        id: EntryID(uuid),
        observed: Stamp(observed, offsetMinutes: 60),
        author: try ClinicianCode("KO"),
        source: source,
        content: content
      ),
      stream: .session(SessionNumber(1)),
      number: EntryNumber(number),
      commit: CommitNumber(commit),
      recorded: Stamp(recorded, offsetMinutes: 60),
      monotonic: MonotonicTime(nanoseconds: number, boot: nil),
      record: uuid
    )
  }
}
