import GRDB
import SessionRecord

/// How far the record had come when it began to be looked at, read at one moment.
///
/// What is added afterwards is chained to what was there, and is not counted.
struct HighWater: Hashable, Sendable {
  /// The newest; what cannot be read leaves everything to be counted.
  private(set) var commit = Int.max
  private(set) var seal = 0
  private(set) var access = 0
  /// Rows of the log and of the chain of seals.
  private(set) var entries = 0
  private(set) var seals = 0
  private(set) var session = 0

  /// In one short transaction; throws where the record cannot be read now.
  init(_ connections: ReadingConnections, version: Int, _ findings: inout Findings) throws {
    var mark = self
    var found = Findings()
    try connections.read { database in
      try database.inTransaction(.deferred) {
        try mark.read(database, version: version, &found)
        return .rollback
      }
    }
    self = mark
    findings.add(contentsOf: found.all)
  }

  private mutating func read(
    _ database: Database,
    version: Int,
    _ findings: inout Findings
  ) throws {
    var mark = self
    func look(at place: VerificationPlace, _ body: () throws -> Void) throws {
      do {
        try body()
      } catch let error as DatabaseError where error.isOfTheMachine {
        throw error
      } catch {
        findings.add(place, VerificationFault(error))
      }
    }
    try look(at: .log) {
      mark.commit = try database.storedInteger("SELECT max(commit_number) FROM entry")
    }
    try look(at: .log) {
      mark.entries = try database.storedInteger("SELECT count(*) FROM entry")
      mark.session = try database.storedInteger(
        "SELECT stream_key FROM entry WHERE stream_kind = 1 ORDER BY stream_key DESC LIMIT 1"
      )
    }
    try look(at: .accesses) {
      mark.access = try database.storedInteger("SELECT max(number) FROM access")
    }
    try look(at: .seals) {
      mark.seals = try database.storedInteger("SELECT count(*) FROM seal")
      if version > 1 { mark.seal = try database.storedInteger("SELECT max(number) FROM seal") }
    }
    self = mark
  }

  /// Every session has an entry, so that no more of them are walked through one by one.
  var sessions: Int { max(0, min(session, entries)) }
}

extension Database {
  /// 0 where there is none, or no integer.
  func storedInteger(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try firstStored(sql, arguments) { $0.integer(0) ?? 0 } ?? 0
  }
}
