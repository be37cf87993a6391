import Monitoring
import SessionRecord
import Testing

/// A long session costs its length, and not the square of it.
@Suite struct LongSessionTests {
  private let count = 20_000

  /// A dose, and an entry every ten seconds after it.
  private func session(
    _ count: Int,
    _ content: (Int) throws -> Content
  ) throws -> SessionScript {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(0))
    let contents = try (1...count).map { (try content($0), minute(0, 10 * $0)) }
    try session.add(contents, recorded: minute(0, 10 * count))
    return session
  }

  private func end(_ count: Int) -> Instant { minute(0, 10 * count) }

  @Test func `room air in every line`() throws {
    try CostOfLength.check(count) { count in
      let asOf = end(count)
      let session = try session(count) { _ in
        try .set([.spo2: .measured(Quantity(.spo2, 97), verified: true), .oxygenFlow: .roomAir])
      }
      let standing = try session.readiness(
        [.saturation(onRoomAir: true), .nothingRecent],
        asOf: asOf
      )
      #expect(
        standing.criteria.map(\.state) == [
          .met(since: minute(0, 10)), .met(since: minute(0)),
        ]
      )
    }
  }

  @Test func `an effect that is absent in every line`() throws {
    try CostOfLength.check(count) { count in
      let asOf = end(count)
      let session = try session(count) { _ in .effect("vomiting", course: .absent) }
      let state = try session.state(.absent(.vomiting, 30), asOf: asOf)
      #expect(state == .met(since: minute(0, 10)))
    }
  }

  @Test func `a medicine and its words in every line, both long enough ago`() throws {
    try CostOfLength.check(count) { count in
      let asOf = end(count)
      let session = try session(count) { place in
        try place.isMultiple(of: 2) ? .dose("labetalol") : .action("labetalol 5 mg")
      }
      #expect(
        try session.state(.nothingRecent, asOf: asOf + .minutes(40))
          == .met(since: asOf + .minutes(30))
      )
    }
  }

  @Test func `an answer in every line`() throws {
    try CostOfLength.check(count) { count in
      let asOf = end(count)
      let session = try session(count) { _ in try .answer("c1", true) }
      #expect(try session.state(.answered, asOf: asOf) == .met(since: minute(0, 10)))
    }
  }

  @Test func `a quiet pressure in every line`() throws {
    try CostOfLength.check(count) { count in
      let asOf = end(count)
      let session = try session(count) { _ in try .pressure(118, 76) }
      #expect(try session.state(.settledPressure, asOf: asOf) == .met(since: minute(10, 10)))
    }
  }
}
