import GRDB
import SessionRecord

extension Verifying {
  mutating func lookAtLog(_ progress: (Int, Int) -> Void) {
    let check = LogCheck(
      record: record,
      connections: connections,
      sealed: seals.over.mapValues { Set($0.map(\.entry)) },
      upTo: mark.commit
    )
    let parts = ranges
    let all = total
    let read = concurrently(parts, done: { progress($0 * all / parts.count / passes, all) }) {
      check.look(at: $0)
    }
    var commits = CommitNumbers(upTo: mark.commit, entries: mark.entries)
    for part in read {
      findings.add(contentsOf: part.findings.all)
      for stream in part.streams where streams.updateValue(stream, forKey: stream.stream) != nil {
        findings.add(.stream(stream.stream), .unreadable(why: "its entries do not lie together"))
      }
      commits.take(part.commits)
    }
    newestCommit = commits.newest
    guard only == nil else { return lookForRowWithoutLog() }
    let rows = streams.values.reduce(0) { $0 + $1.entries }
    if rows != mark.entries {
      findings.add(.log, .notAllFound(rows: rows, indexed: mark.entries))
    }
    if let (first, count) = commits.missing {
      findings.add(.log, .commitsMissing(first: first, count: count))
    }
    for gap in missingSessions { findings.add(.log, .sessionsMissing(first: gap.0, last: gap.1)) }
  }

  /// A session that is listed, and of which the log has nothing.
  private mutating func lookForRowWithoutLog() {
    guard case .session(let number)? = only, streams.isEmpty else { return }
    let connections = connections
    findings.look(at: .readModel(number)) { findings in
      let isListed = try connections.read { database in
        try database.firstStored("SELECT 1 FROM session WHERE number = ?", [number.value]) { _ in
          true
        }
      }
      if isListed == true { findings.add(.readModel(number), .rowsWithoutLog(table: "session")) }
    }
  }

  private var passes: Int { level == .full ? 2 : 1 }
  var total: Int { passes * max(1, only == nil ? mark.sessions : 1) }

  private var ranges: [LogRange] {
    if let only { return [.stream(only)] }
    let chunks = stride(from: 1, through: mark.sessions, by: Verifying.sessionsAtOnce).map {
      LogRange.sessions($0..<min($0 + Verifying.sessionsAtOnce, mark.sessions + 1))
    }
    return [.courses] + chunks + [.sessionsFrom(mark.sessions + 1), .strays]
  }

  /// Sessions are numbered without gaps.
  var missingSessions: [(Int, Int)] {
    var missing: [(Int, Int)] = []
    var expected = 1
    for number in sessionNumbers {
      if number > expected { missing.append((expected, number - 1)) }
      expected = number &+ 1
    }
    return missing
  }

  private var sessionNumbers: [Int] {
    streams.keys.compactMap { stream in
      guard case .session(let number) = stream else { return nil }
      return number.value
    }.sorted()
  }

  private static let sessionsAtOnce = 64
}
