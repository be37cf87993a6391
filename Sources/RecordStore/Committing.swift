import GRDB
import SessionRecord

/// How much of a commit is found in the record afterwards.
enum CommitPresence {
  case all
  case none
  /// Commits are all or nothing; this is damage.
  case some

  init(found: Int, of count: Int) {
    self = found == count ? .all : found == 0 ? .none : .some
  }
}

extension RecordStore {
  /// One IMMEDIATE transaction; returns only after its commit did.
  ///
  /// An error at commit does not mean *not saved*: *presence* then looks on a new connection, and
  /// decides between saved, not saved and not confirmed.
  func committing<Value>(
    _ body: (Database) throws -> Value,
    presence: (Database, Value) throws -> CommitPresence,
    ids: (Value) -> [EntryID] = { _ in [] }
  ) throws -> Value {
    if queue.configuration.readonly { throw RecordRefusal.notWritable(path: path) }
    let (value, refusal, held) = try queue.inDatabase { database in
      _ = outbox.release()
      try sayingWhy(path, .writing, in: database) { try database.beginTransaction(.immediate) }
      let value: Value
      do {
        value = try sayingWhy(path, .writing, in: database) { try body(database) }
      } catch {
        undo(database)
        throw error
      }
      do {
        try database.commit()
        return (value, RecordRefusal?.none, outbox.release())
      } catch let error as DatabaseError {
        let refusal = RecordRefusal(error, .writing, path: path, system: database.systemFailure)
        undo(database)
        return (value, refusal, outbox.release())
      } catch {
        undo(database)
        throw error
      }
    }
    if let refusal {
      try confirm(after: refusal, ids: ids(value)) { try presence($0, value) }
    } else if let file, file.isGone(from: path) {
      // A file is written to its end whatever becomes of its name; who looks for the entry looks at the path.
      throw RecordRefusal.takenAway(path: path, ids(value))
    }
    settle(held, afterError: refusal != nil)
    return value
  }

  /// Returns where the commit is in the record after all, and throws what became of it otherwise.
  func confirm(
    after refusal: RecordRefusal,
    ids: [EntryID],
    _ presence: (Database) throws -> CommitPresence
  ) throws {
    // SQLite waited for readers and gave up before it wrote; the transaction was undone whole.
    if case .busy = refusal { throw refusal }
    let found: CommitPresence
    do {
      found = try RecordStore.connect(path, readonly: true).inDatabase(presence)
    } catch {
      throw RecordRefusal.notConfirmed(ids)
    }
    switch found {
    case .all: return
    case .none:
      if case .notSaved = refusal { throw refusal }
      throw RecordRefusal.notSaved(why: refusal.problem)
    case .some: throw RecordRefusal.notConfirmed(ids)
    }
  }

  private func undo(_ database: Database) {
    // Where SQLite has undone it by itself there is nothing left to do, and no error to tell.
    if database.isInsideTransaction { try? database.rollback() }
  }
}
