import Foundation
import GRDB
import Monitoring
import SessionRecord
import Supervision
import TestSupport
import Testing

@testable import RecordStore

/// Logs that no Vigil would write, each entry of which can be read: verifying names them and lives through them.
@Suite struct `Verifying a log that makes no sense` {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `with entries that say what others said, or are gone, is damage and no crash`(
    seed: UInt64
  )
    throws
  {
    var random = SeededGenerator(seed: seed)
    let ward = try Ward.withMistakenSession(sealing: true)
    try ward.move()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: ward.path))
    for round in 0..<25 {
      try bytes.write(to: URL(fileURLWithPath: ward.path))
      let session = random.number(1...2)
      try ward.shuffle(session, &random)
      let store = try RecordStore.open(at: ward.path, .reading, now: ward.hands.now)
      let found = try store.verify(.record, level: .full, assessing: assessing(in: store))
      #expect(found.outcome == .damaged, "seed \(seed), round \(round)")
      let places = found.damages.compactMap(\.place.stream)
      #expect(
        Set(places) == [.session(SessionNumber(session))],
        "seed \(seed), round \(round): \(places)"
      )
    }
  }
}

extension Ward {
  /// Gives entries of a session the contents of others of it, and may remove one, as whoever drops the triggers can.
  fileprivate func shuffle(_ session: Int, _ random: inout SeededGenerator) throws {
    let store = supervision.store
    let count = try store.entries(of: SessionNumber(session)).count
    var statements = """
      DROP TRIGGER entry_is_not_updated; DROP TRIGGER entry_is_not_deleted;
      CREATE TEMP TABLE was AS SELECT * FROM entry WHERE stream_kind = 1 AND stream_key = \(session);

      """
    for _ in 0..<random.number(1...6) {
      let (to, from) = (random.number(1...count), random.number(1...count))
      statements += """
        UPDATE entry SET (kind, body) = (SELECT kind, body FROM temp.was WHERE number = \(from)),
          author = author || 'x'
        WHERE stream_kind = 1 AND stream_key = \(session) AND number = \(to);

        """
    }
    if random.once(in: 3) {
      statements += """
        DELETE FROM entry WHERE stream_kind = 1 AND stream_key = \(session)
          AND number = \(random.number(1...count));

        """
    }
    try tamper(statements)
  }
}
