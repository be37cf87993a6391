import Monitoring
import SessionRecord
import TestSupport
import Testing

/// What holds of the schedule of every session, whatever was typed.
@Suite struct SchedulePropertyTests {
  private static let seeds: ClosedRange<UInt64> = 1...150

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any order of typing gives the same slots and overdue flags`(shuffle: UInt64) throws {
    var slots = 0
    var flags = 0
    for seed in Self.seeds {
      let session = try RandomSession(seed: seed)
      var dice = SeededGenerator(seed: seed &* 7 &+ shuffle)
      let inOrder = try TypedAnew(session, order: { $0 })
      let shuffled = try TypedAnew(session, order: { $0.shuffled(using: &dice) })
      let expected = inOrder.engineSays
      slots += inOrder.slotCount
      flags += expected.count { $0.hasPrefix("overdue") }
      #expect(shuffled.engineSays == expected, "seed \(seed)")
      // The reference is slow, and is asked about some of them.
      if seed <= 20 { #expect(shuffled.referenceSays == expected, "seed \(seed)") }
    }
    #expect(slots > 100 && flags > 30)
  }

  @Test func `no instant is without the state that its time asks for`() throws {
    var looks = 0
    var states: Set<String> = []
    for seed in Self.seeds {
      let session = try RandomSession(seed: seed)
      for instant in session.tellingInstants {
        let found = assess(session.log, under: session.monitoringProtocol, asOf: instant)
        let closing = found.chart.stopped
        let now = closing.map { min($0, instant) } ?? instant
        for group in found.schedule {
          for (place, slot) in group.slots.enumerated() {
            looks += 1
            states.insert(slot.state.word)
            let next = place + 1 < group.slots.count ? group.slots[place + 1] : nil
            #expect(slot.ends == next?.opens, "seed \(seed)")
            #expect(slot.due == found.timeZero.map { $0 + .minutes(slot.minutes) }, "seed \(seed)")
            guard !slot.state.isClosed else { continue }
            let expected = open(slot, of: group.group, at: now)
            #expect(slot.state == expected, "seed \(seed) at \(SessionText.time(instant))")
          }
        }
      }
    }
    #expect(looks > 1_000 && states.count == 8)
  }

  @Test func `partial sets move nothing and close nothing`() throws {
    var sets = 0
    for seed in Self.seeds {
      let session = try RandomSession(seed: seed)
      let groups = session.monitoringProtocol.schedule.groups.filter { $0.needs.count > 1 }
      guard !groups.isEmpty else { continue }
      let missing = try PartialSets(session, of: groups, seed: seed)
      sets += missing.count
      for instant in missing.instants {
        let without = assess(missing.bare, under: missing.monitoringProtocol, asOf: instant)
        let with = assess(missing.log, under: missing.monitoringProtocol, asOf: instant)
        #expect(with.schedule == without.schedule, "seed \(seed)")
        #expect(with.flags.map(\.identity) == without.flags.map(\.identity), "seed \(seed)")
        #expect(with.flags.map(\.state) == without.flags.map(\.state), "seed \(seed)")
      }
    }
    #expect(sets > 200)
  }

  private func open(_ slot: Slot, of group: ScheduleGroup, at now: Instant) -> SlotState {
    let missed = slot.due + group.missed
    if now < slot.opens { return .upcoming }
    if now >= slot.ends.map({ min($0, missed) }) ?? missed { return .missed }
    return now >= slot.due + group.overdue ? .overdue : .due
  }
}

extension RandomSession {
  /// Where something of the schedule begins or ends, and where entries came, each ±1 ms.
  fileprivate var tellingInstants: [Instant] {
    let found = assess(log, under: monitoringProtocol, asOf: asOf)
    var instants = log.map(\.recorded.instant)
    for group in found.schedule {
      for slot in group.slots {
        instants += [
          slot.opens, slot.due, slot.due + slot.planned.tolerance, slot.due + group.group.overdue,
          slot.due + group.group.missed,
        ]
      }
    }
    let millisecond = TimeSpan(milliseconds: 1)
    return Set(instants.flatMap { [$0 - millisecond, $0, $0 + millisecond] }).sorted()
  }
}
