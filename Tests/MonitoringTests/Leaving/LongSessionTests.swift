import Monitoring
import SessionRecord
import Testing

/// A long session costs its length: with a cost that grew with its square, these would run for many minutes.
@Suite struct LongSessionTests {
  private let count = 20_000

  /// A dose, and an entry every ten seconds after it.
  private func session(_ content: (Int) throws -> Content) throws -> SessionScript {
    var session = try SessionScript()
    try session.add(.dose("ketamine"), at: minute(0))
    let contents = try (1...count).map { (try content($0), minute(0, 10 * $0)) }
    try session.add(contents, recorded: minute(0, 10 * count))
    return session
  }

  private var asOf: Instant { minute(0, 10 * count) }

  @Test(.timeLimit(.minutes(1)))
  func `room air in every line`() throws {
    let session = try session { _ in
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

  @Test(.timeLimit(.minutes(1)))
  func `an effect that is absent in every line`() throws {
    let session = try session { _ in .effect("vomiting", course: .absent) }
    let state = try session.state(.absent(.vomiting, 30), asOf: asOf)
    #expect(state == .met(since: minute(0, 10)))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a medicine and its words in every line, both long enough ago`() throws {
    let session = try session { place in
      try place.isMultiple(of: 2) ? .dose("labetalol") : .action("labetalol 5 mg")
    }
    #expect(
      try session.state(.nothingRecent, asOf: asOf + .minutes(40))
        == .met(since: asOf + .minutes(30))
    )
  }

  @Test(.timeLimit(.minutes(1)))
  func `an answer in every line`() throws {
    let session = try session { _ in try .answer("c1", true) }
    #expect(try session.state(.answered, asOf: asOf) == .met(since: minute(0, 10)))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a quiet pressure in every line`() throws {
    let session = try session { _ in try .pressure(118, 76) }
    #expect(try session.state(.settledPressure, asOf: asOf) == .met(since: minute(10, 10)))
  }
}
