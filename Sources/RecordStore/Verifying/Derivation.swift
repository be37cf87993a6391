import GRDB
import SessionRecord
import Synchronization

/// Derives read models again, by the code that every commit derives them with, in tables of its own.
final class Derivation: Sendable {
  private let idle = Mutex<[DatabaseQueue]>([])
  private let assessing: @Sendable (Session, [Entry]) throws -> Assessed

  init(_ assessing: @escaping @Sendable (Session, [Entry]) throws -> Assessed) {
    self.assessing = assessing
  }

  /// Nil where the log does not begin with an opening.
  func model(of session: SessionNumber, _ log: [Entry]) throws -> StoredModel? {
    let waiting = idle.withLock { $0.popLast() }
    let queue = try waiting ?? EmptyRecord.make()
    defer { idle.withLock { $0.append(queue) } }
    return try queue.inDatabase { database in
      var model: StoredModel?
      try database.inTransaction {
        var models = ReadModels(of: session, after: [], in: database)
        try models.take(log)
        if let known = models.session {
          let assessed = try assessing(known, log.onOneClock())
          try models.store(assessed.flags)
          try models.store(assessed.tally)
          model = try StoredModel(of: session.value, database)
        }
        // The next session finds the tables empty again.
        return .rollback
      }
      return model
    }
  }
}
