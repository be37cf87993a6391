import GRDB
import SessionRecord

/// What one part of the log came to.
struct LogPart: Sendable {
  var streams: [CheckedStream] = []
  var findings = Findings()
  /// Each at least once.
  var commits: [Int] = []
  /// All rows that were read.
  var rows = 0
}

/// A part of the log that is looked at in one go, in short reads.
enum LogRange: Hashable, Sendable {
  case sessions(Range<Int>)
  /// From this number on, whatever else the key may be.
  case sessionsFrom(Int)
  case courses
  case stream(EntryStream)
  /// Rows that lie in no stream that there can be.
  case strays
}

/// Follows the chains of a part of the log.
struct LogCheck {
  /// The record's id.
  let record: [UInt8]
  let connections: ReadingConnections
  let sealed: [EntryStream: Set<Int>]
  /// The newest commit that counts.
  let upTo: Int

  func look(at range: LogRange) -> LogPart {
    switch range {
    case .sessions(let numbers): return sessions(numbers)
    case .sessionsFrom(let first):
      return scan(LogScan(kind: 1, after: .integer(first &- 1), Int.max, below: nil))
    case .courses:
      return scan(LogScan(kind: 2, after: .integer(Int.min), Int.max, below: nil))
    case .stream(.session(let number)): return sessions(number.value..<number.value &+ 1)
    case .stream(.course(let code)):
      return scan(LogScan(kind: 2, after: .text(code.text), 0, below: .text(code.text + "\u{1}")))
    case .strays: return strays()
    }
  }

  /// Where a place among them cannot be read, those beyond it are looked for by their numbers.
  private func sessions(_ numbers: Range<Int>) -> LogPart {
    func scan(_ numbers: Range<Int>) -> LogPart {
      self.scan(
        LogScan(
          kind: 1,
          after: .integer(numbers.lowerBound &- 1),
          Int.max,
          below: .integer(numbers.upperBound)
        )
      )
    }
    var part = scan(numbers)
    guard part.streams.count < numbers.count else { return part }
    let found = Set(part.streams.map(\.stream))
    for number in numbers where !found.contains(.session(SessionNumber(number))) {
      guard numbers.count > 1 else { break }
      let alone = scan(number..<number &+ 1)
      part.add(alone)
    }
    return part
  }

  private func scan(_ scan: LogScan) -> LogPart {
    var scan = scan
    var part = LogPart()
    var current: StreamCheck?
    var buffer = DigestBuffer()
    func end() {
      guard let check = current else { return }
      check.tell(&part.findings)
      if let ended = check.ended { part.streams.append(ended) }
      current = nil
    }
    while true {
      var rows = 0
      let before = scan.position
      do {
        try connections.read { database in
          try database.eachStored(scan.sql, scan.arguments) { row in
            rows += 1
            if scan.isElsewhere(row) || rows == 1 && current == nil {
              end()
              scan.take(row)
              current = scan.stream.map { begin($0, row, &buffer) }
              if current == nil { part.addStray(row) }
            }
            scan.number = row.integer(LogColumn.number) ?? 0
            if let commit = current?.take(row, &buffer) { part.commits.append(commit) }
          }
        }
      } catch {
        let place = current.map { VerificationPlace.stream($0.stream) } ?? .log
        part.findings.add(place, VerificationFault(error))
        part.rows += rows
        break
      }
      part.rows += rows
      guard rows == LogScan.rowsAtOnce else { break }
      // A damaged file need not give its rows in order.
      guard scan.position > before else {
        part.findings.add(.log, .unreadable(why: "rows of the log are not in order"))
        break
      }
    }
    end()
    return part
  }

  private func begin(
    _ stream: EntryStream,
    _ row: StoredColumns,
    _ buffer: inout DigestBuffer
  ) -> StreamCheck {
    buffer.begin(with: LogCheck.streamDomain)
    record.withUnsafeBytes { buffer.column(.blob($0)) }
    buffer.code(row[LogColumn.streamKind])
    buffer.column(row[LogColumn.streamKey])
    return StreamCheck(
      stream,
      in: buffer.digest,
      sealed: sealed[stream] ?? [],
      upTo: upTo
    )
  }

  private func strays() -> LogPart {
    var part = LogPart()
    do {
      try connections.read { database in
        for sql in LogScan.strays {
          try database.eachStored(sql) { row in
            part.addStray(row)
            part.rows += 1
          }
        }
      }
    } catch {
      part.findings.add(.log, VerificationFault(error))
    }
    return part
  }

  private static let streamDomain = Array("vigil.stream.v1".utf8) + [0]
}

extension LogPart {
  mutating func add(_ other: LogPart) {
    streams += other.streams
    findings.add(contentsOf: other.findings.all)
    commits += other.commits
    rows += other.rows
  }

  fileprivate mutating func addStray(_ row: StoredColumns) {
    let place = VerificationPlace.strayEntries(
      kind: row[LogColumn.streamKind].inWords,
      key: row[LogColumn.streamKey].inWords
    )
    if findings.all.last?.place != place { findings.add(place, .misplaced) }
  }
}

extension StoredColumns.Column {
  /// For a finding.
  var inWords: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): "\(value)"
    case .real(let bits): "\(Double(bitPattern: bits))"
    case .text(let bytes): String(decoding: bytes.prefix(64), as: UTF8.self)
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
