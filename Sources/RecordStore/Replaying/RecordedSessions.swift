import Dispatch
import GRDB
package import SessionRecord
import Synchronization

extension RecordStore {
  /// The sessions that were not struck out, by number: opened at or after, and under a protocol of that
  /// id in any version; what is nil does not narrow.
  package func recordedSessions(since: Instant?, under id: ProtocolID? = nil) throws -> [Session] {
    var condition = Condition()
    condition.require("s.opened_ms", ">=", since?.milliseconds.databaseValue)
    condition.require("s.state <> 4")
    return try reading { try $0.sessionRows(condition) }.sessions(path: path)
      .filter { id == nil || $0.opening.monitoringProtocol.id == id }
  }

  /// Makes a value of each of these sessions, on every core, and gives them in the sessions' order.
  ///
  /// Rows are read a few sessions at a time, each time in a short read of its own, in which a session's
  /// log and flags agree; they are decoded afterwards. *progress* is told on the caller's thread how
  /// many of how many sessions are done. The first error, by session, is passed on.
  package func recorded<Value: Sendable>(
    _ sessions: [Session],
    progress: ((Int, Int) -> Void)? = nil,
    _ value: @Sendable (RecordedSession) throws -> Value
  ) throws -> [Value] {
    let chunks = stride(from: 0, to: sessions.count, by: RecordStore.sessionsAtOnce).map {
      sessions[$0..<min($0 + RecordStore.sessionsAtOnce, sessions.count)]
    }
    let connections = ReadingConnections(path: path)
    var values: [Value] = []
    values.reserveCapacity(sessions.count)
    for start in stride(from: 0, to: chunks.count, by: RecordStore.chunksAtOnce) {
      let round = chunks[start..<min(start + RecordStore.chunksAtOnce, chunks.count)]
      let results = Mutex<[Int: Result<[Value], any Error>]>([:])
      DispatchQueue.concurrentPerform(iterations: round.count) { place in
        let chunk = round[round.startIndex + place]
        let result = Result {
          try connections.rows(of: chunk).map { try value($0.decoded(path: path)) }
        }
        results.withLock { $0[place] = result }
      }
      let done = results.withLock { $0 }
      for place in 0..<round.count { values += try done[place]?.get() ?? [] }
      progress?(values.count, sessions.count)
    }
    return values
  }

  /// Few enough that reading them holds nobody up.
  static let sessionsAtOnce = 16
  /// Between two reports of progress.
  static let chunksAtOnce = 16
}
