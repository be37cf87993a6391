import Monitoring
import SessionRecord
import Testing

/// What is met, and since when, equals a slow reckoning of every half minute.
@Suite struct SlowLeavingTests {
  /// All turns lie on whole minutes, or a millisecond after one: between them half a minute tells.
  private func instants(to clock: Instant) -> [Instant] {
    let halves = (clock - SessionScript.start).milliseconds / 30_000
    return (0...halves).map { SessionScript.start + .seconds(30 * $0) }
  }

  @Test(arguments: UInt64(1)...120)
  func `met since when, as reckoned for every half minute`(seed: UInt64) throws {
    let random = try RandomLeaving(seed: seed)
    let file = try random.file
    let slow = SlowLeaving(file)
    let instants = instants(to: random.clock)
    for standing in file.readiness.criteria {
      var since: Instant?
      if case .met(let found) = standing.state { since = found }
      #expect(
        since == slow.metSince(standing.criterion, at: instants),
        "seed \(seed), \(standing.criterion.id): \(standing.state)"
      )
    }
  }

  @Test func `the sessions have each criterion met, not met, and met again after a break`() throws {
    var met: Set<String> = []
    var unmet: Set<String> = []
    var again: Set<String> = []
    let all = Set((1...11).map { "c\($0)" })
    for seed in UInt64(1)...120 {
      let random = try RandomLeaving(seed: seed)
      let file = try random.file
      let slow = SlowLeaving(file)
      for standing in file.readiness.criteria {
        let id = standing.criterion.id.text
        guard case .met(let since) = standing.state else {
          unmet.insert(id)
          continue
        }
        met.insert(id)
        guard !again.contains(id) else { continue }
        let before = instants(to: random.clock).filter { $0 < since }
        if before.contains(where: { slow.isMet(standing.criterion, at: $0) }) { again.insert(id) }
      }
    }
    #expect(met == all)
    #expect(unmet == all)
    // Time since the start runs on without a break.
    #expect(again == all.subtracting(["c1"]))
  }

  @Test func `the slow reckoning is of another session where one reading is another`() throws {
    var session = try SessionScript()
    try session.add(.value(.spo2, 97), at: minute(40))
    try session.add(.value(.spo2, 91), at: minute(60))
    let other = try session.file(under: .leaving([.saturation()]), asOf: minute(70))
    try session.add(.value(.spo2, 97), at: minute(65))
    let file = try session.file(under: .leaving([.saturation()]), asOf: minute(70))
    let criterion = try #require(file.readiness.criteria.first)
    let instants = instants(to: minute(70))
    #expect(criterion.state == .met(since: minute(65)))
    #expect(SlowLeaving(file).metSince(criterion.criterion, at: instants) == minute(65))
    #expect(SlowLeaving(other).metSince(criterion.criterion, at: instants) == nil)
  }
}
