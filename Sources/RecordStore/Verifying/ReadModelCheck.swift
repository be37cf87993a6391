import GRDB
import SessionRecord

/// Looks into a stream: whether every body can be read and stands where it may, and whether what is stored of
/// what was derived is what its seal says and what its log gives.
struct ReadModelCheck {
  let connections: ReadingConnections
  let version: Int
  let derivation: Derivation

  /// Reads them a few at a time, each time at one moment, and decodes them once nothing is held.
  func look(at streams: [EntryStream]) -> [VerificationFinding] {
    var findings = Findings()
    var left = streams[...]
    while let first = left.first {
      do {
        let read = try connections.read { try ReadStream.read(left, $0, version: version) }
        for stream in read { look(into: stream, &findings) }
        left = left.dropFirst(read.count)
      } catch {
        // One of them cannot be read: the first is looked at alone, and the others go on without it.
        findings.look(at: .stream(first)) { findings in
          let read = try connections.read { try ReadStream.read([first], $0, version: version) }
          for stream in read { look(into: stream, &findings) }
        }
        left = left.dropFirst()
      }
    }
    return findings.all
  }

  private func look(into read: ReadStream, _ findings: inout Findings) {
    guard let log = entries(of: read, &findings), case .session(let number) = read.stream else {
      return tellUnread(read, &findings)
    }
    look(at: number, read, log, &findings)
  }

  /// Nil where one of them cannot be read.
  private func entries(of read: ReadStream, _ findings: inout Findings) -> [Entry]? {
    var log: [Entry] = []
    for row in read.rows {
      let place = VerificationPlace.entry(read.stream, EntryNumber(row.number))
      guard row.encoding == currentEncoding, EntryKind.numbered(row.kind) != nil else {
        findings.add(place, .unknownEncoding)
        continue
      }
      guard let entry = try? row.entry(), entry.content.body == row.body else {
        findings.add(place, .notABody)
        continue
      }
      if !entry.content.belongs(in: read.stream, at: row.number) { findings.add(place, .misplaced) }
      log.append(entry)
    }
    return log.count == read.rows.count ? log : nil
  }

  /// What a seal says can be held against the rows although the log cannot be read.
  private func tellUnread(_ read: ReadStream, _ findings: inout Findings) {
    guard case .session(let number) = read.stream, let model = read.model else { return }
    _ = isAsSealed(number, read, model, &findings)
  }

  private func look(
    at number: SessionNumber,
    _ read: ReadStream,
    _ log: [Entry],
    _ findings: inout Findings
  ) {
    guard let model = read.model else { return }
    let place = VerificationPlace.readModel(number)
    if !model.isListed { findings.add(place, .notListed) }
    let isSealed = isAsSealed(number, read, model, &findings)
    if isSealed == false { return }
    let derived: StoredModel?
    do {
      derived = try derivation.model(of: number, log)
    } catch {
      let why = (error as? any Refusal)?.problem ?? "\(error)"
      return findings.add(place, .notDerivable(why: why))
    }
    guard let derived else { return }
    let differences = model.differences(from: derived)
    guard !differences.isEmpty else { return }
    if isSealed == true { return findings.add(place, .derivesOtherwise) }
    for (table, rows) in differences {
      findings.add(place, .notAsDerived(table: table, rows: rows))
    }
  }

  /// Nil where no seal of the record covers the last entry.
  private func isAsSealed(
    _ number: SessionNumber,
    _ read: ReadStream,
    _ model: StoredModel,
    _ findings: inout Findings
  ) -> Bool? {
    guard let (seal, derived) = read.sealed else { return nil }
    if derived == model.digest { return true }
    findings.add(.readModel(number), .notAsSealed(seal: seal))
    return false
  }
}

/// A stream as it was read at one moment, to be decoded once nothing is held.
private struct ReadStream {
  let stream: EntryStream
  private(set) var rows: [LogRow] = []
  /// Nil of a course.
  private(set) var model: StoredModel?
  /// The newest seal of the record over the last entry, and what was derived then.
  private(set) var sealed: (seal: Int, derived: RecordDigest?)?

  /// The first of these streams, as many as come to about so many rows, in one transaction; never none.
  static func read(
    _ streams: ArraySlice<EntryStream>,
    _ database: Database,
    version: Int
  ) throws -> [ReadStream] {
    var read: [ReadStream] = []
    try database.inTransaction(.deferred) {
      var rows = 0
      for stream in streams {
        guard rows < rowsAtOnce else { break }
        let one = try ReadStream(stream, database, version: version)
        rows += one.rows.count + (one.model?.count ?? 0)
        read.append(one)
      }
      return .commit
    }
    return read
  }

  private init(_ stream: EntryStream, _ database: Database, version: Int) throws {
    self.stream = stream
    rows = try database.logRows(of: stream)
    guard case .session(let number) = stream else { return }
    model = try StoredModel(of: number.value, database)
    guard version > 1, let last = rows.last else { return }
    let (kind, key) = stream.columns
    sealed = try database.firstStored(ReadModelCheck.sealStatement, [kind, key, last.number]) {
      ($0.integer(0) ?? 0, $0.blob(1).flatMap { RecordDigest(bytes: $0) })
    }
  }

  private static let rowsAtOnce = 5_000
}

extension ReadModelCheck {
  static let sealStatement = """
    SELECT number, derived FROM seal
    WHERE act = 1 AND stream_kind = ? AND stream_key = ? AND entry = ? AND owner IS NULL
    ORDER BY number DESC LIMIT 1
    """

  /// Rows of what was derived of sessions that the log has not; *missing* are numbers below the newest.
  func lookForRowsWithoutLog(_ missing: [Int], into findings: inout Findings) {
    for (table, column, _) in Database.derivedTables {
      findings.look(at: .table(table)) { findings in
        let found = try connections.read { database in
          var found: [Int] = []
          try database.inTransaction(.deferred) {
            let last = try database.storedInteger(
              """
              SELECT stream_key FROM entry WHERE stream_kind = 1
              ORDER BY stream_key DESC LIMIT 1
              """
            )
            for sql in ReadModelCheck.outside(table, column) {
              let arguments: StatementArguments = sql.contains("?") ? [last] : []
              try database.eachStored(sql, arguments) { found.append($0.integer(0) ?? 0) }
            }
            for number in missing {
              let sql = "SELECT 1 FROM \(table) WHERE \(column) = ? LIMIT 1"
              if try database.firstStored(sql, [number], { _ in true }) == true {
                found.append(number)
              }
            }
            return .rollback
          }
          return found
        }
        for number in Set(found).sorted() {
          findings.add(.readModel(SessionNumber(number)), .rowsWithoutLog(table: table))
        }
      }
    }
  }

  private static func outside(_ table: String, _ column: String) -> [String] {
    ["\(column) > ?", "\(column) < 1", "\(column) IS NULL"].map {
      "SELECT DISTINCT \(column) FROM \(table) WHERE \($0) LIMIT 100"
    }
  }
}

extension Content {
  /// Whether such an entry may stand there, in a session or in a course.
  fileprivate func belongs(in stream: EntryStream, at number: Int) -> Bool {
    switch (stream, self) {
    case (.course, _): belongsInCourse
    case (.session, .course), (.session, .screening(.answers)): false
    case (.session, .opened): number == 1
    case (.session, _): true
    }
  }
}
